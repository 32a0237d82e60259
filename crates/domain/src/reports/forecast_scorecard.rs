//! How good earlier forecasts were: what was kept, held against what came.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use crate::foresight::ratio;
use crate::fraction::Fraction;
use crate::production::ProductionId;

/// `forecast-scorecard`: as of a day means with what was known at its close.
#[derive(Debug)]
pub struct ForecastScorecard;

impl Report for ForecastScorecard {
    const NAME: &'static str = "forecast-scorecard";
    const COVERS: Covers = Covers::All;
    const ACTIVE_OR_NOT: bool = true;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Figures;
    type Answer = Answer;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(&figures)
    }
}

/// What a forecast was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Seats of a performance.
    PerformanceSeats,
    /// Seats of a run.
    RunSeats,
    /// Revenue of a run.
    RunRevenue,
}

impl Quantity {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::PerformanceSeats, Self::RunSeats, Self::RunRevenue];

    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::PerformanceSeats => "performance_seats",
            Self::RunSeats => "run_seats",
            Self::RunRevenue => "run_revenue",
        }
    }
}

/// A range of days to go that is scored together (Foresight 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// Its name: about so many days.
    pub days: i64,
    /// Least days to go.
    pub from_days: i64,
    /// Most days to go.
    pub to_days: i64,
}

/// The horizons, nearest first.
pub const HORIZONS: [Horizon; 5] = [
    Horizon {
        days: 7,
        from_days: 5,
        to_days: 9,
    },
    Horizon {
        days: 14,
        from_days: 12,
        to_days: 16,
    },
    Horizon {
        days: 28,
        from_days: 25,
        to_days: 31,
    },
    Horizon {
        days: 56,
        from_days: 50,
        to_days: 62,
    },
    Horizon {
        days: 90,
        from_days: 80,
        to_days: 100,
    },
];

/// Sums of the forecasts of one production, quantity and horizon. Amounts are seats or won.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// Number of forecasts whose end is known.
    pub forecasts: i64,
    /// Σ of what came.
    pub came: i64,
    /// Σ (p50 − what came).
    pub error: i64,
    /// Σ |p50 − what came|.
    pub absolute_error: i64,
    /// How many intervals hold what came.
    pub covered: i64,
    /// Σ of the Winkler scores: width, and ten times what lies outside.
    pub winkler: i64,
    /// Σ (straight line − what came).
    pub line_error: i64,
    /// Σ |straight line − what came|.
    pub line_absolute_error: i64,
    /// How often less came than was sold at the origin, by refunds.
    pub below_sold: i64,
}

/// What was kept of runs that are over.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEvenForecast {
    /// Whose.
    pub production: ProductionId,
    /// The probability that was told.
    pub probability: f64,
    /// Whether it was reached.
    pub was_reached: bool,
}

/// What was kept, and what came.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures {
    /// By production, quantity, and place in [`HORIZONS`].
    pub sums: Vec<(ProductionId, Quantity, usize, Sums)>,
    /// Forecasts of break-even, within a horizon.
    pub break_even: Vec<BreakEvenForecast>,
}

/// The scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// By quantity, then by horizon; each is there.
    pub horizons: Vec<Row>,
    /// All forecasts of break-even.
    pub break_even: BreakEvenScore,
    /// By what was told.
    pub reliability: Vec<Bin>,
}

/// Forecasts of one quantity and horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What they were about.
    pub quantity: Quantity,
    /// How far ahead.
    pub horizon: Horizon,
    /// How many.
    pub forecasts: i64,
    /// Of how many productions.
    pub productions: i64,
    /// Σ |error| ÷ Σ of what came.
    pub error_ratio: Option<Decimal>,
    /// Σ error ÷ Σ of what came: above 0 too much was expected.
    pub bias_ratio: Option<Decimal>,
    /// Share of intervals that hold what came.
    pub coverage: Option<Decimal>,
    /// Mean of that share over productions: performances of one run share their fate.
    pub production_coverage: Option<Decimal>,
    /// Σ Winkler ÷ Σ of what came.
    pub winkler_ratio: Option<Decimal>,
    /// The error of the straight line.
    pub line_error_ratio: Option<Decimal>,
    /// The bias of the straight line.
    pub line_bias_ratio: Option<Decimal>,
    /// How often less came than was sold at the origin.
    pub below_sold: i64,
    /// Whether ten productions or more were scored, and intervals hold too little or too much.
    pub is_unreliable: bool,
}

