//! Many assets at once, one report in order.
//!
//! Every job takes the next item, works on it, and hands the result to one writer on the calling
//! thread. A job may run ahead of the writer by a bounded number of items and then waits, so that
//! memory does not grow with the length of the list, whatever the order of completion. What waits
//! to be written may also weigh no more than a bound.
//!
//! Items that need much are done one at a time, on a lane of their own: whichever job meets the
//! first of them keeps the lane until no such item waits, and the other jobs go on with the rest.

use std::{
    collections::{BTreeMap, VecDeque},
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

/// How much results may weigh that wait to be written, in bytes. Sixty of the longest possible
/// answers of a worker; ordinary ones take 2 KB.
const WAITING: usize = 64 << 20;

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

/// Which items are worked on at the same time as this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Others, on all jobs.
    Shared,
    /// Of those that need much, this one alone.
    Alone,
}

/// What came of an item.
pub(crate) enum Work<Done> {
    /// A result, and about how many bytes of memory it takes.
    Done(Done, usize),
    /// It needs much: once more, on the other lane. Never the answer there.
    Alone,
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
    work: impl Fn(&mut Kept, &Items::Item, Lane) -> Work<Done> + Sync,
    mut write: impl FnMut(Event<Done>) -> Result<(), Error>,
) -> anyhow::Result<Items>
where
    Items: Iterator + Send,
    Items::Item: Send,
    Done: Send,
    Error: Into<anyhow::Error>,
{
    let jobs = u64::try_from(schedule.jobs.get()).unwrap_or(u64::MAX);
    let gate = Gate {
        progress: Mutex::default(),
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
    let alone = Alone::default();
    let (sender, results) = mpsc::channel();

    let outcome = pool.in_place_scope(|scope| {
        for _ in 0..schedule.jobs.get() {
            let sender = sender.clone();
            let (gate, source, alone) = (&gate, &source, &alone);
            let (prepare, work) = (&prepare, &work);
            scope.spawn(move |_| {
                let mut kept = prepare();
                let send = |number, done, weight| {
                    gate.load(weight);
                    sender.send((number, done, weight)).is_ok()
                };
                while let Some((number, item)) = take(source, gate, schedule.stop) {
                    match work(&mut kept, &item, Lane::Shared) {
                        Work::Done(done, weight) => {
                            if !send(number, done, weight) {
                                return;
                            }
                        }
                        Work::Alone => {
                            let mut next = alone.enter(number, item);
                            while let Some((number, item)) = next {
                                if let Work::Done(done, weight) =
                                    work(&mut kept, &item, Lane::Alone)
                                    && !send(number, done, weight)
                                {
                                    return;
                                }
                                next = alone.next();
                            }
                        }
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

/// The lane of items that need much.
struct Alone<Item> {
    waiting: Mutex<Waiting<Item>>,
}

struct Waiting<Item> {
    taken: bool,
    items: VecDeque<(u64, Item)>,
}

impl<Item> Default for Alone<Item> {
    fn default() -> Self {
        Self {
            waiting: Mutex::new(Waiting {
                taken: false,
                items: VecDeque::new(),
            }),
        }
    }
}

impl<Item> Alone<Item> {
    /// Takes the lane for this item; when another job has it, leaves the item to that job. How
    /// many wait is bounded by how far jobs may run ahead.
    fn enter(&self, number: u64, item: Item) -> Option<(u64, Item)> {
        let mut waiting = lock(&self.waiting);
        if waiting.taken {
            waiting.items.push_back((number, item));
            return None;
        }
        waiting.taken = true;
        Some((number, item))
    }

    /// The next item for whoever has the lane; without one, the lane is free again.
    fn next(&self) -> Option<(u64, Item)> {
        let mut waiting = lock(&self.waiting);
        let next = waiting.items.pop_front();
        waiting.taken = next.is_some();
        next
    }
}

/// Keeps jobs from running away from the writer.
struct Gate {
    progress: Mutex<Progress>,
    moved: Condvar,
    ahead: u64,
    closed: AtomicBool,
}

#[derive(Default)]
struct Progress {
    /// Results written.
    written: u64,
    /// What the others weigh.
    waiting: usize,
}

impl Gate {
    /// Waits until item `number` may be worked on; false when the run is over.
    fn pass(&self, number: u64) -> bool {
        let mut progress = lock(&self.progress);
        while number.saturating_sub(progress.written) >= self.ahead || progress.waiting > WAITING {
            if self.closed.load(Ordering::Relaxed) {
                return false;
            }
            progress = self
                .moved
                .wait(progress)
                .unwrap_or_else(PoisonError::into_inner);
        }
        !self.closed.load(Ordering::Relaxed)
    }

    /// A result of that weight waits to be written.
    fn load(&self, weight: usize) {
        if weight > 0 {
            let mut progress = lock(&self.progress);
            progress.waiting = progress.waiting.saturating_add(weight);
        }
    }

    /// A result of that weight was written.
    fn advance(&self, weight: usize) {
        let mut progress = lock(&self.progress);
        progress.written = progress.written.saturating_add(1);
        progress.waiting = progress.waiting.saturating_sub(weight);
        self.moved.notify_all();
    }

    fn close(&self) {
        let _progress = lock(&self.progress);
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
    results: &mpsc::Receiver<(u64, Done, usize)>,
    gate: &Gate,
    ordered: bool,
    write: &mut impl FnMut(Event<Done>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut early = BTreeMap::new();
    let mut next = 0_u64;
    loop {
        let (number, done, weight) = match results.try_recv() {
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
            gate.advance(weight);
            continue;
        }
        early.insert(number, (done, weight));
        while let Some((done, weight)) = early.remove(&next) {
            write(Event::Result(done))?;
            gate.advance(weight);
            next = next.saturating_add(1);
        }
    }
}

/// A poisoned lock guards nothing that a panic could leave half-done here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
