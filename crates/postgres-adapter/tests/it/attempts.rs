//! Attempts to sign in, counted for all servers together.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::network::Network;
use domain::people::{Email, ORIGIN_LIFE, SessionId};
use domain::slow_down::{FREE_ATTEMPTS, FREE_ATTEMPTS_OF_ALL, MEMORY};
use ports::driven::{AttemptKey, Familiarity, Housekeeping, Origin, SignInAttempts, TokenDigest};
use uuid::Uuid;

use crate::support::{Storage, address, instant};

fn email(name: &str) -> Email {
    Email::parse(&format!("{name}@example.com")).unwrap()
}

fn account(name: &str) -> AttemptKey {
    AttemptKey::Account(email(name))
}

fn network(number: u8) -> Network {
    Network::of(address(number))
}

fn from(number: u8) -> AttemptKey {
    AttemptKey::Network(network(number))
}

/// A stranger's attempt at an account.
fn stranger(name: &str, number: u8) -> [AttemptKey; 3] {
    let own = AttemptKey::AccountFrom(email(name), network(number));
    [own, from(number), account(name)]
}

/// Whether an attempt is looked at.
async fn begin(storage: &Storage, keys: &[AttemptKey], now: DateTime<Utc>) -> bool {
    storage.attempts.begin(keys, now).await.unwrap().is_ok()
}

