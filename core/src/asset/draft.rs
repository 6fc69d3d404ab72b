//! A container description under construction, and the budgets that bound it.

use std::io;

use super::{
    ByteRange, Container, Depth, MediaFormat, MetadataBlock, MetadataKind, Part, PartKind,
    StoreLocation, Track,
    input::{Input, to_u64},
};
use crate::{
    evidence::{Code, Finding, NotChecked, Place},
    limits::Limits,
};

/// Structural findings kept for one file; more of the same tell nothing new.
const FINDINGS: usize = 32;

/// Tracks kept for one file: more than films with all their languages have.
const TRACKS: usize = 128;

/// All metadata blocks of a file together may take this many times one block's limit.
const METADATA_BLOCKS: usize = 4;

/// Why a walk ended early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The source cannot be read.
    Io(io::Error),
    /// A budget is spent; the finding is recorded.
    Limit,
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Result of one step of a walk.
pub(super) type Walk<T = ()> = Result<T, Stop>;

/// What a walker has found so far.
pub(super) struct Draft<'a> {
    /// Budgets of this file.
    pub(super) limits: &'a Limits,
    /// How far to walk.
    pub(super) depth: Depth,
    container: Container,
    parts_left: usize,
    metadata_left: usize,
    store_left: u64,
}

impl<'a> Draft<'a> {
    /// Nothing found yet.
    pub(super) const fn new(format: MediaFormat, limits: &'a Limits, depth: Depth) -> Self {
        Self {
            limits,
            depth,
            container: Container {
                format,
                stores: Vec::new(),
                metadata: Vec::new(),
                remote_manifest: None,
                dimensions: None,
                subsampled: false,
                tracks: Vec::new(),
                trailing: None,
                complete: false,
                too_many_parts: false,
                parts: Vec::new(),
                findings: Vec::new(),
                not_checked: Vec::new(),
            },
            parts_left: limits.parts,
            metadata_left: limits.metadata_block.saturating_mul(METADATA_BLOCKS),
            store_left: limits.manifest_store,
        }
    }

    /// The description, finished.
    pub(super) fn finish(self) -> Container {
        self.container
    }

