//! Cases whose answers were worked out by hand, or follow from the method.

use super::super::{Change, Confidence, Experience, Forecast, Interval, NoBreakEven, NoForecast, Takings, WhatIf};
use super::{day, evening, musical, record, steady};

fn forecast(run: &super::Run, after: u64) -> Forecast {
    Forecast::of(run, &Experience::shipped(), day(after), Some(30_000_000)).unwrap()
}

#[test]
fn before_the_first_ticket_the_prior_speaks_alone() {
    // On sale from tomorrow, a Wednesday evening of 100 seats. Worked out by hand from sections 1 to 4: exposure
    // 100 · 5.5 / (10.75 / 7); E = x · exp(−4.56 + 0.4 · (0.91 + 0.09 + 0.25)) = 6.178; s² = 1.25 + 0.0256 + 4 / 7.178.
    let records = vec![record(0, &[0]), record(1, &[0]), record(8, &[0])];
    let run = musical(vec![evening(9, 100)], records);
    let forecast = forecast(&run, 8);
    let expected = Interval {
        p10: 1,
        p50: Some(6),
        p90: 35,
    };
    assert_eq!(forecast.performances[0].final_seats, expected);
    assert_eq!(forecast.confidence, Confidence::Prior);
    assert_eq!(forecast.explanation.pace, None);
    assert_eq!(forecast.run.final_revenue_krw, None, "nobody knows a price");
    assert_eq!(forecast.run.break_even, Err(NoBreakEven::NoPrice));
}

#[test]
fn the_median_is_withheld_in_the_first_two_days() {
    let run = musical(vec![evening(30, 100)], vec![record(0, &[20]), record(1, &[30])]);
    let forecast = forecast(&run, 1);
    assert!(forecast.has_too_few_days);
    let seats = forecast.performances[0].final_seats;
    assert_eq!(seats.p50, None);
    assert!(30 <= seats.p10 && seats.p10 < seats.p90);
}

#[test]
fn one_performance_is_its_own_run() {
    let records = (0..20)
        .map(|after| record(after, &[i64::try_from(after * 3).unwrap()]))
        .collect();
    let forecast = forecast(&musical(vec![evening(40, 200)], records), 19);
    let (one, run) = (&forecast.performances[0], &forecast.run);
    assert_eq!((one.sold_seats, run.sold_seats), (57, 57));
    let [one, run] = [one.final_seats, run.final_seats].map(|seats| seats.p50.unwrap());
    assert!(
        (one - run).abs() <= 12,
        "{one} and {run}: both are about the same seats"
    );
    assert_eq!(forecast.confidence, Confidence::Own);
}

#[test]
fn a_house_that_is_sold_out_is_certain() {
    let records = (0..20).map(|after| record(after, &[200, 100])).collect();
    let run = musical(vec![evening(40, 200), evening(41, 100)], records);
    let at = |break_even_krw| Forecast::of(&run, &Experience::shipped(), day(19), Some(break_even_krw)).unwrap();
    let forecast = at(15_000_001);
    for one in &forecast.performances {
        assert_eq!(
            one.final_seats,
            Interval {
                p10: one.sold_seats,
                p50: Some(one.sold_seats),
                p90: one.sold_seats
            }
        );
        assert!(one.sell_out_probability >= 1.0 && one.reaches_house_limit);
    }
    let takings = Interval {
        p10: 15_000_000,
        p50: Some(15_000_000),
        p90: 15_000_000,
    };
    assert_eq!(forecast.run.final_revenue_krw, Some(takings));
    let missed = forecast.run.break_even.unwrap();
    assert!(missed.probability_by_closing <= 0.0);
    assert_eq!(missed.p50_date, None);
    let reached = at(15_000_000).run.break_even.unwrap();
    assert_eq!((reached.p50_date, reached.p80_date), (Some(day(19)), Some(day(19))));
}

