//! Second factors, and sign-ins from new places.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::people::{PLACE_MEMORY, SESSION_LIFE, SessionId, User};
use domain::second_factor::{FactorSecret, Step};
use ports::actor::Actor;
use ports::driven::{
    AuditLog, AuditQuery, ConfirmedFactor, CredentialRepository, FactorRepository, Housekeeping, NewSignIns,
    TokenDigest,
};
use uuid::Uuid;

use crate::sessions::session;
use crate::support::{Storage, address, by, instant};

const SECRET: FactorSecret = FactorSecret([7; 20]);

fn codes() -> Vec<TokenDigest> {
    (1..=10).map(|number| TokenDigest([number; 32])).collect()
}

fn confirmed(user: &User) -> ConfirmedFactor {
    ConfirmedFactor {
        user: user.id,
        secret: SECRET,
        step: Step(100),
        recovery_codes: codes(),
        keep: SessionId(Uuid::from_u128(1)),
        at: instant(),
    }
}

/// A member whose factor is set up.
async fn with_factor(storage: &Storage) -> User {
    let user = storage.enter_member("a@example.com").await;
    assert!(storage.factors.begin(user.id, &SECRET).await.unwrap());
    assert!(storage.factors.confirm(confirmed(&user), &by(&user)).await.unwrap());
    user
}

async fn enter_session(storage: &Storage, user: &User, number: u8) {
    let (session, digest) = (session(user, number), TokenDigest([number; 32]));
    let begun = storage.credentials.insert_session(&session, &digest, &by(user)).await;
    begun.unwrap();
}

async fn is_in(storage: &Storage, number: u8) -> Option<bool> {
    let digest = TokenDigest([number; 32]);
    let found = storage.credentials.authenticate(&digest, instant()).await.unwrap();
    found.map(|found| found.has_second_factor)
}

/// Whether this recovery code was good.
async fn takes(storage: &Storage, user: &User, code: &TokenDigest) -> bool {
    let taken = storage.factors.take_recovery_code(user.id, code, &by(user)).await;
    taken.unwrap()
}

/// The actions of the audit, the latest first, with what they say.
async fn recorded(storage: &Storage) -> Vec<(String, String)> {
    let entries = storage.audit.list(&AuditQuery::default()).await.unwrap().items;
    let told = |value: &Option<serde_json::Value>| value.as_ref().map_or_else(String::new, ToString::to_string);
    entries
        .iter()
        .rev()
        .map(|entry| (entry.action.clone(), told(&entry.before) + &told(&entry.after)))
        .collect()
}

