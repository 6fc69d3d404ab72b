//! What a worker said last, and what it died of.

use std::{
    io::Read,
    process::{ChildStderr, ExitStatus},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// How much of the last words is kept, in bytes.
const KEPT: usize = 2048;

/// How long to wait for last words that are still on their way.
const PATIENCE: Duration = Duration::from_millis(200);

/// How the standard library announces that an allocation failed (`alloc::handle_alloc_error`).
const NO_MEMORY: &str = "memory allocation of";

/// How it announces that a stack met its guard page.
const NO_STACK: &str = "has overflowed its stack";

/// Why a worker died.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Death {
    /// It asked for more memory than its share.
    Memory,
    /// It recursed deeper than its stack.
    Stack,
    /// Something else: the exit status, or what the pipe said.
    Other(String),
}

/// Listens to a worker's standard error, so that it never waits for a reader.
#[derive(Debug)]
pub(super) struct LastWords {
    said: Arc<Mutex<Vec<u8>>>,
    listener: Option<thread::JoinHandle<()>>,
}

impl LastWords {
    /// Starts to listen.
    pub(super) fn of(mut stderr: ChildStderr) -> std::io::Result<Self> {
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&said);
        let listener = thread::Builder::new()
            .name("last-words".to_owned())
            .stack_size(64 << 10)
            .spawn(move || {
                let mut buffer = [0; 512];
                while let Ok(count @ 1..) = stderr.read(&mut buffer) {
                    let mut said = heard.lock().unwrap_or_else(PoisonError::into_inner);
                    said.extend(buffer.get(..count).unwrap_or_default());
                    let excess = said.len().saturating_sub(KEPT);
                    said.drain(..excess);
                }
            })?;
        Ok(Self {
            said,
            listener: Some(listener),
        })
    }

    /// What a worker that ended with `status` died of.
    pub(super) fn death(&mut self, status: Option<ExitStatus>, otherwise: &str) -> Death {
        // The words come through a pipe that closed with the process: all but at once.
        let asked = Instant::now();
        if let Some(listener) = self.listener.take() {
            while !listener.is_finished() && asked.elapsed() < PATIENCE {
                thread::sleep(Duration::from_millis(1));
            }
        }
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let said = String::from_utf8_lossy(&said);
        if said.contains(NO_MEMORY) {
            Death::Memory
        } else if said.contains(NO_STACK) {
            Death::Stack
        } else {
            Death::Other(match status {
                Some(status) if !status.success() => status.to_string(),
                _ => otherwise.to_owned(),
            })
        }
    }
}
