//! The text that collectors read.

use std::{fmt::Write, sync::atomic::Ordering};

use hallmark::report::ToolRecord;

use super::{BOUNDS, Ending, Metrics, Stage};

impl Stage {
    const fn name(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Examine => "examine",
            Self::Cache => "cache",
            Self::Judge => "judge",
        }
    }
}

/// All metrics, each with its help and type.
pub(super) fn exposition(metrics: &Metrics) -> String {
    let counted = metrics.counted().clone();
    let mut out = Text(String::new());
    out.family("build_info", "gauge", "Version and rules of this program.");
    out.line(format_args!(
        "hallmark_build_info{{version=\"{}\",ruleset=\"{}\"}} 1",
        ToolRecord::CURRENT.version,
        ToolRecord::CURRENT.ruleset
    ));
    out.family("run_active", "gauge", "1 while the run goes on.");
    let active = u8::from(!counted.over);
    out.line(format_args!("hallmark_run_active {active}"));
    out.family("run_seconds", "gauge", "Time since the run began.");
    let seconds = metrics.begun.elapsed().as_secs_f64();
    out.line(format_args!("hallmark_run_seconds {seconds:.3}"));
    out.family("files_total", "counter", "Files done.");
    out.line(format_args!("hallmark_files_total {}", counted.files));
    out.family("bytes_total", "counter", "Bytes of the files with records.");
    out.line(format_args!("hallmark_bytes_total {}", counted.bytes));
    out.family(
        "not_media_total",
        "counter",
        "Files in folders that are no media.",
    );
    out.line(format_args!(
        "hallmark_not_media_total {}",
        counted.not_media
    ));
    out.family("records_total", "counter", "Records by credential state.");
    for (state, count) in &counted.states {
        out.line(format_args!(
            "hallmark_records_total{{state=\"{state}\"}} {count}"
        ));
    }
    out.family(
        "worker_starts_total",
        "counter",
        "Worker processes started.",
    );
    let workers = metrics.workers.load(Ordering::Relaxed);
    out.line(format_args!("hallmark_worker_starts_total {workers}"));
    out.family(
        "worker_restarts_total",
        "counter",
        "Worker processes that ended before the run did.",
    );
    for (ending, count) in Ending::ALL.iter().zip(&metrics.endings) {
        out.line(format_args!(
            "hallmark_worker_restarts_total{{reason=\"{}\"}} {}",
            ending.name(),
            count.load(Ordering::Relaxed)
        ));
    }
    if let Some(confinement) = counted.confinement {
        out.family(
            "worker_confined",
            "gauge",
            "1 where a layer of confinement holds.",
        );
        for (layer, holds) in [
            ("landlock", confinement.landlock),
            ("seccomp", confinement.seccomp),
            ("memory", confinement.memory),
        ] {
            let holds = u8::from(holds);
            out.line(format_args!(
                "hallmark_worker_confined{{layer=\"{layer}\"}} {holds}"
            ));
        }
    }
    out.family(
        "cache_lookups_total",
        "counter",
        "Files asked of the cache.",
    );
    for (result, count) in [
        ("hit", &metrics.cache_hits),
        ("miss", &metrics.cache_misses),
    ] {
        out.line(format_args!(
            "hallmark_cache_lookups_total{{result=\"{result}\"}} {}",
            count.load(Ordering::Relaxed)
        ));
    }
    out.family(
        "stage_seconds",
        "histogram",
        "Time of a stage, for one file.",
    );
    for ((stage, format), histogram) in &counted.latency {
        let labels = format!("stage=\"{}\",format=\"{format}\"", stage.name());
        for (bound, count) in BOUNDS.iter().zip(&histogram.classes) {
            out.line(format_args!(
                "hallmark_stage_seconds_bucket{{{labels},le=\"{bound}\"}} {count}"
            ));
        }
        let count = histogram.count;
        out.line(format_args!(
            "hallmark_stage_seconds_bucket{{{labels},le=\"+Inf\"}} {count}"
        ));
        out.line(format_args!(
            "hallmark_stage_seconds_sum{{{labels}}} {:.6}",
            histogram.seconds
        ));
        out.line(format_args!(
            "hallmark_stage_seconds_count{{{labels}}} {count}"
        ));
    }
    out.0
}

struct Text(String);

impl Text {
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        self.line(format_args!("# HELP hallmark_{name} {help}"));
        self.line(format_args!("# TYPE hallmark_{name} {kind}"));
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{line}");
    }
}
