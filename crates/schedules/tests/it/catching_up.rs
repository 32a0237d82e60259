//! Stops, pauses and clocks that jump.

use chrono::TimeDelta;
use domain::schedule::{Cron, RunState};
use ports::actor::{Actor, Edit};
use ports::driven::{Clock, RunQuery};
use ports::driving::{ScheduleChange, ScheduleDesk};

use crate::support::{House, kst};

const DAILY: &str = "daily-plays";

fn edit() -> Edit {
    Edit::unconditional(Actor::SYSTEM)
}

#[tokio::test]
async fn a_stop_of_three_days_catches_up_one_slot() {
    let house = House::at(kst("2027-01-04T15:00")).await;
    let engine = house.engine();
    house.clock.set(kst("2027-01-07T19:59"));
    house.tick(&engine).await;
    let slots = house.slots(DAILY);
    assert_eq!(slots["done"], [kst("2027-01-07T14:00")]);
    assert_eq!(slots["missed"], [kst("2027-01-05T14:00"), kst("2027-01-06T14:00")]);
    let caught_up = house
        .runs()
        .into_iter()
        .find(|run| run.slot == kst("2027-01-07T14:00"))
        .unwrap();
    assert_eq!(caught_up.trigger, "catch_up");
    // The weekly ones are over six hours old.
    assert_eq!(house.slots("weekly-plays")["missed"], [kst("2027-01-05T10:00")]);
    house.tick(&engine).await;
    assert_eq!(house.slots(DAILY)["done"].len(), 1);
}

#[tokio::test]
async fn times_that_come_while_a_schedule_is_paused_are_no_runs() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let (engine, office) = (house.engine(), house.office());
    office.pause(DAILY, &edit()).await.unwrap();
    house.clock.set(kst("2027-01-05T14:30"));
    house.tick(&engine).await;
    assert!(house.slots(DAILY).is_empty());
    office.resume(DAILY, &edit()).await.unwrap();
    house.tick(&engine).await;
    assert!(house.slots(DAILY).is_empty(), "what came meanwhile is not caught up");
    house.clock.set(kst("2027-01-06T14:00"));
    house.tick(&engine).await;
    assert_eq!(house.slots(DAILY)["done"], [kst("2027-01-06T14:00")]);
}

#[tokio::test]
async fn pausing_twice_changes_nothing_the_second_time() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let office = house.office();
    let once = office.pause(DAILY, &edit()).await.unwrap();
    house.clock.forward(TimeDelta::hours(1));
    let twice = office.pause(DAILY, &edit()).await.unwrap();
    assert_eq!(once.schedule, twice.schedule);
    assert_eq!(house.count("audit_entry WHERE action = 'schedule.paused'"), 1);
}

#[tokio::test]
async fn a_paused_schedule_is_run_by_hand() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let (engine, office) = (house.engine(), house.office());
    office.pause(DAILY, &edit()).await.unwrap();
    let run = office.run(DAILY, &Actor::SYSTEM).await.unwrap();
    assert_eq!((run.state, run.slot), (RunState::Due, kst("2027-01-04T13:00")));
    house.tick(&engine).await;
    let runs = office.runs(&RunQuery::default()).await.unwrap();
    assert_eq!((runs.total, runs.items[0].state), (1, RunState::Done));
    assert_eq!(runs.items[0].deliveries.sent, 2);
}

#[tokio::test]
async fn with_other_times_those_that_passed_do_not_count() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let (engine, office) = (house.engine(), house.office());
    let change = ScheduleChange {
        cron: Some(Cron::parse("0 12 * * *").unwrap()),
        ..ScheduleChange::default()
    };
    office.change(DAILY, change, &edit()).await.unwrap();
    house.clock.set(kst("2027-01-04T14:30"));
    house.tick(&engine).await;
    assert!(house.slots(DAILY).is_empty());
    house.clock.set(kst("2027-01-05T12:00"));
    house.tick(&engine).await;
    assert_eq!(house.slots(DAILY)["done"], [kst("2027-01-05T12:00")]);
}

#[tokio::test]
async fn a_clock_that_was_a_month_ahead_does_not_stop_the_schedules() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let engine = house.engine();
    house.clock.set(kst("2027-02-04T13:00"));
    house.tick(&engine).await;
    assert!(house.slots(DAILY)["missed"].len() > 25);
    house.clock.set(kst("2027-01-04T13:01"));
    house.tick(&engine).await;
    for day in 4..=9 {
        house.clock.set(kst(&format!("2027-01-{day:02}T14:00")));
        house.tick(&engine).await;
    }
    let slots = house.slots(DAILY);
    let expected: Vec<_> = (4..=9).map(|day| kst(&format!("2027-01-{day:02}T14:00"))).collect();
    assert_eq!(slots["done"], expected);
    assert!(!slots.contains_key("missed"), "{slots:?}");
}

#[tokio::test]
async fn a_clock_that_is_set_back_sends_nothing_twice() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let engine = house.engine();
    for day in 4..=6 {
        house.clock.set(kst(&format!("2027-01-{day:02}T14:00")));
        house.tick(&engine).await;
    }
    let sent = house.channel.sent();
    house.clock.set(kst("2027-01-04T12:00"));
    for _ in 0..70 {
        house.clock.forward(TimeDelta::hours(1));
        house.tick(&engine).await;
        if house.clock.now() >= kst("2027-01-06T20:00") {
            break;
        }
    }
    assert_eq!(house.channel.sent(), sent);
    assert_eq!(house.slots(DAILY)["done"].len(), 3);
}

#[tokio::test]
async fn servers_whose_clocks_differ_send_once() {
    let house = House::at(kst("2027-01-04T13:00")).await;
    let (slow, quick) = (house.engine(), house.engine());
    for hour in 0..30 {
        let now = kst("2027-01-04T13:00") + TimeDelta::hours(hour);
        house.clock.set(now + TimeDelta::minutes(50));
        house.tick(&quick).await;
        house.clock.set(now);
        house.tick(&slow).await;
    }
    let slots = house.slots(DAILY);
    assert_eq!(slots["done"], [kst("2027-01-04T14:00"), kst("2027-01-05T14:00")]);
    assert!(house.channel.sent().values().all(|posts| posts.len() == 2));
}
