//! Brightness of a JPEG at half its size, for witnesses that look at less of a picture than it has.
//!
//! Of each block only the sixteen lowest terms are transformed, and colours are passed over. What
//! it reads is what nearly all cameras and platforms write: baseline coding, one scan, brightness
//! and two colour differences (T.81, annex F). It refuses everything else, and every scan that is
//! broken, so that the general decoder says what there is to see.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tables are indexed by as many bits as they have places for, terms by places below 17, \
              samples by blocks of an MCU row that is allocated whole; sizes are products of 16-bit \
              numbers, counters of bits and places are small, terms wrap"
)]

mod bits;
mod huffman;
mod transform;

use bits::Bits;
use huffman::{END, Table, value};
use transform::{AT_ONCE, Batch, PLACES, USED};

/// Samples at half size, row by row, rounded up where the picture's sides are odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Halved {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) samples: Vec<u8>,
}

/// Segments before the scan.
#[derive(Default)]
struct Header {
    frame: Option<Frame>,
    quantisers: [Option<[u16; 64]>; 4],
    first: [Option<Box<Table>>; 4],
    others: [Option<Box<Table>>; 4],
    restart: u32,
}

struct Frame {
    width: u32,
    height: u32,
    /// Number, sampling factors, quantiser.
    components: [(u8, u8, u8); 3],
}

/// What a component's blocks are read with.
struct Coding<'a> {
    first: &'a Table,
    others: &'a Table,
    prediction: i32,
}

/// The picture in a JPEG file; `None` where it is none of those that are read here.
pub(super) fn decode(file: &[u8]) -> Option<Halved> {
    let mut header = Header::default();
    let mut rest = file.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let [0xFF, marker, tail @ ..] = rest else {
            return None;
        };
        // Fill bytes may stand before a marker (T.81, B.1.1.2).
        if *marker == 0xFF {
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes(*tail.first_chunk()?));
        let (segment, after) = tail.split_at_checked(length)?;
        let content = segment.get(2..)?;
        match marker {
            0xC0 | 0xC1 if header.frame.is_none() => header.frame = Some(frame(content)?),
            0xC4 => header.read_huffman(content)?,
            0xDB => header.read_quantisers(content)?,
            0xDD => header.restart = u32::from(u16::from_be_bytes(*content.first_chunk()?)),
            0xDA => return header.scan(content, after),
            // Application data and comments. Anything else is rare.
            0xE0..=0xEF | 0xFE => {}
            _ => return None,
        }
        rest = after;
    }
}

/// T.81, B.2.2: eight bits a sample; brightness with as many samples as the picture has pixels.
fn frame(content: &[u8]) -> Option<Frame> {
    let [8, h1, h0, w1, w0, 3, components @ ..] = content else {
        return None;
    };
    let [y, ys, yq, b, bs, bq, r, rs, rq] = *components else {
        return None;
    };
    let usual = matches!(ys, 0x11 | 0x21 | 0x22) && (bs, rs) == (0x11, 0x11);
    let (width, height) = (
        u32::from(u16::from_be_bytes([*w1, *w0])),
        u32::from(u16::from_be_bytes([*h1, *h0])),
    );
    (usual && width > 0 && height > 0).then_some(Frame {
        width,
        height,
        components: [(y, ys, yq), (b, bs, bq), (r, rs, rq)],
    })
}

impl Header {
    /// T.81, B.2.4.2.
    fn read_huffman(&mut self, mut content: &[u8]) -> Option<()> {
        while let Some((kind, rest)) = content.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let length = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, rest) = rest.split_at_checked(length)?;
            let tables = match kind >> 4 {
                0 => &mut self.first,
                1 => &mut self.others,
                _ => return None,
            };
            // Differences of more than eleven bits are none of eight-bit samples (T.81, F.1.2.1.1).
            if kind >> 4 == 0 && symbols.iter().any(|size| *size > 11) {
                return None;
            }
            let table = Table::new(counts, symbols)?;
            *tables.get_mut(usize::from(kind & 15))? = Some(Box::new(table));
            content = rest;
        }
        Some(())
    }

    /// T.81, B.2.4.1.
    fn read_quantisers(&mut self, mut content: &[u8]) -> Option<()> {
        while let Some((kind, rest)) = content.split_first() {
            let wide = match kind >> 4 {
                0 => false,
                1 => true,
                _ => return None,
            };
            let (steps, rest) = rest.split_at_checked(if wide { 128 } else { 64 })?;
            let mut table = [0; 64];
            for (index, step) in table.iter_mut().enumerate() {
                *step = if wide {
                    u16::from_be_bytes([steps[2 * index], steps[2 * index + 1]])
                } else {
                    u16::from(steps[index])
                };
            }
            *self.quantisers.get_mut(usize::from(kind & 15))? = Some(table);
            content = rest;
        }
        Some(())
    }

    /// Decodes the scan with that header (T.81, B.2.3), which is all of the picture's.
    fn scan(&self, content: &[u8], data: &[u8]) -> Option<Halved> {
        let frame = self.frame.as_ref()?;
        let [3, y, yt, b, bt, r, rt, 0, 63, 0] = *content else {
            return None;
        };
        let [(own_y, factors, quantiser), (own_b, ..), (own_r, ..)] = frame.components;
        if (y, b, r) != (own_y, own_b, own_r) {
            return None;
        }
        let coding = |tables: u8| {
            let of = |list: &'_ [Option<Box<Table>>; 4], at: u8| list.get(usize::from(at))?.clone();
            Some((
                of(&self.first, tables >> 4)?,
                of(&self.others, tables & 15)?,
            ))
        };
        let (luma, blue, red) = (coding(yt)?, coding(bt)?, coding(rt)?);
        let quantiser = self.quantisers.get(usize::from(quantiser))?.as_ref()?;
        let scan = Scan {
            bits: Bits::new(data),
            luma: Coding::new(&luma),
            colours: [Coding::new(&blue), Coding::new(&red)],
            quantiser,
            across: usize::from(factors >> 4),
            down: usize::from(factors & 15),
        };
        scan.picture(frame, self.restart)
    }
}

