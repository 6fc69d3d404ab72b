//! Evidence kept from earlier runs, so that nothing is examined twice.
//!
//! Kept is evidence, not verdicts: trust lists and the moment of judgement enter after it, so
//! that another trust list judges kept evidence anew without looking into a file. Evidence is
//! found under the hash of the content, of the manifest beside it, and of everything that decides
//! what an examination sees: version, rules and settings. Names play no part.
//!
//! Whoever can write to the file can decide what is reported; keep it as you keep the program.
//! Several runs may share one file.

use std::{
    io::{self, SeekFrom},
    path::Path,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context, bail};
use hallmark::{
    asset::Source,
    evidence::{Code, Evidence},
    examine,
    report::ToolRecord,
};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use sha2::{Digest, Sha256};

/// Marks the file as ours (SQLite `application_id`): "hmec".
const APPLICATION: i32 = 0x686d_6563;

/// Version of the table.
const TABLE: i32 = 1;

/// Evidence that is written at once. One transaction for each would cost more than a lookup saves.
const BATCH: usize = 64;

/// How long to wait for another run that writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// Codes that tell of this run and not of the file: another run may see more.
const PASSING: [Code; 6] = [
    Code::LimitDeadline,
    Code::LimitMemory,
    Code::InternalWorkerDied,
    Code::InternalPanic,
    Code::AssetUnreadable,
    Code::NotCheckedPixelsTime,
];

/// The file, and what waits to be written to it.
#[derive(Debug)]
pub(crate) struct Cache {
    path: std::path::PathBuf,
    /// Hash of what decides what an examination sees.
    ground: [u8; 32],
    writer: Mutex<Writer>,
}

#[derive(Debug)]
struct Writer {
    connection: Connection,
    waiting: Vec<([u8; 32], Vec<u8>)>,
    problem: Option<rusqlite::Error>,
}

/// Where evidence of one content is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CachePlace {
    key: [u8; 32],
    content: [u8; 32],
}

/// What a lookup came to.
#[derive(Debug)]
pub(crate) enum Lookup {
    /// Kept evidence.
    Hit(Box<Evidence>),
    /// None; it would be kept there.
    Miss(CachePlace),
}

/// One job's view of the cache.
#[derive(Debug)]
pub(crate) struct CacheReader<'a> {
    cache: &'a Cache,
    /// Without one, nothing is found, and nothing lost but time.
    connection: Option<Connection>,
}

impl Cache {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// When it cannot be used, or is something else.
    pub(crate) fn open(path: &Path, settings: &examine::Settings) -> anyhow::Result<Self> {
        let cannot = || {
            format!(
                "the cache {} cannot be used; name another file, or remove it if nothing else is \
                 in it",
                path.display()
            )
        };
        let connection = Connection::open(path).with_context(cannot)?;
        Self::prepare(&connection).with_context(cannot)?;
        let mut ground = Sha256::new();
        ground.update(ToolRecord::CURRENT.version.as_bytes());
        ground.update([0]);
        ground.update(ToolRecord::CURRENT.ruleset.as_bytes());
        ground.update([0]);
        ground.update(serde_json::to_vec(settings)?);
        Ok(Self {
            path: path.to_owned(),
            ground: ground.finalize().into(),
            writer: Mutex::new(Writer {
                connection,
                waiting: Vec::new(),
                problem: None,
            }),
        })
    }

    fn prepare(connection: &Connection) -> anyhow::Result<()> {
        connection.busy_timeout(PATIENCE)?;
        let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
        let tables: i64 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        match (number("application_id")?, number("user_version")?) {
            (APPLICATION, TABLE) => {}
            (APPLICATION, _) => bail!("another version of hallmark wrote it"),
            _ if tables == 0 => {}
            _ => bail!("it is another program's database"),
        }
        // A power cut may cost the last evidence kept, never the file.
        connection.execute_batch(&format!(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = NORMAL;
             BEGIN IMMEDIATE;
             CREATE TABLE IF NOT EXISTS evidence (
                 key BLOB PRIMARY KEY NOT NULL,
                 evidence BLOB NOT NULL
             ) WITHOUT ROWID;
             PRAGMA application_id = {APPLICATION};
             PRAGMA user_version = {TABLE};
             COMMIT;"
        ))?;
        Ok(())
    }

    /// A view for one job.
    pub(crate) fn reader(&self) -> CacheReader<'_> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)
            .and_then(|connection| connection.busy_timeout(PATIENCE).map(|()| connection))
            .ok();
        CacheReader {
            cache: self,
            connection,
        }
    }

    fn place(&self, content: [u8; 32], sidecar: Option<&[u8]>) -> CachePlace {
        let mut key = Sha256::new();
        key.update(self.ground);
        key.update(content);
        if let Some(sidecar) = sidecar {
            key.update(Sha256::digest(sidecar));
        }
        CachePlace {
            key: key.finalize().into(),
            content,
        }
    }

    /// Writes what waits.
    ///
    /// # Errors
    /// When something could not be kept; the run itself lost nothing.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let mut writer = self
            .writer
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        writer.write();
        match writer.problem {
            None => Ok(()),
            Some(problem) => Err(problem).with_context(|| {
                format!(
                    "some evidence could not be kept in the cache {}; the next run examines those \
                     files again",
                    self.path.display()
                )
            }),
        }
    }
}

