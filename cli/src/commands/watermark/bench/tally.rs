//! Counts, rates with their intervals, and the tables made from them.

use std::{collections::BTreeMap, fmt::Write as _};

use hallmark::watermark::attack::Group;

use super::trial::{Kind, Marked, Outcome};

/// 97.5 % point of the normal distribution: two-sided intervals of 95 %.
const Z: f64 = 1.959_964;

/// How often something came out right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rate {
    pub(super) right: u32,
    pub(super) wrong: u32,
    pub(super) nothing: u32,
    pub(super) left_out: u32,
}

impl Rate {
    fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Right => &mut self.right,
            Outcome::Wrong => &mut self.wrong,
            Outcome::Nothing => &mut self.nothing,
            Outcome::LeftOut => &mut self.left_out,
        };
        *count = count.saturating_add(1);
    }

    fn with(self, other: Self) -> Self {
        Self {
            right: self.right.saturating_add(other.right),
            wrong: self.wrong.saturating_add(other.wrong),
            nothing: self.nothing.saturating_add(other.nothing),
            left_out: self.left_out.saturating_add(other.left_out),
        }
    }

    /// Trials that were carried out.
    pub(super) const fn trials(self) -> u32 {
        self.right
            .saturating_add(self.wrong)
            .saturating_add(self.nothing)
    }

    /// The share that came out right, 0..=1, and its interval of 95 % (Wilson 1927); `None` without
    /// a trial.
    pub(super) fn share(self) -> Option<(f64, f64, f64)> {
        let n = f64::from(self.trials());
        if n < 1.0 {
            return None;
        }
        let p = f64::from(self.right) / n;
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some((p, (middle - half).max(0.0), (middle + half).min(1.0)))
    }
}

/// Everything that was measured.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) attacks: BTreeMap<(Group, String), Rate>,
    pub(super) kinds: BTreeMap<(Group, Kind), Rate>,
    pub(super) marked: u32,
    pub(super) unmarked: u32,
    pub(super) false_positives: u32,
    pub(super) psnr: Vec<f64>,
    pub(super) ssim: Vec<f64>,
    pub(super) worst_square: Vec<f64>,
    /// Milliseconds a million pixels.
    pub(super) embedding: Vec<f64>,
    /// Milliseconds a trial.
    pub(super) detecting: Vec<f64>,
}

impl Tally {
    pub(super) fn add_unmarked(&mut self, found: bool) {
        self.unmarked = self.unmarked.saturating_add(1);
        self.false_positives = self.false_positives.saturating_add(u32::from(found));
    }

    pub(super) fn add_marked(&mut self, marked: &Marked) {
        self.marked = self.marked.saturating_add(1);
        self.psnr.push(marked.psnr);
        self.ssim.push(marked.ssim);
        self.worst_square.extend(marked.worst_square);
        self.embedding
            .push(marked.milliseconds / marked.megapixels.max(1e-6));
        for trial in &marked.trials {
            let attack = (trial.group, trial.attack.clone());
            self.attacks.entry(attack).or_default().add(trial.outcome);
            let kind = (trial.group, marked.kind);
            self.kinds.entry(kind).or_default().add(trial.outcome);
            if trial.outcome != Outcome::LeftOut {
                self.detecting.push(trial.milliseconds);
            }
        }
    }

    /// Two tallies as one.
    pub(super) fn with(mut self, other: Self) -> Self {
        for (key, rate) in other.attacks {
            let mine = self.attacks.entry(key).or_default();
            *mine = mine.with(rate);
        }
        for (key, rate) in other.kinds {
            let mine = self.kinds.entry(key).or_default();
            *mine = mine.with(rate);
        }
        self.marked = self.marked.saturating_add(other.marked);
        self.unmarked = self.unmarked.saturating_add(other.unmarked);
        self.false_positives = self.false_positives.saturating_add(other.false_positives);
        self.psnr.extend(other.psnr);
        self.ssim.extend(other.ssim);
        self.worst_square.extend(other.worst_square);
        self.embedding.extend(other.embedding);
        self.detecting.extend(other.detecting);
        self
    }

    /// The rate of every group.
    pub(super) fn groups(&self) -> BTreeMap<Group, Rate> {
        let mut groups: BTreeMap<Group, Rate> = BTreeMap::new();
        for ((group, _), rate) in &self.attacks {
            let mine = groups.entry(*group).or_default();
            *mine = mine.with(*rate);
        }
        groups
    }

    /// The attacks of each group, the worst first.
    pub(super) fn worst_first(&self) -> Vec<(Group, &str, Rate)> {
        let mut rows: Vec<(Group, &str, Rate)> = self
            .attacks
            .iter()
            .map(|((group, name), rate)| (*group, name.as_str(), *rate))
            .collect();
        let share = |rate: Rate| rate.share().map_or(2.0, |(share, ..)| share);
        rows.sort_by(|a, b| {
            let by_group = a.0.cmp(&b.0);
            by_group
                .then(share(a.2).total_cmp(&share(b.2)))
                .then(a.1.cmp(b.1))
        });
        rows
    }

