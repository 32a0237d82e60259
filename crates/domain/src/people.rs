//! Users and what they sign in with.

use std::borrow::Cow;
use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::access::{ProductionIds, Rights, Role, Visible};
use crate::limits::MAX_NAME_CHARS;
use crate::text::{as_seen, composed, shows_nothing};
use crate::validation::{Form, Rule, clean_line};

/// Shortest password, in characters.
pub const MIN_PASSWORD_CHARS: usize = 10;
/// Longest password, in characters.
pub const MAX_PASSWORD_CHARS: usize = 200;
/// Longest address, in bytes (RFC 5321).
const MAX_EMAIL_BYTES: usize = 254;

/// A session ends after this long without use.
pub const SESSION_IDLE: TimeDelta = TimeDelta::days(14);
/// A session ends this long after sign-in, however much it is used.
pub const SESSION_LIFE: TimeDelta = TimeDelta::days(90);
/// A place that an account was signed in to from is new again this long after its last use.
pub const PLACE_MEMORY: TimeDelta = TimeDelta::days(180);
/// A reset link works this long.
pub const RESET_LINK_LIFE: TimeDelta = TimeDelta::hours(24);
/// What the token of a reset link begins with.
pub const RESET_PREFIX: &str = "fhr_";
/// A registration that nobody activates goes after this long.
pub const REGISTRATION_LIFE: TimeDelta = TimeDelta::days(30);
/// Most registrations that wait for activation; the oldest gives way to a new one.
pub const MAX_WAITING_REGISTRATIONS: i64 = 200;
/// Most registrations an hour from one network.
pub const MAX_REGISTRATIONS_PER_HOUR: i64 = 5;
/// Most API keys of one user.
pub const MAX_API_KEYS: i64 = 50;
/// Most sessions of one user; the one unused for longest gives way to a new one.
pub const MAX_SESSIONS: i64 = 100;
/// A browser or network that an account was signed in to from is known this long after the last time.
pub const ORIGIN_LIFE: TimeDelta = TimeDelta::days(180);

/// Identifies one user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(pub Uuid);

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Identifies one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub Uuid);

/// Identifies one API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiKeyId(pub Uuid);

/// An e-mail address as it looks, trimmed and in lower case: two spellings are one account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address. What lies beyond its plain form is for the mail server to know.
    pub fn parse(text: &str) -> Result<Self, Rule> {
        let text = composed(as_seen(text).trim().to_lowercase().as_str()).into_owned();
        let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"');
        let well_formed = text
            .split_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && !host.is_empty() && !host.contains('@'));
        if text.len() > MAX_EMAIL_BYTES || !well_formed || text.chars().any(odd) {
            return Err(Rule::Malformed(Form::Email));
        }
        Ok(Self(text))
    }

    /// Reads the address of an account to be made: as [`Self::parse`], and without characters that nobody sees, which
    /// would make two addresses look like one.
    pub fn parse_new(text: &str) -> Result<Self, Rule> {
        let email = Self::parse(text)?;
        if email.0.chars().any(shows_nothing) {
            return Err(Rule::Malformed(Form::Email));
        }
        Ok(email)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person's name, cleaned. What nobody sees, or turns the direction of text, could show one person as another.
pub fn clean_name(text: &str) -> Result<String, Rule> {
    let name = clean_line(text, MAX_NAME_CHARS)?.ok_or(Rule::Required)?;
    if name.chars().any(shows_nothing) {
        return Err(Rule::FormatCharacter);
    }
    Ok(name)
}

/// A password in the form that is hashed: every keyboard writes it alike. Nothing else of it is touched.
pub fn composed_password(password: &str) -> Cow<'_, str> {
    composed(password)
}

/// Whether a password may be set. Length is all that is asked for: rules on its letters make passwords weaker.
pub fn check_password(password: &str) -> Result<(), Rule> {
    let chars = composed_password(password).chars().count();
    if chars < MIN_PASSWORD_CHARS {
        return Err(Rule::TooShort(MIN_PASSWORD_CHARS));
    }
    if chars > MAX_PASSWORD_CHARS {
        return Err(Rule::TooLong(MAX_PASSWORD_CHARS));
    }
    Ok(())
}

