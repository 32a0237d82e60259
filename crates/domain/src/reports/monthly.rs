//! All plays together by month: revenue, its change, the company's note.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, difference, ratio, sum_of_known};
use crate::calendar::Month;

/// `plays/monthly`.
#[derive(Debug)]
pub struct Monthly;

impl Report for Monthly {
    const NAME: &'static str = "plays/monthly";
    const COVERS: Covers = Covers::Stage;
    const ACTIVE_OR_NOT: bool = true;
    type Parameters = ();
    type Window = Months;
    type Figures = Figures;
    type Answer = Vec<MonthRow>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        Months::as_of(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        rows(&figures, Months::as_of(as_of))
    }
}

/// Number of months before that of `as_of`.
const EARLIER_MONTHS: u32 = 12;

/// The months that the report tells: that of `as_of` and the twelve before, so that the same month of last year is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    last: Month,
}

impl Months {
    /// The months that a report as of `as_of` tells.
    pub fn as_of(as_of: NaiveDate) -> Self {
        Self { last: Month::of(as_of) }
    }

    /// The month before the first one, which that is compared with.
    pub fn compared_with(self) -> Month {
        self.last.earlier(EARLIER_MONTHS + 1)
    }

    /// The month of `as_of`.
    pub fn last(self) -> Month {
        self.last
    }

    fn each(self) -> impl Iterator<Item = Month> {
        (0..=EARLIER_MONTHS).rev().map(move |months| self.last.earlier(months))
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductionFigures {
    /// The production.
    pub production: ReportedProduction,
    /// Sales by month; a month that is missing has none.
    pub revenue_krw: BTreeMap<Month, i64>,
}

impl ProductionFigures {
    /// Sales of a month; unknown when it begins after the record date.
    pub(super) fn sales(&self, month: Month) -> Option<i64> {
        let sum = self.revenue_krw.get(&month).copied().unwrap_or_default();
        self.production.known_sales(month.first_day(), sum)
    }
}

/// What the months hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// By production code.
    pub productions: Vec<ProductionFigures>,
    /// The company's notes of the months that have one.
    pub notes: BTreeMap<Month, String>,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRow {
    /// The month.
    pub month: Month,
    /// Its sales.
    pub revenue_krw: Option<i64>,
    /// Its sales − those of the month before.
    pub change_krw: Option<i64>,
    /// Change ÷ sales of the month before.
    pub change_ratio: Option<Decimal>,
    /// The company's note.
    pub note: Option<String>,
}

/// The months of all productions together, in order of time.
pub fn rows(figures: &Figures, months: Months) -> Vec<MonthRow> {
    let sales = |month| sum_of_known(figures.productions.iter().map(|production| production.sales(month)));
    series(months, &figures.notes, sales)
}

/// The months with the sales that `sales` tells of each.
pub(super) fn series(
    months: Months,
    notes: &BTreeMap<Month, String>,
    sales: impl Fn(Month) -> Option<i64>,
) -> Vec<MonthRow> {
    let mut previous_krw = sales(months.compared_with());
    let row = |month| {
        let revenue_krw = sales(month);
        let change_krw = difference(revenue_krw, previous_krw);
        let change_ratio = ratio(change_krw, previous_krw);
        previous_krw = revenue_krw;
        MonthRow {
            month,
            revenue_krw,
            change_krw,
            change_ratio,
            note: notes.get(&month).cloned(),
        }
    };
    months.each().map(row).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    pub(crate) fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    pub(crate) fn sold(record_date: Option<&str>, sales: &[(&str, i64)]) -> ProductionFigures {
        ProductionFigures {
            production: production(record_date),
            revenue_krw: sales.iter().map(|(name, krw)| (month(name), *krw)).collect(),
        }
    }

    #[test]
    fn thirteen_months_end_with_that_of_the_day_and_the_first_has_a_change() {
        let figures = Figures {
            productions: vec![sold(
                Some("2027-01-31"),
                &[("2025-12", 80), ("2026-01", 100), ("2027-01", 7)],
            )],
            notes: [(month("2026-01"), "설 연휴".to_owned())].into(),
        };
        let rows = rows(&figures, Months::as_of(day("2027-01-31")));
        assert_eq!(rows.len(), 13);
        assert_eq!((rows[0].month, rows[12].month), (month("2026-01"), month("2027-01")));
        assert_eq!(
            (rows[0].change_krw, rows[0].change_ratio),
            (Some(20), Some(decimal("0.25")))
        );
        assert_eq!(
            (rows[1].change_krw, rows[1].change_ratio),
            (Some(-100), Some(decimal("-1")))
        );
        assert_eq!((rows[12].change_krw, rows[12].change_ratio), (Some(7), None));
        assert_eq!(
            (rows[0].note.as_deref(), rows[1].note.as_deref()),
            (Some("설 연휴"), None)
        );
    }

    #[test]
    fn a_month_counts_the_productions_that_know_it() {
        let early = sold(Some("2026-10-31"), &[("2026-10", 30)]);
        let late = sold(Some("2026-11-01"), &[("2026-10", 50), ("2026-11", 20)]);
        let months = Months::as_of(day("2026-12-01"));
        let last_three = |productions: Vec<ProductionFigures>| {
            let figures = Figures {
                productions,
                notes: BTreeMap::new(),
            };
            rows(&figures, months)[10..]
                .iter()
                .map(|row| (row.revenue_krw, row.change_krw))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            last_three(vec![early.clone(), late]),
            [(Some(80), Some(80)), (Some(20), Some(-60)), (None, None)]
        );
        assert_eq!(
            last_three(vec![early]),
            [(Some(30), Some(30)), (None, None), (None, None)]
        );
        assert_eq!(last_three(Vec::new()), [(Some(0), Some(0)); 3]);
    }
}
