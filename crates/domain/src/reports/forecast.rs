//! What is expected of each run, and how sure that is.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::ReportedProduction;
use super::report::{Covers, Report};
use super::sums::count;
use crate::calendar::KstInstant;
use crate::foresight::{
    BreakEven, Card, Class, Experience, Forecast as Expected, Interval, KnownRun, NoForecast, PerformanceForecast,
    ratio,
};

/// `forecast`: as of a day means with what was known at its close.
#[derive(Debug)]
pub struct Forecast;

impl Report for Forecast {
    const NAME: &'static str = "forecast";
    const COVERS: Covers = Covers::All;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(|figures| row(figures, as_of)).collect()
    }
}

/// What is known of one production.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Its run; `None` without a snapshot up to the day.
    pub known: Option<KnownRun>,
    /// What the forecast learns from, oldest first.
    pub cards: Vec<Card>,
}

/// What is expected of one production.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Why nothing can be said, or not all.
    pub reason: Option<Reason>,
    /// What is expected; `None` for a reason.
    pub told: Option<Told>,
    /// Each performance; none for a reason.
    pub performances: Vec<Performance>,
}

impl Row {
    /// Break-even, where something can be said of it.
    pub fn break_even(&self) -> Option<&BreakEven> {
        self.told.as_ref()?.break_even()
    }
}

/// How many runs have what before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prospects {
    /// How many productions there are.
    pub productions: i64,
    /// How many of them say something of their break-even.
    pub told: i64,
    /// How many of those reach it more likely than not.
    pub likely: i64,
}

/// The prospects of these productions. Their intervals are not added: what runs of one house share nobody has measured.
pub fn prospects(rows: &[Row]) -> Prospects {
    let told = || rows.iter().filter_map(Row::break_even);
    Prospects {
        productions: count(rows.iter()),
        told: count(told()),
        likely: count(told().filter(|one| one.probability_by_closing > 0.5)),
    }
}

/// Why nothing can be said, or not all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no forecast.
    None(NoForecast),
    /// The middle is withheld: fewer than three record days, and no past production.
    TooFewDays,
    /// The newest record lies more than seven days before the day that was asked for.
    Stale,
}

impl Reason {
    /// Its word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::None(reason) => reason.code(),
            Self::TooFewDays => "too_few_days",
            Self::Stale => "stale",
        }
    }
}

/// A forecast that there is.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// As the method gives it.
    pub forecast: Expected,
    /// What the run adds to each class of performances.
    pub class_factors: Vec<(Class, Decimal)>,
    /// Share of the seats in the end.
    pub occupancy: Interval<Decimal>,
}

impl Told {
    pub(super) fn of(forecast: Expected) -> Self {
        let factors = Class::ALL.into_iter().zip(forecast.explanation.class_factors);
        Self {
            class_factors: factors.map(|(class, factor)| (class, ratio(factor))).collect(),
            occupancy: forecast.run.occupancy.map(ratio),
            forecast,
        }
    }

    /// Break-even, where something can be said of it.
    pub fn break_even(&self) -> Option<&BreakEven> {
        self.forecast.run.break_even.as_ref().ok()
    }
}

/// One performance and what is expected of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Performance {
    /// When it starts.
    pub starts_at: KstInstant,
    /// What is expected.
    pub forecast: PerformanceForecast,
}

/// The row of one production.
pub fn row(figures: Figures, as_of: NaiveDate) -> Row {
    let Figures {
        production,
        known,
        cards,
    } = figures;
    let experience = Experience::of(production.category, &cards);
    let expected = known.as_ref().ok_or(NoForecast::NoSnapshot).and_then(|known| {
        let forecast = Expected::of(&known.run, &experience, as_of, known.break_even_krw)?;
        Ok((forecast, known))
    });
    match expected {
        Err(reason) => Row {
            production,
            reason: Some(Reason::None(reason)),
            told: None,
            performances: Vec::new(),
        },
        Ok((forecast, known)) => Row {
            production,
            reason: reservation(&forecast),
            performances: performances(&forecast, known),
            told: Some(Told::of(forecast)),
        },
    }
}

