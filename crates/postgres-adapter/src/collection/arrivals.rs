//! What came.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Bool, Date, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::access::Visible;
use domain::collection::{Arrival, ArrivalId, ArrivalState, CollectionRunId, SecretName, SourceId};
use domain::production::ProductionId;
use domain::upload::UploadId;
use ports::actor::Actor;
use ports::driven::collection::{
    ArrivalGround, ArrivalQuery, ArrivalRepository, Decision, LastArrival, NewArrival, RunArrivals, SameUpload,
    UnmovedArrival, Validators,
};
use ports::driven::{AuditAction, StorageError, Topic};
use ports::paging::{Order, Page};
use serde_json::{Value, json};
use uuid::Uuid;

use super::ARRIVAL;
use super::arriving::{BY_A_PERSON, insert, keep_production, take_the_place};
use super::json::origin_from_json;
use super::rows::{ARRIVAL_COLUMNS, ARRIVAL_SUMMARY_COLUMNS, ArrivalRow};
use super::sources::Count;
use crate::alerts;
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::layouts;
use crate::pool::PgPool;

/// Arrivals that are to be put away, at most at a time.
const UNMOVED: i64 = 500;

/// What came, in PostgreSQL.
pub struct PgArrivalRepository {
    pool: PgPool,
}

impl PgArrivalRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

fn store(connection: &mut PgConnection, new: &NewArrival, now: DateTime<Utc>) -> Work<()> {
    let arrival = &new.arrival;
    keep_production(connection, arrival.production_id)?;
    if !insert(connection, new, arrival.state, arrival.upload_id)? {
        return Ok(());
    }
    take_the_place(connection, arrival, arrival.upload_id)?;
    if let (ArrivalState::Held, Some(production)) = (arrival.state, arrival.production_id) {
        alerts::arrive(connection, production, now)?;
    }
    announce(connection, &[Topic::Collection(arrival.production_id)])?;
    Ok(())
}

/// Uploads of the same bytes that are live or pending there. What was opened with a password is kept opened: only its
/// arrival knows the bytes that came.
fn same_there(
    connection: &mut PgConnection,
    production: ProductionId,
    record_date: NaiveDate,
    content_key: &[u8],
) -> Work<Vec<SameUpload>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
        #[diesel(sql_type = Text)]
        kind: String,
        #[diesel(sql_type = Bool)]
        is_kind_found: bool,
    }
    let layout = layouts::documents(connection, production)?;
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT DISTINCT ON (u.kind) u.id, u.kind, u.source_name IS NOT NULL AS is_kind_found
         FROM upload u
         WHERE u.production_id = $1 AND u.record_date = $2 AND u.layout IS NOT DISTINCT FROM $4
           AND u.status IN ('queued', 'processing', 'completed')
           AND (u.content_key = $3 OR EXISTS (SELECT FROM arrival a WHERE a.upload_id = u.id AND a.content_key = $3))
         ORDER BY u.kind, u.accepted_no DESC",
    )
    .bind::<SqlUuid, _>(production.0)
    .bind::<Date, _>(record_date)
    .bind::<Binary, _>(content_key)
    .bind::<Nullable<Jsonb>, _>(layout)
    .load(connection)?;
    let same = |row: Row| {
        Ok(SameUpload {
            id: UploadId(row.id),
            kind: row.kind.parse().map_err(|error| broken_row(ARRIVAL, error))?,
            is_kind_found: row.is_kind_found,
        })
    };
    rows.into_iter().map(same).collect()
}

#[derive(QueryableByName)]
struct GroundRow {
    #[diesel(sql_type = Bool)]
    withdrawn_there: bool,
    #[diesel(sql_type = Array<Text>)]
    manual_there: Vec<String>,
    #[diesel(sql_type = Nullable<Text>)]
    asked_there: Option<String>,
    #[diesel(sql_type = Bool)]
    brought_before: bool,
    #[diesel(sql_type = Bool)]
    brought_elsewhere: bool,
}

