//! Tokens, keys, sessions, and one's name.

use ports::actor::Basis;
use ports::driven::Credential;

use super::*;

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
    assert_eq!(
        (breaches[0].place.to_string().as_str(), breaches[0].rule.code()),
        ("ExpiresAt", "past")
    );
}

#[tokio::test]
async fn tokens_of_sessions_and_keys_are_looked_up_by_their_digest() {
    let mut world = World::with_member(true);
    world
        .credentials
        .expect_authenticate()
        .withf(|digest, at| *digest == TokenDigest([1; 32]) && *at == now())
        .times(3)
        .returning(|_, _| Ok(None));
    let accounts = world.accounts();
    let longest = format!("fhs_{}", "x".repeat(96));
    for token in ["fhs_secret", "fhk_secret", &longest] {
        assert_eq!(accounts.authenticate(token).await.unwrap(), None);
    }
    assert_eq!(accounts.authenticate(&format!("{longest}x")).await.unwrap(), None);
}

#[tokio::test]
async fn a_key_is_told_once_and_acts_as_its_user() {
    let mut world = World::with_member(true);
    world
        .credentials
        .expect_insert_api_key()
        .withf(|key, digest, by| {
            key.user_id == user(true).id
                && key.name == "매일 업로드"
                && *digest == TokenDigest([1; 32])
                && *by == actor()
        })
        .once()
        .returning(|_, _, _| Ok(true));
    let key = NewKey {
        name: " 매일 업로드 ".to_owned(),
        read_only: true,
        expires_at: Some(now() + TimeDelta::seconds(1)),
    };
    let issued = world
        .accounts()
        .issue_api_key(user(true).id, key, &actor())
        .await
        .unwrap();
    assert_eq!(issued.token, "fhk_secret");
    assert!(issued.key.read_only);
    assert!(!format!("{issued:?}").contains("secret"));
}

#[tokio::test]
async fn every_broken_rule_of_a_key_is_told() {
    let key = NewKey {
        name: "\t".to_owned(),
        read_only: false,
        expires_at: Some(now() - TimeDelta::days(1)),
    };
    let refused = World::with_member(true)
        .accounts()
        .issue_api_key(user(true).id, key, &actor())
        .await;
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    let places: Vec<_> = breaches.iter().map(|breach| breach.place.to_string()).collect();
    assert_eq!(places, ["Name", "ExpiresAt"]);
}

#[tokio::test]
async fn what_is_not_ones_own_cannot_be_ended() {
    for is_there in [true, false] {
        let mut world = World::with_member(true);
        world
            .credentials
            .expect_end_session()
            .returning(move |_, _, _| Ok(is_there));
        world
            .credentials
            .expect_end_api_key()
            .returning(move |_, _, _| Ok(is_there));
        let accounts = world.accounts();
        let (id, session, key) = (user(true).id, SessionId(Uuid::nil()), ApiKeyId(Uuid::nil()));
        let ended = [
            accounts.end_session(id, session, &actor()).await,
            accounts.end_api_key(id, key, &actor()).await,
        ];
        for answer in ended {
            match answer {
                Ok(()) => assert!(is_there),
                Err(error) => assert!(!is_there && matches!(error, AccountError::Unknown), "{error:?}"),
            }
        }
        // Signing out is good whether the session is still there.
        assert!(accounts.sign_out(id, session, &actor()).await.is_ok());
    }
}

#[tokio::test]
async fn ones_name_is_changed_on_the_state_that_was_seen() {
    let mut world = World::with_member(true);
    world.users.expect_rename().returning(|id, name, edit| {
        assert_eq!((id, edit.by), (user(true).id, actor()));
        if !edit.basis.allows(user(true).revision) {
            return Err(StorageError::Outdated("user"));
        }
        Ok(Some(User {
            name: name.to_owned(),
            ..user(true)
        }))
    });
    let accounts = world.accounts();
    let rename = async |name: &str, revision| {
        let basis = Basis::OneOf(vec![revision]);
        let name = name.to_owned();
        accounts
            .rename(
                user(true).id,
                name,
                &Edit {
                    by: actor(),
                    basis: basis.clone(),
                },
            )
            .await
    };
    assert!(matches!(
        rename("새 이름", 2).await,
        Err(AccountError::Storage(StorageError::Outdated(_)))
    ));
    assert!(matches!(rename(" ", 3).await, Err(AccountError::Invalid(_))));
    assert_eq!(rename(" 새 이름 ", 3).await.unwrap().name, "새 이름");
}

