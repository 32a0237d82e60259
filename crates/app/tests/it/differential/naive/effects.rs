//! Reports beside forecasts: pace, casts, campaigns, and the scorecard. Runs come from plain lists; what is computed of them
//! is the product's own arithmetic, but for the scorecard, which is added up here once more.

use chrono::NaiveDate;
use domain::calendar::DateRange;
use domain::foresight::{
    CannotTell, CastShow, DailySeats, Experience, Forecast, NoForecast, NoLift, Pace, PaceCurve, cast_effects,
    marketing_lift,
};
use num_traits::ToPrimitive;
use serde_json::{Value, json};

use super::super::exact::{self, Exact, divided, in_ratio, of_json, whole};
use super::super::world::{Production, World, shift};
use super::Stage;
use super::foresight::{Known, closing_day, experience, known, number, record_dates, seats};

pub(super) fn pace(stage: &Stage) -> Value {
    let past: Vec<(&Production, PaceCurve)> = over(stage.world, stage.as_of())
        .filter(|(production, _)| stage.question.visible.contains(&production.code))
        .filter_map(|(production, closing)| Some((production, PaceCurve::of(&closing.run, closing.origin)?)))
        .collect();
    json!({
        "among": stage.question.among,
        "most": stage.question.most,
        "items": stage.items(|production| pace_item(stage, production, &past)),
    })
}

fn pace_item(stage: &Stage, production: &Production, past: &[(&Production, PaceCurve)]) -> Value {
    let known = known(production, stage.as_of());
    let origin = known.as_ref().map(|known| known.origin);
    let last_day = known.as_ref().and_then(|known| known.run.last_day());
    let mut item = json!({
        "reason": null,
        "origin": origin,
        "daysToGo": last_day.zip(origin).map(|(last, origin)| (last - origin).num_days()),
        "comparables": [],
        "points": [],
    });
    let curve = known
        .as_ref()
        .and_then(|known| PaceCurve::of(&known.run, stage.as_of()));
    let Some(curve) = curve else {
        let has_seats = |known: &Known| known.run.performances().iter().any(|show| show.sellable_seats() > 0);
        item["reason"] = json!(match &known {
            None => NoForecast::NoSnapshot.code(),
            Some(known) if has_seats(known) => NoForecast::NotOnSale.code(),
            Some(_) => NoForecast::NoCapacity.code(),
        });
        return item;
    };
    let mut sorted: Vec<&(&Production, PaceCurve)> = past.iter().collect();
    sorted.sort_by(|a, b| a.0.code.cmp(&b.0.code));
    let is_alike = |other: &Production| stage.question.among == "all" || other.category == production.category;
    let candidates: Vec<usize> = (0..sorted.len())
        .filter(|i| sorted[*i].0.code != production.code && is_alike(sorted[*i].0))
        .collect();
    let curves: Vec<PaceCurve> = sorted.iter().map(|(_, curve)| curve.clone()).collect();
    let compared = Pace::of(&curve, &curves, &candidates, stage.question.most);
    item["comparables"] = compared
        .comparables
        .iter()
        .map(|one| {
            let other = sorted[one.past].0;
            json!({
                "comparableId": other.id, "comparableCode": other.code, "comparableName": other.name,
                "distance": one.distance.is_finite().then(|| number(one.distance)),
            })
        })
        .collect();
    item["points"] = compared
        .points
        .iter()
        .map(|point| {
            let usual = point.comparables.map(|interval| {
                json!({ "p10": number(interval.p10), "p50": interval.p50.map(number), "p90": number(interval.p90) })
            });
            json!({ "daysToGo": point.days_to_go, "soldShare": point.share.map(number), "usual": usual })
        })
        .collect();
    item
}

/// Productions that were closed by a day, as they were known then; whoever asks.
fn over(world: &World, as_of: NaiveDate) -> impl Iterator<Item = (&Production, Known)> {
    world.productions.iter().filter_map(move |production| {
        let closing = known(production, closing_day(production)?)?;
        (closing.origin <= as_of).then_some((production, closing))
    })
}

pub(super) fn casts(stage: &Stage) -> Value {
    json!({ "items": stage.items(|production| cast_item(stage, production)) })
}

