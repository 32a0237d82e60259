//! Sessions and API keys.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::connection::SimpleConnection;
use domain::access::Role;
use domain::people::{ApiKeyId, MAX_API_KEYS, MAX_SESSIONS, SESSION_IDLE, SESSION_LIFE, SessionId, User};
use ports::actor::{Actor, Edit};
use ports::driven::{
    ApiKey, Authenticated, Credential, CredentialRepository, Housekeeping, Session, TokenDigest, UserRepository,
};
use uuid::Uuid;

use crate::support::{Storage, address, by, instant};

/// A session of this user that began at the usual instant.
pub(crate) fn session(user: &User, number: u8) -> Session {
    Session {
        id: SessionId(Uuid::from_u128(u128::from(number))),
        user_id: user.id,
        created_at: instant(),
        last_used_at: instant(),
        expires_at: instant() + SESSION_IDLE,
        address: Some(address(7)),
        user_agent: Some("Firefox".to_owned()),
    }
}

/// An API key of this user that ends after an hour.
pub(crate) fn key(user: &User, number: u8) -> ApiKey {
    ApiKey {
        id: ApiKeyId(Uuid::from_u128(u128::from(number))),
        user_id: user.id,
        name: format!("키 {number}"),
        read_only: true,
        created_at: instant(),
        expires_at: Some(instant() + TimeDelta::hours(1)),
        last_used_at: None,
    }
}

const DIGEST: TokenDigest = TokenDigest([1; 32]);

async fn begin(storage: &Storage, session: &Session, digest: &TokenDigest, user: &User) {
    let begun = storage.credentials.insert_session(session, digest, &by(user)).await;
    begun.unwrap();
}

async fn who(storage: &Storage, digest: &TokenDigest, now: DateTime<Utc>) -> Option<Authenticated> {
    storage.credentials.authenticate(digest, now).await.unwrap()
}

#[tokio::test]
async fn a_token_tells_its_user_with_what_is_granted() {
    let storage = Storage::new();
    let production = storage.enter_play("PL1").await;
    let mut user = storage.enter_member("a@example.com").await;
    user.grants.production_ids.insert(production);
    storage
        .users
        .update(&user, &Edit::unconditional(Actor::SYSTEM))
        .await
        .unwrap();
    user.revision = 1;
    begin(&storage, &session(&user, 1), &DIGEST, &user).await;
    storage
        .credentials
        .insert_api_key(&key(&user, 2), &TokenDigest([2; 32]), &by(&user))
        .await
        .unwrap();
    let found = who(&storage, &DIGEST, instant()).await.unwrap();
    assert_eq!(
        (found.user, found.credential),
        (user.clone().into(), Credential::Session(session(&user, 1).id))
    );
    let found = who(&storage, &TokenDigest([2; 32]), instant()).await.unwrap();
    let of_key = Credential::ApiKey {
        id: key(&user, 2).id,
        read_only: true,
    };
    assert_eq!((found.user, found.credential), (user.into(), of_key));
    assert_eq!(who(&storage, &TokenDigest([3; 32]), instant()).await, None);
}

#[tokio::test]
async fn a_session_is_renewed_by_use_and_ends_without_it_or_after_its_life() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    begin(&storage, &session(&user, 1), &DIGEST, &user).await;
    let day = TimeDelta::days(1);
    let almost = instant() + SESSION_IDLE - day;
    assert!(who(&storage, &DIGEST, almost).await.is_some());
    assert!(
        who(&storage, &DIGEST, almost + SESSION_IDLE - day).await.is_some(),
        "renewed by the first use"
    );
    assert!(
        who(&storage, &DIGEST, almost + SESSION_IDLE * 3).await.is_none(),
        "not used for long"
    );

    begin(&storage, &session(&user, 2), &TokenDigest([2; 32]), &user).await;
    let mut now = instant();
    while now < instant() + SESSION_LIFE {
        assert!(who(&storage, &TokenDigest([2; 32]), now).await.is_some(), "{now}");
        now += TimeDelta::days(10);
    }
    assert!(
        who(&storage, &TokenDigest([2; 32]), instant() + SESSION_LIFE)
            .await
            .is_none()
    );
}

