//! What becomes of deliveries that fail.

use std::time::Duration;

use chrono::TimeDelta;
use domain::message::MessageKind;
use domain::schedule::{DestinationKind, Productions};
use ports::actor::Actor;
use ports::driven::{DeliveryQuery, FailureReason, SendFailure};
use ports::driving::{DestinationDesk, MessageDesk, MessageRequest, NewDestination, ScheduleDesk, ScheduleError};

use crate::support::{House, kst};

fn temporary(retry_after_secs: Option<u64>) -> SendFailure {
    SendFailure::Temporary {
        reason: FailureReason::Status {
            status: 429,
            word: None,
        },
        retry_after: retry_after_secs.map(Duration::from_secs),
    }
}

fn states(house: &House) -> Vec<String> {
    house.deliveries().into_iter().map(|delivery| delivery.state).collect()
}

/// A house in which one message is sent to the company's Slack, and nothing else.
async fn with_one_message() -> House {
    let house = House::at(kst("2027-01-04T13:00")).await;
    house.execute("UPDATE schedule SET paused_at = now()");
    let company = house.destinations().list().await.unwrap();
    let company = company.iter().find(|of| of.kind == DestinationKind::Slack).unwrap().id;
    let request = MessageRequest {
        destinations: Some(vec![company]),
        ..MessageRequest::default()
    };
    let office = house.message_office();
    office
        .send(MessageKind::DailyPlays, request, &Actor::SYSTEM)
        .await
        .unwrap();
    house
}

#[tokio::test]
async fn what_failed_is_tried_again_when_the_other_side_says_so() {
    let house = with_one_message().await;
    let engine = house.engine();
    house.channel.fail([temporary(Some(600))]);
    house.tick(&engine).await;
    assert_eq!(states(&house), ["pending"]);
    assert_eq!(house.deliveries()[0].reason.as_deref(), Some("status"));
    house.clock.forward(TimeDelta::seconds(599));
    house.tick(&engine).await;
    assert_eq!(states(&house), ["pending"]);
    house.clock.forward(TimeDelta::seconds(1));
    house.tick(&engine).await;
    assert_eq!(states(&house), ["sent"]);
    assert_eq!(house.channel.sent().values().next().unwrap().len(), 2);
}

#[tokio::test]
async fn of_two_posts_the_one_that_was_taken_is_not_sent_again() {
    let house = with_one_message().await;
    let engine = house.engine();
    house.tick(&engine).await;
    let whole = house.channel.sent();
    let again = with_one_message().await;
    let engine = again.engine();
    again.channel.fail_after(1, temporary(None));
    again.tick(&engine).await;
    assert_eq!(states(&again), ["pending"]);
    again.clock.forward(TimeDelta::minutes(1));
    again.tick(&engine).await;
    let posts = |sent: std::collections::BTreeMap<_, Vec<_>>| sent.into_values().flatten().collect::<Vec<_>>();
    assert_eq!(posts(again.channel.sent()), posts(whole));
}

#[tokio::test]
async fn what_fails_for_six_hours_is_given_up_until_somebody_asks() {
    let house = with_one_message().await;
    let engine = house.engine();
    house.channel.fail((0..100).map(|_| temporary(None)));
    for _ in 0..7 * 60 {
        house.tick(&engine).await;
        house.clock.forward(TimeDelta::minutes(1));
        if states(&house) != ["pending"] {
            break;
        }
    }
    assert_eq!(states(&house), ["failed"]);
    house.channel.stop_failing();
    let office = house.message_office();
    let failed = office
        .deliveries(&DeliveryQuery::default())
        .await
        .unwrap()
        .items
        .remove(0);
    let tried_for = house_now(&house) - failed.tried_since;
    assert!(
        tried_for > TimeDelta::minutes(330) && tried_for <= TimeDelta::minutes(361),
        "{tried_for}"
    );
    office.retry(failed.id, &Actor::SYSTEM).await.unwrap();
    house.tick(&engine).await;
    assert_eq!(states(&house), ["sent"]);
    let twice = office.retry(failed.id, &Actor::SYSTEM).await.unwrap_err();
    assert!(matches!(twice, ScheduleError::NotFailed), "{twice}");
    assert_eq!(house.count("audit_entry WHERE action = 'delivery.retried'"), 1);
}

fn house_now(house: &House) -> chrono::DateTime<chrono::Utc> {
    use ports::driven::Clock;
    house.clock.now()
}

#[tokio::test]
async fn what_the_other_side_will_not_take_is_not_tried_again() {
    let house = with_one_message().await;
    let engine = house.engine();
    house.channel.fail([SendFailure::Permanent {
        reason: FailureReason::Status {
            status: 404,
            word: Some("no_service".to_owned()),
        },
    }]);
    house.tick(&engine).await;
    assert_eq!(states(&house), ["failed"]);
}

#[tokio::test]
async fn a_way_that_is_not_configured_is_a_state_and_no_failure() {
    let house = with_one_message().await;
    let engine = house.engine_with(None);
    house.tick(&engine).await;
    let delivery = house.deliveries().remove(0);
    assert_eq!(
        (delivery.state.as_str(), delivery.reason.as_deref()),
        ("skipped", Some("not_configured"))
    );
    let runs = house.office().runs(&ports::driven::RunQuery::default()).await.unwrap();
    assert_eq!(runs.items[0].deliveries.skipped, 1);
}

#[tokio::test]
async fn what_was_on_its_way_to_a_destination_that_is_gone_is_not_sent() {
    let house = with_one_message().await;
    house.execute("DELETE FROM destination");
    house.tick(&house.engine()).await;
    assert_eq!(house.deliveries()[0].reason.as_deref(), Some("destination_gone"));
    assert!(house.channel.sent().is_empty());
}

#[tokio::test]
async fn a_test_message_goes_to_each_receiver() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let desk = house.destinations();
    let mail = NewDestination {
        name: "매니저".to_owned(),
        kind: DestinationKind::Mail,
        addresses: vec![
            domain::people::Email::parse("one@example.com").unwrap(),
            domain::people::Email::parse("other@example.com").unwrap(),
        ],
        url: None,
        secret: None,
        productions: Productions::AllActive,
        takes_alerts: false,
        takes_snapshots: false,
    };
    let mail = desk.create(mail, &Actor::SYSTEM).await.unwrap();
    assert_eq!(desk.test(mail.id, &Actor::SYSTEM).await.unwrap().len(), 2);
    house.tick(&house.engine()).await;
    assert_eq!(states(&house), ["sent", "sent"]);
    assert_eq!(house.count("audit_entry WHERE action = 'destination.tested'"), 1);
}
