//! What an import from the predecessor works on.

use std::sync::Arc;

use anyhow::Result;
use moving_in::{MoverPorts, NothingHere, Rehearsal, RehearsedOriginals, Silence};
use ports::driven::{MovingIn, OldOriginals, ReportKeeper};
use postgres_adapter::{PgMovingIn, PgPool, PgPredecessor, PgProductionRepository, PgUploadRepository};
use uploads::Uploads;

use super::{App, reading_room};
use crate::clock::{SystemClock, SystemIds};
use crate::config::{Settings, Url};
use crate::secrets::SystemSecrets;

/// What an import has besides ours.
pub(crate) struct OldServer {
    /// Its database.
    pub(crate) database: Url,
    /// Its folder.
    pub(crate) originals: Arc<dyn OldOriginals>,
    /// Where the report is kept.
    pub(crate) keeper: Arc<dyn ReportKeeper>,
}

/// For an import that writes: uploads go the way of this server.
pub(crate) fn applying(app: &App, settings: &Settings, ours: &Url, old: OldServer) -> MoverPorts {
    let pool = PgPool::new(&ours.0, settings.capacity.connections.clamp(1, 4));
    MoverPorts {
        predecessor: Arc::new(PgPredecessor::new(&old.database.0)),
        originals: old.originals,
        house: Arc::new(PgMovingIn::new(pool, &ours.0)),
        uploads: app.services.uploads.clone(),
        secrets: Arc::new(SystemSecrets::new(1)),
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        keeper: old.keeper,
        rehearsal: None,
    }
}

/// For a dry run: whatever would write is not there. `is_empty` says that nobody has set the database up yet.
pub(crate) fn rehearsing(settings: &Settings, ours: &Url, is_empty: bool, old: OldServer) -> Result<MoverPorts> {
    let pool = PgPool::new(&ours.0, 4);
    let rehearsal = Arc::new(Rehearsal::new(
        Arc::new(PgProductionRepository::new(pool.clone())),
        Arc::new(PgUploadRepository::new(pool.clone())),
    ));
    let uploads = Uploads {
        repository: rehearsal.clone(),
        productions: rehearsal.clone(),
        originals: Arc::new(RehearsedOriginals),
        audit: rehearsal.clone(),
        changes: Arc::new(Silence),
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        reader: Arc::new(reading_room(settings)?),
    };
    let house: Arc<dyn MovingIn> = if is_empty {
        Arc::new(NothingHere)
    } else {
        Arc::new(PgMovingIn::new(pool, &ours.0))
    };
    Ok(MoverPorts {
        predecessor: Arc::new(PgPredecessor::new(&old.database.0)),
        originals: old.originals,
        house,
        uploads: Arc::new(uploads),
        secrets: Arc::new(SystemSecrets::new(1)),
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        keeper: old.keeper,
        rehearsal: Some(rehearsal),
    })
}
