//! The users, and the audit.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use ports::actor::Basis;
use ports::driven::StorageError;
use ports::driving::{AccountError, MockPeopleDesk};
use serde_json::json;

use crate::support::people::{ADMIN, MEMBER, sample_member};
use crate::support::{ADMIN_USER, NO_USER, TestApi, USER};

#[actix_web::test]
async fn users_are_listed_entered_read_and_changed() {
    let api = || TestApi::with_samples().as_user(ADMIN);
    api().get("/api/v1/users").await.assert_is_example("listUsers");
    let new = json!({
        "email": "member@example.com", "name": "담당자", "canUpload": true,
        "productionIds": ["0197c1a0-0000-7000-8000-000000000001"],
    });
    let entered = api().post("/api/v1/users", &new).await;
    entered.assert_is_example("createUser");
    assert_eq!(entered.header("location"), USER);
    let read = api().get(USER).await;
    read.assert_is_example("getUser");
    assert_eq!(read.header("etag"), "\"r1\"");
    let changed = api().patch(USER, &json!({ "active": true })).await;
    changed.assert_is_example("updateUser");
    assert_eq!(api().ask(Method::DELETE, USER).await.status, 204);
    api().get(NO_USER).await.assert_problem(404, "not-found");
}

#[actix_web::test]
async fn a_change_on_the_basis_of_another_state_is_told_the_present_one() {
    let mut api = TestApi::with_samples().as_user(ADMIN);
    api.people = MockPeopleDesk::new();
    api.people.expect_permit().returning(|_, _| Ok(()));
    api.people.expect_read().returning(|_| Ok(sample_member()));
    api.people
        .expect_change()
        .withf(|_, _, _, edit| edit.basis == Basis::OneOf(vec![0]))
        .returning(|_, _, _, _| Err(AccountError::Storage(StorageError::Outdated("user"))));
    let request = TestRequest::patch()
        .uri(USER)
        .insert_header(("if-match", "\"r0\""))
        .set_json(json!({ "active": false }));
    let answer = api.send(request).await;
    answer.assert_problem(412, "outdated");
    answer.assert_is_example("updateUser");
}

#[actix_web::test]
async fn an_admin_touches_members_only_whatever_the_form_says() {
    for (method, path) in [
        (Method::PATCH, ADMIN_USER.to_owned()),
        (Method::DELETE, ADMIN_USER.to_owned()),
        (Method::POST, format!("{ADMIN_USER}/reset-link")),
    ] {
        let answer = TestApi::with_samples().as_user(ADMIN).ask(method, &path).await;
        answer.assert_problem(403, "master-only");
    }
    let answer = TestApi::with_samples().ask(Method::DELETE, ADMIN_USER).await;
    assert_eq!(answer.status, 204, "a master may");
}

#[actix_web::test]
async fn a_reset_link_leads_to_the_public_address_with_its_token_in_the_fragment() {
    let mut api = TestApi::with_samples().as_user(ADMIN);
    api.security.public_url = Some("https://sales.example.com".to_owned());
    let answer = api.ask(Method::POST, &format!("{USER}/reset-link")).await;
    answer.assert_is_example("createResetLink");
}

#[actix_web::test]
async fn conflicts_are_told_as_such() {
    let change = |refuse: fn() -> AccountError| async move {
        let mut api = TestApi::with_samples();
        api.people = MockPeopleDesk::new();
        api.people.expect_permit().returning(|_, _| Ok(()));
        api.people.expect_change().returning(move |_, _, _, _| Err(refuse()));
        api.patch(USER, &json!({ "role": "member" })).await
    };
    change(|| AccountError::LastMaster)
        .await
        .assert_problem(409, "last-master");
    change(|| AccountError::MasterOnly)
        .await
        .assert_problem(403, "master-only");
    let mut api = TestApi::with_samples();
    api.people = MockPeopleDesk::new();
    api.people.expect_permit().returning(|_, _| Ok(()));
    api.people
        .expect_delete()
        .returning(|_, _, _| Err(AccountError::WasActive));
    api.ask(Method::DELETE, USER).await.assert_problem(409, "was-active");
}

#[actix_web::test]
async fn wrong_fields_are_told_by_name() {
    let cases = [
        (json!({ "role": "boss" }), "/role"),
        (json!({ "productionIds": ["x"] }), "/productionIds/0"),
        (json!({ "email": "a@b" }), "/email"),
        (json!({ "active": null }), "/active"),
    ];
    for (body, pointer) in cases {
        let answer = TestApi::with_samples().patch(USER, &body).await;
        answer.assert_problem(422, "invalid");
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{body}");
    }
}

#[actix_web::test]
async fn the_audit_is_for_the_office_and_newest_first() {
    let answer = TestApi::with_samples().as_user(ADMIN).get("/api/v1/audit").await;
    answer.assert_is_example("listAuditEntries");
    let answer = TestApi::with_samples().as_user(MEMBER).get("/api/v1/audit").await;
    answer.assert_problem(403, "forbidden");
    let mut api = TestApi::with_samples();
    api.audit = ports::driven::MockAuditLog::new();
    api.audit
        .expect_list()
        .withf(|query| query.order == ports::paging::Order::Descending && query.action.as_deref() == Some("user"))
        .once()
        .returning(|_| {
            Ok(ports::paging::Page {
                items: Vec::new(),
                total: 0,
            })
        });
    assert_eq!(api.get("/api/v1/audit?action=user").await.status, 200);
}

#[actix_web::test]
async fn all_who_wait_are_deleted_by_one_request_of_the_office() {
    let path = "/api/v1/users/waiting";
    let answer = TestApi::with_samples().as_user(ADMIN).ask(Method::DELETE, path).await;
    answer.assert_is_example("deleteWaitingUsers");
    let answer = TestApi::with_samples().as_user(MEMBER).ask(Method::DELETE, path).await;
    answer.assert_problem(403, "forbidden");
}
