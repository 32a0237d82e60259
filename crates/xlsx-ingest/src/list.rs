//! Lists that somebody keeps in a file: the first sheet of a workbook, or a CSV file.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{NaiveDate, NaiveDateTime};
use domain::calendar::supported_days;
use ports::driven::{List, ListCell, ListError, ListReader, ListRow, Reader};
use rust_decimal::Decimal;

use crate::csv::{self, LineTooLong, Table};
use crate::label::is_total;
use crate::layout::LIST;
use crate::limits::Limits;
use crate::number::DecimalNumber;
use crate::room::ReadingRoom;
use crate::rows::dates::{DateSystem, MinuteOfDay, parse_day, read_day};
use crate::rows::{CellValue, MergedRegion, SheetCell};
use crate::workbook::isolation::Isolation;
use crate::workbook::{CellSink, Unreadable, Workbook};

/// Most rows of a list; nobody keeps as many productions, and no sale lasts as many days.
const MAX_ROWS: u32 = 5_000;
/// Most columns of a list.
const MAX_COLUMNS: u32 = 100;
/// Decimal places of a number that are kept.
const PLACES: u32 = 10;
/// Numbers of lists are below this.
const BOUND: i64 = 1_000_000_000_000_000;
/// How long a list waits for a seat in the reading room.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads lists, in the room where workbooks are read.
pub struct Lists {
    room: ReadingRoom,
}

impl Lists {
    /// Reads in this room.
    pub fn new(room: ReadingRoom) -> Self {
        Self { room }
    }
}

#[async_trait]
impl ListReader for Lists {
    async fn read(&self, file_name: &str, bytes: Vec<u8>) -> Result<List, ListError> {
        let seat = tokio::time::timeout(PATIENCE, self.room.enter(Reader::Person(None))).await;
        let seat = seat.map_err(|_| ListError::Busy)?;
        let file_name = file_name.to_owned();
        let list = seat.read(move |limits, isolation| read(&file_name, &bytes, limits, isolation));
        list.await.ok_or(ListError::Interrupted)?
    }

    fn instant(&self, list: &List, cell: &ListCell) -> Option<NaiveDateTime> {
        match cell {
            ListCell::Number(serial) => {
                let serial = f64::try_from(*serial).ok()?;
                let minutes = MinuteOfDay::from_number(serial, system(list))?;
                let day = system(list).day(serial)?;
                day.and_hms_opt(0, 0, 0)?
                    .checked_add_signed(chrono::TimeDelta::minutes(i64::from(minutes.0)))
            }
            ListCell::Text(text) => {
                let written = read_day(text)?;
                let midnight = written.day.and_hms_opt(0, 0, 0)?;
                midnight.checked_add_signed(chrono::TimeDelta::minutes(i64::from(written.time?.0)))
            }
            ListCell::Blank | ListCell::Flag(_) | ListCell::Error(_) => None,
        }
    }

    fn day(&self, list: &List, cell: &ListCell) -> Option<NaiveDate> {
        let day = match cell {
            ListCell::Number(number) => system(list).day(f64::try_from(*number).ok()?),
            ListCell::Text(text) => parse_day(text),
            ListCell::Blank | ListCell::Flag(_) | ListCell::Error(_) => None,
        };
        day.filter(|day| supported_days().contains(*day))
    }

    fn is_total(&self, text: &str) -> bool {
        is_total(text)
    }

    fn number(&self, cell: &ListCell) -> Option<Decimal> {
        match cell {
            ListCell::Number(number) => Some(*number),
            ListCell::Text(text) => DecimalNumber::parse(text)?.to_decimal(PLACES, BOUND),
            ListCell::Blank | ListCell::Flag(_) | ListCell::Error(_) => None,
        }
    }
}

fn system(list: &List) -> DateSystem {
    if list.since_1904 {
        DateSystem::Since1904
    } else {
        DateSystem::Since1900
    }
}

