use async_trait::async_trait;
use chrono::NaiveDate;

use super::{Attachment, ReportError, ReportScope};

/// Writes reports as files for people.
#[async_trait]
pub trait ReportWorkbooks: Send + Sync {
    /// A report as a workbook, as its data are now: the same file as its download, with the parameters that it has when
    /// none are given. Must answer
    /// [`StorageError::Unavailable`](super::StorageError::Unavailable) where the file cannot be written.
    ///
    /// # Panics
    ///
    /// When there is no report of this name.
    async fn workbook(&self, report: &str, scope: &ReportScope, as_of: NaiveDate) -> Result<Attachment, ReportError>;
}
