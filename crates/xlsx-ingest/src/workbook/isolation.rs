//! Reading a workbook where it can do no harm.

use thiserror::Error;

use super::{Unreadable, WorkbookFormat, dump_cells};
use crate::limits::Limits;

/// Why a workbook could not be read in isolation.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IsolationFailure {
    /// The bytes are no workbook of their format.
    #[error("not a workbook")]
    NotAWorkbook,
    /// Reading took more memory, time or output than it may; says which.
    #[error("too large: {0}")]
    TooLarge(String),
    /// The reader could not be run, through no fault of the workbook.
    #[error("the isolated reader is not available: {0}")]
    Unavailable(String),
}

/// Reads workbooks whose need for memory cannot be known beforehand.
pub trait Isolation: Send + Sync {
    /// The cells of `bytes` as [`dump_cells`] writes them. Must return, with bounded memory in this process and within
    /// bounded time, whatever the bytes are.
    fn extract(&self, format: WorkbookFormat, bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, IsolationFailure>;
}

/// No isolation: reads in this process, whose memory a hostile workbook can exhaust. For tests and trusted files.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Isolation for InProcess {
    fn extract(&self, format: WorkbookFormat, bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, IsolationFailure> {
        let mut records = Vec::new();
        dump_cells(format, bytes, &mut records, limits)?;
        Ok(records)
    }
}

impl From<Unreadable> for IsolationFailure {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::NotAWorkbook => Self::NotAWorkbook,
            Unreadable::TooLarge(limit) => Self::TooLarge(limit),
            Unreadable::Internal => Self::Unavailable("the cells could not be written".to_owned()),
        }
    }
}
