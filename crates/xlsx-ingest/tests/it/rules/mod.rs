//! The reading rules, one small workbook each.

mod days;
mod errors;
mod figures;
mod nets;
mod sheets;
mod times;

use sample_data::{Cell, Workbook};

use crate::support::{DAILY, PERFORMANCES, assert_findings, concert, play, read_concert, read_play};

fn with_daily(address: &str, cell: impl Into<Cell>) -> Workbook {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set(address, cell);
    workbook
}

fn with_performance(address: &str, cell: impl Into<Cell>) -> Workbook {
    let mut workbook = play();
    workbook.sheet_mut(PERFORMANCES).set(address, cell);
    workbook
}

#[test]
fn a_good_play_has_no_findings() {
    let reading = read_play(&play());
    assert_findings(&reading, &[]);
    let facts = reading.facts().unwrap();
    assert_eq!(
        (
            facts.daily.as_ref().unwrap().rows,
            facts.daily.as_ref().unwrap().seats,
            facts.daily.as_ref().unwrap().revenue_krw
        ),
        (2, 10, 850_000)
    );
    assert_eq!((facts.performances.rows, facts.performances.paid_seats), (2, 10));
    assert_eq!(
        (facts.performances.revenue_krw, facts.performances.casts),
        (Some(850_000), Some(1))
    );
    let first = &reading.snapshot.performance_sales[0];
    assert_eq!(first.starts_at.to_rfc3339(), "2026-11-20T19:30:00+09:00");
    assert_eq!(first.cast, ["김지유", "강준호"]);
    let stage = first.stage.unwrap();
    assert_eq!(
        [
            stage.deposit_share.unwrap(),
            stage.paid_share,
            stage.complimentary_share
        ]
        .map(|share| share.to_string()),
        ["0.25", "0.2", "0.08"]
    );
}

#[test]
fn a_good_concert_has_no_findings() {
    let reading = read_concert(&concert());
    assert_findings(&reading, &[]);
    let facts = reading.facts().unwrap();
    assert_eq!(
        (
            facts.daily.as_ref().unwrap().seats,
            facts.daily.as_ref().unwrap().complimentary_seats,
            facts.daily.as_ref().unwrap().revenue_krw
        ),
        (11, 1, 1_100_000)
    );
    assert!(facts.daily.as_ref().unwrap().seats_by_grade.is_empty());
    assert_eq!((facts.performances.revenue_krw, facts.performances.casts), (None, None));
    assert_eq!(reading.snapshot.performance_sales[0].paid_seats_by_grade.len(), 2);
}
