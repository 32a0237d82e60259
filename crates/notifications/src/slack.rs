//! Incoming webhooks of Slack.

use chrono::{DateTime, Utc};
use ports::driven::Receipt;
use serde_json::Value;
use url::Url;

use crate::web::{Failed, Web, beginning, may_change, retry_after};

/// Posts it. Slack answers `ok`, or a word that says what it does not like.
pub(crate) async fn send(web: &Web, url: Url, post: &Value, now: DateTime<Utc>) -> Result<Receipt, Failed> {
    let response = web.trusting().post(url).json(post).send().await;
    let response = response.map_err(|error| Failed::without_answer(&error))?;
    let status = response.status();
    let wait = retry_after(&response, now);
    let answer = beginning(response).await;
    if status.is_success() {
        // It has it, whatever became of the words.
        return Ok(Receipt::default());
    }
    let word = answer.ok().and_then(|answer| code_word(&answer));
    Err(if may_change(status) {
        Failed::later(status, word, wait)
    } else {
        Failed::never(status, word)
    })
}

/// `invalid_payload`, `no_service`, …; `None` for anything else, which may hold whatever.
fn code_word(answer: &[u8]) -> Option<String> {
    let word = std::str::from_utf8(answer).ok()?.trim();
    let is_code = (1..=64).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_code.then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_words_are_kept_of_an_answer() {
        assert_eq!(code_word(b"invalid_payload\n").as_deref(), Some("invalid_payload"));
        for answer in [
            &b""[..],
            b"https://hooks.slack.com/x",
            b"<html>",
            b"two words",
            &[b'a'; 65],
        ] {
            assert_eq!(code_word(answer), None);
        }
    }
}
