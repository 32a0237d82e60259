//! What kind of problem each error is. No `_`: whoever adds an error decides what clients see of it.

use actix_web::http::StatusCode;
use ports::actor::Refusal;
use ports::driven::{ListError, OriginalsError, StorageError};
use ports::driving::collection::CollectionError;
use ports::driving::{AccountError, DeskError, ScheduleError, UploadError};
use reporting::ReportError;

use super::ApiError;

/// Code, title and status.
type Kind = (&'static str, &'static str, StatusCode);

const NOT_FOUND: Kind = ("not-found", "Not found", StatusCode::NOT_FOUND);
const INVALID: Kind = ("invalid", "Invalid request", StatusCode::UNPROCESSABLE_ENTITY);
const TAKEN: Kind = ("taken", "Already taken", StatusCode::CONFLICT);
const OUTDATED: Kind = (
    "outdated",
    "Somebody changed this meanwhile",
    StatusCode::PRECONDITION_FAILED,
);
const TOO_LARGE: Kind = ("too-large", "Too large", StatusCode::PAYLOAD_TOO_LARGE);
pub(super) const BUSY: Kind = ("busy", "Too much at once", StatusCode::SERVICE_UNAVAILABLE);
const UNAVAILABLE: Kind = ("unavailable", "Try again later", StatusCode::SERVICE_UNAVAILABLE);

const INTERNAL: Kind = ("internal", "Internal server error", StatusCode::INTERNAL_SERVER_ERROR);

const TOO_MANY_PRODUCTIONS: Kind = (
    "too-many-productions",
    "Too many productions for one report",
    StatusCode::UNPROCESSABLE_ENTITY,
);

const UNAUTHENTICATED: Kind = ("unauthenticated", "Sign in first", StatusCode::UNAUTHORIZED);
const FORBIDDEN: Kind = ("forbidden", "Not permitted", StatusCode::FORBIDDEN);
const MASTER_ONLY: Kind = ("master-only", "Only a master may", StatusCode::FORBIDDEN);

