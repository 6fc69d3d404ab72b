//! One block of the grid: what is signed of it, and how it is measured.
#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "arrays of 4 x 4 with constant indices; floats are clamped to the code's range before \
              they are cast"
)]

/// Averages taken along each side of a block.
pub(super) const SIDE: usize = 4;

/// Bits of one packed descriptor: three means of 6, five terms of 5.
pub(super) const BITS: usize = 3 * 6 + TERMS.len() * 5;

/// Cosine terms that are kept, as (across, down).
pub(super) const TERMS: [(usize, usize); 5] = [(1, 0), (0, 1), (1, 1), (2, 0), (0, 2)];

/// Levels between two codes of a mean.
const STEP: f32 = 4.0;

/// Magnitude from which the terms' codes grow logarithmically, in levels.
const KNEE: f32 = 6.0;

/// What a block looks like, in levels: means of luma and colour differences, and the five lowest
/// terms of the orthonormal 4 x 4 cosine transform of luma.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Features {
    /// Luma, blue difference, red difference.
    pub(super) means: [f32; 3],
    /// In the order of [`TERMS`].
    pub(super) terms: [f32; TERMS.len()],
}

impl Features {
    /// Measures a block from its 4 x 4 luma averages (row-major) and its mean colour differences.
    pub(super) fn of(luma: &[f32; SIDE * SIDE], blue: f32, red: f32) -> Self {
        let mean = luma.iter().sum::<f32>() / luma.len() as f32;
        let terms = TERMS.map(|(across, down)| {
            let mut sum = 0.0;
            for (index, value) in luma.iter().enumerate() {
                sum += value * COSINES[across][index % SIDE] * COSINES[down][index / SIDE];
            }
            sum
        });
        Self {
            means: [mean, blue, red],
            terms,
        }
    }

    /// Largest of the terms: how much happens in the block.
    pub(super) fn activity(&self) -> f32 {
        self.terms
            .iter()
            .fold(0.0, |most, term| most.max(term.abs()))
    }
}

/// The signed form of a block's features: 43 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Descriptor {
    /// Means in steps of 4 levels, 0..=63.
    pub(super) means: [u8; 3],
    /// Terms, 0..=31: the upper bit is set when negative, the lower four are
    /// `round(2 log2(1 + |term| / 6))`.
    pub(super) terms: [u8; TERMS.len()],
}

impl Descriptor {
    /// Rounds features to their codes.
    pub(super) fn of(features: &Features) -> Self {
        let means = features
            .means
            .map(|mean| (mean / STEP).round().clamp(0.0, 63.0) as u8);
        let terms = features.terms.map(|term| {
            let level = (2.0 * (1.0 + term.abs() / KNEE).log2())
                .round()
                .clamp(0.0, 15.0) as u8;
            if term < 0.0 && level > 0 {
                level | 16
            } else {
                level
            }
        });
        Self { means, terms }
    }

    /// The features in the middle of each code.
    pub(super) fn features(&self) -> Features {
        let means = self.means.map(|code| f32::from(code) * STEP);
        let terms = self.terms.map(|code| {
            let magnitude = KNEE * ((f32::from(code & 15) / 2.0).exp2() - 1.0);
            if code & 16 == 0 {
                magnitude
            } else {
                -magnitude
            }
        });
        Features { means, terms }
    }

    /// The fields in the order in which they are packed, each with its width in bits.
    pub(super) fn fields(&self) -> [(u8, usize); 8] {
        let [luma, blue, red] = self.means;
        let [a, b, c, d, e] = self.terms;
        [
            (luma, 6),
            (blue, 6),
            (red, 6),
            (a, 5),
            (b, 5),
            (c, 5),
            (d, 5),
            (e, 5),
        ]
    }

    /// The descriptor of these fields.
    pub(super) const fn from_fields([luma, blue, red, a, b, c, d, e]: [u8; 8]) -> Self {
        Self {
            means: [luma, blue, red],
            terms: [a, b, c, d, e],
        }
    }
}

/// Rows 0, 1, 2 of the orthonormal cosine transform of length 4:
/// `c(k) cos(pi k (2 i + 1) / 8)`, `c(0) = 1/2`, `c(k) = 1/sqrt 2`.
const COSINES: [[f32; SIDE]; 3] = [
    [0.5, 0.5, 0.5, 0.5],
    [0.653_281_5, 0.270_598_05, -0.270_598_05, -0.653_281_5],
    [0.5, -0.5, -0.5, 0.5],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_return_what_they_stand_for() {
        let luma: [f32; 16] = std::array::from_fn(|i| (i % 4) as f32 * 30.0 + (i / 4) as f32 * 4.0);
        let features = Features::of(&luma, 100.0, 140.0);
        let again = Descriptor::of(&features).features();
        for (a, b) in features.means.iter().zip(&again.means) {
            assert!((a - b).abs() <= 2.0);
        }
        for (a, b) in features.terms.iter().zip(&again.terms) {
            assert!((a - b).abs() <= 2.0 + 0.25 * a.abs(), "{a} {b}");
        }
        assert_eq!(Descriptor::of(&again), Descriptor::of(&features));
    }

    #[test]
    fn a_slope_is_kept_by_its_terms() {
        let luma: [f32; 16] = std::array::from_fn(|i| (i % 4) as f32 * 30.0);
        let features = Features::of(&luma, 128.0, 128.0);
        assert!(
            features.terms[0] < -60.0,
            "brighter to the right is a negative first term"
        );
        assert!(features.terms[1].abs() < 1e-3);
    }

    #[test]
    fn strongest_contrast_does_not_saturate() {
        let luma: [f32; 16] = std::array::from_fn(|i| if i % 4 < 2 { 0.0 } else { 255.0 });
        let descriptor = Descriptor::of(&Features::of(&luma, 128.0, 128.0));
        assert!(descriptor.terms[0] & 15 < 15);
    }
}
