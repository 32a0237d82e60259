use domain::access::Capability;
use domain::people::{Grants, SessionId};
use domain::production::ProductionId;
use ports::actor::{Authority, Basis, Needs};
use ports::driven::{
    Credential, MockClock, MockFactorRepository, MockIds, MockSecrets, MockUserRepository, PasswordHash, Token,
    TokenDigest,
};
use uuid::Uuid;

use super::*;

const EDIT: Edit = Edit::unconditional(SYSTEM);
const SYSTEM: Actor = Actor::SYSTEM;

pub(super) fn now() -> DateTime<Utc> {
    "2026-11-24T00:00:00Z".parse().unwrap()
}

pub(super) fn user(role: Role) -> User {
    let email = Email::parse("user@example.com").unwrap();
    User {
        role,
        revision: 3,
        ..registered(UserId(Uuid::from_u128(7)), email, "직원".to_owned(), now())
    }
}

pub(super) fn people(users: MockUserRepository) -> People {
    people_with(users, MockFactorRepository::new())
}

pub(super) fn people_with(users: MockUserRepository, factors: MockFactorRepository) -> People {
    let mut clock = MockClock::new();
    clock.expect_now().returning(now);
    let mut ids = MockIds::new();
    ids.expect_next().return_const(Uuid::from_u128(9));
    let mut secrets = MockSecrets::new();
    secrets
        .expect_hash()
        .returning(|_, _| Ok(PasswordHash("new".to_owned())));
    secrets
        .expect_is_common()
        .returning(|password| password == "1q2w3e4r5t");
    secrets.expect_new_token().returning(|prefix| Token {
        secret: format!("{prefix}secret"),
        digest: TokenDigest([1; 32]),
    });
    People::new(
        Arc::new(users),
        Arc::new(secrets),
        Arc::new(clock),
        Arc::new(ids),
        Arc::new(factors),
    )
}

pub(super) fn knowing(role: Role) -> MockUserRepository {
    let mut users = MockUserRepository::new();
    users.expect_find().returning(move |_| Ok(Some(user(role))));
    users
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
        let refused = people(knowing(present)).change(id, patch, Role::Admin, &EDIT).await;
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
    let changed = people(users).change(id, activate, Role::Admin, &EDIT).await.unwrap();
    assert!(changed.active);
}

#[tokio::test]
async fn the_last_master_and_another_state_are_refused() {
    let mut users = knowing(Role::Master);
    users.expect_update().times(2).returning(|_, edit| {
        if edit.basis.allows(3) {
            Ok(UserChange::LastMaster)
        } else {
            Err(StorageError::Outdated("user"))
        }
    });
    let id = user(Role::Master).id;
    let demote = UserPatch {
        role: Some(Role::Member),
        ..UserPatch::default()
    };
    let people = people(users);
    let refused = people.change(id, demote.clone(), Role::Master, &EDIT).await;
    assert!(matches!(refused, Err(AccountError::LastMaster)), "{refused:?}");
    let outdated = Basis::OneOf(vec![2]);
    let refused = people
        .change(
            id,
            demote,
            Role::Master,
            &Edit {
                basis: outdated.clone(),
                ..EDIT
            },
        )
        .await;
    assert!(
        matches!(refused, Err(AccountError::Storage(StorageError::Outdated(_)))),
        "{refused:?}"
    );
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
    let changed = people(users).change(id, rename, Role::Admin, &EDIT).await.unwrap();
    assert_eq!(changed.name, "담당자");
}

#[tokio::test]
async fn a_grant_of_what_does_not_exist_is_told_by_field() {
    let mut users = knowing(Role::Member);
    users
        .expect_update()
        .returning(|_, _| Err(StorageError::Unknown(Field::Productions)));
    let id = user(Role::Member).id;
    let refused = people(users).change(id, UserPatch::default(), Role::Admin, &EDIT).await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (breaches[0].place.to_string().as_str(), breaches[0].rule.code()),
        ("Productions", "unknown")
    );
}

fn named(name: &str) -> UserPatch {
    UserPatch {
        name: Some(name.to_owned()),
        ..UserPatch::default()
    }
}

fn new_user() -> NewUser {
    NewUser {
        email: " New@Example.com".to_owned(),
        name: " 새 직원 ".to_owned(),
        role: Role::Member,
        active: false,
        grants: Grants::default(),
    }
}

