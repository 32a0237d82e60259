//! The columns of a table of a certain answer: a map has one for each key that occurs.

use std::collections::BTreeSet;

use domain::grade::Grade;

use crate::cell::Cell;
use crate::glossary::{Unit, title_by_grade};
use crate::object::{RowVisitor, TableColumn};
use crate::report::{Answer, Table};

/// A column of an export.
#[derive(Debug)]
pub(super) struct Heading {
    /// Which cell of a row it shows, and of a map which key.
    cell: usize,
    grade: Option<Grade>,
    /// In Korean.
    pub(super) title: String,
    pub(super) unit: Unit,
}

/// The columns of `table`. The answer is looked through once for the keys of maps, if the table has any.
pub(super) fn headings(answer: &dyn Answer, table: &Table) -> Vec<Heading> {
    let columns = answer.report().columns(table);
    let mut grades = Grades(vec![BTreeSet::new(); columns.len()]);
    if columns.iter().any(TableColumn::is_map) {
        answer.visit_rows(table, 0, &mut grades);
    }
    let mut headings = Vec::new();
    for ((cell, column), grades) in columns.iter().enumerate().zip(grades.0) {
        let unit = column.unit();
        if column.is_map() {
            let map = column.field().trim_end_matches(".*");
            headings.extend(grades.into_iter().map(|grade| Heading {
                cell,
                title: title_by_grade(map, grade.code()),
                grade: Some(grade),
                unit,
            }));
        } else {
            let (title, _) = column.title();
            let grade = None;
            headings.push(Heading {
                cell,
                grade,
                title,
                unit,
            });
        }
    }
    headings
}

impl Heading {
    /// What a row shows in this column.
    pub(super) fn value<'r>(&self, row: &'r [Cell<'r>]) -> Cell<'r> {
        match (&row[self.cell], &self.grade) {
            (Cell::Seats(seats), Some(grade)) => seats.get(grade).copied().into(),
            (_, Some(_)) => Cell::Null,
            (cell, None) => cell.clone(),
        }
    }
}

/// The grades that occur in each column.
struct Grades(Vec<BTreeSet<Grade>>);

impl RowVisitor for Grades {
    fn row(&mut self, cells: &[Cell<'_>]) {
        for (grades, cell) in self.0.iter_mut().zip(cells) {
            if let Cell::Seats(seats) = cell {
                grades.extend(seats.keys().cloned());
            }
        }
    }
}
