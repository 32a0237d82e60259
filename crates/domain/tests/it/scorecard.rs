//! Forecasts and the straight line of the old rule, side by side, on the season that the demo shows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::foresight::{Experience, Forecast, Interval};
use domain::production::ProductionId;
use domain::reports::forecast_scorecard::{Answer, Figures, HORIZONS, Quantity, Sums, answer};
use sample_data::{SampleProduction, season};
use uuid::Uuid;

use crate::support::{rows, run};

/// The one that `fullhouse demo` starts from when nobody says another.
const DEMO_SEED: u64 = 2026;

fn add(sums: &mut Sums, told: Interval<i64>, line: i64, came: i64) {
    let middle = told.p50.unwrap();
    sums.forecasts += 1;
    sums.came += came;
    sums.error += middle - came;
    sums.absolute_error += (middle - came).abs();
    sums.covered += i64::from(told.p10 <= came && came <= told.p90);
    sums.line_error += line - came;
    sums.line_absolute_error += (line - came).abs();
}

/// What would have been told on each of its record dates, held against its last workbook.
fn scored(sample: &SampleProduction) -> BTreeMap<(Quantity, usize), Sums> {
    let mut all: BTreeMap<_, Sums> = BTreeMap::new();
    let (run, rows) = (run(sample), rows(sample));
    let last = *sample.record_dates.iter().max().unwrap();
    let place_of = |days: i64| {
        HORIZONS
            .iter()
            .position(|horizon| (horizon.from_days..=horizon.to_days).contains(&days))
    };
    for origin in &sample.record_dates {
        let Ok(forecast) = Forecast::of(&run, &Experience::shipped(), *origin, None) else {
            continue;
        };
        if forecast.has_too_few_days {
            continue;
        }
        for one in &forecast.performances {
            let row = &rows[one.performance];
            let place = place_of(i64::from(one.days_to_go)).filter(|_| row.starts_at.date_naive() <= last);
            if let Some(place) = place {
                let sums = all.entry((Quantity::PerformanceSeats, place)).or_default();
                add(sums, one.final_seats, one.straight_line_seats, row.paid_seats);
            }
        }
        let run_end = run.last_day().unwrap();
        if let Some(place) = place_of((run_end - *origin).num_days()).filter(|_| run_end <= last) {
            let came = rows.iter().map(|row| row.paid_seats).sum();
            let of_run = &forecast.run;
            let sums = all.entry((Quantity::RunSeats, place)).or_default();
            add(sums, of_run.final_seats, of_run.straight_line_seats, came);
        }
    }
    all
}

fn scorecard(seed: u64, today: NaiveDate) -> Answer {
    let world = season(seed, today);
    let numbered = (1..).map(|number| ProductionId(Uuid::from_u128(number)));
    let of = |(id, sample): (ProductionId, &SampleProduction)| {
        scored(sample)
            .into_iter()
            .map(move |((quantity, place), sums)| (id, quantity, place, sums))
    };
    answer(&Figures {
        sums: numbered.zip(&world.productions).flat_map(of).collect(),
        break_even: Vec::new(),
    })
}

#[test]
fn the_straight_line_stands_beside_the_forecasts_and_loses() {
    for today in ["2026-11-20", "2027-03-02"] {
        let card = scorecard(DEMO_SEED, today.parse().unwrap());
        let scored: Vec<_> = card.horizons.iter().filter(|row| row.forecasts > 0).collect();
        let of_performances = scored.iter().filter(|row| row.quantity == Quantity::PerformanceSeats);
        assert!(of_performances.count() >= 2, "{scored:?}");
        for row in scored {
            assert!(row.line_error_ratio > row.error_ratio, "{today}: {row:?}");
        }
    }
}
