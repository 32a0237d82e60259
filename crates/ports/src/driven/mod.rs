//! What the use cases need of the world.

mod alerts;
mod audit;
mod backups;
mod campaigns;
mod changes;
mod channels;
mod clock;
pub mod collection;
mod commentator;
mod data_version;
mod deliveries;
mod digests;
mod forecasts;
mod health;
mod idempotency_keys;
mod jobs;
mod layouts;
mod market;
mod moving_in;
mod new_sign_ins;
mod note_history;
mod notices;
mod originals;
mod people;
mod planning;
mod predecessor;
mod preferences;
mod productions;
mod report_source;
mod report_workbooks;
mod retention;
mod schedules;
mod second_factor;
mod storage;
mod system;
mod tables;
mod templates;
mod upkeep;
mod uploads;
mod web;
mod workbooks;

pub use crate::actor::Credential;
pub use crate::patch::Patch;
pub use alerts::{Alert, AlertGround, AlertQuery, AlertRepository, Arrival, ListedAlert, Mute, NewAlert};
pub use audit::{AuditAction, AuditEntry, AuditLog, AuditQuery, AuditRecord};
pub use backups::{
    BackupFile, BackupPlace, CopiedProduction, CopyError, DatabaseCopies, DatabaseFacts, FrozenDatabase, RowCounts,
};
pub use campaigns::{CampaignRepository, NewCampaign};
pub use changes::{Change, Changes, Concern, Subscription, Topic};
pub use channels::{
    Attachment, Channel, FailureReason, Mail, Parcel, Receipt, SendFailure, WebhookEvent, WebhookSecret,
};
pub use clock::{Clock, Ids};
pub use commentator::{CommentFailure, Commentator, Prompt};
pub use data_version::{DataVersion, Versions};
pub use deliveries::{
    ATTACHMENTS_KEPT, Content, Delivery, DeliveryOutcome, DeliveryQuery, DeliveryQueue, DeliveryRetry,
    DestinationRepository, DestinationSecrets, DestinationUpdate, LeasedDelivery, Receiver,
};
pub use digests::DigestRepository;
pub use forecasts::{Closing, ForecastOrigin, ForecastRepository, Lacking, NewForecast};
pub use health::{Component, Health};
pub use idempotency_keys::{Begun, IdempotencyKey, IdempotencyKeys, StoredAnswer};
pub use jobs::{Job, JobQuery, JobQueue, JobStatus, Retry};
pub use layouts::{Layout, LayoutRepository};
pub use market::{
    CallGrant, CallTerms, Endpoint, Kopis, KopisError, MarketCounts, MarketReading, MarketStore, Match, ShowQuery,
};
pub use moving_in::{
    ArrivingNote, ArrivingNotes, ArrivingProduction, ArrivingUser, MovedInUpload, MovingIn, PlanAddition, Present,
    Remembered, ReportKeeper, StandingUpload, Turn,
};
pub use new_sign_ins::{NewSignIn, NewSignIns};
pub use note_history::{NoteChange, NoteChanges, NoteHistory};
pub use notices::{Notice, NoticeBoard, NoticeNews, NoticePage, NoticeQuery, NoticedProduction, NoticedProspect};
pub use originals::{IncomingFile, OriginalContents, Originals, OriginalsError, StoredFile};
pub use people::{
    ApiKey, AttemptKey, Authenticated, CredentialRepository, Credentials, Familiarity, HashLane, Housekeeping, Origin,
    PasswordHash, Registration, Secrets, Session, SignInAttempts, Token, TokenDigest, TooManyHashes, UserChange,
    UserDeletion, UserQuery, UserRepository, UserSort,
};
pub use planning::{
    CalendarNotes, MonthlyNotes, NoteRepository, Notes, PlanRepository, TargetPlan, WeekNotesPatch, WeekPlan,
};
pub use predecessor::{
    DatabaseIdentity, OldDay, OldHouse, OldLive, OldMonth, OldOriginals, OldPerformance, OldRow, OldSales, OldTable,
    OldTarget, OldUpload, OldUser, OldWeek, OriginalCopyError, Predecessor, PredecessorError, SaleSums,
};
pub use preferences::PreferenceRepository;
pub use productions::{
    NewProduction, ProductionDeletion, ProductionPlan, ProductionQuery, ProductionRepository, ProductionSort,
    ProductionUpdate, TakenNames, WebhookUrl,
};
pub use report_source::{FiguresOf, Read, ReportError, ReportScope, SaleHistories, Versioned};
pub use report_workbooks::ReportWorkbooks;
pub use retention::{Evicted, SnapshotEviction};
pub use schedules::{
    DeliveryCounts, Lease, Pace, RequestedRun, Run, RunOutcome, RunQuery, RunQueue, ScheduleRepository,
    ScheduleStanding,
};
pub use second_factor::{ConfirmedFactor, Factor, FactorCodes, FactorRepository};
pub use storage::{Cause, StorageError};
pub use system::{
    ConnectionFigures, DatabaseFigures, DatabaseMonitor, Machine, ProcessFigures, ReplicaFigures, ReplicationFigures,
};
pub use tables::{List, ListCell, ListError, ListReader, ListRow};
pub use templates::TemplateWriter;
pub use upkeep::{LastBackup, LastCheck, LastVerification, UpkeepFailure, UpkeepLog, UpkeepRecord, UpkeepStanding};
pub use uploads::{
    Acceptance, Assignment, Neighbours, NewUpload, Publication, UploadQuery, UploadRecord, UploadRepository,
    UploadSort, Verdict, Withdrawal,
};
pub use web::{WebFile, WebFiles};
pub use workbooks::{
    Glance, House, NamedBytes, Opening, Reader, ReadingContext, ReadingInterrupted, ReadingSeat, WorkbookContents,
    WorkbookPassword, WorkbookReader,
};

#[cfg(feature = "mocks")]
pub use self::{
    alerts::MockAlertRepository,
    audit::MockAuditLog,
    campaigns::MockCampaignRepository,
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
    layouts::MockLayoutRepository,
    market::{MockKopis, MockMarketStore},
    moving_in::MockMovingIn,
    new_sign_ins::MockNewSignIns,
    note_history::MockNoteHistory,
    notices::MockNoticeBoard,
    originals::{MockIncomingFile, MockOriginalContents, MockOriginals},
    people::{MockCredentialRepository, MockHousekeeping, MockSecrets, MockSignInAttempts, MockUserRepository},
    planning::{MockNoteRepository, MockPlanRepository},
    predecessor::MockPredecessor,
    preferences::MockPreferenceRepository,
    productions::MockProductionRepository,
    report_source::MockSaleHistories,
    retention::MockSnapshotEviction,
    schedules::{MockRunQueue, MockScheduleRepository},
    second_factor::{MockFactorCodes, MockFactorRepository},
    system::{MockDatabaseMonitor, MockMachine},
    tables::MockListReader,
    templates::MockTemplateWriter,
    upkeep::MockUpkeepLog,
    uploads::MockUploadRepository,
    web::MockWebFiles,
    workbooks::{MockGlance, MockReadingSeat, MockWorkbookReader},
};
