use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::people::Grants;
use domain::slow_down::{Attempts, FREE_ATTEMPTS};
use ports::driven::{
    MockAuditLog, MockClock, MockCredentialRepository, MockIds, MockSecrets, MockSignInAttempts, MockUserRepository,
    PasswordHash, Token, TokenDigest,
};
use uuid::Uuid;

use super::*;

const PASSWORD: &str = "correct horse battery";

fn now() -> DateTime<Utc> {
    "2026-11-24T00:00:00Z".parse().unwrap()
}

fn actor() -> Actor {
    Actor {
        user_id: None,
        address: Some(IpAddr::from([203, 0, 113, 7])),
    }
}

fn user(active: bool) -> User {
    User {
        id: UserId(Uuid::from_u128(7)),
        email: Email::parse("member@example.com", "").unwrap(),
        name: "담당자".to_owned(),
        role: Role::Member,
        active,
        grants: Grants::default(),
        created_at: now(),
        activated_at: Some(now()),
        revision: 3,
    }
}

/// The mocks; hashing is counted.
struct World {
    users: MockUserRepository,
    credentials: MockCredentialRepository,
    attempts: MockSignInAttempts,
    audit: MockAuditLog,
    hashes: Arc<AtomicUsize>,
}

impl World {
    /// One member with a password, and attempts that are never too many.
    fn with_member(active: bool) -> Self {
        let mut users = MockUserRepository::new();
        users.expect_find_credentials().returning(move |email| {
            let known = email.as_str() == "member@example.com";
            Ok(known.then(|| Credentials {
                user: user(active),
                password: Some(PasswordHash("kept".to_owned())),
            }))
        });
        users.expect_credentials().returning(move |_| {
            Ok(Some(Credentials {
                user: user(active),
                password: Some(PasswordHash("kept".to_owned())),
            }))
        });
        let mut attempts = MockSignInAttempts::new();
        attempts.expect_begin().returning(|_, _| Ok(Ok(())));
        attempts.expect_succeed().returning(|_, _| Ok(()));
        let mut audit = MockAuditLog::new();
        audit.expect_record().returning(|_, _| Ok(()));
        let mut credentials = MockCredentialRepository::new();
        credentials.expect_insert_session().returning(|_, _, _| Ok(()));
        Self {
            users,
            credentials,
            attempts,
            audit,
            hashes: Arc::new(AtomicUsize::new(0)),
        }
    }

    fn accounts(self) -> Accounts {
        let mut secrets = MockSecrets::new();
        let count = self.hashes.clone();
        secrets.expect_verify().returning(move |password, hash| {
            count.fetch_add(1, Ordering::Relaxed);
            password == PASSWORD && hash.is_some()
        });
        let count = self.hashes;
        secrets.expect_hash().returning(move |_| {
            count.fetch_add(1, Ordering::Relaxed);
            PasswordHash("new".to_owned())
        });
        secrets.expect_new_token().returning(|prefix| Token {
            secret: format!("{prefix}secret"),
            digest: TokenDigest([1; 32]),
        });
        secrets.expect_digest().returning(|_| TokenDigest([1; 32]));
        let mut clock = MockClock::new();
        clock.expect_now().returning(now);
        let mut ids = MockIds::new();
        ids.expect_next().return_const(Uuid::from_u128(9));
        Accounts::new(AccountPorts {
            users: Arc::new(self.users),
            credentials: Arc::new(self.credentials),
            attempts: Arc::new(self.attempts),
            audit: Arc::new(self.audit),
            secrets: Arc::new(secrets),
            clock: Arc::new(clock),
            ids: Arc::new(ids),
        })
    }
}

/// What signing in answers, and how many hashes it took.
async fn sign_in(world: World, email: &str, password: &str) -> (Result<SignedIn, AccountError>, usize) {
    let hashes = world.hashes.clone();
    let answer = world.accounts().sign_in(email, password, None, &actor()).await;
    (answer, hashes.load(Ordering::Relaxed))
}

#[tokio::test]
async fn signing_in_takes_one_hash_whoever_it_is() {
    for (email, password) in [
        ("member@example.com", PASSWORD),
        ("member@example.com", "wrong horse battery"),
        ("nobody@example.com", PASSWORD),
        ("no address", PASSWORD),
        ("", ""),
    ] {
        for active in [true, false] {
            let (_, hashes) = sign_in(World::with_member(active), email, password).await;
            assert_eq!(hashes, 1, "{email} {password} {active}");
        }
    }
}

#[tokio::test]
async fn unknown_account_and_wrong_password_answer_alike() {
    for (email, password) in [
        ("member@example.com", "wrong horse battery"),
        ("nobody@example.com", PASSWORD),
    ] {
        let (answer, _) = sign_in(World::with_member(true), email, password).await;
        assert!(
            matches!(answer, Err(AccountError::WrongCredentials)),
            "{email}: {answer:?}"
        );
    }
}

#[tokio::test]
async fn that_an_account_is_inactive_is_told_only_after_the_right_password() {
    let (right, _) = sign_in(World::with_member(false), " Member@Example.com ", PASSWORD).await;
    assert!(matches!(right, Err(AccountError::Inactive)), "{right:?}");
    let (wrong, _) = sign_in(World::with_member(false), "member@example.com", "wrong horse battery").await;
    assert!(matches!(wrong, Err(AccountError::WrongCredentials)), "{wrong:?}");
}

