//! Random parameters, as a query and as the naive reports take them.

use chrono::NaiveDate;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::drawing::TODAY;
use super::exact::decimal;
use super::naive::Question;
use super::world::{Production, World, shift};

/// A random question to a report by one who sees these productions: the query, and what is meant.
pub(super) fn ask(rng: &mut ChaCha8Rng, report: &str, world: &World, visible: &[String]) -> (String, Question) {
    let as_of = as_of(rng, world);
    let mut query = vec![format!("asOf={as_of}")];
    let named = named(rng, world, visible, &mut query);
    let include_inactive = rng.random_bool(0.4);
    if include_inactive || rng.random_bool(0.2) {
        query.push(format!("includeInactive={include_inactive}"));
    }
    let mut question = Question {
        as_of,
        visible: visible.to_vec(),
        named,
        include_inactive,
        top: 3,
        low_threshold: decimal("0.40"),
        from: None,
        to: None,
        grain: "day",
        days: if report == "market/index" { 7 } else { 90 },
        level: "country",
        among: "category",
        most: 10,
        by: None,
        genre: None,
    };
    own_parameters(rng, report, &mut question, &mut query);
    (query.join("&"), question)
}

/// Before, in and after the runs, at the ends of the calendar, and where the week, the month or the day before begins
/// just before or after a record date.
fn as_of(rng: &mut ChaCha8Rng, world: &World) -> NaiveDate {
    let record_dates = world.productions.iter().filter_map(Production::record_date);
    let record_dates: Vec<NaiveDate> = record_dates.collect();
    let near = |record_date: Option<&NaiveDate>| *record_date.unwrap_or(&TODAY);
    match rng.random_range(0..20) {
        0 => NaiveDate::from_ymd_opt(2000, 1, 1).unwrap(),
        1 => NaiveDate::from_ymd_opt(2100, 12, 31).unwrap(),
        2..4 => shift(TODAY, rng.random_range(-400..400)),
        4..10 => shift(near(record_dates.iter().max()), rng.random_range(-1..10)),
        10..15 => shift(near(record_dates.choose(rng)), rng.random_range(-1..10)),
        _ => shift(TODAY, rng.random_range(-50..40)),
    }
}

/// Mostly none; of any category, also the same one twice.
fn named(rng: &mut ChaCha8Rng, world: &World, visible: &[String], query: &mut Vec<String>) -> Vec<String> {
    if visible.is_empty() || rng.random_bool(0.6) {
        return Vec::new();
    }
    let count = rng.random_range(1..=3);
    let named: Vec<String> = (0..count).map(|_| visible.choose(rng).unwrap().clone()).collect();
    for code in &named {
        let mut productions = world.productions.iter();
        let production: &Production = productions.find(|production| production.code == *code).unwrap();
        query.push(format!("productionId={}", production.id.as_ref().unwrap()));
    }
    named
}

fn own_parameters(rng: &mut ChaCha8Rng, report: &str, question: &mut Question, query: &mut Vec<String>) {
    // The default is asked for now and then, too.
    if rng.random_bool(0.25) {
        return;
    }
    match report {
        "plays/weekly-casts" => {
            question.top = *[1, 2, 3, 100].choose(rng).unwrap();
            query.push(format!("top={}", question.top));
        }
        "plays/outlook" | "overview" => {
            let threshold = ["0", "1", "0.4", "0.3333", "0.0001", "0.6667"].choose(rng).unwrap();
            question.low_threshold = decimal(threshold);
            query.push(format!("lowThreshold={threshold}"));
        }
        "plays/performances" | "snapshot-changes" | "market/rank" => range(rng, question, query),
        "agencies/sales" => {
            question.by = *[None, Some("sale_day"), Some("performance_day")].choose(rng).unwrap();
            query.extend(question.by.map(|by| format!("by={by}")));
            range(rng, question, query);
        }
        "pace" => {
            question.among = ["category", "all"].choose(rng).unwrap();
            question.most = *[1, 2, 10].choose(rng).unwrap();
            query.push(format!("among={}&most={}", question.among, question.most));
        }
        "target-vs-actual" | "agencies/daily" => {
            question.grain = ["day", "week", "month"].choose(rng).unwrap();
            query.push(format!("grain={}", question.grain));
            range(rng, question, query);
        }
        "buyers/regions" => {
            question.level = ["country", "seoul", "gyeonggi"].choose(rng).unwrap();
            query.push(format!("level={}", question.level));
        }
        "upload-coverage" => {
            question.days = *[1, 7, 90, 400].choose(rng).unwrap();
            query.push(format!("days={}", question.days));
        }
        "market/genres" | "market/openings" => {
            question.genre = *[None, None, Some("AAAA"), Some("GGGA"), Some("EEEB")]
                .choose(rng)
                .unwrap();
            query.extend(question.genre.map(|genre| format!("genre={genre}")));
            range(rng, question, query);
        }
        "market/index" => {
            question.days = *[7, 14, 21, 28].choose(rng).unwrap();
            query.push(format!("days={}", question.days));
        }
        _ => {}
    }
}

/// First and last day, of which each may be left out.
fn range(rng: &mut ChaCha8Rng, question: &mut Question, query: &mut Vec<String>) {
    let from = shift(TODAY, rng.random_range(-40..40));
    if rng.random_bool(0.7) {
        question.from = Some(from);
        query.push(format!("from={from}"));
    }
    if rng.random_bool(0.7) {
        let to = shift(from, rng.random_range(0..30));
        question.to = Some(to);
        query.push(format!("to={to}"));
    }
}
