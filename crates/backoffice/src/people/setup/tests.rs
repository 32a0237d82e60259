use std::sync::{Arc, Mutex};

use chrono::DateTime;
use ports::driven::{Credentials, MockUserRepository, TokenDigest, UserChange};
use ports::paging::Page;

use super::super::tests::{now, people, user};
use super::*;

fn account() -> NewAccount {
    NewAccount {
        email: "Master@example.com".to_owned(),
        name: "총괄".to_owned(),
        password: "correct horse battery".to_owned(),
    }
}

fn wrong() -> NewAccount {
    NewAccount {
        email: "no address".to_owned(),
        name: String::new(),
        password: "short".to_owned(),
    }
}

fn places<T: std::fmt::Debug>(refused: Result<T, AccountError>) -> Vec<String> {
    let Err(AccountError::Invalid(breaches)) = refused else {
        panic!("{refused:?}")
    };
    breaches.into_iter().map(|breach| breach.place.to_string()).collect()
}

/// Users of whom this one has the address that is asked for; what is done to the user is noted in order.
fn knowing(present: Option<User>, steps: &Arc<Mutex<Vec<&'static str>>>) -> MockUserRepository {
    let mut users = MockUserRepository::new();
    let found = present.clone();
    users.expect_find_credentials().returning(move |_| {
        let known = found.clone().map(|user| Credentials { user, password: None });
        Ok(known)
    });
    users.expect_find().returning(move |_| Ok(present.clone()));
    let done = steps.clone();
    users
        .expect_insert_reset_link()
        .withf(|_, digest, expires_at, by| {
            *digest == TokenDigest([1; 32]) && *expires_at > now() && *by == Actor::SYSTEM
        })
        .returning(move |_, _, _, _| {
            done.lock().unwrap().push("link");
            Ok(())
        });
    let done = steps.clone();
    users
        .expect_redeem_reset_link()
        .withf(|digest, password, at, _| *digest == TokenDigest([1; 32]) && password.0 == "new" && *at == now())
        .returning(move |_, _, _, _| {
            done.lock().unwrap().push("password");
            Ok(Some(user(Role::Member).id))
        });
    let done = steps.clone();
    users.expect_update().returning(move |user, edit| {
        assert_eq!((user.role, user.active, edit.by), (Role::Master, true, Actor::SYSTEM));
        assert_eq!((user.activated_at, user.revision), (Some(now()), 3));
        done.lock().unwrap().push("master");
        Ok(UserChange::Stored(Box::new(user.clone())))
    });
    users
}

#[tokio::test]
async fn the_configured_master_is_made_only_while_there_is_none() {
    let mut users = MockUserRepository::new();
    users.expect_has_master_with_password().returning(|| Ok(true));
    assert!(!people(users).bootstrap(account()).await.unwrap());

    let mut users = knowing(None, &Arc::default());
    users.expect_has_master_with_password().returning(|| Ok(false));
    users
        .expect_insert()
        .withf(|user, password, by| {
            let kept = (user.email.as_str(), user.role, user.active, user.activated_at);
            kept == ("master@example.com", Role::Master, true, Some(now()))
                && password.is_some()
                && *by == Actor::SYSTEM
        })
        .once()
        .returning(|_, _, _| Ok(()));
    assert!(people(users).bootstrap(account()).await.unwrap());
}

#[tokio::test]
async fn a_known_user_gets_the_password_before_becoming_the_first_master() {
    let steps = Arc::default();
    let mut users = knowing(Some(user(Role::Member)), &steps);
    users.expect_has_master_with_password().returning(|| Ok(false));
    assert!(people(users).bootstrap(account()).await.unwrap());
    assert_eq!(*steps.lock().unwrap(), ["link", "password", "master"]);
}

#[tokio::test]
async fn a_server_that_comes_second_makes_no_master() {
    let mut users = knowing(None, &Arc::default());
    users.expect_has_master_with_password().returning(|| Ok(false));
    users
        .expect_insert()
        .returning(|_, _, _| Err(StorageError::Taken("email")));
    assert!(!people(users).bootstrap(account()).await.unwrap());
}

#[tokio::test]
async fn what_is_wrong_with_a_configured_master_is_told_only_where_one_is_needed() {
    for has_master in [true, false] {
        let mut users = MockUserRepository::new();
        users
            .expect_has_master_with_password()
            .returning(move || Ok(has_master));
        let answer = people(users).bootstrap(wrong()).await;
        if has_master {
            assert!(!answer.unwrap());
        } else {
            assert_eq!(places(answer), ["Email", "Name", "Password"]);
        }
    }
}

#[tokio::test]
async fn a_user_is_added_active_and_with_a_password() {
    for role in Role::ALL {
        let mut users = MockUserRepository::new();
        users
            .expect_insert()
            .withf(move |user, password, _| user.role == role && user.active && password.is_some())
            .once()
            .returning(|_, _, _| Ok(()));
        let added = people(users).add(account(), role).await.unwrap();
        assert_eq!(added.activated_at, Some(now()));
    }
    let refused = people(MockUserRepository::new()).add(wrong(), Role::Member).await;
    assert_eq!(places(refused), ["Email", "Name", "Password"]);

    let mut users = MockUserRepository::new();
    users
        .expect_insert()
        .returning(|_, _, _| Err(StorageError::Taken("email")));
    let refused = people(users).add(account(), Role::Member).await;
    assert!(matches!(refused, Err(AccountError::Taken("email"))), "{refused:?}");
}

#[tokio::test]
async fn a_password_is_set_by_a_link_which_ends_sessions_and_keys() {
    let steps = Arc::default();
    let people = people(knowing(Some(user(Role::Member)), &steps));
    let set = people.set_password("user@example.com", "correct horse battery").await;
    set.unwrap();
    assert_eq!(*steps.lock().unwrap(), ["link", "password"]);
}

#[tokio::test]
async fn no_password_is_set_for_nobody_or_against_the_rules() {
    let nobody = people(knowing(None, &Arc::default()));
    let refused = nobody.set_password("user@example.com", "correct horse battery").await;
    assert!(matches!(refused, Err(AccountError::Unknown)), "{refused:?}");
    let refused = nobody.set_password("user", "short").await;
    assert_eq!(places(refused), ["Email", "Password"]);
    for password in ["1q2w3e4r5t", "user@example.com"] {
        let known = people(knowing(Some(user(Role::Member)), &Arc::default()));
        let refused = known.set_password("user@example.com", password).await;
        assert_eq!(places(refused), ["Password"]);
    }
}

#[tokio::test]
async fn all_users_are_listed_page_by_page() {
    let mut users = MockUserRepository::new();
    let full = MAX_PER_PAGE as usize;
    users.expect_list().times(3).returning(move |query| {
        let on_page = if query.paging.page < 3 { full } else { 1 };
        let of = |number: usize| User {
            created_at: DateTime::UNIX_EPOCH,
            name: format!("{}-{number}", query.paging.page),
            ..user(Role::Member)
        };
        Ok(Page {
            items: (0..on_page).map(of).collect(),
            total: 401,
        })
    });
    let users = AccountSetup::list(&people(users)).await.unwrap();
    assert_eq!((users.len(), users[400].name.as_str()), (401, "3-0"));
}
