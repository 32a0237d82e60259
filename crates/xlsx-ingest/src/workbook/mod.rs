//! Opening files and taking cells out of them. Nothing outside of this module knows calamine.
//!
//! calamine sets no bounds on memory. So an xlsx file is read here only when a look at its inflated parts shows it to be
//! harmless; every other workbook is read by [`Isolation`], where the operating system sets the bound.

mod dump;
mod format;
mod iso;
pub(crate) mod isolation;
mod legacy;
mod parts;
mod records;
mod xlsb_errors;
mod xlsx;

use std::borrow::Cow;
use std::ops::ControlFlow;

use domain::diagnostics::DiagnosticCode;

pub use dump::dump_cells;
pub use format::{UnknownFormat, WorkbookFormat};

use self::isolation::{Isolation, IsolationFailure};
use self::parts::PartsScan;
use self::records::RecordedWorkbook;
use self::xlsx::XlsxWorkbook;
use crate::layout::SheetLayout;
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{MergedRegion, RowRules, SheetCell, SheetReader};

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    NotAWorkbook,
    TooLarge(String),
    /// Through no fault of the file.
    Internal,
}

impl Unreadable {
    pub(crate) fn code(&self) -> DiagnosticCode {
        match self {
            Self::NotAWorkbook => DiagnosticCode::NotAWorkbook,
            Self::TooLarge(_) => DiagnosticCode::TooLarge,
            Self::Internal => DiagnosticCode::InternalError,
        }
    }

    pub(crate) fn value(&self) -> Option<&str> {
        match self {
            Self::TooLarge(limit) => Some(limit),
            Self::NotAWorkbook | Self::Internal => None,
        }
    }
}

impl From<IsolationFailure> for Unreadable {
    fn from(failure: IsolationFailure) -> Self {
        match failure {
            IsolationFailure::NotAWorkbook => Self::NotAWorkbook,
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

    /// Takes an error of which it is not known in which cell it stands.
    fn unplaced_error(&mut self, text: &str);
}

impl<R: RowRules> CellSink for SheetReader<'_, R> {
    fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        SheetReader::merged(self, region)
    }

    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        SheetReader::cell(self, cell)
    }

    fn unplaced_error(&mut self, text: &str) {
        SheetReader::unplaced_error(self, text);
    }
}

/// An opened workbook of any format but CSV.
pub(crate) enum Workbook {
    Xlsx(Box<XlsxWorkbook<'static>>),
    Recorded(RecordedWorkbook),
}

impl Workbook {
    /// Opens `bytes`; `None` when they are of none of the binary formats.
    pub(crate) fn open(bytes: &[u8], limits: &Limits, isolation: &dyn Isolation) -> Result<Option<Self>, Unreadable> {
        let Some(container) = format::Container::of(bytes) else {
            return Ok(None);
        };
        let format = match container {
            format::Container::Ole2 => WorkbookFormat::Xls,
            format::Container::Zip => {
                let scan = PartsScan::of(bytes, limits)?;
                if let Some(markup) = scan.harmless {
                    return XlsxWorkbook::open(Cow::Owned(markup)).map(|xlsx| Some(Self::Xlsx(Box::new(xlsx))));
                }
                scan.format
            }
        };
        let records = isolation.extract(format, bytes, limits)?;
        RecordedWorkbook::new(records).map(|recorded| Some(Self::Recorded(recorded)))
    }

    /// Whether it has this sheet.
    pub(crate) fn has(&self, sheet: &SheetLayout) -> bool {
        match self {
            Self::Xlsx(xlsx) => xlsx.has(sheet),
            Self::Recorded(recorded) => recorded.has(sheet),
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
        match self {
            Self::Xlsx(xlsx) => xlsx.read(sheet, sink),
            Self::Recorded(recorded) => recorded.read(sheet, sink),
        }
    }
}

/// Runs code of a library that is given hostile bytes: its panic means that they are no workbook.
fn guarded<T>(read: impl FnOnce() -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or(Err(Unreadable::NotAWorkbook))
}
