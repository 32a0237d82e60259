//! Targets from a list that somebody keeps in a file.

use chrono::NaiveDate;
use domain::limits::MAX_KRW;
use domain::validation::FieldError;
use ports::driven::{List, ListCell, ListReader, ListRow};
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Columns, Names};

/// What the column of days may be called.
const DATE: Names = &["date", "날짜", "판매일", "일자"];
/// What the column of targets may be called.
const TARGET: Names = &["target", "targetKrw", "목표", "목표매출", "일별목표"];

/// What one row says, or why it cannot be read.
#[derive(Debug)]
pub(crate) struct ListedTarget {
    pub(crate) row: u32,
    pub(crate) day: Result<NaiveDate, FieldError>,
    pub(crate) target_krw: Result<i64, FieldError>,
}

/// The targets that a list says. Rows that are blank in both columns say nothing.
pub(crate) fn targets(list: &List, reader: &dyn ListReader) -> Result<Vec<ListedTarget>, Vec<FieldError>> {
    let columns = Columns::of(list, &[DATE, TARGET], &[DATE, TARGET])?;
    let rows = list.rows.iter().skip(1);
    let says_something = |row: &&ListRow| {
        let mut cells = [DATE, TARGET].iter().map(|names| columns.cell(row, names));
        cells.any(|cell| *cell != ListCell::Blank)
    };
    let listed = rows.filter(says_something).map(|row| ListedTarget {
        row: row.number,
        day: day(list, row, columns.cell(row, DATE), reader),
        target_krw: target(row, columns.cell(row, TARGET), reader),
    });
    Ok(listed.collect())
}

/// The pointer of a cell: `/rows/7/date`.
pub(crate) fn pointer(row: u32, column: &str) -> String {
    format!("/rows/{row}/{column}")
}

fn day(list: &List, row: &ListRow, cell: &ListCell, reader: &dyn ListReader) -> Result<NaiveDate, FieldError> {
    let wrong = || FieldError::new(pointer(row.number, "date"), "not_a_date", "a day, as 2026-11-19");
    reader.day(list, cell).ok_or_else(wrong)
}

fn target(row: &ListRow, cell: &ListCell, reader: &dyn ListReader) -> Result<i64, FieldError> {
    let pointer = pointer(row.number, "targetKrw");
    let number = reader.number(cell);
    let number = number.ok_or_else(|| FieldError::new(&*pointer, "not_a_number", "a number of won"))?;
    if !number.fract().is_zero() {
        return Err(FieldError::new(pointer, "fraction", "whole won"));
    }
    let krw = number.to_i64().filter(|krw| (0..=MAX_KRW).contains(krw));
    krw.ok_or_else(|| FieldError::new(pointer, "out_of_range", "between 0 and a trillion won"))
}
