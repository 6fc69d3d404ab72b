//! Changing an XMP packet: some of the asset's own properties leave, others enter, and every
//! other byte of the packet stays as it is.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    escape::escape,
    events::{BytesStart, Event},
    name::NamespaceResolver,
};

use super::{DEPTH, NODES, Problem, RDF, decode, namespace_text, short};

/// A property to write: simple text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Namespace URI of its name.
    pub namespace: &'static str,
    /// Prefix to write; any prefix that the packet uses for another namespace is hidden where
    /// this one is in scope.
    pub prefix: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// The packet without the own properties that `leaves` names (by namespace and name) and without
/// former values of `entries`, and with `entries` in a description of their own. Without a packet
/// there is a new one.
///
/// The result is UTF-8 whatever the packet was.
///
/// # Errors
/// [`Problem`] when the packet cannot be read to its end: then nothing about it may be changed.
pub fn edit(
    packet: Option<&[u8]>,
    leaves: &dyn Fn(&str, &str) -> bool,
    entries: &[Entry],
) -> Result<Vec<u8>, Problem> {
    let Some(packet) = packet else {
        let description = description("", entries);
        return Ok(format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"{RDF}\">\n{description}\
             </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
        )
        .into_bytes());
    };
    let text = decode(packet);
    let replaced = |namespace: &str, name: &str| {
        leaves(namespace, name)
            || entries
                .iter()
                .any(|entry| entry.namespace == namespace && entry.name == name)
    };
    let mut editing = Editing {
        text: &text,
        out: String::with_capacity(text.len().saturating_add(1024)),
        resolver: NamespaceResolver::default(),
        stack: Vec::new(),
        about: None,
        entries,
        inserted: false,
        nodes_left: NODES,
    };
    editing.run(&replaced)?;
    Ok(editing.out.into_bytes())
}

/// What an open element is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Above or beside `rdf:RDF`.
    Outside,
    /// `rdf:RDF`.
    Graph,
    /// A description of the asset.
    Node,
    /// A property of the asset, or anything in one.
    Inside,
    /// The same, and it leaves.
    Leaving,
}

struct Editing<'a> {
    text: &'a str,
    out: String,
    resolver: NamespaceResolver,
    stack: Vec<Role>,
    /// Value of `rdf:about`, as written; all descriptions of a packet share one.
    about: Option<String>,
    entries: &'a [Entry],
    inserted: bool,
    nodes_left: usize,
}