impl<'a> Coding<'a> {
    fn new((first, others): &'a (Box<Table>, Box<Table>)) -> Self {
        Self {
            first,
            others,
            prediction: 0,
        }
    }
}

/// A scan on its way.
struct Scan<'a> {
    bits: Bits<'a>,
    luma: Coding<'a>,
    colours: [Coding<'a>; 2],
    /// Of brightness, in the order in which terms are coded.
    quantiser: &'a [u16; 64],
    /// Blocks of brightness in an MCU.
    across: usize,
    down: usize,
}

impl Scan<'_> {
    fn picture(self, frame: &Frame, restart: u32) -> Option<Halved> {
        let Self {
            mut bits,
            mut luma,
            colours: [blue, red],
            quantiser,
            across,
            down,
        } = self;
        let (width, height) = (frame.width.div_ceil(2), frame.height.div_ceil(2));
        let columns = (frame.width as usize).div_ceil(8 * across);
        let rows = (frame.height as usize).div_ceil(8 * down);
        let stride = columns * across * 4;
        // One row of MCUs, whole blocks of it.
        let mut band = vec![0; stride * down * 4];
        let mut samples = Vec::with_capacity(width as usize * height as usize);
        let (mut left, mut number) = (restart, 0_u8);
        for row in 0..rows {
            // Of each row of blocks.
            let mut batches = [Batch::new(), Batch::new()];
            for _ in 0..columns {
                if restart > 0 && left == 0 {
                    bits = bits.restarted(number)?;
                    number = number.wrapping_add(1);
                    left = restart;
                    luma.prediction = 0;
                }
                left = left.wrapping_sub(1);
                for y in 0..down {
                    let batch = &mut batches[y];
                    for _ in 0..across {
                        luma_block(&mut bits, &mut luma, quantiser, batch)?;
                        if batch.count == AT_ONCE {
                            batch.write(&mut band[y * 4 * stride..], stride);
                        }
                    }
                }
                for colour in [&blue, &red] {
                    pass_block(&mut bits, colour)?;
                }
            }
            if bits.is_overrun() {
                return None;
            }
            for (y, batch) in batches.iter_mut().enumerate().take(down) {
                batch.write(&mut band[y * 4 * stride..], stride);
            }
            let shown = (height as usize - row * down * 4).min(down * 4);
            for line in band.chunks_exact(stride).take(shown) {
                samples.extend_from_slice(&line[..width as usize]);
            }
        }
        Some(Halved {
            width,
            height,
            samples,
        })
    }
}

/// Decodes a block of brightness, the next of those that are transformed together.
#[inline(always)]
fn luma_block(
    bits: &mut Bits<'_>,
    luma: &mut Coding<'_>,
    quantiser: &[u16; 64],
    batch: &mut Batch,
) -> Option<()> {
    bits.need();
    let difference = match luma.first.run_and_value(bits) {
        Some((_, value)) => value,
        None => {
            let size = u32::from(luma.first.symbol(bits)?);
            value(bits, size)
        }
    };
    luma.prediction = luma.prediction.wrapping_add(difference);
    let (terms, lane) = (&mut batch.terms, batch.count & (AT_ONCE - 1));
    terms[0][lane] = luma.prediction.wrapping_mul(i32::from(quantiser[0]));
    let mut place = 1_u32;
    while place < USED {
        bits.need();
        let (run, value) = match luma.others.run_and_value(bits) {
            Some(found) => found,
            None => {
                let symbol = u32::from(luma.others.symbol(bits)?);
                let (run, size) = (symbol >> 4, symbol & 15);
                if size == 0 {
                    if run == 15 {
                        place += 16;
                        continue;
                    }
                    place = END;
                    break;
                }
                (run, value(bits, size))
            }
        };
        place += run;
        // At most 24 + 15.
        let step = i32::from(quantiser[place as usize & 63]);
        terms[usize::from(PLACES[place as usize])][lane] = value.wrapping_mul(step);
        place += 1;
    }
    pass_rest(bits, luma.others, place)?;
    batch.count += 1;
    Some(())
}

/// Passes over a block.
#[inline(always)]
fn pass_block(bits: &mut Bits<'_>, coding: &Coding<'_>) -> Option<()> {
    bits.need();
    let size = u32::from(coding.first.symbol(bits)?);
    bits.pass(size);
    pass_rest(bits, coding.others, 1)
}

/// Passes over a block's terms from a place on; `None` where they lead outside.
#[inline(always)]
fn pass_rest(bits: &mut Bits<'_>, table: &Table, mut place: u32) -> Option<()> {
    while place < 64 {
        bits.need();
        place = table.leap(bits, place)?;
    }
    (place == 64 || place >= END).then_some(())
}

#[cfg(test)]
mod tests;
