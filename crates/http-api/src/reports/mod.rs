//! Reports on their way out: what is asked for, what is remembered, how it is written.

mod answer;
mod desk;
mod memory;
mod offline;

pub(crate) use desk::ReportDesk;
pub use memory::ReportMemory;
pub use offline::report;
