//! Who bought and how: the current reports on buyers.

use sample_data::world::buyers::BuyersClass;
use serde_json::{Value, json};

use super::super::exact::{Figure, divided, in_ratio, in_whole, whole};
use super::super::world::Production;
use super::{Stage, merged, overview};

/// The classes of a dimension, as in the sheet.
fn classes<'a>(production: &'a Production, dimension: &str) -> Vec<&'a BuyersClass> {
    let known = production.buyers().map_or(&[][..], |report| &report.classes);
    known.iter().filter(|class| class.dimension == dimension).collect()
}

fn seats(class: &BuyersClass) -> i64 {
    class.seats.iter().sum()
}

#[expect(clippy::unnecessary_wraps, reason = "a figure as the others, which may be unknown")]
fn all_seats(classes: &[&BuyersClass]) -> Figure {
    Some(classes.iter().map(|class| whole(seats(class))).sum())
}

/// How far the buyers are known.
fn covered(production: &Production, dimension: &str) -> Value {
    let classes = classes(production, dimension);
    let known = all_seats(&classes).filter(|_| !classes.is_empty());
    let sold = overview::seats(production);
    json!({
        "buyersRecordDate": production.buyers().map(|report| report.record_date),
        "coveredRatio": in_ratio(&divided(&known, &sold)),
    })
}

/// The list of a dimension: each class under `name`, with seats, their ratio, and won where there are any.
fn list(production: &Production, dimension: &str, name: &str) -> Value {
    let classes = classes(production, dimension);
    let all = all_seats(&classes);
    let row = |class: &&BuyersClass| {
        let mut row = json!({
            "seats": seats(class),
            "seatRatio": in_ratio(&divided(&Some(whole(seats(class))), &all)),
        });
        row[name] = json!(class.item);
        if let Some(krw) = class.revenue_krw {
            row["revenueKrw"] = json!(krw);
        }
        row
    };
    classes.iter().map(row).collect()
}

/// `buyers/discounts`
pub(super) fn discounts(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let mut classes = classes(production, "discount");
        let all = all_seats(&classes);
        classes.sort_by_key(|class| class.agency.map(|(_, code)| code));
        let row = |class: &BuyersClass| {
            let (name, code) = class.agency.unwrap();
            let (sold, krw) = (Some(whole(seats(class))), class.revenue_krw.map(whole));
            json!({
                "agency": code,
                "name": name,
                "discount": class.item,
                "seats": seats(class),
                "revenueKrw": class.revenue_krw,
                "seatRatio": in_ratio(&divided(&sold, &all)),
                "meanTicketPriceKrw": in_whole(&divided(&krw, &sold)),
            })
        };
        let rows: Vec<Value> = classes.into_iter().map(row).collect();
        merged(covered(production, "discount"), json!({ "discounts": rows }))
    })
}

/// `buyers/ages`
pub(super) fn ages(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let classes = classes(production, "age_gender");
        let all = all_seats(&classes);
        let row = |class: &&BuyersClass| {
            let of = |gender: usize| class.seats.get(gender).copied().unwrap_or(0);
            json!({
                "ageGroup": class.item,
                "maleSeats": of(0),
                "femaleSeats": of(1),
                "unknownSeats": of(2),
                "seats": seats(class),
                "seatRatio": in_ratio(&divided(&Some(whole(seats(class))), &all)),
            })
        };
        let rows: Vec<Value> = classes.iter().map(row).collect();
        merged(covered(production, "age_gender"), json!({ "ages": rows }))
    })
}

/// `buyers/payments`
pub(super) fn payments(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let lists = json!({
            "methods": list(production, "payment", "method"),
            "cards": list(production, "card", "card"),
        });
        merged(covered(production, "payment"), lists)
    })
}

/// `buyers/channels`
pub(super) fn channels(stage: &Stage<'_>) -> Value {
    stage.items(|production| {
        let rows = list(production, "channel", "channel");
        merged(covered(production, "channel"), json!({ "channels": rows }))
    })
}

/// `buyers/regions`
pub(super) fn regions(stage: &Stage<'_>) -> Value {
    let level = stage.question.level;
    let dimension = if level == "country" { "region" } else { level };
    let items = stage.items(|production| {
        let rows = list(production, dimension, "region");
        merged(covered(production, dimension), json!({ "regions": rows }))
    });
    json!({ "level": level, "items": items })
}
