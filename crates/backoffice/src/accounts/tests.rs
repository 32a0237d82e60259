use std::net::IpAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::people::Grants;
use domain::second_factor::FactorSecret;
use ports::driven::{
    Familiarity, MockAuditLog, MockClock, MockCredentialRepository, MockDataVersion, MockFactorCodes,
    MockFactorRepository, MockIds, MockNewSignIns, MockSecrets, MockSignInAttempts, MockUserRepository, PasswordHash,
    StorageError, Token, TokenDigest, TooManyHashes, Versions,
};
use uuid::Uuid;

use super::*;

mod credentials;
mod passwords;
mod safety;

const PASSWORD: &str = "correct horse battery";
/// The recovery code that is made here.
const RECOVERY: &str = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01";
/// The one password that is common here.
const COMMON: &str = "1q2w3e4r5t";

fn now() -> DateTime<Utc> {
    "2026-11-24T00:00:00Z".parse().unwrap()
}

fn actor() -> Actor {
    Actor::stranger(Some(IpAddr::from([203, 0, 113, 7])))
}

fn typed_in(email: &str, password: &str, code: Option<String>) -> SignIn {
    SignIn {
        email: email.to_owned(),
        password: password.to_owned(),
        code,
    }
}

fn own(user: UserId, session: SessionId) -> OwnSession {
    OwnSession { user, session }
}

fn user(active: bool) -> User {
    User {
        id: UserId(Uuid::from_u128(7)),
        email: Email::parse("member@example.com").unwrap(),
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
    factors: MockFactorRepository,
    new_sign_ins: MockNewSignIns,
    hashes: Arc<AtomicUsize>,
    /// What the clock and the versions say; a test moves them.
    now: Hands,
}

/// The hands of the clock and of the versions.
type Hands = Arc<Mutex<(DateTime<Utc>, Versions)>>;

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
        attempts.expect_succeed().returning(|_| Ok(()));
        know_nobody(&mut attempts);
        let mut audit = MockAuditLog::new();
        audit.expect_record().returning(|_, _| Ok(()));
        let mut factors = MockFactorRepository::new();
        factors.expect_find().returning(|_| Ok(None));
        let mut credentials = MockCredentialRepository::new();
        credentials.expect_insert_session().returning(|_, _, _| Ok(()));
        users.expect_begin_registration().returning(|_, _| Ok(true));
        Self {
            users,
            credentials,
            attempts,
            audit,
            factors,
            new_sign_ins: MockNewSignIns::new(),
            hashes: Arc::new(AtomicUsize::new(0)),
            now: Arc::new(Mutex::new((now(), Versions::default()))),
        }
    }

    fn accounts(self) -> Accounts {
        let mut secrets = MockSecrets::new();
        let count = self.hashes.clone();
        secrets.expect_verify().returning(move |password, hash| {
            count.fetch_add(1, Ordering::Relaxed);
            Ok(password == PASSWORD && hash.is_some())
        });
        let count = self.hashes;
        secrets.expect_hash().returning(move |_, _| {
            count.fetch_add(1, Ordering::Relaxed);
            Ok(PasswordHash("new".to_owned()))
        });
        secrets.expect_is_common().returning(|password| password == COMMON);
        secrets.expect_new_token().returning(|prefix| Token {
            secret: format!("{prefix}secret"),
            digest: TokenDigest([1; 32]),
        });
        secrets.expect_digest().returning(|_| TokenDigest([1; 32]));
        let mut clock = MockClock::new();
        let at = self.now.clone();
        clock.expect_now().returning(move || at.lock().unwrap().0);
        let mut data_version = MockDataVersion::new();
        let at = self.now;
        data_version.expect_known().returning(move || at.lock().unwrap().1);
        let mut ids = MockIds::new();
        ids.expect_next().return_const(Uuid::from_u128(9));
        // Each step has its number as its code.
        let mut codes = MockFactorCodes::new();
        codes
            .expect_code()
            .returning(|_, step| format!("{:06}", step.0 % 1_000_000));
        codes.expect_new_secret().returning(|| FactorSecret([7; 20]));
        codes.expect_new_recovery_code().returning(|| RECOVERY.replace('-', ""));
        Accounts::new(AccountPorts {
            users: Arc::new(self.users),
            credentials: Arc::new(self.credentials),
            factors: Arc::new(self.factors),
            codes: Arc::new(codes),
            new_sign_ins: Arc::new(self.new_sign_ins),
            attempts: Arc::new(self.attempts),
            audit: Arc::new(self.audit),
            data_version: Arc::new(data_version),
            secrets: Arc::new(secrets),
            clock: Arc::new(clock),
            ids: Arc::new(ids),
        })
    }
}

