//! Productions: concerts, plays and musicals over their whole run.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use thiserror::Error;
use uuid::Uuid;

use crate::calendar::{self, DateRange, KstInstant};
use crate::grade::SeatsByGrade;
use crate::limits::{MAX_KRW, MAX_NAME_CHARS, MAX_SALE_DAYS, MAX_SEATS};
use crate::seat_grades::{SeatGrades, inventory_fits};
use crate::validation::{Breach, Breaches, Field, Rule, clean_line};

/// Identifies a production for good, also when its code or name changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductionId(pub Uuid);

impl fmt::Display for ProductionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The code that workbooks carry in their names: 1 to 32 letters `A-Z a-z`, digits, `-`, `.`. It keeps its spelling, by
/// which two are equal; whether they stand for one production is [`ProductionCode::is_same`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductionCode(String);

/// A text that is no production code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a production code is 1 to 32 letters A-Z, digits, '-' or '.'")]
pub struct InvalidProductionCode;

impl ProductionCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code in the form by which it is looked up: in lower case.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Whether both stand for the same production: no two productions have codes that differ only by case.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl FromStr for ProductionCode {
    type Err = InvalidProductionCode;

    fn from_str(code: &str) -> Result<Self, InvalidProductionCode> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        let fits = (1..=32).contains(&code.len()) && code.bytes().all(allowed);
        if fits {
            Ok(Self(code.to_owned()))
        } else {
            Err(InvalidProductionCode)
        }
    }
}

impl fmt::Display for ProductionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of production it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// 콘서트.
    Concert,
    /// 뮤지컬.
    Musical,
    /// 연극.
    Play,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 3] = [Self::Concert, Self::Musical, Self::Play];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Concert => "concert",
            Self::Musical => "musical",
            Self::Play => "play",
        }
    }

    /// Plays and musicals share workbook format and reports.
    pub fn is_stage(self) -> bool {
        matches!(self, Self::Musical | Self::Play)
    }
}

/// A text that is no category.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a category is concert, play or musical")]
pub struct InvalidCategory;

impl FromStr for Category {
    type Err = InvalidCategory;

    fn from_str(code: &str) -> Result<Self, InvalidCategory> {
        Self::ALL
            .into_iter()
            .find(|category| category.code() == code)
            .ok_or(InvalidCategory)
    }
}

/// Which revenue is meant where a production is summed up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RevenueBasis {
    /// What is booked, paid or not.
    #[default]
    Booked,
    /// Money received.
    Deposited,
}

impl RevenueBasis {
    /// Every basis.
    pub const ALL: [Self; 2] = [Self::Booked, Self::Deposited];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Deposited => "deposited",
        }
    }
}

/// A text that is no basis of revenue.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a basis of revenue is booked or deposited")]
pub struct InvalidRevenueBasis;

impl FromStr for RevenueBasis {
    type Err = InvalidRevenueBasis;

    fn from_str(code: &str) -> Result<Self, InvalidRevenueBasis> {
        Self::ALL
            .into_iter()
            .find(|basis| basis.code() == code)
            .ok_or(InvalidRevenueBasis)
    }
}

/// Decimal places of a target share.
const SHARE_PLACES: u32 = 4;

/// What staff maintain of a production, as somebody wants it. Nobody has looked at its rules yet: [`Self::check`] does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionDraft {
    /// Second part of a workbook's file name; unique whatever the case.
    pub code: ProductionCode,
    /// Unique, as it looks, trimmed.
    pub name: String,
    /// Concert, play or musical.
    pub category: Category,
    /// Whether reports list it without being asked to.
    pub active: bool,
    /// Where it plays.
    pub venue: Option<String>,
    /// First day with a performance.
    pub run_start: Option<NaiveDate>,
    /// Last day with a performance.
    pub run_end: Option<NaiveDate>,
    /// First day of sale.
    pub sale_start: Option<NaiveDate>,
    /// Last day of sale.
    pub sale_end: Option<NaiveDate>,
    /// Length of a performance.
    pub running_minutes: Option<i32>,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Seats on sale per performance.
    pub seats_per_performance: Option<i64>,
    /// Last day of previews.
    pub preview_end: Option<NaiveDate>,
    /// When the concert begins.
    pub concert_at: Option<KstInstant>,
    /// Seats per grade of one performance: those of [`Self::seat_grades`]. Where they differ, [`Self::check`] takes these.
    pub seat_inventory: Option<SeatsByGrade>,
    /// The grades in their order, with prices.
    pub seat_grades: SeatGrades,
    /// Target revenue of the run, where nobody plans by day.
    pub target_krw: Option<i64>,
    /// What all of it costs.
    pub production_cost_krw: Option<i64>,
    /// Which revenue is meant where it is summed up.
    pub revenue_basis: RevenueBasis,
}

