//! JUMBF boxes (ISO/IEC 19566-5), read with bounds and without copies.

use thiserror::Error;

use crate::limits::Limits;

/// A superbox: a description, content boxes and nested superboxes.
#[derive(Clone, Debug)]
pub(crate) struct SuperBox<'a> {
    /// Content type (the UUID of the description box).
    pub(crate) kind: [u8; 16],
    /// Label, when the description has one.
    pub(crate) label: Option<&'a str>,
    /// Content boxes that are no superboxes, in order: four-character type and payload.
    pub(crate) contents: Vec<(&'a [u8], &'a [u8])>,
    /// Nested superboxes, in order.
    pub(crate) children: Vec<Self>,
    /// The whole box, header included.
    pub(crate) bytes: &'a [u8],
}

impl<'a> SuperBox<'a> {
    /// The nested superbox with this label.
    pub(crate) fn child(&self, label: &str) -> Option<&Self> {
        self.children
            .iter()
            .find(|child| child.label == Some(label))
    }

    /// The payload of the first content box of this type.
    pub(crate) fn content(&self, kind: &[u8; 4]) -> Option<&'a [u8]> {
        self.contents
            .iter()
            .find(|(found, _)| found == kind)
            .map(|(_, payload)| *payload)
    }

    /// The first four bytes of the content type: `c2pa`, `c2ma`, `c2cl`... in C2PA stores.
    pub(crate) fn kind_name(&self) -> [u8; 4] {
        let [a, b, c, d, ..] = self.kind;
        [a, b, c, d]
    }
}

/// Why bytes are no JUMBF superbox.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum JumbfError {
    /// Fewer bytes than a header or the box itself claims.
    #[error("box at byte {offset} claims {claimed} bytes, {available} remain")]
    Overrun {
        offset: usize,
        claimed: u64,
        available: usize,
    },
    /// The outermost box is of another type.
    #[error("box at byte {offset} is not a superbox")]
    NotSuperBox { offset: usize },
    /// A superbox does not begin with a description box.
    #[error("superbox at byte {offset} has no description")]
    NoDescription { offset: usize },
    /// Deeper, or more boxes, than the limits allow.
    #[error("boxes nest deeper than {depth} or number more than {parts}")]
    TooMuch { depth: usize, parts: usize },
}

/// Reads the superbox at the start of `bytes`; what follows it is left to the caller.
pub(crate) fn parse<'a>(bytes: &'a [u8], limits: &Limits) -> Result<SuperBox<'a>, JumbfError> {
    let mut budget = limits.parts;
    let (kind, payload, whole, _) = split(bytes, 0)?;
    if kind != b"jumb" {
        return Err(JumbfError::NotSuperBox { offset: 0 });
    }
    superbox(payload, whole, 0, limits, 0, &mut budget)
}

fn superbox<'a>(
    payload: &'a [u8],
    bytes: &'a [u8],
    offset: usize,
    limits: &Limits,
    depth: usize,
    budget: &mut usize,
) -> Result<SuperBox<'a>, JumbfError> {
    let too_much = || JumbfError::TooMuch {
        depth: limits.box_depth,
        parts: limits.parts,
    };
    if depth >= limits.box_depth {
        return Err(too_much());
    }
    let header = bytes.len().saturating_sub(payload.len());
    let mut position = offset.saturating_add(header);
    let mut rest = payload;
    let mut description = None;
    let mut contents = Vec::new();
    let mut children = Vec::new();
    while !rest.is_empty() {
        *budget = budget.checked_sub(1).ok_or_else(too_much)?;
        let (kind, inner, whole, after) = split(rest, position)?;
        match (kind, &description) {
            (b"jumd", None) => {
                description =
                    Some(describe(inner).ok_or(JumbfError::NoDescription { offset: position })?);
            }
            (_, None) => return Err(JumbfError::NoDescription { offset }),
            (b"jumb", Some(_)) => children.push(superbox(
                inner,
                whole,
                position,
                limits,
                depth.saturating_add(1),
                budget,
            )?),
            _ => contents.push((kind, inner)),
        }
        position = position.saturating_add(whole.len());
        rest = after;
    }
    let (kind, label) = description.ok_or(JumbfError::NoDescription { offset })?;
    Ok(SuperBox {
        kind,
        label,
        contents,
        children,
        bytes,
    })
}

type Split<'a> = (&'a [u8], &'a [u8], &'a [u8], &'a [u8]);

