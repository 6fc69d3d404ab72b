//! The sentences of the report itself, by name.

macro_rules! sentences {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal;)+) => {
        /// A sentence of the report itself, fixed in wording and translated as a whole.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Sentence {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Sentence {
            /// Every sentence.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Id of its message in the language files.
            pub(super) const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

sentences! {
    /// The signature holds and covers the whole file. `issuer`.
    Unchanged = "said-unchanged";
    /// The signature holds, and leaves bytes out. `bytes`.
    PartlyCovered = "said-partlyCovered";
    /// The content differs from what was signed. `issuer`, `reason`.
    Changed = "said-changed";
    /// The credential cannot be relied on. `reason`.
    Broken = "said-broken";
    /// No list in use vouches.
    UnknownIssuer = "said-unknownIssuer";
    /// There is no list.
    NoTrustList = "said-noTrustList";
    /// Nothing was found.
    NothingFound = "said-nothingFound";
    /// The same, short, for one line among many.
    NothingFoundLine = "said-nothingFoundLine";
    /// No credential, but a label.
    NoCredentialLine = "said-noCredentialLine";
    /// The asset could not be looked into. `reason`.
    CouldNotCheck = "said-couldNotCheck";
    /// Credentials were left out on request.
    CredentialsLeftOut = "said-credentialsLeftOut";
    /// How many further findings a line does not show. `count`.
    MoreFindings = "said-moreFindings";
    /// The issuer names nobody.
    UnnamedIssuer = "said-unnamedIssuer";

    /// The credential declares an origin. `origin`.
    OriginSigned = "origin-signed";
    /// A label declares an origin. `origin`.
    OriginLabelled = "origin-labelled";
    /// Witnesses disagree.
    OriginContradictory = "origin-contradictory";
    /// An origin in words.
    OriginCaptured = "origin-captured";
    /// An origin in words.
    OriginEdited = "origin-edited";
    /// An origin in words.
    OriginDigitalArt = "origin-digitalArt";
    /// An origin in words.
    OriginProcedural = "origin-procedural";
    /// An origin in words.
    OriginScreenCapture = "origin-screenCapture";
    /// An origin in words.
    OriginAiEdited = "origin-aiEdited";
    /// An origin in words.
    OriginAiGenerated = "origin-aiGenerated";
    /// An origin in words.
    OriginPossiblyAi = "origin-possiblyAi";

    /// The first line of a summary. `count`, `moment`, `states`.
    SummaryChecked = "summary-checked";
    /// What has no record. `list`.
    SummaryLeftOut = "summary-leftOut";
    /// `count` files are no media.
    SummaryNotMedia = "summary-notMedia";
    /// `count` manifests lie beside their assets.
    SummarySidecars = "summary-sidecars";
    /// `count` were excluded.
    SummaryExcluded = "summary-excluded";
    /// `count` links were not followed.
    SummaryLinks = "summary-links";
    /// `count` pipes and devices were not opened.
    SummarySpecial = "summary-special";
    /// The run was stopped early.
    SummaryInterrupted = "summary-interrupted";
    /// What `trusted` stands for.
    SummaryTrusted = "summary-trusted";
    /// What `invalid` stands for.
    SummaryInvalid = "summary-invalid";
    /// What `unreadable` stands for.
    SummaryUnreadable = "summary-unreadable";
    /// What no check looked at. `list`.
    SummaryNotChecked = "summary-notChecked";
    /// How to see more.
    SummaryNext = "summary-next";
    /// How to learn what a code means. `codes`.
    SummaryExplain = "summary-explain";
    /// Marks were looked for in `count` pictures and `found` in some; `expected` by accident.
    SummaryMarks = "summary-marks";
    /// `count` records meet `--fail-on`.
    SummaryPolicy = "summary-policy";

    /// Heading of a detail.
    HeadingFile = "heading-file";
    /// Heading of a detail.
    HeadingSigner = "heading-signer";
    /// Heading of a detail.
    HeadingTime = "heading-time";
    /// Heading of a detail.
    HeadingTrust = "heading-trust";
    /// Heading of a detail.
    HeadingGenerator = "heading-generator";
    /// Heading of a detail.
    HeadingSource = "heading-source";
    /// Heading of a detail.
    HeadingActions = "heading-actions";
    /// Heading of a detail.
    HeadingHistory = "heading-history";
    /// Heading of a detail.
    HeadingCertificates = "heading-certificates";
    /// Heading of a detail.
    HeadingNotCovered = "heading-notCovered";
    /// Heading of a detail.
    HeadingRemote = "heading-remote";
    /// Heading of a detail.
    HeadingMarks = "heading-marks";
    /// Heading of a detail.
    HeadingLabels = "heading-labels";
    /// Heading of a detail.
    HeadingFindings = "heading-findings";
    /// Heading of a detail.
    HeadingNotChecked = "heading-notChecked";

    /// A label was written. `fact`, `standards`.
    LabelWritten = "label-written";
    /// A changed file was signed again.
    SignedAgain = "tools-signedAgain";
    /// `count` personal data.
    PrivacyFound = "privacy-found";
    /// `count` personal data were taken out. `output`.
    PrivacyStripped = "privacy-stripped";
    /// What could not be taken out follows.
    PrivacyLeft = "privacy-left";

    /// A picture was published. `number`.
    Published = "publishing-published";
    /// A picture was published before. `number`.
    PublishedBefore = "publishing-before";
    /// A picture carries no mark. `reason`.
    PublishedWithoutMark = "publishing-withoutMark";
    /// Personal data was taken out. `count`.
    PublishedStripped = "publishing-stripped";
    /// Personal data could not be taken out. `names`.
    PublishedLeft = "publishing-left";
    /// A picture with its changed regions framed was written. `output`.
    MapWritten = "recovering-mapWritten";
    /// A recovered credential: where it was. `registry`, `manifest`.
    RecoveredFrom = "recovering-from";
    /// A recovered credential: who issued it. `signer`, `state`.
    RecoveredSigner = "recovering-signer";
    /// A recovered credential: how alike the picture is. `percent`.
    RecoveredSimilarity = "recovering-similarity";
    /// A recovered credential: a region that was changed. `left`, `top`, `width`, `height`.
    RecoveredRegion = "recovering-region";
    /// A heading.
    HeadingRecovered = "heading-recovered";
    /// A credential was registered. `number`.
    RegistryAdded = "registering-added";
    /// A credential was registered before. `number`.
    RegistryAlready = "registering-already";
    /// What is registered. `number`, `moment`, `mark`, `label`.
    RegistryClaim = "registering-claim";
    /// A tombstone. `moment`, `reason`.
    RegistryTombstone = "registering-tombstone";
    /// A tombstone was put. `manifest`.
    RegistryRevokedNow = "registering-revokedNow";
    /// A tombstone was there. `manifest`.
    RegistryRevokedBefore = "registering-revokedBefore";
    /// A bundle was written. `output`, `signer`.
    RegistryExported = "registering-exported";
    /// A bundle was taken in. `signer`, `added`, `already`, `revoked`.
    RegistryImported = "registering-imported";
    /// A claim of a bundle that was left out. `mark`, `manifests`.
    RegistryConflictKept = "registering-conflictKept";

    /// A duty, and whether the file carries what it asks for. `article`, `met`.
    DutyLine = "profile-line";
    /// Whether a file carries what a duty asks for.
    DutyMet = "profile-met";
    /// Whether a file carries what a duty asks for.
    DutyNotMet = "profile-notMet";
    /// Whether a file carries what a duty asks for.
    DutyNotApplicable = "profile-notApplicable";
    /// Whether a file carries what a duty asks for.
    DutyCannotTell = "profile-cannotTell";
    /// Only reports on a rule were read.
    DutyUnverified = "profile-unverified";
    /// A heading.
    HeadingDuties = "heading-duties";
    /// The pixels of two files.
    PixelsAlike = "passage-pixelsAlike";
    /// The pixels of two files.
    PixelsDifferent = "passage-pixelsDifferent";
    /// The pixels of two files.
    PixelsUnknown = "passage-pixelsUnknown";
    /// One thing on its way through a pipeline. `kind`, `name`, `outcome`.
    PassageItem = "passage-item";
    /// Many things. `kind`, `kept`, `altered`, `stripped`, `added`.
    PassageCounts = "passage-counts";
    /// Rules that ask platforms not to strip.
    PassageDuty = "passage-duty";
    /// What became of something.
    OutcomeKept = "outcome-kept";
    /// What became of something.
    OutcomeAltered = "outcome-altered";
    /// What became of something.
    OutcomeStripped = "outcome-stripped";
    /// What became of something.
    OutcomeAdded = "outcome-added";
    /// No duty applies.
    DutiesNone = "profile-none";
    /// Findings entered the ledger. `count`.
    ReviewQueued = "review-queued";
    /// Assets that cannot be named. `count`.
    ReviewUnread = "review-unread";
    /// A question.
    ReviewAskName = "review-askName";
    /// A question.
    ReviewAskDecision = "review-askDecision";
    /// A question.
    ReviewAskReason = "review-askReason";
    /// A decision entered the ledger. `decision`, `asset`.
    ReviewDecided = "review-decided";
    /// A ledger is whole. `count`, `signer`.
    LedgerWhole = "review-whole";
    /// A ledger is damaged. `line`.
    LedgerMalformed = "review-malformed";
    /// A ledger was changed. `line`.
    LedgerEdited = "review-edited";
    /// A ledger was changed. `line`.
    LedgerMissing = "review-missing";
    /// A ledger was changed. `line`.
    LedgerReordered = "review-reordered";
    /// A ledger was changed. `line`.
    LedgerTruncated = "review-truncated";
    /// A ledger was changed. `line`.
    LedgerHeadDiffers = "review-headDiffers";
    /// An earlier verdict changes.
    RecheckSignedAfter = "review-signedAfter";
    /// An earlier verdict changes.
    RecheckTimeUnknown = "review-timeUnknown";
    /// An earlier verdict changes.
    RecheckNoLongerVouched = "review-noLongerVouched";
    /// An earlier verdict changes.
    RecheckVouchedNow = "review-vouchedNow";
    /// How many earlier verdicts change. `count`, `all`.
    RecheckSummary = "review-summary";
    /// A case was written. `count`, `output`, `signer`.
    CaseWritten = "case-written";
    /// Its key is nobody's.
    CaseSignedByNobody = "case-signedByNobody";
    /// A replay. `count`, `moment`.
    ReplaySame = "case-same";
    /// A replay. `count`, `moment`.
    ReplaySameWithoutMedia = "case-sameWithoutMedia";
    /// A replay. `path`, `field`, `recorded`, `now`.
    ReplayDifferent = "case-different";
    /// A replay. `recorded`, `now`.
    ReplayRules = "case-rules";
    /// A replay. `reason`.
    ReplayImpossible = "case-impossible";
    /// No mark in the pixels.
    NoMark = "marking-none";
    /// A mark was written. `payload`, `key`.
    MarkWritten = "marking-written";
    /// What the embedder's reading survived.
    MarkSurvivesCopying = "marking-survivesCopying";
    /// What the embedder's reading survived.
    MarkSurvivesCompression = "marking-survivesCompression";
    /// What the embedder's reading survived.
    MarkSurvivesHalfSize = "marking-survivesHalfSize";
    /// How much the pixels changed. `psnr`, `ssim`.
    MarkQuality = "marking-quality";
    /// What a marked file could not keep.
    MarkLostPalette = "marking-lostPalette";
    /// What a marked file could not keep.
    MarkLostInterlacing = "marking-lostInterlacing";
    /// What a marked file could not keep.
    MarkLostArithmeticCoding = "marking-lostArithmeticCoding";
    /// A credential was left out.
    MarkDroppedCredential = "marking-droppedCredential";

    /// Heading of an explanation.
    ExplainMeaning = "explain-meaning";
    /// Heading of an explanation.
    ExplainNot = "explain-not";
    /// Heading of an explanation.
    ExplainNext = "explain-next";

    /// A state in one word.
    StateTrusted = "state-trusted";
    /// A state in one word.
    StateValid = "state-valid";
    /// A state in one word.
    StateInvalid = "state-invalid";
    /// A state in one word.
    StateNone = "state-none";
    /// A state in one word.
    StateUnreadable = "state-unreadable";
    /// A state in one word.
    StateNotChecked = "state-notChecked";
    /// How many files are in a state. `count`, `state`.
    CountState = "count-state";

    /// A severity in one word.
    SeverityInfo = "severity-info";
    /// A severity in one word.
    SeverityNotice = "severity-notice";
    /// A severity in one word.
    SeverityWarning = "severity-warning";
    /// A severity in one word.
    SeverityFailure = "severity-failure";

    /// What a time-stamp is worth.
    TimeStampTrusted = "stamp-trusted";
    /// What a time-stamp is worth.
    TimeStampUntrusted = "stamp-untrusted";
    /// What a time-stamp is worth.
    TimeStampNone = "stamp-none";

    /// How easily a label is forged.
    ForgeabilitySigned = "forgeability-signed";
    /// How easily a label is forged.
    ForgeabilitySelfKeyed = "forgeability-selfKeyed";
    /// How easily a label is forged.
    ForgeabilityStandardLabel = "forgeability-standardLabel";
    /// How easily a label is forged.
    ForgeabilityGeneratorPattern = "forgeability-generatorPattern";
    /// How easily a label is forged.
    ForgeabilityFreeText = "forgeability-freeText";

    /// How an earlier file entered a later one.
    RelationParentOf = "relation-parentOf";
    /// How an earlier file entered a later one.
    RelationComponentOf = "relation-componentOf";
    /// How an earlier file entered a later one.
    RelationInputTo = "relation-inputTo";

    /// What lies in a part of a file.
    PartStructure = "part-structure";
    /// What lies in a part of a file.
    PartManifestStore = "part-manifestStore";
    /// What lies in a part of a file.
    PartJumbf = "part-jumbf";
    /// What lies in a part of a file.
    PartExif = "part-exif";
    /// What lies in a part of a file.
    PartXmp = "part-xmp";
    /// What lies in a part of a file.
    PartIptc = "part-iptc";
    /// What lies in a part of a file.
    PartColourProfile = "part-colourProfile";
    /// What lies in a part of a file.
    PartText = "part-text";
    /// What lies in a part of a file.
    PartImageData = "part-imageData";
    /// What lies in a part of a file.
    PartMediaData = "part-mediaData";
    /// What lies in a part of a file.
    PartFurtherPicture = "part-furtherPicture";
    /// What lies in a part of a file.
    PartAppendedVideo = "part-appendedVideo";
    /// What lies in a part of a file.
    PartPadding = "part-padding";
    /// What lies in a part of a file.
    PartTrailing = "part-trailing";
    /// What lies in a part of a file.
    PartUnknown = "part-unknown";

    /// Where something lies. `start`, `end`.
    PlaceBytes = "place-bytes";
    /// Where something lies. `index`, `subject`.
    PlaceCertificate = "place-certificate";

    /// The file itself. `mediaType`, `bytes`.
    DetailFile = "detail-file";
    /// When it was signed. `moment`, `timeStamp`.
    DetailTime = "detail-time";
    /// What is not covered. `bytes`, `start`, `part`.
    DetailNotCovered = "detail-notCovered";
    /// A label. `name`, `value`, `place`, `forgeability`.
    DetailLabel = "detail-label";
    /// The key of a mark. `key`.
    DetailMarkKey = "detail-markKey";

    /// A heading or line of the page. `count`.
    PageTitle = "page-title";
    /// A heading or line of the page. `moment`.
    PageLead = "page-lead";
    /// A heading or line of the page.
    PageSkip = "page-skip";
    /// A heading or line of the page.
    PageSummary = "page-summary";
    /// A heading or line of the page.
    PageGroups = "page-groups";
    /// A heading or line of the page.
    PageGroupFiles = "page-groupFiles";
    /// A heading or line of the page.
    PageDeclared = "page-declared";
    /// A heading or line of the page.
    PageNotChecked = "page-notChecked";
    /// A heading or line of the page.
    PageAbout = "page-about";
    /// A heading or line of the page. `name`.
    PagePicture = "page-picture";
    /// A heading or line of the page.
    PageNoPicture = "page-noPicture";
    /// A heading or line of the page.
    PageCode = "page-code";

    /// A group of files.
    GroupContradictory = "group-contradictory";
    /// A group of files.
    GroupFails = "group-fails";
    /// A group of files.
    GroupHolds = "group-holds";
    /// A group of files.
    GroupLabelled = "group-labelled";
    /// A group of files.
    GroupUnreadable = "group-unreadable";
    /// A group of files.
    GroupNone = "group-none";

    /// An outcome, with its explanation.
    OutcomeContradictory = "outcome-contradictory";
    /// An outcome, with its explanation.
    OutcomeTrusted = "outcome-trusted";
    /// An outcome, with its explanation.
    OutcomeValid = "outcome-valid";
    /// An outcome, with its explanation.
    OutcomeInvalid = "outcome-invalid";
    /// An outcome, with its explanation.
    OutcomeLabelled = "outcome-labelled";
    /// An outcome, with its explanation.
    OutcomeNone = "outcome-none";
    /// An outcome, with its explanation.
    OutcomeUnreadable = "outcome-unreadable";

    /// A line of the history.
    ChainTitle = "chain-title";
    /// A line of the history.
    ChainThisFile = "chain-thisFile";
    /// A line of the history. `signer`.
    ChainAnswers = "chain-answers";
    /// A line of the history. `signer`.
    ChainAnswersUnlisted = "chain-answersUnlisted";
    /// A line of the history.
    ChainBroken = "chain-broken";
    /// A line of the history. `signer`.
    ChainChanged = "chain-changed";
    /// A line of the history.
    ChainNobody = "chain-nobody";
    /// A line of the history. `moment`.
    ChainSignedAt = "chain-signedAt";
    /// A line of the history.
    ChainNoTime = "chain-noTime";
    /// A line of the history. `generator`.
    ChainMadeWith = "chain-madeWith";
    /// A line of the history. `count`.
    ChainMore = "chain-more";

    /// What was done.
    ActionCreated = "action-created";
    /// What was done.
    ActionOpened = "action-opened";
    /// What was done.
    ActionEdited = "action-edited";
    /// What was done.
    ActionCropped = "action-cropped";
    /// What was done.
    ActionResized = "action-resized";
    /// What was done.
    ActionRotated = "action-rotated";
    /// What was done.
    ActionColorAdjusted = "action-colorAdjusted";
    /// What was done.
    ActionFiltered = "action-filtered";
    /// What was done.
    ActionDrawn = "action-drawn";
    /// What was done.
    ActionPlaced = "action-placed";
    /// What was done.
    ActionRemoved = "action-removed";
    /// What was done.
    ActionTranscoded = "action-transcoded";
    /// What was done.
    ActionPublished = "action-published";
    /// What was done.
    ActionRedacted = "action-redacted";
    /// What was done.
    ActionWatermarked = "action-watermarked";
    /// What was done.
    ActionMetadata = "action-metadata";
    /// What was done.
    ActionUnknown = "action-unknown";

    /// A line of a comparison.
    CompareTitle = "compare-title";
    /// A line of a comparison.
    CompareNow = "compare-now";
    /// A line of a comparison.
    CompareParent = "compare-parent";
    /// A line of a comparison.
    CompareSigned = "compare-signed";
    /// A line of a comparison.
    CompareNote = "compare-note";
    /// A line of a comparison.
    CompareSlider = "compare-slider";

    /// A line about changed regions.
    RegionsTitle = "regions-title";
    /// A line about changed regions. `count`.
    RegionsAlt = "regions-alt";
    /// A line about changed regions. `index`, `left`, `top`, `width`, `height`.
    RegionsPlace = "regions-place";

    /// A line about what is not covered.
    UncoveredAlt = "uncovered-alt";
    /// A line about what is not covered.
    UncoveredFrom = "uncovered-from";
    /// A line about what is not covered.
    UncoveredBytes = "uncovered-bytes";
    /// A line about what is not covered.
    UncoveredWhat = "uncovered-what";

    /// A word of the forensic details.
    ForensicTitle = "forensic-title";
    /// A word of the forensic details.
    ForensicLabel = "forensic-label";
    /// A word of the forensic details.
    ForensicValue = "forensic-value";
    /// A word of the forensic details.
    ForensicPlace = "forensic-place";
    /// A word of the forensic details.
    ForensicForging = "forensic-forging";
    /// A word of the forensic details.
    ForensicSeverity = "forensic-severity";
    /// A word of the forensic details.
    ForensicFinding = "forensic-finding";
    /// A word of the forensic details. `chance`.
    ForensicMark = "forensic-mark";
    /// A word of the forensic details.
    ForensicOpenMark = "forensic-openMark";
    /// A word of the forensic details.
    ForensicKeyedMark = "forensic-keyedMark";
    /// A word of the forensic details.
    ForensicFingerprint = "forensic-fingerprint";
    /// A word of the forensic details.
    ForensicManifest = "forensic-manifest";
    /// A word of the forensic details.
    ForensicRegistry = "forensic-registry";
    /// A word of the forensic details.
    ForensicElapsed = "forensic-elapsed";
    /// A word of the forensic details. `count`.
    ForensicMilliseconds = "forensic-milliseconds";

    /// A line about the report. `version`, `ruleset`.
    AboutTool = "about-tool";
    /// A line about the report. `moment`, `utc`.
    AboutMoment = "about-moment";
    /// A line about the report.
    AboutTrustInUse = "about-trustInUse";
    /// A line about the report.
    AboutTrust = "about-trust";
    /// A line about the report.
    AboutNoTrust = "about-noTrust";
    /// A line about the report. `pack`, `date`.
    AboutPack = "about-pack";
    /// A line about the report. `pack`.
    AboutPackUndated = "about-packUndated";
    /// A line about the report. `utc`.
    AboutRepeat = "about-repeat";
    /// A line about the report.
    AboutLimits = "about-limits";
}
