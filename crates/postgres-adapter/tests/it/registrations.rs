//! Registrations: how many there may be, and when they go.

use std::net::IpAddr;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::network::Network;
use domain::people::{MAX_REGISTRATIONS_PER_HOUR, MAX_WAITING_REGISTRATIONS, REGISTRATION_LIFE, User};
use ports::actor::Actor;
use ports::driven::{Housekeeping, PasswordHash, Registration, UserRepository};

use crate::support::{Storage, address, instant, member};

fn newcomer(email: &str, at: DateTime<Utc>) -> User {
    User {
        active: false,
        activated_at: None,
        created_at: at,
        ..member(email)
    }
}

async fn register(storage: &Storage, email: &str, from: u8, at: DateTime<Utc>) -> Registration {
    let by = Actor::stranger(Some(address(from)));
    let password = PasswordHash("hash".to_owned());
    storage
        .users
        .register(&newcomer(email, at), &password, &by)
        .await
        .unwrap()
}

/// Whether a registration from there may go on.
async fn begins(storage: &Storage, from: IpAddr, at: DateTime<Utc>) -> bool {
    storage.users.begin_registration(Network::of(from), at).await.unwrap()
}

#[tokio::test]
async fn a_known_address_changes_nothing() {
    let storage = Storage::new();
    let known = storage.enter_member("a@example.com").await;
    assert_eq!(
        register(&storage, "a@example.com", 1, instant()).await,
        Registration::Known
    );
    assert_eq!(storage.users.find(known.id).await.unwrap(), Some(known));
    assert_eq!(
        register(&storage, "b@example.com", 1, instant()).await,
        Registration::Waiting
    );
    assert_eq!(
        register(&storage, "b@example.com", 1, instant()).await,
        Registration::Known
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_a_few_an_hour_from_one_network_however_many_come_at_once() {
    let storage = Arc::new(Storage::new());
    let limit = usize::try_from(MAX_REGISTRATIONS_PER_HOUR).unwrap();
    let tries: Vec<_> = (0..limit + 3)
        .map(|_| {
            let storage = Arc::clone(&storage);
            tokio::spawn(async move { begins(&storage, address(1), instant()).await })
        })
        .collect();
    let mut begun = 0;
    for answer in tries {
        begun += usize::from(answer.await.unwrap());
    }
    assert_eq!(begun, limit);
    let kept = storage.number("SELECT count(*) AS number FROM registration_attempt");
    assert_eq!(kept, MAX_REGISTRATIONS_PER_HOUR, "those refused left nothing");
    assert!(begins(&storage, address(2), instant()).await);
    assert!(begins(&storage, address(1), instant() + TimeDelta::hours(1)).await);
}

#[tokio::test]
async fn a_household_of_ipv6_registers_as_one() {
    let storage = Storage::new();
    for number in 0..MAX_REGISTRATIONS_PER_HOUR {
        let from = format!("2001:db8:1:2::{number:x}").parse().unwrap();
        assert!(begins(&storage, from, instant()).await);
    }
    let neighbour = "2001:db8:1:2:ffff::1".parse().unwrap();
    assert!(!begins(&storage, neighbour, instant()).await);
    assert!(begins(&storage, "2001:db8:1:3::1".parse().unwrap(), instant()).await);
}

/// As many as may wait, registered one a minute, the oldest first.
fn fill_the_waiting_room(storage: &Storage) {
    storage
        .execute(&format!(
            "INSERT INTO account (id, email, name, role, active, can_upload, can_manage_productions, all_productions,
                                  created_at, registered_from)
             SELECT gen_random_uuid(), 'w' || n || '@example.com', 'x', 'member', false, false, false, false,
                    timestamptz '2026-11-20T00:00:00Z' + n * interval '1 minute', '203.0.113.9'
             FROM generate_series(1, {MAX_WAITING_REGISTRATIONS}) AS n"
        ))
        .unwrap();
}

fn waiting(storage: &Storage) -> i64 {
    storage.number("SELECT count(*) AS number FROM account WHERE activated_at IS NULL AND registered_from IS NOT NULL")
}

#[tokio::test]
async fn the_oldest_waiting_registration_gives_way_to_a_new_one() {
    let storage = Storage::new();
    fill_the_waiting_room(&storage);
    assert_eq!(
        register(&storage, "a@example.com", 1, instant()).await,
        Registration::Waiting
    );
    assert_eq!(waiting(&storage), MAX_WAITING_REGISTRATIONS);
    let gone = storage.texts("SELECT before ->> 'email' AS text FROM audit_entry WHERE action = 'user.deleted'");
    assert_eq!(gone, ["w1@example.com"]);
    assert_eq!(
        register(&storage, "w7@example.com", 1, instant()).await,
        Registration::Known,
        "known, and nobody gives way"
    );
    assert_eq!(waiting(&storage), MAX_WAITING_REGISTRATIONS);
}

#[tokio::test]
async fn registrations_go_when_nobody_activates_them() {
    let storage = Storage::new();
    fill_the_waiting_room(&storage);
    let day = TimeDelta::days(1);
    storage
        .housekeeping
        .remove_expired(instant() + REGISTRATION_LIFE - day * 5)
        .await
        .unwrap();
    assert_eq!(waiting(&storage), MAX_WAITING_REGISTRATIONS);
    storage
        .housekeeping
        .remove_expired(instant() + REGISTRATION_LIFE + day)
        .await
        .unwrap();
    assert_eq!(waiting(&storage), 0);
}

#[tokio::test]
async fn all_who_wait_are_removed_at_once_and_nobody_else() {
    let storage = Storage::new();
    fill_the_waiting_room(&storage);
    let active = storage.enter_member("a@example.com").await;
    let invited = newcomer("invited@example.com", instant());
    storage.users.insert(&invited, None, &Actor::SYSTEM).await.unwrap();
    let removed = storage.users.delete_waiting(&Actor::SYSTEM).await.unwrap();
    assert_eq!(i64::try_from(removed).unwrap(), MAX_WAITING_REGISTRATIONS);
    assert_eq!(waiting(&storage), 0);
    for user in [active, invited] {
        assert_eq!(storage.users.find(user.id).await.unwrap(), Some(user));
    }
    let entered = storage.number("SELECT count(*) AS number FROM audit_entry WHERE action = 'user.deleted'");
    assert_eq!(entered, MAX_WAITING_REGISTRATIONS);
    assert_eq!(storage.users.delete_waiting(&Actor::SYSTEM).await.unwrap(), 0);
}

#[tokio::test]
async fn users_whom_the_office_entered_stay_however_long_they_wait() {
    let storage = Storage::new();
    let invited = newcomer("invited@example.com", instant());
    storage.users.insert(&invited, None, &Actor::SYSTEM).await.unwrap();
    storage
        .housekeeping
        .remove_expired(instant() + TimeDelta::days(400))
        .await
        .unwrap();
    assert_eq!(storage.users.find(invited.id).await.unwrap(), Some(invited));
}
