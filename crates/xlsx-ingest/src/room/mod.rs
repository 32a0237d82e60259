//! Where files are read: a few at a time, so that memory stays bounded however many come in.

mod queue;

use std::sync::Arc;

use async_trait::async_trait;
use domain::diagnostics::DiagnosticCode;
use domain::headings::Decisions;
use domain::production::Category;
use domain::upload::UploadKind;
use ports::driven::{
    Glance, NamedBytes, Opening, Reader, ReadingContext, ReadingInterrupted, ReadingSeat, Verdict, WorkbookContents,
    WorkbookPassword, WorkbookReader,
};

use self::queue::{Place, Queue};
use crate::limits::Limits;
use crate::reading::{Reading, WorkbookFile, kind_of_workbook, read_workbook};
use crate::workbook::isolation::Isolation;
use crate::workbook::{Unreadable, is_locked, may_be_locked, unlock};

/// A bounded number of seats, dry runs included: the worker goes first, and nobody else has two. Cheap to clone; clones
/// share the seats.
#[derive(Clone)]
pub struct ReadingRoom {
    queue: Arc<Queue>,
    /// Where the names of sheets are looked at, one workbook at a time: it takes milliseconds, and nobody waits for readers.
    door: Arc<Queue>,
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
            door: Arc::new(Queue::new(1)),
            limits,
            isolation,
        }
    }

    /// Waits for a seat.
    pub(crate) async fn enter(&self, reader: Reader) -> Seat {
        Seat {
            _place: self.queue.enter(reader).await,
            limits: self.limits,
            isolation: Arc::clone(&self.isolation),
        }
    }
}

impl Seat {
    /// Reads away from the asynchronous threads, and leaves the seat. `None`: the reading was interrupted.
    pub(crate) async fn read<T: Send + 'static>(
        self,
        work: impl FnOnce(&Limits, &dyn Isolation) -> T + Send + 'static,
    ) -> Option<T> {
        away(move || work(&self.limits, self.isolation.as_ref())).await.ok()
    }
}

#[async_trait]
impl WorkbookReader for ReadingRoom {
    fn may_be_locked(&self, head: &[u8]) -> bool {
        may_be_locked(head)
    }

    async fn glance(&self) -> Box<dyn Glance> {
        Box::new(Seat {
            _place: self.door.enter(Reader::Person(None)).await,
            limits: self.limits,
            isolation: Arc::clone(&self.isolation),
        })
    }

    async fn seat(&self, reader: Reader) -> Box<dyn ReadingSeat> {
        Box::new(self.enter(reader).await)
    }
}

#[async_trait]
impl Glance for Seat {
    async fn kind(
        self: Box<Self>,
        bytes: Vec<u8>,
        category: Category,
        layouts: Vec<Decisions>,
    ) -> Result<UploadKind, ReadingInterrupted> {
        let look = move || kind_of_workbook(&bytes, category, &layouts, &self.limits, self.isolation.as_ref());
        away(look).await?.ok_or(ReadingInterrupted)
    }
}

#[async_trait]
impl ReadingSeat for Seat {
    fn isolate(&mut self) {
        self.limits.in_process_bytes = 0;
    }

    async fn open(
        self: Box<Self>,
        bytes: Vec<u8>,
        password: Option<WorkbookPassword>,
    ) -> Result<Opening, ReadingInterrupted> {
        let open = move || {
            let isolation = self.isolation.as_ref();
            match is_locked(&bytes, &self.limits, isolation) {
                Ok(true) => {}
                Err(Unreadable::Internal) => return Err(Unreadable::Internal),
                Ok(false) | Err(_) => return Ok(Opening::Open),
            }
            let Some(WorkbookPassword(password)) = password else {
                return Ok(Opening::Locked);
            };
            let unlocked = unlock(&bytes, &password, &self.limits, isolation)?;
            Ok(unlocked.map_or(Opening::WrongPassword, Opening::Unlocked))
        };
        match away(open).await? {
            Ok(opening) => Ok(opening),
            Err(Unreadable::Internal) => Err(ReadingInterrupted),
            Err(Unreadable::TooLarge(limit)) => Ok(Opening::TooLarge(limit)),
            Err(Unreadable::Encrypted | Unreadable::NotAWorkbook(_)) => Ok(Opening::Locked),
        }
    }

    async fn read(
        self: Box<Self>,
        files: Vec<NamedBytes>,
        context: ReadingContext,
    ) -> Result<WorkbookContents, ReadingInterrupted> {
        let read = move || {
            let files = files
                .iter()
                .map(|NamedBytes { name, bytes }| WorkbookFile { name, bytes });
            let files: Vec<_> = files.collect();
            read_workbook(&files, &context, &self.limits, self.isolation.as_ref())
        };
        let reading = away(read).await?;
        // Not the workbook's fault: the same bytes may be read well the next time.
        if reading.diagnostic_counts.contains_key(&DiagnosticCode::InternalError) {
            return Err(ReadingInterrupted);
        }
        Ok(reading.into())
    }
}

impl From<Reading> for WorkbookContents {
    fn from(reading: Reading) -> Self {
        Self {
            kind: reading.kind,
            facts: reading.facts(),
            verdict: Verdict {
                recognised: reading.recognised().map(<[_]>::to_vec),
                diagnostics: reading.diagnostics,
                diagnostic_counts: reading.diagnostic_counts,
            },
            snapshot: reading.snapshot,
        }
    }
}

/// Runs `read` away from the asynchronous threads.
async fn away<T: Send + 'static>(read: impl FnOnce() -> T + Send + 'static) -> Result<T, ReadingInterrupted> {
    tokio::task::spawn_blocking(read).await.map_err(|error| {
        tracing::error!(%error, "Reading a file broke off.");
        ReadingInterrupted
    })
}

#[cfg(test)]
mod tests;
