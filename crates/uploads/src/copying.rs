//! Originals move from one store to another.

use std::collections::BTreeSet;

use domain::upload::Sha256;
use ports::driven::{Originals, OriginalsError};

/// What was copied.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Originals that were copied.
    pub copied: u64,
    /// Originals that were there already.
    pub there: u64,
    /// Originals whose bytes are others than they were; they are left out.
    pub damaged: Vec<Sha256>,
}

/// Copies every original that `to` lacks, and the records beside them. Ended in the middle it goes on when it is begun
/// again; meanwhile both may be in use.
///
/// # Errors
/// Either store fails; what was copied stays.
pub async fn copy_originals(from: &dyn Originals, to: &dyn Originals) -> Result<Copied, OriginalsError> {
    let mut done = Copied::default();
    for first in 0..=u8::MAX {
        let there: BTreeSet<_> = to.list(first).await?.into_iter().collect();
        for hash in from.list(first).await? {
            if there.contains(&hash) {
                done.there += 1;
                continue;
            }
            match copy(from, to, hash).await {
                Ok(true) => done.copied += 1,
                // Nothing removes originals; whoever did it by hand meant it.
                Ok(false) => {}
                Err(OriginalsError::Damaged(hash)) => done.damaged.push(hash),
                Err(error) => return Err(error),
            }
        }
        for record in from.records(first).await? {
            to.keep_record(&record).await?;
        }
    }
    Ok(done)
}

/// Whether it was still there.
async fn copy(from: &dyn Originals, to: &dyn Originals, hash: Sha256) -> Result<bool, OriginalsError> {
    let Some(mut contents) = from.open(hash).await? else {
        return Ok(false);
    };
    let mut file = to.receive().await?;
    while let Some(piece) = contents.next().await? {
        file.write(&piece).await?;
    }
    file.keep().await?;
    Ok(true)
}