#[tokio::test]
async fn nobody_waits_for_another_to_record_a_use() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let session = session(&user, 1);
    begin(&storage, &session, &DIGEST, &user).await;
    storage
        .credentials
        .insert_api_key(&key(&user, 2), &TokenDigest([2; 32]), &by(&user))
        .await
        .unwrap();
    let mut recording = storage.database.connection();
    recording
        .batch_execute("BEGIN; SELECT 1 FROM session FOR UPDATE; SELECT 1 FROM api_key FOR UPDATE")
        .unwrap();
    for digest in [DIGEST, TokenDigest([2; 32])] {
        let found = who(&storage, &digest, instant() + TimeDelta::minutes(2));
        let found = tokio::time::timeout(Duration::from_secs(5), found).await;
        assert!(found.expect("it does not wait").is_some());
    }
    recording.batch_execute("ROLLBACK").unwrap();
    let sessions = storage.credentials.sessions(user.id, instant()).await.unwrap();
    assert_eq!(sessions, [session]);
}

#[tokio::test]
async fn a_use_is_recorded_to_the_minute() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    begin(&storage, &session(&user, 1), &DIGEST, &user).await;
    let version = storage.data_version();
    let last_use = async |seconds| {
        let now = instant() + TimeDelta::seconds(seconds);
        who(&storage, &DIGEST, now).await.unwrap();
        let sessions = storage.credentials.sessions(user.id, now).await.unwrap();
        (sessions[0].last_used_at - instant()).num_seconds()
    };
    assert_eq!(
        (
            last_use(59).await,
            last_use(60).await,
            last_use(61).await,
            last_use(125).await
        ),
        (0, 60, 60, 125)
    );
    assert_eq!(storage.data_version(), version, "using a token changes no data");
}

#[tokio::test]
async fn a_key_ends_when_it_says() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    storage
        .credentials
        .insert_api_key(&key(&user, 1), &DIGEST, &by(&user))
        .await
        .unwrap();
    let end = instant() + TimeDelta::hours(1);
    assert!(who(&storage, &DIGEST, end - TimeDelta::seconds(1)).await.is_some());
    assert!(who(&storage, &DIGEST, end).await.is_none());
    let keys = storage.credentials.api_keys(user.id, instant()).await.unwrap();
    assert!(keys[0].last_used_at.is_some());
    assert_eq!(storage.credentials.api_keys(user.id, end).await.unwrap(), []);
    let forever = ApiKey {
        expires_at: None,
        ..key(&user, 2)
    };
    storage
        .credentials
        .insert_api_key(&forever, &TokenDigest([2; 32]), &by(&user))
        .await
        .unwrap();
    assert!(
        who(&storage, &TokenDigest([2; 32]), end + TimeDelta::days(4_000))
            .await
            .is_some()
    );
}

#[tokio::test]
async fn ones_own_are_ended_and_nobody_elses() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let other = storage.enter_member("b@example.com").await;
    begin(&storage, &session(&user, 1), &DIGEST, &user).await;
    storage
        .credentials
        .insert_api_key(&key(&user, 2), &TokenDigest([2; 32]), &by(&user))
        .await
        .unwrap();
    let (session, key) = (session(&user, 1).id, key(&user, 2).id);
    let credentials = &storage.credentials;
    assert!(!credentials.end_session(other.id, session, &by(&other)).await.unwrap());
    assert!(!credentials.end_api_key(other.id, key, &by(&other)).await.unwrap());
    assert!(credentials.end_session(user.id, session, &by(&user)).await.unwrap());
    assert!(!credentials.end_session(user.id, session, &by(&user)).await.unwrap());
    assert!(credentials.end_api_key(user.id, key, &by(&user)).await.unwrap());
    assert!(who(&storage, &DIGEST, instant()).await.is_none());
    assert!(who(&storage, &TokenDigest([2; 32]), instant()).await.is_none());
}

