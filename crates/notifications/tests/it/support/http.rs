use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How a server answers one request.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// With a status, headers and a body.
    With(u16, &'static str, String),
    /// Not at all; the connection stays open.
    Silence,
    /// With a body that never ends, a byte now and then.
    SlowBody,
    /// With a body that never ends, as fast as it can.
    EndlessBody,
    /// By breaking the connection.
    Reset,
}

impl Answer {
    pub(crate) fn status(status: u16) -> Self {
        Self::With(status, "", String::new())
    }
}

/// What was asked: the first line, headers by lower-case name, and the body.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) line: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

/// A server on loopback that answers each request as it was told; the last answer goes on.
pub(crate) struct FakeHttp {
    pub(crate) authority: String,
    asked: Arc<Mutex<Vec<Asked>>>,
    serving: JoinHandle<()>,
}

impl FakeHttp {
    pub(crate) async fn answering(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = asked.clone();
        let serving = tokio::spawn(async move {
            let answers = Arc::new(answers);
            while let Ok((stream, _)) = listener.accept().await {
                let (seen, answers) = (seen.clone(), answers.clone());
                tokio::spawn(serve(stream, seen, answers));
            }
        });
        Self {
            authority,
            asked,
            serving,
        }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.authority)
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

impl Drop for FakeHttp {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// One request of each connection; the client then makes another.
async fn serve(mut stream: TcpStream, seen: Arc<Mutex<Vec<Asked>>>, answers: Arc<Vec<Answer>>) {
    let Some(asked) = read(&mut stream).await else {
        return;
    };
    let place = {
        let mut seen = seen.lock().unwrap();
        seen.push(asked);
        seen.len() - 1
    };
    match answers[place.min(answers.len() - 1)].clone() {
        Answer::With(status, headers, body) => {
            let head = format!(
                "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
                body.len()
            );
            let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
        }
        Answer::Silence => std::future::pending().await,
        Answer::SlowBody => {
            let _ = stream
                .write_all(b"HTTP/1.1 500 X\r\nContent-Length: 1000000\r\n\r\n")
                .await;
            while stream.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        Answer::EndlessBody => {
            let _ = stream
                .write_all(b"HTTP/1.1 200 X\r\nContent-Length: 1000000000\r\n\r\n")
                .await;
            while stream.write_all(&[b'x'; 8_192]).await.is_ok() {}
        }
        // With bytes unread, closing it resets it.
        Answer::Reset => drop(stream),
    }
}

async fn read(stream: &mut TcpStream) -> Option<Asked> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..head_end].to_vec()).unwrap();
    let mut lines = head.lines();
    let line = lines.next().unwrap().to_owned();
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length: usize = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    while bytes.len() < head_end + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    Some(Asked {
        line,
        headers,
        body: String::from_utf8(bytes[head_end..].to_vec()).unwrap(),
    })
}
