//! `hallmark sign`, and what `hallmark check` then says.

mod commands;

use std::{fs, path::PathBuf, process::Output};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{
    media,
    pki::{Leaf, TestIdentity},
};

/// A folder with an identity in it, and nothing of the user's around.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let identity = TestIdentity::new("Test Press", Leaf::Claims, 10);
        desk.write("chain.pem", identity.chain_pem().as_bytes());
        desk.write("key.pem", identity.key_pem().as_bytes());
        desk.write("root.pem", &pem_of(&identity.root));
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn hallmark(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_hallmark"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HALLMARK_HOME", self.at("home"))
            .env("NO_COLOR", "1")
            .output()
            .unwrap()
    }

    /// Signs with the desk's identity; the records.
    fn sign(&self, arguments: &[&str]) -> (i32, Vec<Value>, String) {
        let identity = [
            "--chain",
            "chain.pem",
            "--key",
            "key.pem",
            "--format",
            "ndjson",
        ];
        let all: Vec<&str> = ["sign"]
            .iter()
            .chain(arguments)
            .chain(&identity)
            .copied()
            .collect();
        read(&self.hallmark(&all))
    }

    /// Signs and expects it to work.
    fn signed(&self, arguments: &[&str]) -> Vec<Value> {
        let (status, records, errors) = self.sign(arguments);
        assert_eq!(status, 0, "{errors}");
        records
    }

    /// Signs and expects it not to work; what was said.
    fn refused(&self, status: i32, arguments: &[&str]) -> String {
        let (found, _, errors) = self.sign(arguments);
        assert_eq!(found, status, "{errors}");
        errors
    }

    fn check(&self, arguments: &[&str]) -> Vec<Value> {
        let all: Vec<&str> = ["check", "--format", "ndjson"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let (_, records, errors) = read(&self.hallmark(&all));
        assert!(!records.is_empty(), "{errors}");
        records
    }

    /// Everything in the desk's folder, below `name`.
    fn files(&self, name: &str) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.at(name))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn read(output: &Output) -> (i32, Vec<Value>, String) {
    let records = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap(), records, errors)
}

fn pem_of(der: &[u8]) -> Vec<u8> {
    pem::encode(&pem::Pem::new("CERTIFICATE", der)).into_bytes()
}

fn actions(record: &Value) -> Vec<&str> {
    record["credentials"]["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["action"].as_str().unwrap())
        .collect()
}

#[test]
fn a_folder_of_every_format_is_signed_and_checked() {
    let desk = Desk::new();
    for (name, bytes) in media::all() {
        desk.write(&format!("in/deep/{name}"), &bytes);
    }
    desk.write("in/notes.txt", b"no media");
    let records = desk.signed(&["in", "-o", "out", "--source", "digitalCreation"]);
    assert_eq!(records.len(), media::all().len());
    for record in &records {
        assert_eq!(record["state"], "signed", "{record}");
        assert_eq!(record["schema"], "hallmark.signed/1");
        assert_eq!(record["signer"], "Test Press");
        assert_eq!(record["trust"], Value::Null);
        assert_eq!(record["timestamp"], Value::Null);
    }
    assert_eq!(desk.files("out"), ["deep"]);
    let checked = desk.check(&["out", "--trust", "root.pem"]);
    assert_eq!(checked.len(), records.len());
    for record in &checked {
        assert_eq!(record["credentials"]["state"], "trusted", "{record}");
        assert_eq!(actions(record), ["c2pa.created"], "{record}");
    }
}

#[test]
fn results_come_in_order_whatever_the_number_of_jobs() {
    let desk = Desk::new();
    for index in 0..12 {
        desk.write(&format!("in/{index:02}.jpg"), &media::jpeg());
    }
    let paths = |jobs: &str| -> Vec<Value> {
        let out = format!("out{jobs}");
        desk.signed(&[
            "in",
            "-o",
            &out,
            "--jobs",
            jobs,
            "--source",
            "digitalCapture",
        ])
        .iter()
        .map(|record| record["path"].clone())
        .collect()
    };
    assert_eq!(paths("1"), paths("8"));
}

#[test]
fn a_trust_list_that_knows_the_signer_is_named() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    let source = ["--source", "digitalCapture"];
    let strangers = desk.hallmark(&[
        "sign",
        "a.jpg",
        "-o",
        "b.jpg",
        "--chain",
        "chain.pem",
        "--key",
        "key.pem",
        source[0],
        source[1],
    ]);
    let line = String::from_utf8_lossy(&strangers.stdout);
    assert!(
        line.contains("nobody's trust list here knows this identity yet"),
        "{line}"
    );
    assert!(line.contains("signed by Test Press (TEST ONLY)"), "{line}");
    let records = desk.signed(&[
        "a.jpg", "-o", "c.jpg", "--trust", "root.pem", source[0], source[1],
    ]);
    assert!(records[0]["trust"].is_string(), "{}", records[0]);
}

