//! A member who takes what one can get.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::task::JoinSet;

use crate::connection::{connect, status, unfinished};
use crate::server::Server;
use crate::tally::Tally;

/// What members sign in with.
pub(crate) const PASSWORD: &str = "correct horse battery";

async fn ask(server: &Server, method: Method, path: &str, body: Value) -> Value {
    let request = reqwest::Client::new().request(method, format!("{}/api/v1{path}", server.base));
    let answer = request
        .bearer_auth(&server.token)
        .json(&body)
        .send()
        .await
        .expect("an answer");
    assert!(answer.status().is_success(), "{path}: {}", answer.status());
    let text = answer.text().await.expect("a body");
    serde_json::from_str(&text).unwrap_or(Value::Null)
}

/// Enters a member who may do what members may; answers a token.
pub(crate) async fn enter(server: &Server, email: &str) -> String {
    let member = json!({
        "email": email, "name": "x", "active": true, "canUpload": true, "canManageProductions": true,
        "allProductions": true,
    });
    let user = ask(server, Method::POST, "/users", member).await;
    let path = format!("/users/{}/reset-link", user["id"].as_str().expect("an id"));
    let link = ask(server, Method::POST, &path, json!({})).await;
    let (_, token) = link["url"]
        .as_str()
        .and_then(|url| url.split_once("#token="))
        .expect("a link");
    ask(
        server,
        Method::POST,
        "/auth/reset",
        json!({ "token": token, "newPassword": PASSWORD }),
    )
    .await;
    let session = ask(
        server,
        Method::POST,
        "/auth/login",
        json!({ "email": email, "password": PASSWORD }),
    )
    .await;
    session["token"].as_str().expect("a token").to_owned()
}

/// The id of the upload that there is.
pub(crate) async fn first_upload(server: &Server) -> String {
    let uploads: Value = serde_json::from_slice(&server.get("/api/v1/uploads").await).expect("JSON");
    uploads["items"][0]["id"].as_str().expect("an id").to_owned()
}

/// Begins, and goes on until `end`.
pub(crate) fn besiege(
    siege: &mut JoinSet<()>,
    base: SocketAddr,
    token: &str,
    upload: &str,
    tally: &Arc<Tally>,
    end: Instant,
) {
    let head = |method: &str, path: &str, more: &str| {
        format!("{method} /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n{more}\r\n")
    };
    let multipart = |path: &str| {
        let part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"20261121_P0_x.xlsx\"\r\n\r\n";
        let more = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 19000000\r\n";
        head("POST", path, more) + part
    };
    let json = head(
        "PUT",
        "/calendar/notes",
        "Content-Type: application/json\r\nContent-Length: 990000\r\n",
    );
    let unfinished_bodies = [
        ("a member: list", multipart("/productions/import"), 12, 15_000_000),
        ("a member: file", multipart("/uploads"), 12, 15_000_000),
        ("a member: JSON", json, 24, 980_000),
    ];
    for (what, head, number, filler) in unfinished_bodies {
        for _ in 0..number {
            let (tally, head) = (Arc::clone(tally), head.clone());
            siege.spawn(async move {
                while Instant::now() < end {
                    let answered = match connect(base, 40).await {
                        Ok(stream) => unfinished(stream, &head, filler, end).await,
                        Err(_) => 0,
                    };
                    tally.count(what, answered);
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            });
        }
    }
    // Downloads and streams that nobody reads beyond their head.
    let unread = [
        (
            "a member: download",
            head("GET", &format!("/uploads/{upload}/file"), ""),
            25,
        ),
        ("a member: stream of events", head("GET", "/events", ""), 30),
    ];
    for (what, head, number) in unread {
        for _ in 0..number {
            let (tally, head) = (Arc::clone(tally), head.clone());
            siege.spawn(async move {
                let Ok(mut stream) = connect(base, 41).await else {
                    return;
                };
                if stream.write_all(head.as_bytes()).await.is_ok() {
                    tally.count(what, status(&mut stream, Duration::from_secs(10)).await);
                }
                tokio::time::sleep_until(end.into()).await;
            });
        }
    }
}
