//! Targets from a list that somebody keeps in a file.

use chrono::NaiveDate;
use domain::limits::MAX_KRW;
use domain::validation::{Breaches, FieldError};
use ports::driven::{List, ListCell, ListReader, ListRow};
use ports::driving::DeskError;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Columns, Names};

/// What the column of days may be called.
const DATE: Names = &["date", "날짜", "판매일", "일자"];
/// What the column of targets may be called.
const TARGET: Names = &["target", "targetKrw", "목표", "목표매출", "일별목표"];

/// A day's target with the row that says it.
pub(crate) struct ListedTarget {
    pub(crate) row: u32,
    pub(crate) day: NaiveDate,
    pub(crate) target_krw: i64,
}

/// The targets that a list says; every row that cannot be read is told.
pub(crate) fn targets(list: &List, reader: &dyn ListReader) -> Result<Vec<ListedTarget>, DeskError> {
    let columns = Columns::of(list, &[DATE, TARGET], &[DATE, TARGET]).map_err(DeskError::Invalid)?;
    let mut breaches = Breaches::default();
    let mut targets = Vec::new();
    for row in list.rows.iter().skip(1) {
        if [DATE, TARGET]
            .iter()
            .all(|names| columns.cell(row, names) == &ListCell::Blank)
        {
            continue;
        }
        let day = breaches.take(day(list, row, columns.cell(row, DATE), reader));
        let target_krw = breaches.take(target(row, columns.cell(row, TARGET), reader));
        if let (Some(day), Some(target_krw)) = (day, target_krw) {
            let row = row.number;
            targets.push(ListedTarget { row, day, target_krw });
        }
    }
    breaches.into_result().map_err(DeskError::Invalid)?;
    Ok(targets)
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
    let pointer = pointer(row.number, "target");
    let number = reader.number(cell);
    let number = number.ok_or_else(|| FieldError::new(&*pointer, "not_a_number", "a number of won"))?;
    if !number.fract().is_zero() {
        return Err(FieldError::new(pointer, "fraction", "whole won"));
    }
    if !(Decimal::ZERO..=Decimal::from(MAX_KRW)).contains(&number) {
        return Err(FieldError::new(pointer, "out_of_range", "between 0 and a trillion won"));
    }
    number
        .to_i64()
        .ok_or_else(|| FieldError::new(pointer, "out_of_range", "between 0 and a trillion won"))
}