impl Writer {
    fn write(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if let Err(problem) = insert(&mut self.connection, &waiting) {
            self.problem = Some(problem);
        }
    }
}

fn insert(connection: &mut Connection, waiting: &[([u8; 32], Vec<u8>)]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction
            .prepare_cached("INSERT OR REPLACE INTO evidence (key, evidence) VALUES (?1, ?2)")?;
        for (key, evidence) in waiting {
            insert.execute(params![key.as_slice(), evidence.as_slice()])?;
        }
    }
    transaction.commit()
}

impl CacheReader<'_> {
    /// Hashes `source` from its beginning and looks for evidence of it.
    ///
    /// # Errors
    /// Only when `source` cannot be read.
    pub(crate) fn look_up(
        &self,
        source: &mut dyn Source,
        sidecar: Option<&[u8]>,
    ) -> io::Result<Lookup> {
        source.seek(SeekFrom::Start(0))?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            match source.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => hash.update(buffer.get(..count).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let place = self.cache.place(hash.finalize().into(), sidecar);
        Ok(match self.find(&place) {
            Some(evidence) => Lookup::Hit(Box::new(evidence)),
            None => Lookup::Miss(place),
        })
    }

    fn find(&self, place: &CachePlace) -> Option<Evidence> {
        let kept: Vec<u8> = self
            .connection
            .as_ref()?
            .prepare_cached("SELECT evidence FROM evidence WHERE key = ?1")
            .and_then(|mut select| {
                select
                    .query_row([place.key.as_slice()], |row| row.get(0))
                    .optional()
            })
            .ok()??;
        let evidence: Evidence = serde_json::from_slice(&kept).ok()?;
        // Evidence that does not name its own content is damaged.
        (evidence.sha256 == Some(place.content)).then_some(evidence)
    }

    /// Keeps evidence there, if another run would find the same.
    pub(crate) fn keep(&self, place: CachePlace, evidence: &Evidence) {
        let found = evidence.findings.iter().map(|finding| finding.code);
        let left_out = evidence.not_checked.iter().map(|left_out| left_out.what);
        let passing = found.chain(left_out).any(|code| PASSING.contains(&code));
        if passing || evidence.sha256 != Some(place.content) {
            return;
        }
        let Ok(kept) = serde_json::to_vec(evidence) else {
            return;
        };
        let mut writer = self
            .cache
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        writer.waiting.push((place.key, kept));
        if writer.waiting.len() >= BATCH {
            writer.write();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use hallmark::{
        evidence::{Code, Evidence},
        examine::{self, Settings},
    };
    use sha2::{Digest, Sha256};

    use super::{Cache, Lookup};

    fn evidence_of(content: &[u8]) -> Evidence {
        let mut evidence = examine::unreadable(0, Code::AssetUnsupported, "a test");
        evidence.sha256 = Some(Sha256::digest(content).into());
        evidence
    }

    fn is_hit(cache: &Cache, content: &[u8], sidecar: Option<&[u8]>) -> bool {
        let found = cache
            .reader()
            .look_up(&mut Cursor::new(content), sidecar)
            .unwrap();
        matches!(found, Lookup::Hit(_))
    }

    fn keep(cache: &Cache, content: &[u8], evidence: &Evidence) {
        let reader = cache.reader();
        match reader.look_up(&mut Cursor::new(content), None).unwrap() {
            Lookup::Miss(place) => reader.keep(place, evidence),
            Lookup::Hit(_) => panic!("it is there already"),
        }
    }

    #[test]
    fn evidence_is_found_by_content_sidecar_and_settings() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache");
        let cache = Cache::open(&path, &Settings::default()).unwrap();
        keep(&cache, b"one", &evidence_of(b"one"));
        cache.finish().unwrap();

        let cache = Cache::open(&path, &Settings::default()).unwrap();
        assert!(is_hit(&cache, b"one", None));
        assert!(!is_hit(&cache, b"two", None));
        assert!(!is_hit(&cache, b"one", Some(b"a manifest")));
        let mut other = Settings::default();
        other.limits.parts -= 1;
        let cache = Cache::open(&path, &other).unwrap();
        assert!(!is_hit(&cache, b"one", None));
    }

    #[test]
    fn what_only_this_run_saw_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cache");
        let cache = Cache::open(&path, &Settings::default()).unwrap();
        let mut stopped = examine::unreadable(0, Code::LimitDeadline, "1 s");
        stopped.sha256 = Some(Sha256::digest(b"one").into());
        keep(&cache, b"one", &stopped);
        keep(&cache, b"two", &evidence_of(b"another file"));
        cache.finish().unwrap();
        let cache = Cache::open(&path, &Settings::default()).unwrap();
        assert!(!is_hit(&cache, b"one", None));
        assert!(!is_hit(&cache, b"two", None));
    }

    #[test]
    fn a_file_of_somebody_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.txt");
        std::fs::write(
            &path,
            "not a database, and longer than a header of one. ".repeat(9),
        )
        .unwrap();
        let refusal = Cache::open(&path, &Settings::default()).unwrap_err();
        assert!(refusal.to_string().contains("notes.txt"), "{refusal}");
        assert!(std::fs::read_to_string(&path).unwrap().starts_with("not a"));
    }
}
