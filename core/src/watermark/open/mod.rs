//! Open watermarks: the public marks that widely used picture generators write into pixels.
//!
//! Their method and their bits are published, so anybody can write them, remove them, or stamp
//! them on a photograph. A match says "carries the public mark of this generator"; no match says
//! nothing at all, since ordinary JPEG compression, scaling and cropping destroy them.
//! The marks, the method and how often each is found are described in `spec/open-marks.md`.

mod blocks;
mod chance;
mod scheme;

pub use blocks::{ChannelOrder, Numbers};
pub use scheme::Scheme;

/// Smallest area that generators mark.
pub const LEAST_PIXELS: usize = 256 * 256;

/// Largest area that is read: no generator with an open mark writes larger pictures.
pub const MOST_PIXELS: usize = 8_000_000;

/// A mark is reported when its chance of arising by accident, over all trials, is at most this.
///
/// With 16 trials it asks for 31 of 32 bits, 42 of 48, 41 of 46 and 99 of 136. The nearest that
/// unmarked pictures came is 25 of 32, 36 of 48, 34 of 46 and 88 of 136 (`spec/open-marks.md`).
pub const FALSE_ALARM: f64 = 1e-6;

/// The second cue: how much oftener blocks must say 1 where the mark has a 1.
pub const LEAST_SEPARATION: f64 = 0.1;

/// A picture in 8-bit RGB, row by row without gaps.
#[derive(Clone, Copy, Debug)]
pub struct Pixels<'a> {
    rgb: &'a [u8],
    width: usize,
    height: usize,
}

impl<'a> Pixels<'a> {
    /// A picture of that many pixels across and down; `None` when `rgb` holds another number of
    /// bytes than they take, or none.
    #[must_use]
    pub fn new(rgb: &'a [u8], width: usize, height: usize) -> Option<Self> {
        let length = width.checked_mul(height)?.checked_mul(3)?;
        (length > 0 && length == rgb.len()).then_some(Self { rgb, width, height })
    }

    const fn area(&self) -> usize {
        self.width.saturating_mul(self.height)
    }

    fn is_grey(&self) -> bool {
        self.rgb
            .chunks_exact(3)
            .all(|pixel| matches!(pixel, [r, g, b] if r == g && g == b))
    }
}

/// An open mark found in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenMark {
    /// Whose mark.
    pub scheme: Scheme,
    /// In which numbers it was read.
    pub numbers: Numbers,
    /// With which order of colour channels.
    pub order: ChannelOrder,
    /// Bits that agree with the mark.
    pub matched: usize,
    /// Bits of the mark.
    pub bits: usize,
    /// How much oftener blocks say 1 where the mark has a 1 than where it has a 0, in `[-1, 1]`.
    pub separation: f64,
    /// Bound on the chance that as many bits agree by accident, over all trials on one picture.
    pub false_alarm: f64,
}

/// Why a picture without a match could not have shown one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Silence {
    /// Grey pictures have no chroma: they cannot carry these marks.
    Grey,
    /// Smaller than [`LEAST_PIXELS`]: generators do not mark it.
    TooSmall,
    /// Larger than [`MOST_PIXELS`]: not looked at.
    TooLarge,
    /// Every block says the same (flat colours): nothing can be told from it.
    Constant,
}

/// What reading a picture for open marks yields. An empty list is never evidence of absence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The marks found, each scheme at most once, in its best way of reading.
    pub marks: Vec<OpenMark>,
    /// Why none could be found.
    pub silence: Option<Silence>,
}

impl Reading {
    const fn silent(silence: Silence) -> Self {
        Self {
            marks: Vec::new(),
            silence: Some(silence),
        }
    }
}

/// Reads a picture for the open marks of every [`Scheme`].
///
/// Costs one pass over the pixels and memory for four bits of each 64 of them.
#[must_use]
pub fn read(pixels: &Pixels<'_>) -> Reading {
    if pixels.area() < LEAST_PIXELS {
        return Reading::silent(Silence::TooSmall);
    }
    if pixels.area() > MOST_PIXELS {
        return Reading::silent(Silence::TooLarge);
    }
    if pixels.is_grey() {
        return Reading::silent(Silence::Grey);
    }
    let trials = measure(pixels);
    let constant = trials.iter().all(|trial| trial.constant);
    let mut marks: Vec<OpenMark> = Vec::new();
    for trial in trials.into_iter().filter(Trial::is_positive) {
        let mark = trial.mark;
        match marks.iter_mut().find(|known| known.scheme == mark.scheme) {
            Some(known) if known.matched < mark.matched => *known = mark,
            Some(_) => {}
            None => marks.push(mark),
        }
    }
    let silence = (marks.is_empty() && constant).then_some(Silence::Constant);
    Reading { marks, silence }
}

