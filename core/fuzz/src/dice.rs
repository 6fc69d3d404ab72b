//! Choices, from a seed or from the bytes of a fuzzer.

/// A source of choices.
#[derive(Clone, Debug)]
pub enum Dice<'a> {
    /// SplitMix64 (Steele, Lea and Flood, 2014): the same choices for the same seed, everywhere.
    Seed(u64),
    /// The choices that these bytes spell; zeros when they are used up.
    Bytes(&'a [u8]),
}

impl Dice<'_> {
    /// 64 bits from a seed, 16 from bytes: a fuzzer's files are short.
    fn next(&mut self) -> u64 {
        match self {
            Self::Seed(state) => {
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut mixed = *state;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                mixed ^ (mixed >> 31)
            }
            Self::Bytes(bytes) => {
                let (head, rest) = bytes.split_at(bytes.len().min(2));
                *bytes = rest;
                head.iter()
                    .fold(0, |number, byte| number << 8 | u64::from(*byte))
            }
        }
    }

    /// A number below `end`, or 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 {
            return 0;
        }
        (self.next() % end as u64) as usize
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        self.below(256) as u8
    }

    /// Up to `most` bytes.
    pub fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most + 1);
        (0..length).map(|_| self.byte()).collect()
    }

    /// One of these; `None` when there is none.
    pub fn pick<'b, T>(&mut self, list: &'b [T]) -> Option<&'b T> {
        list.get(self.below(list.len()))
    }
}
