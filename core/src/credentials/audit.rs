//! Our own audits of a manifest store: the second lock, whatever the verifying crate says.
//!
//! `spec/audits.md` tables them, with a fixture and a control for each.

use ciborium::Value;
use serde::{Deserialize, Serialize};

use super::{
    cbor,
    cose::ClaimSignature,
    evidence::NotCovered,
    store::{Manifest, ManifestStore},
};
use crate::{
    asset::{ByteRange, Container, PartKind},
    evidence::{Code, Finding, Place},
    limits::Limits,
};

/// Which audits run. All of them, except in the tests that show that each one matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one independent switch for each audit"
)]
pub struct Audits {
    /// (a) An exclusion of the content hash covers more than the manifest store.
    pub exclusion: bool,
    /// (b) Metadata inside an exclusion.
    pub metadata: bool,
    /// (c) Certification path: authorities, path length, key usage.
    pub path: bool,
    /// (d) Certificate without organisation.
    pub organization: bool,
    /// (e) Expiry, with and without a trusted time-stamp.
    pub expiry: bool,
    /// (f) Manifest of another picture.
    pub transplant: bool,
    /// (g) More than one store, or one in an unexpected place.
    pub stores: bool,
    /// (h) Missing intermediate certificate.
    pub intermediate: bool,
}

impl Default for Audits {
    fn default() -> Self {
        Self {
            exclusion: true,
            metadata: true,
            path: true,
            organization: true,
            expiry: true,
            transplant: true,
            stores: true,
            intermediate: true,
        }
    }
}

impl Audits {
    /// Whether the audit that raises this code runs; true for codes of no audit.
    #[must_use]
    pub const fn raises(&self, code: Code) -> bool {
        match code {
            Code::ExclusionExcess | Code::PaddingStuffed => self.exclusion,
            Code::MetadataNotCovered => self.metadata,
            Code::CertificateIssuerNotAuthority
            | Code::CertificatePathLengthExceeded
            | Code::CertificateKeyUsageViolated => self.path,
            Code::CertificateOrganizationMissing => self.organization,
            Code::CertificateExpiredNoTimeStamp
            | Code::CertificateExpiredTimeStamped
            | Code::CertificateExpiredLegacyTimeStamp => self.expiry,
            Code::ManifestTransplanted => self.transplant,
            Code::StoreMultiple | Code::StoreUnexpectedPlace | Code::StoreTrailingBytes => {
                self.stores
            }
            Code::CertificateIntermediateMissing => self.intermediate,
            _ => true,
        }
    }
}

/// What the audits of bytes and boxes found. Audits of certificates belong to the verdict, since
/// they depend on trust and time.
#[derive(Debug, Default)]
pub(crate) struct AuditResult {
    pub(crate) findings: Vec<Finding>,
    pub(crate) not_covered: Vec<NotCovered>,
}

/// Audits where stores lie in the container: (g).
pub(crate) fn audit_stores(container: &Container) -> Vec<Finding> {
    let mut findings = Vec::new();
    // A multi-picture file holds pictures with stores of their own; that is their place.
    let own = container.stores.iter().filter(|store| !store.further_part);
    let count = own.clone().count();
    for (index, store) in own.enumerate() {
        let place = store
            .framed
            .first()
            .map_or(Place::Asset, |range| bytes(*range));
        if let Some(reason) = &store.misplaced {
            findings.push(
                Finding::new(Code::StoreUnexpectedPlace, place.clone()).with("reason", reason),
            );
        }
        if index > 0 {
            findings.push(Finding::new(Code::StoreMultiple, place).with("count", count));
        }
    }
    if let (Some(part), false) = (container.trailing, container.stores.is_empty())
        && part.kind == PartKind::Trailing
    {
        findings.push(
            Finding::new(Code::StoreTrailingBytes, bytes(part.range))
                .with("bytes", part.range.length),
        );
    }
    findings
}

