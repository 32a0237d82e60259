//! What one workbook says: sales per sale day and per performance, as of its record date.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::agency::AgencyCode;
use crate::calendar::KstInstant;
use crate::grade::SeatsByGrade;

/// Tickets and revenue sold on one sale day. All figures may be negative: refunds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailySale {
    /// The day of the purchase.
    pub sale_day: NaiveDate,
    /// Won.
    pub revenue_krw: i64,
    /// Paid seats in total.
    pub seats: i64,
    /// Paid seats of each grade that the workbook has.
    pub seats_by_grade: SeatsByGrade,
    /// Complimentary seats; 0 for plays, whose daily sheet does not count them.
    pub complimentary_seats: i64,
}

/// One performance and what is sold of it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerformanceSale {
    /// Date and time of the showing.
    pub starts_at: KstInstant,
    /// Who plays, in the order of the workbook's columns. Empty for concerts.
    pub cast: Vec<String>,
    /// Seats sold.
    pub paid_seats: i64,
    /// Seats given away.
    pub complimentary_seats: i64,
    /// Seats sold, of each grade that the workbook has.
    pub paid_seats_by_grade: SeatsByGrade,
    /// Seats given away, of each grade that the workbook has.
    pub complimentary_seats_by_grade: SeatsByGrade,
    /// What a stage workbook says beyond seats; `None` for concerts.
    pub stage: Option<StageFigures>,
}

/// Revenue and shares of a performance of a play or musical, as the workbook states them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageFigures {
    /// Won of paid seats; negative after refunds.
    pub revenue_krw: i64,
    /// Share of the house that is paid for and deposited; `None` where the workbook does not tell.
    pub deposit_share: Option<Decimal>,
    /// Share of the house that is sold.
    pub paid_share: Decimal,
    /// Share of the house that is given away.
    pub complimentary_share: Decimal,
}

/// All that one workbook says. Immutable once stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// By sale day, each day at most once.
    pub daily_sales: Vec<DailySale>,
    /// By start, each start at most once.
    pub performance_sales: Vec<PerformanceSale>,
}

/// Totals of the daily sales of a snapshot, against which the next one is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SaleTotals {
    /// Won over all sale days.
    pub revenue_krw: i64,
    /// Paid seats over all sale days.
    pub seats: i64,
}

/// The sums that tell a person whether a workbook was read as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Sums of the daily sheet; `None` without sale days.
    pub daily: Option<DailyFacts>,
    /// Sums of the sheet of performances.
    pub performances: PerformanceFacts,
    /// Sums of each agency, by its code; none of a marked workbook.
    pub agencies: Vec<AgencyFacts>,
}

impl Facts {
    /// Totals of the snapshot: over all sale days, or else over all performances.
    pub fn totals(&self) -> SaleTotals {
        self.daily.as_ref().map_or(
            SaleTotals {
                revenue_krw: self.performances.revenue_krw.unwrap_or(0),
                seats: self.performances.paid_seats,
            },
            |daily| SaleTotals {
                revenue_krw: daily.revenue_krw,
                seats: daily.seats,
            },
        )
    }
}

/// Sums of what one agency sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyFacts {
    /// Its code.
    pub agency: AgencyCode,
    /// Its name.
    pub name: String,
    /// Over all sale days; `None` where they do not tell agencies.
    pub days: Option<SaleTotals>,
    /// Over all performances; `None` where they do not tell agencies.
    pub performances: Option<AgencyPerformanceFacts>,
}

/// Sums of what one agency sold of all performances.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgencyPerformanceFacts {
    /// Booked seats.
    pub seats: i64,
    /// Their won; `None` where the sheet has none.
    pub revenue_krw: Option<i64>,
    /// Seats that are paid for; `None` where the sheet does not tell.
    pub deposited_seats: Option<i64>,
    /// Their won.
    pub deposited_krw: Option<i64>,
    /// Booked seats per grade.
    pub seats_by_grade: SeatsByGrade,
}

/// What is paid for, of all performances together: `None` unless the workbook tells it of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DepositFacts {
    /// Seats that are paid for.
    pub deposited_seats: Option<i64>,
    /// Their won.
    pub deposited_krw: Option<i64>,
    /// Seats that are booked and not paid for.
    pub pending_seats: Option<i64>,
    /// Their won.
    pub pending_krw: Option<i64>,
}

