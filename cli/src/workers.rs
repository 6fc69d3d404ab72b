//! Many assets at once, one report in order.
//!
//! Every job takes the next item, works on it, and hands the result to one writer on the calling
//! thread. A job may run ahead of the writer by a bounded number of items and then waits, so that
//! memory does not grow with the length of the list, whatever the order of completion.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
};

/// How far jobs run ahead of the writer, in items per job. One slow file holds up the writing of
/// its followers, not their examination: at 30 s for the slowest and 1 ms for the others, more
/// would only cost memory.
const LOOK_AHEAD: u64 = 64;

/// Stack of a job, as deep as a worker process has: without one, foreign parsers run here.
const STACK: usize = 64 << 20;

/// How to run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule<'a> {
    /// Jobs at the same time.
    pub(crate) jobs: NonZeroUsize,
    /// Results in the order of items; else as they come.
    pub(crate) ordered: bool,
    /// Turns true when no further item shall be taken. What is in hand is finished.
    pub(crate) stop: &'a AtomicBool,
}

/// What the writer is told.
pub(crate) enum Event<T> {
    /// The next result.
    Result(T),
    /// No result is waiting: a good moment to flush.
    Idle,
}

/// Works on every item and writes every result. Returns the items' iterator, which knows what it
/// passed over.
///
/// `prepare` makes what one job keeps for itself from item to item.
///
/// # Errors
/// When `write` fails; then no further item is taken.
pub(crate) fn run<Items, Kept, Done, Error>(
    schedule: Schedule<'_>,
    items: Items,
    prepare: impl Fn() -> Kept + Sync,
    work: impl Fn(&mut Kept, Items::Item) -> Done + Sync,
    mut write: impl FnMut(Event<Done>) -> Result<(), Error>,
) -> anyhow::Result<Items>
where
    Items: Iterator + Send,
    Done: Send,
    Error: Into<anyhow::Error>,
{
    let jobs = u64::try_from(schedule.jobs.get()).unwrap_or(u64::MAX);
    let gate = Gate {
        written: Mutex::new(0),
        moved: Condvar::new(),
        ahead: jobs.saturating_mul(LOOK_AHEAD),
        closed: AtomicBool::new(false),
    };
    let source = Mutex::new(Source { items, taken: 0 });
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(schedule.jobs.get())
        .thread_name(|index| format!("examine-{index}"))
        .stack_size(STACK)
        .build()?;
    let (sender, results) = mpsc::channel();

    let outcome = pool.in_place_scope(|scope| {
        for _ in 0..schedule.jobs.get() {
            let sender = sender.clone();
            let (gate, source, prepare, work) = (&gate, &source, &prepare, &work);
            scope.spawn(move |_| {
                let mut kept = prepare();
                while let Some((number, item)) = take(source, gate, schedule.stop) {
                    if sender.send((number, work(&mut kept, item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let outcome = write_all(&results, &gate, schedule.ordered, &mut write);
        // After a failed write nobody may wait for the writer.
        gate.close();
        outcome
    });
    let source = source.into_inner().unwrap_or_else(PoisonError::into_inner);
    outcome.map_err(Into::into).map(|()| source.items)
}

struct Source<Items> {
    items: Items,
    taken: u64,
}

/// Keeps jobs from running away from the writer.
struct Gate {
    written: Mutex<u64>,
    moved: Condvar,
    ahead: u64,
    closed: AtomicBool,
}

impl Gate {
    /// Waits until item `number` may be worked on; false when the run is over.
    fn pass(&self, number: u64) -> bool {
        let mut written = lock(&self.written);
        while number.saturating_sub(*written) >= self.ahead {
            if self.closed.load(Ordering::Relaxed) {
                return false;
            }
            written = self
                .moved
                .wait(written)
                .unwrap_or_else(PoisonError::into_inner);
        }
        !self.closed.load(Ordering::Relaxed)
    }

    fn advance(&self) {
        let mut written = lock(&self.written);
        *written = written.saturating_add(1);
        self.moved.notify_all();
    }

    fn close(&self) {
        let _written = lock(&self.written);
        self.closed.store(true, Ordering::Relaxed);
        self.moved.notify_all();
    }
}

/// The next item with its number. One job at a time: the order of numbers is that of items.
fn take<Items: Iterator>(
    source: &Mutex<Source<Items>>,
    gate: &Gate,
    stop: &AtomicBool,
) -> Option<(u64, Items::Item)> {
    let mut source = lock(source);
    if !gate.pass(source.taken) || stop.load(Ordering::Relaxed) {
        return None;
    }
    let item = source.items.next()?;
    let number = source.taken;
    source.taken = number.saturating_add(1);
    Some((number, item))
}

fn write_all<Done, Error>(
    results: &mpsc::Receiver<(u64, Done)>,
    gate: &Gate,
    ordered: bool,
    write: &mut impl FnMut(Event<Done>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut early = BTreeMap::new();
    let mut next = 0_u64;
    loop {
        let (number, done) = match results.try_recv() {
            Ok(result) => result,
            Err(mpsc::TryRecvError::Empty) => {
                write(Event::Idle)?;
                match results.recv() {
                    Ok(result) => result,
                    Err(mpsc::RecvError) => return Ok(()),
                }
            }
            Err(mpsc::TryRecvError::Disconnected) => return Ok(()),
        };
        if !ordered {
            write(Event::Result(done))?;
            gate.advance();
            continue;
        }
        early.insert(number, done);
        while let Some(done) = early.remove(&next) {
            write(Event::Result(done))?;
            gate.advance();
            next = next.saturating_add(1);
        }
    }
}

/// A poisoned lock guards nothing that a panic could leave half-done here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, reason = "small numbers of a test")]

    use std::{
        convert::Infallible,
        num::NonZeroUsize,
        sync::atomic::{AtomicBool, AtomicU64, Ordering},
    };

    use super::{Event, LOOK_AHEAD, Schedule, run};

    fn schedule(jobs: usize, ordered: bool, stop: &AtomicBool) -> Schedule<'_> {
        Schedule {
            jobs: NonZeroUsize::new(jobs).unwrap(),
            ordered,
            stop,
        }
    }

    /// Work that takes longer for some items than for others.
    fn uneven(item: u64) -> u64 {
        let rounds = if item.is_multiple_of(7) { 20_000 } else { 10 };
        (0..rounds).fold(item, |value, _| std::hint::black_box(value))
    }

    fn collect(jobs: usize, ordered: bool, items: u64) -> Vec<u64> {
        let stop = AtomicBool::new(false);
        let mut written = Vec::new();
        run(
            schedule(jobs, ordered, &stop),
            0..items,
            || (),
            |(), item| uneven(item),
            |event| {
                if let Event::Result(item) = event {
                    written.push(item);
                }
                Ok::<_, Infallible>(())
            },
        )
        .unwrap();
        written
    }

    #[test]
    fn order_is_kept_whatever_the_jobs() {
        let expected: Vec<u64> = (0..2000).collect();
        for jobs in [1, 2, 8] {
            assert_eq!(collect(jobs, true, 2000), expected, "{jobs} jobs");
        }
    }

    #[test]
    fn unordered_loses_nothing() {
        let mut written = collect(8, false, 2000);
        written.sort_unstable();
        assert_eq!(written, (0..2000).collect::<Vec<_>>());
    }

    #[test]
    fn jobs_wait_for_a_slow_writer() {
        let stop = AtomicBool::new(false);
        let started = AtomicU64::new(0);
        let mut furthest = 0;
        let mut written = 0;
        run(
            schedule(4, true, &stop),
            0..5000_u64,
            || (),
            |(), _| started.fetch_add(1, Ordering::SeqCst),
            |event| {
                if let Event::Result(_) = event {
                    std::thread::yield_now();
                    furthest = furthest.max(started.load(Ordering::SeqCst) - written);
                    written += 1;
                }
                Ok::<_, Infallible>(())
            },
        )
        .unwrap();
        assert_eq!(written, 5000);
        assert!(furthest <= 4 * LOOK_AHEAD + 4, "{furthest}");
    }

    #[test]
    fn a_stop_finishes_what_is_in_hand() {
        let stop = AtomicBool::new(false);
        let mut written = Vec::new();
        let mut left = run(
            schedule(2, true, &stop),
            0..1_000_000_u64,
            || (),
            |(), item| item,
            |event| {
                if let Event::Result(item) = event {
                    written.push(item);
                    stop.store(item >= 100, Ordering::Relaxed);
                }
                Ok::<_, Infallible>(())
            },
        )
        .unwrap();
        let next = left.next().unwrap();
        assert_eq!(written, (0..next).collect::<Vec<_>>());
        assert!(next < 1_000_000);
    }

    #[test]
    fn a_failed_write_ends_the_run() {
        let stop = AtomicBool::new(false);
        let result = run(
            schedule(4, true, &stop),
            0..1_000_000_u64,
            || (),
            |(), item| item,
            |event| match event {
                Event::Result(10) => Err(std::io::Error::other("disk full")),
                _ => Ok(()),
            },
        );
        assert_eq!(result.unwrap_err().to_string(), "disk full");
    }
}
