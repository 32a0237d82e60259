use std::time::Duration;

use domain::delivery::FAILURES_TO_OPEN;
use ports::driven::{Channel, FailureReason, Parcel, Receipt, SendFailure, WebhookUrl};
use serde_json::json;

use crate::support::{Answer, FakeHttp, House, ID, IMPATIENT, PATIENT, SECRET, house};

fn post(server: &FakeHttp) -> Parcel {
    Parcel::Slack {
        url: WebhookUrl(server.url(&format!("/services/{SECRET}"))),
        post: json!({"text": "봄밤의 왈츠", "blocks": [{"type": "divider"}]}),
    }
}

async fn sent(answers: Vec<Answer>, whole: Duration) -> (FakeHttp, House, Result<Receipt, SendFailure>) {
    let server = FakeHttp::answering(answers).await;
    let house = house(&[&server.authority], None, whole);
    let result = house.channels.send(ID, &post(&server)).await;
    if let Err(failure) = &result {
        assert!(
            !format!("{failure} {failure:?}").contains(SECRET),
            "a secret came out: {failure:?}"
        );
    }
    (server, house, result)
}

fn temporary(reason: FailureReason, seconds: Option<u64>) -> SendFailure {
    SendFailure::Temporary {
        reason,
        retry_after: seconds.map(Duration::from_secs),
    }
}

fn status(status: u16, word: Option<&str>) -> FailureReason {
    FailureReason::Status {
        status,
        word: word.map(str::to_owned),
    }
}

#[tokio::test]
async fn a_post_arrives_as_it_is() {
    let (server, _house, result) = sent(vec![Answer::With(200, "", "ok".to_owned())], PATIENT).await;
    assert_eq!(result, Ok(Receipt::default()));
    let asked = &server.asked()[0];
    insta::assert_snapshot!(asked.line, @"POST /services/T00SECRET00 HTTP/1.1");
    assert_eq!(asked.headers["content-type"], "application/json");
    insta::assert_snapshot!(asked.body, @r#"{"blocks":[{"type":"divider"}],"text":"봄밤의 왈츠"}"#);
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_again() {
    let told = |header| Answer::With(429, header, String::new());
    for (header, seconds) in [
        ("Retry-After: 37\r\n", Some(37)),
        ("Retry-After: Fri, 20 Nov 2026 05:01:00 GMT\r\n", Some(60)),
        ("Retry-After: soon\r\n", None),
        ("", None),
    ] {
        let (_, _, result) = sent(vec![told(header)], PATIENT).await;
        assert_eq!(result, Err(temporary(status(429, None), seconds)), "{header}");
    }
}

#[tokio::test]
async fn what_slack_does_not_like_stays_so_and_has_a_word() {
    let (_, _, result) = sent(vec![Answer::With(400, "", "invalid_blocks".to_owned())], PATIENT).await;
    let reason = status(400, Some("invalid_blocks"));
    assert_eq!(result, Err(SendFailure::Permanent { reason }));
    let (_, _, result) = sent(vec![Answer::With(404, "", format!("<p>{SECRET}</p>"))], PATIENT).await;
    let reason = status(404, None);
    assert_eq!(result, Err(SendFailure::Permanent { reason }));
}

#[tokio::test]
async fn a_server_that_fails_may_do_better_later() {
    let (_, _, result) = sent(vec![Answer::status(500)], PATIENT).await;
    assert_eq!(result, Err(temporary(status(500, None), None)));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let target = FakeHttp::answering(vec![Answer::status(200)]).await;
    let header: &'static str = Box::leak(format!("Location: {}\r\n", target.url("/x")).into_boxed_str());
    let (_, _, result) = sent(vec![Answer::With(307, header, String::new())], PATIENT).await;
    let reason = status(307, None);
    assert_eq!(result, Err(SendFailure::Permanent { reason }));
    assert!(target.asked().is_empty());
}

#[tokio::test]
async fn whoever_does_not_answer_in_time_is_left() {
    let (_, _, result) = sent(vec![Answer::Silence], IMPATIENT).await;
    assert_eq!(result, Err(temporary(FailureReason::TimedOut, None)));
}

#[tokio::test]
async fn a_slow_body_does_not_hold_anybody_up() {
    let (_, _, result) = sent(vec![Answer::SlowBody], IMPATIENT).await;
    assert_eq!(result, Err(temporary(status(500, None), None)));
}

#[tokio::test]
async fn an_endless_answer_is_not_read_to_its_end() {
    let (_, _, result) = sent(vec![Answer::EndlessBody], PATIENT).await;
    assert_eq!(result, Ok(Receipt::default()));
}

#[tokio::test]
async fn a_broken_connection_may_do_better_later() {
    let (_, _, result) = sent(vec![Answer::Reset], PATIENT).await;
    assert_eq!(result, Err(temporary(FailureReason::Unreachable, None)));
}

#[tokio::test]
async fn nothing_leaves_for_a_host_that_is_not_allowed() {
    let server = FakeHttp::answering(vec![Answer::status(200)]).await;
    let house = house(&[], None, PATIENT);
    let reason = FailureReason::ForbiddenAddress;
    assert_eq!(
        house.channels.send(ID, &post(&server)).await,
        Err(SendFailure::Refused { reason })
    );
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn a_host_that_fails_in_a_row_is_left_alone_for_a_while() {
    let failures = usize::try_from(FAILURES_TO_OPEN).unwrap();
    let mut answers = vec![Answer::status(503); failures];
    answers.push(Answer::status(200));
    let server = FakeHttp::answering(answers).await;
    let house = house(&[&server.authority], None, PATIENT);
    for _ in 0..failures {
        let failed = house.channels.send(ID, &post(&server)).await;
        assert_eq!(failed, Err(temporary(status(503, None), None)));
    }
    let left_alone = house.channels.send(ID, &post(&server)).await;
    assert_eq!(left_alone, Err(temporary(FailureReason::CircuitOpen, Some(30))));
    assert_eq!(server.asked().len(), failures);
    house.clock.pass(30);
    assert_eq!(house.channels.send(ID, &post(&server)).await, Ok(Receipt::default()));
}