/// Splits one box off `bytes`: type, payload, the whole box, and what follows it.
fn split(bytes: &[u8], offset: usize) -> Result<Split<'_>, JumbfError> {
    let overrun = |claimed: u64| JumbfError::Overrun {
        offset,
        claimed,
        available: bytes.len(),
    };
    let short = bytes
        .first_chunk::<4>()
        .map(|length| u32::from_be_bytes(*length))
        .ok_or_else(|| overrun(8))?;
    let kind = bytes.get(4..8).ok_or_else(|| overrun(8))?;
    let (header, length) = match short {
        0 => (8, u64::try_from(bytes.len()).unwrap_or(u64::MAX)),
        1 => {
            let long = bytes.get(8..16).and_then(|long| long.first_chunk::<8>());
            (16, u64::from_be_bytes(*long.ok_or_else(|| overrun(16))?))
        }
        other => (8, u64::from(other)),
    };
    let whole = usize::try_from(length)
        .ok()
        .filter(|length| *length >= header)
        .and_then(|length| bytes.get(..length))
        .ok_or_else(|| overrun(length))?;
    let payload = whole.get(header..).ok_or_else(|| overrun(length))?;
    let after = bytes.get(whole.len()..).ok_or_else(|| overrun(length))?;
    Ok((kind, payload, whole, after))
}

/// Reads a description box: content type and label (ISO/IEC 19566-5, section 5).
fn describe(payload: &[u8]) -> Option<([u8; 16], Option<&str>)> {
    let kind = *payload.first_chunk::<16>()?;
    let toggles = *payload.get(16)?;
    let label = if toggles & 0b10 == 0 {
        None
    } else {
        let text = payload.get(17..)?;
        let end = text.iter().position(|byte| *byte == 0)?;
        Some(std::str::from_utf8(text.get(..end)?).ok()?)
    };
    Some((kind, label))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, reason = "small test figures")]

    use proptest::prelude::*;

    use super::*;

    fn boxed(kind: &[u8; 4], payload: &[u8]) -> Vec<u8> {
        let mut bytes = u32::try_from(payload.len() + 8)
            .unwrap()
            .to_be_bytes()
            .to_vec();
        bytes.extend_from_slice(kind);
        bytes.extend_from_slice(payload);
        bytes
    }

    fn labelled(label: &str, inner: &[u8]) -> Vec<u8> {
        let mut description = b"c2pa-and-12-more".to_vec();
        description.push(0b11);
        description.extend_from_slice(label.as_bytes());
        description.push(0);
        let mut payload = boxed(b"jumd", &description);
        payload.extend_from_slice(inner);
        boxed(b"jumb", &payload)
    }

    #[test]
    fn nested_boxes_are_found_by_label() {
        let inner = labelled("claim", &boxed(b"cbor", b"\xa0"));
        let outer = labelled("store", &inner);
        let parsed = parse(&outer, &Limits::default()).unwrap();
        assert_eq!(parsed.kind_name(), *b"c2pa");
        let claim = parsed.child("claim").unwrap();
        assert_eq!(claim.content(b"cbor"), Some(&b"\xa0"[..]));
        assert_eq!(claim.bytes, inner);
    }

    #[test]
    fn a_box_that_claims_too_much_is_refused_with_its_place() {
        let mut bytes = labelled("store", &boxed(b"cbor", b"\xa0"));
        let at = bytes.len() - 9;
        bytes[at..at + 4].copy_from_slice(&100_u32.to_be_bytes());
        assert_eq!(
            parse(&bytes, &Limits::default()).unwrap_err(),
            JumbfError::Overrun {
                offset: at,
                claimed: 100,
                available: 9
            }
        );
    }

    #[test]
    fn nesting_is_bounded() {
        let mut bytes = labelled("leaf", b"");
        for _ in 0..40 {
            bytes = labelled("branch", &bytes);
        }
        assert!(matches!(
            parse(&bytes, &Limits::default()),
            Err(JumbfError::TooMuch { .. })
        ));
    }

    proptest! {
        #[test]
        fn any_bytes_return(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
            let _ = parse(&bytes, &Limits::default());
        }

        #[test]
        fn any_mutation_returns(position in 0usize..64, value: u8) {
            let mut bytes = labelled("store", &labelled("claim", &boxed(b"cbor", b"\xa0")));
            if let Some(byte) = bytes.get_mut(position) {
                *byte = value;
            }
            let _ = parse(&bytes, &Limits::default());
        }
    }
}
