//! Alerts, and what they are found in.

mod ground;
mod held;
mod mutes;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::access::Visible;
use domain::alert::{AlertId, AlertKind};
use domain::production::ProductionId;
use ports::actor::Actor;
use ports::driven::{
    Alert, AlertGround, AlertQuery, AlertRepository, Arrival, ListedAlert, Mute, NewAlert, StorageError, Topic,
};
use ports::paging::{Order, Page};
use uuid::Uuid;

use crate::announcement::announce;
use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::production_rows::parse_code;
use crate::schedules::insert_deliveries;
use crate::schema::{alert, alert_arrival, production};

const WHAT: &str = "alert";

/// Alerts in PostgreSQL.
pub struct PgAlertRepository {
    pool: PgPool,
}

impl PgAlertRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// Has a production looked at, in the transaction that its snapshot goes live in.
pub(crate) fn arrive(connection: &mut PgConnection, id: ProductionId, at: DateTime<Utc>) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO alert_arrival AS a (production_id, number, arrived_at) VALUES ($1, 1, $2)
         ON CONFLICT (production_id) DO UPDATE SET number = a.number + 1",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Timestamptz, _>(at)
    .execute(connection)
    .map(drop)
}

fn parse_kind(text: &str) -> Work<AlertKind> {
    text.parse().map_err(|error| broken_row(WHAT, error))
}

/// Locks the production, so that alerts of it are told one after the other; `false` without it.
fn lock(connection: &mut PgConnection, id: ProductionId) -> QueryResult<bool> {
    let row = production::table.find(id.0).select(production::id).for_key_share();
    Ok(row.first::<Uuid>(connection).optional()?.is_some())
}

fn tell(connection: &mut PgConnection, new: &NewAlert) -> Work<bool> {
    let of = &new.alert;
    if !lock(connection, of.production)? {
        return Ok(false);
    }
    diesel::insert_into(alert::table)
        .values((
            alert::id.eq(of.id.0),
            alert::production_id.eq(of.production.0),
            alert::kind.eq(of.kind.code()),
            alert::found_at.eq(of.found_at),
            alert::title.eq(&of.title),
            alert::text.eq(&of.text),
        ))
        .execute(connection)?;
    let told = diesel::sql_query(
        "INSERT INTO alert_cause (production_id, kind, cause, alert_id) SELECT $1, $2, unnest($3), $4
         ON CONFLICT DO NOTHING",
    )
    .bind::<SqlUuid, _>(of.production.0)
    .bind::<Text, _>(of.kind.code())
    .bind::<Array<Text>, _>(&new.causes)
    .bind::<SqlUuid, _>(of.id.0)
    .execute(connection)?;
    if told < new.causes.len() {
        diesel::delete(alert::table.find(of.id.0)).execute(connection)?;
        return Ok(false);
    }
    insert_deliveries(connection, &new.deliveries)?;
    announce(connection, &[Topic::Alert(of.production), Topic::Delivery])?;
    Ok(true)
}

#[derive(QueryableByName)]
struct ListedRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    code: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Timestamptz)]
    found_at: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    text: String,
}

impl TryFrom<ListedRow> for ListedAlert {
    type Error = crate::errors::WorkError;

    fn try_from(row: ListedRow) -> Work<Self> {
        Ok(Self {
            alert: Alert {
                id: AlertId(row.id),
                kind: parse_kind(&row.kind)?,
                production: ProductionId(row.production_id),
                found_at: row.found_at,
                title: row.title,
                text: row.text,
            },
            production_code: parse_code(&row.code)?,
            production_name: row.name,
        })
    }
}

