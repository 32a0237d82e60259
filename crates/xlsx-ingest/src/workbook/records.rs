//! The cells of a workbook as a stream of records, from the process that reads it to the one that judges it.
//!
//! A sign that reading has begun, then a header with the known sheets that the workbook has, then the records of each in
//! order, and an end; at any place instead, why there is no more. Integers are little-endian. Neither side keeps more
//! than one record. The decoder trusts nothing: its counterpart has read hostile bytes.

use std::io::{self, BufReader, Read, Write};
use std::ops::ControlFlow;

use domain::diagnostics::{CellAddress, FileKind};

use super::isolation::IsolationFailure;
use super::{CellSink, Unreadable, sheets};
use crate::layout::{SHEETS, SheetLayout};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};

const MAGIC: &[u8; 4] = b"cel3";
const BUFFER_BYTES: usize = 64 * 1024;

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
#[derive(Debug, Clone, Copy)]
pub(super) struct RecordsHeader {
    pub(super) system: DateSystem,
    pub(super) calculates_on_open: bool,
    /// Which of the known sheets it has.
    pub(super) sheets: [bool; SHEETS],
}

/// Writes records. A failure to write breaks every sink and is told at the end.
pub(super) struct RecordWriter<'a, W> {
    out: W,
    limits: &'a Limits,
    failure: Option<io::Error>,
}

impl<'a, W: Write> RecordWriter<'a, W> {
    /// Begins the stream.
    pub(super) fn new(out: W, limits: &'a Limits) -> Self {
        let mut writer = Self {
            out,
            limits,
            failure: None,
        };
        // What fails is kept for the end.
        let _ = writer.write(MAGIC);
        writer
    }

    /// Notes that the file needs no password that is not known, at once.
    pub(super) fn open(&mut self) {
        let _ = self.write(&[OPEN]);
        if let Err(error) = self.out.flush() {
            self.failure.get_or_insert(error);
        }
    }

    /// Writes what comes before the sheets.
    pub(super) fn header(&mut self, header: RecordsHeader) {
        let since_1904 = if header.system == DateSystem::Since1904 {
            SINCE_1904
        } else {
            0
        };
        let calculates = if header.calculates_on_open {
            CALCULATES_ON_OPEN
        } else {
            0
        };
        let mut has = 0_u8;
        for (number, _) in (0_u8..).zip(header.sheets).filter(|(_, is_there)| *is_there) {
            has |= 1 << number;
        }
        let _ = self.write(&[HEADER, since_1904 | calculates, has]);
    }

    /// Writes one sheet, whose cells `read` gives.
    pub(super) fn sheet(
        &mut self,
        number: usize,
        read: impl FnOnce(&mut Self) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let number = u8::try_from(number).map_err(|_| Unreadable::Internal)?;
        let _ = self.write(&[SHEET, number]);
        read(self)?;
        let _ = self.write(&[SHEET_END]);
        if self.failure.is_some() {
            return Err(Unreadable::Internal);
        }
        Ok(())
    }

