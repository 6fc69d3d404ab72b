//! The smallest files of every format that can be signed, made in code. None holds a picture worth
//! seeing: signing moves boxes and hashes bytes, it decodes nothing.

/// Every format that can be signed: file name, bytes.
pub(crate) fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("one.jpg", jpeg()),
        ("one.png", png()),
        ("one.gif", gif()),
        ("one.webp", webp()),
        ("one.tiff", tiff(false)),
        ("one.dng", tiff(true)),
        ("one.svg", svg()),
        ("one.avif", heif(b"avif")),
        ("one.heic", heif(b"heic")),
        ("one.heif", heif(b"mif1")),
        ("one.mp4", movie(b"isom")),
        ("one.m4a", movie(b"M4A ")),
        ("one.mov", movie(b"qt  ")),
        ("one.wav", wav()),
        ("one.avi", avi()),
        ("one.mp3", mp3()),
        ("one.flac", flac()),
        ("one.jxl", jxl()),
        ("one.epub", epub()),
    ]
}

/// A grey baseline JPEG, 8 x 8, with a JFIF header.
pub(crate) fn jpeg() -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    segment(&mut bytes, 0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    let mut table = vec![0];
    table.extend([1; 64]);
    segment(&mut bytes, 0xdb, &table);
    segment(&mut bytes, 0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    // One code of one bit in each table: DC difference 0, end of block.
    let mut codes = [0; 18];
    codes[1] = 1;
    segment(&mut bytes, 0xc4, &codes);
    codes[0] = 0x10;
    segment(&mut bytes, 0xc4, &codes);
    segment(&mut bytes, 0xda, &[1, 1, 0, 0, 63, 0]);
    bytes.extend([0x3f, 0xff, 0xd9]);
    bytes
}

/// The same JPEG with an XMP packet that declares a digital source type.
pub(crate) fn labelled_jpeg(source_type: &str) -> Vec<u8> {
    let packet = format!(
        "http://ns.adobe.com/xap/1.0/\0<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF \
         xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
         xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" \
         Iptc4xmpExt:DigitalSourceType=\"http://cv.iptc.org/newscodes/digitalsourcetype/{source_type}\"/>\
         </rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    );
    let plain = jpeg();
    let mut bytes = plain[..2].to_vec();
    segment(&mut bytes, 0xe1, packet.as_bytes());
    bytes.extend_from_slice(&plain[2..]);
    bytes
}

fn segment(bytes: &mut Vec<u8>, marker: u8, content: &[u8]) {
    bytes.extend([0xff, marker]);
    bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
    bytes.extend_from_slice(content);
}

/// A PNG of one transparent pixel.
pub(crate) fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    png_chunk(
        &mut bytes,
        b"IHDR",
        &[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0],
    );
    png_chunk(
        &mut bytes,
        b"IDAT",
        &[0x78, 0x9c, 0x63, 0x60, 0x60, 0x60, 0x60, 0, 0, 0, 5, 0, 1],
    );
    png_chunk(&mut bytes, b"IEND", &[]);
    bytes
}

fn png_chunk(bytes: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    bytes.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
    let body = [kind.as_slice(), content].concat();
    bytes.extend_from_slice(&body);
    bytes.extend(crc32(&body).to_be_bytes());
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

/// A GIF of one pixel.
pub(crate) fn gif() -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    bytes.extend(b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b");
    bytes
}

/// A lossless WebP of one pixel.
pub(crate) fn webp() -> Vec<u8> {
    let image = [
        0x2f, 0, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0x08, 0,
    ];
    riff(b"WEBP", &[(b"VP8L", image.to_vec())])
}

/// PCM, 8 kHz, mono, 8 samples.
fn wav() -> Vec<u8> {
    let mut format = vec![1, 0, 1, 0];
    format.extend(8000_u32.to_le_bytes());
    format.extend(8000_u32.to_le_bytes());
    format.extend([1, 0, 8, 0]);
    riff(b"WAVE", &[(b"fmt ", format), (b"data", vec![128; 8])])
}

/// An AVI header without frames.
fn avi() -> Vec<u8> {
    let mut header = b"hdrlavih".to_vec();
    header.extend(56_u32.to_le_bytes());
    header.extend([0; 56]);
    riff(b"AVI ", &[(b"LIST", header), (b"LIST", b"movi".to_vec())])
}

fn riff(form: &[u8; 4], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut body = form.to_vec();
    for (kind, content) in chunks {
        body.extend_from_slice(*kind);
        body.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        body.extend_from_slice(content);
        if content.len() % 2 == 1 {
            body.push(0);
        }
    }
    let mut bytes = b"RIFF".to_vec();
    bytes.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
    bytes.extend(body);
    bytes
}

/// A TIFF of one grey pixel, as DNG with its version tag.
fn tiff(dng: bool) -> Vec<u8> {
    let mut entries: Vec<(u16, u16, u32, u32)> = vec![
        (256, 4, 1, 1), // width
        (257, 4, 1, 1), // height
        (258, 3, 1, 8), // bits per sample
        (259, 3, 1, 1), // no compression
        (262, 3, 1, 1), // black is zero
        (273, 4, 1, 8), // strip offset
        (278, 4, 1, 1), // rows per strip
        (279, 4, 1, 1), // strip length
    ];
    if dng {
        entries.push((50706, 1, 4, u32::from_le_bytes([1, 4, 0, 0])));
    }
    let mut bytes = b"II*\0".to_vec();
    bytes.extend(12_u32.to_le_bytes());
    bytes.extend([0x80, 0, 0, 0]); // the pixel, and padding
    bytes.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    for (tag, kind, count, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 4]);
    bytes
}

fn svg() -> Vec<u8> {
    b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
      width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\"/></svg>\n"
        .to_vec()
}

/// A still image item without its codec's configuration.
fn heif(brand: &[u8; 4]) -> Vec<u8> {
    let handler = [&[0; 8][..], b"pict", &[0; 13]].concat();
    let primary = [0, 0, 0, 0, 0, 1];
    let item_type: &[u8; 4] = if brand == b"avif" { b"av01" } else { b"hvc1" };
    let entry = [&[2, 0, 0, 0, 0, 1, 0, 0][..], item_type, &[0]].concat();
    let items = [&[0, 0, 0, 0, 0, 1][..], &atom(b"infe", &entry)].concat();
    let build = |offset: u32| {
        // iloc, version 0: 4-byte offsets and lengths, one item of one extent.
        let mut location = vec![0, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1];
        location.extend(offset.to_be_bytes());
        location.extend(4_u32.to_be_bytes());
        let meta = [
            vec![0; 4],
            atom(b"hdlr", &handler),
            atom(b"pitm", &primary),
            atom(b"iinf", &items),
            atom(b"iloc", &location),
        ]
        .concat();
        let brands = [brand.as_slice(), &[0; 4], b"mif1", brand].concat();
        [atom(b"ftyp", &brands), atom(b"meta", &meta)].concat()
    };
    let offset = u32::try_from(build(0).len() + 8).unwrap();
    [build(offset), atom(b"mdat", b"pixl")].concat()
}

/// A movie with one track of one chunk.
fn movie(brand: &[u8; 4]) -> Vec<u8> {
    let build = |offset: u32| {
        let mut header = vec![0; 100];
        header[12..16].copy_from_slice(&1000_u32.to_be_bytes());
        let chunks = [&[0, 0, 0, 0, 0, 0, 0, 1][..], &offset.to_be_bytes()].concat();
        let table = atom(b"stbl", &atom(b"stco", &chunks));
        let track = atom(b"trak", &atom(b"mdia", &atom(b"minf", &table)));
        let moov = [atom(b"mvhd", &header), track].concat();
        let brands = [brand.as_slice(), &[0; 4], brand].concat();
        [atom(b"ftyp", &brands), atom(b"moov", &moov)].concat()
    };
    let offset = u32::try_from(build(0).len() + 8).unwrap();
    [build(offset), atom(b"mdat", b"samples!")].concat()
}

fn atom(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(content.len() + 8)
        .unwrap()
        .to_be_bytes()
        .to_vec();
    bytes.extend_from_slice(kind);
    bytes.extend_from_slice(content);
    bytes
}

/// Two silent frames, MPEG 1 layer III, 128 kbit/s, 44.1 kHz, behind an empty ID3v2 tag.
fn mp3() -> Vec<u8> {
    let mut bytes = b"ID3\x04\0\0\0\0\0\0".to_vec();
    for _ in 0..3 {
        bytes.extend([0xff, 0xfb, 0x90, 0x64]);
        bytes.extend([0; 413]);
    }
    bytes
}

/// A STREAMINFO block and no frames.
fn flac() -> Vec<u8> {
    let mut bytes = b"fLaC\x80\0\0\x22".to_vec();
    bytes.extend([0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0x0a, 0xc4, 0x42, 0xf0]);
    bytes.extend([0; 20]);
    bytes
}

/// The container form of JPEG XL around a codestream's first bytes.
fn jxl() -> Vec<u8> {
    let mut bytes = atom(b"JXL ", &[0x0d, 0x0a, 0x87, 0x0a]);
    bytes.extend(atom(b"ftyp", b"jxl \0\0\0\0jxl "));
    bytes.extend(atom(b"jxlc", &[0xff, 0x0a, 0, 0]));
    bytes
}

/// An EPUB archive with nothing but its media type, stored.
fn epub() -> Vec<u8> {
    let name = b"mimetype";
    let content = b"application/epub+zip";
    let crc = crc32(content).to_le_bytes();
    let length = u32::try_from(content.len()).unwrap().to_le_bytes();
    let common = [
        &[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x28][..],
        &crc,
        &length,
        &length,
        &[8, 0, 0, 0],
    ]
    .concat();
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend(&common);
    bytes.extend_from_slice(name);
    bytes.extend_from_slice(content);
    let start = u32::try_from(bytes.len()).unwrap();
    let mut directory = b"PK\x01\x02\x14\0".to_vec();
    directory.extend(&common);
    directory.extend([0; 10]);
    directory.extend([0; 4]);
    directory.extend_from_slice(name);
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// A JPEG of soft hills and grass, as busy as photographs are: it hides a mark.
pub(crate) fn hills(width: u16, height: u16) -> Vec<u8> {
    let mut state = 7_u32;
    let mut noise = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 16) / 65_536.0 - 0.5
    };
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (x, y) = (f64::from(x), f64::from(y));
            let hill = 40.0 * (x / 90.0).sin() + 30.0 * ((x + y) / 41.0).cos() + y / 4.0;
            for shift in [20.0, 10.0, -30.0] {
                let level = (90.0 + hill + shift + 24.0 * noise()).clamp(0.0, 255.0);
                #[expect(clippy::as_conversions, reason = "clamped to the range of the type")]
                pixels.push(level as u8);
            }
        }
    }
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 92)
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    file
}
