//! Reading a workbook where it can do no harm.

use std::io::{Cursor, Read};

use thiserror::Error;

use super::{dump_cells, unlock_package};
use crate::limits::Limits;

/// Why the process that reads a workbook said nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IsolationFailure {
    /// Reading took more memory or time than it may; says which. It would the next time.
    #[error("too large: {0}")]
    TooLarge(String),
    /// The reader could not be run, through no fault of the workbook.
    #[error("the isolated reader is not available: {0}")]
    Unavailable(String),
}

/// Reads workbooks whose need for memory cannot be known beforehand.
pub trait Isolation: Send + Sync {
    /// The cells of `bytes` as [`dump_cells`] writes them, those of the sheets `further` too, while it does. Must
    /// end, with bounded memory in this process and within bounded time, whatever the bytes are. Reading fails with an error around an [`IsolationFailure`] when
    /// there will be no more. Dropped, it ends.
    fn extract(&self, bytes: &[u8], further: &[String], limits: &Limits) -> Result<Box<dyn Read>, IsolationFailure>;

    /// What [`unlock_package`] writes of `bytes`, under the same bounds. Whoever opens nothing is not available.
    fn unlock(&self, _bytes: &[u8], _password: &str) -> Result<Box<dyn Read>, IsolationFailure> {
        Err(IsolationFailure::Unavailable("it opens nothing".to_owned()))
    }
}

/// No isolation: reads in this process, whose memory a hostile workbook can exhaust. For tests and trusted files.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Isolation for InProcess {
    fn extract(&self, bytes: &[u8], further: &[String], limits: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        let mut records = Vec::new();
        dump_cells(Cursor::new(bytes), further, &mut records, limits)
            .map_err(|error| IsolationFailure::Unavailable(error.to_string()))?;
        Ok(Box::new(Cursor::new(records)))
    }

    fn unlock(&self, bytes: &[u8], password: &str) -> Result<Box<dyn Read>, IsolationFailure> {
        let mut told = Vec::new();
        unlock_package(Cursor::new(bytes), password, &mut told)
            .map_err(|error| IsolationFailure::Unavailable(error.to_string()))?;
        Ok(Box::new(Cursor::new(told)))
    }
}
