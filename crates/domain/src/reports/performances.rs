//! Each performance: occupancy, remaining seats, seats per grade, revenue, mean ticket price.

use rust_decimal::Decimal;

use super::ReportedProduction;
use crate::calendar::KstInstant;
use crate::fraction::Fraction;
use crate::grade::SeatsByGrade;
use crate::sales::{PerformanceSale, StageFigures};

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
    /// Date and time.
    pub starts_at: KstInstant,
    /// Who plays.
    pub cast: Vec<String>,
    /// As in the workbook.
    pub deposit_share: Decimal,
    /// As in the workbook.
    pub paid_share: Decimal,
    /// As in the workbook.
    pub complimentary_share: Decimal,
    /// Paid + complimentary share.
    pub occupancy: Decimal,
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Seats on sale − sold − given away.
    pub remaining_seats: Option<i64>,
    /// Seats sold per grade.
    pub paid_seats_by_grade: SeatsByGrade,
    /// Seats given away per grade.
    pub complimentary_seats_by_grade: SeatsByGrade,
    /// Won.
    pub revenue_krw: i64,
    /// Revenue ÷ seats sold, whole won.
    pub mean_ticket_price_krw: Option<i64>,
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
    let rounded = |share: Decimal| Fraction::from(share).round_ratio();
    let occupancy = Fraction::from(stage.paid_share) + Fraction::from(stage.complimentary_share);
    Performance {
        starts_at: sale.starts_at,
        cast: sale.cast,
        deposit_share: rounded(stage.deposit_share),
        paid_share: rounded(stage.paid_share),
        complimentary_share: rounded(stage.complimentary_share),
        occupancy: occupancy.round_ratio(),
        paid_seats: sale.paid_seats,
        complimentary_seats: sale.complimentary_seats,
        remaining_seats: seats_per_performance.map(|seats| seats - sale.paid_seats - sale.complimentary_seats),
        paid_seats_by_grade: sale.paid_seats_by_grade,
        complimentary_seats_by_grade: sale.complimentary_seats_by_grade,
        revenue_krw: stage.revenue_krw,
        mean_ticket_price_krw: Fraction::from(stage.revenue_krw)
            .over(sale.paid_seats)
            .map(Fraction::round_whole),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;
    use crate::calendar::kst_instant;

    #[test]
    fn occupancy_adds_the_unrounded_shares() {
        let sale = PerformanceSale {
            starts_at: kst_instant(day("2026-11-20").and_hms_opt(19, 30, 0).unwrap()),
            cast: vec!["조지유".to_owned()],
            paid_seats: 3,
            complimentary_seats: 1,
            paid_seats_by_grade: SeatsByGrade::new(),
            complimentary_seats_by_grade: SeatsByGrade::new(),
            stage: None,
        };
        let stage = StageFigures {
            revenue_krw: 200_000,
            deposit_share: decimal("0.00004"),
            paid_share: decimal("0.00004"),
            complimentary_share: decimal("0.00004"),
        };
        let row = row(Figures {
            production: production(None),
            seats_per_performance: Some(280),
            performances: vec![(sale, stage)],
        });
        let performance = &row.performances[0];
        assert_eq!(
            (performance.paid_share, performance.occupancy),
            (decimal("0"), decimal("0.0001"))
        );
        assert_eq!(
            (performance.remaining_seats, performance.mean_ticket_price_krw),
            (Some(276), Some(66_667))
        );
    }
}
