//! The second factor, and news of sign-ins from new places.

use domain::second_factor::Step;
use ports::driven::{Factor, NewSignIn};
use ports::driving::SafetyDesk;

use super::*;

fn set_up() -> Factor {
    Factor {
        secret: FactorSecret([7; 20]),
        set_up_at: Some(now()),
        last_step: Some(Step(0)),
        recovery_codes_left: 10,
    }
}

/// The code of the step that many after the present one.
fn code(later: i64) -> String {
    format!("{:06}", (Step::at(now()).0 + later) % 1_000_000)
}

/// A member whose factor is so, whose steps and recovery codes are taken as these say.
fn with_factor(factor: Option<Factor>, takes_step: bool, takes_recovery_code: bool) -> World {
    let mut world = World::with_member(true);
    world.factors = MockFactorRepository::new();
    world.factors.expect_find().returning(move |_| Ok(factor.clone()));
    world.factors.expect_take_step().returning(move |_, _| Ok(takes_step));
    world
        .factors
        .expect_take_recovery_code()
        .returning(move |_, _, _| Ok(takes_recovery_code));
    world
}

async fn sign_in_by(world: World, password: &str, code: Option<&str>) -> Result<SignedIn, AccountError> {
    let code = code.map(str::to_owned);
    let accounts = world.accounts();
    accounts
        .sign_in(
            typed_in("member@example.com", password, code),
            SignInClient::default(),
            &actor(),
        )
        .await
}

