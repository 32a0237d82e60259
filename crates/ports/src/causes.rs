//! Errors as the log tells them.

use std::error::Error;
use std::fmt;

/// An error with what caused it, and what caused that: `the database is not available: connection refused`.
pub struct Causes<'e>(pub &'e dyn Error);

impl fmt::Display for Causes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut error = self.0;
        while let Some(cause) = error.source() {
            write!(f, ": {cause}")?;
            error = cause;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driven::StorageError;
    use crate::driving::UploadError;

    #[test]
    fn an_error_is_told_with_what_caused_it() {
        let io = std::io::Error::other("connection refused");
        let error = UploadError::from(StorageError::unavailable(io));
        assert_eq!(error.to_string(), "the database is not available");
        assert_eq!(
            Causes(&error).to_string(),
            "the database is not available: connection refused"
        );
        let cause = error.source().and_then(|cause| cause.source());
        assert!(cause.is_none(), "nothing is told twice");
    }
}
