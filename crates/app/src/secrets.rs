//! Slow hashes of passwords, and random tokens.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ports::driven::{HashLane, PasswordHash, Secrets, Token, TokenDigest, TooManyHashes};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::common_passwords;

/// Those who have an account and hash or wait for it, for each seat: some seconds of work.
const ACCOUNTS_PER_SEAT: usize = 16;
/// Strangers who hash or wait for it, for each seat.
const REGISTRATIONS_PER_SEAT: usize = 4;

/// Stands for the password of accounts that have none, or are none: checking it costs what checking a real one does.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hashed(&random_text()));

/// Argon2id, and the system's randomness.
pub(crate) struct SystemSecrets {
    seats: Arc<Semaphore>,
    /// Of the seats, registrations take at most half: they never stand between two who have an account.
    registration: Arc<Semaphore>,
    places_of_accounts: Arc<Semaphore>,
    places_of_registrations: Arc<Semaphore>,
}

impl SystemSecrets {
    /// With so many seats for hashing, of 12 MiB and a core each.
    pub(crate) fn new(seats: usize) -> Self {
        let bounded = |places| Arc::new(Semaphore::new(places));
        Self {
            seats: bounded(seats),
            registration: bounded((seats / 2).max(1)),
            places_of_accounts: bounded(seats * ACCOUNTS_PER_SEAT),
            places_of_registrations: bounded(seats * REGISTRATIONS_PER_SEAT),
        }
    }

    /// Runs one hash on a thread that may block, when there is a seat. Whoever hangs up while it runs leaves it running, so
    /// the seat belongs to the work.
    async fn seated<T: Send + 'static>(
        &self,
        lane: HashLane,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, TooManyHashes> {
        let places = match lane {
            HashLane::Account => &self.places_of_accounts,
            HashLane::Registration => &self.places_of_registrations,
        };
        let place = Arc::clone(places).try_acquire_owned().map_err(|_| TooManyHashes)?;
        let never_closed = "semaphores of hashes are never closed";
        let turn = match lane {
            HashLane::Account => None,
            HashLane::Registration => Some(
                Arc::clone(&self.registration)
                    .acquire_owned()
                    .await
                    .expect(never_closed),
            ),
        };
        let seat = Arc::clone(&self.seats).acquire_owned().await.expect(never_closed);
        let hashing = tokio::task::spawn_blocking(move || {
            let _held = (place, turn, seat);
            work()
        });
        Ok(hashing.await.expect("hashing does not panic"))
    }
}

/// Argon2id with 12 MiB and 3 passes: of the settings that OWASP's cheat sheet calls equal, one that leaves a small machine
/// its memory.
fn hasher() -> Argon2<'static> {
    let parameters = Params::new(12 * 1024, 3, 1, None).expect("OWASP's parameters are within bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
}

