//! The tables of a report as a workbook, one sheet each. Rows go to files while they are written, so that a long report
//! takes no more memory than a short one.

use std::fs::File;
use std::io::{BufWriter, Seek, Write};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use domain::calendar::in_kst;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use serde::Serialize;
use serde_json::Value;

use super::joined;
use super::rows::{Heading, Sheet, Writing};
use crate::reports::catalogue::{Table, Unit};

/// Rows that a sheet of Excel has. What does not fit goes on in another sheet.
const ROWS: u32 = 1_048_576;
/// Characters that a cell of Excel holds, in UTF-16.
const CELL_LENGTH: usize = 32_767;
const NARROWEST: usize = 6;
const WIDEST: usize = 60;
/// The day 0 of Excel, in days of our calendar.
const DAY_ZERO: i32 = 693_594;
const HEADER: Color = Color::RGB(0x00D9_E1F2);

/// Writes a workbook to a file without a name, which is gone when it is closed.
pub(super) fn write(report: &impl Serialize, tables: &'static [Table], now: DateTime<Utc>) -> Result<File, XlsxError> {
    write_pages(report, tables, now, ROWS)
}

fn write_pages(
    report: &impl Serialize,
    tables: &'static [Table],
    now: DateTime<Utc>,
    rows: u32,
) -> Result<File, XlsxError> {
    let mut workbook = Workbook::new();
    let made_at = ExcelDateTime::from_timestamp(now.timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made_at));
    let looks = Looks::new();
    for table in tables {
        let sheet = Sheet::new(report, table);
        let mut pages = Pages::begin(&mut workbook, &looks, &sheet.headings, table.title.0, rows)?;
        sheet.write(report, 0, &mut pages)?;
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
        self.put_away(Worksheet::new())
    }

    fn widen(&mut self, index: usize, width: usize) {
        self.widths[index] = self.widths[index].max(width);
    }

    fn write_cell(&mut self, index: usize, value: &Value) -> Result<(), XlsxError> {
        let (row, at, unit) = (self.row, column(index), self.headings[index].unit);
        let (sheet, looks) = (&mut self.sheet, self.looks);
        let shown = match value {
            Value::Null => 0,
            Value::Bool(flag) => {
                sheet.write_boolean(row, at, *flag)?;
                5
            }
            Value::Number(number) => {
                let double = number.as_f64().unwrap_or_default();
                sheet.write_number_with_format(row, at, double, looks.of_number(unit))?;
                // With thousands separators.
                if unit == Unit::Ratio {
                    7
                } else {
                    number.to_string().len() * 4 / 3
                }
            }
            Value::String(text) => match serial(text, unit) {
                Some((serial, kind)) => {
                    let (look, shown) = match kind {
                        Unit::Instant => (&looks.instant, 16),
                        Unit::Month => (&looks.month, 7),
                        _ => (&looks.day, 10),
                    };
                    sheet.write_number_with_format(row, at, serial, look)?;
                    shown
                }
                None => write_text(sheet, row, at, text)?,
            },
            Value::Array(_) | Value::Object(_) => write_text(sheet, row, at, &joined(value))?,
        };
        self.widen(index, shown);
        Ok(())
    }
}

impl Writing for Pages<'_> {
    type Error = XlsxError;

    fn row(&mut self, cells: &[&Value]) -> Result<(), XlsxError> {
        if self.row == self.rows {
            self.turn()?;
        }
        for (index, cell) in cells.iter().enumerate() {
            self.write_cell(index, cell)?;
        }
        self.row += 1;
        Ok(())
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

/// Days, months and instants as Excel counts them, in days since its day 0; `None`: some other text.
fn serial(text: &str, unit: Unit) -> Option<(f64, Unit)> {
    let day = |text: &str| text.parse::<NaiveDate>().ok().map(|day| (days(day), Unit::Day));
    let month = |text: &str| Some((day(&format!("{text}-01"))?.0, Unit::Month));
    match unit {
        Unit::Day => day(text),
        Unit::Month => month(text),
        Unit::Period => day(text).or_else(|| month(text)),
        Unit::Instant => {
            let instant = in_kst(DateTime::parse_from_rfc3339(text).ok()?.to_utc()).naive_local();
            let fraction = f64::from(instant.num_seconds_from_midnight()) / 86_400.0;
            Some((days(instant.date()) + fraction, Unit::Instant))
        }
        _ => None,
    }
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
    use serde_json::json;

    use super::*;
    use crate::reports::catalogue::Report;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).unwrap()
    }

    /// The sheets with their cells, of a report whose answer is this.
    fn read(name: &str, answer: &Value, rows: u32) -> Vec<(String, Vec<Vec<Data>>)> {
        let tables = Report::named(name).unwrap().tables;
        let file = write_pages(answer, tables, now(), rows).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
        let sheets = book.worksheets().into_iter();
        sheets
            .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
            .collect()
    }

    #[test]
    fn a_table_that_is_longer_than_a_sheet_goes_on_in_another() {
        let items: Vec<_> = (1..=5)
            .map(|month| json!({"month": format!("2026-0{month}")}))
            .collect();
        let sheets = read("plays/monthly", &json!({"items": items}), 3);
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
            let sheets = read("plays/monthly", &json!({"items": [{"note": text}]}), ROWS);
            let cell = sheets[0].1[1].last().unwrap().clone();
            assert!(matches!(cell, Data::String(_)), "{text}: {cell:?}");
        }
        let sheets = read(
            "plays/monthly",
            &json!({"items": [{"note": "\u{1F3AD}".repeat(20_000)}]}),
            ROWS,
        );
        let Data::String(cut) = sheets[0].1[1].last().unwrap() else {
            panic!("a text");
        };
        assert!(cut.ends_with('…') && cut.encode_utf16().count() <= CELL_LENGTH);
    }

    #[test]
    fn instants_are_those_of_seoul() {
        let (serial, _) = serial("2026-11-20T10:30:00Z", Unit::Instant).unwrap();
        assert!((serial - 46_346.812_5).abs() < 1e-9, "{serial}");
    }
}
