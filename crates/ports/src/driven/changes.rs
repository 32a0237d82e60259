use async_trait::async_trait;
use domain::people::UserId;
use domain::production::ProductionId;
use domain::upload::UploadId;

/// What a committed change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The current snapshot of a production, of sales or of buyers, became another one.
    Snapshot(ProductionId),
    /// Other uploads of a production than before are live, and its current snapshots are the same.
    LiveUploads(ProductionId),
    /// An upload of this production changed its state. What reports read of it is told by the two above.
    Upload(UploadId, ProductionId),
    /// A production was entered or changed.
    Production(ProductionId),
    /// Targets of a production were set.
    Target(ProductionId),
    /// Forecasts of earlier days were stored for a production, or what it teaches now that it is closed.
    Forecast(ProductionId),
    /// Marketing notes of a production were set, or notes of the company (`None`).
    Note(Option<ProductionId>),
    /// Campaigns of a production were entered, changed or deleted.
    Campaign(ProductionId),
    /// What KOPIS tells of the market is another one, or how it stands.
    Market,
    /// A job was queued again.
    Job,
    /// A schedule or a destination was changed, or a time of a schedule came.
    Schedule,
    /// Something that is sent got further, or failed.
    Delivery,
    /// An alert of a production was told, or kinds of alerts were muted.
    Alert(ProductionId),
    /// What labels of workbooks mean was decided, of a production or of the company (`None`).
    Layout(Option<ProductionId>),
    /// Somebody has read what they ought to know.
    Notices(UserId),
    /// A source, a run of one or a recipe changed; or what came for a production did.
    Collection(Option<ProductionId>),
    /// A user's account or rights changed, or a session or key of theirs began or ended.
    Access(UserId),
}

/// What else may be another one after a change: it says which version is raised beside the data version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// Figures of reports.
    Figures,
    /// What somebody may do.
    Access,
    /// Neither.
    Neither,
}

impl Topic {
    /// What a change of this concerns. No `_`: whoever adds a topic decides which version it raises.
    pub fn concern(self) -> Concern {
        match self {
            Self::Snapshot(_)
            | Self::LiveUploads(_)
            | Self::Production(_)
            | Self::Target(_)
            | Self::Forecast(_)
            | Self::Note(_)
            | Self::Campaign(_)
            | Self::Market => Concern::Figures,
            Self::Access(_) => Concern::Access,
            Self::Upload(..)
            | Self::Job
            | Self::Schedule
            | Self::Delivery
            | Self::Alert(_)
            | Self::Layout(_)
            | Self::Notices(_)
            | Self::Collection(_) => Concern::Neither,
        }
    }
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
