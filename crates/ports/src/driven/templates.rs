use async_trait::async_trait;
use chrono::NaiveDate;
use domain::calendar::DateRange;
use domain::production::ProductionDetails;

/// Writes blank workbooks.
#[cfg_attr(feature = "mocks", mockall::automock)]
#[async_trait]
pub trait TemplateWriter: Send + Sync {
    /// The bytes of a blank workbook of a production, made on the day `today`: a row for each of the days `sale`. Filled
    /// in, it must be read without findings.
    async fn write(&self, details: ProductionDetails, sale: DateRange, today: NaiveDate) -> Vec<u8>;
}
