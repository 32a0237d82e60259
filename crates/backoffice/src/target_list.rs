//! Targets from a list that somebody keeps in a file.

use chrono::NaiveDate;
use domain::limits::MAX_KRW;
use domain::validation::{Breach, Field, Form, Place, Rule};
use ports::driven::{List, ListCell, ListReader, ListRow};
use rust_decimal::prelude::ToPrimitive;

use crate::columns::{Column, Columns, begins_as_total};
use crate::list_words::{example, in_cell};

const DATE: Column = Column(Field::Date, &["date", "날짜", "판매일", "일자"]);
const TARGET: Column = Column(Field::Target, &["target", "목표", "targetKrw", "목표매출", "일별목표"]);
/// What a target looks like.
const WON: &str = "원 단위의 정수를 적어 주세요.";

/// What one row says, or why it cannot be read.
#[derive(Debug)]
pub(crate) struct ListedTarget {
    row: u32,
    date_cell: Option<String>,
    pub(crate) day: Result<NaiveDate, Breach>,
    pub(crate) target_krw: Result<i64, Breach>,
}

impl ListedTarget {
    /// Something that is wrong with the day.
    pub(crate) fn wrong_day(&self, day: NaiveDate, rule: Rule) -> Breach {
        let breach = Breach::new(place(self.row, DATE), rule);
        in_cell(breach, self.date_cell.clone(), &ListCell::Text(day.to_string()), "")
    }
}

/// The targets that a list says. Rows that are blank in both columns say nothing, and lines of totals are for people.
pub(crate) fn targets(list: &List, reader: &dyn ListReader) -> Result<Vec<ListedTarget>, Vec<Breach>> {
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

fn place(row: u32, Column(field, _): Column) -> Place {
    Place::from(field).in_row(row)
}

fn day(list: &List, row: &ListRow, columns: &Columns, reader: &dyn ListReader) -> Result<NaiveDate, Breach> {
    let cell = columns.cell(row, DATE);
    let wrong = || {
        let breach = Breach::new(place(row.number, DATE), Rule::NotADate);
        in_cell(breach, columns.address(row, DATE), cell, example(Form::Day))
    };
    reader.day(list, cell).ok_or_else(wrong)
}

fn target(row: &ListRow, columns: &Columns, reader: &dyn ListReader) -> Result<i64, Breach> {
    let cell = columns.cell(row, TARGET);
    let wrong = |rule| {
        let breach = Breach::new(place(row.number, TARGET), rule);
        in_cell(breach, columns.address(row, TARGET), cell, WON)
    };
    let number = reader.number(cell);
    let number = number.ok_or_else(|| wrong(Rule::NotANumber))?;
    if !number.fract().is_zero() {
        return Err(wrong(Rule::Fraction));
    }
    let krw = number.to_i64().filter(|krw| (0..=MAX_KRW).contains(krw));
    krw.ok_or_else(|| wrong(Rule::OutOfRange(0, MAX_KRW)))
}
