//! Days, and which rows are data.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::xlsx;
use sample_data::{Cell, CellError};

use super::with_daily;
use crate::support::{
    DAILY, PERFORMANCES, assert_findings, assert_findings_but_sums, context, day, play, read_bytes, read_play,
};

#[test]
fn daily_rows_after_the_record_date_are_templates() {
    let mut workbook = with_daily("B5", day("2026-11-20"));
    workbook
        .sheet_mut(DAILY)
        .set("C5", 0)
        .clear("D5")
        .set("E5", CellError::Ref)
        .set("F5", "나중에");
    let reading = read_play(&workbook);
    assert_findings_but_sums(&reading, &[]);
    assert_eq!(reading.facts().unwrap().daily.unwrap().rows, 1);
}

#[test]
fn the_same_sale_day_twice_is_told_at_the_second_one() {
    assert_findings(
        &read_play(&with_daily("B5", day("2026-11-18"))),
        &[(Code::DuplicateSaleDay, "Daily!B5", "2026-11-18")],
    );
}

#[test]
fn sales_before_the_first_day_of_sale_are_told() {
    let mut context = context(Category::Musical);
    context.sale_start = Some(day("2026-11-19"));
    let reading = read_bytes("a.xlsx", &xlsx(&play()), &context);
    assert_findings(&reading, &[(Code::SaleBeforeStart, "Daily!B4", "2026-11-18")]);
}

#[test]
fn a_day_is_read_from_number_and_text() {
    let expected = read_play(&play()).snapshot;
    for cell in [
        Cell::from(20_261_118),
        46_344.into(),
        46_344.75.into(),
        "20261118".into(),
        "2026-11-18".into(),
        "2026. 11. 18.".into(),
        "2026년 11월 18일".into(),
        "26/11/18".into(),
        "2026-11-18 (수)".into(),
        "2026-11-18 Wed 19:30".into(),
    ] {
        let reading = read_play(&with_daily("B4", cell.clone()));
        assert_findings(&reading, &[]);
        assert_eq!(reading.snapshot, expected, "{cell:?}");
    }
}

#[test]
fn a_weekday_of_another_day_is_told() {
    let reading = read_play(&with_daily("B4", "2026-11-18 (목)"));
    assert_findings(&reading, &[(Code::WeekdayMismatch, "Daily!B4", "2026-11-18 (목)")]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn what_is_no_day_in_a_row_with_figures_is_an_error() {
    for date in [
        "11-18",
        "11월 18일",
        "18/11",
        "11/12/2026",
        "곧",
        "46344",
        "2026-11-31",
        "2026-11-18 휴관",
    ] {
        assert_findings(
            &read_play(&with_daily("B4", date)),
            &[(Code::NotADate, "Daily!B4", date)],
        );
    }
    for number in [-1.0, 0.5, 1_949.5, 2_958_466.0] {
        let expected = [(Code::NotADate, "Daily!B4", &*number.to_string())];
        assert_findings(&read_play(&with_daily("B4", number)), &expected);
    }
    let formula = with_daily("B4", Cell::formula("B3+1", 7));
    assert_findings(&read_play(&formula), &[(Code::NotADate, "Daily!B4", "7")]);
    assert_findings(
        &read_play(&with_daily("B4", true)),
        &[(Code::NotADate, "Daily!B4", "TRUE")],
    );
}

#[test]
fn a_row_with_figures_whose_date_is_blank_or_a_count_is_told_at_its_first_figure() {
    for date in [Cell::Empty, "  ".into(), 2.into(), 0.into()] {
        let mut workbook = with_daily("B4", date);
        workbook.sheet_mut(DAILY).set("C4", 0);
        let reading = read_play(&workbook);
        assert_eq!(reading.diagnostic_counts[&Code::RowWithoutDate], 1);
        let finding = reading
            .diagnostics
            .iter()
            .find(|finding| finding.code == Code::RowWithoutDate)
            .unwrap();
        assert_eq!(finding.cell.as_deref(), Some("Daily!D4"));
        assert_eq!(reading.snapshot.daily_sales.len(), 1);
    }
}

#[test]
fn a_row_without_figures_is_for_people() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("B7", "메모")
        .set("C7", 0)
        .set("E7", "-")
        .set("F7", "다음 주 확인")
        .set("B8", 3)
        .set("E8", 0)
        .set("B9", "판매일")
        .set("C9", "R석")
        .set("B10", "11-18");
    assert_eq!(read_play(&workbook), read_play(&play()));
}

#[test]
fn a_line_of_totals_is_for_people() {
    for word in [
        "합계",
        "소계",
        "총계",
        "누계",
        "계",
        "평균",
        "TOTAL",
        "Sum",
        "avg",
        "합계(원)",
        "합 계",
        "소계 11월",
    ] {
        let mut workbook = with_daily("B6", word);
        assert_eq!(read_play(&workbook), read_play(&play()), "{word}");
        // The word may stand in a column for people, if it is the first text of the row.
        workbook.sheet_mut(DAILY).set("B6", 2).set("A6", word);
        assert_eq!(read_play(&workbook), read_play(&play()), "{word}");
    }
    assert_findings(
        &read_play(&with_daily("B6", "전체")),
        &[(Code::NotADate, "Daily!B6", "전체")],
    );
    let mut workbook = with_daily("B6", Cell::Empty);
    workbook.sheet_mut(DAILY).set("A6", "비고").set("G6", "합계");
    assert_findings(&read_play(&workbook), &[(Code::RowWithoutDate, "Daily!E6", "10")]);
}

#[test]
fn days_after_the_record_date_with_figures_are_told_once() {
    let mut workbook = with_daily("B5", day("2062-11-19"));
    workbook
        .sheet_mut(DAILY)
        .set("B7", day("2026-11-20"))
        .set("E7", 0)
        .set("B8", day("2026-11-21"))
        .set("E8", "3")
        .set("B9", day("2026-11-22"));
    workbook
        .sheet_mut(PERFORMANCES)
        .set("H4", 0)
        .set("I4", 0)
        .set("F4", 0)
        .set("G4", 0);
    let reading = read_play(&workbook);
    assert_findings_but_sums(&reading, &[(Code::SaleAfterRecordDate, "Daily!B5", "2")]);
    assert_eq!(reading.snapshot.daily_sales.len(), 1);
}
