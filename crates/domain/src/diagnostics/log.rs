//! Findings collected in bounded memory.

use std::collections::{BTreeMap, BTreeSet};

use super::{CellAddress, Diagnostic, DiagnosticCode, KEPT, Severity};

/// How often each code was found.
pub type DiagnosticCounts = BTreeMap<DiagnosticCode, u64>;

/// Where a finding belongs in the list: by sheet, in the order of the layout, then by cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the sheet in its layout; 0 for the whole file.
    pub sheet: u8,
    /// The cell; `None`, for a whole sheet or file, comes first.
    pub cell: Option<CellAddress>,
}

/// Collects findings in bounded memory: the first [`KEPT`], errors before warnings, by sheet and cell; and all counts.
#[derive(Debug, Default)]
pub struct DiagnosticLog {
    kept: BTreeSet<Entry>,
    counts: DiagnosticCounts,
}

#[derive(Debug, PartialEq, Eq)]
struct Entry(Place, Diagnostic);

impl Entry {
    fn key(&self) -> (Severity, Place, DiagnosticCode, Option<&str>) {
        (self.1.severity(), self.0, self.1.code, self.1.value.as_deref())
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl DiagnosticLog {
    /// Notes a finding.
    pub fn push(&mut self, place: Place, diagnostic: Diagnostic) {
        self.note(place, diagnostic.code, || diagnostic);
    }

    /// Notes a finding that is made only if it is kept: a hostile workbook has millions.
    pub fn note(&mut self, place: Place, code: DiagnosticCode, make: impl FnOnce() -> Diagnostic) {
        *self.counts.entry(code).or_default() += 1;
        let is_full = self.kept.len() >= KEPT;
        let after_last = |last: &Entry| (code.severity(), place, code) > (last.1.severity(), last.0, last.1.code);
        if is_full && self.kept.last().is_some_and(after_last) {
            return;
        }
        self.kept.insert(Entry(place, make()));
        if self.kept.len() > KEPT {
            self.kept.pop_last();
        }
    }

    /// Whether anything stops the workbook.
    pub fn has_errors(&self) -> bool {
        self.counts.keys().any(|code| code.severity() == Severity::Error)
    }

    /// The findings in order, and how often each code was found.
    pub fn into_parts(self) -> (Vec<Diagnostic>, DiagnosticCounts) {
        (self.kept.into_iter().map(|entry| entry.1).collect(), self.counts)
    }
}
