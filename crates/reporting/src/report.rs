//! A report as it leaves the house: its sheet, what may be asked of it, and the finished answer.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::reports::{Covers, Report};
use ports::driven::{FiguresOf, ReportScope, Versioned};

use crate::Source;
use crate::blocking::run_blocking;
use crate::cell::{Cell, separate, write_text};
use crate::glossary::Words;
use crate::object::{Object, Path, RowVisitor, Shape, TableColumn};
use crate::parameters::{Parameter, Values};

/// What a report is called, takes and answers.
pub struct Sheet<R: Report> {
    /// Korean and English.
    pub(crate) title: Words,
    /// What it tells, in Korean and English.
    pub(crate) about: Words,
    /// An answer with a few rows, as JSON.
    pub(crate) example: &'static str,
    /// The first line of its operation in the OpenAPI document.
    pub(crate) summary: &'static str,
    /// The paragraph below it.
    pub(crate) details: &'static str,
    /// Its own, besides those of every report.
    pub(crate) parameters: &'static [Parameter],
    /// What they mean to the report.
    pub(crate) asked: fn(&Values) -> R::Parameters,
    /// What it answers besides its name, the day and its parameters.
    pub(crate) answer: Object<R::Answer>,
    /// The first is what a CSV holds when no other is named.
    pub(crate) tables: &'static [Table],
}

impl<R: Report> Sheet<R> {
    /// The fields that hold objects which are tables of their own.
    fn objects(&self) -> Vec<&'static str> {
        let object = |table: &Table| match table.rows {
            Rows::Object(field) => Some(field),
            Rows::Lists(_) | Rows::Answer => None,
        };
        self.tables.iter().filter_map(object).collect()
    }
}

/// One table of a report.
#[derive(Debug)]
pub struct Table {
    /// The field of the answer that it is made of; `totals` where that is the answer itself.
    pub name: &'static str,
    /// Korean and English.
    pub title: Words,
    pub(crate) rows: Rows,
}

/// What of an answer the rows of a table are.
#[derive(Debug)]
pub(crate) enum Rows {
    /// The elements of the list at the end of a path of lists.
    Lists(Path<'static>),
    /// One object, which is the only row.
    Object(&'static str),
    /// The figures of the answer itself, which are the only row.
    Answer,
}

/// A table whose rows are the elements of the list at the end of `path`.
pub(crate) const fn table(path: &'static [&'static str], title: Words) -> Table {
    named_table(path[0], path, title)
}

/// The same with another name.
pub(crate) const fn named_table(name: &'static str, path: &'static [&'static str], title: Words) -> Table {
    let rows = Rows::Lists(Path {
        lists: path,
        further: None,
        of_heads: false,
    });
    Table { name, title, rows }
}

impl Table {
    /// With the object in this field beside the innermost list as a further row.
    pub(crate) const fn with_further_row(mut self, field: &'static str) -> Self {
        if let Rows::Lists(path) = &mut self.rows {
            path.further = Some(field);
        }
        self
    }

    /// Of what is around a row only the head: what it is of.
    pub(crate) const fn of_heads(mut self) -> Self {
        if let Rows::Lists(path) = &mut self.rows {
            path.of_heads = true;
        }
        self
    }

    /// A table of one row, the object in this field.
    pub(crate) const fn of_object(name: &'static str, title: Words) -> Self {
        let rows = Rows::Object(name);
        Self { name, title, rows }
    }

    /// A table of one row, the figures beside the lists.
    pub(crate) const fn of_totals(title: Words) -> Self {
        let (name, rows) = ("totals", Rows::Answer);
        Self { name, title, rows }
    }

    /// The path of lists whose innermost elements are the rows.
    pub fn path(&self) -> Vec<&'static str> {
        match self.rows {
            Rows::Lists(path) => path.lists.to_vec(),
            Rows::Object(field) => vec![field],
            Rows::Answer => Vec::new(),
        }
    }

    /// A field beside the innermost list that is one more row after its elements.
    pub fn further_row(&self) -> Option<&'static str> {
        match self.rows {
            Rows::Lists(path) => path.further,
            Rows::Object(_) | Rows::Answer => None,
        }
    }
}

