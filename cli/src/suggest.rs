//! What somebody may have meant.

/// How many suggestions are worth reading.
const SUGGESTIONS: usize = 3;

/// The known words nearest to `text`, as a phrase: `a, b or c`.
pub(crate) fn nearest<'a>(text: &str, known: impl Iterator<Item = &'a str>) -> String {
    let lower = text.to_lowercase();
    let mut ranked: Vec<(f64, &str)> = known
        .map(|word| {
            let candidate = word.to_lowercase();
            // People remember the end of a code: `dataHash.mismatch`.
            let likeness = if !lower.is_empty() && candidate.contains(&lower) {
                2.0
            } else {
                strsim::jaro_winkler(&lower, &candidate)
            };
            (likeness, word)
        })
        .collect();
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let best: Vec<&str> = ranked
        .into_iter()
        .take(SUGGESTIONS)
        .map(|(_, word)| word)
        .collect();
    match best.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const KNOWN: [&str; 4] = [
        "assertion.dataHash.match",
        "assertion.dataHash.mismatch",
        "claim.missing",
        "timeStamp.trusted",
    ];

    #[test]
    fn a_slip_is_understood() {
        let meant = nearest("assertion.dataHsh.mismatch", KNOWN.into_iter());
        assert!(meant.starts_with("assertion.dataHash.mismatch"), "{meant}");
    }

    #[test]
    fn a_part_is_understood() {
        let meant = nearest("datahash.mismatch", KNOWN.into_iter());
        assert!(meant.starts_with("assertion.dataHash.mismatch"), "{meant}");
    }
}
