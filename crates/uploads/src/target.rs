//! Which production and which record date an upload is about, before anything is kept.

use chrono::NaiveDate;
use domain::access::Visible;
use domain::calendar::supported_days;
use domain::diagnostics::{Diagnostic, DiagnosticCode};
use domain::production::{Production, ProductionCode};
use domain::workbook_name::{WorkbookName, day_at_end};
use ports::driven::{ProductionRepository, StorageError};
use ports::driving::{ProductionChoice, ReceivedFile, UnknownCode, UploadError, UploadRequest};

use crate::file_name;
use crate::nearest::nearest;

/// What an upload is about.
pub(crate) struct Target {
    pub(crate) production: Production,
    pub(crate) record_date: NaiveDate,
}

fn names(files: &[ReceivedFile]) -> Vec<WorkbookName> {
    let parsed = |file: &ReceivedFile| WorkbookName::parse(&file_name::clean(&file.file_name));
    files.iter().map(parsed).collect()
}

/// The code by which a request names its production: that of its field, else that in its first file's name.
fn code_of(production: &ProductionChoice, files: &[ReceivedFile]) -> Option<ProductionCode> {
    match production {
        ProductionChoice::Id(_) => None,
        ProductionChoice::Code(code) => Some(code.clone()),
        ProductionChoice::FileName => names(files).into_iter().next()?.production_code,
    }
}

/// The production that a request names, by its fields, else by the code in its first file's name.
pub(crate) async fn find(
    production: &ProductionChoice,
    files: &[ReceivedFile],
    productions: &dyn ProductionRepository,
) -> Result<Option<Production>, StorageError> {
    if let ProductionChoice::Id(id) = production {
        return productions.find(*id).await;
    }
    match code_of(production, files) {
        Some(code) => productions.find_by_code(&code).await,
        None => Ok(None),
    }
}

/// The code that leads to no production, with the nearest one of those that are `visible`; `None` where the request
/// names no code.
pub(crate) async fn unknown_code(
    production: &ProductionChoice,
    files: &[ReceivedFile],
    visible: &Visible,
    productions: &dyn ProductionRepository,
) -> Result<Option<UnknownCode>, StorageError> {
    let Some(code) = code_of(production, files) else {
        return Ok(None);
    };
    let nearest = nearest(&code, productions.codes(visible).await?);
    Ok(Some(UnknownCode { code, nearest }))
}

/// From the fields of the request, else from the file name; a file name that contradicts is refused.
pub(crate) async fn resolve(
    request: &UploadRequest,
    productions: &dyn ProductionRepository,
    today: NaiveDate,
) -> Result<Target, UploadError> {
    let names = names(&request.files);
    let first = names.first().cloned().unwrap_or_default();
    if request.production == ProductionChoice::FileName && first.production_code.is_none() {
        return Err(bad_name(&request.files, today));
    }
    let found = find(&request.production, &request.files, productions).await?;
    let production = found.ok_or(UploadError::UnknownProduction)?;
    // What is moved in may be called by the code that its production had where it comes from.
    let moved_in = request.moved_in.as_ref();
    let old_code = moved_in.and_then(|moved_in| moved_in.old_code.as_ref());
    let is_own =
        |code: &ProductionCode| code.is_same(&production.details.code) || old_code.is_some_and(|old| old.is_same(code));
    let mut strangers = names.iter().filter_map(|name| name.production_code.as_ref());
    if let Some(stranger) = strangers.find(|code| !is_own(code)) {
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
    let record_date = record_date.ok_or_else(|| bad_name(&request.files, today))?;
    if record_date > today {
        return Err(refused(
            DiagnosticCode::FutureRecordDate,
            Some(&record_date.to_string()),
        ));
    }
    Ok(Target {
        production,
        record_date,
    })
}

/// The names do not tell what the upload is about; the day in which all of them end may be meant.
fn bad_name(files: &[ReceivedFile], today: NaiveDate) -> UploadError {
    let at_end = |file: &ReceivedFile| day_at_end(&file_name::clean(&file.file_name), today);
    let first = files.first().and_then(at_end);
    UploadError::BadFileName {
        finding: Box::new(Diagnostic::of_file(DiagnosticCode::BadFileName, None)),
        suggested: first.filter(|_| files.iter().all(|file| at_end(file) == first)),
    }
}

/// Nothing is kept, for this reason.
pub(crate) fn refused(code: DiagnosticCode, value: Option<&str>) -> UploadError {
    UploadError::Refused(Box::new(Diagnostic::of_file(code, value)))
}
