use std::time::Duration;

use notifications::{ChatApi, ChatSettings};
use ports::driven::{CommentFailure, Commentator, Prompt};
use serde_json::json;

use crate::support::{Answer, FakeHttp, IMPATIENT, PATIENT, SECRET};

fn settings(base_url: String, patience: Duration) -> ChatSettings {
    ChatSettings {
        base_url,
        key: SECRET.to_owned(),
        model: "gpt-4o-mini".to_owned(),
        patience,
    }
}

async fn asked(answer: Answer, patience: Duration) -> (FakeHttp, Result<String, CommentFailure>) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let server = FakeHttp::answering(vec![answer]).await;
    let api = ChatApi::new(&settings(server.url("/v1/"), patience)).unwrap();
    let prompt = Prompt {
        instructions: "한 문장만 답하십시오.".to_owned(),
        material: r#"{"figures":[]}"#.to_owned(),
    };
    let result = api.comment(&prompt).await;
    if let Err(failure) = &result {
        assert!(!format!("{failure} {failure:?}").contains(SECRET));
    }
    (server, result)
}

#[tokio::test]
async fn a_model_is_asked_with_instructions_and_material_apart() {
    let body = json!({"choices": [{"message": {"role": "assistant", "content": "매출이 늘었습니다."}}]}).to_string();
    let (server, result) = asked(Answer::With(200, "", body), PATIENT).await;
    assert_eq!(result.as_deref(), Ok("매출이 늘었습니다."));
    let asked = &server.asked()[0];
    assert_eq!(asked.line, "POST /v1/chat/completions HTTP/1.1");
    assert_eq!(asked.headers["authorization"], format!("Bearer {SECRET}"));
    insta::assert_snapshot!(asked.body);
}

#[tokio::test]
async fn whatever_goes_wrong_is_told_without_secrets() {
    let with = |status, body: &str| Answer::With(status, "", body.to_owned());
    for (answer, failure) in [
        (with(401, SECRET), CommentFailure::Status(401)),
        (with(429, ""), CommentFailure::Status(429)),
        (with(500, ""), CommentFailure::Status(500)),
        (with(302, ""), CommentFailure::Status(302)),
        (with(200, "no JSON"), CommentFailure::Unreadable),
        (with(200, r#"{"choices":[]}"#), CommentFailure::Unreadable),
        (Answer::EndlessBody, CommentFailure::Unreadable),
        (Answer::Reset, CommentFailure::Unreachable),
    ] {
        let (_server, result) = asked(answer, PATIENT).await;
        assert_eq!(result, Err(failure));
    }
}

#[tokio::test]
async fn a_model_that_thinks_too_long_is_left() {
    let (_server, result) = asked(Answer::Silence, IMPATIENT).await;
    assert_eq!(result, Err(CommentFailure::TimedOut));
}

#[test]
fn a_key_is_not_shown() {
    let shown = format!("{:?}", settings("https://api.openai.com/v1".to_owned(), PATIENT));
    assert!(!shown.contains(SECRET));
}
