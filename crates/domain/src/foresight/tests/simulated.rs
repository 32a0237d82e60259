//! Effects and alerts on simulated productions whose truth is known.

use super::super::numbers::{count, whole};
use super::super::{CastShow, Class, Experience, Run, alerts, cast_effects};
use super::dice::Dice;
use super::{day, evening, musical, record};

const PEOPLE: usize = 3;

/// Sixty shows with two roles of three people each, who do not play every class alike; and the people's true effects.
fn production(dice: &mut Dice) -> (Vec<CastShow>, Vec<f64>) {
    let effects: Vec<f64> = (0..2 * PEOPLE).map(|_| dice.normal(0.15)).collect();
    let of_class = [0.0, -0.1, 0.3, 0.5, 0.35, 0.2];
    let shows = (0..60_usize).map(|j| {
        let class = if j < 3 { Class::Preview } else { Class::ALL[j % 5] };
        let cast: Vec<(usize, usize)> = (0..2)
            .map(|role| {
                // The first one of a role plays most weekends.
                let is_star = class >= Class::Saturday && dice.uniform() < 0.6;
                let any = usize::try_from(whole((dice.uniform() * count(PEOPLE)).floor())).unwrap();
                (role, if is_star { 0 } else { any })
            })
            .collect();
        let of_cast: f64 = cast.iter().map(|(role, person)| effects[role * PEOPLE + person]).sum();
        let trend = 0.2 * (count(j) / 30.0 - 1.0);
        let log_share = -1.3 + of_class[class as usize] + trend + of_cast + dice.normal(0.15);
        CastShow {
            class,
            is_holiday: false,
            sellable_seats: 800,
            sold_seats: whole(800.0 * log_share.exp()).min(800),
            cast,
        }
    });
    (shows.collect(), effects)
}

#[test]
fn cast_effects_are_nearer_the_truth_than_plain_means_and_their_intervals_hold_it() {
    let mut dice = Dice::new(7);
    let (mut ours, mut plain, mut held, mut cases) = (0.0, 0.0, 0, 0);
    for _ in 0..50 {
        let (shows, truth) = production(&mut dice);
        let mean_log = |role: usize, person: usize| {
            let of: Vec<f64> = shows
                .iter()
                .filter(|show| show.cast.contains(&(role, person)))
                .map(|show| (f64::from(i32::try_from(show.sold_seats).unwrap()) / 800.0).ln())
                .collect();
            of.iter().sum::<f64>() / count(of.len())
        };
        let against_role =
            |of: &dyn Fn(usize) -> f64, person: usize| of(person) - (0..PEOPLE).map(of).sum::<f64>() / count(PEOPLE);
        for effect in cast_effects(&shows, 60_000.0) {
            let truth = against_role(&|person| truth[effect.role * PEOPLE + person], effect.person);
            ours += (effect.effect_ratio.ln_1p() - truth).powi(2);
            plain += (against_role(&|person| mean_log(effect.role, person), effect.person) - truth).powi(2);
            let (low, high) = effect.interval_ratio;
            held += i32::from(low <= truth.exp_m1() && truth.exp_m1() <= high);
            cases += 1;
        }
    }
    assert!(cases >= 200);
    let (rmse_ratio, coverage) = (f64::sqrt(ours / plain), f64::from(held) / f64::from(cases));
    assert!(rmse_ratio <= 0.8, "{rmse_ratio}");
    assert!((0.84..=0.96).contains(&coverage), "{coverage}");
}

/// Ten performances that sell by the shipped rates, with weeks and days of their own; `shock` changes one day.
fn on_sale(dice: &mut Dice, shock: Option<(u64, f64)>) -> Run {
    let performances: Vec<_> = (0..10).map(|i| evening(62 + i, 700)).collect();
    let mut sold = vec![0; performances.len()];
    let mut week = 0.0;
    let records = (0..60_u64).map(|after| {
        if after % 7 == 0 {
            week = 0.9 * week + dice.normal(0.12);
        }
        let of_day = dice.normal(0.15) + week;
        let factor = shock.filter(|(on, _)| *on == after).map_or(1.0, |(_, factor)| factor);
        for (i, sold) in (0_u64..).zip(&mut sold) {
            let days_to_go = 62 + i - after;
            let rate = match (after, days_to_go) {
                (0..2, _) => -3.2,
                (2..7, _) => -5.0,
                (_, 32..) => -5.93,
                (_, 18..) => -5.21,
                (_, 10..) => -4.81,
                _ => -4.48,
            };
            *sold += whole(dice.count(700.0 * f64::exp(rate + of_day) * factor));
        }
        record(after, &sold)
    });
    let records = records.collect();
    musical(performances, records)
}

#[test]
fn false_alerts_are_at_most_one_a_month_and_production() {
    let mut dice = Dice::new(11);
    let months = 8_u64;
    let told: usize = (0..months)
        .map(|_| alerts(&on_sale(&mut dice, None), &Experience::shipped(), day(30), day(59), 0).len())
        .sum();
    assert!(
        told <= usize::try_from(months).unwrap(),
        "{told} alerts in {months} months"
    );
}

#[test]
fn half_of_the_days_that_sold_many_times_as_much_are_told() {
    let mut dice = Dice::new(13);
    let found = (0..12)
        .filter(|_| {
            let run = on_sale(&mut dice, Some((45, 3.5)));
            alerts(&run, &Experience::shipped(), day(45), day(45), 0).len() == 1
        })
        .count();
    assert!(found >= 6, "{found} of 12");
}