fn ground(
    connection: &mut PgConnection,
    source: SourceId,
    production: ProductionId,
    record_date: NaiveDate,
    content_key: &[u8],
) -> Work<ArrivalGround> {
    let same_there = same_there(connection, production, record_date, content_key)?;
    let row: GroundRow = diesel::sql_query(format!(
        "SELECT EXISTS (SELECT FROM upload u
                        WHERE u.production_id = $2 AND u.record_date = $3 AND u.status = 'withdrawn'
                          AND (u.content_key = $4
                               OR EXISTS (SELECT FROM arrival a WHERE a.upload_id = u.id AND a.content_key = $4)))
                    AS withdrawn_there,
                ARRAY(SELECT DISTINCT u.kind FROM upload u
                      WHERE u.production_id = $2 AND u.record_date = $3 AND {BY_A_PERSON}) AS manual_there,
                (SELECT a.state FROM arrival a
                 WHERE a.source_id = $1 AND a.content_key = $4 AND a.production_id = $2 AND a.record_date = $3
                   AND (a.state = 'held' OR (a.state = 'discarded' AND a.decided_by IS NOT NULL))
                 ORDER BY a.arrived_at DESC, a.id DESC LIMIT 1) AS asked_there,
                EXISTS (SELECT FROM arrival a
                        WHERE a.source_id = $1 AND a.content_key = $4 AND a.state <> 'refused') AS brought_before,
                EXISTS (SELECT FROM arrival a
                        WHERE a.source_id = $1 AND a.content_key = $4 AND a.production_id = $2
                          AND a.record_date <> $3 AND a.state <> 'refused') AS brought_elsewhere"
    ))
    .bind::<SqlUuid, _>(source.0)
    .bind::<SqlUuid, _>(production.0)
    .bind::<Date, _>(record_date)
    .bind::<Binary, _>(content_key)
    .get_result(connection)?;
    let kind = |word: String| word.parse().map_err(|error| broken_row(ARRIVAL, error));
    let asked = row.asked_there.map(|state| state.parse()).transpose();
    Ok(ArrivalGround {
        same_there,
        withdrawn_there: row.withdrawn_there,
        manual_there: row.manual_there.into_iter().map(kind).collect::<Work<_>>()?,
        asked_there: asked.map_err(|error| broken_row(ARRIVAL, error))?,
        brought_before: row.brought_before,
        brought_elsewhere: row.brought_elsewhere,
    })
}

#[derive(QueryableByName)]
struct LastRow {
    #[diesel(sql_type = Binary)]
    content_key: Vec<u8>,
    #[diesel(sql_type = Nullable<Text>)]
    fetched_from: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    etag: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    last_modified: Option<String>,
}

fn last(connection: &mut PgConnection, source: SourceId) -> Work<Option<LastArrival>> {
    let row: Option<LastRow> = diesel::sql_query(
        "SELECT content_key, fetched_from, etag, last_modified FROM arrival
         WHERE source_id = $1 AND state <> 'refused' ORDER BY arrived_at DESC, id DESC LIMIT 1",
    )
    .bind::<SqlUuid, _>(source.0)
    .get_result(connection)
    .optional()?;
    Ok(row.map(|row| LastArrival {
        content_key: row.content_key,
        fetched_from: row.fetched_from,
        validators: Validators {
            etag: row.etag,
            last_modified: row.last_modified,
        },
    }))
}

/// What is unchanged is news where the source did not bring it before.
fn of_run(connection: &mut PgConnection, run: CollectionRunId) -> Work<RunArrivals> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Bool)]
        has_rejected: bool,
        #[diesel(sql_type = Bool)]
        has_news: bool,
    }
    let row: Row = diesel::sql_query(
        "SELECT coalesce(bool_or(a.state = 'refused' OR u.status = 'failed'), false) AS has_rejected,
                coalesce(bool_or(a.state NOT IN ('refused', 'unchanged')
                                 OR (a.state = 'unchanged' AND a.upload_id IS NOT NULL
                                     AND NOT EXISTS (SELECT FROM arrival b
                                                     WHERE b.source_id = a.source_id AND b.content_key = a.content_key
                                                       AND b.state <> 'refused'
                                                       AND (b.arrived_at, b.id) < (a.arrived_at, a.id)))),
                         false) AS has_news
         FROM arrival a LEFT JOIN upload u ON u.id = a.upload_id
         WHERE a.run_id = $1",
    )
    .bind::<SqlUuid, _>(run.0)
    .get_result(connection)?;
    Ok(RunArrivals {
        has_rejected: row.has_rejected,
        has_news: row.has_news,
    })
}

#[derive(QueryableByName)]
struct UnmovedRow {
    #[diesel(sql_type = SqlUuid)]
    arrival_id: Uuid,
    #[diesel(sql_type = Jsonb)]
    disk_files: Value,
    #[diesel(sql_type = Nullable<Text>)]
    upload_status: Option<String>,
}

