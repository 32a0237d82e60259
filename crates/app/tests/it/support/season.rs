//! Generated productions with workbooks whose figures are known.

use chrono::{Days, NaiveDate};
use sample_data::world::Category;
use sample_data::{SampleProduction, Workbook, World, formats, season};
use serde_json::{Value, json};

use super::Client;

/// The first Monday after everything that the workbooks tell.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2025, 3, 3).unwrap();

/// A company's productions. Those of different seeds have the same codes and plans, and other sales.
pub(crate) struct Season(World);

/// The productions that this number makes.
pub(crate) fn company(seed: u64) -> Season {
    Season(season(seed, TODAY))
}

impl Season {
    /// Its first production of this category that is on sale.
    pub(crate) fn first(&self, category: Category) -> &SampleProduction {
        let mut productions = self.0.productions.iter();
        productions
            .find(|sample| sample.production.category == category)
            .unwrap()
    }

    pub(crate) fn musical(&self) -> &SampleProduction {
        self.first(Category::Musical)
    }

    pub(crate) fn play(&self) -> &SampleProduction {
        self.first(Category::Play)
    }

    pub(crate) fn concert(&self) -> &SampleProduction {
        self.first(Category::Concert)
    }

    pub(crate) fn productions(&self) -> &[SampleProduction] {
        &self.0.productions
    }

    /// The day this many days before the season is looked at.
    pub(crate) fn days_ago(days: u64) -> NaiveDate {
        TODAY - Days::new(days)
    }
}

/// A workbook as it is sent, and what a server must make of it.
pub(crate) struct Book {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) sheets: Workbook,
    pub(crate) truth: sample_data::world::Truth,
}

impl Book {
    /// The production's workbook as of the close of the day this many days before the season is looked at.
    pub(crate) fn of(sample: &SampleProduction, days_ago: u64) -> Self {
        let record_date = Season::days_ago(days_ago);
        let sheets = sample.workbook(record_date);
        Self {
            name: sheets.file_name.clone(),
            bytes: formats::xlsx(&sheets),
            sheets,
            truth: sample.truth(record_date),
        }
    }
}

/// Enters a production with its targets; answers it.
pub(crate) async fn enter(client: &Client, sample: &SampleProduction) -> Value {
    let entered = client.post("/api/v1/productions", &json!(sample.production)).await;
    let production = entered.expect(201);
    let path = format!("/api/v1/productions/{}/targets", production["id"].as_str().unwrap());
    let targets = json!({ "targets": sample.daily_targets });
    client.put(&path, &targets).await.expect(200);
    production
}
