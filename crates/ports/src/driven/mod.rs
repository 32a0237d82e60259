//! What the use cases need of the world.

mod changes;
mod clock;
mod health;
mod jobs;
mod messages;
mod originals;
mod planning;
mod productions;
mod report_source;
mod storage;
mod uploads;

pub use changes::{Change, Changes, Subscription, Topic};
pub use clock::{Clock, Ids};
pub use health::{Component, Health};
pub use jobs::{Job, JobQuery, JobQueue, JobStatus};
pub use messages::{Message, MessageSender, SendError};
pub use originals::{IncomingFile, Originals, OriginalsError, StoredFile};
pub use planning::{
    CalendarNotes, MonthlyNotes, NoteRepository, Patch, PlanRepository, TargetPlan, WeekNotesPatch, WeekPlan,
};
pub use productions::{ProductionPlan, ProductionQuery, ProductionRepository, ProductionSort};
pub use report_source::{ReportKind, ReportScope, ReportSource, ReportSourceError};
pub use storage::StorageError;
pub use uploads::{
    Acceptance, Assignment, Neighbours, NewUpload, Publication, UploadQuery, UploadRepository, UploadSort, Verdict,
    Withdrawal,
};

#[cfg(feature = "mocks")]
pub use self::{
    changes::{MockChanges, MockSubscription},
    clock::{MockClock, MockIds},
    health::MockHealth,
    jobs::MockJobQueue,
    messages::MockMessageSender,
    originals::{MockIncomingFile, MockOriginals},
    planning::{MockNoteRepository, MockPlanRepository},
    productions::MockProductionRepository,
    report_source::MockReportSource,
    uploads::MockUploadRepository,
};
