//! Blank sheets as a workbook.

use chrono::{Datelike, NaiveDate};
use domain::calendar::DateRange;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::columns::{Column, Columns, Content, FIRST_ROW, Look, letters};

/// What the rows of a sheet are of.
pub(super) enum Rows {
    /// One for each day.
    Days(DateRange),
    /// So many, of days that are filled in.
    Blank(u32),
}

/// A sheet before it is filled in.
pub(super) struct BlankSheet {
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) columns: Columns,
    pub(super) rows: Rows,
}

/// The column of days, where the total is named, and those that stay in sight.
const DAY_COLUMN: u16 = 1;
const FROZEN_COLUMNS: u16 = 2;

const TITLE_ROW: u32 = 0;
const MARKER_ROW: u32 = 1;
const GROUP_ROW: u32 = 2;
const HEADER_ROW: u32 = 3;

const INPUT: Color = Color::RGB(0x00FF_F9DB);
const COMPUTED: Color = Color::RGB(0x00F2_F2F2);
const HEADER: Color = Color::RGB(0x00D9_E1F2);
const PALE: Color = Color::RGB(0x0080_8080);
const LINE: Color = Color::RGB(0x00BF_BFBF);

/// The bytes of an `.xlsx` with these sheets, made on this day. The same sheets give the same bytes.
pub(super) fn write(sheets: &[BlankSheet], today: NaiveDate) -> Vec<u8> {
    try_write(sheets, today).expect("what a production holds fits into a sheet")
}

fn try_write(sheets: &[BlankSheet], today: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&excel_day(today)?));
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.name)?;
        worksheet.set_freeze_panes(HEADER_ROW + 1, FROZEN_COLUMNS)?;
        write_sheet(worksheet, sheet)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &BlankSheet) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    worksheet.write_string_with_format(TITLE_ROW, 0, &sheet.title, &title)?;
    let days: Vec<Option<NaiveDate>> = match sheet.rows {
        Rows::Days(days) => days.days().map(Some).collect(),
        Rows::Blank(rows) => (0..rows).map(|_| None).collect(),
    };
    for (index, column) in (0..).zip(&sheet.columns.list) {
        worksheet.set_column_width(index, column.width)?;
        write_head(worksheet, index, column)?;
        let mut row = HEADER_ROW + 1;
        for day in &days {
            write_cell(worksheet, row, index, column, *day)?;
            row += 1;
        }
        // The blank row above the total belongs to its range, so that rows inserted there count.
        if column.summed {
            let letters = letters(usize::from(index));
            let sum = Formula::new(format!("SUM({letters}{FIRST_ROW}:{letters}{})", row + 1));
            worksheet.write_formula_with_format(row + 1, index, sum, &computed(column.look).set_bold())?;
        } else if index == DAY_COLUMN {
            worksheet.write_string_with_format(row + 1, index, "합계", &Format::new().set_bold())?;
        }
    }
    Ok(())
}

fn write_head(worksheet: &mut Worksheet, index: u16, column: &Column) -> Result<(), XlsxError> {
    if let Some(marker) = &column.marker {
        let pale = Format::new().set_font_size(8).set_font_color(PALE);
        worksheet.write_string_with_format(MARKER_ROW, index, marker, &pale)?;
    }
    let head = bordered().set_align(FormatAlign::Center).set_background_color(HEADER);
    worksheet.write_string_with_format(GROUP_ROW, index, column.group, &head)?;
    worksheet.write_string_with_format(HEADER_ROW, index, &column.header, &head.set_bold())?;
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    index: u16,
    column: &Column,
    day: Option<NaiveDate>,
) -> Result<(), XlsxError> {
    let (input, computed) = (input(column.look), computed(column.look));
    let number = row + 1;
    match (&column.content, day) {
        (Content::Number, _) => worksheet.write_number_with_format(row, index, row - HEADER_ROW, &computed)?,
        (Content::Day, Some(day)) => worksheet.write_with_format(row, index, excel_day(day)?, &computed)?,
        (Content::Day, None) | (Content::Input, _) => worksheet.write_blank(row, index, &input)?,
        (Content::Known(value), _) => worksheet.write_with_format(row, index, *value, &input)?,
        (Content::Weekday(of), day) => {
            let of = format!("{of}{number}");
            let text = format!("IF({of}=\"\",\"\",MID(\"{WEEKDAYS}\",WEEKDAY({of}),1))");
            let formula = Formula::new(text).set_result(day.map_or_else(String::new, weekday));
            worksheet.write_formula_with_format(row, index, formula, &computed.set_align(FormatAlign::Center))?
        }
        (Content::Formula(text, value), _) => {
            let formula = Formula::new(text.replace("{row}", &number.to_string())).set_result(value.to_string());
            worksheet.write_formula_with_format(row, index, formula, &computed)?
        }
    };
    Ok(())
}

/// The weekdays as Excel counts them.
const WEEKDAYS: &str = "일월화수목금토";

fn weekday(day: NaiveDate) -> String {
    let number = day.weekday().num_days_from_sunday() as usize;
    WEEKDAYS.chars().skip(number).take(1).collect()
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).expect("a day of the supported years");
    let part = |number: u32| u8::try_from(number).expect("a month or a day of a month");
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

fn bordered() -> Format {
    Format::new().set_border(FormatBorder::Thin).set_border_color(LINE)
}

fn shown(look: Look) -> Format {
    bordered().set_num_format(match look {
        Look::General => "General",
        Look::Date => "yyyy-mm-dd",
        Look::Time => "hh:mm",
        Look::Whole => "#,##0",
        Look::Share => "0.0%",
    })
}

/// Of cells that are filled in by hand.
fn input(look: Look) -> Format {
    shown(look).set_background_color(INPUT)
}

/// Of cells that are there or follow from others.
fn computed(look: Look) -> Format {
    shown(look).set_background_color(COMPUTED)
}
