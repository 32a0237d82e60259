//! Slack's incoming webhooks.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use ports::driven::{Message, MessageSender, SendError, WebhookHosts};
use reqwest::{Client, StatusCode, Url, redirect};
use serde_json::json;
use thiserror::Error;

/// The host of Slack's webhooks.
const SLACK_HOST: &str = "hooks.slack.com";
/// Longest address of a webhook; Slack's have about 80 bytes.
const MAX_ADDRESS_BYTES: usize = 2_000;
/// Longest time for one message.
const PATIENCE: Duration = Duration::from_secs(20);

/// One incoming webhook: a place in Slack that messages can be sent to.
pub struct SlackWebhook {
    address: Url,
    http: Client,
}

/// An address that messages may not be sent to.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a webhook begins with https://{SLACK_HOST}/ or names one of the allowed hosts")]
pub struct InvalidWebhook;

/// Why a webhook cannot be used.
#[derive(Debug, Error)]
pub enum WebhookError {
    /// Its address is not allowed.
    #[error(transparent)]
    Invalid(#[from] InvalidWebhook),
    /// This program cannot send, whatever the address: it has no provider of cryptography, for example.
    #[error("messages cannot be sent from here")]
    Client(#[from] reqwest::Error),
}

impl SlackWebhook {
    /// The webhook at `address`, which must be Slack's by `https`, or on one of `other_hosts` (`host` or `host:port`).
    pub fn new(address: &str, other_hosts: &[String]) -> Result<Self, WebhookError> {
        let address = checked(address, other_hosts)?;
        // A redirect could lead to a host that nobody allowed.
        let http = Client::builder()
            .timeout(PATIENCE)
            .redirect(redirect::Policy::none())
            .build();
        Ok(Self { address, http: http? })
    }
}

/// The address, when messages may be sent to it.
fn checked(address: &str, other_hosts: &[String]) -> Result<Url, InvalidWebhook> {
    if address.len() > MAX_ADDRESS_BYTES {
        return Err(InvalidWebhook);
    }
    let address = Url::parse(address).map_err(|_| InvalidWebhook)?;
    let host = address.host_str().unwrap_or_default();
    let authority = address
        .port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let is_slack = address.scheme() == "https" && authority == SLACK_HOST;
    let is_allowed = matches!(address.scheme(), "http" | "https") && other_hosts.contains(&authority);
    if !(is_slack || is_allowed) || !address.username().is_empty() || address.password().is_some() {
        return Err(InvalidWebhook);
    }
    Ok(address)
}

/// Slack's host, and those that the configuration allows besides.
#[derive(Debug, Clone)]
pub struct SlackHosts {
    others: Vec<String>,
}

impl SlackHosts {
    /// With these hosts (`host` or `host:port`) besides Slack's.
    pub fn new(others: Vec<String>) -> Self {
        Self { others }
    }
}

impl WebhookHosts for SlackHosts {
    fn allow(&self, address: &str) -> bool {
        checked(address, &self.others).is_ok()
    }
}

impl fmt::Debug for SlackWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlackWebhook")
            .field("host", &self.address.host_str())
            .finish_non_exhaustive()
    }
}

/// Slack's three signs of markup; escaped, a text can neither mention nor link.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[async_trait]
impl MessageSender for SlackWebhook {
    async fn send(&self, message: &Message) -> Result<(), SendError> {
        let body = json!({ "text": escaped(&message.text) });
        let response = self.http.post(self.address.clone()).json(&body).send().await;
        let response = response.map_err(|error| SendError::Unreachable(error.without_url().to_string()))?;
        match response.status() {
            status if status.is_success() => Ok(()),
            StatusCode::TOO_MANY_REQUESTS => Err(SendError::Unreachable("it asks to wait".to_owned())),
            status if status.is_server_error() => Err(SendError::Unreachable(status.to_string())),
            status => Err(SendError::Refused(status.as_u16())),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    use super::*;

    /// Answers one request with `answer`, and gives what was asked.
    async fn receiver(answer: &'static str) -> (String, tokio::task::JoinHandle<String>) {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let asked = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = String::new();
            while !request.ends_with('}') {
                let mut bytes = [0; 4096];
                let length = stream.read(&mut bytes).await.unwrap();
                request.push_str(std::str::from_utf8(&bytes[..length]).unwrap());
            }
            stream.write_all(answer.as_bytes()).await.unwrap();
            request
        });
        (address, asked)
    }

    async fn send(answer: &'static str) -> (Result<(), SendError>, String) {
        let (address, asked) = receiver(answer).await;
        let webhook = SlackWebhook::new(&format!("http://{address}/services/T0/B0/secret"), &[address]).unwrap();
        let result = webhook
            .send(&Message {
                text: "매출 <!channel> & 점유율".to_owned(),
            })
            .await;
        (result, asked.await.unwrap())
    }

    #[tokio::test]
    async fn a_text_can_neither_mention_nor_link() {
        let (result, asked) = send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok").await;
        result.unwrap();
        assert!(asked.contains("매출 &lt;!channel&gt; &amp; 점유율"), "{asked}");
    }

    #[tokio::test]
    async fn what_may_help_later_is_told_apart_from_a_refusal() {
        let (busy, _) = send("HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n").await;
        assert!(matches!(busy, Err(SendError::Unreachable(_))));
        let (refused, _) = send("HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n").await;
        assert!(matches!(refused, Err(SendError::Refused(404))));
        let (moved, _) = send("HTTP/1.1 302 Moved\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n").await;
        assert!(matches!(moved, Err(SendError::Refused(302))));
    }

    #[test]
    fn only_slack_and_allowed_hosts_are_webhooks() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let others = ["example.com:8443".to_owned(), "127.0.0.1".to_owned()];
        let hosts = SlackHosts::new(others.to_vec());
        let long = format!("https://{SLACK_HOST}/{}", "x".repeat(MAX_ADDRESS_BYTES));
        for (address, is_allowed) in [
            ("https://hooks.slack.com/services/T0/B0/x", true),
            ("https://HOOKS.slack.com:443/services/T0/B0/x", true),
            ("https://example.com:8443/x", true),
            ("http://127.0.0.1/x", true),
            ("http://hooks.slack.com/services/T0/B0/x", false),
            ("https://hooks.slack.com.example.com/x", false),
            ("https://hooks.slack.com./x", false),
            ("https://hooks.slack.com:444/x", false),
            ("https://user@hooks.slack.com/x", false),
            ("https://:secret@hooks.slack.com/x", false),
            ("https://hooks.slack.com@127.0.0.2/x", false),
            ("https://127.0.0.2/hooks.slack.com", false),
            ("https://example.com/x", false),
            ("ftp://127.0.0.1/x", false),
            ("file:///etc/passwd", false),
            ("hooks.slack.com", false),
            ("", false),
            (&long, false),
        ] {
            assert_eq!(hosts.allow(address), is_allowed, "{address}");
            // What may be entered can be sent to, and nothing else can.
            assert_eq!(SlackWebhook::new(address, &others).is_ok(), is_allowed, "{address}");
        }
    }

    #[test]
    fn without_other_hosts_there_is_slack_only() {
        let hosts = SlackHosts::new(Vec::new());
        assert!(hosts.allow("https://hooks.slack.com/services/T0/B0/x"));
        assert!(!hosts.allow("http://127.0.0.1/x"));
    }

    #[test]
    fn the_address_is_not_shown() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let webhook = SlackWebhook::new("https://hooks.slack.com/services/T0/B0/secret", &[]).unwrap();
        assert!(!format!("{webhook:?}").contains("secret"));
    }
}
