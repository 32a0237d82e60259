use ports::driven::{
    Credentials, MockClock, MockIds, MockSecrets, MockUserRepository, PasswordHash, Token, TokenDigest,
};
use uuid::Uuid;

use super::*;

const ANY: Precondition = Precondition::Any;
const SYSTEM: Actor = Actor::SYSTEM;

fn now() -> DateTime<Utc> {
    "2026-11-24T00:00:00Z".parse().unwrap()
}

fn user(role: Role) -> User {
    let email = Email::parse("user@example.com", "").unwrap();
    User {
        role,
        revision: 3,
        ..registered(UserId(Uuid::from_u128(7)), email, "직원".to_owned(), now())
    }
}

fn people(users: MockUserRepository) -> People {
    let mut clock = MockClock::new();
    clock.expect_now().returning(now);
    let mut ids = MockIds::new();
    ids.expect_next().return_const(Uuid::from_u128(9));
    let mut secrets = MockSecrets::new();
    secrets.expect_hash().returning(|_| PasswordHash("new".to_owned()));
    secrets.expect_new_token().returning(|prefix| Token {
        secret: format!("{prefix}secret"),
        digest: TokenDigest([1; 32]),
    });
    People::new(Arc::new(users), Arc::new(secrets), Arc::new(clock), Arc::new(ids))
}

fn knowing(role: Role) -> MockUserRepository {
    let mut users = MockUserRepository::new();
    users.expect_find().returning(move |_| Ok(Some(user(role))));
    users
}

fn account() -> NewAccount {
    NewAccount {
        email: "master@example.com".to_owned(),
        name: "총괄".to_owned(),
        password: "correct horse battery".to_owned(),
    }
}

#[tokio::test]
async fn only_a_master_touches_masters_and_admins() {
    let promote = UserPatch {
        role: Some(Role::Admin),
        ..UserPatch::default()
    };
    for (present, patch) in [
        (Role::Master, UserPatch::default()),
        (Role::Admin, UserPatch::default()),
        (Role::Member, promote),
    ] {
        let id = user(present).id;
        let refused = people(knowing(present))
            .change(id, patch, &ANY, Role::Admin, &SYSTEM)
            .await;
        assert!(
            matches!(refused, Err(AccountError::MasterOnly)),
            "{present:?}: {refused:?}"
        );
    }
    for role in [Role::Master, Role::Admin] {
        let id = user(role).id;
        let link = people(knowing(role)).reset_link(id, Role::Admin, &SYSTEM).await;
        assert!(matches!(link, Err(AccountError::MasterOnly)), "{link:?}");
        let gone = people(knowing(role)).delete(id, Role::Admin, &SYSTEM).await;
        assert!(matches!(gone, Err(AccountError::MasterOnly)), "{gone:?}");
        let new = NewUser {
            email: "new@example.com".to_owned(),
            name: "새 직원".to_owned(),
            role,
            active: true,
            grants: Grants::default(),
        };
        let refused = people(MockUserRepository::new())
            .create(new, Role::Admin, &SYSTEM)
            .await;
        assert!(matches!(refused, Err(AccountError::MasterOnly)), "{refused:?}");
    }
}

#[tokio::test]
async fn the_first_activation_is_remembered() {
    let mut users = knowing(Role::Member);
    users
        .expect_update()
        .withf(|user, _| user.active && user.activated_at == Some(now()) && user.revision == 3)
        .once()
        .returning(|user, _| Ok(UserChange::Stored(Box::new(user.clone()))));
    let activate = UserPatch {
        active: Some(true),
        ..UserPatch::default()
    };
    let id = user(Role::Member).id;
    let changed = people(users)
        .change(id, activate, &ANY, Role::Admin, &SYSTEM)
        .await
        .unwrap();
    assert!(changed.active);
}

#[tokio::test]
async fn the_last_master_and_another_state_are_refused() {
    let mut users = knowing(Role::Master);
    users
        .expect_update()
        .once()
        .returning(|_, _| Ok(UserChange::LastMaster));
    let id = user(Role::Master).id;
    let demote = UserPatch {
        role: Some(Role::Member),
        ..UserPatch::default()
    };
    let people = people(users);
    let refused = people.change(id, demote.clone(), &ANY, Role::Master, &SYSTEM).await;
    assert!(matches!(refused, Err(AccountError::LastMaster)), "{refused:?}");
    let outdated = Precondition::OneOf(vec![2]);
    let refused = people.change(id, demote, &outdated, Role::Master, &SYSTEM).await;
    assert!(matches!(refused, Err(AccountError::Outdated)), "{refused:?}");
}

#[tokio::test]
async fn a_change_that_somebody_else_overtook_is_tried_on_what_is_there_now() {
    let mut users = knowing(Role::Member);
    let mut tries = 0;
    users.expect_update().times(2).returning(move |user, _| {
        tries += 1;
        if tries == 1 {
            Err(StorageError::Stale("user"))
        } else {
            Ok(UserChange::Stored(Box::new(user.clone())))
        }
    });
    let rename = UserPatch {
        name: Some("담당자".to_owned()),
        ..UserPatch::default()
    };
    let id = user(Role::Member).id;
    let changed = people(users)
        .change(id, rename, &ANY, Role::Admin, &SYSTEM)
        .await
        .unwrap();
    assert_eq!(changed.name, "담당자");
}

#[tokio::test]
async fn a_grant_of_what_does_not_exist_is_told_by_field() {
    let mut users = knowing(Role::Member);
    users
        .expect_update()
        .returning(|_, _| Err(StorageError::Unknown("productionIds")));
    let id = user(Role::Member).id;
    let refused = people(users)
        .change(id, UserPatch::default(), &ANY, Role::Admin, &SYSTEM)
        .await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (breaches[0].pointer.as_str(), breaches[0].code),
        ("/productionIds", "unknown")
    );
}

#[tokio::test]
async fn the_configured_master_is_made_only_while_there_is_none() {
    let mut users = MockUserRepository::new();
    users.expect_has_master().returning(|| Ok(true));
    assert!(!people(users).bootstrap(account()).await.unwrap());

    let mut users = MockUserRepository::new();
    users.expect_has_master().returning(|| Ok(false));
    users.expect_find_credentials().returning(|_| Ok(None));
    users
        .expect_insert()
        .withf(|user, password, _| user.role == Role::Master && user.active && password.is_some())
        .once()
        .returning(|_, _, _| Ok(()));
    assert!(people(users).bootstrap(account()).await.unwrap());
}

#[tokio::test]
async fn a_known_user_becomes_the_first_master() {
    let mut users = MockUserRepository::new();
    users.expect_has_master().returning(|| Ok(false));
    users.expect_find_credentials().returning(|_| {
        Ok(Some(Credentials {
            user: user(Role::Member),
            password: None,
        }))
    });
    users
        .expect_update()
        .withf(|user, _| user.role == Role::Master && user.active && user.activated_at.is_some())
        .once()
        .returning(|user, _| Ok(UserChange::Stored(Box::new(user.clone()))));
    users
        .expect_set_password()
        .withf(|_, password, keep, _| password.0 == "new" && keep.is_none())
        .once()
        .returning(|_, _, _, _| Ok(()));
    assert!(people(users).bootstrap(account()).await.unwrap());
}