/// A member whose token is looked up `times` times.
fn remembering(times: usize) -> (Accounts, Hands) {
    let mut world = World::with_member(true);
    let authenticate = world.credentials.expect_authenticate();
    authenticate.times(times).returning(|_, _| {
        Ok(Some(Authenticated {
            user: user(true).into(),
            credential: Credential::Session(SessionId(Uuid::nil())),
            has_second_factor: false,
        }))
    });
    let hands = world.now.clone();
    (world.accounts(), hands)
}

#[tokio::test]
async fn a_token_is_remembered_for_less_than_a_second() {
    let (accounts, hands) = remembering(4);
    for (after_ms, of) in [
        (0, "first look"),
        (499, "remembered"),
        (500, "second look"),
        (999, "remembered"),
        (1_600, "third look"),
        (-5_000, "a clock set back"),
    ] {
        hands.lock().unwrap().0 = now() + TimeDelta::milliseconds(after_ms);
        assert!(accounts.authenticate("fhs_secret").await.unwrap().is_some(), "{of}");
    }
}

#[tokio::test]
async fn while_one_looks_again_others_believe() {
    let mut world = World::with_member(true);
    let hands = world.now.clone();
    let (looks, later) = (Arc::new(AtomicUsize::new(0)), Arc::clone(&hands));
    let counted = Arc::clone(&looks);
    world.credentials.expect_authenticate().returning(move |_, _| {
        let found = Authenticated {
            user: user(true).into(),
            credential: Credential::Session(SessionId(Uuid::nil())),
            has_second_factor: false,
        };
        match counted.fetch_add(1, Ordering::Relaxed) {
            0 => Ok(Some(found)),
            _ => Err(StorageError::unavailable("restarting")),
        }
    });
    let accounts = world.accounts();
    let at = async |after_ms| {
        later.lock().unwrap().0 = now() + TimeDelta::milliseconds(after_ms);
        let outcome = accounts.authenticate("fhs_secret").await;
        (outcome.is_ok(), looks.load(Ordering::Relaxed))
    };
    assert_eq!(at(0).await, (true, 1));
    assert_eq!(at(600).await, (false, 2), "one looks");
    assert_eq!(at(601).await, (true, 2), "others do not");
    assert_eq!(at(999).await, (true, 2));
    assert_eq!(at(1_000).await, (false, 3), "then all do");
}

#[tokio::test]
async fn a_token_that_has_ended_is_forgotten() {
    let mut world = World::with_member(true);
    let hands = world.now.clone();
    let mut answers = vec![None, Some(SessionId(Uuid::nil()))];
    world.credentials.expect_authenticate().times(3).returning(move |_, _| {
        Ok(answers.pop().flatten().map(|session| Authenticated {
            user: user(true).into(),
            credential: Credential::Session(session),
            has_second_factor: false,
        }))
    });
    let accounts = world.accounts();
    for (after_ms, is_known) in [(0, true), (500, false), (501, false)] {
        hands.lock().unwrap().0 = now() + TimeDelta::milliseconds(after_ms);
        assert_eq!(accounts.authenticate("fhs_secret").await.unwrap().is_some(), is_known);
    }
}

#[tokio::test]
async fn any_change_of_access_ends_what_is_remembered_and_no_other_does() {
    let (accounts, hands) = remembering(2);
    // The second look is for the change of access.
    for (data, figures, access) in [(1, 1, 1), (2, 1, 1), (3, 2, 1), (4, 2, 2), (5, 3, 2)] {
        hands.lock().unwrap().1 = Versions { data, figures, access };
        assert!(accounts.authenticate("fhs_secret").await.unwrap().is_some());
    }
}

#[tokio::test]
async fn a_change_during_the_look_is_not_missed() {
    let mut world = World::with_member(true);
    let hands = world.now.clone();
    world.credentials.expect_authenticate().times(2).returning(move |_, _| {
        // Committed after the look began, and announced before it ended.
        hands.lock().unwrap().1.access += 1;
        Ok(Some(Authenticated {
            user: user(true).into(),
            credential: Credential::Session(SessionId(Uuid::nil())),
            has_second_factor: false,
        }))
    });
    let accounts = world.accounts();
    for _ in 0..2 {
        assert!(accounts.authenticate("fhs_secret").await.unwrap().is_some());
    }
}

#[tokio::test]
async fn whoever_has_fifty_keys_is_told_so() {
    let mut world = World::with_member(true);
    world
        .credentials
        .expect_insert_api_key()
        .once()
        .returning(|_, _, _| Ok(false));
    let key = NewKey {
        name: "하나 더".to_owned(),
        read_only: true,
        expires_at: None,
    };
    let refused = world.accounts().issue_api_key(user(true).id, key, &actor()).await;
    assert!(matches!(refused, Err(AccountError::TooManyKeys(50))), "{refused:?}");
}
