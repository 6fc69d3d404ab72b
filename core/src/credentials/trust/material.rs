//! Reading and writing trust material: packs, PEM bundles and the public C2PA lists.

use std::collections::HashSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use pem::{EncodeConfig, LineEnding, Pem};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{AllowedCertificate, TIME_STAMPING_USAGE, TrustAnchor, TrustPack};
use crate::credentials::{
    certificate::{Certificate, CertificateError},
    profile::Purpose,
};

/// Schema of the pack file; see `spec/trust.md`.
const SCHEMA: &str = "hallmark.trust/1";

/// Most certificates that one file may hold. Public lists hold at most 120.
const MAX_CERTIFICATES: usize = 20_000;

/// Why bytes are not trust material.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// Neither a pack, nor PEM, nor a trust list.
    #[error(
        "no trust material found; expected a hallmark trust pack, certificates in PEM form, or a \
         C2PA trust list in JSON form"
    )]
    Unrecognised,
    /// JSON of some other schema, or broken JSON.
    #[error("the JSON is neither a hallmark trust pack nor a C2PA trust list: {problem}")]
    Json {
        /// What the parser stumbled over.
        problem: String,
    },
    /// A pack of a later version.
    #[error("the pack has schema {found:?}; this version reads {SCHEMA:?}")]
    Schema {
        /// Its schema.
        found: String,
    },
    /// A certificate cannot be read.
    #[error("certificate {number} cannot be used as an anchor: {error}")]
    Certificate {
        /// Its position in the file, from 1.
        number: usize,
        /// Why.
        error: CertificateError,
    },
    /// Base64, PEM or a fingerprint cannot be decoded.
    #[error("entry {number} cannot be decoded: {problem}")]
    Encoding {
        /// Its position in the file, from 1.
        number: usize,
        /// Why.
        problem: String,
    },
    /// Too many certificates.
    #[error("more than {MAX_CERTIFICATES} certificates")]
    TooMany,
    /// Nothing for the purpose asked for.
    #[error("it holds nothing that can be trusted for this purpose")]
    NothingForPurpose,
}

/// What the reader of trust material wants it to be trusted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// What the material says. A pack states purposes; a trust list or PEM text is for
    /// time-stamps when its name has the word TSA, else for claims. In PEM for claims,
    /// authorities whose certificate allows time-stamping alone stay with that, and end-entity
    /// certificates are trusted directly.
    #[default]
    AsStated,
    /// Anchors for this purpose and nothing else. Of a pack, only the anchors stated for it.
    Anchors(Purpose),
    /// Every certificate is trusted directly, for claims.
    Allowed,
}

/// Reads trust material in any accepted form: a pack file, PEM certificates (with any text
/// between them), or a C2PA trust list (JSON after ETSI TS 119 602).
///
/// `name` names material that carries no name of its own.
///
/// # Errors
/// When the bytes are none of these, or an anchor in them cannot be parsed.
pub fn parse_material(
    bytes: &[u8],
    intent: Intent,
    name: &str,
) -> Result<Vec<TrustPack>, TrustError> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let packs = match start.trim_ascii_start().first() {
        Some(b'{') => parse_json(start, intent)?,
        Some(_) => vec![parse_pem(start, intent, name)?],
        None => return Err(TrustError::Unrecognised),
    };
    if packs
        .iter()
        .all(|pack| pack.anchors.is_empty() && pack.allowed.is_empty())
    {
        return Err(TrustError::NothingForPurpose);
    }
    Ok(packs)
}

/// Writes packs as one portable file, which [`parse_material`] reads back unchanged.
#[must_use]
pub fn write_packs(packs: &[TrustPack]) -> String {
    let file = PackFile {
        schema: SCHEMA.to_owned(),
        packs: packs.iter().map(PackEntry::from).collect(),
    };
    // Strings, lists and maps with string keys always serialise.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize, Deserialize)]
struct PackFile {
    schema: String,
    packs: Vec<PackEntry>,
}

#[derive(Serialize, Deserialize)]
struct PackEntry {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default)]
    anchors: Anchors,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    allowed: Vec<CertificateEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    allowed_sha256: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    extended_key_usages: Vec<String>,
}

