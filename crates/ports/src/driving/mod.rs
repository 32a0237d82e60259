//! What the world may ask of the use cases.

mod alerts;
mod campaigns;
pub mod collection;
mod desks;
mod forecasts;
mod market;
mod messages;
mod people;
mod safety;
mod schedules;
mod system;
mod targets;
mod templates;
mod uploads;

pub use alerts::AlertDesk;
pub use campaigns::{CampaignChange, CampaignDesk};
pub use desks::{
    DeskError, ImportedRow, MarketingPlan, PlanningDesk, ProductionChange, ProductionDesk, ProductionImport, Targets,
};
pub use forecasts::{Forecasting, Made};
pub use market::{MarketDesk, MarketFigures, MarketReader, ReadingError, Suggestions};
pub use messages::{
    CommentTopic, CommentaryRecord, Composed, Digest, DropReason, DroppedComment, MessageOrder, Messages, Rendering,
};
pub use people::{
    AccountDesk, AccountError, AccountSetup, IssuedKey, NewAccount, NewKey, NewUser, OwnSession, PeopleDesk, ResetLink,
    SignIn, SignInClient, SignedIn, UserPatch,
};
pub use safety::{BegunFactor, FactorStatus, RecoveryCodes, SafetyDesk};
pub use schedules::{
    DestinationChange, DestinationDesk, MessageDesk, MessagePreview, MessageRequest, NewDestination, NewSchedule,
    ScheduleChange, ScheduleDesk, ScheduleError, Scheduler,
};
pub use system::{SystemDesk, SystemFigures, SystemState};
pub use targets::{Distribution, DistributionMethod, TargetCopy, TargetDesk, TargetFile};
pub use templates::{TemplateDesk, WorkbookTemplate};
pub use uploads::{
    Download, DryRun, OriginalsCheck, OriginalsFindings, ProductionChoice, ReceivedFile, Replay, Replayed, Submission,
    UnknownCode, UploadDesk, UploadError, UploadProcessing, UploadRequest, UploadTarget,
};

#[cfg(feature = "mocks")]
pub use self::{
    alerts::MockAlertDesk,
    campaigns::MockCampaignDesk,
    desks::{MockPlanningDesk, MockProductionDesk},
    forecasts::MockForecasting,
    market::{MockMarketDesk, MockMarketReader},
    messages::MockMessages,
    people::{MockAccountDesk, MockAccountSetup, MockPeopleDesk},
    safety::MockSafetyDesk,
    schedules::{MockDestinationDesk, MockMessageDesk, MockScheduleDesk, MockScheduler},
    system::MockSystemDesk,
    targets::MockTargetDesk,
    templates::MockTemplateDesk,
    uploads::{MockOriginalsCheck, MockUploadDesk, MockUploadProcessing},
};
