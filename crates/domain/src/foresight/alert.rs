//! Days that sold otherwise than expected the evening before (Foresight 8).

use chrono::NaiveDate;

use super::data::{Record, Run};
use super::numbers::{day_number, day_of, median, real, robust_deviation, whole};
use super::outlook::Outlook;
use super::prior::Experience;

/// Days of one production that its usual surprise is judged by.
const WINDOW_DAYS: i32 = 28;
/// Of those as many must be known.
const MIN_DAYS: usize = 14;
/// Deviations from which a day is unusual.
const THRESHOLD: f64 = 2.5;
/// Smallest deviation that a production is believed to have.
const MIN_DEVIATION: f64 = 0.12;
/// Alerts within seven days, at most.
const MAX_PER_WEEK: usize = 3;
/// Performances that an alert names, at most.
const MAX_NAMED: usize = 3;

/// What a day sold against what was expected of it.
#[derive(Debug, Clone, PartialEq)]
struct DaySales {
    day: i32,
    sold: f64,
    expected: f64,
    /// Sold minus expected, by performance.
    surprises: Vec<f64>,
    /// p̄ at the evening before.
    price_krw: Option<f64>,
}

impl DaySales {
    /// `r_d`
    fn surprise(&self) -> f64 {
        ((self.sold.max(0.0) + 1.0) / (self.expected + 1.0)).ln()
    }
}

/// A performance's part in an alert.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    /// Its position in the run.
    pub performance: usize,
    /// Seats sold that day beyond those expected; negative: fewer.
    pub seats: i64,
}

/// A day that sold unusually much or little.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// The day.
    pub day: NaiveDate,
    /// Seats sold that day; negative when more were returned.
    pub sold_seats: i64,
    /// Seats that were expected the evening before.
    pub expected_seats: i64,
    /// How many deviations from what is usual for this production; positive: more sold.
    pub deviations: f64,
    /// Worth of the difference at the mean price.
    pub difference_krw: i64,
    /// Performances with the largest share of the difference, largest first.
    pub drivers: Vec<Driver>,
}

/// The alerts of a run for the days from `first` to `last` (Foresight 8), each with what was known that day: one for
/// consecutive days of one sign, at most three a week, and only where the difference is worth `min_difference_krw` or
/// more. Days without a record before, and restated ones, are passed over.
pub fn alerts(
    run: &Run,
    experience: &Experience,
    first: NaiveDate,
    last: NaiveDate,
    min_difference_krw: i64,
) -> Vec<Alert> {
    let (first, last) = (day_number(first), day_number(last));
    let known = run.known(day_of(last)).windows(2);
    // Alerts before `first` decide what is silent after it.
    let from = first - 7 - WINDOW_DAYS;
    let sales: Vec<DaySales> = known
        .filter(|pair| day_number(pair[0].day) >= from)
        .filter_map(|pair| day_sales(run, experience, &pair[0], &pair[1]))
        .collect();
    let mut found: Vec<Alert> = Vec::new();
    // The last unusual day, its sign, and whether its run of days was told.
    let mut unusual = (i32::MIN, false, false);
    for (position, day) in sales.iter().enumerate() {
        let Some(deviations) = deviations(&sales[..position], day).filter(|z| z.abs() > THRESHOLD) else {
            continue;
        };
        let is_more = deviations > 0.0;
        let was_told = unusual == (day.day - 1, is_more, true);
        let alert = alert(day, deviations);
        let is_worth_it = alert
            .as_ref()
            .is_some_and(|alert| alert.difference_krw.abs() >= min_difference_krw);
        let in_week = found.iter().filter(|alert| day_number(alert.day) > day.day - 7).count();
        let is_told = is_worth_it && !was_told && in_week < MAX_PER_WEEK;
        unusual = (day.day, is_more, was_told || is_told);
        if is_told {
            found.extend(alert);
        }
    }
    found.retain(|alert| day_number(alert.day) >= first);
    found
}

/// A day and the forecast of the evening before; `None` when it says nothing.
fn day_sales(run: &Run, experience: &Experience, before: &Record, after: &Record) -> Option<DaySales> {
    let day = day_number(after.day);
    if day_number(before.day) != day - 1 || before.is_restated || after.is_restated {
        return None;
    }
    let outlook = Outlook::new(run, experience, before.day).ok()?;
    let sold_on = |i: usize| real(after.sold_seats[i] - before.sold_seats[i]);
    let mut surprises: Vec<f64> = (0..run.performances().len()).map(sold_on).collect();
    let sold = surprises.iter().sum();
    let mut expected = 0.0;
    for one in &outlook.upcoming {
        let pickup = one
            .pickup
            .iter()
            .find(|pickup| pickup.day == day)
            .map_or(0.0, |pickup| pickup.seats);
        let pickup = pickup.min(one.seats_left());
        surprises[one.performance] -= pickup;
        expected += pickup;
    }
    let seats: f64 = outlook.sold.iter().sum();
    Some(DaySales {
        day,
        sold,
        expected,
        surprises,
        price_krw: (seats > 0.0).then(|| outlook.takings_krw / seats),
    })
}

/// z of a day by the days before it; `None` while too few are known.
fn deviations(before: &[DaySales], day: &DaySales) -> Option<f64> {
    let recent: Vec<f64> = before
        .iter()
        .filter(|other| other.day >= day.day - WINDOW_DAYS)
        .map(DaySales::surprise)
        .collect();
    if recent.len() < MIN_DAYS {
        return None;
    }
    let centre = median(&recent)?;
    let deviation = robust_deviation(&recent, centre)?.max(MIN_DEVIATION);
    Some((day.surprise() - centre) / (deviation * deviation + 2.0 / (day.expected + 1.0)).sqrt())
}

/// `None` while nobody knows prices.
fn alert(day: &DaySales, deviations: f64) -> Option<Alert> {
    let difference = day.sold - day.expected;
    let mut drivers: Vec<(usize, f64)> = day.surprises.iter().copied().enumerate().collect();
    drivers.retain(|(_, seats)| seats * difference > 0.0);
    drivers.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    drivers.truncate(MAX_NAMED);
    Some(Alert {
        day: day_of(day.day),
        sold_seats: whole(day.sold),
        expected_seats: whole(day.expected),
        deviations,
        difference_krw: whole(difference * day.price_krw?),
        drivers: drivers
            .into_iter()
            .map(|(performance, seats)| Driver {
                performance,
                seats: whole(seats),
            })
            .collect(),
    })
}
