use async_trait::async_trait;
use domain::production::ProductionId;

use super::DeskError;
use crate::actor::Actor;

/// A blank workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookTemplate {
    /// Its name, which says today as the record date.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Makes blank workbooks.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait TemplateDesk: Send + Sync {
    /// The blank workbook of a production: a row for each day of its sale period, which must be known. Recorded once an hour
    /// for each production and user; what cannot be recorded is not handed out.
    async fn workbook_template(&self, id: ProductionId, by: &Actor) -> Result<WorkbookTemplate, DeskError>;
}
