use std::fmt::Write;

use proptest::prelude::*;

use super::*;

const TITLE: &str = "http://purl.org/dc/elements/1.1/";

fn packet(description: &str) -> String {
    format!(
        r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="{TITLE}" xmlns:e="http://example.org/" {description}
        </rdf:RDF></x:xmpmeta><?xpacket end="w"?>"#
    )
}

fn properties(description: &str) -> Vec<Property> {
    let read = read(packet(description).as_bytes());
    assert_eq!(read.problem, None);
    read.properties
}

fn flat(properties: &[Property]) -> Vec<(&str, &str, bool)> {
    properties
        .iter()
        .map(|one| (one.path.as_str(), one.value.as_str(), one.nested))
        .collect()
}

#[test]
fn attributes_elements_and_resources_are_the_same_property() {
    for description in [
        r#"e:a="v"/>"#,
        "><e:a>v</e:a></rdf:Description>",
        "><e:a>\n  v\n</e:a></rdf:Description>",
        r#"><e:a rdf:resource="v"/></rdf:Description>"#,
        r#"><e:a rdf:resource="v"></e:a></rdf:Description>"#,
        "><e:a><![CDATA[v]]></e:a></rdf:Description>",
        "><e:a><rdf:Description><rdf:value>v</rdf:value><e:q>1</e:q></rdf:Description></e:a></rdf:Description>",
        r#"><e:a rdf:parseType="Resource"><rdf:value>v</rdf:value></e:a></rdf:Description>"#,
        r#"xmlns:other="http://example.org/" other:a="v"/>"#,
    ] {
        let found = properties(description);
        let own: Vec<_> = found
            .iter()
            .filter(|one| one.is("http://example.org/", "a"))
            .collect();
        assert_eq!(own.len(), 1, "{description}: {found:?}");
        assert_eq!(own[0].value, "v");
    }
}

#[test]
fn items_carry_the_name_of_their_property_and_their_language() {
    let found = properties(
        r#"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Boat</rdf:li>
        <rdf:li xml:lang="de">Kahn &amp; &#x42;oot</rdf:li></rdf:Alt></dc:title></rdf:Description>"#,
    );
    let said: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one.is(TITLE, "title"),
                one.value.as_str(),
                one.language.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (true, "Boat", Some("x-default")),
            (true, "Kahn & Boot", Some("de"))
        ]
    );
    assert_eq!(found[0].path, "dc:title/rdf:Alt/rdf:li");
}

#[test]
fn fields_of_structures_are_nested() {
    let found = properties(
        r#"><e:history><rdf:Seq>
            <rdf:li rdf:parseType="Resource"><e:action>saved</e:action></rdf:li>
            <rdf:li e:action="opened"/>
            <rdf:li><rdf:Description e:action="moved"/></rdf:li>
        </rdf:Seq></e:history><e:b e:c="d"/></rdf:Description>"#,
    );
    assert_eq!(
        flat(&found),
        [
            ("e:history/rdf:Seq/rdf:li/e:action", "saved", true),
            ("e:history/rdf:Seq/rdf:li/e:action", "opened", true),
            ("e:history/rdf:Seq/rdf:li/e:action", "moved", true),
            ("e:b/e:c", "d", true),
        ]
    );
}

#[test]
fn wide_packets_are_read() {
    let text = packet(r#"e:a="v"/>"#);
    for bytes in [
        text.encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        [0xFF, 0xFE]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect(),
        format!("\u{FEFF}{text}").into_bytes(),
    ] {
        assert!(read(&bytes).properties[0].is("http://example.org/", "a"));
        assert!(mentions(&bytes, "e:a"));
    }
}

#[test]
fn a_doctype_ends_the_reading_and_its_entities_stay_unexpanded() {
    let text = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>{}",
        packet(r#"e:a="v"/>"#)
    );
    let refused = read(text.as_bytes());
    assert_eq!(refused.properties, []);
    assert!(matches!(
        refused.problem,
        Some(Problem::Doctype { offset: 0 })
    ));

    let found = properties("><e:a>x&b;y</e:a></rdf:Description>");
    assert_eq!(found[0].value, "x&b;y");
}

#[test]
fn broken_packets_keep_what_was_read() {
    let text = packet(r#"e:a="v"><e:b>w</e:b></rdf:Wrong>"#);
    let broken = read(text.as_bytes());
    assert_eq!(broken.properties.len(), 2);
    assert!(matches!(broken.problem, Some(Problem::Malformed { .. })));
}

#[test]
fn depth_elements_declarations_and_names_have_limits() {
    let deep = format!(">{}", "<e:a>".repeat(1_000));
    let limited = |text: &str| {
        let problem = read(packet(text).as_bytes()).problem;
        matches!(problem, Some(Problem::Limit { .. }))
    };
    assert!(limited(&deep));
    assert!(limited(&format!(">{}", "<e:a/>".repeat(NODES + 1))));
    let mut declared = String::new();
    for index in 0..=DECLARATIONS {
        write!(declared, " xmlns:p{index}='u'").unwrap();
    }
    assert!(limited(&format!("{declared}/>")));

    let long = "n".repeat(10_000);
    let found = properties(&format!("e:{long}='v'/>"));
    assert_eq!(found[0].name, "");
    assert!(found[0].path.len() <= NAME * 2);
}

#[test]
fn text_outside_of_properties_says_nothing() {
    assert_eq!(properties(">loose text</rdf:Description>"), []);
    assert_eq!(
        read(b"<e:a xmlns:e='http://example.org/'>v</e:a>").properties,
        []
    );
    assert_eq!(read(b"").properties, []);
}

proptest! {
    #[test]
    fn any_bytes_return(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_mutation_returns_within_its_own_length(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = packet(
            r#"e:a="v"><dc:title><rdf:Alt><rdf:li xml:lang="x">B</rdf:li></rdf:Alt></dc:title>
            <e:s rdf:parseType="Resource"><e:t>u</e:t></e:s></rdf:Description>"#,
        )
        .into_bytes();
        for (index, value) in changes {
            let at = index.index(bytes.len());
            bytes[at] = value;
        }
        let said: usize = read(&bytes).properties.iter().map(|one| one.value.len()).sum();
        // A byte that is no text becomes a replacement character of three.
        prop_assert!(said <= bytes.len().saturating_mul(3));
    }
}
