//! Nobody is told of a production that they may not see: when a message is made, and when it is sent.

use domain::message::MessageKind;
use domain::people::Email;
use domain::production::{Category, ProductionId};
use domain::schedule::{DestinationId, DestinationKind, Productions};
use ports::actor::{Actor, Edit};
use ports::driven::Parcel;
use ports::driving::{DestinationDesk, MessageDesk, MessageRequest, NewDestination, ScheduleChange, ScheduleDesk};
use uuid::Uuid;

use crate::support::{House, kst};

const OTHER: ProductionId = ProductionId(Uuid::from_u128(2));
const OUTSIDER: &str = "outsider@elsewhere.example";
const MEMBER: &str = "member@example.com";

/// A house with two plays, and somebody who sees the first one.
async fn house() -> House {
    let house = House::at(kst("2027-01-04T13:00")).await;
    house.enter(OTHER, "PL2", Category::Play).await;
    house.admit(MEMBER, &[house.play]).await;
    house
}

async fn mail(house: &House, addresses: &[&str], productions: Productions) -> DestinationId {
    let new = NewDestination {
        name: format!("메일 {}", addresses.join(", ")),
        kind: DestinationKind::Mail,
        addresses: addresses.iter().map(|text| Email::parse(text).unwrap()).collect(),
        url: None,
        secret: None,
        productions,
        takes_alerts: false,
        takes_snapshots: false,
    };
    house.destinations().create(new, &Actor::SYSTEM).await.unwrap().id
}

/// Sends the daily message by the schedule, of these productions to these destinations; answers what each address got.
async fn sent(house: &House, productions: Productions, destinations: Vec<DestinationId>) -> Vec<(String, String)> {
    let change = ScheduleChange {
        productions: Some(productions),
        destinations: Some(destinations),
        ..ScheduleChange::default()
    };
    let edit = Edit::unconditional(Actor::SYSTEM);
    house.office().change("daily-plays", change, &edit).await.unwrap();
    house.office().run("daily-plays", &Actor::SYSTEM).await.unwrap();
    house.tick(&house.engine()).await;
    mails(house)
}

/// Has the daily message of the play made for a destination; nobody sends it yet.
async fn on_its_way(house: &House, to: DestinationId) {
    let request = MessageRequest {
        productions: Some(vec![house.play]),
        destinations: Some(vec![to]),
        ..MessageRequest::default()
    };
    house
        .message_office()
        .send(MessageKind::DailyPlays, request, &Actor::SYSTEM)
        .await
        .unwrap();
}

fn mails(house: &House) -> Vec<(String, String)> {
    let parcels = house.channel.sent().into_values().flatten();
    let mails = parcels.filter_map(|parcel| match parcel {
        Parcel::Mail(mail) => Some((mail.to.to_string(), mail.text)),
        _ => None,
    });
    let mut mails: Vec<_> = mails.collect();
    mails.sort();
    mails
}

#[tokio::test]
async fn somebody_with_an_account_gets_what_they_see() {
    let house = house().await;
    let to = mail(&house, &[MEMBER], Productions::AllActive).await;
    let sent = sent(&house, Productions::AllActive, vec![to]).await;
    assert_eq!(sent, [(MEMBER.to_owned(), house.play.to_string())]);
}

#[tokio::test]
async fn also_where_the_schedule_names_more() {
    let house = house().await;
    let to = mail(&house, &[MEMBER], Productions::AllActive).await;
    let both = Productions::Named(vec![house.play, OTHER]);
    assert_eq!(
        sent(&house, both, vec![to]).await,
        [(MEMBER.to_owned(), house.play.to_string())]
    );
}

#[tokio::test]
async fn somebody_without_an_account_gets_what_is_named_and_nothing_else() {
    let house = house().await;
    let to = mail(&house, &[OUTSIDER], Productions::AllActive).await;
    assert_eq!(sent(&house, Productions::AllActive, vec![to]).await, []);
    assert_eq!(house.deliveries()[0].reason.as_deref(), Some("nothing_to_see"));
    house.clock.forward(chrono::TimeDelta::seconds(1));
    let named = sent(&house, Productions::Named(vec![OTHER]), vec![to]).await;
    assert_eq!(named, [(OUTSIDER.to_owned(), OTHER.to_string())]);
}

#[tokio::test]
async fn a_destination_is_told_of_its_own_productions_only() {
    let house = house().await;
    let to = mail(&house, &[OUTSIDER], Productions::Named(vec![OTHER])).await;
    let sent = sent(&house, Productions::AllActive, vec![to]).await;
    assert_eq!(sent, [(OUTSIDER.to_owned(), OTHER.to_string())]);
}

#[tokio::test]
async fn a_destination_whose_productions_are_deleted_is_told_nothing() {
    let house = house().await;
    let to = mail(&house, &[OUTSIDER], Productions::Named(vec![OTHER])).await;
    house.execute("DELETE FROM production WHERE code = 'PL2'");
    assert_eq!(sent(&house, Productions::AllActive, vec![to]).await, []);
}

#[tokio::test]
async fn an_inactive_account_gets_nothing() {
    let house = house().await;
    house.execute("UPDATE account SET active = false");
    let to = mail(&house, &[MEMBER], Productions::AllActive).await;
    assert_eq!(sent(&house, Productions::Named(vec![house.play]), vec![to]).await, []);
}

#[tokio::test]
async fn rights_that_are_withdrawn_on_the_way_hold_when_it_is_sent() {
    let house = house().await;
    let to = mail(&house, &[MEMBER, OUTSIDER], Productions::AllActive).await;
    on_its_way(&house, to).await;
    house.execute("DELETE FROM account_production");
    house.tick(&house.engine()).await;
    assert_eq!(mails(&house), [(OUTSIDER.to_owned(), house.play.to_string())]);
    let of_member = house
        .deliveries()
        .into_iter()
        .find(|of| of.address.as_deref() == Some(MEMBER));
    assert_eq!(of_member.unwrap().reason.as_deref(), Some("no_longer_visible"));
}

#[tokio::test]
async fn an_address_that_is_struck_out_on_the_way_gets_nothing() {
    let house = house().await;
    let to = mail(&house, &[OUTSIDER], Productions::Named(vec![house.play])).await;
    on_its_way(&house, to).await;
    house.execute("UPDATE destination SET addresses = '{else@elsewhere.example}'");
    house.tick(&house.engine()).await;
    assert_eq!(mails(&house), []);
    assert_eq!(house.deliveries()[0].reason.as_deref(), Some("no_longer_visible"));
}

#[tokio::test]
async fn the_webhook_of_a_production_gets_its_part() {
    let house = house().await;
    let edit = Edit::unconditional(Actor::SYSTEM);
    let all = house.destinations().list().await.unwrap();
    let own = all
        .iter()
        .find(|of| of.kind == DestinationKind::ProductionSlack)
        .unwrap()
        .id;
    let change = ScheduleChange {
        destinations: Some(vec![own]),
        ..ScheduleChange::default()
    };
    house.office().change("daily-plays", change, &edit).await.unwrap();
    house.office().run("daily-plays", &Actor::SYSTEM).await.unwrap();
    house.tick(&house.engine()).await;
    let texts: Vec<_> = house.deliveries().into_iter().map(|of| of.text).collect();
    assert_eq!(texts, [house.play.to_string()], "the other play has no webhook");
}