fn cast_item(stage: &Stage, production: &Production) -> Value {
    let Some(known) = known(production, stage.as_of()) else {
        return json!({ "origin": null, "shows": 0, "effects": [] });
    };
    let newest = &production.live(known.origin).unwrap().snapshot.performances;
    let played = || {
        let shows = newest.iter().zip(known.run.performances());
        shows.filter(|(show, _)| show.day() <= known.origin)
    };
    let mut people: Vec<&String> = played()
        .flat_map(|(show, _)| &show.cast)
        .filter(|name| !name.is_empty())
        .collect();
    people.sort();
    people.dedup();
    let shows: Vec<CastShow> = played()
        .map(|(show, performance)| CastShow {
            class: performance.class(),
            is_holiday: performance.is_holiday(),
            sellable_seats: performance.sellable_seats(),
            sold_seats: show.paid_seats,
            cast: (0..)
                .zip(&show.cast)
                .filter_map(|(column, name)| Some((column, people.iter().position(|person| *person == name)?)))
                .collect(),
        })
        .collect();
    let sold: i64 = played().map(|(show, _)| show.paid_seats).sum();
    let krw: i64 = played().map(|(show, _)| show.revenue_krw).sum();
    let mean = if sold > 0 {
        krw.to_f64().unwrap() / sold.to_f64().unwrap()
    } else {
        0.0
    };
    let effects: Vec<Value> = cast_effects(&shows, mean)
        .into_iter()
        .map(|effect| {
            json!({
                "castColumn": effect.role + 1,
                "person": people[effect.person],
                "shows": effect.shows,
                "effectRatio": number(effect.effect_ratio),
                "lowRatio": number(effect.interval_ratio.0),
                "highRatio": number(effect.interval_ratio.1),
                "effectSeats": effect.seats,
                "effectKrw": effect.krw,
                "cannotTell": effect.cannot_tell.map(|reason| match reason {
                    CannotTell::TooFewShows => "too_few_shows",
                    CannotTell::OneClass => "one_class",
                    CannotTell::SoldOut => "sold_out",
                    CannotTell::NotClear => "not_clear",
                }),
            })
        })
        .collect();
    let compared = shows.iter().filter(|show| show.sellable_seats > 0).count();
    json!({ "origin": known.origin, "shows": compared, "effects": effects })
}

pub(super) fn campaigns(stage: &Stage) -> Value {
    let mut others: Vec<(&Production, NaiveDate)> = over(stage.world, stage.as_of())
        .map(|(production, closing)| (production, closing.origin))
        .collect();
    others.sort_by_key(|(production, closed_on)| (std::cmp::Reverse(*closed_on), production.id.clone()));
    others.truncate(10);
    let mut others: Vec<(&Production, DailySeats)> = others
        .into_iter()
        .filter_map(|(production, _)| {
            let known = known(production, stage.as_of())?;
            Some((production, DailySeats::of(&known.run, stage.as_of())?))
        })
        .collect();
    others.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    json!({ "items": stage.items(|production| campaign_item(stage, production, &others)) })
}

fn campaign_item(stage: &Stage, production: &Production, others: &[(&Production, DailySeats)]) -> Value {
    let known = known(production, stage.as_of());
    let seats = known
        .as_ref()
        .and_then(|known| DailySeats::of(&known.run, stage.as_of()));
    let reason = match (&known, &seats) {
        (None, _) => Some("no_snapshot"),
        (Some(_), None) => Some("not_on_sale"),
        (Some(_), Some(_)) => None,
    };
    let others: Vec<DailySeats> = others
        .iter()
        .filter(|(other, _)| other.code != production.code)
        .map(|(_, seats)| seats.clone())
        .collect();
    let mut planned: Vec<(NaiveDate, NaiveDate, Vec<String>)> = Vec::new();
    for (monday, notes) in &production.notes {
        let texts = [&notes.sales_marketing, &notes.promotion, &notes.other];
        let texts: Vec<String> = texts
            .iter()
            .filter_map(|text| Some(text.as_str()?.to_owned()))
            .collect();
        if texts.is_empty() {
            continue;
        }
        match planned.last_mut() {
            Some((_, last, all)) if shift(*last, 1) == *monday => {
                *last = shift(*monday, 6);
                all.extend(texts);
            }
            _ => planned.push((*monday, shift(*monday, 6), texts)),
        }
    }
    let days = |(first, last, _): &(NaiveDate, NaiveDate, Vec<String>)| DateRange::new(*first, *last).unwrap();
    let campaigns: Vec<Value> = planned
        .iter()
        .map(|campaign| {
            let meets: Vec<DateRange> = planned
                .iter()
                .map(days)
                .filter(|other| *other != days(campaign))
                .collect();
            let lift = seats.as_ref().ok_or(NoLift::UnknownDays);
            let lift = lift.and_then(|seats| marketing_lift(seats, days(campaign), &meets, &others));
            let cannot_tell = match &lift {
                Ok(lift) => lift.cannot_tell,
                Err(reason) => Some(*reason),
            };
            let told = lift.ok();
            json!({
                "firstDay": campaign.0,
                "lastDay": campaign.1,
                "note": campaign.2.join(" / "),
                "liftRatio": told.map(|told| number(told.lift_ratio)),
                "lowRatio": told.map(|told| number(told.interval_ratio.0)),
                "highRatio": told.map(|told| number(told.interval_ratio.1)),
                "chanceRatio": told.map(|told| number(told.p)),
                "windows": told.map(|told| told.placebos),
                "minimumDetectableRatio": told.map(|told| number(told.minimum_detectable_ratio)),
                "cannotTell": cannot_tell.map(|reason| match reason {
                    NoLift::Confounded => "confounded",
                    NoLift::TooLong => "too_long",
                    NoLift::UnknownDays => "unknown_days",
                    NoLift::TooFewPlacebos => "too_few_windows",
                    NoLift::NotClear => "not_clear",
                }),
            })
        })
        .collect();
    json!({ "reason": reason, "campaigns": campaigns })
}

