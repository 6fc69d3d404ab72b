//! XMP packets (ISO 16684-1) as a flat list of properties: by namespace and name, not by prefix,
//! in whichever of RDF's notations they are written.
//!
//! Bounded: a doctype ends the reading, entities other than the five of XML stay as they are,
//! and depth, elements, declarations in scope and properties have limits.

pub mod edit;

use std::borrow::Cow;

use memchr::memmem;
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesRef, BytesStart, Event},
    name::{Namespace, NamespaceResolver, ResolveResult},
};

use super::{MetadataKind, draft::Draft};

/// Namespace of RDF itself.
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// Namespace of `xml:lang`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Namespace of `dcterms:provenance`, the address of a remote manifest (C2PA 2.2, 11.5).
const DUBLIN_CORE_TERMS: &str = "http://purl.org/dc/terms/";

/// Nesting of elements; editing histories nest a dozen deep.
const DEPTH: usize = 64;

/// Elements and attributes of one packet; histories of years reach 20 000.
const NODES: usize = 50_000;

/// Namespace declarations in scope at once; packets of every Adobe schema declare about forty.
const DECLARATIONS: usize = 256;

/// Longest namespace or name that is kept; longer ones belong to no schema.
const NAME: usize = 256;

/// One property of a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Namespace URI of its name.
    pub namespace: String,
    /// Its name without prefix.
    pub name: String,
    /// Its value, unescaped, without white space around it.
    pub value: String,
    /// `xml:lang`, for an item of a language alternative.
    pub language: Option<String>,
    /// Names from the outside in, with the packet's own prefixes, for people:
    /// `dc:title/rdf:Alt/rdf:li`.
    pub path: String,
    /// A field of a structure, such as one action of `xmpMM:History`; not a property of the
    /// asset itself.
    pub nested: bool,
    /// Namespace and name of the asset's own property that it stands in: itself, when it is one.
    pub owner: (String, String),
}

impl Property {
    /// Whether this is the asset's own property of that namespace and name.
    #[must_use]
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        !self.nested && self.name == name && self.namespace == namespace
    }
}

/// What a packet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packet {
    /// Its properties in order.
    pub properties: Vec<Property>,
    /// Why reading ended before the end; what was read until then stays.
    pub problem: Option<Problem>,
}

/// Why a packet was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not well-formed.
    #[error("the XMP packet is not well-formed XML at byte {offset}")]
    Malformed {
        /// Byte of the packet.
        offset: u64,
    },
    /// It has a doctype, which XMP forbids.
    #[error("the XMP packet has a doctype at byte {offset}")]
    Doctype {
        /// Byte of the packet.
        offset: u64,
    },
    /// It nests deeper, or holds more, than any packet needs.
    #[error("the XMP packet nests deeper or holds more than the limit at byte {offset}")]
    Limit {
        /// Byte of the packet.
        offset: u64,
    },
}

/// Reads a packet in UTF-8 or UTF-16.
#[must_use]
pub fn read(packet: &[u8]) -> Packet {
    let text = decode(packet);
    let mut reading = Reading::new();
    let mut reader = Reader::from_str(&text);
    reader.config_mut().allow_dangling_amp = true;
    let problem = loop {
        let offset = reader.buffer_position();
        let step = match reader.read_event() {
            Ok(Event::Start(element)) => reading.start(&element),
            Ok(Event::Empty(element)) => {
                let started = reading.start(&element);
                if started.is_some() {
                    reading.end();
                }
                started
            }
            Ok(Event::End(_)) => {
                reading.end();
                Some(())
            }
            Ok(Event::Text(text)) => {
                reading.text(&text.xml10_content().unwrap_or_default());
                Some(())
            }
            Ok(Event::CData(text)) => {
                reading.text(&text.xml10_content().unwrap_or_default());
                Some(())
            }
            Ok(Event::GeneralRef(entity)) => {
                reading.entity(&entity);
                Some(())
            }
            Ok(Event::DocType(_)) => break Some(Problem::Doctype { offset }),
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_)) => Some(()),
            Ok(Event::Eof) => break None,
            Err(_) => break Some(Problem::Malformed { offset }),
        };
        if step.is_none() {
            break Some(Problem::Limit { offset });
        }
    };
    Packet {
        properties: reading.properties,
        problem,
    }
}

/// Names the remote manifest that the file's XMP points at, if one does. A provenance inside the
/// file itself (`self#jumbf=...`) is none.
pub(super) fn find_remote_manifest(draft: &mut Draft<'_>) {
    let url = draft
        .metadata()
        .iter()
        .filter(|block| block.kind == MetadataKind::Xmp && mentions(&block.bytes, "provenance"))
        .find_map(|block| {
            read(&block.bytes).properties.into_iter().find(|property| {
                property.is(DUBLIN_CORE_TERMS, "provenance") && is_remote(&property.value)
            })
        });
    if let Some(property) = url {
        draft.set_remote_manifest(property.value);
    }
}

