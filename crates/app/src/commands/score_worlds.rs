//! `fullhouse forecast score-worlds`: answers of the method on simulated worlds, as a scorer of forecasts wants them.
//!
//! Neither database nor clock: the same worlds give the same bytes. What is measured goes to standard error.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use chrono::{Days, NaiveDate, NaiveTime};
use domain::foresight::{Card, Experience, Forecast, Holidays, Performance, Record, Run, Takings};
use domain::production::Category;
use serde::Deserialize;
use serde_json::{Value, json};

/// Numbers of past productions to answer for.
const HISTORIES: [usize; 4] = [0, 3, 10, 30];

/// One simulated company.
#[derive(Deserialize)]
struct World {
    id: String,
    /// Of all worlds; told by the first.
    #[serde(default)]
    holidays: Vec<NaiveDate>,
    /// Closed productions, oldest first.
    history: Vec<Production>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Production {
    kind: String,
    sale_start: NaiveDate,
    /// Record days from the first day of sale on.
    days: usize,
    /// Places of days without a record.
    missing: Vec<usize>,
    perf: Vec<Show>,
    /// Per performance the place of a day, then the changes of its seats from that day on.
    sold: Vec<Vec<i64>>,
}

/// Day, minute of the start, sellable seats, 1 for a preview, who plays.
#[derive(Deserialize)]
struct Show(
    NaiveDate,
    u32,
    u32,
    u8,
    #[expect(dead_code, reason = "forecasts do not ask")] Vec<Value>,
);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    #[serde(flatten)]
    production: Production,
    origins: Vec<Origin>,
    break_even_krw: Vec<i64>,
}

/// A day to forecast at, with the revenue per performance that was reported then.
#[derive(Deserialize)]
struct Origin {
    date: NaiveDate,
    won: Vec<i64>,
}

/// Prints the answers to the worlds of a folder.
pub(super) fn run(folder: &Path) -> Result<()> {
    let worlds = worlds(folder)?;
    let holidays = worlds.first().map(|world| world.holidays.clone());
    let holidays = Holidays::new(holidays.ok_or_else(|| anyhow!("no worlds-*.json in {}", folder.display()))?);
    let mut scoring = Scoring {
        holidays,
        answers: Vec::new(),
        times: Vec::new(),
    };
    for world in &worlds {
        let answered = scoring.answer(world);
        answered.with_context(|| format!("world {} cannot be answered", world.id))?;
    }
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &json!({ "answers": scoring.answers }))?;
    out.write_all(b"\n")?;
    scoring.tell_times();
    Ok(())
}

/// The worlds in the order of their files' names.
fn worlds(folder: &Path) -> Result<Vec<World>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("worlds-") && name.ends_with(".json")
    });
    files.sort();
    let read = |file: PathBuf| {
        let world = std::fs::read(&file).map_err(anyhow::Error::from);
        let world = world.and_then(|bytes| Ok(serde_json::from_slice(&bytes)?));
        world.with_context(|| format!("{} is no world", file.display()))
    };
    files.into_iter().map(read).collect()
}

struct Scoring {
    holidays: Holidays,
    answers: Vec<Value>,
    /// Of each production and origin.
    times: Vec<Duration>,
}

impl Scoring {
    fn answer(&mut self, world: &World) -> Result<()> {
        let past: Vec<Run> = world
            .history
            .iter()
            .map(|past| run_of(past, &self.holidays, None))
            .collect::<Result<_>>()?;
        let cards: Vec<Card> = past.iter().filter_map(Card::of).collect();
        for history in HISTORIES.into_iter().filter(|history| *history <= cards.len()) {
            let newest = &cards[cards.len() - history..];
            for (place, target) in world.targets.iter().enumerate() {
                let experience = Experience::of(category(&target.production)?, newest);
                for origin in &target.origins {
                    let forecasts = self.forecasts(target, &experience, origin)?;
                    let (first, _) = forecasts.split_first().context("a target has no break-even")?;
                    let mut told = told(first, &forecasts)?;
                    told["world"] = json!(world.id);
                    told["target"] = json!(place);
                    told["history"] = json!(history);
                    told["origin"] = json!(origin.date);
                    self.answers.push(told);
                }
            }
        }
        Ok(())
    }

    /// One for each amount of break-even.
    fn forecasts(&mut self, target: &Target, experience: &Experience, origin: &Origin) -> Result<Vec<Forecast>> {
        // Only the origin's revenue is told.
        let run = run_of(&target.production, &self.holidays, Some(origin))?;
        let forecast = |amount: &i64| {
            let began = Instant::now();
            let forecast = Forecast::of(&run, experience, origin.date, Some(*amount));
            let forecast = forecast.map_err(|reason| anyhow!("no forecast at {}: {reason:?}", origin.date))?;
            Ok((began.elapsed(), forecast))
        };
        let forecasts: Vec<(Duration, Forecast)> = target.break_even_krw.iter().map(forecast).collect::<Result<_>>()?;
        // The quickest: the others were kept waiting by other programs.
        self.times.extend(forecasts.iter().map(|(time, _)| *time).min());
        Ok(forecasts.into_iter().map(|(_, forecast)| forecast).collect())
    }

    fn tell_times(&mut self) {
        self.times.sort_unstable();
        let Some(last) = self.times.len().checked_sub(1) else {
            return;
        };
        let at = |permille: usize| self.times[last * permille / 1000];
        let count = u32::try_from(self.times.len()).unwrap_or(u32::MAX);
        let mean = self.times.iter().sum::<Duration>() / count;
        eprintln!(
            "{count} productions and origins, the quickest of three forecasts each: mean {mean:.2?}, median {:.2?}, 99 % {:.2?}, longest {:.2?}",
            at(500),
            at(990),
            at(1000)
        );
    }
}

