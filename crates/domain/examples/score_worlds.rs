//! Answers of the method on simulated worlds, as the scorer of forecasts wants them.
//!
//! `cargo run --release --package domain --example score_worlds -- DIR > answers.json`. What is measured goes to standard
//! error: time per production and origin. The worlds' format and the answers' are told by the README beside the worlds.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate, NaiveTime};
use domain::foresight::{Card, Experience, Forecast, Holidays, Performance, Record, Run, Takings};
use domain::production::Category;
use serde_json::{Value, json};

/// Numbers of past productions to answer for.
const HISTORIES: [usize; 4] = [0, 3, 10, 30];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("usage: score_worlds DIR")?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("worlds-") && name.ends_with(".json")
    });
    files.sort();
    let worlds: Vec<Value> = files
        .iter()
        .map(|file| Ok(serde_json::from_slice(&std::fs::read(file)?)?))
        .collect::<Result<_, Box<dyn Error>>>()?;
    let holidays = worlds.first().ok_or("no worlds-*.json there")?["holidays"]
        .as_array()
        .ok_or("no holidays")?;
    let holidays = Holidays::new(holidays.iter().map(day));

    let mut answers = Vec::new();
    let mut times = Vec::new();
    for world in &worlds {
        answer_world(world, &holidays, &mut answers, &mut times);
    }
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &json!({ "answers": answers }))?;
    out.write_all(b"\n")?;
    times.sort_unstable();
    let at = |permille: usize| times[(times.len() - 1) * permille / 1000];
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len())?;
    eprintln!(
        "{} productions and origins, the quickest of three forecasts each: mean {mean:.2?}, median {:.2?}, 99 % {:.2?}, longest {:.2?}",
        times.len(),
        at(500),
        at(990),
        at(1000)
    );
    Ok(())
}

fn answer_world(world: &Value, holidays: &Holidays, answers: &mut Vec<Value>, times: &mut Vec<Duration>) {
    let list = |key: &str| world[key].as_array().expect("a list").iter();
    let cards: Vec<Card> = list("history")
        .filter_map(|past| Card::of(&run(past, holidays, None)))
        .collect();
    for history in HISTORIES.into_iter().filter(|history| *history <= cards.len()) {
        for (target, production) in list("targets").enumerate() {
            let newest = &cards[cards.len() - history..];
            let experience = Experience::of(category(production), newest);
            for origin in production["origins"].as_array().expect("a list") {
                // Only the origin's revenue is told.
                let run = run(production, holidays, Some(origin));
                let amounts: Vec<i64> = numbers(&production["breakEvenKrw"]).collect();
                let mut forecasts: Vec<(Duration, Forecast)> = amounts
                    .iter()
                    .map(|amount| {
                        let began = Instant::now();
                        let forecast = Forecast::of(&run, &experience, day(&origin["date"]), Some(*amount));
                        (
                            began.elapsed(),
                            forecast.expect("every origin is on sale and before the end"),
                        )
                    })
                    .collect();
                // The quickest: the others were kept waiting by other programs.
                times.extend(forecasts.iter().map(|(time, _)| *time).min());
                let forecasts: Vec<Forecast> = forecasts.drain(..).map(|(_, forecast)| forecast).collect();
                answers.push(answer(world, target, history, origin, &forecasts));
            }
        }
    }
}

fn answer(world: &Value, target: usize, history: usize, origin: &Value, forecasts: &[Forecast]) -> Value {
    let forecast = &forecasts[0];
    let performances: Vec<Value> = forecast
        .performances
        .iter()
        .filter(|one| one.days_to_go > 0)
        .map(|one| {
            json!([
                one.performance,
                one.final_seats.p10,
                middle(one.final_seats.p50),
                one.final_seats.p90
            ])
        })
        .collect();
    let seats = forecast.run.final_seats;
    let won = forecast
        .run
        .final_revenue_krw
        .map(|won| [won.p10, middle(won.p50), won.p90]);
    let now = forecast.run.revenue_krw;
    let in_14_days = forecast.origin + Days::new(14);
    let break_even: Vec<Value> = forecasts
        .iter()
        .map(|forecast| match &forecast.run.break_even {
            Ok(break_even) => {
                let soon = break_even.curve.iter().take_while(|step| step.day <= in_14_days).last();
                json!([
                    soon.map_or(0.0, |step| step.probability),
                    break_even.probability_by_closing
                ])
            }
            Err(_) => json!([0.5, 0.5]),
        })
        .collect();
    json!({
        "world": world["id"],
        "target": target,
        "history": history,
        "origin": origin["date"],
        "performances": performances,
        "run": [seats.p10, middle(seats.p50), seats.p90],
        "runWon": won.unwrap_or([now; 3]),
        "breakEven": break_even,
    })
}

/// The worlds' origins have enough record days.
fn middle(p50: Option<i64>) -> i64 {
    p50.expect("medians are withheld in the first two days only")
}

/// A production of a world up to an origin, without one as a closed production.
fn run(production: &Value, holidays: &Holidays, origin: Option<&Value>) -> Run {
    let start = day(&production["saleStart"]);
    let length = production["days"].as_u64().expect("a number");
    let list = |key: &str| production[key].as_array().expect("a list").iter();
    let performances: Vec<Performance> = list("perf")
        .map(|one| {
            let minute = u32::try_from(one[1].as_u64().expect("a minute")).expect("a minute of the day");
            let starts_at = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).expect("a time of the day");
            let seats = u32::try_from(one[2].as_u64().expect("seats")).expect("a house");
            Performance::new(day(&one[0]), starts_at, seats, one[3] == 1, holidays)
        })
        .collect();
    let changes: Vec<Vec<i64>> = list("sold").map(|changes| numbers(changes).collect()).collect();
    let missing: Vec<i64> = numbers(&production["missing"]).collect();
    let until = origin.map(|origin| day(&origin["date"]));
    let mut sold = vec![0; performances.len()];
    let mut records = Vec::new();
    for (number, day) in (0_i64..)
        .zip(start.iter_days())
        .take(usize::try_from(length).expect("a length"))
    {
        if until.is_some_and(|until| day > until) {
            break;
        }
        for (sold, changes) in sold.iter_mut().zip(&changes) {
            let position = usize::try_from(number - changes[0] + 1).unwrap_or(0);
            *sold += changes.get(position).filter(|_| position > 0).unwrap_or(&0);
        }
        if !missing.contains(&number) {
            let won = origin
                .filter(|_| Some(day) == until)
                .map(|origin| numbers(&origin["won"]).collect());
            records.push(Record {
                day,
                sold_seats: sold.clone(),
                takings_krw: Takings::PerPerformance(won.unwrap_or_default()),
                is_restated: false,
            });
        }
    }
    Run::new(category(production), Some(start), performances, records)
}

fn category(production: &Value) -> Category {
    production["kind"]
        .as_str()
        .and_then(|kind| kind.parse().ok())
        .expect("a category")
}

fn day(text: &Value) -> NaiveDate {
    text.as_str().and_then(|text| text.parse().ok()).expect("a day")
}

fn numbers(list: &Value) -> impl Iterator<Item = i64> {
    list.as_array()
        .expect("a list")
        .iter()
        .map(|number| number.as_i64().expect("a whole number"))
}
