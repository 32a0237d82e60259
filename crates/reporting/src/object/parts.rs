//! Objects in objects: how to get to them, and the rows that they make.

use super::{Object, Shape, TableColumn};
use crate::cell::{Cell, separate};

/// One object of another: how to get there, and its description. `None`: it is not there.
pub(crate) struct Of<T: 'static, U: 'static>(pub for<'a> fn(&'a T) -> Option<&'a U>, pub &'static Object<U>);

/// Several objects of another: how to get there, and the description of each.
pub(crate) struct Each<T: 'static, U: 'static>(pub for<'a> fn(&'a T) -> &'a [U], pub &'static Object<U>);

/// An object of a `T`, whatever it is made of.
pub(crate) trait Part<T>: Sync {
    /// Appends it as JSON.
    fn write_json(&self, of: &T, out: &mut Vec<u8>);
    /// Appends its members without braces.
    fn write_members(&self, of: &T, out: &mut Vec<u8>);
    /// Adds its columns, each behind this prefix.
    fn add_columns(&self, prefix: &str, columns: &mut Vec<TableColumn>);
    /// Adds a value for each of its columns.
    fn add_cells<'a>(&self, of: &'a T, row: &mut Vec<Cell<'a>>);
    /// Its description.
    fn shape(&self) -> Shape;
}

/// Objects of a `T`, whatever they are made of.
pub(crate) trait Parts<T>: Sync {
    /// Appends them as JSON.
    fn write_json(&self, of: &T, out: &mut Vec<u8>);
    /// Adds the columns of an element, and of those of the list in it at the end of the path.
    fn add_columns(&self, path: Path<'_>, columns: &mut Vec<TableColumn>);
    /// Gives the rows to `visit`, beginning with the element at `from`, each behind what `row` has already. Where it
    /// wants no more after an element, the answer is the element to go on with.
    fn visit_rows<'a>(
        &self,
        of: &'a T,
        path: Path<'_>,
        from: usize,
        row: &mut Vec<Cell<'a>>,
        visitor: &mut dyn RowVisitor,
    ) -> Option<usize>;
    /// How many there are.
    fn count(&self, of: &T) -> usize;
    /// The description of each.
    fn shape(&self) -> Shape;
}

/// Where rows go.
pub trait RowVisitor {
    /// One value for each column.
    fn row(&mut self, cells: &[Cell<'_>]);

    /// Whether the rest has to wait.
    fn is_full(&self) -> bool {
        false
    }
}

/// The way from an element to the lists in it whose elements are rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'p> {
    /// Names of lists, from the outside in.
    pub(crate) lists: &'p [&'static str],
    /// An object beside the innermost list that is one more row.
    pub(crate) further: Option<&'static str>,
    /// Of what is around a row only the first member: what it is of.
    pub(crate) of_heads: bool,
}

impl<T, U> Part<T> for Of<T, U> {
    fn write_json(&self, of: &T, out: &mut Vec<u8>) {
        match (self.0)(of) {
            Some(part) => self.1.write_json(part, out),
            None => out.extend_from_slice(b"null"),
        }
    }

    fn write_members(&self, of: &T, out: &mut Vec<u8>) {
        if let Some(part) = (self.0)(of) {
            self.1.write_members(part, out);
        }
    }

    fn add_columns(&self, prefix: &str, columns: &mut Vec<TableColumn>) {
        self.1.add_columns(prefix, &[], columns);
    }

    fn add_cells<'a>(&self, of: &'a T, row: &mut Vec<Cell<'a>>) {
        if let Some(part) = (self.0)(of) {
            self.1.add_cells(part, &[], row);
        } else {
            let mut columns = Vec::new();
            self.1.add_columns("", &[], &mut columns);
            row.extend(columns.iter().map(|_| Cell::Null));
        }
    }

    fn shape(&self) -> Shape {
        self.1.shape()
    }
}

impl<T, U> Parts<T> for Each<T, U> {
    fn write_json(&self, of: &T, out: &mut Vec<u8>) {
        out.push(b'[');
        for element in (self.0)(of) {
            separate(out);
            self.1.write_json(element, out);
        }
        out.push(b']');
    }

    fn add_columns(&self, path: Path<'_>, columns: &mut Vec<TableColumn>) {
        self.outer(path).add_columns("", path.further.as_slice(), columns);
        if let Some((list, path)) = path.split() {
            self.1.list(list).add_columns(path, columns);
        }
    }

    fn visit_rows<'a>(
        &self,
        of: &'a T,
        path: Path<'_>,
        from: usize,
        row: &mut Vec<Cell<'a>>,
        visitor: &mut dyn RowVisitor,
    ) -> Option<usize> {
        let width = row.len();
        for (index, element) in (self.0)(of).iter().enumerate().skip(from) {
            self.outer(path).add_cells(element, path.further.as_slice(), row);
            match path.split() {
                None => visitor.row(row),
                Some((list, rest)) => self.visit_inner(element, list, rest, row, visitor),
            }
            row.truncate(width);
            if visitor.is_full() {
                return Some(index + 1);
            }
        }
        None
    }

    fn count(&self, of: &T) -> usize {
        (self.0)(of).len()
    }

    fn shape(&self) -> Shape {
        self.1.shape()
    }
}

impl<T, U> Each<T, U> {
    /// What rows of the path repeat of an element.
    fn outer(&self, path: Path<'_>) -> Object<U> {
        let Object { schema, about, members } = *self.1;
        let is_cut = path.of_heads && !path.lists.is_empty();
        let members = if is_cut { &members[..1] } else { members };
        Object { schema, about, members }
    }

    /// The rows of the list in one element, which has one row where the list is empty.
    fn visit_inner<'a>(
        &self,
        element: &'a U,
        list: &str,
        rest: Path<'_>,
        row: &mut Vec<Cell<'a>>,
        visitor: &mut dyn RowVisitor,
    ) {
        let (list, width) = (self.1.list(list), row.len());
        if list.count(element) == 0 && rest.further.is_none() {
            let mut columns = Vec::new();
            list.add_columns(rest, &mut columns);
            row.extend(columns.iter().map(|_| Cell::Null));
            visitor.row(row);
            return;
        }
        list.visit_rows(element, rest, 0, row, &mut Unbounded(visitor));
        if let Some(further) = rest.further.filter(|_| rest.lists.is_empty()) {
            self.1.nested(further).add_cells(element, row);
            visitor.row(row);
            row.truncate(width);
        }
    }
}

/// Rows of one element stay together.
struct Unbounded<'v>(&'v mut dyn RowVisitor);

impl RowVisitor for Unbounded<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) {
        self.0.row(cells);
    }
}

impl Path<'_> {
    /// The first list, and the way from its elements.
    pub(crate) fn split(&self) -> Option<(&'static str, Self)> {
        let (first, lists) = self.lists.split_first()?;
        Some((first, Self { lists, ..*self }))
    }
}
