use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A text that is no name of a folder, secret or recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct InvalidName(&'static str);

impl InvalidName {
    pub(super) const fn new(expected: &'static str) -> Self {
        Self(expected)
    }
}

macro_rules! name {
    ($(#[$meta:meta])* $name:ident, $most:literal, $expected:literal, $plain:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The word.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = InvalidName;

            fn from_str(name: &str) -> Result<Self, InvalidName> {
                let is_plain: fn(u8) -> bool = $plain;
                let fits = (1..=$most).contains(&name.len()) && name.bytes().all(is_plain);
                fits.then(|| Self(name.to_owned())).ok_or(InvalidName($expected))
            }
        }
    };
}

name!(
    /// The name that the configuration gives to a folder.
    FolderName,
    40,
    "1 to 40 letters, digits, '-', '_' and '.'",
    |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
);

name!(
    /// The name that the configuration gives to a secret.
    SecretName,
    60,
    "1 to 60 letters A-Z, digits and '_'",
    |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_'
);

name!(
    /// The name of a recipe, also in addresses.
    RecipeName,
    40,
    "1 to 40 letters a-z, digits and '-'",
    |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_words() {
        for name in ["inbox", "nas-2", "A.b_c", &"x".repeat(40)] {
            assert_eq!(name.parse::<FolderName>().unwrap().to_string(), name);
        }
        for name in ["", "a/b", "..\\", "가", &"x".repeat(41)] {
            assert!(name.parse::<FolderName>().is_err(), "{name}");
        }
        assert_eq!("HANEUL_ID".parse::<SecretName>().unwrap().as_str(), "HANEUL_ID");
        for name in ["", "haneul", "A-B", "A/B", "."] {
            assert!(name.parse::<SecretName>().is_err(), "{name}");
        }
        assert_eq!("haneul-ticket".parse::<RecipeName>().unwrap().as_str(), "haneul-ticket");
        for name in ["", "A", "a_b", "a/b"] {
            assert!(name.parse::<RecipeName>().is_err(), "{name}");
        }
    }
}
