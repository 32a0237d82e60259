use std::borrow::Cow;

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::header::{AUTHORIZATION, HeaderValue};

use super::Security;

/// A token as it was sent.
pub(super) struct Presented<'a> {
    pub(super) token: Cow<'a, str>,
    /// In the cookie, which a browser adds to requests from other sites too; else in the header `Authorization`, which no
    /// browser adds by itself.
    pub(super) by_cookie: bool,
}

/// The token of a request. Where `Authorization: Bearer` is sent, it alone counts.
pub(super) fn presented<'a>(request: &'a HttpRequest, security: &Security) -> Option<Presented<'a>> {
    let bearer = request.headers().get(AUTHORIZATION).and_then(bearer);
    if let Some(token) = bearer {
        return Some(Presented {
            token: token.into(),
            by_cookie: false,
        });
    }
    let cookie = request.cookie(cookie_name(security))?;
    Some(Presented {
        token: cookie.value().to_owned().into(),
        by_cookie: true,
    })
}

fn bearer(header: &HeaderValue) -> Option<&str> {
    let (scheme, token) = header.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The token that a request was let in by.
pub(crate) fn token(request: &HttpRequest, security: &Security) -> Option<String> {
    presented(request, security).map(|presented| presented.token.into_owned())
}

/// With the prefix, a browser takes the cookie from this host alone, and only by HTTPS.
fn cookie_name(security: &Security) -> &'static str {
    if security.is_secure {
        "__Host-fullhouse"
    } else {
        "fullhouse"
    }
}

/// The name of the cookie that a browser is known by; what it says opens nothing.
fn browser_cookie_name(security: &Security) -> &'static str {
    if security.is_secure {
        "__Host-fullhouse-browser"
    } else {
        "fullhouse-browser"
    }
}

/// What the browser was given when it signed in before.
pub(crate) fn browser(request: &HttpRequest, security: &Security) -> Option<String> {
    let cookie = request.cookie(browser_cookie_name(security))?;
    Some(cookie.value().to_owned())
}

fn cookie(name: &'static str, value: String, security: &Security) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(security.is_secure)
        .finish()
}

/// The cookie that carries a session's token for `life_secs` seconds.
pub(crate) fn session_cookie(token: String, life_secs: i64, security: &Security) -> Cookie<'static> {
    let mut cookie = cookie(cookie_name(security), token, security);
    cookie.set_max_age(time::Duration::seconds(life_secs));
    cookie
}

/// The cookie that a browser is known by for `life_secs` seconds, signed in or not.
pub(crate) fn browser_cookie(token: String, life_secs: i64, security: &Security) -> Cookie<'static> {
    let mut cookie = cookie(browser_cookie_name(security), token, security);
    cookie.set_max_age(time::Duration::seconds(life_secs));
    cookie
}

/// The cookie that makes a browser forget the session's.
pub(crate) fn cleared_cookie(security: &Security) -> Cookie<'static> {
    let mut cookie = cookie(cookie_name(security), String::new(), security);
    cookie.set_max_age(time::Duration::ZERO);
    cookie
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_bearer_token_alone_counts_where_it_is_sent() {
        let request = TestRequest::default()
            .insert_header((AUTHORIZATION, "bearer abc"))
            .cookie(Cookie::new("fullhouse", "def"))
            .to_http_request();
        let presented = presented(&request, &Security::default()).unwrap();
        assert_eq!((&*presented.token, presented.by_cookie), ("abc", false));
    }

    #[test]
    fn the_cookie_is_out_of_reach_of_scripts_and_of_plain_http() {
        let secure = Security {
            is_secure: true,
            ..Security::default()
        };
        let cookie = session_cookie("t".to_owned(), 60, &secure).to_string();
        assert_eq!(
            cookie,
            "__Host-fullhouse=t; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=60"
        );
        let cookie = cleared_cookie(&Security::default()).to_string();
        assert_eq!(cookie, "fullhouse=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0");
    }
}