    /// Ends the stream with what came out of reading.
    pub(super) fn finish(mut self, outcome: Result<(), Unreadable>) -> io::Result<()> {
        match outcome {
            Ok(()) => {
                let _ = self.write(&[END]);
            }
            Err(unreadable) => {
                let (reason, text) = match &unreadable {
                    Unreadable::NotAWorkbook(kind) => (NOT_A_WORKBOOK, kind.code()),
                    Unreadable::Encrypted => (ENCRYPTED, ""),
                    Unreadable::TooLarge(limit) => (TOO_LARGE, &**limit),
                    Unreadable::Internal => (INTERNAL, ""),
                };
                let _ = self.write(&[UNREADABLE, reason]);
                let _ = self.write_text(text);
            }
        }
        match self.failure {
            Some(error) => Err(error),
            None => self.out.flush(),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> ControlFlow<()> {
        if self.failure.is_none()
            && let Err(error) = self.out.write_all(bytes)
        {
            self.failure = Some(error);
        }
        if self.failure.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn write_text(&mut self, text: &str) -> ControlFlow<()> {
        let length = u32::try_from(text.len()).expect("texts are bounded");
        self.write(&length.to_le_bytes())?;
        self.write(text.as_bytes())
    }

    fn write_cell(&mut self, kind: u8, at: CellAddress) -> ControlFlow<()> {
        self.write(&[kind])?;
        self.write(&at.row.to_le_bytes())?;
        self.write(&at.column.to_le_bytes())
    }
}

impl<W: Write> CellSink for RecordWriter<'_, W> {
    fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        let MergedRegion { first, last } = region;
        self.write_cell(MERGED, first)?;
        self.write(&last.row.to_le_bytes())?;
        self.write(&last.column.to_le_bytes())
    }

    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        let SheetCell { at, value, is_formula } = cell;
        let made = if is_formula { FORMULA } else { 0 };
        match value {
            CellValue::Blank => return ControlFlow::Continue(()),
            CellValue::Number(number) => {
                self.write_cell(NUMBER | made, at)?;
                self.write(&number.to_le_bytes())?;
            }
            CellValue::Text(text) => {
                self.write_cell(TEXT | made, at)?;
                self.write_text(text)?;
            }
            CellValue::Error(text) => {
                self.write_cell(ERROR | made, at)?;
                self.write_text(text)?;
            }
            CellValue::Bool(flag) => self.write_cell(if flag { TRUE } else { FALSE } | made, at)?,
            CellValue::Uncalculated => self.write_cell(UNCALCULATED | made, at)?,
        }
        // Whoever judges it needs the first cell that is too far away, and no further one.
        let is_beyond = at.row >= self.limits.rows || at.column >= self.limits.columns;
        if is_beyond && !matches!(value.or_blank(), CellValue::Blank) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

/// A workbook of which the cells come in as records.
pub(crate) struct RecordedWorkbook {
    decoder: Decoder,
    header: RecordsHeader,
    /// Whether the next record belongs to a sheet that has begun.
    is_in_sheet: bool,
}

impl RecordedWorkbook {
    /// Reads the header, as soon as it comes.
    pub(super) fn new(records: Box<dyn Read>, limits: &Limits) -> Result<Self, Unreadable> {
        let mut decoder = Decoder::begin(records, limits)?;
        if decoder.byte()? != HEADER {
            return Err(Unreadable::Internal);
        }
        let [traits, has] = decoder.take()?;
        let mut sheets = [false; SHEETS];
        for (number, is_there) in sheets.iter_mut().enumerate() {
            *is_there = has & (1 << number) != 0;
        }
        let system = if traits & SINCE_1904 == 0 {
            DateSystem::Since1900
        } else {
            DateSystem::Since1904
        };
        let header = RecordsHeader {
            system,
            calculates_on_open: traits & CALCULATES_ON_OPEN != 0,
            sheets,
        };
        Ok(Self {
            decoder,
            header,
            is_in_sheet: false,
        })
    }

    /// Whether the file that the records are of needs a password that is not known.
    pub(super) fn is_locked(records: Box<dyn Read>, limits: &Limits) -> Result<bool, Unreadable> {
        match Decoder::begin(records, limits) {
            Ok(_) => Ok(false),
            Err(Unreadable::Encrypted) => Ok(true),
            Err(other) => Err(other),
        }
    }

    pub(super) fn has(&self, sheet: &SheetLayout) -> bool {
        sheets::index(sheet).is_some_and(|number| self.header.sheets[number])
    }

    pub(super) fn date_system(&self) -> DateSystem {
        self.header.system
    }

    pub(super) fn calculates_on_open(&self) -> bool {
        self.header.calculates_on_open
    }

    /// Gives a sheet to `sink`. Sheets can be read once each, in the order of their kinds.
    pub(super) fn read(&mut self, sheet: &SheetLayout, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        let Some(wanted) = sheets::index(sheet).filter(|_| self.has(sheet)) else {
            return Ok(());
        };
        if self.is_in_sheet {
            self.skip_sheet()?;
        }
        loop {
            if self.decoder.byte()? != SHEET {
                return Err(Unreadable::Internal);
            }
            let [number] = self.decoder.take()?;
            self.is_in_sheet = true;
            if usize::from(number) == wanted {
                return self.read_sheet(sink);
            }
            self.skip_sheet()?;
        }
    }

    fn read_sheet(&mut self, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        while let Some(flow) = self.decoder.record(sink)? {
            if flow.is_break() {
                return Ok(());
            }
        }
        self.is_in_sheet = false;
        Ok(())
    }

    fn skip_sheet(&mut self) -> Result<(), Unreadable> {
        while self.decoder.record(&mut Nobody)?.is_some() {}
        self.is_in_sheet = false;
        Ok(())
    }
}

/// Takes cells and does nothing with them.
struct Nobody;

impl CellSink for Nobody {
    fn merged(&mut self, _: MergedRegion) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn cell(&mut self, _: SheetCell<'_>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

struct Decoder {
    records: BufReader<Box<dyn Read>>,
    text: Vec<u8>,
    max_text_bytes: usize,
}

impl Decoder {
    /// Reads until it is clear that the file can be opened.
    fn begin(records: Box<dyn Read>, limits: &Limits) -> Result<Self, Unreadable> {
        let mut decoder = Self {
            records: BufReader::with_capacity(BUFFER_BYTES, records),
            text: Vec::new(),
            max_text_bytes: (limits.cell_chars + 1) * 8,
        };
        let magic: [u8; MAGIC.len()] = decoder.take()?;
        if magic != *MAGIC || decoder.byte()? != OPEN {
            return Err(Unreadable::Internal);
        }
        Ok(decoder)
    }

    /// Gives the next record of a sheet to `sink`; `None` at the end of the sheet.
    fn record(&mut self, sink: &mut impl CellSink) -> Result<Option<ControlFlow<()>>, Unreadable> {
        let kind = self.byte()?;
        if kind == SHEET_END {
            return Ok(None);
        }
        let at = self.address()?;
        let value = match kind & !FORMULA {
            NUMBER => CellValue::Number(f64::from_le_bytes(self.take()?)),
            TEXT => CellValue::Text(self.text()?),
            ERROR => CellValue::Error(self.text()?),
            FALSE => CellValue::Bool(false),
            TRUE => CellValue::Bool(true),
            UNCALCULATED => CellValue::Uncalculated,
            MERGED => {
                let last = self.address()?;
                return Ok(Some(sink.merged(MergedRegion { first: at, last })));
            }
            _ => return Err(Unreadable::Internal),
        };
        let is_formula = kind & FORMULA != 0;
        Ok(Some(sink.cell(SheetCell { at, value, is_formula })))
    }

    /// The next byte; when it says that the file is unreadable, that.
    fn byte(&mut self) -> Result<u8, Unreadable> {
        let [byte] = self.take()?;
        if byte == UNREADABLE {
            return Err(self.unreadable()?);
        }
        Ok(byte)
    }

    fn unreadable(&mut self) -> Result<Unreadable, Unreadable> {
        let [reason] = self.take()?;
        let text = self.text()?;
        Ok(match reason {
            NOT_A_WORKBOOK => Unreadable::NotAWorkbook(FileKind::from_code(text).unwrap_or(FileKind::Unknown)),
            ENCRYPTED => Unreadable::Encrypted,
            TOO_LARGE => Unreadable::TooLarge(text.to_owned()),
            _ => Unreadable::Internal,
        })
    }

    fn address(&mut self) -> Result<CellAddress, Unreadable> {
        Ok(CellAddress {
            row: u32::from_le_bytes(self.take()?),
            column: u32::from_le_bytes(self.take()?),
        })
    }

    fn text(&mut self) -> Result<&str, Unreadable> {
        let length = u32::from_le_bytes(self.take()?) as usize;
        if length > self.max_text_bytes {
            return Err(Unreadable::Internal);
        }
        self.text.resize(length, 0);
        self.records
            .read_exact(&mut self.text)
            .map_err(|error| broken_off(&error))?;
        std::str::from_utf8(&self.text).map_err(|_| Unreadable::Internal)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        let mut bytes = [0; N];
        self.records
            .read_exact(&mut bytes)
            .map_err(|error| broken_off(&error))?;
        Ok(bytes)
    }
}

/// Why the records end early.
fn broken_off(error: &io::Error) -> Unreadable {
    let failure = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<IsolationFailure>());
    failure.map_or(Unreadable::Internal, |failure| failure.clone().into())
}
