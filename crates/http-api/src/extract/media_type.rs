use actix_web::HttpRequest;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};

/// Whether the body is of this media type, and not encoded.
pub(crate) fn is_plain(request: &HttpRequest, media_type: &str) -> bool {
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let sent = header(CONTENT_TYPE).unwrap_or_default();
    let sent = sent.split(';').next().unwrap_or_default().trim();
    let encoded = request.headers().contains_key(CONTENT_ENCODING)
        && header(CONTENT_ENCODING).is_none_or(|encoding| !encoding.eq_ignore_ascii_case("identity"));
    sent.eq_ignore_ascii_case(media_type) && !encoded
}
