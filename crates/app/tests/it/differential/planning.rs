//! What staff may enter of a production, with more edges than they usually meet.

use chrono::NaiveDate;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use sample_data::world::SampleProduction;
use serde_json::{Value, json};

use super::drawing::TODAY;
use super::world::{Plan, day, monday, shift};

/// Their order is that of the letters' numbers, which is not that of a dictionary.
const CODES: [&str; 5] = ["a-", "A.", "Z", "mu", "9"];

/// What staff enter of a production, with figures that meet ties and quotients without end.
pub(super) fn plan(rng: &mut ChaCha8Rng, index: usize, sample: &SampleProduction) -> Plan {
    let mut fields = json!(sample.production);
    fields["code"] = json!(format!("{}{index}", CODES[index % CODES.len()]));
    fields["name"] = json!(format!("{} {index}", sample.production.name.trim()));
    if rng.random_bool(0.7) {
        let shares = [0.0, 1.0, 0.3333, 0.6667, 0.5, 0.0001, 0.1235];
        fields["targetShare"] = json!(shares.choose(rng).unwrap());
        fields["breakEvenKrw"] = json!([0, 1, 333_333_333, 1_000_000_000_000_i64].choose(rng).unwrap());
        fields["seatsPerPerformance"] = json!([0, 1, 7, 333, 10_000_000].choose(rng).unwrap());
    }
    vary_house(rng, &mut fields);
    vary_money(rng, &mut fields);
    if rng.random_bool(0.4) {
        move_run(rng, &mut fields);
    }
    let mut plan = Plan {
        fields,
        targets: json!(sample.daily_targets),
        marketing_weeks: json!(sample.marketing_weeks),
        campaigns: campaigns(rng, sample),
    };
    if let Some(record_date) = sample.record_dates.last() {
        if rng.random_bool(0.4) {
            move_sale_start(&mut plan, shift(*record_date, rng.random_range(-1..2)));
        }
        if rng.random_bool(0.5) {
            move_sale_end(&mut plan, shift(*record_date, rng.random_range(-9..25)));
        }
    }
    vary_targets(rng, &mut plan);
    plan
}

/// Around the record dates, some of one day, some of the same days.
fn campaigns(rng: &mut ChaCha8Rng, sample: &SampleProduction) -> Value {
    let around = *sample.record_dates.choose(rng).unwrap_or(&TODAY);
    let count = *[0, 1, 5].choose(rng).unwrap();
    let campaign = |_| {
        let from = shift(around, rng.random_range(-30..10));
        let to = shift(from, *[0, 0, 6, 13].choose(rng).unwrap());
        let kind = ["memo", "discount", "promotion", "press", "invitation", "other"]
            .choose(rng)
            .unwrap();
        json!({ "from": from, "to": to, "kind": kind, "text": format!("{kind} {from}") })
    };
    (0..count).map(campaign).collect()
}

/// Some as they are, some for whatever is the sale, some with a few that make all ratios tiny, some with none but 0.
fn vary_targets(rng: &mut ChaCha8Rng, plan: &mut Plan) {
    if rng.random_bool(0.5) {
        plan.targets = new_targets(rng, &plan.fields);
    }
    let (share, amounts_krw): (f64, &[i64]) = match rng.random_range(0..10) {
        0..4 => (0.0, &[0]),
        4..6 => (0.3, &[0, 1, 3, 7]),
        6..8 => (0.1, &[0, 1, 999_999_999_999]),
        _ => (1.0, &[0]),
    };
    for target in plan.targets.as_array_mut().unwrap() {
        if rng.random_bool(share) {
            target["targetKrw"] = json!(amounts_krw.choose(rng).unwrap());
        }
    }
}

/// Of most days of the sale, where both its ends are known.
fn new_targets(rng: &mut ChaCha8Rng, fields: &Value) -> Value {
    let (start, end) = (&fields["saleStart"], &fields["saleEnd"]);
    if start.is_null() || end.is_null() {
        return json!([]);
    }
    let days = day(start).iter_days().take_while(|date| *date <= day(end));
    let days: Vec<NaiveDate> = days.filter(|_| rng.random_bool(0.9)).collect();
    let targets = days.into_iter().map(|date| {
        let target_krw = rng.random_range(0..2_000_000);
        json!({ "date": date, "targetKrw": target_krw })
    });
    targets.collect()
}

