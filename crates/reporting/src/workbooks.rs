//! Reports as files that are sent to people.

use std::io::{self, Read};
use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use ports::driven::{Attachment, Clock, ReportError, ReportScope, ReportWorkbooks, StorageError};

use crate::blocking::run_blocking;
use crate::formats::{XLSX, file_name, write_workbook};
use crate::parameters::Values;
use crate::report::Question;
use crate::{Reports, named};

/// Writes reports as workbooks.
pub struct Workbooks {
    reports: Arc<dyn Reports>,
    clock: Arc<dyn Clock>,
}

impl Workbooks {
    /// Of these reports; the clock says when a file was made.
    pub fn new(reports: Arc<dyn Reports>, clock: Arc<dyn Clock>) -> Self {
        Self { reports, clock }
    }
}

#[async_trait]
impl ReportWorkbooks for Workbooks {
    async fn workbook(&self, report: &str, scope: &ReportScope, as_of: NaiveDate) -> Result<Attachment, ReportError> {
        let report = named(report).expect("a report of this name");
        let question = Question {
            report,
            scope: scope.clone(),
            as_of,
            values: Values::defaults(report.parameters()),
            hour: None,
        }
        .at(self.clock.now());
        let answer = self.reports.answer(&question).await?.value;
        let now = self.clock.now();
        let written = run_blocking(move || {
            let mut bytes = Vec::new();
            write_workbook(answer.as_ref(), now)?.read_to_end(&mut bytes)?;
            Ok::<_, io::Error>(Attachment {
                file_name: file_name(answer.as_ref(), "", "xlsx"),
                media_type: XLSX.to_owned(),
                bytes: bytes.into(),
            })
        });
        let written = written.await;
        // A full disk, and the like.
        Ok(written.map_err(|error| StorageError::Unavailable(Arc::new(error)))?)
    }
}