/// How many bits of a mark must agree at least for it to be found.
#[must_use]
pub fn needed(scheme: Scheme) -> usize {
    let trials = Scheme::ALL.len().saturating_mul(blocks::WAYS.len());
    let length = scheme.length();
    let is_enough = |matched: &usize| {
        chance::of_any(chance::binomial_tail(*matched, length), trials) <= FALSE_ALARM
    };
    (0..=length).find(is_enough).unwrap_or(length)
}

/// One way of reading one mark, whatever came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// What was measured, as if it were found.
    pub mark: OpenMark,
    /// All bits read are the same: flat colours, from which nothing can be told.
    pub constant: bool,
}

impl Trial {
    /// Whether this trial finds its mark: few enough accidents would match as well, and the blocks
    /// one by one agree with it.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        !self.constant
            && self.mark.false_alarm <= FALSE_ALARM
            && self.mark.separation >= LEAST_SEPARATION
    }
}

/// Every trial on a picture, of whatever size; [`read`] judges them.
#[must_use]
pub fn measure(pixels: &Pixels<'_>) -> Vec<Trial> {
    let blocks = blocks::bits(pixels);
    let trials = Scheme::ALL.len().saturating_mul(blocks::WAYS.len());
    let mut measured = Vec::with_capacity(trials);
    for scheme in Scheme::ALL {
        for ((numbers, order), bits) in blocks::WAYS.into_iter().zip(&blocks) {
            let Some(fit) = Fit::of(*scheme, bits) else {
                continue;
            };
            let chance = chance::binomial_tail(fit.matched, scheme.length());
            measured.push(Trial {
                mark: OpenMark {
                    scheme: *scheme,
                    numbers,
                    order,
                    matched: fit.matched,
                    bits: scheme.length(),
                    separation: fit.separation,
                    false_alarm: chance::of_any(chance, trials),
                },
                constant: fit.constant,
            });
        }
    }
    measured
}

/// How well blocks fit a mark.
struct Fit {
    matched: usize,
    separation: f64,
    /// All bits say the same.
    constant: bool,
}

impl Fit {
    /// `None` when some bit has no block.
    ///
    /// The method's own rule calls a bit set when more than half of its blocks say so. Where
    /// colours are flat or strong, blocks lean to one side whatever they carry, and that rule reads
    /// nothing but ones. The bits are therefore told apart by the mean of all of them.
    fn of(scheme: Scheme, blocks: &[bool]) -> Option<Self> {
        let expected = scheme.bits();
        if blocks.len() < expected.len() {
            return None;
        }
        // Of each bit of the mark: blocks that say 1, and all blocks.
        let mut counts = vec![(0_u64, 0_u64); expected.len()];
        for row in blocks.chunks(expected.len()) {
            for ((ones, all), block) in counts.iter_mut().zip(row) {
                *ones = ones.saturating_add(u64::from(*block));
                *all = all.saturating_add(1);
            }
        }
        let means: Vec<f64> = counts
            .into_iter()
            .map(|(ones, all)| ratio(ones, all))
            .collect();
        let centre = mean(means.iter().copied());
        let decoded = means.iter().map(|mean| *mean > centre);
        let matched = decoded
            .zip(&expected)
            .filter(|(bit, expected)| bit == *expected)
            .count();
        let of = |wanted: bool| {
            let of_mark = means.iter().zip(&expected);
            mean(
                of_mark
                    .filter(|(_, bit)| **bit == wanted)
                    .map(|(mean, _)| *mean),
            )
        };
        Some(Self {
            matched,
            separation: of(true) - of(false),
            constant: means
                .iter()
                .all(|mean| (mean - centre).abs() < f64::EPSILON),
        })
    }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

fn ratio(part: u64, whole: u64) -> f64 {
    // At most one block for each 64 of the pixels.
    let number = |value: u64| f64::from(u32::try_from(value).unwrap_or(u32::MAX));
    number(part) / number(whole).max(1.0)
}

#[cfg(test)]
pub(crate) mod tests;
