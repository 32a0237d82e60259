//! What is read of good workbooks is what calamine reads.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{Data, DataType, Reader, open_workbook_auto_from_rs};
use chrono::{NaiveDate, Timelike};
use sample_data::formats::{BinaryStyle, XlsxStyle, ods, xls_styled, xlsb_styled, xlsx, xlsx_styled};
use sample_data::{Cell, CellError, Workbook as Written, stage_workbook};

use crate::layout::Layout;
use crate::limits::Limits;
use crate::rows::{CellValue, MergedRegion, SheetCell, is_error_text};
use crate::workbook::isolation::InProcess;
use crate::workbook::{CellSink, Workbook};

/// Row and column.
type Place = (u32, u32);

#[derive(Debug, PartialEq)]
enum Value {
    Number(f64),
    Text(String),
    Bool(bool),
    Error(String),
}

#[derive(Default)]
struct Cells(BTreeMap<Place, Value>);

impl CellSink for Cells {
    fn merged(&mut self, _: MergedRegion) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn cell(&mut self, SheetCell { at, value, .. }: SheetCell<'_>) -> ControlFlow<()> {
        let value = match value {
            CellValue::Number(number) => Value::Number(number),
            CellValue::Text(text) => Value::Text(text.to_owned()),
            CellValue::Bool(flag) => Value::Bool(flag),
            CellValue::Error(text) => Value::Error(text.to_owned()),
            CellValue::Blank | CellValue::Uncalculated => return ControlFlow::Continue(()),
        };
        assert_eq!(self.0.insert((at.row, at.column), value), None, "{at:?} twice");
        ControlFlow::Continue(())
    }
}

fn ours(bytes: &[u8]) -> Vec<BTreeMap<Place, Value>> {
    let mut workbook = Workbook::open(bytes, &[], &Limits::default(), &InProcess)
        .unwrap()
        .unwrap();
    let sheets = Layout::Stage.sheets();
    let read = sheets.map(|sheet| {
        let mut cells = Cells::default();
        workbook.read(sheet, &mut cells).unwrap();
        cells.0
    });
    read.into()
}

fn calamines(bytes: &[u8]) -> Vec<BTreeMap<Place, Value>> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = Layout::Stage.sheets();
    let read = sheets.map(|sheet| {
        let range = workbook.worksheet_range(sheet.name).unwrap();
        let (first_row, first_column) = range.start().unwrap();
        let cells = range.used_cells().filter_map(|(row, column, value)| {
            let place = |first: u32, at: usize| first + u32::try_from(at).unwrap();
            Some(((place(first_row, row), place(first_column, column)), to_value(value)?))
        });
        cells.collect()
    });
    read.into()
}

/// Days and times as numbers, which ods writes as text; calamine leaves them so, and the errors too.
fn to_value(data: &Data) -> Option<Value> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) if is_error_text(text) => Value::Error(text.clone()),
        Data::String(text) => Value::Text(text.clone()),
        Data::Bool(flag) => Value::Bool(*flag),
        Data::Error(error) => Value::Error(error.to_string()),
        Data::Int(number) => Value::Number(f64::from(i32::try_from(*number).unwrap())),
        Data::Float(number) => Value::Number(*number),
        Data::DateTime(moment) => Value::Number(moment.as_f64()),
        Data::DateTimeIso(_) | Data::DurationIso(_) => {
            let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
            let days = data.as_date().map_or(0, |day| (day - epoch).num_days());
            let seconds = data.as_time().map_or(0, |time| time.num_seconds_from_midnight());
            Value::Number(f64::from(i32::try_from(days).unwrap()) + f64::from(seconds) / 86_400.0)
        }
    })
}

/// A long run, with a cell of each kind among its figures. calamine passes over what formulas of xlsb fail with.
fn good(seed: u64) -> Written {
    let record_date = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
    let mut workbook = stage_workbook(seed, 80, 50, record_date);
    workbook
        .sheet_mut("Daily")
        .set("Y9", "김지유 & <강준호>\n둘째 줄")
        .set("Z9", true)
        .set("AA10", CellError::Div0)
        .set("AB10", Cell::formula("1+1", 2))
        .set("AC11", 0.1)
        .set("AD11", -123_456.789)
        .set("AE11", 1e15);
    workbook
}

#[test]
fn every_cell_of_good_workbooks_is_what_calamine_reads() {
    let (loose, compact) = (
        BinaryStyle::default(),
        BinaryStyle {
            compact: true,
            ..BinaryStyle::default()
        },
    );
    for seed in 0..3 {
        let workbook = good(seed);
        for (format, bytes) in [
            ("xlsx", xlsx(&workbook)),
            ("xlsx of another program", xlsx_styled(&workbook, XlsxStyle::default())),
            ("xlsb", xlsb_styled(&workbook, loose)),
            ("compact xlsb", xlsb_styled(&workbook, compact)),
            ("xls", xls_styled(&workbook, loose)),
            ("compact xls", xls_styled(&workbook, compact)),
            ("ods", ods(&workbook)),
        ] {
            let (ours, calamines) = (ours(&bytes), calamines(&bytes));
            for (ours, calamines) in ours.iter().zip(&calamines) {
                assert!(ours.len() > 500, "{format}: {}", ours.len());
                for place in ours.keys().chain(calamines.keys()) {
                    assert_eq!(
                        ours.get(place),
                        calamines.get(place),
                        "{format}, seed {seed}: {place:?}"
                    );
                }
            }
        }
    }
}
