//! `spec/audits.md`, row by row: each audit finds its forgery, lets the control pass, and is the
//! one that does so.

use std::fs;

use hallmark::{
    credentials::Audits,
    examine::Settings,
    verdict::{Policy, Statement, judge},
};

use crate::fixtures::{self, JUDGED_AT};

struct Row {
    audit: String,
    switch: String,
    fixture: String,
    control: String,
    state: String,
    code: String,
}

fn rows() -> Vec<Row> {
    let table = fs::read_to_string(fixtures::repository().join("spec/audits.md")).unwrap();
    table
        .lines()
        .filter(|line| line.starts_with("| ("))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [audit, switch, fixture, control, state, code, _clause] =
                <[&str; 7]>::try_from(cells)
                    .expect("seven columns")
                    .map(str::to_owned);
            Row {
                audit,
                switch,
                fixture,
                control,
                state,
                code,
            }
        })
        .collect()
}

fn judged(name: &str, audits: Audits) -> Statement {
    let settings = Settings {
        audits,
        ..Settings::default()
    };
    let evidence = fixtures::examined(&fixtures::fixture(&format!("audits/{name}")), &settings);
    let trust = fixtures::trust();
    judge(
        evidence,
        &Policy {
            audits,
            ..Policy::new(&trust, JUDGED_AT)
        },
    )
}

/// All audits but the one named.
fn all_but(switch: &str) -> Audits {
    let mut audits = Audits::default();
    *match switch {
        "exclusion" => &mut audits.exclusion,
        "metadata" => &mut audits.metadata,
        "path" => &mut audits.path,
        "organization" => &mut audits.organization,
        "expiry" => &mut audits.expiry,
        "transplant" => &mut audits.transplant,
        "stores" => &mut audits.stores,
        "intermediate" => &mut audits.intermediate,
        other => panic!("no audit is called {other}"),
    } = false;
    audits
}

#[test]
fn the_table_covers_every_audit() {
    let mut letters: Vec<_> = rows().into_iter().map(|row| row.audit).collect();
    letters.dedup();
    assert_eq!(
        letters,
        ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"]
    );
}

#[test]
fn forgeries_are_named_and_controls_pass() {
    let mut wrong = Vec::new();
    for Row {
        fixture,
        control,
        state,
        code,
        ..
    } in rows()
    {
        let statement = judged(&fixture, Audits::default());
        let codes = fixtures::codes(&statement);
        if fixtures::state(&statement) != state || !codes.contains(&code) {
            let state = fixtures::state(&statement);
            wrong.push(format!("{fixture}: {state}, {codes:?}; expected {code}"));
        }
        let statement = judged(&control, Audits::default());
        let codes = fixtures::codes(&statement);
        if fixtures::state(&statement) != "trusted" || codes.contains(&code) {
            let state = fixtures::state(&statement);
            wrong.push(format!(
                "{control}: {state}, {codes:?}; expected trusted without {code}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_code_disappears_with_its_audit_and_with_no_other() {
    let switches: std::collections::BTreeSet<_> =
        rows().into_iter().map(|row| row.switch).collect();
    let mut wrong = Vec::new();
    for row in rows() {
        for switch in &switches {
            let codes = fixtures::codes(&judged(&row.fixture, all_but(switch)));
            if codes.contains(&row.code) == (*switch == row.switch) {
                wrong.push(format!("{} without {switch}: {codes:?}", row.fixture));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
