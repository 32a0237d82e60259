//! Reports on buyers, as people keep them: sections of lists side by side, each with headings of its own.

mod books;
mod knobs;
mod writing;

use chrono::NaiveDate;

pub use self::books::{BuyersClass, BuyersTruth};
pub use self::knobs::{BuyersKnobs, BuyersSection};
pub use self::writing::{PlacedClass, PlacedTotals};

use super::sample::SampleProduction;
use crate::workbook::{Address, Workbook};

/// A workbook with a report on buyers, what a server must make of it, and where its cells stand.
#[derive(Debug, Clone, PartialEq)]
pub struct BuyersWorkbook {
    /// The workbook; its only sheet is the report.
    pub workbook: Workbook,
    /// What a server must make of it.
    pub truth: BuyersTruth,
    /// The name of the sheet.
    pub sheet: String,
    /// Each class, in the order of [`BuyersTruth::classes`].
    pub classes: Vec<PlacedClass>,
    /// Each row of totals.
    pub totals: Vec<PlacedTotals>,
    /// Each title, as the sections come.
    pub titles: Vec<Address>,
}

impl SampleProduction {
    /// Who bought what [`SampleProduction::workbook`] says was sold.
    pub fn buyers(&self, record_date: NaiveDate, knobs: &BuyersKnobs) -> BuyersWorkbook {
        let truth = BuyersTruth::of(&self.ledger, &self.production.code, record_date, knobs);
        let written = writing::report(&truth, &self.production.name, knobs);
        let sheet = written.sheet.name.clone();
        let file_name = self.file_name(record_date).replace(".xlsx", " 판매리포트.xlsx");
        BuyersWorkbook {
            workbook: Workbook::new(file_name).with_sheet(written.sheet),
            truth,
            sheet,
            classes: written.classes,
            totals: written.totals,
            titles: written.titles,
        }
    }
}
