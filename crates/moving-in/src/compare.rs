//! What the old system stored of a workbook, against what it says.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::sales::{Facts, PerformanceSale, Snapshot};
use ports::driven::{OldPerformance, OldSales, SaleSums};
use rust_decimal::Decimal;

/// Why sums differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The old system stored nothing: it was stopped before.
    NoRows,
    /// It dropped performances with a count or a share of 0.
    ZeroCountDropped,
    /// It stored days of a concert that were prepared for later.
    AfterRecordDate,
    /// It stored rows twice.
    RowsDoubled,
    /// None that is known.
    Unexplained,
}

impl Reason {
    /// The word in the report.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoRows => "no_rows",
            Self::ZeroCountDropped => "zero_count_dropped",
            Self::AfterRecordDate => "after_record_date",
            Self::RowsDoubled => "rows_doubled",
            Self::Unexplained => "unexplained",
        }
    }
}

/// Why sums differ, of sale days and of performances.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Of sale days.
    pub daily: BTreeSet<Reason>,
    /// Of performances.
    pub performances: BTreeSet<Reason>,
}

impl Reasons {
    /// The reasons, each once.
    pub fn all(&self) -> BTreeSet<Reason> {
        self.daily.union(&self.performances).copied().collect()
    }
}

/// The sums of a workbook as the old system would have them.
pub fn sums_of(facts: &Facts) -> SaleSums {
    let daily = facts.daily.as_ref();
    let performances = &facts.performances;
    SaleSums {
        daily_rows: daily.map_or(0, |daily| daily.rows),
        daily_seats: daily.map_or(0, |daily| daily.seats),
        daily_revenue_krw: daily.map_or(0, |daily| daily.revenue_krw),
        performance_rows: performances.rows,
        paid_seats: performances.paid_seats,
        complimentary_seats: performances.complimentary_seats,
        performance_revenue_krw: performances.revenue_krw,
    }
}

/// Why what was stored differs from what the workbook says, day by day and start by start.
pub fn reasons(old: &OldSales, ours: &Snapshot, record_date: NaiveDate, of_concert: bool) -> Reasons {
    let has_rows = !ours.daily_sales.is_empty() || !ours.performance_sales.is_empty();
    if old.days.is_empty() && old.performances.is_empty() && has_rows {
        let no_rows = BTreeSet::from([Reason::NoRows]);
        return Reasons {
            daily: no_rows.clone(),
            performances: no_rows,
        };
    }
    Reasons {
        daily: of_days(old, ours, record_date, of_concert),
        performances: of_performances(old, ours),
    }
}

fn of_days(old: &OldSales, ours: &Snapshot, record_date: NaiveDate, of_concert: bool) -> BTreeSet<Reason> {
    let stored = grouped(old.days.iter().map(|(day, seats, krw)| (*day, [*seats, *krw])));
    let said: BTreeMap<_, _> = ours
        .daily_sales
        .iter()
        .map(|sale| (sale.sale_day, [sale.seats, sale.revenue_krw]))
        .collect();
    let extra = |day: &NaiveDate| {
        if of_concert && *day > record_date {
            Reason::AfterRecordDate
        } else {
            Reason::Unexplained
        }
    };
    compared(&stored, &said, extra, |_| Reason::Unexplained)
}

fn of_performances(old: &OldSales, ours: &Snapshot) -> BTreeSet<Reason> {
    let figures = |row: &OldPerformance| [row.paid_seats, row.complimentary_seats, row.revenue_krw.unwrap_or(0)];
    let stored = grouped(old.performances.iter().map(|row| (row.starts_at, figures(row))));
    let by_start: BTreeMap<_, _> = ours
        .performance_sales
        .iter()
        .map(|sale| (sale.starts_at.naive_local(), sale))
        .collect();
    let figures = |sale: &PerformanceSale| {
        let krw = sale.stage.map_or(0, |stage| stage.revenue_krw);
        [sale.paid_seats, sale.complimentary_seats, krw]
    };
    let said = by_start.iter().map(|(start, sale)| (*start, figures(sale))).collect();
    let lacking = |start: &chrono::NaiveDateTime| match by_start.get(start) {
        Some(sale) if has_zero(sale) => Reason::ZeroCountDropped,
        _ => Reason::Unexplained,
    };
    compared(&stored, &said, |_| Reason::Unexplained, lacking)
}

/// Whether a performance has a 0 where the old system took that for nothing. Shares were whole per cents there.
fn has_zero(sale: &PerformanceSale) -> bool {
    let is_zero = |share: Decimal| (share * Decimal::ONE_HUNDRED).round().is_zero();
    let of_stage = sale.stage.is_some_and(|stage| {
        let shares = [
            stage.deposit_share.unwrap_or_default(),
            stage.paid_share,
            stage.complimentary_share,
        ];
        stage.revenue_krw == 0 || shares.into_iter().any(is_zero)
    });
    sale.paid_seats == 0 || sale.complimentary_seats == 0 || of_stage
}

/// The rows of each key.
fn grouped<K: Ord, const N: usize>(rows: impl Iterator<Item = (K, [i64; N])>) -> BTreeMap<K, Vec<[i64; N]>> {
    let mut groups = BTreeMap::<K, Vec<[i64; N]>>::new();
    for (key, figures) in rows {
        groups.entry(key).or_default().push(figures);
    }
    groups
}

