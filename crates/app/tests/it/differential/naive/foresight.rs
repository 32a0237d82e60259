//! Forecasts: runs and what closed productions teach once more from plain lists. The arithmetic on them is the product's
//! own: it is held against simulated worlds elsewhere (`docs/foresight.md`).

use chrono::NaiveDate;
use domain::calendar::{KstInstant, kst_instant};
use domain::foresight::{
    BreakEven, Card, Class, Experience, Forecast, Holidays, Interval, NoForecast, Performance, PerformanceForecast,
    Record, Run, Takings, ratio,
};
use domain::production::Category;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::super::exact::Figure;
use super::super::world::{Production, Snapshot, World};
use super::Stage;

/// A production's run as it was known at the close of a day.
pub(super) struct Known {
    pub(super) origin: NaiveDate,
    pub(super) run: Run,
    pub(super) starts_at: Vec<KstInstant>,
}

pub(super) fn forecast(stage: &Stage) -> Value {
    json!({ "items": stage.items(|production| item(stage, production)) })
}

fn item(stage: &Stage, production: &Production) -> Value {
    let known = known(production, stage.as_of()).ok_or(NoForecast::NoSnapshot);
    let forecast = known.and_then(|known| {
        let experience = experience(stage.world, production, known.origin);
        let forecast = Forecast::of(
            &known.run,
            &experience,
            stage.as_of(),
            seats(&production.break_even_krw),
        )?;
        Ok((forecast, known.starts_at))
    });
    match forecast {
        Err(reason) => json!({
            "reason": reason.code(), "origin": null, "method": null, "paramsHash": null, "pastProductions": null,
            "confidence": null, "explain": null, "run": null, "performances": [],
        }),
        Ok((forecast, starts_at)) => told(&forecast, &starts_at),
    }
}

fn told(forecast: &Forecast, starts_at: &[KstInstant]) -> Value {
    let explanation = &forecast.explanation;
    let factors = Class::ALL.iter().zip(explanation.class_factors);
    let reason = match (forecast.has_too_few_days, forecast.is_stale) {
        (true, _) => Some("too_few_days"),
        (false, true) => Some("stale"),
        (false, false) => None,
    };
    json!({
        "reason": reason,
        "origin": forecast.origin,
        "method": "bands-1",
        "paramsHash": forecast.params_hash,
        "pastProductions": forecast.past_productions,
        "confidence": forecast.confidence.code(),
        "explain": {
            "pace": explanation.pace.map(number),
            "lastWeekPace": number(explanation.last_week_pace),
            "classFactors": factors
                .map(|(class, factor)| json!({ "class": class.code(), "factor": number(factor) }))
                .collect::<Vec<_>>(),
        },
        "run": run(forecast),
        "performances": forecast.performances.iter().zip(starts_at).map(performance).collect::<Vec<_>>(),
    })
}

fn run(forecast: &Forecast) -> Value {
    let run = &forecast.run;
    let occupancy = run.occupancy;
    let break_even = run.break_even.as_ref();
    json!({
        "soldSeats": run.sold_seats,
        "sellableSeats": run.sellable_seats,
        "revenueKrw": run.revenue_krw,
        "finalSeats": interval(run.final_seats),
        "occupancy": {
            "p10": number(occupancy.p10), "p50": occupancy.p50.map(number), "p90": number(occupancy.p90),
        },
        "finalRevenueKrw": run.final_revenue_krw.map(interval),
        "revenueReason": run.final_revenue_krw.is_none().then_some("no_price"),
        "breakEven": break_even.ok().map(self::break_even),
        "breakEvenReason": break_even.err().map(|reason| reason.code()),
        "straightLineSeats": run.straight_line_seats,
        "straightLineKrw": run.straight_line_krw,
    })
}

fn break_even(of: &BreakEven) -> Value {
    let curve = of.curve.iter();
    json!({
        "breakEvenKrw": of.break_even_krw,
        "probabilityByClosing": number(of.probability_by_closing),
        "p50Date": of.p50_date,
        "p80Date": of.p80_date,
        "profitKrw": interval(of.profit_krw),
        "curve": curve
            .map(|step| json!({ "date": step.day, "probability": number(step.probability) }))
            .collect::<Vec<_>>(),
    })
}