/// What is to be said with a forecast that there is.
pub(super) fn reservation(forecast: &Expected) -> Option<Reason> {
    if forecast.has_too_few_days {
        Some(Reason::TooFewDays)
    } else {
        forecast.is_stale.then_some(Reason::Stale)
    }
}

fn performances(forecast: &Expected, known: &KnownRun) -> Vec<Performance> {
    let starts = known.starts_at.iter().zip(&forecast.performances);
    let one = |(starts_at, forecast): (&KstInstant, &PerformanceForecast)| Performance {
        starts_at: *starts_at,
        forecast: forecast.clone(),
    };
    starts.map(one).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::super::tests::{day, production};
    use super::*;
    use crate::calendar::kst_instant;
    use crate::foresight::{Holidays, Performance as Show, Record, Run, Takings};

    fn known(record_days: u32) -> KnownRun {
        let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        let last = day("2026-12-20");
        let records = day("2026-11-01")
            .iter_days()
            .zip(1..=record_days)
            .map(|(day, number)| Record {
                day,
                sold_seats: vec![i64::from(number) * 3],
                takings_krw: Takings::PerPerformance(vec![i64::from(number) * 150_000]),
                is_restated: false,
            });
        let show = Show::new(last, evening, 200, false, &Holidays::of_korea(&[]));
        let category = production(None).category;
        KnownRun {
            run: Run::new(category, None, vec![show], records.collect()),
            starts_at: vec![kst_instant(last.and_time(evening))],
            break_even_krw: Some(5_000_000),
        }
    }

    fn row_of(known: Option<KnownRun>, as_of: &str) -> Row {
        let figures = Figures {
            production: production(Some("2026-11-10")),
            known,
            cards: Vec::new(),
        };
        row(figures, day(as_of))
    }

    #[test]
    fn a_run_has_an_interval_within_its_house_and_each_performance_its_start() {
        let row = row_of(Some(known(10)), "2026-11-10");
        let told = row.told.unwrap();
        assert_eq!((row.reason, told.forecast.origin), (None, day("2026-11-10")));
        assert_eq!(row.performances.len(), 1);
        assert_eq!(row.performances[0].starts_at.date_naive(), day("2026-12-20"));
        let seats = told.forecast.run.final_seats;
        assert!(30 <= seats.p10 && seats.p90 <= 200, "{seats:?}");
        assert!(told.occupancy.p90 <= Decimal::ONE);
        assert_eq!(told.break_even().unwrap().break_even_krw, 5_000_000);
        assert_eq!(told.class_factors.len(), 6);
    }

    #[test]
    fn what_was_recorded_later_is_not_known_yet() {
        assert_eq!(
            row_of(Some(known(10)), "2026-11-05").told,
            row_of(Some(known(5)), "2026-11-05").told
        );
    }

    #[test]
    fn why_nothing_or_not_all_is_said_has_a_word() {
        let reason = |known, as_of| row_of(known, as_of).reason.map(Reason::code);
        assert_eq!(reason(None, "2026-11-10"), Some("no_snapshot"));
        assert_eq!(reason(Some(known(2)), "2026-11-02"), Some("too_few_days"));
        assert_eq!(reason(Some(known(10)), "2026-11-18"), Some("stale"));
        assert_eq!(reason(Some(known(50)), "2026-12-20"), Some("run_over"));
        assert_eq!(row_of(Some(known(50)), "2026-12-20").told, None);
    }

    #[test]
    fn runs_are_counted_by_what_they_say_of_their_break_even() {
        let hopeless = KnownRun {
            break_even_krw: Some(i64::MAX / 2),
            ..known(10)
        };
        let met = KnownRun {
            break_even_krw: Some(1),
            ..known(10)
        };
        let unset = KnownRun {
            break_even_krw: None,
            ..known(10)
        };
        let rows = [Some(hopeless), Some(met), Some(unset), None].map(|known| row_of(known, "2026-11-10"));
        let counted = Prospects {
            productions: 4,
            told: 2,
            likely: 1,
        };
        assert_eq!(prospects(&rows), counted);
    }
}
