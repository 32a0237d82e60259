//! Registrations: how many there may be, and when they go.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
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
async fn there_are_a_few_an_hour_from_one_address_however_many_come_at_once() {
    let storage = Arc::new(Storage::new());
    let limit = usize::try_from(MAX_REGISTRATIONS_PER_HOUR).unwrap();
    let tries: Vec<_> = (0..limit + 3)
        .map(|number| {
            let storage = Arc::clone(&storage);
            // Half of them with an address that is known.
            let email = format!("user{}@example.com", number / 2);
            tokio::spawn(async move { register(&storage, &email, 1, instant()).await })
        })
        .collect();
    let mut too_many = 0;
    for answer in tries {
        too_many += usize::from(answer.await.unwrap() == Registration::TooMany);
    }
    assert_eq!(too_many, 3);
    assert_eq!(
        register(&storage, "other@example.com", 2, instant()).await,
        Registration::Waiting
    );
    let later = instant() + TimeDelta::hours(1);
    assert_eq!(
        register(&storage, "later@example.com", 1, later).await,
        Registration::Waiting
    );
}

#[tokio::test]
async fn so_many_wait_at_most_and_go_when_nobody_activates_them() {
    let storage = Storage::new();
    storage
        .execute(&format!(
            "INSERT INTO account (id, email, name, role, active, can_upload, can_manage_productions, all_productions,
                                  created_at, registered_from)
             SELECT gen_random_uuid(), 'w' || n || '@example.com', 'x', 'member', false, false, false, false,
                    '2026-11-20T00:00:00Z', '203.0.113.9'
             FROM generate_series(1, {MAX_WAITING_REGISTRATIONS}) AS n"
        ))
        .unwrap();
    assert_eq!(
        register(&storage, "a@example.com", 1, instant()).await,
        Registration::TooMany
    );
    storage
        .housekeeping
        .tidy(instant() + REGISTRATION_LIFE - TimeDelta::hours(1))
        .await
        .unwrap();
    assert_eq!(
        register(&storage, "a@example.com", 2, instant()).await,
        Registration::TooMany
    );
    storage
        .housekeeping
        .tidy(instant() + REGISTRATION_LIFE + TimeDelta::hours(1))
        .await
        .unwrap();
    assert_eq!(
        register(&storage, "a@example.com", 3, instant()).await,
        Registration::Waiting
    );
}

#[tokio::test]
async fn users_whom_the_office_entered_stay_however_long_they_wait() {
    let storage = Storage::new();
    let invited = newcomer("invited@example.com", instant());
    storage.users.insert(&invited, None, &Actor::SYSTEM).await.unwrap();
    storage
        .housekeeping
        .tidy(instant() + TimeDelta::days(400))
        .await
        .unwrap();
    assert_eq!(storage.users.find(invited.id).await.unwrap(), Some(invited));
}
