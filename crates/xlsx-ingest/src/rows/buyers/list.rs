//! The rows of a list.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use domain::agency::AgencyCode;
use domain::buyers::{Breakdown, Dimension, SellingAgency};
use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::headings::{is_check_word, normalised};

use super::cells::Cells;
use super::checks::{CheckedSums, Sums};
use super::figures::{Figure, What};
use super::sections::at;
use crate::rows::cell::CellValue;
use crate::rows::formulas::FormulaCount;
use crate::rows::headed::whole_value;
use crate::rows::log::SheetLog;
use crate::rows::performances::clean_name;

/// A total that is the sum of nothing: its cell, and what it says.
pub(super) type Doubt = (CellAddress, i64);

/// A list of a report: its columns, and the rows below its head.
#[derive(Debug)]
pub(super) struct List {
    dimension: Dimension,
    rows: Range<u32>,
    agency: Option<u32>,
    item: u32,
    figures: Vec<Figure>,
    total: Option<Figure>,
}

/// Who sold what the rows of a list say.
#[derive(Debug)]
enum Seller<'a> {
    /// Nobody is named yet.
    Nobody,
    /// Who is named in this cell, which nobody has read yet.
    Named(CellAddress, CellValue<'a>),
    /// This one.
    Agency(SellingAgency),
    /// Somebody, but who cannot be read, which was told.
    Unreadable,
}

/// What the lists of a report say.
#[derive(Debug, Default)]
pub(super) struct Found {
    classes: BTreeMap<Dimension, Vec<Class>>,
    places: HashMap<(Dimension, Option<AgencyCode>, String), usize>,
    names: HashMap<AgencyCode, String>,
    /// Where the last class stands.
    last: Option<CellAddress>,
    pub(super) formulas: FormulaCount,
    pub(super) doubtful: Vec<Doubt>,
}

/// A class of buyers.
#[derive(Debug)]
struct Class {
    agency: Option<SellingAgency>,
    item: String,
    figures: Vec<(What, i64)>,
}

impl List {
    pub(super) fn new(
        dimension: Dimension,
        rows: Range<u32>,
        agency: Option<u32>,
        item: u32,
        figures: Vec<Figure>,
        total: Option<u32>,
    ) -> Self {
        Self {
            dimension,
            rows,
            agency,
            item,
            figures,
            total: total.map(|column| Figure::new(What::Total, column)),
        }
    }

    /// Reads its rows.
    pub(super) fn read(mut self, cells: &Cells, found: &mut Found, log: &mut SheetLog<'_>) {
        let columns: Vec<u32> = self.figures.iter().map(|figure| figure.column).collect();
        let mut checks = CheckedSums {
            figures: vec![Sums::default(); columns.len()],
            ..CheckedSums::default()
        };
        let mut seller = Seller::Nobody;
        let mut rows: Vec<u32> = cells.within(&self.rows).map(|(at, _)| at.row).collect();
        rows.dedup();
        for row in rows {
            let item = cells.get(at(row, self.item));
            let named = self.agency.map(|column| at(row, column));
            let named = named.map(|cell| (cell, cells.get(cell)));
            if is_check(item) || named.is_some_and(|(_, value)| is_check(value)) {
                let total = self.total.map(|total| total.column);
                found.doubtful.extend(checks.take(cells, row, &columns, total));
                continue;
            }
            if let Some((cell, value)) = named
                && value != CellValue::Blank
            {
                seller = Seller::Named(cell, value);
            }
            let CellValue::Text(item) = item else {
                self.note_unnamed(cells, row, item, &columns, log);
                continue;
            };
            if let Seller::Named(cell, value) = seller {
                let agency = found.agency(cell, value, log);
                seller = agency.map_or(Seller::Unreadable, Seller::Agency);
            }
            let class = self.class(cells, row, &mut checks, found, log);
            let agency = match &seller {
                Seller::Agency(agency) => Some(agency.clone()),
                Seller::Nobody => None,
                Seller::Named(..) | Seller::Unreadable => continue,
            };
            if let Some(figures) = class {
                found.add(self.dimension, agency, clean_name(item), &figures, at(row, self.item));
            }
        }
    }

