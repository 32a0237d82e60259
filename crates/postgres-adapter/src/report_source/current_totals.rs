//! What current snapshots say altogether.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Uuid as SqlUuid};
use uuid::Uuid;

use super::scope::InScope;
use super::{by_id, ids};
use crate::prepared::prepared;

#[derive(QueryableByName)]
pub(super) struct CurrentTotal {
    #[diesel(sql_type = SqlUuid)]
    production_id: Uuid,
    #[diesel(sql_type = BigInt)]
    pub(super) performances: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) seats: i64,
    #[diesel(sql_type = BigInt)]
    pub(super) booked_krw: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub(super) deposited_krw: Option<i64>,
}

/// The totals of productions that have a snapshot.
pub(super) fn current_totals(
    connection: &mut PgConnection,
    productions: &[InScope],
) -> QueryResult<HashMap<Uuid, CurrentTotal>> {
    let totals: Vec<CurrentTotal> = prepared(
        diesel::sql_query(
            "SELECT production_id, performances, seats, booked_krw, deposited_krw
         FROM report.current_total WHERE production_id = ANY($1)",
        )
        .bind::<Array<SqlUuid>, _>(ids(productions)),
    )
    .load(connection)?;
    Ok(by_id(totals, |total| total.production_id))
}
