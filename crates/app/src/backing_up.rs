//! Backups, for the command line and for schedules.

use std::sync::Arc;

use anyhow::{Context, Result};
use backups::{Backup, Backups, Seal};
use domain::backup::BackupName;
use original_store::Place;
use ports::driven::Originals;
use postgres_adapter::{PgPool, PgReportSource};
use reporting::{Reporting, Reports};

use crate::clock::SystemClock;
use crate::config::Url;

/// Backups in this place.
pub(crate) fn backups(place: &Place, originals: Arc<dyn Originals>, seal: Seal) -> Result<Backups> {
    let opened = place.open_backups();
    Ok(Backups {
        place: opened.with_context(|| format!("{place} is no place for backups"))?,
        originals,
        seal,
        clock: Arc::new(SystemClock),
        release: env!("CARGO_PKG_VERSION"),
    })
}

/// The backup that a place is, or the newest in it.
pub(crate) async fn find_backup(place: &Place, originals: Arc<dyn Originals>, seal: Seal) -> Result<(Backups, Backup)> {
    let place = match place {
        Place::Folder(folder) => Place::Folder(std::path::absolute(folder)?),
        bucket @ Place::Bucket { .. } => bucket.clone(),
    };
    let in_place = || format!("in {place}");
    let apart = place.apart();
    let named = apart.and_then(|(around, name)| Some((around, name.parse::<BackupName>().ok()?)));
    if let Some((around, name)) = named {
        let backups = backups(&around, originals, seal)?;
        let backup = backups.open(name).await.with_context(in_place)?;
        return Ok((backups, backup));
    }
    let backups = backups(&place, originals, seal)?;
    let newest = backups.newest().await.with_context(in_place)?;
    Ok((backups, newest))
}

/// Reports of a database as it was at a moment that somebody keeps frozen.
pub(crate) fn reports_at(pool: &PgPool, moment: &str) -> Arc<dyn Reports> {
    Arc::new(Reporting::new(Arc::new(PgReportSource::at(pool.clone(), moment))))
}

/// A few connections to this database.
pub(crate) fn pool(url: &Url) -> PgPool {
    PgPool::new(&url.0, 2)
}
