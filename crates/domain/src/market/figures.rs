use chrono::NaiveDate;

use super::{Genre, KopisId};

/// What was booked of one genre on one day of purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bookings {
    /// Productions that sold something.
    pub productions: i64,
    /// Performances that were sold for.
    pub performances: i64,
    /// Tickets that were booked.
    pub booked_tickets: i64,
    /// Tickets that were cancelled.
    pub cancelled_tickets: i64,
    /// Booked − cancelled, as KOPIS says it.
    pub net_tickets: i64,
    /// Won.
    pub amount_krw: i64,
}

impl Bookings {
    /// Whether nothing happened at all: such a day is one that KOPIS does not have yet.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The bookings of a genre on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GenreDay {
    /// Which genre.
    pub genre: Genre,
    /// Day of purchase.
    pub day: NaiveDate,
    /// What was booked.
    pub bookings: Bookings,
}

/// A place in KOPIS's list of a genre and a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedShow {
    /// From 1.
    pub rank: i64,
    /// Which show.
    pub kopis_id: KopisId,
    /// Its name.
    pub name: String,
    /// Where it plays.
    pub place: Option<String>,
    /// In which part of the country.
    pub area: Option<String>,
    /// First day with a performance.
    pub from: Option<NaiveDate>,
    /// Last day with a performance.
    pub to: Option<NaiveDate>,
    /// Seats of the place.
    pub seats: Option<i64>,
    /// Performances of the day, as KOPIS counts them.
    pub performances: Option<i64>,
}

/// A show that KOPIS knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Show {
    /// Its identity.
    pub kopis_id: KopisId,
    /// Its name.
    pub name: String,
    /// Its genre.
    pub genre: Genre,
    /// Where it plays.
    pub place: Option<String>,
    /// In which part of the country.
    pub area: Option<String>,
    /// First day with a performance.
    pub from: NaiveDate,
    /// Last day with a performance.
    pub to: NaiveDate,
    /// Whether it goes on for as long as people come.
    pub open_run: bool,
}
