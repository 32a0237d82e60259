//! Past runs, pace and alerts: what is read off a run besides its forecast.

use super::super::numbers::four_places;
use super::super::{Card, Change, Experience, Forecast, Pace, PaceCurve, WhatIf, alerts, params_hash};
use super::{day, musical, steady};
use crate::production::Category;

#[test]
fn a_company_that_sells_faster_expects_more() {
    let card = |per_day| Card::of(&steady(45, per_day)).unwrap();
    let expected = |cards: &[Card]| {
        let experience = Experience::of(Category::Musical, cards);
        let forecast = Forecast::of(&steady(10, 2), &experience, day(9), None).unwrap();
        (forecast.past_productions, forecast.run.final_seats.p50.unwrap())
    };
    let (slow, fast) = (expected(&vec![card(1); 5]), expected(&vec![card(6); 5]));
    assert_eq!((slow.0, fast.0), (5, 5));
    assert!(slow.1 < fast.1, "{slow:?} {fast:?}");
}

#[test]
fn cards_of_the_category_count_once_there_are_three_and_the_newest_thirty() {
    let card = Card::of(&steady(45, 2)).unwrap();
    let past = |category, number| Experience::of(category, &vec![card.clone(); number]).past_productions();
    assert_eq!(past(Category::Musical, 40), 30);
    assert_eq!(past(Category::Play, 2), 2, "none of the category: all");
    assert_eq!(Experience::shipped().past_productions(), 0);
}

#[test]
fn the_hash_of_the_parameters_changes_only_with_them() {
    assert_eq!(params_hash(), params_hash());
    assert_eq!(params_hash().len(), 16);
}

#[test]
fn pace_compares_with_the_nearest_candidates() {
    let curve = |per_day| PaceCurve::of(&steady(45, per_day), day(44)).unwrap();
    let past: Vec<PaceCurve> = (1..=12).map(curve).collect();
    let own = PaceCurve::of(&steady(20, 3), day(19)).unwrap();
    let pace = Pace::of(&own, &past, &(0..12).collect::<Vec<_>>(), 10);
    assert_eq!(pace.comparables.len(), 10);
    assert_eq!(pace.comparables[0].past, 2, "the one that sold as fast is the nearest");
    assert!(pace.comparables[0].distance < 1e-12);
    assert_eq!(
        (pace.points[0].days_to_go, pace.points.last().unwrap().days_to_go),
        (44, 0)
    );
    assert!(pace.points[19].share.is_some() && pace.points[20].share.is_none());
    let chosen = Pace::of(&own, &past, &[11], 10);
    assert_eq!(chosen.comparables.iter().map(|one| one.past).collect::<Vec<_>>(), [11]);
    assert_eq!(Pace::of(&own, &[], &[], 10).points[0].comparables, None);
}

#[test]
fn nothing_is_told_of_days_on_sale_before_records_that_began_late() {
    let known_from = |first: usize, days| {
        let whole = steady(days, 3);
        let run = musical(whole.performances().to_vec(), whole.records()[first..].to_vec());
        PaceCurve::of(&run, day(44)).unwrap()
    };
    let late = known_from(12, 45);
    let shares = |own: &PaceCurve, past: &[PaceCurve]| {
        let points = Pace::of(own, past, &(0..past.len()).collect::<Vec<_>>(), 10).points;
        let middle = |i: usize| points[i].comparables.and_then(|usual| usual.p50);
        [11, 12].map(|after| (points[after].share, middle(after)))
    };
    let sold = |after: f64| Some(four_places((after + 1.0) * 15.0 / 1_500.0));
    assert_eq!(shares(&late, &[]), [(None, None), (sold(12.0), None)]);
    // A week late is a straight line from nothing.
    assert_eq!(shares(&known_from(7, 45), &[])[0].0, sold(11.0));
    // Of a past run nothing counts in the days before, neither in what is usual nor in how near it is.
    let early = known_from(0, 45);
    assert_eq!(
        shares(&early, std::slice::from_ref(&late)),
        [(sold(11.0), None), (sold(12.0), sold(12.0))]
    );
    assert!(Pace::of(&early, std::slice::from_ref(&late), &[0], 1).comparables[0].distance < 1e-12);
    assert!(Pace::of(&late, &[early], &[0], 1).comparables[0].distance < 1e-12);
    assert_eq!(PaceCurve::from_numbers(late.numbers()), late);
}

#[test]
fn a_day_that_sells_many_times_the_usual_is_told_with_its_performance() {
    let usual = steady(32, 4);
    let mut records = usual.records().to_vec();
    for record in &mut records[28..] {
        record.sold_seats[3] += 150;
    }
    let unusual = super::musical(usual.performances().to_vec(), records);
    let of = |run, threshold| alerts(run, &Experience::shipped(), day(20), day(30), threshold);
    assert_eq!(of(&usual, 0), []);
    let told = of(&unusual, 100_000);
    assert_eq!(told.iter().map(|alert| alert.day).collect::<Vec<_>>(), [day(28)]);
    assert_eq!(told[0].drivers[0].performance, 3);
    assert_eq!(told[0].sold_seats, 170);
    assert_eq!(of(&unusual, 100_000_000), [], "not worth a message");
    let mut records = unusual.records().to_vec();
    records[28].is_restated = true;
    let restated = super::musical(usual.performances().to_vec(), records);
    assert_eq!(of(&restated, 0), []);
}

#[test]
fn two_computations_of_one_thing_are_the_same() {
    let run = steady(30, 2);
    let once = || WhatIf::of(&run, &Experience::shipped(), day(29), Some(9), &Change::default()).unwrap();
    assert_eq!(once(), once());
}
