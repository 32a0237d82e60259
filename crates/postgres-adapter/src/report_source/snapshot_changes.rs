//! The totals of live uploads, by record date.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Nullable, Text, Uuid as SqlUuid};
use domain::reports::snapshot_changes::{Figures, SnapshotChanges, Source, Totals};
use uuid::Uuid;

use super::Statement;
use super::scope::InScope;
use super::{grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = Date)]
    record_date: NaiveDate,
    #[diesel(sql_type = Text)]
    source: String,
    #[diesel(sql_type = BigInt)]
    seats: i64,
    #[diesel(sql_type = BigInt)]
    revenue_krw: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    deposited_krw: Option<i64>,
}

impl From<Row> for Totals {
    fn from(row: Row) -> Self {
        let is_of_days = row.source == Source::SaleDays.code();
        Self {
            record_date: row.record_date,
            source: if is_of_days {
                Source::SaleDays
            } else {
                Source::Performances
            },
            seats: row.seats,
            revenue_krw: row.revenue_krw,
            deposited_krw: row.deposited_krw,
        }
    }
}

impl Statement for SnapshotChanges {
    fn read(connection: &mut PgConnection, productions: Vec<InScope>, days: Self::Window) -> Work<Self::Figures> {
        // Besides the record dates asked for the one before the first.
        let rows: Vec<Row> = prepared(
            diesel::sql_query(
                "SELECT production_id, told.record_date, told.source, told.seats, told.revenue_krw, told.deposited_krw
         FROM unnest($1) asked (production_id)
         CROSS JOIN LATERAL (SELECT max(record_date) AS record_date FROM report.live_upload
                             WHERE production_id = asked.production_id AND record_date < $2) before
         CROSS JOIN LATERAL (SELECT record_date, source, seats, revenue_krw, deposited_krw FROM report.snapshot_total
                             WHERE production_id = asked.production_id
                               AND record_date BETWEEN coalesce(before.record_date, $2, '-infinity')
                                   AND coalesce($3::date, 'infinity')) told
         ORDER BY told.record_date",
            )
            .bind::<Array<SqlUuid>, _>(ids(&productions))
            .bind::<Nullable<Date>, _>(days.from)
            .bind::<Nullable<Date>, _>(days.to),
        )
        .load(connection)?;
        let mut rows = grouped(rows, |row| row.production_id);
        let mut figures = |production: InScope| {
            let rows = rows.remove(&production.reported.id.0).unwrap_or_default();
            Figures {
                totals: rows.into_iter().map(Totals::from).collect(),
                production: production.reported,
            }
        };
        Ok(productions.into_iter().map(&mut figures).collect())
    }
}
