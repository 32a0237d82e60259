//! Seat grades: what is sold of what is open, and for how much.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, ratio};
use crate::fraction::Fraction;
use crate::grade::Grade;
use crate::seat_grades::{SeatGrade, SeatGrades};

/// `grades`.
#[derive(Debug)]
pub struct Grades;

impl Report for Grades {
    const NAME: &'static str = "grades";
    const COVERS: Covers = Covers::All;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// The grades as staff entered them.
    pub seat_grades: SeatGrades,
    /// Number of performances in the workbook.
    pub performances: i64,
    /// Seats over all performances, by grade; nothing where no performance has grades.
    pub sold: BTreeMap<Grade, SoldSeats>,
    /// Revenue booked so far.
    pub booked_krw: i64,
}

/// Seats of one grade that are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SoldSeats {
    /// Sold.
    pub paid_seats: i64,
    /// Given away.
    pub complimentary_seats: i64,
}

/// One production's grades.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Number of performances in the workbook.
    pub performances: i64,
    /// The grades that staff entered in their order, then others that have a seat.
    pub grades: Vec<GradeRow>,
    /// All of them.
    pub total: Total,
}

/// One grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeRow {
    /// Which.
    pub grade: Grade,
    /// What people call it.
    pub label: Option<String>,
    /// Price of a seat without discount.
    pub price_krw: Option<i64>,
    /// Its seats.
    pub seats: Seats,
}

/// Seats of one grade, or of all. What does not fit in a number is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// Seats of all performances; before the first workbook one is certain.
    pub open_seats: Option<i64>,
    /// Sold.
    pub paid_seats: Option<i64>,
    /// Given away.
    pub complimentary_seats: Option<i64>,
    /// Open − sold − given away.
    pub remaining_seats: Option<i64>,
    /// Sold ÷ open.
    pub paid_share: Option<Decimal>,
    /// Sold or given away ÷ open.
    pub seat_share: Option<Decimal>,
    /// Sold ÷ sold of all grades.
    pub paid_ratio: Option<Decimal>,
    /// What the seats sold cost without discount.
    pub face_value_krw: Option<i64>,
    /// What all seats cost without discount.
    pub potential_krw: Option<i64>,
}

/// All grades of a production.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The sums: unknown where a grade with a seat lacks its part.
    pub seats: Seats,
    /// Revenue booked so far.
    pub revenue_krw: i64,
    /// 1 − revenue ÷ face value.
    pub discount_ratio: Option<Decimal>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let members = members(&figures);
    let paid_seats = figures.sum(members.iter().map(|of| Some(of.sold?.paid_seats)));
    let total = figures.total(&members, paid_seats);
    Row {
        grades: members.into_iter().map(|of| of.row(paid_seats)).collect(),
        performances: figures.performances,
        total,
        production: figures.production,
    }
}

/// A grade with what is known of it.
struct Member {
    of: SeatGrade,
    open_seats: Option<i64>,
    sold: Option<SoldSeats>,
}

fn members(figures: &Figures) -> Vec<Member> {
    let knows = figures.know_grades();
    let entered = figures.seat_grades.0.iter().cloned();
    let has_seat = |(_, sold): &(&Grade, &SoldSeats)| **sold != SoldSeats::default();
    let others = figures.sold.iter().filter(has_seat);
    let others = others.filter(|(grade, _)| figures.seat_grades.of(grade).is_none());
    let others = others.map(|(grade, _)| SeatGrade::new(grade.clone()));
    let member = |of: SeatGrade| Member {
        open_seats: of.seats.map(|seats| seats * figures.performances.max(1)),
        sold: knows.then(|| figures.sold.get(&of.grade).copied().unwrap_or_default()),
        of,
    };
    entered.chain(others).map(member).collect()
}

impl Member {
    fn has_seat(&self) -> bool {
        self.sold.is_some_and(|sold| sold != SoldSeats::default())
    }

    fn face_value_krw(&self) -> Option<i64> {
        self.of.price_krw?.checked_mul(self.sold?.paid_seats)
    }

    fn potential_krw(&self) -> Option<i64> {
        self.of.price_krw?.checked_mul(self.open_seats?)
    }

    fn row(self, all_paid_seats: Option<i64>) -> GradeRow {
        let seats = seats(
            self.open_seats,
            self.sold,
            all_paid_seats,
            (self.face_value_krw(), self.potential_krw()),
        );
        GradeRow {
            grade: self.of.grade,
            label: self.of.label,
            price_krw: self.of.price_krw,
            seats,
        }
    }
}

