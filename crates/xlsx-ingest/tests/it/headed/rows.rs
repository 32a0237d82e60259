//! Which rows count, and what their cells mean.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{ods, xls, xlsb, xlsx};
use sample_data::{Cell, CellError, Workbook};
use xlsx_ingest::ReadingContext;

use super::{Play, sheet};
use crate::support::{assert_findings, context, day, read_bytes, time};

#[test]
fn what_is_peculiar_about_a_cell_is_told_at_the_cell() {
    for (place, value, code, at) in [
        (
            "회차별판매!B5",
            Cell::from(CellError::Ref),
            Code::ErrorCell,
            "회차별판매!B5",
        ),
        ("Daily!A6", CellError::NotAvailable.into(), Code::ErrorCell, "Daily!A6"),
        ("회차별판매!D5", Cell::Empty, Code::MissingTime, "회차별판매!D5"),
        ("회차별판매!D5", "곧".into(), Code::NotATime, "회차별판매!D5"),
        ("회차별판매!F5", "품절".into(), Code::NotANumber, "회차별판매!F5"),
        ("회차별판매!J5", (-2).into(), Code::NegativeSeats, "회차별판매!J5"),
        ("회차별판매!J5", 2.5.into(), Code::Fraction, "회차별판매!J5"),
        ("회차별판매!L6", (-300_000).into(), Code::NegativeSale, "회차별판매!L6"),
        ("회차별판매!K6", 0.into(), Code::RevenueWithoutSeats, "회차별판매!L6"),
        ("회차별판매!E5", Cell::Empty, Code::MissingCast, "회차별판매!E5"),
        ("회차별판매!C5", "토".into(), Code::WeekdayMismatch, "회차별판매!C5"),
        ("회차별판매!K6", Cell::Empty, Code::BlankNumber, "회차별판매!K6"),
        ("회차별판매!J6", Cell::Empty, Code::BlankNumber, "회차별판매!J6"),
        ("Daily!A6", day("2026-11-18").into(), Code::DuplicateSaleDay, "Daily!A6"),
        ("Daily!D6", (-3).into(), Code::NegativeSale, "Daily!D6"),
    ] {
        Play::new().with(place, value).tells(code, at);
    }
    let twice = Play::new()
        .with("회차별판매!B6", day("2026-11-20"))
        .with("회차별판매!D6", time(19, 30));
    twice.tells(Code::DuplicatePerformance, "회차별판매!B6");
    let mut early = Play::new();
    early.context.sale_start = Some(day("2026-11-19"));
    early.tells(Code::SaleBeforeStart, "Daily!A5");
}

#[test]
fn a_weekday_that_is_none_is_not_looked_at() {
    Play::new().with("회차별판매!C5", "첫날").gives(&[]);
    Play::new().with("회차별판매!C5", "금요일").gives(&[]);
    Play::new().with("회차별판매!C5", "Friday").gives(&[]);
}

#[test]
fn blanks_and_dashes_of_agencies_are_nothing_and_need_no_word() {
    for nothing in [Cell::Empty, "-".into(), " − ".into()] {
        let reading = Play::new()
            .with("회차별판매!H6", nothing.clone())
            .with("회차별판매!I6", nothing)
            .gives(&[]);
        assert_eq!(reading.snapshot, Play::new().read().snapshot);
    }
}

#[test]
fn texts_are_read_and_told_once_for_a_column() {
    let texts = Play::new()
        .with("회차별판매!B5", "2026. 11. 20.")
        .with("회차별판매!B6", "26년 11월 21일 (토)")
        .with("회차별판매!D5", "오후 7:30")
        .with("회차별판매!D6", "14시")
        .with("회차별판매!G5", "₩400,000")
        .with("회차별판매!G6", "300,000원");
    let reading = texts.gives(&[
        (Code::TextDate, "회차별판매!B5", "2026. 11. 20."),
        (Code::TextDate, "회차별판매!D5", "오후 7:30"),
        (Code::TextNumber, "회차별판매!G5", "₩400,000"),
    ]);
    assert_eq!(reading.snapshot, Play::new().read().snapshot);
}

#[test]
fn a_number_of_a_performance_is_written_in_several_ways() {
    for (written, number) in [("2회", 2), ("제12회", 12), ("12", 12)] {
        let reading = Play::new().with("회차별판매!A6", written).gives(&[]);
        assert_eq!(
            reading.snapshot.performance_sales[1].details.number,
            Some(number),
            "{written}"
        );
    }
    // What is no number does not make a row data, but its date and time do.
    let reading = Play::new().with("회차별판매!A6", "낮").gives(&[]);
    assert_eq!(reading.snapshot.performance_sales[1].details.number, None);
}

#[test]
fn serials_are_days_and_times_in_every_format() {
    let expected = Play::new().read().snapshot;
    let serials = Play::new()
        .with("회차별판매!B5", 46_346)
        .with("회차별판매!D5", 0.8125)
        .with("회차별판매!B6", 46_347)
        .with("회차별판매!D6", 14.0 / 24.0)
        .with("Daily!A5", 46_344)
        .with("Daily!A6", 46_345);
    let workbook = &serials.workbook;
    for (name, bytes) in [
        ("xlsx", xlsx(workbook)),
        ("xlsb", xlsb(workbook)),
        ("xls", xls(workbook)),
        ("ods", ods(workbook)),
    ] {
        let reading = read_bytes("a", &bytes, &serials.context);
        assert_findings(&reading, &[]);
        assert_eq!(reading.snapshot, expected, "{name}");
    }
}

