//! For which days there are uploads.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::calendar::{DateRange, shift};

/// `upload-coverage` of so many days.
#[derive(Debug)]
pub struct UploadCoverage;

impl Report for UploadCoverage {
    const NAME: &'static str = "upload-coverage";
    const COVERS: Covers = Covers::All;
    type Parameters = u32;
    type Window = DateRange;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, days: &Self::Parameters) -> Self::Window {
        window(as_of, *days)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, days: &Self::Parameters) -> Self::Answer {
        let days = window(as_of, *days);
        figures.into_iter().map(|figures| row(figures, days)).collect()
    }
}

/// Live uploads of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// File names by record date; other days have no live upload.
    pub file_names: BTreeMap<NaiveDate, String>,
}

/// One production's days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Each day, in order of time, with the file name of its live upload.
    pub coverage: Vec<(NaiveDate, Option<String>)>,
}

/// So many days, at least one, up to `as_of`.
pub fn window(as_of: NaiveDate, days: u32) -> DateRange {
    DateRange::new(shift(as_of, 1 - i64::from(days.max(1))), as_of).expect("no day comes before those before it")
}

/// The row of one production over the days of `window`.
pub fn row(figures: Figures, window: DateRange) -> Row {
    let mut file_names = figures.file_names;
    Row {
        production: figures.production,
        coverage: window.days().map(|day| (day, file_names.remove(&day))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, production};
    use super::*;

    #[test]
    fn every_day_of_the_window_is_told() {
        let name = "20261118_MU2611_봄밤의 왈츠.xlsx".to_owned();
        let figures = Figures {
            production: production(Some("2026-11-18")),
            file_names: BTreeMap::from([(day("2026-11-18"), name.clone())]),
        };
        let window = window(day("2026-11-20"), 3);
        assert_eq!(
            row(figures, window).coverage,
            [
                (day("2026-11-18"), Some(name)),
                (day("2026-11-19"), None),
                (day("2026-11-20"), None),
            ]
        );
    }
}
