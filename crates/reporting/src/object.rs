//! What an object of an answer consists of: the one description that JSON, tables and schemas are made from.

use crate::cell::{Cell, separate, write_text};
use crate::glossary::{self, Unit};

/// An object made of a `T`.
pub(crate) struct Object<T: 'static> {
    /// What the OpenAPI document calls it.
    pub(crate) schema: &'static str,
    /// What it is, in English.
    pub(crate) about: &'static str,
    pub(crate) members: &'static [Member<T>],
}

/// A part of an object.
pub(crate) enum Member<T: 'static> {
    /// One value.
    Column(Column<T>),
    /// Members of another object, as if they were this one's own.
    Flat(&'static dyn Part<T>),
    /// An object in a field, and whether it may be missing.
    Nested(Named, bool, &'static dyn Part<T>),
    /// A list of objects in a field.
    List(Named, &'static dyn Parts<T>),
}

/// A field with what it holds, in English.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
}

/// A field that holds one value.
pub(crate) struct Column<T: 'static> {
    pub(crate) field: Field,
    cell: for<'a> fn(&'a T) -> Cell<'a>,
}

/// What is known of a column without its values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) named: Named,
    pub(crate) nullable: bool,
    pub(crate) by_grade: bool,
    pub(crate) minimum: Option<i64>,
    pub(crate) example: Option<&'static str>,
    pub(crate) choice: Option<&'static Choice>,
    last_in_tables: bool,
}

/// A word of a few.
#[derive(Debug)]
pub(crate) struct Choice {
    /// What the OpenAPI document calls it.
    pub(crate) schema: &'static str,
    pub(crate) about: &'static str,
    pub(crate) words: &'static [&'static str],
}

/// An object that is described.
pub(crate) const fn object<T>(schema: &'static str, about: &'static str, members: &'static [Member<T>]) -> Object<T> {
    Object { schema, about, members }
}

/// A value that is always there. What the field is called, and its unit, is in the glossary.
pub(crate) const fn column<T>(
    name: &'static str,
    about: &'static str,
    cell: for<'a> fn(&'a T) -> Cell<'a>,
) -> Member<T> {
    let field = Field {
        named: Named { name, about },
        nullable: false,
        by_grade: false,
        minimum: None,
        example: None,
        choice: None,
        last_in_tables: false,
    };
    Member::Column(Column { field, cell })
}

/// A value that may be unknown.
pub(crate) const fn optional<T>(
    name: &'static str,
    about: &'static str,
    cell: for<'a> fn(&'a T) -> Cell<'a>,
) -> Member<T> {
    let mut column = column(name, about, cell);
    if let Some(field) = column.field() {
        field.nullable = true;
    }
    column
}

/// Seats by grade; in tables a column for each grade that occurs.
pub(crate) const fn by_grade<T>(
    name: &'static str,
    about: &'static str,
    cell: for<'a> fn(&'a T) -> Cell<'a>,
) -> Member<T> {
    let mut column = column(name, about, cell);
    if let Some(field) = column.field() {
        field.by_grade = true;
    }
    column
}

/// Members of another object, as if they were this one's own.
pub(crate) const fn flat<T>(part: &'static dyn Part<T>) -> Member<T> {
    Member::Flat(part)
}

/// An object in a field.
pub(crate) const fn nested<T>(name: &'static str, about: &'static str, part: &'static dyn Part<T>) -> Member<T> {
    Member::Nested(Named { name, about }, false, part)
}

/// An object in a field; `null` where it is not there.
pub(crate) const fn optional_nested<T>(
    name: &'static str,
    about: &'static str,
    part: &'static dyn Part<T>,
) -> Member<T> {
    Member::Nested(Named { name, about }, true, part)
}

/// A list of objects in a field.
pub(crate) const fn list<T>(name: &'static str, about: &'static str, parts: &'static dyn Parts<T>) -> Member<T> {
    Member::List(Named { name, about }, parts)
}

impl<T> Clone for Column<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Column<T> {}

impl<T> Clone for Member<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Member<T> {}

impl<T> Member<T> {
    const fn field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Column(column) => Some(&mut column.field),
            Self::Flat(_) | Self::Nested(..) | Self::List(..) => None,
        }
    }

    /// At least this.
    pub(crate) const fn minimum(mut self, minimum: i64) -> Self {
        if let Some(field) = self.field() {
            field.minimum = Some(minimum);
        }
        self
    }

    /// For instance this.
    pub(crate) const fn example(mut self, example: &'static str) -> Self {
        if let Some(field) = self.field() {
            field.example = Some(example);
        }
        self
    }

    /// One of these words.
    pub(crate) const fn one_of(mut self, choice: &'static Choice) -> Self {
        if let Some(field) = self.field() {
            field.choice = Some(choice);
        }
        self
    }

    /// In tables behind the other columns of its object.
    pub(crate) const fn last_in_tables(mut self) -> Self {
        if let Some(field) = self.field() {
            field.last_in_tables = true;
        }
        self
    }
}

