//! Sums that contradict each other.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use domain::sales::SaleTotals;
use sample_data::formats::xlsx;

use super::with_daily;
use crate::support::{
    DAILY, PERFORMANCES, assert_findings, cell, concert, context, play, read_bytes, read_concert, read_play,
};

#[test]
fn revenue_without_seats_is_told() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("C4", 1).set("D4", -1).set("E4", 0);
    workbook.sheet_mut(PERFORMANCES).set("F4", 0).set("G4", 0).set("H4", 0);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::NegativeSale, "Daily!D4", "-1"),
            (Code::RevenueWithoutSeats, "Daily!F4", "400000"),
            (Code::RevenueWithoutSeats, "회차별판매!I4", "425000"),
        ],
    );
}

#[test]
fn totals_that_shrank_by_more_than_five_per_cent_are_told() {
    let read = |revenue_krw, seats| {
        let mut context = context(Category::Play);
        context.previous_totals = Some(SaleTotals { revenue_krw, seats });
        read_bytes("a.xlsx", &xlsx(&play()), &context)
    };
    assert_findings(&read(894_736, 10), &[]);
    assert_findings(
        &read(894_737, 11),
        &[
            (Code::RevenueShrank, "Daily", "894,737 → 850,000"),
            (Code::SeatsShrank, "Daily", "11 → 10"),
        ],
    );
    assert_findings(&read(0, -5), &[]);
}

#[test]
fn a_daily_sheet_with_errors_is_not_compared() {
    let mut context = context(Category::Play);
    context.previous_totals = Some(SaleTotals {
        revenue_krw: 10_000_000,
        seats: 1_000,
    });
    let reading = read_bytes("a.xlsx", &xlsx(&with_daily("E4", "x")), &context);
    assert_findings(&reading, &[(Code::NotANumber, "Daily!E4", "x")]);
}

#[test]
fn paid_seats_without_revenue_are_told() {
    let mut workbook = with_daily("F4", 0);
    workbook.sheet_mut(DAILY).set("F5", 850_000);
    workbook.sheet_mut(PERFORMANCES).set("I4", 0).set("I5", 850_000);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::SeatsWithoutRevenue, "Daily!E4", "5"),
            (Code::SeatsWithoutRevenue, "회차별판매!H4", "5"),
        ],
    );
}

#[test]
fn sheets_that_disagree_are_told_with_both_sums() {
    let mut workbook = with_daily("F4", 350_001);
    assert_findings(
        &read_play(&workbook),
        &[(Code::SheetsDisagree, "", "Daily ₩800,001 ≠ 회차별판매 ₩850,000")],
    );
    workbook.sheet_mut(DAILY).set("F4", 400_000).set("E5", 6).set("C5", 5);
    assert_findings(
        &read_play(&workbook),
        &[(Code::SheetsDisagree, "", "Daily 11 ≠ 회차별판매 10")],
    );
    let mut workbook = concert();
    workbook.sheet_mut("일일 판매").set("C3", 500);
    assert_findings(&read_concert(&workbook), &[]);
}

#[test]
fn a_sheet_without_a_data_row_is_told() {
    let mut workbook = play();
    let (daily, performances) = (workbook.sheet_mut(DAILY), ["B4", "B5"]);
    daily.clear("B4").clear("B5");
    for column in ["C", "D", "E", "F"] {
        daily.clear(cell(column, 4)).clear(cell(column, 5));
    }
    for date in performances {
        workbook.sheet_mut(PERFORMANCES).set(date, "합계");
    }
    assert_findings(
        &read_play(&workbook),
        &[(Code::NoDataRows, "Daily", ""), (Code::NoDataRows, "회차별판매", "")],
    );
}
