//! A page of a real browser.

use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use domain::collection::Masker;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};
use url::Url;

use super::session::Session;
use crate::browser::incoming;
use crate::proxy::Proxy;
use crate::recipe::{Key, Selector, Window};
use crate::walk::{Evidence, Incoming, LoadFailure, Page, PageError, Signs};

const FIND: &str = include_str!("scripts/find.js");
const CHOOSE: &str = include_str!("scripts/choose.js");
const SIGNS: &str = include_str!("scripts/signs.js");
const TEXT: &str = include_str!("scripts/text.js");

/// By this name a driver tells elements from other values (W3C WebDriver, 12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// A page that is not parsed by then is looked at as it is.
const SETTLE: Duration = Duration::from_secs(5);

/// The page of a session.
#[derive(Debug)]
pub(crate) struct WebDriverPage<'a> {
    session: &'a Session,
    proxy: &'a Proxy,
    downloads: &'a Path,
    masker: &'a Masker,
    /// The frames that lead to the one that acts.
    frames: Vec<String>,
    /// The window that the walk began with.
    first_window: String,
}

impl<'a> WebDriverPage<'a> {
    pub(crate) async fn of(
        session: &'a Session,
        proxy: &'a Proxy,
        downloads: &'a Path,
        masker: &'a Masker,
    ) -> Result<Self, PageError> {
        let first_window = session.get("window").await?;
        Ok(Self {
            session,
            proxy,
            downloads,
            masker,
            frames: Vec::new(),
            first_window: first_window.as_str().unwrap_or_default().to_owned(),
        })
    }

