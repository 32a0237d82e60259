//! Where files are read: a few at a time, so that memory stays bounded however many come in.

use std::sync::Arc;
use std::time::Duration;

use domain::diagnostics::DiagnosticCode;
use domain::people::UserId;
use ports::driven::{List, ListError};
use ports::driving::UploadError;

use super::queue::{Place, Queue, Reader};
use crate::limits::Limits;
use crate::reading::{Reading, ReadingContext, WorkbookFile, read_workbook};
use crate::workbook::isolation::Isolation;
use crate::workbook::{Unreadable, is_locked};

/// A bounded number of seats, dry runs included: the worker goes first, and nobody else has two. Cheap to clone; clones
/// share the seats.
#[derive(Clone)]
pub struct ReadingRoom {
    queue: Arc<Queue>,
    limits: Limits,
    isolation: Arc<dyn Isolation>,
}

/// The right to read one upload.
pub(crate) struct Seat {
    _place: Place,
    limits: Limits,
    isolation: Arc<dyn Isolation>,
}

impl ReadingRoom {
    /// A room with `seats` seats.
    pub fn new(seats: usize, limits: Limits, isolation: Arc<dyn Isolation>) -> Self {
        Self {
            queue: Arc::new(Queue::new(seats)),
            limits,
            isolation,
        }
    }

    /// Waits for a seat, as the worker.
    pub(super) async fn seat(&self) -> Seat {
        self.seat_of(Reader::Worker).await
    }

    async fn seat_of(&self, reader: Reader) -> Seat {
        Seat {
            _place: self.queue.enter(reader).await,
            limits: self.limits,
            isolation: Arc::clone(&self.isolation),
        }
    }

    /// Waits for a seat of `person`, but not longer than `patience`.
    pub(crate) async fn seat_within(&self, patience: Duration, person: Option<UserId>) -> Option<Seat> {
        let seat = self.seat_of(Reader::Person(person));
        tokio::time::timeout(patience, seat).await.ok()
    }
}

impl Seat {
    /// From now on every workbook is read in isolation.
    pub(super) fn isolate(&mut self) {
        self.limits.in_process_bytes = 0;
    }

    /// Finds out whether a file needs a password that is not known, and leaves the seat. One that cannot be opened for
    /// another reason does not: whoever reads it will tell.
    pub(super) async fn look_for_lock(self, bytes: Vec<u8>) -> Result<bool, UploadError> {
        let look = move || is_locked(&bytes, &self.limits, self.isolation.as_ref());
        let found = tokio::task::spawn_blocking(look).await.map_err(|error| {
            tracing::error!(%error, "Looking for a password broke off.");
            UploadError::Interrupted
        })?;
        match found {
            Ok(is_locked) => Ok(is_locked),
            Err(Unreadable::Internal) => Err(UploadError::Interrupted),
            Err(_) => Ok(false),
        }
    }

    /// Reads a list away from the asynchronous threads, and leaves the seat.
    pub(crate) async fn read_list(self, file_name: String, bytes: Vec<u8>) -> Result<List, ListError> {
        let read = move || crate::list::read(&file_name, &bytes, &self.limits, self.isolation.as_ref());
        tokio::task::spawn_blocking(read).await.map_err(|error| {
            tracing::error!(%error, "Reading a list broke off.");
            ListError::Interrupted
        })?
    }

    /// Reads the files away from the asynchronous threads, and leaves the seat.
    pub(super) async fn read(
        self,
        files: Vec<(String, Vec<u8>)>,
        context: ReadingContext,
    ) -> Result<Reading, UploadError> {
        let read = move || {
            let files: Vec<_> = files.iter().map(|(name, bytes)| WorkbookFile { name, bytes }).collect();
            read_workbook(&files, &context, &self.limits, self.isolation.as_ref())
        };
        let reading = tokio::task::spawn_blocking(read).await.map_err(|error| {
            tracing::error!(%error, "Reading a workbook broke off.");
            UploadError::Interrupted
        })?;
        // Not the workbook's fault: the same bytes may be read well the next time.
        if reading.diagnostic_counts.contains_key(&DiagnosticCode::InternalError) {
            return Err(UploadError::Interrupted);
        }
        Ok(reading)
    }
}