/// Audits what the content binding leaves out, and the padding: (a) and (b).
///
/// `framed` holds the container parts of the store that is judged; empty for a sidecar.
pub(crate) fn audit_bindings(
    store: &ManifestStore<'_>,
    container: &Container,
    framed: &[ByteRange],
    audits: &Audits,
    limits: &Limits,
) -> AuditResult {
    let mut result = AuditResult::default();
    if audits.exclusion {
        result.findings = audit_padding(store, limits);
    }
    let Some(binding) = binding_manifest(store) else {
        return result;
    };
    for assertion in binding.assertions_of("c2pa.hash.data") {
        let Some(value) = assertion.value() else {
            continue;
        };
        for exclusion in exclusions(&value) {
            // One range over the store and more is never right. A range of its own, over metadata
            // alone, is a choice of the signer that the specification allows (2.2, section
            // 15.12.1.1, additionalExclusionsPresent): said, not refused.
            let beside = subtract(&[exclusion], framed) == [exclusion];
            for range in subtract(&[exclusion], framed) {
                report_uncovered(range, beside, container, audits, &mut result);
            }
        }
    }
    for assertion in binding.assertions_of("c2pa.hash.bmff") {
        let Some(value) = assertion.value() else {
            continue;
        };
        for exclusion in cbor::list(&value, "exclusions") {
            let Some(xpath) = cbor::text(exclusion, "xpath") else {
                continue;
            };
            if audits.exclusion && !is_allowed_bmff_exclusion(exclusion, xpath) {
                let uri = binding.assertion_uri(assertion.label);
                result.findings.push(
                    Finding::new(Code::ExclusionExcess, Place::Jumbf { uri }).with("what", xpath),
                );
            }
        }
    }
    result
}

/// Audits the room that signatures and stores reserve.
pub(crate) fn audit_padding(store: &ManifestStore<'_>, limits: &Limits) -> Vec<Finding> {
    let mut findings = Vec::new();
    if store.after > 0 {
        findings.push(Finding::new(Code::PaddingStuffed, Place::Asset).with("bytes", store.after));
    }
    for manifest in &store.manifests {
        let padded = ClaimSignature::parse(manifest.signature, limits);
        if padded.is_some_and(|signature| !signature.padding_is_zero()) {
            let uri = manifest.uri("c2pa.signature");
            findings.push(
                Finding::new(Code::PaddingStuffed, Place::Jumbf { uri })
                    .with("bytes", manifest.signature.len()),
            );
        }
    }
    findings
}

/// The manifest whose assertions bind the content: the active one, or, below update manifests,
/// the first standard manifest on the way through their parents (C2PA 2.2, section 15.12).
pub(crate) fn binding_manifest<'s, 'a>(store: &'s ManifestStore<'a>) -> Option<&'s Manifest<'a>> {
    binding_from(store, store.active()?)
}

/// The same for any manifest of the store.
pub(super) fn binding_from<'s, 'a>(
    store: &'s ManifestStore<'a>,
    mut manifest: &'s Manifest<'a>,
) -> Option<&'s Manifest<'a>> {
    // Each step visits another manifest; a cycle ends after as many steps as there are manifests.
    for _ in 0..store.manifests.len() {
        if !manifest.update {
            return Some(manifest);
        }
        let parent = manifest
            .assertions_of("c2pa.ingredient")
            .find_map(|assertion| {
                let value = assertion.value()?;
                (cbor::text(&value, "relationship") == Some("parentOf")).then_some(())?;
                let reference = cbor::field(&value, "activeManifest")
                    .or_else(|| cbor::field(&value, "c2pa_manifest"))?;
                cbor::text(reference, "url").map(str::to_owned)
            })?;
        manifest = store.manifest(super::store::manifest_label(&parent)?)?;
    }
    None
}

const fn bytes(range: ByteRange) -> Place {
    Place::Bytes {
        start: range.start,
        length: range.length,
    }
}

fn report_uncovered(
    range: ByteRange,
    beside_the_store: bool,
    container: &Container,
    audits: &Audits,
    result: &mut AuditResult,
) {
    let parts = container.describe(range);
    let harmless = beside_the_store && parts.iter().all(|part| part.kind.is_metadata());
    for part in &parts {
        let what = part.kind.as_str();
        result.not_covered.push(NotCovered {
            range: part.range,
            what: what.to_owned(),
        });
        if part.kind.is_metadata() && audits.metadata {
            result.findings.push(
                Finding::new(Code::MetadataNotCovered, bytes(part.range))
                    .with("what", what)
                    .with("bytes", part.range.length),
            );
        }
    }
    if audits.exclusion && !harmless {
        let what = parts.first().map_or("unknown", |part| part.kind.as_str());
        result.findings.push(
            Finding::new(Code::ExclusionExcess, bytes(range))
                .with("what", what)
                .with("bytes", range.length),
        );
    }
}

