//! Where the figures of a sheet stand, by its heading.

use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::headings::{Heading, Meaning, Of, Role, State, is_check_word, normalised};

use super::Headings;
use super::groups::{Group, What};
use crate::limits::Limits;
use crate::rows::cell::CellValue;
use crate::rows::columns::TooManyColumns;
use crate::rows::log::SheetLog;
use crate::rows::row::Row;

/// Where the total of paid seats comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PaidSource {
    /// Its own columns.
    Own,
    /// All agencies together.
    Agencies,
}

/// The columns of a sheet with a heading. Slots are places in the buffer of a row.
#[derive(Debug)]
pub(crate) struct HeadedColumns {
    pub(crate) heading: Heading,
    /// The place in the heading of the column of each slot; `None` for columns without a label.
    places: Vec<Option<usize>>,
    /// The column of each slot.
    columns: Vec<u32>,
    pub(super) number: Option<usize>,
    pub(super) date: usize,
    pub(super) weekday: Option<usize>,
    pub(crate) time: Option<usize>,
    pub(crate) roles: Vec<usize>,
    pub(crate) remark: Option<usize>,
    /// The first column of figures.
    first_figure: u32,
    /// Slots of seats and won, with their places in the heading.
    sums: Vec<(usize, usize)>,
    pub(super) paid: Option<Group>,
    pub(super) complimentary: Option<Group>,
    pub(super) all: Option<Group>,
    pub(super) agencies: Vec<Group>,
    pub(super) source: PaidSource,
    /// Slots of columns that nobody knows.
    pub(super) unknown: Vec<usize>,
    /// Slots of columns with the same meaning: the one that counts, the other one.
    pub(super) same: Vec<(usize, usize)>,
}

const PAID_LABEL: &str = "유료 계";
const COMPLIMENTARY_LABEL: &str = "초대";
const TIME_LABEL: &str = "시간";
/// Most roles and agencies of a sheet.
const MAX_ROLES: usize = 500;
const MAX_AGENCIES: usize = 200;

impl HeadedColumns {
    /// The columns of a heading, and whether its rows can be read: what is missing or added up has been noted.
    pub(crate) fn new(
        heading: Heading,
        headings: &Headings<'_>,
        limits: &Limits,
        log: &mut SheetLog<'_>,
    ) -> Result<(Self, bool), TooManyColumns> {
        check_limits(&heading, limits)?;
        let figure = heading.columns.iter().find(|column| column.meaning.is_figure());
        let first_figure = figure.map_or(u32::MAX, |column| column.column);
        let (columns, places) = slots(&heading, first_figure);
        let mut headed = Self {
            number: None,
            date: 0,
            weekday: None,
            time: None,
            roles: Vec::new(),
            remark: None,
            first_figure,
            sums: Vec::new(),
            paid: None,
            complimentary: None,
            all: None,
            agencies: Vec::new(),
            source: PaidSource::Own,
            unknown: Vec::new(),
            same: Vec::new(),
            heading,
            places,
            columns,
        };
        headed.fill();
        let sums = headed.placed().filter(|(slot, _)| headed.is_sum(*slot)).collect();
        headed.sums = sums;
        let is_usable = headed.find_source(headings, log);
        Ok((headed, is_usable))
    }

    /// The column of each slot, from left to right.
    pub(crate) fn slots(&self) -> &[u32] {
        &self.columns
    }

    /// The slot of the date.
    pub(crate) fn date(&self) -> usize {
        self.date
    }

    /// Whether a slot holds seats, won or a share.
    pub(crate) fn is_figure(&self, slot: usize) -> bool {
        self.meaning(slot).is_some_and(Meaning::is_figure)
    }

    /// Whether a slot holds seats or won.
    pub(super) fn is_sum(&self, slot: usize) -> bool {
        self.meaning(slot).is_some_and(Meaning::is_sum)
    }

    pub(super) fn meaning(&self, slot: usize) -> Option<&Meaning> {
        self.places[slot].map(|place| &self.heading.columns[place].meaning)
    }

    /// The label of a slot, and its cell.
    pub(super) fn label(&self, slot: usize) -> (&str, CellAddress) {
        let column = self.places[slot].map(|place| &self.heading.columns[place]);
        let column = column.expect("only columns with a label are told by it");
        let label = column.lower.as_deref().or(column.upper.as_deref()).unwrap_or_default();
        (label, column.label_cell)
    }

    /// What the actor in a slot plays.
    pub(crate) fn role(&self, slot: usize) -> Option<&str> {
        match self.meaning(slot) {
            Some(Meaning::Role(role)) => Some(role),
            _ => None,
        }
    }

