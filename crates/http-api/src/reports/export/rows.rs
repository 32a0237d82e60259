//! Rows of a table, as the catalogue cuts them out of a report.

use std::collections::BTreeSet;
use std::convert::Infallible;

use serde::Serialize;
use serde_json::Value;

use super::look::{elements, figures};
use crate::reports::catalogue::{Source, Table, Unit, rank_of_grade, title_by_grade};

/// What is unknown, or not there.
static NOTHING: Value = Value::Null;

/// A column of an export.
#[derive(Debug)]
pub(super) struct Heading {
    level: usize,
    /// The names on the way from the object of the level to the value.
    path: Vec<String>,
    /// In Korean.
    pub(super) title: String,
    pub(super) unit: Unit,
}

/// A table of a certain report: the columns that it has, and what all its rows share.
pub(super) struct Sheet {
    table: &'static Table,
    answer: Value,
    pub(super) headings: Vec<Heading>,
}

/// Where rows go.
pub(super) trait Writing {
    type Error;

    /// One value for each heading.
    fn row(&mut self, cells: &[&Value]) -> Result<(), Self::Error>;

    /// Whether the rest has to wait.
    fn is_full(&self) -> bool {
        false
    }
}

impl Sheet {
    /// Looks through the report once for the keys of maps, if the table has any.
    pub(super) fn new(report: &impl Serialize, table: &'static Table) -> Self {
        let mut headings: Vec<_> = table.columns().map(Heading::from).collect();
        let answer = figures(report);
        let has_maps = headings.iter().any(Heading::is_map);
        if has_maps {
            let mut keys = Keys(vec![BTreeSet::new(); headings.len()]);
            let sheet = Self {
                table,
                answer,
                headings,
            };
            let Ok(_) = sheet.write(report, 0, &mut keys);
            let by_key = |(heading, keys): (Heading, BTreeSet<_>)| heading.by_key(keys);
            headings = sheet.headings.into_iter().zip(keys.0).flat_map(by_key).collect();
            return Self {
                table,
                answer: sheet.answer,
                headings,
            };
        }
        Self {
            table,
            answer,
            headings,
        }
    }

    /// Gives the rows to `writing`, beginning with the item at `from`. It may be full after any item: then the answer
    /// is the item to go on with.
    pub(super) fn write<W: Writing>(
        &self,
        report: &impl Serialize,
        from: usize,
        writing: &mut W,
    ) -> Result<Option<usize>, W::Error> {
        let (Source::List(list) | Source::Lists { outer: list, .. }) = self.table.source else {
            self.write_item(&NOTHING, writing)?;
            return Ok(None);
        };
        let (mut next, mut outcome, mut is_full) = (from, Ok(()), false);
        elements(report, list, from, &mut |item| {
            next += 1;
            outcome = self.write_item(item, writing);
            is_full = writing.is_full();
            outcome.is_ok() && !is_full
        });
        outcome?;
        Ok(is_full.then_some(next))
    }

    fn write_item<W: Writing>(&self, item: &Value, writing: &mut W) -> Result<(), W::Error> {
        match self.table.source {
            Source::Answer => self.write_row(&[&self.answer], writing),
            Source::Object(field) => self.write_row(&[&self.answer, &self.answer[field]], writing),
            Source::List(_) => self.write_row(&[&self.answer, item], writing),
            Source::Lists { inner, further, .. } => {
                let listed = item[inner].as_array().into_iter().flatten();
                let mut rows = listed.chain(further.map(|field| &item[field])).peekable();
                if rows.peek().is_none() {
                    return self.write_row(&[&self.answer, item], writing);
                }
                rows.try_for_each(|row| self.write_row(&[&self.answer, item, row], writing))
            }
        }
    }

    fn write_row<W: Writing>(&self, levels: &[&Value], writing: &mut W) -> Result<(), W::Error> {
        let cells: Vec<_> = self.headings.iter().map(|heading| heading.value(levels)).collect();
        writing.row(&cells)
    }
}

impl From<crate::reports::catalogue::Column> for Heading {
    fn from(column: crate::reports::catalogue::Column) -> Self {
        Self {
            level: column.level,
            path: column.field.split('.').map(str::to_owned).collect(),
            title: column.title().0,
            unit: column.unit(),
        }
    }
}

impl Heading {
    fn is_map(&self) -> bool {
        self.path.last().is_some_and(|name| name == "*")
    }

    /// The value in a row that consists of these levels; of a map the whole.
    fn value<'v>(&self, levels: &[&'v Value]) -> &'v Value {
        let level = levels.get(self.level).copied().unwrap_or(&NOTHING);
        let names = self.path.iter().filter(|name| *name != "*");
        names.fold(level, |value, name| value.get(name).unwrap_or(&NOTHING))
    }

    /// A column for each key of a map; any other column as it is.
    fn by_key(self, keys: BTreeSet<(Option<domain::grade::Grade>, String)>) -> Vec<Self> {
        if !self.is_map() {
            return vec![self];
        }
        let column = |(_, key): (_, String)| Self {
            title: title_by_grade(&self.path[0], &key),
            path: vec![self.path[0].clone(), key],
            ..self
        };
        keys.into_iter().map(column).collect()
    }
}

/// The keys that occur in each column, in the order of grades.
struct Keys(Vec<BTreeSet<(Option<domain::grade::Grade>, String)>>);

impl Writing for Keys {
    type Error = Infallible;

    fn row(&mut self, cells: &[&Value]) -> Result<(), Infallible> {
        for (keys, cell) in self.0.iter_mut().zip(cells) {
            let of_cell = cell.as_object().into_iter().flat_map(serde_json::Map::keys);
            keys.extend(of_cell.map(|key| (rank_of_grade(key), key.clone())));
        }
        Ok(())
    }
}
