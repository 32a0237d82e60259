//! The tables of a report as a workbook, one sheet each. Rows go to files while they are written, so that a long report
//! takes no more memory than a short one.

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use domain::calendar::KstInstant;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::headings::{Heading, headings};
use super::joined;
use crate::cell::Cell;
use crate::glossary::Unit;
use crate::object::RowVisitor;
use crate::report::Answer;

/// The media type of `.xlsx`.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Rows that a sheet of Excel has. What does not fit goes on in another sheet.
const ROWS: u32 = 1_048_576;
/// Characters that a cell of Excel holds, in UTF-16.
const CELL_LENGTH: usize = 32_767;
const NARROWEST: usize = 6;
const WIDEST: usize = 60;
/// The day 0 of Excel, in days of our calendar.
const DAY_ZERO: i32 = 693_594;
const HEADER: Color = Color::RGB(0x00D9_E1F2);

/// Writes a workbook to a file without a name, which is gone when it is closed. It takes a while: not for threads that
/// answer requests.
pub fn write_workbook(answer: &dyn Answer, now: DateTime<Utc>) -> io::Result<File> {
    write_pages(answer, now, ROWS).map_err(io::Error::other)
}

fn write_pages(answer: &dyn Answer, now: DateTime<Utc>, rows: u32) -> Result<File, XlsxError> {
    let mut workbook = Workbook::new();
    let made_at = ExcelDateTime::from_timestamp(now.timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made_at));
    let looks = Looks::new();
    for table in answer.report().tables() {
        let headings = headings(answer, table);
        let mut pages = Pages::begin(&mut workbook, &looks, &headings, table.title.0, rows)?;
        answer.visit_rows(table, 0, &mut pages);
        pages.end()?;
    }
    let mut file = tempfile::tempfile()?;
    let mut buffered = BufWriter::new(&mut file);
    workbook.save_to_writer(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    file.rewind()?;
    Ok(file)
}

/// How cells look.
struct Looks {
    header: Format,
    whole: Format,
    number: Format,
    ratio: Format,
    day: Format,
    month: Format,
    instant: Format,
}

impl Looks {
    fn new() -> Self {
        let numbers = |pattern: &str| Format::new().set_num_format(pattern);
        Self {
            header: Format::new().set_bold().set_background_color(HEADER),
            whole: numbers("#,##0"),
            number: numbers("0"),
            ratio: numbers("0.0%"),
            day: numbers("yyyy-mm-dd"),
            month: numbers("yyyy-mm"),
            instant: numbers("yyyy-mm-dd hh:mm"),
        }
    }

    fn of_number(&self, unit: Unit) -> &Format {
        match unit {
            Unit::Krw | Unit::Seats | Unit::Count => &self.whole,
            Unit::Ratio => &self.ratio,
            _ => &self.number,
        }
    }
}

/// The sheets of one table: the next begins where the one before is full.
struct Pages<'w> {
    workbook: &'w mut Workbook,
    looks: &'w Looks,
    headings: &'w [Heading],
    title: &'static str,
    rows: u32,
    page: usize,
    sheet: Worksheet,
    row: u32,
    widths: Vec<usize>,
    /// What went wrong, after which nothing is written.
    failure: Option<XlsxError>,
}

impl<'w> Pages<'w> {
    fn begin(
        workbook: &'w mut Workbook,
        looks: &'w Looks,
        headings: &'w [Heading],
        title: &'static str,
        rows: u32,
    ) -> Result<Self, XlsxError> {
        let sheet = workbook.new_worksheet_with_constant_memory()?;
        let mut pages = Self {
            workbook,
            looks,
            headings,
            title,
            rows,
            page: 1,
            sheet,
            row: 0,
            widths: vec![NARROWEST; headings.len()],
            failure: None,
        };
        pages.write_head()?;
        Ok(pages)
    }

    fn write_head(&mut self) -> Result<(), XlsxError> {
        let name = match self.page {
            1 => self.title.to_owned(),
            page => format!("{} ({page})", self.title),
        };
        self.sheet.set_name(name)?;
        self.sheet.set_freeze_panes(1, 0)?;
        for (index, heading) in self.headings.iter().enumerate() {
            let at = column(index);
            self.sheet
                .write_string_with_format(0, at, heading.title.as_str(), &self.looks.header)?;
            self.widen(index, width(&heading.title));
        }
        self.row = 1;
        Ok(())
    }

    fn turn(&mut self) -> Result<(), XlsxError> {
        let next = self.workbook.new_worksheet_with_constant_memory()?;
        self.put_away(next)?;
        self.page += 1;
        self.write_head()
    }

    /// Adds the sheet, which is complete, and goes on with another.
    fn put_away(&mut self, next: Worksheet) -> Result<(), XlsxError> {
        for (index, width) in self.widths.iter().enumerate() {
            let width = u16::try_from((width + 2).min(WIDEST)).expect("below the widest");
            self.sheet.set_column_width(column(index), width)?;
        }
        self.workbook.push_worksheet(std::mem::replace(&mut self.sheet, next));
        Ok(())
    }

