//! What goes wrong on the way, and what is made of it.

use std::time::{Duration, Instant};

use domain::collection::RunCode;
use ports::driven::collection::{FetchRequest, Fetched, Fetcher, Validators};

use crate::server::{MAX_BYTES, Names, Said, Server, failure, fetcher, plain};

#[tokio::test]
async fn each_answer_has_its_code() {
    let long = vec![b'x'; usize::try_from(MAX_BYTES).unwrap() + 1];
    let server = Server::start("127.0.0.9", move |head| {
        match head.split(' ').nth(1).unwrap_or_default() {
            "/404" => Said::with("HTTP/1.1 404 Not Found", b"no"),
            "/403" => Said::with("HTTP/1.1 403 Forbidden", b"no"),
            "/429" => Said::with("HTTP/1.1 429 Too Many Requests", b"no"),
            "/503" => Said::with("HTTP/1.1 503 Service Unavailable", b"later"),
            "/loop" => Said::redirect("/loop"),
            "/nowhere" => Said::with("HTTP/1.1 302 Found", b""),
            "/page" => Said::with(
                "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.ms-excel",
                b"\n\n<!DOCTYPE html><p>",
            ),
            "/packed" => Said::with("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", b"\x1f\x8b"),
            "/twice" => Said::with(
                "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Encoding: gzip",
                b"\x1f\x8b",
            ),
            "/large" => Said::file(&long),
            "/promised" => Said::raw("HTTP/1.1 200 OK\r\nContent-Length: 1099511627776", b"PK"),
            "/endless" => Said {
                endless: true,
                ..Said::raw("HTTP/1.1 200 OK", b"PK")
            },
            "/short" => Said::raw("HTTP/1.1 200 OK\r\nContent-Length: 5000", b"PK"),
            _ => Said::file(b"PK"),
        }
    })
    .await;
    let fetcher = fetcher(&[server.address.to_string()], Names::of(&[]));
    for (path, code) in [
        ("/404", RunCode::HttpError),
        ("/403", RunCode::Blocked),
        ("/429", RunCode::Blocked),
        ("/503", RunCode::ServerError),
        ("/loop", RunCode::TooManyRedirects),
        ("/nowhere", RunCode::HttpError),
        ("/page", RunCode::WebPage),
        ("/packed", RunCode::EncodedAnswer),
        ("/twice", RunCode::EncodedAnswer),
        ("/large", RunCode::TooLarge),
        ("/promised", RunCode::TooLarge),
        ("/endless", RunCode::TooLarge),
        ("/short", RunCode::Unreachable),
    ] {
        let failed = failure(&fetcher, plain(&server.url(path))).await;
        assert_eq!(failed.code, code, "{path}: {failed}");
        assert_eq!(failed.host.as_deref(), Some("127.0.0.9"), "{path}");
    }
    let loops = server.asked().iter().filter(|head| head.contains(" /loop ")).count();
    assert_eq!(loops, 6);
}

#[tokio::test]
async fn whoever_says_nothing_is_left_in_time() {
    // Somebody says a little again and again, and nobody says that it was all.
    let server = Server::start("127.0.0.9", |_| Said {
        pause: Some(Duration::from_millis(200)),
        ..Said::raw("HTTP/1.1 200 OK", b"PK")
    })
    .await;
    // Somebody listens and never answers.
    let silent = tokio::net::TcpListener::bind(("127.0.0.9", 0)).await.unwrap();
    let silent_address = silent.local_addr().unwrap();
    let fetcher = fetcher(
        &[server.address.to_string(), silent_address.to_string()],
        Names::of(&[]),
    );
    for url in [server.url("/"), format!("http://{silent_address}/")] {
        let began = Instant::now();
        let failed = failure(&fetcher, plain(&url)).await;
        assert_eq!(failed.code, RunCode::Timeout, "{url}: {failed}");
        assert!(began.elapsed() < Duration::from_secs(5), "{url}");
    }
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let server = Server::start("127.0.0.9", |head| {
        if head.to_lowercase().contains("if-none-match: \"v1\"") {
            return Said::with("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"", b"");
        }
        let head = "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nLast-Modified: Mon, 30 Nov 2026 00:00:00 GMT\r\nSet-Cookie: a=b\r\n\
                    Content-Disposition: attachment; filename*=UTF-8''%ED%8C%90%EB%A7%A4.xlsx";
        Said::with(head, b"PK file")
    })
    .await;
    let fetcher = fetcher(&[server.address.to_string()], Names::of(&[]));
    let Fetched::File(file) = fetcher.fetch(plain(&server.url("/a"))).await.unwrap() else {
        panic!("nothing is known yet");
    };
    assert_eq!(file.file_name.as_deref(), Some("판매.xlsx"));
    assert_eq!(
        file.validators,
        Validators {
            etag: Some("\"v1\"".to_owned()),
            last_modified: Some("Mon, 30 Nov 2026 00:00:00 GMT".to_owned()),
        }
    );
    let again = FetchRequest {
        validators: Some(file.validators),
        ..plain(&server.url("/a"))
    };
    assert_eq!(fetcher.fetch(again).await.unwrap(), Fetched::NotModified);
    let heads = server.asked();
    assert!(
        heads
            .iter()
            .all(|head| head.to_lowercase().contains("accept-encoding: identity")),
        "{heads:?}"
    );
    assert!(
        heads.iter().all(|head| !head.to_lowercase().contains("cookie")),
        "{heads:?}"
    );
}
