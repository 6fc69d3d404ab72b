use super::*;

/// Every fact that some duty asks about, by itself, beside the word that AI made it.
const CARRIED: [(&str, Facts, &[Duty]); 9] = {
    const AI: Facts = Facts {
        ai: true,
        signed: false,
        stamped: false,
        marked: false,
        provider: false,
        system: false,
        identifier: false,
        aigc: false,
        aigc_sound: false,
        aigc_single: false,
        machine_readable: false,
    };
    [
        ("nothing", AI, &[]),
        ("signed, no time-stamp", Facts { signed: true, ..AI }, &[]),
        (
            "signed and time-stamped",
            Facts {
                signed: true,
                stamped: true,
                ..AI
            },
            &[Duty::EuMetadata, Duty::CaTime],
        ),
        (
            "a mark",
            Facts {
                marked: true,
                identifier: true,
                ..AI
            },
            &[Duty::EuWatermark, Duty::CaIdentifier, Duty::InMetadata],
        ),
        (
            "a provider",
            Facts {
                provider: true,
                ..AI
            },
            &[Duty::CaProvider],
        ),
        ("a system", Facts { system: true, ..AI }, &[Duty::CaSystem]),
        (
            "one sound AIGC label",
            Facts {
                aigc: true,
                aigc_sound: true,
                aigc_single: true,
                machine_readable: true,
                ..AI
            },
            &[
                Duty::CnLabel,
                Duty::CnSingle,
                Duty::InMetadata,
                Duty::KrMark,
            ],
        ),
        (
            "two AIGC labels",
            Facts {
                aigc: true,
                aigc_sound: true,
                ..AI
            },
            &[Duty::CnLabel],
        ),
        (
            "a standard label",
            Facts {
                machine_readable: true,
                ..AI
            },
            &[Duty::InMetadata, Duty::KrMark],
        ),
    ]
};

#[test]
fn each_fact_meets_its_duties_and_no_other() {
    for (name, facts, met) in CARRIED {
        let found: Vec<Duty> = Duty::ALL
            .iter()
            .copied()
            .filter(|duty| facts.met(*duty) == Met::Met)
            .collect();
        assert_eq!(found, met, "{name}");
    }
}

#[test]
fn what_cannot_be_seen_is_never_called_missing() {
    let facts = Facts {
        ai: true,
        ..Facts::default()
    };
    for duty in [Duty::EuWatermark, Duty::CnVisible, Duty::InVisible] {
        assert_eq!(facts.met(duty), Met::CannotTell);
    }
}

#[test]
fn no_duty_applies_to_what_nothing_says_is_ai() {
    let facts = Facts {
        signed: true,
        marked: true,
        provider: true,
        ..Facts::default()
    };
    assert!(
        Duty::ALL
            .iter()
            .all(|duty| facts.met(*duty) == Met::NotApplicable)
    );
}

#[test]
fn the_specification_lists_every_duty_as_it_is() {
    let specification = include_str!("../../../../spec/profiles.md");
    let listed: Vec<Vec<&str>> = specification
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let expected: Vec<[String; 3]> = Duty::ALL
        .iter()
        .map(|duty| {
            let verified = if duty.is_verified() {
                "read"
            } else {
                "unverified"
            };
            [
                format!("`{}`", duty.as_str()),
                duty.article().to_owned(),
                verified.to_owned(),
            ]
        })
        .collect();
    assert_eq!(listed.len(), expected.len());
    for (line, duty) in listed.iter().zip(expected) {
        assert_eq!(line[..3], duty);
    }
}
