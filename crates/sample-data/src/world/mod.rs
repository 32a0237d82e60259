//! Seasons of invented productions whose sales are simulated, so that everything about them is known.

pub mod buyers;
mod daily_sheet;
mod demand;
mod details;
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

use crate::workbook::Workbook;

pub(crate) use production::in_seoul;
pub(crate) use sheets::weekday;

pub use demand::{CastEffect, DemandModel, DiscountDay, Slot};
pub use details::{Campaign, Details, SeatGrade};
pub use production::{Category, DailyTarget, MarketingWeek, MonthlyNote, Production, SeatsByGrade};
pub use random::random_world;
pub use sample::{SampleProduction, SoldSoFar};
pub use season::{finished_run, season};
pub use stage::{stage_sample, stage_workbook};
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

/// Places in a season of productions whose workbooks are kept without markers: a musical before its run, and a concert.
const LABELLED: [usize; 2] = [2, 7];

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

    /// The workbook of a production as its office keeps it: those of a musical and a concert of a season have no markers, and
    /// tell agencies and payments.
    pub fn kept_workbook(&self, sample: &SampleProduction, record_date: NaiveDate) -> Workbook {
        let has_labels = self.has_labels(sample);
        if has_labels {
            sample.labelled(record_date, &labelled::Knobs::with_payments()).workbook
        } else {
            sample.workbook(record_date)
        }
    }

    /// Whether a production's workbooks are kept without markers.
    pub fn has_labels(&self, sample: &SampleProduction) -> bool {
        let kept = LABELLED.iter().filter_map(|place| self.productions.get(*place));
        kept.into_iter()
            .any(|other| other.production.code == sample.production.code)
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
