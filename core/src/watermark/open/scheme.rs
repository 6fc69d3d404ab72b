//! The public marks: whose they are, their bits, and how their owners' programs write them.

/// A published mark of a picture generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// Stable Diffusion 1.x: the text `StableDiffusionV1`, 136 bits.
    StableDiffusion1,
    /// Stable Diffusion 2.x: the text `SDV2`, 32 bits.
    StableDiffusion2,
    /// Stable Diffusion XL: 48 bits.
    StableDiffusionXl,
    /// FLUX.1 and FLUX.2: 46 bits, for the writer drops the two leading zeros of 48.
    Flux,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: &'static [Self] = &[
        Self::StableDiffusion1,
        Self::StableDiffusion2,
        Self::StableDiffusionXl,
        Self::Flux,
    ];

    /// Stable name for records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StableDiffusion1 => "stable-diffusion-1",
            Self::StableDiffusion2 => "stable-diffusion-2",
            Self::StableDiffusionXl => "stable-diffusion-xl",
            Self::Flux => "flux",
        }
    }

    /// The generator's name for people.
    #[must_use]
    pub const fn generator(self) -> &'static str {
        match self {
            Self::StableDiffusion1 => "Stable Diffusion 1.x",
            Self::StableDiffusion2 => "Stable Diffusion 2.x",
            Self::StableDiffusionXl => "Stable Diffusion XL",
            Self::Flux => "FLUX.1 or FLUX.2",
        }
    }

    /// The mark: its bits from the first to the last, in a whole number of bytes, and how many of
    /// them count from the end on.
    const fn content(self) -> (&'static [u8], usize) {
        match self {
            Self::StableDiffusion1 => (b"StableDiffusionV1", 136),
            Self::StableDiffusion2 => (b"SDV2", 32),
            Self::StableDiffusionXl => (&[0xB3, 0xEC, 0x90, 0x7B, 0xB1, 0x9E], 48),
            Self::Flux => (&[0x2A, 0xFE, 0x87, 0x9C, 0xF5, 0x2E], 46),
        }
    }

    /// Number of bits.
    #[must_use]
    pub const fn length(self) -> usize {
        self.content().1
    }

    /// The bits in the order in which blocks carry them.
    #[must_use]
    pub fn bits(self) -> Vec<bool> {
        let (bytes, length) = self.content();
        let all = bytes
            .iter()
            .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1));
        let skipped = bytes.len().saturating_mul(8).saturating_sub(length);
        all.skip(skipped).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(scheme: Scheme) -> String {
        let bits = scheme.bits();
        assert_eq!(bits.len(), scheme.length());
        bits.iter()
            .map(|bit| if *bit { '1' } else { '0' })
            .collect()
    }

    #[test]
    fn bits_are_those_that_the_generators_write() {
        assert_eq!(
            written(Scheme::StableDiffusionXl),
            "101100111110110010010000011110111011000110011110"
        );
        assert_eq!(
            written(Scheme::Flux),
            "1010101111111010000111100111001111010100101110"
        );
        assert_eq!(
            written(Scheme::StableDiffusion2),
            "01010011010001000101011000110010"
        );
        assert!(written(Scheme::StableDiffusion1).starts_with("0101001101110100"));
    }
}
