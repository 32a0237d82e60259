//! `HEAD` on the wire, where a byte too many would be taken for the next answer.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::support::{Book, Client, Site, company, enter};

/// What is answered to a `HEAD` of this path and to the request that follows at once on the same connection.
fn answers(server: &Client, path: &str) -> String {
    let mut stream = TcpStream::connect(server.base().trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let token = server.token();
    let head = format!("HEAD {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n");
    let next = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    stream.write_all(format!("{head}{next}").as_bytes()).unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    answers
}

#[tokio::test]
async fn head_sends_no_body_and_keeps_the_connection() {
    let (server, season) = (Site::new().serve().await, company(1));
    enter(&server, season.play()).await;
    let book = Book::of(season.play(), 1);
    let upload = server.upload(&book.name, book.bytes.clone()).complete().await;
    let original = format!("/api/v1/uploads/{}/file", upload["id"].as_str().unwrap());
    let (length, stream) = ("\r\ncontent-length: ", "\r\ntransfer-encoding: chunked");
    let of_original = format!("{length}{}\r\n", book.bytes.len());
    for (path, status, told_of_body) in [
        ("/healthz", 200, length),
        ("/api/v1/openapi.json", 200, length),
        ("/swagger-ui/", 200, length),
        ("/api/v1/reports/plays/revenue", 200, length),
        ("/api/v1/reports/plays/revenue?format=csv", 200, stream),
        ("/api/v1/reports/plays/revenue?format=xlsx", 200, length),
        ("/api/v1/productions/nothing", 404, length),
        (original.as_str(), 200, of_original.as_str()),
        ("/api/v1/productions", 200, length),
        ("/api/v1/events", 200, stream),
    ] {
        let told = answers(&server, path);
        let (head, rest) = told.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{path}: {told}");
        assert!(format!("{head}\r\n").contains(told_of_body), "{path}: {told}");
        assert!(
            rest.starts_with("HTTP/1.1 200 OK\r\n") && rest.ends_with("{\"status\":\"ok\"}"),
            "{path}: {told}"
        );
    }
}
