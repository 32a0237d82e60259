//! Opening files and taking cells out of them. Nothing outside of this module knows how a format is packed.
//!
//! An xlsx file whose needed parts are small is read here; every other workbook is read by [`Isolation`], where the
//! operating system sets the bounds. Both run the same code.

mod binary_values;
mod disordered;
mod dump;
mod encryption;
mod format;
mod iso;
pub(crate) mod isolation;
mod markup;
mod ods;
mod ole2;
mod package;
mod records;
mod sheets;
mod texts;
mod unlocking;
mod xls;
mod xls_records;
mod xlsb;
mod xlsx;
mod xlsx_cells;

#[cfg(test)]
mod tests;

use std::io::{self, Cursor};
use std::ops::ControlFlow;

use domain::diagnostics::{DiagnosticCode, FileKind};
use thiserror::Error;

pub use dump::dump_cells;
pub(crate) use format::stranger;
pub(crate) use sheets::comparable;
pub(crate) use unlocking::unlock;
pub use unlocking::unlock_package;

use self::format::Container;
use self::isolation::{Isolation, IsolationFailure};
use self::package::{Package, ZippedWorkbook, check_directory};
use self::records::RecordedWorkbook;
use self::xlsx::{XlsxFrame, XlsxWorkbook};
use crate::layout::SheetLayout;
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{BuyersReader, MergedRegion, RowRules, SheetCell, SheetReader};

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum Unreadable {
    #[error("not a workbook: {}", .0.code())]
    NotAWorkbook(FileKind),
    /// With a password that is not known.
    #[error("encrypted")]
    Encrypted,
    #[error("too large: {0}")]
    TooLarge(String),
    /// Through no fault of the file.
    #[error("internal")]
    Internal,
}

impl Unreadable {
    pub(crate) fn code(&self) -> DiagnosticCode {
        match self {
            Self::NotAWorkbook(_) => DiagnosticCode::NotAWorkbook,
            Self::Encrypted => DiagnosticCode::EncryptedWorkbook,
            Self::TooLarge(_) => DiagnosticCode::TooLarge,
            Self::Internal => DiagnosticCode::InternalError,
        }
    }

    pub(crate) fn value(&self) -> Option<&str> {
        match self {
            Self::TooLarge(limit) => Some(limit),
            Self::NotAWorkbook(kind) => Some(kind.code()),
            Self::Encrypted | Self::Internal => None,
        }
    }

    /// A workbook that was cut short or changed on its way.
    fn damaged() -> Self {
        Self::NotAWorkbook(FileKind::Damaged)
    }

    /// What a reader of parts failed with: one of ours, or else bytes that cannot be inflated.
    fn from_io(error: &io::Error) -> Self {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>());
        inner.cloned().unwrap_or_else(Self::damaged)
    }
}

impl From<IsolationFailure> for Unreadable {
    fn from(failure: IsolationFailure) -> Self {
        match failure {
            IsolationFailure::TooLarge(limit) => Self::TooLarge(limit),
            IsolationFailure::Unavailable(_) => Self::Internal,
        }
    }
}

/// Takes the cells of a sheet in the order of its rows.
pub(crate) trait CellSink {
    /// Takes a merged region. All of a sheet's come before its first cell. Breaks when no further one is wanted.
    fn merged(&mut self, region: MergedRegion) -> ControlFlow<()>;

    /// Takes the next cell. Breaks when no further one is wanted.
    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()>;
}

impl<R: RowRules> CellSink for SheetReader<'_, R> {
    fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        SheetReader::merged(self, region)
    }

    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        SheetReader::cell(self, cell)
    }
}

impl CellSink for BuyersReader<'_> {
    fn merged(&mut self, _: MergedRegion) -> ControlFlow<()> {
        // Of a merged agency the rows below are blank, which says the same.
        ControlFlow::Continue(())
    }

    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        BuyersReader::cell(self, cell)
    }
}

/// An opened workbook of any format but CSV.
pub(crate) enum Workbook {
    Xlsx(Box<XlsxWorkbook>),
    Recorded(Box<RecordedWorkbook>),
}

impl Workbook {
    /// Opens `bytes`; `None` when they are of none of the binary formats, and of nothing else that is known.
    /// Sheets with one of the normalised names `further` may be read as well.
    pub(crate) fn open(
        bytes: &[u8],
        further: &[String],
        limits: &Limits,
        isolation: &dyn Isolation,
    ) -> Result<Option<Self>, Unreadable> {
        match Container::of(bytes) {
            None => return stranger(bytes).map_or(Ok(None), |kind| Err(Unreadable::NotAWorkbook(kind))),
            Some(Container::Ole2) => {}
            Some(Container::Zip) => {
                if let Some(xlsx) = guarded(|| Self::open_small(bytes, further, limits))? {
                    return Ok(Some(Self::Xlsx(Box::new(xlsx))));
                }
            }
        }
        let records = isolation.extract(bytes, further, limits)?;
        RecordedWorkbook::new(records, further, limits).map(|recorded| Some(Self::Recorded(Box::new(recorded))))
    }

