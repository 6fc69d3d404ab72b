//! The named list with its groups.

use image::RgbImage;

use super::{AttackError, Codecs, Dice, Filter, Format, Step};

/// How hard an attack is: the share of photographs that should still be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Ordinary handling: at least 99 %.
    A,
    /// Harsh handling: at least 95 %.
    B,
    /// Severe: at least 85 %.
    C,
    /// At the edge of what is left: at least 60 %.
    D,
}

/// A named sequence of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Attack {
    /// Name, unique in the list.
    pub name: String,
    /// Group.
    pub group: Group,
    /// What is done, in this order.
    pub steps: Vec<Step>,
}

impl Attack {
    /// Carries the attack out; the seed decides places, angles and noise.
    ///
    /// # Errors
    /// [`AttackError`] where a codec is not at hand or the result would be too small.
    pub fn apply(
        &self,
        picture: &RgbImage,
        seed: u64,
        codecs: &dyn Codecs,
    ) -> Result<RgbImage, AttackError> {
        let salt = self.name.bytes().fold(seed, |salt, byte| {
            (salt ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut dice = Dice::new(salt);
        self.steps
            .iter()
            .try_fold(picture.clone(), |picture, step| {
                step.apply(&picture, &mut dice, codecs)
            })
    }
}

/// The whole list, easiest group first.
#[must_use]
pub fn list() -> Vec<Attack> {
    use Format::{Avif, JpegXl, WebP};
    use Step::*;
    let area = |factor| Scale(factor, Filter::Area);
    type Named = (&'static str, Vec<Step>);
    let groups: [(Group, Vec<Named>); 4] = [
        (
            Group::A,
            vec![
                ("none", vec![]),
                ("jpeg95", vec![Jpeg(95)]),
                ("jpeg75", vec![Jpeg(75)]),
                ("jpeg50", vec![Jpeg(50)]),
                ("jpeg30", vec![Jpeg(30)]),
                ("jpeg20", vec![Jpeg(20)]),
                ("jpeg75-shift-jpeg60", vec![Jpeg(75), Trim(3), Jpeg(60)]),
                ("webp80", vec![External(WebP, 80)]),
                ("webp50", vec![External(WebP, 50)]),
                ("webp20", vec![External(WebP, 20)]),
                ("avif50", vec![External(Avif, 50)]),
                ("jxl50", vec![External(JpegXl, 50)]),
                ("size2", vec![Scale(2.0, Filter::Lanczos)]),
                ("size1.37", vec![area(1.37)]),
                ("size0.75", vec![Scale(0.75, Filter::Lanczos)]),
                ("size0.7-nearest", vec![Scale(0.7, Filter::Nearest)]),
                ("size0.5", vec![Scale(0.5, Filter::Triangle)]),
                ("size0.35", vec![area(0.35)]),
                ("aspect+10", vec![Stretch(1.1, 1.0)]),
                ("aspect-10", vec![Stretch(1.0, 1.1)]),
                ("crop90", vec![Crop(0.9)]),
                ("crop50", vec![Crop(0.5)]),
                ("crop25", vec![Crop(0.25)]),
                ("crop3px", vec![Trim(3)]),
                ("rotate1", vec![RotateCrop(1.0)]),
                ("rotate5", vec![Rotate(5.0)]),
                ("rotate45", vec![Rotate(45.0)]),
                ("rotate-any", vec![RotateAny]),
                ("rotate17-crop", vec![RotateCrop(17.0)]),
                ("flip", vec![Flip]),
                ("turn90", vec![Turn(1)]),
                ("turn180", vec![Turn(2)]),
                ("flip-turn270", vec![Flip, Turn(3)]),
                ("shear5", vec![Shear(0.05)]),
                ("perspective2", vec![Perspective(0.02)]),
                ("bend1", vec![Bend(1.0)]),
                ("drop-lines", vec![DropLines(128)]),
                ("brighter", vec![Brightness(40.0)]),
                ("contrast0.6", vec![Contrast(0.6)]),
                ("contrast1.5", vec![Contrast(1.5)]),
                ("gamma0.6", vec![Gamma(0.6)]),
                ("gamma1.7", vec![Gamma(1.7)]),
                ("grey", vec![Grey]),
                ("equalise", vec![Equalise]),
                ("hue90", vec![Hue(90.0)]),
                ("invert", vec![Invert]),
                ("blur1", vec![Blur(1.0)]),
                ("blur2", vec![Blur(2.0)]),
                ("median3", vec![Median(3)]),
                ("median5", vec![Median(5)]),
                ("sharpen", vec![Sharpen(1.0)]),
                ("noise10", vec![Noise(10.0)]),
                ("noise20", vec![Noise(20.0)]),
                ("posterise", vec![Posterise(8)]),
                ("gif", vec![Gif]),
                ("logo", vec![Logo(0.04)]),
                ("text", vec![Text]),
                ("box25", vec![BlackBox(0.25)]),
                ("caption", vec![Caption(0.15)]),
                ("letterbox", vec![Letterbox(0.12)]),
                ("page", vec![Page, Jpeg(85)]),
                ("feed1080", vec![Within(1080), Jpeg(75)]),
                ("chat1600", vec![Within(1600), Jpeg(60)]),
                (
                    "two-chains",
                    vec![Within(1600), Jpeg(60), Within(1080), Jpeg(75)],
                ),
                ("denoise", vec![Denoise(20.0)]),
                (
                    "crop-rotate-jpeg",
                    vec![RotateCrop(4.0), Crop(0.7), Jpeg(75)],
                ),
                ("tone-size-jpeg", vec![Gamma(0.8), area(0.8), Jpeg(70)]),
                ("text-flip-crop", vec![Text, Flip, Crop(0.6)]),
                ("notch", vec![Notch(12)]),
            ],
        ),
        (
            Group::B,
            vec![
                ("jpeg10", vec![Jpeg(10)]),
                ("avif30", vec![External(Avif, 30)]),
                ("crop10", vec![Crop(0.1)]),
                ("thumb512", vec![Within(512), Jpeg(70)]),
                ("noise40", vec![Noise(40.0)]),
                ("dither", vec![Dither]),
                ("box50", vec![BlackBox(0.5)]),
                ("square", vec![Square(512)]),
                ("print-scan", vec![PrintScan, Jpeg(80)]),
            ],
        ),
        (
            Group::C,
            vec![
                ("perspective4", vec![Perspective(0.04)]),
                ("perspective6", vec![Perspective(0.06)]),
                ("bend3", vec![Bend(3.0)]),
                ("size0.25", vec![area(0.25)]),
                ("screen-photo", vec![ScreenPhoto, Jpeg(80)]),
                ("webp5", vec![External(WebP, 5)]),
            ],
        ),
        (
            Group::D,
            vec![
                ("thumb256", vec![Short(256), Jpeg(75)]),
                ("blur4", vec![Blur(4.0)]),
                ("motion7", vec![Motion(7)]),
                ("down4up", vec![DownUp(4.0)]),
                ("avif15", vec![External(Avif, 15)]),
                ("half-jpeg50", vec![area(0.5), Jpeg(50)]),
            ],
        ),
    ];
    groups
        .into_iter()
        .flat_map(|(group, attacks)| {
            attacks.into_iter().map(move |(name, steps)| Attack {
                name: name.to_owned(),
                group,
                steps,
            })
        })
        .collect()
}
