use async_trait::async_trait;
use domain::people::UserId;
use domain::production::ProductionId;
use domain::upload::UploadId;

/// What a committed change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The current snapshot of a production became another one.
    Snapshot(ProductionId),
    /// An upload of this production changed its state.
    Upload(UploadId, ProductionId),
    /// A production was entered or changed.
    Production(ProductionId),
    /// Targets of a production were set.
    Target(ProductionId),
    /// Marketing notes of a production were set, or notes of the company (`None`).
    Note(Option<ProductionId>),
    /// A job was queued again.
    Job,
    /// A user's rights changed, or a session or key of theirs ended.
    Access(UserId),
}

/// One announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A transaction was committed.
    Committed {
        /// The data version since then.
        data_version: i64,
        /// What it concerns.
        topic: Topic,
    },
    /// Announcements may have been missed: whoever waits for something should look.
    Missed,
}

/// The announcements of committed changes, of every server on this database.
#[cfg_attr(feature = "mocks", mockall::automock)]
pub trait Changes: Send + Sync {
    /// Sees every change that is announced from now on. Holds no database connection of its own.
    fn subscribe(&self) -> Box<dyn Subscription>;
}

/// A place in the stream of announcements.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Subscription: Send {
    /// Waits for the next announcement. Must answer [`Change::Missed`] when some were lost.
    async fn next(&mut self) -> Change;
}
