//! Sheets as text: encodings, delimiters, ways to write numbers and days.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{CsvDates, CsvEncoding, CsvStyle, csv};
use sample_data::{CellError, Workbook};
use xlsx_ingest::{InProcess, Layout, Limits, Reading, WorkbookFile, read_workbook};

use crate::support::{
    DAILY, PERFORMANCES, assert_findings, assert_findings_but_sums, concert, context, play, read_concert, read_play,
};

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
                    ..CsvStyle::default()
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
    let reading = read_texts(&[b""], Some(Category::Play));
    assert_findings(&reading, &[(Code::NotAWorkbook, "", "empty")]);
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
        assert_findings_but_sums(&read_daily_row(date, "x", "y", "z"), &[(Code::NoDataRows, "Daily", "")]);
    }
}

#[test]
fn a_row_with_figures_and_no_day_is_told() {
    for date in ["46345", "12/11/2026", "11-19", "전체", "1.5", "-1"] {
        let expected = [(Code::NotADate, "Daily!A4", date)];
        assert_findings_but_sums(&read_daily_row(date, "0", "1", "2"), &expected);
    }
    for date in ["", " ", "89", "0"] {
        let expected = [(Code::NoDataRows, "Daily", ""), (Code::RowWithoutDate, "Daily!C4", "1")];
        assert_findings_but_sums(&read_daily_row(date, "0", "1", "2"), &expected);
    }
    for total in ["합계", "Total", "소 계"] {
        assert_findings_but_sums(
            &read_daily_row(total, "0", "1", "2"),
            &[(Code::NoDataRows, "Daily", "")],
        );
    }
}

#[test]
fn the_word_for_totals_may_be_the_first_text_of_a_line() {
    let text =
        "no,dash_date,dash_seat_deposit_tot,dash_seat_deposit_sales\n1,2026-11-19,10,850000\n2,,합계,\n3,,10,850000\n";
    let text = text.replace("3,,10", "합계,,10");
    let reading = read_texts(&[text.as_bytes(), &performances()], Some(Category::Play));
    assert_findings(&reading, &[]);
}

#[test]
fn a_line_or_file_beyond_the_limits_names_its_cell() {
    let markers = "dash_date,dash_seat_deposit_tot,dash_seat_deposit_sales\n";
    let far = format!("{markers}2026-11-19,1,1{}x\n", ",".repeat(600));
    let long = format!("{markers}2026-11-19,1,1{}\n", ",".repeat(1 << 20));
    let spread = format!("{markers}{}", ",".repeat(2 << 20));
    let wide = format!("{markers}2026-11-19,1,1,\"{}\"\n", "x".repeat(40_000));
    let deep = format!("{markers}{}2026-11-19,1,1\n", "\n".repeat(200_000));
    for (text, cell, limit) in [
        (far, "Daily!WE2", "> 500 columns"),
        (long, "Daily!BGQCK2", "> 1024 KiB in a line"),
        (spread, "Daily!BGQCW2", "> 1024 KiB in a line"),
        (wide, "Daily!D2", "> 32767 characters"),
        (deep, "Daily!A200002", "> 200000 rows"),
    ] {
        let reading = read_texts(&[text.as_bytes(), &performances()], Some(Category::Play));
        assert_findings(&reading, &[(Code::TooLarge, cell, limit)]);
    }
    let blank = format!(
        "{markers}2026-11-19,10,850000{}\n{}",
        ", ".repeat(1_000),
        "\n".repeat(300_000)
    );
    assert_findings(
        &read_texts(&[blank.as_bytes(), &performances()], Some(Category::Play)),
        &[],
    );
}

#[test]
fn markers_of_text_are_compared_as_people_see_them() {
    let text = "일별\n\n;DASH_DATE;dash_Seat_deposit_tot\u{200B};ｄａｓｈ_seat_deposit_sales\n;2026-11-19;10;850000\n";
    assert_findings(
        &read_texts(&[text.as_bytes(), &performances()], Some(Category::Play)),
        &[],
    );
}

#[test]
fn a_share_of_the_day_is_a_time_in_text() {
    let text = String::from_utf8(performances()).unwrap();
    let text = text.replace("19:30", "0.8125").replace("14:00", "오후 2시");
    let reading = read_texts(&[&daily(), text.as_bytes()], Some(Category::Play));
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn what_is_no_text_is_no_workbook() {
    for bytes in [&b"\xFF\xFE\x00"[..], b"\x00\x01\x02\x03", b"dash_date\x07"] {
        assert_findings(
            &read_texts(&[bytes], Some(Category::Play)),
            &[(Code::NotAWorkbook, "", "unknown")],
        );
    }
    let two = [b"PK\x03\x04".as_slice(), &daily()];
    for (files, kind) in [(&two[..], "damaged"), (&[], "unknown")] {
        let reading = read_texts(files, Some(Category::Play));
        assert_findings(&reading, &[(Code::NotAWorkbook, "", kind)]);
    }
}
