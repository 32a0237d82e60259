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
            Some("account_email_unique") => StorageError::Taken("email"),
            _ => inconsistent(what, &error),
        },
        DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, details)
            if details.constraint_name() == Some("account_production_exists") =>
        {
            StorageError::Unknown("productionIds")
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(kind: DatabaseErrorKind, message: &str) -> StorageError {
        let error = DieselError::DatabaseError(kind, Box::new(message.to_owned()));
        to_port("things", error.into())
    }

    #[test]
    fn a_database_in_trouble_is_unavailable() {
        let troubles = [
            (
                DatabaseErrorKind::ClosedConnection,
                "server closed the connection unexpectedly",
            ),
            (DatabaseErrorKind::UnableToSendCommand, "no connection to the server"),
            (DatabaseErrorKind::SerializationFailure, "could not serialize access"),
            (
                DatabaseErrorKind::Unknown,
                "terminating connection due to administrator command",
            ),
            (DatabaseErrorKind::Unknown, "the database system is shutting down"),
            (DatabaseErrorKind::Unknown, "the database system is starting up"),
            (DatabaseErrorKind::Unknown, "the database system is in recovery mode"),
            (DatabaseErrorKind::Unknown, "sorry, too many clients already"),
            (DatabaseErrorKind::Unknown, "deadlock detected"),
        ];
        for (kind, message) in troubles {
            let told = answered(kind, message);
            assert!(matches!(told, StorageError::Unavailable(_)), "{message}: {told}");
        }
    }

    #[test]
    fn a_wrong_statement_or_row_is_a_fault_of_ours() {
        for kind in [
            DatabaseErrorKind::CheckViolation,
            DatabaseErrorKind::UniqueViolation,
            DatabaseErrorKind::Unknown,
        ] {
            let told = answered(kind, "a rule is broken");
            assert_eq!(told.to_string(), "things: a rule is broken");
        }
        let missing = to_port("things", DieselError::NotFound.into());
        assert!(matches!(missing, StorageError::Inconsistent { what: "things", .. }));
    }

    #[test]
    fn an_error_of_the_port_stays_what_it_is() {
        let told = to_port("things", StorageError::Stale("production").into());
        assert!(matches!(told, StorageError::Stale("production")));
    }
}
