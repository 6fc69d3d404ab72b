//! Office Open XML (ECMA-376), as far as labels stand among a document's own properties. Other
//! properties are titles and names, which are not looked at.

use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event, attributes::Attribute},
    name::{Namespace, NamespaceResolver, ResolveResult},
};

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
    zip,
};

/// The package's part that holds the properties (ECMA-376 part 1, 15.2.12.2).
const PROPERTIES: &[u8] = b"docProps/custom.xml";

/// The part that every such package has (ECMA-376 part 2, 7.2.3).
const CONTENT_TYPES: &[u8] = b"[Content_Types].xml";

/// Namespaces of the properties, in the transitional and the strict form of the format.
const NAMESPACES: [&[u8]; 2] = [
    b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
];

/// Name of the property that is a label (TC260-PG-20258A).
const LABEL: &str = "AIGC";

/// The part's name: its carrier and its keyword.
const PART: &str = "custom.xml/AIGC";

/// Depth of elements; properties nest three deep.
const DEPTH: usize = 64;

/// Walks the directory of an archive. Whether it holds a manifest store is for others to say.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let mut office = false;
    if let Some(mut at) = zip::directory(input)? {
        while let Some(entry) = zip::entry(input, at)? {
            draft.step(at)?;
            office = office || entry.name == CONTENT_TYPES;
            if entry.name.eq_ignore_ascii_case(PROPERTIES)
                && let Some((xml, range)) = zip::content(input, draft, &entry, PART)?
            {
                draft.part(range, PartKind::Text);
                properties(draft, &xml, range)?;
            }
            at = entry.next;
        }
    }
    if !office {
        draft.metadata_not_read(draft.media_type(), "no reader for this format");
    }
    Ok(())
}

/// Reads the properties that are labels.
fn properties(draft: &mut Draft<'_>, xml: &[u8], range: ByteRange) -> Walk {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().allow_dangling_amp = true;
    let mut reading = Reading::default();
    loop {
        draft.step(range.start)?;
        let event = reader.read_event();
        match event {
            Ok(Event::Start(element)) => {
                if reading.open >= DEPTH {
                    return Err(draft.limit("levels of elements", range.start, to_u64(DEPTH)));
                }
                reading.start(&element);
            }
            Ok(Event::End(_)) => {
                if let Some(value) = reading.end() {
                    let value = value.into_bytes();
                    draft.add_metadata(MetadataKind::Text, value, range, PART);
                }
            }
            Ok(Event::Text(text)) => {
                reading.text(&text.xml10_content().unwrap_or_default());
            }
            Ok(Event::CData(text)) => {
                reading.text(&text.xml10_content().unwrap_or_default());
            }
            Ok(Event::GeneralRef(entity)) => reading.entity(&entity),
            Ok(Event::Eof) => return Ok(()),
            // A doctype could give entities of its own a meaning.
            Ok(Event::DocType(_)) | Err(_) => {
                draft.malformed(range, "properties that are no XML");
                return Ok(());
            }
            Ok(_) => {}
        }
    }
}

/// Elements that are open, and the value of the label among them.
#[derive(Default)]
struct Reading {
    resolver: NamespaceResolver,
    open: usize,
    /// The depth of the label's element, and its text so far.
    label: Option<(usize, String)>,
}

