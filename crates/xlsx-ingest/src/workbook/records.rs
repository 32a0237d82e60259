//! The cells of a workbook as a stream of records, from the process that reads it to the one that judges it.
//!
//! A header, then for each known sheet that the workbook has: its number in [`all_sheets`], the length of its records,
//! and the records. Integers are little-endian. The decoder trusts nothing: its counterpart has read hostile bytes.

use std::io::{self, Write};
use std::ops::{ControlFlow, Range};

use domain::diagnostics::CellAddress;

use super::{CellSink, Unreadable};
use crate::layout::{SHEETS, SheetLayout, all_sheets};
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};

const MAGIC: &[u8; 4] = b"cel2";

const SINCE_1904: u8 = 1;
const CALCULATES_ON_OPEN: u8 = 2;

const NUMBER: u8 = 0;
const TEXT: u8 = 1;
const ERROR: u8 = 2;
const FALSE: u8 = 3;
const TRUE: u8 = 4;
const UNPLACED_ERROR: u8 = 5;
const UNCALCULATED: u8 = 6;
const MERGED: u8 = 7;
/// Added to the kind of a value that a formula made.
const FORMULA: u8 = 0x80;

/// Collects the records of one sheet.
#[derive(Debug)]
pub(super) struct SheetRecords {
    bytes: Vec<u8>,
    max_bytes: u64,
    is_full: bool,
}

impl SheetRecords {
    pub(super) fn new(max_bytes: u64) -> Self {
        Self {
            bytes: Vec::new(),
            max_bytes,
            is_full: false,
        }
    }

    /// Whether cells were left out for lack of room.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Writes the sheet with this number.
    pub(super) fn write_to(&self, number: u8, out: &mut impl Write) -> io::Result<()> {
        out.write_all(&[number])?;
        out.write_all(&(self.bytes.len() as u64).to_le_bytes())?;
        out.write_all(&self.bytes)
    }

    fn push(&mut self, kind: u8, at: CellAddress, payload: &[u8]) -> ControlFlow<()> {
        self.bytes.push(kind);
        self.bytes.extend_from_slice(&at.row.to_le_bytes());
        self.bytes.extend_from_slice(&at.column.to_le_bytes());
        self.bytes.extend_from_slice(payload);
        self.is_full = self.bytes.len() as u64 > self.max_bytes;
        if self.is_full {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn push_text(&mut self, kind: u8, at: CellAddress, text: &str) -> ControlFlow<()> {
        let Ok(length) = u32::try_from(text.len()) else {
            self.is_full = true;
            return ControlFlow::Break(());
        };
        let mut payload = Vec::with_capacity(4 + text.len());
        payload.extend_from_slice(&length.to_le_bytes());
        payload.extend_from_slice(text.as_bytes());
        self.push(kind, at, &payload)
    }
}

impl CellSink for SheetRecords {
    fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        let MergedRegion { first, last } = region;
        let mut payload = [0; 8];
        payload[..4].copy_from_slice(&last.row.to_le_bytes());
        payload[4..].copy_from_slice(&last.column.to_le_bytes());
        self.push(MERGED, first, &payload)
    }

    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        let SheetCell { at, value, is_formula } = cell;
        let made = if is_formula { FORMULA } else { 0 };
        match value {
            CellValue::Blank => ControlFlow::Continue(()),
            CellValue::Number(number) => self.push(NUMBER | made, at, &number.to_le_bytes()),
            CellValue::Text(text) => self.push_text(TEXT | made, at, text),
            CellValue::Error(text) => self.push_text(ERROR | made, at, text),
            CellValue::Bool(flag) => self.push(if flag { TRUE } else { FALSE } | made, at, &[]),
            CellValue::Uncalculated => self.push(UNCALCULATED | made, at, &[]),
        }
    }

    fn unplaced_error(&mut self, text: &str) {
        // When there is no room for it, the next cell breaks.
        let _ = self.push_text(UNPLACED_ERROR, CellAddress { row: 0, column: 0 }, text);
    }
}

