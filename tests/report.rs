//! Pages, tables and logs: from a check, and later from its records.

use std::fs;

use serde_json::Value;

use crate::common::{AT, hallmark, root, stderr, stdout};

const TRUST: [&str; 2] = ["--trust", "fixtures/trust/test.pack.json"];

/// One file for each group of the page, and a history.
const SAMPLES: [&str; 7] = [
    "fixtures/signed/landscape.jpg",
    "fixtures/signed/captured-but-labelled.jpg",
    "fixtures/tampered/landscape.jpg",
    "fixtures/unsigned/landscape.jpg",
    "fixtures/labelled/ai.jpg",
    "fixtures/unreadable/notes.txt",
    "fixtures/history/time-disordered.jpg",
];

/// `check` of the samples in that format, pixels for small copies allowed.
fn checked(format: &str, more: &[&str]) -> String {
    let output = hallmark()
        .env_remove("HALLMARK_NO_PIXELS")
        .args(["check", "--at", AT, "--only", "credentials,labels"])
        .args(["--format", format])
        .args(TRUST)
        .args(more)
        .args(SAMPLES)
        .output()
        .unwrap();
    assert!(!output.stdout.is_empty(), "{}", stderr(&output));
    stdout(&output)
}

fn rendered(records: &str, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.ndjson");
    fs::write(&path, records).unwrap();
    let output = hallmark()
        .arg("report")
        .arg(&path)
        .args(more)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output)
}

/// The page without what depends on when it was made.
fn articles(page: &str) -> &str {
    let (_, articles) = page.split_once("<div id=\"files\">").unwrap();
    articles.split_once("</main>").unwrap().0
}

#[test]
fn a_page_from_records_is_the_page_of_the_check() {
    let assets = tempfile::tempdir().unwrap();
    let folder = assets.path().to_str().unwrap();
    let page = checked("html", &[]);
    let records = checked("ndjson", &["--assets", folder]);
    let later = rendered(&records, &["--assets", folder]);
    assert!(page.contains("data:image/jpeg;base64,"));
    assert_eq!(articles(&page), articles(&later));
    // A picture that was exchanged is not shown.
    for entry in fs::read_dir(assets.path()).unwrap() {
        fs::write(entry.unwrap().path(), "another").unwrap();
    }
    let without = rendered(&records, &["--assets", folder]);
    assert!(
        !without.contains("data:image"),
        "exchanged pictures are shown"
    );
}

#[test]
fn assets_are_written_once_and_named_after_their_content() {
    use sha2::{Digest as _, Sha256};
    let assets = tempfile::tempdir().unwrap();
    let folder = assets.path().to_str().unwrap();
    checked("ndjson", &["--assets", folder]);
    let list = || {
        let mut names: Vec<_> = fs::read_dir(assets.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        names.sort();
        names
    };
    let first = list();
    assert!(first.len() > 1);
    for path in &first {
        let hash = hex::encode(Sha256::digest(fs::read(path).unwrap()));
        assert_eq!(path.file_stem().unwrap().to_str().unwrap(), hash);
    }
    checked("ndjson", &["--assets", folder]);
    assert_eq!(list(), first);
}

#[test]
fn without_pixels_there_are_no_pictures() {
    assert!(!checked("html", &["--no-pixels"]).contains("data:image"));
}

#[test]
fn every_format_can_be_made_from_records() {
    let records = checked("ndjson", &[]);
    assert_eq!(rendered(&records, &["--format", "ndjson"]), records);
    let csv = rendered(&records, &["--format", "csv"]);
    assert_eq!(csv.lines().count(), SAMPLES.len() + 1);
    let text = rendered(&records, &["--format", "text", "--lang", "en"]);
    assert!(
        text.contains("trusted     fixtures/signed/landscape.jpg"),
        "{text}"
    );
    let run: Value = serde_json::from_str(&rendered(&records, &["--format", "json"])).unwrap();
    assert_eq!(run["records"].as_array().unwrap().len(), SAMPLES.len());
}

#[test]
fn what_is_no_record_is_refused_by_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.ndjson");
    let records = checked("ndjson", &[]);
    let newer = records
        .lines()
        .next()
        .unwrap()
        .replace("\"trusted\"", "\"blessed\"");
    fs::write(&path, format!("{records}\n{newer}\n")).unwrap();
    let output = hallmark().arg("report").arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(
        said.contains("line 9") && said.contains("blessed"),
        "{said}"
    );
}

#[test]
fn sarif_has_the_shape_that_the_standard_asks_for() {
    let log: Value = serde_json::from_str(&checked("sarif", &[])).unwrap();
    let shape = include_str!("support/sarif.shape.json");
    let shape: Value = serde_json::from_str(shape).unwrap();
    let validator = jsonschema::validator_for(&shape).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let run = &log["runs"][0];
    let rules: Vec<&str> = run["tool"]["driver"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    for result in run["results"].as_array().unwrap() {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()));
        let fails = result["kind"] == "fail";
        // Section 3.27.10: what does not fail has no level.
        assert_eq!(fails, result["level"] != "none", "{result}");
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let index = usize::try_from(place["index"].as_u64().unwrap()).unwrap();
        assert_eq!(place["uri"], run["artifacts"][index]["location"]["uri"]);
    }
}

/// Files whose path, title and certificate try everything.
#[cfg(unix)]
fn hostile() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (from, to) in [
        (
            "created.jpg",
            "<img src=x onerror=ran=1>\u{1b}[31m\u{202e}gpj.jpg",
        ),
        (
            "edited.jpg",
            "\"'><script>window.ran=1<\\script>\u{9b}31m\u{2066}.jpg",
        ),
    ] {
        fs::copy(
            root().join("fixtures/hostile").join(from),
            folder.path().join(to),
        )
        .unwrap();
    }
    folder
}

#[cfg(unix)]
#[test]
fn hostile_names_are_shown_and_do_nothing() {
    let folder = hostile();
    let said = |more: &[&str]| {
        let mut command = hallmark();
        command.env_remove("HALLMARK_NO_PIXELS");
        command.args(["check", "--only", "credentials,labels"]);
        stdout(
            &command
                .args(TRUST)
                .args(more)
                .arg(folder.path())
                .output()
                .unwrap(),
        )
    };
    let acts = |character: &char| {
        (character.is_control() && *character != '\n')
            || ('\u{202a}'..='\u{202e}').contains(character)
            || ('\u{2066}'..='\u{2067}').contains(character)
    };
    for tag in hallmark_languages() {
        let text = said(&["-v", "--lang", tag]);
        assert!(
            text.contains("<script>window.ran=1</script>\\e[31m\\u{202e}"),
            "{text}"
        );
        assert_eq!(text.chars().find(acts), None, "{text:?}");
        let page = said(&["--format", "html", "--lang", tag]);
        // The page's own script, and nothing else that is markup.
        assert_eq!(page.matches("<script").count(), 1, "{tag}");
        assert!(
            !page.contains("<img src=x") && !page.contains("<img src=\"x"),
            "{tag}"
        );
        let shown = "&lt;script&gt;window.ran=1&lt;/script&gt;\\e[31m\\u{202e}";
        assert!(page.contains(shown), "{tag}");
        let unfamiliar = page
            .chars()
            .filter(acts)
            .find(|character| *character != '\n');
        assert_eq!(unfamiliar, None, "{tag}");
    }
}

/// Tags of the languages there are.
#[cfg(unix)]
fn hallmark_languages() -> Vec<&'static str> {
    hallmark::report::Language::available().collect()
}
