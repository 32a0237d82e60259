//! Users, their passwords and their reset links.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::access::Role;
use domain::people::{Email, User, UserId};
use domain::planning::PeriodChange;
use domain::production::{Category, ProductionId};
use domain::validation::Field;
use ports::actor::{Actor, Basis, Edit};
use ports::driven::{
    CredentialRepository, NewProduction, PasswordHash, ProductionDeletion, ProductionRepository, StorageError,
    TokenDigest, UserChange, UserDeletion, UserQuery, UserRepository, UserSort,
};
use ports::paging::Order;
use uuid::Uuid;

use crate::sessions::{key, session};
use crate::support::{Storage, by, draft, instant, member, production};

const SYSTEM: Actor = Actor::SYSTEM;

async fn addresses(storage: &Storage, query: UserQuery) -> String {
    let page = storage.users.list(&query).await.unwrap();
    assert_eq!(usize::try_from(page.total), Ok(page.items.len()));
    let names = page
        .items
        .iter()
        .map(|user| user.email.as_str().split('@').next().unwrap());
    names.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_user_is_kept_with_what_is_granted() {
    let storage = Storage::new();
    let production = storage.enter_play("PL1").await;
    let mut user = member("a@example.com");
    user.grants.can_upload = true;
    user.grants.production_ids.insert(production);
    let password = PasswordHash("kept".to_owned());
    storage
        .users
        .insert(&user, Some(password.clone()), &SYSTEM)
        .await
        .unwrap();
    assert_eq!(storage.users.find(user.id).await.unwrap(), Some(user.clone()));
    let kept = storage.users.find_credentials(&user.email).await.unwrap().unwrap();
    assert_eq!((kept.user, kept.password), (user, Some(password)));
    let nobody = Email::parse("nobody@example.com").unwrap();
    assert_eq!(storage.users.find_credentials(&nobody).await.unwrap(), None);
    assert_eq!(storage.users.find(UserId(Uuid::nil())).await.unwrap(), None);
}

#[tokio::test]
async fn an_address_is_of_one_user_and_grants_are_of_what_exists() {
    let storage = Storage::new();
    storage.enter_member("a@example.com").await;
    let refused = storage.users.insert(&member("a@example.com"), None, &SYSTEM).await;
    assert!(matches!(refused, Err(StorageError::Taken("email"))), "{refused:?}");
    let mut dreamer = member("b@example.com");
    dreamer.grants.production_ids.insert(ProductionId(Uuid::nil()));
    let refused = storage.users.insert(&dreamer, None, &SYSTEM).await;
    assert!(
        matches!(refused, Err(StorageError::Unknown(Field::Productions))),
        "{refused:?}"
    );
    assert_eq!(storage.users.find(dreamer.id).await.unwrap(), None);
}

#[tokio::test]
async fn users_are_searched_filtered_and_sorted() {
    let storage = Storage::new();
    for (email, role, active) in [
        ("c@example.com", Role::Master, true),
        ("a@example.com", Role::Admin, true),
        ("b@example.com", Role::Member, false),
    ] {
        let user = User {
            role,
            active,
            ..member(email)
        };
        storage.users.insert(&user, None, &SYSTEM).await.unwrap();
    }
    let all = UserQuery::default();
    assert_eq!(addresses(&storage, all.clone()).await, "a b c");
    let backwards = UserQuery {
        sort: UserSort::Role,
        order: Order::Descending,
        ..all.clone()
    };
    assert_eq!(addresses(&storage, backwards).await, "b c a");
    let waiting = UserQuery {
        active: Some(false),
        ..all.clone()
    };
    assert_eq!(addresses(&storage, waiting).await, "b");
    let office = UserQuery {
        role: Some(Role::Admin),
        ..all.clone()
    };
    assert_eq!(addresses(&storage, office).await, "a");
    let named = UserQuery {
        text: Some("이름 C@".to_owned()),
        ..all
    };
    assert_eq!(addresses(&storage, named).await, "c");
    assert!(storage.users.has_master().await.unwrap());
}

#[tokio::test]
async fn a_change_raises_the_revision_and_one_on_an_old_state_is_stale() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    let version = storage.data_version();
    let renamed = User {
        name: "새 이름".to_owned(),
        ..user.clone()
    };
    let UserChange::Stored(stored) = storage
        .users
        .update(&renamed, &Edit::unconditional(SYSTEM))
        .await
        .unwrap()
    else {
        panic!("there is such a user");
    };
    assert_eq!((stored.revision, stored.name.as_str()), (1, "새 이름"));
    assert_eq!(storage.users.find(user.id).await.unwrap(), Some(*stored));
    assert_eq!(storage.data_version(), version + 1);
    let stale = storage.users.update(&renamed, &Edit::unconditional(SYSTEM)).await;
    assert!(matches!(stale, Err(StorageError::Stale(_))), "{stale:?}");
    let ghost = member("ghost@example.com");
    assert_eq!(
        storage
            .users
            .update(&ghost, &Edit::unconditional(SYSTEM))
            .await
            .unwrap(),
        UserChange::NotFound
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_masters_who_demote_each_other_at_once_one_stays() {
    let storage = Arc::new(Storage::new());
    let mut masters = Vec::new();
    for email in ["a@example.com", "b@example.com"] {
        let master = User {
            role: Role::Master,
            ..member(email)
        };
        storage.users.insert(&master, None, &SYSTEM).await.unwrap();
        masters.push(master);
    }
    let demote = |user: &User| {
        let (storage, demoted) = (
            Arc::clone(&storage),
            User {
                role: Role::Admin,
                ..user.clone()
            },
        );
        tokio::spawn(async move {
            storage
                .users
                .update(&demoted, &Edit::unconditional(SYSTEM))
                .await
                .unwrap()
        })
    };
    let (first, second) = (demote(&masters[0]), demote(&masters[1]));
    let answers = [first.await.unwrap(), second.await.unwrap()];
    let refused = answers
        .iter()
        .filter(|answer| **answer == UserChange::LastMaster)
        .count();
    assert_eq!(refused, 1, "{answers:?}");
    assert!(storage.users.has_master().await.unwrap());
}

/// A member with a session, a key and a reset link.
async fn holding(storage: &Storage) -> User {
    let user = storage.enter_member("a@example.com").await;
    storage
        .credentials
        .insert_session(&session(&user, 1), &TokenDigest([1; 32]), &by(&user))
        .await
        .unwrap();
    storage
        .credentials
        .insert_api_key(&key(&user, 2), &TokenDigest([2; 32]), &by(&user))
        .await
        .unwrap();
    let tomorrow = instant() + TimeDelta::days(1);
    storage
        .users
        .insert_reset_link(&user, &TokenDigest([3; 32]), tomorrow, &SYSTEM)
        .await
        .unwrap();
    user
}

/// How many sessions, keys and links there are.
fn held(storage: &Storage) -> [i64; 3] {
    ["session", "api_key", "reset_link"].map(|table| storage.number(&format!("SELECT count(*) AS number FROM {table}")))
}

#[tokio::test]
async fn sessions_keys_and_links_end_with_the_role_or_the_activity_that_they_were_made_in() {
    for (role, active) in [(Role::Member, false), (Role::Admin, true), (Role::Master, true)] {
        let storage = Storage::new();
        let user = holding(&storage).await;
        assert_eq!(held(&storage), [1, 1, 1]);
        let changed = User { role, active, ..user };
        storage
            .users
            .update(&changed, &Edit::unconditional(SYSTEM))
            .await
            .unwrap();
        assert_eq!(held(&storage), [0, 0, 0], "{role:?} {active}");
    }
}

#[tokio::test]
async fn sessions_keys_and_links_outlive_other_changes() {
    let storage = Storage::new();
    let production = storage.enter_play("PL1").await;
    let mut user = holding(&storage).await;
    user.grants.can_upload = true;
    user.grants.production_ids.insert(production);
    user.name = "다른 이름".to_owned();
    storage.users.update(&user, &Edit::unconditional(SYSTEM)).await.unwrap();
    assert_eq!(held(&storage), [1, 1, 1]);
}

#[tokio::test]
async fn a_link_made_for_a_member_sets_no_masters_password() {
    let storage = Storage::new();
    let user = holding(&storage).await;
    let master = User {
        role: Role::Master,
        ..user.clone()
    };
    storage
        .users
        .update(&master, &Edit::unconditional(SYSTEM))
        .await
        .unwrap();
    let hash = PasswordHash("stolen".to_owned());
    let redeemed = storage
        .users
        .redeem_reset_link(&TokenDigest([3; 32]), &hash, instant(), &SYSTEM)
        .await;
    assert_eq!(redeemed.unwrap(), None);
    // Nor is one made for whom somebody took for a member.
    let tomorrow = instant() + TimeDelta::days(1);
    let link = storage
        .users
        .insert_reset_link(&user, &TokenDigest([4; 32]), tomorrow, &SYSTEM)
        .await;
    assert!(matches!(link, Err(StorageError::Stale(_))), "{link:?}");
    assert_eq!(held(&storage), [0, 0, 0]);
}

#[tokio::test]
async fn whoever_changes_a_user_does_not_lose_what_was_granted_meanwhile() {
    let storage = Storage::new();
    let mut seen = storage.enter_member("a@example.com").await;
    let new = NewProduction {
        production: production(draft("PL1", Category::Play)),
        webhook: None,
        change: PeriodChange::default(),
    };
    let own = new.production.id;
    storage.productions.insert(&[new], &by(&seen)).await.unwrap();
    // By what was seen before the member entered a production.
    seen.grants.can_upload = true;
    let refused = storage.users.update(&seen, &Edit::unconditional(SYSTEM)).await;
    assert!(matches!(refused, Err(StorageError::Stale(_))), "{refused:?}");
    let granted = async || {
        let user = storage.users.find(seen.id).await.unwrap().unwrap();
        (user.revision, user.grants.production_ids)
    };
    assert_eq!(granted().await, (1, [own].into()));
    // A name has nothing to do with what is granted.
    let renamed = storage
        .users
        .rename(
            seen.id,
            "이름",
            &Edit {
                by: SYSTEM,
                basis: Basis::OneOf(vec![1]),
            },
        )
        .await;
    assert_eq!(renamed.unwrap().unwrap().name, "이름");
    assert_eq!(granted().await, (2, [own].into()));
    let outdated = storage
        .users
        .rename(
            seen.id,
            "이름",
            &Edit {
                by: SYSTEM,
                basis: Basis::OneOf(vec![1]),
            },
        )
        .await;
    assert!(matches!(outdated, Err(StorageError::Outdated(_))), "{outdated:?}");
    // What is taken by a deletion is a change of the member as well.
    let deleted = storage
        .productions
        .delete(own, false, &Edit::unconditional(SYSTEM))
        .await;
    assert_eq!(deleted.unwrap(), ProductionDeletion::Deleted);
    assert_eq!(granted().await, (3, [].into()));
}

#[tokio::test]
async fn only_a_user_who_never_was_active_is_deleted() {
    let storage = Storage::new();
    let active = storage.enter_member("a@example.com").await;
    let never = User {
        active: false,
        activated_at: None,
        ..member("b@example.com")
    };
    storage.users.insert(&never, None, &SYSTEM).await.unwrap();
    let renamed = storage
        .users
        .rename(never.id, "이름", &Edit::unconditional(SYSTEM))
        .await;
    let renamed = renamed.unwrap().unwrap();
    let delete = async |user| storage.users.delete(user, &SYSTEM).await;
    assert_eq!(delete(&active).await.unwrap(), UserDeletion::WasActive);
    let as_seen_before = delete(&never).await;
    assert!(
        matches!(as_seen_before, Err(StorageError::Stale(_))),
        "{as_seen_before:?}"
    );
    assert_eq!(delete(&renamed).await.unwrap(), UserDeletion::Deleted);
    assert_eq!(delete(&renamed).await.unwrap(), UserDeletion::NotFound);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_keeps_the_keys() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    for number in [1, 2] {
        let digest = TokenDigest([number; 32]);
        storage
            .credentials
            .insert_session(&session(&user, number), &digest, &by(&user))
            .await
            .unwrap();
    }
    storage
        .credentials
        .insert_api_key(&key(&user, 3), &TokenDigest([3; 32]), &by(&user))
        .await
        .unwrap();
    let new = PasswordHash("new".to_owned());
    let keep = Some(session(&user, 2).id);
    storage
        .users
        .set_password(user.id, &new, keep, &by(&user))
        .await
        .unwrap();
    let sessions = storage.credentials.sessions(user.id, instant()).await.unwrap();
    assert_eq!(
        sessions.iter().map(|session| Some(session.id)).collect::<Vec<_>>(),
        [keep]
    );
    assert_eq!(storage.credentials.api_keys(user.id, instant()).await.unwrap().len(), 1);
    let kept = storage.users.credentials(user.id).await.unwrap().unwrap();
    assert_eq!(kept.password, Some(new));
}

#[tokio::test]
async fn a_reset_link_works_once_until_it_expires_and_the_last_one_only() {
    let storage = Storage::new();
    let user = storage.enter_member("a@example.com").await;
    storage
        .credentials
        .insert_session(&session(&user, 9), &TokenDigest([9; 32]), &by(&user))
        .await
        .unwrap();
    let (old, new) = (TokenDigest([1; 32]), TokenDigest([2; 32]));
    let end = instant() + TimeDelta::hours(24);
    for digest in [&old, &new] {
        storage
            .users
            .insert_reset_link(&user, digest, end, &SYSTEM)
            .await
            .unwrap();
    }
    let hash = PasswordHash("reset".to_owned());
    let redeem = async |digest, now| {
        storage
            .users
            .redeem_reset_link(digest, &hash, now, &SYSTEM)
            .await
            .unwrap()
    };
    assert_eq!(redeem(&old, instant()).await, None);
    assert_eq!(redeem(&new, end).await, None, "it has expired by then");
    assert_eq!(
        storage.users.find_reset_link(&new, instant()).await.unwrap(),
        Some(user.id)
    );
    assert_eq!(redeem(&new, instant()).await, Some(user.id));
    assert_eq!(redeem(&new, instant()).await, None);
    assert_eq!(storage.users.find_reset_link(&new, instant()).await.unwrap(), None);
    assert_eq!(storage.credentials.sessions(user.id, instant()).await.unwrap(), []);
    let kept = storage.users.credentials(user.id).await.unwrap().unwrap();
    assert_eq!(kept.password, Some(hash.clone()));
}