/// Sums of the daily sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyFacts {
    /// Number of sale days.
    pub rows: i64,
    /// First sale day.
    pub first_day: Option<NaiveDate>,
    /// Last sale day.
    pub last_day: Option<NaiveDate>,
    /// Paid seats.
    pub seats: i64,
    /// Won.
    pub revenue_krw: i64,
    /// Complimentary seats.
    pub complimentary_seats: i64,
    /// Paid seats per grade.
    pub seats_by_grade: SeatsByGrade,
}

/// Sums of the sheet of performances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerformanceFacts {
    /// Number of performances.
    pub rows: i64,
    /// The earliest start.
    pub first_start: Option<KstInstant>,
    /// The latest start.
    pub last_start: Option<KstInstant>,
    /// Paid seats.
    pub paid_seats: i64,
    /// Complimentary seats.
    pub complimentary_seats: i64,
    /// Won; `None` for concerts, whose workbook does not say.
    pub revenue_krw: Option<i64>,
    /// Paid seats per grade.
    pub paid_seats_by_grade: SeatsByGrade,
    /// Complimentary seats per grade.
    pub complimentary_seats_by_grade: SeatsByGrade,
    /// Number of different casts (same people in the same order); `None` for concerts.
    pub casts: Option<i64>,
    /// What of the seats is paid for.
    pub deposits: DepositFacts,
    /// Number of performances that have one.
    pub numbers: i64,
}

impl Snapshot {
    /// The sums of this snapshot. `stage` says whether it is that of a play or musical.
    pub fn facts(&self, stage: bool) -> Facts {
        Facts {
            daily: Some(self.daily_facts()),
            performances: self.performance_facts(stage),
            agencies: Vec::new(),
        }
    }

    /// Totals over all sale days.
    pub fn totals(&self) -> SaleTotals {
        SaleTotals {
            revenue_krw: self.daily_sales.iter().map(|sale| sale.revenue_krw).sum(),
            seats: self.daily_sales.iter().map(|sale| sale.seats).sum(),
        }
    }

    fn daily_facts(&self) -> DailyFacts {
        let totals = self.totals();
        DailyFacts {
            rows: count(self.daily_sales.len()),
            first_day: self.daily_sales.iter().map(|sale| sale.sale_day).min(),
            last_day: self.daily_sales.iter().map(|sale| sale.sale_day).max(),
            seats: totals.seats,
            revenue_krw: totals.revenue_krw,
            complimentary_seats: self.daily_sales.iter().map(|sale| sale.complimentary_seats).sum(),
            seats_by_grade: sum_by_grade(self.daily_sales.iter().map(|sale| &sale.seats_by_grade)),
        }
    }

    fn performance_facts(&self, stage: bool) -> PerformanceFacts {
        let sales = &self.performance_sales;
        PerformanceFacts {
            rows: count(sales.len()),
            first_start: sales.iter().map(|sale| sale.starts_at).min(),
            last_start: sales.iter().map(|sale| sale.starts_at).max(),
            paid_seats: sales.iter().map(|sale| sale.paid_seats).sum(),
            complimentary_seats: sales.iter().map(|sale| sale.complimentary_seats).sum(),
            revenue_krw: stage.then(|| {
                sales
                    .iter()
                    .filter_map(|sale| sale.stage)
                    .map(|stage| stage.revenue_krw)
                    .sum()
            }),
            paid_seats_by_grade: sum_by_grade(sales.iter().map(|sale| &sale.paid_seats_by_grade)),
            complimentary_seats_by_grade: sum_by_grade(sales.iter().map(|sale| &sale.complimentary_seats_by_grade)),
            deposits: DepositFacts::default(),
            numbers: 0,
            casts: stage.then(|| count(sales.iter().map(|sale| &sale.cast).collect::<BTreeSet<_>>().len())),
        }
    }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).expect("fewer rows than an i64 counts")
}

fn sum_by_grade<'a>(rows: impl Iterator<Item = &'a SeatsByGrade>) -> SeatsByGrade {
    let mut sums = SeatsByGrade::new();
    for (grade, seats) in rows.flatten() {
        // Cloned once per grade, not once per row.
        if let Some(sum) = sums.get_mut(grade) {
            *sum += seats;
        } else {
            sums.insert(grade.clone(), *seats);
        }
    }
    sums
}
