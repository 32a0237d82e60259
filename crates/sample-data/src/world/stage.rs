//! One large season, for benches.

use chrono::NaiveDate;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::demand::DemandModel;
use super::grade::house;
use super::ledger::Ledger;
use super::production::{Category, Production};
use super::sample::SampleProduction;
use super::schedule::{company, performances, shift, stage_week};
use super::sheets::Arrangement;
use super::simulation::simulate;
use crate::workbook::Workbook;

/// The grades of a usual house: marker, share of the seats in per mille, price in won.
const USUAL_GRADES: [(&str, i64, i64); 5] = [
    ("vip", 200, 150_000),
    ("r", 350, 130_000),
    ("s", 250, 100_000),
    ("a", 150, 70_000),
    ("bads", 50, 60_000),
];

/// The workbook of a musical with this many sale days, the last of them the record date, and this many performances.
pub fn stage_workbook(seed: u64, sale_days: u32, performances_count: usize, record_date: NaiveDate) -> Workbook {
    stage_sample(seed, sale_days, performances_count, record_date, &USUAL_GRADES).workbook(record_date)
}

/// The musical of [`stage_workbook`], in a house of these grades: each with its marker, its share of the seats in per
/// mille, and its price in won. The last one takes the rest.
pub fn stage_sample(
    seed: u64,
    sale_days: u32,
    performances_count: usize,
    record_date: NaiveDate,
    grades: &[(&str, i64, i64)],
) -> SampleProduction {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let sale_start = shift(record_date, 1 - i64::from(sale_days));
    let run_start = shift(sale_start, i64::from(sale_days / 20));
    let model = DemandModel {
        expected_share: 0.6,
        on_sale_spike: 12.0,
        spike_decay_days: 3.0,
        late_rise: 4.0,
        late_rise_days: 6.0,
        weekday_factors: [1.15, 1.0, 1.0, 1.05, 1.15, 0.85, 0.8],
        discount_days: Vec::new(),
        preview_factor: 1.0,
        refund_ratio: 0.03,
        restatement_ratio: 0.1,
        slots: stage_week(&mut rng, true),
        cast_effects: company(&mut rng, &[4, 3, 3, 2]),
    };
    // A week of nine performances is more than long enough when each is given a day.
    let weeks = i64::try_from(performances_count).expect("a run is short") / 9 + 1;
    let run = (run_start, shift(run_start, weeks * 7));
    let performances = performances(&mut rng, &model, run, None, performances_count);
    let run_end = performances.last().map_or(run.0, |last| last.starts_at.date());
    let ledger = Ledger {
        grades: house(480, grades),
        performances,
        sale_start,
        sale_end: run_end.max(record_date),
        entries: Vec::new(),
        is_stage: true,
        daily_grades: true,
    };
    SampleProduction {
        production: bare("MU2699", "긴 여행의 노래", Category::Musical),
        daily_targets: Vec::new(),
        marketing_weeks: Vec::new(),
        record_dates: vec![record_date],
        ledger: simulate(&mut rng, ledger, &model, record_date),
        model,
        arrangement: Arrangement::default(),
    }
}

/// A production with nothing but what is required.
pub(super) fn bare(code: &str, name: &str, category: Category) -> Production {
    Production {
        code: code.to_owned(),
        name: name.to_owned(),
        category,
        active: true,
        venue: None,
        run_start: None,
        run_end: None,
        sale_start: None,
        sale_end: None,
        running_minutes: None,
        target_share: None,
        break_even_krw: None,
        seats_per_performance: None,
        preview_end: None,
        concert_at: None,
        seat_inventory: None,
    }
}
