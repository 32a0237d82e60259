//! Revenue against target by day, week or month, and cumulated.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, ratio};
use crate::calendar::Grain;

/// `target-vs-actual` in periods of this length.
#[derive(Debug)]
pub struct TargetVsActual;

impl Report for TargetVsActual {
    const NAME: &'static str = "target-vs-actual";
    const COVERS: Covers = Covers::All;
    type Parameters = Grain;
    type Window = Grain;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, grain: &Self::Parameters) -> Self::Window {
        *grain
    }

    fn answer(figures: Self::Figures, _: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one period that has a target or a daily sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodFigures {
    /// First day of the period.
    pub first_day: NaiveDate,
    /// Sales of its days.
    pub revenue_krw: i64,
    /// Targets of its days.
    pub target_krw: i64,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub periods: Vec<PeriodFigures>,
}

/// One production's periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub periods: Vec<Period>,
}

/// One period. Revenue and ratios are unknown when it begins after the record date; targets go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day of the period.
    pub first_day: NaiveDate,
    /// Sales.
    pub revenue_krw: Option<i64>,
    /// Target.
    pub target_krw: i64,
    /// Revenue ÷ target.
    pub ratio: Option<Decimal>,
    /// Sales of this and all periods before.
    pub cumulative_revenue_krw: Option<i64>,
    /// Targets of this and all periods before.
    pub cumulative_target_krw: i64,
    /// Cumulated revenue ÷ cumulated target.
    pub cumulative_ratio: Option<Decimal>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let production = figures.production;
    let (mut sold, mut aimed_at) = (0, 0);
    let period = |period: PeriodFigures| {
        sold += period.revenue_krw;
        aimed_at += period.target_krw;
        let revenue_krw = production.known_sales(period.first_day, period.revenue_krw);
        let cumulative_revenue_krw = production.known_sales(period.first_day, sold);
        Period {
            first_day: period.first_day,
            revenue_krw,
            target_krw: period.target_krw,
            ratio: ratio(revenue_krw, Some(period.target_krw)),
            cumulative_revenue_krw,
            cumulative_target_krw: aimed_at,
            cumulative_ratio: ratio(cumulative_revenue_krw, Some(aimed_at)),
        }
    };
    let periods = figures.periods.into_iter().map(period).collect();
    Row { production, periods }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    #[test]
    fn after_the_record_date_only_targets_go_on() {
        let period = |first_day, revenue_krw, target_krw| PeriodFigures {
            first_day: day(first_day),
            revenue_krw,
            target_krw,
        };
        let periods = vec![
            period("2026-11-17", 50, 100),
            period("2026-11-18", 70, 0),
            period("2026-11-19", 0, 60),
        ];
        let row = row(Figures {
            production: production(Some("2026-11-18")),
            periods,
        });
        assert_eq!(row.periods[1].ratio, None);
        assert_eq!(row.periods[1].cumulative_ratio, Some(decimal("1.2")));
        assert_eq!(row.periods[2].cumulative_revenue_krw, None);
        assert_eq!(
            (row.periods[2].target_krw, row.periods[2].cumulative_target_krw),
            (60, 160)
        );
    }
}
