//! A panic ends one request, and neither its connection nor the server.

use std::any::Any;
use std::panic::AssertUnwindSafe;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::{Error, HttpRequest, ResponseError};
use futures_util::FutureExt;

use crate::problem::ApiError;

/// What is answered; where answering panics, that the server is at fault. As an answer, so that what wraps the application
/// adds its headers and counts it.
pub(crate) async fn or_fault<B: MessageBody>(
    request: HttpRequest,
    answer: impl Future<Output = Result<ServiceResponse<EitherBody<B>>, Error>>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    // What the request alone had is dropped, and what requests share is changed as a whole or not at all.
    match AssertUnwindSafe(answer).catch_unwind().await {
        Ok(answered) => answered,
        Err(panic) => {
            let fault = ApiError::Panicked(text(panic.as_ref()));
            Ok(ServiceResponse::new(request, fault.error_response()).map_into_right_body())
        }
    }
}

/// What a panic says, for the log.
fn text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "no text".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_panic_is_known() {
        let of = |panic: fn()| text(std::panic::catch_unwind(panic).unwrap_err().as_ref());
        assert_eq!(of(|| panic!("plain")), "plain");
        assert_eq!(of(|| panic!("{}", "twice ".repeat(2))), "twice twice ");
        assert_eq!(of(|| std::panic::panic_any(7)), "no text");
    }
}
