//! `HEAD` on the wire, where a byte too many would be taken for the next answer.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::support::Site;

/// What is answered to a `HEAD` of this path and to the request that follows at once on the same connection.
fn answers(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let head = format!("HEAD {path} HTTP/1.1\r\nHost: x\r\n\r\n");
    let next = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    stream.write_all(format!("{head}{next}").as_bytes()).unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    answers
}

#[tokio::test]
async fn head_sends_no_body_and_keeps_the_connection() {
    let server = Site::new().serve().await;
    let address = server.base().strip_prefix("http://").unwrap().to_owned();
    for path in [
        "/healthz",
        "/api/v1/openapi.json",
        "/swagger-ui/",
        "/api/v1/productions",
    ] {
        let told = answers(&address, path);
        let (head, rest) = told.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("\r\ncontent-length: "), "{path}: {told}");
        assert!(
            rest.starts_with("HTTP/1.1 200 OK\r\n") && rest.ends_with("{\"status\":\"ok\"}"),
            "{path}: {told}"
        );
    }
}
