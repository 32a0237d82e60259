//! Workbooks as people keep them: headings in place of markers, with agencies and states of payment.

mod books;
mod columns;
mod knobs;
mod sheets;
mod twin;
mod writing;

use chrono::NaiveDate;

pub use self::books::{AgencyDay, AgencyPerformance, LabelledDay, LabelledPerformance, LabelledTruth};
pub use self::columns::{Column, Group, State};
pub use self::knobs::{AgencyStates, Knobs, Labels, PaidStates, Totals};
pub(super) use self::sheets::with_separators;
pub use self::writing::Placed;

use super::sample::SampleProduction;
use crate::workbook::{Sheet, Workbook};

/// A workbook without markers, what a server must make of it, and where its columns and rows stand.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledWorkbook {
    /// The workbook.
    pub workbook: Workbook,
    /// What a server must make of it.
    pub truth: LabelledTruth,
    /// The sheet of performances.
    pub performances: Placed,
    /// The sheet of sale days, unless there is none.
    pub days: Option<Placed>,
}

/// What people call the agencies of all labelled workbooks, by number. The last one is known to nobody.
pub const AGENCIES: [&str; 5] = ["인터파크", "예스24", "멜론티켓", "티켓링크", "별빛 티켓"];

impl SampleProduction {
    /// The sales of [`SampleProduction::workbook`] as people write them down for themselves.
    pub fn labelled(&self, record_date: NaiveDate, knobs: &Knobs) -> LabelledWorkbook {
        let truth = LabelledTruth::of(&self.ledger, record_date, knobs);
        let title = &self.production.name;
        let (performance_sheet, performances) = sheets::performances(&self.ledger, &truth, title, knobs);
        let mut workbook = Workbook::new(self.file_name(record_date)).with_sheet(performance_sheet);
        // A concert's workbook always has them.
        let days = (knobs.days || !self.ledger.is_stage).then(|| {
            let (sheet, placed) = sheets::days(&self.ledger, &truth, title, knobs);
            workbook.sheets.insert(0, sheet);
            placed
        });
        if knobs.run_totals && self.ledger.is_stage {
            workbook.sheets.push(run_totals());
        }
        LabelledWorkbook {
            workbook,
            truth,
            performances,
            days,
        }
    }
}

/// Totals of the run per grade, which have no place in a snapshot of a play.
fn run_totals() -> Sheet {
    let mut sheet = Sheet::new("Seat details");
    for (column, label) in (0..).zip(["No.", "Date", "R", "S", "Tot"]) {
        sheet.set((1, column), label);
        sheet.set((2, column), 999);
    }
    sheet.set((2, 0), "TOTAL");
    sheet
}
