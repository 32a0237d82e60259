//! The side that reads a file and writes its cells.

use std::io::{self, Write};
use std::ops::ControlFlow;

use domain::diagnostics::CellAddress;

use super::{
    CALCULATES_ON_OPEN, ENCRYPTED, END, ERROR, FALSE, FORMULA, HEADER, INTERNAL, MAGIC, MAX_NAME_BYTES, MAX_NAMES,
    MERGED, NOT_A_WORKBOOK, NUMBER, OPEN, RecordsHeader, SHEET, SHEET_END, SINCE_1904, TEXT, TOO_LARGE, TRUE,
    UNCALCULATED, UNREADABLE,
};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};
use crate::workbook::{CellSink, Unreadable};

/// Writes records. A failure to write breaks every sink and is told at the end.
pub(in super::super) struct RecordWriter<'a, W> {
    out: W,
    limits: &'a Limits,
    failure: Option<io::Error>,
}

impl<'a, W: Write> RecordWriter<'a, W> {
    /// Begins the stream.
    pub(in super::super) fn new(out: W, limits: &'a Limits) -> Self {
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
    pub(in super::super) fn open(&mut self) {
        let _ = self.write(&[OPEN]);
        if let Err(error) = self.out.flush() {
            self.failure.get_or_insert(error);
        }
    }

    /// Writes what comes before the sheets.
    pub(in super::super) fn header(&mut self, header: &RecordsHeader) {
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
        let mut marked = 0_u8;
        for (number, _) in (0_u8..).zip(header.marked).filter(|(_, is_marked)| *is_marked) {
            marked |= 1 << number;
        }
        let _ = self.write(&[HEADER, since_1904 | calculates, marked]);
        let names = &header.names[..header.names.len().min(MAX_NAMES)];
        let count = u32::try_from(names.len()).expect("names are bounded");
        let _ = self.write(&count.to_le_bytes());
        for name in names {
            let _ = self.write_text(&name[..name.floor_char_boundary(MAX_NAME_BYTES)]);
        }
    }

    /// Writes one sheet, whose cells `read` gives.
    pub(in super::super) fn sheet(
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
    pub(in super::super) fn finish(mut self, outcome: Result<(), Unreadable>) -> io::Result<()> {
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
