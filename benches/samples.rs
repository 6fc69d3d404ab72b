//! What the benches work on: pictures made in memory, the same each time.

use std::io::Cursor;

use c2pa::{
    Builder, BuilderIntent, Context, DigitalSourceType, SigningAlg, create_signer::from_keys,
};

/// How many unsigned pictures there are.
pub const UNSIGNED: usize = 1000;

/// `UNSIGNED` JPEG files of about 60 KB, no two the same.
pub fn unsigned() -> Vec<Vec<u8>> {
    let jpeg = picture(404, 272, 90);
    (0..UNSIGNED)
        .map(|number| {
            let mut file = jpeg.clone();
            let comment = format!("picture {number:04}");
            let length = u16::try_from(comment.len() + 2)
                .expect("short")
                .to_be_bytes();
            let segment = [&[0xff, 0xfe], &length[..], comment.as_bytes()].concat();
            file.splice(2..2, segment);
            file
        })
        .collect()
}

/// A JPEG file of about 3 MB, signed with the test key.
pub fn signed() -> Vec<u8> {
    let chain = include_bytes!("../fixtures/keys/signer/chain.pem");
    let key = include_bytes!("../fixtures/keys/signer/key.pem");
    let signer = from_keys(chain, key, SigningAlg::Ed25519, None).expect("a signer");
    let mut builder = Builder::from_context(Context::new());
    builder.set_intent(BuilderIntent::Create(DigitalSourceType::DigitalCapture));
    let mut file = Cursor::new(Vec::new());
    builder
        .sign(
            signer.as_ref(),
            "image/jpeg",
            &mut Cursor::new(picture(2800, 1868, 90)),
            &mut file,
        )
        .expect("a signed picture");
    file.into_inner()
}

/// Hills with grain: compresses about as a photograph does.
fn picture(width: u16, height: u16, quality: u8) -> Vec<u8> {
    let mut pixels = Vec::new();
    let mut noise = 0x2545_f491_u32;
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let grain = noise % 24;
            let hills = (x * 7 / 3 + y * y / 40) % 160 + (x / 40 * 29 + y / 30 * 17) % 60;
            pixels.extend(
                [
                    hills + grain,
                    hills / 2 + grain + 60,
                    200 - hills / 2 + grain,
                ]
                .map(|channel| u8::try_from(channel.min(255)).expect("clamped")),
            );
        }
    }
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, quality);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .expect("a JPEG file");
    file
}