/// Attempts that remember no browser and no network.
fn know_nobody(attempts: &mut MockSignInAttempts) {
    attempts
        .expect_familiarity()
        .returning(|_, _, _| Ok(Familiarity::default()));
    attempts.expect_remember().returning(|_, _, _| Ok(()));
}

fn network() -> Network {
    Network::of(actor().address.unwrap())
}

/// What a stranger's attempt at the member counts for.
fn keys_of_a_stranger() -> [AttemptKey; 3] {
    let email = user(true).email;
    [
        AttemptKey::AccountFrom(email.clone(), network()),
        AttemptKey::Network(network()),
        AttemptKey::Account(email),
    ]
}

/// What signing in answers, and how many hashes it took.
async fn sign_in(world: World, email: &str, password: &str) -> (Result<SignedIn, AccountError>, usize) {
    let hashes = world.hashes.clone();
    let answer = world
        .accounts()
        .sign_in(typed_in(email, password, None), SignInClient::default(), &actor())
        .await;
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
                && by.user_id() == Some(user(true).id)
        })
        .once()
        .returning(|_, _, _| Ok(()));
    let (signed_in, _) = sign_in(world, "member@example.com", PASSWORD).await;
    assert_eq!(signed_in.unwrap().token, "fhs_secret");
}

/// A member whose state is another one when the session is to be stored, once; `then` is what is found afterwards.
fn changed_meanwhile(then: Credentials) -> World {
    let mut world = World::with_member(true);
    world.credentials = MockCredentialRepository::new();
    let revision = then.user.revision;
    world.credentials.expect_insert_session().returning(move |_, _, by| {
        let is_known = by.authority
            == Authority::Proven {
                user: user(true).id,
                revision,
            };
        if is_known {
            Ok(())
        } else {
            Err(StorageError::Stale("user"))
        }
    });
    world.users = MockUserRepository::new();
    world.users.expect_find_credentials().returning(|_| {
        Ok(Some(Credentials {
            user: user(true),
            password: Some(PasswordHash("kept".to_owned())),
        }))
    });
    world
        .users
        .expect_credentials()
        .returning(move |_| Ok(Some(then.clone())));
    world
}

#[tokio::test]
async fn a_password_that_is_replaced_while_it_is_looked_at_opens_no_session() {
    let replaced = changed_meanwhile(Credentials {
        user: User {
            revision: 4,
            ..user(true)
        },
        password: Some(PasswordHash("another".to_owned())),
    });
    let (answer, hashes) = sign_in(replaced, "member@example.com", PASSWORD).await;
    assert!(matches!(answer, Err(AccountError::WrongCredentials)), "{answer:?}");
    assert_eq!(hashes, 1);
}

#[tokio::test]
async fn another_change_meanwhile_does_not_keep_anybody_out_and_a_deactivation_does() {
    for active in [true, false] {
        let changed = changed_meanwhile(Credentials {
            user: User {
                revision: 4,
                ..user(active)
            },
            password: Some(PasswordHash("kept".to_owned())),
        });
        let (answer, hashes) = sign_in(changed, "member@example.com", PASSWORD).await;
        match answer {
            Ok(signed_in) => assert!(active, "{signed_in:?}"),
            Err(error) => assert!(!active && matches!(error, AccountError::Inactive), "{error:?}"),
        }
        assert_eq!(hashes, 1);
    }
}

