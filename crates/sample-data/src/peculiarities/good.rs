//! A small good workbook: what it says, before a sheet of it exists.

use chrono::{Days, NaiveDate, NaiveTime};
use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand_chacha::ChaCha8Rng;

use crate::world::{DailyRow, PerformanceRow, SeatsByGrade};

/// Markers of grades and their codes.
const GRADES: [(&str, &str); 7] = [
    ("vip", "vip"),
    ("r", "r"),
    ("s", "s"),
    ("a", "a"),
    ("badr", "bad_r"),
    ("bads", "bad_s"),
    ("disable", "accessible"),
];
const NAMES: [&str; 6] = ["조지유", "임서윤", "황은우", "강준호", "Anna Lee", "남궁 민"];
const HOUSE_SEATS: i64 = 400;
const SEAT_KRW: i64 = 30_000;
const STARTS: [(u32, u32); 4] = [(11, 0), (14, 0), (19, 0), (19, 30)];

/// The rows of a workbook of which nothing is peculiar. The two sheets agree.
#[derive(Debug, Clone)]
pub(super) struct Good {
    pub(super) is_stage: bool,
    pub(super) record_date: NaiveDate,
    /// Marker and code of each.
    pub(super) grades: Vec<(&'static str, &'static str)>,
    pub(super) roles: usize,
    pub(super) daily: Vec<DailyRow>,
    pub(super) performances: Vec<PerformanceRow>,
}

impl Good {
    pub(super) fn draw(rng: &mut ChaCha8Rng) -> Self {
        let is_stage = rng.random_bool(0.75);
        let record_date = day(2026, 11, 19);
        let mut grades = GRADES.to_vec();
        grades.shuffle(rng);
        grades.truncate(rng.random_range(1..=3));
        let roles = if is_stage { rng.random_range(1..=3) } else { 0 };
        let performances = performances(rng, is_stage, record_date, &grades, roles);
        let daily = daily(rng, is_stage, record_date, &grades, &performances);
        Self {
            is_stage,
            record_date,
            grades,
            roles,
            daily,
            performances,
        }
    }
}

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date of the calendar")
}

pub(super) fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day")
}

fn performances(
    rng: &mut ChaCha8Rng,
    is_stage: bool,
    record_date: NaiveDate,
    grades: &[(&str, &'static str)],
    roles: usize,
) -> Vec<PerformanceRow> {
    let mut starts = Vec::new();
    let mut date = record_date;
    let count = rng.random_range(2..=5);
    while starts.len() < count {
        date = date + Days::new(rng.random_range(1..=9));
        // Days of two performances are common, and what people merge.
        let mut times = STARTS.to_vec();
        if rng.random_bool(0.5) {
            times.shuffle(rng);
            times.truncate(2);
            times.sort_unstable();
        } else {
            times = vec![*times.choose(rng).expect("some times")];
        }
        starts.extend(
            times
                .into_iter()
                .map(|(hour, minute)| date.and_time(clock(hour, minute))),
        );
    }
    let row = |start: chrono::NaiveDateTime| {
        let mut seats = |range: std::ops::Range<i64>| -> SeatsByGrade {
            grades
                .iter()
                .map(|(_, code)| ((*code).to_owned(), rng.random_range(range.clone())))
                .collect()
        };
        let (paid, complimentary) = (seats(5..60), seats(0..5));
        let (paid_seats, complimentary_seats) = (paid.values().sum::<i64>(), complimentary.values().sum::<i64>());
        let share = |seats: i64| is_stage.then(|| thousandths(seats));
        let mut cast = NAMES.map(str::to_owned).to_vec();
        cast.shuffle(rng);
        cast.truncate(roles);
        PerformanceRow {
            starts_at: crate::world::in_seoul(start),
            cast,
            paid_seats,
            complimentary_seats,
            revenue_krw: is_stage.then_some(paid_seats * SEAT_KRW),
            paid_seats_by_grade: paid,
            complimentary_seats_by_grade: complimentary,
            house_seats: HOUSE_SEATS,
            unpaid_seats: 0,
            deposit_share: share(paid_seats),
            paid_share: share(paid_seats),
            complimentary_share: share(complimentary_seats),
        }
    };
    starts.into_iter().map(row).collect()
}

/// A share of the house in thousandths, as a person types it.
fn thousandths(seats: i64) -> f64 {
    let units = i32::try_from(seats * 1_000 / HOUSE_SEATS).expect("a small house");
    f64::from(units) / 1_000.0
}

/// What the performances have sold, over some days.
fn daily(
    rng: &mut ChaCha8Rng,
    is_stage: bool,
    record_date: NaiveDate,
    grades: &[(&str, &'static str)],
    performances: &[PerformanceRow],
) -> Vec<DailyRow> {
    let count = rng.random_range(2..=6_usize);
    let mut date = record_date - Days::new(rng.random_range(0..3));
    let mut rows: Vec<DailyRow> = Vec::new();
    for _ in 0..count {
        rows.insert(0, DailyRow::of(date, SeatsByGrade::new()));
        date = date - Days::new(rng.random_range(1..=2));
    }
    for (_, code) in grades {
        let total: i64 = performances.iter().map(|row| row.paid_seats_by_grade[*code]).sum();
        let mut left = total - i64::try_from(count).expect("a few days");
        for (index, row) in rows.iter_mut().enumerate() {
            let more = if index + 1 == count {
                left
            } else {
                rng.random_range(0..=left / 2)
            };
            left -= more;
            row.seats += 1 + more;
            if is_stage {
                row.seats_by_grade.insert((*code).to_owned(), 1 + more);
            }
        }
    }
    for row in &mut rows {
        row.revenue_krw = row.seats * SEAT_KRW;
    }
    if !is_stage {
        rows[0].complimentary_seats = performances.iter().map(|row| row.complimentary_seats).sum();
    }
    rows
}
