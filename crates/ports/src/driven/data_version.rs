use async_trait::async_trait;

use super::StorageError;

/// How many changes were committed. The counts only grow, and are raised in the transaction of the change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Versions {
    /// All changes: the data version, by which answers and events tell how new they are.
    pub data: i64,
    /// Of those, the ones that figures of reports may follow from.
    pub figures: i64,
    /// Of those, the ones that what somebody may do follows from: accounts, sessions, keys, grants, second factors.
    pub access: i64,
}

impl Versions {
    /// The greater of each count.
    #[must_use]
    pub fn newest(self, other: Self) -> Self {
        Self {
            data: self.data.max(other.data),
            figures: self.figures.max(other.figures),
            access: self.access.max(other.access),
        }
    }

    /// Whether any count is less than another state has it, so that this is no later state.
    pub fn is_behind(self, other: Self) -> bool {
        self.newest(other) != self
    }
}

/// How many changes were committed: what an answer may be as new as.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait DataVersion: Send + Sync {
    /// The greatest versions that this server has heard of, all of one state or of a later one than the data version's.
    /// What is read from now on is of these versions or newer ones.
    fn known(&self) -> Versions;

    /// Takes note of versions that something was read at.
    fn hear(&self, versions: Versions);

    /// The versions of now, from the database.
    async fn current(&self) -> Result<Versions, StorageError>;
}