#[test]
fn a_gap_of_ten_days_is_a_straight_line() {
    let whole = steady(30, 2);
    let kept = whole
        .records()
        .iter()
        .filter(|record| !(day(8)..day(18)).contains(&record.day));
    let with_gap = musical(whole.performances().to_vec(), kept.cloned().collect());
    assert_eq!(with_gap.records().len(), 20);
    assert_eq!(forecast(&with_gap, 29), forecast(&whole, 29));
}

#[test]
fn a_restated_day_changes_nothing_once_another_follows() {
    let whole = steady(30, 2);
    // The day before and the one after lie in the same week and band, for every performance.
    for wrong in [0, 290] {
        let mut records = whole.records().to_vec();
        records[19].sold_seats = vec![wrong; 5];
        let restated = musical(whole.performances().to_vec(), records);
        assert_eq!(forecast(&restated, 29).run, forecast(&whole, 29).run);
    }
}

#[test]
fn on_its_day_a_performance_is_final() {
    let records = (0..43).map(|after| record(after, &[30, 40, 50, 60, 70])).collect();
    let run = musical((40..45).map(|after| evening(after, 300)).collect(), records);
    let forecast = forecast(&run, 42);
    for (i, sold) in [30, 40, 50].into_iter().enumerate() {
        let one = &forecast.performances[i];
        assert_eq!(
            one.final_seats,
            Interval {
                p10: sold,
                p50: Some(sold),
                p90: sold
            }
        );
        assert!(one.days_to_go <= 0);
    }
    assert_eq!(forecast.performances[3].days_to_go, 1);
    assert_eq!(
        Forecast::of(&run, &Experience::shipped(), day(42), None)
            .unwrap()
            .run
            .break_even,
        Err(NoBreakEven::NoBreakEven)
    );
}

#[test]
fn refunds_below_zero_leave_a_forecast_within_the_house() {
    let records = vec![record(0, &[5]), record(1, &[3]), record(2, &[1]), record(3, &[-4])];
    let run = musical(vec![evening(30, 50)], records);
    let seats = forecast(&run, 3).performances[0].final_seats;
    let p50 = seats.p50.unwrap();
    assert!(0 <= seats.p10 && seats.p10 <= p50 && p50 <= seats.p90 && seats.p90 <= 50);
}

#[test]
fn a_house_of_one_seat_is_no_trouble() {
    let records = (0..10).map(|after| record(after, &[0, 1])).collect();
    let forecast = forecast(&musical(vec![evening(30, 1), evening(31, 1)], records), 9);
    let [first, second] = [0, 1].map(|i| forecast.performances[i].final_seats);
    assert!(0 <= first.p10 && first.p90 <= 1);
    assert_eq!((second.p10, second.p90), (1, 1));
    assert!(forecast.run.final_seats.p90 <= 2);
}

#[test]
fn without_what_it_needs_there_is_a_reason_instead_of_a_forecast() {
    let run = steady(30, 2);
    let of = |run: &super::Run, after| Forecast::of(run, &Experience::shipped(), day(after), None).unwrap_err();
    let yesterday = start_minus_one();
    assert_eq!(
        Forecast::of(&run, &Experience::shipped(), yesterday, None).unwrap_err(),
        NoForecast::NoSnapshot
    );
    let early = super::Run::new(
        run.category(),
        Some(day(35)),
        run.performances().to_vec(),
        run.records().to_vec(),
    );
    assert_eq!(of(&early, 29), NoForecast::NotOnSale);
    assert_eq!(
        of(&musical(vec![evening(29, 300)], run.records().to_vec()), 29),
        NoForecast::RunOver
    );
    assert_eq!(
        of(&musical(vec![evening(40, 0)], run.records().to_vec()), 29),
        NoForecast::NoCapacity
    );
}

fn start_minus_one() -> chrono::NaiveDate {
    super::start().pred_opt().unwrap()
}

#[test]
fn an_old_origin_is_said_to_be_old() {
    let run = steady(20, 2);
    assert!(!forecast(&run, 26).is_stale);
    let stale = forecast(&run, 27);
    assert!(stale.is_stale);
    assert_eq!(stale.origin, day(19));
}

