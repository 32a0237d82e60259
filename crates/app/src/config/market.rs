//! What is asked of KOPIS, Korea's box office.

use std::time::Duration;

use anyhow::{Result, bail};
use kopis::{KopisApi, KopisSettings};
use market::MarketTerms;
use sha2::{Digest, Sha256};

use super::values::{Values, cannot_be};

/// Longer is no key.
const MAX_KEY_CHARS: usize = 200;

/// Whether and how the market is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarketSettings {
    /// `None`: it is not.
    pub(crate) kopis: Option<KopisSettings>,
    /// How often it is asked.
    pub(crate) terms: MarketTerms,
}

impl MarketSettings {
    /// By which another key is known as such.
    pub(crate) fn key_digest(&self) -> Option<String> {
        let key = self.kopis.as_ref().map(|kopis| Sha256::digest(kopis.key.as_bytes()));
        key.map(hex::encode)
    }
}

/// What the settings say of it.
pub(super) fn market(values: Values<'_>) -> Result<MarketSettings> {
    let settings = KopisSettings {
        base_url: values.text("KOPIS_BASE_URL"),
        key: values.given("KOPIS_API_KEY").unwrap_or_default().trim().to_owned(),
    };
    if KopisApi::is_no_address(&settings.base_url) {
        bail!(cannot_be("KOPIS_BASE_URL", settings.base_url));
    }
    // The key is a secret, and is not shown when it is wrong.
    if settings.key.chars().count() > MAX_KEY_CHARS || settings.key.chars().any(char::is_control) {
        bail!("KOPIS_API_KEY must be of letters, digits and signs only, at most {MAX_KEY_CHARS}");
    }
    Ok(MarketSettings {
        kopis: (!settings.key.is_empty()).then_some(settings),
        terms: MarketTerms {
            budget: values.number("KOPIS_DAILY_BUDGET")?,
            pause: Duration::from_millis(values.number("KOPIS_PAUSE_MS")?),
            history_days: values.number("KOPIS_HISTORY_DAYS")?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::values;
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<MarketSettings> {
        values(variables, market)
    }

    #[test]
    fn without_a_key_nothing_is_read() {
        let settings = read(&[]).unwrap();
        assert_eq!((settings.kopis.clone(), settings.key_digest()), (None, None));
        assert_eq!(settings.terms.budget, 1_000);
        assert_eq!(settings.terms.pause, Duration::from_millis(300));
        assert_eq!(settings.terms.history_days, 400);
    }

    #[test]
    fn a_key_is_known_by_its_digest_and_shown_nowhere() {
        let settings = read(&[("KOPIS_API_KEY", " very-secret ")]).unwrap();
        assert_eq!(settings.kopis.as_ref().unwrap().key, "very-secret");
        assert_ne!(
            settings.key_digest(),
            read(&[("KOPIS_API_KEY", "another")]).unwrap().key_digest()
        );
        assert!(!format!("{settings:?}").contains("secret"));
        let error = read(&[("KOPIS_API_KEY", "very\nsecret")]).unwrap_err().to_string();
        assert!(
            error.starts_with("KOPIS_API_KEY must be") && !error.contains("secret"),
            "{error}"
        );
    }

    #[test]
    fn an_address_is_one_of_the_web() {
        assert!(read(&[("KOPIS_BASE_URL", "http://127.0.0.1:9/openApi/restful/")]).is_ok());
        for address in ["kopis", "ftp://kopis.example/", "https://"] {
            let error = read(&[("KOPIS_BASE_URL", address)]).unwrap_err().to_string();
            assert!(error.starts_with("KOPIS_BASE_URL cannot be"), "{error}");
        }
    }
}