#[test]
fn nothing_is_overwritten_by_accident() {
    let desk = Desk::new();
    let original = media::jpeg();
    desk.write("a.jpg", &original);
    desk.write("there.jpg", b"precious");
    let source = ["--source", "digitalCapture"];
    let nowhere = desk.refused(2, &["a.jpg", source[0], source[1]]);
    assert!(
        nowhere.contains("--in-place") && nowhere.contains("-o OUT"),
        "{nowhere}"
    );
    let same = desk.refused(2, &["a.jpg", "-o", "a.jpg", source[0], source[1]]);
    assert!(same.contains("--in-place"), "{same}");
    let exists = desk.refused(3, &["a.jpg", "-o", "there.jpg", source[0], source[1]]);
    assert!(
        exists.contains("there.jpg exists") && exists.contains("--force"),
        "{exists}"
    );
    assert_eq!(fs::read(desk.at("there.jpg")).unwrap(), b"precious");
    assert_eq!(fs::read(desk.at("a.jpg")).unwrap(), original);
    desk.signed(&["a.jpg", "-o", "there.jpg", "--force", source[0], source[1]]);
    assert_eq!(
        desk.check(&["there.jpg"])[0]["credentials"]["state"],
        "valid"
    );
}

#[test]
fn in_place_replaces_whole_files_and_keeps_them_on_failure() {
    let desk = Desk::new();
    let path = desk.write("in/a.jpg", &media::jpeg());
    let labelled = media::labelled_jpeg("trainedAlgorithmicMedia");
    let ai = desk.write("in/ai.jpg", &labelled);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    let (status, records, errors) = desk.sign(&["in", "--in-place", "--source", "digitalCapture"]);
    assert_eq!(status, 3, "{errors}");
    assert_eq!(records[0]["state"], "signed");
    assert_eq!(records[1]["state"], "not-signed");
    let said = records[1]["error"].as_str().unwrap();
    assert!(said.contains("declares trainedAlgorithmicMedia"), "{said}");
    assert!(said.contains("--source trainedAlgorithmicMedia"), "{said}");
    assert_eq!(fs::read(&ai).unwrap(), labelled);
    assert_eq!(desk.files("in"), ["a.jpg", "ai.jpg"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }
    assert_eq!(
        desk.check(&["in/a.jpg"])[0]["credentials"]["state"],
        "valid"
    );
}

#[test]
fn edits_form_a_chain() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.write("cropped.png", &media::png());
    desk.signed(&["a.jpg", "-o", "1.jpg", "--source", "digitalCapture"]);
    let second = desk.signed(&["cropped.png", "-o", "2.png", "--parent", "1.jpg"]);
    assert_eq!(second[0]["parent"]["how"], "named");
    let third = desk.signed(&["2.png", "-o", "3.png", "--title", "Third"]);
    assert_eq!(third[0]["parent"]["how"], "own");
    assert_eq!(third[0]["parent"]["failures"].as_array().unwrap().len(), 0);
    let checked = desk.check(&["3.png", "--trust", "root.pem"]);
    let credentials = &checked[0]["credentials"];
    assert_eq!(credentials["state"], "trusted", "{credentials}");
    assert_eq!(actions(&checked[0]), ["c2pa.opened"]);
    let parent = &credentials["ingredients"][0];
    assert_eq!(
        parent["manifest_id"], second[0]["manifest_id"],
        "{credentials}"
    );
    let grandparent = &parent["ingredients"][0];
    assert_eq!(grandparent["title"], "1.jpg", "{credentials}");
}

