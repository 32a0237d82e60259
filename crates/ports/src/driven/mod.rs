//! What the use cases need of the world.

mod alerts;
mod audit;
mod changes;
mod channels;
mod clock;
mod commentator;
mod data_version;
mod deliveries;
mod digests;
mod forecasts;
mod health;
mod idempotency_keys;
mod jobs;
mod new_sign_ins;
mod note_history;
mod notices;
mod originals;
mod people;
mod planning;
mod preferences;
mod productions;
mod report_source;
mod schedules;
mod second_factor;
mod storage;
mod tables;
mod templates;
mod uploads;
mod web;
mod workbooks;

pub use crate::actor::Credential;
pub use alerts::{Alert, AlertGround, AlertQuery, AlertRepository, Arrival, ListedAlert, Mute, NewAlert};
pub use audit::{AuditAction, AuditEntry, AuditLog, AuditQuery, AuditRecord};
pub use changes::{Change, Changes, Concern, Subscription, Topic};
pub use channels::{
    Attachment, Channel, FailureReason, Mail, Parcel, Receipt, SendFailure, WebhookEvent, WebhookSecret,
};
pub use clock::{Clock, Ids};
pub use commentator::{CommentFailure, Commentator, Prompt};
pub use data_version::{DataVersion, Versions};
pub use deliveries::{
    Content, Delivery, DeliveryOutcome, DeliveryQuery, DeliveryQueue, DeliveryRetry, DestinationRepository,
    DestinationSecrets, DestinationUpdate, LeasedDelivery, Receiver,
};
pub use digests::DigestRepository;
pub use forecasts::{Closing, ForecastOrigin, ForecastRepository, Lacking, NewForecast};
pub use health::{Component, Health};
pub use idempotency_keys::{Begun, IdempotencyKey, IdempotencyKeys, StoredAnswer};
pub use jobs::{Job, JobQuery, JobQueue, JobStatus, Retry};
pub use new_sign_ins::{NewSignIn, NewSignIns};
pub use note_history::{NoteChange, NoteChanges, NoteHistory};
pub use notices::{Notice, NoticeBoard, NoticeNews, NoticePage, NoticeQuery, NoticedProduction};
pub use originals::{IncomingFile, OriginalContents, Originals, OriginalsError, StoredFile};
pub use people::{
    ApiKey, AttemptKey, Authenticated, CredentialRepository, Credentials, Familiarity, HashLane, Housekeeping, Origin,
    PasswordHash, Registration, Secrets, Session, SignInAttempts, Token, TokenDigest, TooManyHashes, UserChange,
    UserDeletion, UserQuery, UserRepository, UserSort,
};
pub use planning::{
    CalendarNotes, MonthlyNotes, NoteRepository, Notes, Patch, PlanRepository, TargetPlan, WeekNotesPatch, WeekPlan,
};
pub use preferences::PreferenceRepository;
pub use productions::{
    NewProduction, ProductionDeletion, ProductionPlan, ProductionQuery, ProductionRepository, ProductionSort,
    ProductionUpdate, TakenNames, WebhookUrl,
};
pub use report_source::{FiguresOf, Read, ReportError, ReportScope, SaleHistories, Versioned};
pub use schedules::{
    DeliveryCounts, Lease, RequestedRun, Run, RunOutcome, RunQuery, RunQueue, ScheduleRepository, ScheduleStanding,
};
pub use second_factor::{ConfirmedFactor, Factor, FactorCodes, FactorRepository};
pub use storage::{Cause, StorageError};
pub use tables::{List, ListCell, ListError, ListReader, ListRow};
pub use templates::TemplateWriter;
pub use uploads::{
    Acceptance, Assignment, Neighbours, NewUpload, Publication, UploadQuery, UploadRepository, UploadSort, Verdict,
    Withdrawal,
};
pub use web::{WebFile, WebFiles};
pub use workbooks::{
    House, NamedBytes, Reader, ReadingContext, ReadingInterrupted, ReadingSeat, WorkbookContents, WorkbookReader,
};

#[cfg(feature = "mocks")]
pub use self::{
    alerts::MockAlertRepository,
    audit::MockAuditLog,
    changes::{MockChanges, MockSubscription},
    channels::MockChannel,
    clock::{MockClock, MockIds},
    commentator::MockCommentator,
    data_version::MockDataVersion,
    deliveries::{MockDeliveryQueue, MockDestinationRepository},
    digests::MockDigestRepository,
    forecasts::MockForecastRepository,
    health::MockHealth,
    idempotency_keys::MockIdempotencyKeys,
    jobs::MockJobQueue,
    new_sign_ins::MockNewSignIns,
    note_history::MockNoteHistory,
    notices::MockNoticeBoard,
    originals::{MockIncomingFile, MockOriginalContents, MockOriginals},
    people::{MockCredentialRepository, MockHousekeeping, MockSecrets, MockSignInAttempts, MockUserRepository},
    planning::{MockNoteRepository, MockPlanRepository},
    preferences::MockPreferenceRepository,
    productions::MockProductionRepository,
    report_source::MockSaleHistories,
    schedules::{MockRunQueue, MockScheduleRepository},
    second_factor::{MockFactorCodes, MockFactorRepository},
    tables::MockListReader,
    templates::MockTemplateWriter,
    uploads::MockUploadRepository,
    web::MockWebFiles,
    workbooks::{MockReadingSeat, MockWorkbookReader},
};
