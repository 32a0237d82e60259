//! What was read, stored in one piece.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text, Timestamptz};
use domain::calendar::DateRange;
use domain::market::{Genre, GenreDay, RankedShow, Show};
use ports::driven::{MarketReading, Topic};

use crate::announcement::announce;
use crate::errors::Work;

pub(super) fn days_asked(connection: &mut PgConnection, range: DateRange) -> Work<BTreeSet<NaiveDate>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Date)]
        day: NaiveDate,
    }
    let rows: Vec<Row> =
        diesel::sql_query("SELECT day FROM kopis_day WHERE day BETWEEN $1 AND $2 AND bookings_read_at IS NOT NULL")
            .bind::<Date, _>(range.first())
            .bind::<Date, _>(range.last())
            .load(connection)?;
    Ok(rows.into_iter().map(|row| row.day).collect())
}

pub(super) fn store(connection: &mut PgConnection, reading: &MarketReading, at: DateTime<Utc>) -> Work<()> {
    store_bookings(connection, &reading.bookings, at)?;
    for (genre, day, shows) in &reading.ranks {
        store_ranks(connection, genre, *day, shows)?;
    }
    store_shows(connection, &reading.shows, at)?;
    diesel::sql_query("UPDATE kopis_state SET read_at = $1")
        .bind::<Timestamptz, _>(at)
        .execute(connection)?;
    announce(connection, &[Topic::Market])?;
    Ok(())
}

fn store_bookings(
    connection: &mut PgConnection,
    bookings: &[(NaiveDate, Vec<GenreDay>)],
    at: DateTime<Utc>,
) -> QueryResult<()> {
    // Each genre of a day once, also where KOPIS names it twice.
    let mut known = BTreeSet::new();
    let told: Vec<&GenreDay> = bookings
        .iter()
        .flat_map(|(_, told)| told)
        .filter(|one| known.insert((one.genre.clone(), one.day)))
        .collect();
    let figures = |figure: fn(&GenreDay) -> i64| told.iter().map(|one| figure(one)).collect::<Vec<i64>>();
    let genres: Vec<&str> = told.iter().map(|one| one.genre.code()).collect();
    let days: Vec<NaiveDate> = told.iter().map(|one| one.day).collect();
    diesel::sql_query(
        "INSERT INTO kopis_genre_day AS known
             (genre, day, productions, performances, booked, cancelled, net, amount_krw, read_at)
         SELECT told.*, $9 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
             AS told (genre, day, productions, performances, booked, cancelled, net, amount_krw)
         ON CONFLICT (genre, day) DO UPDATE
         SET productions = excluded.productions, performances = excluded.performances, booked = excluded.booked,
             cancelled = excluded.cancelled, net = excluded.net, amount_krw = excluded.amount_krw,
             read_at = excluded.read_at,
             corrected_at = CASE
                 WHEN (known.productions, known.performances, known.booked, known.cancelled, known.net, known.amount_krw)
                      IS DISTINCT FROM (excluded.productions, excluded.performances, excluded.booked,
                                        excluded.cancelled, excluded.net, excluded.amount_krw)
                 THEN excluded.read_at ELSE known.corrected_at END",
    )
    .bind::<Array<Text>, _>(genres)
    .bind::<Array<Date>, _>(days)
    .bind::<Array<BigInt>, _>(figures(|one| one.bookings.productions))
    .bind::<Array<BigInt>, _>(figures(|one| one.bookings.performances))
    .bind::<Array<BigInt>, _>(figures(|one| one.bookings.booked_tickets))
    .bind::<Array<BigInt>, _>(figures(|one| one.bookings.cancelled_tickets))
    .bind::<Array<BigInt>, _>(figures(|one| one.bookings.net_tickets))
    .bind::<Array<BigInt>, _>(figures(|one| one.bookings.amount_krw))
    .bind::<Timestamptz, _>(at)
    .execute(connection)?;
    let asked: BTreeSet<NaiveDate> = bookings.iter().map(|(day, _)| *day).collect();
    diesel::sql_query(
        "INSERT INTO kopis_day (day, bookings_read_at) SELECT day, $2 FROM unnest($1) AS day
         ON CONFLICT (day) DO UPDATE SET bookings_read_at = excluded.bookings_read_at",
    )
    .bind::<Array<Date>, _>(asked.into_iter().collect::<Vec<_>>())
    .bind::<Timestamptz, _>(at)
    .execute(connection)?;
    Ok(())
}

fn store_ranks(connection: &mut PgConnection, genre: &Genre, day: NaiveDate, shows: &[RankedShow]) -> QueryResult<()> {
    diesel::sql_query("DELETE FROM kopis_rank WHERE genre = $1 AND day = $2")
        .bind::<Text, _>(genre.code())
        .bind::<Date, _>(day)
        .execute(connection)?;
    diesel::sql_query(
        "INSERT INTO kopis_rank (genre, day, rank, kopis_id, name, place, area, from_day, to_day, seats, performances)
         SELECT $1, $2, told.* FROM unnest($3, $4, $5, $6, $7, $8, $9, $10, $11) AS told",
    )
    .bind::<Text, _>(genre.code())
    .bind::<Date, _>(day)
    .bind::<Array<BigInt>, _>(each(shows, |show| show.rank))
    .bind::<Array<Text>, _>(each(shows, |show| show.kopis_id.to_string()))
    .bind::<Array<Text>, _>(each(shows, |show| show.name.clone()))
    .bind::<Array<Nullable<Text>>, _>(each(shows, |show| show.place.clone()))
    .bind::<Array<Nullable<Text>>, _>(each(shows, |show| show.area.clone()))
    .bind::<Array<Nullable<Date>>, _>(each(shows, |show| show.from))
    .bind::<Array<Nullable<Date>>, _>(each(shows, |show| show.to))
    .bind::<Array<Nullable<BigInt>>, _>(each(shows, |show| show.seats))
    .bind::<Array<Nullable<BigInt>>, _>(each(shows, |show| show.performances))
    .execute(connection)?;
    Ok(())
}

/// Each show must be there once.
fn store_shows(connection: &mut PgConnection, shows: &[Show], at: DateTime<Utc>) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO kopis_show (kopis_id, name, genre, place, area, from_day, to_day, open_run, read_at)
         SELECT told.*, $9 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS told
         ON CONFLICT (kopis_id) DO UPDATE
         SET name = excluded.name, genre = excluded.genre, place = excluded.place, area = excluded.area,
             from_day = excluded.from_day, to_day = excluded.to_day, open_run = excluded.open_run,
             read_at = excluded.read_at",
    )
    .bind::<Array<Text>, _>(each(shows, |show| show.kopis_id.to_string()))
    .bind::<Array<Text>, _>(each(shows, |show| show.name.clone()))
    .bind::<Array<Text>, _>(each(shows, |show| show.genre.code().to_owned()))
    .bind::<Array<Nullable<Text>>, _>(each(shows, |show| show.place.clone()))
    .bind::<Array<Nullable<Text>>, _>(each(shows, |show| show.area.clone()))
    .bind::<Array<Date>, _>(each(shows, |show| show.from))
    .bind::<Array<Date>, _>(each(shows, |show| show.to))
    .bind::<Array<Bool>, _>(each(shows, |show| show.open_run))
    .bind::<Timestamptz, _>(at)
    .execute(connection)?;
    Ok(())
}

fn each<T, U>(of: &[T], figure: impl Fn(&T) -> U) -> Vec<U> {
    of.iter().map(figure).collect()
}
