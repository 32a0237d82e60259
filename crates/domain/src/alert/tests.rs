use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::calendar::{KstInstant, kst_instant, shift};
use crate::foresight::Holidays;
use crate::production::Category;
use crate::reports::showing::{self, Showing};
use crate::sales::SaleTotals;

const AS_OF: &str = "2026-11-20";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn start(days: i64) -> KstInstant {
    let day = shift(day(AS_OF), days);
    kst_instant(day.and_hms_opt(19, 30, 0).unwrap())
}

/// The night before `AS_OF` and the nights before that one: seats and won.
fn past(totals: &[(i64, i64)]) -> Past {
    let records = totals
        .iter()
        .rev()
        .zip(1..)
        .map(|((seats, revenue_krw), ago)| PastRecord {
            day: shift(day(AS_OF), -ago),
            totals: SaleTotals {
                revenue_krw: *revenue_krw,
                seats: *seats,
            },
            is_restated: false,
            performances: BTreeMap::new(),
        });
    let mut records: Vec<_> = records.collect();
    records.reverse();
    Past {
        category: Category::Play,
        sale_start: Some(day("2026-10-01")),
        preview_end: None,
        break_even_krw: None,
        house_seats: Some(100),
        holidays: Arc::new(Holidays::of_korea(&[])),
        records,
    }
}

fn found(past: &Past) -> Vec<Finding> {
    findings(nothing(), past, &BTreeSet::new(), day(AS_OF))
}

fn nothing() -> Present<'static> {
    Present {
        is_late: false,
        low_performances: &[],
    }
}

/// What was told of findings.
fn told(findings: &[Finding]) -> BTreeSet<(AlertKind, String)> {
    let of = |finding: &Finding| {
        let kind = finding.news.kind();
        finding
            .causes
            .iter()
            .map(move |cause| (kind, cause.clone()))
            .collect::<Vec<_>>()
    };
    findings.iter().flat_map(of).collect()
}

fn showing(days: i64) -> Showing {
    let figures = showing::Figures {
        starts_at: start(days),
        cast: Vec::new(),
        paid_share: "0.2".parse().unwrap(),
        complimentary_share: "0".parse().unwrap(),
        paid_seats: 20,
        complimentary_seats: 0,
    };
    Showing::new(figures, Some(100))
}

#[test]
fn codes_are_read_as_they_are_written() {
    for kind in AlertKind::ALL {
        assert_eq!(kind.code().parse(), Ok(kind));
    }
    assert_eq!("late".parse::<AlertKind>(), Err(InvalidAlertKind));
}

#[test]
fn a_late_workbook_is_told_once_for_its_day() {
    let late = Present {
        is_late: true,
        ..nothing()
    };
    let first = findings(late, &past(&[]), &BTreeSet::new(), day(AS_OF));
    assert_eq!(first[0].news, News::WorkbookMissing { day: day("2026-11-19") });
    let told = told(&first);
    assert_eq!(findings(late, &past(&[]), &told, day(AS_OF)), []);
    assert_eq!(
        findings(late, &past(&[]), &told, day("2026-11-21")).len(),
        1,
        "the next day"
    );
}

#[test]
fn a_low_performance_is_told_once_and_those_that_become_low_later_alone() {
    let (one, both) = ([showing(1)], [showing(1), showing(2)]);
    let low = |performances| Present {
        is_late: false,
        low_performances: performances,
    };
    let first = findings(low(&one), &past(&[]), &BTreeSet::new(), day(AS_OF));
    let then = findings(low(&both), &past(&[]), &told(&first), day(AS_OF));
    assert_eq!(then[0].news, News::LowPerformances(vec![showing(2)]));
    assert_eq!(then[0].causes, [start(2).to_rfc3339()]);
}

#[test]
fn totals_are_told_when_they_are_more_than_five_percent_under_those_before() {
    assert_eq!(found(&past(&[(100, 1_000), (95, 950)])), []);
    let shrunk = found(&past(&[(100, 1_000), (100, 949)]));
    assert_eq!(shrunk[0].news.kind(), AlertKind::FiguresShrank);
    assert_eq!(found(&past(&[(100, 1_000), (94, 1_000)])).len(), 1);
    assert_eq!(found(&past(&[(0, 0), (-5, -10)])), [], "nothing was sold before");
    assert_eq!(found(&past(&[(5, 10)])), [], "there is nothing before");
    // The same day with other totals is told again.
    let again = findings(nothing(), &past(&[(100, 1_000), (90, 800)]), &told(&shrunk), day(AS_OF));
    assert_eq!(again.len(), 1);
}

