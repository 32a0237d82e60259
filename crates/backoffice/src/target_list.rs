//! Targets from a list that somebody keeps in a file.

use chrono::NaiveDate;
use domain::limits::MAX_KRW;
use domain::validation::FieldError;
use ports::driven::{List, ListCell, ListReader, ListRow};
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Columns, Names, begins_as_total};
use crate::list_words::in_cell;

/// What the column of days may be called.
const DATE: Names = &["date", "날짜", "판매일", "일자"];
/// What the column of targets may be called.
const TARGET: Names = &["target", "목표", "targetKrw", "목표매출", "일별목표"];
/// What a day looks like.
const A_DAY: &str = "2026-11-19처럼 연·월·일을 모두 적어 주세요.";
/// What a target looks like.
const WON: &str = "원 단위의 정수를 적어 주세요.";

/// What one row says, or why it cannot be read.
#[derive(Debug)]
pub(crate) struct ListedTarget {
    row: u32,
    date_cell: Option<String>,
    pub(crate) day: Result<NaiveDate, FieldError>,
    pub(crate) target_krw: Result<i64, FieldError>,
}

impl ListedTarget {
    /// Something that is wrong with the day.
    pub(crate) fn wrong_day(&self, day: NaiveDate, code: &'static str, expected: &str) -> FieldError {
        let error = FieldError::new(pointer(self.row, "date"), code, expected);
        in_cell(error, self.date_cell.clone(), &ListCell::Text(day.to_string()), "")
    }
}

/// The targets that a list says. Rows that are blank in both columns say nothing, and lines of totals are for people.
pub(crate) fn targets(list: &List, reader: &dyn ListReader) -> Result<Vec<ListedTarget>, Vec<FieldError>> {
    let columns = Columns::of(list, &[DATE, TARGET], &[DATE, TARGET])?;
    let rows = list.rows.iter().skip(1);
    let says_something = |row: &&ListRow| {
        let (date, target) = (columns.cell(row, DATE), columns.cell(row, TARGET));
        let is_total = begins_as_total(row, reader) || matches!(date, ListCell::Text(text) if reader.is_total(text));
        let is_for_people = is_total && reader.day(list, date).is_none();
        !is_for_people && (*date != ListCell::Blank || *target != ListCell::Blank)
    };
    let listed = rows.filter(says_something).map(|row| ListedTarget {
        row: row.number,
        date_cell: columns.address(row, DATE),
        day: day(list, row, &columns, reader),
        target_krw: target(row, &columns, reader),
    });
    Ok(listed.collect())
}

/// The pointer of a cell: `/rows/7/date`.
fn pointer(row: u32, column: &str) -> String {
    format!("/rows/{row}/{column}")
}

fn day(list: &List, row: &ListRow, columns: &Columns, reader: &dyn ListReader) -> Result<NaiveDate, FieldError> {
    let cell = columns.cell(row, DATE);
    let wrong = || {
        let error = FieldError::new(pointer(row.number, "date"), "not_a_date", "a day, as 2026-11-19");
        in_cell(error, columns.address(row, DATE), cell, A_DAY)
    };
    reader.day(list, cell).ok_or_else(wrong)
}

fn target(row: &ListRow, columns: &Columns, reader: &dyn ListReader) -> Result<i64, FieldError> {
    let cell = columns.cell(row, TARGET);
    let wrong = |code, message| {
        let error = FieldError::new(pointer(row.number, "targetKrw"), code, message);
        in_cell(error, columns.address(row, TARGET), cell, WON)
    };
    let number = reader.number(cell);
    let number = number.ok_or_else(|| wrong("not_a_number", "a number of won"))?;
    if !number.fract().is_zero() {
        return Err(wrong("fraction", "whole won"));
    }
    let krw = number.to_i64().filter(|krw| (0..=MAX_KRW).contains(krw));
    krw.ok_or_else(|| wrong("out_of_range", "between 0 and a trillion won"))
}
