//! Ticket agencies.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

/// The code of an agency: 1 to 32 lower-case letters (of any script), digits, `-`, `_`, `.`. Clones share it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyCode(Arc<str>);

/// A text that cannot be the code of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an agency is 1 to 32 letters, digits, '-', '_' or '.'")]
pub struct InvalidAgency;

/// Most characters of a code.
const MAX_CHARS: usize = 32;

/// The agencies that everybody knows: code, name, and how people write them, without blanks and case.
const KNOWN: [(&str, &str, &[&str]); 5] = [
    ("interpark", "인터파크", &["인터파크", "인터파크티켓", "interpark"]),
    ("nol", "NOL 티켓", &["nol", "nol티켓", "놀티켓"]),
    ("yes24", "예스24", &["예스24", "yes24", "예스24티켓"]),
    ("melon", "멜론티켓", &["멜론", "멜론티켓", "melon"]),
    ("ticketlink", "티켓링크", &["티켓링크", "ticketlink"]),
];

impl AgencyCode {
    /// The agency that everybody knows under this name, which has neither blanks nor capitals.
    pub fn known(name: &str) -> Option<Self> {
        let found = KNOWN.iter().find(|(_, _, names)| names.contains(&name));
        found.map(|(code, ..)| Self((*code).into()))
    }

    /// The code of an agency that nobody knows: of its name, without blanks and capitals, what a code may hold. `None`
    /// when nothing is left.
    pub fn of_name(name: &str) -> Option<Self> {
        let code: String = name.chars().filter(|c| may_stand(*c)).take(MAX_CHARS).collect();
        (!code.is_empty()).then(|| Self(code.into()))
    }

    /// The code in answers and in the database.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The name in answers, if everybody knows this agency.
    pub fn known_name(&self) -> Option<&'static str> {
        let found = KNOWN.iter().find(|(code, ..)| *code == &*self.0);
        found.map(|(_, name, _)| *name)
    }
}

impl FromStr for AgencyCode {
    type Err = InvalidAgency;

    fn from_str(code: &str) -> Result<Self, InvalidAgency> {
        let code = code.to_lowercase();
        let fits = (1..=MAX_CHARS).contains(&code.chars().count()) && code.chars().all(may_stand);
        if fits {
            Ok(Self(code.into()))
        } else {
            Err(InvalidAgency)
        }
    }
}

impl fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn may_stand(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_agencies_keep_their_codes_and_names() {
        let code = AgencyCode::known("yes24").unwrap();
        assert_eq!((code.code(), code.known_name()), ("yes24", Some("예스24")));
        assert_eq!(AgencyCode::known("놀티켓").unwrap().code(), "nol");
        assert_ne!(AgencyCode::known("nol"), AgencyCode::known("인터파크"));
        assert_eq!(AgencyCode::known("별빛티켓"), None);
    }

    #[test]
    fn another_agency_is_called_by_what_a_code_may_hold_of_its_name() {
        assert_eq!(AgencyCode::of_name("별빛티켓(주)").unwrap().code(), "별빛티켓주");
        assert_eq!(AgencyCode::of_name("a".repeat(40).as_str()).unwrap().code().len(), 32);
        assert_eq!(AgencyCode::of_name("※!"), None);
        assert!("box-office".parse::<AgencyCode>().is_ok());
        for none in ["", "a b", &"a".repeat(33)] {
            assert!(none.parse::<AgencyCode>().is_err(), "{none}");
        }
    }
}
