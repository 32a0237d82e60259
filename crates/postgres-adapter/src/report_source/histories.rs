//! What productions sold on each day of their sale periods.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Uuid as SqlUuid};
use domain::calendar::DateRange;
use domain::distribution::SaleHistory;
use uuid::Uuid;

use super::scope::InScope;
use super::{grouped, ids};
use crate::errors::Work;
use crate::prepared::prepared;

pub(super) fn sale_histories(connection: &mut PgConnection, productions: Vec<InScope>) -> Work<Vec<SaleHistory>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        production_id: Uuid,
        #[diesel(sql_type = Date)]
        sale_day: NaiveDate,
        #[diesel(sql_type = BigInt)]
        revenue_krw: i64,
    }
    let rows: Vec<Row> = prepared(
        diesel::sql_query(
            "SELECT d.production_id, d.sale_day, d.revenue_krw
         FROM report.daily_sale d
         JOIN report.production p ON p.production_id = d.production_id
         WHERE d.production_id = ANY($1) AND d.sale_day BETWEEN p.sale_start AND p.sale_end",
        )
        .bind::<Array<SqlUuid>, _>(ids(&productions)),
    )
    .load(connection)?;
    let mut rows = grouped(rows, |row| row.production_id);
    let mut history = |production: InScope| {
        let id = production.reported.id;
        let sold = rows.remove(&id.0).unwrap_or_default();
        SaleHistory {
            production_id: id,
            sale_period: production
                .sale_start
                .zip(production.sale_end)
                .and_then(|(first, last)| DateRange::new(first, last)),
            revenue_krw: sold
                .into_iter()
                .map(|row| (row.sale_day, row.revenue_krw))
                .collect::<BTreeMap<_, _>>(),
        }
    };
    Ok(productions.into_iter().map(&mut history).collect())
}