impl Field {
    /// What its values are.
    pub(crate) fn unit(&self) -> Unit {
        glossary::unit(self.named.name)
    }
}

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

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// As in JSON; nested with dots, `*` for the keys of a map.
    pub(crate) field: String,
}

/// The description of an object, whatever it is made of.
#[derive(Debug)]
pub struct Shape {
    pub(crate) schema: &'static str,
    pub(crate) about: &'static str,
    pub(crate) members: Vec<ShapeMember>,
}

/// The description of a member.
#[derive(Debug)]
pub(crate) enum ShapeMember {
    /// A value.
    Column(Field),
    /// Members of another object.
    Flat(Shape),
    /// An object in a field, and whether it may be `null`.
    Nested(Named, bool, Shape),
    /// A list in a field.
    List(Named, Shape),
}

impl<T> Object<T> {
    /// Appends the members of one as JSON, without braces.
    pub(crate) fn write_members(&self, of: &T, out: &mut Vec<u8>) {
        for member in self.members {
            match member {
                Member::Column(column) => {
                    write_name(column.field.named.name, out);
                    (column.cell)(of).write_json(out);
                }
                Member::Flat(part) => part.write_members(of, out),
                Member::Nested(named, _, part) => {
                    write_name(named.name, out);
                    part.write_json(of, out);
                }
                Member::List(named, parts) => {
                    write_name(named.name, out);
                    parts.write_json(of, out);
                }
            }
        }
    }

    fn write_json(&self, of: &T, out: &mut Vec<u8>) {
        out.push(b'{');
        self.write_members(of, out);
        out.push(b'}');
    }

    /// Columns of its own, of what is flat in it, and of objects in fields, except those that are rows themselves; lists
    /// are tables of their own.
    pub(crate) fn add_columns(&self, prefix: &str, except: &[&str], columns: &mut Vec<TableColumn>) {
        for member in self.table_members(except) {
            match member {
                Member::Column(column) => {
                    let map = if column.field.by_grade { ".*" } else { "" };
                    let field = format!("{prefix}{}{map}", column.field.named.name);
                    columns.push(TableColumn { field });
                }
                Member::Flat(part) => part.add_columns(prefix, columns),
                Member::Nested(named, _, part) => part.add_columns(&format!("{prefix}{}.", named.name), columns),
                Member::List(..) => {}
            }
        }
    }

    /// A value for each column.
    pub(crate) fn add_cells<'a>(&self, of: &'a T, except: &[&str], row: &mut Vec<Cell<'a>>) {
        for member in self.table_members(except) {
            match member {
                Member::Column(column) => row.push((column.cell)(of)),
                Member::Flat(part) | Member::Nested(_, _, part) => part.add_cells(of, row),
                Member::List(..) => {}
            }
        }
    }

    /// The members in the order of tables.
    fn table_members(&self, except: &[&str]) -> impl Iterator<Item = &'static Member<T>> {
        let is_last = |member: &&Member<T>| matches!(member, Member::Column(column) if column.field.last_in_tables);
        let is_meant = |member: &&Member<T>| match member {
            Member::Nested(named, ..) => !except.contains(&named.name),
            Member::Column(_) | Member::Flat(_) | Member::List(..) => true,
        };
        let members = self.members;
        let first = members.iter().filter(move |member| !is_last(member));
        first.chain(members.iter().filter(is_last)).filter(is_meant)
    }

    pub(crate) fn shape(&self) -> Shape {
        let member = |member: &Member<T>| match member {
            Member::Column(column) => ShapeMember::Column(column.field),
            Member::Flat(part) => ShapeMember::Flat(part.shape()),
            Member::Nested(named, nullable, part) => ShapeMember::Nested(*named, *nullable, part.shape()),
            Member::List(named, parts) => ShapeMember::List(*named, parts.shape()),
        };
        Shape {
            schema: self.schema,
            about: self.about,
            members: self.members.iter().map(member).collect(),
        }
    }

    /// The list in this field.
    pub(crate) fn list(&self, name: &str) -> &'static dyn Parts<T> {
        let list = self.members.iter().find_map(|member| match member {
            Member::List(named, parts) if named.name == name => Some(*parts),
            _ => None,
        });
        list.expect("a table is of lists that there are")
    }

    /// The object in this field.
    pub(crate) fn nested(&self, name: &str) -> &'static dyn Part<T> {
        let part = self.members.iter().find_map(|member| match member {
            Member::Nested(named, _, part) if named.name == name => Some(*part),
            _ => None,
        });
        part.expect("a table is of objects that there are")
    }
}

fn write_name(name: &str, out: &mut Vec<u8>) {
    separate(out);
    write_text(name, out);
    out.push(b':');
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

impl TableColumn {
    /// What its values are.
    pub fn unit(&self) -> Unit {
        glossary::unit(&self.field)
    }

    /// Korean and English.
    pub fn title(&self) -> (String, String) {
        glossary::title(&self.field)
    }

    /// As in JSON; nested with dots, `*` for the keys of a map.
    pub fn field(&self) -> &str {
        &self.field
    }

    pub(crate) fn is_map(&self) -> bool {
        self.field.ends_with(".*")
    }
}
