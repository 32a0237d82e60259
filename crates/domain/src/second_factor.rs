//! The second factor of signing in: codes of an authenticator (TOTP, RFC 6238), and recovery codes for when it is lost.

use chrono::{DateTime, Utc};

use crate::access::Role;

/// How long a code is shown.
pub const STEP_SECONDS: i64 = 30;
/// Digits of a code.
pub const CODE_DIGITS: usize = 6;
/// Steps before and after the present one whose codes are taken as well: clocks of telephones go wrong, and people type
/// slowly.
const TOLERATED_STEPS: i64 = 1;
/// Recovery codes that somebody is given at a time.
pub const RECOVERY_CODES: usize = 10;
/// Letters and digits of a recovery code. Each has 5 bits: with 120 a plain hash keeps it safely.
pub const RECOVERY_CODE_CHARS: usize = 24;
/// What recovery codes are made of: without those that look alike.
pub const RECOVERY_ALPHABET: &[u8; 32] = b"ABCDEFGHJKMNPQRSTVWXYZ0123456789";

/// The secret of a second factor, which its owner's authenticator knows too. Whoever has it can make codes, so `Debug`
/// does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct FactorSecret(pub [u8; 20]);

impl FactorSecret {
    /// As authenticators take it: Base32 (RFC 4648), 32 letters and digits.
    pub fn base32(&self) -> String {
        const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let letters = self.0.chunks(5).flat_map(|group| {
            let bits = group.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            (0..8).rev().map(move |letter| (bits >> (5 * letter)) & 0b1_1111)
        });
        let letter = |index| char::from(ALPHABET[usize::try_from(index).expect("five bits")]);
        letters.map(letter).collect()
    }
}

impl std::fmt::Debug for FactorSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FactorSecret(…)")
    }
}

/// A step of 30 seconds since 1970; each has a code of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(pub i64);

impl Step {
    /// The step of an instant.
    pub fn at(instant: DateTime<Utc>) -> Self {
        Self(instant.timestamp().div_euclid(STEP_SECONDS))
    }

    /// The steps whose codes are taken at `now`. A code is taken once: neither that of `last`, which was taken before,
    /// nor an earlier one.
    pub fn taken(now: DateTime<Utc>, last: Option<Self>) -> impl Iterator<Item = Self> {
        let Self(present) = Self::at(now);
        (present - TOLERATED_STEPS..=present + TOLERATED_STEPS)
            .map(Self)
            .filter(move |step| last.is_none_or(|last| *step > last))
    }
}

/// A code as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedCode {
    /// Six digits of an authenticator.
    Authenticator(String),
    /// A recovery code, in its plain form.
    Recovery(String),
}

impl TypedCode {
    /// Reads what was typed, whatever its case, with or without blanks and hyphens; `None` for what can be no code.
    pub fn read(text: &str) -> Option<Self> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            // The letters that are left out are typed for the digits that they look like.
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .take(RECOVERY_CODE_CHARS + 1)
            .collect();
        if plain.len() == CODE_DIGITS && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::Authenticator(plain));
        }
        let is_recovery = plain.len() == RECOVERY_CODE_CHARS && plain.bytes().all(|b| RECOVERY_ALPHABET.contains(&b));
        is_recovery.then_some(Self::Recovery(plain))
    }
}

/// A recovery code as its owner is shown it: `ABCD-EFGH-…`, of 24 letters and digits.
pub fn grouped(code: &str) -> String {
    let letters: Vec<_> = code.chars().collect();
    let groups = letters.chunks(4).map(String::from_iter);
    groups.collect::<Vec<_>>().join("-")
}

/// Of whom a second factor is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FactorPolicy {
    /// Of nobody: whoever wants has one.
    #[default]
    Off,
    /// Of masters and admins.
    Admins,
}

impl FactorPolicy {
    /// Whether somebody of this role must have a second factor.
    pub fn demands(self, role: Role) -> bool {
        match self {
            Self::Off => false,
            Self::Admins => role.is_office(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn a_code_is_taken_for_a_step_before_and_after_its_own() {
        let steps = |now| {
            Step::taken(instant(now), None)
                .map(|Step(step)| step)
                .collect::<Vec<_>>()
        };
        assert_eq!(steps(59), [0, 1, 2]);
        assert_eq!(steps(60), [1, 2, 3]);
    }

    #[test]
    fn a_code_is_taken_once_and_no_earlier_one_after_it() {
        let steps = |last| {
            let taken = Step::taken(instant(60), Some(Step(last)));
            taken.map(|Step(step)| step).collect::<Vec<_>>()
        };
        assert_eq!(steps(0), [1, 2, 3]);
        assert_eq!(steps(2), [3]);
        assert_eq!(steps(3), [0; 0]);
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        let authenticator = Some(TypedCode::Authenticator("012345".to_owned()));
        assert_eq!(TypedCode::read(" 012 345 "), authenticator);
        assert_eq!(TypedCode::read("o12345"), authenticator);
        let recovery = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01";
        let plain = recovery.replace('-', "");
        for typed in [
            recovery,
            &recovery.to_lowercase(),
            &plain,
            "abcd efgh jkmn pqrs tvwx yzOl",
        ] {
            assert_eq!(
                TypedCode::read(typed),
                Some(TypedCode::Recovery(plain.clone())),
                "{typed}"
            );
        }
        assert_eq!(grouped(&plain), recovery);
        let long = "1".repeat(1_000_000);
        for no_code in [
            "",
            "12345",
            "1234567",
            "１２３４５６",
            "ABCD-EFGH",
            "ABCD-EFGH-JKMN-PQRS-TVWX-YZU1",
            &long,
        ] {
            assert_eq!(TypedCode::read(no_code), None);
        }
    }

    #[test]
    fn a_secret_is_told_in_base32_and_to_no_log() {
        let secret = FactorSecret(*b"12345678901234567890");
        assert_eq!(secret.base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(format!("{secret:?}"), "FactorSecret(…)");
    }

    #[test]
    fn letters_that_look_alike_are_in_no_recovery_code() {
        assert!(b"OIL".iter().all(|letter| !RECOVERY_ALPHABET.contains(letter)));
    }

    #[test]
    fn a_second_factor_is_demanded_of_masters_and_admins_where_it_is_configured() {
        let demanded = |policy: FactorPolicy| Role::ALL.map(|role| policy.demands(role));
        assert_eq!(demanded(FactorPolicy::Off), [false; 3]);
        assert_eq!(demanded(FactorPolicy::Admins), [true, true, false]);
    }
}
