//! The statements behind the seats by grade.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text, Uuid as SqlUuid};
use domain::grade::Grade;
use domain::reports::grades::{Figures, Grades, SoldSeats};
use uuid::Uuid;

use super::Statement;
use super::current_totals::current_totals;
use super::scope::InScope;
use super::{grouped, ids};
use crate::errors::{Work, broken_row};
use crate::prepared::prepared;

impl Statement for Grades {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let totals = current_totals(connection, &productions)?;
        let mut sold = grouped(sold(connection, ids(&productions))?, |row: &SoldRow| row.production_id);
        let figures = |production: InScope| {
            let id = production.reported.id.0;
            let total = totals.get(&id);
            let rows = sold.remove(&id).unwrap_or_default().into_iter();
            Ok(Figures {
                performances: total.map_or(0, |total| total.performances),
                booked_krw: total.map_or(0, |total| total.booked_krw),
                sold: rows.map(SoldRow::seats).collect::<Work<BTreeMap<_, _>>>()?,
                seat_grades: production.seat_grades,
                production: production.reported,
            })
        };
        productions.into_iter().map(figures).collect()
    }
}

#[derive(QueryableByName)]
struct SoldRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Text)]
    grade: String,
    #[diesel(sql_type = BigInt)]
    paid_seats: i64,
    #[diesel(sql_type = BigInt)]
    complimentary_seats: i64,
}

impl SoldRow {
    fn seats(self) -> Work<(Grade, SoldSeats)> {
        let grade = self
            .grade
            .parse::<Grade>()
            .map_err(|error| broken_row("grade", error))?;
        let seats = SoldSeats {
            paid_seats: self.paid_seats,
            complimentary_seats: self.complimentary_seats,
        };
        Ok((grade, seats))
    }
}

fn sold(connection: &mut PgConnection, ids: Vec<Uuid>) -> QueryResult<Vec<SoldRow>> {
    prepared(
        diesel::sql_query(
            "SELECT production_id, grade, paid_seats, complimentary_seats FROM report.grade_sale
         WHERE production_id = ANY($1)",
        )
        .bind::<Array<SqlUuid>, _>(ids),
    )
    .load(connection)
}
