//! The marked twin of a labelled workbook: the same cells, and a row of markers.

use super::super::sample::SampleProduction;
use super::columns::{Column, Group, State};
use super::{LabelledWorkbook, Placed};
use crate::workbook::{Sheet, Workbook};

/// The row of the markers, in place of a title.
const MARKER_ROW: u32 = 1;

impl SampleProduction {
    /// A labelled workbook of a play with a row of markers above its headings, so that it is read by these. But for that row
    /// it has the same cells. The shares need [`super::PaidStates::DepositedAndBooked`], else a marker is missing.
    pub fn with_markers(&self, labelled: &LabelledWorkbook) -> Workbook {
        let mut workbook = labelled.workbook.clone();
        let sheets = [(Some(&labelled.performances), false), (labelled.days.as_ref(), true)];
        for (placed, is_days) in sheets {
            if let Some(placed) = placed {
                self.mark(workbook.sheet_mut(&placed.sheet), placed, is_days);
            }
        }
        workbook
    }

    fn mark(&self, sheet: &mut Sheet, placed: &Placed, is_days: bool) {
        let titles: Vec<u32> = sheet.row(MARKER_ROW).map(|(column, _)| column).collect();
        for column in titles {
            sheet.clear((MARKER_ROW, column));
        }
        for (at, column) in &placed.columns {
            if let Some(marker) = self.marker(*column, is_days) {
                sheet.set((MARKER_ROW, *at), marker);
            }
        }
    }

    fn marker(&self, column: Column, is_days: bool) -> Option<String> {
        let grade = |grade: Option<usize>| grade.map_or("tot", |grade| self.ledger.grades[grade].grade.marker.as_str());
        let paid = if is_days { "dash_seat_deposit" } else { "dash_seat_paid" };
        let marker = match column {
            Column::Day => "dash_date".to_owned(),
            Column::Time => "dash_time".to_owned(),
            Column::Role(role) => format!("dash_cast_{}", role + 1),
            Column::Seats(Group::Paid, State::Booked, of) => format!("{paid}_{}", grade(of)),
            Column::Won(Group::Paid, State::Booked) => format!("{paid}_sales"),
            Column::Seats(Group::Complimentary, _, of) => format!("dash_seat_invite_{}", grade(of)),
            Column::Share(Group::Paid, State::Deposited) => "dash_share_deposit".to_owned(),
            Column::Share(Group::Paid, State::Booked) => "dash_share_paid".to_owned(),
            Column::Share(Group::Complimentary, _) => "dash_share_free".to_owned(),
            _ => return None,
        };
        Some(marker)
    }
}
