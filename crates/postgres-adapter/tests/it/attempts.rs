//! Attempts to sign in, counted for all servers together.

use std::net::IpAddr;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::people::Email;
use domain::slow_down::{FREE_ATTEMPTS, MEMORY};
use ports::driven::{AttemptKey, Housekeeping, SignInAttempts};

use crate::support::{Storage, address, instant};

fn account(name: &str) -> AttemptKey {
    AttemptKey::Account(Email::parse(&format!("{name}@example.com"), "").unwrap())
}

/// Whether an attempt is looked at.
async fn begin(storage: &Storage, keys: &[AttemptKey], now: DateTime<Utc>) -> bool {
    storage.attempts.begin(keys, now).await.unwrap().is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_come_at_once_so_many_are_looked_at() {
    let storage = Arc::new(Storage::new());
    let tries: Vec<_> = (0..30)
        .map(|number| {
            let storage = Arc::clone(&storage);
            // In either order, which must not let two wait for each other.
            let mut keys = vec![account("a"), AttemptKey::Address(address(1))];
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
async fn an_account_is_counted_from_wherever_and_an_address_for_whomever() {
    let storage = Storage::new();
    for number in 0..FREE_ATTEMPTS {
        let from = AttemptKey::Address(address(u8::try_from(number).unwrap()));
        assert!(begin(&storage, &[account("a"), from], instant()).await);
    }
    assert!(!begin(&storage, &[account("a"), AttemptKey::Address(address(99))], instant()).await);
    assert!(begin(&storage, &[account("b"), AttemptKey::Address(address(99))], instant()).await);
    for number in 0..FREE_ATTEMPTS - 1 {
        let of = account(&format!("user{number}"));
        assert!(begin(&storage, &[of, AttemptKey::Address(address(99))], instant()).await);
    }
    assert!(!begin(&storage, &[account("c"), AttemptKey::Address(address(99))], instant()).await);
}

#[tokio::test]
async fn who_is_sent_away_is_not_counted_and_may_come_again_after_the_wait() {
    let storage = Storage::new();
    let keys = [account("a")];
    for _ in 0..FREE_ATTEMPTS {
        assert!(begin(&storage, &keys, instant()).await);
    }
    for _ in 0..10 {
        let sent_away = storage.attempts.begin(&keys, instant()).await.unwrap().unwrap_err();
        assert_eq!(sent_away.wait(instant()), TimeDelta::seconds(1));
    }
    assert!(begin(&storage, &keys, instant() + TimeDelta::seconds(1)).await);
    assert!(
        !begin(&storage, &keys, instant() + TimeDelta::seconds(2)).await,
        "now it is two seconds"
    );
    assert!(begin(&storage, &keys, instant() + TimeDelta::seconds(3)).await);
}

#[tokio::test]
async fn the_right_password_clears_the_account_and_takes_back_its_own_count_of_the_address() {
    let storage = Storage::new();
    let keys = [account("a"), AttemptKey::Address(address(1))];
    for _ in 0..FREE_ATTEMPTS {
        assert!(begin(&storage, &keys, instant()).await);
    }
    let email = Email::parse("a@example.com", "").unwrap();
    storage.attempts.succeed(&email, Some(address(1))).await.unwrap();
    assert!(
        begin(&storage, &[account("a")], instant()).await,
        "the account is clear"
    );
    assert!(
        begin(&storage, &[AttemptKey::Address(address(1))], instant()).await,
        "one is taken back"
    );
    assert!(
        !begin(&storage, &[AttemptKey::Address(address(1))], instant()).await,
        "the others count"
    );
}

#[tokio::test]
async fn failures_are_forgotten_and_their_rows_removed() {
    let storage = Storage::new();
    for _ in 0..FREE_ATTEMPTS {
        begin(&storage, &[account("a")], instant()).await;
    }
    assert!(begin(&storage, &[account("a")], instant() + MEMORY).await);
    assert!(
        begin(&storage, &[account("a")], instant() + MEMORY).await,
        "counted anew from one"
    );
    storage.housekeeping.tidy(instant() + MEMORY * 3).await.unwrap();
    assert_eq!(storage.number("SELECT count(*) AS number FROM sign_in_attempt"), 0);
}

#[tokio::test]
async fn a_household_of_ipv6_counts_as_one_and_nothing_typed_is_kept() {
    let storage = Storage::new();
    for number in 0..FREE_ATTEMPTS {
        let from: IpAddr = format!("2001:db8:1:2::{number:x}").parse().unwrap();
        assert!(begin(&storage, &[AttemptKey::Address(from)], instant()).await);
    }
    let neighbour: IpAddr = "2001:db8:1:2:ffff::1".parse().unwrap();
    assert!(!begin(&storage, &[AttemptKey::Address(neighbour)], instant()).await);
    let elsewhere: IpAddr = "2001:db8:1:3::1".parse().unwrap();
    assert!(
        begin(
            &storage,
            &[account("secret"), AttemptKey::Address(elsewhere)],
            instant()
        )
        .await
    );
    let kept = storage.texts("SELECT key AS text FROM sign_in_attempt").join(" ");
    assert!(!kept.contains("secret") && !kept.contains("2001"), "{kept}");
}
