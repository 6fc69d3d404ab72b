//! `hallmark identity`: made, checked, shown, asked for, and signed with.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use tempfile::TempDir;

use crate::common::{hallmark, records, root, stderr, stdout};

/// A folder with the identity of a reporter in `ana`.
pub(crate) struct Studio {
    folder: TempDir,
}

impl Studio {
    pub(crate) fn new() -> Self {
        let studio = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let made = studio.run(&[
            "identity",
            "new",
            "Ana Reporter",
            "--org",
            "Test Press",
            "-o",
            "ana",
            "--from",
            "2026-01-01",
            "--days",
            "36500",
        ]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        studio
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        hallmark()
            .current_dir(self.folder.path())
            .env("HALLMARK_HOME", self.at("home"))
            .args(arguments)
            .output()
            .unwrap()
    }

    /// Signs an unsigned fixture; the signed file's name.
    pub(crate) fn sign(&self) -> &'static str {
        let signed = self.run(&[
            "sign",
            root()
                .join("fixtures/unsigned/camera.jpg")
                .to_str()
                .unwrap(),
            "-o",
            "signed.jpg",
            "--identity",
            "ana",
            "--source",
            "digitalCapture",
        ]);
        assert_eq!(signed.status.code(), Some(0), "{}", stderr(&signed));
        "signed.jpg"
    }

