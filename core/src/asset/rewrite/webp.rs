//! WebP: XMP is a chunk of the extended format behind the picture (RFC 9649, 2.7).

use super::{ByteRange, Container, RewriteError, to_u64};

const HEADER: usize = 12;

/// Flags of the extended format.
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;

/// A chunk with its padding.
pub(super) fn chunk(id: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    let mut chunk = [id.as_slice(), &length.to_le_bytes(), content].concat();
    if content.len() & 1 == 1 {
        chunk.push(0);
    }
    chunk
}

/// Before the manifest store, which is the last chunk, or at the end of the RIFF chunk.
pub(super) fn place_of_xmp(container: &Container, file: &[u8]) -> Option<u64> {
    let store = container.stores.first().and_then(|one| one.framed.first());
    if let Some(store) = store {
        return Some(store.start);
    }
    let end = match container.trailing {
        Some(trailing) => trailing.range.start,
        None => to_u64(file.len()),
    };
    // Whatever stands between the last chunk and the stated end would come before the new one.
    let last = usize::try_from(end).ok()?;
    (end_of_chunks(file, last) == last).then_some(end)
}

/// Where the last chunk that begins before `end` ends, with its padding.
fn end_of_chunks(file: &[u8], end: usize) -> usize {
    chunks(file, end).last().map_or(HEADER, |one| {
        let end = one.content.saturating_add(one.length);
        end.saturating_add(one.length & 1)
    })
}

/// How many bytes behind the RIFF chunk belong neither to it nor to what follows: one where its
/// length is odd, unless that is the padding of its last chunk (which writers forget to count).
pub(super) fn stray_padding(file: &[u8]) -> u64 {
    let stated = file.get(4..8).and_then(<[u8]>::first_chunk);
    let stated = stated.map_or(0, |bytes| u32::from_le_bytes(*bytes));
    let end = usize::try_from(stated).map_or(usize::MAX, |size| size.saturating_add(8));
    let padded = stated & 1 == 1 && end < file.len();
    u64::from(padded && end_of_chunks(file, end) != end.saturating_add(1))
}

/// A chunk: its name, where its content stands, and the bytes of that.
pub(super) struct Chunk {
    pub(super) id: [u8; 4],
    content: usize,
    length: usize,
}

impl Chunk {
    /// All of it, with name, length and padding.
    pub(super) fn range(&self) -> ByteRange {
        let end = self.content.saturating_add(self.length);
        let padded = end.saturating_add(self.length & 1);
        ByteRange::between(to_u64(self.content.saturating_sub(8)), to_u64(padded))
    }
}

/// The chunks of a file up to `end`.
pub(super) fn chunks(file: &[u8], end: usize) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = HEADER;
    while let Some([a, b, c, d, s0, s1, s2, s3]) =
        file.get(at..end).and_then(<[u8]>::first_chunk::<8>)
    {
        let length = u32::from_le_bytes([*s0, *s1, *s2, *s3]);
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let content = at.saturating_add(8);
        chunks.push(Chunk {
            id: [*a, *b, *c, *d],
            content,
            length,
        });
        at = content.saturating_add(length).saturating_add(length & 1);
    }
    chunks
}

/// Whether there are further frames.
pub(super) fn is_animated(file: &[u8]) -> bool {
    chunks(file, file.len())
        .iter()
        .any(|one| &one.id == b"ANIM" || &one.id == b"ANMF")
}

/// Whether the header of the extended format at that place says that there is transparency.
pub(super) fn says_alpha(file: &[u8], header: ByteRange) -> bool {
    usize::try_from(header.start)
        .ok()
        .and_then(|start| file.get(start.checked_add(8)?))
        .is_some_and(|flags| flags & ALPHA != 0)
}

/// Makes a header of the extended format say whether there is transparency.
pub(super) fn say_alpha(header: &mut [u8], alpha: bool) {
    if let Some(flags) = header.get_mut(8) {
        *flags = *flags & !ALPHA | if alpha { ALPHA } else { 0 };
    }
}

/// What a lossless picture says of transparency; `None` where there is none such.
pub(super) fn lossless_alpha(file: &[u8]) -> Option<bool> {
    let picture = chunks(file, file.len())
        .into_iter()
        .find(|one| &one.id == b"VP8L")?;
    let hint = file.get(picture.content.checked_add(4)?)?;
    Some(hint & 0x10 != 0)
}

/// Sets the length of the RIFF chunk, and makes the header of the extended format say what there
/// is: a simple file with metadata gets one. `trailing` bytes follow the RIFF chunk, stray padding
/// included.
pub(super) fn adjust(
    container: &Container,
    trailing: u64,
    file: &mut Vec<u8>,
) -> Result<(), RewriteError> {
    let trailing = usize::try_from(trailing).unwrap_or(usize::MAX);
    let end = file.len().saturating_sub(trailing);
    let (mut flags, mut header, mut lossless) = (0_u8, None, None);
    for one in chunks(file, end) {
        match &one.id {
            b"VP8X" => header = Some(one.content),
            b"EXIF" => flags |= EXIF,
            b"XMP " => flags |= XMP,
            b"VP8L" => {
                let alpha = file.get(one.content.saturating_add(4));
                lossless = alpha.map(|byte| byte & 0x10 != 0);
            }
            _ => {}
        }
    }
    match header {
        Some(header) => {
            if let Some(stated) = file.get_mut(header) {
                *stated = *stated & !(EXIF | XMP) | flags;
            }
        }
        None if flags != 0 => {
            let (width, height) = container
                .dimensions
                .ok_or(RewriteError::Damaged { at: 12 })?;
            if lossless == Some(true) {
                flags |= ALPHA;
            }
            let mut content = vec![flags, 0, 0, 0];
            for side in [width, height] {
                content.extend(side.saturating_sub(1).to_le_bytes().iter().take(3));
            }
            let header = chunk(b"VP8X", &content);
            file.splice(HEADER..HEADER, header);
        }
        None => {}
    }
    let size = file.len().saturating_sub(trailing).saturating_sub(8);
    let stated = u32::try_from(size).map_err(|_| RewriteError::TooLarge {
        part: "RIFF",
        bytes: size,
        limit: usize::try_from(u32::MAX).unwrap_or(usize::MAX),
    })?;
    if let Some(target) = file.get_mut(4..8) {
        target.copy_from_slice(&stated.to_le_bytes());
    }
    Ok(())
}
