//! Passwords that are little more than who one is.

use crate::people::Email;
use crate::validation::Rule;

/// As much as a password must have besides its owner's name and address.
const FEWEST_CHARS_BESIDES: usize = 6;
/// Parts of a name or address that are shorter occur by chance.
const FEWEST_CHARS_OF_A_PART: usize = 2;

/// Refuses a password that is hardly more than the name or the address of its owner, whatever its case and whatever
/// stands between the parts: whoever guesses knows both.
pub fn check_own_words(password: &str, email: &Email, name: &str) -> Result<(), Rule> {
    let mut rest = plain(password);
    let whole = rest.len();
    let (local, host) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    let mut parts = vec![plain(email.as_str()), plain(local), plain(host), plain(name)];
    parts.extend(name.split_whitespace().map(plain));
    parts.extend(local.split(|c: char| !c.is_alphanumeric()).map(plain));
    parts.retain(|part| part.chars().count() >= FEWEST_CHARS_OF_A_PART);
    // The longest first, or a part of it would leave the rest behind.
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    for part in parts {
        rest = rest.replace(&part, "");
    }
    if rest.len() < whole && rest.chars().count() < FEWEST_CHARS_BESIDES {
        return Err(Rule::OwnWords);
    }
    Ok(())
}

/// Letters and digits alone, in lower case.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(password: &str) -> bool {
        let email = Email::parse("minsu.kim@haneul.example").unwrap();
        check_own_words(password, &email, "김민수 Minsu").is_err()
    }

    #[test]
    fn a_password_is_more_than_ones_name_and_address() {
        for own in [
            "minsu.kim@haneul.example",
            "MinsuKim2026!",
            "kim_minsu_1",
            "김민수김민수김민수1",
            "김민수 minsu 77",
            "haneul.example",
        ] {
            assert!(refused(own), "{own}");
        }
    }

    #[test]
    fn a_long_password_may_name_its_owner() {
        for good in [
            "minsu walks to the theatre",
            "purple elephant staircase",
            "김민수가 좋아하는 뮤지컬",
            "!!!!!!!!!!",
        ] {
            assert!(!refused(good), "{good}");
        }
    }
}
