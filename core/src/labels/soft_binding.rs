//! The algorithms of the public C2PA soft-binding list: whose they are, and whether anybody else
//! can look for them.
//!
//! Facts of <https://github.com/c2pa-org/softbinding-algorithm-list>, written down in November
//! 2026 from 34 of its entries; names and vendors are told for marks that cannot be decoded too.

/// What a soft binding is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Something written into the content.
    Watermark,
    /// Something computed from the content.
    Fingerprint,
}

/// Who can look for a soft binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// The method is published: other programs can decode it.
    Published,
    /// Only the vendor, or who has the vendor's decoder.
    Vendor,
}

/// One registered algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Algorithm {
    /// Its number in the list.
    pub id: u16,
    /// Its name, the `alg` of a soft binding.
    pub name: &'static str,
    /// Watermark or fingerprint.
    pub nature: Nature,
    /// Whose it is.
    pub vendor: &'static str,
    /// Who can look for it.
    pub reach: Reach,
}

impl Algorithm {
    /// The algorithm of that name; names differ in case only by mistake.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        LIST.iter()
            .find(|algorithm| algorithm.name.eq_ignore_ascii_case(name.trim()))
    }
}

const fn mark(id: u16, name: &'static str, vendor: &'static str) -> Algorithm {
    Algorithm {
        id,
        name,
        nature: Nature::Watermark,
        vendor,
        reach: Reach::Vendor,
    }
}

const fn published(algorithm: Algorithm) -> Algorithm {
    Algorithm {
        reach: Reach::Published,
        ..algorithm
    }
}

const fn fingerprint(algorithm: Algorithm) -> Algorithm {
    Algorithm {
        nature: Nature::Fingerprint,
        ..algorithm
    }
}

/// The list, by number.
pub const LIST: &[Algorithm] = &[
    mark(1, "com.digimarc.validate.1", "Digimarc"),
    mark(2, "org.atsc.a336", "ATSC"),
    published(fingerprint(mark(3, "io.iscc.v0", "ISCC Foundation"))),
    published(mark(4, "com.adobe.trustmark.Q", "Adobe")),
    published(mark(5, "com.adobe.trustmark.C", "Adobe")),
    fingerprint(mark(6, "com.adobe.icn.dense", "Adobe")),
    mark(7, "ai.steg.api", "Steg.AI"),
    mark(8, "ai.trufo.gen1.image", "Trufo"),
    mark(9, "ai.trufo.gen1.image-lite", "Trufo"),
    mark(10, "app.overlai.watermark.1", "Overlai"),
    mark(11, "tv.kinetiq.watercast.48.1", "Kinetiq"),
    mark(12, "castLabs.watermark.1", "castLabs"),
    published(mark(13, "com.adobe.trustmark.P", "Adobe")),
    mark(14, "com.imatag.lamark.v1", "Imatag"),
    mark(15, "com.nagra.nexguard.watermark.1", "Nagra"),
    mark(16, "com.mentaport.watermark.1", "Mentaport"),
    fingerprint(mark(17, "com.digicaps.fingerprint.1", "DigiCAP")),
    mark(18, "com.sonicorigin.watermark.1", "Sonic Origin"),
    mark(19, "com.microsoft.invismark.1", "Microsoft"),
    mark(20, "com.microsoft.wavmark.1", "Microsoft"),
    mark(21, "ai.contentlens.image.basewmk", "ContentLens"),
    mark(22, "ai.contentlens.image.ensemblewmk", "ContentLens"),
    mark(23, "ai.contentlens.image.customwmk", "ContentLens"),
    mark(24, "ai.contentlens.audio.mono", "ContentLens"),
    mark(25, "ai.contentlens.audio.stereo", "ContentLens"),
    mark(26, "es.lumatrace", "Lumatrace"),
    mark(27, "com.markany.watermark.1", "MarkAny"),
    mark(28, "com.verimatrix.watermark.1", "Verimatrix"),
    mark(29, "com.writerslogic.zwc-watermark.1", "WritersLogic"),
    mark(30, "com.aiwatermark.videoseal.1", "AI Watermark"),
    mark(31, "com.aiwatermark.pixelseal.1", "AI Watermark"),
    mark(32, "com.aiwatermark.audioseal.1", "AI Watermark"),
    mark(52, "com.adobe.hiermark.A", "Adobe"),
    mark(53, "com.adobe.flowmark.A", "Adobe"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_each_used_once_and_found() {
        assert!(LIST.windows(2).all(|pair| pair[0].id < pair[1].id));
        for algorithm in LIST {
            assert_eq!(Algorithm::find(algorithm.name), Some(algorithm));
        }
        assert_eq!(LIST.len(), 34);
    }

    #[test]
    fn names_that_are_not_in_the_list_have_no_vendor() {
        for name in [
            "",
            "com.adobe.trustmark",
            "com.digimarc.validate.2",
            "synthid",
        ] {
            assert_eq!(Algorithm::find(name), None, "{name}");
        }
    }
}
