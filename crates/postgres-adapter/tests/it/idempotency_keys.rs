//! First answers, for requests that are sent again.

use std::sync::Arc;

use chrono::TimeDelta;
use ports::driven::{Begun, Housekeeping, IdempotencyKey, IdempotencyKeys, StoredAnswer};

use crate::support::{Storage, instant};

async fn request(storage: &Storage) -> IdempotencyKey {
    IdempotencyKey {
        user_id: storage.enter_member("a@example.com").await.id,
        route: "POST /api/v1/productions".to_owned(),
        key: "b7f3".to_owned(),
    }
}

fn answer() -> StoredAnswer {
    StoredAnswer {
        status: 201,
        location: Some("/api/v1/productions/1".to_owned()),
        body: b"{}".to_vec(),
    }
}

const BODY: [u8; 32] = [1; 32];

#[tokio::test]
async fn the_first_answer_is_given_again_for_a_day() {
    let storage = Storage::new();
    let key = request(&storage).await;
    let begin = async |body, at| storage.idempotency_keys.begin(&key, body, at).await.unwrap();
    assert_eq!(begin(&BODY, instant()).await, Begun::First);
    assert_eq!(begin(&BODY, instant()).await, Begun::Running);
    storage.idempotency_keys.keep(&key, &answer()).await.unwrap();
    assert_eq!(begin(&BODY, instant()).await, Begun::Answered(answer()));
    assert_eq!(begin(&[2; 32], instant()).await, Begun::OtherBody);
    assert_eq!(begin(&BODY, instant() + TimeDelta::hours(24)).await, Begun::First);
}

#[tokio::test]
async fn another_user_route_or_key_is_another_request() {
    let storage = Storage::new();
    let key = request(&storage).await;
    storage.idempotency_keys.begin(&key, &BODY, instant()).await.unwrap();
    let others = [
        IdempotencyKey {
            user_id: storage.enter_member("b@example.com").await.id,
            ..key.clone()
        },
        IdempotencyKey {
            route: "POST /api/v1/uploads".to_owned(),
            ..key.clone()
        },
        IdempotencyKey {
            key: "c8a4".to_owned(),
            ..key
        },
    ];
    for other in others {
        assert_eq!(
            storage.idempotency_keys.begin(&other, &BODY, instant()).await.unwrap(),
            Begun::First
        );
    }
}

#[tokio::test]
async fn what_was_refused_or_left_by_a_server_that_is_gone_may_be_tried_again() {
    let storage = Storage::new();
    let key = request(&storage).await;
    let begin = async |at| storage.idempotency_keys.begin(&key, &BODY, at).await.unwrap();
    assert_eq!(begin(instant()).await, Begun::First);
    storage.idempotency_keys.release(&key).await.unwrap();
    assert_eq!(begin(instant()).await, Begun::First);
    assert_eq!(begin(instant() + TimeDelta::seconds(119)).await, Begun::Running);
    assert_eq!(begin(instant() + TimeDelta::seconds(120)).await, Begun::First);
    storage.idempotency_keys.keep(&key, &answer()).await.unwrap();
    storage.idempotency_keys.release(&key).await.unwrap();
    assert_eq!(
        begin(instant() + TimeDelta::seconds(121)).await,
        Begun::Answered(answer())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_once_one_is_the_first() {
    let storage = Arc::new(Storage::new());
    let key = request(&storage).await;
    let tries: Vec<_> = (0..10)
        .map(|_| {
            let (storage, key) = (Arc::clone(&storage), key.clone());
            tokio::spawn(async move { storage.idempotency_keys.begin(&key, &BODY, instant()).await.unwrap() })
        })
        .collect();
    let mut first = 0;
    for answer in tries {
        first += usize::from(answer.await.unwrap() == Begun::First);
    }
    assert_eq!(first, 1);
}

#[tokio::test]
async fn answers_are_removed_after_a_day() {
    let storage = Storage::new();
    let key = request(&storage).await;
    storage.idempotency_keys.begin(&key, &BODY, instant()).await.unwrap();
    storage
        .housekeeping
        .remove_expired(instant() + TimeDelta::hours(23))
        .await
        .unwrap();
    assert_eq!(storage.number("SELECT count(*) AS number FROM repeat"), 1);
    storage
        .housekeeping
        .remove_expired(instant() + TimeDelta::hours(25))
        .await
        .unwrap();
    assert_eq!(storage.number("SELECT count(*) AS number FROM repeat"), 0);
}
