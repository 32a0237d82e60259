//! What people are told of collection.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text, Timestamptz, Uuid as SqlUuid};
use ports::actor::Actor;
use ports::driven::collection::{SourceAlert, SourceAlertRepository};
use ports::driven::{Delivery, StorageError, Topic};
use uuid::Uuid;

use super::SOURCE;
use crate::announcement::announce;
use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::schedules::insert_deliveries;

/// What administrators are told of sources, in PostgreSQL.
pub struct PgSourceAlerts {
    pool: PgPool,
}

impl PgSourceAlerts {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

#[derive(QueryableByName)]
struct AlertRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    source_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    code: Option<String>,
    #[diesel(sql_type = Timestamptz)]
    found_at: DateTime<Utc>,
}

fn untold(connection: &mut PgConnection) -> Work<Vec<SourceAlert>> {
    let rows: Vec<AlertRow> = diesel::sql_query(
        "SELECT id, kind, source_name, code, found_at FROM source_alert
         WHERE told_at IS NULL ORDER BY found_at, id LIMIT 50",
    )
    .load(connection)?;
    let alert = |row: AlertRow| {
        let code = row.code.map(|code| code.parse()).transpose();
        Ok(SourceAlert {
            id: row.id,
            kind: row.kind.parse().map_err(|error| broken_row(SOURCE, error))?,
            source_name: row.source_name,
            code: code.map_err(|error| broken_row(SOURCE, error))?,
            found_at: row.found_at,
        })
    };
    rows.into_iter().map(alert).collect()
}

fn tell(connection: &mut PgConnection, id: Uuid, deliveries: &[Delivery], at: DateTime<Utc>) -> Work<()> {
    let told = diesel::sql_query("UPDATE source_alert SET told_at = $2 WHERE id = $1 AND told_at IS NULL")
        .bind::<SqlUuid, _>(id)
        .bind::<Timestamptz, _>(at)
        .execute(connection)?;
    if told == 0 {
        return Ok(());
    }
    insert_deliveries(connection, deliveries)?;
    announce(connection, &[Topic::Delivery])?;
    Ok(())
}

#[async_trait]
impl SourceAlertRepository for PgSourceAlerts {
    async fn untold(&self) -> Result<Vec<SourceAlert>, StorageError> {
        self.pool.look_up(SOURCE, untold).await
    }

    async fn tell(&self, id: Uuid, deliveries: &[Delivery], at: DateTime<Utc>) -> Result<(), StorageError> {
        let deliveries = deliveries.to_vec();
        let write = move |connection: &mut PgConnection, _: &Permit| tell(connection, id, &deliveries, at);
        self.pool.write(SOURCE, &Actor::SYSTEM, write).await
    }
}