fn list(connection: &mut PgConnection, query: &AlertQuery) -> Work<Page<ListedAlert>> {
    #[derive(QueryableByName)]
    struct Total {
        #[diesel(sql_type = BigInt)]
        total: i64,
    }
    // NULL: all of them.
    let visible: Option<Vec<Uuid>> = match &query.visible {
        Visible::All => None,
        Visible::Only(ids) => Some(ids.iter().map(|id| id.0).collect()),
    };
    let listed = "FROM alert a JOIN production p ON p.id = a.production_id
         WHERE ($1 IS NULL OR a.production_id = ANY($1)) AND ($2 IS NULL OR a.production_id = $2)
           AND ($3 IS NULL OR a.kind = $3)";
    let kind = query.kind.map(AlertKind::code);
    let production = query.production.map(|id| id.0);
    let total: Total = diesel::sql_query(format!("SELECT count(*) AS total {listed}"))
        .bind::<Nullable<Array<SqlUuid>>, _>(&visible)
        .bind::<Nullable<SqlUuid>, _>(production)
        .bind::<Nullable<Text>, _>(kind)
        .get_result(connection)?;
    let direction = match query.order {
        Order::Ascending => "ASC",
        Order::Descending => "DESC",
    };
    let rows: Vec<ListedRow> = diesel::sql_query(format!(
        "SELECT a.id, a.kind, a.production_id, p.code, p.name, a.found_at, a.title, a.text {listed}
         ORDER BY a.found_at {direction}, a.id {direction} LIMIT $4 OFFSET $5"
    ))
    .bind::<Nullable<Array<SqlUuid>>, _>(&visible)
    .bind::<Nullable<SqlUuid>, _>(production)
    .bind::<Nullable<Text>, _>(kind)
    .bind::<BigInt, _>(i64::from(query.paging.per_page))
    .bind::<BigInt, _>(query.paging.offset())
    .load(connection)?;
    let items = rows.into_iter().map(ListedAlert::try_from).collect::<Work<_>>()?;
    Ok(Page {
        items,
        total: total.total,
    })
}

#[async_trait]
impl AlertRepository for PgAlertRepository {
    async fn arrivals(&self) -> Result<Vec<Arrival>, StorageError> {
        let load = |connection: &mut PgConnection| {
            let rows = alert_arrival::table.order((alert_arrival::arrived_at, alert_arrival::production_id));
            let rows: Vec<(Uuid, i64)> = rows
                .select((alert_arrival::production_id, alert_arrival::number))
                .load(connection)?;
            let arrival = |(id, number)| Arrival {
                production: ProductionId(id),
                number,
            };
            Ok(rows.into_iter().map(arrival).collect())
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn settle(&self, arrival: Arrival) -> Result<(), StorageError> {
        let settle = move |connection: &mut PgConnection| {
            let settled = alert_arrival::table
                .find(arrival.production.0)
                .filter(alert_arrival::number.eq(arrival.number));
            diesel::delete(settled).execute(connection)?;
            Ok(())
        };
        self.pool.run(WHAT, settle).await
    }

    async fn ground(&self, production: ProductionId, now: DateTime<Utc>) -> Result<Option<AlertGround>, StorageError> {
        let holidays = self.pool.holidays();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only
                .repeatable_read()
                .run(|connection| ground::load(connection, production, now, &holidays))
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn tell(&self, alert: &NewAlert) -> Result<bool, StorageError> {
        let alert = alert.clone();
        let write = move |connection: &mut PgConnection, _: &Permit| tell(connection, &alert);
        self.pool.write(WHAT, &Actor::SYSTEM, write).await
    }

    async fn list(&self, query: &AlertQuery) -> Result<Page<ListedAlert>, StorageError> {
        let query = query.clone();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(WHAT, load).await
    }

    async fn mutes(&self, production: ProductionId, now: DateTime<Utc>) -> Result<Vec<Mute>, StorageError> {
        let load = move |connection: &mut PgConnection| mutes::load(connection, production, now);
        self.pool.look_up(WHAT, load).await
    }

    async fn mute(
        &self,
        production: ProductionId,
        kinds: &[(AlertKind, Option<DateTime<Utc>>)],
        by: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let kinds = kinds.to_vec();
        let write = move |connection: &mut PgConnection, permit: &Permit| {
            mutes::set(connection, production, &kinds, permit, now)
        };
        self.pool.write(WHAT, by, write).await
    }
}