fn place_and_code<T: std::fmt::Debug>(refused: Result<T, AccountError>) -> (String, &'static str) {
    match refused {
        Err(AccountError::Invalid(breaches)) => (breaches[0].place.to_string(), breaches[0].rule.code()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn that_a_code_is_needed_is_told_only_after_the_right_password() {
    let told = sign_in_by(with_factor(Some(set_up()), true, true), "wrong", None).await;
    assert!(matches!(told, Err(AccountError::WrongCredentials)), "{told:?}");
    let told = sign_in_by(with_factor(Some(set_up()), true, true), "wrong", Some(&code(0))).await;
    assert!(matches!(told, Err(AccountError::WrongCredentials)), "{told:?}");
    let mut world = with_factor(Some(set_up()), true, true);
    world.attempts = MockSignInAttempts::new();
    know_nobody(&mut world.attempts);
    world.attempts.expect_begin().once().returning(|_, _| Ok(Ok(())));
    // Neither good nor bad: else whoever knows the password would clear the count between guesses at codes.
    world.attempts.expect_succeed().never();
    world
        .attempts
        .expect_take_back()
        .withf(|keys| keys == keys_of_a_stranger())
        .once()
        .returning(|_| Ok(()));
    let told = sign_in_by(world, PASSWORD, None).await;
    assert!(matches!(told, Err(AccountError::SecondFactorRequired)), "{told:?}");
}

#[tokio::test]
async fn codes_of_the_authenticator_and_recovery_codes_let_in() {
    for typed in [&code(0), &code(-1), &code(1), RECOVERY, &RECOVERY.to_lowercase()] {
        let signed_in = sign_in_by(with_factor(Some(set_up()), true, true), PASSWORD, Some(typed)).await;
        assert!(signed_in.is_ok(), "{typed}: {signed_in:?}");
    }
}

#[tokio::test]
async fn a_wrong_a_late_and_a_used_code_stay_counted_and_are_recorded() {
    let late = Factor {
        last_step: Some(Step::at(now())),
        ..set_up()
    };
    for (factor, takes, typed) in [
        (set_up(), true, code(2)),
        (set_up(), true, code(-2)),
        (set_up(), true, String::new()),
        (set_up(), true, "no code".to_owned()),
        // Of two who come with the same code at once, one is refused by the storage.
        (set_up(), false, code(0)),
        (set_up(), false, RECOVERY.to_owned()),
        // Taken before.
        (late.clone(), true, code(0)),
        (late, true, code(-1)),
    ] {
        let mut world = with_factor(Some(factor), takes, takes);
        world.attempts = MockSignInAttempts::new();
        know_nobody(&mut world.attempts);
        world.attempts.expect_begin().once().returning(|_, _| Ok(Ok(())));
        world.attempts.expect_succeed().never();
        world.attempts.expect_take_back().never();
        world.audit = MockAuditLog::new();
        world
            .audit
            .expect_record()
            .withf(|record, _| {
                let details = record.details.as_ref().map(ToString::to_string);
                record.action == AuditAction::SessionRefused
                    && details.as_deref() == Some(r#"{"reason":"second-factor"}"#)
            })
            .once()
            .returning(|_, _| Ok(()));
        let told = sign_in_by(world, PASSWORD, Some(&typed)).await;
        assert!(matches!(told, Err(AccountError::WrongCode)), "{typed}: {told:?}");
    }
}

#[tokio::test]
async fn a_factor_that_was_only_begun_is_asked_for_by_nobody() {
    let begun = Factor {
        set_up_at: None,
        last_step: None,
        recovery_codes_left: 0,
        ..set_up()
    };
    let signed_in = sign_in_by(with_factor(Some(begun.clone()), false, false), PASSWORD, None).await;
    assert!(signed_in.is_ok(), "{signed_in:?}");
    let accounts = with_factor(Some(begun), false, false).accounts();
    assert_eq!(accounts.second_factor(user(true).id).await.unwrap().set_up_at, None);
}

#[tokio::test]
async fn a_factor_is_begun_by_the_password_and_confirmed_by_a_code() {
    let (id, session) = (user(true).id, SessionId(Uuid::from_u128(4)));
    let mut world = with_factor(None, true, true);
    world.factors.expect_begin().once().returning(|_, _| Ok(true));
    let accounts = world.accounts();
    let refused = accounts.begin_second_factor(own(id, session), "wrong", &actor()).await;
    assert_eq!(place_and_code(refused), ("CurrentPassword".to_owned(), "wrong"));
    let begun = accounts
        .begin_second_factor(own(id, session), PASSWORD, &actor())
        .await
        .unwrap();
    assert_eq!((begun.secret, begun.email), (FactorSecret([7; 20]), user(true).email));

    let waiting = Factor {
        set_up_at: None,
        last_step: None,
        recovery_codes_left: 0,
        ..set_up()
    };
    let mut world = with_factor(Some(waiting), true, true);
    world
        .factors
        .expect_confirm()
        .withf(move |confirmed, _| {
            confirmed.recovery_codes.len() == 10
                && confirmed.step == Step::at(now())
                && confirmed.keep == session
                && confirmed.secret == FactorSecret([7; 20])
        })
        .once()
        .returning(|_, _| Ok(true));
    let accounts = world.accounts();
    for wrong in ["", "000000", RECOVERY] {
        let refused = accounts.confirm_second_factor(own(id, session), wrong, &actor()).await;
        assert_eq!(place_and_code(refused), ("FactorCode".to_owned(), "wrong"), "{wrong}");
    }
    let confirmed = accounts
        .confirm_second_factor(own(id, session), &code(0), &actor())
        .await;
    assert_eq!(confirmed.unwrap().0, [RECOVERY; 10]);
}

#[tokio::test]
async fn a_factor_that_is_set_up_is_not_begun_anew() {
    let accounts = with_factor(Some(set_up()), true, true).accounts();
    let (id, session) = (user(true).id, SessionId(Uuid::from_u128(4)));
    let refused = accounts.begin_second_factor(own(id, session), PASSWORD, &actor()).await;
    assert!(matches!(refused, Err(AccountError::FactorSetUp)), "{refused:?}");
    let refused = accounts
        .confirm_second_factor(own(id, session), &code(0), &actor())
        .await;
    assert!(matches!(refused, Err(AccountError::FactorSetUp)), "{refused:?}");
}

#[tokio::test]
async fn removing_it_and_new_recovery_codes_need_password_and_code() {
    let (id, session) = (user(true).id, SessionId(Uuid::from_u128(4)));
    for (password, typed, field) in [("wrong", code(0), "CurrentPassword"), (PASSWORD, code(5), "FactorCode")] {
        let accounts = with_factor(Some(set_up()), true, true).accounts();
        let refused = accounts
            .remove_second_factor(own(id, session), password, &typed, &actor())
            .await;
        assert_eq!(place_and_code(refused), (field.to_owned(), "wrong"));
        let refused = accounts
            .renew_recovery_codes(own(id, session), password, &typed, &actor())
            .await;
        assert_eq!(place_and_code(refused), (field.to_owned(), "wrong"));
    }
    let mut world = with_factor(Some(set_up()), true, true);
    world
        .factors
        .expect_remove()
        .withf(move |_, keep, _| *keep == Some(session))
        .once()
        .returning(|_, _, _| Ok(true));
    world
        .factors
        .expect_replace_recovery_codes()
        .withf(|_, codes, _| codes.len() == 10)
        .once()
        .returning(|_, _, _| Ok(true));
    let accounts = world.accounts();
    let renewed = accounts
        .renew_recovery_codes(own(id, session), PASSWORD, RECOVERY, &actor())
        .await;
    assert_eq!(renewed.unwrap().0.len(), 10);
    accounts
        .remove_second_factor(own(id, session), PASSWORD, &code(0), &actor())
        .await
        .unwrap();
    let accounts = with_factor(None, true, true).accounts();
    let refused = accounts
        .remove_second_factor(own(id, session), PASSWORD, &code(0), &actor())
        .await;
    assert!(matches!(refused, Err(AccountError::NoFactor)), "{refused:?}");
}

#[tokio::test]
async fn nobody_is_told_of_the_sign_in_that_one_looks_from() {
    let session = |last| SessionId(Uuid::from_u128(last));
    let mut world = World::with_member(true);
    world.new_sign_ins.expect_list().returning(move |_, _| {
        let new = |last| NewSignIn {
            id: session(last),
            at: now(),
            address: None,
            user_agent: None,
            is_going_on: true,
        };
        Ok(vec![new(1), new(2)])
    });
    let accounts = world.accounts();
    let told = accounts.new_sign_ins(user(true).id, Some(session(1))).await.unwrap();
    assert_eq!(told.iter().map(|new| new.id).collect::<Vec<_>>(), [session(2)]);
}
