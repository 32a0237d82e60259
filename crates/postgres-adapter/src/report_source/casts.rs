//! The statements behind the reports about casts.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text, Uuid as SqlUuid};
use domain::reports::casts::CastFigures;
use domain::reports::{cast_revenue, weekly_casts};
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

#[derive(QueryableByName)]
struct CastRow {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Array<Text>)]
    cast_names: Vec<String>,
    #[diesel(sql_type = BigInt)]
    performances: i64,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
}

/// The casts of each production.
struct Casts(HashMap<Uuid, Vec<CastRow>>);

impl Casts {
    fn take(&mut self, production: &InScope) -> Vec<CastFigures> {
        let figures = |row: CastRow| CastFigures {
            cast: row.cast_names,
            revenue_krw: row.revenue_krw,
            performances: row.performances,
        };
        let rows = self.0.remove(&production.reported.id.0).unwrap_or_default();
        rows.into_iter().map(figures).collect()
    }
}

impl Statement for weekly_casts::WeeklyCasts {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, week: Self::Window) -> Work<Self::Figures> {
        let rows = prepared(
            diesel::sql_query(
                "SELECT production_id, cast_names, performances, revenue_krw FROM report.cast_week
         WHERE production_id = ANY($1) AND week_start = $2",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Date, _>(week.first()),
        )
        .load(connection)?;
        let mut casts = Casts(grouped(rows, |row: &CastRow| row.production_id));
        let figures = |production: InScope| weekly_casts::Figures {
            casts: casts.take(&production),
            production: production.reported,
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}

impl Statement for cast_revenue::CastRevenue {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, (): Self::Window) -> Work<Self::Figures> {
        let rows = prepared(
            diesel::sql_query(
                "SELECT production_id, cast_names, performances, revenue_krw FROM report.cast_total
         WHERE production_id = ANY($1)",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions)),
        )
        .load(connection)?;
        let mut casts = Casts(grouped(rows, |row: &CastRow| row.production_id));
        let figures = |production: InScope| cast_revenue::Figures {
            casts: casts.take(&production),
            production: production.reported,
        };
        Ok(productions.into_iter().map(figures).collect())
    }
}
