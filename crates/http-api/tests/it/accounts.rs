//! One's own account: signing in and out, password, name, sessions, API keys.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use domain::people::SESSION_LIFE;
use http_api::Security;
use ports::driven::TooManyHashes;
use ports::driving::{AccountError, MockAccountDesk};
use serde_json::json;

use crate::support::people::{API_KEY, MEMBER, READ_ONLY_KEY};
use crate::support::{Answer, KEY, SESSION, TestApi};

fn login(body: &serde_json::Value) -> TestRequest {
    TestRequest::post().uri("/api/v1/auth/login").set_json(body)
}

async fn refused(refuse: impl Fn() -> AccountError + Send + 'static) -> Answer {
    let mut api = TestApi::with_samples();
    api.accounts = MockAccountDesk::new();
    api.accounts.expect_sign_in().returning(move |_, _, _| Err(refuse()));
    let body = json!({ "email": "member@example.com", "password": "wrong horse battery" });
    api.as_nobody().send(login(&body)).await
}

#[actix_web::test]
async fn whoever_signs_in_gets_a_token_and_no_cookie_unless_asked_for() {
    let body = json!({ "email": "member@example.com", "password": "correct horse battery" });
    let answer = TestApi::with_samples().as_nobody().send(login(&body)).await;
    answer.assert_is_example("signIn");
    assert_eq!(answer.header("set-cookie"), "");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn a_cookie_is_set_for_this_site_only_and_its_token_told_to_no_script() {
    let body = json!({ "email": "member@example.com", "password": "correct horse battery", "cookie": true });
    let from = |origin| {
        login(&body)
            .insert_header(("origin", origin))
            .insert_header(("host", "sales.example.com"))
    };
    let answer = TestApi::with_samples()
        .as_nobody()
        .send(from("https://sales.example.com"))
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["token"], json!(null));
    let cookies: Vec<_> = answer
        .headers
        .get_all("set-cookie")
        .map(|value| value.to_str().unwrap())
        .collect();
    let [cookie, browser] = cookies[..] else {
        panic!("{cookies:?}")
    };
    assert!(cookie.starts_with("fullhouse=fhs_"), "{cookie}");
    assert!(
        browser.starts_with("fullhouse-browser=fhb_") && browser.contains("; HttpOnly; SameSite=Lax; Path=/; Max-Age="),
        "{browser}"
    );
    assert!(
        cookie.contains("; HttpOnly; SameSite=Lax; Path=/; Max-Age="),
        "{cookie}"
    );
    assert!(cookie.ends_with(&SESSION_LIFE.num_seconds().to_string()), "{cookie}");
    let foreign = TestApi::with_samples()
        .as_nobody()
        .send(from("https://evil.example"))
        .await;
    foreign.assert_problem(403, "foreign-origin");
    let without = TestApi::with_samples().as_nobody().send(login(&body)).await;
    without.assert_problem(403, "foreign-origin");
}

#[actix_web::test]
async fn what_a_browser_is_known_by_is_passed_on() {
    let mut api = TestApi::with_samples();
    api.accounts = MockAccountDesk::new();
    api.accounts
        .expect_sign_in()
        .withf(|_, client, _| client.browser.as_deref() == Some("fhb_known"))
        .once()
        .returning(|_, _, _| Err(AccountError::WrongCredentials));
    let body = json!({ "email": "member@example.com", "password": "correct horse battery" });
    let request = login(&body).insert_header(("cookie", "fullhouse=x; fullhouse-browser=fhb_known"));
    let answer = api.as_nobody().send(request).await;
    answer.assert_problem(401, "wrong-credentials");
}

#[actix_web::test]
async fn too_many_hashes_and_too_many_keys_are_told() {
    let answer = refused(|| AccountError::TooManyHashes(TooManyHashes)).await;
    answer.assert_problem(503, "busy");
    assert_eq!(answer.header("retry-after"), "5");
    let mut api = TestApi::default();
    api.accounts
        .expect_issue_api_key()
        .returning(|_, _, _| Err(AccountError::TooManyKeys(50)));
    let answer = api.post("/api/v1/auth/api-keys", &json!({ "name": "하나 더" })).await;
    answer.assert_problem(409, "too-many-keys");
}

#[actix_web::test]
async fn a_secure_server_sets_a_cookie_that_only_https_carries() {
    let mut api = TestApi::with_samples();
    api.security = Security {
        is_secure: true,
        public_url: Some("https://sales.example.com".to_owned()),
        ..Security::default()
    };
    let body = json!({ "email": "member@example.com", "password": "correct horse battery", "cookie": true });
    let request = login(&body).insert_header(("origin", "https://sales.example.com"));
    let answer = api.as_nobody().send(request).await;
    let cookie = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(
        cookie.starts_with("__Host-fullhouse=fhs_") && cookie.contains("; Secure; "),
        "{cookie}"
    );
    assert!(answer.header("strict-transport-security").starts_with("max-age="));
}

