//! How each run paces against comparable ones that are over, on an axis of days to go.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::foresight::{Interval, KnownRun, NoForecast, Pace as Compared, PaceCurve, ratio};

/// `pace`: as of a day means with what was known at its close.
#[derive(Debug)]
pub struct Pace;

/// Among which past productions comparable ones are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Those of the same category.
    Category,
    /// All.
    All,
}

/// How comparable productions are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Among which.
    pub among: Among,
    /// How many, at most.
    pub most: usize,
}

impl Report for Pace {
    const NAME: &'static str = "pace";
    const COVERS: Covers = Covers::All;
    type Parameters = Choice;
    type Window = NaiveDate;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, _: &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, choice: &Self::Parameters) -> Self::Answer {
        figures
            .into_iter()
            .map(|figures| row(figures, as_of, *choice))
            .collect()
    }
}

/// What is known of one production, and of those that are over.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Its run; `None` without a snapshot up to the day.
    pub known: Option<KnownRun>,
    /// Productions that were closed by the day and that the caller sees.
    pub past: Arc<Vec<Past>>,
}

/// A production that is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The production.
    pub production: ReportedProduction,
    /// How it sold.
    pub curve: PaceCurve,
}

/// One run against comparable ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Why there is no curve.
    pub reason: Option<NoForecast>,
    /// Record date of the newest snapshot that is looked at.
    pub origin: Option<NaiveDate>,
    /// Days from then to the last performance.
    pub days_to_go: Option<i64>,
    /// Those that it is compared with, nearest first.
    pub comparables: Vec<Comparable>,
    /// From the earliest sale start to the last performance.
    pub points: Vec<Point>,
}

/// A production that was chosen, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparable {
    /// The production.
    pub production: ReportedProduction,
    /// Mean distance of its curve from this run's so far, in share of all seats; `None` where they have no day in common.
    pub distance: Option<Decimal>,
}

/// One day of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Days to go to the last performance.
    pub days_to_go: i64,
    /// Share of all seats sold; `None` before records that began late and for days to come.
    pub share: Option<Decimal>,
    /// The same of the comparable ones.
    pub usual: Option<Interval<Decimal>>,
}

/// The row of one production.
pub fn row(figures: Figures, as_of: NaiveDate, choice: Choice) -> Row {
    let Figures {
        production,
        known,
        past,
    } = figures;
    let curve = known.as_ref().ok_or(NoForecast::NoSnapshot).and_then(|known| {
        let has_seats = known.run.performances().iter().any(|show| show.sellable_seats() > 0);
        let missing = if has_seats {
            NoForecast::NotOnSale
        } else {
            NoForecast::NoCapacity
        };
        PaceCurve::of(&known.run, as_of).ok_or(missing)
    });
    let origin = known.as_ref().and_then(|known| Some(known.run.newest(as_of)?.day));
    let last_day = known.as_ref().and_then(|known| known.run.last_day());
    let empty = Row {
        production,
        reason: None,
        origin,
        days_to_go: last_day.zip(origin).map(|(last, origin)| (last - origin).num_days()),
        comparables: Vec::new(),
        points: Vec::new(),
    };
    let curve = match curve {
        Ok(curve) => curve,
        Err(reason) => {
            return Row {
                reason: Some(reason),
                ..empty
            };
        }
    };
    let is_candidate = |one: &Past| {
        one.production.id != empty.production.id
            && (choice.among == Among::All || one.production.category == empty.production.category)
    };
    let candidates: Vec<usize> = (0..past.len()).filter(|i| is_candidate(&past[*i])).collect();
    let curves: Vec<PaceCurve> = past.iter().map(|one| one.curve.clone()).collect();
    let compared = Compared::of(&curve, &curves, &candidates, choice.most);
    let comparables = compared.comparables.iter().map(|one| Comparable {
        production: past[one.past].production.clone(),
        distance: one.distance.is_finite().then(|| ratio(one.distance)),
    });
    let points = compared.points.iter().map(|point| Point {
        days_to_go: i64::from(point.days_to_go),
        share: point.share.map(ratio),
        usual: point.comparables.map(|interval| interval.map(ratio)),
    });
    Row {
        comparables: comparables.collect(),
        points: points.collect(),
        ..empty
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;
    use uuid::Uuid;

    use super::super::tests::{day, production};
    use super::*;
    use crate::calendar::kst_instant;
    use crate::foresight::{Holidays, Performance, Record, Run, Takings};
    use crate::production::{Category, ProductionId};

    const NEAREST: Choice = Choice {
        among: Among::Category,
        most: 10,
    };

    /// One performance of 200 seats, 49 days after the first record, with so many sold a day.
    fn known(per_day: i64, days: i64, category: Category) -> KnownRun {
        let evening = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        let last = day("2026-12-20");
        let records = day("2026-11-01").iter_days().zip(1..=days).map(|(day, number)| Record {
            day,
            sold_seats: vec![number * per_day],
            takings_krw: Takings::PerPerformance(Vec::new()),
            is_restated: false,
        });
        let show = Performance::new(last, evening, 200, false, &Holidays::of_korea(&[]));
        KnownRun {
            run: Run::new(category, None, vec![show], records.collect()),
            starts_at: vec![kst_instant(last.and_time(evening))],
            break_even_krw: None,
        }
    }

    fn past(number: u128, per_day: i64, category: Category) -> Past {
        let curve = PaceCurve::of(&known(per_day, 50, category).run, day("2026-12-20")).unwrap();
        Past {
            production: ReportedProduction {
                id: ProductionId(Uuid::from_u128(number)),
                category,
                ..production(Some("2026-12-20"))
            },
            curve,
        }
    }

    fn row_of(past: Vec<Past>, choice: Choice) -> Row {
        let figures = Figures {
            production: production(Some("2026-11-10")),
            known: Some(known(3, 10, Category::Musical)),
            past: Arc::new(past),
        };
        row(figures, day("2026-11-10"), choice)
    }

    #[test]
    fn the_nearest_of_the_category_are_compared_with_and_a_run_never_with_itself() {
        let musical = Category::Musical;
        let all = vec![
            past(1, 4, musical),
            past(2, 1, musical),
            past(3, 3, Category::Play),
            past(0, 3, musical),
        ];
        let chosen = |choice| {
            let row = row_of(all.clone(), choice);
            let ids = row.comparables.iter().map(|one| one.production.id.0.as_u128());
            ids.collect::<Vec<_>>()
        };
        assert_eq!(chosen(NEAREST), [1, 2]);
        assert_eq!(chosen(Choice { most: 1, ..NEAREST }), [1]);
        let among = Among::All;
        assert_eq!(chosen(Choice { among, ..NEAREST }), [3, 1, 2]);
    }

    #[test]
    fn the_axis_runs_to_the_last_performance_and_days_to_come_are_those_of_others_only() {
        let row = row_of(vec![past(1, 4, Category::Musical)], NEAREST);
        assert_eq!((row.days_to_go, row.points.len()), (Some(40), 50));
        let (first, last) = (&row.points[0], &row.points[49]);
        assert_eq!((first.days_to_go, first.share), (49, Some(Decimal::new(15, 3))));
        assert_eq!((last.days_to_go, last.share), (0, None));
        assert_eq!(last.usual.unwrap().p50, Some(Decimal::ONE));
    }

    #[test]
    fn without_a_curve_there_is_a_reason() {
        let figures = Figures {
            production: production(None),
            known: None,
            past: Arc::default(),
        };
        let row = row(figures, day("2026-11-10"), NEAREST);
        assert_eq!((row.reason, row.points.len()), (Some(NoForecast::NoSnapshot), 0));
    }
}
