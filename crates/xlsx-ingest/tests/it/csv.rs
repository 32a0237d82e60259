//! Sheets as text: encodings, delimiters, ways to write numbers and days.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{CsvDates, CsvEncoding, CsvStyle, csv};
use sample_data::{CellError, Workbook};
use xlsx_ingest::{InProcess, Layout, Limits, Reading, WorkbookFile, read_workbook};

use crate::support::{DAILY, PERFORMANCES, assert_findings, concert, context, play, read_concert, read_play};

fn read_texts(texts: &[&[u8]], category: Option<Category>) -> Reading {
    let files: Vec<_> = texts
        .iter()
        .map(|bytes| WorkbookFile {
            name: "20261119_X_a.csv",
            bytes,
        })
        .collect();
    let mut context = context(Category::Play);
    context.category = category;
    read_workbook(&files, &context, &Limits::default(), &InProcess)
}

fn read_as_csv(workbook: &Workbook, category: Category, style: CsvStyle) -> Reading {
    let texts: Vec<_> = workbook.sheets.iter().map(|sheet| csv(sheet, style)).collect();
    let texts: Vec<_> = texts.iter().map(Vec::as_slice).collect();
    read_texts(&texts, Some(category))
}

fn daily() -> Vec<u8> {
    csv(play().sheet(DAILY), CsvStyle::default())
}

fn performances() -> Vec<u8> {
    csv(play().sheet(PERFORMANCES), CsvStyle::default())
}

/// A daily sheet of one row with these cells.
fn read_daily_row(date: &str, r: &str, total: &str, won: &str) -> Reading {
    let text = format!(
        "일별 판매\n\ndash_date;dash_seat_deposit_r;dash_seat_deposit_tot;dash_seat_deposit_sales\n{date};{r};{total};{won}\n"
    );
    read_texts(&[text.as_bytes(), &performances()], Some(Category::Play))
}

#[test]
fn every_encoding_and_habit_gives_the_snapshot_of_the_workbook() {
    let expected = read_play(&play()).snapshot;
    for encoding in CsvEncoding::ALL {
        for dates in CsvDates::ALL {
            for rich in [false, true] {
                let style = CsvStyle {
                    encoding,
                    dates,
                    thousands: rich,
                    won_sign: rich,
                    percent: rich,
                    seconds: rich,
                    quote_all: rich,
                };
                let reading = read_as_csv(&play(), Category::Play, style);
                assert_findings(&reading, &[]);
                assert_eq!(reading.snapshot, expected, "{style:?}");
            }
        }
    }
}

#[test]
fn a_concert_comes_as_text_too() {
    let reading = read_as_csv(&concert(), Category::Concert, CsvStyle::default());
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_concert(&concert()).snapshot);
}

#[test]
fn the_order_of_the_files_does_not_matter_and_the_markers_say_the_layout() {
    let reading = read_texts(&[&performances(), &daily()], None);
    assert_findings(&reading, &[]);
    assert_eq!(reading.layout, Layout::Stage);
    let concert = concert();
    let texts = ["일일 판매", "Seat details"].map(|sheet| csv(concert.sheet(sheet), CsvStyle::default()));
    assert_eq!(read_texts(&[&texts[0], &texts[1]], None).layout, Layout::Concert);
    assert_eq!(read_texts(&[&texts[0]], None).layout, Layout::Concert);
}

#[test]
fn one_file_alone_lacks_a_sheet() {
    assert_findings(
        &read_texts(&[&daily()], Some(Category::Play)),
        &[(Code::MissingSheet, "회차별판매", "")],
    );
    assert_findings(
        &read_texts(&[&performances()], Some(Category::Play)),
        &[(Code::MissingSheet, "Daily", "")],
    );
    assert_findings(
        &read_texts(&[&daily(), &daily()], Some(Category::Play)),
        &[(Code::MissingSheet, "회차별판매", "")],
    );
}

#[test]
fn a_text_without_markers_lacks_everything() {
    assert_findings(
        &read_texts(&[b"a,b\n1,2\n"], Some(Category::Play)),
        &[
            (Code::MissingSheet, "Daily", ""),
            (Code::MissingSheet, "회차별판매", ""),
        ],
    );
    assert_eq!(read_texts(&[b""], Some(Category::Play)).diagnostics.len(), 2);
}

#[test]
fn a_text_without_the_dates_marker_lacks_that() {
    let reading = read_texts(
        &[
            b"x\ndash_seat_deposit_tot,dash_seat_deposit_sales\n1,2\n",
            &performances(),
        ],
        Some(Category::Play),
    );
    assert_findings(&reading, &[(Code::MissingMarker, "Daily", "dash_date")]);
}

#[test]
fn addresses_are_lines_of_the_file() {
    let reading = read_daily_row("2026-11-19", "1", "x", "");
    assert_findings(
        &reading,
        &[(Code::NotANumber, "Daily!C4", "x"), (Code::BlankNumber, "Daily!D4", "")],
    );
}

#[test]
fn written_numbers_are_read() {
    for (won, expected) in [
        ("1,234,000", 1_234_000),
        ("₩1,234,000", 1_234_000),
        (" 1234000원 ", 1_234_000),
        ("1.234E+06", 1_234_000),
        ("\\5,000", 5_000),
        ("-₩1,000", -1_000),
    ] {
        let reading = read_daily_row("2026-11-19", "1", "1", won);
        assert!(!reading.has_errors, "{won}");
        assert_eq!(reading.snapshot.daily_sales[0].revenue_krw, expected, "{won}");
    }
    for won in ["1,23", "12,345,6", "일만", "1 000", "₩", "1.2.3", "TRUE"] {
        assert_findings(
            &read_daily_row("2026-11-19", "1", "1", won),
            &[(Code::NotANumber, "Daily!D4", won)],
        );
    }
}

#[test]
fn errors_in_text_count_as_error_cells() {
    for error in CellError::ALL {
        let reading = read_daily_row("2026-11-19", "1", error.text(), "0");
        assert_findings(&reading, &[(Code::ErrorCell, "Daily!C4", error.text())]);
        let reading = read_daily_row(error.text(), "1", "1", "0");
        assert_findings(&reading, &[(Code::ErrorCell, "Daily!A4", error.text())]);
    }
}

#[test]
fn a_row_without_a_written_day_is_for_people() {
    for date in ["합계", "46345", "12/11/2026", "2026-11-31", ""] {
        assert_findings(&read_daily_row(date, "x", "y", "z"), &[]);
    }
}

#[test]
fn what_is_no_text_is_no_workbook() {
    for bytes in [&b"\xFF\xFE\x00"[..], b"\x00\x01\x02\x03", b"dash_date\x07"] {
        assert_findings(
            &read_texts(&[bytes], Some(Category::Play)),
            &[(Code::NotAWorkbook, "", "")],
        );
    }
    let two = [b"PK\x03\x04".as_slice(), &daily()];
    assert_findings(&read_texts(&two, Some(Category::Play)), &[(Code::NotAWorkbook, "", "")]);
    assert_findings(&read_texts(&[], Some(Category::Play)), &[(Code::NotAWorkbook, "", "")]);
}
