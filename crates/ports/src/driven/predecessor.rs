use std::collections::BTreeMap;
use std::fmt;

use async_trait::async_trait;
use chrono::{NaiveDate, NaiveDateTime};
use domain::upload::Sha256;
use thiserror::Error;

use super::{Cause, IncomingFile, OriginalsError};

/// A table of the predecessor's database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OldTable {
    /// Productions.
    Lives,
    /// Users.
    Users,
    /// Targets by day.
    Targets,
    /// Marketing notes by week.
    Weeks,
    /// Notes by day.
    Days,
    /// Notes by month.
    Months,
    /// Uploads.
    Uploads,
    /// Sale days of plays and musicals.
    StageDays,
    /// Performances of plays and musicals.
    StagePerformances,
    /// Sale days of concerts.
    ConcertDays,
    /// Performances of concerts.
    ConcertPerformances,
}

impl OldTable {
    /// Every table that is read.
    pub const ALL: [Self; 11] = [
        Self::Lives,
        Self::Users,
        Self::Targets,
        Self::Weeks,
        Self::Days,
        Self::Months,
        Self::Uploads,
        Self::StageDays,
        Self::StagePerformances,
        Self::ConcertDays,
        Self::ConcertPerformances,
    ];

    /// Its name in the predecessor's database, by which rows are remembered and told of.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lives => "live_model",
            Self::Users => "user_model",
            Self::Targets => "daily_target_model",
            Self::Weeks => "weekly_marketing_calendar_model",
            Self::Days => "calendar_model",
            Self::Months => "monthly_etc_model",
            Self::Uploads => "file_upload_model",
            Self::StageDays => "play_ticket_sale_model",
            Self::StagePerformances => "play_show_sale_model",
            Self::ConcertDays => "concert_ticket_sale_model",
            Self::ConcertPerformances => "concert_seat_sale_model",
        }
    }

    /// The table of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// A row of the predecessor's database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OldRow {
    /// Where it stands.
    pub table: OldTable,
    /// Its id.
    pub id: i64,
}

impl OldRow {
    /// The row with this id.
    pub fn new(table: OldTable, id: i64) -> Self {
        Self { table, id }
    }
}

impl fmt::Display for OldRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.table.name(), self.id)
    }
}

/// A production as the predecessor has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the columns of `live_model` by their own names")]
pub struct OldLive {
    pub id: i64,
    pub live_id: String,
    pub category: Option<String>,
    pub is_live: bool,
    pub live_name: String,
    pub location: Option<String>,
    pub show_start_date: Option<NaiveDateTime>,
    pub show_end_date: Option<NaiveDateTime>,
    pub sale_start_date: Option<NaiveDateTime>,
    pub sale_end_date: Option<NaiveDateTime>,
    pub running_time: Option<i64>,
    /// Per cent, as text: the column can hold what is no number.
    pub target_share: Option<String>,
    pub bep: Option<i64>,
    pub show_total_seat_number: Option<i64>,
    pub preview_ending_date: Option<NaiveDateTime>,
    pub latest_record_date: Option<NaiveDateTime>,
    pub concert_date_time: Option<NaiveDateTime>,
    /// Of the grades vip, r, s, a, b.
    pub concert_seats: [Option<i64>; 5],
}

/// A user as the predecessor has one; the password is not among it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the columns of `user_model` by their own names")]
pub struct OldUser {
    pub id: i64,
    pub email: String,
    pub name: String,
    pub role: i64,
    pub is_file_uploader: bool,
    pub is_live_manager: bool,
    pub live_name_list: Vec<String>,
    pub status: bool,
}

/// A target as the predecessor has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of `daily_target_model` by their own names")]
pub struct OldTarget {
    pub id: i64,
    pub live_id: Option<String>,
    pub date: NaiveDateTime,
    pub target: i64,
}

/// Marketing notes of a week as the predecessor has them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the columns of `weekly_marketing_calendar_model` by their own names"
)]
pub struct OldWeek {
    pub id: i64,
    pub live_id: Option<String>,
    pub week_number: i64,
    pub week_start_date: NaiveDateTime,
    pub sales_marketing: Option<String>,
    pub promotion: Option<String>,
    pub etc: Option<String>,
}

/// Notes of a day as the predecessor has them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of `calendar_model` by their own names")]
pub struct OldDay {
    pub id: i64,
    pub date: NaiveDateTime,
    pub note_sales: Option<String>,
    pub note_marketing: Option<String>,
    pub note_others: Option<String>,
}

/// A note of a month as the predecessor has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of `monthly_etc_model` by their own names")]
pub struct OldMonth {
    pub id: i64,
    pub year: i64,
    pub month: i64,
    pub etc: Option<String>,
}

