//! The side that takes the cells and judges them.

use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;

use domain::diagnostics::{CellAddress, FileKind};

use super::{
    CALCULATES_ON_OPEN, ENCRYPTED, ERROR, FALSE, FORMULA, HEADER, MAGIC, MAX_NAME_BYTES, MAX_NAMES, MERGED,
    NOT_A_WORKBOOK, NUMBER, OPEN, RecordsHeader, SHEET, SHEET_END, SINCE_1904, TEXT, TOO_LARGE, TRUE, UNCALCULATED,
    UNREADABLE,
};
use crate::layout::{SHEETS, SheetLayout};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};
use crate::workbook::isolation::IsolationFailure;
use crate::workbook::sheets::{self, Chosen};
use crate::workbook::{CellSink, Unreadable};

const BUFFER_BYTES: usize = 64 * 1024;

/// A workbook of which the cells come in as records.
pub(crate) struct RecordedWorkbook {
    decoder: Decoder,
    header: RecordsHeader,
    chosen: Chosen,
    /// Whether the next record belongs to a sheet that has begun.
    is_in_sheet: bool,
}

impl RecordedWorkbook {
    /// Reads the header, as soon as it comes.
    pub(in super::super) fn new(
        records: Box<dyn Read>,
        further: &[String],
        limits: &Limits,
    ) -> Result<Self, Unreadable> {
        let mut decoder = Decoder::begin(records, limits)?;
        if decoder.byte()? != HEADER {
            return Err(Unreadable::Internal);
        }
        let [traits, marks] = decoder.take()?;
        let mut marked = [false; SHEETS];
        for (number, is_marked) in marked.iter_mut().enumerate() {
            *is_marked = marks & (1 << number) != 0;
        }
        let names = decoder.names()?;
        let mut chosen = Chosen::of(&names, further);
        if marked.contains(&true) {
            chosen.others.clear();
        }
        let system = if traits & SINCE_1904 == 0 {
            DateSystem::Since1900
        } else {
            DateSystem::Since1904
        };
        let header = RecordsHeader {
            system,
            calculates_on_open: traits & CALCULATES_ON_OPEN != 0,
            marked,
            names,
        };
        Ok(Self {
            decoder,
            header,
            chosen,
            is_in_sheet: false,
        })
    }

    /// Whether the file that the records are of needs a password that is not known.
    pub(in super::super) fn is_locked(records: Box<dyn Read>, limits: &Limits) -> Result<bool, Unreadable> {
        match Decoder::begin(records, limits) {
            Ok(_) => Ok(false),
            Err(Unreadable::Encrypted) => Ok(true),
            Err(other) => Err(other),
        }
    }

    pub(in super::super) fn has(&self, sheet: &SheetLayout) -> bool {
        sheets::index(sheet).is_some_and(|number| self.chosen.known[number].is_some())
    }

    pub(in super::super) fn is_marked(&self, sheet: &SheetLayout) -> bool {
        sheets::index(sheet).is_some_and(|number| self.header.marked[number])
    }

    pub(in super::super) fn names(&self) -> &[String] {
        &self.header.names
    }

    pub(in super::super) fn number(&self, place: usize) -> Option<usize> {
        self.chosen.number(place)
    }

    pub(in super::super) fn date_system(&self) -> DateSystem {
        self.header.system
    }

    pub(in super::super) fn calculates_on_open(&self) -> bool {
        self.header.calculates_on_open
    }

    /// Gives the sheet with this number to `sink`. Sheets can be read once each, in the order of their numbers.
    pub(in super::super) fn read(&mut self, wanted: usize, sink: &mut impl CellSink) -> Result<(), Unreadable> {
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

    fn names(&mut self) -> Result<Vec<String>, Unreadable> {
        let count = u32::from_le_bytes(self.take()?) as usize;
        if count > MAX_NAMES {
            return Err(Unreadable::Internal);
        }
        let mut names = Vec::with_capacity(count);
        for _ in 0..count {
            let name = self.text()?;
            if name.len() > MAX_NAME_BYTES {
                return Err(Unreadable::Internal);
            }
            names.push(name.to_owned());
        }
        Ok(names)
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
