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

use std::sync::Arc;

use async_trait::async_trait;
use ports::driven::Versioned;

pub use cell::Cell;
pub use formats::{CsvPieces, XLSX, write_workbook};
pub use glossary::{CHOICES, GRADES, Sense, Unit, Words};
pub use memory::{Document, ReportMemory};
pub use object::{RowVisitor, Shape, TableColumn};
pub use parameters::{Constant, InvalidParameter, OF_EVERY_REPORT, Parameter, Values};
pub use report::{Answer, Finished, Question, ReportError, Served, Sheet, Table};
pub use request::{Format, Request, RequestError};
pub use schema::{Schemas, operation_id};
pub use sheets::{REPORTS, Source};

/// The report of this name.
pub fn named(name: &str) -> Option<&'static dyn Served> {
    REPORTS.iter().copied().find(|report| report.name() == name)
}

/// The reports, as HTTP and the command line ask for them.
#[async_trait]
pub trait Reports: Send + Sync {
    /// Answers for the productions in scope.
    async fn answer(&self, question: &Question) -> Result<Versioned<Arc<dyn Answer>>, ReportError>;
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
}
