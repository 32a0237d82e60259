//! Weeks of which it is known whether something was done.

use domain::foresight::{DailySeats, marketing_lift};
use sample_data::finished_run;
use sample_data::world::DiscountDay;

use crate::support::{days_on_sale, last_day, run, selling};

const CASES: u64 = 200;
/// Weeks that each run is played.
const WEEKS: u32 = 2;

fn daily(seed: u64, offers: &[DiscountDay]) -> DailySeats {
    let run = run(&finished_run(seed, WEEKS, last_day(), offers));
    DailySeats::of(&run, last_day()).unwrap()
}

#[test]
fn weeks_of_nothing_are_seldom_told_and_a_planted_fifth_lies_within_the_interval() {
    // The fifth week on sale, three weeks before the first performance.
    let campaign = days_on_sale(WEEKS, 28, 7);
    let planted = selling(campaign, 1.2);
    let others: Vec<DailySeats> = (1_000..1_003).map(|seed| daily(seed, &[])).collect();
    let (mut told, mut held) = (0, 0);
    for seed in 0..CASES {
        let nothing = marketing_lift(&daily(seed, &[]), campaign, &[], &others).unwrap();
        told += u64::from(nothing.cannot_tell.is_none());
        let (low, high) = marketing_lift(&daily(seed, &planted), campaign, &[], &others)
            .unwrap()
            .interval_ratio;
        held += u64::from(low <= 0.2 && 0.2 <= high);
    }
    assert!(told * 100 <= 5 * CASES, "{told} of {CASES} weeks of nothing were told");
    assert!(
        held * 100 >= 85 * CASES,
        "{held} of {CASES} intervals hold a planted fifth"
    );
}