fn rows(storage: &Storage) -> i64 {
    storage.number("SELECT count(*) AS number FROM sign_in_attempt")
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_come_at_once_so_many_are_looked_at() {
    let storage = Arc::new(Storage::new());
    let tries: Vec<_> = (0..30)
        .map(|number| {
            let storage = Arc::clone(&storage);
            // In either order, which must not let two wait for each other.
            let mut keys = stranger("a", 1);
            if number % 2 == 0 {
                keys.reverse();
            }
            tokio::spawn(async move { begin(&storage, &keys, instant()).await })
        })
        .collect();
    let mut looked_at = 0;
    for answer in tries {
        looked_at += u32::from(answer.await.unwrap());
    }
    assert_eq!(looked_at, FREE_ATTEMPTS);
}

#[tokio::test]
async fn an_account_is_counted_for_each_network_and_a_network_for_whomever() {
    let storage = Storage::new();
    for _ in 0..FREE_ATTEMPTS {
        assert!(begin(&storage, &stranger("a", 1), instant()).await);
    }
    assert!(!begin(&storage, &stranger("a", 1), instant()).await);
    assert!(
        !begin(&storage, &stranger("b", 1), instant()).await,
        "the network waits for whomever"
    );
    assert!(
        begin(&storage, &stranger("a", 2), instant()).await,
        "another network does not"
    );
}

#[tokio::test]
async fn what_many_networks_guess_at_one_account_together_is_bounded() {
    let storage = Storage::new();
    for number in 0..FREE_ATTEMPTS_OF_ALL {
        let keys = stranger("a", u8::try_from(number).unwrap());
        assert!(begin(&storage, &keys, instant()).await, "{number}");
    }
    assert!(!begin(&storage, &stranger("a", 200), instant()).await);
    assert!(begin(&storage, &stranger("b", 200), instant()).await);
}

/// Whether somebody gets to sign in who comes each second from `at` on, within a minute.
async fn gets_in(storage: &Storage, keys: &[AttemptKey], at: DateTime<Utc>) -> bool {
    for second in 0..=60 {
        if begin(storage, keys, at + TimeDelta::seconds(second)).await {
            return true;
        }
    }
    false
}

#[tokio::test]
async fn a_siege_of_ten_minutes_keeps_the_owner_waiting_no_longer_than_a_minute() {
    let storage = Storage::new();
    let owner_elsewhere = stranger("a", 2);
    let owner_in_a_known_browser = [AttemptKey::AccountIn(email("a"), TokenDigest([7; 32]))];
    let mut guesses = 0;
    for half in 0..1_200 {
        let now = instant() + TimeDelta::milliseconds(half * 500);
        guesses += u32::from(begin(&storage, &stranger("a", 1), now).await);
        // The owner comes in the middle of it, as often as a person does.
        if half % 180 == 90 {
            for keys in [&owner_elsewhere[..], &owner_in_a_known_browser] {
                assert!(begin(&storage, keys, now).await, "at once, after {half} half seconds");
                storage.attempts.succeed(keys).await.unwrap();
            }
        }
    }
    assert!(guesses < 25, "the siege itself is slowed down: {guesses}");
    assert!(gets_in(&storage, &stranger("a", 1), instant() + TimeDelta::minutes(10)).await);
}

#[tokio::test]
async fn a_siege_from_many_networks_leaves_a_known_browser_and_a_known_network_alone() {
    let storage = Storage::new();
    for number in 0..250 {
        let now = instant() + TimeDelta::milliseconds(number * 100);
        begin(&storage, &stranger("a", u8::try_from(number).unwrap()), now).await;
    }
    let now = instant() + TimeDelta::seconds(25);
    assert!(!begin(&storage, &stranger("a", 251), now).await, "a stranger waits");
    let known_browser = [AttemptKey::AccountIn(email("a"), TokenDigest([7; 32]))];
    let known_network = [AttemptKey::AccountFrom(email("a"), network(251)), from(251)];
    assert!(begin(&storage, &known_browser, now).await);
    assert!(begin(&storage, &known_network, now).await);
    assert!(begin(&storage, &[AttemptKey::Session(SessionId(Uuid::nil()))], now).await);
}

#[tokio::test]
async fn who_is_sent_away_is_not_counted_and_may_come_again_after_the_wait() {
    let storage = Storage::new();
    let keys = [from(1)];
    for _ in 0..FREE_ATTEMPTS {
        assert!(begin(&storage, &keys, instant()).await);
    }
    for _ in 0..10 {
        let wait = storage.attempts.begin(&keys, instant()).await.unwrap().unwrap_err();
        assert_eq!(wait, TimeDelta::seconds(1));
    }
    assert!(begin(&storage, &keys, instant() + TimeDelta::seconds(1)).await);
    assert!(
        !begin(&storage, &keys, instant() + TimeDelta::seconds(2)).await,
        "now it is two seconds"
    );
    assert!(begin(&storage, &keys, instant() + TimeDelta::seconds(3)).await);
}

#[tokio::test]
async fn an_attempt_that_is_refused_leaves_no_row() {
    let storage = Storage::new();
    for _ in 0..FREE_ATTEMPTS {
        begin(&storage, &[from(1)], instant()).await;
    }
    let before = rows(&storage);
    for number in 0..20 {
        assert!(!begin(&storage, &stranger(&format!("new{number}"), 1), instant()).await);
    }
    assert_eq!(rows(&storage), before);
}

#[tokio::test]
async fn the_right_password_clears_its_own_lane_and_takes_back_its_count_of_the_others() {
    let storage = Storage::new();
    let keys = stranger("a", 1);
    for _ in 0..FREE_ATTEMPTS {
        assert!(begin(&storage, &keys, instant()).await);
    }
    storage.attempts.succeed(&keys).await.unwrap();
    assert!(begin(&storage, &keys[..1], instant()).await, "its own lane is clear");
    assert!(begin(&storage, &keys[1..2], instant()).await, "one is taken back");
    assert!(!begin(&storage, &keys[1..2], instant()).await, "the others count");
    storage.attempts.take_back(&keys[1..2]).await.unwrap();
    assert!(begin(&storage, &keys[1..2], instant()).await);
}

#[tokio::test]
async fn failures_are_forgotten_and_their_rows_removed() {
    let storage = Storage::new();
    for _ in 0..FREE_ATTEMPTS {
        begin(&storage, &[from(1)], instant()).await;
    }
    assert!(begin(&storage, &[from(1)], instant() + MEMORY).await);
    assert!(
        begin(&storage, &[from(1)], instant() + MEMORY).await,
        "counted anew from one"
    );
    storage
        .housekeeping
        .remove_expired(instant() + MEMORY * 3)
        .await
        .unwrap();
    assert_eq!(rows(&storage), 0);
}

#[tokio::test]
async fn nothing_typed_is_kept() {
    let storage = Storage::new();
    assert!(begin(&storage, &stranger("secret", 9), instant()).await);
    let kept = storage.texts("SELECT key AS text FROM sign_in_attempt").join(" ");
    assert!(!kept.contains("secret") && !kept.contains("203.0"), "{kept}");
}

#[tokio::test]
async fn an_account_knows_the_browsers_and_networks_it_was_signed_in_to_from() {
    let storage = Storage::new();
    let (owner, other) = (storage.enter_member("a@example.com").await, email("b"));
    storage.enter_member("b@example.com").await;
    let origin = |browser: u8, number| Origin {
        network: Some(network(number)),
        browser: Some(TokenDigest([browser; 32])),
    };
    storage
        .attempts
        .remember(owner.id, &origin(1, 1), instant())
        .await
        .unwrap();
    let familiar = async |account: &Email, origin: &Origin, now| {
        let Familiarity { browser, network } = storage.attempts.familiarity(account, origin, now).await.unwrap();
        (browser, network)
    };
    let later = instant() + ORIGIN_LIFE - TimeDelta::hours(1);
    assert_eq!(familiar(&owner.email, &origin(1, 1), later).await, (true, true));
    assert_eq!(familiar(&owner.email, &origin(1, 2), later).await, (true, false));
    assert_eq!(familiar(&owner.email, &origin(2, 1), later).await, (false, true));
    assert_eq!(familiar(&owner.email, &Origin::default(), later).await, (false, false));
    assert_eq!(familiar(&other, &origin(1, 1), later).await, (false, false));
    assert_eq!(familiar(&email("nobody"), &origin(1, 1), later).await, (false, false));
    let too_late = instant() + ORIGIN_LIFE;
    assert_eq!(familiar(&owner.email, &origin(1, 1), too_late).await, (false, false));
    for number in 2..100 {
        let now = instant() + TimeDelta::minutes(number.into());
        storage
            .attempts
            .remember(owner.id, &origin(number, number), now)
            .await
            .unwrap();
    }
    assert_eq!(storage.number("SELECT count(*) AS number FROM sign_in_origin"), 50);
    assert_eq!(familiar(&owner.email, &origin(99, 99), later).await, (true, true));
    let long_ago = instant() + ORIGIN_LIFE * 2;
    storage.housekeeping.remove_expired(long_ago).await.unwrap();
    assert_eq!(storage.number("SELECT count(*) AS number FROM sign_in_origin"), 0);
}
