//! Times and starts of performances.

use domain::diagnostics::DiagnosticCode as Code;
use sample_data::Cell;

use super::with_performance;
use crate::support::{PERFORMANCES, assert_findings, day, play, read_play, time};

#[test]
fn times_that_are_none_are_told() {
    let mut workbook = with_performance("C4", Cell::Empty);
    workbook.sheet_mut(PERFORMANCES).set("C5", "저녁");
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::MissingTime, "회차별판매!C4", ""),
            (Code::NotATime, "회차별판매!C5", "저녁"),
        ],
    );
    for number in [-0.25, 1.25, 2.0, 19.0, 1_930.0] {
        assert_findings(
            &read_play(&with_performance("C4", number)),
            &[(Code::NotATime, "회차별판매!C4", &number.to_string())],
        );
    }
}

#[test]
fn a_written_time_is_read_without_a_word() {
    for text in [
        "19:30",
        "19:30:00",
        "오후 7:30",
        "7:30 PM",
        "19시 30분",
        "2026-11-20 19:30",
    ] {
        let reading = read_play(&with_performance("C4", text));
        assert_findings(&reading, &[]);
        assert_eq!(reading.snapshot, read_play(&play()).snapshot, "{text}");
    }
}

#[test]
fn only_the_fraction_of_a_time_counts_save_the_end_of_the_day() {
    for (serial, start) in [
        (0.0, "2026-11-20T00:00:00+09:00"),
        (46_000.5, "2026-11-20T12:00:00+09:00"),
        (1.0, "2026-11-21T00:00:00+09:00"),
        (1.0 - 1e-9, "2026-11-21T00:00:00+09:00"),
        (0.812_498, "2026-11-20T19:30:00+09:00"),
    ] {
        let reading = read_play(&with_performance("C4", serial));
        assert_findings(&reading, &[]);
        assert_eq!(
            reading.snapshot.performance_sales[0].starts_at.to_rfc3339(),
            start,
            "{serial}"
        );
    }
}

#[test]
fn the_same_start_twice_is_told_at_the_second_date() {
    let mut workbook = with_performance("B5", day("2026-11-20"));
    workbook.sheet_mut(PERFORMANCES).set("C5", time(19, 30));
    assert_findings(
        &read_play(&workbook),
        &[(Code::DuplicatePerformance, "회차별판매!B5", "2026-11-20 19:30")],
    );
}

#[test]
fn the_end_of_a_day_and_the_start_of_the_next_are_the_same() {
    let mut workbook = with_performance("C4", 1.0);
    workbook.sheet_mut(PERFORMANCES).set("C5", 0.0);
    assert_findings(
        &read_play(&workbook),
        &[(Code::DuplicatePerformance, "회차별판매!B5", "2026-11-21 00:00")],
    );
}
