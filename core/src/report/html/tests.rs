use serde_json::json;

use super::HtmlReport;
use crate::report::{Language, Record, Report as _, Run, Summary};

/// A record with names that try everything.
fn hostile() -> Record {
    let evil = "<script>alert(1)</script>\u{1b}[31m\u{202e}\"'><img src=x onerror=alert(1)>";
    serde_json::from_value(json!({
        "schema": "hallmark.report/1", "path": evil, "sha256": null, "bytes": 100,
        "media_type": evil, "elapsed_ms": 1.0,
        "tool": {"version": evil, "ruleset": evil}, "judged_at": "2026-11-15T00:00:00Z",
        "credentials": {
            "state": "valid", "codes": [evil], "manifest_id": evil, "signer": evil,
            "issuer": evil, "certificates": [evil],
            "trust": {"pack": evil, "date": evil, "anchor": evil}, "signed_at": evil,
            "timestamp": "none", "source_type": evil, "generator": evil,
            "actions": [{"action": evil, "when": evil, "software_agent": evil,
                "source_type": evil, "reason": evil}],
            "ingredients": [{"relationship": "parentOf", "title": evil, "format": evil,
                "manifest_id": evil, "state": "none", "signer": evil, "signed_at": evil,
                "source_type": evil, "ingredients": []},
                {"relationship": evil, "title": evil, "format": evil, "manifest_id": null,
                "state": "none", "signer": null, "signed_at": null, "source_type": null,
                "ingredients": []}],
            "not_covered": [{"start": 1, "length": 2, "what": evil}],
            "remote_url": evil, "sidecar": false, "revocation": "not-checked"
        },
        "watermark": {"state": "found", "marks": [{"scheme": evil, "version": 1, "key_id": evil,
            "payload": evil, "statistic": 1.0, "threshold": 1.0, "false_alarm": 1e-9,
            "geometry": null}]},
        "labels": [{"kind": "iptc-digital-source-type", "value": evil, "meaning": null,
            "place": {"kind": "part", "path": evil}, "forgeability": "standard-label",
            "confidence": "strong", "maker": evil}],
        "fingerprint": null, "origin": "undeclared", "contradictions": [],
        "findings": [{"code": "credential.remote.notFetched", "severity": "notice",
            "confidence": "certain", "place": {"kind": "certificate", "index": 0, "subject": evil},
            "message": evil, "arguments": {"url": evil, "detail": evil}}],
        "not_checked": [{"what": "notChecked.pixels.format", "why": evil,
            "arguments": {"format": evil}}],
        "recovered": null
    }))
    .unwrap()
}

fn page(records: &[Record], tag: &str) -> String {
    let language = Language::with_tag(tag).unwrap();
    let mut out = Vec::new();
    let run = Run::new(time::OffsetDateTime::UNIX_EPOCH, true);
    let mut report = HtmlReport::new(&mut out, run, &language);
    let mut summary = Summary::default();
    for record in records {
        summary.count(record);
        report.record(record).unwrap();
    }
    report.finish(&summary).unwrap();
    drop(report);
    String::from_utf8(out).unwrap()
}

#[test]
fn nothing_that_others_wrote_becomes_markup_or_moves_text() {
    for tag in Language::available() {
        let page = page(&[hostile()], tag);
        // One script, the page's own.
        assert_eq!(page.matches("<script>").count(), 1, "{tag}");
        assert!(!page.contains("<img src=x"), "{tag}");
        assert!(
            !page.contains('\u{1b}') && !page.contains('\u{202e}'),
            "{tag}"
        );
        assert!(page.contains("\\e[31m\\u{202e}"), "{tag}");
    }
}

#[test]
fn the_policy_names_the_style_and_the_script_that_are_there() {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    use sha2::{Digest as _, Sha256};
    let page = page(&[], "en");
    for element in ["style", "script"] {
        let (_, rest) = page.split_once(&format!("<{element}>")).unwrap();
        let (text, _) = rest.split_once(&format!("</{element}>")).unwrap();
        let hash = BASE64_STANDARD.encode(Sha256::digest(text));
        assert!(page.contains(&format!("{element}-src 'sha256-{hash}'")));
    }
    assert!(page.contains("default-src 'none'"));
    for attribute in [" style=", " onclick=", "http:", "https:"] {
        assert!(!page.contains(attribute), "{attribute}");
    }
}

#[test]
fn contradictions_come_first_and_nothing_found_last() {
    let mut nothing = hostile();
    nothing.credentials.state = "none";
    nothing.credentials.remote_url = None;
    nothing.labels.clear();
    nothing.watermark.marks.clear();
    let mut contradictory = hostile();
    contradictory.contradictions = vec!["contradiction.labels.disagree"];
    let page = page(&[nothing, hostile(), contradictory], "en");
    let place = |anchor: &str| page.find(&format!("<h2 id=\"{anchor}\"")).unwrap();
    assert!(place("contradictory") < place("holds"));
    assert!(place("holds") < place("nothing-found"));
}
