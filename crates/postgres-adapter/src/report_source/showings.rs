//! The statements behind the reports about performances of the days around.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Numeric, Text, Timestamptz, Uuid as SqlUuid};
use domain::calendar::{DateRange, in_kst};
use domain::reports::concert_overview::SaleDay;
use domain::reports::{daily_brief, outlook, showing};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::Statement;
use super::runs::week_occupancy;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

#[derive(QueryableByName)]
struct ShowingRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = Array<Text>)]
    cast_names: Vec<String>,
    #[diesel(sql_type = Numeric)]
    paid_share: Decimal,
    #[diesel(sql_type = Numeric)]
    complimentary_share: Decimal,
    #[diesel(sql_type = BigInt)]
    paid_seats: i64,
    #[diesel(sql_type = BigInt)]
    complimentary_seats: i64,
}

/// The performances of each production, by start. Shares are 0 where the workbook has none, as of concerts.
pub(super) struct Showings(HashMap<Uuid, Vec<ShowingRow>>);

impl Showings {
    pub(super) fn load(connection: &mut PgConnection, productions: &[InScope], days: DateRange) -> QueryResult<Self> {
        let rows = prepared(
            diesel::sql_query(
                "SELECT production_id, starts_at, cast_names, coalesce(paid_share, 0) AS paid_share,
                    coalesce(complimentary_share, 0) AS complimentary_share, paid_seats, complimentary_seats
             FROM report.performance_sale
             WHERE production_id = ANY($1) AND performance_day BETWEEN $2 AND $3
             ORDER BY starts_at",
            )
            .bind::<Array<SqlUuid>, _>(ids(productions))
            .bind::<Date, _>(days.first())
            .bind::<Date, _>(days.last()),
        )
        .load(connection)?;
        Ok(Self(grouped(rows, |row: &ShowingRow| row.production_id)))
    }

    pub(super) fn take(&mut self, production: &InScope) -> Vec<showing::Figures> {
        let figures = |row: ShowingRow| showing::Figures {
            starts_at: in_kst(row.starts_at),
            cast: row.cast_names,
            paid_share: row.paid_share,
            complimentary_share: row.complimentary_share,
            paid_seats: row.paid_seats,
            complimentary_seats: row.complimentary_seats,
        };
        let rows = self.0.remove(&production.reported.id.0).unwrap_or_default();
        rows.into_iter().map(figures).collect()
    }
}

impl Statement for outlook::Outlook {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, weeks: Self::Window) -> Work<Self::Figures> {
        let mut showings = Showings::load(connection, &productions, weeks.both())?;
        let next = week_occupancy(connection, ids(&productions), weeks.next)?;
        let figures = |production: InScope| {
            let next = next.get(&production.reported.id.0);
            outlook::Figures {
                seats_per_performance: production.seats_per_performance,
                performances: showings.take(&production),
                next_week_performances: next.map_or(0, |week| week.performances),
                next_week_occupancy_sum: next.map_or(Decimal::ZERO, |week| week.occupancy_sum),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for daily_brief::DailyBrief {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct SaleRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            sale_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
        }
        #[derive(QueryableByName)]
        struct DayRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            performance_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            performances: i64,
            #[diesel(sql_type = Numeric)]
            occupancy_sum: Decimal,
        }
        let sales: Vec<SaleRow> = prepared(
            diesel::sql_query(
                "SELECT DISTINCT ON (production_id) production_id, sale_day, revenue_krw
         FROM report.daily_sale WHERE production_id = ANY($1) AND sale_day <= record_date
         ORDER BY production_id, sale_day DESC",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let days: Vec<DayRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, performance_day, performances, occupancy_sum
         FROM (SELECT production_id, performance_day, performances, occupancy_sum,
                      row_number() OVER (PARTITION BY production_id ORDER BY performance_day DESC) AS place
               FROM report.performance_day WHERE production_id = ANY($1) AND performance_day <= $2) day
         WHERE place <= 2 ORDER BY performance_day DESC",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Date, _>(as_of),
        )
        .load(connection)?;
        let mut showings = Showings::load(connection, &productions, daily_brief::next_days(as_of))?;
        let (sales, days) = (
            by_id(sales, |sale| sale.production_id),
            grouped(days, |day| day.production_id),
        );
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let day = |place: usize| {
                let day = days.get(&id)?.get(place)?;
                Some(daily_brief::PerformanceDay {
                    day: day.performance_day,
                    performances: day.performances,
                    occupancy_sum: day.occupancy_sum,
                })
            };
            daily_brief::Figures {
                seats_per_performance: production.seats_per_performance,
                last_sale_day: sales.get(&id).map(|sale| SaleDay {
                    day: sale.sale_day,
                    revenue_krw: sale.revenue_krw,
                }),
                latest_day: day(0),
                previous_day: day(1),
                next_performances: showings.take(&production),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}
