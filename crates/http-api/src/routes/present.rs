//! What is answered when a change was to be based on another state than the present one.

use ports::driven::StorageError;
use ports::driving::DeskError;
use serde::Serialize;

use crate::problem::ApiError;

/// What was changed; where `If-Match` named another state, a problem with the `present` one.
pub(super) async fn or_present<T, V: Serialize>(
    changed: Result<T, DeskError>,
    present: impl Future<Output = Result<V, DeskError>>,
) -> Result<T, ApiError> {
    match changed {
        Err(DeskError::Storage(StorageError::Outdated(_))) => Err(ApiError::outdated(&present.await?)),
        other => Ok(other?),
    }
}