fn unmoved(connection: &mut PgConnection, source: SourceId) -> Work<Vec<UnmovedArrival>> {
    let rows: Vec<UnmovedRow> = diesel::sql_query(
        "SELECT a.id AS arrival_id, a.disk_files, u.status AS upload_status
         FROM arrival a LEFT JOIN upload u ON u.id = a.upload_id
         WHERE a.source_id = $1 AND a.disk_key IS NOT NULL AND a.moved_at IS NULL
         ORDER BY a.arrived_at, a.id LIMIT $2",
    )
    .bind::<SqlUuid, _>(source.0)
    .bind::<BigInt, _>(UNMOVED)
    .load(connection)?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.arrival_id).collect();
    let arrivals: Vec<ArrivalRow> =
        diesel::sql_query(format!("SELECT {ARRIVAL_COLUMNS} FROM arrival a WHERE a.id = ANY($1)"))
            .bind::<Array<SqlUuid>, _>(&ids)
            .load(connection)?;
    let mut by_id: HashMap<Uuid, Arrival> = HashMap::new();
    for row in arrivals {
        let arrival = row.into_details()?;
        by_id.insert(arrival.id.0, arrival);
    }
    let unmoved = |row: UnmovedRow| {
        let status = row.upload_status.map(|status| status.parse()).transpose();
        let arrival = by_id.remove(&row.arrival_id);
        Ok(UnmovedArrival {
            arrival: arrival.ok_or_else(|| broken_row(ARRIVAL, "one that was just read is gone"))?,
            files: origin_from_json(row.disk_files)?,
            upload: status.map_err(|error| broken_row(ARRIVAL, error))?,
        })
    };
    rows.into_iter().map(unmoved).collect()
}

fn find(connection: &mut PgConnection, id: ArrivalId) -> Work<Option<Arrival>> {
    let row: Option<ArrivalRow> = diesel::sql_query(format!("SELECT {ARRIVAL_COLUMNS} FROM arrival a WHERE a.id = $1"))
        .bind::<SqlUuid, _>(id.0)
        .get_result(connection)
        .optional()?;
    row.map(ArrivalRow::into_details).transpose()
}

fn list(connection: &mut PgConnection, query: &ArrivalQuery) -> Work<Page<Arrival>> {
    // NULL: all of them.
    let visible: Option<Vec<Uuid>> = match &query.visible {
        Visible::All => None,
        Visible::Only(ids) => Some(ids.iter().map(|id| id.0).collect()),
    };
    let listed = "FROM arrival a
         WHERE ($1 IS NULL OR a.production_id = ANY($1)) AND ($2 IS NULL OR a.source_id = $2)
           AND ($3 IS NULL OR a.production_id = $3) AND ($4 IS NULL OR a.state = $4)";
    macro_rules! asked {
        ($statement:expr) => {
            diesel::sql_query($statement)
                .bind::<Nullable<Array<SqlUuid>>, _>(&visible)
                .bind::<Nullable<SqlUuid>, _>(query.source.map(|id| id.0))
                .bind::<Nullable<SqlUuid>, _>(query.production.map(|id| id.0))
                .bind::<Nullable<Text>, _>(query.state.map(ArrivalState::code))
        };
    }
    let total: Count = asked!(format!("SELECT count(*) AS count {listed}")).get_result(connection)?;
    let direction = match query.order {
        Order::Ascending => "ASC",
        Order::Descending => "DESC",
    };
    let rows: Vec<ArrivalRow> = asked!(format!(
        "SELECT {ARRIVAL_SUMMARY_COLUMNS} {listed} ORDER BY a.arrived_at {direction}, a.id {direction} LIMIT $5 OFFSET $6"
    ))
    .bind::<BigInt, _>(i64::from(query.paging.per_page))
    .bind::<BigInt, _>(query.paging.offset())
    .load(connection)?;
    Ok(Page {
        items: rows.into_iter().map(ArrivalRow::into_summary).collect::<Work<_>>()?,
        total: total.count,
    })
}

