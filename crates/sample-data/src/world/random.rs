//! Small worlds with all that is unusual and still right.

use chrono::{NaiveDate, NaiveTime, Weekday};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::World;
use super::demand::{DemandModel, DiscountDay, Slot};
use super::grade::house;
use super::ledger::Ledger;
use super::names;
use super::planning;
use super::production::{Category, MarketingWeek, Production, SeatsByGrade, in_seoul};
use super::sample::SampleProduction;
use super::schedule::{Performance, company, performances, rounded, shift};
use super::sheets::Arrangement;
use super::simulation::simulate;
use super::stage::bare;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The usual grades and some that only one house has.
const MARKERS: [&str; 13] = [
    "vip", "r", "s", "a", "b", "badr", "bads", "bada", "disable", "standing", "커플", "op-1", "s.2",
];

const TITLES: [&str; 6] = [
    "작은 소극장",
    "A & B <두 사람>",
    "x_y_z",
    "\"인용\"",
    "여름  밤",
    "그 밤, 그 숲",
];

/// A world for differential tests: few small productions with whatever may happen without being wrong.
///
/// Days without a sale, performances that sold nothing, a single performance or none, workbooks of days before the
/// sale began, sales that go on after the run, previews after today, unusual grades, one grade, no grades by day,
/// other orders of columns; productions without sale period, inventory, target or break-even point.
pub fn random_world(seed: u64, today: NaiveDate) -> World {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let count = rng.random_range(1..=4);
    let productions = (0..count).map(|index| produce(&mut rng, index, today)).collect();
    let monthly_notes = if rng.random_bool(0.5) {
        planning::monthly_notes(shift(today, -40), today)
    } else {
        Vec::new()
    };
    World {
        seed,
        today,
        productions,
        monthly_notes,
    }
}

fn produce(rng: &mut ChaCha8Rng, index: usize, today: NaiveDate) -> SampleProduction {
    let category = *[Category::Concert, Category::Musical, Category::Play]
        .choose(rng)
        .expect("three");
    let is_stage = category.is_stage();
    let sale_start = shift(today, -rng.random_range(0..40));
    let run_start = shift(sale_start, rng.random_range(0..30));
    let run_end = shift(run_start, rng.random_range(0..20));
    let sale_end = shift(
        run_end,
        if rng.random_bool(0.2) {
            rng.random_range(0..5)
        } else {
            0
        },
    );
    let model = model(rng, is_stage, sale_start);
    let at_most = *[0, 1, 2, 8, 30].choose(rng).expect("five");
    let mut performances = performances(rng, &model, (run_start, run_end), None, at_most);
    leave_some_unsold(rng, &mut performances);
    let ledger = Ledger {
        grades: house(rng.random_range(1..400), &grades(rng)),
        performances,
        sale_start,
        sale_end,
        entries: Vec::new(),
        is_stage,
        daily_grades: rng.random_bool(0.9),
    };
    let record_dates = record_dates(rng, sale_start, today);
    let title = format!("{} {}", names::pick(rng, &TITLES), index + 1);
    let code = format!("{}-{index}.r", ["X", "play", "C26"][index % 3]);
    let production = entered(rng, &ledger, bare(&code, &title, category));
    let sale = production.sale_start.zip(production.sale_end);
    let last = record_dates.iter().copied().max().unwrap_or(today);
    SampleProduction {
        daily_targets: match sale {
            Some(sale) if rng.random_bool(0.7) => {
                planning::daily_targets(&model, sale, run_start, rng.random_range(0..90_000_000))
            }
            _ => Vec::new(),
        },
        marketing_weeks: sale.map_or_else(Vec::<MarketingWeek>::new, |sale| planning::marketing_weeks(rng, sale)),
        production,
        record_dates,
        ledger: simulate(rng, ledger, &model, last),
        model,
        arrangement: Arrangement {
            indent: rng.random_range(0..3),
            shuffle: if rng.random_bool(0.3) { Some(rng.random()) } else { None },
        },
    }
}

