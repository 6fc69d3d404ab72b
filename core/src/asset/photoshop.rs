//! Photoshop image resources (Adobe Photoshop File Formats Specification, "Image Resources
//! Section"): the wrapping in which JPEG carries IPTC-IIM.

/// Resource number of IPTC-IIM records.
const IPTC: u16 = 0x0404;

/// Resources read from one block; Photoshop writes about thirty.
const RESOURCES: usize = 1000;

/// The IPTC-IIM records in a block of resources, from the first `8BIM` on; `None` when the block
/// holds none.
pub(super) fn iptc(block: &[u8]) -> Option<&[u8]> {
    let mut rest = block;
    for _ in 0..RESOURCES {
        let (signature, after) = rest.split_first_chunk::<4>()?;
        if !matches!(signature, b"8BIM" | b"MeSa" | b"PHUT" | b"AgHg" | b"DCSR") {
            return None;
        }
        let (number, after) = after.split_first_chunk::<2>()?;
        // A Pascal string, padded with its length byte to an even number of bytes.
        let name = usize::from(*after.first()?).checked_add(2)? & !1;
        let (length, after) = after.get(name..)?.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let content = after.get(..length).unwrap_or(after);
        if u16::from_be_bytes(*number) == IPTC {
            return Some(content);
        }
        rest = after.get(length.checked_add(length & 1)?..)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iptc_is_found_behind_other_resources() {
        let block = b"8BIM\x03\xED\x00\x00\x00\x00\x00\x03abc\x00\
            8BIM\x04\x04\x03odd\x00\x00\x00\x04\x1C\x02\x05\x00rest";
        assert_eq!(iptc(block), Some(b"\x1C\x02\x05\x00".as_slice()));
    }

    #[test]
    fn a_resource_cut_off_gives_what_is_there() {
        let block = b"8BIM\x04\x04\x00\x00\x00\x00\x00\x40\x1C\x02";
        assert_eq!(iptc(block), Some(b"\x1C\x02".as_slice()));
    }

    #[test]
    fn other_bytes_hold_no_iptc() {
        for block in [
            b"".as_slice(),
            b"8BIM",
            b"9BIM\x04\x04\x00\x00\x00\x00\x00\x01a",
            &[0xFF; 40],
        ] {
            assert_eq!(iptc(block), None);
        }
    }
}
