//! Attacks with several pictures: averaging marks out of many, copying a mark onto another.

use image::RgbImage;

use super::tone::level;
use super::warp::planes;

/// The mean residual of many marked pictures of one size (each less its own 3x3-sigma blur), taken
/// off `target`: what someone does who wants to remove a content-independent pattern.
///
/// Pictures of another size than `target` are skipped. Returns `None` if none is left.
#[must_use]
pub fn average(marked: &[RgbImage], target: &RgbImage) -> Option<RgbImage> {
    let mut sums = vec![0.0_f32; target.as_raw().len()];
    let mut count = 0.0_f32;
    for picture in marked
        .iter()
        .filter(|p| p.dimensions() == target.dimensions())
    {
        for (channel, plane) in planes(picture).iter().enumerate() {
            let high = plane.zip(&plane.blur(3.0), |v, low| (v - low).clamp(-6.0, 6.0));
            let cells = sums.iter_mut().skip(channel).step_by(3);
            for (sum, value) in cells.zip(&high.samples) {
                *sum += value;
            }
        }
        count += 1.0;
    }
    if count < 1.0 {
        return None;
    }
    let mut out = target.clone();
    for (sample, sum) in out.iter_mut().zip(&sums) {
        *sample = level(f32::from(*sample) - sum / count);
    }
    Some(out)
}

/// The residual of a marked picture (less its own blur of sigma 1.5) added onto another of the same
/// size: the copy attack. `None` where the sizes differ.
#[must_use]
pub fn copy_residual(marked: &RgbImage, target: &RgbImage) -> Option<RgbImage> {
    if marked.dimensions() != target.dimensions() {
        return None;
    }
    let mut out = target.clone();
    for (channel, plane) in planes(marked).iter().enumerate() {
        let high = plane.zip(&plane.blur(1.5), |v, low| (v - low).clamp(-8.0, 8.0));
        let cells = out.iter_mut().skip(channel).step_by(3);
        for (sample, value) in cells.zip(&high.samples) {
            *sample = level(f32::from(*sample) + value);
        }
    }
    Some(out)
}