impl Editing<'_> {
    fn run(&mut self, leaves: &dyn Fn(&str, &str) -> bool) -> Result<(), Problem> {
        let text = self.text;
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        loop {
            let start = reader.buffer_position();
            let event = reader
                .read_event()
                .map_err(|_| Problem::Malformed { offset: start })?;
            let raw = slice(text, start, reader.buffer_position());
            match event {
                Event::Start(element) => {
                    self.open(&element, raw, start, false, leaves)?;
                }
                Event::Empty(element) => {
                    self.open(&element, raw, start, true, leaves)?;
                    self.stack.pop();
                    self.resolver.pop();
                }
                Event::End(_) => {
                    let role = self.stack.pop();
                    self.resolver.pop();
                    if role == Some(Role::Graph) {
                        self.insert();
                    }
                    if role != Some(Role::Leaving) {
                        self.out.push_str(raw);
                    }
                }
                Event::DocType(_) => return Err(Problem::Doctype { offset: start }),
                Event::Eof => break,
                _ => {
                    if self.stack.last() != Some(&Role::Leaving) {
                        self.out.push_str(raw);
                    }
                }
            }
        }
        let whole = self.stack.is_empty() && self.inserted;
        let offset = u64::try_from(text.len()).unwrap_or(u64::MAX);
        whole.then_some(()).ok_or(Problem::Malformed { offset })
    }

    /// Opens an element and writes its tag, unless it leaves.
    fn open(
        &mut self,
        element: &BytesStart<'_>,
        raw: &str,
        offset: u64,
        empty: bool,
        leaves: &dyn Fn(&str, &str) -> bool,
    ) -> Result<(), Problem> {
        self.count(offset)?;
        if self.stack.len() >= DEPTH {
            return Err(Problem::Limit { offset });
        }
        // As in reading: a redeclared reserved prefix is the packet's own mistake.
        let _ = self.resolver.push(element);
        let (namespace, local) = self.resolver.resolve_element(element.name());
        let (namespace, name) = (namespace_text(&namespace), short(local.as_ref()));
        let role = match self.stack.last() {
            None | Some(Role::Outside) if namespace == RDF && name == "RDF" => Role::Graph,
            None | Some(Role::Outside) => Role::Outside,
            Some(Role::Graph) => Role::Node,
            Some(Role::Node) if leaves(&namespace, &name) => Role::Leaving,
            Some(Role::Node | Role::Inside) => Role::Inside,
            Some(Role::Leaving) => Role::Leaving,
        };
        self.stack.push(role);
        match role {
            Role::Leaving => {}
            Role::Node => {
                let tag = self.node_tag(element, raw, offset, empty, leaves)?;
                self.out.push_str(&tag);
            }
            Role::Graph if empty => {
                // An empty graph opens for what enters.
                let tag = raw.strip_suffix("/>").unwrap_or(raw);
                if !has_plain_names(element) || tag.ends_with('/') {
                    return Err(Problem::Malformed { offset });
                }
                self.out.push_str(tag);
                self.out.push_str(">\n");
                self.insert();
                let prefix = String::from_utf8_lossy(element.name().as_ref()).into_owned();
                self.out.push_str(&format!("</{prefix}>"));
            }
            _ => self.out.push_str(raw),
        }
        Ok(())
    }

    /// Counts an element or attribute.
    fn count(&mut self, offset: u64) -> Result<(), Problem> {
        let left = self.nodes_left.checked_sub(1);
        self.nodes_left = left.ok_or(Problem::Limit { offset })?;
        Ok(())
    }

    /// The tag of a description without the attributes that leave.
    fn node_tag<'t>(
        &mut self,
        element: &BytesStart<'_>,
        raw: &'t str,
        offset: u64,
        empty: bool,
        leaves: &dyn Fn(&str, &str) -> bool,
    ) -> Result<Cow<'t, str>, Problem> {
        let malformed = Problem::Malformed { offset };
        if !is_name(element.name().as_ref()) {
            return Err(malformed);
        }
        let mut tag = format!("<{}", String::from_utf8_lossy(element.name().as_ref()));
        let mut changed = false;
        for attribute in element.attributes().with_checks(false) {
            self.count(offset)?;
            let attribute = attribute.map_err(|_| malformed)?;
            if !is_name(attribute.key.as_ref()) {
                return Err(malformed);
            }
            let value = String::from_utf8_lossy(&attribute.value);
            if attribute.key.as_namespace_binding().is_none() {
                let (namespace, local) = self.resolver.resolve_attribute(attribute.key);
                let (namespace, name) = (namespace_text(&namespace), short(local.as_ref()));
                if namespace == RDF && name == "about" {
                    self.about.get_or_insert_with(|| value.clone().into_owned());
                }
                if leaves(&namespace, &name) {
                    changed = true;
                    continue;
                }
            }
            let quote = if value.contains('"') { '\'' } else { '"' };
            let key = String::from_utf8_lossy(attribute.key.as_ref());
            tag.push_str(&format!("\n {key}={quote}{value}{quote}"));
        }
        tag.push_str(if empty { "/>" } else { ">" });
        Ok(if changed {
            Cow::Owned(tag)
        } else {
            Cow::Borrowed(raw)
        })
    }

    /// Writes what enters, once, at the end of the graph.
    fn insert(&mut self) {
        if !self.inserted && !self.entries.is_empty() {
            let about = self.about.clone().unwrap_or_default();
            self.out.push_str(&description(&about, self.entries));
        }
        self.inserted = true;
    }
}