fn told(forecast: &Forecast, by_amount: &[Forecast]) -> Result<Value> {
    let mut performances = Vec::new();
    for one in forecast.performances.iter().filter(|one| one.days_to_go > 0) {
        let seats = one.final_seats;
        performances.push(json!([one.performance, seats.p10, middle(seats.p50)?, seats.p90]));
    }
    let seats = forecast.run.final_seats;
    let now = forecast.run.revenue_krw;
    let won = match forecast.run.final_revenue_krw {
        Some(won) => [won.p10, middle(won.p50)?, won.p90],
        None => [now; 3],
    };
    let in_14_days = forecast.origin + Days::new(14);
    let break_even = by_amount.iter().map(|forecast| match &forecast.run.break_even {
        Ok(break_even) => {
            let soon = break_even.curve.iter().take_while(|step| step.day <= in_14_days).last();
            json!([
                soon.map_or(0.0, |step| step.probability),
                break_even.probability_by_closing
            ])
        }
        Err(_) => json!([0.5, 0.5]),
    });
    Ok(json!({
        "performances": performances,
        "run": [seats.p10, middle(seats.p50)?, seats.p90],
        "runWon": won,
        "breakEven": break_even.collect::<Vec<_>>(),
    }))
}

fn middle(p50: Option<i64>) -> Result<i64> {
    p50.context("an origin has too few record days for a median")
}

/// A production of a world up to an origin, without one as a closed production.
fn run_of(production: &Production, holidays: &Holidays, origin: Option<&Origin>) -> Result<Run> {
    if production.sold.len() != production.perf.len() || production.sold.iter().any(Vec::is_empty) {
        bail!("a production has no changes for each performance");
    }
    let performances: Vec<Performance> = production
        .perf
        .iter()
        .map(|show| performance(show, holidays))
        .collect::<Result<_>>()?;
    let mut sold = vec![0; performances.len()];
    let mut records = Vec::new();
    for (number, day) in production.sale_start.iter_days().take(production.days).enumerate() {
        if origin.is_some_and(|origin| day > origin.date) {
            break;
        }
        for (sold, changes) in sold.iter_mut().zip(&production.sold) {
            *sold += change(changes, number);
        }
        if !production.missing.contains(&number) {
            let won = origin.filter(|origin| day == origin.date);
            records.push(Record {
                day,
                sold_seats: sold.clone(),
                takings_krw: Takings::PerPerformance(won.map(|origin| origin.won.clone()).unwrap_or_default()),
                is_restated: false,
            });
        }
    }
    Ok(Run::new(
        category(production)?,
        Some(production.sale_start),
        performances,
        records,
    ))
}

fn performance(Show(day, minute, seats, preview, _): &Show, holidays: &Holidays) -> Result<Performance> {
    let starts_at = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0);
    let starts_at = starts_at.with_context(|| format!("{minute} is no minute of a day"))?;
    Ok(Performance::new(*day, starts_at, *seats, *preview == 1, holidays))
}

/// The change of a performance's seats on a day; none before and after those that are listed.
fn change(changes: &[i64], number: usize) -> i64 {
    let Some((first, changes)) = changes.split_first() else {
        return 0;
    };
    let place = i64::try_from(number)
        .ok()
        .and_then(|number| usize::try_from(number - first).ok());
    place.and_then(|place| changes.get(place)).copied().unwrap_or_default()
}

fn category(production: &Production) -> Result<Category> {
    let category = production.kind.parse();
    category.map_err(|_| anyhow!("{} is no kind of production", production.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_change_on_the_days_that_are_listed() {
        let changes = [2, 5, -1];
        let of_days: Vec<i64> = (0..5).map(|number| change(&changes, number)).collect();
        assert_eq!(of_days, [0, 0, 5, -1, 0]);
    }

    #[test]
    fn a_folder_without_worlds_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let told = run(folder.path()).unwrap_err().to_string();
        assert!(told.starts_with("no worlds-*.json in "), "{told}");
        std::fs::write(folder.path().join("worlds-01.json"), "{}").unwrap();
        let told = run(folder.path()).unwrap_err().to_string();
        assert!(told.ends_with("worlds-01.json is no world"), "{told}");
    }

    #[test]
    fn a_world_is_answered_for_each_target_and_origin() {
        let show = json!(["2024-06-07", 1_170, 100, 0, [1, 2]]);
        let production = json!({
            "kind": "play", "saleStart": "2024-05-01", "days": 30, "missing": [3], "perf": [show], "sold": [[0, 9, 2, 2]],
            "origins": [{ "date": "2024-05-20", "won": [650_000] }], "breakEvenKrw": [1, 2, 3],
        });
        let world: World =
            serde_json::from_value(json!({ "id": "w01", "history": [], "targets": [production] })).unwrap();
        let mut scoring = Scoring {
            holidays: Holidays::new([]),
            answers: Vec::new(),
            times: Vec::new(),
        };
        scoring.answer(&world).unwrap();
        let [answer] = &scoring.answers[..] else {
            panic!("{:?}", scoring.answers)
        };
        assert_eq!(
            (&answer["origin"], &answer["history"]),
            (&json!("2024-05-20"), &json!(0))
        );
        assert_eq!(answer["breakEven"].as_array().unwrap().len(), 3);
        let [index, low, middle, high] = [0, 1, 2, 3].map(|place| answer["performances"][0][place].as_i64().unwrap());
        assert!(index == 0 && 13 <= low && low <= middle && middle <= high && high <= 100);
    }
}