#[tokio::test]
async fn a_factor_counts_when_its_code_is_shown_and_ends_the_other_sessions() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    for number in [1, 2] {
        enter_session(&storage, &user, number).await;
    }
    assert_eq!(storage.factors.find(user.id).await.unwrap(), None);
    let forgotten = FactorSecret([6; 20]);
    for secret in [&forgotten, &SECRET] {
        assert!(storage.factors.begin(user.id, secret).await.unwrap());
    }
    let begun = storage.factors.find(user.id).await.unwrap().unwrap();
    assert_eq!((begun.secret, begun.set_up_at, begun.last_step), (SECRET, None, None));
    assert_eq!(
        (is_in(&storage, 1).await, is_in(&storage, 2).await),
        (Some(false), Some(false))
    );

    let of_another = ConfirmedFactor {
        secret: forgotten.clone(),
        ..confirmed(&user)
    };
    assert!(!storage.factors.confirm(of_another, &by(&user)).await.unwrap());
    assert!(storage.factors.confirm(confirmed(&user), &by(&user)).await.unwrap());
    assert!(
        !storage.factors.confirm(confirmed(&user), &by(&user)).await.unwrap(),
        "once"
    );
    assert!(
        !storage.factors.begin(user.id, &forgotten).await.unwrap(),
        "it is set up"
    );
    let factor = storage.factors.find(user.id).await.unwrap().unwrap();
    assert_eq!(
        (factor.set_up_at, factor.last_step, factor.recovery_codes_left),
        (Some(instant()), Some(Step(100)), 10)
    );
    assert_eq!((is_in(&storage, 1).await, is_in(&storage, 2).await), (Some(true), None));
    assert_eq!(
        recorded(&storage).await[0],
        ("second-factor.set-up".to_owned(), String::new())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_come_with_one_code_at_once_one_is_let_in() {
    let storage = Arc::new(Storage::new());
    let user = with_factor(&storage).await;
    let id = user.id;
    let mut taken = (0, 0);
    let tries: Vec<_> = (0..8)
        .map(|_| {
            let storage = Arc::clone(&storage);
            tokio::spawn(async move {
                let step = storage.factors.take_step(id, Step(101)).await.unwrap();
                let code = storage
                    .factors
                    .take_recovery_code(id, &TokenDigest([3; 32]), &Actor::SYSTEM);
                (step, code.await.unwrap())
            })
        })
        .collect();
    for one in tries {
        let (step, code) = one.await.unwrap();
        taken = (taken.0 + u32::from(step), taken.1 + u32::from(code));
    }
    assert_eq!(taken, (1, 1));
    assert!(
        !storage.factors.take_step(id, Step(100)).await.unwrap(),
        "an earlier one"
    );
    assert!(storage.factors.take_step(id, Step(102)).await.unwrap());
    let other = storage.enter_member("b@example.com").await;
    assert!(!takes(&storage, &other, &TokenDigest([4; 32])).await, "somebody else's");
    let entry_of_use = (
        "second-factor.recovery-code-used".to_owned(),
        r#"{"recoveryCodesLeft":9}"#.to_owned(),
    );
    assert_eq!(
        recorded(&storage)
            .await
            .iter()
            .filter(|entry| **entry == entry_of_use)
            .count(),
        1
    );
}

#[tokio::test]
async fn recovery_codes_are_replaced_and_go_with_their_factor() {
    let storage = Storage::new();
    let user = with_factor(&storage).await;
    let new = [TokenDigest([77; 32])];
    assert!(
        storage
            .factors
            .replace_recovery_codes(user.id, &new, &by(&user))
            .await
            .unwrap()
    );
    assert!(!takes(&storage, &user, &codes()[0]).await);
    enter_session(&storage, &user, 1).await;
    enter_session(&storage, &user, 2).await;
    let keep = Some(SessionId(Uuid::from_u128(2)));
    assert!(storage.factors.remove(user.id, keep, &by(&user)).await.unwrap());
    assert_eq!(
        (is_in(&storage, 1).await, is_in(&storage, 2).await),
        (None, Some(false))
    );
    assert!(!storage.factors.remove(user.id, None, &by(&user)).await.unwrap());
    assert!(!takes(&storage, &user, &new[0]).await);
    assert!(
        !storage
            .factors
            .replace_recovery_codes(user.id, &new, &by(&user))
            .await
            .unwrap()
    );
    let actions: Vec<_> = recorded(&storage).await.into_iter().map(|(action, _)| action).collect();
    assert!(
        actions.starts_with(&["second-factor.removed".to_owned()]),
        "{actions:?}"
    );
}

#[tokio::test]
async fn a_sign_in_from_a_new_address_or_browser_is_told_until_it_is_dismissed() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let list = async || storage.new_sign_ins.list(user.id, instant()).await.unwrap();
    let enter = async |number: u8, last: u8, agent: &str| {
        let mut session = session(&user, number);
        session.created_at = instant() + TimeDelta::minutes(i64::from(number));
        session.address = Some(address(last));
        session.user_agent = Some(agent.to_owned());
        let digest = TokenDigest([number; 32]);
        storage
            .credentials
            .insert_session(&session, &digest, &by(&user))
            .await
            .unwrap();
        list().await.len()
    };
    assert_eq!(enter(1, 7, "Firefox/128.0").await, 0, "the first is nobody's news");
    assert_eq!(enter(2, 7, "Firefox/129.0").await, 0, "an update is no new browser");
    assert_eq!(enter(3, 8, "Firefox/129.0").await, 1, "a new address");
    assert_eq!(enter(4, 8, "Chrome/140.0").await, 2, "a new browser");
    assert_eq!(enter(5, 7, "Chrome/140.0").await, 2, "both are known");
    let third = SessionId(Uuid::from_u128(3));
    let ended = storage.credentials.end_session(user.id, third, &by(&user)).await;
    assert!(ended.unwrap());
    let told = list().await;
    let shown: Vec<_> = told.iter().map(|new| (new.address, new.is_going_on)).collect();
    assert_eq!(
        shown,
        [(Some(address(8)), true), (Some(address(8)), false)],
        "whoever signs out is told of too"
    );
    let other = storage.enter_member("b@example.com").await;
    assert!(
        !storage.new_sign_ins.dismiss(other.id, told[0].id).await.unwrap(),
        "somebody else's"
    );
    assert!(storage.new_sign_ins.dismiss(user.id, told[0].id).await.unwrap());
    assert_eq!(list().await.len(), 1);
    storage
        .housekeeping
        .remove_expired(instant() + SESSION_LIFE + TimeDelta::days(1))
        .await
        .unwrap();
    assert_eq!(list().await.len(), 0, "in the end nobody minds");
    storage
        .housekeeping
        .remove_expired(instant() + PLACE_MEMORY + TimeDelta::days(1))
        .await
        .unwrap();
    assert_eq!(storage.number("SELECT count(*) AS number FROM known_place"), 0);
}