/// How good probabilities of break-even were.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEvenScore {
    /// How many forecasts.
    pub forecasts: i64,
    /// Of how many productions.
    pub productions: i64,
    /// Mean of (probability − what came)²: 0 is perfect, 0.25 a coin.
    pub brier: Option<Decimal>,
}

/// Forecasts of break-even that told about the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    /// Least probability.
    pub from_probability: Decimal,
    /// The next bin begins there.
    pub to_probability: Decimal,
    /// How many.
    pub forecasts: i64,
    /// Mean of what was told.
    pub told: Option<Decimal>,
    /// Share that came true.
    pub came_true: Option<Decimal>,
}

/// Productions from which a coverage says something.
const MIN_PRODUCTIONS: i64 = 10;
/// Bins of probabilities.
const BINS: usize = 5;

/// The scorecard of all productions.
pub fn answer(figures: &Figures) -> Answer {
    let rows = Quantity::ALL.into_iter().flat_map(|quantity| {
        HORIZONS.into_iter().enumerate().map(move |(place, horizon)| {
            let of_horizon = figures
                .sums
                .iter()
                .filter(|(_, of, at, _)| *of == quantity && *at == place);
            row(quantity, horizon, of_horizon.map(|(id, _, _, sums)| (*id, sums)))
        })
    });
    let productions: BTreeSet<ProductionId> = figures.break_even.iter().map(|one| one.production).collect();
    let squares = figures
        .break_even
        .iter()
        .map(|one| (one.probability - came(one)).powi(2));
    Answer {
        horizons: rows.collect(),
        break_even: BreakEvenScore {
            forecasts: count(figures.break_even.len()),
            productions: count(productions.len()),
            brier: mean(squares),
        },
        reliability: (0..BINS).map(|bin| self::bin(bin, &figures.break_even)).collect(),
    }
}

