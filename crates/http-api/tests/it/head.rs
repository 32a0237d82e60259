//! `HEAD` on every path.

use std::collections::BTreeMap;

use actix_web::http::Method;

use crate::support::people::MASTER;
use crate::support::{Answer, NO_PRODUCTION, PRODUCTION, TestApi, UPLOAD};

async fn asked(method: Method, path: &str, token: Option<&'static str>) -> Answer {
    let api = TestApi::with_samples();
    let api = match token {
        Some(token) => api.as_user(token),
        None => api.as_nobody(),
    };
    api.ask(method, path).await
}

fn headers(answer: &Answer) -> BTreeMap<String, String> {
    let headers = answer.headers.iter();
    headers
        .map(|(name, value)| {
            // Lists come in any order.
            let mut parts: Vec<_> = value.to_str().unwrap().split(", ").collect();
            parts.sort_unstable();
            (name.to_string(), parts.join(", "))
        })
        .collect()
}

#[actix_web::test]
async fn head_is_answered_like_get_without_a_body() {
    let report = "/api/v1/reports/plays/revenue";
    let paths = [
        "/healthz".to_owned(),
        "/readyz".to_owned(),
        "/".to_owned(),
        "/swagger-ui".to_owned(),
        "/swagger-ui/".to_owned(),
        "/api/v1/openapi.json".to_owned(),
        "/api/v1/productions?q=x".to_owned(),
        "/api/v1/productions?q=x&foo=1".to_owned(),
        PRODUCTION.to_owned(),
        NO_PRODUCTION.to_owned(),
        format!("{UPLOAD}/file"),
        report.to_owned(),
        format!("{report}?format=csv"),
        format!("{report}?format=xlsx"),
        "/api/v1/events".to_owned(),
        "/api/v1/auth/login".to_owned(),
        "/api/v1/nothing".to_owned(),
    ];
    for path in paths {
        for token in [Some(MASTER), None] {
            let (get, head) = (
                asked(Method::GET, &path, token).await,
                asked(Method::HEAD, &path, token).await,
            );
            assert_eq!(head.status, get.status, "{path}");
            let (mut told, mut expected) = (headers(&head), headers(&get));
            let framed = told.remove("content-length").or(told.remove("transfer-encoding"));
            assert!(framed.is_some(), "{path}");
            // The server adds it to the others by itself.
            let length = expected.remove("content-length");
            assert!(length.is_none() || length == framed, "{path}");
            assert_eq!(told, expected, "{path}");
            assert!(head.body.is_empty(), "{path}");
        }
    }
}
