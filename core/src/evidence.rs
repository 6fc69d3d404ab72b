//! Facts with stable codes: what an examination found, before anybody judges it.
//!
//! Evidence holds no opinion. Trust lists, the moment of judgement and policy enter later, in
//! [`crate::verdict`]; the same evidence can therefore be judged again, elsewhere and later.

mod finding;

pub use finding::{Confidence, Finding, NotChecked, Place, Severity};

use serde::{Deserialize, Serialize};

use crate::{
    asset::{MediaFormat, Track},
    credentials::CredentialEvidence,
    labels::{Label, declared::Declared},
    parent::ParentEvidence,
    picture::{FingerprintEvidence, Preview, WatermarkEvidence},
    recovery::RecoveryEvidence,
};

/// Everything one examination learned about one asset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// SHA-256 of the whole file; `None` when it could not be read to its end.
    pub sha256: Option<[u8; 32]>,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// What the bytes say the file is, whatever its name says.
    pub format: Option<MediaFormat>,
    /// The first witness: a C2PA manifest store, or its absence.
    pub credentials: CredentialEvidence,
    /// The second witness: marks in the pixels.
    #[serde(default)]
    pub watermark: WatermarkEvidence,
    /// The third witness: what the file claims without proof.
    pub labels: Vec<Label>,
    /// Width and height in pixels, as the container's header says.
    #[serde(default)]
    pub dimensions: Option<(u32, u32)>,
    /// Tracks of sound, pictures and text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
    /// What is known of what the file was made from; `None` where nobody names a parent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ParentEvidence>,
    /// What metadata say besides: dates, size, orientation.
    #[serde(default)]
    pub declared: Declared,
    /// The fourth witness: what the picture looks like; `None` when nobody looked, or it is too
    /// small.
    #[serde(default)]
    pub fingerprint: Option<FingerprintEvidence>,
    /// What registries had for the picture; `None` when none was asked.
    #[serde(default)]
    pub recovery: Option<RecoveryEvidence>,
    /// Small copies of the picture and of those in its manifests; empty when nobody asked. They
    /// are for looking at: nothing is judged by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previews: Vec<Preview>,
    /// Facts that belong to no witness alone.
    pub findings: Vec<Finding>,
    /// What was left out, and why.
    pub not_checked: Vec<NotChecked>,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident, $confidence:ident;)+) => {
        /// Stable code of a finding. Codes are added, never renamed.
        ///
        /// Codes of the C2PA specification (2.2, section 15.2) stand verbatim; ours are dotted too
        /// and never collide with them. Each has a sentence in every language and a heading in
        /// `spec/codes.md`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $name,)+
        }

        impl Code {
            /// Every code, in the order of `spec/codes.md`.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code as written in records.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// The severity a finding has until policy changes it.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// The confidence of this code's detector.
            #[must_use]
            pub const fn confidence(self) -> Confidence {
                match self { $(Self::$name => Confidence::$confidence,)+ }
            }

            /// The code with this text, if there is one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

codes! {
    // The asset.
    /// The file is empty.
    AssetEmpty = "asset.empty", Warning, Certain;
    /// The container's structure is broken at the place named.
    AssetMalformed = "asset.malformed", Warning, Certain;
    /// The container ends before its own structure says so.
    AssetTruncated = "asset.truncated", Warning, Certain;
    /// No known media format.
    AssetUnsupported = "asset.unsupported", Notice, Certain;
    /// The file could not be opened or read.
    AssetUnreadable = "asset.unreadable", Warning, Certain;
    /// Not a regular file (a pipe, a device, a socket).
    AssetNotRegular = "asset.notRegularFile", Warning, Certain;
    /// The extension names another format than the bytes.
    AssetExtensionDiffers = "asset.extensionDiffers", Notice, Certain;

    // Limits.
    /// Examination was stopped at its deadline.
    LimitDeadline = "limit.deadline", Warning, Certain;
    /// The file is larger than the byte limit.
    LimitBytes = "limit.bytes", Warning, Certain;
    /// Examination needed more memory than its share.
    LimitMemory = "limit.memory", Warning, Certain;
    /// The structure nests deeper, or has more parts, than the limit.
    LimitStructure = "limit.structure", Warning, Certain;
    /// The examining process ended without an answer.
    InternalWorkerDied = "internal.workerDied", Warning, Certain;
    /// A defect of this program, caught for this asset alone.
    InternalPanic = "internal.panic", Warning, Certain;

    // C2PA 2.2, section 15.2: content.
    /// A data hash matched.
    DataHashMatch = "assertion.dataHash.match", Info, Certain;
    /// The content differs from what was signed (data hash).
    DataHashMismatch = "assertion.dataHash.mismatch", Failure, Certain;
    /// A data hash assertion is malformed.
    DataHashMalformed = "assertion.dataHash.malformed", Failure, Certain;
    /// A data hash excludes more than the manifest store.
    DataHashAdditionalExclusions = "assertion.dataHash.additionalExclusionsPresent", Warning, Certain;
    /// A BMFF hash matched.
    BmffHashMatch = "assertion.bmffHash.match", Info, Certain;
    /// The content differs from what was signed (BMFF hash).
    BmffHashMismatch = "assertion.bmffHash.mismatch", Failure, Certain;
    /// A BMFF hash assertion is malformed.
    BmffHashMalformed = "assertion.bmffHash.malformed", Failure, Certain;
    /// A boxes hash matched.
    BoxesHashMatch = "assertion.boxesHash.match", Info, Certain;
    /// The content differs from what was signed (boxes hash).
    BoxesHashMismatch = "assertion.boxesHash.mismatch", Failure, Certain;
    /// A boxes hash assertion is malformed.
    BoxesHashMalformed = "assertion.boxesHash.malformed", Failure, Certain;
    /// The asset holds a box that a boxes hash does not know.
    BoxesHashUnknownBox = "assertion.boxesHash.unknownBox", Failure, Certain;
    /// A collection hash matched.
    CollectionHashMatch = "assertion.collectionHash.match", Info, Certain;
    /// The content differs from what was signed (collection hash).
    CollectionHashMismatch = "assertion.collectionHash.mismatch", Failure, Certain;
    /// A collection hash assertion is malformed.
    CollectionHashMalformed = "assertion.collectionHash.malformed", Failure, Certain;

    // C2PA 2.2, section 15.2: structure.
    /// The manifest store has no claim where one must be.
    ClaimMissing = "claim.missing", Failure, Certain;
    /// A manifest has more than one claim.
    ClaimMultiple = "claim.multiple", Failure, Certain;
    /// The claim lacks or misuses a required field.
    ClaimMalformed = "claim.malformed", Failure, Certain;
    /// The claim is not valid CBOR.
    ClaimCborInvalid = "claim.cbor.invalid", Failure, Certain;
    /// The claim binds to no content.
    HardBindingsMissing = "claim.hardBindings.missing", Failure, Certain;
    /// An assertion that the claim names is missing.
    AssertionMissing = "assertion.missing", Failure, Certain;
    /// An assertion is present that the claim does not name.
    AssertionUndeclared = "assertion.undeclared", Failure, Certain;
    /// More than one hard binding.
    MultipleHardBindings = "assertion.multipleHardBindings", Failure, Certain;
    /// An assertion lies outside its manifest.
    AssertionOutsideManifest = "assertion.outsideManifest", Failure, Certain;
    /// A manifest redacts its own assertion.
    AssertionSelfRedacted = "assertion.selfRedacted", Failure, Certain;
    /// A redacted assertion is still there.
    AssertionNotRedacted = "assertion.notRedacted", Failure, Certain;
    /// An assertion could not be fetched.
    AssertionInaccessible = "assertion.inaccessible", Failure, Certain;
    /// An assertion is not valid JSON.
    AssertionJsonInvalid = "assertion.json.invalid", Failure, Certain;
    /// An assertion is not valid CBOR.
    AssertionCborInvalid = "assertion.cbor.invalid", Failure, Certain;
    /// An assertion's hash matched.
    HashedUriMatch = "assertion.hashedURI.match", Info, Certain;
    /// An assertion's bytes differ from what the claim names.
    HashedUriMismatch = "assertion.hashedURI.mismatch", Failure, Certain;
    /// An actions assertion breaks the rules for actions.
    ActionMalformed = "assertion.action.malformed", Failure, Certain;
    /// An action refers to an ingredient that is not there.
    ActionIngredientMismatch = "assertion.action.ingredientMismatch", Failure, Certain;
    /// An action describes a redaction that did not happen.
    ActionRedactionMismatch = "assertion.action.redactionMismatch", Failure, Certain;
    /// An actions assertion was redacted.
    ActionRedacted = "assertion.action.redacted", Failure, Certain;
    /// An ingredient assertion is malformed.
    IngredientMalformed = "assertion.ingredient.malformed", Failure, Certain;
    /// A time-stamp assertion is malformed.
    TimeStampAssertionMalformed = "assertion.timestamp.malformed", Failure, Certain;
    /// A metadata assertion uses what it may not.
    MetadataDisallowed = "assertion.metadata.disallowed", Failure, Certain;
    /// A manifest could not be fetched.
    ManifestInaccessible = "manifest.inaccessible", Failure, Certain;
    /// A manifest has more than one parent.
    ManifestMultipleParents = "manifest.multipleParents", Failure, Certain;
    /// An update manifest breaks the rules for updates.
    ManifestUpdateInvalid = "manifest.update.invalid", Failure, Certain;
    /// An update manifest has no parent, or several.
    ManifestUpdateWrongParents = "manifest.update.wrongParents", Failure, Certain;
    /// A compressed manifest does not decompress.
    ManifestCompressedInvalid = "manifest.compressed.invalid", Failure, Certain;
    /// The crate in use gave up with a general error.
    GeneralError = "general.error", Failure, Certain;

    // C2PA 2.2, section 15.2: signer.
    /// The claim signature holds.
    ClaimSignatureValidated = "claimSignature.validated", Info, Certain;
    /// The claim signature is missing.
    ClaimSignatureMissing = "claimSignature.missing", Failure, Certain;
    /// The claim was changed after signing, or signed by another key.
    ClaimSignatureMismatch = "claimSignature.mismatch", Failure, Certain;
    /// The signer's certificates were valid at the time that counts.
    ClaimSignatureInsideValidity = "claimSignature.insideValidity", Info, Certain;
    /// A certificate of the chain was not valid at the time that counts.
    ClaimSignatureOutsideValidity = "claimSignature.outsideValidity", Failure, Certain;
    /// A trust list vouches for the signer.
    SigningCredentialTrusted = "signingCredential.trusted", Info, Certain;
    /// No trust list in use vouches for the signer.
    SigningCredentialUntrusted = "signingCredential.untrusted", Notice, Certain;
    /// The signer's certificate breaks the certificate profile.
    SigningCredentialInvalid = "signingCredential.invalid", Failure, Certain;
    /// The signer's certificate had expired at the time that counts.
    SigningCredentialExpired = "signingCredential.expired", Failure, Certain;
    /// The signer's certificate was revoked.
    SigningCredentialRevoked = "signingCredential.ocsp.revoked", Failure, Certain;
    /// The revocation service does not know the certificate.
    SigningCredentialOcspUnknown = "signingCredential.ocsp.unknown", Failure, Certain;
    /// A stapled answer says that the certificate was not revoked.
    SigningCredentialNotRevoked = "signingCredential.ocsp.notRevoked", Info, Certain;
    /// Revocation was not looked up.
    SigningCredentialOcspSkipped = "signingCredential.ocsp.skipped", Info, Certain;
    /// The revocation service could not be reached.
    SigningCredentialOcspInaccessible = "signingCredential.ocsp.inaccessible", Info, Certain;
    /// An algorithm that the specification does not allow.
    AlgorithmUnsupported = "algorithm.unsupported", Failure, Certain;
    /// An algorithm that the specification has retired.
    AlgorithmDeprecated = "algorithm.deprecated", Notice, Certain;

    // C2PA 2.2, section 15.2: time.
    /// A time-stamp's own signature and imprint hold.
    TimeStampValidated = "timeStamp.validated", Info, Certain;
    /// A time-stamping authority of your list vouches for the time.
    TimeStampTrusted = "timeStamp.trusted", Info, Certain;
    /// No list in use vouches for the time-stamping authority.
    TimeStampUntrusted = "timeStamp.untrusted", Notice, Certain;
    /// A time-stamp cannot be read.
    TimeStampMalformed = "timeStamp.malformed", Notice, Certain;
    /// A time-stamp belongs to another signature.
    TimeStampMismatch = "timeStamp.mismatch", Warning, Certain;
    /// The time-stamping certificate was not valid at the time it states.
    TimeStampOutsideValidity = "timeStamp.outsideValidity", Notice, Certain;

    // C2PA 2.2, section 15.2: history.
    /// An ingredient's manifest matches what the ingredient names.
    IngredientManifestValidated = "ingredient.manifest.validated", Info, Certain;
    /// An ingredient's manifest is missing.
    IngredientManifestMissing = "ingredient.manifest.missing", Failure, Certain;
    /// An ingredient's manifest differs from what the ingredient names.
    IngredientManifestMismatch = "ingredient.manifest.mismatch", Failure, Certain;
    /// An ingredient's claim signature matches what the ingredient names.
    IngredientSignatureValidated = "ingredient.claimSignature.validated", Info, Certain;
    /// An ingredient's claim signature is missing.
    IngredientSignatureMissing = "ingredient.claimSignature.missing", Failure, Certain;
    /// An ingredient's claim signature differs from what the ingredient names.
    IngredientSignatureMismatch = "ingredient.claimSignature.mismatch", Failure, Certain;
    /// An ingredient came without credentials.
    IngredientUnknownProvenance = "ingredient.unknownProvenance", Info, Certain;

    // Our own audits of a manifest store (spec/audits.md).
    /// An exclusion of the content hash covers more than the manifest store.
    ExclusionExcess = "credential.exclusion.excess", Failure, Certain;
    /// Metadata lie inside an exclusion and can be altered unnoticed.
    MetadataNotCovered = "credential.metadata.notCovered", Warning, Certain;
    /// Foreign bytes lie in the space freed by shrinking the signature.
    PaddingStuffed = "credential.padding.stuffed", Failure, Certain;
    /// The manifest was made for another file.
    ManifestTransplanted = "credential.transplanted", Failure, Strong;
    /// More than one manifest store in the file.
    StoreMultiple = "store.multiple", Failure, Certain;
    /// A manifest store where the format has no place for one.
    StoreUnexpectedPlace = "store.unexpectedPlace", Failure, Certain;
    /// Bytes follow the end mark of a signed file.
    StoreTrailingBytes = "store.trailingBytes", Warning, Certain;
    /// A status code that this version does not know.
    StatusUnrecognised = "credential.status.unrecognised", Notice, Certain;
    /// The crate in use and our own reading of the signature disagree.
    VerifiersDisagree = "credential.verifiersDisagree", Failure, Certain;
    /// The manifest store cannot be read at all.
    StoreMalformed = "store.malformed", Failure, Certain;
    /// The manifest lies elsewhere and was not fetched.
    RemoteManifestNotFetched = "credential.remote.notFetched", Notice, Certain;
    /// The manifest came from a file beside the asset.
    SidecarUsed = "credential.sidecar", Info, Certain;
    /// The asset has a manifest store of its own and a sidecar.
    SidecarIgnored = "credential.sidecar.ignored", Notice, Certain;

    // Certificates: path and profile (C2PA 2.2, section 14.5; RFC 5280, section 6).
    /// A certificate that is no authority issued another.
    CertificateIssuerNotAuthority = "certificate.issuer.notAuthority", Failure, Certain;
    /// More intermediates than an authority's path length allows.
    CertificatePathLengthExceeded = "certificate.pathLength.exceeded", Failure, Certain;
    /// A key is used for what its certificate does not allow.
    CertificateKeyUsageViolated = "certificate.keyUsage.violated", Failure, Certain;
    /// A purpose (extended key usage) that does not fit.
    CertificatePurposeViolated = "certificate.extendedKeyUsage.violated", Failure, Certain;
    /// The certificate names no organisation.
    CertificateOrganizationMissing = "certificate.organization.missing", Notice, Certain;
    /// Expired, and no trusted time-stamp shows that it signed before.
    CertificateExpiredNoTimeStamp = "certificate.expired.noTimeStamp", Failure, Certain;
    /// Expired now, but a trusted time-stamp shows that it signed before.
    CertificateExpiredTimeStamped = "certificate.expired.timeStamped", Info, Certain;
    /// Expired now; only a time-stamp of an unknown authority, over a claim of version 1, shows
    /// that it signed before.
    CertificateExpiredLegacyTimeStamp = "certificate.expired.legacyTimeStamp", Notice, Certain;
    /// Not valid yet at the time that counts.
    CertificateNotYetValid = "certificate.notYetValid", Failure, Certain;
    /// The chain breaks: an issuer is missing.
    CertificateIntermediateMissing = "certificate.intermediate.missing", Notice, Certain;
    /// A certificate's signature does not verify with its issuer's key.
    CertificateSignatureMismatch = "certificate.signature.mismatch", Failure, Certain;
    /// A certificate cannot be parsed.
    CertificateMalformed = "certificate.malformed", Failure, Certain;
    /// A rule of the certificate profile is broken.
    CertificateProfileViolated = "certificate.profile.violated", Failure, Certain;
    /// A critical extension that nobody here understands.
    CertificateCriticalExtension = "certificate.extension.critical", Failure, Certain;
    /// Name constraints of an authority are violated.
    CertificateNameConstraints = "certificate.nameConstraints.violated", Failure, Certain;

    // Trust.
    /// No trust list is in use.
    TrustListAbsent = "trust.list.absent", Notice, Certain;

    // The ingredient chain.
    /// The parent that an edit names is not in the store.
    IngredientParentMissing = "ingredient.parent.missing", Notice, Certain;
    /// A step of the chain nobody signed.
    IngredientUnsignedStep = "ingredient.unsignedStep", Notice, Certain;
    /// A parent was signed after its child.
    IngredientTimeDisordered = "ingredient.time.disordered", Warning, Certain;
    /// The chain is deeper than the limit; the rest was not followed.
    IngredientDepthLimited = "ingredient.depth.limited", Notice, Certain;
    /// An ingredient's signer is on no list in use.
    IngredientUntrusted = "ingredient.signingCredential.untrusted", Notice, Certain;

    // CAWG identity assertions (CAWG Identity 1.1/1.2).
    /// An identity assertion holds and your list vouches for it.
    CawgIdentityTrusted = "cawg.identity.trusted", Info, Certain;
    /// An identity assertion holds; no list in use vouches for it.
    CawgIdentityUntrusted = "cawg.identity.untrusted", Notice, Certain;
    /// An identity assertion does not hold.
    CawgIdentityInvalid = "cawg.identity.invalid", Warning, Certain;

    // Labels.
    /// A digital source type that the vocabulary does not know.
    LabelSourceTypeUnknown = "label.digitalSourceType.unknown", Notice, Certain;
    /// An AIGC label breaks a rule of GB 45438-2025, or cannot be read.
    LabelAigcMalformed = "label.aigc.malformed", Notice, Certain;
    /// More than one AIGC label in one file.
    LabelAigcDuplicate = "label.aigc.duplicate", Notice, Certain;
    /// An AIGC label's signature holds, with a key that nobody vouches for.
    LabelAigcSignatureHolds = "label.aigc.signature.holds", Info, Certain;
    /// An AIGC label's signature holds, with a known producer's key.
    LabelAigcSignaturePinned = "label.aigc.signature.pinned", Info, Certain;
    /// An AIGC label's signature does not hold.
    LabelAigcSignatureMismatch = "label.aigc.signature.mismatch", Warning, Certain;
    /// An AIGC label's signature is of a kind that cannot be read.
    LabelAigcSignatureUnreadable = "label.aigc.signature.unreadable", Notice, Certain;
    /// NovelAI's signature over pixels and comment holds.
    LabelNovelaiSignatureHolds = "label.novelai.signature.holds", Info, Certain;
    /// NovelAI's signature does not hold: pixels or comment were changed.
    LabelNovelaiSignatureMismatch = "label.novelai.signature.mismatch", Warning, Certain;
    /// Two labels of one file say different things.
    LabelsDisagree = "contradiction.labels.disagree", Warning, Certain;
    /// The credential says captured; a label says made by AI.
    CredentialCapturedLabelGenerated = "contradiction.credential.captured.label.generated", Warning, Certain;
    /// The credential says captured; the pixels carry a generator's public mark.
    CredentialCapturedMarkGenerated = "contradiction.credential.captured.mark.generated", Warning, Strong;
    /// The metadata point at a manifest inside the file, and there is none.
    CredentialRemoved = "contradiction.credential.removed", Notice, Strong;
    /// Details of an AI label are there, the label itself is not.
    LabelPartial = "contradiction.label.partial", Notice, Weak;
    /// Dates of metadata, actions and time-stamp cannot all be right.
    DatesDisordered = "contradiction.dates.disordered", Notice, Strong;
    /// EXIF and the header give different sizes.
    DimensionsDiffer = "contradiction.dimensions.differ", Notice, Strong;
    /// EXIF and XMP give different orientations.
    OrientationDiffers = "contradiction.orientation.differs", Notice, Strong;
    /// A small copy in the file shows another picture, or more of it. `first`.
    ThumbnailDiffers = "contradiction.thumbnail.differs", Notice, Strong;
    /// AI is said to have edited the picture, and no difference from its parent is seen.
    AiEditUnseen = "contradiction.aiEdit.unseen", Notice, Strong;
    /// The picture differs from its parent, and no step that was declared explains it.
    StepUndeclared = "contradiction.step.undeclared", Warning, Strong;
    /// A track is in a language that the parent does not have, and no step was declared that would
    /// explain it. `first`, `second`.
    LanguageDiffers = "contradiction.language.differs", Notice, Weak;

    /// The file does not carry what a rule on content made by AI asks for.
    DutyNotMet = "duty.notMet", Notice, Certain;

    // Watermarks.
    /// A mark of ours was read.
    WatermarkFound = "watermark.found", Notice, Certain;
    /// A mark of ours is there; its payload is not readable.
    WatermarkDamaged = "watermark.damaged", Notice, Strong;
    /// A generator's public mark was found.
    WatermarkOpen = "watermark.open", Notice, Strong;

    /// Different marks of ours in one picture.
    WatermarkSeveral = "watermark.several", Warning, Certain;

    // Recovered credentials.
    /// A credential was recovered, and the picture looks as it was signed.
    RecoveryFound = "recovery.found", Notice, Strong;
    /// A credential was recovered, and the picture was changed since.
    RecoveryChanged = "recovery.changed", Warning, Strong;
    /// A credential was recovered; the picture could not be compared with what was signed.
    RecoveryUncompared = "recovery.uncompared", Notice, Weak;
    /// The mark points at a different picture.
    RecoveryOtherPicture = "recovery.otherPicture", Warning, Strong;
    /// The credential that a registry had does not hold.
    RecoveryManifestFails = "recovery.manifestFails", Warning, Certain;
    /// A registry offers a manifest that does not name the mark itself.
    RecoveryNotNamed = "recovery.notNamed", Warning, Certain;
    /// No registry knows the mark.
    RecoveryUnknownMark = "recovery.unknownMark", Notice, Certain;
    /// No registry has a credential for a picture that looks like this one.
    RecoveryNothing = "recovery.nothing", Info, Certain;
    /// The credential names one mark, the pixels carry another. `first`, `second`.
    BindingMarkDiffers = "contradiction.binding.mark.differs", Notice, Strong;
    /// The file's own credential is not the one that its mark points at.
    CredentialMarkDiffers = "contradiction.credential.mark.differs", Notice, Strong;

    // Registries.
    /// Two manifests claim one watermark id.
    RegistryIdConflict = "registry.id.conflict", Warning, Certain;
    /// The manifest found carries a tombstone.
    RegistryRevoked = "registry.revoked", Warning, Certain;
    /// A registry or bundle of a version that this program does not know.
    RegistryVersionUnknown = "registry.version.unknown", Warning, Certain;
    /// A registry's file contradicts itself.
    RegistryDamaged = "registry.damaged", Warning, Certain;
    /// A registry could not be opened, read or written.
    RegistryUnavailable = "registry.unavailable", Warning, Certain;
    /// A bundle differs from what was signed.
    RegistryBundleChanged = "registry.bundle.changed", Failure, Certain;
    /// A bundle is no bundle, or holds no registry.
    RegistryBundleMalformed = "registry.bundle.malformed", Failure, Certain;
    /// A bundle is signed by another key than the one asked for.
    RegistryBundleSignerUnknown = "registry.bundle.signerUnknown", Failure, Certain;

    // What was not looked at.
    /// Revocation: this program has no network.
    NotCheckedRevocation = "notChecked.revocation", Info, Certain;
    /// Closed marks (SynthID, Digimarc): nobody outside can read them.
    NotCheckedClosedMarks = "notChecked.closedMarks", Info, Certain;
    /// Watermarks: left out by `--only`, or not applicable.
    NotCheckedWatermark = "notChecked.watermark", Info, Certain;
    /// The file that was named as the parent has no picture that can be compared. `detail`.
    NotCheckedParent = "notChecked.parent", Info, Certain;
    /// Pictures beside their named parent: left out by `--no-pixels` or `--only`.
    NotCheckedParentPixels = "notChecked.parentPixels", Info, Certain;
    /// Pixels of a format that is not decoded.
    NotCheckedPixelsFormat = "notChecked.pixels.format", Info, Certain;
    /// More pixels than the limit.
    NotCheckedPixelsLimit = "notChecked.pixels.limit", Info, Certain;
    /// Pixels that cannot be decoded.
    NotCheckedPixelsUnreadable = "notChecked.pixels.unreadable", Info, Certain;
    /// Too few pixels, or too few colours, to carry a mark.
    NotCheckedPixelsFew = "notChecked.pixels.few", Info, Certain;
    /// The search for marks was stopped for time.
    NotCheckedPixelsTime = "notChecked.pixels.time", Info, Certain;
    /// A recovered credential without a signed description that could be compared.
    NotCheckedComparison = "notChecked.comparison", Info, Certain;
    /// Public marks of generators, in a picture that could not show them.
    NotCheckedOpenMarks = "notChecked.openMarks", Info, Certain;
    /// A remote manifest.
    NotCheckedRemote = "notChecked.remoteManifest", Info, Certain;
    /// An identity that only a network service can confirm.
    NotCheckedIdentity = "notChecked.identity", Info, Certain;
    /// A mark or fingerprint of another vendor, which the credential names. `value`.
    NotCheckedSoftBinding = "notChecked.softBinding", Info, Certain;
    /// Metadata of a format whose metadata are not read.
    NotCheckedMetadata = "notChecked.metadata", Info, Certain;
}
