//! The statements behind the reports about whole runs of plays: by month, by week, played and to come.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Nullable, Numeric, Text, Uuid as SqlUuid};
use domain::calendar::{DateRange, Month};
use domain::reports::monthly;
use domain::reports::{monthly_by_production, occupancy, weekly_capacity};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

impl Statement for monthly::Monthly {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, months: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct MonthRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            first_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
        }
        #[derive(QueryableByName)]
        struct NoteRow {
            #[diesel(sql_type = Date)]
            month_start: NaiveDate,
            #[diesel(sql_type = Text)]
            note: String,
        }
        let (first, last) = (months.compared_with().first_day(), months.last().first_day());
        let sold: Vec<MonthRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, first_day, revenue_krw FROM report.sale_period
         WHERE production_id = ANY($1) AND grain = 'month' AND first_day BETWEEN $2 AND $3",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Date, _>(first)
            .bind::<Date, _>(last),
        )
        .load(connection)?;
        let notes: Vec<NoteRow> = prepared(
            diesel::sql_query("SELECT month_start, note FROM report.monthly_note WHERE month_start BETWEEN $1 AND $2")
                .bind::<Date, _>(first)
                .bind::<Date, _>(last),
        )
        .load(connection)?;
        let mut sold = grouped(sold, |month| month.production_id);
        let figures = |production: InScope| {
            let months = sold.remove(&production.reported.id.0).unwrap_or_default();
            monthly::ProductionFigures {
                revenue_krw: months
                    .into_iter()
                    .map(|month| (Month::of(month.first_day), month.revenue_krw))
                    .collect(),
                production: production.reported,
            }
        };
        Ok(monthly::Figures {
            productions: productions.into_iter().map(figures).collect(),
            notes: notes
                .into_iter()
                .map(|row| (Month::of(row.month_start), row.note))
                .collect(),
        })
    }
}

impl Statement for occupancy::Occupancy {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Run {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = BigInt)]
            played_performances: i64,
            #[diesel(sql_type = Nullable<Numeric>)]
            played_deposit_share_sum: Option<Decimal>,
            #[diesel(sql_type = Numeric)]
            played_paid_share_sum: Decimal,
            #[diesel(sql_type = BigInt)]
            to_come_performances: i64,
            #[diesel(sql_type = Nullable<Numeric>)]
            to_come_deposit_share_sum: Option<Decimal>,
            #[diesel(sql_type = Numeric)]
            to_come_paid_share_sum: Decimal,
        }
        let runs: Vec<Run> = prepared(
            diesel::sql_query(
                "SELECT production_id, played_performances, played_deposit_share_sum, played_paid_share_sum,
                to_come_performances, to_come_deposit_share_sum, to_come_paid_share_sum
         FROM report.run_progress WHERE production_id = ANY($1)",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let runs: HashMap<_, _> = by_id(runs, |run| run.production_id);
        let part = |performances, deposit_share_sum, paid_share_sum| occupancy::PartFigures {
            performances,
            deposit_share_sum,
            paid_share_sum,
        };
        let none = || part(0, Some(Decimal::ZERO), Decimal::ZERO);
        let figures = |production: InScope| {
            let run = runs.get(&production.reported.id.0);
            occupancy::Figures {
                target_share: production.target_share,
                past: run.map_or_else(none, |run| {
                    part(
                        run.played_performances,
                        run.played_deposit_share_sum,
                        run.played_paid_share_sum,
                    )
                }),
                future: run.map_or_else(none, |run| {
                    part(
                        run.to_come_performances,
                        run.to_come_deposit_share_sum,
                        run.to_come_paid_share_sum,
                    )
                }),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for weekly_capacity::WeeklyCapacity {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct WeekRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            week_start: NaiveDate,
            #[diesel(sql_type = BigInt)]
            performances: i64,
            #[diesel(sql_type = BigInt)]
            paid_seats: i64,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
        }
        let weeks: Vec<WeekRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, week_start, performances, paid_seats, revenue_krw FROM report.performance_week
         WHERE production_id = ANY($1) ORDER BY week_start",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let mut weeks = grouped(weeks, |week| week.production_id);
        let week = |week: WeekRow| weekly_capacity::WeekFigures {
            week_start: week.week_start,
            performances: week.performances,
            paid_seats: week.paid_seats,
            revenue_krw: week.revenue_krw,
        };
        let figures = |production: InScope| {
            let weeks = weeks.remove(&production.reported.id.0).unwrap_or_default();
            weekly_capacity::Figures {
                seats_per_performance: production.seats_per_performance,
                weeks: weeks.into_iter().map(week).collect(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

#[derive(QueryableByName)]
pub(super) struct WeekOccupancy {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = BigInt)]
    pub(super) performances: i64,
    #[diesel(sql_type = Numeric)]
    pub(super) occupancy_sum: Decimal,
}

/// How full the performances of one week are, of productions that have any.
pub(super) fn week_occupancy(
    connection: &mut PgConnection,
    ids: Vec<Uuid>,
    week: DateRange,
) -> QueryResult<HashMap<Uuid, WeekOccupancy>> {
    let rows: Vec<WeekOccupancy> = prepared(
        diesel::sql_query(
            "SELECT production_id, performances, occupancy_sum FROM report.performance_week
         WHERE production_id = ANY($1) AND week_start = $2",
        )
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Date, _>(week.first()),
    )
    .load(connection)?;
    Ok(by_id(rows, |row| row.production_id))
}

#[derive(QueryableByName)]
pub(super) struct ProgressRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = BigInt)]
    pub(super) played_performances: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) played_revenue_krw: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) to_come_performances: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) to_come_revenue_krw: i64,
}

/// How far runs are, of productions that have performances.
pub(super) fn run_progress(connection: &mut PgConnection, ids: Vec<Uuid>) -> QueryResult<HashMap<Uuid, ProgressRow>> {
    let rows: Vec<ProgressRow> = prepared(
        diesel::sql_query(
            "SELECT production_id, played_performances, played_revenue_krw, to_come_performances, to_come_revenue_krw
         FROM report.run_progress WHERE production_id = ANY($1)",
        )
        .bind::<Array<SqlUuid>, _>(ids),
    )
    .load(connection)?;
    Ok(by_id(rows, |row| row.production_id))
}

impl Statement for monthly_by_production::MonthlyByProduction {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, months: Self::Window) -> Work<Self::Figures> {
        monthly::Monthly::read(connection, productions, months)
    }
}
