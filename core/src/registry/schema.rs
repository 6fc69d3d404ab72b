//! The registry's tables, version by version (`spec/registry.md`).

/// Marks an SQLite file as a registry: "HMRK" in `PRAGMA application_id`.
pub(super) const APPLICATION: i64 = 0x484d_524b;

/// Version of the tables below, in `PRAGMA user_version`.
pub(super) const VERSION: i64 = 1;

/// Version 1.
pub(super) const TABLES: &str = "
CREATE TABLE manifest (
    sha256      BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    label       TEXT NOT NULL,
    store       BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX manifest_by_label ON manifest (label);

CREATE TABLE claim (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    manifest      BLOB NOT NULL REFERENCES manifest (sha256),
    watermark     TEXT CHECK (length(watermark) = 16),
    pdq           BLOB CHECK (length(pdq) = 32),
    registered_at INTEGER NOT NULL
);
CREATE INDEX claim_by_watermark ON claim (watermark) WHERE watermark IS NOT NULL;
CREATE INDEX claim_by_manifest ON claim (manifest);

CREATE TABLE revocation (
    manifest    BLOB PRIMARY KEY CHECK (length(manifest) = 32),
    revoked_at  INTEGER NOT NULL,
    reason      TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reservation (
    key         BLOB PRIMARY KEY CHECK (length(key) = 32),
    watermark   TEXT NOT NULL UNIQUE CHECK (length(watermark) = 16),
    reserved_at INTEGER NOT NULL
) WITHOUT ROWID;
";
