//! How sheets write an object down.

use super::{Choice, Column, Field, InTables, Member, Named, Object, Part, Parts};
use crate::cell::Cell;
use crate::glossary::Unit;

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
        unit: None,
        word: None,
        in_tables: InTables::InOrder,
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

    /// In this unit: that of the interval that it bounds.
    pub(crate) const fn in_unit(mut self, unit: Unit) -> Self {
        if let Some(field) = self.field() {
            field.unit = Some(unit);
        }
        self
    }

    /// Called so in the glossary: its name means something else elsewhere.
    pub(crate) const fn called(mut self, word: &'static str) -> Self {
        if let Some(field) = self.field() {
            field.word = Some(word);
        }
        self
    }

    /// In no table: their rows have one of their own that is called so.
    pub(crate) const fn beside_tables(mut self) -> Self {
        if let Some(field) = self.field() {
            field.in_tables = InTables::Nowhere;
        }
        self
    }

    /// In tables behind the other columns of its object.
    pub(crate) const fn last_in_tables(mut self) -> Self {
        if let Some(field) = self.field() {
            field.in_tables = InTables::Last;
        }
        self
    }
}
