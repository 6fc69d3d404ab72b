//! How far a run has come, on a terminal, for people who wait.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// While the number of files is not known. Figures alone: they need no language.
const COUNTING: &str = "{spinner} {human_pos}  {rate}";
/// Once it is.
const COUNTED: &str = "{bar:30} {human_pos}/{human_len}  {rate}  {eta}";

/// A progress bar, or the absence of one.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    over: Arc<AtomicBool>,
}

impl Progress {
    /// No bar.
    pub(crate) fn hidden() -> Self {
        Self {
            bar: None,
            over: Arc::default(),
        }
    }

    /// A bar on standard error. `all` is counted on a thread of its own, so that the run can
    /// begin at once; without it, the number of files stays unknown.
    pub(crate) fn shown<I>(all: Option<I>) -> Self
    where
        I: Iterator + Send + 'static,
    {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(8));
        bar.set_style(style(COUNTING));
        bar.enable_steady_tick(Duration::from_millis(250));
        let over = Arc::new(AtomicBool::new(false));
        if let Some(all) = all {
            let (bar, over) = (bar.clone(), Arc::clone(&over));
            thread::spawn(move || {
                let mut count = 0_u64;
                for _ in all {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    count = count.saturating_add(1);
                }
                bar.set_length(count);
                bar.set_style(style(COUNTED));
            });
        }
        Self {
            bar: Some(bar),
            over,
        }
    }

    /// One more file is done.
    pub(crate) fn advance(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Does something that writes to the terminal, with the bar out of the way.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", |state: &ProgressState, out: &mut dyn fmt::Write| {
            // A rate that cannot be written is no rate.
            let _ = write!(out, "{:.0}/s", state.per_sec());
        })
}
