//! Which inputs are done, by their position in the walk.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use crate::walk::Found;

/// FNV-1a, 64 bits (draft-eastlake-fnv): tells accidents from each other, not attacks.
pub(super) fn fnv1a(bytes: &[u8]) -> u64 {
    go_on(OFFSET, bytes)
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

fn go_on(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

/// A hash of the names of all inputs up to one, that one included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Chain(u64);

impl Default for Chain {
    fn default() -> Self {
        Self(OFFSET)
    }
}

impl Chain {
    fn and(self, found: &Found) -> Self {
        let name = go_on(self.0, found.path.as_os_str().as_encoded_bytes());
        // No name holds a NUL byte, so that two names are never one.
        Self(go_on(name, &[0]))
    }
}

/// Where an input stands in the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    number: u64,
    chain: Chain,
}

/// What is done: everything before a point, and some ranges after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Done {
    /// Inputs done without a gap from the first.
    next: u64,
    /// Their names.
    chain: Chain,
    /// Ranges done after a gap, first and one past the last.
    further: Vec<(u64, u64)>,
}

impl Done {
    /// The first input that is not done, as far as is known without looking at the walk.
    #[cfg(test)]
    pub(super) const fn first_open(&self) -> u64 {
        self.next
    }
}

/// The same, while it grows.
#[derive(Debug)]
pub(super) struct Trail {
    done: Done,
    /// The chain at each position done after a gap.
    chains: BTreeMap<u64, Chain>,
}

impl From<Done> for Trail {
    fn from(done: Done) -> Self {
        Self {
            done,
            chains: BTreeMap::new(),
        }
    }
}

impl Trail {
    pub(super) const fn done(&self) -> &Done {
        &self.done
    }

    /// Takes the inputs that are done without a gap from `walk`; the chain after them.
    pub(super) fn pass_over(
        &self,
        walk: &mut impl Iterator<Item = Found>,
    ) -> anyhow::Result<Chain> {
        let mut chain = Chain::default();
        for number in 0..self.done.next {
            let found = walk
                .next()
                .with_context(|| format!("they end after {number}"))?;
            chain = chain.and(&found);
        }
        if chain != self.done.chain {
            bail!("the first {} have other names", self.done.next);
        }
        Ok(chain)
    }

    /// One more is done, in this run or in an earlier one.
    pub(super) fn add(&mut self, position: Position) {
        let Position { number, chain } = position;
        if number == self.done.next {
            self.done.next = number.saturating_add(1);
            self.done.chain = chain;
            self.close_gap();
            return;
        }
        self.chains.insert(number, chain);
        let past = number.saturating_add(1);
        let further = &mut self.done.further;
        let after = further.partition_point(|(start, _)| *start <= number);
        let before = after
            .checked_sub(1)
            .and_then(|index| further.get_mut(index));
        let joined = match before {
            Some((_, end)) if *end > number => return,
            Some((_, end)) if *end == number => {
                *end = past;
                true
            }
            _ => false,
        };
        if !joined {
            further.insert(after, (number, past));
        }
        // What now touches is one range.
        let first = if joined {
            after.saturating_sub(1)
        } else {
            after
        };
        let next = further.get(first.saturating_add(1)).copied();
        if let Some((start, end)) = next
            && start == past
        {
            further.remove(first.saturating_add(1));
            if let Some(range) = further.get_mut(first) {
                range.1 = end;
            }
        }
    }

    /// Joins ranges to what is done without a gap, once nothing lies between.
    fn close_gap(&mut self) {
        if let Some((start, end)) = self.done.further.first_mut() {
            // What an earlier run did is passed by one at a time.
            *start = (*start).max(self.done.next);
            let past = *end;
            let last = past.checked_sub(1);
            if *start == past {
                self.done.further.remove(0);
            } else if *start == self.done.next
                && let Some(chain) = last.and_then(|last| self.chains.get(&last))
            {
                self.done.chain = *chain;
                self.done.next = past;
                self.done.further.remove(0);
            }
        }
        self.chains = self.chains.split_off(&self.done.next);
    }
}

/// A walk whose inputs know where they stand; those that an earlier run has done are left out.
#[derive(Debug)]
pub(crate) struct Numbered<Walk> {
    walk: Walk,
    next: u64,
    chain: Chain,
    done: Vec<(u64, u64)>,
}

impl<Walk> Numbered<Walk> {
    /// The first input of `walk` stands where `done` ends.
    pub(super) fn new(walk: Walk, chain: Chain, done: Done) -> Self {
        Self {
            walk,
            next: done.next,
            chain,
            done: done.further,
        }
    }

    /// A walk of which nothing is done.
    pub(crate) fn from_start(walk: Walk) -> Self {
        Self::new(walk, Chain::default(), Done::default())
    }

    /// The walk itself.
    pub(crate) fn into_inner(self) -> Walk {
        self.walk
    }
}

/// An input to examine, or one that an earlier run has examined.
#[derive(Debug)]
pub(crate) enum Step {
    /// To do.
    ToDo(Found),
    /// Done; only its position matters.
    Done,
}

impl<Walk: Iterator<Item = Found>> Iterator for Numbered<Walk> {
    type Item = (Position, Step);

    fn next(&mut self) -> Option<Self::Item> {
        let found = self.walk.next()?;
        self.chain = self.chain.and(&found);
        let position = Position {
            number: self.next,
            chain: self.chain,
        };
        self.next = self.next.saturating_add(1);
        let is_done = self
            .done
            .iter()
            .any(|(start, end)| (*start..*end).contains(&position.number));
        let step = if is_done {
            Step::Done
        } else {
            Step::ToDo(found)
        };
        Some((position, step))
    }
}
