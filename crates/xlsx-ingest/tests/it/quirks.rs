//! What spreadsheets and people do to cells without meaning anything by it.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{DateSystem, xlsx_with};
use sample_data::{Cell, CellError, Workbook};
use xlsx_ingest::Reading;

use crate::support::{DAILY, PERFORMANCES, assert_findings, cell, context, day, play, read_bytes, read_play, time};

fn with_rewritten_part(workbook: &Workbook, part: &str, rewrite: impl Fn(String) -> String) -> Reading {
    let bytes = crate::hostile::rewrite_part(&sample_data::formats::xlsx(workbook), part, rewrite);
    read_bytes("a.xlsx", &bytes, &context(Category::Play))
}

#[test]
fn a_count_in_the_date_column_of_a_line_of_totals_is_no_day() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("B40", 89)
        .set("C40", 5_303)
        .set("D40", 269_326_200);
    let reading = read_play(&workbook);
    assert_findings(&reading, &[(Code::RowWithoutDate, "Daily!C40", "5303")]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn plain_serial_numbers_are_days_in_both_systems() {
    let expected = read_play(&play()).snapshot;
    for (system, serials) in [
        (DateSystem::Since1900, [46_344, 46_345]),
        (DateSystem::Since1904, [44_882, 44_883]),
    ] {
        let mut workbook = play();
        workbook.sheet_mut(DAILY).set("B4", serials[0]).set("B5", serials[1]);
        let reading = read_bytes("a.xlsx", &xlsx_with(&workbook, system), &context(Category::Play));
        assert_findings(&reading, &[]);
        assert_eq!(reading.snapshot, expected);
    }
}

#[test]
fn a_moment_counts_by_its_day_and_a_dated_time_by_its_time() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("B4", day("2026-11-18").and_time(time(23, 59)));
    workbook
        .sheet_mut(PERFORMANCES)
        .set("C4", day("1999-01-01").and_time(time(19, 30)));
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn formulas_count_by_their_cached_value() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("E4", Cell::formula("C4+D4", 5))
        .set("B5", Cell::formula("B4+1", day("2026-11-19")));
    workbook
        .sheet_mut(PERFORMANCES)
        .set("D4", Cell::formula("\"김\"&\"지유\"", "김지유"));
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn a_day_in_a_column_of_numbers_counts_as_its_number() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("F4", day("2026-11-19"));
    assert_eq!(read_play(&workbook).snapshot.daily_sales[0].revenue_krw, 46_345);
}

#[test]
fn rows_without_a_day_are_for_people() {
    let mut workbook = play();
    let daily = workbook.sheet_mut(DAILY);
    daily
        .set("B7", "11-17")
        .set("E7", CellError::Ref)
        .set("B8", 0.5)
        .set("E8", "x")
        .set("B9", true)
        .set("E9", "y");
    daily
        .set("E10", CellError::Ref)
        .set("A1", CellError::Ref)
        .set("B11", time(10, 0));
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn names_are_cleaned_so_that_a_cast_is_found_again() {
    let mut workbook = play();
    let performances = workbook.sheet_mut(PERFORMANCES);
    performances
        .set("D4", "  김\u{00A0} 지유\n(특별) ")
        .set("E4", 7)
        .set("D5", "\u{1100}\u{1175}\u{11B7}".repeat(300));
    let reading = read_play(&workbook);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot.performance_sales[0].cast, ["김 지유 (특별)", "7"]);
    assert_eq!(reading.snapshot.performance_sales[1].cast[0], "김".repeat(200));
}

#[test]
fn rows_come_out_in_order() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("B4", day("2026-11-19"))
        .set("B5", day("2026-11-18"));
    workbook.sheet_mut(PERFORMANCES).set("B4", day("2026-12-24"));
    let snapshot = read_play(&workbook).snapshot;
    assert!(snapshot.daily_sales.is_sorted_by_key(|sale| sale.sale_day));
    assert!(snapshot.performance_sales.is_sorted_by_key(|sale| sale.starts_at));
}

#[test]
fn styled_blank_cells_anywhere_are_nothing() {
    let reading = with_rewritten_part(&play(), "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace(
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>",
        )
    });
    assert_findings(&reading, &[]);
}

#[test]
fn cells_without_addresses_stand_where_they_are_written() {
    let strip = |sheet: String| {
        let mut plain = String::new();
        for (index, part) in sheet.split(" r=\"").enumerate() {
            plain.push_str(if index == 0 {
                part
            } else {
                &part[part.find('"').unwrap() + 1..]
            });
        }
        plain
    };
    let mut workbook = play();
    // Only a block without gaps can do without addresses.
    let daily = workbook.sheet_mut(DAILY);
    for row in 1..=6 {
        for column in ["A", "B", "C", "D", "E", "F"] {
            if daily.get(cell(column, row)) == &Cell::Empty {
                daily.set(cell(column, row), "-");
            }
        }
    }
    let reading = with_rewritten_part(&workbook, "xl/worksheets/sheet1.xml", strip);
    assert_findings(&reading, &[]);
    assert_eq!(reading.snapshot, read_play(&play()).snapshot);
}

#[test]
fn errors_of_newer_spreadsheets_are_told_with_their_cell() {
    let mut workbook = play();
    workbook.sheet_mut(DAILY).set("E4", CellError::Ref);
    let reading = with_rewritten_part(&workbook, "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("<v>#REF!</v>", "<v>#SPILL!</v>")
    });
    assert_findings(&reading, &[(Code::ErrorCell, "Daily!E4", "#SPILL!")]);
}

#[test]
fn a_cell_that_is_there_twice_is_damage_unless_both_are_the_same() {
    let twice = |cell: &str| {
        with_rewritten_part(&play(), "xl/worksheets/sheet1.xml", |sheet| {
            sheet.replace("</sheetData>", &format!("<row r=\"4\">{cell}</row></sheetData>"))
        })
    };
    assert_findings(&twice("<c r=\"F4\"><v>400000</v></c>"), &[]);
    assert_findings(
        &twice("<c r=\"F4\"><v>1</v></c>"),
        &[(Code::NotAWorkbook, "", "damaged")],
    );
}