#[test]
fn below_two_blank_rows_nothing_is_looked_for() {
    Play::new().with("회차별판매!F9", 77).gives(&[]);
    Play::new()
        .with("회차별판매!F8", 77)
        .gives(&[(Code::MissingDate, "회차별판매!B8", "")]);
    Play::new()
        .with("회차별판매!B8", "다음 주")
        .with("회차별판매!F8", 77)
        .gives(&[(Code::NotADate, "회차별판매!B8", "다음 주")]);
    // A row of figures that are all 0, and one of words, are for people.
    Play::new()
        .with("회차별판매!F8", 0)
        .with("회차별판매!L7", "메모")
        .gives(&[]);
}

#[test]
fn a_row_of_totals_is_never_data_and_is_held_against_the_rows() {
    let totals = Play::new()
        .with("회차별판매!A7", "합 계")
        .with("회차별판매!F7", 7)
        .with("회차별판매!K7", 8);
    let reading = totals.gives(&[]);
    assert_eq!(reading.recognised().unwrap()[1].check_rows, [6]);
    totals
        .with("회차별판매!K7", 9)
        .gives(&[(Code::TotalRowMismatch, "회차별판매!K7", "9")]);
    // Above the rows.
    let mut above = Play::new();
    above.workbook.sheet_mut("회차별판매").insert_rows(4, 1);
    above = above.with("회차별판매!E5", "TOTAL").with("회차별판매!K5", 8);
    above.gives(&[]);
    above
        .with("회차별판매!K5", 5)
        .gives(&[(Code::TotalRowMismatch, "회차별판매!K5", "5")]);
    // An error in a row of totals is nobody's matter; a mismatch is not looked for where rows have errors.
    Play::new()
        .with("회차별판매!A7", "누계")
        .with("회차별판매!F7", CellError::Div0)
        .with("회차별판매!K7", 99)
        .with("회차별판매!D5", Cell::Empty)
        .gives(&[(Code::MissingTime, "회차별판매!D5", "")]);
}

#[test]
fn days_to_come_are_no_data_and_count_in_totals() {
    let ahead = Play::new()
        .with("Daily!A7", day("2026-11-20"))
        .with("Daily!B7", "품절")
        .with("Daily!D7", 2)
        .with("Daily!A8", "합계")
        .with("Daily!D8", 10);
    let reading = ahead.gives(&[]);
    assert_eq!(reading.snapshot.daily_sales.len(), 2);
    assert_eq!(reading.recognised().unwrap()[0].data_rows.unwrap().count, 2);
}

#[test]
fn sale_days_and_days_of_performances_are_never_mixed() {
    let reading = Play::new().read();
    let days: Vec<_> = reading.snapshot.daily_sales.iter().map(|sale| sale.sale_day).collect();
    assert_eq!(days, [day("2026-11-18"), day("2026-11-19")]);
    let of_agencies: Vec<_> = reading
        .snapshot
        .agencies
        .days
        .iter()
        .map(|sold| sold.sale_day)
        .collect();
    assert_eq!(of_agencies, days);
    let mut without = Play::new();
    without.workbook.sheets.retain(|sheet| sheet.name != "Daily");
    let reading = without.gives(&[]);
    assert_eq!(reading.snapshot.daily_sales, []);
    assert!(reading.snapshot.agencies.days.is_empty());
    let facts = reading.facts().unwrap();
    assert_eq!(facts.daily, None);
    assert_eq!(
        (facts.agencies[0].days.is_none(), facts.performances.paid_seats),
        (true, 8)
    );
}

#[test]
fn a_concert_begins_when_its_production_says_unless_its_rows_do() {
    let workbook = Workbook::new("20261119_CO2613_x.xlsx")
        .with_sheet(sheet(
            "일일판매 (마감)",
            &[
                "           |유료 계|      |초대|",
                "판매일     |매수   |금액  |매수",
                "@2026-11-18|5      |500000|1",
            ],
        ))
        .with_sheet(sheet(
            "Seat details",
            &[
                "   |           |유료 계| |초대| |인터파크| ",
                "No.|공연일     |R석|매수|R석|매수|매수|금액",
                "1  |@2026-12-19|5  |5   |1  |1   |5   |500000",
            ],
        ));
    let mut known = context(Category::Concert);
    known.house.concert_time = Some(time(18, 0));
    let read = |context: &ReadingContext| read_bytes("a.xlsx", &xlsx(&workbook), context);
    let reading = read(&known);
    assert_findings(&reading, &[]);
    let sale = &reading.snapshot.performance_sales[0];
    assert_eq!(sale.starts_at.naive_local(), day("2026-12-19").and_time(time(18, 0)));
    assert_eq!((sale.paid_seats, sale.complimentary_seats, sale.stage), (5, 1, None));
    // A concert has no won by performance, but its agencies do.
    assert_eq!(
        reading.snapshot.agencies.performances[0].sold.revenue_krw,
        Some(500_000)
    );
    assert_eq!(reading.snapshot.daily_sales[0].complimentary_seats, 1);
    let unknown = read(&context(Category::Concert));
    assert_findings(&unknown, &[(Code::MissingColumn, "Seat details", "시간")]);
}
