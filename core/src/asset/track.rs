//! The tracks of sound, pictures and text of a media file, and their languages.

use serde::{Deserialize, Serialize};

/// What a track holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TrackKind {
    /// Sound.
    Sound,
    /// Moving pictures.
    Picture,
    /// Subtitles, captions and other text.
    Text,
}

/// One track.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Track {
    /// What it holds.
    pub kind: TrackKind,
    /// Its language, as [`language`] gives it; `None` when the file does not say, or says
    /// "undetermined", "several" or "none".
    pub language: Option<String>,
}

/// The language of a tag (BCP 47) or code (ISO 639), without script, region and variant: two
/// letters where the language has them, a macrolanguage for its members, so that two ways to write
/// one language give one text. `None` for what names no single language.
#[must_use]
pub fn language(written: &str) -> Option<String> {
    let primary = written
        .trim()
        .split(['-', '_'])
        .next()?
        .to_ascii_lowercase();
    let letters = primary.bytes().all(|byte| byte.is_ascii_lowercase());
    let length = matches!(primary.len(), 2 | 3);
    if !letters || !length || NO_LANGUAGE.contains(&primary.as_str()) {
        return None;
    }
    let known = MEMBERS.iter().chain(BIBLIOGRAPHIC).chain(TWO_LETTERS);
    let mut same = known.filter(|(code, _)| *code == primary);
    Some(
        same.next()
            .map_or(primary.clone(), |(_, two)| (*two).to_owned()),
    )
}

/// Codes for content without one known language (ISO 639-2): undetermined, several, none, not coded.
const NO_LANGUAGE: &[&str] = &["und", "mul", "zxx", "mis"];

/// Members of macrolanguages (ISO 639-3) that tracks are written with, and retired codes.
const MEMBERS: &[(&str, &str)] = &[
    ("arb", "ar"),
    ("cmn", "zh"),
    ("yue", "zh"),
    ("nob", "no"),
    ("nno", "no"),
    ("nb", "no"),
    ("nn", "no"),
    ("pes", "fa"),
    ("prs", "fa"),
    ("swh", "sw"),
    ("zsm", "ms"),
    ("azj", "az"),
    ("azb", "az"),
    ("uzn", "uz"),
    ("ekk", "et"),
    ("lvs", "lv"),
    ("khk", "mn"),
    ("als", "sq"),
    ("gug", "gn"),
    ("ory", "or"),
    ("npi", "ne"),
    ("pbt", "ps"),
    ("ydd", "yi"),
    ("iw", "he"),
    ("in", "id"),
    ("ji", "yi"),
    ("mo", "ro"),
    ("mol", "ro"),
];

/// Bibliographic codes of ISO 639-2 that differ from the terminological ones.
const BIBLIOGRAPHIC: &[(&str, &str)] = &[
    ("tib", "bo"),
    ("cze", "cs"),
    ("wel", "cy"),
    ("ger", "de"),
    ("gre", "el"),
    ("baq", "eu"),
    ("per", "fa"),
    ("fre", "fr"),
    ("arm", "hy"),
    ("ice", "is"),
    ("geo", "ka"),
    ("mac", "mk"),
    ("mao", "mi"),
    ("may", "ms"),
    ("bur", "my"),
    ("dut", "nl"),
    ("rum", "ro"),
    ("slo", "sk"),
    ("alb", "sq"),
    ("chi", "zh"),
];