fn row<'a>(quantity: Quantity, horizon: Horizon, sums: impl Iterator<Item = (ProductionId, &'a Sums)>) -> Row {
    let mut all = Sums::default();
    let mut by_production = BTreeMap::<ProductionId, (i64, i64)>::new();
    for (id, sums) in sums {
        all.forecasts += sums.forecasts;
        all.came += sums.came;
        all.error += sums.error;
        all.absolute_error += sums.absolute_error;
        all.covered += sums.covered;
        all.winkler += sums.winkler;
        all.line_error += sums.line_error;
        all.line_absolute_error += sums.line_absolute_error;
        all.below_sold += sums.below_sold;
        let production = by_production.entry(id).or_default();
        production.0 += sums.covered;
        production.1 += sums.forecasts;
    }
    let of_came = |sum: i64| Some(Fraction::from(sum).over(all.came)?.round_ratio());
    let coverage = Fraction::from(all.covered).over(all.forecasts);
    let productions = count(by_production.len());
    let shares = by_production
        .values()
        .filter_map(|(covered, all)| Some(ratio(share(*covered, *all)?)));
    let shares: Vec<Decimal> = shares.collect();
    let production_coverage = Fraction::from(shares.iter().sum::<Decimal>()).over(count(shares.len()));
    let is_reliable = |coverage: Fraction| {
        let coverage = coverage.round_ratio();
        (Decimal::new(65, 2)..=Decimal::new(92, 2)).contains(&coverage)
    };
    Row {
        quantity,
        horizon,
        forecasts: all.forecasts,
        productions,
        error_ratio: of_came(all.absolute_error),
        bias_ratio: of_came(all.error),
        coverage: coverage.map(Fraction::round_ratio),
        production_coverage: production_coverage.map(Fraction::round_ratio),
        winkler_ratio: of_came(all.winkler),
        line_error_ratio: of_came(all.line_absolute_error),
        line_bias_ratio: of_came(all.line_error),
        below_sold: all.below_sold,
        is_unreliable: productions >= MIN_PRODUCTIONS && coverage.is_some_and(|coverage| !is_reliable(coverage)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of forecasts are far below 2^52")]
fn share(part: i64, all: i64) -> Option<f64> {
    (all > 0).then(|| part as f64 / all as f64)
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

fn came(one: &BreakEvenForecast) -> f64 {
    f64::from(u8::from(one.was_reached))
}

fn mean(numbers: impl Iterator<Item = f64>) -> Option<Decimal> {
    let (mut sum, mut number) = (0.0, 0.0);
    for one in numbers {
        sum += one;
        number += 1.0;
    }
    (number > 0.0).then(|| ratio(sum / number))
}

fn bin(place: usize, forecasts: &[BreakEvenForecast]) -> Bin {
    let edge = |place: usize| Decimal::from(place) / Decimal::from(BINS);
    let (from, to) = (edge(place), edge(place + 1));
    let is_last = place + 1 == BINS;
    let within = forecasts.iter().filter(|one| {
        let told = ratio(one.probability);
        from <= told && (told < to || is_last)
    });
    let within: Vec<&BreakEvenForecast> = within.collect();
    Bin {
        from_probability: from,
        to_probability: to,
        forecasts: count(within.len()),
        told: mean(within.iter().map(|one| one.probability)),
        came_true: mean(within.iter().map(|one| came(one))),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::tests::decimal;
    use super::*;

    fn id(number: u128) -> ProductionId {
        ProductionId(Uuid::from_u128(number))
    }

    fn sums(forecasts: i64, covered: i64) -> Sums {
        Sums {
            forecasts,
            came: 100 * forecasts,
            error: -5 * forecasts,
            absolute_error: 10 * forecasts,
            covered,
            winkler: 40 * forecasts,
            line_error: 30 * forecasts,
            line_absolute_error: 30 * forecasts,
            below_sold: 1,
        }
    }

    fn scored(sums: Vec<(ProductionId, Quantity, usize, Sums)>) -> Answer {
        answer(&Figures {
            sums,
            break_even: Vec::new(),
        })
    }

    #[test]
    fn every_quantity_and_horizon_is_there_and_what_nobody_knows_is_unknown() {
        let answer = scored(Vec::new());
        assert_eq!((answer.horizons.len(), answer.reliability.len()), (15, 5));
        let row = &answer.horizons[0];
        assert_eq!((row.forecasts, row.error_ratio, row.coverage), (0, None, None));
        assert_eq!((answer.break_even.brier, row.is_unreliable), (None, false));
    }

    #[test]
    fn errors_are_weighed_by_what_came_and_coverage_by_production_as_well() {
        let seats = Quantity::PerformanceSeats;
        let answer = scored(vec![(id(1), seats, 1, sums(30, 30)), (id(2), seats, 1, sums(10, 0))]);
        let row = &answer.horizons[1];
        assert_eq!((row.forecasts, row.productions, row.below_sold), (40, 2, 2));
        assert_eq!(
            (row.error_ratio, row.bias_ratio),
            (Some(decimal("0.1")), Some(decimal("-0.05")))
        );
        assert_eq!(
            (row.coverage, row.production_coverage),
            (Some(decimal("0.75")), Some(decimal("0.5")))
        );
        assert_eq!(
            (row.winkler_ratio, row.line_error_ratio),
            (Some(decimal("0.4")), Some(decimal("0.3")))
        );
    }

    #[test]
    fn intervals_that_hold_too_much_or_too_little_are_told_from_ten_productions_on() {
        let unreliable = |productions: u128, covered| {
            let of = |number| (id(number), Quantity::RunSeats, 0, sums(10, covered));
            scored((0..productions).map(of).collect()).horizons[5].is_unreliable
        };
        assert_eq!((unreliable(9, 5), unreliable(10, 5)), (false, true));
        assert_eq!((unreliable(10, 8), unreliable(10, 10)), (false, true));
    }

    #[test]
    fn probabilities_are_held_against_what_came() {
        let told = |probability, was_reached| BreakEvenForecast {
            production: id(1),
            probability,
            was_reached,
        };
        let answer = answer(&Figures {
            sums: Vec::new(),
            break_even: vec![told(1.0, true), told(0.8, false), told(0.2, false), told(0.1999, true)],
        });
        let counts: Vec<i64> = answer.reliability.iter().map(|bin| bin.forecasts).collect();
        assert_eq!(counts, [1, 1, 0, 0, 2]);
        let last = &answer.reliability[4];
        assert_eq!(
            (last.told, last.came_true),
            (Some(decimal("0.9")), Some(decimal("0.5")))
        );
        assert_eq!(answer.break_even.productions, 1);
        assert_eq!(answer.break_even.brier, Some(decimal("0.33")));
    }
}
