//! Pictures and pages without secrets.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::collection::{MASK, Masker};
use serde_json::{Value, json};

use super::page::WebDriverPage;
use crate::walk::{Evidence, PageError};

const COLLECT: &str = include_str!("scripts/collect.js");
const COVER: &str = include_str!("scripts/cover.js");
const UNCOVER: &str = include_str!("scripts/uncover.js");
const SOURCE: &str = include_str!("scripts/source.js");

/// A picture or page is no larger.
const MAX_BYTES: usize = 1_000_000;
/// Frames within frames that are looked into.
const MAX_DEPTH: usize = 5;
/// Frames of one page that are looked into.
const MAX_FRAMES: usize = 50;
/// Shorter values of cookies are words of any page.
const LEAST_COOKIE_CHARS: usize = 6;

/// What is done in every frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Cover,
    /// Looks whether something came up that is not covered.
    Check,
    Uncover,
}

impl WebDriverPage<'_> {
    /// What the page looks like. A picture of one that cannot be masked is not taken.
    pub(super) async fn evidence_of_it(&mut self) -> Result<Evidence, PageError> {
        let picture = self.covered_picture().await;
        // Whatever came of it: the page goes on as it was.
        let _ = self.in_every_frame(Work::Uncover).await;
        self.back_to_frames().await?;
        let picture = match picture {
            Err(PageError::Dialog(said)) => return Err(PageError::Dialog(said)),
            Err(PageError::Lost(why)) => return Err(PageError::Lost(why)),
            picture => picture.ok().flatten(),
        };
        let page = self.source().await.ok();
        Ok(Evidence { picture, page })
    }

    async fn covered_picture(&mut self) -> Result<Option<Vec<u8>>, PageError> {
        if !self.in_every_frame(Work::Cover).await? {
            return Ok(None);
        }
        let picture = self.picture().await?;
        let still_covers = self.in_every_frame(Work::Check).await?;
        Ok(picture.filter(|_| still_covers))
    }

    async fn picture(&mut self) -> Result<Option<Vec<u8>>, PageError> {
        let whole = decoded(&self.session().get("screenshot").await?);
        if whole.as_ref().is_none_or(|picture| picture.len() <= MAX_BYTES) {
            return Ok(whole);
        }
        // Half as wide and high; of photographs a quarter of the bytes.
        let clip = json!({ "x": 0, "y": 0, "width": super::capabilities::WIDTH, "height": super::capabilities::HEIGHT, "scale": 0.5 });
        let order = json!({ "cmd": "Page.captureScreenshot", "params": { "format": "png", "clip": clip } });
        let answer = self.session().post("goog/cdp/execute", order).await?;
        Ok(decoded(&answer["data"]).filter(|picture| picture.len() <= MAX_BYTES))
    }

    /// Does the work in the page and every frame that can be seen. `false`: not everything can be covered.
    async fn in_every_frame(&mut self, work: Work) -> Result<bool, PageError> {
        self.session().post("frame", json!({ "id": null })).await?;
        let mut left = MAX_FRAMES;
        self.in_frames(work, 0, &mut left).await
    }

    async fn in_frames(&mut self, work: Work, depth: usize, left: &mut usize) -> Result<bool, PageError> {
        let mut is_well = self.in_this_frame(work).await?;
        let frames = self.session().script(FRAMES, json!([])).await?;
        for frame in frames.as_array().into_iter().flatten() {
            if depth == MAX_DEPTH || *left == 0 {
                return Ok(false);
            }
            *left -= 1;
            match self.session().post("frame", json!({ "id": frame })).await {
                Ok(_) => {}
                // Gone meanwhile, and in no picture.
                Err(PageError::Gone) => continue,
                Err(error) => return Err(error),
            }
            is_well &= Box::pin(self.in_frames(work, depth + 1, left)).await?;
            self.session().post("frame/parent", json!({})).await?;
        }
        Ok(is_well)
    }

    async fn in_this_frame(&mut self, work: Work) -> Result<bool, PageError> {
        if work == Work::Uncover {
            self.session().script(UNCOVER, json!([])).await?;
            return Ok(true);
        }
        let texts = self.session().script(COLLECT, json!([])).await?;
        let Some(texts) = texts.as_array() else {
            return Ok(false);
        };
        let places = secret_places(self.masker(), texts);
        if work == Work::Check {
            return Ok(places.is_empty());
        }
        self.session().script(COVER, json!([places])).await?;
        Ok(true)
    }

    /// The frame that acts, as HTML.
    async fn source(&mut self) -> Result<String, PageError> {
        let source = self.session().script(SOURCE, json!([])).await?;
        let cookies = self.session().get("cookie").await?;
        let cookies = cookies.as_array().into_iter().flatten();
        let cookies: Vec<&str> = cookies.filter_map(|cookie| cookie["value"].as_str()).collect();
        Ok(masked(self.masker(), source.as_str().unwrap_or_default(), &cookies))
    }
}

/// Frames that a picture shows.
const FRAMES: &str = "return [...document.querySelectorAll('iframe,frame')].filter((frame) => frame.getClientRects().length > 0 \
    && getComputedStyle(frame).visibility !== 'hidden').slice(0, 100)";

/// Which of the texts hold a secret.
fn secret_places(masker: &Masker, texts: &[Value]) -> Vec<usize> {
    let holds_secret = |text: &Value| text.as_str().is_some_and(|text| masker.finds(text));
    let places = texts.iter().enumerate();
    places
        .filter(|(_, text)| holds_secret(text))
        .map(|(place, _)| place)
        .collect()
}

/// A page without secrets and cookies, of bounded length.
fn masked(masker: &Masker, source: &str, cookies: &[&str]) -> String {
    let mut page = masker.mask(source);
    for cookie in cookies
        .iter()
        .filter(|cookie| cookie.chars().count() >= LEAST_COOKIE_CHARS)
    {
        page = page.replace(cookie, MASK);
    }
    page.truncate(page.floor_char_boundary(MAX_BYTES));
    page
}

fn decoded(picture: &Value) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(picture.as_str()?).ok()
}

#[cfg(test)]
mod tests {
    use domain::collection::Secret;

    use super::*;

    #[test]
    fn pages_hold_neither_secrets_nor_cookies() {
        let masker = Masker::new([&Secret::new("a&b<c>d")]);
        let source = "<p title=\"a&amp;b&lt;c&gt;d\">HTSESSION=0123456789abcdef ko</p>";
        let page = masked(&masker, source, &["0123456789abcdef", "ko"]);
        assert_eq!(page, "<p title=\"••••\">HTSESSION=•••• ko</p>");
        let long = "가".repeat(MAX_BYTES);
        assert!(masked(&masker, &long, &[]).len() <= MAX_BYTES);
    }

    #[test]
    fn texts_with_a_secret_are_found_in_every_form() {
        let masker = Masker::new([&Secret::new("haneul-partner")]);
        let texts = [
            json!("가온공연 (haneul-partner) 님"),
            json!("haneul"),
            json!(null),
            json!("aGFuZXVsLXBhcnRuZXI="),
        ];
        assert_eq!(secret_places(&masker, &texts), [0, 3]);
    }
}
