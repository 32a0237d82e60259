//! Whether the usual worlds and questions meet the edges of the sums over productions.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use serde_json::Value;

use super::meeting::world;
use super::questions::ask;
use super::{QUESTIONS, SEED, WORLDS, naive};

/// An edge, the report that has it, and whether an answer meets it.
type Edge = (&'static str, &'static str, fn(&Value) -> bool);

const EDGES: [Edge; 32] = [
    ("some know the day before", "overview", |answer| {
        is_between(&answer["overall"]["counted"], 1, &answer["overall"]["productions"])
    }),
    ("some know the week", "overview", |answer| {
        let is_unknown = |item: &Value| item["weekRevenueKrw"].is_null();
        answer["overall"]["weekRevenueKrw"].is_number() && any(&answer["items"], is_unknown)
    }),
    ("none knows the week", "overview", |answer| {
        answer["overall"]["weekRevenueKrw"].is_null() && any(&answer["items"], |_| true)
    }),
    ("a week that targets and a week before judge", "overview", |answer| {
        answer["overall"]["weekDueRatio"].is_number() && answer["overall"]["weekChangeRatio"].is_number()
    }),
    ("an ended sale is not judged by the week", "overview", |answer| {
        let is_unjudged = |item: &Value| item["weekDueTargetKrw"] == 0 && item["targetKrw"].is_number();
        any(&answer["items"], is_unjudged)
    }),
    ("a month without targets", "overview", |answer| {
        let overall = &answer["overall"];
        overall["monthDueTargetKrw"].is_number() && overall["monthDueRatio"].is_null()
    }),
    ("a complete day before the last", "overview", |answer| {
        let last = &answer["overall"]["lastDays"][30]["day"];
        answer["completeDay"].is_object() && answer["completeDay"]["day"] != *last
    }),
    ("no complete day though some are on sale", "overview", |answer| {
        answer["completeDay"].is_null() && answer["due"] != 0
    }),
    ("some have arrived", "overview", |answer| {
        is_between(&answer["arrived"], 1, &answer["due"])
    }),
    ("before the sale", "overview", |answer| has_state(answer, "before_sale")),
    ("on sale", "overview", |answer| has_state(answer, "on_sale")),
    ("running", "overview", |answer| has_state(answer, "running")),
    ("over", "overview", |answer| has_state(answer, "over")),
    ("a low performance of a concert", "overview", |answer| {
        let is_low = |item: &Value| item["category"] == "concert" && any(&item["lowPerformances"], |_| true);
        any(&answer["items"], is_low)
    }),
    ("a concert without shares", "overview", |answer| {
        let is_blank = |item: &Value| item["sevenDayPerformances"] != 0 && item["sevenDayOccupancy"].is_null();
        any(&answer["items"], is_blank)
    }),
    ("a day that only some know", "overview", |answer| {
        let days = &answer["overall"]["lastDays"];
        days[0]["revenueKrw"].is_number() && days[30]["revenueKrw"].is_null()
    }),
    ("several categories", "overview", |answer| {
        answer["categories"].as_array().unwrap().len() == 3
    }),
    ("some know the period", "target-vs-actual", |answer| {
        any(&answer["overall"], |row| {
            is_between(&row["counted"], 1, &row["productions"])
        })
    }),
    ("a period without targets", "target-vs-actual", |answer| {
        any(&answer["overall"], |row| row["counted"] != 0 && row["ratio"].is_null())
    }),
    ("a period that is not over", "target-vs-actual", |answer| {
        any(&answer["overall"], |row| {
            row["ratio"].is_number() && row["ratio"] != row["dueRatio"]
        })
    }),
    ("sums that began before the first row", "target-vs-actual", |answer| {
        let first = &answer["overall"][0];
        answer["from"].is_string() && first["targetKrw"] != first["cumulativeTargetKrw"]
    }),
    ("a week that some know to its end", "plays/weekly-overview", |answer| {
        is_between(&answer["overall"]["compared"], 1, &answer["overall"]["counted"])
    }),
    ("a week that is not over", "plays/weekly-overview", |answer| {
        let overall = &answer["overall"];
        overall["dueRatio"].is_number() && overall["dueRatio"] != overall["targetRatio"]
    }),
    ("a week before that more know", "plays/weekly-overview", |answer| {
        answer["overall"]["counted"] == 0 && answer["overall"]["previousRevenueKrw"].is_number()
    }),
    ("some profits are known", "plays/profit-forecast", |answer| {
        is_between(&answer["overall"]["counted"], 1, &answer["overall"]["productions"])
    }),
    ("a concert behind the others", "concerts/overview", |answer| {
        is_between(&answer["overall"]["counted"], 1, &answer["overall"]["productions"])
    }),
    ("a concert without the day before", "concerts/overview", |answer| {
        is_between(&answer["overall"]["compared"], 1, &answer["overall"]["counted"])
    }),
    ("targets that are not due yet", "concerts/target-sales", |answer| {
        let overall = &answer["overall"];
        overall["dueRatio"].is_number() && overall["dueTargetKrw"] != overall["targetKrw"]
    }),
    ("some concerts are steady", "concerts/profit-forecast", |answer| {
        is_between(&answer["overall"]["counted"], 1, &answer["overall"]["productions"])
    }),
    (
        "a house that bounds the projection",
        "concerts/profit-forecast",
        |answer| {
            any(&answer["items"], |item| {
                item["expectedRevenueKrw"] == item["fullHouseKrw"] && item["exceedsHouse"] == true
            })
        },
    ),
    (
        "a house that is sold beyond its seats",
        "concerts/profit-forecast",
        |answer| {
            any(&answer["items"], |item| {
                item["expectedRevenueKrw"] == item["revenueKrw"] && item["exceedsHouse"] == true
            })
        },
    ),
    ("a week that is compared in part", "marketing-effect", |answer| {
        let is_part = |week: &Value| is_between(&week["comparedDays"], 1, &Value::from(7));
        any(&answer["items"], |item| any(&item["weeks"], is_part))
    }),
];

