//! Which production and which record date an upload is about, before anything is kept.

use chrono::NaiveDate;
use domain::calendar::supported_days;
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::production::Production;
use domain::workbook_name::WorkbookName;
use ports::driven::{ProductionRepository, StorageError};
use ports::driving::{ProductionChoice, ReceivedFile, UploadError, UploadRequest};

use crate::file_name;

/// What an upload is about.
pub(super) struct Settled {
    pub(super) production: Production,
    pub(super) record_date: NaiveDate,
}

fn names(files: &[ReceivedFile]) -> Vec<WorkbookName> {
    let parsed = |file: &ReceivedFile| WorkbookName::parse(&file_name::clean(&file.file_name));
    files.iter().map(parsed).collect()
}

/// Whether a request names a production, be it there or not.
pub(super) fn names_one(production: &ProductionChoice, files: &[ReceivedFile]) -> bool {
    let first = || names(files).into_iter().next().unwrap_or_default();
    *production != ProductionChoice::FileName || first().production_code.is_some()
}

/// The production that a request names, by its fields, else by the code in its first file's name.
pub(super) async fn find(
    production: &ProductionChoice,
    files: &[ReceivedFile],
    productions: &dyn ProductionRepository,
) -> Result<Option<Production>, StorageError> {
    match production {
        ProductionChoice::Id(id) => productions.find(*id).await,
        ProductionChoice::Code(code) => productions.find_by_code(code).await,
        ProductionChoice::FileName => {
            let first = names(files).into_iter().next().unwrap_or_default();
            match first.production_code {
                Some(code) => productions.find_by_code(&code).await,
                None => Ok(None),
            }
        }
    }
}

/// From the fields of the request, else from the file name; a file name that contradicts is refused.
pub(super) async fn settle(
    request: &UploadRequest,
    productions: &dyn ProductionRepository,
    today: NaiveDate,
) -> Result<Settled, UploadError> {
    let names = names(&request.files);
    let first = names.first().cloned().unwrap_or_default();
    if request.production == ProductionChoice::FileName && first.production_code.is_none() {
        return Err(refused(DiagnosticCode::BadFileName, None));
    }
    let found = find(&request.production, &request.files, productions).await?;
    let production = found.ok_or(UploadError::UnknownProduction)?;
    let strangers = names.iter().filter_map(|name| name.production_code.as_ref());
    if let Some(stranger) = strangers.into_iter().find(|code| **code != production.details.code) {
        return Err(refused(DiagnosticCode::WrongProduction, Some(stranger.as_str())));
    }
    // Two files of one upload must be of the same day, unless the request says which.
    let agreed = first
        .record_date
        .filter(|date| names.iter().all(|name| name.record_date == Some(*date)));
    let record_date = request
        .record_date
        .or(agreed)
        .filter(|date| supported_days().contains(*date));
    let record_date = record_date.ok_or_else(|| refused(DiagnosticCode::BadFileName, None))?;
    if record_date > today {
        return Err(refused(
            DiagnosticCode::FutureRecordDate,
            Some(&record_date.to_string()),
        ));
    }
    Ok(Settled {
        production,
        record_date,
    })
}

fn refused(code: DiagnosticCode, value: Option<&str>) -> UploadError {
    UploadError::Refused(Box::new(Diagnostic::of_file(code, value)))
}
