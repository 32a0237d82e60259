//! Slow hashes of passwords, and random tokens.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ports::driven::{PasswordHash, Secrets, Token, TokenDigest};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::common_passwords;

/// Hashes at a time: each takes 19 MiB, and both cores of a small machine.
const HASHES_AT_A_TIME: usize = 2;

/// Stands for the password of accounts that have none, or are none: checking it costs what checking a real one does.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hashed(&random_text()));

/// Argon2id with the library's parameters (19 MiB, 2 passes, as OWASP's cheat sheet has them), and the system's
/// randomness.
pub(crate) struct SystemSecrets {
    seats: Semaphore,
}

impl SystemSecrets {
    /// With two seats for hashing.
    pub(crate) fn new() -> Self {
        Self {
            seats: Semaphore::new(HASHES_AT_A_TIME),
        }
    }

    /// Runs one hash on a thread that may block, when there is a seat.
    async fn seated<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let _seat = self.seats.acquire().await.expect("the seats are never closed");
        tokio::task::spawn_blocking(work).await.expect("hashing does not panic")
    }
}

fn hashed(password: &str) -> String {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.expect("the system gives random numbers, and passwords are short")
        .to_string()
}

pub(crate) fn random_bytes() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    bytes
}

/// 256 random bits as text.
fn random_text() -> String {
    URL_SAFE_NO_PAD.encode(random_bytes())
}

/// A password that nobody has to remember for long: 20 letters and digits, 119 bits.
pub(crate) fn random_password() -> String {
    // Without those that look alike in print.
    const LETTERS: &[u8; 56] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    let mut password = String::new();
    while password.len() < 20 {
        // Bytes beyond the last whole round would make the first letters likelier.
        let fair = random_bytes().into_iter().filter(|byte| *byte < 224);
        password.extend(fair.map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()])));
    }
    password.truncate(20);
    password
}

#[async_trait]
impl Secrets for SystemSecrets {
    async fn hash(&self, password: &str) -> PasswordHash {
        let password = password.to_owned();
        PasswordHash(self.seated(move || hashed(&password)).await)
    }

    async fn verify(&self, password: &str, hash: Option<PasswordHash>) -> bool {
        let password = password.to_owned();
        self.seated(move || {
            let known = hash.as_ref().map_or(NOBODYS.as_str(), |hash| &hash.0);
            let same = Argon2::default().verify_password(password.as_bytes(), known).is_ok();
            same && hash.is_some()
        })
        .await
    }

    fn is_common(&self, password: &str) -> bool {
        common_passwords::contains(password)
    }

    fn new_token(&self, prefix: &'static str) -> Token {
        let secret = format!("{prefix}{}", random_text());
        Token {
            digest: self.digest(&secret),
            secret,
        }
    }

    fn digest(&self, token: &str) -> TokenDigest {
        TokenDigest(Sha256::digest(token.as_bytes()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other_is() {
        let secrets = SystemSecrets::new();
        let hash = secrets.hash("맞는 비밀번호입니다").await;
        assert!(hash.0.starts_with("$argon2id$"), "{}", hash.0);
        assert!(secrets.verify("맞는 비밀번호입니다", Some(hash.clone())).await);
        assert!(!secrets.verify("틀린 비밀번호입니다", Some(hash)).await);
        assert!(!secrets.verify("", None).await);
    }

    #[test]
    fn tokens_have_256_random_bits_and_are_kept_as_digest() {
        let secrets = SystemSecrets::new();
        let (one, other) = (secrets.new_token("fhs_"), secrets.new_token("fhs_"));
        assert_ne!(one.secret, other.secret);
        assert_eq!(one.secret.len(), "fhs_".len() + 43);
        assert!(secrets.digest(&one.secret) == one.digest && one.digest != other.digest);
    }

    #[test]
    fn random_passwords_differ_and_are_long() {
        let (one, other) = (random_password(), random_password());
        assert!(one != other && one.len() == 20 && one.chars().all(|letter| letter.is_ascii_alphanumeric()));
    }
}
