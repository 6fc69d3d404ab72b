//! Files made to stop, slow or crash a reader, among good ones: the good ones' records are those of a
//! clean run, and the bad ones cost what they may.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    common::{AT, hallmark, records, root},
    support::media,
};

/// Copies of each good file.
const COPIES: usize = 40;

/// Every enemy that is a file: name and bytes.
fn enemies() -> Vec<(String, Vec<u8>)> {
    let mut enemies: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| enemies.push((name.to_owned(), bytes));
    add("empty.jpg", Vec::new());
    add("two-bytes.jpg", vec![0xFF, 0xD8]);
    add(
        "nothing-but-markers.jpg",
        [0xFF, 0xD8].into_iter().chain([0xFF; 200_000]).collect(),
    );
    add("truncated.jpg", media::jpeg()[..30].to_vec());
    add("deep.jpg", jumbf_jpeg(&deep_boxes(1000)));
    add("large-declared.png", png(100_000, 100_000, &[]));
    add("bomb.png", png(20_000, 20_000, &zlib_zeros(400_000_000)));
    add(
        "profile-bomb.png",
        png_with(
            b"iCCP",
            &[b"x\0\0".as_slice(), &zlib_zeros(300_000_000)].concat(),
        ),
    );
    add(
        "text-bomb.png",
        png_with(
            b"zTXt",
            &[b"parameters\0\0".as_slice(), &zlib_zeros(300_000_000)].concat(),
        ),
    );
    add("chunks.png", many_chunks(200_000));
    add("entities.jpg", xmp_jpeg(&billion_laughs()));
    add(
        "nested-xmp.jpg",
        xmp_jpeg(&format!("{}{}", "<a>".repeat(9000), "</a>".repeat(9000))),
    );
    add("directory.tif", tiff_directory(60_000));
    add("loop.tif", tiff_loop());
    add("boxes.mp4", mp4(&deep_boxes(1000)));
    add(
        "endless.mp4",
        [[0, 0, 0, 0].as_slice(), b"free", &[0; 64]].concat(),
    );
    add("free.mp4", mp4(&b"\0\0\0\x08free".repeat(300_000)));
    add(
        "zero-boxes.mp4",
        [media::all()[10].1.clone(), vec![0; 4096]].concat(),
    );
    add("chunks.webp", riff_loop());
    add("blocks.gif", gif_blocks(300_000));
    add("entries.epub", zip_directory(60_000));
    add(
        "lies.zip",
        b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\0\0".to_vec(),
    );
    add(
        "frames.mp3",
        [b"ID3\x04\0\0\x7f\x7f\x7f\x7f".as_slice(), &[0x54; 4096]].concat(),
    );
    add(
        "blocks.flac",
        [b"fLaC\x04\xff\xff\xff".as_slice(), &[0; 64]].concat(),
    );
    enemies
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap();
    [&[0xFF, marker], length.to_be_bytes().as_slice(), content].concat()
}

/// Boxes inside boxes inside boxes.
fn deep_boxes(depth: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    for level in (0..depth).rev() {
        let length = 8 * (depth - level);
        bytes.splice(0..0, [length.to_be_bytes().as_slice(), b"jumb"].concat());
    }
    bytes
}

fn jumbf_jpeg(boxes: &[u8]) -> Vec<u8> {
    let plain = media::jpeg();
    let content = [b"JP\0\x01\0\0\0\x01".as_slice(), boxes].concat();
    [&plain[..2], &segment(0xEB, &content), &plain[2..]].concat()
}

fn xmp_jpeg(packet: &str) -> Vec<u8> {
    let plain = media::jpeg();
    let content = [
        b"http://ns.adobe.com/xap/1.0/\0".as_slice(),
        packet.as_bytes(),
    ]
    .concat();
    [&plain[..2], &segment(0xE1, &content), &plain[2..]].concat()
}

fn billion_laughs() -> String {
    let mut packet = "<!DOCTYPE x [<!ENTITY a0 \"ha\">".to_owned();
    for level in 1..30 {
        let before = format!("&a{};", level - 1).repeat(10);
        packet.push_str(&format!("<!ENTITY a{level} \"{before}\">"));
    }
    packet + "]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&a29;</x:xmpmeta>"
}

fn chunk(id: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [id.as_slice(), content].concat();
    let mut crc = u32::MAX;
    for byte in &named {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    let length = u32::try_from(content.len()).unwrap();
    [
        length.to_be_bytes().as_slice(),
        &named,
        &(!crc).to_be_bytes(),
    ]
    .concat()
}

fn png(width: u32, height: u32, data: &[u8]) -> Vec<u8> {
    let header = [
        width.to_be_bytes().as_slice(),
        &height.to_be_bytes(),
        &[8, 2, 0, 0, 0],
    ]
    .concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", &header));
    file.extend(chunk(b"IDAT", data));
    file.extend(chunk(b"IEND", &[]));
    file
}

fn png_with(id: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let plain = png(8, 8, &zlib_zeros(8 * 25));
    [&plain[..33], &chunk(id, content), &plain[33..]].concat()
}

fn many_chunks(count: usize) -> Vec<u8> {
    let plain = png(8, 8, &zlib_zeros(8 * 25));
    [
        &plain[..33],
        &chunk(b"tEXt", b"a\0b").repeat(count),
        &plain[33..],
    ]
    .concat()
}

/// Deflated zeros, a thousandth as long as what they become.
fn zlib_zeros(length: usize) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![0; 1 << 20];
    let mut left = length;
    while left > 0 {
        let part = left.min(block.len());
        std::io::Write::write_all(&mut encoder, &block[..part]).unwrap();
        left -= part;
    }
    encoder.finish().unwrap()
}