fn any(rows: &Value, is_met: impl Fn(&Value) -> bool) -> bool {
    rows.as_array().unwrap().iter().any(is_met)
}

/// Whether a count is at least so much and less than another.
fn is_between(count: &Value, least: u64, bound: &Value) -> bool {
    let count = count.as_u64();
    count.is_some_and(|count| least <= count) && count < bound.as_u64()
}

fn has_state(answer: &Value, state: &str) -> bool {
    any(&answer["items"], |item| item["state"] == state)
}

/// What the usual worlds answer; as much is asked as both callers ask.
fn answers(report: &str, seed: u64) -> Vec<Value> {
    let mut answers = Vec::new();
    for seed in (seed..).take(WORLDS) {
        let world = world(seed);
        let productions = world.productions.iter();
        let codes: Vec<String> = productions.map(|production| production.code.clone()).collect();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        for _ in 0..2 * QUESTIONS {
            let (_, question) = ask(&mut rng, report, &world, &codes);
            answers.push(naive::answer(report, &world, &question).unwrap());
        }
    }
    answers
}

/// The edges that no answer meets.
fn missed(seed: u64) -> Vec<&'static str> {
    let mut known: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    let is_missed = |(what, report, is_met): &&Edge| {
        let answers = known.entry(report).or_insert_with(|| answers(report, seed));
        let met = answers.iter().filter(|answer| is_met(answer)).count();
        println!("{met:3} of {} {report}: {what}", answers.len());
        met == 0
    };
    EDGES.iter().filter(is_missed).map(|(what, ..)| *what).collect()
}

#[test]
fn the_usual_questions_meet_the_edges_of_sums() {
    assert_eq!(missed(SEED), Vec::<&str>::new());
}