    /// The media type of the file.
    pub(super) const fn media_type(&self) -> &'static str {
        self.container.format.media_type()
    }

    /// The manifest stores so far.
    pub(super) fn stores(&self) -> &[StoreLocation] {
        &self.container.stores
    }

    /// The metadata so far.
    pub(super) fn metadata(&self) -> &[MetadataBlock] {
        &self.container.metadata
    }

    /// The walk has seen every place where this format may hold a store.
    pub(super) const fn set_complete(&mut self) {
        self.container.complete = true;
    }

    /// Names the remote manifest, unless one is named already.
    pub(super) fn set_remote_manifest(&mut self, url: String) {
        self.container.remote_manifest.get_or_insert(url);
    }

    /// Width and height in pixels; the first header that states them wins, and 0 states nothing.
    pub(super) fn set_dimensions(&mut self, width: u32, height: u32) {
        if width > 0 && height > 0 {
            self.container.dimensions.get_or_insert((width, height));
        }
    }

    /// Colour has fewer samples than brightness.
    pub(super) const fn set_subsampled(&mut self) {
        self.container.subsampled = true;
    }

    /// A track; those beyond [`TRACKS`] are passed over.
    pub(super) fn track(&mut self, track: Track) {
        if self.container.tracks.len() < TRACKS {
            self.container.tracks.push(track);
        }
    }

    /// What follows the end mark.
    pub(super) fn set_trailing(&mut self, range: ByteRange, kind: PartKind) {
        self.container.trailing = Some(Part { range, kind });
        self.part(range, kind);
    }

    /// Counts one segment, chunk, box or directory entry.
    pub(super) fn step(&mut self, at: u64) -> Walk {
        match self.parts_left.checked_sub(1) {
            Some(left) => self.parts_left = left,
            None => {
                self.container.too_many_parts = true;
                return Err(self.limit("parts", at, to_u64(self.limits.parts)));
            }
        }
        Ok(())
    }

    /// Records that a limit is passed. The walk cannot be complete any more.
    pub(super) fn limit(&mut self, what: &str, at: u64, limit: u64) -> Stop {
        self.container.complete = false;
        let finding = Finding::new(
            Code::LimitStructure,
            Place::Bytes {
                start: at,
                length: 0,
            },
        )
        .with("what", what)
        .with("limit", limit);
        self.container.findings.push(finding);
        Stop::Limit
    }

    /// Records a part; neighbours of one kind are one part.
    pub(super) fn part(&mut self, range: ByteRange, kind: PartKind) {
        match self.container.parts.last_mut() {
            Some(last) if last.kind == kind && last.range.end() == range.start => {
                last.range = ByteRange::between(last.range.start, range.end());
            }
            _ => self.container.parts.push(Part { range, kind }),
        }
    }

    /// The structure is broken in `range`; `what` says how.
    pub(super) fn malformed(&mut self, range: ByteRange, what: &str) {
        self.find(Code::AssetMalformed, range, what);
    }

    /// The file ends inside the part that begins at `at`; `what` names it.
    pub(super) fn truncated(&mut self, at: u64, what: &str, input: &Input<'_>) {
        self.find(
            Code::AssetTruncated,
            ByteRange::between(at, input.length()),
            what,
        );
    }

    fn find(&mut self, code: Code, range: ByteRange, what: &str) {
        if self.container.findings.len() < FINDINGS {
            let place = Place::Bytes {
                start: range.start,
                length: range.length,
            };
            self.container
                .findings
                .push(Finding::new(code, place).with("what", what));
        }
    }

    /// Metadata that were seen and not read, and why.
    pub(super) fn metadata_not_read(&mut self, part: &str, why: &str) {
        if self.container.not_checked.len() < FINDINGS {
            self.container.not_checked.push(NotChecked {
                what: Code::NotCheckedMetadata,
                arguments: vec![
                    ("part".to_owned(), part.to_owned()),
                    ("why".to_owned(), why.to_owned()),
                ],
            });
        }
    }

    /// Takes `wanted` bytes from the metadata budget; `false`, with the reason recorded, when
    /// one block or all of them together would take too much.
    pub(super) fn charge_metadata(&mut self, part: &str, wanted: u64) -> bool {
        let charged = usize::try_from(wanted)
            .ok()
            .filter(|wanted| *wanted <= self.limits.metadata_block)
            .and_then(|wanted| self.metadata_left.checked_sub(wanted));
        match charged {
            Some(left) => self.metadata_left = left,
            None => self.metadata_not_read(part, "larger than the limit for metadata"),
        }
        charged.is_some()
    }

    /// Most bytes that one more metadata block may inflate to.
    pub(super) fn metadata_allowance(&self) -> usize {
        self.limits.metadata_block.min(self.metadata_left)
    }

    /// Reads the metadata block whose payload is `payload` and whose framed part is `range`.
    pub(super) fn read_metadata(
        &mut self,
        input: &mut Input<'_>,
        kind: MetadataKind,
        payload: ByteRange,
        range: ByteRange,
        part: &str,
    ) -> Walk {
        if self.charge_metadata(part, payload.length) {
            let bytes = input.read(payload)?;
            self.add_metadata(kind, bytes, range, part);
        }
        Ok(())
    }

    /// Adds a metadata block whose bytes are charged already.
    pub(super) fn add_metadata(
        &mut self,
        kind: MetadataKind,
        bytes: Vec<u8>,
        range: ByteRange,
        part: &str,
    ) {
        self.container.metadata.push(MetadataBlock {
            kind,
            bytes,
            range,
            part: part.to_owned(),
        });
    }

    /// Takes `wanted` bytes from the budget for manifest stores.
    pub(super) fn charge_store(&mut self, at: u64, wanted: u64) -> Walk {
        match self.store_left.checked_sub(wanted) {
            Some(left) => self.store_left = left,
            None => {
                return Err(self.limit(
                    "bytes of the manifest store",
                    at,
                    self.limits.manifest_store,
                ));
            }
        }
        Ok(())
    }

    /// Reads the manifest store whose JUMBF is `payload` and whose framed part is `range`.
    pub(super) fn read_store(
        &mut self,
        input: &mut Input<'_>,
        payload: ByteRange,
        framed: &[ByteRange],
        misplaced: Option<&str>,
    ) -> Walk {
        self.charge_store(payload.start, payload.length.min(input.length()))?;
        let jumbf = input.read(payload)?;
        for range in framed {
            self.part(*range, PartKind::ManifestStore);
        }
        self.add_store(framed.to_vec(), jumbf, misplaced, false);
        Ok(())
    }

    /// Adds a manifest store whose bytes are charged and whose parts are recorded already.
    pub(super) fn add_store(
        &mut self,
        framed: Vec<ByteRange>,
        jumbf: Vec<u8>,
        misplaced: Option<&str>,
        further_part: bool,
    ) {
        let second = !further_part && self.container.stores.iter().any(|one| !one.further_part);
        let misplaced = misplaced.or(second.then_some("a second manifest store"));
        self.container.stores.push(StoreLocation {
            framed,
            jumbf,
            misplaced: misplaced.map(str::to_owned),
            further_part,
        });
    }
}