    /// The figures of a class; `None` when one cannot be read.
    fn class(
        &mut self,
        cells: &Cells,
        row: u32,
        checks: &mut CheckedSums,
        found: &mut Found,
        log: &mut SheetLog<'_>,
    ) -> Option<Vec<(What, i64)>> {
        let mut figures = Some(Vec::new());
        for (figure, sums) in self.figures.iter_mut().zip(&mut checks.figures) {
            let cell = at(row, figure.column);
            let value = cells.get(cell);
            if cells.is_formula(cell) {
                found.formulas.count(value);
            }
            let whole = figure.whole(cell, value, log);
            sums.add(whole.unwrap_or(0));
            match (&mut figures, whole) {
                (Some(figures), Some(whole)) => figures.push((figure.what, whole)),
                _ => figures = None,
            }
        }
        let figures = figures?;
        let sum: i64 = figures.iter().map(|(_, value)| value).sum();
        checks.rows.add(sum);
        if let Some(total) = &mut self.total {
            let cell = at(row, total.column);
            let value = cells.get(cell);
            let said = total.whole(cell, value, log)?;
            checks.totals.add(said);
            if said != sum && value != CellValue::Blank {
                log.cell(DiagnosticCode::BlockSumMismatch, cell, Some(&said.to_string()));
            }
        }
        Some(figures)
    }

    /// Notes a row with figures that no class belongs to.
    fn note_unnamed(&self, cells: &Cells, row: u32, item: CellValue<'_>, columns: &[u32], log: &mut SheetLog<'_>) {
        let figures = columns
            .iter()
            .filter_map(|column| whole_value(cells.get(at(row, *column))));
        if !figures.into_iter().any(|value| value != 0) {
            return;
        }
        let cell = at(row, self.item);
        match item {
            CellValue::Error(text) => log.cell(DiagnosticCode::ErrorCell, cell, Some(text)),
            CellValue::Uncalculated => log.cell(DiagnosticCode::FormulaWithoutValue, cell, None),
            CellValue::Blank => log.cell(DiagnosticCode::MissingItem, cell, None),
            other => log.cell(DiagnosticCode::MissingItem, cell, Some(&other.text())),
        }
    }
}

/// Whether a cell says that its row has totals.
fn is_check(value: CellValue<'_>) -> bool {
    matches!(value, CellValue::Text(text) if is_check_word(&normalised(text)))
}

impl Found {
    /// Whether there is no class.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Where the last class stands, if there are more than so many.
    pub(super) fn beyond(&self, most: usize) -> Option<CellAddress> {
        self.last.filter(|_| self.places.len() > most)
    }

    /// The agency that a cell names; `None`, and noted, when it names none.
    fn agency(&mut self, cell: CellAddress, value: CellValue<'_>, log: &mut SheetLog<'_>) -> Option<SellingAgency> {
        match value {
            CellValue::Error(text) => {
                log.cell(DiagnosticCode::ErrorCell, cell, Some(text));
                return None;
            }
            CellValue::Uncalculated => {
                log.cell(DiagnosticCode::FormulaWithoutValue, cell, None);
                return None;
            }
            CellValue::Blank | CellValue::Number(_) | CellValue::Text(_) | CellValue::Bool(_) => {}
        }
        let text = value.text();
        let normal = normalised(&text);
        let code = AgencyCode::known(&normal).or_else(|| AgencyCode::of_name(&normal));
        let Some(code) = code else {
            log.cell(DiagnosticCode::UnknownLabel, cell, Some(&text));
            return None;
        };
        let known = code.known_name().map(str::to_owned);
        let name = self.names.entry(code.clone());
        let name = name
            .or_insert_with(|| known.unwrap_or_else(|| clean_name(&text)))
            .clone();
        Some(SellingAgency { code, name })
    }

    /// Adds a class, or to the one that is called alike.
    fn add(
        &mut self,
        dimension: Dimension,
        agency: Option<SellingAgency>,
        item: String,
        figures: &[(What, i64)],
        cell: CellAddress,
    ) {
        let classes = self.classes.entry(dimension).or_default();
        let code = agency.as_ref().map(|agency| agency.code.clone());
        let place = *self
            .places
            .entry((dimension, code, item.clone()))
            .or_insert(classes.len());
        if place == classes.len() {
            self.last = Some(cell);
            classes.push(Class {
                agency,
                item,
                figures: Vec::new(),
            });
        }
        let known = &mut classes[place].figures;
        for (what, value) in figures {
            match known.iter_mut().find(|(other, _)| other == what) {
                Some((_, sum)) => *sum += value,
                None => known.push((*what, *value)),
            }
        }
    }

    /// The rows of a snapshot.
    pub(super) fn into_breakdowns(self) -> Vec<Breakdown> {
        let mut breakdowns = Vec::new();
        for (dimension, classes) in self.classes {
            for (class, position) in classes.into_iter().zip(1..) {
                let won = class.figures.iter().find(|(what, _)| *what == What::Won);
                let revenue_krw = won.map(|(_, value)| *value);
                for (what, seats) in &class.figures {
                    if let What::Seats(gender) = what {
                        breakdowns.push(Breakdown {
                            dimension,
                            agency: class.agency.clone(),
                            item: class.item.clone(),
                            gender: *gender,
                            position,
                            seats: *seats,
                            revenue_krw,
                        });
                    }
                }
            }
        }
        breakdowns
    }
}