fn compared<K: Ord, const N: usize>(
    stored: &BTreeMap<K, Vec<[i64; N]>>,
    said: &BTreeMap<K, [i64; N]>,
    extra: impl Fn(&K) -> Reason,
    lacking: impl Fn(&K) -> Reason,
) -> BTreeSet<Reason> {
    let mut reasons = BTreeSet::new();
    for (key, rows) in stored {
        let Some(figures) = said.get(key) else {
            reasons.insert(extra(key));
            continue;
        };
        if rows.len() > 1 {
            reasons.insert(Reason::RowsDoubled);
        }
        if rows.iter().any(|row| row != figures) {
            reasons.insert(Reason::Unexplained);
        }
    }
    let lacks = said.keys().filter(|key| !stored.contains_key(key));
    reasons.extend(lacks.map(lacking));
    reasons
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;
    use domain::calendar::kst_instant;
    use domain::grade::SeatsByGrade;
    use domain::sales::{DailySale, PerformanceDetails, StageFigures};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn start(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn sale(sale_day: &str, seats: i64) -> DailySale {
        DailySale {
            sale_day: day(sale_day),
            revenue_krw: 1_000 * seats,
            seats,
            seats_by_grade: SeatsByGrade::new(),
            complimentary_seats: 0,
        }
    }

    fn performance(starts_at: &str, paid: i64, free: i64, free_share: Decimal) -> PerformanceSale {
        PerformanceSale {
            starts_at: kst_instant(start(starts_at)),
            cast: Vec::new(),
            paid_seats: paid,
            complimentary_seats: free,
            paid_seats_by_grade: SeatsByGrade::new(),
            complimentary_seats_by_grade: SeatsByGrade::new(),
            stage: Some(StageFigures {
                revenue_krw: 1_000 * paid,
                deposit_share: Some(Decimal::new(50, 2)),
                paid_share: Decimal::new(50, 2),
                complimentary_share: free_share,
            }),
            details: PerformanceDetails::default(),
        }
    }

    fn old(days: &[(&str, i64)], performances: &[(&str, i64, i64)]) -> OldSales {
        OldSales {
            days: days
                .iter()
                .map(|(of, seats)| (day(of), *seats, 1_000 * seats))
                .collect(),
            performances: performances
                .iter()
                .map(|(at, paid, free)| OldPerformance {
                    starts_at: start(at),
                    paid_seats: *paid,
                    complimentary_seats: *free,
                    revenue_krw: Some(1_000 * paid),
                })
                .collect(),
        }
    }

    fn told(old: &OldSales, of_concert: bool) -> [Vec<&'static str>; 2] {
        let ours = Snapshot {
            breakdowns: Vec::new(),
            daily_sales: vec![sale("2026-11-18", 5), sale("2026-11-19", 7)],
            performance_sales: vec![
                performance("2026-12-01T19:30:00", 10, 2, Decimal::new(2, 2)),
                performance("2026-12-02T19:30:00", 2, 1, Decimal::new(4, 3)),
            ],
            ..Snapshot::default()
        };
        let found = reasons(old, &ours, day("2026-11-19"), of_concert);
        [found.daily, found.performances].map(|reasons| reasons.into_iter().map(Reason::code).collect())
    }

    const DAYS: [(&str, i64); 2] = [("2026-11-18", 5), ("2026-11-19", 7)];
    const FIRST: (&str, i64, i64) = ("2026-12-01T19:30:00", 10, 2);
    const SECOND: (&str, i64, i64) = ("2026-12-02T19:30:00", 2, 1);

    #[test]
    fn what_was_stored_as_it_is_has_no_reasons() {
        assert_eq!(told(&old(&DAYS, &[FIRST, SECOND]), false).concat(), Vec::<&str>::new());
    }

    #[test]
    fn a_system_that_was_stopped_stored_nothing() {
        assert_eq!(told(&old(&[], &[]), false), [["no_rows"], ["no_rows"]]);
    }

    #[test]
    fn performances_with_a_zero_were_dropped_and_others_were_not() {
        // Its share is 0 in whole per cents.
        assert_eq!(told(&old(&DAYS, &[FIRST]), false)[1], ["zero_count_dropped"]);
        assert_eq!(told(&old(&DAYS, &[SECOND]), false)[1], ["unexplained"]);
    }

    #[test]
    fn days_after_the_record_date_are_prepared_ones_of_concerts() {
        let prepared = old(&[DAYS[0], DAYS[1], ("2026-11-20", 0)], &[FIRST, SECOND]);
        assert_eq!(told(&prepared, true)[0], ["after_record_date"]);
        assert_eq!(told(&prepared, false)[0], ["unexplained"]);
    }

    #[test]
    fn rows_that_stand_twice_are_told_and_other_figures_are_not_explained() {
        let doubled = old(&[DAYS[0], DAYS[0], DAYS[1]], &[FIRST, SECOND]);
        assert_eq!(told(&doubled, false)[0], ["rows_doubled"]);
        let other = old(&[("2026-11-18", 6), DAYS[1]], &[FIRST, SECOND]);
        assert_eq!(told(&other, false)[0], ["unexplained"]);
        assert_eq!(told(&old(&DAYS[..1], &[FIRST, SECOND]), false)[0], ["unexplained"]);
    }
}
