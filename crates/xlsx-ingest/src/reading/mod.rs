//! From the bytes of an upload to a snapshot and everything that is wrong or peculiar about it.

mod collecting;

use domain::diagnostics::{Diagnostic, DiagnosticCounts};
use domain::headings::RecognisedSheet;
use domain::sales::{Facts, Snapshot};
pub use ports::driven::{House, ReadingContext};

use self::collecting::{Collected, Labelled};
use crate::layout::Layout;
use crate::limits::Limits;
use crate::workbook::isolation::Isolation;

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
        let mut facts = self.snapshot.facts(self.layout.is_stage());
        if let Some(labelled) = &self.labelled {
            labelled.complete(&mut facts);
        }
        Some(facts)
    }

    /// What the headings of a workbook without markers say, also when there are errors; `None` of one with markers.
    pub fn recognised(&self) -> Option<&[RecognisedSheet]> {
        self.labelled.as_ref().map(|labelled| labelled.recognised.as_slice())
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
