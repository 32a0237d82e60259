//! Alerts: found by the clock and when a snapshot goes live, each told once, to whom it concerns.

use chrono::TimeDelta;
use domain::alert::AlertKind;
use domain::collection::RunCode;
use domain::people::Email;
use domain::production::{Category, ProductionId};
use domain::schedule::{Cron, DestinationKind, Productions};
use ports::actor::{Actor, Edit};
use ports::driven::{AlertQuery, Clock};
use ports::driving::{
    AlertDesk, DestinationDesk, NewDestination, ScheduleChange, ScheduleDesk, ScheduleError, Scheduler,
};
use uuid::Uuid;

use crate::support::{House, kst};

const OTHER: ProductionId = ProductionId(Uuid::from_u128(2));

/// A house in whose sale its play is. The messages of the day were sent, or nobody wants them.
async fn house() -> House {
    let house = House::at(kst("2027-01-04T10:59")).await;
    house.execute(
        "UPDATE production SET sale_start = '2026-12-01', sale_end = '2027-02-28';
         UPDATE schedule SET paused_at = now() WHERE kind <> 'alerts'",
    );
    house
}

/// What was sent, each text once.
fn texts(house: &House) -> Vec<String> {
    let mut texts: Vec<_> = house.deliveries().into_iter().map(|of| of.text).collect();
    texts.sort();
    texts.dedup();
    texts
}

fn told(kind: &str, production: ProductionId) -> String {
    format!("{kind} {production}")
}

#[tokio::test]
async fn a_workbook_that_is_not_there_at_its_hour_is_told_once_of_however_many_servers() {
    let house = house().await;
    let (one, other) = (house.engine(), house.engine());
    house.tick(&one).await;
    assert_eq!(house.deliveries().len(), 0, "nobody is late before the hour");
    house.clock.set(kst("2027-01-04T11:00"));
    let (first, second) = tokio::join!(one.run_due(), other.run_due());
    first.and(second).unwrap();
    house.tick(&other).await;
    assert_eq!(texts(&house), [told("workbook_missing", house.play)]);
    assert_eq!(house.deliveries().len(), 2, "the company and the production");
    house.clock.forward(TimeDelta::seconds(1));
    house.office().run("alerts", &Actor::SYSTEM).await.unwrap();
    house.tick(&one).await;
    assert_eq!(house.count("alert"), 1);
    house.clock.set(kst("2027-01-05T11:00"));
    house.tick(&one).await;
    assert_eq!(house.count("alert"), 2, "the next day is another cause");
}

#[tokio::test]
async fn a_snapshot_that_goes_live_has_its_production_looked_at() {
    let house = house().await;
    house.enter(OTHER, "PL2", Category::Play).await;
    house.arrives(house.play, "2027-01-02", 1_000_000, None).await;
    let low = Some(("2027-01-06T19:30:00", "0.2"));
    house.arrives(house.play, "2027-01-03", 900_000, low).await;
    house.tick(&house.engine()).await;
    let expected = ["figures_shrank", "low_performance"].map(|kind| told(kind, house.play));
    assert_eq!(texts(&house), expected);
    assert_eq!(house.count("alert_arrival"), 0);
    house.arrives(house.play, "2027-01-03", 900_000, low).await;
    house.tick(&house.engine()).await;
    assert_eq!(house.count("alert"), 2, "the same figures are told once");
    let query = AlertQuery {
        visible: domain::access::Visible::Only([house.play].into()),
        kind: Some(AlertKind::LowPerformance),
        ..AlertQuery::default()
    };
    let listed = house.alert_office().list(&query).await.unwrap();
    assert_eq!((listed.total, listed.items[0].production_code.as_str()), (1, "PL1"));
    let of_nothing = house.alert_office().list(&AlertQuery::default()).await.unwrap();
    assert_eq!(of_nothing.total, 0, "the default sees nothing");
}

#[tokio::test]
async fn the_costs_are_told_when_they_are_met() {
    let house = house().await;
    house.execute("UPDATE production SET break_even_krw = 1000000");
    house.arrives(house.play, "2027-01-01", 900_000, None).await;
    house.tick(&house.engine()).await;
    assert_eq!(house.count("alert"), 0);
    house.arrives(house.play, "2027-01-02", 1_000_000, None).await;
    house.arrives(house.play, "2027-01-03", 1_000_001, None).await;
    house.tick(&house.engine()).await;
    assert_eq!(texts(&house), [told("break_even_reached", house.play)]);
}

#[tokio::test]
async fn a_kind_that_is_muted_is_told_when_the_mute_has_ended() {
    let house = house().await;
    let office = house.alert_office();
    let until = house.clock.now() + TimeDelta::hours(1);
    let mute = |until| vec![(AlertKind::LowPerformance, until)];
    let mutes = office
        .mute(house.play, mute(Some(until)), &Actor::SYSTEM)
        .await
        .unwrap();
    assert_eq!((mutes.len(), mutes[0].until), (1, until));
    house
        .arrives(house.play, "2027-01-03", 900_000, Some(("2027-01-06T19:30:00", "0.2")))
        .await;
    house.tick(&house.engine()).await;
    assert_eq!(house.count("alert"), 0);
    house.clock.forward(TimeDelta::hours(2));
    assert_eq!(office.mutes(house.play).await.unwrap(), []);
    house.tick(&house.engine()).await;
    assert_eq!(texts(&house), [told("low_performance", house.play)]);
    office
        .mute(house.play, mute(Some(until + TimeDelta::hours(9))), &Actor::SYSTEM)
        .await
        .unwrap();
    assert_eq!(office.mute(house.play, mute(None), &Actor::SYSTEM).await.unwrap(), []);
    assert_eq!(house.count("audit_entry WHERE action = 'alerts.muted'"), 3);
}

