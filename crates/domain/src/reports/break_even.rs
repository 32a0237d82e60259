//! Concerts: what is sold, left, and to be expected by the pace so far, per seat grade.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::fraction::Fraction;
use crate::grade::{Grade, SeatsByGrade};

/// `concerts/break-even`.
#[derive(Debug)]
pub struct BreakEven;

impl Report for BreakEven {
    const NAME: &'static str = "concerts/break-even";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// First day of sale.
    pub sale_start: Option<NaiveDate>,
    /// Last day of sale.
    pub sale_end: Option<NaiveDate>,
    /// Seats per grade of one performance.
    pub seat_inventory: SeatsByGrade,
    /// Number of performances in the workbook.
    pub performances: i64,
    /// Seats sold per grade, over all performances.
    pub sold_seats: SeatsByGrade,
    /// Seats given away per grade, over all performances.
    pub complimentary_seats: SeatsByGrade,
}

/// One concert's grades.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Number of performances in the workbook.
    pub performances: i64,
    /// Days of sale up to the record date, at least 1.
    pub elapsed_days: Option<i64>,
    /// Days of sale to come, not below 0.
    pub days_to_sale_end: Option<i64>,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// Each grade that has seats or sales.
    pub grades: Vec<(Grade, Seats)>,
    /// The same formulas over the sums.
    pub total: Seats,
}

/// Seats of one grade, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// Seats of all performances.
    pub seats: i64,
    /// Seats sold.
    pub sold_seats: i64,
    /// Seats − sold.
    pub remaining_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Seats − sold − given away.
    pub free_seats: i64,
    /// Sold ÷ elapsed days × days to the end of sale.
    pub expected_additional_seats: Option<i64>,
    /// Remaining − expected additional, not below 0.
    pub expected_remaining_seats: Option<i64>,
    /// Target share × seats.
    pub break_even_seats: Option<i64>,
    /// Expected remaining ÷ seats.
    pub expected_remaining_ratio: Option<Decimal>,
    /// 1 − expected remaining ÷ seats.
    pub expected_sales_ratio: Option<Decimal>,
}

#[derive(Clone, Copy)]
struct Pace {
    elapsed_days: i64,
    days_to_sale_end: i64,
}

/// The row of one concert.
pub fn row(figures: Figures) -> Row {
    let pace = pace(&figures);
    let target_share = figures.target_share.map(Fraction::from);
    // Before the first workbook the number of performances is unknown; one is certain.
    let houses = figures.performances.max(1);
    let mut by_grade: std::collections::BTreeMap<Grade, Counted> = figures
        .seat_inventory
        .into_iter()
        .map(|(grade, seats)| {
            let seats = seats * houses;
            (
                grade,
                Counted {
                    seats,
                    ..Counted::default()
                },
            )
        })
        .collect();
    for (grade, sold) in figures.sold_seats {
        by_grade.entry(grade).or_default().sold = sold;
    }
    by_grade.retain(|_, counted| (counted.seats, counted.sold) != (0, 0));
    for (grade, counted) in &mut by_grade {
        counted.complimentary = figures.complimentary_seats.get(grade).copied().unwrap_or_default();
    }
    let total = by_grade.values().fold(Counted::default(), |sum, counted| Counted {
        seats: sum.seats + counted.seats,
        sold: sum.sold + counted.sold,
        complimentary: sum.complimentary + counted.complimentary,
    });
    Row {
        production: figures.production,
        performances: figures.performances,
        elapsed_days: pace.map(|pace| pace.elapsed_days),
        days_to_sale_end: pace.map(|pace| pace.days_to_sale_end),
        target_share: target_share.map(Fraction::round_ratio),
        grades: by_grade
            .into_iter()
            .map(|(grade, counted)| (grade, expected(counted, pace, target_share)))
            .collect(),
        total: expected(total, pace, target_share),
    }
}

/// Seats of one grade, or of all, as they are counted.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    seats: i64,
    sold: i64,
    complimentary: i64,
}

fn pace(figures: &Figures) -> Option<Pace> {
    let (record_date, sale_start, sale_end) = (figures.production.record_date?, figures.sale_start?, figures.sale_end?);
    Some(Pace {
        elapsed_days: (record_date - sale_start).num_days().max(1),
        days_to_sale_end: (sale_end - record_date).num_days().max(0),
    })
}

