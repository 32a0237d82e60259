//! Work that would hold up the threads that answer requests.

/// Does it on a thread for such work. A panic goes on in the caller.
pub(crate) async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => unreachable!("such work is never cancelled"),
        },
    }
}
