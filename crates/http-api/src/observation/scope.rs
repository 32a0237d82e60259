//! What is known of the request that the current task answers.

use std::cell::RefCell;
use std::future::Future;
use std::time::Duration;

use super::{RequestId, RouteName};

struct Scope {
    id: String,
    seen: RefCell<Seen>,
}

/// What was learned of a request while it was answered.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// The route that it took; `None` where it is none of the contract's.
    pub(super) route: Option<RouteName>,
    /// Time that is not the server's.
    pub(super) given: Duration,
}

tokio::task_local! {
    static SCOPE: Scope;
}

/// Answers a request of this name; and what was learned of it.
pub(super) async fn within<F: Future>(id: RequestId, answer: F) -> (F::Output, Seen) {
    let scope = Scope {
        id: id.into_text(),
        seen: RefCell::default(),
    };
    let whole = async {
        let answer = answer.await;
        (answer, SCOPE.with(|scope| scope.seen.take()))
    };
    SCOPE.scope(scope, whole).await
}

/// The name of the request that is being answered; `None` outside of one.
pub(crate) fn current_id() -> Option<String> {
    SCOPE.try_with(|scope| scope.id.clone()).ok()
}

/// The request being answered may take this much longer before it is slow: its client sent its body for so long, or asked
/// that somebody waits.
pub(crate) fn give_time(time: Duration) {
    // Nobody measures what is answered outside.
    let _ = SCOPE.try_with(|scope| {
        let mut seen = scope.seen.borrow_mut();
        seen.given = seen.given.saturating_add(time);
    });
}

/// The request being answered takes this route.
pub(crate) fn name_route(route: &RouteName) {
    let _ = SCOPE.try_with(|scope| scope.seen.borrow_mut().route = Some(route.clone()));
}

#[cfg(test)]
mod tests {
    use ports::driven::MockIds;

    use super::*;

    #[tokio::test]
    async fn a_request_is_known_while_it_is_answered_and_no_longer() {
        let mut ids = MockIds::new();
        ids.expect_next().return_const(uuid::Uuid::nil());
        let id = RequestId::of(&actix_web::http::header::HeaderMap::new(), &ids);
        let answered = within(id, async {
            give_time(Duration::from_secs(2));
            tokio::task::yield_now().await;
            give_time(Duration::from_secs(3));
            name_route(&RouteName::new("/a/{id}"));
            current_id()
        });
        let (known, seen) = answered.await;
        assert_eq!(known, Some(uuid::Uuid::nil().to_string()));
        assert_eq!(
            (seen.given, seen.route.map(|route| route.as_str().to_owned())),
            (Duration::from_secs(5), Some("/a/{id}".to_owned()))
        );
        assert_eq!(current_id(), None);
        give_time(Duration::from_secs(1));
    }
}
