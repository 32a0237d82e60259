#![doc = include_str!("../README.md")]

mod application;
mod arrivals;
mod attachment;
mod entry;
mod events;
mod extract;
mod head;
mod idempotency;
mod multipart;
mod observation;
mod openapi;
mod panics;
mod problem;
mod reports;
mod routes;
mod shares;
mod turns;
mod views;

use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::web::Data;

use domain::foresight::Holidays;
use ports::driven::{
    AuditLog, Clock, DataVersion, DigestRepository, Health, IdempotencyKeys, Ids, JobQueue, LayoutRepository,
    NoteHistory, NoticeBoard, PreferenceRepository, UpkeepLog, WebFiles,
};
use ports::driving::collection::{ArrivalDesk, RecipeDesk, SourceDesk};
use ports::driving::{
    AccountDesk, AlertDesk, CampaignDesk, DestinationDesk, MarketDesk, MessageDesk, PeopleDesk, PlanningDesk,
    ProductionDesk, SafetyDesk, ScheduleDesk, SystemDesk, TargetDesk, TemplateDesk, UploadDesk,
};

use reporting::{ReportMemory, Reports};

pub use application::application;
pub use arrivals::Arrivals;
pub use entry::{MetricsToken, Security};
pub use events::EventHub;
pub use observation::Meters;
pub use openapi::openapi;
pub use reports::{WritingRoom, catalogue};
pub use routes::health::ARRIVED_WITH;
pub use shares::{Holder, Share, Shares};

/// What the routes ask.
#[derive(Clone)]
pub struct Services {
    /// Signs users in, and keeps their accounts.
    pub accounts: Arc<dyn AccountDesk>,
    /// Keeps accounts their owners'.
    pub safety: Arc<dyn SafetyDesk>,
    /// Keeps the users.
    pub people: Arc<dyn PeopleDesk>,
    /// Enters and changes productions.
    pub productions: Arc<dyn ProductionDesk>,
    /// Keeps what was done when to sell.
    pub campaigns: Arc<dyn CampaignDesk>,
    /// Knows which of KOPIS's shows productions are.
    pub market: Arc<dyn MarketDesk>,
    /// Plans targets and marketing.
    pub planning: Arc<dyn PlanningDesk>,
    /// Sets many targets at once.
    pub targets: Arc<dyn TargetDesk>,
    /// Makes blank workbooks.
    pub templates: Arc<dyn TemplateDesk>,
    /// Takes workbooks in.
    pub uploads: Arc<dyn UploadDesk>,
    /// Keeps sources, and their runs.
    pub sources: Arc<dyn SourceDesk>,
    /// Knows what came by itself.
    pub arrivals_desk: Arc<dyn ArrivalDesk>,
    /// Keeps recipes.
    pub recipes: Arc<dyn RecipeDesk>,
    /// Reports.
    pub reports: Arc<dyn Reports>,
    /// Remembers finished reports.
    pub report_memory: Arc<ReportMemory>,
    /// Tells changes to whoever watches.
    pub events: Arc<EventHub>,
    /// Where reports are written as workbooks.
    pub writing_room: WritingRoom,
    /// The web application.
    pub web: Arc<dyn WebFiles>,
    /// Keeps what is done at set times.
    pub schedules: Arc<dyn ScheduleDesk>,
    /// Keeps where things are sent.
    pub destinations: Arc<dyn DestinationDesk>,
    /// Sends messages by hand, and knows what became of all.
    pub messages: Arc<dyn MessageDesk>,
    /// Knows what was told without being asked for.
    pub alerts: Arc<dyn AlertDesk>,
    /// Knows what people ought to know.
    pub notices: Arc<dyn NoticeBoard>,
    /// Knows how backups stand.
    pub upkeep: Arc<dyn UpkeepLog>,
    /// Looks into the queue.
    pub jobs: Arc<dyn JobQueue>,
    /// Records acts, and shows them.
    pub audit: Arc<dyn AuditLog>,
    /// Keeps who gets what they ought to know by mail.
    pub digests: Arc<dyn DigestRepository>,
    /// Keeps what people have chosen for themselves.
    pub preferences: Arc<dyn PreferenceRepository>,
    /// Keeps what labels of workbooks mean.
    pub layouts: Arc<dyn LayoutRepository>,
    /// Tells what became of notes.
    pub note_history: Arc<dyn NoteHistory>,
    /// Keeps first answers.
    pub idempotency_keys: Arc<dyn IdempotencyKeys>,
    /// Tells how many changes were committed.
    pub data_version: Arc<dyn DataVersion>,
    /// The public holidays.
    pub holidays: Arc<Holidays>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Names requests.
    pub ids: Arc<dyn Ids>,
    /// Looks whether the server can work.
    pub health: Arc<dyn Health>,
    /// Knows how the server is.
    pub system: Arc<dyn SystemDesk>,
    /// Counts requests.
    pub meters: Arc<Meters>,
    /// How the server is reached.
    pub security: Arc<Security>,
    /// Requests that take longer are told in the log.
    pub slow_request: Duration,
    /// What is taken at most.
    pub limits: UploadLimits,
    /// Bounds what is received at a time.
    pub arrivals: Arrivals,
}

impl Services {
    /// Those of the application that answers this request.
    pub(crate) fn of(request: &HttpRequest) -> &Self {
        let services: Option<&Data<Self>> = request.app_data();
        services.expect("the application has its services")
    }
}

/// What an upload may have at most.
#[derive(Debug, Clone, Copy)]
pub struct UploadLimits {
    /// Length of one file.
    pub max_file_bytes: u64,
}