#[derive(Default, Serialize, Deserialize)]
struct Anchors {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    claim: Vec<CertificateEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tsa: Vec<CertificateEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cawg: Vec<CertificateEntry>,
}

#[derive(Serialize, Deserialize)]
struct CertificateEntry {
    /// For people; not read back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    subject: String,
    pem: String,
}

impl CertificateEntry {
    fn new(der: &[u8]) -> Self {
        let config = EncodeConfig::new().set_line_ending(LineEnding::LF);
        Self {
            subject: Certificate::parse(der)
                .map(|certificate| certificate.subject().to_owned())
                .unwrap_or_default(),
            pem: pem::encode_config(&Pem::new("CERTIFICATE", der), config),
        }
    }
}

impl From<&TrustPack> for PackEntry {
    fn from(pack: &TrustPack) -> Self {
        let anchors = |purpose| {
            pack.anchors
                .iter()
                .filter(|anchor| anchor.purpose == purpose)
                .map(|anchor| CertificateEntry::new(anchor.certificate.der()))
                .collect()
        };
        let (with, without): (Vec<_>, Vec<_>) =
            pack.allowed.iter().partition(|entry| entry.der.is_some());
        Self {
            name: pack.name.clone(),
            date: pack.date.clone(),
            source: pack.source.clone(),
            anchors: Anchors {
                claim: anchors(Purpose::ClaimSigning),
                tsa: anchors(Purpose::TimeStamping),
                cawg: anchors(Purpose::Identity),
            },
            allowed: with
                .iter()
                .filter_map(|entry| entry.der.as_deref())
                .map(CertificateEntry::new)
                .collect(),
            allowed_sha256: without
                .iter()
                .map(|entry| hex::encode(entry.fingerprint))
                .collect(),
            extended_key_usages: pack.extended_key_usages.clone(),
        }
    }
}

fn parse_json(bytes: &[u8], intent: Intent) -> Result<Vec<TrustPack>, TrustError> {
    #[derive(Deserialize)]
    struct Probe {
        schema: Option<String>,
        #[serde(rename = "LoTE")]
        list: Option<TrustList>,
    }
    let broken = |error: serde_json::Error| TrustError::Json {
        problem: error.to_string(),
    };
    let probe: Probe = serde_json::from_slice(bytes).map_err(broken)?;
    match (probe.schema, probe.list) {
        (Some(schema), _) if schema == SCHEMA => {
            let file: PackFile = serde_json::from_slice(bytes).map_err(broken)?;
            let mut budget = Budget::default();
            file.packs
                .into_iter()
                .map(|entry| read_pack(entry, intent, &mut budget))
                .collect()
        }
        (Some(found), _) => Err(TrustError::Schema { found }),
        (None, Some(list)) => Ok(vec![read_list(&list, intent)?]),
        (None, None) => Err(TrustError::Json {
            problem: "neither \"schema\" nor \"LoTE\" is there".to_owned(),
        }),
    }
}

