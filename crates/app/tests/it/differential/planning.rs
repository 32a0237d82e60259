//! What staff may enter of a production, with more edges than they usually meet.

use chrono::NaiveDate;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use sample_data::world::SampleProduction;
use serde_json::json;

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
    if let Some(inventory) = fields["seatInventory"].as_object_mut() {
        if rng.random_bool(0.4) {
            inventory.insert("balcony".to_owned(), json!(rng.random_range(0..3)));
        }
        if rng.random_bool(0.4) {
            inventory.insert("s".to_owned(), json!(0));
        }
    }
    let mut targets = json!(sample.daily_targets);
    for target in targets.as_array_mut().unwrap() {
        if rng.random_bool(0.3) {
            target["targetKrw"] = json!([0, 1, 3, 7, 999_999_999_999_i64].choose(rng).unwrap());
        }
    }
    let mut plan = Plan {
        fields,
        targets,
        marketing_weeks: json!(sample.marketing_weeks),
    };
    if let Some(record_date) = sample.record_dates.last().filter(|_| rng.random_bool(0.5)) {
        move_sale_start(&mut plan, shift(*record_date, rng.random_range(-1..2)));
    }
    plan
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