fn tiff_directory(entries: u16) -> Vec<u8> {
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    file.extend(entries.to_le_bytes());
    for tag in 0..entries {
        file.extend(tag.to_le_bytes());
        file.extend([4, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F]);
    }
    file.extend([0; 4]);
    file
}

/// A directory that is its own successor.
fn tiff_loop() -> Vec<u8> {
    let mut file = b"II*\0\x08\0\0\0\x01\0".to_vec();
    file.extend([0, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0]);
    file.extend(8_u32.to_le_bytes());
    file
}

fn mp4(boxes: &[u8]) -> Vec<u8> {
    [b"\0\0\0\x10ftypisom\0\0\0\0".as_slice(), boxes].concat()
}

fn riff_loop() -> Vec<u8> {
    let mut file = b"RIFF\xff\xff\xff\xffWEBP".to_vec();
    file.extend(b"JUNK\0\0\0\0".repeat(100_000));
    file
}

fn gif_blocks(count: usize) -> Vec<u8> {
    let mut file = b"GIF89a\x01\0\x01\0\0\0\0!\xfe".to_vec();
    file.extend([1, b'x'].repeat(count));
    file
}

fn zip_directory(entries: u16) -> Vec<u8> {
    let entry = [b"PK\x01\x02".as_slice(), &[0; 24], &[1, 0], &[0; 16], b"a"].concat();
    let mut file = b"PK\x03\x04".to_vec();
    file.extend([0; 26]);
    let start = u32::try_from(file.len()).unwrap();
    let directory = entry.repeat(usize::from(entries));
    let length = u32::try_from(directory.len()).unwrap();
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(entries.to_le_bytes());
    file.extend(entries.to_le_bytes());
    file.extend(length.to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// Records of a folder by file name, without what tells of the run.
fn checked(folder: &Path) -> BTreeMap<String, Value> {
    let pack = root().join("fixtures/trust/test.pack.json");
    let output = hallmark()
        .args([
            "check",
            "--at",
            AT,
            "--format",
            "ndjson",
            "--deadline",
            "20",
            "--max-memory",
            "4G",
        ])
        .arg("--trust")
        .arg(pack)
        .arg(folder)
        .output()
        .unwrap();
    records(&output)
        .into_iter()
        .map(|mut record| {
            record["elapsed_ms"] = Value::Null;
            let path = record["path"].as_str().unwrap().to_owned();
            let name = Path::new(&path)
                .file_name()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            record["path"] = Value::Null;
            (name, record)
        })
        .collect()
}

#[test]
fn good_files_are_judged_as_if_they_were_alone() {
    let clean = tempfile::tempdir().unwrap();
    let mixed = tempfile::tempdir().unwrap();
    let good = [
        "signed/landscape.jpg",
        "tampered/chart.png",
        "unsigned/camera.jpg",
        "labelled/ai.jpg",
    ];
    for (index, name) in good.iter().enumerate() {
        for copy in 0..COPIES {
            let extension = Path::new(name).extension().unwrap().to_str().unwrap();
            let place = format!("good-{copy:03}-{index}.{extension}");
            for folder in [&clean, &mixed] {
                let source = root().join("fixtures").join(name);
                fs::copy(source, folder.path().join(&place)).unwrap();
            }
        }
    }
    let enemies = enemies();
    for (name, bytes) in &enemies {
        fs::write(mixed.path().join(format!("bad-{name}")), bytes).unwrap();
    }
    #[cfg(unix)]
    {
        let fifo = mixed.path().join("pipe.jpg");
        assert!(
            std::process::Command::new("mkfifo")
                .arg(fifo)
                .status()
                .unwrap()
                .success()
        );
        std::os::unix::fs::symlink("/dev/zero", mixed.path().join("zero.jpg")).unwrap();
        fs::write(mixed.path().join("two\nlines.jpg"), media::jpeg()).unwrap();
    }
    let expected = checked(clean.path());
    assert_eq!(expected.len(), good.len() * COPIES);
    let begun = Instant::now();
    let found = checked(mixed.path());
    let took = begun.elapsed();
    for (name, record) in &expected {
        assert_eq!(found.get(name), Some(record), "{name}");
    }
    for (name, record) in found.iter().filter(|(name, _)| name.starts_with("bad-")) {
        let state = record["credentials"]["state"].as_str().unwrap();
        assert!(state != "trusted" && state != "valid", "{name}: {record}");
        // Structure and limits answer, not the deadline.
        let codes = record["findings"].to_string();
        assert!(
            !codes.contains("limit.deadline") && !codes.contains("internal."),
            "{name}: {codes}"
        );
    }
    assert!(!found.contains_key("pipe.jpg") && !found.contains_key("zero.jpg"));
    // Far from any measure of speed: nothing may have run into its deadline.
    assert!(took < Duration::from_secs(60), "{took:?}");
}
