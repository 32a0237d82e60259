//! Workbooks without markers.

use std::collections::BTreeSet;

use domain::agency::AgencyCode;
use domain::diagnostics::{Diagnostic, DiagnosticCode, Place};
use domain::headings::{NamedAgency, RecognisedSheet, Role};
use domain::sales::{AgencyFacts, Facts, SaleTotals};

use super::Collected;
use crate::layout::{Choice, Layout, SheetLayout};
use crate::rows::{Bounds, HeadedSums, Headings, Notation, RowRules, SheetEnd, SheetLog, SheetReader};
use crate::workbook::{Unreadable, Workbook, comparable};

/// What a workbook without markers says besides its snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Labelled {
    /// The sheets whose heading was found, that of the days first.
    pub(crate) recognised: Vec<RecognisedSheet>,
    /// Whether there is a sheet of sale days.
    pub(crate) has_sale_days: bool,
    agencies: Vec<AgencyFacts>,
    deposits: domain::sales::DepositFacts,
    numbers: i64,
}

impl Labelled {
    /// Puts what it knows into the sums of the snapshot.
    pub(crate) fn complete(&self, facts: &mut Facts) {
        if !self.has_sale_days {
            facts.daily = None;
        }
        facts.agencies.clone_from(&self.agencies);
        facts.performances.deposits = self.deposits;
        facts.performances.numbers = self.numbers;
    }
}

/// A sheet that is read: its role, its place among all, and the number under which it is read.
struct ChosenSheet {
    role: Role,
    place: usize,
    number: usize,
}

/// Sums of the agencies of both sheets.
#[derive(Default)]
struct Agencies {
    named: Vec<(Role, NamedAgency)>,
    days: std::collections::BTreeMap<AgencyCode, SaleTotals>,
    performances: HeadedSums,
}

