//! What people ought to know by mail: for whoever wants it, and of what they may see when it is sent.

use domain::people::UserId;
use domain::production::{Category, ProductionId};
use domain::schedule::DigestFrequency;
use ports::driven::{DigestRepository, Parcel};
use ports::driving::Scheduler;
use postgres_adapter::PgDigestRepository;
use uuid::Uuid;

use crate::support::{House, kst};

const OTHER: ProductionId = ProductionId(Uuid::from_u128(2));

/// Alerts of two productions, and somebody who sees the first and wants to know each day.
async fn house() -> (House, UserId) {
    let house = House::at(kst("2027-01-04T07:00")).await;
    house.enter(OTHER, "PL2", Category::Play).await;
    let reader = house.admit("reader@example.com", &[house.play]).await;
    house.execute(&format!(
        "UPDATE schedule SET paused_at = now() WHERE kind NOT LIKE '%digest';
         INSERT INTO alert (id, production_id, kind, found_at, title, text)
         SELECT gen_random_uuid(), id, 'unusual_day', '{}', 'title', 'text' FROM production",
        kst("2027-01-03T12:00"),
    ));
    digests(&house)
        .choose(reader, Some(DigestFrequency::Daily))
        .await
        .unwrap();
    (house, reader)
}

fn digests(house: &House) -> PgDigestRepository {
    PgDigestRepository::new(house.pool.clone())
}

fn mails(house: &House) -> Vec<(String, String)> {
    let parcels = house.channel.sent().into_values().flatten();
    let mail = |parcel| match parcel {
        Parcel::Mail(mail) => Some((mail.to.to_string(), mail.text)),
        Parcel::Slack { .. } | Parcel::Webhook { .. } => None,
    };
    parcels.filter_map(mail).collect()
}

#[tokio::test]
async fn a_digest_tells_of_what_its_reader_sees() {
    let (house, _) = house().await;
    house.clock.set(kst("2027-01-04T08:00"));
    house.tick(&house.engine()).await;
    house.tick(&house.engine()).await;
    let expected = ("reader@example.com".to_owned(), house.play.to_string());
    assert_eq!(mails(&house), [expected]);
}

#[tokio::test]
async fn nobody_gets_what_they_do_not_want_or_what_is_empty() {
    let (house, reader) = house().await;
    let digests = digests(&house);
    assert_eq!(digests.find(reader).await.unwrap(), Some(DigestFrequency::Daily));
    digests.choose(reader, Some(DigestFrequency::Weekly)).await.unwrap();
    house.clock.set(kst("2027-01-05T08:00"));
    house.tick(&house.engine()).await;
    // The fourth is a Monday: the week's time is caught up no more, and the day's is not wanted.
    assert_eq!(mails(&house), []);
    digests.choose(reader, Some(DigestFrequency::Daily)).await.unwrap();
    house.clock.set(kst("2027-01-06T08:00"));
    house.tick(&house.engine()).await;
    assert_eq!(mails(&house), [], "nothing happened on that day");
    digests.choose(reader, None).await.unwrap();
    assert_eq!(digests.find(reader).await.unwrap(), None);
}

#[tokio::test]
async fn rights_that_are_withdrawn_on_the_way_hold_when_a_digest_is_sent() {
    let (house, _) = house().await;
    house.clock.set(kst("2027-01-04T08:00"));
    house.engine().run_due().await.unwrap();
    house.execute("DELETE FROM account_production");
    house.tick(&house.engine()).await;
    assert_eq!(mails(&house), []);
    assert_eq!(house.deliveries()[0].reason.as_deref(), Some("no_longer_visible"));
}

#[tokio::test]
async fn an_account_that_is_not_active_gets_none() {
    let (house, _) = house().await;
    house.execute("UPDATE account SET active = false");
    house.clock.set(kst("2027-01-04T08:00"));
    house.tick(&house.engine()).await;
    assert_eq!(house.deliveries().len(), 0);
}