/// The excluded ranges of a data hash; empty ones are placeholders.
fn exclusions(data_hash: &Value) -> Vec<ByteRange> {
    cbor::list(data_hash, "exclusions")
        .iter()
        .filter_map(|exclusion| {
            Some(ByteRange {
                start: cbor::field(exclusion, "start").and_then(cbor::unsigned)?,
                length: cbor::field(exclusion, "length").and_then(cbor::unsigned)?,
            })
        })
        .filter(|range| range.length > 0)
        .collect()
}

/// Boxes that a BMFF hash may leave out (C2PA 2.2, section 18.7.4): the manifest's own `uuid`
/// box, `ftyp`, `mfra`, `free` and `skip`; and, subset by subset, the offset tables that move
/// when the manifest is inserted.
fn is_allowed_bmff_exclusion(exclusion: &Value, xpath: &str) -> bool {
    match xpath {
        "/ftyp" | "/mfra" | "/free" | "/skip" => true,
        // Only with the C2PA identifier as its data: another `uuid` box may hold anything.
        "/uuid" => cbor::list(exclusion, "data").iter().any(|data| {
            cbor::field(data, "value")
                .and_then(Value::as_bytes)
                .is_some_and(|value| value.as_slice() == C2PA_UUID)
        }),
        "/meta/iloc"
        | "/mfra/tfra"
        | "/moov/trak/mdia/minf/stbl/stco"
        | "/moov/trak/mdia/minf/stbl/co64"
        | "/moof/traf/tfhd"
        | "/moof/traf/trun" => true,
        _ => false,
    }
}

/// User type of the C2PA `uuid` box (C2PA 2.2, annex A.5).
const C2PA_UUID: [u8; 16] = [
    0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81,
];

/// What of `ranges` lies outside every one of `allowed`, in order.
fn subtract(ranges: &[ByteRange], allowed: &[ByteRange]) -> Vec<ByteRange> {
    let mut allowed = allowed.to_vec();
    allowed.sort_unstable();
    let mut rest = Vec::new();
    for range in ranges {
        let mut start = range.start;
        let end = range.start.saturating_add(range.length);
        for hole in &allowed {
            let hole_end = hole.start.saturating_add(hole.length);
            if hole_end <= start || hole.start >= end {
                continue;
            }
            if hole.start > start {
                rest.push(ByteRange {
                    start,
                    length: hole.start.saturating_sub(start),
                });
            }
            start = start.max(hole_end);
        }
        if start < end {
            rest.push(ByteRange {
                start,
                length: end.saturating_sub(start),
            });
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, reason = "small test figures")]

    use proptest::prelude::*;

    use super::*;

    const fn range(start: u64, length: u64) -> ByteRange {
        ByteRange { start, length }
    }

    #[test]
    fn what_lies_outside_the_store_remains() {
        let store = [range(20, 10), range(30, 10)];
        assert_eq!(subtract(&[range(20, 20)], &store), []);
        assert_eq!(
            subtract(&[range(10, 40)], &store),
            [range(10, 10), range(40, 10)]
        );
        assert_eq!(subtract(&[range(0, 5)], &store), [range(0, 5)]);
        assert_eq!(subtract(&[range(25, 10)], &[]), [range(25, 10)]);
    }

    proptest! {
        /// Byte by byte, the remainder is what is excluded and not allowed.
        #[test]
        fn subtraction_agrees_with_counting(
            ranges in proptest::collection::vec((0u64..60, 0u64..20), 0..4),
            allowed in proptest::collection::vec((0u64..60, 0u64..20), 0..4),
        ) {
            let ranges: Vec<_> = ranges.into_iter().map(|(s, l)| range(s, l)).collect();
            let allowed: Vec<_> = allowed.into_iter().map(|(s, l)| range(s, l)).collect();
            let inside = |set: &[ByteRange], at: u64| {
                set.iter().any(|r| at >= r.start && at < r.start + r.length)
            };
            let rest = subtract(&ranges, &allowed);
            for at in 0..100 {
                prop_assert_eq!(
                    inside(&rest, at),
                    inside(&ranges, at) && !inside(&allowed, at)
                );
            }
        }
    }
}
