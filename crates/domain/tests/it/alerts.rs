//! Days of which it is known whether something happened.

use chrono::NaiveDate;
use domain::foresight::{Alert, Experience, alerts};
use sample_data::finished_run;
use sample_data::world::DiscountDay;

use crate::support::{days_on_sale, last_day, run, selling};

/// Weeks that each run is played: ten weeks on sale, the first two of which are to learn from.
const WEEKS: u32 = 2;

/// Whatever a difference is worth, from `first` on.
fn told(seed: u64, offers: &[DiscountDay], first: NaiveDate, last: NaiveDate) -> Vec<Alert> {
    let run = run(&finished_run(seed, WEEKS, last_day(), offers));
    alerts(&run, &Experience::shipped(), first, last, 0)
}

#[test]
fn false_alerts_are_at_most_one_a_month_and_production() {
    let judged = days_on_sale(WEEKS, 14, 56);
    let (runs, mut days, mut found) = (110_u64, 0, 0);
    for seed in 0..runs {
        found += told(seed, &[], judged.first(), judged.last()).len();
        days += judged.days().count();
    }
    assert!(days >= 200 * 30, "{days} days");
    assert!(found * 30 <= days, "{found} false alerts in {days} days");
}

#[test]
fn about_half_of_the_days_on_which_something_happened_are_told() {
    let on = days_on_sale(WEEKS, 42, 1);
    for factor in [0.15, 3.5] {
        let offers = selling(on, factor);
        let runs = 40;
        let is_told = |seed: &u64| {
            let told = told(*seed, &offers, on.first(), on.last());
            told.iter()
                .any(|alert| (alert.sold_seats > alert.expected_seats) == (factor > 1.0))
        };
        let found = (0..runs).filter(is_told).count();
        assert!(found >= 18, "{found} of {runs} days that sold {factor} times as much");
    }
}

#[test]
fn an_alert_names_the_performances_that_drove_it() {
    let on = days_on_sale(WEEKS, 42, 1);
    let offers = selling(on, 6.0);
    let alert = (0..20)
        .find_map(|seed| told(seed, &offers, on.first(), on.last()).pop())
        .unwrap();
    assert!((1..=3).contains(&alert.drivers.len()), "{alert:?}");
    assert!(alert.drivers.iter().all(|driver| driver.seats > 0), "{alert:?}");
    assert!(
        alert.drivers.windows(2).all(|pair| pair[0].seats >= pair[1].seats),
        "{alert:?}"
    );
}
