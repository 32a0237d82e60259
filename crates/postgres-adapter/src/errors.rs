//! Driver errors become port errors here.

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use ports::driven::StorageError;

/// What a piece of database work may end with: the driver's error, or ours.
#[derive(Debug)]
pub(crate) enum WorkError {
    Diesel(DieselError),
    Port(StorageError),
}

impl From<DieselError> for WorkError {
    fn from(error: DieselError) -> Self {
        Self::Diesel(error)
    }
}

impl From<StorageError> for WorkError {
    fn from(error: StorageError) -> Self {
        Self::Port(error)
    }
}

/// What a piece of database work gives.
pub(crate) type Work<T> = Result<T, WorkError>;

/// The port error of `error`, which happened to `what`.
pub(crate) fn to_port(what: &'static str, error: WorkError) -> StorageError {
    let error = match error {
        WorkError::Port(error) => return error,
        WorkError::Diesel(error) => error,
    };
    match &error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, details) => match details.constraint_name() {
            Some("production_code_unique") => StorageError::Taken("code"),
            Some("production_name_unique") => StorageError::Taken("name"),
            _ => inconsistent(what, &error),
        },
        // The kinds that a database in trouble answers with: trying again later may help.
        DieselError::DatabaseError(
            DatabaseErrorKind::ClosedConnection
            | DatabaseErrorKind::UnableToSendCommand
            | DatabaseErrorKind::SerializationFailure,
            _,
        )
        | DieselError::BrokenTransactionManager => StorageError::Unavailable(error.to_string()),
        DieselError::DatabaseError(_, details) if speaks_of_trouble(details.message()) => {
            StorageError::Unavailable(error.to_string())
        }
        _ => inconsistent(what, &error),
    }
}

/// Diesel has no kind for these, and passes the server's words only.
fn speaks_of_trouble(message: &str) -> bool {
    [
        "terminating connection",
        "shutting down",
        "starting up",
        "recovery mode",
        "too many clients",
        "deadlock detected",
    ]
    .iter()
    .any(|words| message.contains(words))
}

fn inconsistent(what: &'static str, error: &DieselError) -> StorageError {
    StorageError::Inconsistent {
        what,
        detail: error.to_string(),
    }
}

/// A row that breaks a rule of the domain.
#[expect(clippy::needless_pass_by_value, reason = "most callers are done with the error")]
pub(crate) fn broken_row(what: &'static str, detail: impl ToString) -> WorkError {
    WorkError::Port(StorageError::Inconsistent {
        what,
        detail: detail.to_string(),
    })
}
