//! The second factor and news of sign-ins, as people live through them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::{Value, json};
use sha1::Sha1;

use crate::support::{Client, MASTER_EMAIL, MASTER_PASSWORD, PASSWORD, Site, answer, enter_user, until, user};

const FACTOR: &str = "/api/v1/auth/second-factor";

/// What an authenticator shows that many steps from now, once it was told this secret.
fn code(secret: &str, later: i64) -> String {
    let mut bits = secret.bytes().flat_map(|letter| {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            .iter()
            .position(|known| *known == letter);
        let value = value.unwrap();
        (0..5).rev().map(move |bit| u8::from(value >> bit & 1 == 1))
    });
    let key: Vec<u8> = (0..20)
        .map(|_| (0..8).fold(0, |byte, _| byte << 1 | bits.next().unwrap()))
        .collect();
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let step = i64::try_from(seconds / 30).unwrap() + later;
    let mut hash = <Hmac<Sha1> as KeyInit>::new_from_slice(&key).unwrap();
    hash.update(&step.to_be_bytes());
    let hash = hash.finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// Sets a factor up; answers its secret and the recovery codes.
async fn set_up(client: &Client, password: &str) -> (String, Vec<String>) {
    let begun = client
        .post(FACTOR, &json!({ "currentPassword": password }))
        .await
        .expect(201);
    let secret = begun["secret"].as_str().unwrap().to_owned();
    let shown = json!({ "code": code(&secret, 0) });
    let confirmed = client.post(&format!("{FACTOR}/confirm"), &shown).await.expect(200);
    let codes = confirmed["recoveryCodes"].as_array().unwrap();
    let codes = codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    (secret, codes)
}

/// Signs in; answers the status with the problem's code, or with the token.
async fn sign_in(client: &Client, email: &str, password: &str, code: Option<&str>) -> (u16, String) {
    let body = json!({ "email": email, "password": password, "code": code });
    let answer = client.as_nobody().post("/api/v1/auth/login", &body).await;
    let told = if answer.status == 200 { "token" } else { "code" };
    (answer.status, answer.json()[told].as_str().unwrap().to_owned())
}

fn refused(code: &str) -> (u16, String) {
    (401, code.to_owned())
}

#[tokio::test]
async fn a_member_signs_in_by_codes_each_of_which_works_once() {
    let site = Site::new();
    let server = site.serve().await;
    let member = user(&server, "member@example.com", &json!({})).await;
    let elsewhere = server.sign_in("member@example.com", PASSWORD).await;
    let (secret, recovery) = set_up(&member, PASSWORD).await;
    assert_eq!(recovery.len(), 10);
    assert_eq!(elsewhere.get("/api/v1/auth/me").await.status, 401, "other sessions end");
    assert_eq!(member.get("/api/v1/auth/me").await.expect(200)["secondFactor"], "set");

    let try_in =
        async |password: &str, code: Option<&str>| sign_in(&server, "member@example.com", password, code).await;
    assert_eq!(try_in("a wrong password", None).await, refused("wrong-credentials"));
    assert_eq!(try_in(PASSWORD, None).await, refused("second-factor-required"));
    // That of this step was used to set the factor up.
    let next = code(&secret, 1);
    assert_eq!(
        try_in("a wrong password", Some(&next)).await,
        refused("wrong-credentials")
    );
    let (status, token) = try_in(PASSWORD, Some(&next)).await;
    assert_eq!(status, 200, "{token}");
    assert_eq!(server.with_token(token).get("/api/v1/productions").await.status, 200);
    assert_eq!(
        try_in(PASSWORD, Some(&next)).await,
        refused("wrong-code"),
        "a second time"
    );
    assert_eq!(try_in(PASSWORD, Some(&recovery[0].to_lowercase())).await.0, 200);
    assert_eq!(
        try_in(PASSWORD, Some(&recovery[0])).await,
        refused("wrong-code"),
        "a second time"
    );
    let left = member.get(FACTOR).await.expect(200);
    assert_eq!(left["recoveryCodesLeft"], 9);

    // Those were many wrong codes from one address.
    site.execute("DELETE FROM sign_in_attempt").await;
    let proof = json!({ "currentPassword": PASSWORD, "code": recovery[1] });
    let renewed = member
        .post(&format!("{FACTOR}/recovery-codes"), &proof)
        .await
        .expect(200);
    assert_eq!(
        try_in(PASSWORD, Some(&recovery[2])).await,
        refused("wrong-code"),
        "replaced"
    );
    let proof = json!({ "currentPassword": PASSWORD, "code": renewed["recoveryCodes"][0] });
    assert_eq!(member.post(&format!("{FACTOR}/remove"), &proof).await.status, 204);
    assert_eq!(try_in(PASSWORD, None).await.0, 200);

    let audit = server
        .get("/api/v1/audit?perPage=200&action=second-factor")
        .await
        .expect(200);
    let items = audit["items"].as_array().unwrap();
    let actions: Vec<_> = items.iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    let used = "second-factor.recovery-code-used";
    assert_eq!(
        actions,
        [
            "second-factor.removed",
            used,
            "second-factor.recovery-codes-renewed",
            used,
            used,
            "second-factor.set-up"
        ]
    );
    assert!(
        items.iter().all(|entry| entry["by"]["name"] == "member@example.com"),
        "{audit}"
    );
    let everything = server.get("/api/v1/audit?perPage=200").await.expect(200).to_string() + &server.log();
    for kept in [&secret, &recovery[0], &recovery[0].replace('-', ""), &recovery[5]] {
        assert!(!everything.contains(kept.as_str()), "{kept}");
    }
}

#[tokio::test]
async fn guesses_at_codes_are_slowed_down_whatever_is_sent_in_between() {
    let site = Site::new();
    let server = site.serve().await;
    let member = user(&server, "member@example.com", &json!({})).await;
    set_up(&member, PASSWORD).await;
    let mut told = Vec::new();
    for _ in 0..6 {
        told.push(sign_in(&server, "member@example.com", PASSWORD, None).await.0);
        told.push(sign_in(&server, "member@example.com", PASSWORD, Some("000000")).await.0);
    }
    assert_eq!(told, [401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
}

#[tokio::test]
async fn where_it_is_demanded_admins_come_in_only_to_set_it_up() {
    let site = Site::with(&[("REQUIRE_SECOND_FACTOR", "admins")]);
    let master = site.serve().await;
    assert_eq!(
        master.get("/api/v1/auth/me").await.expect(200)["secondFactor"],
        "demanded"
    );
    for path in [
        "/api/v1/productions",
        "/api/v1/users",
        "/api/v1/reports",
        "/api/v1/auth/sessions",
    ] {
        let refused = master.get(path).await.expect(403);
        assert_eq!(refused["code"], "second-factor-missing", "{path}");
    }
    let (secret, _) = set_up(&master, MASTER_PASSWORD).await;
    assert_eq!(master.get("/api/v1/productions").await.status, 200);
    let member = user(&master, "member@example.com", &json!({})).await;
    assert_eq!(
        member.get("/api/v1/productions").await.status,
        200,
        "of members it is not demanded"
    );

    // An admin's keys hold as long as the factor does.
    let admin = enter_user(&master, "admin@example.com", &json!({ "role": "admin" })).await;
    let signed_in = master.sign_in("admin@example.com", PASSWORD).await;
    let key = json!({ "name": "키" });
    assert_eq!(signed_in.post("/api/v1/auth/api-keys", &key).await.status, 403);
    set_up(&signed_in, PASSWORD).await;
    let key = signed_in.post("/api/v1/auth/api-keys", &key).await.expect(201);
    let script = master.with_token(key["key"].as_str().unwrap());
    assert_eq!(script.get("/api/v1/productions").await.status, 200);
    let path = format!("/api/v1/users/{}/second-factor", admin["id"].as_str().unwrap());
    assert!(master.get(&path).await.expect(200)["setUpAt"].is_string());
    assert_eq!(master.delete(&path).await.status, 204);
    assert_eq!(signed_in.get("/api/v1/auth/me").await.status, 401, "all sessions end");
    assert_eq!(
        script.get("/api/v1/productions").await.expect(403)["code"],
        "second-factor-missing"
    );
    assert_eq!(master.delete(&path).await.expect(409)["code"], "no-second-factor");

    // The first master has nobody above who could do it.
    let removed = site.program(&["user", "remove-second-factor", MASTER_EMAIL]).run();
    assert_eq!(removed.code(), 0, "{}", removed.stderr());
    // The program is another process: the server's memory of sessions hears of it, at the latest after a second.
    until("the session ends", Duration::from_secs(3), async || {
        (master.get("/api/v1/auth/me").await.status == 401).then_some(())
    })
    .await;
    let (status, _) = sign_in(&master, MASTER_EMAIL, MASTER_PASSWORD, None).await;
    assert_eq!(status, 200);
    let again = site.program(&["user", "remove-second-factor", MASTER_EMAIL]).run();
    assert!(
        again.stderr().contains("no second factor is set up"),
        "{}",
        again.stderr()
    );
    assert!(!master.log().contains(&secret));
}

#[tokio::test]
async fn a_sign_in_with_another_browser_is_told_on_the_account_page() {
    let site = Site::new();
    let server = site.serve().await;
    enter_user(&server, "member@example.com", &json!({})).await;
    let enter = async |agent: &str| {
        let body = json!({ "email": "member@example.com", "password": PASSWORD });
        let login = server.as_nobody().request(Method::POST, "/api/v1/auth/login");
        let session = answer(login.header("User-Agent", agent).json(&body))
            .await
            .unwrap()
            .expect(200);
        server.with_token(session["token"].as_str().unwrap())
    };
    let path = "/api/v1/auth/new-sign-ins";
    let told = async |client: &Client| client.get(path).await.expect(200)["items"].as_array().unwrap().clone();
    let own = enter("Firefox/128.0").await;
    assert_eq!(told(&own).await, [Value::Null; 0]);
    let other = enter("Chrome/140.0").await;
    assert_eq!(told(&other).await, [Value::Null; 0], "one knows of one's own");
    assert_eq!(other.post("/api/v1/auth/logout", &json!({})).await.status, 204);
    let news = told(&own).await;
    assert_eq!(
        (
            news.len(),
            &news[0]["userAgent"],
            &news[0]["address"],
            &news[0]["active"]
        ),
        (1, &json!("Chrome/140.0"), &json!("127.0.0.1"), &json!(false))
    );
    let dismissed = own.delete(&format!("{path}/{}", news[0]["id"].as_str().unwrap())).await;
    assert_eq!(dismissed.status, 204);
    assert_eq!(told(&own).await, [Value::Null; 0]);
}

#[tokio::test]
async fn a_common_password_is_refused_and_no_master_is_made_with_one() {
    let site = Site::new();
    let server = site.serve().await;
    let registration = json!({ "email": "new@example.com", "name": "새 직원", "password": "Password123" });
    let refused = server
        .as_nobody()
        .post("/api/v1/auth/register", &registration)
        .await
        .expect(422);
    assert_eq!(
        (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
        (&json!("/password"), &json!("common"))
    );
    let elsewhere = Site::new();
    let mut program = elsewhere.program(&["serve"]);
    program.variable("BOOTSTRAP_PASSWORD", "1q2w3e4r5t");
    let refused = program.run();
    assert_eq!(refused.code(), 1);
    assert!(
        refused
            .stderr()
            .contains("BOOTSTRAP_EMAIL and BOOTSTRAP_PASSWORD make no master: Password: a password that is not among"),
        "{}",
        refused.stderr()
    );
}
