//! Every fixture gets the verdict that its line in the ledger states.

use hallmark::{
    examine::Settings,
    verdict::{Policy, judge},
};

use crate::fixtures::{self, JUDGED_AT};

#[test]
fn verdicts_are_those_of_the_ledger() {
    let trust = fixtures::trust();
    let mut wrong = Vec::new();
    for line in fixtures::ledger() {
        let evidence = fixtures::examined(&fixtures::fixture(&line.path), &Settings::default());
        let statement = judge(evidence, &Policy::new(&trust, JUDGED_AT));
        let expected = match line.state.as_str() {
            "not media" => "unreadable", // named one by one, as here
            state => state,
        };
        let (state, codes) = (fixtures::state(&statement), fixtures::codes(&statement));
        let missing: Vec<_> = line
            .codes
            .iter()
            .filter(|code| !codes.contains(*code))
            .collect();
        if state != expected || !missing.is_empty() {
            wrong.push(format!(
                "{}: {state}, expected {expected}; missing {missing:?} among {codes:?}",
                line.path
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