/// Languages of ISO 639-2 that ISO 639-1 has two letters for.
const TWO_LETTERS: &[(&str, &str)] = &[
    ("aar", "aa"),
    ("abk", "ab"),
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("arg", "an"),
    ("asm", "as"),
    ("ava", "av"),
    ("ave", "ae"),
    ("aym", "ay"),
    ("aze", "az"),
    ("bak", "ba"),
    ("bam", "bm"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bis", "bi"),
    ("bod", "bo"),
    ("bos", "bs"),
    ("bre", "br"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cha", "ch"),
    ("che", "ce"),
    ("chu", "cu"),
    ("chv", "cv"),
    ("cor", "kw"),
    ("cos", "co"),
    ("cre", "cr"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("div", "dv"),
    ("dzo", "dz"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("eus", "eu"),
    ("ewe", "ee"),
    ("fao", "fo"),
    ("fas", "fa"),
    ("fij", "fj"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fry", "fy"),
    ("ful", "ff"),
    ("gla", "gd"),
    ("gle", "ga"),
    ("glg", "gl"),
    ("glv", "gv"),
    ("grn", "gn"),
    ("guj", "gu"),
    ("hat", "ht"),
    ("hau", "ha"),
    ("hbs", "sh"),
    ("heb", "he"),
    ("her", "hz"),
    ("hin", "hi"),
    ("hmo", "ho"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ibo", "ig"),
    ("ido", "io"),
    ("iii", "ii"),
    ("iku", "iu"),
    ("ile", "ie"),
    ("ina", "ia"),
    ("ind", "id"),
    ("ipk", "ik"),
    ("isl", "is"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kal", "kl"),
    ("kan", "kn"),
    ("kas", "ks"),
    ("kat", "ka"),
    ("kau", "kr"),
    ("kaz", "kk"),
    ("khm", "km"),
    ("kik", "ki"),
    ("kin", "rw"),
    ("kir", "ky"),
    ("kom", "kv"),
    ("kon", "kg"),
    ("kor", "ko"),
    ("kua", "kj"),
    ("kur", "ku"),
    ("lao", "lo"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lim", "li"),
    ("lin", "ln"),
    ("lit", "lt"),
    ("ltz", "lb"),
    ("lub", "lu"),
    ("lug", "lg"),
    ("mah", "mh"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mlg", "mg"),
    ("mlt", "mt"),
    ("mon", "mn"),
    ("mri", "mi"),
    ("msa", "ms"),
    ("mya", "my"),
    ("nau", "na"),
    ("nav", "nv"),
    ("nbl", "nr"),
    ("nde", "nd"),
    ("ndo", "ng"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nor", "no"),
    ("nya", "ny"),
    ("oci", "oc"),
    ("oji", "oj"),
    ("ori", "or"),
    ("orm", "om"),
    ("oss", "os"),
    ("pan", "pa"),
    ("pli", "pi"),
    ("pol", "pl"),
    ("por", "pt"),
    ("pus", "ps"),
    ("que", "qu"),
    ("roh", "rm"),
    ("ron", "ro"),
    ("run", "rn"),
    ("rus", "ru"),
    ("sag", "sg"),
    ("san", "sa"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sme", "se"),
    ("smo", "sm"),
    ("sna", "sn"),
    ("snd", "sd"),
    ("som", "so"),
    ("sot", "st"),
    ("spa", "es"),
    ("sqi", "sq"),
    ("srd", "sc"),
    ("srp", "sr"),
    ("ssw", "ss"),
    ("sun", "su"),
    ("swa", "sw"),
    ("swe", "sv"),
    ("tah", "ty"),
    ("tam", "ta"),
    ("tat", "tt"),
    ("tel", "te"),
    ("tgk", "tg"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tir", "ti"),
    ("ton", "to"),
    ("tsn", "tn"),
    ("tso", "ts"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("twi", "tw"),
    ("uig", "ug"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("ven", "ve"),
    ("vie", "vi"),
    ("vol", "vo"),
    ("wln", "wa"),
    ("wol", "wo"),
    ("xho", "xh"),
    ("yid", "yi"),
    ("yor", "yo"),
    ("zha", "za"),
    ("zho", "zh"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn one_language_has_one_name() {
        for written in ["de", "deu", "ger", "de-AT", "DE_ch", " deu "] {
            assert_eq!(language(written).as_deref(), Some("de"), "{written}");
        }
        for written in ["zh", "zho", "chi", "cmn-Hans", "yue"] {
            assert_eq!(language(written).as_deref(), Some("zh"), "{written}");
        }
        assert_eq!(language("nob"), language("no"));
        assert_eq!(language("gsw").as_deref(), Some("gsw"));
        assert_ne!(language("eng"), language("fra"));
    }

    #[test]
    fn what_is_no_language_is_none() {
        for written in [
            "", "und", "mul", "zxx", "mis", "x", "english", "12", "e1g", "-de",
        ] {
            assert_eq!(language(written), None, "{written}");
        }
    }
}