/// An upload as the predecessor has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of `file_upload_model` by their own names")]
pub struct OldUpload {
    pub id: i64,
    pub file_name: String,
    pub record_date: NaiveDateTime,
    pub upload_by: String,
    /// Wall clock of the old server.
    pub upload_date: NaiveDateTime,
    pub is_deleted: bool,
    pub live_id: Option<String>,
    /// What is stored of it as that of a play or musical.
    pub stage: SaleSums,
    /// What is stored of it as that of a concert.
    pub concert: SaleSums,
}

/// Sums of the rows that are stored of one upload. Of concerts `performance_revenue_krw` is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SaleSums {
    /// Number of sale days.
    pub daily_rows: i64,
    /// Paid seats over all sale days.
    pub daily_seats: i64,
    /// Won over all sale days.
    pub daily_revenue_krw: i64,
    /// Number of performances.
    pub performance_rows: i64,
    /// Paid seats over all performances.
    pub paid_seats: i64,
    /// Complimentary seats over all performances.
    pub complimentary_seats: i64,
    /// Won over all performances.
    pub performance_revenue_krw: Option<i64>,
}

/// The rows that the predecessor stored of one upload, for those whose sums differ from ours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OldSales {
    /// Sale day, paid seats, won.
    pub days: Vec<(NaiveDate, i64, i64)>,
    /// Performances.
    pub performances: Vec<OldPerformance>,
}

/// A performance as the predecessor stored it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldPerformance {
    /// Its start, in Korean time.
    pub starts_at: NaiveDateTime,
    /// Paid seats.
    pub paid_seats: i64,
    /// Complimentary seats.
    pub complimentary_seats: i64,
    /// Won; `None` of concerts.
    pub revenue_krw: Option<i64>,
}

/// All that is read of the predecessor's database at one instant, each list by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OldHouse {
    /// `live_model`
    pub lives: Vec<OldLive>,
    /// `user_model`
    pub users: Vec<OldUser>,
    /// `daily_target_model`
    pub targets: Vec<OldTarget>,
    /// `weekly_marketing_calendar_model`
    pub weeks: Vec<OldWeek>,
    /// `calendar_model`
    pub days: Vec<OldDay>,
    /// `monthly_etc_model`
    pub months: Vec<OldMonth>,
    /// `file_upload_model`
    pub uploads: Vec<OldUpload>,
    /// Sales rows that belong to no upload, by table.
    pub ownerless_sales: BTreeMap<OldTable, i64>,
}

/// Names one database of one running server, however it is reached: two that are equal are the same database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseIdentity(pub String);

/// Why the predecessor's database cannot be read.
#[derive(Debug, Clone, Error)]
pub enum PredecessorError {
    /// It cannot be reached, or broke off; the words of the cause never hold a password.
    #[error("the old database cannot be read")]
    Unavailable(#[source] Cause),
    /// It lacks tables or columns.
    #[error("this is no database of the predecessor, it has no {}", .0.join(", "))]
    Missing(Vec<String>),
    /// The role may not read all that is needed.
    #[error("the role may not read {}: GRANT SELECT on them to it", .0.join(", "))]
    Forbidden(Vec<String>),
}

/// The predecessor's database. It is only read, in transactions that are read-only and see one instant.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Predecessor: Send + Sync {
    /// Which database it is.
    async fn identity(&self) -> Result<DatabaseIdentity, PredecessorError>;

    /// All of it, but for the rows of sales, of which it makes sums. Answers [`PredecessorError::Missing`] with every table
    /// and column that is missing.
    async fn read(&self) -> Result<OldHouse, PredecessorError>;

    /// The rows that are stored of one upload, as those of a concert or of a play or musical.
    async fn sales(&self, upload: i64, of_concert: bool) -> Result<OldSales, PredecessorError>;
}

/// Why an original of the predecessor could not be copied.
#[derive(Debug, Error)]
pub enum OriginalCopyError {
    /// It cannot be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(std::io::Error),
    /// It is longer than any upload may be.
    #[error("the file is too large")]
    TooLarge,
    /// Ours cannot be written.
    #[error(transparent)]
    Store(#[from] OriginalsError),
}

/// The folder of originals of the predecessor, which is only read.
#[async_trait]
pub trait OldOriginals: Send + Sync {
    /// The names of its files, in order.
    async fn names(&self) -> Result<Vec<String>, std::io::Error>;

    /// Copies one of its files; answers the hash of the bytes.
    async fn copy(&self, name: &str, into: &mut dyn IncomingFile) -> Result<Sha256, OriginalCopyError>;
}
