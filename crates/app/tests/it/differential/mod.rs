//! Every report of the server against one that is computed once more, over random worlds.
//!
//! `DIFFERENTIAL_SEED` chooses the first world and `DIFFERENTIAL_WORLDS` how many follow; a difference is told with the
//! seed of its world, which alone makes it again.

mod comparison;
mod drawing;
mod edges;
mod entering;
mod exact;
mod labelled_workbook;
mod labelling;
mod liberties;
mod market;
mod meeting;
mod naive;
mod planning;
mod questions;
mod samples;
#[path = "../../../../http-api/tests/it/schema.rs"]
mod schema;
mod workbook;
mod world;

use std::collections::BTreeMap;
use std::str::FromStr;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use crate::support::{Client, Site, user};
use comparison::exact_differences;
use schema::violations;
use world::World;

/// Where nothing else is asked for: worlds in which everything is met that is meant to be.
const SEED: u64 = 20_250_449;
const WORLDS: usize = 4;
const REPORTS: &str = "/api/v1/reports/";
/// How often each caller asks each report in each world.
const QUESTIONS: usize = 6;
/// As many differences as a person reads.
const SHOWN: usize = 40;

#[tokio::test]
async fn every_report_is_what_a_naive_computation_makes_of_a_random_world() {
    let seed: u64 = variable("DIFFERENTIAL_SEED").unwrap_or(SEED);
    let worlds = variable("DIFFERENTIAL_WORLDS").unwrap_or(WORLDS);
    println!("DIFFERENTIAL_SEED={seed} DIFFERENTIAL_WORLDS={worlds}");
    let (mut found, mut told) = (Vec::new(), BTreeMap::new());
    for seed in (seed..).take(worlds) {
        let differing = differences_in_world(seed, &mut told).await;
        let differing = differing.into_iter();
        found.extend(differing.map(|text| format!("DIFFERENTIAL_SEED={seed}: {text}")));
    }
    let shown = &found[..found.len().min(SHOWN)];
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), shown.join("\n"));
    // An answer without a row proves little.
    let silent = told.iter().filter(|(_, has_told)| !**has_told);
    assert_eq!(
        silent.map(|(report, _)| report).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

fn variable<T: FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

/// Differences of all reports in one world; notes in `told` which of them had rows.
async fn differences_in_world(seed: u64, told: &mut BTreeMap<String, bool>) -> Vec<String> {
    // With a key the market is on; nobody answers there, and nobody asks.
    let site = Site::with(&[("KOPIS_API_KEY", "a key"), ("KOPIS_BASE_URL", "http://127.0.0.1:9/")]);
    let server = site.serve().await;
    let mut world = entering::enter(&server, &drawing::draw(seed)).await;
    market::enter(&site, &server, &mut world, seed).await;
    // Cards and forecasts are made as soon as they can be; here from all that is known now.
    site.execute("DELETE FROM production_card").await;
    site.execute("DELETE FROM forecast").await;
    let filled = site.program(&["forecast", "backfill"]).run();
    assert_eq!(filled.code(), 0, "{}", filled.stderr());
    site.until_heard(&server).await;
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let all: Vec<String> = world
        .productions
        .iter()
        .map(|production| production.code.clone())
        .collect();
    let some: Vec<String> = all.iter().filter(|_| rng.random_bool(0.5)).cloned().collect();
    let member = member(&server, &world, &some).await;
    let contract = server.get("/api/v1/openapi.json").await.expect(200);
    let known = reports(&contract);
    let unserved = naive::REPORTS
        .iter()
        .filter(|report| !known.iter().any(|name| name == *report));
    let mut found: Vec<String> = unserved.map(|report| format!("no {report}")).collect();
    for report in known {
        for (who, client, visible) in [("master", &*server, &all), ("member", &member, &some)] {
            for _ in 0..QUESTIONS {
                let (query, question) = questions::ask(&mut rng, &report, &world, visible);
                let path = format!("{REPORTS}{report}?{query}");
                let have = client.get(&path).await.expect(200);
                let undocumented = violations(&contract, answer_schema(&contract, &report), &have, "");
                found.extend(undocumented.iter().map(|text| format!("{who} {path}: {text}")));
                let Some(want) = naive::answer(&report, &world, &question) else {
                    found.push(format!("{report} has no naive counterpart"));
                    continue;
                };
                *told.entry(report.clone()).or_default() |= has_rows(&want);
                let differing = exact_differences(&want, &have);
                found.extend(differing.iter().map(|text| format!("{who} {path}: {text}")));
            }
        }
    }
    found
}

/// The reports that the contract has.
fn reports(contract: &Value) -> Vec<String> {
    let paths = contract["paths"].as_object().unwrap().iter();
    let reports: Vec<String> = paths
        .filter(|(_, item)| item["get"].is_object())
        .filter_map(|(path, _)| path.strip_prefix(REPORTS))
        .map(str::to_owned)
        .collect();
    assert!(!reports.is_empty());
    reports
}

/// What the contract says of a report's answer.
fn answer_schema<'c>(contract: &'c Value, report: &str) -> &'c Value {
    &contract["paths"][format!("{REPORTS}{report}")]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
}

/// Somebody who sees some productions only.
async fn member(office: &Client, world: &World, codes: &[String]) -> Client {
    let granted = world
        .productions
        .iter()
        .filter(|production| codes.contains(&production.code));
    let ids: Vec<&String> = granted.filter_map(|production| production.id.as_ref()).collect();
    user(office, "member@example.com", &json!({ "productionIds": ids })).await
}

/// Whether any list of an answer has a row.
fn has_rows(answer: &Value) -> bool {
    let lists = answer.as_object().unwrap().values().filter_map(Value::as_array);
    lists.map(Vec::len).sum::<usize>() > 0
}