#[tokio::test]
async fn all_sessions_of_a_user_are_ended_and_the_keys_stay() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let other = storage.enter_member("b@example.com").await;
    for (of, number) in [(&user, 1), (&user, 2), (&other, 3)] {
        let digest = TokenDigest([number; 32]);
        storage
            .credentials
            .insert_session(&session(of, number), &digest, &by(of))
            .await
            .unwrap();
    }
    storage
        .credentials
        .insert_api_key(&key(&user, 4), &TokenDigest([4; 32]), &by(&user))
        .await
        .unwrap();
    storage.credentials.end_all_sessions(user.id, &by(&user)).await.unwrap();
    let left = [1, 2, 3, 4].map(|number| TokenDigest([number; 32]));
    let mut let_in = Vec::new();
    for digest in &left {
        let_in.push(who(&storage, digest, instant()).await.is_some());
    }
    assert_eq!(let_in, [false, false, true, true]);
}

#[tokio::test]
async fn nobody_who_is_inactive_is_let_in_by_a_token_that_was_left() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    begin(&storage, &session(&user, 1), &DIGEST, &user).await;
    storage.execute("UPDATE account SET active = false").unwrap();
    assert!(who(&storage, &DIGEST, instant()).await.is_none());
    storage
        .execute(&format!(
            "UPDATE account SET active = true, role = '{}'",
            Role::Admin.code()
        ))
        .unwrap();
    assert_eq!(who(&storage, &DIGEST, instant()).await.unwrap().user.role, Role::Admin);
}

#[tokio::test]
async fn what_has_ended_is_removed_a_day_later() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    begin(&storage, &session(&user, 1), &DIGEST, &user).await;
    storage
        .credentials
        .insert_api_key(&key(&user, 2), &TokenDigest([2; 32]), &by(&user))
        .await
        .unwrap();
    let count = |table: &str| storage.number(&format!("SELECT count(*) AS number FROM {table}"));
    storage
        .housekeeping
        .remove_expired(instant() + SESSION_IDLE)
        .await
        .unwrap();
    assert_eq!((count("session"), count("api_key")), (1, 0));
    storage
        .housekeeping
        .remove_expired(instant() + SESSION_IDLE + TimeDelta::days(2))
        .await
        .unwrap();
    assert_eq!(count("session"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_has_at_most_fifty_keys_however_many_are_made_at_once() {
    let storage = Arc::new(Storage::new());
    let user = storage.enter_member("a@example.com").await;
    let tries: Vec<_> = (0..60)
        .map(|number| {
            let (storage, user) = (Arc::clone(&storage), user.clone());
            tokio::spawn(async move {
                let (key, digest) = (key(&user, number), TokenDigest([number; 32]));
                storage
                    .credentials
                    .insert_api_key(&key, &digest, &by(&user))
                    .await
                    .unwrap()
            })
        })
        .collect();
    let mut made = 0;
    for answer in tries {
        made += i64::from(answer.await.unwrap());
    }
    assert_eq!(made, MAX_API_KEYS);
    let later = ApiKey {
        created_at: instant() + TimeDelta::hours(1),
        expires_at: None,
        ..key(&user, 100)
    };
    let digest = TokenDigest([100; 32]);
    let made = storage.credentials.insert_api_key(&later, &digest, &by(&user)).await;
    assert!(made.unwrap(), "those that have ended count no more");
}

#[tokio::test]
async fn of_more_than_a_hundred_sessions_the_one_unused_for_longest_ends() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    for number in 0..=u8::try_from(MAX_SESSIONS).unwrap() {
        let begun = instant() + TimeDelta::seconds(number.into());
        let session = Session {
            created_at: begun,
            last_used_at: begun,
            ..session(&user, number)
        };
        begin(&storage, &session, &TokenDigest([number; 32]), &user).await;
    }
    let kept = storage.credentials.sessions(user.id, instant()).await.unwrap();
    assert_eq!(i64::try_from(kept.len()).unwrap(), MAX_SESSIONS);
    assert!(!kept.iter().any(|session| session.id.0 == Uuid::nil()));
}
