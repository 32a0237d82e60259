//! Requests whose body comes long after their head.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Client;

/// What separates the parts of a form.
const BOUNDARY: &str = "late-parts";

/// A request that waits to be sent late.
pub(crate) struct LateRequest {
    /// Method and path.
    line: String,
    content_type: String,
    body: Vec<u8>,
}

impl LateRequest {
    /// With a JSON body.
    pub(crate) fn json(method: &str, path: &str, body: &serde_json::Value) -> Self {
        Self {
            line: format!("{method} {path}"),
            content_type: "application/json".to_owned(),
            body: body.to_string().into_bytes(),
        }
    }

    /// With a file.
    pub(crate) fn form(path: &str, file_name: &str, file: &[u8]) -> Self {
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\n\r\n");
        let mut body = head.into_bytes();
        body.extend(file);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
        Self {
            line: format!("POST {path}"),
            content_type: format!("multipart/form-data; boundary={BOUNDARY}"),
            body,
        }
    }

    /// Sends the head and half of the body, once the server asks for it.
    pub(crate) async fn begin(self, client: &Client) -> Late {
        let address = client.base().strip_prefix("http://").unwrap().to_owned();
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let head = format!(
            "{} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
             Expect: 100-continue\r\nConnection: close\r\n\r\n",
            self.line,
            client.token(),
            self.content_type,
            self.body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut asked = [0; 25];
        stream.read_exact(&mut asked).await.unwrap();
        let asked = String::from_utf8_lossy(&asked).into_owned();
        assert!(asked.starts_with("HTTP/1.1 100 Continue"), "{}: {asked}", self.line);
        let (first, rest) = self.body.split_at(self.body.len() / 2);
        stream.write_all(first).await.unwrap();
        Late {
            line: self.line,
            rest: rest.to_vec(),
            stream,
        }
    }
}

/// A request that the server has let in, and whose body it waits for.
pub(crate) struct Late {
    /// Method and path.
    pub(crate) line: String,
    rest: Vec<u8>,
    stream: TcpStream,
}

impl Late {
    /// Sends the rest; answers the status and the body.
    pub(crate) async fn end(mut self) -> (u16, String) {
        self.stream.write_all(&self.rest).await.unwrap();
        let mut answer = Vec::new();
        self.stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("{}: {answer}", self.line)), answer)
    }
}
