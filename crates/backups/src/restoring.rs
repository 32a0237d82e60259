//! Originals come back from a backup.

use std::collections::HashMap;
use std::io::{ErrorKind, Read};

use domain::upload::Sha256;
use ports::driven::OriginalsError;

use crate::finding::{Backup, blocking};
use crate::manifest::{Contents, Part};
use crate::{BackupError, Backups};

/// How much of a file is read at a time.
const PIECE_BYTES: u64 = 1024 * 1024;

/// What became of the originals of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RestoredOriginals {
    /// Those that the store has now and did not have before, or not with their own bytes.
    pub restored: u64,
    /// Those that it had.
    pub present: u64,
    /// Those that neither has.
    pub lost: Vec<String>,
}

impl Backups {
    /// Puts each original of a backup into the store, unless it is there and whole. Nothing is removed from the store.
    pub async fn restore_originals(
        &self,
        backup: &Backup,
        contents: &Contents,
    ) -> Result<RestoredOriginals, BackupError> {
        let mut done = RestoredOriginals {
            lost: contents.lost.clone(),
            ..RestoredOriginals::default()
        };
        let parts = backup.manifest.originals.iter();
        let parts: HashMap<&str, &Part> = parts.map(|part| (part.name.as_str(), part)).collect();
        for (sha256, name) in &contents.originals {
            let unreadable = |why: &str| BackupError::Unreadable(backup.name, why.to_owned());
            let hash: Sha256 = sha256.parse().map_err(|_| unreadable("an original has no hash"))?;
            match self.originals.open(hash).await {
                Ok(Some(_)) => {
                    done.present += 1;
                    continue;
                }
                Ok(None) | Err(OriginalsError::Damaged(_)) => {}
                Err(error) => return Err(error.into()),
            }
            let part = parts
                .get(name.as_str())
                .ok_or_else(|| unreadable("an original has no file"))?;
            match self.restore_original(backup, part, hash).await {
                Ok(()) => done.restored += 1,
                Err(BackupError::Damaged(_)) => done.lost.push(sha256.clone()),
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    async fn restore_original(&self, backup: &Backup, part: &Part, hash: Sha256) -> Result<(), BackupError> {
        let damaged = || BackupError::Damaged(part.name.clone());
        let mut from = self.read(backup, part).await?;
        let mut incoming = self.originals.receive().await?;
        loop {
            let read = blocking(move || {
                let mut piece = Vec::new();
                from.by_ref().take(PIECE_BYTES).read_to_end(&mut piece)?;
                Ok((from, piece))
            });
            let (rest, piece) = match read.await {
                // As `age` tells that it is not what was encrypted.
                Err(BackupError::Place(error))
                    if matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) =>
                {
                    return Err(damaged());
                }
                read => read?,
            };
            from = rest;
            if piece.is_empty() {
                break;
            }
            incoming.write(&piece).await?;
        }
        // Other bytes are another file, which does no harm.
        if incoming.keep().await?.sha256 == hash {
            Ok(())
        } else {
            Err(damaged())
        }
    }
}