    /// Opens an xlsx file whose needed parts are small; `None` for another workbook.
    fn open_small(bytes: &[u8], further: &[String], limits: &Limits) -> Result<Option<XlsxWorkbook>, Unreadable> {
        check_directory(bytes, limits)?;
        let mut package = Package::open(Cursor::new(bytes), limits)?;
        match package.workbook()? {
            ZippedWorkbook::Xlsx { main } => XlsxWorkbook::open(&mut package, &main, further, limits),
            ZippedWorkbook::Xlsb { .. } | ZippedWorkbook::Ods => Ok(None),
        }
    }

    /// Whether it has this sheet.
    pub(crate) fn has(&self, sheet: &SheetLayout) -> bool {
        match self {
            Self::Xlsx(xlsx) => xlsx.has(sheet),
            Self::Recorded(recorded) => recorded.has(sheet),
        }
    }

    /// Whether this sheet has markers in its first rows.
    pub(crate) fn is_marked(&self, sheet: &SheetLayout) -> bool {
        match self {
            Self::Xlsx(xlsx) => xlsx.is_marked(sheet),
            Self::Recorded(recorded) => recorded.is_marked(sheet),
        }
    }

    /// The names of its sheets.
    pub(crate) fn names(&self) -> &[String] {
        match self {
            Self::Xlsx(xlsx) => xlsx.names(),
            Self::Recorded(recorded) => recorded.names(),
        }
    }

    /// The number under which the sheet at this place can be read; `None` when it cannot.
    pub(crate) fn number(&self, place: usize) -> Option<usize> {
        match self {
            Self::Xlsx(xlsx) => xlsx.number(place),
            Self::Recorded(recorded) => recorded.number(place),
        }
    }

    /// From which day it counts.
    pub(crate) fn date_system(&self) -> DateSystem {
        match self {
            Self::Xlsx(xlsx) => xlsx.date_system(),
            Self::Recorded(recorded) => recorded.date_system(),
        }
    }

    /// Whether it asks to be calculated when it is opened.
    pub(crate) fn calculates_on_open(&self) -> bool {
        match self {
            Self::Xlsx(xlsx) => xlsx.calculates_on_open(),
            Self::Recorded(recorded) => recorded.calculates_on_open(),
        }
    }

    /// Gives the merged regions and cells of a sheet that it has to `sink`.
    pub(crate) fn read(&mut self, sheet: &SheetLayout, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        match sheets::index(sheet).filter(|_| self.has(sheet)) {
            Some(number) => self.read_numbered(number, sink),
            None => Ok(()),
        }
    }

    /// Gives the merged regions and cells of the sheet with this number to `sink`. Sheets are read once each, in the order of
    /// their numbers.
    pub(crate) fn read_numbered(&mut self, number: usize, sink: &mut impl CellSink) -> Result<(), Unreadable> {
        match self {
            Self::Xlsx(xlsx) => xlsx.read(number, sink),
            Self::Recorded(recorded) => recorded.read(number, sink),
        }
    }
}

/// The names of the sheets of a workbook, of which nothing else is read; `None` of bytes that are of no such format.
pub(crate) fn sheet_names(
    bytes: &[u8],
    limits: &Limits,
    isolation: &dyn Isolation,
) -> Result<Option<Vec<String>>, Unreadable> {
    match Container::of(bytes) {
        None => return Ok(None),
        Some(Container::Ole2) => {}
        Some(Container::Zip) => {
            if let Some(names) = guarded(|| xlsx_names(bytes, limits))? {
                return Ok(Some(names));
            }
        }
    }
    let records = isolation.extract(bytes, &[], limits)?;
    let recorded = RecordedWorkbook::new(records, &[], limits)?;
    Ok(Some(recorded.names().to_vec()))
}

/// The names of the sheets of an xlsx file; `None` of another workbook.
fn xlsx_names(bytes: &[u8], limits: &Limits) -> Result<Option<Vec<String>>, Unreadable> {
    check_directory(bytes, limits)?;
    let mut package = Package::open(Cursor::new(bytes), limits)?;
    match package.workbook()? {
        ZippedWorkbook::Xlsx { main } => Ok(Some(XlsxFrame::read(&mut package, &main, &[])?.parts.names)),
        ZippedWorkbook::Xlsb { .. } | ZippedWorkbook::Ods => Ok(None),
    }
}

/// Whether a file needs a password that is not known. What cannot be opened for another reason does not.
pub(crate) fn is_locked(bytes: &[u8], limits: &Limits, isolation: &dyn Isolation) -> Result<bool, Unreadable> {
    if !may_be_locked(bytes) {
        return Ok(false);
    }
    let records = isolation.extract(bytes, &[], limits)?;
    RecordedWorkbook::is_locked(records, limits)
}

/// Whether a file that begins so can have a password at all.
pub(crate) fn may_be_locked(head: &[u8]) -> bool {
    // An ods file begins with a part of this name.
    let is_ods = head.get(30..).is_some_and(|name| name.starts_with(b"mimetype"));
    match Container::of(head) {
        Some(Container::Ole2) => true,
        Some(Container::Zip) => is_ods,
        None => false,
    }
}

/// Fails for more merged regions than a sheet may have.
fn check_regions(count: usize, limits: &Limits) -> Result<(), Unreadable> {
    let limit = limits.merged_regions;
    if count > limit {
        return Err(Unreadable::TooLarge(format!("> {limit} merged regions")));
    }
    Ok(())
}

/// Runs code of a library that is given hostile bytes: its panic means that they are no workbook.
fn guarded<T>(read: impl FnOnce() -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Unreadable::damaged()))
}
