//! All that leaves the house, searched for what its receivers may not be told.

use std::sync::Arc;

use domain::people::Email;
use domain::production::{Category, ProductionId};
use domain::schedule::{DestinationKind, DigestFrequency, Productions};
use ports::actor::Actor;
use ports::driven::{DigestRepository, Parcel, WebhookSecret, WebhookUrl};
use ports::driving::{DestinationDesk, NewDestination, ScheduleDesk};
use postgres_adapter::{PgDigestRepository, PgReportSource};
use uuid::Uuid;

use crate::support::{House, kst};

const FOREIGN: ProductionId = ProductionId(Uuid::from_u128(0xf0f0_f0f0));
/// What nobody here may be told: identity, code, name, and sales of the foreign production, also within sums.
const FOREIGN_CODE: &str = "HIDDEN9";
const FOREIGN_KRW: i64 = 77_710_000;
const OWN_KRW: i64 = 5_430_000;

fn secrets() -> Vec<String> {
    vec![
        FOREIGN.to_string(),
        FOREIGN_CODE.to_owned(),
        "77,710,000".to_owned(),
        FOREIGN_KRW.to_string(),
        // Both together.
        "83,140,000".to_owned(),
        (FOREIGN_KRW + OWN_KRW).to_string(),
    ]
}

/// A house that has both, with something to tell of each: messages, alerts, and what one ought to know.
async fn house() -> House {
    let mut house = House::at(kst("2027-01-04T13:00")).await;
    let figures = Arc::new(PgReportSource::new(house.pool.clone()));
    house.messages = Arc::new(messages::Composer::new(figures, None, None));
    house.enter(FOREIGN, FOREIGN_CODE, Category::Play).await;
    let reader = house.admit("member@example.com", &[house.play]).await;
    let digests = PgDigestRepository::new(house.pool.clone());
    digests.choose(reader, Some(DigestFrequency::Daily)).await.unwrap();
    house.execute(
        "UPDATE production SET sale_start = '2026-12-01', sale_end = '2027-02-28', run_start = '2027-01-01',
                               run_end = '2027-02-28', break_even_krw = 1000;
         DELETE FROM destination;
         UPDATE schedule SET paused_at = now()",
    );
    for (production, krw) in [(house.play, OWN_KRW), (FOREIGN, FOREIGN_KRW)] {
        house.arrives(production, "2027-01-01", 500, None).await;
        let low = Some(("2027-01-06T19:30:00", "0.2"));
        house.arrives(production, "2027-01-02", krw, low).await;
    }
    house
}

/// A destination of each kind: those with productions of their own are told of the play, and mail to somebody with an account
/// of what they see.
async fn destinations(house: &House) {
    let own = || Productions::Named(vec![house.play]);
    let of = |name: &str, kind, productions| NewDestination {
        name: name.to_owned(),
        kind,
        addresses: Vec::new(),
        url: None,
        secret: None,
        productions,
        takes_alerts: true,
        takes_snapshots: false,
    };
    let mail = |address: &str, productions| NewDestination {
        addresses: vec![Email::parse(address).unwrap()],
        ..of(address, DestinationKind::Mail, productions)
    };
    let webhook = NewDestination {
        url: Some(WebhookUrl("https://hooks.example.com/x".to_owned())),
        secret: Some(WebhookSecret(vec![7; 32])),
        takes_snapshots: true,
        ..of("webhook", DestinationKind::Webhook, own())
    };
    let all = [
        of("slack", DestinationKind::Slack, own()),
        of("productions", DestinationKind::ProductionSlack, Productions::AllActive),
        webhook,
        mail("outsider@elsewhere.example", own()),
        mail("member@example.com", Productions::AllActive),
    ];
    for new in all {
        house.destinations().create(new, &Actor::SYSTEM).await.unwrap();
    }
    house.execute("INSERT INTO schedule_destination SELECT s.id, d.id FROM schedule s CROSS JOIN destination d");
}

fn written(parcel: &Parcel) -> (DestinationKind, String) {
    match parcel {
        Parcel::Slack { post, .. } => (DestinationKind::Slack, post.to_string()),
        Parcel::Mail(mail) => (
            DestinationKind::Mail,
            format!("{}\n{}\n{}", mail.subject, mail.text, mail.html),
        ),
        Parcel::Webhook { event, .. } => (DestinationKind::Webhook, event.data.to_string()),
    }
}

#[tokio::test]
async fn nothing_that_leaves_the_house_tells_of_what_its_receiver_may_not_see() {
    let house = house().await;
    destinations(&house).await;
    // Snapshots that webhooks are told of.
    house.arrives(house.play, "2027-01-03", OWN_KRW, None).await;
    house.arrives(FOREIGN, "2027-01-03", FOREIGN_KRW, None).await;
    house.tick(&house.engine()).await;
    for standing in house.office().list().await.unwrap() {
        let name = standing.schedule.name.to_string();
        house.office().run(&name, &Actor::SYSTEM).await.unwrap();
    }
    house.tick(&house.engine()).await;
    let secrets = secrets();
    let sent: Vec<_> = house.channel.sent().values().flatten().map(written).collect();
    for (kind, text) in &sent {
        let told = secrets.iter().find(|secret| text.contains(*secret));
        assert_eq!(told, None, "{kind:?}: {text}");
    }
    for kind in [DestinationKind::Slack, DestinationKind::Mail, DestinationKind::Webhook] {
        assert!(sent.iter().filter(|(of, _)| *of == kind).count() > 3, "{kind:?}");
    }
    // The search finds what there is to find: of the play all are told.
    assert!(sent.iter().any(|(_, text)| text.contains("5,430,000")));
    for kind in ["alert", "snapshot", "daily-plays", "weekly-profit", "daily-digest"] {
        assert!(
            house.count(&format!("delivery WHERE kind = '{kind}' AND state = 'sent'")) > 0,
            "{kind}"
        );
    }
    let of_foreign = format!("alert WHERE production_id = '{FOREIGN}'");
    assert!(house.count(&of_foreign) > 0, "there was something to tell of it");
}
