use async_trait::async_trait;
use chrono::{NaiveDate, NaiveTime};
use domain::agency::AgencyCode;
use domain::grade::Grade;
use domain::headings::Decisions;
use domain::people::UserId;
use domain::production::{Category, ProductionDetails};
use domain::sales::{Facts, SaleTotals, Snapshot};
use domain::upload::UploadKind;
use thiserror::Error;

use super::Verdict;

/// What reading must know of the production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingContext {
    /// What the upload is about; `None` leaves it to the sheets that are there.
    pub kind: Option<UploadKind>,
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
    /// That of a production, with what labels mean there.
    pub fn of(details: &ProductionDetails, layouts: Vec<Decisions>) -> Self {
        let inventory = details.seat_inventory.as_ref();
        let inventory_seats = inventory.map(|seats| seats.values().sum()).filter(|seats| *seats > 0);
        Self {
            seats: details
                .seats_per_performance
                .filter(|seats| *seats > 0)
                .or(inventory_seats),
            concert_time: details.concert_at.map(|start| start.time()),
            grades: details
                .seat_grades
                .0
                .iter()
                .map(|of| (of.grade.clone(), of.label.clone()))
                .collect(),
            layouts,
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
    /// What they are about.
    pub kind: UploadKind,
    /// All rows that could be read, also when others could not.
    pub snapshot: Snapshot,
    /// Its sums; `None` when there are errors, and the snapshot must not be used.
    pub facts: Option<Facts>,
    /// What was found besides.
    pub verdict: Verdict,
}

/// Reading broke off, through no fault of the files: the same bytes may be read well the next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("reading the files broke off")]
pub struct ReadingInterrupted;

/// The password of a workbook: a secret that is kept nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct WorkbookPassword(pub String);

impl std::fmt::Debug for WorkbookPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WorkbookPassword(…)")
    }
}

/// What a password makes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// The file needs none; or whoever reads it will tell what is wrong.
    Open,
    /// The workbook that was locked.
    Unlocked(Vec<u8>),
    /// It needs one that is not known, or one that cannot be used here.
    Locked,
    /// It needs another one.
    WrongPassword,
    /// Opening it takes more than it may; says what.
    TooLarge(String),
}

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

    /// Waits for the one place to look at the names of sheets, before it is known what an upload is about. Dropped, it does
    /// not wait any more.
    async fn glance(&self) -> Box<dyn Glance>;

    /// Waits for a seat: the worker goes first, and nobody else has two. Dropped, it does not wait any more.
    async fn seat(&self, reader: Reader) -> Box<dyn ReadingSeat>;
}

/// The right to look at the names of the sheets of one workbook, which is fetched once one has it.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Glance: Send + Sync {
    /// What a workbook of this category is about, by what labels mean there. What cannot be opened is taken for sales:
    /// reading it will tell what is wrong.
    async fn kind(
        self: Box<Self>,
        bytes: Vec<u8>,
        category: Category,
        layouts: Vec<Decisions>,
    ) -> Result<UploadKind, ReadingInterrupted>;
}

/// The right to read the files of one upload, until it is dropped. Files are fetched once one has it.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait ReadingSeat: Send + Sync {
    /// From now on every workbook is read in isolation, small and harmless ones too.
    fn isolate(&mut self);

    /// Opens a file with the password, where it needs one.
    async fn open(
        self: Box<Self>,
        bytes: Vec<u8>,
        password: Option<WorkbookPassword>,
    ) -> Result<Opening, ReadingInterrupted>;

    /// Reads one workbook, or two CSV files. Whatever the bytes are, it answers, with bounded memory and in bounded time.
    async fn read(
        self: Box<Self>,
        files: Vec<NamedBytes>,
        context: ReadingContext,
    ) -> Result<WorkbookContents, ReadingInterrupted>;
}
