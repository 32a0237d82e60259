use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How a server answers.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// With a status and a body.
    With(u16, String),
    /// Not at all; the connection stays open.
    Silence,
    /// With a body that never ends.
    Endless,
}

/// A server on loopback that answers all requests alike.
pub(crate) struct Server {
    pub(crate) authority: String,
    asked: Arc<Mutex<Vec<String>>>,
    serving: JoinHandle<()>,
}

impl Server {
    pub(crate) async fn answering(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = asked.clone();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, seen.clone(), answer.clone()));
            }
        });
        Self {
            authority,
            asked,
            serving,
        }
    }

    /// The first lines of the requests.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(mut stream: TcpStream, seen: Arc<Mutex<Vec<String>>>, answer: Answer) {
    let mut bytes = Vec::new();
    while !bytes.windows(4).any(|four| four == b"\r\n\r\n") {
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
    }
    let head = String::from_utf8(bytes).unwrap();
    seen.lock().unwrap().push(head.lines().next().unwrap().to_owned());
    match answer {
        Answer::With(status, body) => {
            let head = format!(
                "HTTP/1.1 {status} X\r\nConnection: close\r\nLocation: /elsewhere\r\nContent-Length: {}\r\n\r\n",
                body.len()
            );
            let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
        }
        Answer::Silence => std::future::pending().await,
        Answer::Endless => {
            let _ = stream
                .write_all(b"HTTP/1.1 200 X\r\nContent-Length: 1000000000\r\n\r\n")
                .await;
            let piece = vec![b'x'; 65_536];
            while stream.write_all(&piece).await.is_ok() {}
        }
    }
}