fn discard(
    connection: &mut PgConnection,
    id: ArrivalId,
    reason: Option<&str>,
    at: DateTime<Utc>,
    permit: &Permit,
) -> Work<Decision> {
    let discarded = diesel::sql_query(
        "UPDATE arrival SET state = 'discarded', decided_by = $2, decided_at = $3, reason = $4
         WHERE id = $1 AND state = 'held'",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Nullable<SqlUuid>, _>(permit.recorded_as().map(|id| id.0))
    .bind::<Timestamptz, _>(at)
    .bind::<Nullable<Text>, _>(reason)
    .execute(connection)?;
    if discarded == 0 {
        return Ok(Decision::NotHeld);
    }
    let arrival = find(connection, id)?.ok_or(StorageError::Stale(ARRIVAL))?;
    let entry = Entry {
        action: AuditAction::ArrivalDiscarded,
        subject_id: id.to_string(),
        production_id: arrival.production_id,
        before: Some(json!({ "state": "held" })),
        after: Some(json!({
            "state": "discarded",
            "reason": reason,
            "source": { "id": arrival.source.map(|id| id.0), "name": arrival.source_name },
        })),
    };
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Collection(arrival.production_id)])?;
    Ok(Decision::Made(Box::new(arrival)))
}

#[async_trait]
impl ArrivalRepository for PgArrivalRepository {
    async fn store(&self, new: &NewArrival, now: DateTime<Utc>) -> Result<(), StorageError> {
        let new = new.clone();
        let write = move |connection: &mut PgConnection, _: &Permit| store(connection, &new, now);
        self.pool.write(ARRIVAL, &Actor::SYSTEM, write).await
    }

    async fn ground(
        &self,
        source: SourceId,
        production: ProductionId,
        record_date: NaiveDate,
        content_key: &[u8],
    ) -> Result<ArrivalGround, StorageError> {
        let key = content_key.to_vec();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only
                .repeatable_read()
                .run(|connection| ground(connection, source, production, record_date, &key))
        };
        self.pool.look_up(ARRIVAL, load).await
    }

    async fn last(&self, source: SourceId) -> Result<Option<LastArrival>, StorageError> {
        let load = move |connection: &mut PgConnection| last(connection, source);
        self.pool.look_up(ARRIVAL, load).await
    }

    async fn of_run(&self, run: CollectionRunId) -> Result<RunArrivals, StorageError> {
        let load = move |connection: &mut PgConnection| of_run(connection, run);
        self.pool.look_up(ARRIVAL, load).await
    }

    async fn unmoved(&self, source: SourceId) -> Result<Vec<UnmovedArrival>, StorageError> {
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only
                .repeatable_read()
                .run(|connection| unmoved(connection, source))
        };
        self.pool.look_up(ARRIVAL, load).await
    }

    async fn moved(&self, id: ArrivalId, at: DateTime<Utc>) -> Result<(), StorageError> {
        let write = move |connection: &mut PgConnection| {
            diesel::sql_query("UPDATE arrival SET moved_at = $2 WHERE id = $1 AND moved_at IS NULL")
                .bind::<SqlUuid, _>(id.0)
                .bind::<Timestamptz, _>(at)
                .execute(connection)?;
            Ok(())
        };
        self.pool.run(ARRIVAL, write).await
    }

    async fn find(&self, id: ArrivalId) -> Result<Option<Arrival>, StorageError> {
        let find = move |connection: &mut PgConnection| find(connection, id);
        self.pool.look_up(ARRIVAL, find).await
    }

    async fn password_secret(&self, id: ArrivalId) -> Result<Option<SecretName>, StorageError> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Nullable<Text>)]
            password_secret: Option<String>,
        }
        let load = move |connection: &mut PgConnection| {
            let row: Option<Row> = diesel::sql_query("SELECT password_secret FROM arrival WHERE id = $1")
                .bind::<SqlUuid, _>(id.0)
                .get_result(connection)
                .optional()?;
            let name = row.and_then(|row| row.password_secret);
            let name = name.map(|name| name.parse()).transpose();
            name.map_err(|error| broken_row(ARRIVAL, error))
        };
        self.pool.look_up(ARRIVAL, load).await
    }

    async fn list(&self, query: &ArrivalQuery) -> Result<Page<Arrival>, StorageError> {
        let query = query.clone();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(ARRIVAL, load).await
    }

    async fn discard(
        &self,
        id: ArrivalId,
        reason: Option<String>,
        at: DateTime<Utc>,
        by: &Actor,
    ) -> Result<Decision, StorageError> {
        let write = move |connection: &mut PgConnection, permit: &Permit| {
            discard(connection, id, reason.as_deref(), at, permit)
        };
        self.pool.write(ARRIVAL, by, write).await
    }
}
