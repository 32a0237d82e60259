//! Yesterday, total and the last seven days of all concerts; each concert's last sale day against the one before.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
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

    fn window(as_of: NaiveDate, _: &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, _: &Self::Parameters) -> Self::Answer {
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
        items: figures.into_iter().map(row).collect(),
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
}
