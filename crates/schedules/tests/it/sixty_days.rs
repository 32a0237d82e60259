//! Sixty days of schedules over two servers that are killed at random.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::schedule::Cron;
use ports::driven::{Clock, Parcel};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tokio::join;

use crate::support::{House, killed_after, kst};

const DAYS: i64 = 60;
/// One tick of so many is one in which the server is killed.
const KILLS: u32 = 5;
/// A tick in which something is sent is polled about so often.
const POLLS: u32 = 60;

async fn sixty_days(seed: u64) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let (begin, end) = (kst("2027-01-04T00:00"), kst("2027-01-04T00:00") + TimeDelta::days(DAYS));
    let house = House::at(begin).await;
    let mut engines = [house.engine(), house.engine()];
    let mut kills = 0;
    while house.clock.now() < end {
        house.clock.forward(TimeDelta::minutes(random.random_range(20..300)));
        let [one, other] = &engines;
        let mut polls = || {
            let is_killed = random.random_range(0..KILLS) == 0;
            if is_killed {
                random.random_range(0..POLLS)
            } else {
                u32::MAX
            }
        };
        let (first, second) = (polls(), polls());
        let ended = join!(
            killed_after(first, house.tick(one)),
            killed_after(second, house.tick(other)),
        );
        for (index, ended) in [ended.0, ended.1].into_iter().enumerate() {
            if ended.is_none() {
                kills += 1;
                engines[index] = house.engine();
            }
        }
        // Both wait, as long as leases last.
        house.expire_leases();
    }
    house.tick(&engines[0]).await;
    house.expire_leases();
    house.tick(&engines[1]).await;
    assert!(kills > 50, "{kills}");
    every_slot_was_sent_once(&house, begin);
}

fn every_slot_was_sent_once(house: &House, begin: chrono::DateTime<chrono::Utc>) {
    let now = house.clock.now();
    for (name, cron) in [
        ("daily-plays", "0 14 * * *"),
        ("weekly-plays", "0 10 * * 2"),
        ("weekly-profit", "0 10 * * 2"),
        ("weekly-occupancy", "0 10 * * 2"),
    ] {
        let cron = Cron::parse(cron).unwrap();
        let expected: Vec<_> = cron.upcoming(begin).take_while(|slot| *slot <= now).collect();
        let slots = house.slots(name);
        assert_eq!(slots.keys().collect::<Vec<_>>(), ["done"], "{name}");
        assert_eq!(slots["done"], expected, "{name}");
    }
    let mut by_run: BTreeMap<_, u32> = BTreeMap::new();
    let sent = house.channel.sent();
    let mut twice = 0;
    for delivery in house.deliveries() {
        *by_run.entry(delivery.run_id).or_default() += 1;
        if delivery.state == "skipped" {
            // There is no concert.
            assert_eq!(delivery.reason.as_deref(), Some("nothing_to_see"));
            continue;
        }
        assert_eq!(delivery.state, "sent", "{delivery:?}");
        let posts = &sent[&delivery.id];
        let of_part = |text: &str| {
            let is_part = |parcel: &&Parcel| matches!(parcel, Parcel::Slack { post, .. } if (post["text"] == "the end") == (text == "the end"));
            i32::try_from(posts.iter().filter(is_part).count()).unwrap()
        };
        for part in ["the figures", "the end"] {
            let copies = of_part(part);
            assert!(copies >= 1, "{delivery:?}");
            // Only who ended between sending and recording has sent something twice, and it is known of whom.
            assert!(copies <= 1 + delivery.interruptions, "{delivery:?} has {copies}");
            twice += copies - 1;
        }
    }
    let known: i32 = house.deliveries().iter().map(|delivery| delivery.interruptions).sum();
    assert!(twice <= known, "{twice} of {known}");
    // The company's webhook and that of the play; of concerts, the company's. There is nothing to alert of, and
    // nobody wants a digest.
    let runs = house.runs();
    for run in &runs {
        let expected = match run.schedule_name.as_deref() {
            Some(
                "alerts"
                | "daily-digest"
                | "weekly-digest"
                | "backup"
                | "backup-verification"
                | "check"
                | "snapshot-retention"
                | "kopis",
            ) => 0,
            Some("daily-concerts") => 1,
            _ => 2,
        };
        let made = by_run.get(&Some(run.id)).copied().unwrap_or_default();
        assert_eq!(made, expected, "{run:?}");
    }
    println!(
        "{} runs, {} copies beyond the first of {known} interruptions",
        runs.len(),
        twice
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_slot_is_sent_once_by_two_servers_that_are_killed_at_random() {
    sixty_days(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_so_it_is_with_other_luck() {
    sixty_days(2).await;
}
