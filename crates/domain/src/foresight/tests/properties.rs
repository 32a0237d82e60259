//! What holds for every run.

use proptest::prelude::*;

use super::super::{Card, Experience, Forecast, Interval, Run, Takings};
use super::{day, evening, record};
use crate::production::Category;

/// One to five performances, and up to 45 days of sales, returns and gaps before and while they are played.
fn runs() -> impl Strategy<Value = Run> {
    let performances = prop::collection::vec((5_u64..60, 1_u32..400), 1..6);
    let days = prop::collection::vec(
        (prop::collection::vec(-4_i64..16, 5), prop::bool::weighted(0.85)),
        1..45,
    );
    let category = prop::sample::select(Category::ALL.to_vec());
    (performances, days, category, any::<bool>()).prop_map(|(performances, days, category, knows_start)| {
        let mut sold = vec![0; performances.len()];
        let mut records = Vec::new();
        for (after, (changes, is_recorded)) in (0..).zip(&days) {
            for ((sold, change), (on, _)) in sold.iter_mut().zip(changes).zip(&performances) {
                *sold += if after <= *on { *change } else { 0 };
            }
            if *is_recorded {
                let mut record = record(after, &sold);
                if !category.is_stage() {
                    record.takings_krw = Takings::Total(sold.iter().sum::<i64>() * 40_000);
                }
                records.push(record);
            }
        }
        let performances = performances
            .into_iter()
            .map(|(after, seats)| evening(after, seats))
            .collect();
        Run::new(category, knows_start.then(super::start), performances, records)
    })
}

fn ordered(interval: Interval<i64>, low: i64, high: i64) -> bool {
    let p50 = interval.p50.unwrap_or(interval.p10);
    low <= interval.p10 && interval.p10 <= p50 && p50 <= interval.p90 && interval.p90 <= high
}

/// With the run itself among the past ones, thrice.
fn experience(run: &Run, knows_past: bool) -> Experience {
    let card = Card::of(run).filter(|_| knows_past);
    let cards: Vec<Card> = card.into_iter().cycle().take(3).collect();
    Experience::of(run.category(), &cards)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_answer_lies_between_what_is_sold_and_the_house(run in runs(), after in 0_u64..50, knows_past: bool) {
        let experience = experience(&run, knows_past);
        if let Ok(forecast) = Forecast::of(&run, &experience, day(after), Some(9_000_000)) {
            for one in &forecast.performances {
                prop_assert!(ordered(one.final_seats, one.sold_seats, one.sellable_seats), "{one:?}");
                prop_assert!((0.0..=1.0).contains(&one.sell_out_probability));
            }
            let whole = &forecast.run;
            prop_assert!(ordered(whole.final_seats, whole.sold_seats, whole.sellable_seats), "{whole:?}");
            prop_assert!(whole.occupancy.p90 <= 1.0);
            if let Some(revenue) = whole.final_revenue_krw {
                prop_assert!(ordered(revenue, whole.revenue_krw, i64::MAX), "{whole:?}");
            }
        }
    }

    #[test]
    fn break_even_grows_likelier_with_time_and_unlikelier_with_the_amount(
        run in runs(), after in 0_u64..50, knows_past: bool, low in 0_i64..30_000_000, more in 0_i64..30_000_000,
    ) {
        let experience = experience(&run, knows_past);
        let curve = |amount| {
            let forecast = Forecast::of(&run, &experience, day(after), Some(amount)).ok()?;
            Some(forecast.run.break_even.ok()?.curve)
        };
        if let (Some(easy), Some(hard)) = (curve(low), curve(low + more)) {
            prop_assert!(easy.windows(2).all(|pair| pair[0].probability <= pair[1].probability));
            prop_assert!(easy.windows(2).all(|pair| pair[0].day.succ_opt() == Some(pair[1].day)));
            for (easy, hard) in easy.iter().zip(&hard) {
                prop_assert!(hard.probability <= easy.probability);
            }
        }
    }

    #[test]
    fn what_is_recorded_later_never_changes_an_earlier_answer(run in runs(), after in 0_u64..50, knows_past: bool) {
        let experience = experience(&run, knows_past);
        let known = run.records().iter().filter(|record| record.day <= day(after)).cloned().collect();
        let sale_start = run.first_sale_day();
        let all = Run::new(run.category(), sale_start, run.performances().to_vec(), run.records().to_vec());
        let then = Run::new(run.category(), sale_start, run.performances().to_vec(), known);
        let of = |run: &Run| Forecast::of(run, &experience, day(after), Some(9_000_000));
        prop_assert_eq!(of(&then), of(&all));
    }
}
