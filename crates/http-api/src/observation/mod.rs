//! What is seen of every request from outside: which one it is, and how long it took.

mod exposition;
mod meters;
mod request_id;
mod scope;

use std::time::Instant;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use tracing::Instrument;

pub(crate) use self::exposition::{CONTENT_TYPE, exposition};
pub use self::meters::Meters;
pub(crate) use self::meters::RouteName;
use self::request_id::RequestId;
use self::scope::Seen;
pub(crate) use self::scope::{current_id, give_time, name_route};
use crate::Services;

/// The header that names a request, in both directions.
pub(crate) const REQUEST_ID: &str = "x-request-id";
/// Names the request, in its answer and in every line of the log that is about it; counts it, and tells when it was slow.
pub(crate) async fn observed<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let services = Services::of(request.request());
    let (slow, meters) = (services.slow_request, services.meters.clone());
    let id = RequestId::of(request.headers(), services.ids.as_ref());
    let header = HeaderValue::from_str(id.as_str()).expect("an id is letters, digits and signs");
    // Whatever level is told: where errors are, it is known which request they are of.
    let span = tracing::error_span!("request", id = id.as_str());
    let method = request.method().clone();
    async {
        let began = Instant::now();
        let (answer, Seen { route, given }) = scope::within(id, next.call(request)).await;
        let mut answer = answer?;
        let (took, status) = (began.elapsed(), answer.status());
        let route = route.unwrap_or_else(RouteName::other);
        if took > slow.saturating_add(given) {
            tracing::warn!(
                %method,
                route = route.as_str(),
                status = status.as_u16(),
                ms = took.as_millis(),
                "A request was slow."
            );
        }
        meters.record(&method, route, status, took);
        answer.headers_mut().insert(HeaderName::from_static(REQUEST_ID), header);
        Ok(answer)
    }
    .instrument(span)
    .await
}
