use std::collections::BTreeSet;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::DateRange;
use domain::market::matching::Own;
use domain::market::{Genre, GenreDay, KopisId, RankedShow, Show, Standing, Trouble};
use domain::people::UserName;
use domain::production::ProductionId;
use thiserror::Error;

use super::StorageError;
use crate::actor::Edit;

/// What KOPIS is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Endpoint {
    /// Bookings by genre, `boxStatsCate`.
    Bookings,
    /// Ranks, `boxoffice`.
    Ranks,
    /// Shows, `pblprfr`.
    Shows,
}

impl Endpoint {
    /// Every endpoint.
    pub const ALL: [Self; 3] = [Self::Bookings, Self::Ranks, Self::Shows];

    /// As it stands in the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Bookings => "boxStatsCate",
            Self::Ranks => "boxoffice",
            Self::Shows => "pblprfr",
        }
    }
}

/// Which shows are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShowQuery {
    /// Those that play in these days; at most [`domain::market::MAX_WINDOW_DAYS`].
    pub days: DateRange,
    /// Of this genre.
    pub genre: Option<Genre>,
    /// With this in their name.
    pub name: Option<String>,
}

/// Why KOPIS gave no figures. None of them holds the key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KopisError {
    /// It may go well in a moment: no answer, a server in trouble, an answer that is cut.
    #[error("KOPIS does not answer: {0}")]
    Passing(String),
    /// There is a page in the place of figures.
    #[error("KOPIS answered with a page in the place of figures")]
    Page,
    /// It wants to be left alone.
    #[error("KOPIS refuses with status {0}")]
    Refused(u16),
    /// It does not know the key, or does not take what was asked.
    #[error("KOPIS refuses: {0}")]
    Rejected(String),
    /// There is no such endpoint any more.
    #[error("KOPIS has no such endpoint any more")]
    Gone,
    /// Whatever else it is, trying again would bring the same.
    #[error("KOPIS answered what cannot be read: {0}")]
    Unreadable(String),
}

impl KopisError {
    /// The word in figures of the server.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Passing(_) => "passing",
            Self::Page => "page",
            Self::Refused(_) => "refused",
            Self::Rejected(_) => "rejected",
            Self::Gone => "gone",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// KOPIS. A call asks once: who asks how often, and when, is decided by whoever calls.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait Kopis: Send + Sync {
    /// The bookings of each genre on one day, without the row that sums them up.
    async fn bookings(&self, day: NaiveDate) -> Result<Vec<GenreDay>, KopisError>;

    /// The list of a genre and a day, by rank.
    async fn ranks(&self, genre: &Genre, day: NaiveDate) -> Result<Vec<RankedShow>, KopisError>;

    /// A page of shows, from 1. Answers with them how many rows the page had.
    async fn shows(&self, query: &ShowQuery, page: u32) -> Result<(Vec<Show>, usize), KopisError>;
}

/// How calls are spaced and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallTerms {
    /// The day in Seoul whose budget it is of.
    pub day: NaiveDate,
    /// Calls of a day.
    pub budget: u32,
    /// From one call to the next.
    pub pause: Duration,
    /// A call that has not ended by then never will.
    pub longest: Duration,
}

/// Whether KOPIS may be called now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallGrant {
    /// Yes; it is counted already.
    Granted,
    /// In a while.
    Wait(Duration),
    /// Not before the next day.
    BudgetUsed,
    /// Not before that.
    Blocked(DateTime<Utc>),
    /// Not with this key.
    KeyRejected,
}

/// What was read, to be stored in one piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarketReading {
    /// Days whose bookings were asked for, with what came.
    pub bookings: Vec<(NaiveDate, Vec<GenreDay>)>,
    /// Lists, which replace those of their genre and day.
    pub ranks: Vec<(Genre, NaiveDate, Vec<RankedShow>)>,
    /// Shows, each once.
    pub shows: Vec<Show>,
}

impl MarketReading {
    /// Whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.bookings.is_empty() && self.ranks.is_empty() && self.shows.is_empty()
    }
}

/// Which shows a production is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Those, at most [`domain::market::MAX_KOPIS_IDS`].
    pub kopis_ids: Vec<KopisId>,
    /// The genre that it is compared with.
    pub genre: Genre,
    /// Those of them that are known.
    pub shows: Vec<Show>,
    /// Who said so; `None` before anybody did, and where that user is gone.
    pub confirmed_by: Option<UserName>,
    /// When; `None` before anybody did.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Counts its changes.
    pub revision: i64,
}

/// What the figures of the server say of the market.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarketCounts {
    /// Calls of the day in Seoul.
    pub calls_today: u32,
    /// How it stands.
    pub standing: Standing,
}

/// Keeps what KOPIS told, how often it was asked today, and which shows productions are.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait MarketStore: Send + Sync {
    /// Asks to call KOPIS, of all servers on this storage one at a time, and counts the call. Whoever was granted one says
    /// [`Self::called`] at its end.
    async fn ask(&self, terms: &CallTerms) -> Result<CallGrant, StorageError>;

    /// The call has ended, however it did.
    async fn called(&self) -> Result<(), StorageError>;

    /// The genres of active productions, each once.
    async fn genres_in_use(&self) -> Result<Vec<Genre>, StorageError>;

    /// The days of a range whose bookings were asked for.
    async fn days_asked(&self, range: DateRange) -> Result<BTreeSet<NaiveDate>, StorageError>;

    /// Stores what was read, in one piece; a figure that is another one is marked as corrected.
    async fn store(&self, reading: &MarketReading, at: DateTime<Utc>) -> Result<(), StorageError>;

    /// A run, or a call of it, has ended so; `None`: well. A key that is refused, and silence that is wanted, stay until there is
    /// another key, or the silence is over.
    async fn ended(&self, trouble: Option<Trouble>, at: DateTime<Utc>) -> Result<(), StorageError>;

    /// How it stands.
    async fn counts(&self, now: DateTime<Utc>) -> Result<MarketCounts, StorageError>;

    /// Those of these shows that are known, and those of the genre that play in some of the days, at most `most`.
    async fn candidates(
        &self,
        ids: &[KopisId],
        genre: &Genre,
        days: DateRange,
        most: usize,
    ) -> Result<Vec<Show>, StorageError>;

    /// What a production is matched by.
    async fn own(&self, production: ProductionId) -> Result<Option<Own>, StorageError>;

    /// Which shows a production is; `None` where there is no such production.
    async fn find_match(&self, production: ProductionId) -> Result<Option<Match>, StorageError>;

    /// Says which shows a production is. Refuses as [`StorageError::Outdated`] what is based on another state.
    async fn set_match(
        &self,
        production: ProductionId,
        kopis_ids: &[KopisId],
        genre: &Genre,
        at: DateTime<Utc>,
        edit: &Edit,
    ) -> Result<Match, StorageError>;
}
