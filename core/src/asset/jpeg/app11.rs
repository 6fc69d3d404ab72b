//! JUMBF in APP11 segments (ISO 19566-5, annex D): which segments belong together, in which
//! order, and whether one of the boxes is a manifest store.

use super::super::{
    ByteRange, PartKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
    jumbf::{self, Search},
};

/// Bytes before the box in every segment's payload: common identifier (`JP`), box instance
/// number, packet sequence number.
const FRAME: u64 = 8;

/// One APP11 segment.
pub(super) struct Segment {
    /// With marker and length.
    framed: ByteRange,
    /// Without.
    payload: ByteRange,
    /// Box instance number: equal in all segments of one box.
    instance: u16,
    /// Packet sequence number: 1 in the first segment of a box.
    sequence: u32,
    /// Bytes of the box header that every segment repeats: 8, or 16 with an extended length.
    header: u64,
    /// The type of the box in this segment is that of a manifest store. True for later segments
    /// only by accident.
    begins_store: bool,
}

impl Segment {
    /// Reads a segment whose payload begins with `content`; `None` when it carries no box.
    ///
    /// The common identifier is not compared, nor more of the type than `c2pa`: the `c2pa` crate
    /// takes such a segment for a manifest store, and so must whoever audits it.
    pub(super) fn read(content: &[u8], payload: ByteRange, framed: ByteRange) -> Option<Self> {
        let (_, rest) = content.split_first_chunk::<2>()?;
        let (instance, rest) = rest.split_first_chunk()?;
        let (sequence, rest) = rest.split_first_chunk()?;
        let (length, _) = rest.split_first_chunk()?;
        // The box header and at least one byte of its content.
        if payload.length <= 16 {
            return None;
        }
        Some(Self {
            framed,
            payload,
            instance: u16::from_be_bytes(*instance),
            sequence: u32::from_be_bytes(*sequence),
            header: if u32::from_be_bytes(*length) == 1 {
                16
            } else {
                8
            },
            begins_store: content.get(24..28) == Some(b"c2pa") || jumbf::is_store(rest),
        })
    }
}

/// Segments that form one manifest store.
struct Run<'s> {
    segments: Vec<&'s Segment>,
    misplaced: Option<&'static str>,
}

impl Run<'_> {
    fn instance(&self) -> Option<u16> {
        self.segments.first().map(|segment| segment.instance)
    }

    fn length(&self) -> u64 {
        self.segments
            .iter()
            .map(|segment| segment.payload.length)
            .sum()
    }
}

/// Adds every manifest store in `segments`, which are all APP11 segments in file order.
///
/// A segment continues the last store with its instance number when its sequence number is
/// greater than the number of segments before it; so does the `c2pa` crate. C2PA 2.2, A.3.1 and
/// ISO 19566-5 ask for more: numbers without gaps, segments without anything between them.
pub(super) fn assemble(input: &mut Input<'_>, draft: &mut Draft<'_>, segments: &[Segment]) -> Walk {
    for run in runs(draft, segments) {
        add(input, draft, &run, false)?;
    }
    Ok(())
}

fn runs<'s>(draft: &mut Draft<'_>, segments: &'s [Segment]) -> Vec<Run<'s>> {
    let mut runs: Vec<Run<'s>> = Vec::new();
    for segment in segments {
        let open = runs
            .iter_mut()
            .rev()
            .find(|run| run.instance() == Some(segment.instance));
        let continued = open
            .as_ref()
            .is_some_and(|run| u64::from(segment.sequence) > to_u64(run.segments.len()));
        match open {
            Some(run) if continued => {
                let next =
                    u64::from(segment.sequence) == to_u64(run.segments.len()).saturating_add(1);
                let touches = run
                    .segments
                    .last()
                    .is_some_and(|last| last.framed.end() == segment.framed.start);
                if !next {
                    run.misplaced = Some("APP11 segments are missing or out of order");
                } else if !touches {
                    run.misplaced = Some("other bytes lie between its APP11 segments");
                }
                run.segments.push(segment);
            }
            _ if segment.begins_store => runs.push(Run {
                segments: vec![segment],
                misplaced: (segment.sequence != 1)
                    .then_some("APP11 segments are missing or out of order"),
            }),
            Some(run) => {
                run.misplaced = Some("APP11 segments are missing or out of order");
                draft.part(segment.framed, PartKind::Jumbf);
            }
            None => draft.part(segment.framed, PartKind::Jumbf),
        }
    }
    runs
}

