//! People whose effects are known.

use domain::foresight::{CastShow, Holidays, cast_effects};
use sample_data::{SampleProduction, finished_run};

use crate::support::{last_day, performance, rows};

/// Seven people each.
const RUNS: u64 = 30;

/// The shows of a run; people are numbers of `model.cast_effects`.
fn shows(sample: &SampleProduction) -> Vec<CastShow> {
    let holidays = Holidays::of_korea(&[]);
    let people = &sample.model.cast_effects;
    let number = |name: &String| people.iter().position(|person| person.name == *name).unwrap();
    let rows = rows(sample).into_iter();
    rows.map(|row| {
        let performance = performance(sample, &row, &holidays);
        CastShow {
            class: performance.class(),
            is_holiday: performance.is_holiday(),
            sellable_seats: performance.sellable_seats(),
            sold_seats: row.paid_seats,
            cast: row.cast.iter().map(number).enumerate().collect(),
        }
    })
    .collect()
}

#[expect(clippy::cast_precision_loss, reason = "seats and shows")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[expect(clippy::cast_precision_loss, reason = "seats of a house")]
fn log_share(show: &CastShow) -> f64 {
    ((show.sold_seats as f64 + 0.5) / f64::from(show.sellable_seats)).ln()
}

#[test]
fn effects_are_nearer_the_truth_than_plain_means_and_nine_of_ten_intervals_hold_it() {
    let (mut ours, mut plain, mut held, mut cases) = (0.0, 0.0, 0_u32, 0_u32);
    for seed in 0..RUNS {
        let sample = finished_run(seed, 6, last_day(), &[]);
        let (shows, people) = (shows(&sample), &sample.model.cast_effects);
        let truth = |person: usize| people[person].factor.ln();
        let mean_log = |person: usize| {
            let with = shows
                .iter()
                .filter(|show| show.cast.iter().any(|(_, other)| *other == person));
            mean(&with.map(log_share).collect::<Vec<_>>())
        };
        for effect in cast_effects(&shows, 60_000.0) {
            let role: Vec<usize> = (0..people.len())
                .filter(|person| people[*person].role == effect.role + 1)
                .collect();
            let against_role = |of: &dyn Fn(usize) -> f64| {
                let all: Vec<f64> = role.iter().map(|person| of(*person)).collect();
                of(effect.person) - mean(&all)
            };
            let is = against_role(&truth);
            ours += (effect.effect_ratio.ln_1p() - is).powi(2);
            plain += (against_role(&mean_log) - is).powi(2);
            let (low, high) = effect.interval_ratio;
            held += u32::from(low <= is.exp_m1() && is.exp_m1() <= high);
            cases += 1;
        }
    }
    let (rmse_ratio, coverage) = (f64::sqrt(ours / plain), f64::from(held) / f64::from(cases));
    assert!(cases >= 200, "{cases}");
    assert!(rmse_ratio <= 0.8, "{rmse_ratio} times the error of plain means");
    assert!(
        (0.84..=0.96).contains(&coverage),
        "{held} of {cases} intervals hold the truth"
    );
}
