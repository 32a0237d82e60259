//! Codes of second factors: HOTP (RFC 4226) of the time (RFC 6238), by well-kept libraries for the hashes; what is left are
//! the five lines that shorten one.

use domain::second_factor::{CODE_DIGITS, FactorSecret, RECOVERY_ALPHABET, RECOVERY_CODE_CHARS, Step};
use hmac::{Hmac, KeyInit, Mac};
use ports::driven::FactorCodes;
use sha1::Sha1;

use crate::secrets::random_bytes;

/// By the system's randomness.
pub(crate) struct SystemFactorCodes;

impl FactorCodes for SystemFactorCodes {
    fn new_secret(&self) -> FactorSecret {
        let mut secret = [0; 20];
        secret.copy_from_slice(&random_bytes()[..20]);
        FactorSecret(secret)
    }

    fn code(&self, secret: &FactorSecret, step: Step) -> String {
        let mut hash = <Hmac<Sha1> as KeyInit>::new_from_slice(&secret.0).expect("a key may have any length");
        hash.update(&step.0.to_be_bytes());
        let hash = hash.finalize().into_bytes();
        // RFC 4226, 5.3: its last four bits say which 31 of its bits are taken.
        let at = usize::from(hash[19] & 0xf);
        let taken = u32::from_be_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]) & 0x7fff_ffff;
        format!("{:0CODE_DIGITS$}", taken % 1_000_000)
    }

    fn new_recovery_code(&self) -> String {
        let letter = |byte: u8| char::from(RECOVERY_ALPHABET[usize::from(byte) % RECOVERY_ALPHABET.len()]);
        random_bytes()
            .into_iter()
            .take(RECOVERY_CODE_CHARS)
            .map(letter)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::second_factor::TypedCode;

    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        let secret = FactorSecret(*b"12345678901234567890");
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let step = Step::at(DateTime::from_timestamp(seconds, 0).unwrap());
            assert_eq!(SystemFactorCodes.code(&secret, step), code, "{seconds}");
        }
    }

    #[test]
    fn secrets_and_recovery_codes_are_random_and_can_be_typed() {
        assert_ne!(SystemFactorCodes.new_secret(), SystemFactorCodes.new_secret());
        let code = SystemFactorCodes.new_recovery_code();
        assert_ne!(code, SystemFactorCodes.new_recovery_code());
        assert_eq!(TypedCode::read(&code.to_lowercase()), Some(TypedCode::Recovery(code)));
    }
}
