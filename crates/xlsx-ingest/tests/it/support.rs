//! Small workbooks with known figures, and readers of them.

use chrono::{NaiveDate, NaiveTime};
use domain::diagnostics::DiagnosticCode;
use domain::production::Category;
use sample_data::formats::xlsx;
use sample_data::{Cell, Sheet, Workbook};
use xlsx_ingest::{House, InProcess, Limits, Reading, ReadingContext, WorkbookFile, read_workbook};

pub(crate) const DAILY: &str = "Daily";
pub(crate) const PERFORMANCES: &str = "회차별판매";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

pub(crate) fn percent(share: f64) -> Cell {
    Cell::Percent(share)
}

/// What is read as of 19 November 2026.
pub(crate) fn context(category: Category) -> ReadingContext {
    ReadingContext {
        kind: None,
        category: Some(category),
        record_date: day("2026-11-19"),
        sale_start: None,
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    }
}

pub(crate) fn read_bytes(name: &str, bytes: &[u8], context: &ReadingContext) -> Reading {
    read_workbook(&[WorkbookFile { name, bytes }], context, &Limits::default(), &InProcess)
}

pub(crate) fn read_play(workbook: &Workbook) -> Reading {
    read_bytes("a.xlsx", &xlsx(workbook), &context(Category::Play))
}

pub(crate) fn read_concert(workbook: &Workbook) -> Reading {
    read_bytes("a.xlsx", &xlsx(workbook), &context(Category::Concert))
}

/// Code, place and value of each finding; the place is a cell, or else a sheet.
pub(crate) fn findings(reading: &Reading) -> Vec<(&'static str, String, String)> {
    let place = |finding: &domain::diagnostics::Diagnostic| finding.cell.clone().or_else(|| finding.sheet.clone());
    let findings = reading.diagnostics.iter();
    findings
        .map(|finding| {
            (
                finding.code.code(),
                place(finding).unwrap_or_default(),
                finding.value.clone().unwrap_or_default(),
            )
        })
        .collect()
}

/// Fails unless these are all findings, in this order.
#[track_caller]
pub(crate) fn assert_findings(reading: &Reading, expected: &[(DiagnosticCode, &str, &str)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(code, place, value)| (code.code(), (*place).to_owned(), (*value).to_owned()))
        .collect();
    assert_eq!(findings(reading), expected);
}

/// The same, of a workbook whose two sheets no longer agree because one was changed.
#[track_caller]
pub(crate) fn assert_findings_but_sums(reading: &Reading, expected: &[(DiagnosticCode, &str, &str)]) {
    let mut reading = reading.clone();
    reading
        .diagnostics
        .retain(|finding| finding.code != DiagnosticCode::SheetsDisagree);
    assert_findings(&reading, expected);
}

/// Two sale days and two performances of a play with grades R and S. Data begins in row 4.
pub(crate) fn play() -> Workbook {
    Workbook::new("20261119_PL2612_x.xlsx")
        .with_sheet(play_daily())
        .with_sheet(play_performances())
}

fn play_daily() -> Sheet {
    let mut sheet = Sheet::new(DAILY);
    put_row(
        &mut sheet,
        2,
        ["dash_date", "dash_seat_deposit_r", "dash_seat_deposit_s"],
    );
    sheet
        .set("E2", "dash_seat_deposit_tot")
        .set("F2", "dash_seat_deposit_sales");
    put_row(&mut sheet, 3, ["판매일", "R석", "S석"]);
    for (row, date, r, s, won) in [(4, "2026-11-18", 3, 2, 400_000), (5, "2026-11-19", 4, 1, 450_000)] {
        put_row(&mut sheet, row, [Cell::from(day(date)), r.into(), s.into()]);
        sheet.set(cell("E", row), r + s).set(cell("F", row), won);
    }
    sheet.set("B6", "합계").set("E6", 10).set("F6", 850_000);
    sheet
}

fn play_performances() -> Sheet {
    let mut sheet = Sheet::new(PERFORMANCES);
    put_row(&mut sheet, 2, ["dash_date", "dash_time", "dash_cast_1", "dash_cast_2"]);
    for (column, marker) in [
        ("F", "dash_seat_paid_r"),
        ("G", "dash_seat_paid_s"),
        ("H", "dash_seat_paid_tot"),
        ("I", "dash_seat_paid_sales"),
        ("J", "dash_seat_invite_r"),
        ("K", "dash_seat_invite_tot"),
        ("L", "dash_share_deposit"),
        ("M", "dash_share_paid"),
        ("N", "dash_share_free"),
    ] {
        sheet.set(cell(column, 2), marker);
    }
    for (row, date, start) in [(4, "2026-11-20", time(19, 30)), (5, "2026-11-21", time(14, 0))] {
        put_row(
            &mut sheet,
            row,
            [Cell::from(day(date)), start.into(), "김지유".into(), "강준호".into()],
        );
        for (column, number) in [("F", 4), ("G", 1), ("H", 5), ("I", 425_000), ("J", 2), ("K", 2)] {
            sheet.set(cell(column, row), number);
        }
        sheet
            .set(cell("L", row), percent(0.25))
            .set(cell("M", row), percent(0.2))
            .set(cell("N", row), percent(0.08));
    }
    sheet
}

/// Two sale days and one performance of a concert with grades R and S. Data begins in row 3.
pub(crate) fn concert() -> Workbook {
    let mut daily = Sheet::new("일일 판매");
    put_row(
        &mut daily,
        2,
        [
            "dash_date",
            "dash_seat_paid_tot",
            "dash_seat_paid_sales",
            "dash_seat_invite_tot",
        ],
    );
    put_row(
        &mut daily,
        3,
        [Cell::from(day("2026-11-18")), 5.into(), 500_000.into(), 1.into()],
    );
    put_row(
        &mut daily,
        4,
        [Cell::from(day("2026-11-19")), 6.into(), 600_000.into(), 0.into()],
    );
    let mut seats = Sheet::new("Seat details");
    let markers = [
        "dash_date",
        "dash_time",
        "dash_seat_paid_tot",
        "dash_seat_paid_r",
        "dash_seat_paid_s",
    ];
    put_row(&mut seats, 2, markers);
    seats.set("G2", "dash_seat_invite_tot").set("H2", "dash_seat_invite_r");
    let start = [
        Cell::from(day("2026-12-19")),
        time(18, 0).into(),
        11.into(),
        7.into(),
        4.into(),
    ];
    put_row(&mut seats, 3, start);
    seats.set("G3", 1).set("H3", 1);
    Workbook::new("20261119_CO2613_x.xlsx")
        .with_sheet(daily)
        .with_sheet(seats)
}

/// Puts cells into a row from column B on.
fn put_row<C: Into<Cell>>(sheet: &mut Sheet, row: u32, cells: impl IntoIterator<Item = C>) {
    for (column, cell) in (1..).zip(cells) {
        sheet.set((row - 1, column), cell);
    }
}

/// The address that a person writes.
pub(crate) fn cell(column: &str, row: u32) -> sample_data::Address {
    format!("{column}{row}").as_str().into()
}