/// Whether a name can stand in another tag. The parser takes quotes into names, where they pair
/// with others by chance: with one attribute fewer the tag would end elsewhere.
fn is_name(name: &[u8]) -> bool {
    let breaks = |byte: &u8| matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'=' | b'&' | b'/');
    !name.iter().any(breaks)
}

/// Whether all names of a tag are such names.
fn has_plain_names(element: &BytesStart<'_>) -> bool {
    is_name(element.name().as_ref())
        && element
            .attributes()
            .with_checks(false)
            .all(|one| one.is_ok_and(|one| is_name(one.key.as_ref())))
}

fn slice(text: &str, start: u64, end: u64) -> &str {
    let place = |at| usize::try_from(at).unwrap_or(usize::MAX);
    text.get(place(start)..place(end)).unwrap_or_default()
}

/// A description of the asset with these properties, each as an element. It declares every prefix
/// that it uses.
fn description(about: &str, entries: &[Entry]) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let mut text = format!("<rdf:Description xmlns:rdf=\"{RDF}\" rdf:about=\"{about}\"");
    let mut declared: Vec<&str> = Vec::new();
    for entry in entries {
        if !declared.contains(&entry.prefix) {
            declared.push(entry.prefix);
            text.push_str(&format!(
                "\n xmlns:{}=\"{}\"",
                entry.prefix, entry.namespace
            ));
        }
    }
    text.push_str(">\n");
    for Entry {
        prefix,
        name,
        value,
        ..
    } in entries
    {
        let plain: String = value.chars().filter(|one| is_character(*one)).collect();
        let value = escape(plain.as_str());
        text.push_str(&format!(" <{prefix}:{name}>{value}</{prefix}:{name}>\n"));
    }
    text.push_str("</rdf:Description>\n");
    text
}

