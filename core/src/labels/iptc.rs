//! IPTC digital source type: what a file declares about its making, in XMP.
//!
//! Source: IPTC Photo Metadata Standard 2025.1, property "Digital Source Type"; vocabulary
//! <http://cv.iptc.org/newscodes/digitalsourcetype/>.

use super::{
    Forgeability, Label, LabelKind, SourceType,
    material::{Found, Material, place},
};
use crate::evidence::{Code, Confidence, Finding};

/// Namespace of the IPTC Extension schema.
pub(crate) const NAMESPACE: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

/// The property, and the name that it had in the first version of the schema.
pub(crate) const NAMES: [&str; 2] = ["DigitalSourceType", "DigitalSourcefileType"];

/// Values kept of one file; the standard allows one.
const VALUES: usize = 16;

/// Longest value that is quoted: a URI of the vocabulary takes 80 characters.
const VALUE_LENGTH: usize = 256;

/// The digital source types that XMP blocks declare, each value once, in file order. A value that
/// the vocabulary does not know is a label without meaning and a finding.
pub(super) fn detect(material: &Material<'_>, found: &mut Found) {
    let mut values: Vec<String> = Vec::new();
    for (property, part) in &material.properties {
        let declared = NAMES.iter().any(|name| property.is(NAMESPACE, name));
        if !declared || property.value.is_empty() {
            continue;
        }
        let value: String = property.value.chars().take(VALUE_LENGTH).collect();
        if values.len() >= VALUES || values.contains(&value) {
            continue;
        }
        values.push(value.clone());
        let place = place(part, &property.path);
        let meaning = SourceType::from_uri(&value);
        if meaning.is_none() {
            let finding = Finding::new(Code::LabelSourceTypeUnknown, place.clone());
            found.findings.push(finding.with("value", &value));
        }
        found.add(Label {
            kind: LabelKind::IptcDigitalSourceType,
            value,
            meaning,
            place,
            forgeability: Forgeability::StandardLabel,
            confidence: Confidence::Certain,
            maker: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        asset::{ByteRange, MetadataBlock, MetadataKind},
        evidence::Place,
        labels::detect,
    };

    fn packet(property: &str) -> MetadataBlock {
        let bytes = format!(
            r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <r:Description r:about="" xmlns:ext="{NAMESPACE}" {property}
            </r:RDF></x:xmpmeta><?xpacket end="w"?>"#
        );
        MetadataBlock {
            kind: MetadataKind::Xmp,
            bytes: bytes.into_bytes(),
            range: ByteRange::default(),
            part: "APP1/XMP".to_owned(),
        }
    }

    fn only(property: &str) -> (Label, Vec<Finding>) {
        let (labels, findings) = detect(&[packet(property)]);
        let [label] = labels.as_slice() else {
            panic!("one label expected: {labels:?}");
        };
        (label.clone(), findings)
    }

    #[test]
    fn every_notation_is_read() {
        let uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
        for property in [
            format!(r#"ext:DigitalSourceType="{uri}"/>"#),
            format!("><ext:DigitalSourceType>{uri}</ext:DigitalSourceType></r:Description>"),
            format!("><ext:DigitalSourceType>\n {uri}\n</ext:DigitalSourceType></r:Description>"),
            format!(r#"><ext:DigitalSourceType r:resource="{uri}"/></r:Description>"#),
            format!(
                "><ext:DigitalSourceType><r:Bag><r:li>{uri}</r:li></r:Bag>\
                 </ext:DigitalSourceType></r:Description>"
            ),
            format!(r#"ext:DigitalSourcefileType="{uri}"/>"#),
        ] {
            let (label, findings) = only(&property);
            assert_eq!(
                label.meaning,
                Some(SourceType::TrainedAlgorithmicMedia),
                "{property}"
            );
            assert_eq!(label.value, uri);
            assert_eq!(label.forgeability, Forgeability::StandardLabel);
            assert_eq!(findings, []);
        }
    }

    #[test]
    fn every_code_is_read_in_each_form_and_none_that_resembles_it() {
        for code in SourceType::ALL {
            let uri = code.as_uri();
            for value in [uri, &uri.replace("http:", "https:"), code.code()] {
                for name in NAMES {
                    let (label, findings) = only(&format!(r#"ext:{name}="{value}"/>"#));
                    assert_eq!(label.meaning, Some(*code), "{value}");
                    assert_eq!(label.kind, LabelKind::IptcDigitalSourceType);
                    assert_eq!(findings, []);
                }
                let (label, findings) = only(&format!(r#"ext:DigitalSourceType="{value}s"/>"#));
                assert_eq!(label.meaning, None, "{value}");
                assert_eq!(findings.len(), 1);
            }
        }
    }

    #[test]
    fn the_place_names_part_and_property() {
        let (label, _) = only(r#"ext:DigitalSourceType="digitalCapture"/>"#);
        let path = "APP1/XMP/ext:DigitalSourceType".to_owned();
        assert_eq!(label.place, Place::Part { path });
        assert_eq!(label.meaning, Some(SourceType::DigitalCapture));
    }

    #[test]
    fn an_unknown_value_is_a_label_and_a_finding() {
        let (label, findings) = only(r#"ext:DigitalSourceType="https://example.org/dream"/>"#);
        assert_eq!(label.meaning, None);
        let [finding] = findings.as_slice() else {
            panic!("one finding expected: {findings:?}");
        };
        assert_eq!(finding.code, Code::LabelSourceTypeUnknown);
        assert_eq!(
            finding.arguments,
            [("value".to_owned(), "https://example.org/dream".to_owned())]
        );
    }

    #[test]
    fn the_same_name_in_another_namespace_says_nothing() {
        let block = packet(r#"xmlns:o="http://example.org/" o:DigitalSourceType="print"/>"#);
        assert_eq!(detect(&[block]).0, []);
    }

    #[test]
    fn the_source_type_of_a_depicted_artwork_is_not_the_pictures() {
        let block = packet(
            "><ext:ArtworkOrObject><r:Bag><r:li r:parseType='Resource'>\
             <ext:DigitalSourceType>print</ext:DigitalSourceType>\
             </r:li></r:Bag></ext:ArtworkOrObject></r:Description>",
        );
        assert_eq!(detect(&[block]).0, []);
    }

    #[test]
    fn a_value_said_twice_is_one_label_and_two_values_are_two() {
        let (labels, _) = detect(&[
            packet(r#"ext:DigitalSourceType="print"/>"#),
            packet(r#"ext:DigitalSourceType="print"/>"#),
            packet(r#"ext:DigitalSourceType="composite"/>"#),
        ]);
        assert_eq!(labels.len(), 2);
    }
}
