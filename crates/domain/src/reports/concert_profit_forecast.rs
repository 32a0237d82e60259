//! Concerts: sales carried on at their mean per sale day until the sale ends, bounded by the house, against break-even: of
//! each, and of all.

use chrono::NaiveDate;

use super::ReportedProduction;
use super::report::{Covers, Report};
use super::sums::{count, rounded_total, total};
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
    type Answer = Answer;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures, as_of)
    }
}

/// From so many sale days on a mean is steady enough to be carried on.
const STEADY_SALE_DAYS: i64 = 14;

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

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<Row>,
    /// All together.
    pub overall: Overall,
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
    /// What all seats of all performances bring at the mean price so far.
    pub full_house_krw: Option<i64>,
    /// The smaller of projection and full house, but not below the revenue so far; the projection where the full house is
    /// unknown.
    pub expected_revenue_krw: Option<i64>,
    /// Expected revenue − break-even.
    pub expected_profit_krw: Option<i64>,
    /// Whether there are sale days enough for a steady mean.
    pub steady: bool,
    /// Why something is missing.
    pub reason: Option<Reason>,
}

/// The forecast of all concerts. Sums are those of the concerts that know the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// How many there are.
    pub productions: i64,
    /// How many are steady and know their expected profit.
    pub counted: i64,
    /// Revenue so far.
    pub revenue_krw: Option<i64>,
    /// Projected revenue.
    pub projected_revenue_krw: Option<i64>,
    /// What the full houses bring.
    pub full_house_krw: Option<i64>,
    /// Expected revenue of the steady ones.
    pub expected_revenue_krw: Option<i64>,
    /// Revenue at which the costs are met.
    pub break_even_krw: Option<i64>,
    /// Projected revenue − break-even, of those that know both.
    pub projected_profit_krw: Option<i64>,
    /// Expected revenue − break-even, of the steady ones that know both.
    pub expected_profit_krw: Option<i64>,
}

/// What is computed of a concert, before it is rounded.
struct Forecast {
    projected: Option<Fraction>,
    full_house: Option<Fraction>,
    expected: Option<Fraction>,
    projected_profit: Option<Fraction>,
    expected_profit: Option<Fraction>,
    steady: bool,
}

impl Forecast {
    fn new(figures: &Figures, as_of: NaiveDate) -> Self {
        let so_far = Fraction::from(figures.revenue_krw);
        let projected = figures.days_left(as_of).and_then(|days| {
            let to_come = (so_far * Fraction::from(days)).over(figures.sale_days)?;
            Some(so_far + to_come)
        });
        let full_house = full_house(figures);
        let bounded = |projected: Fraction| full_house.map_or(projected, |most| projected.min(most).max(so_far));
        let expected = projected.map(bounded);
        let profit = |revenue: Option<Fraction>| Some(revenue? - Fraction::from(figures.break_even_krw?));
        Self {
            projected_profit: profit(projected),
            expected_profit: profit(expected),
            projected,
            full_house,
            expected,
            steady: figures.sale_days >= STEADY_SALE_DAYS,
        }
    }

    /// A figure that only steady concerts have in sums.
    fn if_steady(&self, figure: Option<Fraction>) -> Option<Fraction> {
        figure.filter(|_| self.steady)
    }
}

impl Figures {
    fn days_left(&self, as_of: NaiveDate) -> Option<i64> {
        Some((self.sale_end? - as_of).num_days().max(0))
    }
}

/// The report over all concerts as of a day.
pub fn answer(figures: Vec<Figures>, as_of: NaiveDate) -> Answer {
    let overall = overall(&figures, as_of);
    let items = figures.into_iter().map(|figures| row(figures, as_of)).collect();
    Answer { items, overall }
}

fn overall(figures: &[Figures], as_of: NaiveDate) -> Overall {
    let forecasts: Vec<_> = figures.iter().map(|figures| Forecast::new(figures, as_of)).collect();
    let sum = |figure: fn(&Forecast) -> Option<Fraction>| rounded_total(forecasts.iter().map(figure));
    let counted = |forecast: &Forecast| forecast.if_steady(forecast.expected_profit);
    Overall {
        productions: count(figures.iter()),
        counted: count(forecasts.iter().filter_map(counted)),
        revenue_krw: total(figures.iter().map(|figures| Some(figures.revenue_krw))),
        projected_revenue_krw: sum(|forecast| forecast.projected),
        full_house_krw: sum(|forecast| forecast.full_house),
        expected_revenue_krw: sum(|forecast| forecast.if_steady(forecast.expected)),
        break_even_krw: total(figures.iter().map(|figures| figures.break_even_krw)),
        projected_profit_krw: sum(|forecast| forecast.projected_profit),
        expected_profit_krw: sum(|forecast| forecast.if_steady(forecast.expected_profit)),
    }
}