/// Whether a packet may hold a property whose name contains `name`; cheap, so that the many
/// packets without it are not parsed.
#[must_use]
pub fn mentions(packet: &[u8], name: &str) -> bool {
    memmem::find(packet, name.as_bytes()).is_some()
        || (is_wide(packet) && decode(packet).contains(name))
}

fn is_remote(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
    })
}

fn is_wide(packet: &[u8]) -> bool {
    matches!(
        packet,
        [0, b'<', ..] | [b'<', 0, ..] | [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..]
    )
}

/// The packet as text. Bytes that are no text become replacement characters.
fn decode(packet: &[u8]) -> Cow<'_, str> {
    if !is_wide(packet) {
        // All of them: the parser takes one away as well, and counts from behind it.
        let mut text = packet;
        while let Some(behind) = text.strip_prefix(b"\xEF\xBB\xBF") {
            text = behind;
        }
        return String::from_utf8_lossy(text);
    }
    let big = matches!(packet, [0, ..] | [0xFE, ..]);
    let units = packet.chunks_exact(2).filter_map(|pair| {
        let pair = *pair.first_chunk()?;
        Some(if big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        })
    });
    let text: String = char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    Cow::Owned(text.trim_start_matches('\u{FEFF}').to_owned())
}

/// What an element is in RDF.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Outside `rdf:RDF`.
    Outside,
    /// `rdf:RDF`.
    Graph,
    /// `rdf:Description` or a typed node: its attributes and children are properties.
    Node,
    /// A property.
    Property,
    /// `rdf:Alt`, `rdf:Bag` or `rdf:Seq`.
    Array,
    /// `rdf:li`, or `rdf:value`: a value of the property around it.
    Item,
}

/// An open element.
struct Frame {
    role: Role,
    /// Namespace and name, for properties.
    namespace: String,
    name: String,
    /// Name with prefix.
    written: String,
    language: Option<String>,
    text: String,
    /// Has an element or an attribute as its value: text between them is layout.
    structured: bool,
    /// `rdf:parseType="Resource"`: a node whose own element was left out.
    is_node: bool,
    declarations: usize,
}

struct Reading {
    resolver: NamespaceResolver,
    stack: Vec<Frame>,
    properties: Vec<Property>,
    nodes_left: usize,
    declarations: usize,
}

impl Reading {
    fn new() -> Self {
        let mut resolver = NamespaceResolver::default();
        resolver.set_max_declarations_per_element(DECLARATIONS);
        Self {
            resolver,
            stack: Vec::new(),
            properties: Vec::new(),
            nodes_left: NODES,
            declarations: 0,
        }
    }

    /// Opens an element; `None` when a limit is passed.
    fn start(&mut self, element: &BytesStart<'_>) -> Option<()> {
        self.nodes_left = self.nodes_left.checked_sub(1)?;
        if self.stack.len() >= DEPTH {
            return None;
        }
        let mut declarations: usize = 0;
        for attribute in element.attributes().with_checks(false) {
            self.nodes_left = self.nodes_left.checked_sub(1)?;
            let Ok(attribute) = attribute else { break };
            if attribute.key.as_namespace_binding().is_some() {
                declarations = declarations.saturating_add(1);
            }
        }
        self.declarations = self.declarations.saturating_add(declarations);
        if self.declarations > DECLARATIONS {
            return None;
        }
        // Only a redeclaration of a reserved prefix fails; the packet then means something else
        // than its author believed, but its other names still resolve.
        let _ = self.resolver.push(element);

        let (namespace, local) = self.resolver.resolve_element(element.name());
        let namespace = namespace_text(&namespace);
        let name = short(local.as_ref());
        let in_rdf = namespace == RDF;
        let role = match self.stack.last_mut() {
            None => outside(in_rdf, &name),
            Some(parent) => {
                parent.structured = true;
                match parent.role {
                    Role::Outside => outside(in_rdf, &name),
                    Role::Graph => Role::Node,
                    Role::Property | Role::Item if !parent.is_node => {
                        if in_rdf && matches!(name.as_str(), "Alt" | "Bag" | "Seq") {
                            Role::Array
                        } else {
                            Role::Node
                        }
                    }
                    Role::Array => Role::Item,
                    _ if in_rdf && name == "value" => Role::Item,
                    Role::Node | Role::Property | Role::Item => Role::Property,
                }
            }
        };
        self.stack.push(Frame {
            role,
            namespace,
            name,
            written: short(element.name().as_ref()),
            language: None,
            text: String::new(),
            structured: false,
            is_node: false,
            declarations,
        });
        if matches!(role, Role::Node | Role::Property | Role::Item) {
            self.attributes(element);
        }
        Some(())
    }

