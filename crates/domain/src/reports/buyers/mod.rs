//! Who bought and how, as the current reports on buyers say it.
//!
//! A report on buyers has a record date of its own. How much of what is sold it covers is told beside it.

pub mod ages;
pub mod channels;
pub mod discounts;
pub mod payments;
pub mod regions;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, ratio};
use crate::buyers::{Breakdown, Dimension};

/// A report that tells of each production by itself what its buyers are like: [`Report`] follows from it.
pub trait OnBuyers: Send + Sync + 'static {
    /// Its path below `/api/v1/reports/`.
    const NAME: &'static str;
    /// Its own parameters; `()`: none.
    type Parameters: Send + Sync;
    /// What is answered of one production.
    type Row: Send + Sync;

    /// Which classes it is about.
    fn dimensions(parameters: &Self::Parameters) -> &'static [Dimension];

    /// The row of one production.
    fn row(figures: &Figures, parameters: &Self::Parameters) -> Self::Row;
}

impl<R: OnBuyers> Report for R {
    const NAME: &'static str = <R as OnBuyers>::NAME;
    const COVERS: Covers = Covers::All;
    type Parameters = <R as OnBuyers>::Parameters;
    type Window = &'static [Dimension];
    type Figures = Vec<Figures>;
    type Answer = Vec<R::Row>;

    fn window(_: NaiveDate, parameters: &Self::Parameters) -> Self::Window {
        R::dimensions(parameters)
    }

    fn answer(figures: Self::Figures, _: NaiveDate, parameters: &Self::Parameters) -> Self::Answer {
        figures.iter().map(|figures| R::row(figures, parameters)).collect()
    }
}

/// What the current report on buyers of one production says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Record date of its current report on buyers; `None` without one.
    pub record_date: Option<NaiveDate>,
    /// Seats sold by the current snapshot of its sales; 0 without one.
    pub sold_seats: i64,
    /// The classes that are asked for, in any order.
    pub breakdowns: Vec<Breakdown>,
}

/// Which production an item is about, and how far its buyers are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The production.
    pub production: ReportedProduction,
    /// Record date of its current report on buyers; `None` without one.
    pub buyers_record_date: Option<NaiveDate>,
    /// Seats of the classes ÷ seats sold; `None` where there is no class.
    pub covered_ratio: Option<Decimal>,
}

/// A class with its seats and won.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// What it is called, as written.
    pub item: String,
    /// Seats.
    pub seats: i64,
    /// Won; `None` where the report has none.
    pub revenue_krw: Option<i64>,
    /// Seats ÷ those of all classes.
    pub seat_ratio: Option<Decimal>,
}

impl Figures {
    /// The classes of a dimension, as in the sheet.
    fn of(&self, dimension: Dimension) -> Vec<&Breakdown> {
        let mut classes: Vec<_> = self
            .breakdowns
            .iter()
            .filter(|class| class.dimension == dimension)
            .collect();
        classes.sort_by_key(|class| (class.position, class.gender));
        classes
    }

    /// The classes of a dimension that tells neither agencies nor genders.
    fn classes(&self, dimension: Dimension) -> Vec<Class> {
        let classes = self.of(dimension);
        let all = seats(&classes);
        let class = |class: &Breakdown| Class {
            item: class.item.clone(),
            seats: class.seats,
            revenue_krw: class.revenue_krw,
            seat_ratio: ratio(Some(class.seats), Some(all)),
        };
        classes.into_iter().map(class).collect()
    }

    /// Its production, and how much of what is sold a dimension covers.
    fn covered(&self, dimension: Dimension) -> Covered {
        let classes = self.of(dimension);
        let known = (!classes.is_empty()).then(|| seats(&classes));
        Covered {
            production: self.production.clone(),
            buyers_record_date: self.record_date,
            covered_ratio: ratio(known, Some(self.sold_seats)),
        }
    }
}

fn seats(classes: &[&Breakdown]) -> i64 {
    classes.iter().map(|class| class.seats).sum()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    pub(super) fn class(dimension: Dimension, item: &str, position: i32, seats: i64) -> Breakdown {
        Breakdown {
            dimension,
            agency: None,
            item: item.to_owned(),
            gender: None,
            position,
            seats,
            revenue_krw: dimension.has_won().then_some(seats * 100),
        }
    }

    pub(super) fn figures(sold_seats: i64, breakdowns: Vec<Breakdown>) -> Figures {
        Figures {
            production: production(Some("2026-11-19")),
            record_date: Some(day("2026-11-18")),
            sold_seats,
            breakdowns,
        }
    }

    #[test]
    fn classes_come_as_in_the_sheet_and_are_held_against_all_of_their_dimension() {
        let figures = figures(
            8,
            vec![
                class(Dimension::Channel, "전화", 2, 1),
                class(Dimension::Channel, "PC", 1, 3),
                class(Dimension::Payment, "신용카드", 1, 8),
            ],
        );
        let classes = figures.classes(Dimension::Channel);
        let told: Vec<_> = classes
            .iter()
            .map(|class| (class.item.as_str(), class.seat_ratio))
            .collect();
        assert_eq!(told, [("PC", Some(decimal("0.75"))), ("전화", Some(decimal("0.25")))]);
        assert_eq!(classes[0].revenue_krw, Some(300));
        assert_eq!(figures.covered(Dimension::Channel).covered_ratio, Some(decimal("0.5")));
    }

    #[test]
    fn what_nobody_counted_covers_nothing_that_is_known() {
        let of_channels = |sold_seats| figures(sold_seats, vec![class(Dimension::Channel, "PC", 1, 3)]);
        assert_eq!(of_channels(8).covered(Dimension::Card).covered_ratio, None);
        assert_eq!(of_channels(0).covered(Dimension::Channel).covered_ratio, None);
        let without = figures(8, vec![class(Dimension::Region, "서울", 1, 0)]);
        assert_eq!(without.covered(Dimension::Region).covered_ratio, Some(decimal("0")));
        assert_eq!(without.classes(Dimension::Region)[0].seat_ratio, None);
    }
}
