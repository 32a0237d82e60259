//! What was sold and aimed at, by day, week and month.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::calendar::Grain;
use domain::reports::target_vs_actual;
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{by_id, grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

impl Statement for target_vs_actual::TargetVsActual {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, grain: Self::Window) -> Work<Self::Figures> {
        #[derive(QueryableByName)]
        struct PeriodRow {
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
        let grain = match grain {
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
        };
        let periods: Vec<PeriodRow> = prepared(
            diesel::sql_query(
                "SELECT production_id, first_day, revenue_krw, target_krw, due_target_krw FROM report.sale_period
         WHERE production_id = ANY($1) AND grain = $2 ORDER BY first_day",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Text, _>(grain),
        )
        .load(connection)?;
        let mut periods = grouped(periods, |period| period.production_id);
        let period = |row: PeriodRow| target_vs_actual::PeriodFigures {
            first_day: row.first_day,
            revenue_krw: row.revenue_krw,
            target_krw: row.target_krw,
            due_target_krw: row.due_target_krw,
        };
        let mut figures = |production: InScope| target_vs_actual::Figures {
            periods: periods
                .remove(&production.reported.id.0)
                .unwrap_or_default()
                .into_iter()
                .map(period)
                .collect(),
            production: production.reported,
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}

#[derive(QueryableByName)]
pub(super) struct TargetTotal {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = BigInt)]
    pub(super) target_krw: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) due_target_krw: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) record_date_target_krw: i64,
}

/// All targets, of productions with a sale period.
pub(super) fn target_totals(
    connection: &mut PgConnection,
    productions: &[InScope],
) -> QueryResult<HashMap<Uuid, TargetTotal>> {
    let totals: Vec<TargetTotal> = prepared(
        diesel::sql_query(
            "SELECT production_id, target_krw, due_target_krw, record_date_target_krw FROM report.target_total
         WHERE production_id = ANY($1)",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions)),
    )
    .load(connection)?;
    Ok(by_id(totals, |total| total.production_id))
}
