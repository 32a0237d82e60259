//! Workbooks with a report on buyers.

use domain::headings::Role;

use super::{Collected, Labelled};
use crate::layout::Choice;
use crate::rows::{Bounds, BuyersReader, SheetLog};
use crate::workbook::{Unreadable, Workbook};

impl Collected<'_> {
    /// Reads the report of a workbook, and nothing else.
    pub(super) fn read_buyers(&mut self, mut workbook: Workbook, names: &[String]) -> Result<(), Unreadable> {
        // Nothing of it has to be recognised.
        self.labelled = Some(Labelled::default());
        self.note_other_kinds(&workbook, names, &[Role::Days, Role::Performances]);
        let choice = self.layout.choose_by(Role::Report, names, &self.context.house.layouts);
        let place = match choice {
            Choice::One(place) => Some(place),
            Choice::Several(places) => {
                self.note_ambiguous(&workbook, &places);
                return Ok(());
            }
            Choice::None => None,
        };
        // Of a workbook with markers only the sheets of sales are opened.
        let found = place.and_then(|place| Some((place, workbook.number(place)?)));
        let report = self.layout.sheet(Role::Report);
        let Some((place, number)) = found else {
            self.note_missing(report);
            return Ok(());
        };
        let name = workbook.names()[place].clone();
        let bounds = Bounds {
            limits: self.limits,
            deadline: self.deadline,
            kept_bytes: self.kept_bytes,
        };
        let log = SheetLog::new(&mut self.log, report.number, &name);
        let mut reader = BuyersReader::new(bounds, log);
        workbook.read_numbered(number, &mut reader)?;
        let end = reader.finish();
        self.formulas = end.formulas;
        self.snapshot.breakdowns = end.breakdowns;
        self.note_uncalculated(&workbook);
        Ok(())
    }
}
