//! What strangers and one member may cost the others.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use crate::support::{Book, MASTER_EMAIL, MASTER_PASSWORD, Server, Site, company, enter, user};

fn address(server: &Server) -> SocketAddr {
    server.base().trim_start_matches("http://").parse().unwrap()
}

/// A connection from another address of the loopback network.
async fn connect(server: &Server, from: u8) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 1, from], 0))).unwrap();
    socket.connect(address(server)).await.unwrap()
}

/// Sends this, and answers the connection.
async fn send(server: &Server, from: u8, text: &str) -> TcpStream {
    let mut stream = connect(server, from).await;
    // A server that has heard enough may have hung up.
    let _ = stream.write_all(text.as_bytes()).await;
    stream
}

/// All that is answered until the connection ends, or nothing more comes within `patience`.
async fn heard(mut stream: TcpStream, patience: Duration) -> String {
    let mut text = Vec::new();
    let _ = tokio::time::timeout(patience, stream.read_to_end(&mut text)).await;
    String::from_utf8_lossy(&text).into_owned()
}

#[tokio::test]
async fn registrations_of_strangers_do_not_delay_whoever_signs_in() {
    let site = Site::new();
    let server = site.serve().await;
    let stranger = server.as_nobody();
    let quick = {
        let start = Instant::now();
        stranger.sign_in(MASTER_EMAIL, MASTER_PASSWORD).await;
        start.elapsed()
    };
    let many = (0..60).map(|number| {
        let stranger = stranger.clone();
        tokio::spawn(async move {
            let account = json!({ "email": format!("s{number}@example.com"), "name": "x", "password": "long enough" });
            stranger.post("/api/v1/auth/register", &account).await.status
        })
    });
    let many: Vec<_> = many.collect();
    let start = Instant::now();
    stranger.sign_in(MASTER_EMAIL, MASTER_PASSWORD).await;
    let slow = start.elapsed();
    assert!(
        slow < quick * 5 + Duration::from_secs(2),
        "{quick:?}, among strangers {slow:?}"
    );
    let mut taken = 0;
    for answer in many {
        let status = answer.await.unwrap();
        assert!([202, 429].contains(&status), "{status}");
        taken += usize::from(status == 202);
    }
    assert_eq!(taken, 5, "the others cost no hash");
}

#[tokio::test]
async fn unfinished_requests_of_strangers_take_little_memory() {
    let site = Site::new();
    let server = site.serve().await;
    let before = server.peak_memory_mib();
    let body = " ".repeat(970_000);
    let mut streams = Vec::new();
    for number in 0..300_u32 {
        let from = u8::try_from(number % 10).unwrap() + 1;
        let path = ["login", "register", "reset"][number as usize % 3];
        let head = format!(
            "POST /api/v1/auth/{path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 980000\r\n\r\n"
        );
        let mut stream = send(&server, from, &head).await;
        let _ = tokio::time::timeout(Duration::from_millis(50), stream.write_all(body.as_bytes())).await;
        streams.push(stream);
    }
    server.as_nobody().sign_in(MASTER_EMAIL, MASTER_PASSWORD).await;
    let grown = server.peak_memory_mib() - before;
    // What they sent are 300 MB; the HTTP library buffers some 150 kB of each connection by itself.
    assert!(grown < 100, "{grown} MiB for {} requests", streams.len());
}

#[tokio::test]
async fn one_network_has_so_many_connections_and_others_get_through() {
    let site = Site::new();
    let server = site.serve().await;
    let mut streams = Vec::new();
    for _ in 0..300 {
        streams.push(send(&server, 7, "GET /healthz HTTP/1.1\r\n").await);
    }
    assert_eq!(server.as_nobody().get("/healthz").await.status, 200);
    let (mut kept, mut ended) = (Vec::new(), 0);
    for mut stream in streams {
        let end = tokio::time::timeout(Duration::from_millis(10), stream.read(&mut [0])).await;
        match end {
            Err(_) => kept.push(stream),
            Ok(_) => ended += 1,
        }
    }
    assert!(kept.len() <= 256 && ended >= 44, "{} kept, {ended} ended", kept.len());
    assert!(
        server.log().contains("connections come from one network"),
        "{}",
        server.log()
    );
    let start = Instant::now();
    let told = heard(kept.pop().unwrap(), Duration::from_secs(20)).await;
    assert!(
        start.elapsed() < Duration::from_secs(15),
        "half a head is not waited for"
    );
    assert!(told.is_empty() || told.contains("408"), "{told}");
}

#[tokio::test]
async fn malformed_requests_do_not_fill_the_log() {
    let site = Site::new();
    let server = site.serve().await;
    for malformed in [
        "\0\0\0\0\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nA\0: b\r\n\r\n",
    ] {
        let stream = send(&server, 1, malformed).await;
        let told = heard(stream, Duration::from_secs(5)).await;
        assert!(told.starts_with("HTTP/1.1 400"), "{malformed:?}: {told}");
    }
    assert!(!server.log().contains("ERROR"), "{}", server.log());
}

#[tokio::test]
async fn downloads_that_nobody_reads_take_little_memory() {
    let (site, season) = (Site::new(), company(1));
    let server = site.serve().await;
    enter(&server, season.play()).await;
    // No workbook, but large: it is kept as it came.
    let name = Book::of(season.play(), 1).name;
    let upload = server.upload(&name, vec![7; 15_000_000]).send().await.expect(201);
    let path = format!("/api/v1/uploads/{}/file", upload["id"].as_str().unwrap());
    let before = server.peak_memory_mib();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\r\n",
        server.token()
    );
    let mut streams = Vec::new();
    for _ in 0..25 {
        let mut stream = send(&server, 3, &request).await;
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        assert_eq!(&head, b"HTTP/1.1 200");
        streams.push(stream);
    }
    let grown = server.peak_memory_mib() - before;
    assert!(grown < 60, "{grown} MiB for {} downloads", streams.len());
    let whole = server.get(&path).await;
    assert!(whole.status == 200 && whole.bytes == vec![7; 15_000_000]);
    let entered = site
        .count("SELECT count(*) FROM audit_entry WHERE action = 'upload.downloaded'")
        .await;
    assert_eq!(entered, 1);
}

#[tokio::test]
async fn one_member_has_ten_streams_of_events_and_fifty_keys() {
    let site = Site::new();
    let server = site.serve().await;
    let member = user(&server, "member@example.com", &json!({})).await;
    let request =
        |token: &str| format!("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n");
    let mut streams = Vec::new();
    for number in 0..12 {
        let mut stream = send(&server, 4, &request(member.token())).await;
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        let wanted: &[u8] = if number < 10 { b"HTTP/1.1 200" } else { b"HTTP/1.1 503" };
        assert_eq!(head, wanted, "{number}");
        streams.push(stream);
    }
    let mut stream = send(&server, 4, &request(server.token())).await;
    let mut head = [0; 12];
    stream.read_exact(&mut head).await.unwrap();
    assert_eq!(&head, b"HTTP/1.1 200", "another's stream");
    for number in 0..51 {
        let key = json!({ "name": format!("{number}") });
        let status = member.post("/api/v1/auth/api-keys", &key).await.status;
        assert_eq!(status, if number < 50 { 201 } else { 409 }, "{number}");
    }
}
