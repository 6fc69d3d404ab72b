//! Test vectors for a second implementation: `fixtures/watermark/vectors.json`.
//!
//! They are written by `vectors.py` beside them, a second implementation from the specification
//! that shares no code with this one.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "small list indices and hex digits"
)]

use std::fmt::Write;

use super::carrier::{Carrier, PILOTS};
use super::key::Key;
use super::payload::{Payload, Tagger};
use super::polar::{Polar, information_set};

/// The bits as a number, most significant first.
fn hex(bits: &[u8]) -> String {
    let whole = [&[0; 3][..(4 - bits.len() % 4) % 4], bits].concat();
    whole
        .chunks(4)
        .map(|four| {
            let value = four
                .iter()
                .fold(0_u32, |value, bit| value * 2 + u32::from(*bit));
            char::from_digit(value, 16).unwrap()
        })
        .collect()
}

fn vectors() -> String {
    let mut out = String::from("{\n");
    let set: Vec<String> = information_set().iter().map(ToString::to_string).collect();
    writeln!(out, "  \"version\": {},", super::VERSION).unwrap();
    writeln!(out, "  \"information_set\": [{}],", set.join(", ")).unwrap();
    out.push_str("  \"keys\": [\n");
    let keys = [
        ("public", Key::public()),
        ("0x2a repeated", Key::from_secret([0x2a; 32])),
    ];
    for (index, (name, key)) in keys.iter().enumerate() {
        let words = |label: &str, count: usize| -> String {
            let mut stream = key.stream(label);
            let list: Vec<String> = (0..count).map(|_| stream.word().to_string()).collect();
            list.join(", ")
        };
        let carrier = Carrier::new(key);
        let head = |list: Vec<String>| list.join(", ");
        writeln!(out, "    {{\n      \"secret\": \"{name}\",").unwrap();
        writeln!(out, "      \"key_id\": \"{}\",", key.id()).unwrap();
        writeln!(out, "      \"tag_words\": [{}],", words("tag", 6)).unwrap();
        let pilots = words("pilot-phase", PILOTS.len());
        writeln!(out, "      \"pilot_phase_words\": [{pilots}],").unwrap();
        let bits = carrier
            .bit
            .iter()
            .take(16)
            .map(ToString::to_string)
            .collect();
        writeln!(out, "      \"first_dimension_bits\": [{}],", head(bits)).unwrap();
        let signs = carrier
            .sign
            .iter()
            .take(16)
            .map(|s| format!("{s}"))
            .collect();
        writeln!(out, "      \"first_dimension_signs\": [{}],", head(signs)).unwrap();
        writeln!(out, "      \"dimensions\": {},", carrier.bit.len()).unwrap();
        let order = key.stream("low-permutation").permutation(3072);
        let order = order.iter().take(16).map(ToString::to_string).collect();
        writeln!(out, "      \"first_low_terms\": [{}],", head(order)).unwrap();
        writeln!(out, "      \"low_sign_words\": [{}],", words("low-sign", 5)).unwrap();
        writeln!(
            out,
            "      \"low_dither_words\": [{}],",
            words("low-dither", 4)
        )
        .unwrap();
        out.push_str("      \"payloads\": [\n");
        let payloads = [0, 1, 0x0123_4567_89ab_cdef, u64::MAX];
        for (i, bits) in payloads.into_iter().enumerate() {
            let payload = Payload::new(bits);
            let information = Tagger::new(key).information(payload);
            let word = Polar::new().encode(&information);
            let comma = if i + 1 < payloads.len() { "," } else { "" };
            writeln!(
                out,
                "        {{ \"payload\": \"{payload}\", \"information\": \"{}\",\n          \
                 \"codeword\": \"{}\" }}{comma}",
                hex(&information),
                hex(&word)
            )
            .unwrap();
        }
        let comma = if index + 1 < keys.len() { "," } else { "" };
        writeln!(out, "      ]\n    }}{comma}").unwrap();
    }
    out.push_str("  ]\n}\n");
    out
}

#[test]
fn vectors_are_those_committed() {
    assert_eq!(
        vectors(),
        include_str!("../../../fixtures/watermark/vectors.json")
    );
}