#[test]
fn a_credential_is_never_dropped_in_silence() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.write("b.png", &media::png());
    desk.signed(&["a.jpg", "-o", "1.jpg", "--source", "digitalCapture"]);
    desk.signed(&["b.png", "-o", "2.png", "--source", "digitalCapture"]);
    let parent = desk.refused(3, &["1.jpg", "-o", "3.jpg", "--parent", "2.png"]);
    assert!(parent.contains("already carries a credential"), "{parent}");
    let sidecar = desk.refused(3, &["1.jpg", "-o", "3.jpg", "--sidecar"]);
    assert!(sidecar.contains("sign without --sidecar"), "{sidecar}");
    assert!(!desk.at("3.jpg").exists());
}

#[test]
fn ingredients_are_placed() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.write("b.png", &media::png());
    desk.signed(&[
        "b.png",
        "-o",
        "2.png",
        "--source",
        "trainedAlgorithmicMedia",
    ]);
    let refused = desk.refused(
        3,
        &[
            "a.jpg",
            "-o",
            "3.jpg",
            "--source",
            "digitalCapture",
            "--ingredient",
            "2.png",
        ],
    );
    assert!(refused.contains("of the ingredient 2.png"), "{refused}");
    desk.signed(&[
        "a.jpg",
        "-o",
        "3.jpg",
        "--source",
        "compositeWithTrainedAlgorithmicMedia",
        "--ingredient",
        "2.png",
        "--ingredient",
        "b.png",
    ]);
    let checked = desk.check(&["3.jpg"]);
    assert_eq!(
        checked[0]["credentials"]["state"], "valid",
        "{}",
        checked[0]
    );
    assert_eq!(
        actions(&checked[0]),
        ["c2pa.created", "c2pa.placed", "c2pa.placed"]
    );
}

#[test]
fn updates_and_redactions_hold() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.signed(&[
        "a.jpg",
        "-o",
        "1.jpg",
        "--source",
        "digitalCapture",
        "--author",
        "Somebody",
    ]);
    let nothing = desk.refused(3, &["1.jpg", "-o", "2.jpg", "--update"]);
    assert!(nothing.contains("says something new"), "{nothing}");
    desk.signed(&["1.jpg", "-o", "2.jpg", "--update", "--licence", "CC BY 4.0"]);
    let checked = desk.check(&["2.jpg"]);
    assert_eq!(
        checked[0]["credentials"]["state"], "valid",
        "{}",
        checked[0]
    );
    assert_eq!(
        actions(&checked[0]),
        ["c2pa.opened", "c2pa.edited.metadata"]
    );

    let redact = [
        "--redact",
        "cawg.metadata",
        "--reason",
        "c2pa.PII.present",
        "--update",
        "-o",
        "3.jpg",
    ];
    desk.signed(&[&["1.jpg"][..], &redact].concat());
    let checked = desk.check(&["3.jpg"]);
    assert_eq!(
        checked[0]["credentials"]["state"], "valid",
        "{}",
        checked[0]
    );
    assert_eq!(actions(&checked[0]), ["c2pa.opened", "c2pa.redacted"]);
    let bytes = fs::read(desk.at("3.jpg")).unwrap();
    assert!(!bytes.windows(8).any(|window| window == b"Somebody"));
    let actions = desk.refused(
        3,
        &[
            "1.jpg",
            "-o",
            "4.jpg",
            "--redact",
            "c2pa.actions.v2",
            "--reason",
            "c2pa.PII.present",
        ],
    );
    assert!(actions.contains("can never be redacted"), "{actions}");
}