fn expected(counted: Counted, pace: Option<Pace>, target_share: Option<Fraction>) -> Seats {
    let Counted {
        seats,
        sold,
        complimentary,
    } = counted;
    let remaining_seats = seats - sold;
    let additional =
        pace.and_then(|pace| (Fraction::from(sold) * Fraction::from(pace.days_to_sale_end)).over(pace.elapsed_days));
    let remaining = additional.map(|additional| (Fraction::from(remaining_seats) - additional).max(Fraction::ZERO));
    let remaining_ratio = remaining.and_then(|remaining| remaining.over(seats));
    Seats {
        seats,
        sold_seats: sold,
        remaining_seats,
        complimentary_seats: complimentary,
        free_seats: remaining_seats - complimentary,
        expected_additional_seats: additional.map(Fraction::round_whole),
        expected_remaining_seats: remaining.map(Fraction::round_whole),
        break_even_seats: target_share.map(|share| (share * Fraction::from(seats)).round_whole()),
        expected_remaining_ratio: remaining_ratio.map(Fraction::round_ratio),
        expected_sales_ratio: remaining_ratio.map(|ratio| (Fraction::ONE - ratio).round_ratio()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn seats(grades: &[(&str, i64)]) -> SeatsByGrade {
        grades
            .iter()
            .map(|(grade, seats)| (grade.parse().unwrap(), *seats))
            .collect()
    }

    fn figures() -> Figures {
        Figures {
            production: production(Some("2026-11-19")),
            target_share: Some(decimal("0.85")),
            sale_start: Some(day("2026-11-09")),
            sale_end: Some(day("2026-11-24")),
            seat_inventory: seats(&[("r", 100), ("b", 0)]),
            performances: 2,
            sold_seats: seats(&[("r", 100), ("vip", 7), ("b", 0)]),
            complimentary_seats: seats(&[("r", 4), ("vip", 1), ("b", 2)]),
        }
    }

    #[test]
    fn the_pace_so_far_is_carried_on_to_the_end_of_sale() {
        let row = row(figures());
        assert_eq!((row.elapsed_days, row.days_to_sale_end), (Some(10), Some(5)));
        let (grade, seats) = &row.grades[1];
        assert_eq!((grade, seats.seats, seats.remaining_seats), (&Grade::R, 200, 100));
        assert_eq!(
            (seats.expected_additional_seats, seats.expected_remaining_seats),
            (Some(50), Some(50))
        );
        assert_eq!(
            (seats.break_even_seats, seats.expected_remaining_ratio),
            (Some(170), Some(decimal("0.25")))
        );
        assert_eq!((seats.complimentary_seats, seats.free_seats), (4, 96));
        assert_eq!((row.total.seats, row.total.sold_seats), (200, 107));
        // Of the grades that are listed.
        assert_eq!((row.total.complimentary_seats, row.total.free_seats), (5, 88));
        assert_eq!(row.total.expected_sales_ratio, Some(decimal("0.8025")));
    }

    #[test]
    fn a_grade_with_sales_and_without_seats_has_no_ratio_and_an_empty_one_is_left_out() {
        let row = row(figures());
        let (grade, seats) = &row.grades[0];
        assert_eq!((row.grades.len(), grade), (2, &Grade::Vip));
        assert_eq!(
            (seats.seats, seats.remaining_seats, seats.expected_remaining_seats),
            (0, -7, Some(0))
        );
        assert_eq!(
            (seats.expected_remaining_ratio, seats.expected_sales_ratio),
            (None, None)
        );
    }

    #[test]
    fn without_an_end_of_sale_nothing_is_expected() {
        let row = row(Figures {
            sale_end: None,
            ..figures()
        });
        assert_eq!((row.elapsed_days, row.days_to_sale_end), (None, None));
        assert_eq!(
            (row.total.expected_additional_seats, row.total.break_even_seats),
            (None, Some(170))
        );
    }

    #[test]
    fn before_the_first_workbook_one_house_is_counted() {
        let unsold = Figures {
            production: production(None),
            performances: 0,
            sold_seats: SeatsByGrade::new(),
            ..figures()
        };
        assert_eq!(row(unsold).total.seats, 100);
    }
}
