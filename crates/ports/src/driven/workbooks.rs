use async_trait::async_trait;
use chrono::{NaiveDate, NaiveTime};
use domain::agency::AgencyCode;
use domain::grade::Grade;
use domain::headings::{Decisions, RecognisedSheet};
use domain::people::UserId;
use domain::production::{Category, ProductionDetails};
use domain::sales::{Facts, SaleTotals, Snapshot};
use thiserror::Error;

use super::Verdict;

/// What reading must know of the production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingContext {
    /// Decides the layout; `None` leaves it to the sheets that are there.
    pub category: Option<Category>,
    /// The day whose close the workbook describes; later daily rows are templates.
    pub record_date: NaiveDate,
    /// First day of sale; earlier sale days are peculiar.
    pub sale_start: Option<NaiveDate>,
    /// Totals of the live snapshot with the next older record date.
    pub previous_totals: Option<SaleTotals>,
    /// Code and name of each agency of that snapshot.
    pub previous_agencies: Vec<(AgencyCode, String)>,
    /// What only workbooks without markers need.
    pub house: House,
}

/// What is known of a house and its grades.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct House {
    /// Seats of one performance.
    pub seats: Option<i64>,
    /// When a concert begins, for sheets that say no time.
    pub concert_time: Option<NaiveTime>,
    /// The grades, with what people call them where that is another word than the code.
    pub grades: Vec<(Grade, Option<String>)>,
    /// What somebody decided that labels mean, the stronger document first.
    pub layouts: Vec<Decisions>,
}

impl House {
    /// That of a production.
    pub fn of(details: &ProductionDetails) -> Self {
        let inventory = details.seat_inventory.as_ref();
        let inventory_seats = inventory.map(|seats| seats.values().sum()).filter(|seats| *seats > 0);
        Self {
            seats: details
                .seats_per_performance
                .filter(|seats| *seats > 0)
                .or(inventory_seats),
            concert_time: details.concert_at.map(|start| start.time()),
            grades: inventory
                .into_iter()
                .flatten()
                .map(|(grade, _)| (grade.clone(), None))
                .collect(),
            layouts: Vec::new(),
        }
    }
}

/// One file of an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedBytes {
    /// The name it was sent under.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What the files of an upload say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookContents {
    /// All rows that could be read, also when others could not.
    pub snapshot: Snapshot,
    /// Its sums; `None` when there are errors, and the snapshot must not be used.
    pub facts: Option<Facts>,
    /// What was found besides.
    pub verdict: Verdict,
    /// What the headings of a workbook without markers say; `None` of one with markers.
    pub recognised: Option<Vec<RecognisedSheet>>,
}

/// Reading broke off, through no fault of the files: the same bytes may be read well the next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("reading the files broke off")]
pub struct ReadingInterrupted;

/// Who wants to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The worker, for uploads that are stored already.
    Worker,
    /// Somebody who waits for an answer; `None` where nobody is known.
    Person(Option<UserId>),
}

/// Where workbooks are read: a few at a time, so that memory stays bounded however many come in.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait WorkbookReader: Send + Sync {
    /// Whether a file that begins with these bytes, 64 of them or all, may have a password.
    fn may_be_locked(&self, head: &[u8]) -> bool;

    /// Waits for a seat: the worker goes first, and nobody else has two. Dropped, it does not wait any more.
    async fn seat(&self, reader: Reader) -> Box<dyn ReadingSeat>;
}

/// The right to read the files of one upload, until it is dropped. Files are fetched once one has it.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ReadingSeat: Send + Sync {
    /// From now on every workbook is read in isolation, small and harmless ones too.
    fn isolate(&mut self);

    /// Whether a file needs a password that is not known. One that cannot be opened for another reason does not: whoever
    /// reads it will tell.
    async fn is_locked(self: Box<Self>, bytes: Vec<u8>) -> Result<bool, ReadingInterrupted>;

    /// Reads one workbook, or two CSV files. Whatever the bytes are, it answers, with bounded memory and in bounded time.
    async fn read(
        self: Box<Self>,
        files: Vec<NamedBytes>,
        context: ReadingContext,
    ) -> Result<WorkbookContents, ReadingInterrupted>;
}
