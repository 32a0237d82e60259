#![doc = include_str!("../README.md")]

mod blocking;
mod cell;
mod formats;
mod formulas;
mod glossary;
mod memory;
mod object;
mod parameters;
mod report;
mod request;
mod schema;
pub mod sheets;
mod what_if;
mod workbooks;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::foresight::Change;
use domain::reports::forecast::Forecast;
use domain::reports::what_if::{ImpossibleChange, Tried, try_out};
use ports::driven::{FiguresOf, ReportScope, Versioned};

pub use blocking::run_blocking;
pub use cell::Cell;
pub use formats::{CsvPieces, XLSX, file_name, write_workbook};
pub use glossary::{CHOICES, GRADES, Sense, Unit, Words};
pub use memory::{AnswerCounts, Document, ReportMemory};
pub use object::{RowVisitor, Shape, TableColumn};
pub use parameters::{Constant, InvalidParameter, OF_EVERY_REPORT, Parameter, Values};
pub use report::{Answer, Finished, Question, ReportError, Served, Sheet, Table};
pub use request::{Format, Request, RequestError};
pub use schema::{Schemas, operation_id};
pub use sheets::{REPORTS, Source};
pub use what_if::{WHAT_IF_SCHEMA, what_if_json, what_if_schema};
pub use workbooks::Workbooks;

/// The report of this name.
pub fn named(name: &str) -> Option<&'static dyn Served> {
    REPORTS.iter().copied().find(|report| report.name() == name)
}

/// The reports, as HTTP and the command line ask for them.
#[async_trait]
pub trait Reports: Send + Sync {
    /// Answers for the productions in scope.
    async fn answer(&self, question: &Question) -> Result<Versioned<Arc<dyn Answer>>, ReportError>;

    /// Tries a change out on the one production in scope, on what was known at the close of `as_of`.
    async fn try_out(
        &self,
        scope: &ReportScope,
        as_of: NaiveDate,
        change: Change,
    ) -> Result<Result<Tried, ImpossibleChange>, ReportError>;
}

/// The reports over a source of figures.
pub struct Reporting {
    source: Arc<dyn Source>,
}

impl Reporting {
    /// Reports over `source`.
    pub fn new(source: Arc<dyn Source>) -> Self {
        Self { source }
    }
}

#[async_trait]
impl Reports for Reporting {
    async fn answer(&self, question: &Question) -> Result<Versioned<Arc<dyn Answer>>, ReportError> {
        question.report.answer(self.source.as_ref(), question).await
    }

    async fn try_out(
        &self,
        scope: &ReportScope,
        as_of: NaiveDate,
        change: Change,
    ) -> Result<Result<Tried, ImpossibleChange>, ReportError> {
        let scope = ReportScope {
            include_inactive: true,
            ..scope.clone()
        };
        let source: &dyn FiguresOf<Forecast> = self.source.as_ref();
        let mut figures = source.figures(&scope, as_of).await?.value.into_iter();
        let is_asked = |of: &domain::reports::forecast::Figures| scope.production_ids.contains(&of.production.id);
        let Some(figures) = figures.find(is_asked) else {
            let asked = scope.production_ids.first().copied();
            return Err(ReportError::UnknownProduction(
                asked.expect("one production is in scope"),
            ));
        };
        // The forecast is made twice: not where requests are answered.
        Ok(run_blocking(move || try_out(figures, as_of, &change)).await)
    }
}
