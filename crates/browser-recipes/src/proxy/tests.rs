use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use domain::collection::{AddressRules, HostRule};
use tokio::io::{AsyncBufReadExt, BufReader, duplex};

use super::*;

/// The one private address that is allowed.
const SITE: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 9));

/// Lead to the site when they are first looked up, and into the house ever after.
#[derive(Default)]
struct TurningNames(AtomicBool);

#[async_trait]
impl NameResolver for TurningNames {
    async fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        let is_known = self.0.swap(true, Ordering::Relaxed);
        Ok(vec![if is_known { LOOPBACK } else { SITE }])
    }
}

async fn proxy_for(hosts: &[String]) -> Proxy {
    let hosts: Vec<HostRule> = hosts.iter().map(|host| host.parse().unwrap()).collect();
    let networks = vec!["127.0.0.9/32".parse().unwrap()];
    let hosts = WalkHosts::new(AddressRules::new(hosts.clone(), networks), &hosts);
    let opened = Proxy::open(LOOPBACK, None, hosts, Arc::new(TurningNames::default())).await;
    opened.unwrap()
}

/// The first line of what the proxy answers.
async fn asked(proxy: &Proxy, request: &str) -> String {
    let mut stream = TcpStream::connect((LOOPBACK, proxy.port())).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).await.unwrap();
    line.trim_end().to_owned()
}

#[tokio::test]
async fn nobody_is_reached_but_the_hosts_of_a_walk_at_their_ports() {
    let canary = TcpListener::bind((LOOPBACK, 0)).await.unwrap();
    let port = canary.local_addr().unwrap().port();
    // To be named is not enough.
    let named = ["127.0.0.1", "[::1]", "site.example"].map(|host| format!("{host}:{port}"));
    let proxy = proxy_for(&named).await;
    for place in [
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "127.0.0.9",
        "other.example",
    ] {
        for request in [
            format!("CONNECT {place}:{port} HTTP/1.1\r\n\r\n"),
            format!("GET http://{place}:{port}/ HTTP/1.1\r\n\r\n"),
        ] {
            assert_eq!(asked(&proxy, &request).await, "HTTP/1.1 403 Forbidden", "{request}");
        }
    }
    let other_port = "CONNECT site.example:22 HTTP/1.1\r\n\r\n";
    assert_eq!(asked(&proxy, other_port).await, "HTTP/1.1 403 Forbidden");
    // A name is looked up for each connection, and that is where it goes: nobody is there, and then it leads inside.
    let turning = format!("CONNECT site.example:{port} HTTP/1.1\r\n\r\n");
    assert_eq!(asked(&proxy, &turning).await, "HTTP/1.1 502 Bad Gateway");
    assert_eq!(asked(&proxy, &turning).await, "HTTP/1.1 403 Forbidden");
    for request in [
        format!("GET / HTTP/1.1\r\nHost: site.example:{port}\r\n\r\n"),
        format!("GET https://site.example:{port}/ HTTP/1.1\r\n\r\n"),
    ] {
        assert_eq!(asked(&proxy, &request).await, "HTTP/1.1 400 Bad Request", "{request}");
    }
    assert!(timeout(Duration::from_millis(100), canary.accept()).await.is_err());
}

#[tokio::test]
async fn a_host_is_told_the_name_that_was_judged() {
    let site = TcpListener::bind((SITE, 0)).await.unwrap();
    let port = site.local_addr().unwrap().port();
    let proxy = proxy_for(&[format!("127.0.0.9:{port}")]).await;
    let request = format!(
        "GET http://127.0.0.9:{port}/a?b HTTP/1.1\r\nHost: inside.example\r\nProxy-Authorization: Basic eA==\r\n\r\n"
    );
    let answering = async {
        let (stream, _) = site.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(stream.read_line(&mut head).await.unwrap(), 0, "{head}");
        }
        let answer = b"HTTP/1.1 204 No Content\r\n\r\n";
        stream.get_mut().write_all(answer).await.unwrap();
        head.to_lowercase()
    };
    let (line, head) = tokio::join!(asked(&proxy, &request), answering);
    assert_eq!(line, "HTTP/1.1 204 No Content");
    assert!(head.starts_with("get /a?b http/1.1\r\n"), "{head}");
    assert!(head.contains(&format!("host: 127.0.0.9:{port}\r\n")), "{head}");
    assert!(
        !head.contains("inside.example") && !head.contains("proxy-authorization"),
        "{head}"
    );
}

#[tokio::test]
async fn a_tunnel_into_the_internet_carries_tls_and_nothing_else() {
    for (said, may_be_plain, is_carried) in [
        (b"\x16\x03\x01\x02", false, true),
        (b"GET ", false, false),
        (b"GET ", true, true),
    ] {
        let (mut browser, here) = duplex(64);
        let (there, mut host) = duplex(64);
        let carrying = tokio::spawn(carry(here, there, may_be_plain));
        browser.write_all(said).await.unwrap();
        browser.shutdown().await.unwrap();
        let mut heard = Vec::new();
        host.read_to_end(&mut heard).await.unwrap();
        assert_eq!(heard == said, is_carried, "{heard:?}");
        drop(host);
        carrying.await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn an_address_that_says_nothing_leaves_time_to_the_next() {
    let addresses: [SocketAddr; 4] =
        ["[2001:db8::1]:443", "192.0.2.3:443", "192.0.2.2:443", "192.0.2.1:443"].map(|text| text.parse().unwrap());
    let asked = Mutex::new(Vec::new());
    let begun = Instant::now();
    let connected = first_of(&addresses, CONNECT_TIMEOUT, |address| {
        asked.lock().unwrap().push(address);
        let place = addresses.iter().position(|known| *known == address);
        async move {
            match place {
                Some(0) => std::future::pending().await,
                Some(1) => Err(io::Error::from(io::ErrorKind::ConnectionRefused)),
                _ => Ok(address),
            }
        }
    });
    assert_eq!(connected.await, Some(addresses[2]));
    assert_eq!(*asked.lock().unwrap(), addresses[..3]);
    assert!(begun.elapsed() < CONNECT_TIMEOUT / 2);
    // All of them together have no more time than one.
    let nobody = first_of(&addresses, CONNECT_TIMEOUT, |_| {
        std::future::pending::<io::Result<()>>()
    });
    assert_eq!(nobody.await, None);
    assert!(begun.elapsed() < CONNECT_TIMEOUT * 2);
}
