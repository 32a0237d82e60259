//! A backup is made.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Read};
use std::sync::Arc;

use domain::backup::BackupName;
use domain::upload::Sha256;
use ports::driven::{DatabaseCopies, FrozenDatabase, OriginalContents, OriginalsError};
use reporting::Reports;

use crate::finding::{Backup, MANIFEST, blocking};
use crate::manifest::{Contents, FORMAT, Manifest, Part};
use crate::{BackupError, Backups, digests};

/// Reports as they were at a moment that a [`FrozenDatabase`] names.
pub type ReportsAt<'a> = &'a (dyn Fn(&str) -> Arc<dyn Reports> + Sync);

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The backup.
    pub backup: Backup,
    /// Originals that were not in the place before.
    pub new_originals: usize,
    /// Originals that the store did not have, or not with their own bytes.
    pub lost: Vec<String>,
}

/// The originals of a backup.
#[derive(Default)]
struct Kept {
    parts: Vec<Part>,
    names: BTreeMap<String, String>,
    new: usize,
    lost: Vec<String>,
}

impl Backups {
    /// Copies the database as it is now, and each original that is not in the place yet. What breaks off leaves no backup.
    pub async fn make(&self, database: &dyn DatabaseCopies, reports_at: ReportsAt<'_>) -> Result<Made, BackupError> {
        let name = BackupName::of(self.clock.now());
        if self.begun().await?.contains(&name) {
            return Err(BackupError::Taken(name));
        }
        let made = self.make_named(name, database, reports_at).await;
        if made.is_err()
            && let Err(error) = self.place.remove_folder(&name.to_string()).await
        {
            tracing::warn!(backup = %name, %error, "What is left of a backup that broke off could not be removed.");
        }
        made
    }

    async fn make_named(
        &self,
        name: BackupName,
        database: &dyn DatabaseCopies,
        reports_at: ReportsAt<'_>,
    ) -> Result<Made, BackupError> {
        let before = self.known_originals().await?;
        let frozen = database.freeze().await?;
        let (begun_at, as_of) = (self.clock.now(), self.clock.today());
        let facts = frozen.facts().await?;
        let dump = frozen.dump().await?;
        let database = self
            .write(&self.seal.named(&format!("{name}/database.dump")), dump)
            .await?;
        let kept = self.keep_originals(frozen.as_ref(), &before, &facts.secret).await?;
        let reports = reports_at(frozen.moment());
        let reports = digests::digests(reports.as_ref(), &facts.productions, as_of).await?;
        // Others may change tables again.
        drop(frozen);
        // What takes days may have been taken for one that broke off.
        if self.place.size(&database.name).await? != Some(database.bytes) {
            return Err(BackupError::Damaged(database.name));
        }
        let contents = Contents {
            postgresql: facts.server,
            migration: facts.migration,
            rows: facts.rows,
            originals: kept.names,
            lost: kept.lost.clone(),
            as_of,
            reports,
        };
        let contents = serde_json::to_vec_pretty(&contents).map_err(io::Error::other)?;
        let contents = io::Cursor::new(contents);
        let contents = self
            .write(&self.seal.named(&format!("{name}/contents.json")), Box::new(contents))
            .await?;
        let manifest = Manifest {
            format: FORMAT,
            fullhouse: self.release.to_owned(),
            begun_at,
            finished_at: self.clock.now(),
            encrypted: self.seal.encrypts(),
            database,
            contents,
            originals: kept.parts,
        };
        let written = serde_json::to_vec_pretty(&manifest).map_err(io::Error::other)?;
        let mut file = self.place.write(&format!("{name}/{MANIFEST}")).await?;
        blocking(move || {
            file.write_all(&written)?;
            file.finish()
        })
        .await?;
        Ok(Made {
            backup: Backup { name, manifest },
            new_originals: kept.new,
            lost: kept.lost,
        })
    }

    /// The originals of the newest backup: those need not be written again, as far as they are there.
    async fn known_originals(&self) -> Result<HashMap<String, Part>, BackupError> {
        let newest = match self.newest().await {
            Ok(newest) => newest,
            Err(BackupError::None) => return Ok(HashMap::new()),
            Err(error) => {
                tracing::warn!(%error, "The newest backup cannot be read; all originals are copied anew.");
                return Ok(HashMap::new());
            }
        };
        let originals = newest.manifest.originals.into_iter();
        Ok(originals.map(|part| (part.name.clone(), part)).collect())
    }

    async fn keep_originals(
        &self,
        frozen: &dyn FrozenDatabase,
        before: &HashMap<String, Part>,
        secret: &[u8; 32],
    ) -> Result<Kept, BackupError> {
        let mut kept = Kept::default();
        for first in 0..=u8::MAX {
            for stored in frozen.originals(first).await? {
                let name = self.seal.original_named(stored.sha256, secret);
                let known = before.get(&name);
                let is_there = match known {
                    Some(part) => self.place.size(&name).await? == Some(part.bytes),
                    None => false,
                };
                let part = match known.filter(|_| is_there) {
                    Some(part) => Some(part.clone()),
                    None => self.keep_original(&name, stored.sha256).await?,
                };
                match part {
                    Some(part) => {
                        kept.new += usize::from(!is_there);
                        kept.names.insert(stored.sha256.to_string(), name);
                        kept.parts.push(part);
                    }
                    None => kept.lost.push(stored.sha256.to_string()),
                }
            }
        }
        Ok(kept)
    }

    /// Copies an original; `None` where the store has lost it.
    async fn keep_original(&self, name: &str, sha256: Sha256) -> Result<Option<Part>, BackupError> {
        match self.originals.open(sha256).await {
            Ok(Some(contents)) => {
                let runtime = tokio::runtime::Handle::current();
                let pieces = Pieces {
                    runtime,
                    contents,
                    piece: Vec::new(),
                };
                self.write(name, Box::new(pieces)).await.map(Some)
            }
            Ok(None) | Err(OriginalsError::Damaged(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn write(&self, name: &str, from: Box<dyn Read + Send>) -> Result<Part, BackupError> {
        let file = self.place.write(name).await?;
        let (seal, name, mut from) = (self.seal.clone(), name.to_owned(), from);
        blocking(move || seal.write(&name, file, &mut from)).await
    }
}

/// An original, for whoever reads and blocks.
struct Pieces {
    runtime: tokio::runtime::Handle,
    contents: Box<dyn OriginalContents>,
    piece: Vec<u8>,
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() {
            let next = self.runtime.block_on(self.contents.next()).map_err(io::Error::other)?;
            self.piece = next.unwrap_or_default();
        }
        let length = self.piece.len().min(buffer.len());
        buffer[..length].copy_from_slice(&self.piece[..length]);
        self.piece.drain(..length);
        Ok(length)
    }
}
