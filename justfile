# Chores. `just --list` shows them.

# The gate, as the continuous integration runs it.
ci:
    bash .ci/run

# All tests.
test:
    cargo tests

# Formats the code.
fmt:
    cargo fmt --all

# Remakes the media, keys and trust lists in fixtures/ (new bytes, same verdicts) and their ledger.
fixtures:
    cargo run --ignore-rust-version --package hallmark --example make_fixtures

# Makes the fixtures that are not there yet and leaves the others as they are.
missing-fixtures:
    cargo run --ignore-rust-version --package hallmark --example make_fixtures -- missing

# Rewrites spec/codes.md from the codes and their English sentences.
codes:
    HALLMARK_UPDATE=1 cargo test --package hallmark --ignore-rust-version codes_document

# Benches: one harness, ratios in one run (benches/NOTES.md keeps what was measured).
bench:
    cargo bench --workspace --ignore-rust-version

# Signs one file of every format and has other implementations accept it, and the other way round.
interop:
    bash tests/interop/run

# Known vulnerabilities in dependencies; needs a network.
advisories:
    cargo deny check advisories

# The same labels as exiftool reads, wherever it knows the field.
labels:
    bash tests/labels/run

# Hostile files among good ones, a run killed 30 times, a list of a million files.
batch:
    bash tests/batch/run

# Pages in Chromium: axe-core in every language, hostile names, time and memory of 2,000 pictures.
# Needs Chromium and a network; pictures of the pages go to a folder outside the tree.
pages:
    bash tests/report/run

# Fuzzes one target of core/fuzz, or each in turn, for some seconds.
fuzz target="all" seconds="600":
    bash core/fuzz/run {{target}} {{seconds}}

# 20,000 mutants of the signed fixtures, in release; goes on where it stopped.
mutations:
    HALLMARK_MUTANTS=20000 HALLMARK_MUTANTS_STATE=target/mutations.tsv cargo test --release --workspace --ignore-rust-version --test mutations -- --nocapture

# Looks for watermarks where there are none; goes on where STATE says that it stopped.
alarms state looks +pictures:
    cargo run --release --ignore-rust-version --package hallmark --example false_alarms -- {{state}} {{looks}} {{pictures}}

# Files a second beside one process of c2patool a file, where that is installed.
peers folder:
    bash tests/batch/peers {{folder}}