/// Reads a file within the limits.
pub(crate) fn read(
    file_name: &str,
    bytes: &[u8],
    limits: &Limits,
    isolation: &dyn Isolation,
) -> Result<List, ListError> {
    if bytes.len() > limits.file_bytes {
        return Err(ListError::TooLarge);
    }
    match Workbook::open(bytes, &[], limits, isolation).map_err(|error| told(&error))? {
        Some(workbook) => read_workbook(workbook, limits),
        None if file_name.to_lowercase().ends_with(".csv") => read_csv(bytes, limits),
        None => Err(ListError::NotAList),
    }
}

fn told(error: &Unreadable) -> ListError {
    match error {
        Unreadable::NotAWorkbook(_) => ListError::NotAList,
        Unreadable::Encrypted => ListError::Encrypted,
        Unreadable::TooLarge(_) => ListError::TooLarge,
        Unreadable::Internal => ListError::Interrupted,
    }
}

fn read_workbook(mut workbook: Workbook, limits: &Limits) -> Result<List, ListError> {
    if !workbook.has(&LIST) {
        return Err(ListError::NotAList);
    }
    let since_1904 = workbook.date_system() == DateSystem::Since1904;
    let mut cells = Cells::new(limits);
    workbook.read(&LIST, &mut cells).map_err(|error| told(&error))?;
    cells.into_list(since_1904)
}

fn read_csv(bytes: &[u8], limits: &Limits) -> Result<List, ListError> {
    let text = csv::decode(bytes).ok_or(ListError::NotAList)?;
    let mut cells = Cells::new(limits);
    for field in Table::new(&text, csv::delimiter(&text), limits.line_bytes) {
        let field = field.map_err(|LineTooLong { .. }| ListError::TooLarge)?;
        let cell = SheetCell::typed(field.at, CellValue::Text(&field.text));
        if cells.cell(cell).is_break() {
            return Err(ListError::TooLarge);
        }
    }
    cells.into_list(false)
}

/// Collects cells by row, up to the limits.
struct Cells {
    rows: BTreeMap<u32, Vec<ListCell>>,
    max_chars: usize,
    is_full: bool,
}

impl Cells {
    fn new(limits: &Limits) -> Self {
        Self {
            rows: BTreeMap::new(),
            max_chars: limits.cell_chars,
            is_full: false,
        }
    }

    fn into_list(self, since_1904: bool) -> Result<List, ListError> {
        if self.is_full {
            return Err(ListError::TooLarge);
        }
        let rows = self
            .rows
            .into_iter()
            .map(|(row, cells)| ListRow { number: row + 1, cells });
        Ok(List {
            rows: rows.collect(),
            since_1904,
        })
    }
}

impl CellSink for Cells {
    fn merged(&mut self, _: MergedRegion) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn cell(&mut self, SheetCell { at, value, .. }: SheetCell<'_>) -> ControlFlow<()> {
        let Some(cell) = to_cell(value) else {
            return ControlFlow::Continue(());
        };
        let is_long = matches!(&cell, ListCell::Text(text) if text.chars().count() > self.max_chars);
        let is_new = !self.rows.contains_key(&at.row);
        if is_long || at.column >= MAX_COLUMNS || (is_new && self.rows.len() >= MAX_ROWS as usize) {
            self.is_full = true;
            return ControlFlow::Break(());
        }
        let row = self.rows.entry(at.row).or_default();
        let column = at.column as usize;
        if row.len() <= column {
            row.resize(column + 1, ListCell::Blank);
        }
        row[column] = cell;
        ControlFlow::Continue(())
    }
}

/// `None` for a blank cell.
fn to_cell(value: CellValue<'_>) -> Option<ListCell> {
    match value.or_blank() {
        CellValue::Blank | CellValue::Uncalculated => None,
        CellValue::Text(text) => Some(ListCell::Text(text.trim().to_owned())),
        CellValue::Bool(flag) => Some(ListCell::Flag(flag)),
        CellValue::Error(text) => Some(ListCell::Error(text.to_owned())),
        CellValue::Number(number) => {
            let decimal = DecimalNumber::from_f64(number).and_then(|number| number.to_decimal(PLACES, BOUND));
            Some(decimal.map_or_else(|| ListCell::Text(number.to_string()), ListCell::Number))
        }
    }
}

#[cfg(test)]
mod tests;
