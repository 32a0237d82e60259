//! Seasons of invented productions whose sales are simulated, so that everything about them is known.

mod daily_sheet;
mod demand;
mod grade;
pub mod labelled;
mod ledger;
mod names;
mod performance_sheet;
mod planning;
mod production;
mod random;
mod sample;
mod schedule;
mod season;
mod sheets;
mod simulation;
mod stage;
mod truth;

use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) use production::in_seoul;
pub(crate) use sheets::weekday;

pub use demand::{CastEffect, DemandModel, DiscountDay, Slot};
pub use production::{Category, DailyTarget, MarketingWeek, MonthlyNote, Production, SeatsByGrade};
pub use random::random_world;
pub use sample::SampleProduction;
pub use season::season;
pub use stage::stage_workbook;
pub use truth::{DailyFacts, DailyRow, PerformanceFacts, PerformanceRow, Truth};

/// Productions of one company as of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// What it was made from.
    pub seed: u64,
    /// The day on which somebody looks at it; no workbook is of that day or later.
    pub today: NaiveDate,
    /// The productions, each with its plans and workbooks.
    pub productions: Vec<SampleProduction>,
    /// The company's notes on months.
    pub monthly_notes: Vec<MonthlyNote>,
}

impl World {
    /// The production with this code. Panics without one: the test that asks is wrong.
    pub fn production(&self, code: &str) -> &SampleProduction {
        let found = self.productions.iter().find(|sample| sample.production.code == code);
        found.unwrap_or_else(|| panic!("no production {code} in this world"))
    }

    /// Every production with each of its record dates, in the order in which staff would upload them.
    pub fn uploads(&self) -> Vec<(&SampleProduction, NaiveDate)> {
        let mut uploads: Vec<_> = self
            .productions
            .iter()
            .flat_map(|sample| {
                sample
                    .record_dates
                    .iter()
                    .map(move |record_date| (sample, *record_date))
            })
            .collect();
        uploads.sort_by_key(|(_, record_date)| *record_date);
        uploads
    }

    /// All truths in one document: what was behind the sales of each production, and what follows from each workbook.
    pub fn truth_json(&self) -> Value {
        let of_production = |sample: &SampleProduction| {
            let truths: Vec<Truth> = sample
                .record_dates
                .iter()
                .map(|record_date| sample.truth(*record_date))
                .collect();
            json!({
                "production": sample.production,
                "dailyTargets": sample.daily_targets,
                "marketingWeeks": sample.marketing_weeks,
                "model": sample.model,
                "workbooks": truths,
            })
        };
        let productions: Vec<Value> = self.productions.iter().map(of_production).collect();
        json!({"seed": self.seed, "today": self.today, "productions": productions, "monthlyNotes": self.monthly_notes})
    }
}