/// A production as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Production {
    /// Its identity.
    pub id: ProductionId,
    /// What staff maintain.
    pub details: ProductionDetails,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Whether messages have a webhook of this production's own; its address is a secret.
    pub has_slack_webhook: bool,
    /// Counts the changes of the details, for `If-Match`.
    pub revision: i64,
}

/// What staff maintain of a production. Invariant: it keeps the rules of [`ProductionDraft::check`]; the fields are read
/// as those of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionDetails(ProductionDraft);

impl Deref for ProductionDetails {
    type Target = ProductionDraft;

    fn deref(&self) -> &ProductionDraft {
        &self.0
    }
}

impl ProductionDetails {
    /// The details as they were stored. Their rules were checked when they came in, and a rule that is newer than they are
    /// must not hide a production.
    pub fn stored(draft: ProductionDraft) -> Self {
        Self(draft)
    }

    /// A draft to be changed.
    pub fn into_draft(self) -> ProductionDraft {
        self.0
    }
}

impl ProductionDraft {
    /// A draft with nothing but what is required.
    pub fn new(code: ProductionCode, name: impl Into<String>, category: Category) -> Self {
        Self {
            code,
            name: name.into(),
            category,
            active: true,
            venue: None,
            run_start: None,
            run_end: None,
            sale_start: None,
            sale_end: None,
            running_minutes: None,
            target_share: None,
            break_even_krw: None,
            seats_per_performance: None,
            preview_end: None,
            concert_at: None,
            seat_inventory: None,
            seat_grades: SeatGrades::default(),
            target_krw: None,
            production_cost_krw: None,
            revenue_basis: RevenueBasis::default(),
        }
    }

    /// The sale period, when both its ends are known.
    pub fn sale_period(&self) -> Option<DateRange> {
        DateRange::new(self.sale_start?, self.sale_end?)
    }

    /// Sets the grades, and their seats with them.
    pub fn set_seat_grades(&mut self, grades: SeatGrades) {
        self.seat_inventory = grades.inventory();
        self.seat_grades = grades;
    }

    /// Trims the texts and checks every rule; tells all breaches at once.
    pub fn check(mut self) -> Result<ProductionDetails, Vec<Breach>> {
        let mut breaches = Breaches::default();
        let name = clean_line(&self.name, MAX_NAME_CHARS).and_then(|name| name.ok_or(Rule::Required));
        self.name = breaches.take(Field::Name, name).unwrap_or_default();
        if let Some(venue) = self.venue.take() {
            self.venue = breaches
                .take(Field::Venue, clean_line(&venue, MAX_NAME_CHARS))
                .flatten();
        }
        self.check_days(&mut breaches);
        self.check_figures(&mut breaches);
        self.check_grades(&mut breaches);
        breaches.into_result().map(|()| ProductionDetails(self))
    }

    fn check_days(&self, breaches: &mut Breaches) {
        let days = [
            (Field::RunStart, self.run_start),
            (Field::RunEnd, self.run_end),
            (Field::SaleStart, self.sale_start),
            (Field::SaleEnd, self.sale_end),
            (Field::PreviewEnd, self.preview_end),
            (Field::ConcertAt, self.concert_at.map(|at| at.date_naive())),
        ];
        for (field, day) in days {
            let supported = day.is_none_or(|day| calendar::supported_days().contains(day));
            breaches.require(supported, field, Rule::DayOutOfRange);
        }
        let in_order =
            |start: Option<NaiveDate>, end: Option<NaiveDate>| start.zip(end).is_none_or(|(start, end)| start <= end);
        breaches.require(in_order(self.run_start, self.run_end), Field::RunEnd, Rule::BeforeStart);
        breaches.require(
            in_order(self.sale_start, self.sale_end),
            Field::SaleEnd,
            Rule::BeforeStart,
        );
        let short = self
            .sale_period()
            .is_none_or(|period| period.len_days() <= MAX_SALE_DAYS);
        breaches.require(short, Field::SaleEnd, Rule::PeriodTooLong(MAX_SALE_DAYS));
    }

    fn check_figures(&self, breaches: &mut Breaches) {
        let minutes = self.running_minutes.map(i64::from);
        breaches.require_within(Field::RunningMinutes, minutes, 1, 1_440);
        let share = self
            .target_share
            .is_none_or(|share| (Decimal::ZERO..=Decimal::ONE).contains(&share));
        breaches.require(share, Field::TargetShare, Rule::OutOfRange(0, 1));
        let places = self
            .target_share
            .is_none_or(|share| share.normalize().scale() <= SHARE_PLACES);
        breaches.require(places, Field::TargetShare, Rule::TooPrecise(SHARE_PLACES));
        breaches.require_within(Field::BreakEven, self.break_even_krw, 0, MAX_KRW);
        breaches.require_within(Field::SeatsPerPerformance, self.seats_per_performance, 0, MAX_SEATS);
        breaches.require_within(Field::Target, self.target_krw, 0, MAX_KRW);
        breaches.require_within(Field::ProductionCost, self.production_cost_krw, 0, MAX_KRW);
    }