    /// Slots with their places in the heading.
    pub(super) fn placed(&self) -> impl Iterator<Item = (usize, usize)> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(slot, place)| place.map(|place| (slot, place)))
    }

    /// The slots of seats and won, from left to right, with their places in the heading.
    pub(super) fn sums(&self) -> &[(usize, usize)] {
        &self.sums
    }

    /// Whether a row has a word for totals left of all figures.
    pub(super) fn is_check_row(&self, row: &Row<'_>) -> bool {
        let left = (0..self.columns.len()).take_while(|slot| self.columns[*slot] < self.first_figure);
        left.into_iter().any(|slot| match row.cells.get(slot) {
            CellValue::Text(text) => {
                text.len() < MAX_CHECK_BYTES && may_be_check_word(text) && is_check_word(&normalised(text))
            }
            _ => false,
        })
    }

    /// Whether a row has anything in the columns of number, date, seats and won.
    pub(super) fn is_filled(&self, row: &Row<'_>) -> bool {
        (0..self.columns.len()).any(|slot| {
            let counts = Some(slot) == self.number || slot == self.date || self.is_sum(slot);
            counts && row.cells.get(slot) != CellValue::Blank
        })
    }

    /// All groups of figures.
    pub(super) fn groups(&self) -> impl Iterator<Item = &Group> {
        let total = self.paid.iter().chain(&self.complimentary).chain(&self.all);
        total.chain(&self.agencies)
    }

    fn fill(&mut self) {
        let uppers_with_unknown: Vec<Option<String>> = self
            .heading
            .columns
            .iter()
            .filter(|column| column.meaning == Meaning::Unknown { within_group: true })
            .map(|column| column.upper.as_deref().map(normalised))
            .collect();
        for slot in 0..self.places.len() {
            let Some(place) = self.places[slot] else { continue };
            let column = &self.heading.columns[place];
            if let Some(left) = column.same_as {
                let left = self.places.iter().position(|place| *place == Some(left));
                self.same.extend(left.map(|left| (left, slot)));
                continue;
            }
            let meaning = column.meaning.clone();
            let has_unknown = || uppers_with_unknown.contains(&column.upper.as_deref().map(normalised));
            match meaning {
                Meaning::Number => self.number = Some(slot),
                Meaning::Date => self.date = slot,
                Meaning::Weekday => self.weekday = Some(slot),
                Meaning::Time => self.time = Some(slot),
                Meaning::Role(_) => self.roles.push(slot),
                Meaning::Unknown { .. } => self.unknown.push(slot),
                Meaning::Remark => self.remark = Some(slot),
                Meaning::Ignored => {}
                Meaning::Seats(of, state, grade) => {
                    let has_unknown = has_unknown();
                    let group = self.group(of);
                    group.slots_mut(state).has_unknown |= has_unknown;
                    match grade {
                        Some(grade) => group.add_grade(state, grade, slot),
                        None => group.slots_mut(state).count = Some(slot),
                    }
                }
                Meaning::Won(of, state) => self.group(of).slots_mut(state).won = Some(slot),
                Meaning::Share(of, state) => self.group(of).slots_mut(state).share = Some(slot),
            }
        }
    }

    fn group(&mut self, of: Of) -> &mut Group {
        match of {
            Of::Paid => self.paid.get_or_insert_with(|| Group::new(of)),
            Of::Complimentary => self.complimentary.get_or_insert_with(|| Group::new(of)),
            Of::All => self.all.get_or_insert_with(|| Group::new(of)),
            Of::Agency(_) => {
                let found = self.agencies.iter().position(|group| group.of == of);
                let place = found.unwrap_or_else(|| {
                    self.agencies.push(Group::new(of));
                    self.agencies.len() - 1
                });
                &mut self.agencies[place]
            }
        }
    }

    /// Decides where totals come from, and notes what is missing; `false` when the rows cannot be read.
    fn find_source(&mut self, headings: &Headings<'_>, log: &mut SheetLog<'_>) -> bool {
        let is_days = headings.role == Role::Days;
        let needs_won = is_days || headings.is_stage;
        let tells = |group: &Group| group.tells(What::Count) && (!needs_won || group.tells(What::Won));
        let waits = |group: &Group| group.has(State::Pending) || group.has(State::Booked);
        let is_own = self.paid.as_ref().is_some_and(|paid| {
            let is_deposited_alone = !waits(paid);
            tells(paid) && !(is_deposited_alone && self.agencies.iter().any(waits))
        });
        let are_agencies = !self.agencies.is_empty() && self.agencies.iter().all(tells);
        let mut is_missing = false;
        if is_own {
            self.source = PaidSource::Own;
        } else if are_agencies {
            self.source = PaidSource::Agencies;
            log.sheet(DiagnosticCode::TotalMissing, Some(PAID_LABEL));
        } else {
            log.sheet(DiagnosticCode::MissingColumn, Some(PAID_LABEL));
            is_missing = true;
        }
        let counts_complimentary = self
            .complimentary
            .as_ref()
            .is_some_and(|group| group.tells(What::Count));
        if !counts_complimentary && (!is_days || !headings.is_stage) {
            log.sheet(DiagnosticCode::TotalMissing, Some(COMPLIMENTARY_LABEL));
        }
        if !is_days && self.time.is_none() && (headings.is_stage || headings.house.concert_time.is_none()) {
            log.sheet(DiagnosticCode::MissingColumn, Some(TIME_LABEL));
            is_missing = true;
        }
        if !is_days && headings.is_stage && headings.house.seats.is_none() && !self.tells_shares() {
            log.sheet(DiagnosticCode::CapacityUnknown, None);
        }
        !is_missing
    }

    /// Whether the booked and the complimentary seats have their shares.
    fn tells_shares(&self) -> bool {
        let share = |group: &Option<Group>, state| group.as_ref().and_then(|group| group.slots(state).share);
        let has = |state| share(&self.paid, state).is_some();
        let is_booked = has(State::Booked) || has(State::Deposited) && has(State::Pending);
        is_booked && share(&self.complimentary, State::Booked).is_some()
    }
}

