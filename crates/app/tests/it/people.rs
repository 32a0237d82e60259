//! Accounts from registration to deactivation, as people live through them, on two servers.

use serde_json::{Value, json};

use crate::support::{Book, Client, PASSWORD, SOON, Site, company, enter, enter_user, until, user};

fn id(thing: &Value) -> &str {
    thing["id"].as_str().unwrap()
}

/// Waits until this path answers so.
async fn soon(caller: &Client, path: &str, status: u16) {
    until(&format!("{path} is {status}"), SOON, async || {
        (caller.get(path).await.status == status).then_some(())
    })
    .await;
}

#[tokio::test]
async fn somebody_registers_is_activated_granted_uploads_and_is_deactivated() {
    let (site, season) = (Site::new(), company(1));
    let (one, other) = (site.serve().await, site.serve().await);
    let production = enter(&one, season.play()).await;
    let path = format!("/api/v1/productions/{}", id(&production));
    let stranger = one.as_nobody();
    let registration = json!({ "email": "New@Example.com", "name": "새 직원", "password": PASSWORD });
    for _ in 0..2 {
        let answer = stranger.post("/api/v1/auth/register", &registration).await;
        assert_eq!((answer.status, answer.bytes.as_slice()), (202, &b""[..]));
    }
    let credentials = json!({ "email": "new@example.com", "password": PASSWORD });
    let refused = stranger.post("/api/v1/auth/login", &credentials).await.expect(403);
    assert_eq!(refused["code"], "inactive");
    let wrong = json!({ "email": "new@example.com", "password": "wrong password" });
    let refused = stranger.post("/api/v1/auth/login", &wrong).await.expect(401);
    assert_eq!(refused["code"], "wrong-credentials");

    let waiting = one.get("/api/v1/users?active=false").await.expect(200);
    assert_eq!(waiting["total"], 1);
    let user = format!("/api/v1/users/{}", id(&waiting["items"][0]));
    one.patch(&user, &json!({ "active": true })).await.expect(200);
    let here = stranger.sign_in("new@example.com", PASSWORD).await;
    let there = other.with_token(here.token());
    let me = there.get("/api/v1/auth/me").await.expect(200);
    assert_eq!((&me["role"], &me["productionIds"]), (&json!("member"), &json!([])));
    assert_eq!(there.get(&path).await.status, 404);

    let grant = json!({ "productionIds": [production["id"]] });
    one.patch(&user, &grant).await.expect(200);
    soon(&there, &path, 200).await;
    let book = Book::of(season.play(), 1);
    let refused = there.upload(&book.name, book.bytes.clone()).send().await;
    assert_eq!(refused.status, 403);
    one.patch(&user, &json!({ "canUpload": true })).await.expect(200);
    until("the other server has heard of it", SOON, async || {
        let me = there.get("/api/v1/auth/me").await.expect(200);
        (me["canUpload"] == true).then_some(())
    })
    .await;
    let upload = there.upload(&book.name, book.bytes).complete().await;
    assert_eq!(upload["uploadedBy"]["name"], "새 직원");

    one.patch(&user, &json!({ "productionIds": [] })).await.expect(200);
    soon(&there, &path, 404).await;
    one.patch(&user, &json!({ "active": false })).await.expect(200);
    for caller in [&here, &there] {
        soon(caller, "/api/v1/auth/me", 401).await;
    }
}