/// Whether XML 1.0 allows the character (section 2.2).
const fn is_character(one: char) -> bool {
    matches!(one, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::asset::xmp::read;

    const EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    fn entry(value: &str) -> Entry {
        Entry {
            namespace: EXT,
            prefix: "Iptc4xmpExt",
            name: "DigitalSourceType",
            value: value.to_owned(),
        }
    }

    fn never(_: &str, _: &str) -> bool {
        false
    }

    fn values(packet: &[u8], name: &str) -> Vec<String> {
        let packet = read(packet);
        assert_eq!(packet.problem, None);
        let own = packet.properties.into_iter();
        own.filter(|one| one.name == name)
            .map(|one| one.value)
            .collect()
    }

    #[test]
    fn a_new_packet_holds_the_entries() {
        let packet = edit(None, &never, &[entry("a<b> & \"c\"")]).unwrap();
        assert_eq!(values(&packet, "DigitalSourceType"), ["a<b> & \"c\""]);
    }

    #[test]
    fn several_byte_order_marks_shift_nothing() {
        let packet = format!(
            "\u{feff}\u{feff}<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='{RDF}'></r:RDF></x:xmpmeta>"
        );
        let packet = edit(Some(packet.as_bytes()), &never, &[entry("v")]).unwrap();
        assert_eq!(values(&packet, "DigitalSourceType"), ["v"]);
    }

    #[test]
    fn names_with_quotes_are_refused() {
        for tag in [
            "r:Description a\"b=\"c\" r:about=\"\" e:X=\"'\"",
            "r:D\"\"e r:about=''",
        ] {
            let packet = format!(
                "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='{RDF}'><{tag}/></r:RDF></x:xmpmeta>"
            );
            let refused = edit(Some(packet.as_bytes()), &|_, _| true, &[entry("v")]);
            assert!(matches!(refused, Err(Problem::Malformed { .. })), "{tag}");
        }
    }

    #[test]
    fn an_empty_graph_that_would_stay_empty_is_refused() {
        for end in ["//>", "\"<r:D r:about=\"\"//>", " a\"b=\"c\" d=\"'\"/>"] {
            let packet = format!("<r:RDF xmlns:r=\"{RDF}\"{end}");
            let refused = edit(Some(packet.as_bytes()), &never, &[entry("v")]);
            assert!(matches!(refused, Err(Problem::Malformed { .. })), "{end}");
        }
    }

    #[test]
    fn former_values_leave_in_either_notation_and_the_rest_stays() {
        let before = |property: &str, children: &str| {
            format!(
                "<?xpacket begin='' id='x'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
                 <r:RDF xmlns:r='{RDF}'><r:Description r:about='uuid:1' xmlns:e='{EXT}' \
                 xmlns:dc='http://purl.org/dc/elements/1.1/' dc:format='a\"b' {property}>\
                 <dc:title><r:Alt><r:li xml:lang='x-default'>T</r:li></r:Alt></dc:title>{children}\
                 </r:Description></r:RDF></x:xmpmeta>   <?xpacket end='w'?>"
            )
        };
        for old in [
            before("", ""),
            before("e:DigitalSourceType='old'", ""),
            before("", "<e:DigitalSourceType>old</e:DigitalSourceType>"),
            before("", "<e:DigitalSourceType r:resource='old'/>"),
            before(
                "",
                "<e:DigitalSourceType><r:Bag><r:li>old</r:li></r:Bag></e:DigitalSourceType>",
            ),
        ] {
            let packet = edit(Some(old.as_bytes()), &never, &[entry("new")]).unwrap();
            assert_eq!(values(&packet, "DigitalSourceType"), ["new"], "{old}");
            assert_eq!(values(&packet, "title"), ["T"]);
            assert_eq!(values(&packet, "format"), ["a\"b"]);
            let text = String::from_utf8(packet).unwrap();
            assert!(text.contains("rdf:about=\"uuid:1\""), "{text}");
            assert!(text.ends_with("<?xpacket end='w'?>"));
        }
    }

    #[test]
    fn a_property_of_a_depicted_artwork_stays() {
        let old = format!(
            "<r:RDF xmlns:r='{RDF}'><r:Description r:about='' xmlns:e='{EXT}'>\
             <e:ArtworkOrObject r:parseType='Resource'>\
             <e:DigitalSourceType>print</e:DigitalSourceType></e:ArtworkOrObject>\
             </r:Description></r:RDF>"
        );
        let packet = edit(Some(old.as_bytes()), &never, &[entry("new")]).unwrap();
        assert_eq!(values(&packet, "DigitalSourceType"), ["print", "new"]);
    }

    #[test]
    fn what_leaves_leaves_without_a_trace() {
        let old = format!(
            "<r:RDF xmlns:r='{RDF}'><r:Description r:about='' xmlns:e='{EXT}' e:Secret='s1'>\
             <e:Secret>s2</e:Secret><e:Kept>k</e:Kept></r:Description></r:RDF>"
        );
        let leaves = |namespace: &str, name: &str| namespace == EXT && name == "Secret";
        let packet = edit(Some(old.as_bytes()), &leaves, &[]).unwrap();
        let text = String::from_utf8(packet).unwrap();
        assert!(!text.contains("s1") && !text.contains("s2"), "{text}");
        assert_eq!(values(text.as_bytes(), "Kept"), ["k"]);
    }

    #[test]
    fn an_empty_graph_opens_and_a_broken_packet_stays_as_it_is() {
        let empty = format!("<r:RDF xmlns:r='{RDF}'/>");
        let packet = edit(Some(empty.as_bytes()), &never, &[entry("new")]).unwrap();
        assert_eq!(values(&packet, "DigitalSourceType"), ["new"]);
        for broken in [
            "",
            "no packet",
            "<a><b></a>",
            "<!DOCTYPE a><a/>",
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><unclosed>",
        ] {
            assert!(
                edit(Some(broken.as_bytes()), &never, &[entry("new")]).is_err(),
                "{broken}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_bytes_return(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = edit(Some(&bytes), &never, &[entry("new")]);
        }

        #[test]
        fn any_value_comes_back(value in "\\PC{0,80}") {
            let packet = edit(None, &never, &[entry(&value)]).unwrap();
            prop_assert_eq!(values(&packet, "DigitalSourceType"), [value.trim().to_owned()]);
        }
    }
}