#[test]
fn sidecars_are_written_and_found() {
    let desk = Desk::new();
    let original = media::png();
    desk.write("a.png", &original);
    let records = desk.signed(&["a.png", "--sidecar", "--source", "digitalCapture"]);
    assert_eq!(records[0]["sidecar"], "a.png.c2pa");
    assert_eq!(records[0]["output"], Value::Null);
    desk.signed(&[
        "a.png",
        "--sidecar",
        "-o",
        "out/",
        "--source",
        "digitalCapture",
        "--force",
    ]);
    assert_eq!(desk.files("out"), ["a.png", "a.png.c2pa"]);
    for place in ["a.png", "out/a.png"] {
        assert_eq!(fs::read(desk.at(place)).unwrap(), original);
        let checked = desk.check(&[place]);
        assert_eq!(
            checked[0]["credentials"]["state"], "valid",
            "{}",
            checked[0]
        );
        assert_eq!(checked[0]["credentials"]["sidecar"], true);
    }
}

#[test]
fn templates_are_filled_for_each_file() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.write(
        "note.toml",
        b"title = '{{file_stem}}, \"{{desk}}\"'\n[[assertions]]\nlabel = 'org.example.desk'\n\
          data = { desk = '{{desk}}', signer = '{{signer}}' }\n",
    );
    let with = [
        "a.jpg",
        "-o",
        "1.jpg",
        "--source",
        "digitalCapture",
        "--manifest",
        "note.toml",
    ];
    let missing = desk.refused(2, &with);
    assert!(
        missing.contains("/assertions/0/data/desk: the variable desk has no value"),
        "{missing}"
    );
    assert!(missing.contains("note.toml"), "{missing}");
    desk.signed(&[&with[..], &["--set", "desk=news \"x\""]].concat());
    let bytes = fs::read(desk.at("1.jpg")).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("a, \"news \"x\"\"") && text.contains("Test Press"));
}

#[test]
fn what_cannot_be_signed_is_told_apart() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    desk.write("a.txt", b"text");
    desk.write(
        "a.pdf",
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
    );
    let source = ["--source", "digitalCapture"];
    let text = desk.refused(3, &["a.txt", "-o", "b.txt", source[0], source[1]]);
    assert!(
        text.contains("no known media format") && text.contains("JPEG, PNG"),
        "{text}"
    );
    let pdf = desk.refused(3, &["a.pdf", "-o", "b.pdf", source[0], source[1]]);
    assert!(
        pdf.contains("PDF manifests can be read here, but not written"),
        "{pdf}"
    );
    let (status, records, errors) = desk.sign(&[
        "a.jpg", "gone.jpg", "a.txt", "-o", "out", source[0], source[1],
    ]);
    assert_eq!((status, records.len()), (3, 3), "{errors}");
    assert_eq!(records[0]["state"], "signed");
    let unsaid = desk.refused(3, &["a.jpg", "-o", "b.jpg"]);
    assert!(unsaid.contains("--source CODE"), "{unsaid}");
    let word = desk.refused(2, &["a.jpg", "-o", "b.jpg", "--source", "photo"]);
    assert!(word.contains("no digital source type"), "{word}");
    assert!(!desk.at("b.jpg").exists() && !desk.at("b.txt").exists());
}

#[test]
fn an_identity_that_breaks_a_rule_signs_nothing() {
    let desk = Desk::new();
    desk.write("a.jpg", &media::jpeg());
    let expired = TestIdentity::valid_between("Old Press", Leaf::Claims, 60, (2020, 2021));
    desk.write("chain.pem", expired.chain_pem().as_bytes());
    desk.write("key.pem", expired.key_pem().as_bytes());
    let with = ["a.jpg", "-o", "b.jpg", "--source", "digitalCapture"];
    let said = desk.refused(2, &with);
    assert!(
        said.contains("valid from 2020-01-01 to 2021-01-01"),
        "{said}"
    );
    let clock = TestIdentity::new("A Clock", Leaf::TimeStamps, 70);
    desk.write("chain.pem", clock.chain_pem().as_bytes());
    desk.write("key.pem", clock.key_pem().as_bytes());
    let said = desk.refused(2, &with);
    assert!(said.contains("breaks rule"), "{said}");
    assert!(!desk.at("b.jpg").exists());
}
