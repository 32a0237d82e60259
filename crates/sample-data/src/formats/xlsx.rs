//! Excel workbooks of today, `.xlsx`, and the same with leave to hold macros, `.xlsm`.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook as Writer, Worksheet};

use super::package;
use super::serial::{self, DateSystem, Look};
use crate::workbook::{Address, Cell, Workbook};

const VALID: &str = "what a sample workbook holds fits into a sheet";

/// The workbook as `.xlsx`.
pub fn xlsx(workbook: &Workbook) -> Vec<u8> {
    xlsx_with(workbook, DateSystem::Since1900)
}

/// The workbook as `.xlsx` that counts days in this system.
pub fn xlsx_with(workbook: &Workbook, dates: DateSystem) -> Vec<u8> {
    let mut writer = Writer::new();
    // The writer would note the clock's time and so write other bytes each time.
    let created = ExcelDateTime::from_ymd(2020, 1, 1).expect("a date of the calendar");
    writer.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let formats = Look::ALL.map(|look| Format::new().set_num_format(look.code()));
    for sheet in &workbook.sheets {
        let worksheet = writer.add_worksheet();
        worksheet.set_name(&sheet.name).expect("a name that Excel takes");
        for (first, last) in sheet.merged() {
            let column = |at: &Address| u16::try_from(at.column).expect(VALID);
            worksheet
                .merge_range(first.row, column(first), last.row, column(last), "", &formats[0])
                .expect(VALID);
        }
        for (address, cell) in sheet.cells() {
            write(worksheet, address, cell, dates, &formats);
        }
    }
    let bytes = writer.save_to_buffer().expect("writing to memory does not fail");
    match dates {
        DateSystem::Since1900 => bytes,
        DateSystem::Since1904 => {
            package::replace(&bytes, "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ")
        }
    }
}

/// The workbook as `.xlsm`: the same parts, declared as a workbook that may hold macros.
pub fn xlsm(workbook: &Workbook) -> Vec<u8> {
    let plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    let with_macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    package::replace(&xlsx(workbook), "[Content_Types].xml", plain, with_macros)
}

fn write(worksheet: &mut Worksheet, at: Address, cell: &Cell, dates: DateSystem, formats: &[Format; 6]) {
    let row = at.row;
    let column = u16::try_from(at.column).expect(VALID);
    let format = |look: Look| &formats[usize::from(look.index())];
    if let Some((number, look)) = serial::number(cell, dates) {
        worksheet
            .write_number_with_format(row, column, number, format(look))
            .expect(VALID);
        return;
    }
    match cell {
        Cell::Text(text) => drop(worksheet.write_string(row, column, text).expect(VALID)),
        Cell::Bool(value) => drop(worksheet.write_boolean(row, column, *value).expect(VALID)),
        // The writer knows errors only as results of formulas.
        Cell::Error(error) => {
            let formula = Formula::new(error.text()).set_result(error.text());
            worksheet.write_formula(row, column, formula).expect(VALID);
        }
        Cell::Formula { formula, cached } => {
            let (result, look) = match cached.value() {
                Cell::Text(text) => (text.clone(), Look::General),
                Cell::Bool(value) => (if *value { "TRUE" } else { "FALSE" }.to_owned(), Look::General),
                Cell::Error(error) => (error.text().to_owned(), Look::General),
                number => serial::number(number, dates).map_or_else(
                    || (String::new(), Look::General),
                    |(number, look)| (number.to_string(), look),
                ),
            };
            let formula = Formula::new(formula).set_result(result);
            worksheet
                .write_formula_with_format(row, column, formula, format(look))
                .expect(VALID);
        }
        Cell::Iso(_) => panic!("the writer library has no such cells"),
        Cell::Empty | Cell::Number(_) | Cell::Percent(_) | Cell::Date(_) | Cell::Time(_) | Cell::DateTime(_) => {}
    }
}
