//! SVG: a manifest store as base64 text, and XMP.

use base64::{Engine, engine::general_purpose::STANDARD};
use memchr::memmem;
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
    name::{Namespace, NamespaceResolver, ResolveResult},
};

use super::{
    ByteRange, MetadataKind, PartKind,
    draft::{Draft, Walk},
    input::{Input, to_u64},
};

const SVG: &[u8] = b"http://www.w3.org/2000/svg";

const C2PA: &[u8] = b"http://c2pa.org/manifest";

/// Depth of elements; drawings nest a few dozen deep.
const DEPTH: usize = 4_096;

/// Walks an SVG file.
///
/// A manifest store is the base64 text of a `c2pa:manifest` element in the root's `metadata`
/// element (C2PA 2.2, A.3.3). Few files mention the word, and only those are parsed.
pub(super) fn walk(input: &mut Input<'_>, draft: &mut Draft<'_>) -> Walk {
    let whole = ByteRange::between(0, input.length());
    // The budget for a store bounds the text that holds it too.
    draft.charge_store(0, whole.length)?;
    let text = input.read(whole)?;
    draft.part(whole, PartKind::ImageData);
    if memmem::find(&text, b"manifest").is_some() {
        find_stores(draft, &text)?;
    }
    if let Some((packet, range)) = xmp(&text) {
        let length = to_u64(packet.len());
        draft.part(range, PartKind::Xmp);
        if draft.charge_metadata("metadata/XMP", length) {
            draft.add_metadata(MetadataKind::Xmp, packet, range, "metadata/XMP");
        }
    }
    draft.set_complete();
    Ok(())
}

/// How far along the path to a store an open element lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Root,
    Metadata,
    Manifest,
    /// A manifest element somewhere else.
    Stray,
    Other,
}

/// Finds manifest elements wherever they stand.
fn find_stores(draft: &mut Draft<'_>, text: &[u8]) -> Walk {
    let mut reader = Reader::from_reader(text);
    let mut resolver = NamespaceResolver::default();
    let mut open: Vec<Level> = Vec::new();
    loop {
        let before = reader.buffer_position();
        let event = reader.read_event();
        let range = ByteRange::between(before, reader.buffer_position());
        match event {
            Ok(Event::Start(element)) => {
                draft.step(before)?;
                if open.len() >= DEPTH {
                    return Err(draft.limit("levels of elements", before, to_u64(DEPTH)));
                }
                // A declaration that cannot be read leaves names to what they look like.
                let _ = resolver.push(&element);
                let level = level(&resolver, &element, &open);
                if level == Level::Root {
                    size(draft, &element);
                }
                open.push(level);
            }
            Ok(Event::End(_)) => {
                if open.pop().is_some() {
                    resolver.pop();
                }
            }
            Ok(Event::Text(content)) => match open.last() {
                Some(Level::Manifest) => add_store(draft, &content, range, None)?,
                Some(Level::Stray) => {
                    let misplaced = "outside of the metadata element of the root";
                    add_store(draft, &content, range, Some(misplaced))?;
                }
                _ => {}
            },
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => {
                let rest = ByteRange::between(before, to_u64(text.len()));
                draft.malformed(rest, "not well-formed XML");
                return Ok(());
            }
        }
    }
}

fn level(resolver: &NamespaceResolver, element: &BytesStart<'_>, open: &[Level]) -> Level {
    let name = element.name();
    let (namespace, local) = resolver.resolve_element(name);
    let is = |wanted: &[u8], prefixed: &[u8], word: &[u8]| match namespace {
        ResolveResult::Bound(Namespace(uri)) if uri == wanted => local.as_ref() == word,
        // Undeclared prefixes count by their name, as they do to the `c2pa` crate.
        _ => name.as_ref() == prefixed,
    };
    match open {
        [] if is(SVG, b"svg", b"svg") => Level::Root,
        [Level::Root] if is(SVG, b"metadata", b"metadata") => Level::Metadata,
        _ if is(C2PA, b"c2pa:manifest", b"manifest") => {
            if open == [Level::Root, Level::Metadata] {
                Level::Manifest
            } else {
                Level::Stray
            }
        }
        _ => Level::Other,
    }
}

