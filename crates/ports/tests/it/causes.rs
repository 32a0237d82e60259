//! What caused an error.

use std::error::Error;

use ports::causes::Causes;
use ports::driven::StorageError;
use ports::driving::UploadError;

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