#[tokio::test]
async fn who_comes_too_early_is_sent_away_without_a_hash() {
    let mut world = World::with_member(true);
    world.attempts = MockSignInAttempts::new();
    know_nobody(&mut world.attempts);
    world
        .attempts
        .expect_begin()
        .withf(|keys, _| *keys == keys_of_a_stranger())
        .returning(|_, _| Ok(Err(TimeDelta::seconds(3))));
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
            .withf(move |record, by| {
                let details = record.details.as_ref().unwrap().to_string();
                record.action == AuditAction::SessionRefused
                    && record.subject_id == subject
                    && details == r#"{"reason":"password"}"#
                    && *by == actor()
            })
            .once()
            .returning(|_, _| Ok(()));
        assert!(sign_in(world, email, "wrong horse battery").await.0.is_err());
    }
}

#[tokio::test]
async fn an_account_without_a_password_answers_as_one_with_another() {
    let mut world = World::with_member(true);
    world.users = MockUserRepository::new();
    world.users.expect_find_credentials().returning(|_| {
        Ok(Some(Credentials {
            user: user(true),
            password: None,
        }))
    });
    let (answer, hashes) = sign_in(world, "member@example.com", PASSWORD).await;
    assert!(matches!(answer, Err(AccountError::WrongCredentials)), "{answer:?}");
    assert_eq!(hashes, 1);
}

#[tokio::test]
async fn an_address_that_is_none_counts_for_where_it_came_from_only() {
    let mut world = World::with_member(true);
    world.users = MockUserRepository::new();
    world.attempts = MockSignInAttempts::new();
    world
        .attempts
        .expect_begin()
        .withf(|keys, at| *keys == [AttemptKey::Network(network())] && *at == now())
        .once()
        .returning(|_, _| Ok(Ok(())));
    let (answer, hashes) = sign_in(world, "no address", PASSWORD).await;
    assert!(matches!(answer, Err(AccountError::WrongCredentials)), "{answer:?}");
    assert_eq!(hashes, 1);
}

#[tokio::test]
async fn a_right_password_takes_its_attempt_back_and_a_wrong_one_does_not() {
    for (password, active, times) in [
        (PASSWORD, true, 1),
        (PASSWORD, false, 1),
        ("wrong horse battery", true, 0),
    ] {
        let mut world = World::with_member(active);
        world.attempts = MockSignInAttempts::new();
        know_nobody(&mut world.attempts);
        world.attempts.expect_begin().once().returning(|_, _| Ok(Ok(())));
        world
            .attempts
            .expect_succeed()
            .withf(|keys| *keys == keys_of_a_stranger())
            .times(times)
            .returning(|_| Ok(()));
        let _ = sign_in(world, "member@example.com", password).await;
    }
}

#[tokio::test]
async fn that_an_inactive_account_was_refused_is_recorded_as_such() {
    let mut world = World::with_member(false);
    world.audit = MockAuditLog::new();
    world
        .audit
        .expect_record()
        .withf(|record, _| {
            record.subject_id == user(false).id.to_string() && record.details == Some(json!({ "reason": "inactive" }))
        })
        .once()
        .returning(|_, _| Ok(()));
    let (answer, _) = sign_in(world, "member@example.com", PASSWORD).await;
    assert!(matches!(answer, Err(AccountError::Inactive)), "{answer:?}");
}

#[tokio::test]
async fn of_an_endless_password_only_the_beginning_is_hashed() {
    for (typed, hashed) in [("가".repeat(200), 200), ("가".repeat(100_000), 201)] {
        let mut secrets = MockSecrets::new();
        secrets
            .expect_verify()
            .withf(move |password, _| password.chars().count() == hashed)
            .once()
            .returning(|_, _| Ok(false));
        let world = World::with_member(true);
        let (answer, _) = sign_in_with(world, secrets, &typed).await;
        assert!(matches!(answer, Err(AccountError::WrongCredentials)), "{answer:?}");
    }
}

