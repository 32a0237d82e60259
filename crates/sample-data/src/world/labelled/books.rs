//! Who sold what, and what of it is paid: from the entries of the ledger.

use chrono::NaiveDate;

use super::super::ledger::{Entry, Ledger, PAYMENT_DAYS};
use super::super::production::SeatsByGrade;
use super::super::truth::{DailyRow, PerformanceRow};
use super::knobs::{AgencyStates, Knobs, Labels, PaidStates};

/// Days that staff prepare below the last sale day.
pub(super) const TEMPLATE_DAYS: i64 = 5;

/// What a server must make of a labelled workbook, beyond what a marked one says.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledTruth {
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// By day, each up to the record date.
    pub days: Vec<LabelledDay>,
    /// In their order.
    pub performances: Vec<LabelledPerformance>,
}

/// A sale day.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledDay {
    /// What a marked workbook says of it.
    pub row: DailyRow,
    /// By the number of the agency.
    pub agencies: Vec<AgencyDay>,
}

/// What one agency sold on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AgencyDay {
    /// Paid seats; negative after refunds.
    pub seats: i64,
    /// Won.
    pub revenue_krw: i64,
}

/// A performance.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledPerformance {
    /// What a marked workbook says of it.
    pub row: PerformanceRow,
    /// From 1.
    pub number: i64,
    /// What people note about it.
    pub remark: Option<&'static str>,
    /// Seats that are booked and not paid; `None` where the workbook does not tell.
    pub pending_seats: Option<i64>,
    /// Their won.
    pub pending_krw: Option<i64>,
    /// By the number of the agency.
    pub agencies: Vec<AgencyPerformance>,
    /// Won of all agencies, also of a concert.
    pub(super) booked_krw: i64,
    /// Of each grade, what is not paid.
    pub(super) pending_by_grade: Vec<i64>,
}

/// What one agency sold of a performance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgencyPerformance {
    /// Booked seats.
    pub seats: i64,
    /// Their won.
    pub revenue_krw: i64,
    /// Booked seats of each grade.
    pub seats_by_grade: SeatsByGrade,
    /// Booked seats of each grade that are not paid, in the order of the house.
    pub(super) pending_by_grade: Vec<i64>,
    /// Seats that are not paid.
    pub pending_seats: i64,
    /// Their won.
    pub pending_krw: i64,
}

impl LabelledTruth {
    pub(in crate::world) fn of(ledger: &Ledger, record_date: NaiveDate, knobs: &Knobs) -> Self {
        let count = knobs.agencies.len().max(1);
        let days = ledger.daily_rows(record_date).into_iter().map(|row| {
            let mut agencies = vec![AgencyDay::default(); count];
            for entry in ledger.known(record_date).filter(|entry| entry.sale_day == row.sale_day) {
                let agency = &mut agencies[agency(entry, count)];
                agency.seats += entry.paid_seats;
                agency.revenue_krw += entry.revenue_krw;
            }
            LabelledDay { row, agencies }
        });
        let rows = ledger.performance_rows(record_date).into_iter().enumerate();
        let performances = rows.map(|(index, row)| performance(ledger, record_date, knobs, index, row));
        Self {
            record_date,
            days: days.collect(),
            performances: performances.collect(),
        }
    }
}

/// The agency of an order. A refund has the performance, grade, seats and price of its order, and so its agency.
fn agency(entry: &Entry, count: usize) -> usize {
    let parts = [
        entry.performance as u64,
        entry.grade as u64,
        entry.paid_seats.unsigned_abs(),
        entry.revenue_krw.unsigned_abs(),
    ];
    let mixed = parts.into_iter().fold(0xCBF2_9CE4_8422_2325_u64, |mixed, part| {
        (mixed ^ part).wrapping_mul(0x0100_0000_01B3).rotate_left(23)
    });
    usize::try_from(mixed % count as u64).expect("fewer agencies than a usize counts")
}

fn performance(
    ledger: &Ledger,
    record_date: NaiveDate,
    knobs: &Knobs,
    index: usize,
    row: PerformanceRow,
) -> LabelledPerformance {
    let count = knobs.agencies.len().max(1);
    let grades = ledger.grades.len();
    // Booked seats and won, and the seats of the last days, by agency and grade.
    let mut booked = vec![vec![(0_i64, 0_i64, 0_i64); grades]; count];
    for entry in ledger.known(record_date).filter(|entry| entry.performance == index) {
        let cell = &mut booked[agency(entry, count)][entry.grade];
        cell.0 += entry.paid_seats;
        cell.1 += entry.revenue_krw;
        if (record_date - entry.sale_day).num_days() <= PAYMENT_DAYS {
            cell.2 += entry.paid_seats;
        }
    }
    let mut left = row.unpaid_seats;
    let mut agencies = Vec::with_capacity(count);
    for (number, cells) in booked.iter().enumerate() {
        let states = knobs.agencies.get(number).copied();
        let may_wait = match states {
            Some(AgencyStates::DepositedAndPending | AgencyStates::DepositedAndBooked) => true,
            Some(AgencyStates::Deposited) => false,
            Some(AgencyStates::Booked) | None => {
                knobs.paid.tells_payment() || knobs.labels == Labels::OneRow && ledger.is_stage
            }
        };
        let mut agency = AgencyPerformance::default();
        for (cell, grade) in cells.iter().zip(&ledger.grades) {
            let (seats, krw, recent) = *cell;
            let pending = if may_wait {
                left.min(recent).min(seats).max(0)
            } else {
                0
            };
            left -= pending;
            agency.seats += seats;
            agency.revenue_krw += krw;
            agency.seats_by_grade.insert(grade.grade.code.clone(), seats);
            agency.pending_by_grade.push(pending);
            agency.pending_seats += pending;
            agency.pending_krw += if seats == 0 { 0 } else { krw * pending / seats };
        }
        agencies.push(agency);
    }
    let tells = knobs.paid.tells_payment()
        || knobs.paid == PaidStates::Missing && !knobs.agencies.contains(&AgencyStates::Booked)
        || knobs.labels == Labels::OneRow && ledger.is_stage;
    // One row of labels tells unpaid seats only, and so do the sheets of concerts.
    let tells_won = ledger.is_stage && knobs.labels != Labels::OneRow;
    let pending_by_grade = (0..grades).map(|grade| agencies.iter().map(|agency| agency.pending_by_grade[grade]).sum());
    let number = i64::try_from(index).expect("a run is short") + 1;
    LabelledPerformance {
        number,
        remark: (number % 5 == 2).then_some("단체 관람"),
        pending_seats: tells.then(|| agencies.iter().map(|agency| agency.pending_seats).sum()),
        pending_krw: (tells && tells_won).then(|| agencies.iter().map(|agency| agency.pending_krw).sum()),
        booked_krw: agencies.iter().map(|agency| agency.revenue_krw).sum(),
        pending_by_grade: pending_by_grade.collect(),
        agencies,
        row,
    }
}
