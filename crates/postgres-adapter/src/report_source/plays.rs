//! The statements behind the reports about what plays sold, and how full they were.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Jsonb, Nullable, Numeric, Text, Timestamptz, Uuid as SqlUuid};
use domain::calendar::in_kst;
use domain::reports::{deposits, performances, profit_forecast, revenue, weekly_occupancy, weekly_overview};
use domain::sales::{DepositFacts, PerformanceDetails, PerformanceSale, StageFigures};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::Statement;
use super::runs::{run_progress, week_occupancy};
use super::scope::InScope;
use super::targets::target_totals;
use super::{by_id, grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;
use crate::stored::StoredSeats;

impl Statement for weekly_overview::WeeklyOverview {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, weeks: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Week {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            first_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
            #[diesel(sql_type = BigInt)]
            target_krw: i64,
            #[diesel(sql_type = BigInt)]
            due_target_krw: i64,
        }
        let sold: Vec<Week> = prepared(
            diesel::sql_query(
                "SELECT production_id, first_day, revenue_krw, target_krw, due_target_krw FROM report.sale_period
         WHERE production_id = ANY($1) AND grain = 'week' AND first_day = ANY($2)",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Array<Date>, _>([weeks.last.first(), weeks.before.first()].as_slice()),
        )
        .load(connection)?;
        let occupancy = week_occupancy(connection, ids(&productions), weeks.last)?;
        let targets = target_totals(connection, &productions)?;
        let sold: HashMap<_, _> = sold
            .into_iter()
            .map(|week| ((week.production_id, week.first_day), week))
            .collect();
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let week_from = |first_day| sold.get(&(id, first_day));
            let (last, before) = (week_from(weeks.last.first()), week_from(weeks.before.first()));
            let week = occupancy.get(&id);
            weekly_overview::Figures {
                target_share: production.target_share,
                performances: week.map_or(0, |week| week.performances),
                occupancy_sum: week.map_or(Decimal::ZERO, |week| week.occupancy_sum),
                target_krw: last.map_or(0, |week| week.target_krw),
                due_target_krw: last.map_or(0, |week| week.due_target_krw),
                has_targets: targets.get(&id).is_some_and(|total| total.target_krw > 0),
                revenue_krw: last.map_or(0, |week| week.revenue_krw),
                previous_revenue_krw: before.map_or(0, |week| week.revenue_krw),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for revenue::Revenue {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Sold {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
            #[diesel(sql_type = BigInt)]
            record_date_revenue_krw: i64,
        }
        let sold: Vec<Sold> = prepared(
            diesel::sql_query(
                "SELECT production_id, revenue_krw, record_date_revenue_krw FROM report.sale_total
         WHERE production_id = ANY($1)",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let (sold, targets) = (
            by_id(sold, |row| row.production_id),
            target_totals(connection, &productions)?,
        );
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let (sold, target) = (sold.get(&id), targets.get(&id));
            let of_record_date = |krw: i64| production.reported.record_date.map(|_| krw);
            revenue::Figures {
                total_revenue_krw: sold.map_or(0, |sold| sold.revenue_krw),
                total_target_krw: target.map_or(0, |target| target.target_krw),
                record_date_revenue_krw: of_record_date(sold.map_or(0, |sold| sold.record_date_revenue_krw)),
                record_date_target_krw: of_record_date(target.map_or(0, |target| target.record_date_target_krw)),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for weekly_occupancy::WeeklyOccupancy {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct WeekRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            week_start: NaiveDate,
            #[diesel(sql_type = BigInt)]
            performances: i64,
            #[diesel(sql_type = Numeric)]
            paid_share_sum: Decimal,
        }
        let weeks: Vec<WeekRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, week_start, performances, paid_share_sum FROM report.performance_week
         WHERE production_id = ANY($1) ORDER BY week_start",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let mut weeks = grouped(weeks, |week| week.production_id);
        let week = |week: WeekRow| weekly_occupancy::WeekFigures {
            week_start: week.week_start,
            performances: week.performances,
            paid_share_sum: week.paid_share_sum,
        };
        let mut figures = |production: InScope| weekly_occupancy::Figures {
            weeks: weeks
                .remove(&production.reported.id.0)
                .unwrap_or_default()
                .into_iter()
                .map(week)
                .collect(),
            production: production.reported,
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

#[derive(QueryableByName)]
struct PerformanceRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = Array<Text>)]
    cast_names: Vec<String>,
    #[diesel(sql_type = BigInt)]
    paid_seats: i64,
    #[diesel(sql_type = BigInt)]
    complimentary_seats: i64,
    #[diesel(sql_type = Jsonb)]
    paid_seats_by_grade: StoredSeats,
    #[diesel(sql_type = Jsonb)]
    complimentary_seats_by_grade: StoredSeats,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
    #[diesel(sql_type = Nullable<Numeric>)]
    deposit_share: Option<Decimal>,
    #[diesel(sql_type = Numeric)]
    paid_share: Decimal,
    #[diesel(sql_type = Numeric)]
    complimentary_share: Decimal,
    #[diesel(sql_type = Nullable<BigInt>)]
    number: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    remark: Option<String>,
    #[diesel(sql_type = Nullable<Array<Text>>)]
    cast_roles: Option<Vec<String>>,
    #[diesel(sql_type = Nullable<BigInt>)]
    deposited_seats: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    deposited_krw: Option<i64>,
}

fn performance(row: PerformanceRow) -> (PerformanceSale, StageFigures) {
    let stage = StageFigures {
        revenue_krw: row.revenue_krw,
        deposit_share: row.deposit_share,
        paid_share: row.paid_share,
        complimentary_share: row.complimentary_share,
    };
    let sale = PerformanceSale {
        starts_at: in_kst(row.starts_at),
        cast: row.cast_names,
        paid_seats: row.paid_seats,
        complimentary_seats: row.complimentary_seats,
        paid_seats_by_grade: row.paid_seats_by_grade.0,
        complimentary_seats_by_grade: row.complimentary_seats_by_grade.0,
        stage: Some(stage),
        details: PerformanceDetails {
            number: row.number,
            remark: row.remark,
            roles: row.cast_roles,
            deposited_seats: row.deposited_seats,
            deposited_krw: row.deposited_krw,
        },
    };
    (sale, stage)
}

impl Statement for performances::Performances {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, days: Self::Window) -> Work<Self::Figures> {
        let rows: Vec<PerformanceRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, starts_at, cast_names, paid_seats, complimentary_seats, paid_seats_by_grade,
                complimentary_seats_by_grade, revenue_krw, deposit_share, paid_share, complimentary_share, number,
                remark, cast_roles, deposited_seats, deposited_krw
         FROM report.performance_sale
         WHERE production_id = ANY($1) AND performance_day >= coalesce($2::date, '-infinity')
           AND performance_day <= coalesce($3::date, 'infinity')
         ORDER BY starts_at",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Nullable<Date>, _>(days.from)
            .bind::<Nullable<Date>, _>(days.to),
        )
        .load(connection)?;
        let mut rows = grouped(rows, |row| row.production_id);
        let mut figures = |production: InScope| {
            let rows = rows.remove(&production.reported.id.0).unwrap_or_default();
            performances::Figures {
                seats_per_performance: production.seats_per_performance,
                performances: rows.into_iter().map(performance).collect(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

impl Statement for deposits::Deposits {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Timestamptz)]
            starts_at: DateTime<Utc>,
            #[diesel(sql_type = Nullable<BigInt>)]
            number: Option<i64>,
            #[diesel(sql_type = Nullable<BigInt>)]
            deposited_seats: Option<i64>,
            #[diesel(sql_type = Nullable<BigInt>)]
            deposited_krw: Option<i64>,
            #[diesel(sql_type = Nullable<BigInt>)]
            pending_seats: Option<i64>,
            #[diesel(sql_type = Nullable<BigInt>)]
            pending_krw: Option<i64>,
        }
        let rows: Vec<Row> = prepared(
            diesel::sql_query(
                "SELECT production_id, starts_at, number, deposited_seats, deposited_krw, pending_seats, pending_krw
         FROM report.performance_sale WHERE production_id = ANY($1) ORDER BY starts_at",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let mut rows = grouped(rows, |row| row.production_id);
        let performance = |row: Row| deposits::PerformanceFigures {
            starts_at: in_kst(row.starts_at),
            number: row.number,
            deposits: DepositFacts {
                deposited_seats: row.deposited_seats,
                deposited_krw: row.deposited_krw,
                pending_seats: row.pending_seats,
                pending_krw: row.pending_krw,
            },
        };
        let mut figures = |production: InScope| {
            let rows = rows.remove(&production.reported.id.0).unwrap_or_default();
            deposits::Figures {
                performances: rows.into_iter().map(performance).collect(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

impl Statement for profit_forecast::ProfitForecast {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let progress = run_progress(connection, ids(&productions))?;
        let figures = |production: InScope| {
            let progress = progress.get(&production.reported.id.0);
            profit_forecast::Figures {
                played_performances: progress.map_or(0, |run| run.played_performances),
                played_revenue_krw: progress.map_or(0, |run| run.played_revenue_krw),
                to_come_performances: progress.map_or(0, |run| run.to_come_performances),
                to_come_revenue_krw: progress.map_or(0, |run| run.to_come_revenue_krw),
                break_even_krw: production.break_even_krw,
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}
