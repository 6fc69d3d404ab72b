//! The memory of planes that are done with, for the planes that follow: pages that a system hands out
//! afresh cost more than most loops over them.

use std::cell::RefCell;

thread_local! {
    static SPARE: RefCell<Vec<Vec<f32>>> = const { RefCell::new(Vec::new()) };
}

/// Vectors that a thread keeps, at most, and the capacity of one: up to 16 MiB each, but planes of the
/// canonical size of common pictures have about 3.
const MOST: usize = 8;
const KEPT: std::ops::RangeInclusive<usize> = 1 << 14..=1 << 22;

/// An empty vector with room for `count` samples.
pub(super) fn samples(count: usize) -> Vec<f32> {
    let kept = SPARE.with_borrow_mut(|spare| {
        let large_enough = (0..)
            .zip(spare.iter())
            .filter(|(_, samples)| samples.capacity() >= count);
        let (at, _) = large_enough.min_by_key(|(_, samples)| samples.capacity())?;
        KEPT.contains(&count).then(|| spare.swap_remove(at))
    });
    kept.unwrap_or_else(|| Vec::with_capacity(count))
}

/// Keeps the memory of samples that are done with; of too many, the largest.
pub(super) fn keep(mut samples: Vec<f32>) {
    if !KEPT.contains(&samples.capacity()) {
        return;
    }
    samples.clear();
    // A thread that ends keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        spare.push(samples);
        let least = (0..)
            .zip(spare.iter())
            .min_by_key(|(_, samples)| samples.capacity());
        if let Some((at, _)) = least.filter(|_| spare.len() > MOST) {
            spare.swap_remove(at);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_used_again_and_bounded() {
        let least = *KEPT.start();
        let first = samples(2 * least);
        let place = first.as_ptr();
        keep(first);
        let second = samples(least);
        assert_eq!(second.as_ptr(), place);
        assert!(second.is_empty());
        keep(second);
        let third = samples(3 * least);
        assert_ne!(third.as_ptr(), place);
        for count in 0..20 {
            keep(Vec::with_capacity(least + count));
        }
        keep(Vec::with_capacity(1));
        keep(Vec::with_capacity(KEPT.end() + 1));
        let kept = SPARE.with_borrow(|spare| spare.iter().map(Vec::capacity).collect::<Vec<_>>());
        assert_eq!(kept.len(), MOST);
        assert!(kept.contains(&(2 * least)) && !kept.contains(&least));
    }
}