/// Longer texts are no words for totals.
const MAX_CHECK_BYTES: usize = 200;

/// Whether a text may end as words for totals do. Most texts are names, which this tells without normalising them.
fn may_be_check_word(text: &str) -> bool {
    match text.trim_end().chars().next_back() {
        None => false,
        Some(last) if last.is_ascii_graphic() => last.eq_ignore_ascii_case(&'l'),
        Some('가'..='힣') => text.trim_end().ends_with('계'),
        // What normalising makes something else of, or nothing.
        Some(_) => true,
    }
}

/// Each column with a label, and each left of all figures: the columns, and their places in the heading.
fn slots(heading: &Heading, first_figure: u32) -> (Vec<u32>, Vec<Option<usize>>) {
    let mut slots: Vec<(u32, Option<usize>)> = heading
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| (column.column, Some(place)))
        .collect();
    let is_labelled = |column: u32| heading.columns.iter().any(|other| other.column == column);
    let last = heading.columns.last().map_or(0, |column| column.column + 1);
    let left = (0..first_figure.min(last)).filter(|column| !is_labelled(*column));
    slots.extend(left.map(|column| (column, None)));
    slots.sort_unstable();
    slots.into_iter().unzip()
}

fn check_limits(heading: &Heading, limits: &Limits) -> Result<(), TooManyColumns> {
    let mut grades = Vec::new();
    let mut roles = 0;
    for column in &heading.columns {
        match &column.meaning {
            Meaning::Seats(_, _, Some(grade)) if !grades.contains(&grade) => grades.push(grade),
            Meaning::Role(_) => roles += 1,
            _ => {}
        }
        let limit = if grades.len() > limits.grade_columns {
            format!("> {} grade columns", limits.grade_columns)
        } else if roles > MAX_ROLES {
            format!("> {MAX_ROLES} cast columns")
        } else {
            continue;
        };
        return Err(TooManyColumns {
            cell: column.label_cell,
            limit,
        });
    }
    match heading.agencies.get(MAX_AGENCIES) {
        Some(agency) => Err(TooManyColumns {
            cell: agency.label_cell,
            limit: format!("> {MAX_AGENCIES} agencies"),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_for_totals_is_passed_over() {
        for word in [
            "합계",
            "공연 계 ",
            "TOTAL",
            "9월소계\u{A0}",
            "누계\u{200B}",
            "ＴＯＴＡＬ",
            "\u{1112}\u{1161}\u{11B8}\u{1100}\u{1168}",
        ] {
            assert!(is_check_word(&normalised(word)), "{word:?}");
            assert!(may_be_check_word(word), "{word:?}");
        }
        for word in ["김지유", "1회", "19:30", "합계.", "  ", ""] {
            assert!(!is_check_word(&normalised(word)), "{word:?}");
            assert!(!may_be_check_word(word), "{word:?}");
        }
    }
}
