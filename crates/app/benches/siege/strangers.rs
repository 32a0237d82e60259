//! Those whom the server does not know.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio::task::JoinSet;

use crate::connection::{connect, status, unfinished};
use crate::tally::Tally;

/// Unfinished requests at a time, and the addresses they come from.
const UNFINISHED: usize = 600;
const ADDRESSES: usize = 6;

fn post(path: &str, length: usize) -> String {
    format!(
        "POST /api/v1/auth/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    )
}

/// Begins, and goes on until `end`.
pub(crate) fn besiege(siege: &mut JoinSet<()>, base: SocketAddr, tally: &Arc<Tally>, end: Instant) {
    for number in 0..UNFINISHED {
        let (tally, from) = (Arc::clone(tally), address(number % ADDRESSES));
        siege.spawn(async move {
            while Instant::now() < end {
                let Ok(stream) = connect(base, from).await else {
                    tally.count("strangers: connection", 0);
                    tokio::time::sleep(Duration::from_millis(500)).await;
                    continue;
                };
                let (what, answered) = match number % 3 {
                    // As large as a body of a member may be, a body that fits, and a head that never ends.
                    0 => (
                        "strangers: large body",
                        unfinished(stream, &post("login", 980_000), 970_000, end).await,
                    ),
                    1 => (
                        "strangers: slow body",
                        unfinished(stream, &post("register", 15_000), 14_000, end).await,
                    ),
                    _ => {
                        let head = "GET / HTTP/1.1\r\nX-Padding: ";
                        ("strangers: half a head", unfinished(stream, head, 60_000, end).await)
                    }
                };
                tally.count(what, answered);
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        });
    }
    for from in 0..4_u8 {
        let tally = Arc::clone(tally);
        siege.spawn(async move {
            let mut number = 0_u64;
            while Instant::now() < end {
                number += 1;
                let email = format!("stranger{from}.{number}@example.com");
                let body = json!({ "email": email, "name": "x", "password": "correct horse battery" }).to_string();
                // Every other hangs up before the answer.
                let patience = if number.is_multiple_of(2) { 20 } else { 10_000 };
                let answered = send(base, 20 + from, "register", &body, Duration::from_millis(patience)).await;
                tally.count("strangers: registration", answered);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        });
    }
    let tally = Arc::clone(tally);
    siege.spawn(async move {
        while Instant::now() < end {
            let body = json!({ "email": "reader@example.com", "password": "a wrong password" }).to_string();
            let answered = send(base, 30, "login", &body, Duration::from_secs(10)).await;
            tally.count("strangers: guess at the reader's account", answered);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
}

fn address(number: usize) -> u8 {
    10 + u8::try_from(number).expect("a few addresses")
}

async fn send(base: SocketAddr, from: u8, path: &str, body: &str, patience: Duration) -> u16 {
    let Ok(mut stream) = connect(base, from).await else {
        return 0;
    };
    let request = post(path, body.len()) + body;
    if stream.write_all(request.as_bytes()).await.is_err() {
        return 0;
    }
    status(&mut stream, patience).await
}
