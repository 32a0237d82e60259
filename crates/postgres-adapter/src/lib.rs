#![doc = include_str!("../README.md")]

mod alerts;
mod announcement;
mod audit;
mod authority;
mod backfill;
mod changes;
mod data_version;
pub mod embedded;
mod errors;
mod foresight;
mod grouping;
mod health;
mod housekeeping;
mod idempotency_keys;
mod latest;
mod listener;
mod note_history;
mod notes;
mod notices;
mod ownership;
mod people;
mod plans;
pub mod pool;
mod prepared;
mod productions;
pub mod queue;
mod report_source;
mod revisions;
mod schedules;
mod schema;
mod session;
pub mod setup;
mod stored;
#[cfg(feature = "test-database")]
pub mod test_database;
mod uploads;
mod views;

pub use alerts::PgAlertRepository;
pub use audit::PgAuditLog;
pub use changes::PgChanges;
pub use data_version::PgDataVersion;
pub use foresight::PgForecastRepository;
pub use health::PgHealth;
pub use housekeeping::PgHousekeeping;
pub use idempotency_keys::PgIdempotencyKeys;
pub use note_history::PgNoteHistory;
pub use notes::PgNoteRepository;
pub use notices::PgNoticeBoard;
pub use people::{
    PgCredentialRepository, PgDigestRepository, PgFactorRepository, PgNewSignIns, PgPreferenceRepository,
    PgSignInAttempts, PgUserRepository,
};
pub use plans::PgPlanRepository;
pub use pool::PgPool;
pub use productions::PgProductionRepository;
pub use queue::PgJobQueue;
pub use report_source::PgReportSource;
pub use schedules::{PgDeliveryQueue, PgDestinationRepository, PgRunQueue, PgScheduleRepository};
pub use uploads::PgUploadRepository;