/// The kind of an error.
pub(super) fn of(error: &ApiError) -> Kind {
    match error {
        ApiError::Unauthenticated => UNAUTHENTICATED,
        ApiError::Forbidden => FORBIDDEN,
        ApiError::SecondFactorMissing => (
            "second-factor-missing",
            "Set up a second factor first",
            StatusCode::FORBIDDEN,
        ),
        ApiError::ForeignOrigin => ("foreign-origin", "Request from another site", StatusCode::FORBIDDEN),
        ApiError::Outdated(_) => OUTDATED,
        ApiError::StillRunning => ("still-running", "Still being answered", StatusCode::CONFLICT),
        ApiError::JobNotFailed => ("not-failed", "The job has not failed", StatusCode::CONFLICT),
        ApiError::Unreadable(_) => ("unreadable", "Unreadable request", StatusCode::BAD_REQUEST),
        ApiError::NotFound(_) | ApiError::UnknownCode(_) | ApiError::Report(ReportError::UnknownProduction(_)) => {
            NOT_FOUND
        }
        ApiError::MethodNotAllowed(_) => (
            "method-not-allowed",
            "Method not allowed",
            StatusCode::METHOD_NOT_ALLOWED,
        ),
        ApiError::TooLarge(_) => TOO_LARGE,
        ApiError::UnsupportedMediaType(_) => (
            "unsupported-media-type",
            "Unsupported media type",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        ApiError::Invalid(_) => INVALID,
        ApiError::TooSlow => ("too-slow", "The body takes too long", StatusCode::REQUEST_TIMEOUT),
        ApiError::Account(error) => of_account(error),
        ApiError::Desk(error) => of_desk(error),
        ApiError::Schedule(error) => of_schedule(error),
        ApiError::Upload(error) => of_upload(error),
        ApiError::Collection(error) => of_collection(error),
        ApiError::TooManyStreams | ApiError::Busy => BUSY,
        ApiError::Export(_) => UNAVAILABLE,
        ApiError::Panicked(_) => INTERNAL,
        ApiError::Report(ReportError::TooManyProductions { .. }) => TOO_MANY_PRODUCTIONS,
        ApiError::Report(ReportError::Storage(error)) | ApiError::Storage(error) => of_storage(error),
    }
}

fn of_account(error: &AccountError) -> Kind {
    match error {
        AccountError::WrongCredentials => (
            "wrong-credentials",
            "Wrong address or password",
            StatusCode::UNAUTHORIZED,
        ),
        AccountError::SecondFactorRequired => (
            "second-factor-required",
            "A code of the second factor is needed",
            StatusCode::UNAUTHORIZED,
        ),
        AccountError::WrongCode => ("wrong-code", "Wrong code", StatusCode::UNAUTHORIZED),
        AccountError::FactorSetUp => (
            "second-factor-set-up",
            "A second factor is set up",
            StatusCode::CONFLICT,
        ),
        AccountError::NoFactor => ("no-second-factor", "No second factor is set up", StatusCode::CONFLICT),
        AccountError::Inactive => ("inactive", "The account is not active", StatusCode::FORBIDDEN),
        AccountError::MasterOnly => MASTER_ONLY,
        AccountError::SlowDown(_) | AccountError::TooManyRegistrations => {
            ("slow-down", "Too many attempts", StatusCode::TOO_MANY_REQUESTS)
        }
        AccountError::TooManyHashes(_) => BUSY,
        AccountError::TooManyKeys(_) => ("too-many-keys", "Too many API keys", StatusCode::CONFLICT),
        AccountError::DeadLink => (
            "dead-link",
            "The link does not work any more",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        AccountError::Unknown => NOT_FOUND,
        AccountError::LastMaster => ("last-master", "The last active master", StatusCode::CONFLICT),
        AccountError::WasActive => ("was-active", "The user has been active", StatusCode::CONFLICT),
        AccountError::Taken(_) => TAKEN,
        AccountError::Invalid(_) => INVALID,
        AccountError::Storage(error) => of_storage(error),
    }
}

fn of_desk(error: &DeskError) -> Kind {
    match error {
        DeskError::UnknownProduction | DeskError::UnknownCampaign => NOT_FOUND,
        DeskError::TooManyCampaigns(_) => ("too-many-campaigns", "Too many campaigns", StatusCode::CONFLICT),
        DeskError::Invalid(_) => INVALID,
        DeskError::Taken(_) => TAKEN,
        DeskError::CategoryFixed => ("category-fixed", "The category is fixed", StatusCode::CONFLICT),
        DeskError::WouldLose(_) => ("would-lose", "Targets or notes would be lost", StatusCode::CONFLICT),
        DeskError::NoSalePeriod => ("no-sale-period", "No sale period", StatusCode::CONFLICT),
        DeskError::HasSnapshots => ("has-snapshots", "The production has snapshots", StatusCode::CONFLICT),
        DeskError::Refused(refusal) => of_refusal(*refusal),
        DeskError::List(ListError::NotAList) => (
            "not-a-list",
            "The file cannot be read",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        DeskError::List(ListError::Encrypted) => (
            "encrypted-workbook",
            "The workbook is locked by a password",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        DeskError::List(ListError::TooLarge) => TOO_LARGE,
        DeskError::List(ListError::Busy) => BUSY,
        DeskError::List(ListError::Interrupted) => UNAVAILABLE,
        DeskError::Storage(error) => of_storage(error),
    }
}

fn of_schedule(error: &ScheduleError) -> Kind {
    match error {
        ScheduleError::Unknown(_) | ScheduleError::Report(ReportError::UnknownProduction(_)) => NOT_FOUND,
        ScheduleError::Invalid(_) => INVALID,
        ScheduleError::Taken(_) => TAKEN,
        ScheduleError::Fixed => ("fixed", "Part of the house", StatusCode::CONFLICT),
        ScheduleError::NotFailed => ("not-failed", "It has not failed", StatusCode::CONFLICT),
        ScheduleError::Report(ReportError::TooManyProductions { .. }) => TOO_MANY_PRODUCTIONS,
        ScheduleError::Refused(refusal) => of_refusal(*refusal),
        ScheduleError::Report(ReportError::Storage(error)) | ScheduleError::Storage(error) => of_storage(error),
    }
}

fn of_upload(error: &UploadError) -> Kind {
    match error {
        UploadError::UnknownProduction | UploadError::UnknownUpload => NOT_FOUND,
        UploadError::Refused(_) | UploadError::BadFileName { .. } => (
            "upload-refused",
            "The upload cannot be accepted",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        UploadError::CannotWithdrawFailed => (
            "upload-failed",
            "A failed upload cannot be withdrawn",
            StatusCode::CONFLICT,
        ),
        UploadError::Busy => BUSY,
        UploadError::Gone => ("original-gone", "The original file is gone", StatusCode::GONE),
        UploadError::Originals(OriginalsError::Damaged(_)) => (
            "original-damaged",
            "The original file is damaged",
            StatusCode::INTERNAL_SERVER_ERROR,
        ),
        UploadError::Interrupted(_)
        | UploadError::Originals(OriginalsError::Failed(_) | OriginalsError::Full { .. }) => UNAVAILABLE,
        UploadError::Storage(error) => of_storage(error),
    }
}

fn of_collection(error: &CollectionError) -> Kind {
    match error {
        CollectionError::Unknown(_) => NOT_FOUND,
        CollectionError::Invalid(_) => INVALID,
        CollectionError::NotAllowed { code, .. } => (code.code(), "Not allowed here", StatusCode::UNPROCESSABLE_ENTITY),
        CollectionError::SecretUnknown(_) => (
            "secret_unknown",
            "There is no such secret",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        CollectionError::RecipeInvalid(_) => (
            "recipe_invalid",
            "The recipe cannot be read",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        CollectionError::TooManySources(_) => ("too_many_sources", "Too many sources", StatusCode::CONFLICT),
        CollectionError::Busy => ("source_busy", "The source is at work", StatusCode::CONFLICT),
        CollectionError::Stopped(_) => ("source_stopped", "The source is stopped", StatusCode::CONFLICT),
        CollectionError::Blocked { .. } => ("source_blocked", "The site is left alone", StatusCode::CONFLICT),
        CollectionError::TooManyRuns => ("too_many_runs", "Too many runs", StatusCode::TOO_MANY_REQUESTS),
        CollectionError::BrowserUnavailable(_) => ("browser_unavailable", "There is no browser", StatusCode::CONFLICT),
        CollectionError::RecipeInUse => ("recipe_in_use", "The recipe is in use", StatusCode::CONFLICT),
        CollectionError::NotHeld => ("not_held", "It is not held", StatusCode::CONFLICT),
        CollectionError::Upload(error) => of_upload(error),
        CollectionError::Refused(refusal) => of_refusal(*refusal),
        CollectionError::Storage(error) => of_storage(error),
    }
}

fn of_storage(error: &StorageError) -> Kind {
    match error {
        StorageError::Unavailable(_) => UNAVAILABLE,
        StorageError::Taken(_) => TAKEN,
        StorageError::Stale(_) => ("changed", "Changed meanwhile", StatusCode::CONFLICT),
        StorageError::Outdated(_) => OUTDATED,
        StorageError::Refused(refusal) => of_refusal(*refusal),
        StorageError::Unknown(_) => INVALID,
        StorageError::Inconsistent { .. } => INTERNAL,
    }
}

/// What was withdrawn meanwhile is told as if it had been so from the beginning.
fn of_refusal(refusal: Refusal) -> Kind {
    match refusal {
        Refusal::SignedOut => UNAUTHENTICATED,
        Refusal::Forbidden => FORBIDDEN,
        Refusal::Hidden => NOT_FOUND,
        Refusal::MasterOnly => MASTER_ONLY,
    }
}
