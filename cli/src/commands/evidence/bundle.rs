//! `hallmark evidence bundle PATH... -o CASE.zip`.

use std::{
    fs,
    io::BufWriter,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, bail};
use ed25519_dalek::SigningKey;
use globset::GlobSet;
use hallmark::{
    case::{
        ENVELOPE, Predicate, RECORDS, TRUST,
        archive::Writer,
        envelope::{seal, signer},
        evidence_name, media_name, redact, sidecar_name,
    },
    credentials::trust::{TrustStore, write_packs},
    evidence::Evidence,
    examine::{self, Witnesses},
    registry::Registries,
    report::{AssetName, Record, Sentence, ToolRecord, Value},
    verdict::{Policy, duties::Profile, judge},
};
use sha2::{Digest, Sha256};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    args::{Layer, ProfileName},
    commands::identity::files,
    console::Io,
    exit_status::ExitStatus,
    inspect::{self, Inspector},
    metrics::Metrics,
    settings, trust_material,
    units::Moment,
    walk::{Found, Walk},
    workers::Lane,
};

/// What to put into the case.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct Arguments {
    /// Files and folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Where the case goes
    #[arg(short, long, value_name = "CASE.zip")]
    output: PathBuf,

    /// Overwrite it if it exists
    #[arg(long)]
    force: bool,

    /// Sign with the Ed25519 key of the identity in this folder; without it, with a key made for this
    /// case, which shows that nothing was changed, and not by whom it was made
    #[arg(long, value_name = "DIR")]
    identity: Option<PathBuf>,

    /// Leave the media out: their hashes and all that was learnt about them stay
    #[arg(long)]
    no_media: bool,

    /// Leave out media, paths, titles, free texts and small pictures
    #[arg(long)]
    redact: bool,

    /// Whom to trust as signers; as for `hallmark check`
    #[arg(long, value_name = "FILE|DIR")]
    trust: Vec<PathBuf>,

    /// Whom to trust for the time of signing; as for `hallmark check`
    #[arg(long, value_name = "FILE|DIR")]
    tsa_trust: Vec<PathBuf>,

    /// Judge as of this moment instead of now
    #[arg(long, value_name = "RFC3339")]
    at: Option<Moment>,

    /// Look at no pixels
    #[arg(long)]
    no_pixels: bool,

    /// A private watermark key; may be repeated. It does not enter the case; whoever replays it needs it
    #[arg(long, value_name = "FILE")]
    key: Vec<PathBuf>,

    /// Rules on content made by AI; as for `hallmark check`
    #[arg(long, value_name = "LIST", value_enum, value_delimiter = ',')]
    profile: Vec<ProfileName>,

    /// Language of sentences [default: that of the environment, else en]
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Shown below the long help.
const AFTER_HELP: &str = "\
Exit status:
  0    the case is written
  2    the command or its settings cannot be used
  3    the case is written; some inputs could not be read, and it says so";

impl Arguments {
    /// Makes the case.
    pub(super) fn run(self, io: &mut Io<'_>) -> anyhow::Result<ExitStatus> {
        let language = settings::language(self.lang.as_deref(), io.environment)?;
        if self.output.exists() && !self.force {
            bail!(
                "{} is there already; add --force to overwrite it",
                self.output.display()
            );
        }
        let key = match &self.identity {
            Some(folder) => files::load(folder)?
                .key()
                .ed25519()
                .context(
                    "cases are signed with Ed25519, and this identity has another kind of key",
                )?
                .clone(),
            None => random_key()?,
        };
        let layer = Layer {
            trust: self.trust.clone(),
            tsa_trust: self.tsa_trust.clone(),
            ..Layer::default()
        };
        let trust = trust_material::store(&layer, io.environment, io.err)?;
        let now = io.environment.now;
        let at = self.at.map_or(now, |at| at.0);
        let at = at.replace_nanosecond(0).unwrap_or(at);
        let keys = settings::mark_keys(&self.key)?;
        let settings = examine::Settings {
            witnesses: Witnesses {
                credentials: true,
                labels: true,
                watermark: !self.no_pixels,
                fingerprint: !self.no_pixels,
            },
            keys,
            ..examine::Settings::default()
        };
        let profiles: Vec<Profile> = self.profile.iter().copied().map(Profile::from).collect();
        let policy = Policy {
            profiles: &profiles,
            ..Policy::new(&trust, at)
        };
        let found: Vec<Found> = Walk::new(
            self.paths.iter().cloned(),
            GlobSet::empty(),
            Some(self.output.clone()),
        )
        .collect();
        let examined = examine_all(&found, &settings)?;
        let mut status = ExitStatus::Done;
        let mut members: Vec<(String, Vec<u8>)> = Vec::new();
        let mut media: Vec<(String, PathBuf)> = Vec::new();
        let mut records = Vec::new();
        let mut number = 0_usize;
        for (found, mut evidence) in found.iter().zip(examined) {
            if !found.named && evidence.format.is_none() {
                continue;
            }
            number = number.saturating_add(1);
            if self.redact {
                redact(&mut evidence);
            }
            members.push((evidence_name(number), serde_json::to_vec(&evidence)?));
            let record = record(evidence, &found.path, number, self.redact, &policy);
            if record.credentials.state == "unreadable" {
                status = status.merge(ExitStatus::Incomplete);
            } else if !self.no_media && !self.redact {
                media.push((media_name(number), found.path.clone()));
                if let Some(sidecar) = &found.sidecar {
                    media.push((sidecar_name(number), sidecar.clone()));
                }
            }
            serde_json::to_writer(&mut records, &record)?;
            records.push(b'\n');
        }
        if number == 0 {
            bail!("there are no media in what was named");
        }
        members.push((RECORDS.to_owned(), records));
        if !trust.packs().is_empty() {
            members.push((TRUST.to_owned(), write_packs(trust.packs()).into_bytes()));
        }
        let predicate = Predicate {
            tool: ToolRecord::CURRENT.version.into_owned(),
            ruleset: ToolRecord::CURRENT.ruleset.into_owned(),
            build_sha256: own_hash()?,
            made_at: now.format(&Rfc3339)?,
            judged_at: at.format(&Rfc3339)?,
            watermark_keys: settings
                .keys
                .iter()
                .map(|key| key.key().id().to_string())
                .collect(),
            settings: examine::Settings {
                keys: Vec::new(),
                ..settings
            },
            profiles: profiles.clone(),
            assets: number,
            media: !self.no_media && !self.redact,
            redacted: self.redact,
            key: hex::encode(key.verifying_key().as_bytes()),
        };
        write(&self.output, members, &media, predicate, &key)?;
        let (count, signed) = (u64::try_from(number)?, signer(&key.verifying_key()));
        let values = [
            ("count", Value::Count(count)),
            ("output", Value::Text(&self.output.to_string_lossy())),
            ("signer", Value::Text(&signed)),
        ];
        writeln!(
            io.out,
            "{}",
            language.sentence(Sentence::CaseWritten, &values)
        )?;
        if self.identity.is_none() {
            writeln!(io.out, "{}", language.word(Sentence::CaseSignedByNobody))?;
        }
        Ok(status)
    }
}

