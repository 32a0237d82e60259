//! With which casts more or fewer seats were sold: associated with, never caused by.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::foresight::{CannotTell, CastShow, Performance, cast_effects, ratio};

/// `cast-effects`: as of a day means with what was known at its close.
#[derive(Debug)]
pub struct CastEffects;

impl Report for CastEffects {
    const NAME: &'static str = "cast-effects";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// What was played of one production.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Record date of the newest snapshot up to the day.
    pub origin: Option<NaiveDate>,
    /// Its performances up to then, by start.
    pub shows: Vec<Show>,
}

/// A performance that was played.
#[derive(Debug, Clone, PartialEq)]
pub struct Show {
    /// Its day, class and seats.
    pub performance: Performance,
    /// Seats sold.
    pub sold_seats: i64,
    /// Revenue, in won.
    pub revenue_krw: i64,
    /// Who played, by the cast columns of the workbook.
    pub cast: Vec<String>,
}

/// The casts of one production.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Record date that it rests on.
    pub origin: Option<NaiveDate>,
    /// Performances that were compared: those whose seats are known.
    pub shows: i64,
    /// By cast column, and in it by name.
    pub effects: Vec<Effect>,
}

/// Somebody in a cast column, against the mean of that column.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Number of the column, from 1.
    pub cast_column: i64,
    /// The name.
    pub person: String,
    /// Performances with the person in this column.
    pub shows: i64,
    /// Seats beyond those with a usual cast of the column, as a ratio.
    pub effect_ratio: Decimal,
    /// Low end of the 90 % interval of that.
    pub low_ratio: Decimal,
    /// High end of it.
    pub high_ratio: Decimal,
    /// The effect in seats at the median performance.
    pub effect_seats: i64,
    /// The same in won, at the mean price.
    pub effect_krw: i64,
    /// Why nothing can be said; `None` where something can.
    pub cannot_tell: Option<CannotTell>,
}

/// The word of a reason in answers.
pub fn word_of(reason: CannotTell) -> &'static str {
    match reason {
        CannotTell::TooFewShows => "too_few_shows",
        CannotTell::OneClass => "one_class",
        CannotTell::SoldOut => "sold_out",
        CannotTell::NotClear => "not_clear",
    }
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let Figures {
        production,
        origin,
        shows,
    } = figures;
    // By name, so that the same people have the same numbers each time.
    let names = shows.iter().flat_map(|show| &show.cast).filter(|name| !name.is_empty());
    let names: BTreeSet<&str> = names.map(String::as_str).collect();
    let people: Vec<&str> = names.into_iter().collect();
    let number_of = |name: &str| people.binary_search(&name).ok();
    let played: Vec<CastShow> = shows
        .iter()
        .map(|show| CastShow {
            class: show.performance.class(),
            is_holiday: show.performance.is_holiday(),
            sellable_seats: show.performance.sellable_seats(),
            sold_seats: show.sold_seats,
            cast: (0..)
                .zip(&show.cast)
                .filter_map(|(column, name)| Some((column, number_of(name)?)))
                .collect(),
        })
        .collect();
    let effects = cast_effects(&played, mean_price_krw(&shows))
        .into_iter()
        .map(|effect| Effect {
            cast_column: count(effect.role + 1),
            person: people[effect.person].to_owned(),
            shows: count(effect.shows),
            effect_ratio: ratio(effect.effect_ratio),
            low_ratio: ratio(effect.interval_ratio.0),
            high_ratio: ratio(effect.interval_ratio.1),
            effect_seats: effect.seats,
            effect_krw: effect.krw,
            cannot_tell: effect.cannot_tell,
        });
    Row {
        production,
        origin,
        shows: count(played.iter().filter(|show| show.sellable_seats > 0).count()),
        effects: effects.collect(),
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// Revenue ÷ seats of all performances; 0 where nothing was sold.
#[expect(
    clippy::cast_precision_loss,
    reason = "seats and won of one production are below 2^52"
)]
fn mean_price_krw(shows: &[Show]) -> f64 {
    let (seats, krw) = shows
        .iter()
        .fold((0, 0), |sum, show| (sum.0 + show.sold_seats, sum.1 + show.revenue_krw));
    if seats > 0 { krw as f64 / seats as f64 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::super::tests::{day, production};
    use super::*;
    use crate::foresight::Holidays;

    /// Forty days of performances; `star` plays every other one, which sells more.
    fn shows(extra: i64) -> Vec<Show> {
        let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        let show = |(number, day): (i64, NaiveDate)| {
            let has_star = number % 2 == 0;
            Show {
                performance: Performance::new(day, evening, 500, false, &Holidays::of_korea(&[])),
                sold_seats: 200 + number % 3 + if has_star { extra } else { 0 },
                revenue_krw: 10_000_000,
                cast: vec![
                    if has_star { "별" } else { "달" }.to_owned(),
                    "해".to_owned(),
                    String::new(),
                ],
            }
        };
        (0..).zip(day("2026-03-02").iter_days().take(40)).map(show).collect()
    }

    fn row_of(shows: Vec<Show>) -> Row {
        row(Figures {
            production: production(Some("2026-11-10")),
            origin: Some(day("2026-11-10")),
            shows,
        })
    }

    #[test]
    fn a_star_is_told_and_whoever_always_plays_cannot_be() {
        let row = row_of(shows(100));
        assert_eq!(row.shows, 40);
        let told: Vec<_> = row
            .effects
            .iter()
            .map(|effect| {
                (
                    effect.cast_column,
                    effect.person.as_str(),
                    effect.cannot_tell.map(word_of),
                )
            })
            .collect();
        assert_eq!(
            told,
            [(1, "달", None), (1, "별", None), (2, "해", Some("too_few_shows"))]
        );
        let star = &row.effects[1];
        assert!(
            star.low_ratio > Decimal::ZERO && star.low_ratio < star.effect_ratio,
            "{star:?}"
        );
        assert!(star.effect_ratio < star.high_ratio && star.effect_seats > 0 && star.effect_krw > 0);
    }

    #[test]
    fn without_a_difference_nothing_is_said() {
        let row = row_of(shows(0));
        assert_eq!(row.effects[0].cannot_tell.map(word_of), Some("not_clear"));
        assert_eq!(row_of(Vec::new()).effects, []);
    }
}
