//! What an object of an answer consists of: the one description that JSON, tables and schemas are made from.

mod builders;
mod parts;

pub(crate) use builders::{by_grade, column, flat, list, nested, object, optional, optional_nested};
pub use parts::RowVisitor;
pub(crate) use parts::{Each, Of, Part, Parts, Path};

use crate::cell::{Cell, separate, write_text};
use crate::formulas;
use crate::glossary::{self, Sense, Unit, Words};

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
    /// Of the bounds of an interval, whose name does not tell.
    unit: Option<Unit>,
    /// What it is called in the glossary, where its name means something else elsewhere.
    word: Option<&'static str>,
    in_tables: InTables,
}

/// Where a column stands in tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InTables {
    /// Where its object has it.
    InOrder,
    /// Behind the other columns of its object.
    Last,
    /// Nowhere: their rows have one of their own that is called so.
    Nowhere,
}

/// A word of a few.
#[derive(Debug)]
pub(crate) struct Choice {
    /// What the OpenAPI document calls it.
    pub(crate) schema: &'static str,
    pub(crate) about: &'static str,
    pub(crate) words: &'static [&'static str],
}

impl Field {
    /// What its values are.
    pub(crate) fn unit(&self) -> Unit {
        self.unit
            .unwrap_or_else(|| glossary::unit(self.word.unwrap_or(self.named.name)))
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// As in JSON; nested with dots, `*` for the keys of a map.
    pub(crate) field: String,
    /// What it is called in the glossary, where its name means something else elsewhere.
    word: Option<&'static str>,
}

/// The description of an object, whatever it is made of.
#[derive(Debug)]
pub struct Shape {
    pub(crate) schema: &'static str,
    pub(crate) about: &'static str,
    pub(crate) members: Vec<ShapeMember>,
}

impl Shape {
    /// The words of every choice in it, however deep.
    #[cfg(test)]
    pub(crate) fn choices(&self) -> Vec<&'static str> {
        let words = |member: &ShapeMember| match member {
            ShapeMember::Column(field) => field.choice.map(|choice| choice.words.to_vec()).unwrap_or_default(),
            ShapeMember::Flat(shape) | ShapeMember::Nested(_, _, shape) | ShapeMember::List(_, shape) => {
                shape.choices()
            }
        };
        self.members.iter().flat_map(words).collect()
    }
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

    /// The whole as JSON.
    pub(crate) fn write_json(&self, of: &T, out: &mut Vec<u8>) {
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
                    columns.push(TableColumn {
                        field,
                        word: column.field.word,
                    });
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
        let is_last =
            |member: &&Member<T>| matches!(member, Member::Column(column) if column.field.in_tables == InTables::Last);
        let is_meant = |member: &&Member<T>| match member {
            Member::Nested(named, ..) => !except.contains(&named.name),
            Member::Column(column) => column.field.in_tables != InTables::Nowhere,
            Member::Flat(_) | Member::List(..) => true,
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

impl TableColumn {
    /// A column that is called as its field.
    pub(crate) fn of(field: &str) -> Self {
        Self {
            field: field.to_owned(),
            word: None,
        }
    }

    /// By what the glossary knows it: the name of its field, nested as that is.
    pub(crate) fn key(&self) -> String {
        match (self.word, self.field.rsplit_once('.')) {
            (None, _) => self.field.clone(),
            (Some(word), None) => word.to_owned(),
            (Some(word), Some((around, _))) => format!("{around}.{word}"),
        }
    }

    /// What its values are.
    pub fn unit(&self) -> Unit {
        glossary::unit(&self.key())
    }

    /// How its figures are to be read.
    pub fn sense(&self) -> Sense {
        glossary::sense(&self.key())
    }

    /// How its figures come about.
    pub fn formula(&self) -> Option<Words> {
        formulas::formula(&self.key())
    }

    /// Korean and English.
    pub fn title(&self) -> (String, String) {
        glossary::title(&self.key())
    }

    /// As in JSON; nested with dots, `*` for the keys of a map.
    pub fn field(&self) -> &str {
        &self.field
    }

    pub(crate) fn is_map(&self) -> bool {
        self.field.ends_with(".*")
    }
}
