//! Yesterday, total and the last seven days of all concerts; each concert's last sale day against the one before.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::{Sides, count, total};
use super::{ReportedProduction, difference, ratio, sum_of_known};
use crate::calendar::{DateRange, shift};
use crate::fraction::Fraction;

/// `concerts/overview`.
#[derive(Debug)]
pub struct ConcertOverview;

impl Report for ConcertOverview {
    const NAME: &'static str = "concerts/overview";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Vec<Figures>;
    type Answer = Answer;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures, as_of)
    }
}

/// Revenue of one sale day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaleDay {
    /// The day.
    pub day: NaiveDate,
    /// Its sales.
    pub revenue_krw: i64,
}

/// Sums of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// All its daily sales.
    pub total_revenue_krw: i64,
    /// Sales of the day before `asOf`.
    pub yesterday_revenue_krw: i64,
    /// Sales of the seven days before `asOf`.
    pub seven_day_revenue_krw: i64,
    /// The last daily row.
    pub last_sale_day: Option<SaleDay>,
    /// The row before it.
    pub previous_sale_day: Option<SaleDay>,
}

/// The seven days before `as_of`; the last of them is yesterday.
pub fn seven_days_before(as_of: NaiveDate) -> DateRange {
    DateRange::new(shift(as_of, -7), shift(as_of, -1)).expect("seven days before comes before one day before")
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The day before `asOf`.
    pub yesterday: NaiveDate,
    /// Sales of that day.
    pub yesterday_revenue_krw: Option<i64>,
    /// Sales of all days.
    pub total_revenue_krw: i64,
    /// Sales of the seven days before `asOf`.
    pub seven_day_revenue_krw: Option<i64>,
    /// A seventh of that.
    pub seven_day_mean_revenue_krw: Option<i64>,
    /// By production.
    pub items: Vec<Row>,
    /// All together, of one and the same day.
    pub overall: Overall,
}

/// The last sale day of all concerts: those that sold on it, against the last day before on which they sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// How many there are.
    pub productions: i64,
    /// The latest of all last sale days.
    pub last_sale_day: Option<NaiveDate>,
    /// How many have it as their last.
    pub counted: i64,
    /// Sales of the counted on that day.
    pub last_sale_day_revenue_krw: Option<i64>,
    /// How many of the counted have the same day before.
    pub compared: i64,
    /// The latest sale day before, among the counted.
    pub previous_sale_day: Option<NaiveDate>,
    /// Sales of the compared on it.
    pub previous_sale_day_revenue_krw: Option<i64>,
    /// Last − previous, of the compared.
    pub change_krw: Option<i64>,
    /// Change ÷ previous, of the compared.
    pub change_ratio: Option<Decimal>,
}

/// One concert's last sale day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// The last daily row.
    pub last_sale_day: Option<SaleDay>,
    /// The row before it.
    pub previous_sale_day: Option<SaleDay>,
    /// Last − previous.
    pub change_krw: Option<i64>,
    /// Change ÷ previous.
    pub change_ratio: Option<Decimal>,
}

/// The report over all concerts.
pub fn answer(figures: Vec<Figures>, as_of: NaiveDate) -> Answer {
    let window = seven_days_before(as_of);
    let yesterday = figures.iter().map(|concert| {
        concert
            .production
            .known_sales(window.last(), concert.yesterday_revenue_krw)
    });
    let seven_days = figures.iter().map(|concert| {
        concert
            .production
            .known_sales(window.first(), concert.seven_day_revenue_krw)
    });
    let seven_day_revenue_krw = sum_of_known(seven_days);
    let seventh = |krw| Fraction::from(krw).over(7).map(Fraction::round_whole);
    Answer {
        yesterday: window.last(),
        yesterday_revenue_krw: sum_of_known(yesterday),
        total_revenue_krw: figures.iter().map(|concert| concert.total_revenue_krw).sum(),
        seven_day_revenue_krw,
        seven_day_mean_revenue_krw: seven_day_revenue_krw.and_then(seventh),
        overall: overall(&figures),
        items: figures.into_iter().map(row).collect(),
    }
}

