//! The catalogue: which reports there are, what each takes, and the tables that it has.

mod all_categories;
mod concerts;
mod fields;
mod parameters;
mod plays;

use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use fields::{rank_of_grade, title_by_grade};
pub(crate) use parameters::{Parameter, Value};

/// A text in Korean and English.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) &'static str, pub(crate) &'static str);

/// One report.
pub(crate) struct Report {
    /// Its path below `/api/v1/reports/`.
    pub(crate) name: &'static str,
    pub(crate) title: Words,
    pub(crate) description: Words,
    /// Its own, besides those of every report.
    own_parameters: &'static [Parameter],
    /// The first is what a CSV holds when no other is named.
    pub(crate) tables: &'static [Table],
}

/// One table of a report.
pub(crate) struct Table {
    /// The field of the answer that it is made of; `totals` where that is the answer itself.
    pub(crate) name: &'static str,
    pub(crate) title: Words,
    pub(crate) source: Source,
    /// Names of the columns that come from the answer, from the source, and from the lists in it.
    levels: &'static [&'static [&'static [&'static str]]],
}

/// What of an answer the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// The elements of a list.
    List(&'static str),
    /// The elements of a list in the elements of a list, with a further row made of another field of the outer ones.
    Lists {
        outer: &'static str,
        inner: &'static str,
        further: Option<&'static str>,
    },
    /// One object, which is the only row.
    Object(&'static str),
    /// The figures of the answer itself, which are the only row.
    Answer,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// 0: of the answer; 1: of the source; 2: of the lists in it.
    pub(crate) level: usize,
    /// As in JSON; nested with dots, `*` for the keys of a map.
    pub(crate) field: &'static str,
}

/// What the values of a column or parameter are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    /// Whole won.
    Krw,
    /// A decimal of four places, where 1 is 100 %.
    Ratio,
    /// Seats or tickets.
    Seats,
    /// A whole number of performances or days.
    Count,
    /// A place in an order, from 1.
    Rank,
    /// The number of a marketing week.
    Week,
    /// `YYYY-MM-DD`.
    Day,
    /// `YYYY-MM`.
    Month,
    /// A day, a Monday or a month, as the parameter `grain` says.
    Period,
    /// Date and time in RFC 3339.
    Instant,
    /// True or false.
    Flag,
    /// One word of a few.
    Word,
    /// The code of a seat grade.
    Grade,
    /// A list of names.
    Names,
    /// Any text.
    Text,
    /// A UUID.
    Id,
}

impl Report {
    /// All, in the order of the contract.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        [plays::REPORTS, concerts::REPORTS, all_categories::REPORTS]
            .into_iter()
            .flatten()
    }

    /// The report of this name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        Self::all().find(|report| report.name == name)
    }

    /// What it takes: the parameters of every report, then its own.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'static Parameter> + use<> {
        parameters::OF_EVERY_REPORT.iter().chain(self.own_parameters)
    }
}

impl Table {
    /// The path of lists whose innermost elements are the rows.
    pub(crate) fn rows(&self) -> Vec<&'static str> {
        match self.source {
            Source::List(field) | Source::Object(field) => vec![field],
            Source::Lists { outer, inner, .. } => vec![outer, inner],
            Source::Answer => Vec::new(),
        }
    }

    /// Columns from left to right.
    pub(crate) fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        let levels = self.levels.iter().enumerate();
        levels.flat_map(|(level, groups)| {
            groups
                .iter()
                .copied()
                .flatten()
                .map(move |field| Column { level, field })
        })
    }
}

impl Column {
    /// Korean and English.
    pub(crate) fn title(self) -> (String, String) {
        fields::title(self.field)
    }

    pub(crate) fn unit(self) -> Unit {
        fields::unit(self.field)
    }
}

/// Which production a row is about.
const PRODUCTION: &[&str] = &[
    "productionCode",
    "productionName",
    "category",
    "recordDate",
    "productionId",
];
/// The day asked for. Of a report's own parameters only those are columns that figures depend on: the others choose rows.
const AS_OF: &[&[&str]] = &[&["asOf"]];
const WEEK: &[&str] = &["weekStart", "weekEnd"];

const OVERALL: Words = Words("전체", "Overall");
const BY_CATEGORY: Words = Words("카테고리", "Category");
/// How many productions a sum is of.
const COUNTS: &[&str] = &["productions", "counted"];

/// An object of the answer, which is the only row.
const fn object(name: &'static str, title: Words, levels: &'static [&'static [&'static [&'static str]]]) -> Table {
    let source = Source::Object(name);
    Table {
        name,
        title,
        source,
        levels,
    }
}

/// The items of a report, each a row.
const fn items(title: Words, levels: &'static [&'static [&'static [&'static str]]]) -> Table {
    list("items", title, levels)
}

/// The elements of a list of the answer, each a row.
const fn list(name: &'static str, title: Words, levels: &'static [&'static [&'static [&'static str]]]) -> Table {
    let source = Source::List(name);
    Table {
        name,
        title,
        source,
        levels,
    }
}

/// The elements of a list in each element of a list of the answer.
const fn nested(
    name: &'static str,
    inner: &'static str,
    title: Words,
    levels: &'static [&'static [&'static [&'static str]]],
) -> Table {
    let source = Source::Lists {
        outer: name,
        inner,
        further: None,
    };
    Table {
        name,
        title,
        source,
        levels,
    }
}

#[cfg(test)]
mod tests;
