use chrono::NaiveDate;
use domain::reports::upload_coverage::Row;
use serde::Serialize;
use utoipa::ToSchema;

use super::ProductionHead;
use crate::views::dates;

/// One day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoverageDay {
    /// As a record date (기준일).
    #[serde(serialize_with = "dates::day")]
    day: NaiveDate,
    /// Whether there is a live upload.
    uploaded: bool,
    /// Name of its file, of a CSV pair the first.
    #[schema(example = "20261119_MU2611_봄밤의 왈츠.xlsx")]
    file_name: Option<String>,
}

/// Days of one production.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UploadCoverageItem {
    #[serde(flatten)]
    production: ProductionHead,
    /// Each day, in order of time.
    coverage: Vec<CoverageDay>,
}

impl From<Row> for UploadCoverageItem {
    fn from(row: Row) -> Self {
        let day = |(day, file_name): (NaiveDate, Option<String>)| CoverageDay {
            day,
            uploaded: file_name.is_some(),
            file_name,
        };
        Self {
            production: row.production.into(),
            coverage: row.coverage.into_iter().map(day).collect(),
        }
    }
}

/// For which days there are uploads.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadCoverageReport {
    /// Name of the report.
    #[schema(example = "upload-coverage")]
    report: &'static str,
    /// The last day.
    as_of: NaiveDate,
    /// Number of days.
    #[schema(minimum = 1, maximum = 400)]
    days: u32,
    /// By production code.
    items: Vec<UploadCoverageItem>,
}

impl UploadCoverageReport {
    pub(crate) fn new(as_of: NaiveDate, days: u32, rows: Vec<Row>) -> Self {
        Self {
            report: "upload-coverage",
            as_of,
            days,
            items: rows.into_iter().map(UploadCoverageItem::from).collect(),
        }
    }
}