/// Grades without seats, a house without any, and one that only the inventory knows.
fn vary_house(rng: &mut ChaCha8Rng, fields: &mut Value) {
    let Some(inventory) = fields["seatInventory"].as_object_mut() else {
        return;
    };
    if rng.random_bool(0.4) {
        inventory.insert("balcony".to_owned(), json!(rng.random_range(0..3)));
    }
    if rng.random_bool(0.4) {
        inventory.insert("s".to_owned(), json!(0));
    }
    if rng.random_bool(0.1) {
        inventory.values_mut().for_each(|seats| *seats = json!(0));
    }
    if rng.random_bool(0.5) {
        fields["seatsPerPerformance"] = Value::Null;
    }
}

/// Grades with prices in the place of an inventory, a target of the run, a cost, and the revenue that is meant.
fn vary_money(rng: &mut ChaCha8Rng, fields: &mut Value) {
    if rng.random_bool(0.5) {
        let codes = ["s", "vip", "balcony", "r", "bad_r", "스탠딩"];
        let codes = codes.into_iter().filter(|_| rng.random_bool(0.6));
        let codes: Vec<&str> = codes.collect();
        let grades = codes.into_iter().map(|code| {
            let price_krw = [0, 1, 33_333, 132_000, 1_000_000_000].choose(rng).unwrap();
            json!({
                "grade": code,
                "label": rng.random_bool(0.3).then(|| format!("{code}석")),
                "priceKrw": rng.random_bool(0.7).then_some(price_krw),
                "seats": rng.random_bool(0.7).then(|| rng.random_range(0..400)),
            })
        });
        fields["seatGrades"] = grades.collect();
        fields["seatInventory"] = Value::Null;
    }
    let amount = |rng: &mut ChaCha8Rng| {
        let amounts_krw = [0, 1, 777_777_777, 1_000_000_000_000_i64];
        rng.random_bool(0.6).then(|| *amounts_krw.choose(rng).unwrap())
    };
    fields["targetKrw"] = json!(amount(rng));
    fields["productionCostKrw"] = json!(amount(rng));
    fields["revenueBasis"] = json!(["booked", "deposited"].choose(rng).unwrap());
}

/// So that the run is over, goes on or is to come, whenever the tickets are sold.
fn move_run(rng: &mut ChaCha8Rng, fields: &mut Value) {
    let start = shift(TODAY, rng.random_range(-40..20));
    let end = shift(start, rng.random_range(0..30));
    fields["runStart"] = json!(rng.random_bool(0.8).then_some(start));
    fields["runEnd"] = json!(rng.random_bool(0.8).then_some(end));
}

/// So that a record date lies on, just before or just after the first day of sale; what would lie before it goes.
fn move_sale_start(plan: &mut Plan, sale_start: NaiveDate) {
    let sale_end = &plan.fields["saleEnd"];
    if sale_end.is_string() && day(sale_end) < sale_start {
        return;
    }
    plan.fields["saleStart"] = json!(sale_start);
    let targets = plan.targets.as_array_mut().unwrap();
    targets.retain(|target| sale_start <= day(&target["date"]));
    let weeks = plan.marketing_weeks.as_array_mut().unwrap();
    weeks.retain(|week| monday(sale_start) <= monday(day(&week["weekStart"])));
}

/// So that the sale ended just before or after a record date, or long before; what would lie after it goes.
fn move_sale_end(plan: &mut Plan, sale_end: NaiveDate) {
    let sale_start = &plan.fields["saleStart"];
    let begins_later = sale_start.is_string() && sale_end < day(sale_start);
    if begins_later || plan.fields["saleEnd"].is_null() {
        return;
    }
    plan.fields["saleEnd"] = json!(sale_end);
    let targets = plan.targets.as_array_mut().unwrap();
    targets.retain(|target| day(&target["date"]) <= sale_end);
    let weeks = plan.marketing_weeks.as_array_mut().unwrap();
    weeks.retain(|week| monday(day(&week["weekStart"])) <= monday(sale_end));
}
