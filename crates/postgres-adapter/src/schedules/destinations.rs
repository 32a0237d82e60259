//! Where things are sent.

use async_trait::async_trait;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Uuid as SqlUuid};
use domain::people::Email;
use domain::production::ProductionId;
use domain::schedule::{Destination, DestinationId};
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{
    AuditAction, DestinationRepository, DestinationSecrets, DestinationUpdate, Patch, StorageError, Topic,
};
use uuid::Uuid;

use super::delivery_rows::{DESTINATION, DESTINATION_COLUMNS, DestinationRow, told};
use super::{named, refer};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, check_basis};
use crate::pool::PgPool;
use crate::schema::{destination, production};

const PRODUCTIONS: [&str; 2] = [
    "DELETE FROM destination_production WHERE destination_id = $1 AND production_id <> ALL($2)",
    "INSERT INTO destination_production SELECT DISTINCT $1, unnest($2) ON CONFLICT DO NOTHING",
];

/// Where things are sent, in PostgreSQL.
pub struct PgDestinationRepository {
    pool: PgPool,
}

impl PgDestinationRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

fn load(connection: &mut PgConnection, id: Option<DestinationId>, lock: bool) -> Work<Vec<Destination>> {
    let lock = if lock { "FOR NO KEY UPDATE" } else { "" };
    let rows: Vec<DestinationRow> = diesel::sql_query(format!(
        "SELECT {DESTINATION_COLUMNS} FROM destination d WHERE $1 IS NULL OR d.id = $1 ORDER BY d.name {lock}"
    ))
    .bind::<Nullable<SqlUuid>, _>(id.map(|id| id.0))
    .load(connection)?;
    rows.into_iter().map(Destination::try_from).collect()
}

fn addresses(of: &Destination) -> Vec<&str> {
    of.addresses.iter().map(Email::as_str).collect()
}

fn insert(connection: &mut PgConnection, new: &Destination, secrets: &DestinationSecrets, permit: &Permit) -> Work<()> {
    diesel::insert_into(destination::table)
        .values((
            destination::id.eq(new.id.0),
            destination::name.eq(&new.name),
            destination::kind.eq(new.kind.code()),
            destination::url.eq(secrets.url.as_ref().map(|url| url.0.as_str())),
            destination::secret.eq(secrets.secret.as_ref().map(|secret| secret.0.as_slice())),
            destination::addresses.eq(addresses(new)),
            destination::all_productions.eq(named(&new.productions).0),
            destination::takes_alerts.eq(new.takes_alerts),
            destination::takes_snapshots.eq(new.takes_snapshots),
            destination::created_at.eq(diesel::dsl::now),
        ))
        .execute(connection)?;
    refer(connection, PRODUCTIONS, new.id.0, &named(&new.productions).1)?;
    let entry = entry(AuditAction::DestinationCreated, new.id, None, Some(new));
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Schedule])?;
    Ok(())
}

fn update(connection: &mut PgConnection, update: &DestinationUpdate, basis: &Basis, permit: &Permit) -> Work<()> {
    let after = &update.destination;
    let before = load(connection, Some(after.id), true)?.pop();
    let before = before.ok_or(StorageError::Stale(DESTINATION))?;
    check_basis(basis, before.revision, DESTINATION)?;
    if before.revision != after.revision {
        return Err(StorageError::Stale(DESTINATION).into());
    }
    let row = destination::table.find(after.id.0);
    diesel::update(row)
        .set((
            destination::name.eq(&after.name),
            destination::addresses.eq(addresses(after)),
            destination::all_productions.eq(named(&after.productions).0),
            destination::takes_alerts.eq(after.takes_alerts),
            destination::takes_snapshots.eq(after.takes_snapshots),
            destination::revision.eq(destination::revision + 1),
        ))
        .execute(connection)?;
    let url = match &update.url {
        Patch::Keep => None,
        Patch::Clear => Some(None),
        Patch::Set(url) => Some(Some(url.0.as_str())),
    };
    if let Some(url) = url {
        diesel::update(row).set(destination::url.eq(url)).execute(connection)?;
    }
    let secret = match &update.secret {
        Patch::Keep => None,
        Patch::Clear => Some(None),
        Patch::Set(secret) => Some(Some(secret.0.as_slice())),
    };
    if let Some(secret) = secret {
        diesel::update(row)
            .set(destination::secret.eq(secret))
            .execute(connection)?;
    }
    refer(connection, PRODUCTIONS, after.id.0, &named(&after.productions).1)?;
    let entry = entry(AuditAction::DestinationChanged, after.id, Some(&before), Some(after));
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Schedule])?;
    Ok(())
}

fn delete(connection: &mut PgConnection, id: DestinationId, basis: &Basis, permit: &Permit) -> Work<bool> {
    let Some(before) = load(connection, Some(id), true)?.pop() else {
        return Ok(false);
    };
    check_basis(basis, before.revision, DESTINATION)?;
    diesel::delete(destination::table.find(id.0)).execute(connection)?;
    let entry = entry(AuditAction::DestinationDeleted, id, Some(&before), None);
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Schedule])?;
    Ok(true)
}

fn entry(action: AuditAction, id: DestinationId, before: Option<&Destination>, after: Option<&Destination>) -> Entry {
    Entry {
        action,
        subject_id: id.to_string(),
        production_id: None,
        before: before.map(told),
        after: after.map(told),
    }
}

#[async_trait]
impl DestinationRepository for PgDestinationRepository {
    async fn list(&self) -> Result<Vec<Destination>, StorageError> {
        let all = |connection: &mut PgConnection| load(connection, None, false);
        self.pool.look_up(DESTINATION, all).await
    }

    async fn find(&self, id: DestinationId) -> Result<Option<Destination>, StorageError> {
        let one = move |connection: &mut PgConnection| Ok(load(connection, Some(id), false)?.pop());
        self.pool.look_up(DESTINATION, one).await
    }

    async fn insert(
        &self,
        destination: &Destination,
        secrets: &DestinationSecrets,
        by: &Actor,
    ) -> Result<(), StorageError> {
        let (destination, secrets) = (destination.clone(), secrets.clone());
        let write =
            move |connection: &mut PgConnection, permit: &Permit| insert(connection, &destination, &secrets, permit);
        self.pool.write(DESTINATION, by, write).await
    }

    async fn update(&self, of: &DestinationUpdate, edit: &Edit) -> Result<(), StorageError> {
        let (of, basis) = (of.clone(), edit.basis.clone());
        let write = move |connection: &mut PgConnection, permit: &Permit| update(connection, &of, &basis, permit);
        self.pool.write(DESTINATION, &edit.by, write).await
    }

    async fn delete(&self, id: DestinationId, edit: &Edit) -> Result<bool, StorageError> {
        let basis = edit.basis.clone();
        let write = move |connection: &mut PgConnection, permit: &Permit| delete(connection, id, &basis, permit);
        self.pool.write(DESTINATION, &edit.by, write).await
    }

    async fn with_own_webhook(&self, ids: &[ProductionId]) -> Result<Vec<(ProductionId, String)>, StorageError> {
        let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
        let load = move |connection: &mut PgConnection| {
            let rows: Vec<(Uuid, String)> = production::table
                .filter(production::id.eq_any(ids))
                .filter(production::slack_webhook_url.is_not_null())
                .order(production::name)
                .select((production::id, production::name))
                .load(connection)?;
            Ok(rows.into_iter().map(|(id, name)| (ProductionId(id), name)).collect())
        };
        self.pool.look_up(DESTINATION, load).await
    }
}