    /// Trials in which another payload was read than the one written.
    pub(super) fn wrong(&self) -> u32 {
        let wrong = self.attacks.values().map(|rate| rate.wrong);
        wrong.fold(0, u32::saturating_add)
    }

    /// What the figures are called, with what they are.
    pub(super) fn figures(&self) -> Vec<(&'static str, String)> {
        let mean_and = |values: &[f64], digits: usize, unit: &str| {
            let n = f64::from(u32::try_from(values.len()).unwrap_or(u32::MAX)).max(1.0);
            let mean = values.iter().sum::<f64>() / n;
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            if values.is_empty() {
                "not measured".to_owned()
            } else {
                format!("{mean:.digits$} mean, {least:.digits$} least{unit}")
            }
        };
        vec![
            ("pictures marked", self.marked.to_string()),
            ("PSNR", mean_and(&self.psnr, 1, " dB")),
            ("SSIM", mean_and(&self.ssim, 4, "")),
            (
                "PSNR of the worst 64 x 64 square",
                mean_and(&self.worst_square, 1, " dB"),
            ),
            (
                "writing, median",
                format!("{:.1} ms a megapixel", median(&self.embedding)),
            ),
            (
                "reading, median",
                format!("{:.1} ms a trial", median(&self.detecting)),
            ),
            ("wrong payloads", self.wrong().to_string()),
            (
                "false positives on unmarked pictures",
                format!("{} of {}", self.false_positives, self.unmarked),
            ),
        ]
    }

    /// The tables for a terminal.
    pub(super) fn text(&self, name: &str) -> String {
        let mut out = format!("{name}\n\n");
        let width = 38;
        for (what, figure) in self.figures() {
            let _ = writeln!(out, "{what:<width$}{figure}");
        }
        let head = format!(
            "{:<width$}{:>7}{:>8}  95 % interval\n",
            "", "trials", "read"
        );
        let _ = write!(out, "\n{head}");
        for (group, rate) in self.groups() {
            line(&mut out, &format!("group {group:?}"), rate);
        }
        let _ = write!(out, "\nby kind of picture\n{head}");
        for ((group, kind), rate) in &self.kinds {
            line(
                &mut out,
                &format!("group {group:?}, {}", kind.as_str()),
                *rate,
            );
        }
        let _ = write!(out, "\nby attack, worst first\n{head}");
        for (group, attack, rate) in self.worst_first() {
            line(&mut out, &format!("{group:?}  {attack}"), rate);
        }
        out
    }

    /// The rates as a table for spreadsheets.
    pub(super) fn csv(&self) -> String {
        let mut out =
            String::from("group,attack,trials,right,wrong,nothing,left_out,rate,low,high\n");
        for (group, attack, rate) in self.worst_first() {
            let (share, low, high) = rate.share().unwrap_or_default();
            let _ = writeln!(
                out,
                "{group:?},{attack},{},{},{},{},{},{share:.4},{low:.4},{high:.4}",
                rate.trials(),
                rate.right,
                rate.wrong,
                rate.nothing,
                rate.left_out,
            );
        }
        out
    }
}

fn line(out: &mut String, what: &str, rate: Rate) {
    let width = 38;
    let _ = match rate.share() {
        Some((share, low, high)) => writeln!(
            out,
            "{what:<width$}{:>7}{:>7.1}%  {:.1}% to {:.1}%",
            rate.trials(),
            100.0 * share,
            100.0 * low,
            100.0 * high,
        ),
        None => writeln!(out, "{what:<width$}{:>7}  left out {}", 0, rate.left_out),
    };
}

/// The middle value; 0 without values.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_wilson() {
        let rate = |right, nothing| Rate {
            right,
            nothing,
            ..Rate::default()
        };
        assert_eq!(rate(0, 0).share(), None);
        // 10 of 10: lower bound 1 / (1 + z^2 / n) = 0.7225; 81 of 263: Newcombe (1998), table I.
        let (_, low, high) = rate(10, 0).share().unwrap();
        assert!((low - 0.7225).abs() < 1e-4 && high > 0.9999);
        let (_, low, high) = rate(81, 182).share().unwrap();
        assert!((low - 0.2553).abs() < 1e-4 && (high - 0.3662).abs() < 1e-4);
    }

    #[test]
    fn the_worst_attack_of_a_group_comes_first() {
        let mut tally = Tally::default();
        for (group, name, outcome) in [
            (Group::B, "hard", Outcome::Nothing),
            (Group::A, "easy", Outcome::Right),
            (Group::A, "less easy", Outcome::Wrong),
            (Group::A, "no codec", Outcome::LeftOut),
        ] {
            let key = (group, name.to_owned());
            tally.attacks.entry(key).or_default().add(outcome);
        }
        let names: Vec<&str> = tally
            .worst_first()
            .iter()
            .map(|(_, name, _)| *name)
            .collect();
        assert_eq!(names, ["less easy", "easy", "no codec", "hard"]);
        assert_eq!(tally.wrong(), 1);
        assert!(tally.text("x").contains("left out 1"));
    }
}
