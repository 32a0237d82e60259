//! Which sheets are looked for, and where markers and data may stand.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::xlsx;
use sample_data::{CellError, Sheet, Workbook};
use xlsx_ingest::{Layout, Reading};

use crate::support::{
    DAILY, PERFORMANCES, assert_findings, concert, context, play, read_bytes, read_concert, read_play,
};

fn read_offline(workbook: &Workbook) -> Reading {
    let mut context = context(Category::Play);
    context.category = None;
    read_bytes("a.xlsx", &xlsx(workbook), &context)
}

#[test]
fn without_a_category_the_sheets_decide() {
    assert_eq!(read_offline(&play()).layout, Layout::Stage);
    let reading = read_offline(&concert());
    assert_eq!(reading.layout, Layout::Concert);
    assert_findings(&reading, &[]);
    let mut half = concert();
    half.remove_sheet("일일 판매");
    assert_findings(&read_offline(&half), &[(Code::MissingSheet, "일일 판매", "")]);
    let neither = Workbook::new("x.xlsx").with_sheet(Sheet::new("memo"));
    assert_eq!(read_offline(&neither).layout, Layout::Stage);
}

#[test]
fn names_are_compared_composed_and_trimmed() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).name = " Daily ".to_owned();
    workbook.sheet_mut(" Daily ").set("B2", "  dash_date ");
    // 회차별판매 as macOS decomposes it.
    workbook.sheet_mut(PERFORMANCES).name =
        "\u{1112}\u{116C}\u{110E}\u{1161}\u{1107}\u{1167}\u{11AF}\u{1111}\u{1161}\u{11AB}\u{1106}\u{1162}".to_owned();
    assert_findings(&read_play(&workbook), &[]);
}

#[test]
fn columns_and_rows_may_be_moved() {
    let expected = read_play(&play()).snapshot;
    let mut workbook = play();
    workbook
        .sheets
        .insert(0, Sheet::new("memo").with("B2", "dash_date").with("B3", CellError::Ref));
    workbook.sheet_mut(DAILY).insert_columns(0, 3).insert_rows(4, 2);
    workbook.sheet_mut(PERFORMANCES).insert_columns(5, 1);
    assert_eq!(read_play(&workbook).snapshot, expected);
}

#[test]
fn unknown_markers_are_ignored() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("G2", "dash_memo")
        .set("G4", CellError::Ref);
    let performances = workbook.sheet_mut(PERFORMANCES);
    performances
        .set("O2", "dash_seat_invite_sales")
        .set("O4", "x")
        .set("P2", "dash_seat_paid_")
        .set("P4", "y");
    assert_findings(&read_play(&workbook), &[]);
}

#[test]
fn grades_are_no_part_of_a_concerts_daily_sheet() {
    let mut workbook = concert();
    workbook
        .sheet_mut("일일 판매")
        .set("F2", "dash_seat_paid_r")
        .set("F3", 99);
    workbook
        .sheet_mut("Seat details")
        .set("I2", "dash_seat_paid_sales")
        .set("I3", "x");
    let reading = read_concert(&workbook);
    assert_findings(&reading, &[]);
    assert!(reading.facts().unwrap().daily.unwrap().seats_by_grade.is_empty());
}

#[test]
fn unusual_grades_are_kept() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("C2", "dash_seat_deposit_BadR")
        .set("D2", "dash_seat_deposit_스탠딩");
    let facts = read_play(&workbook).facts().unwrap();
    let grades: Vec<_> = facts
        .daily
        .unwrap()
        .seats_by_grade
        .keys()
        .map(|grade| grade.code().to_owned())
        .collect();
    assert_eq!(grades, ["bad_r", "스탠딩"]);
}
