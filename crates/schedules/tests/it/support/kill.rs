use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// Runs something until it has been polled so often, as a server that is killed; `None` when it was. What it had asked of
/// the database by then goes on there.
pub(crate) async fn killed_after<T>(polls: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}
