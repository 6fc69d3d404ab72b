#![allow(clippy::arithmetic_side_effects, reason = "small numbers of a test")]

use std::{
    convert::Infallible,
    num::NonZeroUsize,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

use super::{Event, LOOK_AHEAD, Lane, Schedule, WAITING, Work, run};

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
        |(), item, _| Work::Done(uneven(*item), 0),
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
        |(), _, _| Work::Done(started.fetch_add(1, Ordering::SeqCst), 0),
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
        |(), item, _| Work::Done(*item, 0),
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
        |(), item, _| Work::Done(*item, 0),
        |event| match event {
            Event::Result(10) => Err(std::io::Error::other("disk full")),
            _ => Ok(()),
        },
    );
    assert_eq!(result.unwrap_err().to_string(), "disk full");
}

#[test]
fn items_that_need_much_are_done_one_at_a_time_and_hold_up_nobody() {
    let stop = AtomicBool::new(false);
    let (alone, others) = (AtomicU64::new(0), AtomicU64::new(0));
    let (mut most, mut written) = (AtomicU64::new(0), Vec::new());
    run(
        schedule(4, true, &stop),
        0..400_u64,
        || (),
        |(), item, lane| match lane {
            Lane::Shared if item % 10 == 0 => Work::Alone,
            Lane::Shared => {
                others.fetch_add(1, Ordering::SeqCst);
                Work::Done(*item, 0)
            }
            Lane::Alone => {
                most.fetch_max(alone.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                if *item == 0 {
                    // The first waits for what only other jobs can do.
                    while others.load(Ordering::SeqCst) < 100 {
                        std::thread::yield_now();
                    }
                }
                alone.fetch_sub(1, Ordering::SeqCst);
                Work::Done(*item, 0)
            }
        },
        |event| {
            if let Event::Result(item) = event {
                written.push(item);
            }
            Ok::<_, Infallible>(())
        },
    )
    .unwrap();
    assert_eq!(*most.get_mut(), 1);
    assert_eq!(written, (0..400).collect::<Vec<_>>());
}

#[test]
fn heavy_results_make_jobs_wait() {
    let stop = AtomicBool::new(false);
    let started = AtomicU64::new(0);
    let mut furthest = 0;
    let mut written = 0;
    run(
        schedule(4, true, &stop),
        0..200_u64,
        || (),
        |(), _, _| {
            let number = started.fetch_add(1, Ordering::SeqCst);
            Work::Done(number, WAITING / 4)
        },
        |event| {
            if let Event::Result(_) = event {
                std::thread::sleep(std::time::Duration::from_micros(200));
                furthest = furthest.max(started.load(Ordering::SeqCst) - written);
                written += 1;
            }
            Ok::<_, Infallible>(())
        },
    )
    .unwrap();
    assert_eq!(written, 200);
    // Four fill the bound, and each of four jobs may have had one more in hand.
    assert!(furthest <= 10, "{furthest}");
}