/// One forecast that was kept, and what came.
struct Scored {
    production: String,
    quantity: &'static str,
    days: i64,
    /// p10, p50, p90, straight line, sold at the origin, what came.
    numbers: [i64; 6],
}

const HORIZONS: [(i64, i64, i64); 5] = [(7, 5, 9), (14, 12, 16), (28, 25, 31), (56, 50, 62), (90, 80, 100)];

pub(super) fn scorecard(stage: &Stage) -> Value {
    let (mut scored, mut probabilities) = (Vec::new(), Vec::new());
    for production in &stage.productions {
        score(stage, production, &mut scored, &mut probabilities);
    }
    let mut rows = Vec::new();
    for quantity in ["performance_seats", "run_seats", "run_revenue"] {
        for (name, from, to) in HORIZONS {
            let of_row: Vec<&Scored> = scored
                .iter()
                .filter(|one| one.quantity == quantity && from <= one.days && one.days <= to)
                .collect();
            rows.push(horizon(quantity, (name, from, to), &of_row));
        }
    }
    json!({
        "horizons": rows,
        "breakEven": {
            "forecasts": probabilities.len(),
            "productions": distinct(probabilities.iter().map(|(code, _, _)| code.clone())),
            "brier": mean(probabilities.iter().map(|(_, told, came)| (told - came).powi(2))),
        },
        "reliability": (0..5).map(|bin| reliability(bin, &probabilities)).collect::<Vec<_>>(),
    })
}

fn score(
    stage: &Stage,
    production: &Production,
    scored: &mut Vec<Scored>,
    probabilities: &mut Vec<(String, f64, f64)>,
) {
    let Some(now) = known(production, stage.as_of()) else {
        return;
    };
    let newest = &production.live(now.origin).unwrap().snapshot;
    let last_day = now.run.last_day().filter(|last| *last <= now.origin);
    let sold: i64 = newest.performances.iter().map(|show| show.paid_seats).sum();
    let krw: i64 = if production.is_play() {
        newest.performances.iter().map(|show| show.revenue_krw).sum()
    } else {
        newest.days.iter().map(|row| row.revenue_krw).sum()
    };
    for date in record_dates(production) {
        let then = known(production, date).unwrap();
        let experience: Experience = experience(stage.world, production, date);
        let break_even_krw = seats(&production.break_even_krw);
        let Ok(forecast) = Forecast::of(&then.run, &experience, date, break_even_krw) else {
            continue;
        };
        let run = &forecast.run;
        let mut add = |quantity, days, numbers| {
            scored.push(Scored {
                production: production.code.clone(),
                quantity,
                days,
                numbers,
            });
        };
        for (one, starts_at) in forecast
            .performances
            .iter()
            .zip(&then.starts_at)
            .filter(|(one, _)| one.days_to_go > 0)
        {
            let came = newest
                .performances
                .iter()
                .zip(&now.starts_at)
                .find(|(_, start)| *start == starts_at);
            let came = came.filter(|(came, _)| came.day() <= now.origin);
            let seats = one.final_seats;
            if let (Some((came, _)), Some(p50)) = (came, seats.p50) {
                let numbers = [seats.p10, p50, seats.p90, one.straight_line_seats, one.sold_seats];
                add(
                    "performance_seats",
                    one.days_to_go.into(),
                    with(numbers, came.paid_seats),
                );
            }
        }
        let Some(last_day) = last_day else { continue };
        let days = (last_day - date).num_days();
        if let Some(p50) = run.final_seats.p50 {
            let numbers = [
                run.final_seats.p10,
                p50,
                run.final_seats.p90,
                run.straight_line_seats,
                run.sold_seats,
            ];
            add("run_seats", days, with(numbers, sold));
        }
        if let Some((revenue, p50)) = run.final_revenue_krw.and_then(|of| Some((of, of.p50?))) {
            let numbers = [revenue.p10, p50, revenue.p90, run.straight_line_krw, run.revenue_krw];
            add("run_revenue", days, with(numbers, krw));
        }
        if let Ok(break_even) = &run.break_even
            && HORIZONS.iter().any(|(_, from, to)| *from <= days && days <= *to)
        {
            let came = f64::from(u8::from(krw >= break_even.break_even_krw));
            probabilities.push((production.code.clone(), break_even.probability_by_closing, came));
        }
    }
}

