//! Rows of old snapshots that go.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Text, Uuid as SqlUuid};
use domain::production::ProductionId;
use domain::retention::{Retention, StoredSnapshot};
use domain::upload::{UploadId, UploadKind};
use ports::actor::Actor;
use ports::driven::{AuditAction, Evicted, SnapshotEviction, StorageError, Topic};
use serde_json::json;
use uuid::Uuid;

use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::schema::{production, upload};

const WHAT: &str = "snapshot";

/// The tables with rows of snapshots; what was learned and forecast from them is in others.
const TABLES: [&str; 6] = [
    "agency_performance",
    "agency_day",
    "agency_name",
    "breakdown",
    "performance_sale",
    "daily_sale",
];

/// Old snapshots in PostgreSQL.
pub struct PgSnapshotEviction {
    pool: PgPool,
}

impl PgSnapshotEviction {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    upload_id: Uuid,
    #[diesel(sql_type = BigInt)]
    snapshot_id: i64,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
    #[diesel(sql_type = Bool)]
    is_live: bool,
}

impl Row {
    fn stored(&self) -> Work<StoredSnapshot> {
        let kind: UploadKind = self.kind.parse().map_err(|error| broken_row(WHAT, error))?;
        Ok(StoredSnapshot {
            upload: UploadId(self.upload_id),
            kind,
            record_date: self.record_date,
            is_live: self.is_live,
        })
    }
}

fn productions_before(connection: &mut PgConnection, day: NaiveDate) -> Work<Vec<ProductionId>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
    }
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT DISTINCT u.production_id FROM upload u JOIN snapshot s ON s.upload_id = u.id
         WHERE u.record_date < $1 AND u.evicted_at IS NULL ORDER BY u.production_id",
    )
    .bind::<Date, _>(day)
    .load(connection)?;
    Ok(rows.into_iter().map(|row| ProductionId(row.production_id)).collect())
}

/// All snapshots of a production whose rows are there.
fn stored(connection: &mut PgConnection, id: ProductionId) -> QueryResult<Vec<Row>> {
    diesel::sql_query(
        "SELECT u.id AS upload_id, s.id AS snapshot_id, u.kind, u.record_date, u.status = 'completed' AS is_live
         FROM upload u JOIN snapshot s ON s.upload_id = u.id
         WHERE u.production_id = $1 AND u.evicted_at IS NULL",
    )
    .bind::<SqlUuid, _>(id.0)
    .load(connection)
}

/// A batch to take, and by what it is chosen.
#[derive(Clone, Copy)]
struct Batch {
    production: ProductionId,
    retention: Retention,
    today: NaiveDate,
    at: DateTime<Utc>,
    most: usize,
}

fn evict(connection: &mut PgConnection, batch: Batch, permit: &Permit) -> Work<Evicted> {
    // The lock by which it is decided what is live.
    let row = production::table.find(batch.production.0).select(production::id);
    if row.for_no_key_update().first::<Uuid>(connection).optional()?.is_none() {
        return Ok(Evicted::default());
    }
    let rows = stored(connection, batch.production)?;
    let known = rows.iter().map(Row::stored).collect::<Work<Vec<_>>>()?;
    let mut going = batch.retention.evicted(batch.today, &known);
    going.truncate(batch.most);
    let going: Vec<Uuid> = going.into_iter().map(|id| id.0).collect();
    let of_them: Vec<&Row> = rows.iter().filter(|row| going.contains(&row.upload_id)).collect();
    let days = of_them.iter().map(|row| row.record_date);
    let (Some(from), Some(to)) = (days.clone().min(), days.max()) else {
        return Ok(Evicted::default());
    };
    let snapshots: Vec<i64> = of_them.iter().map(|row| row.snapshot_id).collect();
    let mut removed = 0;
    for table in TABLES {
        removed += diesel::sql_query(format!("DELETE FROM {table} WHERE snapshot_id = ANY($1)"))
            .bind::<Array<BigInt>, _>(&snapshots)
            .execute(connection)?;
    }
    diesel::update(upload::table.filter(upload::id.eq_any(&going)))
        .set(upload::evicted_at.eq(batch.at))
        .execute(connection)?;
    let evicted = Evicted {
        snapshots: snapshots.len() as u64,
        rows: removed as u64,
    };
    let entry = Entry {
        action: AuditAction::SnapshotsEvicted,
        subject_id: batch.production.0.to_string(),
        production_id: Some(batch.production),
        before: None,
        after: Some(json!({
            "snapshots": evicted.snapshots,
            "rows": evicted.rows,
            "firstRecordDate": from,
            "lastRecordDate": to,
            "keepSnapshots": batch.retention.daily_days(),
        })),
    };
    record(connection, entry, permit)?;
    // Forecasts of days gone by rest on what is left.
    announce(connection, &[Topic::LiveUploads(batch.production)])?;
    Ok(evicted)
}

#[async_trait]
impl SnapshotEviction for PgSnapshotEviction {
    async fn productions_before(&self, day: NaiveDate) -> Result<Vec<ProductionId>, StorageError> {
        let find = move |connection: &mut PgConnection| productions_before(connection, day);
        self.pool.look_up(WHAT, find).await
    }

    async fn evict(
        &self,
        production: ProductionId,
        retention: Retention,
        today: NaiveDate,
        at: DateTime<Utc>,
        most: usize,
    ) -> Result<Evicted, StorageError> {
        let batch = Batch {
            production,
            retention,
            today,
            at,
            most,
        };
        let evict = move |connection: &mut PgConnection, permit: &Permit| evict(connection, batch, permit);
        self.pool.write(WHAT, &Actor::SYSTEM, evict).await
    }
}
