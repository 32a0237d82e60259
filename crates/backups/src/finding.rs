//! Backups that are there.

use std::collections::BTreeSet;
use std::io::Read;

use domain::backup::BackupName;
use ports::driven::{FrozenDatabase, RowCounts};
use reporting::Reports;

use crate::manifest::{Contents, Difference, FORMAT, Manifest, Part};
use crate::sealing::digest;
use crate::{BackupError, Backups, digests};

/// The name of what makes a backup one.
pub(crate) const MANIFEST: &str = "manifest.json";

/// A whole backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its name.
    pub name: BackupName,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl Backups {
    /// The names of everything that is a backup or was to become one.
    pub(crate) async fn begun(&self) -> Result<BTreeSet<BackupName>, BackupError> {
        let names = self.place.list("").await?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// The names of whole backups.
    pub async fn list(&self) -> Result<BTreeSet<BackupName>, BackupError> {
        let mut whole = BTreeSet::new();
        for name in self.begun().await? {
            if self.place.size(&format!("{name}/{MANIFEST}")).await?.is_some() {
                whole.insert(name);
            }
        }
        Ok(whole)
    }

    /// The newest whole backup.
    pub async fn newest(&self) -> Result<Backup, BackupError> {
        match self.list().await?.last() {
            Some(name) => self.open(*name).await,
            None => Err(BackupError::None),
        }
    }

    /// The backup of this name.
    pub async fn open(&self, name: BackupName) -> Result<Backup, BackupError> {
        let file = self.place.read(&format!("{name}/{MANIFEST}")).await?;
        let mut file = file.ok_or(BackupError::None)?;
        let manifest = blocking(move || {
            let mut text = Vec::new();
            file.read_to_end(&mut text)?;
            Ok(text)
        });
        let unreadable = |why: String| BackupError::Unreadable(name, why);
        let manifest: Manifest =
            serde_json::from_slice(&manifest.await?).map_err(|error| unreadable(error.to_string()))?;
        if manifest.format > FORMAT {
            return Err(unreadable(format!(
                "it was made by the newer release {}",
                manifest.fullhouse
            )));
        }
        Ok(Backup { name, manifest })
    }

    /// What its files say.
    pub async fn contents(&self, backup: &Backup) -> Result<Contents, BackupError> {
        let part = &backup.manifest.contents;
        self.check_part(part).await?;
        let mut file = self.read(backup, part).await?;
        let text = blocking(move || {
            let mut text = Vec::new();
            file.read_to_end(&mut text)?;
            Ok(text)
        });
        let unreadable = |error: serde_json::Error| BackupError::Unreadable(backup.name, error.to_string());
        serde_json::from_slice(&text.await?).map_err(unreadable)
    }

    /// The dump of the database, of which every byte was looked at.
    pub async fn dump(&self, backup: &Backup) -> Result<Box<dyn Read + Send>, BackupError> {
        self.check_part(&backup.manifest.database).await?;
        self.read(backup, &backup.manifest.database).await
    }

    /// The files that are damaged or missing. Reads all of them; needs no key.
    pub async fn damaged(&self, backup: &Backup) -> Result<Vec<String>, BackupError> {
        let mut damaged = Vec::new();
        for part in backup.manifest.parts() {
            match self.check_part(part).await {
                Err(BackupError::Damaged(name)) => damaged.push(name),
                checked => checked?,
            }
        }
        Ok(damaged)
    }

    /// Where a database that was filled from a backup is not as the backup says.
    pub async fn differences_of_rows(
        &self,
        contents: &Contents,
        database: &dyn FrozenDatabase,
    ) -> Result<Vec<Difference>, BackupError> {
        let found: RowCounts = database.facts().await?.rows;
        Ok(contents.differences_of_rows(&found))
    }

    /// Where reports of a database are not as the backup says.
    pub async fn differences_of_reports(
        &self,
        contents: &Contents,
        database: &dyn FrozenDatabase,
        reports: &dyn Reports,
    ) -> Result<Vec<Difference>, BackupError> {
        let productions = database.facts().await?.productions;
        let found = digests::digests(reports, &productions, contents.as_of).await?;
        Ok(contents.differences_of_reports(&found))
    }

    pub(crate) async fn read(&self, backup: &Backup, part: &Part) -> Result<Box<dyn Read + Send>, BackupError> {
        let file = self.place.read(&part.name).await?;
        let file = file.ok_or_else(|| BackupError::Damaged(part.name.clone()))?;
        let (seal, encrypted) = (self.seal.clone(), backup.manifest.encrypted);
        tokio::task::spawn_blocking(move || seal.read(file, encrypted))
            .await
            .map_err(std::io::Error::other)?
    }

    async fn check_part(&self, part: &Part) -> Result<(), BackupError> {
        let damaged = || BackupError::Damaged(part.name.clone());
        let mut file = self.place.read(&part.name).await?.ok_or_else(damaged)?;
        let found = blocking(move || digest(&mut file)).await?;
        if found == (part.sha256.clone(), part.bytes) {
            Ok(())
        } else {
            Err(damaged())
        }
    }
}

/// Work with files, away from the asynchronous threads.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, BackupError> {
    Ok(tokio::task::spawn_blocking(work)
        .await
        .map_err(std::io::Error::other)??)
}