    pub(super) fn session(&self) -> &'a Session {
        self.session
    }

    pub(super) fn masker(&self) -> &'a Masker {
        self.masker
    }

    /// From wherever to the frame that acts.
    pub(super) async fn back_to_frames(&mut self) -> Result<(), PageError> {
        self.session.post("frame", json!({ "id": null })).await?;
        for frame in &self.frames {
            match self.session.post("frame", json!({ "id": element_of(frame) })).await {
                Ok(_) => {}
                // The page has gone on meanwhile; the next step finds out.
                Err(PageError::Gone) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn top(&self) -> Result<Option<Url>, PageError> {
        let address = self.session.get("url").await?;
        Ok(address.as_str().and_then(|address| Url::parse(address).ok()))
    }

    fn failure_of(&self, top: Option<&Url>, is_error: bool, status: Option<u16>) -> Option<LoadFailure> {
        let host = || top.and_then(Url::host_str).unwrap_or_default().to_owned();
        if let Some(refusal) = top.and_then(|top| self.proxy.refusal(top)) {
            return Some(LoadFailure::Refused(refusal, host()));
        }
        let is_bad_gateway = status == Some(502) && top.is_some_and(|top| self.proxy.is_unreachable(top));
        (is_error || is_bad_gateway).then(|| LoadFailure::Unreachable(format!("{}: the page did not come", host())))
    }
}

/// A text as drivers tell it: with plain blanks, without characters that nobody sees, and nothing blank around it.
fn shown(text: &str) -> String {
    let is_seen = |c: &char| !matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}');
    let text: String = text.replace('\u{A0}', " ").chars().filter(is_seen).collect();
    text.trim().to_owned()
}

/// An element as drivers are told of it.
pub(super) fn element_of(id: &str) -> Value {
    json!({ ELEMENT: id })
}

fn path(element: &str, what: &str) -> String {
    format!("element/{element}/{what}")
}

#[async_trait]
impl Page for WebDriverPage<'_> {
    type Element = String;

    async fn open(&mut self, address: &Url) -> Result<(), PageError> {
        self.frames.clear();
        self.session.post("url", json!({ "url": address.as_str() })).await?;
        Ok(())
    }

    async fn find(&mut self, selector: &Selector) -> Result<Vec<String>, PageError> {
        let (how, what) = match selector {
            Selector::Css(what) => ("css", what),
            Selector::Text(what) => ("text", what),
            Selector::XPath(what) => ("xpath", what),
        };
        let found = match self.session.script(FIND, json!([how, what])).await {
            Err(PageError::Selector(_)) => return Err(PageError::Selector(what.clone())),
            found => found?,
        };
        let elements = found.as_array().into_iter().flatten();
        Ok(elements
            .filter_map(|element| element[ELEMENT].as_str().map(str::to_owned))
            .collect())
    }

    async fn click(&mut self, element: &String) -> Result<(), PageError> {
        self.session.post(&path(element, "click"), json!({})).await?;
        Ok(())
    }

    async fn fill(&mut self, element: &String, text: &str) -> Result<(), PageError> {
        self.session.post(&path(element, "clear"), json!({})).await?;
        self.session
            .post(&path(element, "value"), json!({ "text": text }))
            .await?;
        Ok(())
    }

    async fn mark_secret(&mut self, element: &String) -> Result<(), PageError> {
        let mark = "arguments[0].setAttribute('data-fullhouse-filled', '')";
        self.session.script(mark, json!([element_of(element)])).await?;
        Ok(())
    }

    async fn choose(&mut self, list: &String, option: &str) -> Result<bool, PageError> {
        let chosen = self.session.script(CHOOSE, json!([element_of(list), option])).await?;
        Ok(chosen.as_bool().unwrap_or(false))
    }

    async fn press(&mut self, element: Option<&String>, key: Key) -> Result<(), PageError> {
        let active;
        let element = if let Some(element) = element {
            element
        } else {
            let found = self.session.get("element/active").await?;
            active = found[ELEMENT].as_str().unwrap_or_default().to_owned();
            &active
        };
        let text = key.character().to_string();
        self.session
            .post(&path(element, "value"), json!({ "text": text }))
            .await?;
        Ok(())
    }

    async fn text(&mut self, element: &String) -> Result<String, PageError> {
        // Not by the driver's own order: it answers the whole, and all of it would be in memory here.
        let text = self.session.script(TEXT, json!([element_of(element)])).await?;
        Ok(shown(text.as_str().unwrap_or_default()))
    }

    async fn dialog(&mut self) -> Result<Option<String>, PageError> {
        self.session.dialog().await
    }

    async fn accept_dialog(&mut self) -> Result<(), PageError> {
        self.session.post("alert/accept", json!({})).await?;
        Ok(())
    }

    async fn enter_frame(&mut self, frame: Option<&String>) -> Result<(), PageError> {
        let id = frame.map_or(Value::Null, |frame| element_of(frame));
        self.session.post("frame", json!({ "id": id })).await?;
        match frame {
            Some(frame) => self.frames.push(frame.clone()),
            None => self.frames.clear(),
        }
        Ok(())
    }

    async fn enter_window(&mut self, window: Window) -> Result<(), PageError> {
        let handle = match window {
            Window::First => Some(self.first_window.clone()),
            Window::Newest => {
                let handles = self.session.get("window/handles").await?;
                let last = handles.as_array().and_then(|handles| handles.last());
                last.and_then(Value::as_str).map(str::to_owned)
            }
        };
        let handle = handle.ok_or_else(|| PageError::Lost("the browser has no window".to_owned()))?;
        match self.session.post("window", json!({ "handle": handle })).await {
            Err(PageError::Gone) => Err(PageError::Failed("the window was closed".to_owned())),
            entered => {
                entered?;
                self.frames.clear();
                Ok(())
            }
        }
    }

    async fn settle(&mut self) -> Result<(), PageError> {
        let deadline = Instant::now() + SETTLE;
        loop {
            let state = self.session.script("return document.readyState", json!([])).await?;
            if state != "loading" || Instant::now() >= deadline {
                return Ok(());
            }
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn signs(&mut self) -> Result<Signs, PageError> {
        let seen = self.session.script(SIGNS, json!([])).await?;
        let top = self.top().await?;
        let status = seen["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let is_error = seen["isError"].as_bool().unwrap_or(false);
        let failure = self.failure_of(top.as_ref(), is_error, status);
        let mut places = vec![top];
        if seen["isFrame"].as_bool().unwrap_or(true) {
            places.push(seen["place"].as_str().and_then(|place| Url::parse(place).ok()));
        }
        Ok(Signs {
            has_captcha: seen["hasCaptcha"].as_bool().unwrap_or(false),
            status,
            failure,
            places,
        })
    }

    async fn downloads(&mut self) -> Result<Vec<Incoming>, PageError> {
        let folder = self.downloads.to_owned();
        let looked = tokio::task::spawn_blocking(move || incoming(&folder)).await;
        let looked = looked.map_err(|error| PageError::Failed(error.to_string()))?;
        looked.map_err(|error| PageError::Failed(format!("the folder for downloads: {error}")))
    }

    async fn evidence(&mut self) -> Result<Evidence, PageError> {
        self.evidence_of_it().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_compared_as_people_read_it() {
        assert_eq!(shown("\n 3건\u{A0}조회\u{200B} \n합계\t"), "3건 조회 \n합계");
    }
}
