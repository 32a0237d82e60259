//! Reports on their way out: what is asked for, what is remembered, how it is written.

mod answer;
pub(crate) mod catalogue;
mod desk;
mod export;
mod memory;
mod offline;

pub(crate) use desk::ReportDesk;
pub(crate) use export::Format;
pub use export::WritingRoom;
pub use memory::ReportMemory;
pub use offline::report;