impl Reading {
    fn start(&mut self, element: &BytesStart<'_>) {
        // A declaration that cannot be read leaves names unknown.
        let _ = self.resolver.push(element);
        self.open = self.open.saturating_add(1);
        let named = || {
            let is_name = |one: Attribute<'_>| {
                one.key.as_ref() == b"name" && one.value.as_ref() == LABEL.as_bytes()
            };
            element
                .attributes()
                .with_checks(false)
                .flatten()
                .any(is_name)
        };
        if self.open != 2 || element.local_name().as_ref() != b"property" || !named() {
            return;
        }
        let (namespace, _) = self.resolver.resolve_element(element.name());
        let known = matches!(
            namespace,
            ResolveResult::Bound(Namespace(uri)) if NAMESPACES.contains(&uri)
        );
        if known {
            self.label = Some((self.open, String::new()));
        }
    }

    /// Closes an element; says the label's value where it ends.
    fn end(&mut self) -> Option<String> {
        let depth = self.open;
        self.open = self.open.saturating_sub(1);
        self.resolver.pop();
        self.label
            .take_if(|(own, _)| *own == depth)
            .map(|(_, value)| value)
    }

    fn text(&mut self, text: &str) {
        if let Some((_, value)) = &mut self.label {
            value.push_str(text);
        }
    }

    fn entity(&mut self, entity: &BytesRef<'_>) {
        if let Ok(Some(character)) = entity.resolve_char_ref() {
            self.text(character.encode_utf8(&mut [0; 4]));
        } else if let Ok(name) = entity.decode()
            && let Some(text) = quick_xml::escape::resolve_xml_entity(&name)
        {
            self.text(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        asset::{
            MediaFormat,
            tests::{survives, walk_bytes, walk_within},
            zip::tests::archive,
        },
        limits::Limits,
    };

    const NAME: &str = "docProps/custom.xml";

    fn xml(properties: &str) -> String {
        let namespace = str::from_utf8(NAMESPACES[0]).unwrap();
        format!(
            "<?xml version=\"1.0\"?><Properties xmlns=\"{namespace}\" xmlns:vt=\"urn:v\">\
             {properties}</Properties>"
        )
    }

    fn property(name: &str) -> String {
        format!(
            "<property pid=\"2\" name=\"{name}\"><vt:lpwstr>{{&quot;a&#34;}}</vt:lpwstr></property>"
        )
    }

    fn document(name: &str, xml: &str, deflated: &[&str]) -> Vec<u8> {
        archive(
            &[("[Content_Types].xml", b"<Types/>"), (name, xml.as_bytes())],
            deflated,
        )
    }

    fn values(bytes: &[u8]) -> Vec<Vec<u8>> {
        let container = walk_bytes(bytes).unwrap();
        assert_eq!(container.format, MediaFormat::Zip);
        assert!(!container.complete);
        assert_eq!(container.not_checked, []);
        let blocks = container.metadata.into_iter();
        blocks.map(|block| block.bytes).collect()
    }

    #[test]
    fn a_label_is_a_property_of_that_name() {
        let both = xml(&[property("Title"), property("AIGC")].concat());
        for deflated in [[].as_slice(), &[NAME]] {
            assert_eq!(values(&document(NAME, &both, deflated)), [br#"{"a"}"#]);
        }
        for (name, xml) in [
            (NAME, xml(&property("aigc"))),
            (NAME, xml(&format!("<x>{}</x>", property("AIGC")))),
            (NAME, xml(&property("AIGC")).replace("custom-prop", "other")),
            ("docProps/app.xml", xml(&property("AIGC"))),
        ] {
            assert_eq!(values(&document(name, &xml, &[])), [b""; 0], "{xml}");
        }
    }

    #[test]
    fn other_archives_are_not_read() {
        let book = archive(&[("META-INF/content_credential.c2pa", b"")], &[]);
        assert_eq!(walk_bytes(&book).unwrap().not_checked.len(), 1);
    }

    #[test]
    fn what_inflates_without_end_is_told() {
        let large = xml(&property("AIGC")).replace("{", &" ".repeat(5000));
        let limits = Limits {
            metadata_block: 1000,
            ..Limits::default()
        };
        let container = walk_within(&document(NAME, &large, &[NAME]), &limits).unwrap();
        assert_eq!(container.metadata, []);
        assert_eq!(container.not_checked.len(), 1);
        let doctype = xml("").replace("<Prop", "<!DOCTYPE x [<!ENTITY a \"b\">]><Prop");
        let container = walk_bytes(&document(NAME, &doctype, &[])).unwrap();
        assert_eq!(container.findings[0].code.as_str(), "asset.malformed");
        let deep = xml(&"<x>".repeat(100));
        let container = walk_bytes(&document(NAME, &deep, &[])).unwrap();
        assert_eq!(container.findings[0].code.as_str(), "limit.structure");
    }

    #[test]
    fn whatever_is_cut_or_changed_returns() {
        survives(&document(NAME, &xml(&property("AIGC")), &[NAME]));
    }
}
