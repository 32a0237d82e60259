//! Concerts: sales carried on at their mean per sale day until the sale ends, against break-even.

use chrono::NaiveDate;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::fraction::Fraction;
use crate::grade::SeatsByGrade;

/// `concerts/profit-forecast`.
#[derive(Debug)]
pub struct ConcertProfitForecast;

impl Report for ConcertProfitForecast {
    const NAME: &'static str = "concerts/profit-forecast";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, _: &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, as_of: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(|figures| row(figures, as_of)).collect()
    }
}

/// Sums of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Last day of sale.
    pub sale_end: Option<NaiveDate>,
    /// Seats per grade of one performance; empty when unknown.
    pub seat_inventory: SeatsByGrade,
    /// Number of performances in the workbook.
    pub performances: i64,
    /// Daily rows, also those with 0.
    pub sale_days: i64,
    /// Paid seats of all daily rows.
    pub seats: i64,
    /// Revenue of all daily rows.
    pub revenue_krw: i64,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
}

/// Why there is no projection, or no profit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No workbook has been uploaded.
    NoSnapshot,
    /// The workbook has no daily row.
    NoSaleDay,
    /// The end of sale is not known.
    NoSaleEnd,
    /// The break-even is not known.
    NoBreakEven,
}

/// One concert's forecast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Revenue so far.
    pub revenue_krw: i64,
    /// Daily rows, also those with 0.
    pub sale_days: i64,
    /// Days of sale after `asOf`, not below 0.
    pub days_left: Option<i64>,
    /// Revenue + revenue ÷ sale days × days left.
    pub projected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Projected revenue − break-even.
    pub projected_profit_krw: Option<i64>,
    /// Whether the projection is more than the whole house brings at the mean price so far, which does not bound it.
    pub exceeds_house: Option<bool>,
    /// Why something is missing.
    pub reason: Option<Reason>,
}

/// The row of one concert as of a day.
pub fn row(figures: Figures, as_of: NaiveDate) -> Row {
    let days_left = figures.sale_end.map(|sale_end| (sale_end - as_of).num_days().max(0));
    let revenue = Fraction::from(figures.revenue_krw);
    let projected = days_left.and_then(|days| {
        let to_come = (revenue * Fraction::from(days)).over(figures.sale_days)?;
        Some(revenue + to_come)
    });
    let break_even = figures.break_even_krw.map(Fraction::from);
    Row {
        days_left,
        projected_revenue_krw: projected.map(Fraction::round_whole),
        projected_profit_krw: projected
            .zip(break_even)
            .map(|(revenue, costs)| (revenue - costs).round_whole()),
        exceeds_house: projected.zip(house(&figures)).map(|(revenue, most)| revenue > most),
        reason: reason(&figures),
        revenue_krw: figures.revenue_krw,
        sale_days: figures.sale_days,
        break_even_krw: figures.break_even_krw,
        production: figures.production,
    }
}

fn reason(figures: &Figures) -> Option<Reason> {
    if figures.production.record_date.is_none() {
        Some(Reason::NoSnapshot)
    } else if figures.sale_days == 0 {
        Some(Reason::NoSaleDay)
    } else if figures.sale_end.is_none() {
        Some(Reason::NoSaleEnd)
    } else if figures.break_even_krw.is_none() {
        Some(Reason::NoBreakEven)
    } else {
        None
    }
}

/// What all seats bring at the mean price so far; unknown without an inventory and without a price.
fn house(figures: &Figures) -> Option<Fraction> {
    if figures.seat_inventory.is_empty() {
        return None;
    }
    let seats: i64 = figures.seat_inventory.values().sum();
    // As in break-even: before the first workbook one performance is certain.
    let seats = Fraction::from(seats) * Fraction::from(figures.performances.max(1));
    (seats * Fraction::from(figures.revenue_krw)).over(figures.seats)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, production};
    use super::*;

    const AS_OF: &str = "2026-11-20";

    fn inventory(seats: i64) -> SeatsByGrade {
        SeatsByGrade::from([("r".parse().unwrap(), seats), ("s".parse().unwrap(), 0)])
    }

    fn figures() -> Figures {
        Figures {
            production: production(Some("2026-11-19")),
            sale_end: Some(day("2026-11-25")),
            seat_inventory: inventory(10),
            performances: 2,
            sale_days: 3,
            seats: 10,
            revenue_krw: 100,
            break_even_krw: Some(150),
        }
    }

    #[test]
    fn the_mean_is_not_rounded_before_it_is_carried_on() {
        let row = row(figures(), day(AS_OF));
        assert_eq!((row.days_left, row.projected_revenue_krw), (Some(5), Some(267)));
        assert_eq!((row.projected_profit_krw, row.reason), (Some(117), None));
    }

    #[test]
    fn after_the_end_of_sale_nothing_comes_any_more() {
        let row = row(figures(), day("2026-12-01"));
        assert_eq!((row.days_left, row.projected_revenue_krw), (Some(0), Some(100)));
    }

    #[test]
    fn a_projection_may_exceed_the_house_and_says_so() {
        let exceeds = |change: fn(&mut Figures)| {
            let mut figures = figures();
            change(&mut figures);
            row(figures, day(AS_OF)).exceeds_house
        };
        // Twenty seats at 10 won: 200 in all, and 266⅔ are projected.
        assert_eq!(exceeds(|_| ()), Some(true));
        assert_eq!(exceeds(|figures| figures.seat_inventory = inventory(14)), Some(false));
        // The whole house and no more: it is full, not exceeded.
        assert_eq!(
            exceeds(|figures| (figures.seat_inventory, figures.sale_days) = (inventory(10), 5)),
            Some(false)
        );
        assert_eq!(exceeds(|figures| figures.seats = 0), None);
        assert_eq!(exceeds(|figures| figures.seat_inventory.clear()), None);
        assert_eq!(exceeds(|figures| figures.sale_end = None), None);
        // One performance is certain, also where the workbook lists none.
        assert_eq!(exceeds(|figures| figures.performances = 0), Some(true));
    }

    #[test]
    fn the_first_thing_that_is_missing_is_the_reason() {
        let mut figures = Figures {
            production: production(None),
            sale_end: None,
            sale_days: 0,
            seats: 0,
            revenue_krw: 0,
            break_even_krw: None,
            ..figures()
        };
        let reason = |figures: &Figures| {
            let row = row(figures.clone(), day(AS_OF));
            (row.reason, row.projected_revenue_krw)
        };
        assert_eq!(reason(&figures), (Some(Reason::NoSnapshot), None));
        figures.production = production(Some("2026-11-19"));
        assert_eq!(reason(&figures), (Some(Reason::NoSaleDay), None));
        figures.sale_days = 1;
        assert_eq!(reason(&figures), (Some(Reason::NoSaleEnd), None));
        figures.sale_end = Some(day(AS_OF));
        assert_eq!(reason(&figures), (Some(Reason::NoBreakEven), Some(0)));
    }
}