    /// Whoever wrote the inventory is told of the inventory, whoever wrote grades of these.
    fn check_grades(&mut self, breaches: &mut Breaches) {
        let is_written = self.seat_inventory != self.seat_grades.inventory();
        if is_written {
            let fits = self.seat_inventory.as_ref().is_none_or(inventory_fits);
            breaches.require(fits, Field::SeatInventory, Rule::InventoryOutOfRange);
            let grades = std::mem::take(&mut self.seat_grades);
            self.seat_grades = grades.with_inventory(self.seat_inventory.as_ref());
            if !fits {
                return;
            }
        }
        self.seat_grades.check(breaches);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seat_grades::SeatGrade;
    use crate::validation::Place;

    fn draft() -> ProductionDraft {
        ProductionDraft::new("PL2612".parse().unwrap(), " 두 번째 편지 ", Category::Play)
    }

    fn broken(draft: ProductionDraft) -> Vec<Breach> {
        draft.check().unwrap_err()
    }

    #[test]
    fn a_code_keeps_its_spelling_and_is_the_same_in_any_case() {
        let [code, shouted, other]: [ProductionCode; 3] =
            ["hunt-1", "HUNT-1", "HUNT-2"].map(|code| code.parse().unwrap());
        assert_eq!(code.as_str(), "hunt-1");
        assert!(code != shouted && code.is_same(&shouted) && code.folded() == shouted.folded());
        assert!(!code.is_same(&other));
    }

    #[test]
    fn a_name_is_trimmed() {
        assert_eq!(draft().check().unwrap().name, "두 번째 편지");
    }

    #[test]
    fn every_breach_is_told_at_once() {
        let mut wrong = draft();
        wrong.name = "  ".to_owned();
        wrong.sale_start = "2026-11-20".parse().ok();
        wrong.sale_end = "2026-11-19".parse().ok();
        wrong.target_share = Some(Decimal::new(15, 1));
        let expected = [
            Breach::new(Field::Name, Rule::Required),
            Breach::new(Field::SaleEnd, Rule::BeforeStart),
            Breach::new(Field::TargetShare, Rule::OutOfRange(0, 1)),
        ];
        assert_eq!(broken(wrong), expected);
    }

    #[test]
    fn inventory_and_grades_say_the_same_whoever_wrote_them() {
        let r = || SeatGrade {
            price_krw: Some(110_000),
            seats: Some(60),
            ..SeatGrade::new("r".parse().unwrap())
        };
        let mut by_grades = draft();
        by_grades.set_seat_grades(SeatGrades(vec![r()]));
        let details = by_grades.check().unwrap();
        assert_eq!(details.seat_inventory, Some([("r".parse().unwrap(), 60)].into()));

        let mut by_inventory = details.into_draft();
        by_inventory.seat_inventory = Some([("r".parse().unwrap(), 55)].into());
        let details = by_inventory.check().unwrap();
        assert_eq!(details.seat_grades.0, [SeatGrade { seats: Some(55), ..r() }]);

        let mut cleared = details.into_draft();
        cleared.seat_inventory = None;
        let details = cleared.check().unwrap();
        assert_eq!(details.seat_grades.0, [SeatGrade { seats: None, ..r() }]);
        assert_eq!(details.seat_inventory, None);
    }

    #[test]
    fn seats_are_out_of_range_where_they_were_written() {
        let mut by_inventory = draft();
        by_inventory.seat_inventory = Some([("r".parse().unwrap(), -1)].into());
        let expected = Breach::new(Field::SeatInventory, Rule::InventoryOutOfRange);
        assert_eq!(broken(by_inventory), [expected]);
        let mut by_grades = draft();
        by_grades.set_seat_grades(SeatGrades(vec![SeatGrade {
            seats: Some(-1),
            ..SeatGrade::new("r".parse().unwrap())
        }]));
        let place = Place::item(Field::SeatGrades, 0).field(Field::Seats);
        assert_eq!(broken(by_grades), [Breach::new(place, Rule::OutOfRange(0, 1_000_000))]);
    }

    #[test]
    fn a_sale_period_has_at_most_1100_days() {
        let mut long = draft();
        long.sale_start = "2026-01-01".parse().ok();
        long.sale_end = long.sale_start.map(|day| calendar::shift(day, 1_099));
        assert!(long.clone().check().is_ok());
        long.sale_end = long.sale_start.map(|day| calendar::shift(day, 1_100));
        assert_eq!(broken(long), [Breach::new(Field::SaleEnd, Rule::PeriodTooLong(1_100))]);
    }
}
