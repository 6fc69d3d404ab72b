#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "made-up pictures of known size"
)]

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

use super::{Loss, repaint};
use crate::{
    asset::{MetadataKind, rewrite::Rewriting},
    limits::Limits,
};

/// A picture with soft and busy places.
fn picture(width: u32, height: u32, seed: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = |a: u32, b: u32| {
            let value = (f64::from(x * a + seed) / 17.0).sin() + (f64::from(y * b) / 23.0).cos();
            u8::try_from(((value + 2.0) * 60.0) as i64 + i64::from((x * y + seed) % 7)).unwrap()
        };
        image::Rgb([wave(1, 2), wave(2, 1), wave(1, 1)])
    })
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn jpeg(
    image: &RgbImage,
    quality: u8,
    sampling: jpeg_encoder::SamplingFactor,
    progressive: bool,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(sampling);
    encoder.set_progressive(progressive);
    encoder
        .add_exif_metadata(b"II*\0\x08\0\0\0\0\0\0\0\0\0")
        .unwrap();
    encoder.add_icc_profile(b"a profile").unwrap();
    let (width, height) = image.dimensions();
    encoder
        .encode(
            image.as_raw(),
            width.try_into().unwrap(),
            height.try_into().unwrap(),
            jpeg_encoder::ColorType::Rgb,
        )
        .unwrap();
    out
}

/// Mean absolute difference in levels.
fn difference(a: &DynamicImage, b: &DynamicImage) -> f64 {
    let (a, b) = (a.to_rgba8(), b.to_rgba8());
    assert_eq!(a.dimensions(), b.dimensions());
    let sum: u64 = a
        .iter()
        .zip(b.iter())
        .map(|(a, b)| u64::from(a.abs_diff(*b)))
        .sum();
    sum as f64 / a.len() as f64
}

#[test]
fn jpeg_keeps_tables_sampling_scans_and_everything_beside_the_picture() {
    use jpeg_encoder::SamplingFactor::{F_1_1, F_2_1, F_2_2};
    let other = picture(200, 120, 40);
    for (quality, sampling, progressive) in
        [(35, F_2_2, false), (80, F_2_1, true), (95, F_1_1, false)]
    {
        let file = jpeg(&picture(200, 120, 0), quality, sampling, progressive);
        let painted = repaint(&file, &other.clone().into(), &Limits::default()).unwrap();
        assert_eq!(painted.losses, []);
        // The other picture, coded in the same way from the start, is the same to a decoder.
        let direct =
            image::load_from_memory(&jpeg(&other, quality, sampling, progressive)).unwrap();
        let decoded = image::load_from_memory(&painted.file).unwrap();
        assert_eq!(difference(&direct, &decoded), 0.0, "quality {quality}");
        let walked = Rewriting::new(&painted.file, &Limits::default()).unwrap();
        let kinds: Vec<_> = walked
            .container()
            .metadata
            .iter()
            .map(|block| block.kind)
            .collect();
        assert!(kinds.contains(&MetadataKind::Exif), "{kinds:?}");
        assert!(memchr::memmem::find(&painted.file, b"a profile").is_some());
    }
}

