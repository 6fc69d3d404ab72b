//! GIF: XMP is an application extension (XMP part 3, 1.1.2).

/// The extension of a packet, with the bytes that lead readers of sub-blocks to its end.
pub(super) fn xmp(packet: &[u8]) -> Vec<u8> {
    let trailer: Vec<u8> = std::iter::once(0x01)
        .chain((0..=0xFF).rev())
        .chain(std::iter::once(0))
        .collect();
    [b"\x21\xFF\x0BXMP DataXMP".as_slice(), packet, &trailer].concat()
}

/// Behind the header and the colour table of the whole.
pub(super) fn place_of_xmp(file: &[u8]) -> Option<u64> {
    let flags = file.get(10)?;
    let table: u64 = if flags & 0x80 == 0 {
        0
    } else {
        6 << (flags & 7)
    };
    table.checked_add(13)
}

/// Extensions came with the second version.
pub(super) fn adjust(file: &mut [u8]) {
    if let Some(version) = file.get_mut(4) {
        *version = b'9';
    }
}
