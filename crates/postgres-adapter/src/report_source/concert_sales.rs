//! The statements behind the reports about what concerts sold: by day, week and month, and in total.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::calendar::Month;
use domain::reports::concert_daily::Sold;
use domain::reports::{concert_daily, concert_monthly, concert_profit_forecast, concert_weekly, target_sales};
use uuid::Uuid;

use super::Statement;
use super::marketing::week_notes;
use super::runs::run_progress;
use super::scope::InScope;
use super::targets::target_totals;
use super::{by_id, grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

#[derive(QueryableByName)]
struct SoldRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Date)]
    first_day: NaiveDate,
    #[diesel(sql_type = BigInt)]
    seats: i64,
    #[diesel(sql_type = BigInt)]
    complimentary_seats: i64,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
}

/// What was sold, by production and first day of some time, in order of time.
type SoldByTime = HashMap<Uuid, Vec<(NaiveDate, Sold)>>;

fn by_time(rows: Vec<SoldRow>) -> SoldByTime {
    let sold = |row: SoldRow| {
        let sold = Sold {
            seats: row.seats,
            complimentary_seats: row.complimentary_seats,
            revenue_krw: row.revenue_krw,
        };
        (row.first_day, sold)
    };
    grouped(rows, |row| row.production_id)
        .into_iter()
        .map(|(id, rows)| (id, rows.into_iter().map(sold).collect()))
        .collect()
}

/// Weeks or months with a daily row.
fn periods(connection: &mut PgConnection, productions: &[InScope], grain: &str) -> Work<SoldByTime> {
    let rows: Vec<SoldRow> = prepared(
        diesel::sql_query(
            "SELECT production_id, first_day, seats, complimentary_seats, revenue_krw FROM report.sale_period
         WHERE production_id = ANY($1) AND grain = $2 AND sale_days > 0 ORDER BY first_day",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions))
        .bind::<Text, _>(grain),
    )
    .load(connection)?;
    Ok(by_time(rows))
}

impl Statement for concert_daily::ConcertDaily {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let rows: Vec<SoldRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, sale_day AS first_day, seats, complimentary_seats, revenue_krw
         FROM report.daily_sale WHERE production_id = ANY($1) ORDER BY sale_day",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let mut days = by_time(rows);
        let mut figures = |production: InScope| concert_daily::Figures {
            days: days.remove(&production.reported.id.0).unwrap_or_default(),
            production: production.reported,
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

impl Statement for concert_weekly::ConcertWeekly {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let mut weeks = periods(connection, &productions, "week")?;
        let mut notes = week_notes(connection, &productions, None)?;
        let mut figures = |production: InScope| {
            let id = production.reported.id.0;
            concert_weekly::Figures {
                weeks: weeks.remove(&id).unwrap_or_default(),
                notes: notes.remove(&id).unwrap_or_default(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

impl Statement for concert_monthly::ConcertMonthly {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let mut months = periods(connection, &productions, "month")?;
        let mut row = |production: InScope| {
            let months = months.remove(&production.reported.id.0).unwrap_or_default();
            concert_monthly::Row {
                months: months
                    .into_iter()
                    .map(|(first_day, sold)| (Month::of(first_day), sold))
                    .collect(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut row).collect())
    }
}

#[derive(QueryableByName)]
pub(super) struct SaleTotal {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = BigInt)]
    pub(super) sale_days: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) seats: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) revenue_krw: i64,
}

/// All daily sales, of productions with a daily row.
pub(super) fn sale_totals(
    connection: &mut PgConnection,
    productions: &[InScope],
) -> QueryResult<HashMap<Uuid, SaleTotal>> {
    let totals: Vec<SaleTotal> = prepared(
        diesel::sql_query(
            "SELECT production_id, sale_days, seats, revenue_krw FROM report.sale_total
         WHERE production_id = ANY($1)",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions)),
    )
    .load(connection)?;
    Ok(by_id(totals, |total| total.production_id))
}

impl Statement for concert_profit_forecast::ConcertProfitForecast {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let progress = run_progress(connection, ids(&productions))?;
        let totals = sale_totals(connection, &productions)?;
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let (run, total) = (progress.get(&id), totals.get(&id));
            concert_profit_forecast::Figures {
                sale_end: production.sale_end,
                seat_inventory: production.seat_inventory,
                performances: run.map_or(0, |run| run.played_performances + run.to_come_performances),
                sale_days: total.map_or(0, |total| total.sale_days),
                seats: total.map_or(0, |total| total.seats),
                revenue_krw: total.map_or(0, |total| total.revenue_krw),
                break_even_krw: production.break_even_krw,
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for target_sales::TargetSales {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let totals = sale_totals(connection, &productions)?;
        let targets = target_totals(connection, &productions)?;
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let target = targets.get(&id);
            let due_target_krw = target.map_or(0, |target| target.due_target_krw);
            target_sales::Figures {
                target_krw: target.map_or(0, |target| target.target_krw),
                due_target_krw: production.reported.record_date.map(|_| due_target_krw),
                revenue_krw: totals.get(&id).map_or(0, |total| total.revenue_krw),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}
