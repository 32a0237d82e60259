//! The cells of a workbook as a stream of records, from the process that reads it to the one that judges it.
//!
//! A sign that reading has begun, then a header with the names of the sheets, then the records of each in
//! order, and an end; at any place instead, why there is no more. Integers are little-endian. Neither side keeps more
//! than one record. The decoder trusts nothing: its counterpart has read hostile bytes.

mod reader;
mod writer;

pub(crate) use self::reader::RecordedWorkbook;
pub(super) use self::writer::RecordWriter;

use crate::layout::SHEETS;
use crate::rows::dates::DateSystem;

const MAGIC: &[u8; 4] = b"cel4";

// What stands between the sheets.
const HEADER: u8 = 1;
const SHEET: u8 = 2;
const END: u8 = 3;
const UNREADABLE: u8 = 4;
/// The file needs no password that is not known.
const OPEN: u8 = 5;

const SINCE_1904: u8 = 1;
const CALCULATES_ON_OPEN: u8 = 2;

// What stands in a sheet, besides `UNREADABLE`.
const NUMBER: u8 = 0x10;
const TEXT: u8 = 0x11;
const ERROR: u8 = 0x12;
const FALSE: u8 = 0x13;
const TRUE: u8 = 0x14;
const UNCALCULATED: u8 = 0x15;
const MERGED: u8 = 0x16;
const SHEET_END: u8 = 0x17;
/// Added to the kind of a value that a formula made.
const FORMULA: u8 = 0x80;

// Why a file is unreadable.
const NOT_A_WORKBOOK: u8 = 0;
const ENCRYPTED: u8 = 1;
const TOO_LARGE: u8 = 2;
const INTERNAL: u8 = 3;

/// What a workbook says of itself.
#[derive(Debug, Clone)]
pub(super) struct RecordsHeader {
    pub(super) system: DateSystem,
    pub(super) calculates_on_open: bool,
    /// Which of the known sheets have markers.
    pub(super) marked: [bool; SHEETS],
    /// The names of all sheets. Which of them are read follows from these.
    pub(super) names: Vec<String>,
}

/// Most sheets of which the names are told.
const MAX_NAMES: usize = 4_096;
/// Longest part of a name that is told; no sheet of ours has a longer one.
const MAX_NAME_BYTES: usize = 1_100;
