//! What one workbook says: sales per sale day and per performance, as of its record date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::agency::AgencyCode;
use crate::buyers::{self, Breakdown, BuyersFacts};
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
    /// What only workbooks without markers say of it.
    pub details: PerformanceDetails,
}

/// What only people's own headings say of a performance; nothing where there are markers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PerformanceDetails {
    /// Which one it is (회차), from 1.
    pub number: Option<i64>,
    /// What somebody wrote beside it.
    pub remark: Option<String>,
    /// What each of the cast plays, in their order; `None` where the workbook does not tell roles.
    pub roles: Option<Vec<String>>,
    /// Seats that are paid for; `None` where the workbook does not tell.
    pub deposited_seats: Option<i64>,
    /// Their won.
    pub deposited_krw: Option<i64>,
}

impl PerformanceSale {
    /// What of it is paid for, and what is booked and not yet.
    pub fn deposits(&self) -> DepositFacts {
        let PerformanceDetails {
            deposited_seats,
            deposited_krw,
            ..
        } = self.details;
        DepositFacts {
            deposited_seats,
            deposited_krw,
            pending_seats: pending(Some(self.paid_seats), deposited_seats),
            pending_krw: pending(self.stage.map(|stage| stage.revenue_krw), deposited_krw),
        }
    }
}

/// What is booked and not paid for, never less than nothing.
pub fn pending(booked: Option<i64>, deposited: Option<i64>) -> Option<i64> {
    Some((booked? - deposited?).max(0))
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
    /// What agencies sold, where the workbook tells them.
    pub agencies: AgencySales,
    /// Whether it has no sheet of sale days, so that nobody knows what was sold when.
    pub lacks_sale_days: bool,
    /// Who bought, by dimension and place; of reports on buyers only, which say nothing else.
    pub breakdowns: Vec<Breakdown>,
}

/// What agencies sold. They add up to no more than the sheet's own totals, which count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgencySales {
    /// What they are called in the workbook.
    pub names: BTreeMap<AgencyCode, String>,
    /// By sale day, each agency once a day.
    pub days: Vec<AgencyDay>,
    /// By performance, each agency once for each.
    pub performances: Vec<AgencyPerformance>,
}

/// What one agency sold on one sale day. Figures may be negative: refunds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyDay {
    /// The day of the purchase.
    pub sale_day: NaiveDate,
    /// Which agency.
    pub agency: AgencyCode,
    /// Booked seats.
    pub seats: i64,
    /// Their won.
    pub revenue_krw: i64,
}

/// What one agency sold of one performance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyPerformance {
    /// Date and time of the showing.
    pub starts_at: KstInstant,
    /// Which agency.
    pub agency: AgencyCode,
    /// Its figures.
    pub sold: AgencyPerformanceFacts,
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
    /// Sums of each dimension of a report on buyers, which tells nothing else; `None` of sales.
    pub buyers: Option<Vec<BuyersFacts>>,
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
            daily: (!self.lacks_sale_days).then(|| self.daily_facts()),
            performances: self.performance_facts(stage),
            agencies: self.agencies.facts(),
            buyers: None,
        }
    }

    /// The sums of this snapshot of a report on buyers.
    pub fn buyers_facts(&self) -> Facts {
        Facts {
            daily: None,
            performances: PerformanceFacts::default(),
            agencies: Vec::new(),
            buyers: Some(buyers::facts(&self.breakdowns)),
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
            deposits: DepositFacts::of_all(sales.iter().map(PerformanceSale::deposits)),
            numbers: count(sales.iter().filter(|sale| sale.details.number.is_some()).count()),
            casts: stage.then(|| count(sales.iter().map(|sale| &sale.cast).collect::<BTreeSet<_>>().len())),
        }
    }
}

impl DepositFacts {
    /// The sums of several performances: known where each knows.
    fn of_all(parts: impl IntoIterator<Item = Self>) -> Self {
        let add = |sum: Self, part: Self| Self {
            deposited_seats: both(sum.deposited_seats, part.deposited_seats),
            deposited_krw: both(sum.deposited_krw, part.deposited_krw),
            pending_seats: both(sum.pending_seats, part.pending_seats),
            pending_krw: both(sum.pending_krw, part.pending_krw),
        };
        parts.into_iter().reduce(add).unwrap_or_default()
    }
}

impl AgencySales {
    /// The sums of each agency, by its code.
    fn facts(&self) -> Vec<AgencyFacts> {
        let mut sums = BTreeMap::<&AgencyCode, (Option<SaleTotals>, Option<AgencyPerformanceFacts>)>::new();
        for day in &self.days {
            let totals = sums.entry(&day.agency).or_default().0.get_or_insert_default();
            totals.seats += day.seats;
            totals.revenue_krw += day.revenue_krw;
        }
        for performance in &self.performances {
            let of_agency = &mut sums.entry(&performance.agency).or_default().1;
            match of_agency {
                Some(sum) => sum.add(&performance.sold),
                None => *of_agency = Some(performance.sold.clone()),
            }
        }
        let facts = sums.into_iter().map(|(code, (days, performances))| AgencyFacts {
            agency: code.clone(),
            name: self.name(code).to_owned(),
            days,
            performances,
        });
        facts.collect()
    }

    /// What an agency is called.
    fn name<'a>(&'a self, code: &'a AgencyCode) -> &'a str {
        self.names.get(code).map_or(code.code(), String::as_str)
    }
}

impl AgencyPerformanceFacts {
    /// Adds another performance: what one does not tell is not known of both.
    fn add(&mut self, other: &Self) {
        self.seats += other.seats;
        self.revenue_krw = both(self.revenue_krw, other.revenue_krw);
        self.deposited_seats = both(self.deposited_seats, other.deposited_seats);
        self.deposited_krw = both(self.deposited_krw, other.deposited_krw);
        for (grade, seats) in &other.seats_by_grade {
            *self.seats_by_grade.entry(grade.clone()).or_default() += seats;
        }
    }
}

/// The sum of two figures, where both are known.
fn both(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    Some(one? + other?)
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