fn seats(
    open_seats: Option<i64>,
    sold: Option<SoldSeats>,
    all_paid_seats: Option<i64>,
    (face_value_krw, potential_krw): (Option<i64>, Option<i64>),
) -> Seats {
    let paid_seats = sold.map(|sold| sold.paid_seats);
    let taken_seats = sold.map(|sold| sold.paid_seats + sold.complimentary_seats);
    Seats {
        open_seats,
        paid_seats,
        complimentary_seats: sold.map(|sold| sold.complimentary_seats),
        remaining_seats: open_seats.zip(taken_seats).map(|(open, taken)| open - taken),
        paid_share: ratio(paid_seats, open_seats),
        seat_share: ratio(taken_seats, open_seats),
        paid_ratio: ratio(paid_seats, all_paid_seats),
        face_value_krw,
        potential_krw,
    }
}

impl Figures {
    /// Whether anybody knows which grades are sold: with performances only where one has grades.
    fn know_grades(&self) -> bool {
        self.performances == 0 || !self.sold.is_empty()
    }

    /// A sum of what is sold.
    fn sum(&self, figures: impl IntoIterator<Item = Option<i64>>) -> Option<i64> {
        sum(figures).filter(|_| self.know_grades())
    }

    fn total(&self, members: &[Member], paid_seats: Option<i64>) -> Total {
        let complimentary_seats = self.sum(members.iter().map(|of| Some(of.sold?.complimentary_seats)));
        let sold = paid_seats.zip(complimentary_seats);
        let sold = sold.map(|(paid_seats, complimentary_seats)| SoldSeats {
            paid_seats,
            complimentary_seats,
        });
        let with_paid = members
            .iter()
            .filter(|of| of.sold.is_none_or(|sold| sold.paid_seats != 0));
        // Without any grade nothing has a price.
        let face_value_krw = self
            .sum(with_paid.map(Member::face_value_krw))
            .filter(|_| !members.is_empty());
        let paid_part = face_value_krw.and_then(|krw| Fraction::from(self.booked_krw).over(krw));
        Total {
            seats: seats(
                of_those_that_know(members, |of| of.open_seats),
                sold,
                paid_seats,
                (face_value_krw, of_those_that_know(members, Member::potential_krw)),
            ),
            revenue_krw: self.booked_krw,
            discount_ratio: paid_part.map(|part| (Fraction::ONE - part).round_ratio()),
        }
    }
}

/// The sum; unknown where one is, and where it does not fit.
fn sum(figures: impl IntoIterator<Item = Option<i64>>) -> Option<i64> {
    figures
        .into_iter()
        .try_fold(0_i64, |sum, figure| sum.checked_add(figure?))
}