#[test]
fn a_concert_whose_revenue_is_known_in_one_sum_has_a_mean_price() {
    let stage = steady(30, 2);
    let mut records = stage.records().to_vec();
    for record in &mut records {
        record.takings_krw = Takings::Total(record.sold_seats.iter().sum::<i64>() * 50_000);
    }
    let summed = musical(stage.performances().to_vec(), records);
    assert_eq!(forecast(&summed, 29).run, forecast(&stage, 29).run);
}

#[test]
fn a_change_of_nothing_is_nothing() {
    let what_if = tried(&Change::default());
    assert_eq!(what_if.before, what_if.after);
}

#[test]
fn a_price_without_elasticity_brings_more_for_the_same_seats() {
    let grade = |revenue_share, change_ratio| super::super::PriceChange {
        revenue_share,
        change_ratio,
    };
    let what_if = tried(&Change {
        prices: vec![grade(0.5, 0.3), grade(0.25, -0.2)],
        ..Change::default()
    });
    assert_eq!(what_if.before.run.final_seats, what_if.after.run.final_seats);
    let to_come = |forecast: &Forecast, p: fn(Interval<i64>) -> i64| {
        p(forecast.run.final_revenue_krw.unwrap()) - forecast.run.revenue_krw
    };
    for p in [
        |i: Interval<i64>| i.p10,
        |i: Interval<i64>| i.p50.unwrap(),
        |i: Interval<i64>| i.p90,
    ] {
        let (before, after) = (to_come(&what_if.before, p), to_come(&what_if.after, p));
        assert!(
            (after * 10 - before * 11).abs() <= 20,
            "{after} is not a tenth more than {before}"
        );
    }
}

#[test]
fn a_dearer_seat_sells_less_where_an_elasticity_says_so() {
    let prices = vec![super::super::PriceChange {
        revenue_share: 1.0,
        change_ratio: 0.1,
    }];
    let what_if = tried(&Change {
        prices,
        price_elasticity: -1.5,
        ..Change::default()
    });
    assert!(what_if.after.run.final_seats.p90 < what_if.before.run.final_seats.p90);
}

#[test]
fn a_cost_moves_profit_by_just_as_much() {
    let what_if = tried(&Change {
        cost_krw: 1_234_567,
        ..Change::default()
    });
    let shift = Interval {
        p10: -1_234_567,
        p50: Some(-1_234_567),
        p90: -1_234_567,
    };
    assert_eq!(what_if.profit_shift_krw(), Some(shift));
    assert_eq!(what_if.before.performances, what_if.after.performances);
}

#[test]
fn a_further_performance_leaves_the_others_alone_unless_it_displaces_them() {
    let further = |displacement_share| {
        let performance = evening(50, 300);
        tried(&Change {
            further: Some(super::super::FurtherPerformance {
                performance,
                displacement_share,
            }),
            ..Change::default()
        })
    };
    let alone = further(0.0);
    assert_eq!(alone.after.performances.len(), 6);
    assert_eq!(alone.after.performances[..5], alone.before.performances);
    assert!(alone.after.run.final_seats.p50 > alone.before.run.final_seats.p50);
    let displacing = further(1.0);
    assert!(displacing.after.performances[0].final_seats.p90 < alone.after.performances[0].final_seats.p90);
}

#[test]
fn seats_given_away_cannot_be_sold() {
    let what_if = tried(&Change {
        complimentary_seats: 220,
        ..Change::default()
    });
    for one in &what_if.after.performances {
        assert_eq!(one.sellable_seats, 80);
        assert!(one.final_seats.p90 <= 80);
    }
    assert_eq!(what_if.after.run.sellable_seats, 400);
}

fn tried(change: &Change) -> WhatIf {
    WhatIf::of(
        &steady(30, 2),
        &Experience::shipped(),
        day(29),
        Some(20_000_000),
        change,
    )
    .unwrap()
}
