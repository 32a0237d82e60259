use domain::schedule::DigestFrequency;
use ports::driven::MockDigestRepository;
use serde_json::json;

use crate::support::TestApi;
use crate::support::people::{API_KEY, MEMBER};

const DIGEST: &str = "/api/v1/auth/digest";

#[actix_web::test]
async fn one_chooses_how_often_one_gets_a_digest() {
    let read = TestApi::with_samples().as_user(MEMBER).get(DIGEST).await;
    read.assert_is_example("getDigest");
    let chosen = TestApi::with_samples()
        .put(DIGEST, &json!({ "frequency": "daily" }))
        .await;
    chosen.assert_is_example("setDigest");
    for (word, frequency) in [("none", None), ("weekly", Some(DigestFrequency::Weekly))] {
        let mut api = TestApi::with_samples();
        api.digests = MockDigestRepository::new();
        api.digests
            .expect_choose()
            .withf(move |_, chosen| *chosen == frequency)
            .returning(|_, _| Ok(()));
        let answer = api.put(DIGEST, &json!({ "frequency": word })).await;
        assert_eq!(answer.status, 200, "{word}");
    }
}

#[actix_web::test]
async fn a_digest_is_chosen_in_person_and_in_words_that_there_are() {
    let by_key = TestApi::with_samples().as_user(API_KEY).get(DIGEST).await;
    assert_eq!(by_key.status, 403);
    for body in [
        json!({}),
        json!({ "frequency": "hourly" }),
        json!({ "frequency": "daily", "x": 1 }),
    ] {
        let answer = TestApi::with_samples().put(DIGEST, &body).await;
        assert_eq!(answer.status, 422, "{body}");
    }
}