/// What a member is granted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grants {
    /// Whether the member uploads to the productions granted.
    pub can_upload: bool,
    /// Whether the member manages the productions granted, and enters new ones.
    pub can_manage_productions: bool,
    /// Whether the member sees all productions, also future ones.
    pub all_productions: bool,
    /// The productions granted.
    pub production_ids: ProductionIds,
}

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Identity.
    pub id: UserId,
    /// What one signs in with; unique.
    pub email: Email,
    /// Name, as others see it.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether one may enter.
    pub active: bool,
    /// What is granted; it matters for members only.
    pub grants: Grants,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When it first became active; a user who never was may be deleted.
    pub activated_at: Option<DateTime<Utc>>,
    /// Counts the changes, for `If-Match`.
    pub revision: i64,
}

impl User {
    /// What the user may; meaningful while active.
    pub fn rights(&self) -> Rights {
        Rights {
            role: self.role,
            can_upload: self.grants.can_upload,
            can_manage_productions: self.grants.can_manage_productions,
            granted: if self.grants.all_productions {
                Visible::All
            } else {
                Visible::Only(self.grants.production_ids.clone())
            },
        }
    }
}

/// A user as others see one: who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserName {
    /// Identity.
    pub id: UserId,
    /// Name.
    pub name: String,
}

/// A program by what it calls itself, whatever its version: `Mozilla/5.0 (… Firefox/128.0)` is the same browser after an
/// update.
pub fn browser_family(user_agent: &str) -> String {
    let is_version = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_');
    user_agent.chars().filter(|c| !is_version(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_an_address_are_one_account() {
        let email = Email::parse(" Producer@Example.COM ").unwrap();
        assert_eq!(email.as_str(), "producer@example.com");
        let composed = Email::parse("기획팀@example.com").unwrap();
        let apart = "\u{1100}\u{1175}\u{1112}\u{116C}\u{11A8}\u{1110}\u{1175}\u{11B7}@Example.com\u{200B}";
        assert_eq!(Email::parse(apart).unwrap(), composed);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@example.com", "a".repeat(250));
        for text in [
            "", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "<a@b>", "a@b,c@d", &long,
        ] {
            let told = Email::parse(text);
            // A line break at the end is trimmed like any space.
            assert_eq!(told.is_err(), text != "a@b\n", "{text:?}");
        }
    }

    #[test]
    fn a_browser_is_the_same_after_an_update_and_another_is_not() {
        let firefox =
            |version: &str| format!("Mozilla/5.0 (X11; Linux x86_64; rv:{version}) Gecko/20100101 Firefox/{version}");
        assert_eq!(browser_family(&firefox("128.0")), browser_family(&firefox("129.0.1")));
        let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7; rv:128.0) Gecko/20100101 Firefox/128.0";
        assert_ne!(browser_family(mac), browser_family(&firefox("128.0")));
    }

    #[test]
    fn names_and_new_addresses_have_nothing_that_nobody_sees() {
        for hidden in ["\u{200D}", "\u{200C}", "\u{115F}", "\u{E0041}", "\u{206A}"] {
            let name = clean_name(&format!("ad{hidden}min")).unwrap_err();
            assert_eq!(name, Rule::FormatCharacter, "{hidden:?}");
            let email = format!("ad{hidden}min@example.com");
            assert!(Email::parse_new(&email).is_err(), "{hidden:?}");
            assert!(Email::parse(&email).is_ok(), "one that is kept already is still read");
        }
        for left_out in ["\u{202E}", "\u{200B}", "\u{00AD}", "\u{3164}", "\u{2066}"] {
            assert_eq!(clean_name(&format!("ad{left_out}min")).unwrap(), "admin");
            let email = Email::parse_new(&format!("ad{left_out}min@example.com")).unwrap();
            assert_eq!(email.as_str(), "admin@example.com");
        }
        assert_eq!(clean_name("홍길동 Gil-dong é").unwrap(), "홍길동 Gil-dong é");
        assert!(
            Email::parse_new("관리자@example.com").is_ok(),
            "other scripts are no deceit by themselves"
        );
    }

    #[test]
    fn passwords_have_10_to_200_characters_of_any_script() {
        for (password, rule) in [
            ("짧은 비밀번호", Some(Rule::TooShort(10))),
            ("열 글자가 넘는 비밀번호", None),
            (&"x".repeat(200), None),
            (&"x".repeat(201), Some(Rule::TooLong(200))),
            // Four syllables in twelve characters, and two hundred in six hundred.
            (&"\u{1112}\u{1161}\u{11AB}".repeat(4), Some(Rule::TooShort(10))),
            (&"\u{1112}\u{1161}\u{11AB}".repeat(200), None),
        ] {
            assert_eq!(check_password(password).err(), rule);
        }
    }
}
