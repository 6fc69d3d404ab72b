//! Distinguished names and the names that constraints apply to.

use x509_parser::{
    asn1_rs::Tag,
    extensions::GeneralName,
    x509::{AttributeTypeAndValue, X509Name},
};

/// A name that name constraints apply to (RFC 5280, section 4.2.1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum GeneralNameFact {
    Email(String),
    Dns(String),
    Uri(String),
    Ip(Vec<u8>),
    Directory(Vec<String>),
    Other,
}

/// Name constraints of an authority (RFC 5280, section 4.2.1.10).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameConstraints {
    pub(crate) permitted: Vec<GeneralNameFact>,
    pub(crate) excluded: Vec<GeneralNameFact>,
}

/// A distinguished name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// DER, as in the certificate; names are compared byte by byte.
    pub(super) raw: Vec<u8>,
    /// Each relative distinguished name, normalised.
    pub(super) parts: Vec<String>,
    pub(super) text: String,
    pub(super) common_name: Option<String>,
    pub(super) organization: Option<String>,
}

pub(super) fn general_name(name: &GeneralName<'_>) -> GeneralNameFact {
    match name {
        GeneralName::RFC822Name(mail) => GeneralNameFact::Email((*mail).to_owned()),
        GeneralName::DNSName(host) => GeneralNameFact::Dns((*host).to_owned()),
        GeneralName::URI(uri) => GeneralNameFact::Uri((*uri).to_owned()),
        GeneralName::IPAddress(address) => GeneralNameFact::Ip(address.to_vec()),
        GeneralName::DirectoryName(name) => GeneralNameFact::Directory(parts(name)),
        _ => GeneralNameFact::Other,
    }
}

pub(super) fn name(name: &X509Name<'_>) -> Name {
    let mut texts = Vec::new();
    for attribute in name.iter_attributes() {
        let value = text(attribute)
            .unwrap_or_else(|| format!("#{}", hex::encode(attribute.attr_value().data)));
        texts.push(format!("{}={value}", label(attribute)));
    }
    Name {
        raw: name.as_raw().to_vec(),
        parts: parts(name),
        text: texts.join(", "),
        common_name: name.iter_common_name().find_map(text),
        organization: name
            .iter_organization()
            .filter_map(text)
            .find(|organization| !organization.trim().is_empty()),
    }
}

/// The relative distinguished names from the outside in, normalised for comparison without
/// regard to case, spacing and string type (RFC 5280, section 7.1; RFC 4518, as far as ASCII
/// and simple case folding go).
fn parts(name: &X509Name<'_>) -> Vec<String> {
    name.iter_rdn()
        .map(|part| {
            let mut attributes: Vec<String> = part
                .iter()
                .map(|attribute| {
                    let value = text(attribute).map_or_else(
                        || format!("#{}", hex::encode(attribute.attr_value().data)),
                        |value| {
                            let words: Vec<&str> = value.split_whitespace().collect();
                            words.join(" ").to_lowercase()
                        },
                    );
                    format!("{}={value}", attribute.attr_type().to_id_string())
                })
                .collect();
            attributes.sort();
            attributes.join("+")
        })
        .collect()
}

fn label(attribute: &AttributeTypeAndValue<'_>) -> String {
    let oid = attribute.attr_type().to_id_string();
    let short = match oid.as_str() {
        "2.5.4.3" => "CN",
        "2.5.4.5" => "serialNumber",
        "2.5.4.6" => "C",
        "2.5.4.7" => "L",
        "2.5.4.8" => "ST",
        "2.5.4.10" => "O",
        "2.5.4.11" => "OU",
        "1.2.840.113549.1.9.1" => "emailAddress",
        "0.9.2342.19200300.100.1.25" => "DC",
        _ => return oid,
    };
    short.to_owned()
}

/// An attribute's text, whatever string type it was written in.
pub(super) fn text(attribute: &AttributeTypeAndValue<'_>) -> Option<String> {
    let value = attribute.attr_value();
    match value.tag() {
        Tag::BmpString => {
            let units = value
                .data
                .chunks_exact(2)
                .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
                .map(u16::from_be_bytes);
            Some(
                char::decode_utf16(units)
                    .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                    .collect(),
            )
        }
        // T.61 in practice means ISO 8859-1.
        Tag::TeletexString => Some(value.data.iter().map(|byte| char::from(*byte)).collect()),
        _ => attribute.as_str().ok().map(str::to_owned),
    }
}
