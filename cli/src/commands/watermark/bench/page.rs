//! The label sheet as a page: rates with their intervals, drawn.

use std::fmt::Write as _;

use super::tally::{Rate, Tally};

/// Width of a bar that stands for all trials, in pixels.
const BAR: f64 = 240.0;

/// A page without scripts and without anything from elsewhere.
pub(super) fn page(tally: &Tally, name: &str, seed: u64) -> String {
    let name = escaped(name);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>What {name} endures</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>What {name} endures</h1>\n\
         <p>Measured by hallmark {} with seed {seed}. A trial is right when the exact payload is read, with no knowledge of \
         the original. Lines show the interval of 95 %.</p>\n<h2>Figures</h2>\n<table>\n",
        env!("CARGO_PKG_VERSION"),
    );
    for (what, figure) in tally.figures() {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{what}</th><td>{figure}</td></tr>"
        );
    }
    out.push_str("</table>\n");
    let groups = tally.groups();
    let rows = groups
        .iter()
        .map(|(group, rate)| (format!("group {group:?}"), *rate));
    section(&mut out, "By group of attacks", rows);
    let rows = tally
        .kinds
        .iter()
        .map(|((group, kind), rate)| (format!("group {group:?}, {}", kind.as_str()), *rate));
    section(&mut out, "By kind of picture", rows);
    let worst = tally.worst_first();
    let rows = worst
        .iter()
        .map(|(group, attack, rate)| (format!("{group:?} {attack}"), *rate));
    section(&mut out, "By attack, worst first in each group", rows);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#1c1c1a;background:#fdfcf8;margin:0}\
main{max-width:56rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}\
th,td{text-align:start;padding:.15rem .8rem .15rem 0;font-weight:400;vertical-align:middle}\
td.n{text-align:end;font-variant-numeric:tabular-nums}svg{display:block}\
.bar{fill:#2d6a8a}.rest{fill:#dcd8cc}.line{stroke:#1c1c1a;stroke-width:2}\
@media(prefers-color-scheme:dark){body{color:#eceae3;background:#1b1b19}.bar{fill:#6fb1d4}.rest{fill:#44423c}.line{stroke:#eceae3}}";

fn section(out: &mut String, heading: &str, rows: impl Iterator<Item = (String, Rate)>) {
    let _ = writeln!(
        out,
        "<h2>{heading}</h2>\n<table>\n<tr><th scope=\"col\"></th><th scope=\"col\">trials</th>\
         <th scope=\"col\">read</th><th scope=\"col\">95 % interval</th><td></td></tr>"
    );
    for (what, rate) in rows {
        let _ = match rate.share() {
            Some((share, low, high)) => writeln!(
                out,
                "<tr><th scope=\"row\">{what}</th><td class=\"n\">{}</td><td class=\"n\">{:.1} %</td>\
                 <td class=\"n\">{:.1} to {:.1} %</td><td>{}</td></tr>",
                rate.trials(),
                100.0 * share,
                100.0 * low,
                100.0 * high,
                bar(share, low, high),
            ),
            None => writeln!(
                out,
                "<tr><th scope=\"row\">{what}</th><td class=\"n\">0</td>\
                 <td colspan=\"3\">left out {}</td></tr>",
                rate.left_out
            ),
        };
    }
    out.push_str("</table>\n");
}

/// A bar for a share, a line for its interval. The figures beside it say the same.
fn bar(share: f64, low: f64, high: f64) -> String {
    let [share, low, high] = [share, low, high].map(|value| value * BAR);
    format!(
        "<svg width=\"{BAR}\" height=\"14\" aria-hidden=\"true\"><rect class=\"rest\" width=\"{BAR}\" \
         height=\"14\"/><rect class=\"bar\" width=\"{share:.1}\" height=\"14\"/>\
         <path class=\"line\" d=\"M{low:.1} 7H{high:.1}\"/></svg>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