/// Why a report cannot be answered.
pub use ports::driven::ReportError;

/// A report, whatever it is about.
#[async_trait]
pub trait Served: Send + Sync {
    /// Its path below `/api/v1/reports/`.
    fn name(&self) -> &'static str;
    /// Which categories it is about.
    fn covers(&self) -> Covers;
    /// Korean and English.
    fn title(&self) -> Words;
    /// What it tells, in Korean and English.
    fn about(&self) -> Words;
    /// The first line of its operation in the OpenAPI document, and the paragraph below it.
    fn description(&self) -> (&'static str, &'static str);
    /// An answer with a few rows, as JSON.
    fn example(&self) -> &'static str;
    /// Where its figures come from, if not from the workbooks.
    fn source(&self) -> Option<&'static str>;
    /// Its own, besides those of every report.
    fn parameters(&self) -> &'static [Parameter];
    /// The first is what a CSV holds when no other is named.
    fn tables(&self) -> &'static [Table];
    /// The columns of one of its tables, from left to right.
    fn columns(&self, table: &Table) -> Vec<TableColumn>;
    /// What it answers besides its name, the day and its parameters.
    fn shape(&self) -> Shape;
    /// The answer, as its data are now.
    async fn answer(
        &'static self,
        source: &(dyn Source + 'static),
        question: &Question,
    ) -> Result<Versioned<Arc<dyn Answer>>, ReportError>;
}

/// What is asked of a report.
#[derive(Clone)]
pub struct Question {
    /// Which report.
    pub report: &'static dyn Served,
    /// Of which productions.
    pub scope: ReportScope,
    /// The day that moves the windows of the report, never the snapshots.
    pub as_of: NaiveDate,
    /// Its own parameters.
    pub values: Values,
    /// Of figures that grow old by the clock: in which hour it is asked.
    pub(crate) hour: Option<i64>,
}

impl Question {
    /// The same question, asked at this instant.
    #[must_use]
    pub fn at(self, now: DateTime<Utc>) -> Self {
        let hour = self.report.source().map(|_| now.timestamp().div_euclid(3_600));
        Self { hour, ..self }
    }
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            report,
            scope,
            as_of,
            values,
            hour,
        } = self;
        report.name() == other.report.name()
            && *scope == other.scope
            && *as_of == other.as_of
            && *values == other.values
            && *hour == other.hour
    }
}

impl Eq for Question {}

impl Hash for Question {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self {
            report,
            scope,
            as_of,
            values,
            hour,
        } = self;
        (report.name(), scope, as_of, values, hour).hash(state);
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            report,
            scope,
            as_of,
            values,
            hour: _,
        } = self;
        write!(formatter, "{} of {scope:?} as of {as_of}: {values:?}", report.name())
    }
}

/// A finished answer, from which every format is written.
pub trait Answer: Send + Sync {
    /// Which report it is of.
    fn report(&self) -> &'static dyn Served;
    /// The day that was asked for.
    fn as_of(&self) -> NaiveDate;
    /// The whole as JSON.
    fn json(&self) -> Vec<u8>;
    /// Gives the rows of a table to `visitor`, beginning with the outermost element at `from`. Where it wants no more
    /// after an element, the answer is the element to go on with.
    fn visit_rows(&self, table: &Table, from: usize, visitor: &mut dyn RowVisitor) -> Option<usize>;
}

/// The answer of one report.
pub struct Finished<R: Report> {
    sheet: &'static Sheet<R>,
    as_of: NaiveDate,
    values: Values,
    answer: R::Answer,
}

impl<R: Report> Finished<R> {
    /// What was answered to these parameters.
    pub fn new(sheet: &'static Sheet<R>, as_of: NaiveDate, values: Values, answer: R::Answer) -> Self {
        Self {
            sheet,
            as_of,
            values,
            answer,
        }
    }