/// As [`sign_in`] of the member, with these secrets.
async fn sign_in_with(
    world: World,
    secrets: MockSecrets,
    password: &str,
) -> (Result<SignedIn, AccountError>, Accounts) {
    let Accounts { ports, .. } = world.accounts();
    let accounts = Accounts::new(AccountPorts {
        secrets: Arc::new(secrets),
        ..ports
    });
    let answer = accounts
        .sign_in(
            typed_in("member@example.com", password, None),
            SignInClient::default(),
            &actor(),
        )
        .await;
    (answer, accounts)
}

#[tokio::test]
async fn a_program_may_call_itself_what_it_likes_within_bounds() {
    let mut world = World::with_member(true);
    world.credentials = MockCredentialRepository::new();
    world
        .credentials
        .expect_insert_session()
        .withf(|session, _, _| session.user_agent == Some(format!("curl{}", "x".repeat(196))))
        .once()
        .returning(|_, _, _| Ok(()));
    let client = SignInClient {
        user_agent: Some(format!("cu\r\nrl{}", "x".repeat(1_000))),
        browser: None,
    };
    let signed_in = world
        .accounts()
        .sign_in(typed_in("member@example.com", PASSWORD, None), client, &actor())
        .await;
    assert!(signed_in.is_ok(), "{signed_in:?}");
}

#[tokio::test]
async fn a_browser_that_signed_in_before_has_a_lane_of_its_own_and_is_remembered_again() {
    let mut world = World::with_member(true);
    world.attempts = MockSignInAttempts::new();
    world
        .attempts
        .expect_familiarity()
        .withf(|account, origin, _| {
            account.as_str() == "member@example.com" && origin.browser == Some(TokenDigest([1; 32]))
        })
        .returning(|_, _, _| {
            Ok(Familiarity {
                browser: true,
                network: false,
            })
        });
    let own = [AttemptKey::AccountIn(user(true).email, TokenDigest([1; 32]))];
    let counted = own.clone();
    world
        .attempts
        .expect_begin()
        .withf(move |keys, _| *keys == counted)
        .once()
        .returning(|_, _| Ok(Ok(())));
    world
        .attempts
        .expect_succeed()
        .withf(move |keys| *keys == own)
        .once()
        .returning(|_| Ok(()));
    world
        .attempts
        .expect_remember()
        .withf(|account, origin, at| {
            let there = origin.network == Some(network()) && origin.browser == Some(TokenDigest([1; 32]));
            *account == user(true).id && there && *at == now()
        })
        .once()
        .returning(|_, _, _| Ok(()));
    let client = SignInClient {
        user_agent: None,
        browser: Some("fhb_known".to_owned()),
    };
    let signed_in = world
        .accounts()
        .sign_in(typed_in("member@example.com", PASSWORD, None), client, &actor())
        .await;
    assert_eq!(signed_in.unwrap().browser, "fhb_known");
}

#[tokio::test]
async fn what_no_browser_of_ours_presents_is_replaced() {
    for odd in ["fhs_session".to_owned(), format!("fhb_{}", "x".repeat(1_000))] {
        let client = SignInClient {
            user_agent: None,
            browser: Some(odd),
        };
        let accounts = World::with_member(true).accounts();
        let signed_in = accounts
            .sign_in(typed_in("member@example.com", PASSWORD, None), client, &actor())
            .await;
        assert_eq!(signed_in.unwrap().browser, "fhb_secret");
    }
}

#[tokio::test]
async fn an_attempt_that_found_no_seat_for_its_hash_does_not_count() {
    let mut secrets = MockSecrets::new();
    secrets.expect_verify().once().returning(|_, _| Err(TooManyHashes));
    let mut world = World::with_member(true);
    world
        .attempts
        .expect_take_back()
        .withf(|keys| *keys == keys_of_a_stranger())
        .once()
        .returning(|_| Ok(()));
    let (answer, _) = sign_in_with(world, secrets, PASSWORD).await;
    assert!(matches!(answer, Err(AccountError::TooManyHashes(_))), "{answer:?}");
}