#[tokio::test]
async fn a_session_is_recorded_with_where_it_began_and_ends_without_use() {
    let mut world = World::with_member(true);
    world.credentials = MockCredentialRepository::new();
    world
        .credentials
        .expect_insert_session()
        .withf(|session, _, by| {
            session.expires_at == now() + SESSION_IDLE
                && session.address == actor().address
                && by.user_id == Some(user(true).id)
        })
        .once()
        .returning(|_, _, _| Ok(()));
    let (signed_in, _) = sign_in(world, "member@example.com", PASSWORD).await;
    assert_eq!(signed_in.unwrap().token, "fhs_secret");
}

#[tokio::test]
async fn who_comes_too_early_is_sent_away_without_a_hash() {
    let mut world = World::with_member(true);
    world.attempts = MockSignInAttempts::new();
    let attempts = Attempts {
        failures: FREE_ATTEMPTS + 2,
        last_at: now() - TimeDelta::seconds(1),
    };
    world
        .attempts
        .expect_begin()
        .withf(|keys, _| {
            let account = AttemptKey::Account(user(true).email);
            *keys == [account, AttemptKey::Address(IpAddr::from([203, 0, 113, 7]))]
        })
        .returning(move |_, _| Ok(Err(attempts)));
    let (answer, hashes) = sign_in(world, "member@example.com", PASSWORD).await;
    let Err(AccountError::SlowDown(wait)) = answer else {
        panic!("{answer:?}")
    };
    assert_eq!((wait, hashes), (TimeDelta::seconds(3), 0));
}

#[tokio::test]
async fn a_refusal_is_recorded_without_what_was_typed() {
    for (email, subject) in [
        ("member@example.com", user(true).id.to_string()),
        ("my secret password", "unknown".to_owned()),
    ] {
        let mut world = World::with_member(true);
        world.audit = MockAuditLog::new();
        world
            .audit
            .expect_record()
            .withf(move |deed, by| {
                let details = deed.details.as_ref().unwrap().to_string();
                deed.action == "session.refused"
                    && deed.subject_id == subject
                    && details == r#"{"reason":"password"}"#
                    && *by == actor()
            })
            .once()
            .returning(|_, _| Ok(()));
        assert!(sign_in(world, email, "wrong horse battery").await.0.is_err());
    }
}

#[tokio::test]
async fn registering_takes_one_hash_and_answers_alike_for_a_known_address() {
    for known in [Registration::Waiting, Registration::Known] {
        let mut world = World::with_member(true);
        world
            .users
            .expect_register()
            .withf(|user, _, _| !user.active && user.role == Role::Member && user.activated_at.is_none())
            .once()
            .returning(move |_, _, _| Ok(known));
        let hashes = world.hashes.clone();
        let account = NewAccount {
            email: "new@example.com".to_owned(),
            name: "새 직원".to_owned(),
            password: PASSWORD.to_owned(),
        };
        world.accounts().register(account, &actor()).await.unwrap();
        assert_eq!(hashes.load(Ordering::Relaxed), 1);
    }
}

#[tokio::test]
async fn what_a_registration_breaks_is_told_and_costs_no_hash() {
    let world = World::with_member(true);
    let hashes = world.hashes.clone();
    let account = NewAccount {
        email: "no address".to_owned(),
        name: " ".to_owned(),
        password: "short".to_owned(),
    };
    let refused = world.accounts().register(account, &actor()).await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    let pointers: Vec<_> = breaches.iter().map(|breach| breach.pointer.as_str()).collect();
    assert_eq!(pointers, ["/email", "/name", "/password"]);
    assert_eq!(hashes.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_the_present_one_and_the_session_stays() {
    let session = SessionId(Uuid::from_u128(4));
    let mut world = World::with_member(true);
    world
        .users
        .expect_set_password()
        .withf(move |_, hash, keep, _| hash.0 == "new" && *keep == Some(session))
        .once()
        .returning(|_, _, _, _| Ok(()));
    let accounts = world.accounts();
    let new = "purple elephant staircase";
    let id = user(true).id;
    let refused = accounts.change_password(id, session, "wrong", new, &actor()).await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (breaches[0].pointer.as_str(), breaches[0].code),
        ("/currentPassword", "wrong")
    );
    accounts
        .change_password(id, session, PASSWORD, new, &actor())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_dead_link_costs_no_hash() {
    let mut world = World::with_member(true);
    world.users.expect_find_reset_link().once().returning(|_, _| Ok(None));
    let hashes = world.hashes.clone();
    let accounts = world.accounts();
    for token in ["fhr_unknown", "fhs_session", ""] {
        let refused = accounts.reset_password(token, PASSWORD, &actor()).await;
        assert!(matches!(refused, Err(AccountError::DeadLink)), "{token}: {refused:?}");
    }
    assert_eq!(hashes.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn what_is_no_token_of_ours_is_not_looked_up() {
    let mut world = World::with_member(true);
    world.credentials.expect_authenticate().never();
    let accounts = world.accounts();
    let long = format!("fhs_{}", "x".repeat(200));
    for token in ["", "abc", "fhr_reset", &long] {
        assert_eq!(accounts.authenticate(token).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_key_that_has_ended_is_not_made() {
    let key = NewKey {
        name: "매일 업로드".to_owned(),
        read_only: false,
        expires_at: Some(now()),
    };
    let refused = World::with_member(true)
        .accounts()
        .issue_api_key(user(true).id, key, &actor())
        .await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((breaches[0].pointer.as_str(), breaches[0].code), ("/expiresAt", "past"));
}