fn with(numbers: [i64; 5], came: i64) -> [i64; 6] {
    let [p10, p50, p90, line, sold] = numbers;
    [p10, p50, p90, line, sold, came]
}

fn horizon(quantity: &str, (name, from, to): (i64, i64, i64), rows: &[&Scored]) -> Value {
    let sum = |of: &dyn Fn([i64; 6]) -> i64| whole(rows.iter().map(|row| of(row.numbers)).sum());
    let came = sum(&|[.., came]| came);
    let of_came = |sum: Exact| in_ratio(&divided(&Some(sum), &Some(came.clone())));
    let holds = |row: &&&Scored| row.numbers[0] <= row.numbers[5] && row.numbers[5] <= row.numbers[2];
    let covered = rows.iter().filter(holds).count();
    let share = |part: usize, all: usize| {
        divided(
            &Some(whole(part.try_into().unwrap())),
            &Some(whole(all.try_into().unwrap())),
        )
    };
    let coverage = in_ratio(&share(covered, rows.len()));
    let mut codes: Vec<&String> = rows.iter().map(|row| &row.production).collect();
    codes.sort();
    codes.dedup();
    // Each share is rounded, and then their mean.
    let shares: Vec<Exact> = codes
        .iter()
        .map(|code| {
            let own: Vec<&&Scored> = rows.iter().filter(|row| row.production == **code).collect();
            let held = own.iter().filter(|row| holds(row)).count();
            of_json(in_ratio(&share(held, own.len())).as_number().unwrap())
        })
        .collect();
    let unreliable = codes.len() >= 10 && coverage.as_f64().is_some_and(|share| !(0.65..=0.92).contains(&share));
    json!({
        "quantity": quantity,
        "horizonDays": name,
        "fromDays": from,
        "toDays": to,
        "forecasts": rows.len(),
        "productions": codes.len(),
        "errorRatio": of_came(sum(&|[_, p50, .., came]| (p50 - came).abs())),
        "biasRatio": of_came(sum(&|[_, p50, .., came]| p50 - came)),
        "coverage": coverage,
        "productionCoverage": in_ratio(&exact::mean(&shares)),
        "winklerRatio": of_came(sum(&|[p10, _, p90, .., came]| {
            p90 - p10 + 10 * ((p10 - came).max(0) + (came - p90).max(0))
        })),
        "straightLineErrorRatio": of_came(sum(&|[_, _, _, line, _, came]| (line - came).abs())),
        "straightLineBiasRatio": of_came(sum(&|[_, _, _, line, _, came]| line - came)),
        "belowSold": rows.iter().filter(|row| row.numbers[5] < row.numbers[4]).count(),
        "unreliable": unreliable,
    })
}

fn reliability(bin: u8, probabilities: &[(String, f64, f64)]) -> Value {
    let edge = |bin: u8| f64::from(bin) / 5.0;
    let within: Vec<&(String, f64, f64)> = probabilities
        .iter()
        .filter(|(_, told, _)| edge(bin) <= *told && (*told < edge(bin + 1) || bin == 4))
        .collect();
    json!({
        "fromProbability": edge(bin),
        "toProbability": edge(bin + 1),
        "forecasts": within.len(),
        "toldRatio": mean(within.iter().map(|(_, told, _)| *told)),
        "cameTrueRatio": mean(within.iter().map(|(_, _, came)| *came)),
    })
}

fn distinct(codes: impl Iterator<Item = String>) -> usize {
    let mut codes: Vec<String> = codes.collect();
    codes.sort();
    codes.dedup();
    codes.len()
}

fn mean(numbers: impl Iterator<Item = f64>) -> Value {
    let numbers: Vec<f64> = numbers.collect();
    let count = numbers.len().to_f64().unwrap();
    if numbers.is_empty() {
        Value::Null
    } else {
        number(numbers.iter().sum::<f64>() / count)
    }
}
