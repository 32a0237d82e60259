//! Which column is which, by the markers of a sheet.

use std::ops::Range;

use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::grade::Grade;

use super::headed::HeadedColumns;
use super::log::SheetLog;
use super::markers::MarkedRow;
use crate::layout::{CAST_MARKER, Figure, SheetLayout};
use crate::limits::Limits;

/// The marked columns of a sheet. A slot is the place of a marked column in the buffer of a row.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// The column of each slot.
    marked: Vec<u32>,
    /// The slot of each column.
    slots: Vec<Option<u16>>,
    figures: [Option<usize>; Figure::COUNT],
    /// Slots of paid seats per grade.
    pub(crate) paid_grades: Vec<(usize, Grade)>,
    /// Slots of complimentary seats per grade.
    pub(crate) complimentary_grades: Vec<(usize, Grade)>,
    /// Slots of names, in the order of the columns.
    pub(crate) casts: Vec<usize>,
    /// What a heading says in place of markers.
    pub(crate) headed: Option<Box<HeadedColumns>>,
}

enum Meaning {
    Figure(Figure),
    PaidGrade(Grade),
    ComplimentaryGrade(Grade),
    Cast,
}

/// Columns of one meaning beyond their limit, and where the first one stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TooManyColumns {
    pub(crate) cell: CellAddress,
    pub(crate) limit: String,
}

impl Columns {
    /// Reads the markers of a sheet, which are in the order of their columns, and notes what is missing or doubled.
    pub(crate) fn from_markers(
        layout: &SheetLayout,
        row: &MarkedRow,
        limits: &Limits,
        log: &mut SheetLog<'_>,
    ) -> Result<Self, TooManyColumns> {
        let mut columns = Self::default();
        for marker in &row.markers {
            let Some(meaning) = meaning(layout, &marker.label) else {
                continue;
            };
            let cell = CellAddress {
                row: row.number,
                column: marker.column,
            };
            if !columns.add(marker.column, meaning) {
                log.cell(DiagnosticCode::DuplicateMarker, cell, Some(&marker.text));
            }
            let grades = columns.paid_grades.len() + columns.complimentary_grades.len();
            let limit = if grades > limits.grade_columns {
                format!("> {} grade columns", limits.grade_columns)
            } else if columns.casts.len() > limits.cast_columns {
                format!("> {} cast columns", limits.cast_columns)
            } else {
                continue;
            };
            return Err(TooManyColumns { cell, limit });
        }
        for (marker, figure) in layout.markers {
            if columns.figure(*figure).is_none() {
                log.sheet(DiagnosticCode::MissingMarker, Some(marker));
            }
        }
        if layout.casts && columns.casts.is_empty() {
            log.sheet(DiagnosticCode::MissingMarker, Some(CAST_MARKER));
        }
        Ok(columns)
    }

    /// The columns of a heading in place of markers.
    pub(crate) fn of_heading(headed: HeadedColumns) -> Self {
        let mut columns = Self::default();
        for column in headed.slots() {
            columns.mark(*column);
        }
        columns.casts.clone_from(&headed.roles);
        columns.headed = Some(Box::new(headed));
        columns
    }

    /// The slot of the date.
    pub(crate) fn date(&self) -> Option<usize> {
        match &self.headed {
            Some(headed) => Some(headed.date()),
            None => self.figure(Figure::Date),
        }
    }

    /// The slot of a figure.
    pub(crate) fn figure(&self, figure: Figure) -> Option<usize> {
        self.figures[figure as usize]
    }

    /// The slot of a column, if it is marked.
    pub(crate) fn slot(&self, column: u32) -> Option<usize> {
        let slot = self.slots.get(usize::try_from(column).ok()?)?;
        slot.map(usize::from)
    }

    /// The column of a slot.
    pub(crate) fn column(&self, slot: usize) -> u32 {
        self.marked[slot]
    }

    /// Number of slots.
    pub(crate) fn len(&self) -> usize {
        self.marked.len()
    }

    /// The slots of the columns from `first` to `last`.
    pub(crate) fn slots_between(&self, first: u32, last: u32) -> Range<usize> {
        // Slots are in the order of their columns.
        let start = self.marked.partition_point(|column| *column < first);
        let end = self.marked.partition_point(|column| *column <= last);
        start..end.max(start)
    }

    /// Whether a slot holds a number: seats, won or a share.
    pub(crate) fn is_figure(&self, slot: usize) -> bool {
        if let Some(headed) = &self.headed {
            return headed.is_figure(slot);
        }
        let is_moment = [Figure::Date, Figure::Time]
            .iter()
            .any(|moment| self.figure(*moment) == Some(slot));
        !is_moment && !self.casts.contains(&slot)
    }

    /// Gives `column` its meaning; `false` when another column has it already.
    fn add(&mut self, column: u32, meaning: Meaning) -> bool {
        let slot = self.marked.len();
        let taken = |grades: &[(usize, Grade)], grade: &Grade| grades.iter().any(|(_, known)| known == grade);
        match meaning {
            Meaning::Figure(figure) if self.figures[figure as usize].is_none() => {
                self.figures[figure as usize] = Some(slot);
            }
            Meaning::PaidGrade(grade) if !taken(&self.paid_grades, &grade) => self.paid_grades.push((slot, grade)),
            Meaning::ComplimentaryGrade(grade) if !taken(&self.complimentary_grades, &grade) => {
                self.complimentary_grades.push((slot, grade));
            }
            Meaning::Cast => self.casts.push(slot),
            Meaning::Figure(_) | Meaning::PaidGrade(_) | Meaning::ComplimentaryGrade(_) => return false,
        }
        self.mark(column);
        true
    }

    /// Gives `column` the next slot.
    fn mark(&mut self, column: u32) {
        let slot = u16::try_from(self.marked.len()).expect("fewer slots than columns");
        let index = usize::try_from(column).expect("a column within the limit");
        if self.slots.len() <= index {
            self.slots.resize(index + 1, None);
        }
        self.slots[index] = Some(slot);
        self.marked.push(column);
    }
}

/// What a marker says in this sheet; `None` for those that are not part of its layout.
fn meaning(layout: &SheetLayout, marker: &str) -> Option<Meaning> {
    if let Some((_, figure)) = layout.markers.iter().find(|(known, _)| *known == marker) {
        return Some(Meaning::Figure(*figure));
    }
    if layout.casts && marker.starts_with(CAST_MARKER) {
        return Some(Meaning::Cast);
    }
    let grade = |prefix: Option<&str>| {
        let suffix = marker.strip_prefix(prefix?)?;
        // Totals and revenue have these endings, also where a layout does not ask for them.
        if matches!(suffix, "tot" | "sales") {
            return None;
        }
        Grade::from_marker(suffix).ok()
    };
    if let Some(grade) = grade(layout.paid_grades) {
        return Some(Meaning::PaidGrade(grade));
    }
    grade(layout.complimentary_grades).map(Meaning::ComplimentaryGrade)
}
