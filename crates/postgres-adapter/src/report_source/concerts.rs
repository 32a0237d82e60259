//! The statements behind the reports about concerts.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::grade::{Grade, SeatsByGrade};
use domain::reports::concert_overview::{SaleDay, seven_days_before};
use domain::reports::{break_even, concert_overview};
use uuid::Uuid;

use super::Statement;
use super::runs::run_progress;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;

impl Statement for break_even::BreakEven {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct GradeRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Text)]
            grade: String,
            #[diesel(sql_type = BigInt)]
            paid_seats: i64,
            #[diesel(sql_type = BigInt)]
            complimentary_seats: i64,
        }
        let progress = run_progress(connection, ids(&productions))?;
        let grades: Vec<GradeRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, grade, paid_seats, complimentary_seats FROM report.grade_sale
         WHERE production_id = ANY($1)",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let (mut sold, mut given) = (
            HashMap::<Uuid, SeatsByGrade>::new(),
            HashMap::<Uuid, SeatsByGrade>::new(),
        );
        for row in grades {
            let grade: Grade = row.grade.parse().map_err(|error| broken_row("seats by grade", error))?;
            let given = given.entry(row.production_id).or_default();
            given.insert(grade.clone(), row.complimentary_seats);
            sold.entry(row.production_id).or_default().insert(grade, row.paid_seats);
        }
        let mut figures = |production: InScope| {
            let id = production.reported.id.0;
            break_even::Figures {
                target_share: production.target_share,
                sale_start: production.sale_start,
                sale_end: production.sale_end,
                seat_inventory: production.seat_inventory,
                performances: progress
                    .get(&id)
                    .map_or(0, |run| run.played_performances + run.to_come_performances),
                sold_seats: sold.remove(&id).unwrap_or_default(),
                complimentary_seats: given.remove(&id).unwrap_or_default(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

impl Statement for concert_overview::ConcertOverview {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, as_of: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct Sold {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = BigInt)]
            total_krw: i64,
            #[diesel(sql_type = BigInt)]
            yesterday_krw: i64,
            #[diesel(sql_type = BigInt)]
            seven_day_krw: i64,
        }
        #[derive(QueryableByName)]
        struct DayRow {
            #[diesel(sql_type = SqlUuid)]
            production_id: Uuid,
            #[diesel(sql_type = Date)]
            sale_day: NaiveDate,
            #[diesel(sql_type = BigInt)]
            revenue_krw: i64,
        }
        let window = seven_days_before(as_of);
        let sold: Vec<Sold> = prepared(
            diesel::sql_query(
                "SELECT production_id, sum(revenue_krw)::bigint AS total_krw,
                coalesce(sum(revenue_krw) FILTER (WHERE sale_day = $3), 0)::bigint AS yesterday_krw,
                coalesce(sum(revenue_krw) FILTER (WHERE sale_day BETWEEN $2 AND $3), 0)::bigint AS seven_day_krw
         FROM report.daily_sale WHERE production_id = ANY($1) GROUP BY production_id",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Date, _>(window.first())
            .bind::<Date, _>(window.last()),
        )
        .load(connection)?;
        let days: Vec<DayRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, sale_day, revenue_krw
         FROM (SELECT production_id, sale_day, revenue_krw,
                      row_number() OVER (PARTITION BY production_id ORDER BY sale_day DESC) AS place
               FROM report.daily_sale WHERE production_id = ANY($1)) day
         WHERE place <= 2 ORDER BY sale_day DESC",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let (sold, days) = (
            by_id(sold, |row| row.production_id),
            grouped(days, |day| day.production_id),
        );
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let sold = sold.get(&id);
            let day = |place: usize| {
                let day = days.get(&id)?.get(place)?;
                Some(SaleDay {
                    day: day.sale_day,
                    revenue_krw: day.revenue_krw,
                })
            };
            concert_overview::Figures {
                total_revenue_krw: sold.map_or(0, |sold| sold.total_krw),
                yesterday_revenue_krw: sold.map_or(0, |sold| sold.yesterday_krw),
                seven_day_revenue_krw: sold.map_or(0, |sold| sold.seven_day_krw),
                last_sale_day: day(0),
                previous_sale_day: day(1),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}
