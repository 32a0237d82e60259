use std::convert::Infallible;
use std::future::{Ready, ready};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use actix_web::error::PayloadError;
use actix_web::rt::time::{Sleep, sleep};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, dev};
use futures_util::Stream;

use crate::observation::give_time;
use crate::problem::ApiError;

/// Longest wait for the next piece of a body.
const PATIENCE: Duration = Duration::from_secs(30);
/// By when the whole of a JSON body is there.
const WHOLE: Duration = Duration::from_secs(30);
/// By when the whole of a body with files is there.
const WHOLE_WITH_FILES: Duration = Duration::from_mins(10);

/// A body as it arrives. Where its next piece does not, or its end, the wait ends with an error: whoever sends nothing
/// more, or a byte now and then, holds a connection, and the place of a file, for nothing.
pub(crate) struct ArrivingBody {
    payload: dev::Payload,
    patience: Duration,
    /// Since when the next piece is waited for.
    waits_since: Option<Instant>,
    /// Runs while a piece is waited for, and not while the last one is worked on.
    wait: Option<Pin<Box<Sleep>>>,
    /// Runs from the beginning of the body.
    whole: Pin<Box<Sleep>>,
}

impl ArrivingBody {
    /// A JSON body.
    pub(super) fn of_json(payload: &mut dev::Payload) -> Self {
        Self::new(payload.take(), PATIENCE, WHOLE)
    }

    fn new(payload: dev::Payload, patience: Duration, whole: Duration) -> Self {
        Self {
            payload,
            patience,
            waits_since: None,
            wait: None,
            whole: Box::pin(sleep(whole)),
        }
    }
}

/// A body with files.
impl FromRequest for ArrivingBody {
    type Error = Infallible;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(_: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        ready(Ok(Self::new(payload.take(), PATIENCE, WHOLE_WITH_FILES)))
    }
}

impl Stream for ArrivingBody {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let too_slow = |()| Some(Err(PayloadError::Io(io::ErrorKind::TimedOut.into())));
        // Asked first: a body that always has one more byte ends, too. An elapsed wait is not polled again.
        if self.whole.is_elapsed() || self.whole.as_mut().poll(context).is_ready() {
            return Poll::Ready(too_slow(()));
        }
        if let Poll::Ready(piece) = Pin::new(&mut self.payload).poll_next(context) {
            self.wait = None;
            if let Some(since) = self.waits_since.take() {
                give_time(since.elapsed());
            }
            return Poll::Ready(piece);
        }
        self.waits_since.get_or_insert_with(Instant::now);
        let patience = self.patience;
        let wait = self.wait.get_or_insert_with(|| Box::pin(sleep(patience)));
        wait.as_mut().poll(context).map(too_slow)
    }
}

/// Why a body did not arrive.
pub(crate) fn broken_off(error: &PayloadError) -> ApiError {
    match error {
        PayloadError::Io(error) if error.kind() == io::ErrorKind::TimedOut => ApiError::TooSlow,
        other => ApiError::Unreadable(format!("the body is broken off: {other}")),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use futures_util::{StreamExt, stream};

    use super::*;

    type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>;

    /// A body of which these pieces arrive, and then nothing, not even its end.
    pub(crate) fn stalled(pieces: &'static [&'static str]) -> ArrivingBody {
        let sent = stream::iter(pieces).map(|piece| Ok(Bytes::from_static(piece.as_bytes())));
        let pieces: Pieces = Box::pin(sent.chain(stream::pending()));
        ArrivingBody::new(pieces.into(), Duration::from_millis(5), WHOLE)
    }

    #[actix_web::test]
    async fn what_arrives_is_passed_on_and_a_standstill_is_an_error() {
        let mut body = stalled(&["a", "b"]);
        assert_eq!(body.next().await.unwrap().unwrap(), "a");
        assert_eq!(body.next().await.unwrap().unwrap(), "b");
        for _ in 0..2 {
            let error = body.next().await.unwrap().unwrap_err();
            assert!(matches!(broken_off(&error), ApiError::TooSlow), "{error:?}");
        }
    }

    #[actix_web::test]
    async fn each_piece_may_take_as_long_as_the_first() {
        let piece = |left: u8| async move {
            sleep(Duration::from_millis(20)).await;
            let left = left.checked_sub(1)?;
            Some((Ok(Bytes::from_static(b"x")), left))
        };
        let pieces: Pieces = Box::pin(stream::unfold(5, piece));
        let body = ArrivingBody::new(pieces.into(), Duration::from_millis(60), WHOLE);
        let arrived: Vec<_> = body.map(Result::unwrap).collect().await;
        assert_eq!(arrived.len(), 5);
    }

    #[actix_web::test]
    async fn a_body_that_goes_on_and_on_is_an_error_however_quick_its_pieces_are() {
        let quick: Pieces = Box::pin(stream::repeat_with(|| Ok(Bytes::from_static(b" "))));
        let slow: Pieces = Box::pin(stream::unfold((), |()| async {
            sleep(Duration::from_millis(2)).await;
            Some((Ok(Bytes::from_static(b" ")), ()))
        }));
        for pieces in [quick, slow] {
            let mut body = ArrivingBody::new(pieces.into(), Duration::from_secs(5), Duration::from_millis(20));
            let error = loop {
                if let Err(error) = body.next().await.unwrap() {
                    break error;
                }
                tokio::task::yield_now().await;
            };
            assert!(matches!(broken_off(&error), ApiError::TooSlow), "{error:?}");
            assert!(body.next().await.unwrap().is_err(), "it stays ended");
        }
    }
}