    /// Attributes of a node or a property: `rdf:resource` and `rdf:parseType` say how to read
    /// it, `xml:lang` its language, and any other is a property in short form.
    fn attributes(&mut self, element: &BytesStart<'_>) {
        for attribute in element.attributes().with_checks(false) {
            let Ok(attribute) = attribute else { break };
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (namespace, local) = self.resolver.resolve_attribute(attribute.key);
            let namespace = namespace_text(&namespace);
            let name = short(local.as_ref());
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(
                    |_| String::from_utf8_lossy(&attribute.value).into_owned(),
                    Cow::into_owned,
                );
            let Some(frame) = self.stack.last_mut() else {
                return;
            };
            match (namespace.as_str(), name.as_str()) {
                (XML, "lang") => frame.language = Some(value),
                (XML, _) | ("", _) => {}
                (RDF, "parseType") => frame.is_node = value == "Resource",
                (RDF, "resource") => {
                    frame.structured = true;
                    self.emit(value, None);
                }
                (RDF, "value") => {
                    frame.structured = true;
                    self.emit(value, None);
                }
                (RDF, _) => {}
                _ => {
                    frame.structured = true;
                    let written = short(attribute.key.as_ref());
                    self.emit(value, Some((namespace, name, written)));
                }
            }
        }
    }

    /// Closes the innermost element.
    fn end(&mut self) {
        let Some(frame) = self.stack.last_mut() else {
            return;
        };
        let is_value = matches!(frame.role, Role::Property | Role::Item);
        if is_value && !frame.structured && !frame.is_node {
            let text = std::mem::take(&mut frame.text);
            self.emit(text, None);
        }
        if let Some(frame) = self.stack.pop() {
            self.declarations = self.declarations.saturating_sub(frame.declarations);
            self.resolver.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(frame) = self.stack.last_mut()
            && matches!(frame.role, Role::Property | Role::Item)
        {
            frame.text.push_str(text);
        }
    }

    fn entity(&mut self, entity: &BytesRef<'_>) {
        if let Ok(Some(character)) = entity.resolve_char_ref() {
            self.text(character.encode_utf8(&mut [0; 4]));
            return;
        }
        let name = entity.decode().unwrap_or_default();
        match resolve_predefined_entity(&name) {
            Some(text) => self.text(text),
            None => self.text(&format!("&{name};")),
        }
    }

    /// Adds a value of the innermost property, or of its attribute `short_form` (namespace, name,
    /// name as written).
    fn emit(&mut self, value: String, short_form: Option<(String, String, String)>) {
        let outermost = self
            .stack
            .iter()
            .find(|frame| frame.role == Role::Property)
            .map(|frame| (frame.namespace.clone(), frame.name.clone()));
        let mut around = self
            .stack
            .iter()
            .filter(|frame| frame.role == Role::Property)
            .count();
        let (namespace, name, written) = match short_form {
            Some((namespace, name, written)) => (namespace, name, Some(written)),
            None => {
                let owner = self
                    .stack
                    .iter()
                    .rev()
                    .find(|frame| frame.role == Role::Property);
                let Some(owner) = owner else { return };
                around = around.saturating_sub(1);
                (owner.namespace.clone(), owner.name.clone(), None)
            }
        };
        let mut path = String::new();
        let frames = self
            .stack
            .iter()
            .filter(|frame| matches!(frame.role, Role::Property | Role::Array | Role::Item));
        for part in frames
            .map(|frame| frame.written.as_str())
            .chain(written.as_deref())
        {
            if path.len() >= NAME {
                break;
            }
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(part);
        }
        let owner = outermost.unwrap_or_else(|| (namespace.clone(), name.clone()));
        self.properties.push(Property {
            owner,
            namespace,
            name,
            value: value.trim().to_owned(),
            language: self.stack.last().and_then(|frame| frame.language.clone()),
            path,
            nested: around > 0,
        });
    }
}

fn outside(in_rdf: bool, name: &str) -> Role {
    if in_rdf && name == "RDF" {
        Role::Graph
    } else {
        Role::Outside
    }
}

fn namespace_text(namespace: &ResolveResult<'_>) -> String {
    match namespace {
        ResolveResult::Bound(Namespace(uri)) => short(uri),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => String::new(),
    }
}

/// A name as text; nothing when it is longer than any name is.
fn short(name: &[u8]) -> String {
    match name.get(NAME..) {
        None => String::from_utf8_lossy(name).into_owned(),
        Some(_) => String::new(),
    }
}

#[cfg(test)]
mod tests;