#[actix_web::test]
async fn refusals_say_no_more_than_they_must() {
    refused(|| AccountError::WrongCredentials)
        .await
        .assert_problem(401, "wrong-credentials");
    refused(|| AccountError::Inactive).await.assert_problem(403, "inactive");
    let slow = refused(|| AccountError::SlowDown(chrono::TimeDelta::milliseconds(3_200))).await;
    slow.assert_problem(429, "slow-down");
    assert_eq!(slow.header("retry-after"), "4");
}

#[actix_web::test]
async fn signing_out_forgets_the_cookie() {
    let answer = TestApi::with_samples().ask(Method::POST, "/api/v1/auth/logout").await;
    assert_eq!(answer.status, 204);
    assert!(
        answer.header("set-cookie").contains("fullhouse=; "),
        "{}",
        answer.header("set-cookie")
    );
    let everywhere = TestApi::with_samples()
        .ask(Method::POST, "/api/v1/auth/logout?everywhere=true")
        .await;
    assert_eq!(everywhere.status, 204);
}

#[actix_web::test]
async fn an_account_is_read_and_renamed() {
    let answer = TestApi::with_samples().as_user(MEMBER).get("/api/v1/auth/me").await;
    answer.assert_is_example("getAccount");
    assert_eq!(answer.header("etag"), "\"r1\"");
    let name = json!({ "name": "담당자" });
    let answer = TestApi::with_samples()
        .as_user(MEMBER)
        .patch("/api/v1/auth/me", &name)
        .await;
    answer.assert_is_example("updateAccount");
    let empty = TestApi::with_samples()
        .as_user(MEMBER)
        .patch("/api/v1/auth/me", &json!({}))
        .await;
    empty.assert_problem(422, "invalid");
}

#[actix_web::test]
async fn sessions_and_keys_are_listed_and_ended() {
    let api = || TestApi::with_samples().as_user(MEMBER);
    let sessions = api().get("/api/v1/auth/sessions").await;
    sessions.assert_is_example("listSessions");
    assert_eq!(sessions.json()["items"][0]["current"], true);
    assert_eq!(api().ask(Method::DELETE, SESSION).await.status, 204);
    let keys = api().get("/api/v1/auth/api-keys").await;
    keys.assert_is_example("listApiKeys");
    let new = json!({ "name": "매일 업로드", "expiresAt": "2027-11-20T00:00:00+09:00" });
    api()
        .post("/api/v1/auth/api-keys", &new)
        .await
        .assert_is_example("createApiKey");
    assert_eq!(api().ask(Method::DELETE, KEY).await.status, 204);
    let unknown = "/api/v1/auth/api-keys/0197c1a0-0000-7000-8000-00000000ffff";
    api()
        .ask(Method::DELETE, unknown)
        .await
        .assert_problem(404, "not-found");
    api()
        .ask(Method::DELETE, "/api/v1/auth/sessions/no-id")
        .await
        .assert_problem(404, "not-found");
}

#[actix_web::test]
async fn scripts_have_no_business_with_accounts_and_users() {
    for (method, path) in [
        (Method::GET, "/api/v1/auth/me"),
        (Method::GET, "/api/v1/auth/sessions"),
        (Method::POST, "/api/v1/auth/api-keys"),
        (Method::POST, "/api/v1/auth/logout"),
        (Method::POST, "/api/v1/auth/password"),
        (Method::GET, "/api/v1/users"),
        (Method::POST, "/api/v1/users"),
    ] {
        for key in [API_KEY, READ_ONLY_KEY] {
            let answer = TestApi::with_samples().as_user(key).ask(method.clone(), path).await;
            answer.assert_problem(403, "forbidden");
        }
    }
}

#[actix_web::test]
async fn registering_answers_alike_and_a_dead_link_is_told() {
    let new = json!({ "email": "member@example.com", "name": "담당자", "password": "correct horse battery" });
    let answer = TestApi::with_samples()
        .as_nobody()
        .post("/api/v1/auth/register", &new)
        .await;
    assert_eq!(answer.status, 202);
    assert!(answer.body.is_empty(), "{answer:?}");
    let mut api = TestApi::with_samples();
    api.accounts = MockAccountDesk::new();
    api.accounts
        .expect_reset_password()
        .returning(|_, _, _| Err(AccountError::DeadLink));
    let reset = json!({ "token": "fhr_x", "newPassword": "purple elephant staircase" });
    let answer = api.as_nobody().post("/api/v1/auth/reset", &reset).await;
    answer.assert_problem(422, "dead-link");
}
