//! What a sheet gives for its cells, merged regions and formulas, without a file around them.

use domain::diagnostics::{CellAddress, DiagnosticCounts, DiagnosticLog};

use super::cell::OwnedValue;
use super::dates::DateSystem;
use super::*;
use crate::layout::Layout;
use crate::limits::{Deadline, Limits};

const MARKERS: [&str; 10] = [
    "dash_date",
    "dash_time",
    "dash_cast_1",
    "dash_seat_paid_r",
    "dash_seat_paid_tot",
    "dash_seat_paid_sales",
    "dash_seat_invite_tot",
    "dash_share_deposit",
    "dash_share_paid",
    "dash_share_free",
];
/// 20 November 2026.
const DAY: f64 = 46_346.0;

/// A sheet of performances: markers in B2 to K2, then the cells that a test puts there.
#[derive(Default)]
struct Sheet {
    cells: std::collections::BTreeMap<CellAddress, (OwnedValue, bool)>,
    merged: Vec<MergedRegion>,
}

fn at(address: &str) -> CellAddress {
    let (column, row) = address.split_at(1);
    CellAddress {
        row: row.parse::<u32>().unwrap() - 1,
        column: u32::from(column.as_bytes()[0] - b'A'),
    }
}

impl Sheet {
    /// Two performances in rows 5 and 6.
    fn of_two() -> Self {
        let mut sheet = Self::default();
        for (column, marker) in (b'B'..).zip(MARKERS) {
            sheet = sheet.with(&format!("{}2", char::from(column)), CellValue::Text(marker));
        }
        for (row, time) in [(5, 0.5), (6, 0.75)] {
            sheet = sheet
                .with(&format!("B{row}"), CellValue::Number(DAY))
                .with(&format!("C{row}"), CellValue::Number(time))
                .with(&format!("D{row}"), CellValue::Text("조지유"));
            for (column, number) in ["E", "F", "G", "H", "I", "J", "K"]
                .into_iter()
                .zip([5.0, 5.0, 500.0, 0.0, 0.1, 0.1, 0.0])
            {
                sheet = sheet.with(&format!("{column}{row}"), CellValue::Number(number));
            }
        }
        sheet
    }

    fn with(mut self, address: &str, value: CellValue<'_>) -> Self {
        self.cells.insert(at(address), (value.into(), false));
        self
    }

    fn formula(mut self, address: &str, value: CellValue<'_>) -> Self {
        self.cells.insert(at(address), (value.into(), true));
        self
    }

    fn without(mut self, addresses: &[&str]) -> Self {
        for address in addresses {
            self.cells.remove(&at(address));
        }
        self
    }

    fn merged(mut self, first: &str, last: &str) -> Self {
        self.merged.push(MergedRegion {
            first: at(first),
            last: at(last),
        });
        self
    }

    fn read_within(&self, limits: &Limits) -> Outcome {
        let layout = Layout::Stage.performances();
        let mut log = DiagnosticLog::default();
        let bounds = Bounds {
            limits,
            deadline: Deadline::of(limits),
            kept_bytes: 0,
        };
        let notation = Notation::Cells(DateSystem::Since1900);
        let rules = PerformanceRows::new(true);
        let mut reader = SheetReader::new(
            layout,
            notation,
            rules,
            bounds,
            SheetLog::new(&mut log, layout.number, layout.name),
        );
        let mut flow = self.merged.iter().try_for_each(|region| reader.merged(*region));
        if flow.is_continue() {
            flow = self.cells.iter().try_for_each(|(at, (value, is_formula))| {
                reader.cell(SheetCell {
                    at: *at,
                    value: value.borrowed(),
                    is_formula: *is_formula,
                })
            });
        }
        let _ = flow;
        let end = reader.finish();
        let (diagnostics, counts) = log.into_parts();
        let findings = diagnostics.into_iter().map(|finding| {
            let cell = finding.cell.as_deref().and_then(|cell| cell.split_once('!'));
            (finding.code.code(), cell.map_or("", |(_, cell)| cell).to_owned())
        });
        Outcome {
            findings: findings.collect(),
            counts,
            formulas: end.formulas,
            rows: end.rules,
        }
    }

    fn read(&self) -> Outcome {
        self.read_within(&Limits::default())
    }
}

