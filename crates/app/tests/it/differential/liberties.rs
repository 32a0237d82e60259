//! What a workbook may say although a box office hardly would: all that the rules of reading let through.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::exact::{Exact, decimal, whole};
use super::world::{Deposited, Performance, SaleDay, Snapshot, shift};

/// Shares whose sums and means meet ties, and that have more places than are answered.
const SHARES: [&str; 14] = [
    "0",
    "1",
    "0.00005",
    "0.33335",
    "0.12345",
    "0.333333333333333",
    "0.666666666666667",
    "0.1666666666666667",
    "0.0000000000000000001",
    "0.999949999999999",
    "0.285",
    "1.15",
    "-0.00005",
    "17.5",
];

/// Same people in another order are another cast.
const CASTS: [&[&str]; 6] = [
    &["가온", "나래"],
    &["나래", "가온"],
    &["가온"],
    &[],
    &["a", "B"],
    &["Z"],
];

/// Amounts that several performances have, so that casts are equal.
const AMOUNTS_KRW: [i64; 6] = [0, 100_000, 100_000, -5_000, 1, 1_000_000_000_000];

pub(super) fn take_liberties(rng: &mut ChaCha8Rng, snapshot: &mut Snapshot, record_date: NaiveDate, is_stage: bool) {
    with_days(rng, &mut snapshot.days, record_date, is_stage);
    with_performances(rng, &mut snapshot.performances, record_date);
    if is_stage {
        snapshot.performances.iter_mut().for_each(|show| on_stage(rng, show));
    } else {
        for show in &mut snapshot.performances {
            show.cast.clear();
            show.revenue_krw = 0;
        }
    }
}

/// Gaps, refunds, few rows, days without a sale, days before the sale began, the last row long before the record date.
fn with_days(rng: &mut ChaCha8Rng, days: &mut Vec<SaleDay>, record_date: NaiveDate, is_stage: bool) {
    if rng.random_bool(0.1) {
        days.clear();
    }
    days.retain(|_| rng.random_bool(0.9));
    if rng.random_bool(0.2) {
        days.retain(|row| row.date < shift(record_date, -9));
    }
    // About as many as make a mean worth something.
    if !is_stage && rng.random_bool(0.4) {
        let surplus = days.len().saturating_sub(rng.random_range(12..16));
        days.drain(..surplus);
    }
    let has_huge_sales = rng.random_bool(0.4);
    for row in days.iter_mut() {
        match rng.random_range(0..30) {
            0..3 => (row.seats, row.complimentary_seats, row.revenue_krw) = (0, 0, 0),
            3..5 => (row.seats, row.revenue_krw) = (-row.seats, -row.revenue_krw),
            5 if has_huge_sales => row.revenue_krw = rng.random_range(-1_000_000_000_000..=1_000_000_000_000),
            6 if !is_stage => row.complimentary_seats = -3,
            7 => row.seats = 0,
            _ => {}
        }
    }
    if rng.random_bool(0.3) {
        let first = days.first().map_or(record_date, |row| row.date);
        let day = SaleDay {
            date: shift(first, -rng.random_range(1..40)),
            seats: rng.random_range(-2..9),
            complimentary_seats: if is_stage { 0 } else { rng.random_range(-1..3) },
            revenue_krw: rng.random_range(-100_000..900_000),
        };
        days.insert(0, day);
    }
}

/// None at all, those of the record date itself, unusual grades, grades that the inventory does not know.
fn with_performances(rng: &mut ChaCha8Rng, shows: &mut Vec<Performance>, record_date: NaiveDate) {
    if rng.random_bool(0.1) {
        shows.clear();
    }
    let grades = shows.first().map_or_else(
        || BTreeMap::from([("r".to_owned(), 0), ("bad_s".to_owned(), 0)]),
        |show| show.paid_seats_by_grade.clone(),
    );
    for _ in 0..rng.random_range(0..3) {
        let time = NaiveTime::from_hms_opt(rng.random_range(0..24), rng.random_range(0..60), 0).unwrap();
        let starts_at = shift(record_date, rng.random_range(-1..2)).and_time(time);
        if shows.iter().all(|show| show.starts_at != starts_at) {
            shows.push(unsold(starts_at, &grades));
        }
    }
    for show in shows.iter_mut() {
        if rng.random_bool(0.2) {
            show.paid_seats = *[0, 3, 7, 333].choose(rng).unwrap();
            for seats in show.paid_seats_by_grade.values_mut() {
                *seats = rng.random_range(0..4);
            }
        }
    }
    if rng.random_bool(0.4) {
        let old = grades.keys().next().cloned();
        let new = *["gallery", "스탠딩", "vip", "accessible"].choose(rng).unwrap();
        for show in shows.iter_mut().filter(|_| !grades.contains_key(new)) {
            for seats in [&mut show.paid_seats_by_grade, &mut show.complimentary_seats_by_grade] {
                let moved = old.as_ref().and_then(|old| seats.remove(old));
                seats.insert(new.to_owned(), moved.unwrap_or_default());
            }
        }
    }
    shows.sort_by_key(|show| show.starts_at);
}

fn unsold(starts_at: chrono::NaiveDateTime, grades: &BTreeMap<String, i64>) -> Performance {
    let none: BTreeMap<String, i64> = grades.keys().map(|grade| (grade.clone(), 0)).collect();
    Performance {
        starts_at,
        cast: vec!["가온".to_owned()],
        paid_seats: 0,
        complimentary_seats: 0,
        paid_seats_by_grade: none.clone(),
        complimentary_seats_by_grade: none,
        revenue_krw: 0,
        deposit_share: Some(whole(0)),
        paid_share: whole(0),
        complimentary_share: whole(0),
        number: None,
        remark: None,
        roles: None,
        deposited: Deposited::default(),
    }
}

/// Equal casts, empty casts, equal and negative revenue, awkward shares.
fn on_stage(rng: &mut ChaCha8Rng, show: &mut Performance) {
    if rng.random_bool(0.5) {
        let names = CASTS.choose(rng).unwrap().iter();
        show.cast = names.map(|name| (*name).to_owned()).collect();
    }
    if rng.random_bool(0.4) {
        show.revenue_krw = *AMOUNTS_KRW.choose(rng).unwrap();
    }
    if rng.random_bool(0.6) {
        show.deposit_share = Some(share(rng));
        show.paid_share = share(rng);
        show.complimentary_share = share(rng);
    }
}

fn share(rng: &mut ChaCha8Rng) -> Exact {
    if rng.random_bool(0.5) {
        decimal(SHARES.choose(rng).unwrap())
    } else {
        // Fewer places than a cell can hold, as those of a cell are not all kept.
        decimal(&format!("{:.15}", rng.random::<f64>()))
    }
}
