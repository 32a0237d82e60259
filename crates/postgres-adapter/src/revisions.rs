//! What counts the changes of a production.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Uuid as SqlUuid};
use domain::production::ProductionId;
use ports::actor::Refusal;
use ports::driven::StorageError;

use crate::errors::Work;

/// Counts a change of what belongs to a production. Locks the production until the transaction ends. One that was deleted
/// meanwhile is told like one that never was.
pub(crate) fn raise_revision(connection: &mut PgConnection, id: ProductionId) -> Work<()> {
    let raised = diesel::sql_query("UPDATE production SET revision = revision + $2 WHERE id = $1")
        .bind::<SqlUuid, _>(id.0)
        .bind::<BigInt, _>(1_i64)
        .execute(connection)?;
    if raised == 0 {
        return Err(StorageError::from(Refusal::Hidden).into());
    }
    Ok(())
}
