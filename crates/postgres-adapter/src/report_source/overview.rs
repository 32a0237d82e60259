//! The statements behind the overview: four, however many productions there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Uuid as SqlUuid};
use domain::calendar::DateRange;
use domain::reports::overview::{Dates, DayFigures, Figures, Overview};
use uuid::Uuid;

use super::Statement;
use super::current_totals::current_totals;
use super::scope::InScope;
use super::showings::Showings;
use super::targets::target_totals;
use super::{grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

impl Statement for Overview {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, windows: Self::Window) -> Work<Self::Figures> {
        let totals = current_totals(connection, &productions)?;
        let targets = target_totals(connection, &productions)?;
        let mut days = days(connection, &productions, windows.days())?;
        let mut showings = Showings::load(connection, &productions, windows.next_days())?;
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let total = totals.get(&id);
            let days = days.remove(&id).unwrap_or_default();
            Figures {
                dates: Dates {
                    sale_start: production.sale_start,
                    sale_end: production.sale_end,
                    run_start: production.run_start,
                    run_end: production.run_end,
                },
                break_even_krw: production.break_even_krw,
                seats_per_performance: production.seats_per_performance,
                performances: total.map_or(0, |total| total.performances),
                seats: total.map_or(0, |total| total.seats),
                booked_krw: total.map_or(0, |total| total.booked_krw),
                deposited_krw: total.and_then(|total| total.deposited_krw),
                wanted_basis: production.revenue_basis,
                run_target_krw: production.target_krw,
                production_cost_krw: production.production_cost_krw,
                daily_target_krw: targets.get(&id).map_or(0, |target| target.target_krw),
                days: days
                    .into_iter()
                    .map(|row| (row.sale_day, DayFigures::from(row)))
                    .collect(),
                next_performances: showings.take(&production),
                seat_inventory: production.seat_inventory,
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

#[derive(QueryableByName)]
struct DayRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Date)]
    sale_day: NaiveDate,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
    #[diesel(sql_type = BigInt)]
    target_krw: i64,
}

impl From<DayRow> for DayFigures {
    fn from(row: DayRow) -> Self {
        Self {
            revenue_krw: row.revenue_krw,
            target_krw: row.target_krw,
        }
    }
}

fn days(
    connection: &mut PgConnection,
    productions: &[InScope],
    days: DateRange,
) -> QueryResult<HashMap<Uuid, Vec<DayRow>>> {
    let rows = prepared(
        diesel::sql_query(
            "SELECT production_id, first_day AS sale_day, revenue_krw, target_krw FROM report.sale_period
         WHERE production_id = ANY($1) AND grain = 'day' AND first_day BETWEEN $2 AND $3",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions))
        .bind::<Date, _>(days.first())
        .bind::<Date, _>(days.last()),
    )
    .load(connection)?;
    Ok(grouped(rows, |row: &DayRow| row.production_id))
}
