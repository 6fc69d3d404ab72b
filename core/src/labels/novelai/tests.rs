#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "test pictures of known sizes"
)]

use ed25519_dalek::{Signer as _, SigningKey};

use super::*;
use crate::{
    asset::tests::walk_bytes,
    labels::{
        stealth::{
            Channel,
            tests::{gzip, hide},
        },
        tests::png_text,
    },
};

const WIDTH: usize = 64;
const HEIGHT: usize = 48;

/// A test key; it signs nothing but these pictures.
fn key() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

fn keys() -> Keys {
    Keys::pinned(&[&STANDARD.encode(key().verifying_key().as_bytes())])
}

fn pixels() -> Vec<u8> {
    (0..WIDTH * HEIGHT * 4)
        .map(|at| if at % 4 == 3 { 255 } else { (at % 253) as u8 })
        .collect()
}

/// The comment with a signature over itself and the pixels. Python writes it with spaces.
fn signed(pixels: &[u8]) -> String {
    let comment = r#"{"prompt": "caf\u00e9", "steps": 28, "scale": 5.0, "flags": [true, null]}"#;
    let colours: Vec<u8> = pixels
        .chunks(4)
        .flat_map(|pixel| pixel[..3].to_vec())
        .collect();
    let signature = key().sign(&[&colours, comment.as_bytes()].concat());
    let member = format!(
        r#"{{"signed_hash": "{}", "#,
        STANDARD.encode(signature.to_bytes())
    );
    comment.replacen('{', &member, 1)
}

fn look(comment: &str, pixels: &[u8], keys: &Keys) -> (Vec<Label>, Vec<Code>) {
    let file = png_text(&[("Software", "NovelAI"), ("Comment", comment)]);
    let metadata = walk_bytes(&file).unwrap().metadata;
    let picture = Rgba::new(pixels, WIDTH, HEIGHT).unwrap();
    let (labels, findings) = detect_in_pixels(&metadata, &picture, keys);
    (
        labels,
        findings.iter().map(|finding| finding.code).collect(),
    )
}

#[test]
fn a_signature_over_pixels_and_comment_holds() {
    let pixels = pixels();
    let (labels, codes) = look(&signed(&pixels), &pixels, &keys());
    assert_eq!(codes, [Code::LabelNovelaiSignatureHolds]);
    assert_eq!(labels.len(), 1);
    assert_eq!(labels[0].forgeability, Forgeability::Signed);
    assert_eq!(labels[0].confidence, Confidence::Certain);
}

#[test]
fn one_changed_pixel_or_comment_byte_breaks_it() {
    let pixels = pixels();
    let comment = signed(&pixels);
    let mut changed = pixels.clone();
    changed[WIDTH * 4 * 20] ^= 1;
    assert_eq!(
        look(&comment, &changed, &keys()),
        (vec![], vec![Code::LabelNovelaiSignatureMismatch])
    );
    let other = comment.replace("28", "29");
    assert_eq!(
        look(&other, &pixels, &keys()).1,
        [Code::LabelNovelaiSignatureMismatch]
    );
    let mut transparent = pixels.clone();
    transparent[3] = 0;
    assert_eq!(
        look(&comment, &transparent, &keys()).1,
        [Code::LabelNovelaiSignatureHolds]
    );
}

#[test]
fn another_key_does_not_hold() {
    let pixels = pixels();
    let (_, codes) = look(&signed(&pixels), &pixels, &Keys::published());
    assert_eq!(codes, [Code::LabelNovelaiSignatureMismatch]);
    assert_eq!(Keys::published().0.len(), 1);
    assert_eq!(Keys::pinned(&["", "AAAA"]).0.len(), 0);
}

#[test]
fn without_a_signature_nothing_is_said() {
    assert_eq!(
        look(r#"{"prompt": "cat"}"#, &pixels(), &keys()),
        (vec![], vec![])
    );
    assert_eq!(
        look(
            r#"{"prompt": "cat", "signed_hash": "?"}"#,
            &pixels(),
            &keys()
        )
        .1,
        []
    );
}

#[test]
fn a_hidden_comment_is_verified_too() {
    let mut pixels = pixels();
    let comment = signed(&pixels);
    let text = Json::Object(vec![
        ("Software".to_owned(), Json::Text("NovelAI".to_owned())),
        ("Comment".to_owned(), Json::Text(comment)),
    ]);
    let content = gzip(text.to_python().as_bytes());
    hide(
        &mut pixels,
        WIDTH,
        Channel::Alpha,
        b"stealth_pngcomp",
        &content,
    );
    let picture = Rgba::new(&pixels, WIDTH, HEIGHT).unwrap();
    let (labels, findings) = detect_in_pixels(&[], &picture, &keys());
    assert_eq!(labels.len(), 2);
    assert_eq!(labels[0].kind, LabelKind::StealthText);
    assert_eq!(labels[1].forgeability, Forgeability::Signed);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].place, whole("pixels/alpha"));
}