fn add(input: &mut Input<'_>, draft: &mut Draft<'_>, run: &Run<'_>, further_part: bool) -> Walk {
    let Some(first) = run.segments.first() else {
        return Ok(());
    };
    draft.charge_store(first.framed.start, run.length())?;
    let mut store = Vec::new();
    let mut framed: Vec<ByteRange> = Vec::new();
    for (index, segment) in run.segments.iter().enumerate() {
        let repeated = if index == 0 { 0 } else { segment.header };
        let start = segment
            .payload
            .start
            .saturating_add(FRAME)
            .saturating_add(repeated);
        store.append(&mut input.read(ByteRange::between(start, segment.payload.end()))?);
        draft.part(segment.framed, PartKind::ManifestStore);
        match framed.last_mut() {
            Some(last) if last.end() == segment.framed.start => {
                *last = ByteRange::between(last.start, segment.framed.end());
            }
            _ => framed.push(segment.framed),
        }
    }
    draft.add_store(framed, store, run.misplaced, further_part);
    Ok(())
}

/// Adds stores behind the headers, of which `first` is one: in segments between scans or behind
/// the end of the image, or bare. Those in `further`, the pictures that a multi-picture index
/// announces, belong to those pictures.
pub(super) fn find_hidden(
    input: &mut Input<'_>,
    draft: &mut Draft<'_>,
    first: ByteRange,
    end_of_image: u64,
    further: Option<ByteRange>,
) -> Walk {
    let search = Search::new();
    let mut next = Some(first);
    while let Some(store) = next {
        draft.step(store.start)?;
        let misplaced = if store.start < end_of_image {
            "after the start of the image data"
        } else {
            "after the end of the image (EOI)"
        };
        let segments = touching_segments(input, draft, store.start)?;
        let end = if let Some(last) = segments.last() {
            let end = last.framed.end();
            let further_part = further.is_some_and(|further| further.start <= store.start);
            for mut run in runs(draft, &segments) {
                run.misplaced = run.misplaced.or((!further_part).then_some(misplaced));
                add(input, draft, &run, further_part)?;
            }
            end
        } else {
            draft.read_store(input, store, &[store], Some(misplaced))?;
            store.end()
        };
        let rest = ByteRange::between(end.max(store.start.saturating_add(1)), input.length());
        next = search.next(input, rest)?;
    }
    Ok(())
}

/// The APP11 segment around the box at `at` and those that follow it without a gap; none when the
/// box is not framed as a segment.
fn touching_segments(input: &mut Input<'_>, draft: &mut Draft<'_>, at: u64) -> Walk<Vec<Segment>> {
    let mut segments = Vec::new();
    let Some(mut start) = at.checked_sub(FRAME).and_then(|at| at.checked_sub(4)) else {
        return Ok(segments);
    };
    loop {
        draft.step(start)?;
        let file_length = input.length();
        let head = input.peek(start, 40)?;
        let Some(([0xFF, super::APP11, l0, l1], content)) = head.split_first_chunk() else {
            break;
        };
        let length = u64::from(u16::from_be_bytes([*l0, *l1]).max(2));
        let end = start
            .saturating_add(2)
            .saturating_add(length)
            .min(file_length);
        let framed = ByteRange::between(start, end);
        let payload = ByteRange::between(start.saturating_add(4), end);
        match Segment::read(content, payload, framed) {
            Some(segment) => segments.push(segment),
            None => break,
        }
        start = end;
    }
    Ok(segments)
}
