//! What KOPIS told, how often it was asked, and which of its shows productions are.

mod calls;
mod matches;
mod reading;
mod standing;

use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text};
use domain::calendar::DateRange;
use domain::market::matching::Own;
use domain::market::{Genre, KopisId, Show, Trouble};
use domain::production::ProductionId;
use ports::actor::{Actor, Edit};
use ports::driven::{CallGrant, CallTerms, MarketCounts, MarketReading, MarketStore, Match, StorageError};

use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::pool::PgPool;
use crate::prepared::prepared;

pub(crate) use self::matches::{genre_of, genres_in_use};
pub(crate) use self::standing::standing;

const WHAT: &str = "market";

/// The market in PostgreSQL.
pub struct PgMarketStore {
    pool: PgPool,
}

impl PgMarketStore {
    /// Works through this pool, which knows of the key.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// A show as it is stored.
#[derive(QueryableByName)]
pub(crate) struct ShowRow {
    #[diesel(sql_type = Text)]
    kopis_id: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    genre: String,
    #[diesel(sql_type = Nullable<Text>)]
    place: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    area: Option<String>,
    #[diesel(sql_type = Date)]
    from_day: NaiveDate,
    #[diesel(sql_type = Date)]
    to_day: NaiveDate,
    #[diesel(sql_type = Bool)]
    open_run: bool,
}

impl ShowRow {
    pub(crate) fn show(self) -> Work<Show> {
        Ok(Show {
            kopis_id: parse_kopis_id(&self.kopis_id)?,
            name: self.name,
            genre: Genre::stored(self.genre),
            place: self.place,
            area: self.area,
            from: self.from_day,
            to: self.to_day,
            open_run: self.open_run,
        })
    }
}

pub(crate) fn parse_kopis_id(text: &str) -> Work<KopisId> {
    text.parse().map_err(|error| broken_row(WHAT, error))
}

fn candidates(
    connection: &mut PgConnection,
    ids: &[String],
    genre: &str,
    days: DateRange,
    most: i64,
) -> Work<Vec<Show>> {
    let rows: Vec<ShowRow> = prepared(
        diesel::sql_query(
            "SELECT kopis_id, name, genre, place, area, from_day, to_day, open_run
             FROM kopis_show
             WHERE kopis_id = ANY($1) OR (genre = $2 AND to_day >= $3 AND from_day <= $4)
             ORDER BY kopis_id = ANY($1) DESC, kopis_id LIMIT $5",
        )
        .bind::<Array<Text>, _>(ids.to_vec())
        .bind::<Text, _>(genre.to_owned())
        .bind::<Date, _>(days.first())
        .bind::<Date, _>(days.last())
        .bind::<BigInt, _>(most),
    )
    .load(connection)?;
    rows.into_iter().map(ShowRow::show).collect()
}

#[async_trait]
impl MarketStore for PgMarketStore {
    async fn ask(&self, terms: &CallTerms) -> Result<CallGrant, StorageError> {
        let (terms, key) = (*terms, self.pool.market_key());
        let ask = move |connection: &mut PgConnection, _: &Permit| calls::ask(connection, &terms, key.as_deref());
        self.pool.write(WHAT, &Actor::SYSTEM, ask).await
    }

    async fn called(&self) -> Result<(), StorageError> {
        let called = |connection: &mut PgConnection, _: &Permit| calls::called(connection);
        self.pool.write(WHAT, &Actor::SYSTEM, called).await
    }

    async fn genres_in_use(&self) -> Result<Vec<Genre>, StorageError> {
        self.pool.look_up(WHAT, matches::genres_in_use).await
    }

    async fn days_asked(&self, range: DateRange) -> Result<BTreeSet<NaiveDate>, StorageError> {
        self.pool
            .look_up(WHAT, move |connection| reading::days_asked(connection, range))
            .await
    }

    async fn store(&self, reading: &MarketReading, at: DateTime<Utc>) -> Result<(), StorageError> {
        let reading = reading.clone();
        let store = move |connection: &mut PgConnection, _: &Permit| reading::store(connection, &reading, at);
        self.pool.write(WHAT, &Actor::SYSTEM, store).await
    }

    async fn ended(&self, trouble: Option<Trouble>, at: DateTime<Utc>) -> Result<(), StorageError> {
        let key = self.pool.market_key();
        let ended =
            move |connection: &mut PgConnection, _: &Permit| standing::ended(connection, trouble, key.as_deref(), at);
        self.pool.write(WHAT, &Actor::SYSTEM, ended).await
    }

    async fn counts(&self, now: DateTime<Utc>) -> Result<MarketCounts, StorageError> {
        let key = self.pool.market_key();
        self.pool
            .look_up(WHAT, move |connection| {
                standing::counts(connection, key.as_deref(), now)
            })
            .await
    }

    async fn candidates(
        &self,
        ids: &[KopisId],
        genre: &Genre,
        days: DateRange,
        most: usize,
    ) -> Result<Vec<Show>, StorageError> {
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let genre = genre.code().to_owned();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.pool
            .look_up(WHAT, move |connection| candidates(connection, &ids, &genre, days, most))
            .await
    }

    async fn own(&self, production: ProductionId) -> Result<Option<Own>, StorageError> {
        self.pool
            .look_up(WHAT, move |connection| matches::own(connection, production))
            .await
    }

    async fn find_match(&self, production: ProductionId) -> Result<Option<Match>, StorageError> {
        self.pool
            .look_up(WHAT, move |connection| matches::find(connection, production))
            .await
    }

    async fn set_match(
        &self,
        production: ProductionId,
        kopis_ids: &[KopisId],
        genre: &Genre,
        at: DateTime<Utc>,
        edit: &Edit,
    ) -> Result<Match, StorageError> {
        let said = matches::Said {
            kopis_ids: kopis_ids.iter().map(ToString::to_string).collect(),
            genre: genre.code().to_owned(),
            at,
        };
        let basis = edit.basis.clone();
        let set = move |connection: &mut PgConnection, permit: &Permit| {
            matches::set(connection, production, &said, &basis, permit)
        };
        self.pool.write(WHAT, &edit.by, set).await
    }
}