/// Everything that can be learnt about each file, in order.
fn examine_all(found: &[Found], settings: &examine::Settings) -> anyhow::Result<Vec<Evidence>> {
    let metrics = Metrics::new();
    inspect::keep_panics_quiet();
    let isolation = settings::default_isolation()?;
    let mut inspector = Inspector::new(
        settings.clone(),
        isolation,
        None,
        &metrics,
        Registries::default(),
    );
    found
        .iter()
        .map(|found| match inspector.inspect(found, Lane::Alone) {
            Ok(inspected) => Ok(inspected.evidence),
            Err(_) => bail!("{} needs more memory than there is", found.path.display()),
        })
        .collect()
}

/// A record under the name that the case gives the asset. It took no time: what tells of the run is
/// no evidence.
pub(super) fn record(
    evidence: Evidence,
    path: &Path,
    number: usize,
    redacted: bool,
    policy: &Policy<'_>,
) -> Record {
    let text = if redacted {
        format!("asset {number}")
    } else {
        path.to_string_lossy().into_owned()
    };
    let name = AssetName { text, bytes: None };
    let statement = judge(evidence, policy);
    (&statement, name, Duration::ZERO).into()
}

/// Writes the archive. Media are read twice, once to hash and once to copy, and one at a time.
fn write(
    place: &Path,
    mut members: Vec<(String, Vec<u8>)>,
    media: &[(String, PathBuf)],
    predicate: Predicate,
    key: &SigningKey,
) -> anyhow::Result<()> {
    enum Content<'a> {
        Bytes(Vec<u8>),
        File(&'a Path),
    }
    let mut all: Vec<(String, [u8; 32], Content<'_>)> = Vec::new();
    for (name, bytes) in members.drain(..) {
        all.push((name, Sha256::digest(&bytes).into(), Content::Bytes(bytes)));
    }
    for (name, path) in media {
        let bytes = read(path)?;
        all.push((
            name.clone(),
            Sha256::digest(&bytes).into(),
            Content::File(path),
        ));
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let digests: Vec<(String, [u8; 32])> = all
        .iter()
        .map(|(name, digest, _)| (name.clone(), *digest))
        .collect();
    let envelope = seal(&digests, predicate, key)?;
    let folder = place
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let draft = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
        .with_context(|| format!("{} cannot be written", place.display()))?;
    let mut writer = Writer::new(BufWriter::new(draft.as_file()));
    writer.add(ENVELOPE, &envelope)?;
    for (name, digest, content) in &all {
        match content {
            Content::Bytes(bytes) => writer.add(name, bytes)?,
            Content::File(path) => {
                let bytes = read(path)?;
                if Sha256::digest(&bytes).as_slice() != digest.as_slice() {
                    bail!(
                        "{} changed while the case was made; try again",
                        path.display()
                    );
                }
                writer.add(name, &bytes)?;
            }
        }
    }
    writer.finish()?;
    draft
        .persist(place)
        .with_context(|| format!("{} cannot be written", place.display()))?;
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Which build this is: the hash of the program itself.
fn own_hash() -> anyhow::Result<String> {
    let program = std::env::current_exe().context("the program cannot find itself")?;
    Ok(hex::encode(Sha256::digest(read(&program)?)))
}

fn random_key() -> anyhow::Result<SigningKey> {
    let mut seed = zeroize::Zeroizing::new([0_u8; 32]);
    getrandom::fill(&mut *seed)
        .map_err(|error| anyhow::anyhow!("no random numbers for a key: {error}"))?;
    Ok(SigningKey::from_bytes(&seed))
}

/// Trust lists and the moment of a case, for whoever judges it again.
pub(super) fn moment(text: &str) -> anyhow::Result<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339).context("the case's moment is none")
}

/// The lists of a case, when it has any.
pub(super) fn lists(packs: Option<&[u8]>) -> anyhow::Result<TrustStore> {
    use hallmark::credentials::trust::{Intent, parse_material};
    let packs = match packs {
        Some(bytes) => parse_material(bytes, Intent::AsStated, "case")?,
        None => Vec::new(),
    };
    Ok(TrustStore::new(packs))
}
