//! Workbooks without markers.

use std::collections::BTreeSet;

use domain::agency::AgencyCode;
use domain::diagnostics::{Diagnostic, DiagnosticCode, Place};
use domain::headings::{NamedAgency, RecognisedSheet, Role};

use super::Collected;
use crate::layout::{Choice, SheetLayout};
use crate::rows::{Bounds, Headings, Notation, RowRules, SheetEnd, SheetLog, SheetReader};
use crate::workbook::{Unreadable, Workbook};

/// What a workbook without markers says besides its snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Labelled {
    /// The sheets whose heading was found, that of the days first.
    pub(crate) recognised: Vec<RecognisedSheet>,
}

/// A sheet that is read: its role, its place among all, and the number under which it is read.
struct ChosenSheet {
    role: Role,
    place: usize,
    number: usize,
}

impl Collected<'_> {
    /// The normalised names that layouts give to sheets.
    pub(super) fn named_sheets(&self) -> Vec<String> {
        let layouts = self.context.house.layouts.iter();
        let names = layouts.flat_map(|layout| Role::ALL.map(|role| layout.sheet(role)));
        names.flatten().map(str::to_owned).collect()
    }

    /// Reads a workbook by its headings.
    pub(super) fn read_labelled(&mut self, mut workbook: Workbook, names: &[String]) -> Result<(), Unreadable> {
        let mut chosen = Vec::new();
        let mut is_certain = true;
        for role in [Role::Days, Role::Performances] {
            is_certain &= self.choose(role, names, &workbook, &mut chosen);
        }
        // As they come.
        chosen.sort_by_key(|sheet| sheet.number);
        let mut labelled = Labelled::default();
        let notation = Notation::Cells(workbook.date_system());
        let mut is_complete = is_certain;
        self.snapshot.lacks_sale_days = true;
        for sheet in chosen {
            let name = workbook.names()[sheet.place].clone();
            let recognised = match sheet.role {
                Role::Report => continue,
                Role::Days => {
                    let end = self.read_headed(&mut workbook, &sheet, &name, notation, Self::daily_rules)?;
                    self.snapshot.lacks_sale_days = false;
                    is_complete &= end.is_read;
                    let recognised = end.recognised.clone();
                    self.keep_daily(end);
                    recognised
                }
                Role::Performances => {
                    let end = self.read_headed(&mut workbook, &sheet, &name, notation, Self::performance_rules)?;
                    is_complete &= end.is_read;
                    let recognised = end.recognised.clone();
                    self.keep_performances(end);
                    recognised
                }
            };
            labelled.recognised.extend(recognised);
        }
        labelled.recognised.sort_by_key(|sheet| sheet.role);
        let sheets = labelled.recognised.iter();
        let agencies: Vec<(Role, NamedAgency)> = sheets
            .flat_map(|sheet| sheet.heading.agencies.iter().map(|agency| (sheet.role, agency.clone())))
            .collect();
        self.note_agencies(&agencies, &labelled.recognised, is_complete);
        for (_, agency) in agencies {
            let names = &mut self.snapshot.agencies.names;
            names.entry(agency.code).or_insert(agency.name);
        }
        self.labelled = Some(labelled);
        self.note_other_kinds(&workbook, names, &[Role::Report]);
        self.note_uncalculated(&workbook);
        Ok(())
    }

    /// Chooses the sheet of a role; `false` when it is in doubt, or lacks.
    fn choose(&mut self, role: Role, names: &[String], workbook: &Workbook, chosen: &mut Vec<ChosenSheet>) -> bool {
        match self.layout.choose_by(role, names, &self.context.house.layouts) {
            Choice::One(place) => {
                let number = workbook.number(place);
                chosen.extend(number.map(|number| ChosenSheet { role, place, number }));
                number.is_some()
            }
            Choice::Several(places) => {
                self.note_ambiguous(workbook, &places);
                false
            }
            Choice::None if self.layout.requires(role) => {
                self.note_missing(self.layout.sheet(role));
                false
            }
            Choice::None => true,
        }
    }

    /// Notes that several sheets have the same role.
    pub(super) fn note_ambiguous(&mut self, workbook: &Workbook, places: &[usize]) {
        let names: Vec<&str> = places.iter().map(|place| workbook.names()[*place].as_str()).collect();
        self.note_file(DiagnosticCode::AmbiguousSheet, Some(&names.join(", ")));
    }

    /// Notes the sheets that an upload of another kind would be read from.
    pub(super) fn note_other_kinds(&mut self, workbook: &Workbook, names: &[String], roles: &[Role]) {
        for role in roles {
            let places = match self.layout.choose_by(*role, names, &self.context.house.layouts) {
                Choice::None => Vec::new(),
                Choice::One(place) => vec![place],
                Choice::Several(places) => places,
            };
            let sheet = self.layout.sheet(*role).number;
            for place in places {
                let code = DiagnosticCode::OtherKind;
                let name = &workbook.names()[place];
                let place = Place { sheet, cell: None };
                self.log.note(place, code, || Diagnostic::of_sheet(code, name, None));
            }
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
    fn note_agencies(&mut self, named: &[(Role, NamedAgency)], sheets: &[RecognisedSheet], is_complete: bool) {
        let before = &self.context.previous_agencies;
        let mut told = BTreeSet::new();
        for (role, agency) in named {
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
        let is_there = |code: &AgencyCode| named.iter().any(|(_, agency)| agency.code == *code);
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
