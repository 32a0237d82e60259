//! Seats, won, shares and names.

use domain::diagnostics::DiagnosticCode as Code;
use sample_data::Cell;

use super::{with_daily, with_performance};
use crate::support::{
    DAILY, PERFORMANCES, assert_findings, assert_findings_but_sums, concert, percent, play, read_concert, read_play,
};

#[test]
fn a_blank_number_is_zero_and_told() {
    let mut workbook = with_daily("C4", Cell::Empty);
    workbook.sheet_mut(DAILY).set("D4", "   ").set("E4", 0).set("F4", "");
    workbook.sheet_mut(PERFORMANCES).clear("L5").clear("J5").set("K5", 0);
    let reading = read_play(&workbook);
    assert_findings_but_sums(
        &reading,
        &[
            (Code::BlankNumber, "Daily!C4", ""),
            (Code::BlankNumber, "Daily!D4", ""),
            (Code::BlankNumber, "Daily!F4", ""),
            (Code::BlankNumber, "회차별판매!J5", ""),
            (Code::BlankNumber, "회차별판매!L5", ""),
        ],
    );
    assert_eq!(reading.facts().unwrap().daily.unwrap().rows, 2);
}

#[test]
fn zero_is_a_value_like_any_other() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("C4", 0)
        .set("D4", 0)
        .set("E4", 0)
        .set("F4", 0);
    let reading = read_play(&workbook);
    assert_findings_but_sums(&reading, &[]);
    assert_eq!(reading.snapshot.daily_sales.len(), 2);
}

#[test]
fn a_fraction_is_rounded_half_away_from_zero() {
    let mut workbook = with_daily("F4", 400_000.5);
    workbook.sheet_mut(DAILY).set("F5", -0.5).set("C5", 4.4);
    let reading = read_play(&workbook);
    assert_findings_but_sums(
        &reading,
        &[
            (Code::Fraction, "Daily!F4", "400000.5"),
            (Code::Fraction, "Daily!C5", "4.4"),
            (Code::Fraction, "Daily!F5", "-0.5"),
            (Code::NegativeSale, "Daily!F5", "-1"),
        ],
    );
    assert_eq!(reading.facts().unwrap().daily.unwrap().revenue_krw, 400_001 - 1);
}

#[test]
fn a_share_is_its_shortest_decimal() {
    let reading = read_play(&with_performance("M4", percent(0.285)));
    assert_findings(&reading, &[]);
    let share = reading.snapshot.performance_sales[0].stage.unwrap().paid_share;
    assert_eq!(share.to_string(), "0.285");
    let reading = read_play(&with_performance("M4", percent(1.0 / 3.0)));
    let share = reading.snapshot.performance_sales[0].stage.unwrap().paid_share;
    assert_eq!(share.to_string(), "0.3333333333333333");
}

#[test]
fn refunds_above_sales_are_told() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("C4", -3).set("E4", -1).set("F4", -90_000);
    workbook.sheet_mut(PERFORMANCES).set("I4", -1);
    assert_findings_but_sums(
        &read_play(&workbook),
        &[
            (Code::NegativeSale, "Daily!C4", "-3"),
            (Code::NegativeSale, "Daily!E4", "-1"),
            (Code::NegativeSale, "Daily!F4", "-90000"),
            (Code::NegativeSale, "회차별판매!I4", "-1"),
        ],
    );
    let mut workbook = concert();
    workbook.sheet_mut("일일 판매").set("E4", -2);
    assert_findings_but_sums(&read_concert(&workbook), &[(Code::NegativeSale, "일일 판매!E4", "-2")]);
}

#[test]
fn a_performance_cannot_have_fewer_than_no_seats() {
    let mut workbook = play();
    workbook
        .sheet_mut(PERFORMANCES)
        .set("F4", -6)
        .set("H4", -5)
        .set("J5", -2)
        .set("K5", -2);
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::NegativeSeats, "회차별판매!F4", "-6"),
            (Code::NegativeSeats, "회차별판매!H4", "-5"),
            (Code::NegativeSeats, "회차별판매!J5", "-2"),
            (Code::NegativeSeats, "회차별판매!K5", "-2"),
        ],
    );
    assert!(reading.facts().is_none());
}

#[test]
fn text_and_truth_are_no_numbers() {
    let mut workbook = with_daily("E5", "109명");
    workbook.sheet_mut(DAILY).set("F5", true);
    workbook.sheet_mut(PERFORMANCES).set("F4", "다섯").set("L4", "1,2");
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::NotANumber, "Daily!E5", "109명"),
            (Code::NotANumber, "Daily!F5", "TRUE"),
            (Code::NotANumber, "회차별판매!F4", "다섯"),
            (Code::NotANumber, "회차별판매!L4", "1,2"),
        ],
    );
    assert_eq!(
        (
            reading.snapshot.daily_sales.len(),
            reading.snapshot.performance_sales.len()
        ),
        (1, 1)
    );
}