fn model(rng: &mut ChaCha8Rng, is_stage: bool, sale_start: NaiveDate) -> DemandModel {
    let mut slots = Vec::new();
    for weekday in WEEKDAYS {
        let mut time = NaiveTime::MIN;
        while rng.random_bool(0.5) {
            time = NaiveTime::from_hms_opt(rng.random_range(0..24), rng.random_range(0..60), 0)
                .expect("a time of day")
                .max(time);
            if slots
                .iter()
                .all(|slot: &Slot| slot.weekday != weekday || slot.time != time)
            {
                slots.push(Slot {
                    weekday,
                    time,
                    factor: rounded(rng.random_range(0.2..1.5)),
                });
            }
        }
    }
    let offer = DiscountDay {
        date: shift(sale_start, rng.random_range(0..20)),
        volume_factor: 3.0,
        price_factor: 0.5,
    };
    let roles: Vec<usize> = (0..rng.random_range(1..4)).map(|_| rng.random_range(1..4)).collect();
    DemandModel {
        expected_share: rng.random_range(0.0..1.3),
        on_sale_spike: rng.random_range(0.0..20.0),
        spike_decay_days: rng.random_range(0.5..5.0),
        late_rise: rng.random_range(0.0..6.0),
        late_rise_days: rng.random_range(0.5..9.0),
        // On some weekdays nobody buys anything.
        weekday_factors: WEEKDAYS.map(|_| {
            if rng.random_bool(0.15) {
                0.0
            } else {
                rng.random_range(0.2..1.5)
            }
        }),
        discount_days: vec![offer],
        preview_factor: 1.0,
        refund_ratio: rng.random_range(0.0..0.4),
        restatement_ratio: rng.random_range(0.0..0.8),
        slots,
        cast_effects: if is_stage { company(rng, &roles) } else { Vec::new() },
    }
}

fn leave_some_unsold(rng: &mut ChaCha8Rng, performances: &mut [Performance]) {
    for performance in performances {
        if rng.random_bool(0.15) {
            performance.factor = 0.0;
        }
    }
}

/// One to five grades, in any order.
fn grades(rng: &mut ChaCha8Rng) -> Vec<(&'static str, i64, i64)> {
    let count = rng.random_range(1..=5);
    let markers: Vec<&&str> = MARKERS.choose_multiple(rng, count).collect();
    markers
        .into_iter()
        .map(|marker| (*marker, rng.random_range(0..500), rng.random_range(1..200) * 1_000))
        .collect()
}

/// None to four days before today, also before the sale began.
fn record_dates(rng: &mut ChaCha8Rng, sale_start: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
    let earliest = (sale_start - today).num_days() - 2;
    let mut dates: Vec<NaiveDate> = (0..rng.random_range(0..=4))
        .map(|_| shift(today, rng.random_range(earliest..0)))
        .collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// What staff have entered of it, more or less.
fn entered(rng: &mut ChaCha8Rng, ledger: &Ledger, bare: Production) -> Production {
    let is_stage = ledger.is_stage;
    let first = ledger.performances.first().map(|performance| performance.starts_at);
    let last = ledger
        .performances
        .last()
        .map(|performance| performance.starts_at.date());
    let mut inventory: SeatsByGrade = ledger
        .grades
        .iter()
        .map(|grade| (grade.grade.code.clone(), grade.seats))
        .collect();
    if rng.random_bool(0.3) {
        inventory.pop_first();
    }
    let mut known = |probability: f64| rng.random_bool(probability);
    Production {
        active: known(0.8),
        venue: known(0.5).then(|| "소극장".to_owned()),
        run_start: first.map(|at| at.date()).filter(|_| known(0.8)),
        run_end: last.filter(|_| known(0.8)),
        sale_start: known(0.9).then_some(ledger.sale_start),
        sale_end: known(0.7).then_some(ledger.sale_end),
        running_minutes: known(0.5).then_some(90),
        target_share: known(0.6).then_some(0.6543),
        break_even_krw: known(0.6).then_some(if known(0.1) { 0 } else { 12_345_678 }),
        seats_per_performance: known(0.7).then_some(ledger.house_seats()),
        preview_end: first.map(|at| shift(at.date(), 2)).filter(|_| is_stage && known(0.3)),
        concert_at: first.map(in_seoul).filter(|_| !is_stage && known(0.7)),
        seat_inventory: (!is_stage && known(0.7)).then_some(inventory),
        ..bare
    }
}
