//! The label sheet as a page: rates with their intervals, drawn.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::tally::{Rate, Tally};

/// Width of a bar that stands for all trials, in pixels.
const BAR: f64 = 240.0;

/// A page without scripts and without anything from elsewhere.
pub(super) fn page(tally: &Tally, name: &str, seed: u64) -> String {
    let groups = tally.groups();
    let groups = groups
        .iter()
        .map(|(group, rate)| (format!("group {group:?}"), *rate));
    let kinds = tally
        .kinds
        .iter()
        .map(|((group, kind), rate)| (format!("group {group:?}, {}", kind.as_str()), *rate));
    let attacks = tally.worst_first();
    let attacks = attacks
        .iter()
        .map(|(group, attack, rate)| (format!("{group:?} {attack}"), *rate));
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'";
                title { "What " (name) " endures" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "What " (name) " endures" }
                    p {
                        "Measured by hallmark " (env!("CARGO_PKG_VERSION")) " with seed " (seed)
                        ". A trial is right when the exact payload is read, with no knowledge of the original. \
                         Lines show the interval of 95 %."
                    }
                    h2 { "Figures" }
                    table {
                        @for (what, figure) in tally.figures() {
                            tr { th scope="row" { (what) } td { (figure) } }
                        }
                    }
                    (section("By group of attacks", groups))
                    (section("By kind of picture", kinds))
                    (section("By attack, worst first in each group", attacks))
                }
            }
        }
    };
    page.into_string()
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#1c1c1a;background:#fdfcf8;margin:0}\
main{max-width:56rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}\
th,td{text-align:start;padding:.15rem .8rem .15rem 0;font-weight:400;vertical-align:middle}\
td.n{text-align:end;font-variant-numeric:tabular-nums}svg{display:block}\
.bar{fill:#2d6a8a}.rest{fill:#dcd8cc}.line{stroke:#1c1c1a;stroke-width:2}\
@media(prefers-color-scheme:dark){body{color:#eceae3;background:#1b1b19}.bar{fill:#6fb1d4}.rest{fill:#44423c}.line{stroke:#eceae3}}";

fn section(heading: &str, rows: impl Iterator<Item = (String, Rate)>) -> Markup {
    html! {
        h2 { (heading) }
        table {
            tr {
                td {}
                @for column in ["trials", "read", "95 % interval"] { th scope="col" { (column) } }
                td {}
            }
            @for (what, rate) in rows {
                tr {
                    th scope="row" { (what) }
                    td.n { (rate.trials()) }
                    @match rate.share() {
                        Some((share, low, high)) => {
                            td.n { (percent(share)) " %" }
                            td.n { (percent(low)) " to " (percent(high)) " %" }
                            td { (bar(share, low, high)) }
                        }
                        None => td colspan="3" { "left out " (rate.left_out) },
                    }
                }
            }
        }
    }
}

fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

/// A bar for a share, a line for its interval. The figures beside it say the same.
fn bar(share: f64, low: f64, high: f64) -> Markup {
    let [share, low, high] = [share, low, high].map(|value| format!("{:.1}", value * BAR));
    html! {
        svg width=(BAR) height="14" aria-hidden="true" {
            rect.rest width=(BAR) height="14" {}
            rect.bar width=(share) height="14" {}
            path.line d={ "M" (low) " 7H" (high) } {}
        }
    }
}
