//! The application: all routes with what every answer gets.

use std::sync::LazyLock;

use actix_cors::Cors;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Bytes, Data, redirect, resource};
use actix_web::{App, Error, HttpMessage, HttpResponse, guard};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::entry::{AdmittedAt, DATA_VERSION, Security};
use crate::extract::KnownTags;
use crate::head::without_body;
use crate::observation::{REQUEST_ID, observed};
use crate::openapi::openapi;
use crate::{Services, routes};

/// Pages of the API show nothing in a browser, and load nothing.
const API_POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Swagger UI runs its own scripts; its styles are partly inline.
const SWAGGER_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Where the OpenAPI document is.
const DOCUMENT_PATH: &str = "/api/v1/openapi.json";
/// The OpenAPI document as it is sent. As a tree it takes 10 MiB, and each thread would hold one.
static DOCUMENT: LazyLock<Bytes> = LazyLock::new(|| {
    let document = serde_json::to_vec(&openapi());
    document.expect("the document is JSON").into()
});

async fn document() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(DOCUMENT.clone())
}

/// The application with all routes.
pub fn application(
    services: Services,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    let cors = cors(&services.security);
    let is_secure = services.security.is_secure;
    App::new()
        .configure(|config| {
            config
                // By themselves as well: who is let in, and how much may arrive, is tested without the services.
                .app_data(Data::from(services.security.clone()))
                .app_data(Data::new(services.arrivals.clone()))
                .app_data(Data::new(services));
            // The user interface fetches the document from the address that everybody uses.
            config
                .service(resource(DOCUMENT_PATH).guard(guard::Get()).to(document))
                .service(SwaggerUi::new("/swagger-ui/{_:.*}").config(Config::from(DOCUMENT_PATH)))
                .service(redirect("/swagger-ui", "/swagger-ui/"));
            routes::add(config);
        })
        .wrap(from_fn(versioned))
        .wrap(from_fn(not_modified))
        .wrap(cors)
        .wrap(from_fn(move |request, next| protect(is_secure, request, next)))
        .wrap(from_fn(without_body))
        .wrap(from_fn(observed))
}

/// Which other origins may read answers: those of the configuration, with cookies; else none.
fn cors(security: &Security) -> Cors {
    let cors = Cors::default()
        .allowed_methods(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
        .allowed_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            HeaderName::from_static("idempotency-key"),
            HeaderName::from_static("last-event-id"),
            HeaderName::from_static("prefer"),
            HeaderName::from_static(DATA_VERSION),
            HeaderName::from_static(REQUEST_ID),
        ])
        .expose_headers([
            header::CONTENT_DISPOSITION,
            header::ETAG,
            header::LOCATION,
            header::RETRY_AFTER,
            HeaderName::from_static(DATA_VERSION),
            HeaderName::from_static(REQUEST_ID),
        ])
        // A request from elsewhere is answered, and its browser keeps the answer from the page.
        .block_on_origin_mismatch(false)
        .supports_credentials()
        .max_age(3_600);
    security
        .allowed_origins
        .iter()
        .fold(cors, |cors, origin| cors.allowed_origin(origin))
}

/// Headers that keep browsers from doing more with an answer than it is for.
async fn protect<B: MessageBody + 'static>(
    is_secure: bool,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let is_swagger = request.path().starts_with("/swagger-ui");
    let is_account = request.path().starts_with("/api/v1/auth");
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    let policy = if is_swagger { SWAGGER_POLICY } else { API_POLICY };
    default(headers, header::CONTENT_SECURITY_POLICY, policy);
    default(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(headers, header::X_FRAME_OPTIONS, "DENY");
    default(headers, header::REFERRER_POLICY, "no-referrer");
    default(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    default(
        headers,
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    let permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    default(headers, HeaderName::from_static("permissions-policy"), permissions);
    let caching = if is_account { "no-store" } else { "private, no-cache" };
    default(headers, header::CACHE_CONTROL, caching);
    if is_secure {
        default(
            headers,
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
    Ok(response)
}

/// Sets a header unless the handler did.
fn default(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Tells callers which state of the data an answer is of, or newer, unless its handler did: what is read from the database
/// after a version was heard of has it; a write asks for the version that it made, and says nothing where nobody knows.
/// Strangers are told nothing, as the numbers would show them when others are at work, and what their own requests did.
async fn versioned<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let versions = Services::of(request.request()).data_version.clone();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let mut response = next.call(request).await?;
    let admitted = response.request().extensions().get::<AdmittedAt>().copied();
    let Some(AdmittedAt(known)) = admitted else {
        return Ok(response);
    };
    let wrote = !reads && response.status().is_success();
    let version = if wrote {
        versions.current().await.ok().map(|versions| versions.data)
    } else {
        Some(known)
    };
    let name = HeaderName::from_static(DATA_VERSION);
    if let Some(version) = version
        && !response.headers().contains_key(&name)
    {
        response.headers_mut().insert(name, HeaderValue::from(version));
    }
    Ok(response)
}

/// Leaves out the body of an answer that the client has already: `If-None-Match`. Rights were checked before.
async fn not_modified<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = KnownTags::of(request.headers());
    let response = next.call(request).await?.map_into_boxed_body();
    let tag = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok());
    let is_known = known.zip(tag).is_some_and(|(known, tag)| known.cover(tag));
    if !(is_known && reads && response.status() == StatusCode::OK) {
        return Ok(response);
    }
    let mut response = response.map_body(|_, _| BoxBody::new(()));
    *response.response_mut().status_mut() = StatusCode::NOT_MODIFIED;
    // The other headers stay, as a client takes them in place of those that it has.
    for name in [
        header::CONTENT_TYPE,
        header::CONTENT_ENCODING,
        header::CONTENT_DISPOSITION,
    ] {
        response.headers_mut().remove(name);
    }
    Ok(response)
}
