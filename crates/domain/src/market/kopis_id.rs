use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Shows of one production: the venues of a tour.
pub const MAX_KOPIS_IDS: usize = 10;
const MAX_DIGITS: usize = 12;

/// How KOPIS identifies a show: `PF` and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KopisId(String);

/// A text that identifies no show.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("PF and 1 to 12 digits, as PF123456")]
pub struct InvalidKopisId;

impl KopisId {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KopisId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for KopisId {
    type Err = InvalidKopisId;

    fn from_str(text: &str) -> Result<Self, InvalidKopisId> {
        let digits = text.strip_prefix("PF").ok_or(InvalidKopisId)?;
        let fits = (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| Self(text.to_owned())).ok_or(InvalidKopisId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_two_letters_and_digits() {
        assert_eq!("PF900001".parse::<KopisId>().unwrap().as_str(), "PF900001");
        for text in [
            "",
            "PF",
            "pf900001",
            "PF90000a",
            "../etc",
            "PF1234567890123",
            " PF1",
            "PF１",
        ] {
            assert_eq!(text.parse::<KopisId>(), Err(InvalidKopisId), "{text}");
        }
    }
}
