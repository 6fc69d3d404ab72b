//! The trials of one picture: marked, attacked, read.

use std::time::Instant;

use hallmark::watermark::{
    Payload,
    attack::{Attack, AttackError, Dice, Group},
    quality::{psnr, ssim, worst_square},
};
use image::{DynamicImage, RgbImage};
use serde::Serialize;

use super::{codecs::Programs, scheme::Scheme};

/// What came out of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The exact payload was read.
    Right,
    /// Another payload was read.
    Wrong,
    /// No payload was read.
    Nothing,
    /// The attack was not carried out: no codec, or too little would be left.
    LeftOut,
}

impl Outcome {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Nothing => "nothing",
            Self::LeftOut => "left out",
        }
    }
}

/// What a picture is, as far as watermarks care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// A photograph, or what looks like one, below a million pixels.
    SmallPhotograph,
    /// The same, from a million pixels on.
    Photograph,
    /// A drawing, a screenshot, a page: a third of it and more has no texture at all.
    Graphic,
}

impl Kind {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::SmallPhotograph => "photograph below 1 MP",
            Self::Photograph => "photograph",
            Self::Graphic => "graphic",
        }
    }

    fn of(picture: &RgbImage) -> Self {
        // Neighbours across that are exactly equal: seldom in what a sensor saw.
        let (mut equal, mut all) = (0_u64, 0_u64);
        for row in picture.rows().step_by(4) {
            let row: Vec<_> = row.collect();
            for pair in row.windows(2) {
                if let [left, right] = pair {
                    equal = equal.saturating_add(u64::from(left == right));
                    all = all.saturating_add(1);
                }
            }
        }
        let pixels = u64::from(picture.width()).saturating_mul(u64::from(picture.height()));
        if equal.saturating_mul(3) >= all {
            Self::Graphic
        } else if pixels < 1_000_000 {
            Self::SmallPhotograph
        } else {
            Self::Photograph
        }
    }
}

/// One trial.
#[derive(Clone, Debug)]
pub(super) struct Trial {
    pub(super) attack: String,
    pub(super) group: Group,
    pub(super) outcome: Outcome,
    /// What reading took, in milliseconds.
    pub(super) milliseconds: f64,
}

/// A picture that was marked once, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    pub(super) kind: Kind,
    pub(super) payload: Payload,
    /// Millions of pixels.
    pub(super) megapixels: f64,
    /// Decibels.
    pub(super) psnr: f64,
    pub(super) ssim: f64,
    /// Decibels in the worst 64 x 64 square.
    pub(super) worst_square: Option<f64>,
    /// What writing took, in milliseconds.
    pub(super) milliseconds: f64,
    pub(super) trials: Vec<Trial>,
}

/// One look at a picture that carries no mark of ours.
#[derive(Clone, Debug)]
pub(super) struct Unmarked {
    pub(super) attack: String,
    pub(super) read: Option<Payload>,
}

/// What is carried out.
pub(super) struct Trials<'a> {
    pub(super) scheme: &'a dyn Scheme,
    pub(super) attacks: &'a [Attack],
    pub(super) codecs: &'a Programs,
    pub(super) seed: u64,
}

impl Trials<'_> {
    /// Marks a picture and reads it after every attack.
    pub(super) fn marked(
        &self,
        picture: &RgbImage,
        name: &str,
        draw: u32,
    ) -> anyhow::Result<Marked> {
        let seed = name
            .bytes()
            .fold(self.seed.rotate_left(17) ^ u64::from(draw), |seed, byte| {
                (seed ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            });
        let unused = 64_u32.saturating_sub(self.scheme.bits()).min(63);
        let payload = Payload::new(Dice::new(seed).bits() >> unused);
        let begun = Instant::now();
        let marked = self.scheme.embed(picture, payload)?;
        let milliseconds = milliseconds(begun);
        let (before, after) = (
            DynamicImage::ImageRgb8(picture.clone()),
            DynamicImage::ImageRgb8(marked.clone()),
        );
        let pixels = f64::from(picture.width()) * f64::from(picture.height());
        Ok(Marked {
            kind: Kind::of(picture),
            payload,
            megapixels: pixels / 1e6,
            psnr: psnr(&before, &after).unwrap_or(0.0),
            ssim: ssim(&before, &after).unwrap_or(0.0),
            worst_square: worst_square(&before, &after),
            milliseconds,
            trials: self
                .attacks
                .iter()
                .map(|attack| self.trial(&marked, payload, attack, seed))
                .collect::<anyhow::Result<_>>()?,
        })
    }

    fn trial(
        &self,
        marked: &RgbImage,
        payload: Payload,
        attack: &Attack,
        seed: u64,
    ) -> anyhow::Result<Trial> {
        let (outcome, milliseconds) = match attack.apply(marked, seed, self.codecs) {
            Ok(attacked) => {
                let begun = Instant::now();
                let outcome = match self.scheme.detect(&attacked)? {
                    Some(read) if read == payload => Outcome::Right,
                    Some(_) => Outcome::Wrong,
                    None => Outcome::Nothing,
                };
                (outcome, milliseconds(begun))
            }
            Err(AttackError::NoCodec(_) | AttackError::TooSmall | AttackError::Refused(_)) => {
                (Outcome::LeftOut, 0.0)
            }
        };
        Ok(Trial {
            attack: attack.name.clone(),
            group: attack.group,
            outcome,
            milliseconds,
        })
    }

    /// Looks at `count` copies of a picture that was not marked: as it is, and under attacks from
    /// all over the list.
    pub(super) fn unmarked(
        &self,
        picture: &RgbImage,
        count: usize,
    ) -> anyhow::Result<Vec<Unmarked>> {
        let mut looks = Vec::with_capacity(count);
        if count == 0 {
            return Ok(looks);
        }
        let mut look = |attack: &str, picture: &RgbImage| -> anyhow::Result<()> {
            looks.push(Unmarked {
                attack: attack.to_owned(),
                read: self.scheme.detect(picture)?,
            });
            Ok(())
        };
        look("none", picture)?;
        let changing: Vec<&Attack> = self
            .attacks
            .iter()
            .filter(|attack| !attack.steps.is_empty())
            .collect();
        let wanted = count.saturating_sub(1);
        let stride = changing.len().checked_div(wanted).unwrap_or(1).max(1);
        for attack in changing.into_iter().step_by(stride).take(wanted) {
            if let Ok(attacked) = attack.apply(picture, self.seed, self.codecs) {
                look(&attack.name, &attacked)?;
            }
        }
        Ok(looks)
    }
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}
