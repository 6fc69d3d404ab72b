//! Reads raw pictures from standard input for the open marks; `open_marks.py` drives it.
//!
//! Each picture is its width and height, 32 bits little-endian each, and its RGB bytes. The answer
//! is one line: the marks found, with commas, a tab, and the milliseconds that reading took.
#![allow(
    clippy::unwrap_used,
    reason = "a tool of this repository: whatever goes wrong shall stop it at once"
)]

use std::{
    io::{Read as _, Write as _, stdin, stdout},
    time::Instant,
};

use hallmark::watermark::open::{Pixels, read};

fn main() {
    let mut input = stdin().lock();
    let mut output = stdout().lock();
    let mut size = [0; 4];
    while input.read_exact(&mut size).is_ok() {
        let width = usize::try_from(u32::from_le_bytes(size)).unwrap();
        input.read_exact(&mut size).unwrap();
        let height = usize::try_from(u32::from_le_bytes(size)).unwrap();
        let length = width
            .checked_mul(height)
            .and_then(|area| area.checked_mul(3));
        let mut rgb = vec![0; length.unwrap()];
        input.read_exact(&mut rgb).unwrap();
        let pixels = Pixels::new(&rgb, width, height).unwrap();
        let start = Instant::now();
        let reading = read(&pixels);
        let milliseconds = start.elapsed().as_secs_f64() * 1e3;
        let names: Vec<&str> = reading
            .marks
            .iter()
            .map(|mark| mark.scheme.as_str())
            .collect();
        writeln!(output, "{}\t{milliseconds:.3}", names.join(",")).unwrap();
        output.flush().unwrap();
    }
}