fn overall(figures: &[Figures]) -> Overall {
    let latest = |days: &mut dyn Iterator<Item = Option<SaleDay>>| days.flatten().map(|sale| sale.day).max();
    let on = |day: Option<NaiveDate>, sale: Option<SaleDay>| sale.filter(|sale| Some(sale.day) == day);
    let last_sale_day = latest(&mut figures.iter().map(|concert| concert.last_sale_day));
    let counted: Vec<_> = figures
        .iter()
        .filter_map(|concert| Some((on(last_sale_day, concert.last_sale_day)?, concert.previous_sale_day)))
        .collect();
    let previous_sale_day = latest(&mut counted.iter().map(|(_, previous)| *previous));
    let compared: Vec<_> = counted
        .iter()
        .filter_map(|(last, previous)| Some((last.revenue_krw, on(previous_sale_day, *previous)?.revenue_krw)))
        .collect();
    let change: Sides = compared
        .iter()
        .map(|(last, previous)| (Some(*last), Some(*previous)))
        .collect();
    Overall {
        productions: count(figures.iter()),
        last_sale_day,
        counted: count(counted.iter()),
        last_sale_day_revenue_krw: total(counted.iter().map(|(last, _)| Some(last.revenue_krw))),
        compared: count(compared.iter()),
        previous_sale_day,
        previous_sale_day_revenue_krw: total(compared.iter().map(|(_, previous)| Some(*previous))),
        change_krw: change.difference(),
        change_ratio: change.change_ratio(),
    }
}

fn row(figures: Figures) -> Row {
    let krw = |day: Option<SaleDay>| day.map(|day| day.revenue_krw);
    let previous_krw = krw(figures.previous_sale_day);
    let change_krw = difference(krw(figures.last_sale_day), previous_krw);
    Row {
        production: figures.production,
        last_sale_day: figures.last_sale_day,
        previous_sale_day: figures.previous_sale_day,
        change_krw,
        change_ratio: ratio(change_krw, previous_krw),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn concert(record_date: Option<&str>) -> Figures {
        let sale = |text, revenue_krw| {
            Some(SaleDay {
                day: day(text),
                revenue_krw,
            })
        };
        Figures {
            production: production(record_date),
            total_revenue_krw: 1_000,
            yesterday_revenue_krw: 30,
            seven_day_revenue_krw: 100,
            last_sale_day: sale("2026-11-19", 30),
            previous_sale_day: sale("2026-11-17", 40),
        }
    }

    #[test]
    fn sums_count_the_concerts_that_know_the_day() {
        let late = Figures {
            yesterday_revenue_krw: 0,
            ..concert(Some("2026-11-18"))
        };
        let answer = answer(vec![concert(Some("2026-11-19")), late.clone()], day("2026-11-20"));
        assert_eq!(
            (answer.yesterday, answer.yesterday_revenue_krw),
            (day("2026-11-19"), Some(30))
        );
        assert_eq!(
            (answer.seven_day_revenue_krw, answer.seven_day_mean_revenue_krw),
            (Some(200), Some(29))
        );
        assert_eq!(answer.items[0].change_ratio, Some(decimal("-0.25")));
        assert_eq!(super::answer(vec![late], day("2026-11-20")).yesterday_revenue_krw, None);
    }

    #[test]
    fn no_concert_at_all_has_sold_nothing() {
        let answer = answer(Vec::new(), day("2026-11-20"));
        assert_eq!((answer.yesterday_revenue_krw, answer.total_revenue_krw), (Some(0), 0));
    }

    #[test]
    fn all_together_one_and_the_same_day_is_compared() {
        let sale = |text, revenue_krw| {
            Some(SaleDay {
                day: day(text),
                revenue_krw,
            })
        };
        let with = |last, previous| Figures {
            last_sale_day: last,
            previous_sale_day: previous,
            ..concert(Some("2026-11-19"))
        };
        let overall = answer(
            vec![
                with(sale("2026-11-19", 30), sale("2026-11-17", 40)),
                with(sale("2026-11-19", 7), sale("2026-11-18", 5)),
                with(sale("2026-11-19", 8), sale("2026-11-18", 15)),
                with(sale("2026-11-19", 100), None),
                with(sale("2026-11-18", 1_000), sale("2026-11-17", 1_000)),
                with(None, None),
            ],
            day("2026-11-20"),
        )
        .overall;
        assert_eq!((overall.productions, overall.counted, overall.compared), (6, 4, 2));
        assert_eq!(
            (overall.last_sale_day, overall.last_sale_day_revenue_krw),
            (Some(day("2026-11-19")), Some(145))
        );
        assert_eq!(
            (overall.previous_sale_day, overall.previous_sale_day_revenue_krw),
            (Some(day("2026-11-18")), Some(20))
        );
        assert_eq!(
            (overall.change_krw, overall.change_ratio),
            (Some(-5), Some(decimal("-0.25")))
        );
    }

    #[test]
    fn all_together_nothing_is_known_without_a_sale_day() {
        let unsold = Figures {
            last_sale_day: None,
            previous_sale_day: None,
            ..concert(None)
        };
        let overall = answer(vec![unsold], day("2026-11-20")).overall;
        assert_eq!((overall.productions, overall.counted, overall.compared), (1, 0, 0));
        assert_eq!((overall.last_sale_day, overall.last_sale_day_revenue_krw), (None, None));
        assert_eq!((overall.change_krw, overall.change_ratio), (None, None));
    }
}
