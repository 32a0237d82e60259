//! Each performance: occupancy, remaining seats, seats per grade, revenue, mean ticket price.

use rust_decimal::Decimal;

use super::ReportedProduction;
use super::report::{Covers, Report};
use super::showing::{self, Showing};
use crate::calendar::OpenRange;
use crate::fraction::Fraction;
use crate::grade::SeatsByGrade;
use crate::sales::{DepositFacts, PerformanceSale, StageFigures};
use chrono::NaiveDate;

/// `plays/performances` of the days asked for.
#[derive(Debug)]
pub struct Performances;

impl Report for Performances {
    const NAME: &'static str = "plays/performances";
    const COVERS: Covers = Covers::Stage;
    type Parameters = OpenRange;
    type Window = OpenRange;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, days: &Self::Parameters) -> Self::Window {
        *days
    }

    fn answer(figures: Self::Figures, _: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Performances of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Seats on sale per performance.
    pub seats_per_performance: Option<i64>,
    /// The performances with their stage figures, by start.
    pub performances: Vec<(PerformanceSale, StageFigures)>,
}

/// One production's performances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// By start.
    pub performances: Vec<Performance>,
}

/// One performance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    /// Who plays, how full it is, what is left.
    pub showing: Showing,
    /// As in the workbook; `None` where it does not tell.
    pub deposit_share: Option<Decimal>,
    /// Seats sold per grade.
    pub paid_seats_by_grade: SeatsByGrade,
    /// Seats given away per grade.
    pub complimentary_seats_by_grade: SeatsByGrade,
    /// Won.
    pub revenue_krw: i64,
    /// Revenue ÷ seats sold, whole won.
    pub mean_ticket_price_krw: Option<i64>,
    /// Which one of the run it is.
    pub number: Option<i64>,
    /// What somebody wrote beside it.
    pub remark: Option<String>,
    /// What each of the cast plays.
    pub roles: Option<Vec<String>>,
    /// What of it is paid for, and what is not yet.
    pub deposits: DepositFacts,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let seats = figures.seats_per_performance;
    let performances = figures
        .performances
        .into_iter()
        .map(|(sale, stage)| performance(sale, stage, seats))
        .collect();
    Row {
        production: figures.production,
        performances,
    }
}

fn performance(sale: PerformanceSale, stage: StageFigures, seats_per_performance: Option<i64>) -> Performance {
    let deposits = sale.deposits();
    let showing = showing::Figures {
        starts_at: sale.starts_at,
        cast: sale.cast,
        paid_share: stage.paid_share,
        complimentary_share: stage.complimentary_share,
        paid_seats: sale.paid_seats,
        complimentary_seats: sale.complimentary_seats,
    };
    Performance {
        showing: Showing::new(showing, seats_per_performance),
        deposit_share: stage.deposit_share.map(|share| Fraction::from(share).round_ratio()),
        paid_seats_by_grade: sale.paid_seats_by_grade,
        complimentary_seats_by_grade: sale.complimentary_seats_by_grade,
        revenue_krw: stage.revenue_krw,
        mean_ticket_price_krw: Fraction::from(stage.revenue_krw)
            .over(sale.paid_seats)
            .map(Fraction::round_whole),
        number: sale.details.number,
        remark: sale.details.remark,
        roles: sale.details.roles,
        deposits,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;
    use crate::calendar::kst_instant;
    use crate::sales::PerformanceDetails;

    fn price(paid_seats: i64) -> Option<i64> {
        let sale = PerformanceSale {
            starts_at: kst_instant(day("2026-11-20").and_hms_opt(19, 30, 0).unwrap()),
            cast: vec!["조지유".to_owned()],
            paid_seats,
            complimentary_seats: 1,
            paid_seats_by_grade: SeatsByGrade::new(),
            complimentary_seats_by_grade: SeatsByGrade::new(),
            stage: None,
            details: PerformanceDetails::default(),
        };
        let stage = StageFigures {
            revenue_krw: 200_000,
            deposit_share: Some(decimal("0.00004")),
            paid_share: decimal("0.00004"),
            complimentary_share: decimal("0.00004"),
        };
        let row = row(Figures {
            production: production(None),
            seats_per_performance: Some(280),
            performances: vec![(sale, stage)],
        });
        row.performances[0].mean_ticket_price_krw
    }

    #[test]
    fn a_ticket_costs_the_revenue_by_seats_sold() {
        assert_eq!(price(3), Some(66_667));
        assert_eq!(price(0), None);
    }
}
