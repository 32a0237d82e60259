//! Registration, and passwords changed and reset.

use domain::people::MAX_PASSWORD_CHARS;

use super::super::attempts::forms;
use super::*;

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
    let places: Vec<_> = breaches.iter().map(|breach| breach.place.to_string()).collect();
    assert_eq!(places, ["Email", "Name", "Password"]);
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
    let refused = accounts.change_password(own(id, session), "wrong", new, &actor()).await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (breaches[0].place.to_string().as_str(), breaches[0].rule.code()),
        ("CurrentPassword", "wrong")
    );
    accounts
        .change_password(own(id, session), PASSWORD, new, &actor())
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
async fn too_many_registrations_are_told_and_cost_no_hash() {
    let mut world = World::with_member(true);
    world.users = MockUserRepository::new();
    world
        .users
        .expect_begin_registration()
        .withf(|from, at| *from == network() && *at == now())
        .returning(|_, _| Ok(false));
    let hashes = world.hashes.clone();
    let account = NewAccount {
        email: "new@example.com".to_owned(),
        name: "새 직원".to_owned(),
        password: PASSWORD.to_owned(),
    };
    let refused = world.accounts().register(account, &actor()).await;
    assert!(
        matches!(refused, Err(AccountError::TooManyRegistrations)),
        "{refused:?}"
    );
    assert_eq!(hashes.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_wrong_present_password_is_an_attempt_that_stays_counted_and_is_recorded() {
    let mut world = World::with_member(true);
    world.attempts = MockSignInAttempts::new();
    world
        .attempts
        .expect_begin()
        .withf(|keys, _| *keys == [AttemptKey::Session(SessionId(Uuid::from_u128(4)))])
        .once()
        .returning(|_, _| Ok(Ok(())));
    world.attempts.expect_succeed().never();
    world.audit = MockAuditLog::new();
    world
        .audit
        .expect_record()
        .withf(|record, _| record.subject_id == user(true).id.to_string())
        .once()
        .returning(|_, _| Ok(()));
    let session = SessionId(Uuid::from_u128(4));
    let new = "purple elephant staircase";
    let refused = world
        .accounts()
        .change_password(own(user(true).id, session), "wrong horse battery", new, &actor())
        .await;
    assert!(matches!(refused, Err(AccountError::Invalid(_))), "{refused:?}");
}

#[tokio::test]
async fn who_guesses_the_present_password_is_slowed_down_and_a_bad_new_one_is_no_guess() {
    let mut world = World::with_member(true);
    world.attempts = MockSignInAttempts::new();
    world
        .attempts
        .expect_begin()
        .once()
        .returning(|_, _| Ok(Err(TimeDelta::seconds(1))));
    let hashes = world.hashes.clone();
    let accounts = world.accounts();
    let (id, session) = (user(true).id, SessionId(Uuid::from_u128(4)));
    let refused = accounts
        .change_password(own(id, session), PASSWORD, "short", &actor())
        .await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(breaches[0].place.to_string(), "NewPassword");
    let refused = accounts
        .change_password(own(id, session), PASSWORD, "purple elephant staircase", &actor())
        .await;
    assert!(matches!(refused, Err(AccountError::SlowDown(_))), "{refused:?}");
    assert_eq!(hashes.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_link_sets_a_password_once() {
    let mut world = World::with_member(true);
    world
        .users
        .expect_find_reset_link()
        .withf(|digest, at| *digest == TokenDigest([1; 32]) && *at == now())
        .times(2)
        .returning(|_, _| Ok(Some(user(true).id)));
    let mut redeemed = 0;
    world
        .users
        .expect_redeem_reset_link()
        .withf(|digest, password, at, by| {
            *digest == TokenDigest([1; 32]) && password.0 == "new" && *at == now() && *by == actor()
        })
        .times(2)
        .returning(move |_, _, _, _| {
            redeemed += 1;
            Ok((redeemed == 1).then(|| user(true).id))
        });
    let accounts = world.accounts();
    accounts.reset_password("fhr_link", PASSWORD, &actor()).await.unwrap();
    // Somebody else used it between the look and the hash.
    let refused = accounts.reset_password("fhr_link", PASSWORD, &actor()).await;
    assert!(matches!(refused, Err(AccountError::DeadLink)), "{refused:?}");
}

#[tokio::test]
async fn a_link_does_not_make_a_bad_password_good() {
    let refused = World::with_member(true)
        .accounts()
        .reset_password("fhr_link", "short", &actor())
        .await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (breaches[0].place.to_string().as_str(), breaches[0].rule.code()),
        ("NewPassword", "too_short")
    );
}

#[tokio::test]
async fn a_common_password_and_one_that_is_a_name_are_refused_wherever_one_is_chosen() {
    for (password, code) in [
        (COMMON, "common"),
        ("member-2026", "own_words"),
        ("담당자 담당자 담당자", "own_words"),
    ] {
        let mut world = World::with_member(true);
        world
            .users
            .expect_find_reset_link()
            .returning(|_, _| Ok(Some(user(true).id)));
        let hashes = world.hashes.clone();
        let accounts = world.accounts();
        let account = NewAccount {
            email: "member@example.com".to_owned(),
            name: "담당자".to_owned(),
            password: password.to_owned(),
        };
        let (id, session) = (user(true).id, SessionId(Uuid::from_u128(4)));
        for refused in [
            accounts.register(account, &actor()).await,
            accounts
                .change_password(own(id, session), PASSWORD, password, &actor())
                .await,
            accounts.reset_password("fhr_link", password, &actor()).await,
        ] {
            let Err(AccountError::Invalid(breaches)) = refused else {
                panic!("{password}: {refused:?}")
            };
            assert_eq!(breaches[0].rule.code(), code);
        }
        assert_eq!(hashes.load(Ordering::Relaxed), 0);
    }
}

/// Eleven syllables as macOS sends them, and as other systems do.
const APART: &str = "\u{1107}\u{1175}\u{1106}\u{1175}\u{11AF}\u{1107}\u{1165}\u{11AB}\u{1112}\u{1169} \u{1107}\u{1175}\u{1106}\u{1175}\u{11AF}\u{1107}\u{1165}\u{11AB}\u{1112}\u{1169} 12";
const COMPOSED: &str = "비밀번호 비밀번호 12";

/// Accounts whose only password was hashed as `kept`.
fn with_password(kept: &'static str, hashes: &Arc<AtomicUsize>) -> Accounts {
    let mut ports = World::with_member(true).accounts().ports;
    let mut secrets = MockSecrets::new();
    let count = hashes.clone();
    secrets.expect_verify().returning(move |password, hash| {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(password == kept && hash.is_some())
    });
    secrets.expect_digest().returning(|_| TokenDigest([1; 32]));
    secrets.expect_new_token().returning(|prefix| Token {
        secret: format!("{prefix}secret"),
        digest: TokenDigest([1; 32]),
    });
    ports.secrets = Arc::new(secrets);
    Accounts::new(ports)
}

#[tokio::test]
async fn a_password_is_right_however_the_keyboard_composes_it() {
    // The last was hashed before passwords were composed.
    for (kept, typed, rounds) in [(COMPOSED, COMPOSED, 1), (COMPOSED, APART, 1), (APART, APART, 2)] {
        let hashes = Arc::new(AtomicUsize::new(0));
        let accounts = with_password(kept, &hashes);
        let signed_in = accounts
            .sign_in(
                typed_in("member@example.com", typed, None),
                SignInClient::default(),
                &actor(),
            )
            .await;
        assert!(signed_in.is_ok());
        assert_eq!(hashes.load(Ordering::Relaxed), rounds);
    }
}

#[tokio::test]
async fn a_wrong_password_costs_the_same_for_a_known_and_an_unknown_address() {
    for (typed, rounds) in [("wrong password", 1), (APART, 2)] {
        for email in ["member@example.com", "nobody@example.com"] {
            let hashes = Arc::new(AtomicUsize::new(0));
            let accounts = with_password("another", &hashes);
            let refused = accounts
                .sign_in(typed_in(email, typed, None), SignInClient::default(), &actor())
                .await;
            assert!(matches!(refused, Err(AccountError::WrongCredentials)));
            assert_eq!(hashes.load(Ordering::Relaxed), rounds, "{email}");
        }
    }
}

#[tokio::test]
async fn a_new_password_is_hashed_composed() {
    let mut world = World::with_member(true);
    world.users.expect_set_password().returning(|_, _, _, _| Ok(()));
    let mut ports = world.accounts().ports;
    let mut secrets = MockSecrets::new();
    secrets.expect_is_common().return_const(false);
    secrets.expect_verify().returning(|_, _| Ok(true));
    secrets
        .expect_hash()
        .withf(|password, lane| password == COMPOSED && *lane == HashLane::Account)
        .once()
        .returning(|_, _| Ok(PasswordHash("new".to_owned())));
    ports.secrets = Arc::new(secrets);
    let session = SessionId(Uuid::from_u128(4));
    let (accounts, by) = (Accounts::new(ports), actor());
    let changed = accounts.change_password(own(user(true).id, session), PASSWORD, APART, &by);
    changed.await.unwrap();
}

#[test]
fn a_password_of_any_length_has_short_forms() {
    let long = "\u{1112}\u{1161}\u{11AB}".repeat(200);
    assert_eq!(forms(&long)[0], "한".repeat(200));
    let endless = forms(&"x\u{301}".repeat(100_000));
    assert!(
        endless
            .iter()
            .all(|form| form.chars().count() <= MAX_PASSWORD_CHARS + 1)
    );
    assert_eq!(forms(PASSWORD), [PASSWORD]);
}
