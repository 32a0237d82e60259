use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Visible;
use domain::alert::{AlertId, AlertKind};
use domain::collection::{RunCode, SourceAlertKind, SourceId};
use domain::people::{UserId, UserName};
use domain::production::{ProductionCode, ProductionId};
use domain::schedule::{DeliveryId, RunId};
use domain::upload::UploadId;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::StorageError;
use crate::paging::Paging;

/// Something that somebody ought to know. It is not kept for itself: it follows from what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Whether the reader has read that far.
    pub is_read: bool,
    /// The production concerned; `None` of a delivery, which may tell of several, and of a run.
    pub production: Option<NoticedProduction>,
    /// What happened.
    pub news: NoticeNews,
}

/// The production of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticedProduction {
    /// Its identity.
    pub id: ProductionId,
    /// Its code.
    pub code: ProductionCode,
    /// Its name.
    pub name: String,
}

/// What was expected of a run with a workbook: a probability and an interval, no promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticedProspect {
    /// Probability that break-even is reached by the last performance, 4 places.
    pub break_even_probability: Decimal,
    /// Profit that is exceeded in 9 of 10 cases, in won.
    pub profit_p10_krw: i64,
    /// Profit that is exceeded in 1 of 10 cases, in won.
    pub profit_p90_krw: i64,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeNews {
    /// A workbook was read, and its figures are in the reports.
    Arrived {
        /// The upload.
        upload: UploadId,
        /// The day whose close it describes.
        record_date: NaiveDate,
        /// Who sent it; `None` when that user is gone.
        by: Option<UserName>,
        /// What the forecast that was kept of it says; `None` until there is one, and where nothing could be said.
        prospect: Option<NoticedProspect>,
    },
    /// An alert was told.
    Alert {
        /// The alert.
        alert: AlertId,
        /// What it is about.
        kind: AlertKind,
        /// One line.
        title: String,
        /// Why, with figures.
        text: String,
    },
    /// Somebody else changed something.
    Changed {
        /// The entry of the audit.
        entry: i64,
        /// What was done: the code of an act of the audit.
        action: String,
        /// Who did it; `None` for the server itself.
        by: Option<UserName>,
    },
    /// Something could not be sent.
    DeliveryFailed {
        /// The delivery.
        delivery: DeliveryId,
        /// What it tells: the kind of a message, `alert`, `snapshot`, `test`.
        kind: String,
        /// One line.
        title: String,
        /// Who was to get it.
        receiver: String,
        /// The productions that it tells of.
        about: Vec<ProductionId>,
    },
    /// A run of a schedule could not be done.
    RunFailed {
        /// The run.
        run: RunId,
        /// What was to be done: the code of a task.
        task: String,
        /// Why.
        error: String,
    },
    /// Something is the matter with a source of figures.
    Source {
        /// Tells it apart.
        alert: Uuid,
        /// What.
        kind: SourceAlertKind,
        /// Which source; `None` after it was deleted.
        source: Option<SourceId>,
        /// Its name by then.
        name: String,
        /// Why.
        code: Option<RunCode>,
    },
}

impl NoticeNews {
    /// Tells notices apart.
    pub fn key(&self) -> String {
        let of = |kind: &str, id: Uuid| format!("{kind}:{id}");
        match self {
            Self::Arrived { upload, .. } => of("upload", upload.0),
            Self::Alert { alert, .. } => of("alert", alert.0),
            Self::Changed { entry, .. } => format!("change:{entry}"),
            Self::DeliveryFailed { delivery, .. } => of("delivery", delivery.0),
            Self::RunFailed { run, .. } => of("run", run.0),
            Self::Source { alert, .. } => of("source", *alert),
        }
    }
}

/// For whom to look, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeQuery {
    /// Who reads. What they did themselves is none of it.
    pub reader: UserId,
    /// Of these productions only.
    pub visible: Visible,
    /// Whether what could not be sent or done is among it: the office's business.
    pub deliveries: bool,
    /// What happened after this.
    pub after: DateTime<Utc>,
    /// And not after this.
    pub until: DateTime<Utc>,
    /// Which page.
    pub paging: Paging,
}

/// One page of notices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticePage {
    /// The notices.
    pub items: Vec<Notice>,
    /// How many there are.
    pub total: i64,
    /// How many of them were not read.
    pub unread: i64,
}

/// What people ought to know, and how far they have read.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait NoticeBoard: Send + Sync {
    /// One page.
    async fn list(&self, query: &NoticeQuery) -> Result<NoticePage, StorageError>;

    /// Somebody has read what happened until then. Must never go back.
    async fn read(&self, reader: UserId, until: DateTime<Utc>) -> Result<(), StorageError>;
}
