use crate::asset::{MediaFormat, tests::walk_bytes};

fn format(bytes: &[u8]) -> Option<MediaFormat> {
    walk_bytes(bytes).map(|container| container.format)
}

fn zip(names: &[&str]) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend([0; 26]);
    bytes.extend(b"first.txt");
    let directory = u32::try_from(bytes.len()).unwrap();
    for name in names {
        bytes.extend(b"PK\x01\x02");
        bytes.extend([0; 24]);
        bytes.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        bytes.extend([0; 16]);
        bytes.extend(name.as_bytes());
    }
    bytes.extend(b"PK\x05\x06");
    bytes.extend([0; 12]);
    bytes.extend(directory.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

fn ftyp(brands: &[&[u8; 4]]) -> Vec<u8> {
    let mut content = brands[0].to_vec();
    content.extend([0; 4]);
    content.extend(brands.iter().copied().flatten());
    let length = u32::try_from(content.len())
        .unwrap()
        .checked_add(8)
        .unwrap();
    [length.to_be_bytes().as_slice(), b"ftyp", &content].concat()
}

#[test]
fn signatures_tell_the_format() {
    use MediaFormat as M;
    let font = b"\0\x01\0\0\0\x0A\0\x80\0\x03\0\x20";
    let bmp = b"BM\x1A\0\0\0\0\0\0\0\x1A\0\0\0\x0C\0\0\0\x20\0\x10\0\x01\0\x18\0";
    for (bytes, expected) in [
        (b"\xFF\xD8\xFF\xE0".as_slice(), M::Jpeg),
        (b"\x89PNG\r\n\x1a\n", M::Png),
        (b"GIF87a", M::Gif),
        (b"RIFF\0\0\0\0WEBP", M::Webp),
        (b"RIFF\0\0\0\0WAVE", M::Wav),
        (b"RIFF\0\0\0\0AVI ", M::Avi),
        (b"MM\0*\0\0\0\x08", M::Tiff),
        (b"II+\0\x08\0\0\0", M::Tiff),
        (b"\0\0\0\x0CJXL \r\n\x87\n", M::Jxl),
        (b"\xFF\x0A\x7F", M::JxlCodestream),
        (b"fLaC\0", M::Flac),
        (b"ID3\x03\0\0\0\0\0\x01", M::Mp3),
        (b"%PDF-1.7", M::Pdf),
        (b"8BPS\0\x01", M::Psd),
        (b"\x1A\x45\xDF\xA3", M::Matroska),
        (b"OggS\0", M::Ogg),
        (b"wOF2", M::Font),
        (font, M::Font),
        (bmp, M::Bmp),
        (b"\0\0\0\x10moov\0\0\0\x08mvhd", M::Mov),
        (b"\0\0\0\x08wide\0\0\0\x08mdat", M::Mov),
        (b"\0\0\0\x09mdat.\0\0\0\x08moov", M::Mov),
    ] {
        assert_eq!(format(bytes), Some(expected), "{bytes:?}");
    }
}

#[test]
fn brands_tell_the_kind_of_boxes() {
    use MediaFormat as M;
    for (brands, expected) in [
        ([b"avif", b"mif1"].as_slice(), M::Avif),
        (&[b"mif1", b"avif"], M::Avif),
        (&[b"heix", b"mif1"], M::Heic),
        (&[b"mif1", b"heic"], M::Heic),
        (&[b"mif1", b"unci"], M::Heif),
        (&[b"M4A ", b"isom"], M::M4a),
        (&[b"qt  "], M::Mov),
        (&[b"crx ", b"isom"], M::Cr3),
        (&[b"isom", b"mp42"], M::Mp4),
    ] {
        assert_eq!(format(&ftyp(brands)), Some(expected), "{brands:?}");
    }
}

#[test]
fn a_pdf_header_may_stand_further_on() {
    let mut bytes = vec![b'x'; 900];
    bytes.extend(b"%PDF-1.4");
    assert_eq!(format(&bytes), Some(MediaFormat::Pdf));
    let mut bytes = vec![b'x'; 1020];
    bytes.extend(b"%PDF-1.4");
    assert_eq!(format(&bytes), None);
    assert_eq!(format(b"about %PDF-x files"), None);
}

#[test]
fn archives_are_media_when_they_are_documents() {
    assert_eq!(format(&zip(&["a.txt", "b.txt"])), None);
    assert_eq!(
        format(&zip(&["a.txt", "[Content_Types].xml"])),
        Some(MediaFormat::Zip)
    );
    let signed = zip(&["META-INF/content_credential.c2pa"]);
    assert_eq!(format(&signed), Some(MediaFormat::Zip));
    let mut book = b"PK\x03\x04".to_vec();
    book.extend([0; 26]);
    book.extend(b"mimetypeapplication/epub+zip");
    assert_eq!(format(&book), Some(MediaFormat::Zip));
}

#[test]
fn other_files_are_no_media() {
    for bytes in [
        b"".as_slice(),
        b"\xFF",
        b"plain text",
        b"\xFF\xFB\x90\x00 one frame alone",
        b"RIFF\0\0\0\0ACON",
        b"\0\x01\0\0\0\x0A\0\x81\0\x03\0\x20",
        b"BM is how this text begins, with a few more words",
        b"\0\0\0\x09mdat.\0\0\0\x08free",
        b"ID3 is a tag format",
        b"{\"a\": 1}",
    ] {
        assert_eq!(format(bytes), None, "{bytes:?}");
    }
}

#[test]
fn formats_without_a_place_for_a_store_say_so() {
    let bmp = b"BM\x1A\0\0\0\0\0\0\0\x1A\0\0\0\x0C\0\0\0\x20\0\x10\0\x01\0\x18\0";
    let container = walk_bytes(bmp).unwrap();
    assert!(container.complete);
    assert_eq!(container.dimensions, Some((32, 16)));
    let pdf = walk_bytes(b"%PDF-1.7").unwrap();
    assert!(!pdf.complete);
    assert_eq!(pdf.not_checked[0].what.as_str(), "notChecked.metadata");
}
