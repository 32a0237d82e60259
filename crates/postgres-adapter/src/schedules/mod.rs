//! Schedules, what is done for them, and what is sent to whom.

mod deliveries;
mod delivery_rows;
mod destinations;
mod leasing;
mod outbox;
mod repository;
mod rows;
mod runs;

use diesel::prelude::*;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use domain::production::ProductionId;
use domain::schedule::Productions;
use uuid::Uuid;

pub use deliveries::PgDeliveryQueue;
pub(crate) use deliveries::insert_deliveries;
pub use destinations::PgDestinationRepository;
pub(crate) use outbox::tell_of_snapshot;
pub use repository::PgScheduleRepository;
pub use runs::PgRunQueue;

/// Whether something is about all active productions, and if not, about which.
fn named(productions: &Productions) -> (bool, Vec<Uuid>) {
    match productions {
        Productions::AllActive => (true, Vec::new()),
        Productions::Named(ids) => (false, ids.iter().map(|id| id.0).collect()),
    }
}

/// What [`named`] wrote.
fn productions_of(all: bool, ids: Vec<Uuid>) -> Productions {
    if all {
        Productions::AllActive
    } else {
        Productions::Named(ids.into_iter().map(ProductionId).collect())
    }
}

/// Writes what a thing refers to, in place of what it referred to before. `statements` delete and insert.
fn refer(connection: &mut PgConnection, statements: [&str; 2], id: Uuid, to: &[Uuid]) -> QueryResult<()> {
    let [delete, insert] = statements;
    diesel::sql_query(delete)
        .bind::<SqlUuid, _>(id)
        .bind::<Array<SqlUuid>, _>(to)
        .execute(connection)?;
    diesel::sql_query(insert)
        .bind::<SqlUuid, _>(id)
        .bind::<Array<SqlUuid>, _>(to)
        .execute(connection)?;
    Ok(())
}

/// A list of words as one parameter.
fn words<const N: usize>(all: [&'static str; N], only: Option<&'static str>) -> Vec<&'static str> {
    only.map_or_else(|| all.to_vec(), |word| vec![word])
}

/// The type of [`words`].
type Words = Array<Text>;
