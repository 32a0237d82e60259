//! A server that says what it is told to say, and counts who asks.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use domain::collection::{AddressRules, Secret};
use fetching::{WebFetcher, WebPatience};
use ports::driven::collection::{FetchFailure, FetchRequest, Fetched, Fetcher, NameResolver};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What a path is answered: the head without its last line, the body, and whether it then goes on for ever: as fast as
/// it can, or with a byte after each pause.
#[derive(Clone)]
pub(crate) struct Said {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    pub(crate) endless: bool,
    pub(crate) pause: Option<Duration>,
}

impl Said {
    pub(crate) fn file(body: &[u8]) -> Self {
        Self::with("HTTP/1.1 200 OK", body)
    }

    pub(crate) fn with(head: &str, body: &[u8]) -> Self {
        Self {
            head: format!("{head}\r\nContent-Length: {}\r\nConnection: close", body.len()),
            body: body.to_vec(),
            endless: false,
            pause: None,
        }
    }

    pub(crate) fn raw(head: &str, body: &[u8]) -> Self {
        Self {
            head: format!("{head}\r\nConnection: close"),
            body: body.to_vec(),
            endless: false,
            pause: None,
        }
    }

    pub(crate) fn redirect(to: &str) -> Self {
        Self::with(&format!("HTTP/1.1 302 Found\r\nLocation: {to}"), b"")
    }
}

type Script = Arc<dyn Fn(&str) -> Said + Send + Sync>;

/// A server on an address of loopback.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers by a function of the request.
    pub(crate) async fn start(ip: &str, script: impl Fn(&str) -> Said + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((ip, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (script, heard): (Script, _) = (Arc::new(script), Arc::clone(&asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&script), Arc::clone(&heard)));
            }
        });
        Self { address, asked }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The heads of all requests that came.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(mut stream: TcpStream, script: Script, heard: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4_096];
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut piece).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
    }
    let request = String::from_utf8_lossy(&bytes).into_owned();
    heard.lock().unwrap().push(request.clone());
    let said = script(&request);
    stream.write_all(said.head.as_bytes()).await.ok()?;
    stream.write_all(b"\r\n\r\n").await.ok()?;
    stream.write_all(&said.body).await.ok()?;
    if let Some(pause) = said.pause {
        loop {
            tokio::time::sleep(pause).await;
            stream.write_all(b"x").await.ok()?;
        }
    }
    if said.endless {
        loop {
            stream.write_all(&[b'x'; 8_192]).await.ok()?;
        }
    }
    stream.shutdown().await.ok()
}

/// Names that stand for what a test says, another one each time.
pub(crate) struct Names(pub(crate) Mutex<Vec<Vec<IpAddr>>>);

impl Names {
    pub(crate) fn of(addresses: &[&[&str]]) -> Arc<Self> {
        let parse = |list: &&[&str]| list.iter().map(|address| address.parse().unwrap()).collect();
        Arc::new(Self(Mutex::new(addresses.iter().map(parse).collect())))
    }
}

#[async_trait]
impl NameResolver for Names {
    async fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        let mut all = self.0.lock().unwrap();
        if all.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(all.remove(0))
    }
}

pub(crate) const MAX_BYTES: u64 = 100_000;

/// A fetcher that may ask these hosts, and within 127.0.0.9.
pub(crate) fn fetcher(hosts: &[String], names: Arc<Names>) -> WebFetcher {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let hosts = hosts.iter().map(|host| host.parse().unwrap()).collect();
    let rules = AddressRules::new(hosts, vec!["127.0.0.9/32".parse().unwrap()]);
    let patience = WebPatience {
        connect: Duration::from_secs(1),
        whole: Duration::from_secs(2),
    };
    WebFetcher::new(rules, names, patience, MAX_BYTES)
}

pub(crate) fn plain(url: &str) -> FetchRequest {
    FetchRequest {
        url: url.to_owned(),
        secret_header: None,
        validators: None,
    }
}

pub(crate) fn with_secret(url: &str) -> FetchRequest {
    FetchRequest {
        secret_header: Some(("X-Token".to_owned(), Secret::new("s3cr3t-value"))),
        ..plain(url)
    }
}

pub(crate) async fn failure(fetcher: &WebFetcher, request: FetchRequest) -> FetchFailure {
    match fetcher.fetch(request).await {
        Err(failure) => failure,
        Ok(Fetched::NotModified) => panic!("304"),
        Ok(Fetched::File(file)) => panic!("{} bytes came", file.bytes.len()),
    }
}
