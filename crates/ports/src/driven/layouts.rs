use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::headings::LayoutDocument;
use domain::people::UserName;
use domain::production::ProductionId;

use super::StorageError;
use crate::actor::Edit;

/// A document of decisions about labels, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// What was decided; empty before the first change.
    pub document: LayoutDocument,
    /// Counts its changes, for `If-Match`.
    pub revision: i64,
    /// Who changed it last; `None` before the first change, and where that user is gone.
    pub updated_by: Option<UserName>,
    /// When it was changed last.
    pub updated_at: Option<DateTime<Utc>>,
}

/// Keeps what people decided that labels of workbooks mean.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait LayoutRepository: Send + Sync {
    /// The document of a production, or that of the company (`None`).
    async fn find(&self, of: Option<ProductionId>) -> Result<Layout, StorageError>;

    /// Keeps a document in the place of the one before; answers it as of now. Must change nothing and answer
    /// [`StorageError::Outdated`] when the basis of the edit does not allow the present revision.
    async fn set(
        &self,
        of: Option<ProductionId>,
        document: &LayoutDocument,
        now: DateTime<Utc>,
        edit: &Edit,
    ) -> Result<Layout, StorageError>;
}