#[test]
fn png_keeps_depth_and_channels_and_promotes_palettes() {
    let (width, height) = (90, 70);
    let sixteen =
        DynamicImage::ImageRgb16(DynamicImage::from(picture(width, height, 3)).to_rgb16());
    let mut transparent = RgbaImage::from_pixel(width, height, image::Rgba([10, 20, 30, 0]));
    transparent.put_pixel(3, 3, image::Rgba([200, 100, 0, 128]));
    for image in [
        sixteen,
        DynamicImage::from(transparent),
        DynamicImage::ImageLuma8(DynamicImage::from(picture(width, height, 9)).to_luma8()),
    ] {
        let file = written(&image, ImageFormat::Png);
        let mut changed = image.clone();
        changed.invert();
        let painted = repaint(&file, &changed, &Limits::default()).unwrap();
        let decoded = image::load_from_memory(&painted.file).unwrap();
        assert_eq!(decoded, changed);
        assert_eq!(painted.losses, []);
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 4, 4);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(vec![0, 0, 0, 255, 0, 0, 0, 255, 0]);
    encoder.set_trns(vec![255, 128]);
    encoder
        .add_text_chunk("Comment".to_owned(), "kept".to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&[0x01, 0x20, 0x01, 0x20, 0x01, 0x20, 0x01, 0x20])
        .unwrap();
    writer.finish().unwrap();
    let image = image::load_from_memory(&out).unwrap();
    let painted = repaint(&out, &image, &Limits::default()).unwrap();
    assert_eq!(painted.losses, [Loss::Palette]);
    assert_eq!(image::load_from_memory(&painted.file).unwrap(), image);
    assert!(memchr::memmem::find(&painted.file, b"Comment\0kept").is_some());
}

#[test]
fn webp_stays_lossless_or_lossy_and_keeps_its_metadata() {
    let image = DynamicImage::from(picture(120, 90, 5));
    let other = DynamicImage::from(picture(120, 90, 55));
    let lossless = written(&image, ImageFormat::WebP);
    let painted = repaint(&lossless, &other, &Limits::default()).unwrap();
    assert_eq!(
        image::load_from_memory(&painted.file).unwrap().to_rgb8(),
        other.to_rgb8()
    );

    let lossy = webp::Encoder::from_rgb(image.as_bytes(), 120, 90).encode(80.0);
    let mut rewriting = Rewriting::new(&lossy, &Limits::default()).unwrap();
    let packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>";
    rewriting.write_xmp(packet.to_vec()).unwrap();
    let labelled = rewriting.finish().unwrap();
    for file in [lossy.to_vec(), labelled] {
        let painted = repaint(&file, &other, &Limits::default()).unwrap();
        let decoded = image::load_from_memory(&painted.file).unwrap();
        assert!(difference(&decoded, &other) < 5.0);
        let had = memchr::memmem::find(&file, packet).is_some();
        assert_eq!(memchr::memmem::find(&painted.file, packet).is_some(), had);
        assert!(painted.file.len() * 2 > file.len() && painted.file.len() < file.len() * 2);
    }
}

#[test]
fn webp_transparency_enters_and_leaves_a_file() {
    let mut clear = RgbaImage::from_pixel(64, 64, image::Rgba([90, 120, 40, 255]));
    for x in 0..32 {
        clear.put_pixel(x, 5, image::Rgba([90, 120, 40, 0]));
    }
    let clear = DynamicImage::from(clear);
    let solid = DynamicImage::from(picture(64, 64, 1));
    for (from, to) in [(&clear, &solid), (&solid, &clear)] {
        let lossy = |image: &DynamicImage| match image {
            DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels.as_raw(), 64, 64)
                .encode(85.0)
                .to_vec(),
            _ => webp::Encoder::from_rgb(image.as_bytes(), 64, 64)
                .encode(85.0)
                .to_vec(),
        };
        for file in [lossy(from), written(from, ImageFormat::WebP)] {
            let painted = repaint(&file, to, &Limits::default()).unwrap();
            let decoded = image::load_from_memory(&painted.file).unwrap();
            assert_eq!(
                decoded.to_rgba8().get_pixel(3, 5).0[3],
                to.to_rgba8().get_pixel(3, 5).0[3]
            );
        }
    }
}

#[test]
fn animations_and_other_formats_are_refused() {
    let image = DynamicImage::from(picture(40, 40, 1));
    let gif = written(&DynamicImage::from(image.to_rgba8()), ImageFormat::Gif);
    let refused = repaint(&gif, &image, &Limits::default()).unwrap_err();
    assert!(refused.to_string().contains("image/gif"), "{refused}");
}
