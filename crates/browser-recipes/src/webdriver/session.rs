//! One session of WebDriver: what is asked of it, and what its errors mean.

use std::fmt;
use std::time::Duration;

use fantoccini::error::{CmdError, NewSessionError};
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::walk::PageError;

/// No order takes longer: a page has 60 seconds to load.
const ORDER_TIMEOUT: Duration = Duration::from_secs(75);
/// A browser that is not there by then is not coming.
const START_TIMEOUT: Duration = Duration::from_mins(1);
/// Longest message of a driver, in characters: far more than is told of it, as secrets are taken out first.
const MAX_MESSAGE_CHARS: usize = 20_000;

/// A browser that takes orders.
#[derive(Debug)]
pub(crate) struct Session {
    client: Client,
    /// What the browser says of itself.
    pub(crate) capabilities: Capabilities,
}

/// A method, a path below that of the session, and a body.
#[derive(Clone)]
struct Order {
    path: String,
    /// `None`: to be asked, not told.
    body: Option<String>,
}

impl fmt::Debug for Order {
    /// Without the body, which may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Order")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl WebDriverCompatibleCommand for Order {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.clone())),
            None => (http::Method::GET, None),
        }
    }
}

impl Session {
    /// Starts a browser through the driver at `address`.
    pub(crate) async fn start(address: &str, capabilities: Capabilities) -> Result<Self, String> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = match timeout(START_TIMEOUT, builder.connect(address)).await {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => return Err(not_created(&error)),
            Err(_) => return Err("the browser did not start in time".to_owned()),
        };
        let capabilities = client.capabilities().cloned().unwrap_or_default();
        Ok(Self { client, capabilities })
    }

    /// Asks for something.
    pub(crate) async fn get(&self, path: &str) -> Result<Value, PageError> {
        self.order(Order {
            path: path.to_owned(),
            body: None,
        })
        .await
    }

    /// Has something done.
    pub(crate) async fn post(&self, path: &str, body: Value) -> Result<Value, PageError> {
        self.order(Order {
            path: path.to_owned(),
            body: Some(body.to_string()),
        })
        .await
    }

    /// Runs a script in the frame that acts. Its answer is collected whole, so scripts cut what they answer. A page that
    /// is after our memory can get in the way of any of them, and is bounded by `BROWSER_MAX_MB` only.
    pub(crate) async fn script(&self, script: &str, arguments: Value) -> Result<Value, PageError> {
        self.post("execute/sync", json!({ "script": script, "args": arguments }))
            .await
    }

    /// What an open dialog says.
    pub(crate) async fn dialog(&self) -> Result<Option<String>, PageError> {
        let order = Order {
            path: "alert/text".to_owned(),
            body: None,
        };
        match timeout(ORDER_TIMEOUT, self.client.issue_cmd(order)).await {
            Ok(Ok(said)) => Ok(Some(said.as_str().unwrap_or_default().to_owned())),
            Ok(Err(CmdError::Standard(told))) if told.error.to_string() == "no such alert" => Ok(None),
            Ok(Err(error)) => Err(meaning(&error)),
            Err(_) => Err(PageError::Slow("the browser did not answer in time".to_owned())),
        }
    }

    /// Ends the browser, as far as it still listens.
    pub(crate) async fn end(self) {
        let _ = timeout(Duration::from_secs(5), self.client.close()).await;
    }

    async fn order(&self, order: Order) -> Result<Value, PageError> {
        let is_about_windows = order.path.starts_with("window");
        match timeout(ORDER_TIMEOUT, self.client.issue_cmd(order)).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => match meaning(&error) {
                // Of a browser that is gone, too; then there are no windows at all.
                PageError::Gone if is_no_window(&error) && !is_about_windows => Err(self.without_window().await),
                meaning => Err(meaning),
            },
            Err(_) => Err(PageError::Slow("the browser did not answer in time".to_owned())),
        }
    }

    async fn without_window(&self) -> PageError {
        let handles = Box::pin(self.get("window/handles")).await;
        let is_open = handles.is_ok_and(|handles| handles.as_array().is_some_and(|list| !list.is_empty()));
        if is_open {
            PageError::Failed("the window was closed".to_owned())
        } else {
            PageError::Lost("the browser is gone".to_owned())
        }
    }
}

fn not_created(error: &NewSessionError) -> String {
    shortened(&error.to_string())
}

fn is_no_window(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(told) if told.error.to_string() == "no such window" && !is_detached(&told.message))
}

fn is_detached(message: &str) -> bool {
    message.contains("detached")
}