#[tokio::test]
async fn a_name_alone_is_touching_too() {
    for role in [Role::Admin, Role::Master] {
        let mut users = knowing(role);
        users
            .expect_update()
            .once()
            .returning(|user, _| Ok(UserChange::Stored(Box::new(user.clone()))));
        let people = people(users);
        let id = user(role).id;
        let refused = people.change(id, named("새 이름"), Role::Admin, &EDIT).await;
        assert!(matches!(refused, Err(AccountError::MasterOnly)), "{refused:?}");
        let changed = people.change(id, named(" 새 이름 "), Role::Master, &EDIT).await;
        assert_eq!(changed.unwrap().name, "새 이름");
    }
}

#[tokio::test]
async fn who_may_not_touch_a_user_is_told_nothing_else() {
    let outdated = Basis::OneOf(vec![2]);
    let id = user(Role::Admin).id;
    let refused = people(knowing(Role::Admin))
        .change(
            id,
            named(" "),
            Role::Admin,
            &Edit {
                basis: outdated.clone(),
                ..EDIT
            },
        )
        .await;
    assert!(matches!(refused, Err(AccountError::MasterOnly)), "{refused:?}");
    let wrong = NewUser {
        email: "no address".to_owned(),
        role: Role::Admin,
        ..new_user()
    };
    let refused = people(MockUserRepository::new())
        .create(wrong, Role::Admin, &SYSTEM)
        .await;
    assert!(matches!(refused, Err(AccountError::MasterOnly)), "{refused:?}");
}

#[tokio::test]
async fn what_a_change_leaves_out_stays() {
    let present = || User {
        role: Role::Member,
        active: true,
        activated_at: Some(DateTime::UNIX_EPOCH),
        grants: Grants {
            can_upload: true,
            can_manage_productions: true,
            all_productions: true,
            production_ids: [ProductionId(Uuid::from_u128(1))].into(),
        },
        ..user(Role::Member)
    };
    let granting = |grants: Grants| User { grants, ..present() };
    let cases = [
        (UserPatch::default(), present()),
        (
            UserPatch {
                can_upload: Some(false),
                ..UserPatch::default()
            },
            granting(Grants {
                can_upload: false,
                ..present().grants
            }),
        ),
        (
            UserPatch {
                can_manage_productions: Some(false),
                ..UserPatch::default()
            },
            granting(Grants {
                can_manage_productions: false,
                ..present().grants
            }),
        ),
        (
            UserPatch {
                all_productions: Some(false),
                production_ids: Some([ProductionId(Uuid::from_u128(2))].into()),
                ..UserPatch::default()
            },
            granting(Grants {
                all_productions: false,
                production_ids: [ProductionId(Uuid::from_u128(2))].into(),
                ..present().grants
            }),
        ),
        (
            UserPatch {
                active: Some(false),
                ..UserPatch::default()
            },
            User {
                active: false,
                ..present()
            },
        ),
    ];
    for (patch, expected) in cases {
        let mut users = MockUserRepository::new();
        users.expect_find().returning(move |_| Ok(Some(present())));
        users
            .expect_update()
            .once()
            .returning(|user, _| Ok(UserChange::Stored(Box::new(user.clone()))));
        let changed = people(users).change(present().id, patch, Role::Admin, &EDIT).await;
        assert_eq!(changed.unwrap(), expected);
    }
}

#[tokio::test]
async fn a_later_activation_is_not_the_first() {
    let mut users = MockUserRepository::new();
    users.expect_find().returning(|_| {
        Ok(Some(User {
            activated_at: Some(DateTime::UNIX_EPOCH),
            ..user(Role::Member)
        }))
    });
    users
        .expect_update()
        .withf(|user, _| user.active && user.activated_at == Some(DateTime::UNIX_EPOCH))
        .once()
        .returning(|user, _| Ok(UserChange::Stored(Box::new(user.clone()))));
    let activate = UserPatch {
        active: Some(true),
        ..UserPatch::default()
    };
    let id = user(Role::Member).id;
    assert!(people(users).change(id, activate, Role::Admin, &EDIT).await.is_ok());
}

#[tokio::test]
async fn who_was_promoted_meanwhile_is_touched_by_no_admin() {
    let mut users = MockUserRepository::new();
    let mut looked = 0;
    users.expect_find().times(2).returning(move |_| {
        looked += 1;
        Ok(Some(user(if looked == 1 { Role::Member } else { Role::Admin })))
    });
    users
        .expect_update()
        .once()
        .returning(|_, _| Err(StorageError::Stale("user")));
    let id = user(Role::Member).id;
    let refused = people(users).change(id, named("이름"), Role::Admin, &EDIT).await;
    assert!(matches!(refused, Err(AccountError::MasterOnly)), "{refused:?}");
}

