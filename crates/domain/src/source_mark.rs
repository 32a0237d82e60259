//! Which source something was collected from.

use std::fmt;

use uuid::Uuid;

/// Identifies one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub Uuid);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A source as what it brought remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceMark {
    /// Identity; `None` after it was deleted.
    pub id: Option<SourceId>,
    /// Its name by then.
    pub name: String,
}
