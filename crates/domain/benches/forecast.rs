//! What a forecast costs: a production of 50 performances after 100 record days, in a company with 30 closed ones. It must
//! stay below 5 ms. `just bench` runs it.

use std::hint::black_box;

use chrono::{Days, NaiveDate, NaiveTime};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::foresight::{Card, Experience, Forecast, Holidays, Performance, Record, Run, Takings};
use domain::production::Category;

const PERFORMANCES: u64 = 50;
const RECORD_DAYS: u64 = 100;
const CARDS: u64 = 30;
/// Days from the sale start to the first performance.
const BEFORE_OPENING: u64 = 90;

/// Fifty evenings of 500 seats from the 91st day on sale on; sales wander with `seed`, and grow towards each evening.
fn run(seed: u64, record_days: u64) -> Run {
    let start = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
    let evening = NaiveTime::from_hms_opt(19, 30, 0).expect("an hour");
    let holidays = Holidays::of_korea(&[]);
    let performances: Vec<Performance> = (0..PERFORMANCES)
        .map(|i| Performance::new(start + Days::new(BEFORE_OPENING + i), evening, 500, false, &holidays))
        .collect();
    let mut sold = vec![0_i64; performances.len()];
    let records = (0..record_days).map(|day| {
        for (i, sold) in (0_u64..).zip(&mut sold) {
            if let Some(to_go) = (BEFORE_OPENING + i).checked_sub(day) {
                let noise = (seed + 1).wrapping_mul(day * 31 + i * 17 + 7) % 5;
                let daily = i64::try_from(noise + 20 / (to_go + 2)).expect("a few seats");
                *sold = (*sold + daily).min(500);
            }
        }
        Record {
            day: start + Days::new(day),
            sold_seats: sold.clone(),
            takings_krw: Takings::PerPerformance(sold.iter().map(|seats| seats * 60_000).collect()),
            is_restated: false,
        }
    });
    Run::new(Category::Musical, Some(start), performances.clone(), records.collect())
}

fn forecast(criterion: &mut Criterion) {
    let over = BEFORE_OPENING + PERFORMANCES;
    let cards: Vec<Card> = (0..CARDS).filter_map(|seed| Card::of(&run(seed, over))).collect();
    assert_eq!(cards.len(), 30);
    let on_sale = run(99, RECORD_DAYS);
    let as_of = on_sale.records().last().expect("records").day;
    criterion.bench_function("forecast of 50 performances after 100 days, 30 cards", |bencher| {
        bencher.iter(|| {
            let experience = Experience::of(Category::Musical, black_box(&cards));
            Forecast::of(black_box(&on_sale), &experience, as_of, Some(1_200_000_000))
        });
    });
    criterion.bench_function("card of a closed production", |bencher| {
        let closed = run(7, over);
        bencher.iter(|| Card::of(black_box(&closed)));
    });
}

criterion_group!(benches, forecast);
criterion_main!(benches);
