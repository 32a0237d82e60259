//! Driver errors become port errors here.

use std::error::Error;

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use domain::validation::Field;
use ports::actor::Basis;
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

/// Refuses a change of `what` that is based on another state than the present one, which the caller has locked.
pub(crate) fn check_basis(basis: &Basis, present_revision: i64, what: &'static str) -> Result<(), StorageError> {
    if basis.allows(present_revision) {
        Ok(())
    } else {
        Err(StorageError::Outdated(what))
    }
}

/// The port error of `error`, which happened to `what`.
pub(crate) fn to_port(what: &'static str, error: WorkError) -> StorageError {
    let error = match error {
        WorkError::Port(error) => return error,
        WorkError::Diesel(error) => error,
    };
    match &error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, details) => match details.constraint_name() {
            Some("production_code_unique") => StorageError::Taken("code"),
            Some("account_email_unique") => StorageError::Taken("email"),
            Some(
                "production_name_unique" | "schedule_name_unique" | "destination_name_unique" | "source_name_unique",
            ) => StorageError::Taken("name"),
            Some("source_folder_unique") => StorageError::Taken("config"),
            _ => StorageError::inconsistent(what, error),
        },
        DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, details) => {
            match details.constraint_name() {
                Some("account_production_exists" | "schedule_production_exists" | "destination_production_exists") => {
                    StorageError::Unknown(Field::Productions)
                }
                Some("schedule_destination_exists") => StorageError::Unknown(Field::Destinations),
                Some("source_production_exists") => StorageError::Unknown(Field::Production),
                _ => StorageError::inconsistent(what, error),
            }
        }
        DieselError::BrokenTransactionManager => StorageError::unavailable(error),
        DieselError::DatabaseError(kind, details) if is_trouble(*kind, details.statement_position()) => {
            StorageError::unavailable(error)
        }
        _ => StorageError::inconsistent(what, error),
    }
}

/// Whether trying again later may help: the disk is full, a wait took too long, the server stops or only reads.
///
/// The codes of PostgreSQL (SQLSTATE) say so, whatever language its messages are in, but diesel keeps them to itself. It
/// names the kinds that are faults of a statement or a row, and the server points into a statement that is wrong. What
/// nobody names and points at is trouble of the surroundings: 40P01, 53…, 55…, 57…, 58… and XX… come this way. A fault of
/// ours that does as well, such as a division by zero, is told as "later" to clients, and stands in the log with its words.
pub(crate) fn is_trouble(kind: DatabaseErrorKind, position: Option<i32>) -> bool {
    match kind {
        DatabaseErrorKind::UniqueViolation
        | DatabaseErrorKind::ForeignKeyViolation
        | DatabaseErrorKind::NotNullViolation
        | DatabaseErrorKind::CheckViolation
        | DatabaseErrorKind::RestrictViolation
        | DatabaseErrorKind::ExclusionViolation => false,
        _ => position.is_none(),
    }
}

/// A row that breaks a rule of the domain.
pub(crate) fn broken_row(what: &'static str, cause: impl Into<Box<dyn Error + Send + Sync>>) -> WorkError {
    WorkError::Port(StorageError::inconsistent(what, cause))
}

#[cfg(test)]
mod tests {
    use ports::causes::Causes;

    use super::*;

    fn answered(kind: DatabaseErrorKind, message: &str) -> StorageError {
        let error = DieselError::DatabaseError(kind, Box::new(message.to_owned()));
        to_port("things", error.into())
    }

    #[test]
    fn a_database_in_trouble_is_unavailable_in_any_language() {
        let troubles = [
            (
                DatabaseErrorKind::ClosedConnection,
                "server closed the connection unexpectedly",
            ),
            (DatabaseErrorKind::UnableToSendCommand, "no connection to the server"),
            (DatabaseErrorKind::SerializationFailure, "could not serialize access"),
            (
                DatabaseErrorKind::ReadOnlyTransaction,
                "cannot execute UPDATE in a read-only transaction",
            ),
            (DatabaseErrorKind::Unknown, "관리자 명령에 의해서 연결을 끝냅니다"),
            (DatabaseErrorKind::Unknown, "잠금 대기 시간 초과로 작업을 취소합니다"),
            (
                DatabaseErrorKind::Unknown,
                "could not extend file \"base/1/2\": No space left on device",
            ),
            (DatabaseErrorKind::Unknown, "deadlock detected"),
        ];
        for (kind, message) in troubles {
            let told = answered(kind, message);
            assert!(matches!(told, StorageError::Unavailable(_)), "{message}: {told}");
            let cause = told.source().expect("the driver's error is kept");
            assert_eq!(cause.to_string(), message);
        }
    }

    #[test]
    fn a_wrong_statement_or_row_is_a_fault_of_ours() {
        for kind in [DatabaseErrorKind::CheckViolation, DatabaseErrorKind::UniqueViolation] {
            let told = answered(kind, "a rule is broken");
            assert_eq!(
                Causes(&told).to_string(),
                "things cannot be read or written: a rule is broken"
            );
        }
        assert!(
            !is_trouble(DatabaseErrorKind::Unknown, Some(8)),
            "the server points at it"
        );
        let missing = to_port("things", DieselError::NotFound.into());
        assert!(matches!(missing, StorageError::Inconsistent { what: "things", .. }));
    }

    #[test]
    fn an_error_of_the_port_stays_what_it_is() {
        let told = to_port("things", StorageError::Stale("production").into());
        assert!(matches!(told, StorageError::Stale("production")));
    }
}
