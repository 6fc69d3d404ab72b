//! A registry in one SQLite file.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, Row, Transaction, TransactionBehavior,
    params,
};

use super::{
    Added, Claim, Conflict, IdempotencyKey, ManifestHash, Match, NewClaim, Registry, RegistryError,
    Reserved, Revocation, WatermarkId,
    hashes::Hashes,
    schema::{APPLICATION, TABLES, VERSION},
};
use crate::fingerprint::pdq::Pdq;

/// How a registry is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// For look-ups; the file must be there and is not changed.
    Read,
    /// For look-ups and additions; the file must be there.
    Write,
    /// As [`Self::Write`]; the file is made if it is not there.
    Create,
}

/// How long a writer waits for another one. A writer holds the lock for one commit, some
/// milliseconds; a whole minute covers an import of 100 000 claims next door.
const PATIENCE: Duration = Duration::from_secs(60);

/// A registry in an SQLite file (write-ahead log, every commit flushed to the disk).
///
/// Many processes may read and write one file at once. Open one for each thread.
#[derive(Debug)]
pub struct Sqlite {
    path: PathBuf,
    name: String,
    connection: Connection,
    /// The fingerprints, loaded at the first search and topped up at every further one.
    hashes: RefCell<Hashes>,
}

impl Sqlite {
    /// Opens a registry.
    ///
    /// # Errors
    /// When it is not there, is something else, or is of a version that is not known here.
    pub fn open(path: &Path, mode: OpenMode) -> Result<Self, RegistryError> {
        let name = path.display().to_string();
        if mode != OpenMode::Create && !path.is_file() {
            return Err(RegistryError::Missing { path: name });
        }
        let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
            | match mode {
                OpenMode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
                OpenMode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
                OpenMode::Create => {
                    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
                }
            };
        let connection = Connection::open_with_flags(path, flags)
            .map_err(|error| storage_error(&name, error))?;
        let mut registry = Self {
            path: path.to_owned(),
            name,
            connection,
            hashes: RefCell::default(),
        };
        registry.prepare(mode)?;
        Ok(registry)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn prepare(&mut self, mode: OpenMode) -> Result<(), RegistryError> {
        self.catch(self.connection.busy_timeout(PATIENCE))?;
        if mode != OpenMode::Read {
            // Another process may be turning the same new file to WAL: the lock it holds then is
            // not waited for by SQLite itself, so try again while it makes progress.
            let mut turned = self.connection.pragma_update(None, "journal_mode", "WAL");
            for _ in 0..1000 {
                if !matches!(&turned, Err(error) if is_busy(error)) {
                    break;
                }
                std::thread::yield_now();
                turned = self.connection.pragma_update(None, "journal_mode", "WAL");
            }
            self.catch(turned)?;
            self.catch(self.connection.pragma_update(None, "synchronous", "FULL"))?;
            self.catch(self.connection.pragma_update(None, "foreign_keys", true))?;
        }
        if mode == OpenMode::Create {
            let path = self.name.clone();
            let made = (|| {
                let transaction = self
                    .connection
                    .transaction_with_behavior(TransactionBehavior::Immediate)?;
                if is_blank(&transaction)? {
                    transaction.execute_batch(TABLES)?;
                    transaction.pragma_update(None, "application_id", APPLICATION)?;
                    transaction.pragma_update(None, "user_version", VERSION)?;
                }
                transaction.commit()
            })();
            made.map_err(|error| storage_error(&path, error))?;
        }
        let application = self.number_of("application_id")?;
        if application != APPLICATION {
            return Err(RegistryError::NotARegistry {
                path: self.name.clone(),
            });
        }
        let found = self.number_of("user_version")?;
        if found != VERSION {
            let path = self.name.clone();
            return Err(RegistryError::UnknownVersion {
                path,
                found,
                known: VERSION,
            });
        }
        Ok(())
    }

    fn number_of(&self, pragma: &str) -> Result<i64, RegistryError> {
        self.catch(
            self.connection
                .pragma_query_value(None, pragma, |row| row.get(0)),
        )
    }

    fn catch<T>(&self, result: rusqlite::Result<T>) -> Result<T, RegistryError> {
        result.map_err(|error| storage_error(&self.name, error))
    }

    /// Claims by a condition on table `claim` (as `c`) and `manifest` (as `m`).
    fn claims(
        &self,
        condition: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<Claim>, RegistryError> {
        let query = format!(
            "SELECT c.number, c.manifest, m.label, c.watermark, c.pdq, c.registered_at,
                    r.revoked_at, r.reason
             FROM claim c JOIN manifest m ON m.sha256 = c.manifest
             LEFT JOIN revocation r ON r.manifest = c.manifest
             WHERE {condition}"
        );
        let mut statement = self.catch(self.connection.prepare_cached(&query))?;
        let rows = self.catch(statement.query_map(values, claim))?;
        self.catch(rows.collect())
    }

    /// Runs a change in one transaction that no other writer interleaves with.
    fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, RegistryError> {
        let changed = (|| {
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        })();
        changed.map_err(|error| storage_error(&self.name, error))
    }

    /// Adds many claims in one transaction: all of them are kept, or none.
    ///
    /// # Errors
    /// When the registry cannot be written.
    pub fn add_all(&mut self, claims: &[NewClaim<'_>]) -> Result<Vec<Added>, RegistryError> {
        self.change(|transaction| claims.iter().map(|claim| add(transaction, claim)).collect())
    }

    /// Adds claims and tombstones in one transaction: all of them, or none.
    pub(super) fn merge(
        &mut self,
        claims: &[NewClaim<'_>],
        revocations: &[(ManifestHash, Revocation)],
    ) -> Result<(Vec<Added>, Vec<bool>), RegistryError> {
        self.change(|transaction| {
            let added = claims
                .iter()
                .map(|claim| add(transaction, claim))
                .collect::<rusqlite::Result<_>>()?;
            let revoked = revocations
                .iter()
                .map(|(hash, revocation)| revoke(transaction, hash, revocation))
                .collect::<rusqlite::Result<_>>()?;
            Ok((added, revoked))
        })
    }
}

impl Registry for Sqlite {
    fn name(&self) -> &str {
        &self.name
    }

    fn by_watermark(&self, id: WatermarkId) -> Result<Vec<Claim>, RegistryError> {
        self.claims(
            "c.watermark = ?1 ORDER BY c.number",
            params![id.to_string()],
        )
    }

    fn by_pdq(&self, pdq: &Pdq, radius: u32) -> Result<Vec<Match>, RegistryError> {
        let mut hashes = self.hashes.borrow_mut();
        let last = i64::try_from(hashes.last()).unwrap_or(i64::MAX);
        // Numbers only grow and claims never change, so what came after the last one is all
        // that is missing.
        let query = "SELECT number, pdq FROM claim WHERE number > ?1 AND pdq IS NOT NULL
                     ORDER BY number";
        let mut statement = self.catch(self.connection.prepare_cached(query))?;
        let mut rows = self.catch(statement.query(params![last]))?;
        while let Some(row) = self.catch(rows.next())? {
            let number: i64 = self.catch(row.get(0))?;
            let bytes: [u8; 32] = self.catch(row.get(1))?;
            hashes.push(number.unsigned_abs(), &Pdq(bytes));
        }
        let mut found = Vec::new();
        for (distance, number) in hashes.within(pdq, radius) {
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            for claim in self.claims("c.number = ?1", params![number])? {
                found.push(Match { distance, claim });
            }
        }
        Ok(found)
    }

    fn by_manifest_id(&self, label: &str) -> Result<Vec<Claim>, RegistryError> {
        self.claims("m.label = ?1 ORDER BY c.number", params![label])
    }

    fn manifest(&self, hash: &ManifestHash) -> Result<Option<Vec<u8>>, RegistryError> {
        let query = "SELECT store FROM manifest WHERE sha256 = ?1";
        let mut statement = self.catch(self.connection.prepare_cached(query))?;
        let store: Option<Vec<u8>> = self.catch(
            statement
                .query_row(params![hash.0], |row| row.get(0))
                .optional(),
        )?;
        match store {
            Some(store) if ManifestHash::of(&store) != *hash => Err(RegistryError::Damaged {
                path: self.name.clone(),
                what: format!("the manifest under {hash} has another hash"),
            }),
            store => Ok(store),
        }
    }

    fn revocation(&self, hash: &ManifestHash) -> Result<Option<Revocation>, RegistryError> {
        let query = "SELECT revoked_at, reason FROM revocation WHERE manifest = ?1";
        let mut statement = self.catch(self.connection.prepare_cached(query))?;
        let found = statement.query_row(params![hash.0], |row| {
            Ok(Revocation {
                revoked_at: row.get(0)?,
                reason: row.get(1)?,
            })
        });
        self.catch(found.optional())
    }

    fn list(&self, after: u64, most: u32) -> Result<Vec<Claim>, RegistryError> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        self.claims(
            "c.number > ?1 ORDER BY c.number LIMIT ?2",
            params![after, most],
        )
    }

    fn revocations(&self) -> Result<Vec<(ManifestHash, Revocation)>, RegistryError> {
        let query = "SELECT manifest, revoked_at, reason FROM revocation ORDER BY manifest";
        let mut statement = self.catch(self.connection.prepare_cached(query))?;
        let rows = self.catch(statement.query_map([], |row| {
            let revocation = Revocation {
                revoked_at: row.get(1)?,
                reason: row.get(2)?,
            };
            Ok((ManifestHash(row.get(0)?), revocation))
        }))?;
        self.catch(rows.collect())
    }

    fn conflicts(&self) -> Result<Vec<Conflict>, RegistryError> {
        let query = "SELECT DISTINCT watermark, manifest FROM claim WHERE watermark IN (
                         SELECT watermark FROM claim WHERE watermark IS NOT NULL
                         GROUP BY watermark HAVING count(DISTINCT manifest) > 1)
                     ORDER BY watermark, manifest";
        let mut statement = self.catch(self.connection.prepare_cached(query))?;
        let rows = self.catch(statement.query_map([], |row| {
            Ok((watermark(row, 0)?, ManifestHash(row.get(1)?)))
        }))?;
        let mut conflicts: Vec<Conflict> = Vec::new();
        for row in rows {
            let (Some(watermark), manifest) = self.catch(row)? else {
                continue;
            };
            match conflicts.last_mut() {
                Some(last) if last.watermark == watermark => last.manifests.push(manifest),
                _ => conflicts.push(Conflict {
                    watermark,
                    manifests: vec![manifest],
                }),
            }
        }
        Ok(conflicts)
    }

    fn add(&mut self, claim: &NewClaim<'_>) -> Result<Added, RegistryError> {
        self.change(|transaction| add(transaction, claim))
    }

    fn revoke(
        &mut self,
        hash: &ManifestHash,
        revocation: &Revocation,
    ) -> Result<bool, RegistryError> {
        self.change(|transaction| revoke(transaction, hash, revocation))
    }

    fn reserve(
        &mut self,
        key: &IdempotencyKey,
        candidate: WatermarkId,
        at: i64,
    ) -> Result<Reserved, RegistryError> {
        self.change(|transaction| {
            let had = transaction
                .prepare_cached("SELECT watermark FROM reservation WHERE key = ?1")?
                .query_row(params![key.0], |row| watermark(row, 0))
                .optional()?;
            if let Some(Some(id)) = had {
                return Ok(Reserved::Already(id));
            }
            let text = candidate.to_string();
            let taken = transaction
                .prepare_cached(
                    "SELECT EXISTS (SELECT 1 FROM reservation WHERE watermark = ?1)
                         OR EXISTS (SELECT 1 FROM claim WHERE watermark = ?1)",
                )?
                .query_row(params![text], |row| row.get::<_, bool>(0))?;
            if taken {
                return Ok(Reserved::Taken);
            }
            transaction
                .prepare_cached(
                    "INSERT INTO reservation (key, watermark, reserved_at) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![key.0, text, at])?;
            Ok(Reserved::New(candidate))
        })
    }
}

fn add(transaction: &Transaction<'_>, claim: &NewClaim<'_>) -> rusqlite::Result<Added> {
    let hash = ManifestHash::of(claim.store);
    let id = claim.watermark.map(|id| id.to_string());
    if let (Some(watermark), Some(text)) = (claim.watermark, &id) {
        let mut others = transaction.prepare_cached(
            "SELECT DISTINCT manifest FROM claim WHERE watermark = ?1 AND manifest <> ?2
             ORDER BY manifest",
        )?;
        let mut manifests = others
            .query_map(params![text, hash.0], |row| Ok(ManifestHash(row.get(0)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        if !manifests.is_empty() {
            manifests.push(hash);
            manifests.sort_unstable();
            return Ok(Added::Conflict(Conflict {
                watermark,
                manifests,
            }));
        }
    }
    let pdq = claim.pdq.map(|pdq| pdq.0);
    let there = transaction
        .prepare_cached(
            "SELECT number FROM claim WHERE manifest = ?1 AND watermark IS ?2 AND pdq IS ?3",
        )?
        .query_row(params![hash.0, id, pdq], |row| row.get::<_, i64>(0))
        .optional()?;
    if let Some(number) = there {
        return Ok(Added::Already {
            number: number.unsigned_abs(),
        });
    }
    transaction
        .prepare_cached(
            "INSERT INTO manifest (sha256, label, store) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![hash.0, claim.manifest_id, claim.store])?;
    transaction
        .prepare_cached(
            "INSERT INTO claim (manifest, watermark, pdq, registered_at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![hash.0, id, pdq, claim.registered_at])?;
    Ok(Added::New {
        number: transaction.last_insert_rowid().unsigned_abs(),
    })
}

fn revoke(
    transaction: &Transaction<'_>,
    hash: &ManifestHash,
    revocation: &Revocation,
) -> rusqlite::Result<bool> {
    let changed = transaction
        .prepare_cached(
            "INSERT INTO revocation (manifest, revoked_at, reason) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![hash.0, revocation.revoked_at, revocation.reason])?;
    Ok(changed > 0)
}

fn claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
    let revoked_at: Option<i64> = row.get(6)?;
    let revocation = match revoked_at {
        Some(revoked_at) => Some(Revocation {
            revoked_at,
            reason: row.get(7)?,
        }),
        None => None,
    };
    Ok(Claim {
        number: row.get::<_, i64>(0)?.unsigned_abs(),
        manifest: ManifestHash(row.get(1)?),
        manifest_id: row.get(2)?,
        watermark: watermark(row, 3)?,
        pdq: row.get::<_, Option<[u8; 32]>>(4)?.map(Pdq),
        registered_at: row.get(5)?,
        revocation,
    })
}

fn watermark(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<WatermarkId>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| {
        WatermarkId::parse(&text).ok_or_else(|| {
            let reason = format!("'{text}' is no watermark id");
            rusqlite::Error::FromSqlConversionFailure(
                column,
                rusqlite::types::Type::Text,
                reason.into(),
            )
        })
    })
    .transpose()
}

/// Whether nothing was ever written to the file.
fn is_blank(connection: &Connection) -> rusqlite::Result<bool> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
    Ok(application == 0 && version == 0 && tables == 0)
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}

fn storage_error(path: &str, error: rusqlite::Error) -> RegistryError {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => RegistryError::NotARegistry { path },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => RegistryError::Busy { path },
        Some(ErrorCode::DatabaseCorrupt) => RegistryError::Damaged {
            path,
            what: error.to_string(),
        },
        _ => match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => RegistryError::Damaged {
                path,
                what: error.to_string(),
            },
            error => RegistryError::Storage {
                path,
                reason: error.to_string(),
            },
        },
    }
}