#[tokio::test]
async fn sessions_and_keys_end_on_every_server() {
    let site = Site::new();
    let (one, other) = (site.serve().await, site.serve().await);
    let member = user(&one, "member@example.com", &json!({})).await;
    let second = one.sign_in("member@example.com", PASSWORD).await;
    let key = member
        .post("/api/v1/auth/api-keys", &json!({ "name": "읽기", "readOnly": true }))
        .await
        .expect(201);
    let script = other.with_token(key["key"].as_str().unwrap());
    assert_eq!(script.get("/api/v1/productions").await.status, 200);
    assert_eq!(
        script.get("/api/v1/auth/me").await.status,
        403,
        "keys are not for accounts"
    );
    let keys = member.get("/api/v1/auth/api-keys").await.expect(200);
    assert!(keys["items"][0]["lastUsedAt"].is_string());
    assert!(!keys.to_string().contains(key["key"].as_str().unwrap()), "told once");

    let sessions = member.get("/api/v1/auth/sessions").await.expect(200);
    let items = sessions["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    let elsewhere = items.iter().find(|session| session["current"] == false).unwrap();
    let path = format!("/api/v1/auth/sessions/{}", id(elsewhere));
    assert_eq!(member.delete(&path).await.status, 204);
    soon(&other.with_token(second.token()), "/api/v1/auth/me", 401).await;

    let third = one.sign_in("member@example.com", PASSWORD).await;
    let new = json!({ "currentPassword": PASSWORD, "newPassword": "another password" });
    assert_eq!(member.post("/api/v1/auth/password", &new).await.status, 204);
    soon(&third, "/api/v1/auth/me", 401).await;
    assert_eq!(
        member.get("/api/v1/auth/me").await.status,
        200,
        "the session that changed it stays"
    );

    assert_eq!(
        member
            .delete(&format!("/api/v1/auth/api-keys/{}", id(&key)))
            .await
            .status,
        204
    );
    soon(&script, "/api/v1/productions", 401).await;
    let out = member.post("/api/v1/auth/logout?everywhere=true", &json!({})).await;
    assert_eq!(out.status, 204);
    soon(&other.with_token(member.token()), "/api/v1/auth/me", 401).await;
}

#[tokio::test]
async fn a_reset_link_works_once_and_ends_all_sessions_and_keys() {
    let site = Site::new();
    let server = site.serve().await;
    let user = enter_user(&server, "member@example.com", &json!({})).await;
    let member = server.sign_in("member@example.com", PASSWORD).await;
    let path = format!("/api/v1/users/{}/reset-link", id(&user));
    let link = server.post(&path, &json!({})).await.expect(201);
    let (_, token) = link["url"].as_str().unwrap().split_once("#token=").unwrap();
    let reset = json!({ "token": token, "newPassword": "another password" });
    let stranger = server.as_nobody();
    assert_eq!(stranger.post("/api/v1/auth/reset", &reset).await.status, 204);
    let again = stranger.post("/api/v1/auth/reset", &reset).await.expect(422);
    assert_eq!(again["code"], "dead-link");
    soon(&member, "/api/v1/auth/me", 401).await;
    server.sign_in("member@example.com", "another password").await;
}

#[tokio::test]
async fn whoever_guesses_is_slowed_down_and_the_answer_tells_nothing() {
    let site = Site::new();
    let server = site.serve().await;
    enter_user(&server, "member@example.com", &json!({})).await;
    let stranger = server.as_nobody();
    let mut told = Vec::new();
    for email in ["member@example.com", "nobody@example.com"] {
        // Each account has its own count; that of the address is cleared in between.
        site.execute("DELETE FROM sign_in_attempt").await;
        let guess = json!({ "email": email, "password": "a wrong password" });
        let mut statuses = Vec::new();
        for _ in 0..7 {
            let answer = stranger.post("/api/v1/auth/login", &guess).await;
            if answer.status == 429 {
                assert!(answer.header("retry-after").parse::<u32>().unwrap() >= 1);
            }
            statuses.push(answer.status);
        }
        told.push(statuses);
    }
    assert_eq!(told[0], [401, 401, 401, 401, 401, 429, 429]);
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn two_who_edit_the_same_are_told_of_each_other() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    let production = enter(&server, season.play()).await;
    let path = format!("/api/v1/productions/{}", id(&production));
    let read = server.get(&path).await;
    let tag = read.header("etag").to_owned();
    let change = |name: &str| {
        let request = server.request(reqwest::Method::PATCH, &path).header("If-Match", &tag);
        crate::support::answer(request.json(&json!({ "name": name })))
    };
    let first = change("첫째").await.unwrap();
    assert_eq!(first.status, 200);
    let second = change("둘째").await.unwrap().expect(412);
    assert_eq!(
        (&second["code"], &second["present"]["name"]),
        (&json!("outdated"), &json!("첫째"))
    );
    let unchanged = server
        .request(reqwest::Method::GET, &path)
        .header("If-None-Match", first.header("etag"));
    assert_eq!(crate::support::answer(unchanged).await.unwrap().status, 304);
}

#[tokio::test]
async fn a_repeated_request_with_a_key_creates_nothing_again() {
    let site = Site::new();
    let server = site.serve().await;
    let production = json!({ "code": "PL1", "name": "한 번", "category": "play" });
    let create = |body: &Value| {
        let request = server
            .request(reqwest::Method::POST, "/api/v1/productions")
            .header("Idempotency-Key", "b7f3");
        crate::support::answer(request.json(body))
    };
    let first = create(&production).await.unwrap();
    let again = create(&production).await.unwrap();
    assert_eq!(first.expect(201), again.expect(201));
    assert_eq!(first.header("location"), again.header("location"));
    let other = json!({ "code": "PL2", "name": "두 번", "category": "play" });
    assert_eq!(create(&other).await.unwrap().status, 422);
    assert_eq!(server.get("/api/v1/productions").await.expect(200)["total"], 1);
}

#[tokio::test]
async fn the_audit_tells_who_did_what_and_no_secret() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    let production = enter(&server, season.play()).await;
    let path = format!("/api/v1/productions/{}", id(&production));
    let webhook = "https://hooks.slack.com/services/T000/B000/very-secret";
    server
        .patch(&path, &json!({ "slackWebhookUrl": webhook, "name": "새 이름" }))
        .await
        .expect(200);
    let member = user(&server, "member@example.com", &json!({})).await;
    let key = member
        .post("/api/v1/auth/api-keys", &json!({ "name": "키" }))
        .await
        .expect(201);
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes).complete().await;
    server.get(&format!("/api/v1/uploads/{}/file", id(&upload))).await;

    let audit = server.get("/api/v1/audit?perPage=200").await.expect(200);
    let entries = audit["items"].as_array().unwrap();
    let actions: Vec<_> = entries.iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    for action in [
        "production.created",
        "production.changed",
        "targets.set",
        "user.created",
        "user.reset-link-issued",
        "user.password-reset",
        "session.created",
        "api-key.created",
        "upload.accepted",
        "upload.completed",
        "upload.downloaded",
    ] {
        assert!(actions.contains(&action), "{action} is missing in {actions:?}");
    }
    let changed = entries
        .iter()
        .find(|entry| entry["action"] == "production.changed")
        .unwrap();
    assert_eq!(changed["before"]["name"], production["name"]);
    assert_eq!(
        (&changed["after"]["name"], &changed["after"]["hasSlackWebhook"]),
        (&json!("새 이름"), &json!(true))
    );
    assert_eq!(changed["address"], "127.0.0.1");
    let text = audit.to_string();
    for secret in [
        PASSWORD,
        "very-secret",
        member.token(),
        key["key"].as_str().unwrap(),
        "argon2",
    ] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(!server.log().contains("very-secret") && !server.log().contains(PASSWORD));
}

