//! The second factor, and news of sign-ins from new places.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use domain::second_factor::FactorPolicy;
use http_api::Security;
use ports::driving::{AccountError, MockAccountDesk};
use serde_json::json;

use crate::support::people::{ADMIN, API_KEY, MEMBER, SAFE_ADMIN};
use crate::support::{NEW_SIGN_IN, TestApi, USER};

const FACTOR: &str = "/api/v1/auth/second-factor";

/// Where masters and admins must have a second factor.
fn strict() -> TestApi {
    let mut api = TestApi::with_samples();
    api.security = Security {
        second_factor: FactorPolicy::Admins,
        ..Security::default()
    };
    api
}

#[actix_web::test]
async fn a_second_factor_is_set_up_renewed_and_removed() {
    let api = || TestApi::with_samples().as_user(MEMBER);
    api().get(FACTOR).await.assert_is_example("getSecondFactor");
    let password = json!({ "currentPassword": "correct horse battery" });
    let begun = api().post(FACTOR, &password).await;
    assert_eq!(begun.status, 201);
    assert_eq!(begun.header("cache-control"), "no-store");
    assert_eq!(begun.json()["secret"], "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert!(begun.json()["qrSvg"].as_str().unwrap().contains("<svg"));
    let code = json!({ "code": "287082" });
    let confirmed = api().post(&format!("{FACTOR}/confirm"), &code).await;
    confirmed.assert_is_example("confirmSecondFactor");
    let proof = json!({ "currentPassword": "correct horse battery", "code": "287082" });
    let renewed = api().post(&format!("{FACTOR}/recovery-codes"), &proof).await;
    renewed.assert_is_example("renewRecoveryCodes");
    assert_eq!(api().post(&format!("{FACTOR}/remove"), &proof).await.status, 204);
}

#[actix_web::test]
async fn whoever_signs_in_sends_the_code_with_the_password() {
    let mut api = TestApi::with_samples();
    api.accounts = MockAccountDesk::new();
    api.accounts
        .expect_sign_in()
        .withf(|typed, _, _| typed.code.as_deref() == Some("287082"))
        .once()
        .returning(|_, _, _| Err(AccountError::WrongCode));
    let body = json!({ "email": "member@example.com", "password": "correct horse battery", "code": "287082" });
    let login = TestRequest::post().uri("/api/v1/auth/login").set_json(&body);
    api.as_nobody().send(login).await.assert_problem(401, "wrong-code");
}

#[actix_web::test]
async fn whoever_must_have_a_second_factor_and_has_none_is_let_in_only_to_set_it_up() {
    for (method, path) in [
        (Method::GET, "/api/v1/productions"),
        (Method::GET, "/api/v1/events"),
        (Method::GET, "/api/v1/reports/plays/revenue"),
        (Method::GET, "/api/v1/users"),
        (Method::PATCH, "/api/v1/auth/me"),
        (Method::POST, "/api/v1/auth/api-keys"),
        (Method::POST, "/api/v1/auth/password"),
        (Method::POST, "/api/v1/uploads"),
        (Method::POST, "/api/v1/productions"),
    ] {
        let refused = strict().as_user(ADMIN).ask(method, path).await;
        refused.assert_problem(403, "second-factor-missing");
    }
    // A key of somebody without a factor is no way around.
    let refused = strict().as_user(API_KEY).get("/api/v1/productions").await;
    refused.assert_problem(403, "second-factor-missing");
    let me = strict().as_user(ADMIN).get("/api/v1/auth/me").await;
    assert_eq!(me.json()["secondFactor"], "demanded");
    let status = strict().as_user(ADMIN).get(FACTOR).await;
    assert_eq!(status.json()["demanded"], true);
    let password = json!({ "currentPassword": "correct horse battery" });
    assert_eq!(strict().as_user(ADMIN).post(FACTOR, &password).await.status, 201);
    let code = json!({ "code": "287082" });
    let confirmed = strict().as_user(ADMIN).post(&format!("{FACTOR}/confirm"), &code).await;
    assert_eq!(confirmed.status, 200);
    assert_eq!(
        strict()
            .as_user(ADMIN)
            .ask(Method::POST, "/api/v1/auth/logout")
            .await
            .status,
        204
    );
}

#[actix_web::test]
async fn whoever_has_it_or_need_not_have_it_is_let_in_as_ever() {
    for caller in [SAFE_ADMIN, MEMBER] {
        let answer = strict().as_user(caller).get("/api/v1/productions").await;
        assert_eq!(answer.status, 200, "{caller}");
    }
    let me = strict().as_user(SAFE_ADMIN).get("/api/v1/auth/me").await;
    assert_eq!(me.json()["secondFactor"], "set");
    let me = TestApi::with_samples().as_user(ADMIN).get("/api/v1/auth/me").await;
    assert_eq!(me.json()["secondFactor"], "none");
}

#[actix_web::test]
async fn an_api_key_is_not_for_second_factors() {
    for (method, path) in [
        (Method::GET, FACTOR),
        (Method::POST, FACTOR),
        (Method::GET, "/api/v1/auth/new-sign-ins"),
    ] {
        let refused = TestApi::with_samples().as_user(API_KEY).ask(method, path).await;
        refused.assert_problem(403, "forbidden");
    }
}

#[actix_web::test]
async fn a_lost_second_factor_is_removed_by_the_office() {
    let path = format!("{USER}/second-factor");
    let status = TestApi::with_samples().as_user(ADMIN).get(&path).await;
    status.assert_is_example("getSecondFactorOfUser");
    let removed = TestApi::with_samples().as_user(ADMIN).ask(Method::DELETE, &path).await;
    assert_eq!(removed.status, 204);
    let of_admin = "/api/v1/users/0197c1a0-0000-7000-8000-000000000402/second-factor";
    let refused = TestApi::with_samples()
        .as_user(ADMIN)
        .ask(Method::DELETE, of_admin)
        .await;
    refused.assert_problem(403, "master-only");
    let refused = TestApi::with_samples().as_user(MEMBER).ask(Method::DELETE, &path).await;
    refused.assert_problem(403, "forbidden");
}

#[actix_web::test]
async fn sign_ins_from_new_places_are_listed_and_dismissed() {
    let api = || TestApi::with_samples().as_user(MEMBER);
    let list = api().get("/api/v1/auth/new-sign-ins").await;
    list.assert_is_example("listNewSignIns");
    assert_eq!(api().ask(Method::DELETE, NEW_SIGN_IN).await.status, 204);
    let unknown = "/api/v1/auth/new-sign-ins/0197c1a0-0000-7000-8000-00000000ffff";
    api()
        .ask(Method::DELETE, unknown)
        .await
        .assert_problem(404, "not-found");
}
