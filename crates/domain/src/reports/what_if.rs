//! What a change would do to a run: its forecast without it and with it. Nothing is stored.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use thiserror::Error;

use super::ReportedProduction;
use super::forecast::{Figures, Reason, Told, reservation};
use crate::foresight::{Change, Experience, Interval, NoForecast, WhatIf, ratio};

/// A change that was tried out on one production.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// The production.
    pub production: ReportedProduction,
    /// The day whose close is looked from.
    pub as_of: NaiveDate,
    /// Why nothing can be said, or not all.
    pub reason: Option<Reason>,
    /// The forecasts; `None` for a reason.
    pub told: Option<BeforeAndAfter>,
}

/// A run without a change and with it.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeAndAfter {
    /// Without the change.
    pub before: Told,
    /// With it.
    pub after: Told,
    /// Seats of the further performance in the end, where the change has one.
    pub further_seats: Option<Interval<i64>>,
    /// By how much the quantiles of profit move; `None` without break-even or prices.
    pub profit_shift_krw: Option<Interval<i64>>,
}

impl BeforeAndAfter {
    /// By how much the probability of break-even by the last performance moves; `None` without one of them.
    pub fn probability_shift(&self) -> Option<Decimal> {
        let of = |told: &Told| told.break_even().map(|of| ratio(of.probability_by_closing));
        Some(of(&self.after)? - of(&self.before)?)
    }

    /// By how many days the first day moves on which break-even is as likely as not; `None` where there is none on one side.
    pub fn p50_date_shift_days(&self) -> Option<i64> {
        let of = |told: &Told| told.break_even().and_then(|of| of.p50_date);
        Some((of(&self.after)? - of(&self.before)?).num_days())
    }
}

/// A change that cannot be tried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ImpossibleChange {
    /// The further performance is not after what is known.
    #[error("a further performance is on {0} or later")]
    FurtherTooEarly(NaiveDate),
}

/// Tries a change out on what was known at the close of a day. At elasticity 0 the same seats are expected, exactly.
///
/// # Errors
///
/// A further performance on the day of the newest record, or before.
pub fn try_out(figures: Figures, as_of: NaiveDate, change: &Change) -> Result<Tried, ImpossibleChange> {
    let Figures {
        production,
        known,
        cards,
    } = figures;
    let experience = Experience::of(production.category, &cards);
    let origin = known
        .as_ref()
        .and_then(|known| known.run.newest(as_of))
        .map(|newest| newest.day);
    if let (Some(origin), Some(further)) = (origin, &change.further)
        && further.performance.day() <= origin
    {
        return Err(ImpossibleChange::FurtherTooEarly(origin + Days::new(1)));
    }
    let tried = known.as_ref().ok_or(NoForecast::NoSnapshot);
    let tried = tried.and_then(|known| WhatIf::of(&known.run, &experience, as_of, known.break_even_krw, change));
    Ok(match tried {
        Err(reason) => Tried {
            production,
            as_of,
            reason: Some(Reason::None(reason)),
            told: None,
        },
        Ok(tried) => Tried {
            production,
            as_of,
            reason: reservation(&tried.before),
            told: Some(BeforeAndAfter {
                profit_shift_krw: tried.profit_shift_krw(),
                further_seats: further_seats(&tried, change),
                before: Told::of(tried.before),
                after: Told::of(tried.after),
            }),
        },
    })
}

fn further_seats(tried: &WhatIf, change: &Change) -> Option<Interval<i64>> {
    change.further.as_ref()?;
    Some(tried.after.performances.last()?.final_seats)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::super::forecast;
    use super::super::tests::{day, production};
    use super::*;
    use crate::foresight::{FurtherPerformance, Holidays, KnownRun, Performance, PriceChange, Record, Run, Takings};

    const AS_OF: &str = "2026-11-10";

    fn show(of: &str) -> Performance {
        let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        Performance::new(day(of), evening, 200, false, &Holidays::of_korea(&[]))
    }

    fn figures() -> Figures {
        let records = day("2026-11-01").iter_days().zip(1..=10).map(|(day, number)| Record {
            day,
            sold_seats: vec![number * 3],
            takings_krw: Takings::PerPerformance(vec![number * 150_000]),
            is_restated: false,
        });
        let category = production(None).category;
        Figures {
            production: production(Some(AS_OF)),
            known: Some(KnownRun {
                run: Run::new(category, None, vec![show("2026-12-20")], records.collect()),
                starts_at: Vec::new(),
                break_even_krw: Some(5_000_000),
            }),
            cards: Vec::new(),
        }
    }

    fn tried(change: &Change) -> BeforeAndAfter {
        try_out(figures(), day(AS_OF), change).unwrap().told.unwrap()
    }

    #[test]
    fn no_change_changes_nothing_and_before_is_the_forecast() {
        let told = tried(&Change::default());
        assert_eq!(told.before, told.after);
        assert_eq!(Some(told.before), forecast::row(figures(), day(AS_OF)).told);
        assert_eq!(told.profit_shift_krw.unwrap().p50, Some(0));
    }

    #[test]
    fn a_cost_moves_profit_by_itself_and_break_even_to_a_later_day() {
        let told = tried(&Change {
            cost_krw: 1_000_000,
            ..Change::default()
        });
        let shift = told.profit_shift_krw.unwrap();
        assert_eq!(
            (shift.p10, shift.p50, shift.p90),
            (-1_000_000, Some(-1_000_000), -1_000_000)
        );
        assert!(told.probability_shift().unwrap() <= Decimal::ZERO);
        assert!(told.p50_date_shift_days().is_none_or(|days| days >= 0));
    }

    #[test]
    fn a_price_without_elasticity_leaves_the_seats() {
        let told = tried(&Change {
            prices: vec![PriceChange {
                revenue_share: 1.0,
                change_ratio: 0.1,
            }],
            ..Change::default()
        });
        let seats = |told: &Told| told.forecast.run.final_seats;
        assert_eq!(seats(&told.before), seats(&told.after));
        assert!(told.profit_shift_krw.unwrap().p50 > Some(0));
    }

    #[test]
    fn a_further_performance_has_seats_of_its_own_and_is_still_to_come() {
        let with = |of| Change {
            further: Some(FurtherPerformance {
                performance: show(of),
                displacement_share: 0.0,
            }),
            ..Change::default()
        };
        assert!(tried(&with("2026-12-21")).further_seats.unwrap().p90 > 0);
        let early = try_out(figures(), day(AS_OF), &with(AS_OF));
        assert_eq!(early, Err(ImpossibleChange::FurtherTooEarly(day("2026-11-11"))));
    }
}