/// What an error of the driver means for a page.
fn meaning(error: &CmdError) -> PageError {
    match error {
        CmdError::Standard(told) => of_word(&told.error.to_string(), &told.message, told.data.as_ref()),
        // Words of this driver's own, such as `target detached`.
        CmdError::NotW3C(told) => match of_message(&told.to_string()) {
            PageError::Failed(why) => PageError::Lost(why),
            meaning => meaning,
        },
        error => PageError::Lost(shortened(&error.to_string())),
    }
}

fn of_word(word: &str, message: &str, data: Option<&Value>) -> PageError {
    let said = || shortened(message);
    match word {
        "unexpected alert open" => PageError::Dialog(dialog_in(message, data)),
        "no such element"
        | "stale element reference"
        | "no such frame"
        | "no such shadow root"
        | "detached shadow root"
        | "no such window" => PageError::Gone,
        "element click intercepted" => PageError::Covered("something lies over it".to_owned()),
        "element not interactable" | "invalid element state" | "move target out of bounds" => {
            PageError::Covered(said())
        }
        "invalid selector" => PageError::Selector(said()),
        "timeout" | "script timeout" => PageError::Slow(said()),
        "invalid session id" | "session not created" => PageError::Lost(said()),
        _ => of_message(message),
    }
}

/// What an error without a word of its own means.
fn of_message(message: &str) -> PageError {
    let is = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
    if let Some(at) = message.find("net::ERR_") {
        let name = message[at..]
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == ':'))
            .next();
        return PageError::Load(name.unwrap_or_default().to_owned());
    }
    if is(&[
        "is not a valid selector",
        "is not a valid XPath",
        "Failed to execute 'evaluate'",
    ]) {
        return PageError::Selector(shortened(message));
    }
    if is(&[
        "tab crashed",
        "chrome not reachable",
        "session deleted",
        "disconnected: ",
        "not connected to DevTools",
    ]) {
        return PageError::Lost(shortened(message));
    }
    if is(&[
        "detached",
        "aborted by navigation",
        "context was destroyed",
        "Cannot find context",
        "does not belong to the document",
        "with given id",
        "uniqueContextId not found",
    ]) {
        return PageError::Gone;
    }
    PageError::Failed(shortened(message))
}

/// The text of the dialog that is in the way.
fn dialog_in(message: &str, data: Option<&Value>) -> String {
    let told = data.and_then(|data| data.get("text")).and_then(Value::as_str);
    let in_message = || {
        let (_, after) = message.split_once("Alert text : ")?;
        after.rsplit_once('}').map(|(text, _)| text)
    };
    shortened(told.or_else(in_message).unwrap_or_default())
}

/// The first line, without what the driver adds about itself.
fn shortened(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    line.chars().take(MAX_MESSAGE_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_driver_have_a_meaning() {
        let message = "unexpected alert open: {Alert text : 자료 {1}가 없습니다}\n  (Session info)";
        assert_eq!(
            of_word("unexpected alert open", message, None),
            PageError::Dialog("자료 {1}가 없습니다".to_owned())
        );
        let data = json!({ "text": "예?" });
        assert_eq!(
            of_word("unexpected alert open", "", Some(&data)),
            PageError::Dialog("예?".to_owned())
        );
        let refused = "unknown error: net::ERR_TUNNEL_CONNECTION_FAILED\n  (Session info: chrome=142)";
        assert_eq!(
            of_word("unknown error", refused, None),
            PageError::Load("net::ERR_TUNNEL_CONNECTION_FAILED".to_owned())
        );
        for (word, message) in [
            ("stale element reference", "x"),
            (
                "unknown error",
                "unhandled inspector error: Cannot find context with specified id",
            ),
            ("no such window", "no such window: target frame detached"),
        ] {
            assert_eq!(of_word(word, message, None), PageError::Gone, "{message}");
        }
        for (word, message) in [
            (
                "unknown error",
                "unknown error: session deleted because of page crash\nfrom tab crashed",
            ),
            ("invalid session id", "invalid session id"),
        ] {
            assert!(matches!(of_word(word, message, None), PageError::Lost(_)), "{message}");
        }
        let script =
            "javascript error: Failed to execute 'querySelectorAll' on 'Document': '!!' is not a valid selector.";
        assert!(matches!(
            of_word("javascript error", script, None),
            PageError::Selector(_)
        ));
    }

    #[test]
    fn an_order_shows_its_body_to_nobody() {
        let order = Order {
            path: "element/1/value".to_owned(),
            body: Some("hush".to_owned()),
        };
        assert_eq!(format!("{order:?}").find("hush"), None);
    }
}
