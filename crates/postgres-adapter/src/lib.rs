#![doc = include_str!("../README.md")]

mod announcement;
mod changes;
pub mod embedded;
mod errors;
mod health;
mod notes;
mod plans;
pub mod pool;
mod productions;
pub mod queue;
mod report_source;
mod schema;
pub mod setup;
mod stored;
#[cfg(feature = "test-database")]
pub mod test_database;
mod uploads;

pub use changes::PgChanges;
pub use health::PgHealth;
pub use notes::PgNoteRepository;
pub use plans::PgPlanRepository;
pub use pool::PgPool;
pub use productions::PgProductionRepository;
pub use queue::PgJobQueue;
pub use report_source::PgReportSource;
pub use uploads::PgUploadRepository;
