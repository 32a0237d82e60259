//! What productions sold beside their genres.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::calendar::DateRange;
use domain::reports::market::index;
use ports::driven::{FiguresOf, Read, ReportScope};
use uuid::Uuid;

use super::super::scope::InScope;
use super::super::{PgReportSource, grouped, ids};
use super::Matches;
use crate::errors::Work;
use crate::prepared::prepared;

/// What productions sold by day, in the windows that are looked at.
fn sales(
    connection: &mut PgConnection,
    looked_at: &[(Uuid, DateRange)],
) -> Work<HashMap<Uuid, BTreeMap<NaiveDate, i64>>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
        #[diesel(sql_type = Date)]
        sale_day: NaiveDate,
        #[diesel(sql_type = BigInt)]
        revenue_krw: i64,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT d.production_id, d.sale_day, d.revenue_krw
             FROM unnest($1, $2, $3) AS asked (production_id, first_day, last_day)
             JOIN report.daily_sale d ON d.production_id = asked.production_id
                                     AND d.sale_day BETWEEN asked.first_day AND asked.last_day",
        )
        .bind::<Array<SqlUuid>, _>(looked_at.iter().map(|(id, _)| *id).collect::<Vec<_>>())
        .bind::<Array<Date>, _>(looked_at.iter().map(|(_, days)| days.first()).collect::<Vec<_>>())
        .bind::<Array<Date>, _>(looked_at.iter().map(|(_, days)| days.last()).collect::<Vec<_>>()),
    )
    .load(connection)?;
    let by_production = grouped(rows, |row| row.production_id);
    let by_day = |rows: Vec<Row>| rows.into_iter().map(|row| (row.sale_day, row.revenue_krw)).collect();
    Ok(by_production.into_iter().map(|(id, rows)| (id, by_day(rows))).collect())
}

/// The first day with sales of each production.
fn first_sale_days(connection: &mut PgConnection, productions: &[InScope]) -> Work<HashMap<Uuid, NaiveDate>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
        #[diesel(sql_type = Date)]
        first_day: NaiveDate,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT production_id, min(sale_day) AS first_day
             FROM report.daily_sale WHERE production_id = ANY($1) GROUP BY production_id",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions)),
    )
    .load(connection)?;
    Ok(rows.into_iter().map(|row| (row.production_id, row.first_day)).collect())
}

/// Won by day, of genres.
type AmountsByGenre = HashMap<String, BTreeMap<NaiveDate, i64>>;

/// What genres sold by day, between the first and the last day that is looked at; and which genres have any day at all.
fn amounts(connection: &mut PgConnection, days: Option<DateRange>) -> Work<(AmountsByGenre, Vec<String>)> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        genre: String,
        #[diesel(sql_type = Date)]
        day: NaiveDate,
        #[diesel(sql_type = BigInt)]
        amount_krw: i64,
    }
    #[derive(QueryableByName)]
    struct Known {
        #[diesel(sql_type = Text)]
        genre: String,
    }
    let rows: Vec<Row> = match days {
        None => Vec::new(),
        Some(days) => prepared(
            diesel::sql_query("SELECT genre, day, amount_krw FROM kopis_genre_day WHERE day BETWEEN $1 AND $2")
                .bind::<Date, _>(days.first())
                .bind::<Date, _>(days.last()),
        )
        .load(connection)?,
    };
    let known: Vec<Known> = diesel::sql_query("SELECT DISTINCT genre FROM kopis_genre_day").load(connection)?;
    let mut amounts: HashMap<String, BTreeMap<NaiveDate, i64>> = HashMap::new();
    for row in rows {
        amounts.entry(row.genre).or_default().insert(row.day, row.amount_krw);
    }
    Ok((amounts, known.into_iter().map(|row| row.genre).collect()))
}

#[async_trait]
impl FiguresOf<index::MarketIndex> for PgReportSource {
    async fn figures(&self, scope: &ReportScope, window: index::Window) -> Read<index::Figures> {
        self.read_market(scope, move |connection, productions, standing, _| {
            let last_day = |one: &InScope| window.last_day(one.reported.record_date, standing.through);
            let looked_at: Vec<(Uuid, DateRange)> = productions
                .iter()
                .filter_map(|one| Some((one.reported.id.0, window.all(last_day(one)?))))
                .collect();
            let first = looked_at.iter().map(|(_, days)| days.first()).min();
            let last = looked_at.iter().map(|(_, days)| days.last()).max();
            let days = first.zip(last).and_then(|(first, last)| DateRange::new(first, last));
            let mut matches = Matches::of(connection, &productions)?;
            let mut sales = sales(connection, &looked_at)?;
            let first_sale_days = first_sale_days(connection, &productions)?;
            let (amounts, known) = amounts(connection, days)?;
            let item = |production: InScope| {
                let (_, genre) = matches.take(&production);
                let id = production.reported.id.0;
                index::Item {
                    sale_start: production.sale_start,
                    sale_end: production.sale_end,
                    first_sale_day: first_sale_days.get(&id).copied(),
                    sales_krw: sales.remove(&id).unwrap_or_default(),
                    market_krw: amounts.get(genre.code()).cloned().unwrap_or_default(),
                    has_market: known.iter().any(|known| known == genre.code()),
                    production: production.reported,
                    genre,
                }
            };
            Ok(index::Figures {
                standing,
                items: productions.into_iter().map(item).collect(),
            })
        })
        .await
    }
}