    /// What every row begins with.
    fn lead(&self) -> Vec<Cell<'static>> {
        let own = self.values.iter().filter(|(parameter, _)| parameter.leads_tables);
        let own = own.map(|(_, cell)| cell);
        std::iter::once(Cell::Day(self.as_of)).chain(own).collect()
    }
}

impl<R: Report> Answer for Finished<R>
where
    dyn Source: FiguresOf<R>,
{
    fn report(&self) -> &'static dyn Served {
        self.sheet
    }

    fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    fn json(&self) -> Vec<u8> {
        let mut out = b"{\"report\":".to_vec();
        write_text(R::NAME, &mut out);
        let as_of = std::iter::once(("asOf", Cell::Day(self.as_of)));
        let own = self.values.iter().map(|(parameter, cell)| (parameter.name, cell));
        for (name, cell) in as_of.chain(own) {
            separate(&mut out);
            write_text(name, &mut out);
            out.push(b':');
            cell.write_json(&mut out);
        }
        self.sheet.answer.write_members(&self.answer, &mut out);
        out.push(b'}');
        out
    }

    fn visit_rows(&self, table: &Table, from: usize, visitor: &mut dyn RowVisitor) -> Option<usize> {
        let mut row = self.lead();
        match table.rows {
            Rows::Lists(path) => {
                let (outer, path) = path.split().expect("a table is of a list");
                let list = self.sheet.answer.list(outer);
                return list.visit_rows(&self.answer, path, from, &mut row, visitor);
            }
            Rows::Object(field) => self.sheet.answer.nested(field).add_cells(&self.answer, &mut row),
            Rows::Answer => self
                .sheet
                .answer
                .add_cells(&self.answer, &self.sheet.objects(), &mut row),
        }
        visitor.row(&row);
        None
    }
}

#[async_trait]
impl<R: Report> Served for Sheet<R>
where
    dyn Source: FiguresOf<R>,
{
    fn name(&self) -> &'static str {
        R::NAME
    }

    fn title(&self) -> Words {
        self.title
    }

    fn covers(&self) -> Covers {
        R::COVERS
    }

    fn about(&self) -> Words {
        self.about
    }

    fn description(&self) -> (&'static str, &'static str) {
        (self.summary, self.details)
    }

    fn example(&self) -> &'static str {
        self.example
    }

    fn source(&self) -> Option<&'static str> {
        R::SOURCE
    }

    fn parameters(&self) -> &'static [Parameter] {
        self.parameters
    }

    fn tables(&self) -> &'static [Table] {
        self.tables
    }

    fn columns(&self, table: &Table) -> Vec<TableColumn> {
        let own = self.parameters.iter().filter(|parameter| parameter.leads_tables);
        let lead = std::iter::once("asOf").chain(own.map(|parameter| parameter.name));
        let mut columns: Vec<_> = lead.map(TableColumn::of).collect();
        match table.rows {
            Rows::Lists(path) => {
                let (outer, path) = path.split().expect("a table is of a list");
                self.answer.list(outer).add_columns(path, &mut columns);
            }
            Rows::Object(field) => self.answer.nested(field).add_columns("", &mut columns),
            Rows::Answer => self.answer.add_columns("", &self.objects(), &mut columns),
        }
        columns
    }

    fn shape(&self) -> Shape {
        self.answer.shape()
    }

    async fn answer(
        &'static self,
        source: &(dyn Source + 'static),
        question: &Question,
    ) -> Result<Versioned<Arc<dyn Answer>>, ReportError> {
        let (as_of, values) = (question.as_of, question.values.clone());
        let parameters = (self.asked)(&values);
        let mut scope = question.scope.clone();
        scope.include_inactive |= R::ACTIVE_OR_NOT;
        let figures = source.figures(&scope, R::window(as_of, &parameters)).await?;
        // Rows may be many: they are not made where requests are answered.
        let finish = move || -> Versioned<Arc<dyn Answer>> {
            figures.map(|figures| {
                let answer = R::answer(figures, as_of, &parameters);
                Arc::new(Finished::new(self, as_of, values, answer)) as Arc<dyn Answer>
            })
        };
        Ok(run_blocking(finish).await)
    }
}