fn hashed(password: &str) -> String {
    let hash = hasher().hash_password(password.as_bytes());
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
    async fn hash(&self, password: &str, lane: HashLane) -> Result<PasswordHash, TooManyHashes> {
        let password = password.to_owned();
        self.seated(lane, move || PasswordHash(hashed(&password))).await
    }

    async fn verify(&self, password: &str, hash: Option<PasswordHash>) -> Result<bool, TooManyHashes> {
        let password = password.to_owned();
        self.seated(HashLane::Account, move || {
            let known = hash.as_ref().map_or(NOBODYS.as_str(), |hash| &hash.0);
            // By the parameters of the hash, whichever they are.
            let same = hasher().verify_password(password.as_bytes(), known).is_ok();
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
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Condvar, Mutex};
    use std::time::Duration;

    use tokio::task::JoinHandle;

    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other_is() {
        let secrets = SystemSecrets::new(2);
        let hash = secrets.hash("맞는 비밀번호입니다", HashLane::Account).await.unwrap();
        assert!(hash.0.starts_with("$argon2id$v=19$m=12288,t=3,p=1$"), "{}", hash.0);
        assert_eq!(
            secrets.verify("맞는 비밀번호입니다", Some(hash.clone())).await,
            Ok(true)
        );
        assert_eq!(secrets.verify("틀린 비밀번호입니다", Some(hash)).await, Ok(false));
        assert_eq!(secrets.verify("", None).await, Ok(false));
    }

    #[tokio::test]
    async fn a_hash_of_other_parameters_is_known_too() {
        let hash = Argon2::default().hash_password("맞는 비밀번호입니다".as_bytes());
        let hash = PasswordHash(hash.unwrap().to_string());
        let secrets = SystemSecrets::new(2);
        assert_eq!(secrets.verify("맞는 비밀번호입니다", Some(hash)).await, Ok(true));
    }

    /// Work that goes on until it is let go, and counts how much of it runs.
    #[derive(Clone, Default)]
    struct Work {
        running: Arc<AtomicUsize>,
        let_go: Arc<(Mutex<bool>, Condvar)>,
    }

    impl Work {
        fn run(&self) {
            self.running.fetch_add(1, Ordering::SeqCst);
            let (gone, told) = &*self.let_go;
            drop(told.wait_while(gone.lock().unwrap(), |gone| !*gone).unwrap());
            self.running.fetch_sub(1, Ordering::SeqCst);
        }

        fn running(&self) -> usize {
            self.running.load(Ordering::SeqCst)
        }

        async fn until_running(&self, number: usize) {
            while self.running() != number {
                tokio::task::yield_now().await;
            }
        }

        fn let_go(&self) {
            *self.let_go.0.lock().unwrap() = true;
            self.let_go.1.notify_all();
        }
    }

    /// A hash in this lane that goes on until it is let go.
    fn start(secrets: &Arc<SystemSecrets>, lane: HashLane, work: &Work) -> JoinHandle<Result<(), TooManyHashes>> {
        let (secrets, work) = (Arc::clone(secrets), work.clone());
        tokio::spawn(async move { secrets.seated(lane, move || work.run()).await })
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn whoever_hangs_up_does_not_free_the_seat_of_a_hash_that_runs() {
        let (secrets, work) = (Arc::new(SystemSecrets::new(2)), Work::default());
        for _ in 0..5 {
            let two = [(); 2].map(|()| start(&secrets, HashLane::Account, &work));
            work.until_running(2).await;
            two.iter().for_each(JoinHandle::abort);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(work.running(), 2);
        work.let_go();
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn registrations_leave_a_seat_to_whoever_signs_in_and_are_bounded() {
        let (secrets, work) = (Arc::new(SystemSecrets::new(2)), Work::default());
        let waiting = [(); 2 * REGISTRATIONS_PER_SEAT].map(|()| start(&secrets, HashLane::Registration, &work));
        work.until_running(1).await;
        while secrets.places_of_registrations.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let one_more = secrets.seated(HashLane::Registration, || ()).await;
        assert_eq!(one_more, Err(TooManyHashes));
        assert_eq!(secrets.seated(HashLane::Account, || 7).await, Ok(7), "at once");
        assert_eq!(work.running(), 1);
        work.let_go();
        for registration in waiting {
            assert_eq!(registration.await.unwrap(), Ok(()));
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_queue_of_those_who_sign_in_is_bounded_too() {
        let (secrets, work) = (Arc::new(SystemSecrets::new(2)), Work::default());
        let waiting = [(); 2 * ACCOUNTS_PER_SEAT].map(|()| start(&secrets, HashLane::Account, &work));
        while secrets.places_of_accounts.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(secrets.verify("", None).await, Err(TooManyHashes));
        work.let_go();
        for sign_in in waiting {
            assert_eq!(sign_in.await.unwrap(), Ok(()));
        }
    }

    #[test]
    fn tokens_have_256_random_bits_and_are_kept_as_digest() {
        let secrets = SystemSecrets::new(2);
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
