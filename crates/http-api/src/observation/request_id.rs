use actix_web::http::header::HeaderMap;
use ports::driven::Ids;

use super::REQUEST_ID;

/// Longest name that is taken from a client.
const MAX_CHARS: usize = 64;

/// What a request is called: by whoever sent it, a proxy above all, so that its log and ours tell of the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RequestId(String);

impl RequestId {
    /// The name that a request came with, where it is well-formed; else a new one.
    pub(super) fn of(headers: &HeaderMap, ids: &dyn Ids) -> Self {
        let sent = headers.get(REQUEST_ID).and_then(|value| value.to_str().ok());
        let sent = sent.filter(|text| is_well_formed(text)).map(str::to_owned);
        Self(sent.unwrap_or_else(|| ids.next().to_string()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// What can neither end a line of the log nor be taken for another field of it.
fn is_well_formed(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    (1..=MAX_CHARS).contains(&text.len()) && text.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_and_plain() {
        for good in ["a", "7b3f-0001", "Root:1.67_x", &"x".repeat(64)] {
            assert!(is_well_formed(good), "{good}");
        }
        for bad in ["", "a b", "a\tb", "a=1", "a\"", "가", "a/b", "a{", &"x".repeat(65)] {
            assert!(!is_well_formed(bad), "{bad}");
        }
    }
}