#[tokio::test]
async fn a_mute_that_is_over_or_far_or_said_twice_is_refused() {
    let house = house().await;
    let now = house.clock.now();
    let kind = AlertKind::UnusualDay;
    for (kinds, broken) in [
        (vec![(kind, Some(now))], 1),
        (vec![(kind, Some(now + TimeDelta::days(400)))], 1),
        (vec![(kind, None), (kind, None)], 1),
    ] {
        let refused = house.alert_office().mute(house.play, kinds, &Actor::SYSTEM).await;
        let Err(ScheduleError::Invalid(breaches)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(breaches.len(), broken);
    }
}

#[tokio::test]
async fn destinations_get_alerts_of_what_they_may_be_told_of_and_if_they_take_them() {
    let house = house().await;
    house.enter(OTHER, "PL2", Category::Play).await;
    house.admit("member@example.com", &[OTHER]).await;
    house.execute("DELETE FROM destination");
    let to = async |name: &str, address: &str, productions, takes_alerts| {
        let new = NewDestination {
            name: name.to_owned(),
            kind: DestinationKind::Mail,
            addresses: vec![Email::parse(address).unwrap()],
            url: None,
            secret: None,
            productions,
            takes_alerts,
            takes_snapshots: false,
        };
        house.destinations().create(new, &Actor::SYSTEM).await.unwrap();
    };
    to("member", "member@example.com", Productions::AllActive, true).await;
    to(
        "quiet",
        "quiet@elsewhere.example",
        Productions::Named(vec![house.play]),
        false,
    )
    .await;
    to(
        "other",
        "other@elsewhere.example",
        Productions::Named(vec![OTHER]),
        true,
    )
    .await;
    to("open", "open@elsewhere.example", Productions::AllActive, true).await;
    to(
        "own",
        "own@elsewhere.example",
        Productions::Named(vec![house.play]),
        true,
    )
    .await;
    house.clock.set(kst("2027-01-04T11:00"));
    house.tick(&house.engine()).await;
    let addresses: Vec<_> = house.deliveries().into_iter().filter_map(|of| of.address).collect();
    assert_eq!(addresses, ["own@elsewhere.example"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_source_is_told_to_the_office_and_once() {
    let house = house().await;
    house.admit("member@example.com", &[house.play]).await;
    house.admit("admin@example.com", &[]).await;
    let now = house.clock.now();
    house.execute(&format!(
        "UPDATE account SET role = 'admin' WHERE email = 'admin@example.com';
         DELETE FROM destination;
         INSERT INTO source_alert (id, cause, kind, source_name, code, found_at)
         VALUES (gen_random_uuid(), 'stopped:1', 'source_stopped', '하늘티켓', 'login_failed', '{now}')"
    ));
    let to = async |name: &str, addresses: &[&str], productions, takes_alerts| {
        let new = NewDestination {
            name: name.to_owned(),
            kind: DestinationKind::Mail,
            addresses: addresses.iter().map(|of| Email::parse(of).unwrap()).collect(),
            url: None,
            secret: None,
            productions,
            takes_alerts,
            takes_snapshots: false,
        };
        house.destinations().create(new, &Actor::SYSTEM).await.unwrap();
    };
    let all = ["member@example.com", "admin@example.com", "open@elsewhere.example"];
    to("all", &all, Productions::AllActive, true).await;
    let own = Productions::Named(vec![house.play]);
    to("own", &["admin@example.com"], own, true).await;
    to("quiet", &["admin@example.com"], Productions::AllActive, false).await;
    let (one, other) = (house.engine(), house.engine());
    let (first, second) = tokio::join!(one.run_due(), other.run_due());
    first.and(second).unwrap();
    one.run_due().await.unwrap();
    let told: Vec<_> = house.deliveries().into_iter().map(|of| (of.address, of.text)).collect();
    let why = RunCode::LoginFailed.message_ko().to_owned();
    assert_eq!(told, [(Some("admin@example.com".to_owned()), why)]);
}

#[tokio::test]
async fn the_schedule_of_alerts_is_moved_and_paused_and_nothing_else() {
    let house = house().await;
    let (office, edit) = (house.office(), Edit::unconditional(Actor::SYSTEM));
    assert!(matches!(
        office.delete("alerts", &edit).await,
        Err(ScheduleError::Fixed)
    ));
    let named = ScheduleChange {
        productions: Some(Productions::Named(Vec::new())),
        ..ScheduleChange::default()
    };
    assert!(matches!(
        office.change("alerts", named, &edit).await,
        Err(ScheduleError::Fixed)
    ));
    let moved = ScheduleChange {
        cron: Some(Cron::parse("30 9 * * *").unwrap()),
        ..ScheduleChange::default()
    };
    let moved = office.change("alerts", moved, &edit).await.unwrap();
    assert_eq!(moved.schedule.cron.to_string(), "30 9 * * *");
}
