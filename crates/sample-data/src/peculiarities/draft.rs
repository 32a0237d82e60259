//! A workbook in the making: its sheets, what it says, and what must be found.

use std::collections::BTreeSet;

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::expected::{Finding, Spot};
use super::file::Dress;
use super::good::Good;
use super::plan::{Kind, Plan, SheetPlan};
use crate::workbook::{Address, Cell, Sheet};

/// Which of the two sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Daily,
    Performances,
}

/// One sheet.
#[derive(Debug, Clone)]
pub(super) struct SheetDraft {
    pub(super) sheet: Sheet,
    /// As the layout has it.
    pub(super) name: &'static str,
    pub(super) columns: Vec<(Kind, u32)>,
    pub(super) marker_row: u32,
    /// Of the data rows.
    pub(super) rows: Vec<u32>,
    /// Empty rows below the markers.
    pub(super) spare: Vec<u32>,
    /// Whether the reader can say nothing about its rows.
    pub(super) is_dead: bool,
}

impl SheetDraft {
    pub(super) fn column(&self, kind: Kind) -> Option<u32> {
        self.columns
            .iter()
            .find(|(known, _)| *known == kind)
            .map(|(_, column)| *column)
    }

    pub(super) fn at(&self, kind: Kind, row: u32) -> Address {
        Address::new(row, self.column(kind).expect("a column of the sheet"))
    }
}

/// What became of a data row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Good,
    /// It has an error.
    Broken,
    /// It is left out.
    Lost,
}

/// A workbook in the making.
pub(super) struct Draft {
    pub(super) good: Good,
    daily: SheetDraft,
    performances: SheetDraft,
    fates: [Vec<Fate>; 2],
    pub(super) dress: Dress,
    pub(super) required: Vec<Finding>,
    pub(super) allowed: Vec<Finding>,
    /// What was done, for whoever looks at a failing case.
    pub(super) story: Vec<String>,
    claimed: BTreeSet<(Side, u32, u32)>,
    /// Whether each formula that matters has come to something; `None` where that can be argued about.
    pub(super) formulas: Vec<Option<bool>>,
    /// Rows of sale days after the record date that hold figures.
    pub(super) later_rows: Vec<u32>,
    /// Whether the daily sheet has templates of days to come.
    pub(super) has_templates: bool,
}

impl Draft {
    pub(super) fn of(plan: Plan, dress: Dress) -> Self {
        let fates = [plan.good.daily.len(), plan.good.performances.len()].map(|rows| vec![Fate::Good; rows]);
        let daily = plan.daily.sheet(&plan.good, Side::Daily);
        let performances = plan.performances.sheet(&plan.good, Side::Performances);
        let mut draft = Self {
            good: plan.good,
            daily,
            performances,
            fates,
            dress,
            required: Vec::new(),
            allowed: Vec::new(),
            story: plan.story,
            claimed: BTreeSet::new(),
            formulas: Vec::new(),
            later_rows: Vec::new(),
            has_templates: false,
        };
        for (side, plan) in [(Side::Daily, &plan.daily), (Side::Performances, &plan.performances)] {
            draft.expect_of_structure(side, plan);
        }
        draft
    }

    fn expect_of_structure(&mut self, side: Side, plan: &SheetPlan) {
        let name = self.side(side).name;
        if plan.is_missing {
            self.side_mut(side).is_dead = true;
            self.require(&["missing_sheet"], Spot::Sheet(name));
            return;
        }
        if plan.unmarked.is_some() {
            // Without its date a sheet says nothing, and without another figure little.
            self.require(&["missing_marker"], Spot::Sheet(name));
            self.side_mut(side).is_dead = true;
        }
        if 20 <= plan.marker_row {
            self.require(&["missing_marker"], Spot::Sheet(name));
            self.side_mut(side).is_dead = true;
        }
        if let Some(column) = plan.doubled_at {
            let first = self
                .side(side)
                .columns
                .iter()
                .find(|(kind, _)| Some(*kind) == plan.doubled);
            let (row, first) = (self.side(side).marker_row, first.expect("a column").1);
            let cells = [first, column].map(|column| Address::new(row, column));
            self.require(&["duplicate_marker"], Spot::cells(name, &cells));
            self.fates[side as usize].fill(Fate::Broken);
        }
        if plan.has_no_rows {
            self.fates[side as usize].fill(Fate::Lost);
        }
    }

