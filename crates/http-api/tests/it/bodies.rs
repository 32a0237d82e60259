//! The form of JSON bodies, on every route that takes one.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::json;

use crate::support::{Answer, NO_PRODUCTION, PRODUCTION, TestApi};

fn routes() -> [(Method, String, &'static str); 8] {
    [
        (Method::POST, "/api/v1/productions".to_owned(), "/code"),
        (Method::PATCH, PRODUCTION.to_owned(), ""),
        (Method::PUT, format!("{PRODUCTION}/targets"), "/targets"),
        (Method::POST, format!("{PRODUCTION}/targets/distribute"), "/totalKrw"),
        (Method::POST, format!("{PRODUCTION}/targets/copy"), "/fromProductionId"),
        (Method::PUT, format!("{PRODUCTION}/marketing-weeks"), "/weeks"),
        (Method::PUT, "/api/v1/calendar/notes".to_owned(), "/notes"),
        (Method::PUT, "/api/v1/calendar/monthly-notes".to_owned(), "/notes"),
    ]
}

async fn send(method: Method, path: &str, body: impl Into<Vec<u8>>) -> Answer {
    let request = TestRequest::default()
        .method(method)
        .uri(path)
        .insert_header(("content-type", "application/json"))
        .set_payload(body.into());
    TestApi::with_samples().send(request).await
}

#[actix_web::test]
async fn what_is_no_json_is_400() {
    let broken: [&[u8]; 6] = [
        b"",
        b"{",
        b"{\"code\": }",
        b"{} {}",
        b"\xEF\xBB\xBF{}",
        b"{\"code\": \"\xFF\"}",
    ];
    for (method, path, _) in routes() {
        for body in broken {
            let answer = send(method.clone(), &path, body).await;
            answer.assert_problem(400, "unreadable");
        }
    }
}

#[actix_web::test]
async fn a_wrong_field_before_a_broken_end_is_400() {
    let answer = send(Method::POST, "/api/v1/productions", "{\"foo\": 1, ").await;
    answer.assert_problem(400, "unreadable");
    insta::assert_json_snapshot!(answer.json());
}

#[actix_web::test]
async fn an_unknown_field_is_pointed_to() {
    for (method, path, _) in routes() {
        send(method, &path, r#"{"foo/bar~": 1}"#)
            .await
            .assert_breaks("/foo~1bar~0", "unknown_field");
    }
}

#[actix_web::test]
async fn an_unknown_field_of_an_item_is_pointed_to() {
    let cases = [
        (
            "targets",
            "targets",
            r#"{"date": "2026-11-19", "targetKrw": 1, "foo": 1}"#,
        ),
        ("marketing-weeks", "weeks", r#"{"weekStart": "2026-11-16", "foo": 1}"#),
    ];
    for (path, list, item) in cases {
        let body = format!("{{\"{list}\": [{item}]}}");
        let answer = send(Method::PUT, &format!("{PRODUCTION}/{path}"), body).await;
        answer.assert_breaks(&format!("/{list}/0/foo"), "unknown_field");
    }
}

#[actix_web::test]
async fn a_missing_field_is_pointed_to_itself() {
    for (method, path, required) in routes() {
        if required.is_empty() {
            continue; // A change requires nothing.
        }
        send(method, &path, "{}").await.assert_breaks(required, "required");
    }
    let body = r#"{"targets": [{"date": "2026-11-19", "targetKrw": 1}, {"date": "2026-11-20"}]}"#;
    let answer = send(Method::PUT, &format!("{PRODUCTION}/targets"), body).await;
    answer.assert_breaks("/targets/1/targetKrw", "required");
}

#[actix_web::test]
async fn a_field_that_is_there_twice_is_pointed_to() {
    let answer = send(Method::PATCH, PRODUCTION, r#"{"name": "가", "name": "나"}"#).await;
    answer.assert_breaks("/name", "duplicate");
}

#[actix_web::test]
async fn a_wrong_type_is_told_in_words() {
    let cases = [
        ("name", json!(5), "a text"),
        ("name", json!(null), "a text"),
        ("runningMinutes", json!("100"), "a whole number"),
        ("runningMinutes", json!(1.5), "a whole number"),
        ("runningMinutes", json!(5_000_000_000_u64), "a whole number"),
        ("targetShare", json!("0.5"), "a number"),
        ("active", json!("yes"), "true or false"),
        ("category", json!("opera"), "one of concert, musical, play"),
        ("category", json!(3), "a text"),
        ("category", json!({"play": null}), "a text"),
        ("seatInventory", json!([1]), "an object"),
        ("runStart", json!(20_261_119), "a text"),
        (
            "runStart",
            json!("19.11.2026"),
            "a day between 2000-01-01 and 2100-12-31, as YYYY-MM-DD",
        ),
    ];
    for (field, value, expected) in cases {
        let answer = TestApi::with_samples().patch(PRODUCTION, &json!({field: value})).await;
        answer.assert_breaks(&format!("/{field}"), "malformed");
        assert_eq!(answer.json()["errors"][0]["message"], expected, "{field}: {value}");
    }
}

#[actix_web::test]
async fn a_number_beyond_all_bounds_is_a_wrong_value_and_not_broken_json() {
    for (field, value) in [
        ("targetShare", "1e999"),
        ("targetShare", "1e300"),
        ("breakEvenKrw", "99999999999999999999"),
    ] {
        let answer = send(Method::PATCH, PRODUCTION, format!("{{\"{field}\": {value}}}")).await;
        answer.assert_breaks(&format!("/{field}"), "malformed");
    }
}

#[actix_web::test]
async fn half_a_character_is_a_wrong_value() {
    let answer = send(Method::PATCH, PRODUCTION, r#"{"name": "\ud800"}"#).await;
    answer.assert_breaks("/name", "malformed");
}

#[actix_web::test]
async fn a_list_is_not_taken_as_an_object() {
    for (method, path, _) in routes() {
        for body in ["[]", "null", "\"text\"", "[[]]"] {
            send(method.clone(), &path, body).await.assert_breaks("", "malformed");
        }
    }
    let body = r#"{"targets": [["2026-11-19", 5]]}"#;
    let answer = send(Method::PUT, &format!("{PRODUCTION}/targets"), body).await;
    answer.assert_breaks("/targets/0", "malformed");
}

#[actix_web::test]
async fn deeply_nested_json_is_answered() {
    let body = format!("{{\"foo\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    for (method, path, _) in routes() {
        let answer = send(method, &path, body.clone()).await;
        assert!(answer.status.is_client_error(), "{answer:?}");
    }
}

#[actix_web::test]
async fn a_body_over_one_megabyte_is_413() {
    for (method, path, _) in routes() {
        let answer = send(method, &path, format!("{{\"foo\": \"{}\"}}", "x".repeat(1_000_000))).await;
        answer.assert_problem(413, "too-large");
    }
}

#[actix_web::test]
async fn whoever_is_not_signed_in_sends_at_most_16_kilobytes() {
    for path in ["login", "register", "reset"] {
        let path = format!("/api/v1/auth/{path}");
        let send = async |length: usize| {
            let body = format!("{{\"foo\": \"{}\"}}", "x".repeat(length));
            let request = TestRequest::post()
                .uri(&path)
                .insert_header(("content-type", "application/json"))
                .set_payload(body);
            TestApi::with_samples().as_nobody().send(request).await
        };
        send(16_000).await.assert_problem(413, "too-large");
        let answer = send(15_000).await;
        assert_eq!(answer.status, 422, "{answer:?}");
    }
}

#[actix_web::test]
async fn an_encoded_body_or_another_media_type_is_415() {
    let headers = [
        ("application/json", "gzip"),
        ("application/json", "identity, gzip"),
        ("text/plain", "identity"),
        ("application/merge-patch+json", "identity"),
        ("", "identity"),
    ];
    for (method, path, _) in routes() {
        for header in headers {
            let request = TestRequest::default()
                .method(method.clone())
                .uri(&path)
                .insert_header(("content-type", header.0))
                .insert_header(("content-encoding", header.1))
                .set_payload("{}");
            let answer = TestApi::with_samples().send(request).await;
            answer.assert_problem(415, "unsupported-media-type");
        }
    }
}

#[actix_web::test]
async fn the_media_type_may_have_parameters_and_capitals() {
    let request = TestRequest::patch()
        .uri(PRODUCTION)
        .insert_header(("content-type", "Application/JSON; charset=utf-8"))
        .insert_header(("content-encoding", "identity"))
        .set_payload("{}");
    assert_eq!(TestApi::with_samples().send(request).await.status, 200);
}

#[actix_web::test]
async fn a_broken_request_to_an_unknown_production_is_404() {
    let paths = [
        (Method::PATCH, NO_PRODUCTION.to_owned()),
        (Method::PATCH, format!("{NO_PRODUCTION}?foo=1")),
        (Method::PUT, format!("{NO_PRODUCTION}/targets")),
        (Method::PUT, format!("{NO_PRODUCTION}/marketing-weeks?foo=1")),
    ];
    for (method, path) in paths {
        send(method, &path, "{").await.assert_problem(404, "not-found");
    }
}
