//! The language files, compiled in.

/// All files of one language, one a part of the report, as one text.
macro_rules! language_files {
    ($tag:literal) => {
        concat!(
            include_str!(concat!("../lang/", $tag, "/asset.ftl")),
            include_str!(concat!("../lang/", $tag, "/credentials.ftl")),
            include_str!(concat!("../lang/", $tag, "/labels.ftl")),
            include_str!(concat!("../lang/", $tag, "/watermark.ftl")),
            include_str!(concat!("../lang/", $tag, "/registry.ftl")),
            include_str!(concat!("../lang/", $tag, "/notChecked.ftl")),
            include_str!(concat!("../lang/", $tag, "/said.ftl")),
            include_str!(concat!("../lang/", $tag, "/tools.ftl")),
            include_str!(concat!("../lang/", $tag, "/review.ftl")),
            include_str!(concat!("../lang/", $tag, "/words.ftl")),
            include_str!(concat!("../lang/", $tag, "/page.ftl")),
        )
    };
}

/// Tag (BCP 47) and messages of every language, in the order of tags.
pub(super) const FILES: [(&str, &str); 8] = [
    ("ar", language_files!("ar")),
    ("az", language_files!("az")),
    ("en", language_files!("en")),
    ("es", language_files!("es")),
    ("fa", language_files!("fa")),
    ("fr", language_files!("fr")),
    ("ru", language_files!("ru")),
    ("zh", language_files!("zh")),
];