#[tokio::test]
async fn a_change_that_is_always_overtaken_ends() {
    let mut users = knowing(Role::Member);
    users
        .expect_update()
        .times(ports::retry::TRIES)
        .returning(|_, _| Err(StorageError::Stale("user")));
    let id = user(Role::Member).id;
    let refused = people(users).change(id, named("이름"), Role::Admin, &EDIT).await;
    assert!(
        matches!(refused, Err(AccountError::Storage(StorageError::Stale(_)))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_user_is_entered_cleaned_and_without_a_password() {
    for active in [true, false] {
        let mut users = MockUserRepository::new();
        users
            .expect_insert()
            .withf(|_, password, _| password.is_none())
            .once()
            .returning(|_, _, _| Ok(()));
        let new = NewUser { active, ..new_user() };
        let user = people(users).create(new, Role::Admin, &SYSTEM).await.unwrap();
        assert_eq!(
            (user.email.as_str(), user.name.as_str()),
            ("new@example.com", "새 직원")
        );
        assert_eq!((user.active, user.activated_at), (active, active.then(now)));
    }
}

#[tokio::test]
async fn every_broken_rule_of_a_new_user_is_told_and_a_taken_address() {
    let wrong = NewUser {
        email: "no address".to_owned(),
        name: "\n".to_owned(),
        ..new_user()
    };
    let refused = people(MockUserRepository::new())
        .create(wrong, Role::Admin, &SYSTEM)
        .await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    let places: Vec<_> = breaches.iter().map(|breach| breach.place.to_string()).collect();
    assert_eq!(places, ["Email", "Name"]);

    let mut users = MockUserRepository::new();
    users
        .expect_insert()
        .returning(|_, _, _| Err(StorageError::Taken("email")));
    let refused = people(users).create(new_user(), Role::Admin, &SYSTEM).await;
    assert!(matches!(refused, Err(AccountError::Taken("email"))), "{refused:?}");
}

#[tokio::test]
async fn only_who_never_was_active_is_deleted() {
    for (deletion, is_expected) in [
        (
            UserDeletion::Deleted,
            (|answer| answer.is_ok()) as fn(&Result<(), AccountError>) -> bool,
        ),
        (UserDeletion::WasActive, |answer| {
            matches!(answer, Err(AccountError::WasActive))
        }),
        (UserDeletion::NotFound, |answer| {
            matches!(answer, Err(AccountError::Unknown))
        }),
    ] {
        let mut users = knowing(Role::Member);
        users.expect_delete().once().returning(move |_, _| Ok(deletion));
        let answer = people(users).delete(user(Role::Member).id, Role::Admin, &SYSTEM).await;
        assert!(is_expected(&answer), "{deletion:?}: {answer:?}");
    }
}

#[tokio::test]
async fn a_reset_link_works_for_a_day() {
    for (role, as_role) in [(Role::Member, Role::Admin), (Role::Master, Role::Master)] {
        let mut users = knowing(role);
        users
            .expect_insert_reset_link()
            .withf(|_, digest, expires_at, _| *digest == TokenDigest([1; 32]) && *expires_at == now() + RESET_LINK_LIFE)
            .once()
            .returning(|_, _, _, _| Ok(()));
        let link = people(users).reset_link(user(role).id, as_role, &SYSTEM).await.unwrap();
        assert_eq!(
            (link.token.as_str(), link.expires_at),
            ("fhr_secret", now() + RESET_LINK_LIFE)
        );
    }
}

#[tokio::test]
async fn what_was_a_member_when_it_was_looked_at_and_is_an_admin_now_is_not_touched() {
    let promoted = || {
        let mut users = MockUserRepository::new();
        let mut looks = 0;
        users.expect_find().returning(move |_| {
            looks += 1;
            Ok(Some(user(if looks == 1 { Role::Member } else { Role::Admin })))
        });
        users
    };
    let id = user(Role::Member).id;
    let mut users = promoted();
    users
        .expect_insert_reset_link()
        .withf(|seen, _, _, _| seen.role == Role::Member)
        .once()
        .returning(|_, _, _, _| Err(StorageError::Stale("user")));
    let link = people(users).reset_link(id, Role::Admin, &SYSTEM).await;
    assert!(matches!(link, Err(AccountError::MasterOnly)), "{link:?}");
    let mut users = promoted();
    users
        .expect_delete()
        .once()
        .returning(|_, _| Err(StorageError::Stale("user")));
    let gone = people(users).delete(id, Role::Admin, &SYSTEM).await;
    assert!(matches!(gone, Err(AccountError::MasterOnly)), "{gone:?}");
}

#[tokio::test]
async fn whom_a_change_touches_is_said_with_who_makes_it() {
    let admin = Actor {
        authority: Authority::Credential {
            user: UserId(Uuid::from_u128(1)),
            credential: Credential::Session(SessionId(Uuid::from_u128(2))),
            needs: Needs {
                capability: Capability::Administer,
                production: None,
                touches: None,
            },
        },
        address: None,
    };
    let touched = |by: &Actor| match by.authority {
        Authority::Credential { needs, .. } => needs.touches,
        _ => None,
    };
    let mut users = knowing(Role::Member);
    users
        .expect_update()
        .withf(move |_, edit| touched(&edit.by) == Some((Role::Member, Role::Admin)))
        .once()
        .returning(|user, _| Ok(UserChange::Stored(Box::new(user.clone()))));
    users
        .expect_insert()
        .withf(move |_, _, by| touched(by) == Some((Role::Member, Role::Member)))
        .once()
        .returning(|_, _, _| Ok(()));
    users
        .expect_delete()
        .withf(move |_, by| touched(by) == Some((Role::Member, Role::Member)))
        .once()
        .returning(|_, _| Ok(UserDeletion::Deleted));
    users
        .expect_insert_reset_link()
        .withf(move |_, _, _, by| touched(by) == Some((Role::Member, Role::Member)))
        .once()
        .returning(|_, _, _, _| Ok(()));
    let people = people(users);
    let id = user(Role::Member).id;
    let promotion = UserPatch {
        role: Some(Role::Admin),
        ..UserPatch::default()
    };
    people
        .change(id, promotion, Role::Master, &Edit::unconditional(admin))
        .await
        .unwrap();
    people.create(new_user(), Role::Master, &admin).await.unwrap();
    people.delete(id, Role::Master, &admin).await.unwrap();
    people.reset_link(id, Role::Master, &admin).await.unwrap();
}

#[tokio::test]
async fn who_does_not_exist_is_told_as_such() {
    let unknown = || {
        let mut users = MockUserRepository::new();
        users.expect_find().returning(|_| Ok(None));
        people(users)
    };
    let id = user(Role::Member).id;
    let answers = [
        unknown().read(id).await.err(),
        unknown().change(id, named(""), Role::Admin, &EDIT).await.err(),
        unknown().delete(id, Role::Admin, &SYSTEM).await.err(),
        unknown().reset_link(id, Role::Admin, &SYSTEM).await.err(),
    ];
    for answer in answers {
        assert!(matches!(answer, Some(AccountError::Unknown)), "{answer:?}");
    }
}

#[tokio::test]
async fn a_lost_second_factor_is_removed_by_whoever_may_touch_its_owner() {
    for (role, as_role, may) in [
        (Role::Member, Role::Admin, true),
        (Role::Admin, Role::Admin, false),
        (Role::Master, Role::Admin, false),
        (Role::Admin, Role::Master, true),
        (Role::Master, Role::Master, true),
    ] {
        let mut factors = MockFactorRepository::new();
        factors
            .expect_remove()
            .withf(|_, keep, _| keep.is_none())
            .times(usize::from(may))
            .returning(|_, _, _| Ok(true));
        let removed = people_with(knowing(role), factors)
            .remove_second_factor(user(role).id, as_role, &SYSTEM)
            .await;
        assert_eq!(removed.is_ok(), may, "{as_role:?} of {role:?}: {removed:?}");
    }
    let mut factors = MockFactorRepository::new();
    factors.expect_remove().returning(|_, _, _| Ok(false));
    let id = user(Role::Member).id;
    let people = people_with(knowing(Role::Member), factors);
    let removed = people.remove_second_factor(id, Role::Master, &SYSTEM).await;
    assert!(matches!(removed, Err(AccountError::NoFactor)), "{removed:?}");
}

#[tokio::test]
async fn who_may_touch_a_user_is_told_before_a_form_is_looked_at() {
    for (role, as_role, may) in [
        (Role::Member, Role::Admin, true),
        (Role::Admin, Role::Admin, false),
        (Role::Master, Role::Master, true),
        (Role::Member, Role::Member, false),
    ] {
        let permitted = people(knowing(role)).permit(user(role).id, as_role).await;
        match permitted {
            Ok(()) => assert!(may),
            Err(AccountError::MasterOnly) => assert!(!may, "{as_role:?} of {role:?}"),
            Err(other) => panic!("{other:?}"),
        }
    }
    let mut users = MockUserRepository::new();
    users.expect_find().returning(|_| Ok(None));
    let unknown = people(users).permit(user(Role::Member).id, Role::Member).await;
    assert!(matches!(unknown, Err(AccountError::Unknown)), "{unknown:?}");
}