fn read_pack(
    entry: PackEntry,
    intent: Intent,
    budget: &mut Budget,
) -> Result<TrustPack, TrustError> {
    let mut pack = TrustPack {
        name: entry.name,
        date: entry.date,
        source: entry.source,
        extended_key_usages: entry.extended_key_usages,
        ..TrustPack::default()
    };
    let anchors = [
        (Purpose::ClaimSigning, entry.anchors.claim),
        (Purpose::TimeStamping, entry.anchors.tsa),
        (Purpose::Identity, entry.anchors.cawg),
    ];
    for (stated, entries) in anchors {
        for entry in entries {
            let number = budget.next()?;
            let der = decode_pem(&entry.pem, number)?;
            if [Intent::AsStated, Intent::Anchors(stated)].contains(&intent) {
                pack.anchors.push(anchor(&der, stated, number)?);
            }
        }
    }
    if [Intent::AsStated, Intent::Allowed].contains(&intent) {
        for entry in entry.allowed {
            let number = budget.next()?;
            pack.allowed.push(allowed(decode_pem(&entry.pem, number)?));
        }
        for text in entry.allowed_sha256 {
            let number = budget.next()?;
            let mut fingerprint = [0; 32];
            let digits = text.replace(':', "");
            hex::decode_to_slice(digits.trim(), &mut fingerprint).map_err(|error| {
                TrustError::Encoding {
                    number,
                    problem: format!("not a SHA-256 in hexadecimal: {error}"),
                }
            })?;
            pack.allowed.push(AllowedCertificate {
                fingerprint,
                der: None,
            });
        }
    }
    Ok(pack)
}

/// A list of trusted entities (ETSI TS 119 602), as far as the C2PA lists use it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TrustList {
    list_and_scheme_information: SchemeInformation,
    #[serde(default)]
    trusted_entities_list: Vec<TrustedEntity>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SchemeInformation {
    #[serde(default)]
    scheme_name: Vec<Text>,
    #[serde(default, rename = "SchemeInformationURI")]
    scheme_information_uri: Vec<Text>,
    list_issue_date_time: Option<String>,
}