fn performance((one, starts_at): (&PerformanceForecast, &KstInstant)) -> Value {
    json!({
        "startsAt": starts_at.to_rfc3339(),
        "daysToGo": one.days_to_go,
        "soldSeats": one.sold_seats,
        "sellableSeats": one.sellable_seats,
        "finalSeats": interval(one.final_seats),
        "finalRevenueKrw": one.final_revenue_krw.map(interval),
        "sellOutProbability": number(one.sell_out_probability),
        "ownFactor": number(one.own_factor),
        "comparablesWeight": number(one.comparables_weight),
        "reachesHouseLimit": one.reaches_house_limit,
        "straightLineSeats": one.straight_line_seats,
    })
}

fn interval(of: Interval<i64>) -> Value {
    json!({ "p10": of.p10, "p50": of.p50, "p90": of.p90 })
}

pub(super) fn number(of: f64) -> Value {
    let rounded: Decimal = ratio(of);
    json!(rounded.to_string().parse::<f64>().unwrap())
}

/// Closed productions whose closing day lies before the origin, oldest first; whoever asks.
pub(super) fn experience(world: &World, production: &Production, origin: NaiveDate) -> Experience {
    let others = world.productions.iter().filter(|other| other.code != production.code);
    let mut cards: Vec<(NaiveDate, Card)> = others
        .filter_map(|other| {
            let closing = known(other, closing_day(other)?)?;
            let card = (closing.origin < origin).then(|| Card::of(&closing.run))??;
            Some((closing.origin, card))
        })
        .collect();
    cards.sort_by_key(|(closed_on, _)| *closed_on);
    let cards: Vec<Card> = cards.into_iter().map(|(_, card)| card).collect();
    Experience::of(category(production), &cards)
}

/// The first record date from the last performance on; none while there are performances to come.
pub(super) fn closing_day(production: &Production) -> Option<NaiveDate> {
    let last = production
        .performances()
        .iter()
        .map(super::super::world::Performance::day)
        .max()?;
    record_dates(production).into_iter().find(|date| *date >= last)
}

pub(super) fn record_dates(production: &Production) -> Vec<NaiveDate> {
    let live = production.uploads.iter().filter(|upload| !upload.is_void);
    let mut dates: Vec<NaiveDate> = live.map(|upload| upload.record_date).collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}

pub(super) fn known(production: &Production, as_of: NaiveDate) -> Option<Known> {
    let dates: Vec<NaiveDate> = record_dates(production)
        .into_iter()
        .filter(|date| *date <= as_of)
        .collect();
    let snapshot = |date: NaiveDate| &production.live(date).unwrap().snapshot;
    let origin = *dates.last()?;
    let newest = snapshot(origin);
    let inventory = seats(&production.inventory());
    let entered = seats(&production.seats_per_performance);
    let house = if production.is_play() {
        entered.or(inventory)
    } else {
        inventory.or(entered)
    };
    let holidays = Holidays::of_korea(&[]);
    let performances = newest.performances.iter().map(|show| {
        let sellable = house.map_or(0, |house| (house - show.complimentary_seats).max(0));
        let sellable = u32::try_from(sellable).unwrap();
        let is_preview = production.preview_end.is_some_and(|end| show.day() <= end);
        Performance::new(show.day(), show.starts_at.time(), sellable, is_preview, &holidays)
    });
    let records = dates.iter().map(|date| Record {
        day: *date,
        sold_seats: newest
            .performances
            .iter()
            .map(|show| sold(snapshot(*date), show.starts_at))
            .collect(),
        takings_krw: if production.is_play() {
            Takings::PerPerformance(newest.performances.iter().map(|show| show.revenue_krw).collect())
        } else {
            Takings::Total(newest.days.iter().map(|row| row.revenue_krw).sum())
        },
        is_restated: false,
    });
    let starts = newest.performances.iter().map(|show| kst_instant(show.starts_at));
    let sale_start = production.sale_start;
    Some(Known {
        origin,
        starts_at: starts.collect(),
        run: Run::new(
            category(production),
            sale_start,
            performances.collect(),
            records.collect(),
        ),
    })
}

fn sold(snapshot: &Snapshot, starts_at: chrono::NaiveDateTime) -> i64 {
    let show = snapshot.performances.iter().find(|show| show.starts_at == starts_at);
    show.map_or(0, |show| show.paid_seats)
}

pub(super) fn seats(of: &Figure) -> Option<i64> {
    of.as_ref().map(|number| number.to_integer().to_i64().unwrap())
}

fn category(production: &Production) -> Category {
    production.category.parse().unwrap()
}
