//! Error cells.

use domain::diagnostics::DiagnosticCode as Code;
use sample_data::{Cell, CellError};

use super::{with_daily, with_performance};
use crate::support::{DAILY, PERFORMANCES, assert_findings, play, read_play};

#[test]
fn every_error_cell_of_a_data_row_is_told() {
    for error in CellError::ALL {
        let mut workbook = with_performance("D4", error);
        workbook
            .sheet_mut(PERFORMANCES)
            .set("C5", error)
            .set("M5", error)
            .set("O5", error)
            .set("H6", error);
        assert_findings(
            &read_play(&workbook),
            &[
                (Code::ErrorCell, "회차별판매!D4", error.text()),
                (Code::ErrorCell, "회차별판매!C5", error.text()),
                (Code::ErrorCell, "회차별판매!M5", error.text()),
            ],
        );
    }
}

#[test]
fn an_error_in_the_date_column_is_told_anywhere_below_the_markers() {
    let mut workbook = with_daily("B3", CellError::Name);
    workbook
        .sheet_mut(DAILY)
        .set("B9", Cell::formula("A1/0", CellError::Div0))
        .set("B1", CellError::Ref);
    assert_findings(
        &read_play(&workbook),
        &[
            (Code::ErrorCell, "Daily!B3", "#NAME?"),
            (Code::ErrorCell, "Daily!B9", "#DIV/0!"),
        ],
    );
}

#[test]
fn an_error_elsewhere_does_not_matter() {
    let mut workbook = with_daily("A4", CellError::Ref);
    workbook
        .sheet_mut(DAILY)
        .set("H5", CellError::Num)
        .set("C6", CellError::Ref)
        .set("E9", CellError::NotAvailable);
    assert_eq!(read_play(&workbook), read_play(&play()));
}