/// The row of one concert as of a day.
fn row(figures: Figures, as_of: NaiveDate) -> Row {
    let forecast = Forecast::new(&figures, as_of);
    let whole = |figure: Option<Fraction>| figure.map(Fraction::round_whole);
    Row {
        days_left: figures.days_left(as_of),
        projected_revenue_krw: whole(forecast.projected),
        projected_profit_krw: whole(forecast.projected_profit),
        exceeds_house: forecast
            .projected
            .zip(forecast.full_house)
            .map(|(revenue, most)| revenue > most),
        full_house_krw: whole(forecast.full_house),
        expected_revenue_krw: whole(forecast.expected),
        expected_profit_krw: whole(forecast.expected_profit),
        steady: forecast.steady,
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
fn full_house(figures: &Figures) -> Option<Fraction> {
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
    fn the_house_bounds_what_is_expected_and_what_is_sold_stays_sold() {
        let expected = |change: fn(&mut Figures)| {
            let mut figures = figures();
            change(&mut figures);
            let row = row(figures, day(AS_OF));
            (row.full_house_krw, row.expected_revenue_krw, row.expected_profit_krw)
        };
        assert_eq!(expected(|_| ()), (Some(200), Some(200), Some(50)));
        let large = |figures: &mut Figures| figures.seat_inventory = inventory(14);
        assert_eq!(expected(large), (Some(280), Some(267), Some(117)));
        // More seats were sold than there are.
        let small = |figures: &mut Figures| figures.seat_inventory = inventory(4);
        assert_eq!(expected(small), (Some(80), Some(100), Some(-50)));
        let unknown = |figures: &mut Figures| figures.seat_inventory.clear();
        assert_eq!(expected(unknown), (None, Some(267), Some(117)));
        let no_end = |figures: &mut Figures| figures.sale_end = None;
        assert_eq!(expected(no_end), (Some(200), None, None));
        let no_costs = |figures: &mut Figures| figures.break_even_krw = None;
        assert_eq!(expected(no_costs), (Some(200), Some(200), None));
    }

    #[test]
    fn a_mean_is_steady_from_the_fourteenth_sale_day_on() {
        let steady = |sale_days| row(Figures { sale_days, ..figures() }, day(AS_OF)).steady;
        assert_eq!((steady(13), steady(14)), (false, true));
    }

    #[test]
    fn all_together_only_the_steady_ones_expect_something() {
        // 100 + 100 ÷ 15 × 5 = 133⅓, of two concerts 266⅔; the full house is 200 each.
        let steady = Figures {
            sale_days: 15,
            ..figures()
        };
        let costs_unknown = Figures {
            break_even_krw: None,
            ..steady.clone()
        };
        let unsteady = Figures {
            seat_inventory: inventory(14),
            ..figures()
        };
        let unsold = Figures {
            production: production(None),
            performances: 0,
            sale_days: 0,
            seats: 0,
            revenue_krw: 0,
            ..figures()
        };
        let overall = answer(vec![steady, costs_unknown, unsteady, unsold], day(AS_OF)).overall;
        assert_eq!((overall.productions, overall.counted), (4, 1));
        assert_eq!((overall.revenue_krw, overall.break_even_krw), (Some(300), Some(450)));
        // 266⅔ of the steady ones, and 266⅔.
        assert_eq!(overall.projected_revenue_krw, Some(533));
        assert_eq!(overall.full_house_krw, Some(680));
        assert_eq!(overall.expected_revenue_krw, Some(267));
        // 133⅓ − 150 + 266⅔ − 150; and the first of these alone.
        assert_eq!(
            (overall.projected_profit_krw, overall.expected_profit_krw),
            (Some(100), Some(-17))
        );
        let nothing = answer(Vec::new(), day(AS_OF)).overall;
        assert_eq!(
            (nothing.productions, nothing.revenue_krw, nothing.expected_revenue_krw),
            (0, None, None)
        );
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
