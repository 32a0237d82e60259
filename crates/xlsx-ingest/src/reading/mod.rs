//! From the bytes of an upload to a snapshot and everything that is wrong or peculiar about it.

mod collecting;

use domain::diagnostics::{Diagnostic, DiagnosticCounts};
use domain::headings::{Decisions, RecognisedSheet};
use domain::production::Category;
use domain::sales::{Facts, Snapshot};
use domain::upload::UploadKind;
pub use ports::driven::{House, ReadingContext};

use self::collecting::{Collected, Labelled};
use crate::layout::Layout;
use crate::limits::Limits;
use crate::workbook::isolation::Isolation;
use crate::workbook::{Unreadable, comparable, sheet_names};

/// One file of an upload.
#[derive(Debug, Clone, Copy)]
pub struct WorkbookFile<'a> {
    /// The name it was sent under.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Which sheets were looked for.
    pub layout: Layout,
    /// What was read.
    pub kind: UploadKind,
    /// All rows that could be read, also when others could not.
    pub snapshot: Snapshot,
    /// The first findings, errors before warnings, by sheet and cell.
    pub diagnostics: Vec<Diagnostic>,
    /// How often each code was found.
    pub diagnostic_counts: DiagnosticCounts,
    /// Whether the snapshot must not be used.
    pub has_errors: bool,
    /// What only workbooks without markers say.
    labelled: Option<Labelled>,
}

impl Reading {
    /// The sums of the snapshot; `None` when there are errors.
    pub fn facts(&self) -> Option<Facts> {
        if self.has_errors {
            return None;
        }
        if self.kind == UploadKind::Buyers {
            return Some(self.snapshot.buyers_facts());
        }
        Some(self.snapshot.facts(self.layout.is_stage()))
    }

    /// What the headings of a workbook without markers say, also when there are errors; `None` of one with markers. A report
    /// on buyers has none that somebody would have to confirm.
    pub fn recognised(&self) -> Option<&[RecognisedSheet]> {
        self.labelled.as_ref().map(|labelled| labelled.recognised.as_slice())
    }
}

/// Of which kind a workbook is, by the names of its sheets; of what cannot be opened, and of CSV files, sales. `None`: looking
/// broke off, through no fault of the file.
pub(crate) fn kind_of_workbook(
    bytes: &[u8],
    category: Category,
    layouts: &[Decisions],
    limits: &Limits,
    isolation: &dyn Isolation,
) -> Option<UploadKind> {
    match sheet_names(bytes, limits, isolation) {
        Ok(Some(names)) => {
            let names: Vec<String> = names.iter().map(|name| comparable(name)).collect();
            Some(Layout::of(category).kind_of(&names, layouts))
        }
        Err(Unreadable::Internal) => None,
        Ok(None) | Err(Unreadable::NotAWorkbook(_) | Unreadable::Encrypted | Unreadable::TooLarge(_)) => {
            Some(UploadKind::Sales)
        }
    }
}

/// Reads one workbook, or two CSV files. Whatever the bytes are, it answers; it needs no more memory than `limits` say.
pub fn read_workbook(
    files: &[WorkbookFile<'_>],
    context: &ReadingContext,
    limits: &Limits,
    isolation: &dyn Isolation,
) -> Reading {
    let mut collected = Collected::new(context, limits);
    if let Err(unreadable) = collected.read(files, isolation) {
        collected.note_unreadable(&unreadable);
    }
    collected.finish()
}