/// Writes what comes before the sheets.
pub(super) fn write_header(system: DateSystem, calculates_on_open: bool, out: &mut impl Write) -> io::Result<()> {
    let since_1904 = if system == DateSystem::Since1904 { SINCE_1904 } else { 0 };
    let calculates = if calculates_on_open { CALCULATES_ON_OPEN } else { 0 };
    out.write_all(MAGIC)?;
    out.write_all(&[since_1904 | calculates])
}

/// A workbook of which the cells are recorded.
#[derive(Debug)]
pub(crate) struct RecordedWorkbook {
    bytes: Vec<u8>,
    system: DateSystem,
    calculates_on_open: bool,
    sheets: [Option<Range<usize>>; SHEETS],
}

impl RecordedWorkbook {
    /// Finds the sheets in records.
    pub(super) fn new(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let mut decoder = Decoder { rest: &bytes };
        let header = decoder.take(MAGIC.len())?;
        let traits = decoder.byte()?;
        if header != MAGIC || traits > (SINCE_1904 | CALCULATES_ON_OPEN) {
            return Err(Unreadable::Internal);
        }
        let system = if traits & SINCE_1904 == 0 {
            DateSystem::Since1900
        } else {
            DateSystem::Since1904
        };
        let mut sheets = [const { None }; SHEETS];
        while !decoder.rest.is_empty() {
            let number = usize::from(decoder.byte()?);
            let length = decoder.take(8)?.try_into().map_err(|_| Unreadable::Internal)?;
            let length = usize::try_from(u64::from_le_bytes(length)).map_err(|_| Unreadable::Internal)?;
            let start = bytes.len() - decoder.rest.len();
            decoder.take(length)?;
            *sheets.get_mut(number).ok_or(Unreadable::Internal)? = Some(start..start + length);
        }
        Ok(Self {
            bytes,
            system,
            calculates_on_open: traits & CALCULATES_ON_OPEN != 0,
            sheets,
        })
    }

    pub(super) fn has(&self, sheet: &SheetLayout) -> bool {
        self.records(sheet).is_some()
    }

    pub(super) fn date_system(&self) -> DateSystem {
        self.system
    }

    pub(super) fn calculates_on_open(&self) -> bool {
        self.calculates_on_open
    }

    pub(super) fn read(&self, sheet: &SheetLayout, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        let mut decoder = Decoder {
            rest: self.records(sheet).unwrap_or_default(),
        };
        while !decoder.rest.is_empty() {
            let kind = decoder.byte()?;
            let at = CellAddress {
                row: decoder.integer()?,
                column: decoder.integer()?,
            };
            let value = match kind & !FORMULA {
                NUMBER => CellValue::Number(decoder.float()?),
                TEXT => CellValue::Text(decoder.text()?),
                ERROR => CellValue::Error(decoder.text()?),
                FALSE => CellValue::Bool(false),
                TRUE => CellValue::Bool(true),
                UNCALCULATED => CellValue::Uncalculated,
                MERGED => {
                    let last = CellAddress {
                        row: decoder.integer()?,
                        column: decoder.integer()?,
                    };
                    if sink.merged(MergedRegion { first: at, last }).is_break() {
                        break;
                    }
                    continue;
                }
                UNPLACED_ERROR => {
                    sink.unplaced_error(decoder.text()?);
                    continue;
                }
                _ => return Err(Unreadable::Internal),
            };
            let is_formula = kind & FORMULA != 0;
            if sink.cell(SheetCell { at, value, is_formula }).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn records(&self, sheet: &SheetLayout) -> Option<&[u8]> {
        let number = all_sheets().iter().position(|known| known.name == sheet.name)?;
        let range = self.sheets[number].clone()?;
        self.bytes.get(range)
    }
}

struct Decoder<'a> {
    rest: &'a [u8],
}

impl<'a> Decoder<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Unreadable::Internal)?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Unreadable> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn integer(&mut self) -> Result<u32, Unreadable> {
        let bytes = self.take(4)?.try_into().map_err(|_| Unreadable::Internal)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn float(&mut self) -> Result<f64, Unreadable> {
        let bytes = self.take(8)?.try_into().map_err(|_| Unreadable::Internal)?;
        Ok(f64::from_le_bytes(bytes))
    }

    fn text(&mut self) -> Result<&'a str, Unreadable> {
        let length = usize::try_from(self.integer()?).map_err(|_| Unreadable::Internal)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Unreadable::Internal)
    }
}
