//! Which shows productions are, and what they are found by.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::calendar::DateRange;
use domain::market::matching::Own;
use domain::market::{Genre, Show};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use ports::actor::Basis;
use ports::driven::{AuditAction, Match, Topic};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{ShowRow, WHAT, parse_kopis_id};
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row, check_basis};
use crate::production_rows::{lock_production, parse_category};

/// What somebody says.
pub(super) struct Said {
    pub(super) kopis_ids: Vec<String>,
    pub(super) genre: String,
    pub(super) at: DateTime<Utc>,
}

/// The genre of a production: as somebody said, else the usual one.
pub(crate) fn genre_of(said: Option<String>, category: &str) -> Work<Genre> {
    let usual = || Ok(Genre::usual(parse_category(category)?));
    said.map_or_else(usual, |code| Ok(Genre::stored(code)))
}

pub(crate) fn genres_in_use(connection: &mut PgConnection) -> Work<Vec<Genre>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        category: String,
        #[diesel(sql_type = Nullable<Text>)]
        genre: Option<String>,
    }
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT DISTINCT p.category, m.genre
         FROM production p LEFT JOIN kopis_match m ON m.production_id = p.id WHERE p.active",
    )
    .load(connection)?;
    let genres = rows.into_iter().map(|row| genre_of(row.genre, &row.category));
    Ok(genres.collect::<Work<BTreeSet<_>>>()?.into_iter().collect())
}

#[derive(QueryableByName)]
struct OwnRow {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Nullable<Text>)]
    venue: Option<String>,
    #[diesel(sql_type = Nullable<Date>)]
    run_start: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    run_end: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Text>)]
    genre: Option<String>,
}

pub(super) fn own(connection: &mut PgConnection, production: ProductionId) -> Work<Option<Own>> {
    let row: Option<OwnRow> = diesel::sql_query(
        "SELECT p.name, p.category, p.venue, p.run_start, p.run_end, m.genre
         FROM production p LEFT JOIN kopis_match m ON m.production_id = p.id WHERE p.id = $1",
    )
    .bind::<SqlUuid, _>(production.0)
    .get_result(connection)
    .optional()?;
    let Some(row) = row else { return Ok(None) };
    let (first, last) = (row.run_start.or(row.run_end), row.run_end.or(row.run_start));
    Ok(Some(Own {
        genre: genre_of(row.genre, &row.category)?,
        name: row.name,
        place: row.venue,
        run: first.zip(last).and_then(|(first, last)| DateRange::new(first, last)),
    }))
}

#[derive(QueryableByName)]
struct MatchRow {
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Nullable<Array<Text>>)]
    kopis_ids: Option<Vec<String>>,
    #[diesel(sql_type = Nullable<Text>)]
    genre: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    revision: Option<i64>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    user_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    user_name: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    confirmed_at: Option<DateTime<Utc>>,
}

pub(super) fn find(connection: &mut PgConnection, production: ProductionId) -> Work<Option<Match>> {
    let row: Option<MatchRow> = diesel::sql_query(
        "SELECT p.category, m.kopis_ids, m.genre, m.revision, a.id AS user_id, a.name AS user_name, m.confirmed_at
         FROM production p
         LEFT JOIN kopis_match m ON m.production_id = p.id
         LEFT JOIN account a ON a.id = m.confirmed_by
         WHERE p.id = $1",
    )
    .bind::<SqlUuid, _>(production.0)
    .get_result(connection)
    .optional()?;
    let Some(row) = row else { return Ok(None) };
    let ids = row.kopis_ids.unwrap_or_default();
    Ok(Some(Match {
        shows: shows(connection, &ids)?,
        kopis_ids: ids.iter().map(|id| parse_kopis_id(id)).collect::<Work<_>>()?,
        genre: genre_of(row.genre, &row.category)?,
        confirmed_by: row
            .user_id
            .zip(row.user_name)
            .map(|(id, name)| UserName { id: UserId(id), name }),
        confirmed_at: row.confirmed_at,
        revision: row.revision.unwrap_or(0),
    }))
}

/// Those of these shows that are known, in the order in which they are named.
fn shows(connection: &mut PgConnection, ids: &[String]) -> Work<Vec<Show>> {
    let rows: Vec<ShowRow> = diesel::sql_query(
        "SELECT kopis_id, name, genre, place, area, from_day, to_day, open_run FROM kopis_show
         WHERE kopis_id = ANY($1) ORDER BY array_position($1, kopis_id)",
    )
    .bind::<Array<Text>, _>(ids.to_vec())
    .load(connection)?;
    rows.into_iter().map(ShowRow::show).collect()
}

pub(super) fn set(
    connection: &mut PgConnection,
    production: ProductionId,
    said: &Said,
    basis: &Basis,
    permit: &Permit,
) -> Work<Match> {
    // Writers come one after the other.
    lock_production(connection, production)?;
    let gone = || broken_row(WHAT, "a production that is locked is gone");
    let before = find(connection, production)?.ok_or_else(gone)?;
    check_basis(basis, before.revision, WHAT)?;
    diesel::sql_query(
        "INSERT INTO kopis_match (production_id, kopis_ids, genre, revision, confirmed_by, confirmed_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (production_id) DO UPDATE
         SET kopis_ids = excluded.kopis_ids, genre = excluded.genre, revision = excluded.revision,
             confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at",
    )
    .bind::<SqlUuid, _>(production.0)
    .bind::<Array<Text>, _>(said.kopis_ids.clone())
    .bind::<Text, _>(said.genre.clone())
    .bind::<BigInt, _>(before.revision + 1)
    .bind::<Nullable<SqlUuid>, _>(permit.recorded_as().map(|id| id.0))
    .bind::<Timestamptz, _>(said.at)
    .execute(connection)?;
    let after = find(connection, production)?.ok_or_else(gone)?;
    let entry = Entry {
        action: AuditAction::ProductionKopisChanged,
        subject_id: production.to_string(),
        production_id: Some(production),
        before: Some(audit_json(&before)),
        after: Some(audit_json(&after)),
    };
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Production(production)])?;
    Ok(after)
}

fn audit_json(of: &Match) -> Value {
    json!({
        "kopisIds": of.kopis_ids.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "genre": of.genre.code(),
    })
}
