//! PNG: XMP is an `iTXt` chunk behind the header (XMP part 3, 1.1.5).

/// Where chunks enter: behind signature and header.
pub(super) const AFTER_HEADER: u64 = 8 + 25;

/// The chunk of a packet.
pub(super) fn xmp(packet: &[u8]) -> Vec<u8> {
    let content = [b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), packet].concat();
    let named = [b"iTXt".as_slice(), &content].concat();
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    [
        length.to_be_bytes().as_slice(),
        &named,
        &checksum(&named).to_be_bytes(),
    ]
    .concat()
}

/// CRC-32 (PNG third edition, annex D).
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let crc = bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    });
    !crc
}
