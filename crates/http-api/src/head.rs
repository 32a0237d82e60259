//! `HEAD`: what `GET` answers, without its body.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::Error;
use actix_web::body::{BodySize, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LENGTH, HeaderValue, TRANSFER_ENCODING};
use actix_web::middleware::Next;
use actix_web::web::Bytes;

/// Has `HEAD` answered by whatever answers `GET`, and keeps of its body what the headers say of it. A stream is never begun.
///
/// The headers are written here: the server writes them from the body, and with them would write the end of a body that
/// has none as soon as it has read the request that follows on the same connection.
pub(crate) async fn without_body<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, Nothing>>, Error> {
    if *request.method() != Method::HEAD {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    request.head_mut().method = Method::GET;
    let mut answer = next.call(request).await?;
    let size = answer.response().body().size();
    let is_told = answer.headers().contains_key(CONTENT_LENGTH);
    match size {
        BodySize::None => return Ok(answer.map_body(|_, _| EitherBody::right(Nothing(size)))),
        BodySize::Sized(length) => {
            answer.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        // A stream whose length is known says so itself.
        BodySize::Stream if is_told => {}
        BodySize::Stream => {
            let chunked = HeaderValue::from_static("chunked");
            answer.headers_mut().insert(TRANSFER_ENCODING, chunked);
        }
    }
    answer.response_mut().head_mut().no_chunking(true);
    Ok(answer.map_body(|_, _| EitherBody::right(Nothing(size))))
}

/// A body that is not sent, of this size.
pub(crate) struct Nothing(BodySize);

impl MessageBody for Nothing {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        match self.0 {
            BodySize::None => BodySize::None,
            // One that the server adds no header for.
            BodySize::Sized(_) | BodySize::Stream => BodySize::Stream,
        }
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}
