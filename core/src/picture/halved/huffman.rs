//! Huffman tables of a scan (T.81, annex C), spread for reading several bits at once.

use super::bits::Bits;

/// Bits that are looked up at once.
pub(super) const LOOK: u32 = 10;
const SIZE: usize = 1 << LOOK;
/// Bits that are passed over at once.
const LEAP: u32 = 12;

/// A step in a block that ends it.
pub(super) const END: u32 = 128;

/// One table.
#[derive(Clone)]
pub(super) struct Table {
    /// By the next bits: `code length | symbol << 8`, or 0 where the code is longer.
    codes: [u16; SIZE],
    /// By the next bits, where they hold code and value: `bits | run << 8 | value << 16`, else 0.
    values: [u32; SIZE],
    /// By the next bits: `bits of code and value | step << 8`, or 0 where the code is longer. A step
    /// is the run and the value's own place, or [`END`].
    steps: [u16; SIZE],
    /// By the next bits: `bits | places << 4 | end << 15` of as many codes with their values as they hold
    /// whole, up to the end of the block; 0 where they hold none.
    leaps: [u16; 1 << LEAP],
    /// Of each length: one more than its last code, its bits on top of 16; then what to add to a code of that
    /// length for its place among the symbols.
    limits: [(u32, i32); 17],
    symbols: [u8; 256],
}

impl Table {
    /// From a segment's counts and symbols; `None` when there are more codes than bits can tell.
    pub(super) fn new(counts: &[u8; 16], list: &[u8]) -> Option<Self> {
        let mut table = Self {
            codes: [0; SIZE],
            values: [0; SIZE],
            steps: [0; SIZE],
            leaps: [0; 1 << LEAP],
            limits: [(0, 0); 17],
            symbols: [0; 256],
        };
        table.symbols.get_mut(..list.len())?.copy_from_slice(list);
        let (mut code, mut place) = (0_u32, 0_usize);
        for (length, count) in (1_u32..).zip(counts) {
            let count = usize::from(*count);
            table.limits[length as usize].1 = place as i32 - code as i32;
            for symbol in list.get(place..place + count)? {
                if code >> length != 0 {
                    return None;
                }
                if length <= LOOK {
                    table.spread(code, length, *symbol);
                }
                code += 1;
            }
            place += count;
            table.limits[length as usize].0 = code << (16 - length);
            code <<= 1;
        }
        table.chain();
        Some(table)
    }

    /// Enters what several codes in a row come to.
    fn chain(&mut self) {
        for (bits, leap) in self.leaps.iter_mut().enumerate() {
            let (mut passed, mut places, mut end) = (0, 0, false);
            while !end {
                let next = (bits << passed & ((1 << LEAP) - 1)) >> (LEAP - LOOK);
                let step = self.steps[next];
                let (length, step) = (u32::from(step & 0xFF), u32::from(step >> 8));
                if step == 0 || passed + length > LEAP || places + step % END > 63 {
                    break;
                }
                passed += length;
                places += step % END;
                end = step == END;
            }
            *leap = (passed | places << 4 | u32::from(end) << 15) as u16;
        }
    }

    /// Enters a short code wherever the next bits begin with it.
    fn spread(&mut self, code: u32, length: u32, symbol: u8) {
        let first = (code << (LOOK - length)) as usize;
        let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
        let step = match (run, size) {
            (15, 0) => 16,
            (_, 0) => END,
            _ => run + 1,
        };
        for bits in first..first + (1 << (LOOK - length)) {
            self.codes[bits] = (length | u32::from(symbol) << 8) as u16;
            self.steps[bits] = ((length + size) | (step << 8)) as u16;
            if size > 0 && length + size <= LOOK {
                let coded = bits as u32 >> (LOOK - length - size) & ((1 << size) - 1);
                let value = extended(coded, size) as u32 & 0xFFFF;
                self.values[bits] = (length + size) | (run << 8) | (value << 16);
            }
        }
    }

    /// The next symbol, passed over. Needs 16 bits.
    #[inline(always)]
    pub(super) fn symbol(&self, bits: &mut Bits<'_>) -> Option<u8> {
        let code = self.codes[bits.peek(LOOK)];
        if code != 0 {
            bits.pass(u32::from(code & 0xFF));
            return Some((code >> 8) as u8);
        }
        let (length, symbol) = self.long_symbol(bits.peek(16) as u32)?;
        bits.pass(length);
        Some(symbol)
    }

    /// Length and symbol of a code that is longer than a look, from the next 16 bits.
    #[cold]
    #[inline(never)]
    fn long_symbol(&self, next: u32) -> Option<(u32, u8)> {
        let length = (LOOK + 1..=16).find(|length| next < self.limits[*length as usize].0)?;
        let place = (next >> (16 - length)) as i32 + self.limits[length as usize].1;
        let symbol = self.symbols.get(usize::try_from(place).ok()?)?;
        Some((length, *symbol))
    }

    /// Run and value that come next, passed over, where a look tells both.
    #[inline(always)]
    pub(super) fn run_and_value(&self, bits: &mut Bits<'_>) -> Option<(u32, i32)> {
        let entry = self.values[bits.peek(LOOK)];
        if entry == 0 {
            return None;
        }
        bits.pass(entry & 0xFF);
        Some((entry >> 8 & 0xFF, entry as i32 >> 16))
    }

    /// Passes over codes and their values from a place in a block on: the place after them, which is [`END`]
    /// or more where the block ends. `None` where a code is none.
    #[inline(always)]
    pub(super) fn leap(&self, bits: &mut Bits<'_>, place: u32) -> Option<u32> {
        let leap = u32::from(self.leaps[bits.peek(LEAP)]);
        let next = place + (leap >> 4 & 0x3F);
        // A block that is full ends without a code for it: what follows then is the next one's.
        if leap != 0 && next < 64 {
            bits.pass(leap & 15);
            return Some(next + (leap >> 15) * END);
        }
        Some(place + self.step(bits)?)
    }

    /// Passes over a code and its value: how many places of the block that takes, or [`END`].
    #[inline(always)]
    fn step(&self, bits: &mut Bits<'_>) -> Option<u32> {
        let step = u32::from(self.steps[bits.peek(LOOK)]);
        if step != 0 {
            bits.pass(step & 0xFF);
            return Some(step >> 8);
        }
        let (length, symbol) = self.long_symbol(bits.peek(16) as u32)?;
        bits.pass(length);
        let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
        bits.pass(size);
        Some(match (run, size) {
            (15, 0) => 16,
            (_, 0) => END,
            _ => run + 1,
        })
    }
}

/// The value of `size` bits, passed over (T.81, F.2.2.1). Needs as many.
#[inline(always)]
pub(super) fn value(bits: &mut Bits<'_>, size: u32) -> i32 {
    if size == 0 {
        return 0;
    }
    let coded = bits.peek(size) as u32;
    bits.pass(size);
    extended(coded, size)
}

#[inline(always)]
const fn extended(coded: u32, size: u32) -> i32 {
    if coded >> (size - 1) == 0 {
        coded as i32 - ((1 << size) - 1)
    } else {
        coded as i32
    }
}
