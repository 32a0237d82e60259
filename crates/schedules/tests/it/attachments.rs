//! Workbooks that come with mails.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::TimeDelta;
use domain::message::MessageKind;
use domain::people::Email;
use domain::production::{Category, ProductionId};
use domain::schedule::{DestinationId, DestinationKind, Productions};
use ports::actor::{Actor, Edit};
use ports::driven::{
    ATTACHMENTS_KEPT, Attachment, Clock, DeliveryQuery, DeliveryQueue, FailureReason, Housekeeping, Mail, Parcel,
    SendFailure,
};
use ports::driving::{DestinationDesk, MessageDesk, MessageRequest, NewDestination, ScheduleChange, ScheduleDesk};
use postgres_adapter::{PgDeliveryQueue, PgHousekeeping};
use uuid::Uuid;

use crate::support::{House, kst};

const OTHER: ProductionId = ProductionId(Uuid::from_u128(2));
const OUTSIDER: &str = "outsider@elsewhere.example";
const MEMBER: &str = "member@example.com";

/// A house with two plays, and somebody who sees the first one.
async fn house() -> House {
    let house = House::at(kst("2027-01-04T13:00")).await;
    house.execute("UPDATE schedule SET paused_at = now()");
    house.enter(OTHER, "PL2", Category::Play).await;
    house.admit(MEMBER, &[house.play]).await;
    house
}

async fn mailing_list(house: &House) -> DestinationId {
    let new = NewDestination {
        name: "제작사".to_owned(),
        kind: DestinationKind::Mail,
        addresses: [OUTSIDER, MEMBER].map(|text| Email::parse(text).unwrap()).to_vec(),
        url: None,
        secret: None,
        productions: Productions::Named(vec![house.play, OTHER]),
        takes_alerts: false,
        takes_snapshots: false,
    };
    house.destinations().create(new, &Actor::SYSTEM).await.unwrap().id
}

fn mails(house: &House) -> BTreeMap<String, Mail> {
    let parcels = house.channel.sent().into_values().flatten();
    let mails = parcels.filter_map(|parcel| match parcel {
        Parcel::Mail(mail) => Some((mail.to.to_string(), mail)),
        _ => None,
    });
    mails.collect()
}

/// The codes of productions in any cell of a workbook.
fn productions_of(attachment: &Attachment) -> BTreeSet<String> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(attachment.bytes.to_vec())).unwrap();
    let sheets = workbook.worksheets();
    let cells = sheets
        .iter()
        .flat_map(|(_, sheet)| sheet.cells().map(|(_, _, cell)| cell.clone()).collect::<Vec<_>>());
    let texts = cells.filter_map(|cell| match cell {
        Data::String(text) => Some(text),
        _ => None,
    });
    texts.filter(|text| text.starts_with("PL")).collect()
}

fn file_names(mail: &Mail) -> Vec<&str> {
    mail.attachments.iter().map(|of| of.file_name.as_str()).collect()
}

#[tokio::test]
async fn each_mail_of_a_schedule_brings_the_workbooks_of_what_its_receiver_may_see() {
    let house = house().await;
    let to = mailing_list(&house).await;
    let company = house.destinations().list().await.unwrap();
    let company = company.iter().find(|of| of.kind == DestinationKind::Slack).unwrap().id;
    let change = ScheduleChange {
        productions: Some(Productions::Named(vec![house.play, OTHER])),
        destinations: Some(vec![to, company]),
        attaches_xlsx: Some(true),
        ..ScheduleChange::default()
    };
    let office = house.office();
    let edit = Edit::unconditional(Actor::SYSTEM);
    let changed = office.change("weekly-profit", change, &edit).await.unwrap();
    assert!(changed.schedule.attaches_xlsx);
    office.run("weekly-profit", &Actor::SYSTEM).await.unwrap();
    house.tick(&house.engine()).await;
    let mails = mails(&house);
    for (address, codes) in [(OUTSIDER, vec!["PL1", "PL2"]), (MEMBER, vec!["PL1"])] {
        let mail = &mails[address];
        assert_eq!(
            file_names(mail),
            ["forecast_2027-01-04.xlsx", "plays-profit-forecast_2027-01-04.xlsx"]
        );
        let codes: BTreeSet<_> = codes.into_iter().map(str::to_owned).collect();
        for attachment in &mail.attachments {
            assert_eq!(productions_of(attachment), codes, "{address}");
        }
    }
    assert_eq!(house.channel.sent().len(), 3, "Slack gets its message without files");
}

#[tokio::test]
async fn a_message_by_hand_brings_them_where_that_is_asked() {
    let house = house().await;
    let to = mailing_list(&house).await;
    let office = house.message_office();
    for attaches_xlsx in [false, true] {
        let request = MessageRequest {
            productions: Some(vec![house.play]),
            destinations: Some(vec![to]),
            attaches_xlsx,
            ..MessageRequest::default()
        };
        let sent = office
            .send(MessageKind::WeeklyPlays, request, &Actor::SYSTEM)
            .await
            .unwrap();
        let delivery = office.delivery(sent[0].id).await.unwrap();
        let names: Vec<_> = delivery
            .content
            .attachments
            .iter()
            .map(|of| of.file_name.as_str())
            .collect();
        let expected = [
            "plays-weekly-overview_2027-01-04.xlsx",
            "plays-weekly-casts_2027-01-04.xlsx",
            "plays-outlook_2027-01-04.xlsx",
            "marketing-effect_2027-01-04.xlsx",
        ];
        assert_eq!(names, if attaches_xlsx { expected.as_slice() } else { &[] });
    }
}

#[tokio::test]
async fn a_mail_tried_again_brings_the_same_bytes_and_keeps_them_for_thirty_days() {
    let house = house().await;
    let to = mailing_list(&house).await;
    let request = MessageRequest {
        productions: Some(vec![house.play]),
        destinations: Some(vec![to]),
        attaches_xlsx: true,
        ..MessageRequest::default()
    };
    let office = house.message_office();
    let made = office
        .send(MessageKind::DailyPlays, request, &Actor::SYSTEM)
        .await
        .unwrap();
    let broken = SendFailure::Temporary {
        reason: FailureReason::TimedOut,
        retry_after: None,
    };
    house.channel.fail([broken.clone(), broken]);
    let engine = house.engine();
    house.tick(&engine).await;
    house.execute("UPDATE production SET name = '다른 ' || name");
    house.clock.forward(TimeDelta::minutes(5));
    house.tick(&engine).await;
    let mails = mails(&house);
    assert_eq!(mails.len(), 2);
    for of in &made {
        let mail = &mails[of.receiver.address.as_ref().unwrap().as_str()];
        assert_eq!(mail.attachments, of.content.attachments);
    }
    let queue = PgDeliveryQueue::new(house.pool.clone());
    let kept = async || {
        let found = queue.find(made[0].id).await.unwrap().unwrap();
        found.content.attachments.len()
    };
    let housekeeping = PgHousekeeping::new(house.pool.clone());
    house.clock.forward(ATTACHMENTS_KEPT - TimeDelta::minutes(1));
    housekeeping.remove_expired(house.clock.now()).await.unwrap();
    assert_eq!(kept().await, 1);
    house.clock.forward(TimeDelta::minutes(2));
    housekeeping.remove_expired(house.clock.now()).await.unwrap();
    assert_eq!(kept().await, 0);
    let listed = queue.list(&DeliveryQuery::default()).await.unwrap();
    assert_eq!(listed.total, 2, "what was said stays");
}