#[derive(Deserialize)]
struct Text {
    #[serde(default, alias = "uriValue")]
    value: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TrustedEntity {
    #[serde(default)]
    trusted_entity_services: Vec<Service>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Service {
    service_information: ServiceInformation,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ServiceInformation {
    #[serde(default)]
    service_status: String,
    service_digital_identity: Option<DigitalIdentity>,
}

#[derive(Deserialize)]
struct DigitalIdentity {
    #[serde(default, rename = "X509Certificates")]
    certificates: Vec<EncodedCertificate>,
}

#[derive(Deserialize)]
struct EncodedCertificate {
    val: String,
}

fn read_list(list: &TrustList, intent: Intent) -> Result<TrustPack, TrustError> {
    let first = |texts: &[Text]| texts.first().map(|text| text.value.clone());
    let scheme = &list.list_and_scheme_information;
    let name = first(&scheme.scheme_name).unwrap_or_else(|| "C2PA trust list".to_owned());
    let stated = purpose_in_name(&name);
    let mut budget = Budget::default();
    let mut bundle = Bundle::default();
    for entity in &list.trusted_entities_list {
        for service in &entity.trusted_entity_services {
            let service = &service.service_information;
            if !service.service_status.ends_with("/trusted") {
                continue;
            }
            let Some(identity) = &service.service_digital_identity else {
                continue;
            };
            for certificate in &identity.certificates {
                let number = budget.next()?;
                let der = STANDARD.decode(certificate.val.trim()).map_err(|error| {
                    TrustError::Encoding {
                        number,
                        problem: error.to_string(),
                    }
                })?;
                match intent {
                    Intent::AsStated => bundle.add_anchor(anchor(&der, stated, number)?),
                    Intent::Anchors(purpose) => bundle.add_anchor(anchor(&der, purpose, number)?),
                    Intent::Allowed => bundle.add_allowed(allowed(der)),
                }
            }
        }
    }
    Ok(TrustPack {
        name,
        date: scheme.list_issue_date_time.clone(),
        source: first(&scheme.scheme_information_uri),
        anchors: bundle.anchors,
        allowed: bundle.allowed,
        ..TrustPack::default()
    })
}

fn parse_pem(bytes: &[u8], intent: Intent, name: &str) -> Result<TrustPack, TrustError> {
    const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
    if !bytes.windows(BEGIN.len()).any(|window| window == BEGIN) {
        return Err(TrustError::Unrecognised);
    }
    let stated = purpose_in_name(name);
    let mut budget = Budget::default();
    let mut bundle = Bundle::default();
    let blocks = pem::parse_many(bytes).map_err(|error| TrustError::Encoding {
        number: 1,
        problem: error.to_string(),
    })?;
    for block in blocks {
        let number = budget.next()?;
        if block.tag() != "CERTIFICATE" {
            continue;
        }
        let der = block.contents();
        match intent {
            Intent::Anchors(purpose) => bundle.add_anchor(anchor(der, purpose, number)?),
            Intent::Allowed => bundle.add_allowed(allowed(der.to_vec())),
            Intent::AsStated if stated == Purpose::TimeStamping => {
                bundle.add_anchor(anchor(der, stated, number)?);
            }
            Intent::AsStated => match Certificate::parse(der) {
                Ok(certificate) if is_anchor(&certificate) => {
                    let time_stamping = certificate
                        .extended_key_usages()
                        .is_some_and(|usages| usages == [TIME_STAMPING_USAGE]);
                    bundle.add_anchor(TrustAnchor {
                        purpose: if time_stamping {
                            Purpose::TimeStamping
                        } else {
                            stated
                        },
                        certificate,
                    });
                }
                // What is trusted directly need only be recognised again.
                _ => bundle.add_allowed(allowed(der.to_vec())),
            },
        }
    }
    Ok(TrustPack {
        name: name.to_owned(),
        anchors: bundle.anchors,
        allowed: bundle.allowed,
        ..TrustPack::default()
    })
}

/// Anchors and allowed certificates, each once.
#[derive(Default)]
struct Bundle {
    anchors: Vec<TrustAnchor>,
    allowed: Vec<AllowedCertificate>,
    seen: HashSet<[u8; 32]>,
}

impl Bundle {
    fn add_anchor(&mut self, anchor: TrustAnchor) {
        if self.seen.insert(anchor.certificate.fingerprint()) {
            self.anchors.push(anchor);
        }
    }

    fn add_allowed(&mut self, certificate: AllowedCertificate) {
        if self.seen.insert(certificate.fingerprint) {
            self.allowed.push(certificate);
        }
    }
}

/// Counts entries, so that a hostile file is refused early.
#[derive(Default)]
struct Budget {
    count: usize,
}

impl Budget {
    fn next(&mut self) -> Result<usize, TrustError> {
        self.count = self.count.saturating_add(1);
        if self.count > MAX_CERTIFICATES {
            return Err(TrustError::TooMany);
        }
        Ok(self.count)
    }
}

/// Lists for time-stamps say TSA in their name, as the public ones do.
fn purpose_in_name(name: &str) -> Purpose {
    let mut words = name.split(|character: char| !character.is_alphanumeric());
    if words.any(|word| word.eq_ignore_ascii_case("TSA")) {
        Purpose::TimeStamping
    } else {
        Purpose::ClaimSigning
    }
}

/// Version 1 certificates state nothing about authority; as anchors they are taken at the word
/// of whoever lists them (RFC 5280, section 6.1.4 (k)).
fn is_anchor(certificate: &Certificate) -> bool {
    certificate.is_authority() || (certificate.version() < 3 && certificate.is_self_issued())
}

fn anchor(der: &[u8], purpose: Purpose, number: usize) -> Result<TrustAnchor, TrustError> {
    Certificate::parse(der)
        .map(|certificate| TrustAnchor {
            purpose,
            certificate,
        })
        .map_err(|error| TrustError::Certificate { number, error })
}

fn allowed(der: Vec<u8>) -> AllowedCertificate {
    AllowedCertificate {
        fingerprint: Sha256::digest(&der).into(),
        der: Some(der),
    }
}

fn decode_pem(text: &str, number: usize) -> Result<Vec<u8>, TrustError> {
    let block = pem::parse(text).map_err(|error| TrustError::Encoding {
        number,
        problem: error.to_string(),
    })?;
    if block.tag() != "CERTIFICATE" {
        return Err(TrustError::Encoding {
            number,
            problem: format!("expected a CERTIFICATE block, found {:?}", block.tag()),
        });
    }
    Ok(block.into_contents())
}
