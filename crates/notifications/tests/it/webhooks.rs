use ports::driven::{Channel, FailureReason, Parcel, Receipt, SendFailure, WebhookEvent, WebhookSecret, WebhookUrl};
use serde_json::json;

use crate::support::{Answer, FakeHttp, ID, PATIENT, SECRET, house};

fn event(url: String) -> Parcel {
    Parcel::Webhook {
        url: WebhookUrl(url),
        secret: WebhookSecret(b"0123456789abcdef0123456789abcdef".to_vec()),
        event: WebhookEvent {
            event_type: "snapshot.completed".to_owned(),
            occurred_at: "2026-11-20T04:59:30Z".parse().unwrap(),
            data: json!({"productionCode": "MU2611", "recordDate": "2026-11-19"}),
        },
    }
}

#[tokio::test]
async fn an_event_arrives_signed() {
    let server = FakeHttp::answering(vec![Answer::status(204)]).await;
    let house = house(&[&server.authority], None, PATIENT);
    let sent = house.channels.send(ID, &event(server.url("/hook"))).await;
    assert_eq!(sent, Ok(Receipt::default()));
    let asked = &server.asked()[0];
    insta::assert_snapshot!(asked.body);
    let signed = ["webhook-id", "webhook-timestamp", "webhook-signature", "content-type"];
    insta::assert_snapshot!(signed.map(|name| format!("{name}: {}", asked.headers[name])).join("\n"));
}

#[tokio::test]
async fn a_second_try_has_the_same_id_and_a_time_of_its_own() {
    let server = FakeHttp::answering(vec![Answer::status(500), Answer::status(200)]).await;
    let house = house(&[&server.authority], None, PATIENT);
    assert!(house.channels.send(ID, &event(server.url("/"))).await.is_err());
    house.clock.pass(10);
    assert!(house.channels.send(ID, &event(server.url("/"))).await.is_ok());
    let asked = server.asked();
    assert_eq!(asked[0].headers["webhook-id"], asked[1].headers["webhook-id"]);
    assert_ne!(
        asked[0].headers["webhook-timestamp"],
        asked[1].headers["webhook-timestamp"]
    );
    assert_ne!(
        asked[0].headers["webhook-signature"],
        asked[1].headers["webhook-signature"]
    );
}

#[tokio::test]
async fn a_receiver_that_is_gone_gets_no_more_and_any_other_may_come_back() {
    for (status, is_final) in [(410, true), (302, true), (400, false), (404, false), (502, false)] {
        let server = FakeHttp::answering(vec![Answer::status(status)]).await;
        let house = house(&[&server.authority], None, PATIENT);
        let failure = house.channels.send(ID, &event(server.url("/"))).await.unwrap_err();
        assert_eq!(matches!(failure, SendFailure::Permanent { .. }), is_final, "{status}");
    }
}

#[tokio::test]
async fn addresses_within_the_house_are_refused() {
    let server = FakeHttp::answering(vec![Answer::status(200)]).await;
    let port = server.authority.rsplit(':').next().unwrap();
    let house = house(&[], None, PATIENT);
    for host in [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "2130706433",
    ] {
        for scheme in ["http", "https"] {
            let url = format!("{scheme}://{host}:{port}/{SECRET}");
            let failure = house.channels.send(ID, &event(url)).await.unwrap_err();
            let reason = FailureReason::ForbiddenAddress;
            assert_eq!(failure, SendFailure::Refused { reason }, "{host}");
        }
    }
    assert!(server.asked().is_empty());
}