    fn end(mut self) -> Result<(), XlsxError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        self.put_away(Worksheet::new())
    }

    fn widen(&mut self, index: usize, width: usize) {
        self.widths[index] = self.widths[index].max(width);
    }

    fn write_row(&mut self, cells: &[Cell<'_>]) -> Result<(), XlsxError> {
        if self.row == self.rows {
            self.turn()?;
        }
        for (index, heading) in self.headings.iter().enumerate() {
            self.write_cell(index, heading.unit, &heading.value(cells))?;
        }
        self.row += 1;
        Ok(())
    }

    fn write_cell(&mut self, index: usize, unit: Unit, cell: &Cell<'_>) -> Result<(), XlsxError> {
        let (row, at) = (self.row, column(index));
        let (sheet, looks) = (&mut self.sheet, self.looks);
        let mut number = |number: f64, look: &Format, shown: usize| {
            sheet.write_number_with_format(row, at, number, look)?;
            Ok(shown)
        };
        let shown = match cell {
            Cell::Null => Ok(0),
            // With thousands separators.
            Cell::Whole(whole) => {
                let shown = whole.to_string().len() * 4 / 3;
                number(whole.to_f64().unwrap_or_default(), looks.of_number(unit), shown)
            }
            Cell::Decimal(decimal) => number(decimal.to_f64().unwrap_or_default(), looks.of_number(unit), 7),
            Cell::Day(day) => number(days(*day), &looks.day, 10),
            Cell::Month(month) => number(days(month.first_day()), &looks.month, 7),
            Cell::Instant(instant) => number(serial(*instant), &looks.instant, 16),
            Cell::Flag(flag) => {
                sheet.write_boolean(row, at, *flag)?;
                Ok(5)
            }
            Cell::Text(text) => write_text(sheet, row, at, text),
            Cell::Names(names) => write_text(sheet, row, at, &joined(names)),
            Cell::Seats(_) => unreachable!("a map has a column for each of its keys"),
        }?;
        self.widen(index, shown);
        Ok(())
    }
}

impl RowVisitor for Pages<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) {
        if self.failure.is_none() {
            self.failure = self.write_row(cells).err();
        }
    }

    fn is_full(&self) -> bool {
        self.failure.is_some()
    }
}

/// Always a string cell, whatever the text looks like; what a cell cannot hold is left out.
fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<usize, XlsxError> {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length < CELL_LENGTH
    };
    if text.encode_utf16().count() <= CELL_LENGTH {
        sheet.write_string(row, column, text)?;
    } else {
        let start: String = text.chars().take_while(fits).collect();
        sheet.write_string(row, column, start + "…")?;
    }
    Ok(width(text))
}

/// An instant as Excel counts, in days of Seoul since its day 0.
fn serial(instant: KstInstant) -> f64 {
    let local = instant.naive_local();
    days(local.date()) + f64::from(local.num_seconds_from_midnight()) / 86_400.0
}

fn days(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce() - DAY_ZERO)
}

fn column(index: usize) -> u16 {
    u16::try_from(index).expect("a table has fewer columns than a sheet")
}

/// Columns of a screen: a Korean letter takes two. What is longer than the widest column is not measured.
fn width(text: &str) -> usize {
    text.chars()
        .take(WIDEST)
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum()
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};
    use domain::calendar::in_kst;

    use super::*;
    use crate::sheets::fixtures;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).unwrap()
    }

    /// The sheets with their cells.
    fn read(answer: &dyn Answer, rows: u32) -> Vec<(String, Vec<Vec<Data>>)> {
        let file = write_pages(answer, now(), rows).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
        let sheets = book.worksheets().into_iter();
        sheets
            .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
            .collect()
    }

    #[test]
    fn a_table_that_is_longer_than_a_sheet_goes_on_in_another() {
        let sheets = read(fixtures::months(5).as_ref(), 3);
        let shape: Vec<_> = sheets.iter().map(|(name, rows)| (name.as_str(), rows.len())).collect();
        assert_eq!(shape, [("월별 매출", 3), ("월별 매출 (2)", 3), ("월별 매출 (3)", 2)]);
        assert_eq!(sheets[0].1[0], sheets[2].1[0]);
    }

    #[test]
    fn a_text_is_a_string_cell_and_never_longer_than_a_cell() {
        let texts = [
            "=1+1",
            "+82",
            "@x",
            "http://example.com/",
            "_x0041_",
            "a\u{1}b",
            "1",
            "true",
        ];
        for text in texts {
            let sheets = read(fixtures::month_with_note(text).as_ref(), ROWS);
            let cell = sheets[0].1[1].last().unwrap().clone();
            assert!(matches!(cell, Data::String(_)), "{text}: {cell:?}");
        }
        let long = "\u{1F3AD}".repeat(20_000);
        let sheets = read(fixtures::month_with_note(&long).as_ref(), ROWS);
        let Data::String(cut) = sheets[0].1[1].last().unwrap() else {
            panic!("a text");
        };
        assert!(cut.ends_with('…') && cut.encode_utf16().count() <= CELL_LENGTH);
    }

    #[test]
    fn instants_are_those_of_seoul() {
        let instant = DateTime::parse_from_rfc3339("2026-11-20T10:30:00Z").unwrap().to_utc();
        let serial = serial(in_kst(instant));
        assert!((serial - 46_346.812_5).abs() < 1e-9, "{serial}");
    }
}