#[tokio::test]
async fn an_installation_for_work_needs_somebody_who_can_sign_in() {
    let site = Site::new();
    let without = || {
        let mut program = site.program(&["serve"]);
        program.variable("MODE", "PROD");
        program.variable("PUBLIC_URL", "https://sales.example.com");
        program.variable("BOOTSTRAP_EMAIL", "");
        program.variable("BOOTSTRAP_PASSWORD", "");
        program
    };
    let refused = without().run();
    assert_eq!(refused.code(), 1);
    assert!(
        refused.stderr().contains("fullhouse user add EMAIL --role master"),
        "{}",
        refused.stderr()
    );

    let added = site
        .program(&["user", "add", "master@example.com", "--role", "master"])
        .run();
    assert_eq!(added.code(), 0, "{}", added.stderr());
    let (_, password) = added.stdout().trim().split_once("Password: ").unwrap();
    assert_eq!(password.len(), 20);
    let again = site.program(&["user", "add", "Master@example.com"]).run();
    assert!(
        again.stderr().contains("another user has this email"),
        "{}",
        again.stderr()
    );
    // Now it gets as far as its port.
    let taken = std::net::TcpListener::bind("0.0.0.0:0").unwrap();
    let mut program = without();
    program.variable("PORT", &taken.local_addr().unwrap().port().to_string());
    assert!(program.run().stderr().contains("cannot be opened"));
    let listed = site.program(&["user", "list"]).run();
    assert!(
        listed.stdout().contains("master@example.com\tmaster\tactive"),
        "{}",
        listed.stdout()
    );
}

#[tokio::test]
async fn every_write_raises_the_data_version_that_answers_tell_on_every_server() {
    let (site, season) = (Site::new(), company(1));
    let (one, other) = (site.serve().await, site.serve().await);
    let version = |answer: &crate::support::Answer| answer.header("x-data-version").parse::<i64>().unwrap();
    let before = version(&one.get("/api/v1/productions").await);
    let production = enter(&one, season.play()).await;
    let path = format!("/api/v1/productions/{}", id(&production));
    let written = version(&one.patch(&path, &json!({ "venue": "강바람아트홀" })).await);
    assert!(written >= before + 3, "{before} {written}");
    assert!(version(&one.get(&path).await) >= written);
    site.until_heard(&other).await;
    assert!(version(&other.get("/api/v1/auth/me").await) >= written);
    assert_eq!(other.get(&path).await.expect(200)["venue"], "강바람아트홀");
}
