//! Sheets and markers.

use domain::diagnostics::DiagnosticCode as Code;

use super::with_daily;
use crate::support::{DAILY, PERFORMANCES, assert_findings, concert, play, read_play};

#[test]
fn a_missing_sheet_is_told() {
    let mut workbook = play();
    workbook.remove_sheet(DAILY);
    assert_findings(&read_play(&workbook), &[(Code::MissingSheet, "Daily", "")]);
    // Of another category, and so without markers that count.
    assert_findings(
        &read_play(&concert()),
        &[
            (Code::NoHeader, "일일 판매", ""),
            (Code::MissingSheet, "회차별판매", ""),
        ],
    );
}

#[test]
fn every_missing_marker_is_told() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("B2", "date").clear("F2");
    workbook
        .sheet_mut(PERFORMANCES)
        .clear("D2")
        .clear("E2")
        .clear("F2")
        .clear("G2")
        .clear("M2");
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::MissingMarker, "Daily", "dash_date"),
            (Code::MissingMarker, "Daily", "dash_seat_deposit_sales"),
            (Code::MissingMarker, "회차별판매", "dash_cast"),
            (Code::MissingMarker, "회차별판매", "dash_share_paid"),
        ],
    );
    assert!(reading.snapshot.daily_sales.is_empty());
}

#[test]
fn a_doubled_marker_is_told_at_the_second_one() {
    let mut workbook = with_daily("H2", "dash_seat_deposit_tot");
    workbook
        .sheet_mut(PERFORMANCES)
        .set("O2", "dash_date")
        .set("P2", "dash_seat_paid_R");
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::DuplicateMarker, "Daily!H2", "dash_seat_deposit_tot"),
            (Code::DuplicateMarker, "회차별판매!O2", "dash_date"),
            (Code::DuplicateMarker, "회차별판매!P2", "dash_seat_paid_R"),
        ],
    );
}

#[test]
fn the_markers_stand_in_the_first_row_with_the_dates() {
    let expected = read_play(&play()).snapshot;
    for rows in [1, 18] {
        let mut workbook = play();
        workbook.sheet_mut(DAILY).insert_rows(0, rows);
        workbook.sheet_mut(PERFORMANCES).insert_rows(1, rows);
        // A marker without the date's above them is for nobody.
        workbook
            .sheet_mut(DAILY)
            .set("A1", "dash_memo")
            .set("D1", "dash_seat_deposit_tot");
        let reading = read_play(&workbook);
        assert_findings(&reading, &[]);
        assert_eq!(reading.snapshot, expected, "{rows}");
    }
    let mut workbook = play();
    workbook.sheet_mut(DAILY).insert_rows(0, 19);
    let reading = read_play(&workbook);
    assert_eq!(reading.diagnostics[0].code, Code::MissingMarker);
    assert!(
        reading
            .diagnostics
            .iter()
            .all(|finding| finding.sheet.as_deref() == Some(DAILY) && finding.cell.is_none())
    );
}

#[test]
fn sheets_and_markers_are_compared_as_people_see_them() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("B2", "DASH_DATE")
        .set("C2", "dash_seat_deposit_R")
        .set("E2", "\u{FEFF}dash_seat_\u{200B}deposit_tot\u{A0}")
        .set("F2", "ｄａｓｈ＿seat_deposit_sales");
    workbook.sheet_mut(DAILY).name = "daily\u{A0}".to_owned();
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn more_than_forty_columns_of_a_kind_are_too_large() {
    let columns = |prefix: &str, count: u32| {
        let mut workbook = play();
        for number in 0..count {
            workbook
                .sheet_mut(PERFORMANCES)
                .set((1, 20 + number), format!("{prefix}{number}"));
        }
        read_play(&workbook)
    };
    // With those of the workbook: two casts, three grades.
    assert!(!columns("dash_cast_x", 38).has_errors);
    assert!(!columns("dash_seat_paid_x", 37).has_errors);
    for (prefix, limit, cell) in [
        ("dash_cast_x", "> 40 cast columns", "회차별판매!BG2"),
        ("dash_seat_paid_x", "> 40 grade columns", "회차별판매!BF2"),
        ("dash_seat_invite_x", "> 40 grade columns", "회차별판매!BF2"),
    ] {
        assert_findings(&columns(prefix, 45), &[(Code::TooLarge, cell, limit)]);
    }
}