    /// The state that `check` gives a file, with these further arguments.
    pub(crate) fn state(&self, file: &str, arguments: &[&str]) -> String {
        let mut all = vec!["check", "--format", "ndjson", "--at", "2026-11-15", file];
        all.extend(arguments);
        let output = self.run(&all);
        let record = &records(&output)[0];
        record["credentials"]["state"].as_str().unwrap().to_owned()
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_new_identity_says_that_nobody_trusts_it() {
    let studio = Studio {
        folder: tempfile::tempdir().unwrap(),
    };
    let made = studio.run(&[
        "identity",
        "new",
        "Ana",
        "--org",
        "Test Press",
        "-o",
        "deep/ana",
    ]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let text = stdout(&made);
    assert!(text.contains("Nobody trusts it yet"), "{text}");
    assert!(text.contains("identity request"), "{text}");
    assert!(read(&studio.at("deep/ana/key.pem")).starts_with("-----BEGIN PRIVATE KEY-----\n"));
    let chain = read(&studio.at("deep/ana/chain.pem"));
    assert_eq!(chain.matches("BEGIN CERTIFICATE").count(), 2);
    let root = read(&studio.at("deep/ana/root.pem"));
    assert_eq!(root.matches("BEGIN CERTIFICATE").count(), 1);
    assert!(!chain.contains(&root));
    let notes = read(&studio.at("deep/ana/README.txt"));
    assert!(notes.contains("Nobody trusts it yet") && notes.contains("conformance"));
    let key = read(&studio.at("deep/ana/key.pem"));
    let secret = key.lines().nth(1).unwrap();
    assert!(!text.contains(secret) && !notes.contains(secret));
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_the_key() {
    use std::os::unix::fs::PermissionsExt;
    let studio = Studio::new();
    let mode = |name: &str| fs::metadata(studio.at(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("ana/key.pem"), 0o600);
    assert_eq!(mode("ana"), 0o700);
}

#[test]
fn an_identity_is_never_overwritten() {
    let studio = Studio::new();
    let key = read(&studio.at("ana/key.pem"));
    let again = studio.run(&["identity", "new", "Eve", "--org", "Other", "-o", "ana"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(
        stderr(&again).contains("never overwritten"),
        "{}",
        stderr(&again)
    );
    assert_eq!(read(&studio.at("ana/key.pem")), key);
    let request = ["identity", "request", "ana", "-o", "ana/chain.pem"];
    assert_eq!(studio.run(&request).status.code(), Some(2));
    assert!(read(&studio.at("ana/chain.pem")).contains("BEGIN CERTIFICATE-----"));
}

#[test]
fn names_that_do_not_fit_are_refused_before_anything_is_written() {
    let studio = Studio {
        folder: tempfile::tempdir().unwrap(),
    };
    let long = "x".repeat(65);
    let refused = studio.run(&["identity", "new", &long, "--org", "Test Press", "-o", "ana"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        stderr(&refused).contains("64 characters"),
        "{}",
        stderr(&refused)
    );
    assert!(!studio.at("ana").exists());
}

#[test]
fn check_passes_a_new_identity_and_names_what_is_wrong_with_others() {
    let studio = Studio::new();
    let check = |arguments: &[&str]| {
        let mut all = vec!["identity", "check"];
        all.extend(arguments);
        let output = studio.run(&all);
        (output.status.code().unwrap(), stdout(&output))
    };
    let (status, text) = check(&["ana", "--at", "2026-11-15"]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("fits the C2PA certificate profile"), "{text}");

    let (status, text) = check(&["ana", "--at", "2140-01-01"]);
    assert_eq!(status, 1);
    assert!(text.contains("expired on 2125-12-08"), "{text}");
    assert!(text.contains("RFC 5280, 6.1.3 (a) (2)"), "{text}");

    let chain = read(&studio.at("ana/chain.pem"));
    let end = "-----END CERTIFICATE-----\n";
    let leaf = chain.split_inclusive(end).next().unwrap();
    fs::write(studio.at("leaf.pem"), leaf).unwrap();
    let (status, text) = check(&["leaf.pem", "--at", "2026-11-15"]);
    assert_eq!(status, 1);
    assert!(
        text.contains("chain.intermediate (C2PA 2.2, 14.5)"),
        "{text}"
    );

    let (status, text) = check(&["ana/root.pem", "--at", "2026-11-15"]);
    assert_eq!(status, 1);
    assert!(text.contains("basicConstraints.endEntity"), "{text}");

    let other = studio.run(&["identity", "new", "Bo", "--org", "Test Press", "-o", "bo"]);
    assert_eq!(other.status.code(), Some(0));
    let (status, text) = check(&["ana", "--key", "bo/key.pem", "--at", "2026-11-15"]);
    assert_eq!(status, 1);
    assert!(
        text.contains("The key is not that of the certificate"),
        "{text}"
    );

    let missing = studio.run(&["identity", "check", "nowhere"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("nowhere"));
}

#[test]
fn show_prints_what_certificates_say_and_no_key() {
    let studio = Studio::new();
    let shown = stdout(&studio.run(&["identity", "show", "ana"]));
    for part in [
        "Certificate 1: signing certificate",
        "subject      O=Test Press, CN=Ana Reporter",
        "valid        2026-01-01 to 2125-12-08",
        "key          Ed25519",
        "purposes     emailProtection, C2PA claimSigning",
        "Certificate 2: authority",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    assert!(!shown.contains("PRIVATE"));
}

#[test]
fn a_request_is_for_the_same_key() {
    let studio = Studio::new();
    let request = studio.run(&["identity", "request", "ana", "--name", "Ana R."]);
    assert_eq!(request.status.code(), Some(0), "{}", stderr(&request));
    let block = pem::parse(stdout(&request)).unwrap();
    assert_eq!(block.tag(), "CERTIFICATE REQUEST");
    let chain = pem::parse_many(read(&studio.at("ana/chain.pem"))).unwrap();
    // SubjectPublicKeyInfo of an Ed25519 key ends with the 32 bytes of the key.
    const ED25519: &[u8] = &[0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
    let key = |der: &[u8]| {
        let start = der
            .windows(10)
            .position(|window| window == ED25519)
            .unwrap();
        der[start..start + 42].to_vec()
    };
    assert_eq!(key(block.contents()), key(chain[0].contents()));
    assert!(
        block
            .contents()
            .windows(6)
            .any(|window| window == b"Ana R.")
    );
}

#[test]
fn what_it_signs_holds_and_is_trusted_by_those_who_have_the_root() {
    let studio = Studio::new();
    let signed = studio.sign();
    assert_eq!(studio.state(signed, &[]), "valid");
    assert_eq!(
        studio.state(signed, &["--trust", "ana/root.pem"]),
        "trusted"
    );
    assert_eq!(
        studio.state(signed, &["--tsa-trust", "ana/root.pem"]),
        "valid"
    );
}
