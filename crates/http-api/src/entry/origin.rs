use actix_web::HttpRequest;
use actix_web::http::header::{HOST, ORIGIN};

use super::Security;
use crate::problem::ApiError;

/// Refuses a request whose cookies another site may have sent: one without an `Origin` of ours or of the allowed ones.
pub(crate) fn require_own_origin(request: &HttpRequest, security: &Security) -> Result<(), ApiError> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let origin = header(ORIGIN).ok_or(ApiError::ForeignOrigin)?;
    if is_own(origin, header(HOST), security) {
        Ok(())
    } else {
        Err(ApiError::ForeignOrigin)
    }
}

fn is_own(origin: &str, host: Option<&str>, security: &Security) -> bool {
    if security.allowed_origins.iter().any(|allowed| allowed == origin) {
        return true;
    }
    match &security.public_url {
        Some(url) => origin_of(url) == origin,
        // A browser sends our cookie to our host only, so a request that came with it named ours.
        None => host.is_some_and(|host| {
            origin
                .strip_prefix("https://")
                .or_else(|| origin.strip_prefix("http://"))
                .is_some_and(|authority| authority.eq_ignore_ascii_case(host))
        }),
    }
}

/// Scheme, host and port of an address.
fn origin_of(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let end = url[after_scheme..].find('/').map_or(url.len(), |at| after_scheme + at);
    &url[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_own_when_it_is_the_host_or_is_allowed() {
        let mut security = Security::default();
        let own = |origin, security: &Security| is_own(origin, Some("sales.example.com"), security);
        assert!(own("https://sales.example.com", &security));
        assert!(!own("https://sales.example.com.evil.example", &security));
        assert!(!own("https://evil.example", &security));
        assert!(!own("null", &security));
        security.allowed_origins = vec!["https://office.example.com".to_owned()];
        assert!(own("https://office.example.com", &security));
        security.public_url = Some("https://tickets.example.com/fullhouse".to_owned());
        assert!(own("https://tickets.example.com", &security));
        assert!(!own("https://sales.example.com", &security));
        assert!(!own("http://tickets.example.com", &security));
    }
}
