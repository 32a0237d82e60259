//! The sales show the causes that the model publishes.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Timelike, Weekday};
use sample_data::world::{DiscountDay, PerformanceRow, SoldSoFar};
use sample_data::{SampleProduction, finished_run};

use crate::support::{day, seasons};

/// A musical that has ended: its workbook has all that was ever sold.
fn ended(world: &sample_data::World) -> &SampleProduction {
    let over = |sample: &&SampleProduction| {
        sample.production.run_end.unwrap() < world.today && sample.production.code.starts_with("MU")
    };
    world.productions.iter().find(over).unwrap()
}

fn final_rows(sample: &SampleProduction) -> Vec<PerformanceRow> {
    sample.truth(*sample.record_dates.last().unwrap()).performance_rows
}

fn mean(seats: impl Iterator<Item = i64>) -> f64 {
    let (sum, count) = seats.fold((0, 0), |(sum, count), seats| (sum + seats, count + 1));
    quotient(sum, count)
}

#[expect(clippy::cast_precision_loss, reason = "won and seats of a house")]
fn quotient(dividend: i64, divisor: i64) -> f64 {
    dividend as f64 / divisor as f64
}

#[test]
fn a_strong_cast_sells_more_than_a_weak_one() {
    for world in seasons() {
        let sample = ended(&world);
        let effects: BTreeMap<&str, f64> = sample
            .model
            .cast_effects
            .iter()
            .map(|effect| (effect.name.as_str(), effect.factor))
            .collect();
        let mut rows = final_rows(sample);
        rows.sort_by(|left, right| {
            let strength = |row: &PerformanceRow| row.cast.iter().map(|name| effects[name.as_str()]).product::<f64>();
            strength(left).total_cmp(&strength(right))
        });
        let third = rows.len() / 3;
        let weak = mean(rows[..third].iter().map(|row| row.paid_seats));
        let strong = mean(rows[rows.len() - third..].iter().map(|row| row.paid_seats));
        assert!(
            weak * 1.1 < strong,
            "{strong} seats with strong casts, {weak} with weak ones"
        );
    }
}

#[test]
fn a_matinee_is_weak_on_wednesday_and_strong_on_saturday() {
    for world in seasons() {
        let rows = final_rows(ended(&world));
        let matinees = |weekday: Weekday| {
            let on = move |row: &&PerformanceRow| row.starts_at.weekday() == weekday && row.starts_at.hour() < 18;
            mean(rows.iter().filter(on).map(|row| row.paid_seats))
        };
        assert!(matinees(Weekday::Wed) < matinees(Weekday::Sat));
    }
}

#[test]
fn sales_begin_with_a_spike_and_discounts_sell_cheaper_seats() {
    for world in seasons() {
        let sample = ended(&world);
        let rows = sample.truth(*sample.record_dates.last().unwrap()).daily_rows;
        assert!(
            3 * rows[20].seats < rows[0].seats,
            "{} then {}",
            rows[0].seats,
            rows[20].seats
        );
        let is_offer = |date: NaiveDate| sample.model.discount_days.iter().any(|offer| offer.date == date);
        let average = |offers: bool| {
            let days = rows.iter().filter(|row| is_offer(row.sale_day) == offers);
            let (krw, seats) = days.fold((0, 0), |sum, row| (sum.0 + row.revenue_krw, sum.1 + row.seats));
            quotient(krw, seats)
        };
        assert!(average(true) < 0.9 * average(false));
    }
}

#[test]
fn the_house_is_filled_as_planned() {
    let today = day("2026-11-20");
    let shares: Vec<f64> = (0..3)
        .map(|seed| {
            let world = sample_data::season(seed, today);
            let rows = final_rows(ended(&world));
            let house: i64 = rows.iter().map(|row| row.house_seats).sum();
            quotient(rows.iter().map(|row| row.paid_seats).sum(), house)
        })
        .collect();
    assert!(shares.iter().all(|share| (0.3..0.9).contains(share)), "{shares:?}");
}

#[test]
fn a_finished_run_has_the_offers_that_were_asked_for_and_no_others() {
    let last_day = day("2026-11-15");
    let offer = DiscountDay {
        date: day("2026-09-20"),
        volume_factor: 4.0,
        price_factor: 1.0,
    };
    let plain = finished_run(3, 3, last_day, &[]);
    let offered = finished_run(3, 3, last_day, std::slice::from_ref(&offer));
    assert!(plain.model.discount_days.is_empty());
    assert_eq!(offered.model.discount_days, std::slice::from_ref(&offer));
    let seats_on = |sample: &SampleProduction| {
        let rows = sample.truth(last_day).daily_rows;
        rows.iter().find(|row| row.sale_day == offer.date).unwrap().seats
    };
    assert!(2 * seats_on(&plain) < seats_on(&offered));
}

#[test]
fn what_is_sold_day_by_day_is_what_the_workbooks_say() {
    let sample = finished_run(4, 2, day("2026-11-15"), &[]);
    let by_day = sample.sold_by_day();
    assert_eq!(
        by_day.iter().map(|(day, _)| *day).collect::<Vec<_>>(),
        sample.record_dates
    );
    for (record_date, sold) in by_day.iter().step_by(30) {
        let rows = sample.truth(*record_date).performance_rows;
        let told = rows.iter().map(|row| SoldSoFar {
            paid_seats: row.paid_seats,
            revenue_krw: row.revenue_krw.unwrap(),
        });
        assert_eq!(*sold, told.collect::<Vec<_>>(), "{record_date}");
    }
}