#[test]
fn a_text_that_is_plainly_a_number_is_read_and_told() {
    let mut workbook = with_daily("E4", "5매");
    workbook
        .sheet_mut(DAILY)
        .set("F4", " ₩400,000 ")
        .set("C4", "3석")
        .set("D5", "１");
    workbook
        .sheet_mut(PERFORMANCES)
        .set("I4", "425,000원")
        .set("L4", "25%")
        .set("C5", "0.75");
    let reading = read_play(&workbook);
    assert_findings(
        &reading,
        &[
            (Code::NotANumber, "Daily!D5", "１"),
            (Code::TextNumber, "Daily!C4", "3석"),
            (Code::TextNumber, "Daily!E4", "5매"),
            (Code::TextNumber, "Daily!F4", " ₩400,000 "),
            (Code::TextNumber, "회차별판매!I4", "425,000원"),
            (Code::TextNumber, "회차별판매!L4", "25%"),
            (Code::TextNumber, "회차별판매!C5", "0.75"),
        ],
    );
    assert_eq!(reading.snapshot.daily_sales[0].revenue_krw, 400_000);
    let second = &reading.snapshot.performance_sales[1];
    assert_eq!(second.starts_at.to_rfc3339(), "2026-11-21T18:00:00+09:00");
}

#[test]
fn minus_is_written_in_many_ways_and_alone_is_zero() {
    let mut workbook = with_daily("C4", "(3)");
    workbook
        .sheet_mut(DAILY)
        .set("D4", " -   ")
        .set("E4", "△3")
        .set("F4", "▲1,000");
    let reading = read_play(&workbook);
    let sale = &reading.snapshot.daily_sales[0];
    assert_eq!((sale.seats, sale.revenue_krw), (-3, -1_000));
    assert_eq!(sale.seats_by_grade.values().copied().collect::<Vec<_>>(), [-3, 0]);
}

#[test]
fn a_blank_grade_is_left_out_of_all_rows_but_the_first() {
    let mut workbook = with_daily("D4", Cell::Empty);
    workbook.sheet_mut(DAILY).set("E4", 3).clear("D5").set("E5", 4);
    let reading = read_play(&workbook);
    let grades = |row: usize| reading.snapshot.daily_sales[row].seats_by_grade.len();
    assert_eq!((grades(0), grades(1)), (2, 1));
    assert_eq!(reading.facts().unwrap().daily.unwrap().seats_by_grade.len(), 2);
    assert!(!reading.has_errors);
}

#[test]
fn numbers_beyond_all_bounds_are_none() {
    let mut workbook = with_daily("E4", 10_000_001);
    workbook.sheet_mut(DAILY).set("F4", -1e13).set("F5", 1e300);
    workbook.sheet_mut(PERFORMANCES).set("M4", 1_000);
    let reading = read_play(&workbook);
    let places = reading
        .diagnostics
        .iter()
        .map(|finding| (finding.code, finding.cell.as_deref().unwrap()));
    assert_eq!(
        places.collect::<Vec<_>>(),
        [
            (Code::NotANumber, "Daily!E4"),
            (Code::NotANumber, "Daily!F4"),
            (Code::NotANumber, "Daily!F5"),
            (Code::NotANumber, "회차별판매!M4"),
        ]
    );
}

#[test]
fn grades_that_do_not_add_up_are_told_at_the_total() {
    let mut workbook = with_daily("C4", 4);
    workbook.sheet_mut(PERFORMANCES).set("G4", 2).set("K5", 3);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::GradeSumMismatch, "Daily!E4", "5"),
            (Code::GradeSumMismatch, "회차별판매!H4", "5"),
            (Code::GradeSumMismatch, "회차별판매!K5", "3"),
        ],
    );
}

#[test]
fn totals_without_grades_are_fine() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).clear("C2").clear("D2");
    workbook.sheet_mut(PERFORMANCES).clear("J2");
    assert_findings(&read_play(&workbook), &[]);
}

#[test]
fn shares_outside_of_the_house_are_told() {
    let mut workbook = with_performance("L4", percent(1.2));
    workbook
        .sheet_mut(PERFORMANCES)
        .set("M4", percent(1.200_1))
        .set("N4", percent(-0.01));
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::ShareOutOfRange, "회차별판매!M4", "1.2001"),
            (Code::ShareOutOfRange, "회차별판매!N4", "-0.01"),
        ],
    );
}

#[test]
fn a_missing_name_is_told_and_left_out() {
    let reading = read_play(&with_performance("D4", " "));
    assert_findings(&reading, &[(Code::MissingCast, "회차별판매!D4", "")]);
    assert_eq!(reading.snapshot.performance_sales[0].cast, ["강준호"]);
}