    pub(super) fn side(&self, side: Side) -> &SheetDraft {
        match side {
            Side::Daily => &self.daily,
            Side::Performances => &self.performances,
        }
    }

    pub(super) fn side_mut(&mut self, side: Side) -> &mut SheetDraft {
        match side {
            Side::Daily => &mut self.daily,
            Side::Performances => &mut self.performances,
        }
    }

    pub(super) fn fate(&self, side: Side, index: usize) -> Fate {
        self.fates[side as usize][index]
    }

    pub(super) fn break_row(&mut self, side: Side, index: usize) {
        self.fates[side as usize][index] = Fate::Broken;
    }

    pub(super) fn lose_row(&mut self, side: Side, index: usize) {
        self.fates[side as usize][index] = Fate::Lost;
    }

    /// A number of rows that are there on this side.
    pub(super) fn row_count(&self, side: Side) -> usize {
        self.side(side).rows.len()
    }

    pub(super) fn require(&mut self, codes: &[&'static str], spot: Spot) {
        self.required.push(Finding::new(codes, spot));
    }

    pub(super) fn allow(&mut self, codes: &[&'static str], spot: Spot) {
        self.allowed.push(Finding::new(codes, spot));
    }

    pub(super) fn tell(&mut self, side: Side, at: Address, what: &str) {
        let name = self.side(side).name;
        self.story.push(format!("{name}!{at}: {what}"));
    }

    /// Puts a value into a cell and notes so.
    pub(super) fn put(&mut self, side: Side, at: Address, cell: Cell) {
        self.tell(side, at, &format!("{cell:?}"));
        if let Cell::Formula { cached, .. } = &cell {
            let draft = self.side(side);
            let is_data = draft.rows.contains(&at.row)
                && draft
                    .columns
                    .iter()
                    .any(|(kind, column)| kind.is_marked() && *column == at.column);
            if is_data || draft.column(Kind::Date) == Some(at.column) {
                self.formulas.push(match &**cached {
                    Cell::Empty => Some(false),
                    Cell::Number(number) | Cell::Percent(number) => Some(*number != 0.0),
                    Cell::Date(_) | Cell::Time(_) | Cell::DateTime(_) => Some(true),
                    _ => None,
                });
            }
        }
        if matches!(cell, Cell::Error(_)) {
            // The writer library makes a formula of it.
            self.formulas.push(None);
        }
        self.side_mut(side).sheet.set(at, cell);
    }

    pub(super) fn spot(&self, side: Side, at: Address) -> Spot {
        Spot::cells(self.side(side).name, &[at])
    }

    /// Takes a cell for one peculiarity; `None` when another has it.
    pub(super) fn claim(&mut self, side: Side, at: Address) -> Option<()> {
        self.claimed.insert((side, at.row, at.column)).then_some(())
    }

    /// Takes a whole row, of which no cell may be taken.
    pub(super) fn claim_row(&mut self, side: Side, row: u32) -> Option<()> {
        let taken = self
            .claimed
            .range((side, row, 0)..=(side, row, u32::MAX))
            .next()
            .is_some();
        if taken {
            return None;
        }
        let columns: Vec<u32> = (0..=self.side(side).sheet.size().1 + 1).collect();
        self.claimed
            .extend(columns.into_iter().map(|column| (side, row, column)));
        Some(())
    }

    /// Any of the sheets that can be read.
    pub(super) fn any_side(&self, rng: &mut ChaCha8Rng) -> Option<Side> {
        let side = if rng.random_bool(0.5) {
            Side::Daily
        } else {
            Side::Performances
        };
        (!self.side(side).is_dead).then_some(side)
    }

    /// Any data row of a sheet: its index and its row.
    pub(super) fn any_row(&self, rng: &mut ChaCha8Rng, side: Side) -> Option<(usize, u32)> {
        let rows = &self.side(side).rows;
        if rows.is_empty() || self.side(side).is_dead {
            return None;
        }
        let index = rng.random_range(0..rows.len());
        Some((index, rows[index]))
    }

    /// Any figure of a data row that `wanted` takes, claimed.
    pub(super) fn any_figure(
        &mut self,
        rng: &mut ChaCha8Rng,
        wanted: impl Fn(Side, Kind) -> bool,
    ) -> Option<(Side, usize, Kind, Address)> {
        let side = self.any_side(rng)?;
        let (index, row) = self.any_row(rng, side)?;
        let kinds: Vec<Kind> = self
            .side(side)
            .columns
            .iter()
            .map(|(kind, _)| *kind)
            .filter(|kind| wanted(side, *kind))
            .collect();
        let kind = *kinds.choose(rng)?;
        let at = self.side(side).at(kind, row);
        if self.fate(side, index) != Fate::Good {
            return None;
        }
        self.claim(side, at)?;
        Some((side, index, kind, at))
    }

    /// Any empty row below the markers, claimed.
    pub(super) fn any_spare(&mut self, rng: &mut ChaCha8Rng, side: Side) -> Option<u32> {
        if self.side(side).is_dead {
            return None;
        }
        let row = *self.side(side).spare.choose(rng)?;
        self.claim_row(side, row)?;
        Some(row)
    }

    /// A whole figure of a row as the workbook says it.
    pub(super) fn figure(&mut self, side: Side, index: usize, kind: Kind) -> &mut i64 {
        let code = |grade: usize| self.good.grades[grade].1;
        match side {
            Side::Daily => {
                let row = &mut self.good.daily[index];
                match kind {
                    Kind::Total => &mut row.seats,
                    Kind::Revenue => &mut row.revenue_krw,
                    Kind::InvitedTotal => &mut row.complimentary_seats,
                    Kind::Grade(grade) => row.seats_by_grade.get_mut(code(grade)).expect("a grade"),
                    other => panic!("{other:?} is no figure of a day"),
                }
            }
            Side::Performances => {
                let row = &mut self.good.performances[index];
                match kind {
                    Kind::Total => &mut row.paid_seats,
                    Kind::Revenue => row.revenue_krw.as_mut().expect("a play"),
                    Kind::InvitedTotal => &mut row.complimentary_seats,
                    Kind::Grade(grade) => row.paid_seats_by_grade.get_mut(code(grade)).expect("a grade"),
                    Kind::InvitedGrade(grade) => {
                        row.complimentary_seats_by_grade.get_mut(code(grade)).expect("a grade")
                    }
                    other => panic!("{other:?} is no figure of a performance"),
                }
            }
        }
    }

    /// A share of a performance as the workbook says it.
    pub(super) fn share(&mut self, index: usize, share: usize) -> &mut f64 {
        let row = &mut self.good.performances[index];
        let shares = [
            &mut row.deposit_share,
            &mut row.paid_share,
            &mut row.complimentary_share,
        ];
        let [deposit, paid, free] = shares;
        match share {
            0 => deposit.as_mut(),
            1 => paid.as_mut(),
            _ => free.as_mut(),
        }
        .expect("a play")
    }
}

/// Codes that stop a workbook, as far as they are required here.
pub(super) const ERRORS: [&str; 15] = [
    "missing_sheet",
    "missing_marker",
    "duplicate_marker",
    "not_a_date",
    "error_cell",
    "formula_without_value",
    "merged_figure",
    "not_a_number",
    "not_a_time",
    "missing_time",
    "negative_seats",
    "duplicate_sale_day",
    "duplicate_performance",
    "too_large",
    "not_a_workbook",
];

impl Draft {
    /// Whether an error is required.
    pub(super) fn has_errors(&self) -> bool {
        let mut findings = self.required.iter().chain(&self.allowed);
        findings.any(|finding| finding.codes.iter().any(|code| ERRORS.contains(code)))
    }
}
