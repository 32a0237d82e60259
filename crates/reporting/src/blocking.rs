//! Work that would block the threads that answer requests.

use std::any::Any;

/// Runs it on a thread for blocking work. A panic goes on in the caller.
pub async fn run_blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    // One task whatever the work is, or the program would hold the tasks that run it for each.
    let done = run(Box::new(move || Box::new(work()))).await;
    *done.downcast().expect("the work answers with this type")
}

async fn run(work: Box<dyn FnOnce() -> Box<dyn Any + Send> + Send>) -> Box<dyn Any + Send> {
    // What it logs is of the request that it is for.
    let span = tracing::Span::current();
    match tokio::task::spawn_blocking(move || span.in_scope(work)).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => unreachable!("such work is never cancelled"),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::panic::AssertUnwindSafe;
    use std::thread;

    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn work_is_done_on_another_thread_and_its_panic_goes_on_in_this_one() {
        let there = run_blocking(|| thread::current().id()).await;
        assert_ne!(there, thread::current().id());
        let broken = run_blocking::<()>(|| panic!("a formula"));
        let panic = AssertUnwindSafe(broken).catch_unwind().await.unwrap_err();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"a formula"));
    }
}