#[test]
fn the_costs_are_met_once_and_only_while_that_is_news() {
    let costing = |totals: &[(i64, i64)], break_even_krw| Past {
        break_even_krw: Some(break_even_krw),
        ..past(totals)
    };
    let met = found(&costing(&[(1, 900), (2, 1_000), (3, 1_100)], 1_000));
    let expected = News::BreakEvenReached {
        day: day("2026-11-18"),
        revenue_krw: 1_000,
        break_even_krw: 1_000,
    };
    assert_eq!(met[0].news, expected);
    assert_eq!(found(&costing(&[(1, 900), (2, 999)], 1_000)), []);
    assert_eq!(
        found(&costing(&[(1, 1_000), (2, 1_100)], 1_000)),
        [],
        "nobody knows since when"
    );
    let mut long_ago = vec![(1, 900)];
    long_ago.extend([(2, 1_000); 9]);
    assert_eq!(found(&costing(&long_ago, 1_000)), []);
    let lost = found(&costing(&[(1, 900), (2, 1_000), (3, 990)], 1_000));
    assert_eq!(lost, [], "it is not met any more");
    let higher = costing(&[(1, 900), (2, 1_000), (3, 1_100)], 1_050);
    assert_eq!(
        findings(nothing(), &higher, &told(&met), day(AS_OF)).len(),
        1,
        "other costs"
    );
}

/// A run of 60 nights that sells `daily` seats of each performance a day, and `last` on the last one.
fn selling(daily: i64, last: i64) -> Past {
    let record = |ago: i64| {
        let sold = (50 - ago) * daily + if ago == 1 { last - daily } else { 0 };
        let of = |days| {
            let sold = PastPerformance {
                paid_seats: sold,
                complimentary_seats: 0,
                revenue_krw: Some(sold * 50_000),
            };
            (start(days), sold)
        };
        let performances: BTreeMap<_, _> = (10..40).map(of).collect();
        let seats = performances.values().map(|one| one.paid_seats).sum();
        PastRecord {
            day: shift(day(AS_OF), -ago),
            totals: SaleTotals {
                revenue_krw: seats * 50_000,
                seats,
            },
            is_restated: false,
            performances,
        }
    };
    Past {
        house_seats: Some(700),
        records: (1..45).rev().map(record).collect(),
        ..past(&[])
    }
}

#[test]
fn a_day_that_sells_as_usual_is_not_told_and_one_that_sells_far_more_is() {
    assert_eq!(found(&selling(4, 4)), []);
    let told = found(&selling(4, 60));
    let News::UnusualDay {
        day: unusual,
        sold_seats,
        expected_seats,
        ref performances,
        ..
    } = told[0].news
    else {
        panic!("{told:?}");
    };
    assert_eq!((unusual, sold_seats), (day("2026-11-19"), 1_800));
    assert!(expected_seats < 600, "{expected_seats}");
    assert!(!performances.is_empty());
}

#[test]
fn a_mute_ends_within_a_year() {
    let now = DateTime::UNIX_EPOCH;
    let year = now + TimeDelta::days(MUTED_AT_MOST_DAYS);
    assert_eq!(check_mute(now, now), Err(Rule::Past));
    assert_eq!(check_mute(now + TimeDelta::seconds(1), now), Ok(()));
    assert_eq!(check_mute(year, now), Ok(()));
    let later = check_mute(year + TimeDelta::seconds(1), now);
    assert_eq!(later, Err(Rule::TooFar(MUTED_AT_MOST_DAYS)));
}

proptest! {
    #[test]
    fn nothing_is_told_twice(totals in prop::collection::vec((0_i64..2_000, 0_i64..2_000_000), 0..12), cost in 1_i64..2_000_000) {
        let past = Past { break_even_krw: Some(cost), ..past(&totals) };
        let first = found(&past);
        prop_assert_eq!(findings(nothing(), &past, &told(&first), day(AS_OF)), vec![]);
    }
}