/// Adds the store that is written at `range` as `content`.
fn add_store(
    draft: &mut Draft<'_>,
    content: &[u8],
    range: ByteRange,
    misplaced: Option<&str>,
) -> Walk {
    let dense: Vec<u8> = content
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    if dense.is_empty() {
        return Ok(());
    }
    draft.charge_store(range.start, to_u64(dense.len()))?;
    draft.part(range, PartKind::ManifestStore);
    match STANDARD.decode(&dense) {
        Ok(store) => draft.add_store(vec![range], store, misplaced, false),
        Err(_) => draft.add_store(
            vec![range],
            Vec::new(),
            Some("text that is no base64"),
            false,
        ),
    }
    Ok(())
}

/// Width and height of the root, when they are plain numbers or pixels.
fn size(draft: &mut Draft<'_>, root: &BytesStart<'_>) {
    let side = |name: &str| {
        let attribute = root
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|one| one.key.as_ref() == name.as_bytes())?;
        let value = std::str::from_utf8(&attribute.value).ok()?;
        let digits = value.trim().trim_end_matches("px");
        let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
        whole.parse().ok()
    };
    if let (Some(width), Some(height)) = (side("width"), side("height")) {
        draft.set_dimensions(width, height);
    }
}

/// The XMP of the file: a packet between its processing instructions, or an `x:xmpmeta` element.
/// Other RDF in a metadata element becomes a packet under the declarations of the root, where
/// drawing programs put them.
fn xmp(text: &[u8]) -> Option<(Vec<u8>, ByteRange)> {
    let between = |begin: &[u8], end: &[u8]| {
        let start = memmem::find(text, begin)?;
        let length = memmem::find(text.get(start..)?, end)?.checked_add(end.len())?;
        Some((start, start.checked_add(length)?))
    };
    let packet = between(b"<?xpacket begin", b"<?xpacket end").and_then(|(start, end)| {
        let rest = memmem::find(text.get(end..)?, b"?>")?.checked_add(2)?;
        Some((start, end.checked_add(rest)?))
    });
    if let Some((start, end)) = packet.or_else(|| between(b"<x:xmpmeta", b"</x:xmpmeta>")) {
        let range = ByteRange::between(to_u64(start), to_u64(end));
        return Some((text.get(start..end)?.to_vec(), range));
    }
    memmem::find(text, b"http://www.w3.org/1999/02/22-rdf-syntax-ns#")?;
    let (start, end) = between(b"<metadata", b"</metadata>")?;
    let root_at = memmem::find(text, b"<svg")?;
    let root_end = memchr::memchr(b'>', text.get(root_at..start)?)?.checked_add(1)?;
    let root = text.get(root_at..root_at.checked_add(root_end)?)?;
    let packet = [root, text.get(start..end)?, b"</svg>"].concat();
    Some((packet, ByteRange::between(to_u64(start), to_u64(end))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        asset::{
            MediaFormat,
            tests::{check_bounds, store, walk_bytes, walk_within},
            xmp,
        },
        limits::Limits,
    };

    fn svg(metadata: &str) -> String {
        format!(
            r#"<?xml version="1.0"?><!-- drawn --><svg width="32px" height="16.5"
            xmlns="http://www.w3.org/2000/svg" xmlns:c2pa="http://c2pa.org/manifest"
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{metadata}<g/></svg>"#
        )
    }

    fn manifest(text: &str) -> String {
        format!("<metadata><c2pa:manifest>{text}</c2pa:manifest></metadata>")
    }

    #[test]
    fn a_store_is_its_base64_text() {
        let encoded = STANDARD.encode(store(80));
        let text = svg(&manifest(&encoded));
        let container = walk_bytes(text.as_bytes()).unwrap();
        assert_eq!(container.format, MediaFormat::Svg);
        assert!(container.complete);
        assert_eq!(container.dimensions, Some((32, 16)));
        let [only] = container.stores.as_slice() else {
            panic!("one store expected: {container:?}");
        };
        assert_eq!(only.jumbf, store(80));
        assert_eq!(only.misplaced, None);
        let start = text.find(&encoded).unwrap();
        let end = start.checked_add(encoded.len()).unwrap();
        assert_eq!(
            only.framed,
            [ByteRange::between(to_u64(start), to_u64(end))]
        );
    }

    #[test]
    fn prefixes_are_names_and_lines_are_layout() {
        let encoded = STANDARD.encode(store(80));
        let (first, second) = encoded.split_at(50);
        for metadata in [
            manifest(&format!("\n  {first}\n  {second}\n")),
            format!(
                r#"<s:metadata xmlns:s="http://www.w3.org/2000/svg"><m:manifest
                xmlns:m="http://c2pa.org/manifest">{encoded}</m:manifest></s:metadata>"#
            ),
        ] {
            let container = walk_bytes(svg(&metadata).as_bytes()).unwrap();
            assert_eq!(container.stores[0].jumbf, store(80), "{metadata}");
            assert_eq!(container.stores[0].misplaced, None);
        }
        let undeclared = format!("<svg>{}</svg>", manifest(&encoded));
        assert_eq!(walk_bytes(undeclared.as_bytes()).unwrap().stores.len(), 1);
    }

    #[test]
    fn stores_in_other_places_are_told() {
        let encoded = STANDARD.encode(store(80));
        let stray = svg(&format!("<g>{}</g>", manifest(&encoded)));
        let container = walk_bytes(stray.as_bytes()).unwrap();
        let misplaced = container.stores[0].misplaced.as_deref();
        assert_eq!(
            misplaced,
            Some("outside of the metadata element of the root")
        );

        let twice = svg(&manifest(&encoded).repeat(2));
        let container = walk_bytes(twice.as_bytes()).unwrap();
        let misplaced = container.stores[1].misplaced.as_deref();
        assert_eq!(misplaced, Some("a second manifest store"));

        let broken = walk_bytes(svg(&manifest("no base64!")).as_bytes()).unwrap();
        let misplaced = broken.stores[0].misplaced.as_deref();
        assert_eq!(misplaced, Some("text that is no base64"));
    }

    #[test]
    fn empty_and_unrelated_manifests_are_none() {
        for metadata in [
            "<metadata><c2pa:manifest/></metadata>",
            "<manifest>AAAA</manifest>",
        ] {
            assert_eq!(walk_bytes(svg(metadata).as_bytes()).unwrap().stores, []);
        }
    }

    #[test]
    fn xmp_is_read_in_each_wrapping() {
        let rdf = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
            xmlns:e="http://example.org/" e:a="v"/></rdf:RDF>"#;
        let inherited =
            r#"<rdf:RDF><rdf:Description xmlns:e="http://example.org/" e:a="v"/></rdf:RDF>"#;
        for metadata in [
            format!(
                "<metadata><?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>{rdf}<?xpacket end='w'?></metadata>"
            ),
            format!("<metadata><x:xmpmeta xmlns:x='adobe:ns:meta/'>{rdf}</x:xmpmeta></metadata>"),
            format!("<metadata>{inherited}</metadata>"),
        ] {
            let text = svg(&metadata);
            let container = walk_bytes(text.as_bytes()).unwrap();
            let properties = xmp::read(&container.metadata[0].bytes).properties;
            assert!(
                properties[0].is("http://example.org/", "a"),
                "{metadata}: {properties:?}"
            );
        }
        assert_eq!(walk_bytes(svg("").as_bytes()).unwrap().metadata, []);
    }

    #[test]
    fn prologs_of_all_kinds_are_svg_and_other_xml_is_not() {
        for text in [
            "\u{FEFF}  <svg/>",
            "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a '>'>]><svg>",
            "<!DOCTYPE svg PUBLIC 'a' 'b'>\n<!-- <html> -->\n<s:svg xmlns:s='x'>",
        ] {
            let format = walk_bytes(text.as_bytes()).map(|container| container.format);
            assert_eq!(format, Some(MediaFormat::Svg), "{text}");
        }
        for text in [
            "<html><svg/></html>",
            "<svgx>",
            "<!-- <svg> -->",
            "svg",
            "<",
            "",
        ] {
            assert_eq!(walk_bytes(text.as_bytes()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_mutation_keeps_the_bounds(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        ) {
            let rdf = "<metadata><rdf:RDF><rdf:Description rdf:about=''/></rdf:RDF></metadata>";
            let mut bytes = svg(&(manifest(&STANDARD.encode(store(80))) + rdf)).into_bytes();
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            if let Some(container) = walk_within(&bytes, &Limits::default()) {
                check_bounds(&container, bytes.len(), &Limits::default());
            }
        }
    }
}