struct Outcome {
    findings: Vec<(&'static str, String)>,
    counts: DiagnosticCounts,
    formulas: FormulaCount,
    rows: PerformanceRows,
}

impl Outcome {
    #[track_caller]
    fn assert_findings(&self, expected: &[(&'static str, &str)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(code, cell)| (*code, (*cell).to_owned()))
            .collect();
        assert_eq!(self.findings, expected);
        assert_eq!(self.counts.values().sum::<u64>(), expected.len() as u64);
    }
}

#[test]
fn a_merged_day_time_or_name_holds_for_each_row_that_it_covers() {
    let good = Sheet::of_two().read();
    good.assert_findings(&[]);
    let day = Sheet::of_two().without(&["B6"]).merged("B5", "B6").read();
    day.assert_findings(&[]);
    assert_eq!(day.rows.sales, good.rows.sales);
    let name = Sheet::of_two().without(&["D6"]).merged("D5", "D6").read();
    name.assert_findings(&[]);
    assert_eq!(name.rows.sales, good.rows.sales);
    let time = Sheet::of_two()
        .with("B6", CellValue::Number(DAY + 1.0))
        .without(&["C6"])
        .merged("C5", "C6")
        .read();
    time.assert_findings(&[]);
    assert_eq!(time.rows.sales[1].starts_at.to_rfc3339(), "2026-11-21T12:00:00+09:00");
}

#[test]
fn a_region_shows_its_first_cell_whatever_lies_hidden_under_it() {
    let sheet = Sheet::of_two()
        .with("B6", CellValue::Number(DAY + 30.0))
        .merged("B5", "B6");
    let good = Sheet::of_two().read();
    assert_eq!(sheet.read().rows.sales, good.rows.sales);
    // A day that begins in a column for people.
    let wide = Sheet::of_two()
        .without(&["B5", "B6"])
        .with("A5", CellValue::Number(DAY))
        .merged("A5", "B6")
        .read();
    wide.assert_findings(&[]);
    assert_eq!(wide.rows.sales, good.rows.sales);
}

#[test]
fn a_merged_word_for_totals_holds_for_its_rows_too() {
    let outcome = Sheet::of_two()
        .with("B8", CellValue::Text("합계"))
        .with("F8", CellValue::Number(10.0))
        .with("F9", CellValue::Number(5.0))
        .merged("B8", "B9")
        .read();
    outcome.assert_findings(&[]);
}

#[test]
fn a_blank_row_under_a_merged_day_is_no_performance() {
    let outcome = Sheet::of_two()
        .with("A7", CellValue::Text("휴식"))
        .merged("B6", "B7")
        .read();
    outcome.assert_findings(&[]);
    assert_eq!(outcome.rows.sales.len(), 2);
}

#[test]
fn a_figure_merged_over_two_data_rows_is_an_error_at_its_first_cell() {
    let outcome = Sheet::of_two().without(&["F6"]).merged("F5", "F6").read();
    outcome.assert_findings(&[("merged_figure", "F5")]);
    let share = Sheet::of_two().without(&["I6"]).merged("I5", "I6").read();
    share.assert_findings(&[("merged_figure", "I5")]);
    // Over one data row and rows for people it is a figure like any other.
    Sheet::of_two().merged("F6", "F9").read().assert_findings(&[]);
    Sheet::of_two().merged("L5", "L6").read().assert_findings(&[]);
}

#[test]
fn a_row_without_its_merged_region_would_be_told() {
    let outcome = Sheet::of_two().without(&["B6"]).read();
    outcome.assert_findings(&[("row_without_date", "C6")]);
}

#[test]
fn more_regions_than_anybody_merges_are_too_large() {
    let limits = Limits {
        merged_regions: 1,
        ..Limits::default()
    };
    let outcome = Sheet::of_two()
        .merged("L5", "L6")
        .merged("M5", "M6")
        .read_within(&limits);
    outcome.assert_findings(&[("too_large", "M5")]);
}

#[test]
fn a_formula_without_value_is_an_error_in_a_data_row_and_in_the_date_column() {
    let outcome = Sheet::of_two()
        .formula("F5", CellValue::Uncalculated)
        .formula("C6", CellValue::Uncalculated)
        .formula("D6", CellValue::Uncalculated)
        .formula("L6", CellValue::Uncalculated)
        .formula("B9", CellValue::Uncalculated)
        .read();
    outcome.assert_findings(&[
        ("formula_without_value", "F5"),
        ("formula_without_value", "C6"),
        ("formula_without_value", "D6"),
        ("formula_without_value", "B9"),
    ]);
    assert!(outcome.formulas.none_is_calculated());
}

#[test]
fn a_line_of_totals_may_have_formulas_without_value() {
    let outcome = Sheet::of_two()
        .with("B8", CellValue::Text("합계"))
        .formula("F8", CellValue::Uncalculated)
        .read();
    outcome.assert_findings(&[]);
    assert_eq!(outcome.formulas, FormulaCount::default());
    let nameless = Sheet::of_two().formula("F8", CellValue::Uncalculated).read();
    nameless.assert_findings(&[("row_without_date", "F8")]);
}

#[test]
fn formulas_that_are_all_zero_have_not_been_calculated() {
    let zeros = Sheet::of_two()
        .formula("H5", CellValue::Number(0.0))
        .formula("K6", CellValue::Number(-0.0))
        .read();
    assert!(zeros.formulas.none_is_calculated());
    let one = Sheet::of_two()
        .formula("H5", CellValue::Number(0.0))
        .formula("F6", CellValue::Number(5.0))
        .read();
    assert!(!one.formulas.none_is_calculated());
    assert!(!Sheet::of_two().read().formulas.none_is_calculated());
    // Elsewhere a formula does not matter.
    let elsewhere = Sheet::of_two().formula("L5", CellValue::Number(0.0)).read();
    assert_eq!(elsewhere.formulas, FormulaCount::default());
}

#[test]
fn a_formula_in_the_date_column_that_is_no_day_is_an_error() {
    for value in [
        CellValue::Number(0.0),
        CellValue::Number(12.0),
        CellValue::Text(""),
        CellValue::Text("다음"),
    ] {
        let outcome = Sheet::of_two().formula("B6", value).read();
        outcome.assert_findings(&[("not_a_date", "B6")]);
    }
}

#[test]
fn an_error_of_any_name_is_told_in_data_rows_and_in_the_date_column() {
    let outcome = Sheet::of_two()
        .with("F5", CellValue::Error("#SPILL!"))
        .with("L5", CellValue::Error("#SPILL!"))
        .with("B9", CellValue::Error("#CALC!"))
        .with("F9", CellValue::Error("#REF!"))
        .read();
    outcome.assert_findings(&[("error_cell", "F5"), ("error_cell", "B9")]);
}

#[test]
fn hostile_regions_take_neither_time_nor_memory() {
    let mut sheet = Sheet::of_two();
    for _ in 0..199_000 {
        sheet = sheet.merged("A1", "Z9");
    }
    // Overlapping regions, which no spreadsheet writes, are answered somehow.
    let _ = sheet.read();
}
