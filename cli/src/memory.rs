//! How the memory of a run is shared out.
//!
//! Every job has a worker, and every worker a share. One asset at a time may take more, on a lane
//! of its own: what outgrows a share is examined again there, and what is long to begin with goes
//! there at once. So the sum never exceeds what the run may take, whatever the files are.

/// What the program itself and the first pages of its workers take, in bytes: about 25 MB each
/// were measured, besides 64 MiB of metadata that each job may hold (`Limits::metadata_block`).
const OWN: u64 = 48 << 20;
/// The same for each job: its worker's first pages, and metadata and records in hand.
const EACH_JOB: u64 = 64 << 20;

/// A share when no total is given. A picture of 24 million pixels takes a third of it.
const SHARE: u64 = 1 << 30;

/// How many shares an asset on the lane of its own may take.
const ALONE: u64 = 4;

/// The smallest share that makes sense: a picture of 12 million pixels, decoded once.
const SMALLEST: u64 = 64 << 20;

/// Files of more bytes go to the lane of their own, if foreign parsers must look into them.
pub(crate) const LARGE: u64 = 64 << 20;

/// What a worker may take for one asset, in bytes beyond what it has when it waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    /// For assets that are examined beside others.
    pub(crate) ordinary: u64,
    /// For the one asset on the lane of its own.
    pub(crate) alone: u64,
}

impl Default for Shares {
    fn default() -> Self {
        Self {
            ordinary: SHARE,
            alone: SHARE.saturating_mul(ALONE),
        }
    }
}

impl Shares {
    /// Shares of `total` bytes among `jobs` workers; `Err` holds the least that is enough.
    pub(crate) fn of(total: u64, jobs: u64) -> Result<Self, u64> {
        let fixed = OWN.saturating_add(EACH_JOB.saturating_mul(jobs));
        let parts = jobs.saturating_sub(1).saturating_add(ALONE);
        let ordinary = total
            .saturating_sub(fixed)
            .checked_div(parts)
            .unwrap_or_default();
        if ordinary < SMALLEST {
            return Err(fixed.saturating_add(SMALLEST.saturating_mul(parts)));
        }
        Ok(Self {
            ordinary,
            alone: ordinary.saturating_mul(ALONE),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{ALONE, EACH_JOB, OWN, SMALLEST, Shares};

    #[test]
    fn shares_add_up_to_no_more_than_the_total() {
        for (total, jobs) in [(1_u64 << 30, 1), (1 << 30, 2), (2 << 30, 8), (64 << 30, 64)] {
            let shares = Shares::of(total, jobs).unwrap();
            let sum = OWN + jobs * EACH_JOB + (jobs - 1) * shares.ordinary + shares.alone;
            assert!(sum <= total, "{total} among {jobs}: {sum}");
            assert_eq!(shares.alone, ALONE * shares.ordinary);
        }
    }

    #[test]
    fn too_little_is_refused_with_what_would_do() {
        let least = Shares::of(100 << 20, 4).unwrap_err();
        assert_eq!(Shares::of(least, 4).unwrap().ordinary, SMALLEST);
    }
}
