//! PostgreSQL behind the storage ports.
//!
//! Blocking diesel work runs only inside [`pool::PgPool::run`]; driver errors become port errors in one place,
//! [`errors`]. Writes end by raising the data version and announcing the change, see [`announce`](mod@announcement). SQL
//! that sums and groups lies in `views/`, schema changes in `migrations/`.

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
