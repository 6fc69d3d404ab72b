//! Bits of a scan (T.81, F.2.2.5), most significant first.

/// Reads bits up to the next marker. What is read beyond it is 0, and noticed.
///
/// What is called out of line takes it by value and gives it back, so that it stays in registers.
#[derive(Clone, Copy)]
pub(super) struct Bits<'a> {
    data: &'a [u8],
    /// The next byte that is not in the window.
    at: usize,
    /// Bits that are next, from the top; below them 0, or bits that will come there.
    window: u64,
    /// Those that count; less than none after reading beyond the end.
    count: i32,
    overrun: bool,
}

impl<'a> Bits<'a> {
    /// Of the coded bytes after a scan's header.
    pub(super) const fn new(data: &'a [u8]) -> Self {
        Self {
            data,
            at: 0,
            window: 0,
            count: 0,
            overrun: false,
        }
    }

    /// Sees to it that 32 bits are there, unless the scan ends before: more than any code with its
    /// value takes.
    #[inline(always)]
    pub(super) fn need(&mut self) {
        if self.count < 32 {
            self.refill();
        }
    }

    /// The next `length` bits, at most 32; they stay.
    #[inline(always)]
    pub(super) const fn peek(&self, length: u32) -> usize {
        (self.window >> (64 - length)) as usize
    }

    /// Passes over so many bits, less than 64.
    #[inline(always)]
    pub(super) const fn pass(&mut self, length: u32) {
        self.window <<= length;
        self.count -= length as i32;
    }

    /// Whether more was read than there is.
    pub(super) const fn is_overrun(&self) -> bool {
        self.overrun || self.count < 0
    }

    #[inline(always)]
    fn refill(&mut self) {
        if self.count < 0 {
            self.overrun = true;
            self.count = 0;
        }
        if let Some(next) = self.data.get(self.at..).and_then(<[u8]>::first_chunk::<8>) {
            let next = u64::from_be_bytes(*next);
            if !has_ones(next) {
                self.window |= next >> self.count;
                let bytes = (63 - self.count) >> 3;
                self.at += bytes as usize;
                self.count += bytes << 3;
                return;
            }
        }
        *self = self.refilled_slowly();
    }

    /// Byte by byte: a byte of ones is followed by a zero that does not count, or is a marker's.
    #[cold]
    #[inline(never)]
    fn refilled_slowly(mut self) -> Self {
        while self.count <= 56 {
            let byte = match self.data.get(self.at..) {
                Some([0xFF, 0, ..]) => {
                    self.at += 2;
                    0xFF
                }
                Some([0xFF, ..]) | None | Some([]) => break,
                Some([byte, ..]) => {
                    self.at += 1;
                    *byte
                }
            };
            // What the window holds below its count is the same byte, or nothing.
            self.window |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
        self
    }

    /// Those after the restart marker of that number (T.81, E.2.4); `None` when it is not there.
    pub(super) fn restarted(self, number: u8) -> Option<Self> {
        if self.is_overrun() || self.count >= 8 {
            return None;
        }
        let [0xFF, marker, ..] = self.data.get(self.at..)? else {
            return None;
        };
        (*marker == 0xD0 | number & 7).then_some(Self {
            at: self.at + 2,
            window: 0,
            count: 0,
            ..self
        })
    }
}

/// Whether one of eight bytes is `0xFF`.
const fn has_ones(bytes: u64) -> bool {
    let holes = !bytes;
    holes.wrapping_sub(0x0101_0101_0101_0101) & bytes & 0x8080_8080_8080_8080 != 0
}