impl Collected<'_> {
    /// The normalised names that layouts give to sheets.
    pub(super) fn named_sheets(&self) -> Vec<String> {
        let layouts = self.context.house.layouts.iter();
        let names = layouts.flat_map(|layout| [Role::Days, Role::Performances].map(|role| layout.sheet(role)));
        names.flatten().map(str::to_owned).collect()
    }

    /// Reads a workbook by its headings.
    pub(super) fn read_labelled(&mut self, mut workbook: Workbook) -> Result<(), Unreadable> {
        let names: Vec<String> = workbook.names().iter().map(|name| comparable(name)).collect();
        if self.context.category.is_none() {
            self.layout = Layout::of_labelled(&names);
        }
        let mut chosen = Vec::new();
        let mut is_certain = true;
        for role in [Role::Days, Role::Performances] {
            is_certain &= self.choose(role, &names, &workbook, &mut chosen);
        }
        // As they come.
        chosen.sort_by_key(|sheet| sheet.number);
        let mut labelled = Labelled::default();
        let mut agencies = Agencies::default();
        let notation = Notation::Cells(workbook.date_system());
        let mut is_complete = is_certain;
        for sheet in chosen {
            let name = workbook.names()[sheet.place].clone();
            let recognised = match sheet.role {
                Role::Days => {
                    let end = self.read_headed(&mut workbook, &sheet, &name, notation, Self::daily_rules)?;
                    labelled.has_sale_days = true;
                    is_complete &= end.is_read;
                    agencies.days = end.rules.agencies.clone();
                    let recognised = end.recognised.clone();
                    self.keep_daily(end);
                    recognised
                }
                Role::Performances => {
                    let mut end = self.read_headed(&mut workbook, &sheet, &name, notation, Self::performance_rules)?;
                    is_complete &= end.is_read;
                    agencies.performances = std::mem::take(&mut end.rules.headed);
                    let recognised = end.recognised.clone();
                    self.keep_performances(end);
                    recognised
                }
            };
            labelled.recognised.extend(recognised);
        }
        labelled.recognised.sort_by_key(|sheet| sheet.role);
        for sheet in &labelled.recognised {
            let of_sheet = sheet.heading.agencies.iter().cloned();
            agencies.named.extend(of_sheet.map(|agency| (sheet.role, agency)));
        }
        self.note_agencies(&agencies, &labelled.recognised, is_complete);
        labelled.agencies = agencies.facts();
        labelled.deposits = agencies.performances.deposits;
        labelled.numbers = agencies.performances.numbers;
        self.labelled = Some(labelled);
        self.note_uncalculated(&workbook);
        Ok(())
    }

    /// Chooses the sheet of a role; `false` when it is in doubt, or lacks.
    fn choose(&mut self, role: Role, names: &[String], workbook: &Workbook, chosen: &mut Vec<ChosenSheet>) -> bool {
        let mut choice = self.layout.choose(role, names, None);
        for layout in self.context.house.layouts.iter().rev() {
            if let Some(decided) = layout
                .sheet(role)
                .filter(|decided| names.iter().any(|name| name == decided))
            {
                choice = self.layout.choose(role, names, Some(decided));
            }
        }
        match choice {
            Choice::One(place) => {
                let number = workbook.number(place);
                chosen.extend(number.map(|number| ChosenSheet { role, place, number }));
                number.is_some()
            }
            Choice::Several(places) => {
                let names: Vec<&str> = places.iter().map(|place| workbook.names()[*place].as_str()).collect();
                self.note_file(DiagnosticCode::AmbiguousSheet, Some(&names.join(", ")));
                false
            }
            Choice::None if self.layout.requires(role) => {
                self.note_missing(self.layout.sheet(role));
                false
            }
            Choice::None => true,
        }
    }

    fn read_headed<R: RowRules>(
        &mut self,
        workbook: &mut Workbook,
        sheet: &ChosenSheet,
        name: &str,
        notation: Notation,
        rules: impl FnOnce(&Self) -> R,
    ) -> Result<SheetEnd<R>, Unreadable> {
        let rules = rules(self);
        let headings = Headings {
            role: sheet.role,
            is_stage: self.layout.is_stage(),
            record_date: self.context.record_date,
            house: &self.context.house,
        };
        let bounds = Bounds {
            limits: self.limits,
            deadline: self.deadline,
            kept_bytes: self.kept_bytes,
        };
        let number = self.layout.sheet(sheet.role).number;
        let log = SheetLog::new(&mut self.log, number, name);
        let mut reader = SheetReader::of_headings(headings, notation, rules, bounds, log);
        workbook.read_numbered(sheet.number, &mut reader)?;
        let end = reader.finish();
        self.end_sheet(end)
    }

    /// Notes agencies that nobody has seen before, and those that are gone.
    fn note_agencies(&mut self, agencies: &Agencies, sheets: &[RecognisedSheet], is_complete: bool) {
        let before = &self.context.previous_agencies;
        let mut told = BTreeSet::new();
        for (role, agency) in &agencies.named {
            let is_known = agency.is_known || before.iter().any(|(code, _)| *code == agency.code);
            let Some(sheet) = sheets.iter().find(|sheet| sheet.role == *role) else {
                continue;
            };
            if !is_known && told.insert(&agency.code) {
                let layout: &SheetLayout = self.layout.sheet(*role);
                let place = Place {
                    sheet: layout.number,
                    cell: Some(agency.label_cell),
                };
                let code = DiagnosticCode::NewAgency;
                let (name, cell) = (sheet.sheet.as_str(), agency.label_cell);
                self.log.note(place, code, || {
                    Diagnostic::of_cell(code, name, cell, Some(&agency.name))
                });
            }
        }
        let is_there = |code: &AgencyCode| agencies.named.iter().any(|(_, agency)| agency.code == *code);
        let gone: Vec<String> = before
            .iter()
            .filter(|(code, _)| is_complete && !is_there(code))
            .map(|(_, name)| name.clone())
            .collect();
        for name in gone {
            self.note_file(DiagnosticCode::AgencyMissing, Some(&name));
        }
    }
}

impl Agencies {
    fn facts(&self) -> Vec<AgencyFacts> {
        let codes: BTreeSet<&AgencyCode> = self.days.keys().chain(self.performances.agencies.keys()).collect();
        let name = |code: &AgencyCode| {
            let found = self.named.iter().find(|(_, agency)| agency.code == *code);
            found.map_or_else(|| code.code().to_owned(), |(_, agency)| agency.name.clone())
        };
        let facts = codes.into_iter().map(|code| AgencyFacts {
            agency: code.clone(),
            name: name(code),
            days: self.days.get(code).copied(),
            performances: self.performances.agencies.get(code).cloned(),
        });
        facts.collect()
    }
}