/// The sum over the grades that know; unknown where a grade with a seat does not, and where none does.
fn of_those_that_know(members: &[Member], figure: fn(&Member) -> Option<i64>) -> Option<i64> {
    let counted = || members.iter().filter(|of| figure(of).is_some() || of.has_seat());
    counted().next()?;
    sum(counted().map(figure))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    fn grade(code: &str, price_krw: Option<i64>, seats: Option<i64>) -> SeatGrade {
        SeatGrade {
            price_krw,
            seats,
            ..SeatGrade::new(code.parse().unwrap())
        }
    }

    fn sold(of: &[(&str, i64, i64)]) -> BTreeMap<Grade, SoldSeats> {
        let seats = |(code, paid_seats, complimentary_seats): &(&str, i64, i64)| {
            let sold = SoldSeats {
                paid_seats: *paid_seats,
                complimentary_seats: *complimentary_seats,
            };
            (code.parse().unwrap(), sold)
        };
        of.iter().map(seats).collect()
    }

    fn figures() -> Figures {
        Figures {
            production: production(Some("2026-11-19")),
            seat_grades: SeatGrades(vec![
                grade("s", Some(80_000), Some(100)),
                grade("r", Some(100_000), Some(50)),
                grade("b", None, None),
            ]),
            performances: 2,
            sold: sold(&[("r", 60, 10), ("s", 20, 0), ("vip", 0, 0)]),
            booked_krw: 5_700_000,
        }
    }

    fn codes(row: &Row) -> Vec<&str> {
        row.grades.iter().map(|of| of.grade.code()).collect()
    }

    #[test]
    fn grades_stand_in_the_order_of_staff_with_what_is_sold_and_left() {
        let row = row(figures());
        assert_eq!(codes(&row), ["s", "r", "b"], "nobody sits on the other one");
        let r = row.grades[1].seats;
        assert_eq!(
            (r.open_seats, r.paid_seats, r.complimentary_seats, r.remaining_seats),
            (Some(100), Some(60), Some(10), Some(30))
        );
        assert_eq!(
            (r.paid_share, r.seat_share, r.paid_ratio),
            (Some(decimal("0.6")), Some(decimal("0.7")), Some(decimal("0.75")))
        );
        assert_eq!((r.face_value_krw, r.potential_krw), (Some(6_000_000), Some(10_000_000)));
        let b = row.grades[2].seats;
        assert_eq!(
            (
                b.open_seats,
                b.paid_seats,
                b.remaining_seats,
                b.paid_share,
                b.face_value_krw
            ),
            (None, Some(0), None, None, None)
        );
    }

    #[test]
    fn the_total_is_of_all_that_matter_and_says_what_discounts_took() {
        let total = row(figures()).total;
        assert_eq!(
            (
                total.seats.open_seats,
                total.seats.paid_seats,
                total.seats.remaining_seats
            ),
            (Some(300), Some(80), Some(210)),
            "the grade without seats has no part that is missing"
        );
        assert_eq!(
            (total.seats.face_value_krw, total.seats.potential_krw),
            (Some(7_600_000), Some(26_000_000))
        );
        assert_eq!(
            (total.revenue_krw, total.discount_ratio),
            (5_700_000, Some(decimal("0.25")))
        );
        assert_eq!(total.seats.paid_ratio, Some(decimal("1")));
    }

    #[test]
    fn a_grade_with_a_seat_that_lacks_its_part_makes_the_sum_unknown() {
        let row = row(Figures {
            sold: sold(&[("r", 60, 10), ("vip", 0, 1)]),
            ..figures()
        });
        assert_eq!(codes(&row), ["s", "r", "b", "vip"]);
        let total = row.total;
        assert_eq!(
            (
                total.seats.open_seats,
                total.seats.remaining_seats,
                total.seats.potential_krw
            ),
            (None, None, None)
        );
        assert_eq!(
            (total.seats.face_value_krw, total.seats.complimentary_seats),
            (Some(6_000_000), Some(11)),
            "an invitation has no price"
        );
    }

    #[test]
    fn performances_without_grades_say_nothing_of_them() {
        let row = row(Figures {
            sold: BTreeMap::new(),
            ..figures()
        });
        let r = row.grades[1].seats;
        assert_eq!(
            (
                r.open_seats,
                r.paid_seats,
                r.remaining_seats,
                r.face_value_krw,
                r.potential_krw
            ),
            (Some(100), None, None, None, Some(10_000_000))
        );
        let total = row.total;
        assert_eq!(
            (
                total.seats.open_seats,
                total.seats.paid_seats,
                total.seats.face_value_krw
            ),
            (Some(300), None, None)
        );
        assert_eq!((total.revenue_krw, total.discount_ratio), (5_700_000, None));
        let without_any = super::row(Figures {
            seat_grades: SeatGrades::default(),
            sold: BTreeMap::new(),
            ..figures()
        });
        let seats = without_any.total.seats;
        assert_eq!(
            (seats.paid_seats, seats.complimentary_seats, seats.open_seats),
            (None, None, None)
        );
    }

    #[test]
    fn before_the_first_workbook_one_house_is_open_and_nothing_is_sold() {
        let row = row(Figures {
            production: production(None),
            performances: 0,
            sold: BTreeMap::new(),
            booked_krw: 0,
            ..figures()
        });
        let total = row.total;
        assert_eq!(
            (
                total.seats.open_seats,
                total.seats.paid_seats,
                total.seats.face_value_krw
            ),
            (Some(150), Some(0), Some(0))
        );
        assert_eq!((total.discount_ratio, total.seats.paid_ratio), (None, None));
    }

    #[test]
    fn without_grades_nothing_has_a_price() {
        let row = row(Figures {
            production: production(None),
            performances: 0,
            seat_grades: SeatGrades::default(),
            sold: BTreeMap::new(),
            booked_krw: 0,
        });
        let seats = row.total.seats;
        assert_eq!((seats.paid_seats, seats.face_value_krw), (Some(0), None));
    }

    #[test]
    fn what_does_not_fit_in_a_number_is_not_known() {
        let row = row(Figures {
            seat_grades: SeatGrades(vec![grade("r", Some(1_000_000_000), Some(1_000_000))]),
            performances: 100_000,
            ..figures()
        });
        assert_eq!(
            (row.grades[0].seats.potential_krw, row.total.seats.potential_krw),
            (None, None)
        );
    }
}
