//! A driver that somebody else runs.

use std::net::IpAddr;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::Request;
use hyper::header::HOST;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use crate::proxy::LOOPBACK;

/// A driver that does not answer by then is not there.
const STATUS_TIMEOUT: Duration = Duration::from_secs(5);
/// Length of its answer, at most.
const MAX_STATUS_BYTES: usize = 64 * 1024;

/// Where it is, and how its browser reaches us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remote {
    pub(crate) webdriver: Url,
    /// The host by which the browser knows this machine.
    pub(crate) proxy_host: String,
    /// Where the proxy listens.
    pub(crate) listens_on: IpAddr,
    /// Who may ask it; `None` for one that listens on loopback.
    pub(crate) peers: Option<Vec<IpAddr>>,
}

impl Remote {
    /// Of the settings. Says what is wrong.
    pub(crate) async fn of(webdriver: &Url, proxy_host: Option<&str>) -> Result<Self, String> {
        if webdriver.scheme() != "http" {
            return Err("WEBDRIVER_URL: only http is spoken to a driver".to_owned());
        }
        let host = webdriver
            .host_str()
            .unwrap_or_default()
            .trim_matches(['[', ']'])
            .to_owned();
        let port = webdriver.port_or_known_default().unwrap_or(80);
        let found = timeout(STATUS_TIMEOUT, tokio::net::lookup_host((host.as_str(), port))).await;
        let peers: Vec<IpAddr> = match found {
            Ok(Ok(found)) => found.map(|address| address.ip().to_canonical()).collect(),
            _ => return Err(format!("WEBDRIVER_URL: {host} is not known")),
        };
        let is_here = peers.iter().all(IpAddr::is_loopback);
        match proxy_host {
            None if is_here => Ok(Self {
                webdriver: webdriver.clone(),
                proxy_host: LOOPBACK.to_string(),
                listens_on: LOOPBACK,
                peers: None,
            }),
            None => Err("BROWSER_PROXY_HOST is not set: a browser elsewhere needs this machine's address".to_owned()),
            Some(proxy_host) => Ok(Self {
                webdriver: webdriver.clone(),
                proxy_host: proxy_host.to_owned(),
                listens_on: IpAddr::from([0, 0, 0, 0]),
                peers: Some(peers),
            }),
        }
    }

    /// Asks the driver whether it is there. Answers its version, or what is wrong.
    pub(crate) async fn status(&self) -> Result<Option<String>, String> {
        let asked = timeout(STATUS_TIMEOUT, ask(&self.webdriver)).await;
        let answer = asked.map_err(|_| "the driver of WEBDRIVER_URL does not answer".to_owned())??;
        let value = &answer["value"];
        if value["ready"].as_bool() == Some(false) {
            let message = value["message"].as_str().unwrap_or("it is busy");
            return Err(format!("the driver of WEBDRIVER_URL is not ready: {message}"));
        }
        let version = value["build"]["version"].as_str();
        Ok(version.and_then(|said| said.split(' ').next()).map(str::to_owned))
    }
}

async fn ask(webdriver: &Url) -> Result<Value, String> {
    let told = |error: &dyn std::fmt::Display| format!("the driver of WEBDRIVER_URL: {error}");
    let host = webdriver.host_str().unwrap_or_default();
    let port = webdriver.port_or_known_default().unwrap_or(80);
    let stream = TcpStream::connect((host.trim_matches(['[', ']']), port))
        .await
        .map_err(|error| told(&error))?;
    let handshake = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = handshake.map_err(|error| told(&error))?;
    let connection = tokio::spawn(async move {
        // How it ends, the answer tells.
        let _ = connection.await;
    });
    let path = format!("{}/status", webdriver.path().trim_end_matches('/'));
    let request = Request::get(path)
        .header(HOST, format!("{host}:{port}"))
        .body(Empty::<Bytes>::new())
        .map_err(|error| told(&error))?;
    let response = sender.send_request(request).await.map_err(|error| told(&error))?;
    let body = Limited::new(response.into_body(), MAX_STATUS_BYTES).collect().await;
    connection.abort();
    let body = body.map_err(|error| told(&error))?.to_bytes();
    serde_json::from_slice(&body).map_err(|_| "WEBDRIVER_URL: what answers there is no driver".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn remote(webdriver: &str, proxy_host: Option<&str>) -> Result<Remote, String> {
        Remote::of(&Url::parse(webdriver).unwrap(), proxy_host).await
    }

    #[tokio::test]
    async fn a_driver_elsewhere_needs_to_know_where_we_are() {
        let here = remote("http://127.0.0.1:9515", None).await.unwrap();
        assert_eq!((here.proxy_host.as_str(), here.peers), ("127.0.0.1", None));
        assert!(
            remote("http://192.0.2.7:9515", None)
                .await
                .unwrap_err()
                .starts_with("BROWSER_PROXY_HOST")
        );
        let there = remote("http://192.0.2.7:9515", Some("app")).await.unwrap();
        assert_eq!(there.peers, Some(vec!["192.0.2.7".parse().unwrap()]));
        assert!(remote("https://127.0.0.1:9515", None).await.is_err());
    }

    #[tokio::test]
    async fn a_driver_that_is_not_there_is_told() {
        // Nobody listens on the port that was just given back.
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let here = remote(&format!("http://127.0.0.1:{port}"), None).await.unwrap();
        assert!(
            here.status()
                .await
                .unwrap_err()
                .starts_with("the driver of WEBDRIVER_URL")
        );
    }
}
