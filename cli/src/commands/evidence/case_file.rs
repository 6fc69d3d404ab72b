//! A case, opened: nothing of it is believed before its signature held.

use std::{fs::File, io::BufReader, path::Path};

use anyhow::{Context, bail};
use hallmark::{
    case::{ENVELOPE, Predicate, RECORDS, TRUST, archive, envelope, evidence_name},
    evidence::Evidence,
};
use serde_json::Value as Json;

/// Longest member that is read: the archive's form has room for no more.
const LONGEST: u32 = u32::MAX;

/// A case whose signature held.
pub(in crate::commands) struct Case {
    pub(in crate::commands) predicate: Predicate,
    pub(in crate::commands) records: Vec<Json>,
    pub(in crate::commands) trust: Option<Vec<u8>>,
    pub(in crate::commands) evidence: Vec<Evidence>,
}

/// Reads a case without its media.
///
/// # Errors
/// When it cannot be read, was changed, or is signed by another key than the one asked for.
pub(in crate::commands) fn open(path: &Path, signed_by: Option<&str>) -> anyhow::Result<Case> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut kept = std::collections::BTreeMap::new();
    let members = archive::read(&mut BufReader::new(file), LONGEST, |name, bytes| {
        if !name.starts_with("media/") {
            kept.insert(name.to_owned(), bytes);
        }
    })?;
    let sealed = kept.remove(ENVELOPE).unwrap_or_default();
    let predicate = envelope::open(&sealed, &members)?;
    if let Some(expected) = signed_by {
        let mut key = [0; 32];
        hex::decode_to_slice(&predicate.key, &mut key)?;
        let found = envelope::signer(&ed25519_dalek::VerifyingKey::from_bytes(&key)?);
        if !expected.eq_ignore_ascii_case(&found) {
            bail!("the case is signed by {found}, not by {expected}");
        }
    }
    let records = kept
        .remove(RECORDS)
        .unwrap_or_default()
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(serde_json::from_slice)
        .collect::<Result<Vec<Json>, _>>()
        .context("a record of the case is damaged")?;
    let evidence = (1..=records.len())
        .map(|number| {
            let bytes = kept.get(&evidence_name(number));
            let bytes =
                bytes.with_context(|| format!("the evidence on asset {number} is missing"))?;
            serde_json::from_slice(bytes)
                .with_context(|| format!("the evidence on asset {number} is of another version"))
        })
        .collect::<anyhow::Result<Vec<Evidence>>>()?;
    Ok(Case {
        predicate,
        records,
        trust: kept.remove(TRUST),
        evidence,
    })
}

/// Gives every medium of a case to `each`: its number from 1, whether it is the manifest beside the
/// asset, and its bytes.
///
/// # Errors
/// When the case cannot be read, or `each` fails.
pub(super) fn media(
    path: &Path,
    mut each: impl FnMut(usize, bool, Vec<u8>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut result = Ok(());
    archive::read(&mut BufReader::new(file), LONGEST, |name, bytes| {
        let Some(name) = name.strip_prefix("media/") else {
            return;
        };
        let (digits, sidecar) = match name.strip_suffix(".c2pa") {
            Some(digits) => (digits, true),
            None => (name, false),
        };
        if let (Ok(number), true) = (digits.parse(), result.is_ok()) {
            result = each(number, sidecar, bytes);
        }
    })?;
    result
}
