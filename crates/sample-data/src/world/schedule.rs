//! When a production plays, and who plays.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::demand::{CastEffect, DemandModel, Slot};
use super::names;

/// One showing to come or gone by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Performance {
    pub starts_at: NaiveDateTime,
    /// Who plays, by role.
    pub cast: Vec<String>,
    /// Product of all that makes it stronger or weaker than the average.
    pub factor: f64,
    /// Part of the tickets of the last days that is not paid for yet.
    pub unpaid_ratio: f64,
}

/// The week of a play or musical: Monday is free, matinees are weaker in the middle of the week than at its end.
pub(super) fn stage_week(rng: &mut ChaCha8Rng, wednesday_matinee: bool) -> Vec<Slot> {
    let mut slots = vec![
        slot(Weekday::Tue, 19, 30, 0.85),
        slot(Weekday::Wed, 20, 0, 0.85),
        slot(Weekday::Thu, 19, 30, 0.90),
        slot(Weekday::Fri, 20, 0, 1.10),
        slot(Weekday::Sat, 14, 0, 1.25),
        slot(Weekday::Sat, 18, 30, 1.15),
        slot(Weekday::Sun, 14, 0, 1.15),
        slot(Weekday::Sun, 18, 0, 0.90),
    ];
    if wednesday_matinee {
        slots.insert(1, slot(Weekday::Wed, 16, 0, 0.65));
    }
    for slot in &mut slots {
        slot.factor = rounded(slot.factor * rng.random_range(0.92..1.08));
    }
    slots
}

fn slot(weekday: Weekday, hour: u32, minute: u32, factor: f64) -> Slot {
    Slot {
        weekday,
        time: NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day"),
        factor,
    }
}

/// People for each role, each with an effect of up to a quarter less or more.
pub(super) fn company(rng: &mut ChaCha8Rng, people_per_role: &[usize]) -> Vec<CastEffect> {
    let names = names::people(rng, people_per_role.iter().sum());
    let roles = (1..)
        .zip(people_per_role)
        .flat_map(|(role, count)| std::iter::repeat_n(role, *count));
    let effect = |(name, role)| CastEffect {
        name,
        role,
        factor: rounded(rng.random_range(0.75..1.25)),
    };
    names.into_iter().zip(roles).map(effect).collect()
}

/// Every performance from the first day on that the slots allow, until the last day or until there are enough.
pub(super) fn performances(
    rng: &mut ChaCha8Rng,
    model: &DemandModel,
    run: (NaiveDate, NaiveDate),
    preview_end: Option<NaiveDate>,
    at_most: usize,
) -> Vec<Performance> {
    let mut performances = Vec::new();
    for day in run.0.iter_days().take_while(|day| *day <= run.1) {
        for slot in model.slots.iter().filter(|slot| slot.weekday == day.weekday()) {
            if performances.len() == at_most {
                return performances;
            }
            let preview = if preview_end.is_some_and(|end| day <= end) {
                model.preview_factor
            } else {
                1.0
            };
            let (cast, effect) = cast(rng, &model.cast_effects);
            performances.push(Performance {
                starts_at: day.and_time(slot.time),
                cast,
                factor: slot.factor * effect * preview,
                unpaid_ratio: rng.random_range(0.05..0.5),
            });
        }
    }
    performances
}

fn cast(rng: &mut ChaCha8Rng, company: &[CastEffect]) -> (Vec<String>, f64) {
    let roles = company.iter().map(|person| person.role).max().unwrap_or(0);
    let mut names = Vec::with_capacity(roles);
    let mut effect = 1.0;
    for role in 1..=roles {
        let candidates: Vec<&CastEffect> = company.iter().filter(|person| person.role == role).collect();
        let person = candidates.choose(rng).expect("every role is taken by somebody");
        names.push(person.name.clone());
        effect *= person.factor;
    }
    (names, effect)
}

/// Two decimal places: published parameters should be easy to read.
pub(super) fn rounded(factor: f64) -> f64 {
    (factor * 100.0).round() / 100.0
}

/// The day this many days later, or earlier when negative.
pub(super) fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    let shifted = if days < 0 {
        day.checked_sub_days(distance)
    } else {
        day.checked_add_days(distance)
    };
    shifted.expect("sales take place in this millennium")
}
