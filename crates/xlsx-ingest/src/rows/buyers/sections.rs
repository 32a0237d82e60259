//! Where the lists of a report stand.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::buyers::{BreakdownColumn, Dimension, is_title, list_label, section_of};
use domain::diagnostics::{CellAddress, DiagnosticCode};
use domain::headings::normalised;

use super::cells::Cells;
use super::figures::{Figure, What};
use super::list::List;
use crate::rows::cell::CellValue;
use crate::rows::headed::whole_value;
use crate::rows::log::SheetLog;

/// The company of cards, where means of payment stand beside it.
const CARD_COMPANY: &str = "카드사";

/// What stands below a title and left of the next one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// What it is about; `None` of one that is not read.
    dimension: Option<Dimension>,
    rows: Range<u32>,
    columns: Range<u32>,
}

/// The sections of a report, as their titles come.
pub(super) fn sections(cells: &Cells) -> Vec<Section> {
    let mut titles = BTreeMap::<u32, Vec<(u32, Option<Dimension>)>>::new();
    for (at, text) in cells.texts() {
        let text = normalised(text);
        if is_title(&text) {
            titles.entry(at.row).or_default().push((at.column, section_of(&text)));
        }
    }
    let mut sections = Vec::new();
    for (row, of_row) in &titles {
        let next_row = titles.range(row + 1..).next().map_or(u32::MAX, |(next, _)| *next);
        for (place, (column, dimension)) in of_row.iter().enumerate() {
            sections.push(Section {
                dimension: *dimension,
                rows: row + 1..next_row,
                // A title may stand in the middle above its list.
                columns: if place == 0 { 0 } else { *column }
                    ..of_row.get(place + 1).map_or(u32::MAX, |(next, _)| *next),
            });
        }
    }
    sections
}

/// A label of a head: where it stands, what its column holds, and how it is called.
struct HeadLabel {
    column: u32,
    means: BreakdownColumn,
    text: String,
}

impl Section {
    /// Its lists; notes columns that are missing.
    pub(super) fn lists(&self, cells: &Cells, log: &mut SheetLog<'_>) -> Vec<List> {
        let Some(dimension) = self.dimension else {
            return Vec::new();
        };
        let Some((row, labels)) = self.head(dimension, cells) else {
            // A section that somebody left empty is as good as none.
            if self.has_figures(cells) {
                log.sheet(DiagnosticCode::MissingColumn, Some(item_label(dimension)));
            }
            return Vec::new();
        };
        let rows = row + 1..self.rows.end;
        if dimension == Dimension::Region {
            return regions(&labels, &rows, log);
        }
        list(dimension, &labels, rows, log).into_iter().collect()
    }

    /// The first row with two of the labels of the section, and these.
    fn head(&self, dimension: Dimension, cells: &Cells) -> Option<(u32, Vec<HeadLabel>)> {
        let mut row = self.rows.start;
        let mut labels = Vec::new();
        for (at, value) in cells.within(&self.rows) {
            if at.row != row {
                if is_head(&labels) {
                    break;
                }
                (row, labels) = (at.row, Vec::new());
            }
            if let CellValue::Text(text) = value
                && self.columns.contains(&at.column)
            {
                let text = normalised(text);
                if let Some(means) = list_label(dimension, &text) {
                    let column = at.column;
                    labels.push(HeadLabel { column, means, text });
                }
            }
        }
        is_head(&labels).then_some((row, labels))
    }

    fn has_figures(&self, cells: &Cells) -> bool {
        let own = cells
            .within(&self.rows)
            .filter(|(at, _)| self.columns.contains(&at.column));
        own.filter_map(|(_, value)| whole_value(value)).any(|value| value != 0)
    }
}

fn is_head(labels: &[HeadLabel]) -> bool {
    labels
        .first()
        .is_some_and(|first| labels.iter().any(|label| label.means != first.means))
}

/// The list of a section that has one.
fn list(dimension: Dimension, labels: &[HeadLabel], rows: Range<u32>, log: &mut SheetLog<'_>) -> Option<List> {
    let column = |means: BreakdownColumn| {
        let found = labels.iter().find(|label| label.means == means);
        found.map(|label| label.column)
    };
    let item = BreakdownColumn::Item(dimension);
    let company = labels
        .iter()
        .find(|label| label.means == item && label.text == CARD_COMPANY);
    let company = company.map(|label| label.column);
    let mut required = |column: Option<u32>, label: &str| {
        if column.is_none() {
            log.sheet(DiagnosticCode::MissingColumn, Some(label));
        }
        column
    };
    let item = required(company.or_else(|| column(item)), item_label(dimension));
    let mut figures = Vec::new();
    let mut is_complete = true;
    if dimension == Dimension::AgeGender {
        use domain::buyers::Gender;

        for (gender, label) in [
            (Gender::Male, Some("남")),
            (Gender::Female, Some("녀")),
            (Gender::Unknown, None),
        ] {
            let found = column(BreakdownColumn::Gender(gender));
            let found = label.map_or(found, |label| required(found, label));
            is_complete &= found.is_some() || label.is_none();
            figures.extend(found.map(|column| Figure::new(What::Seats(Some(gender)), column)));
        }
    } else {
        for (what, means, label) in [
            (What::Seats(None), BreakdownColumn::Seats, "매수"),
            (What::Won, BreakdownColumn::Won, "금액"),
        ] {
            let found = required(column(means), label);
            is_complete &= found.is_some();
            figures.extend(found.map(|column| Figure::new(what, column)));
        }
    }
    let item = item.filter(|_| is_complete)?;
    let agency = column(BreakdownColumn::Agency);
    let total = column(BreakdownColumn::Total);
    Some(List::new(dimension, rows, agency, item, figures, total))
}

/// The lists of regions, each with the next column of seats to its right.
fn regions(labels: &[HeadLabel], rows: &Range<u32>, log: &mut SheetLog<'_>) -> Vec<List> {
    let mut lists = Vec::new();
    for dimension in [Dimension::Region, Dimension::Seoul, Dimension::Gyeonggi] {
        let item = BreakdownColumn::Item(dimension);
        let Some(item) = labels.iter().find(|label| label.means == item) else {
            continue;
        };
        let seats = labels
            .iter()
            .filter(|label| label.means == BreakdownColumn::Seats && label.column > item.column);
        match seats.map(|label| label.column).min() {
            Some(seats) => {
                let figures = vec![Figure::new(What::Seats(None), seats)];
                lists.push(List::new(dimension, rows.clone(), None, item.column, figures, None));
            }
            None => log.sheet(DiagnosticCode::MissingColumn, Some("매수")),
        }
    }
    lists
}

/// What the column of the classes is called.
fn item_label(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Discount => "권종명",
        Dimension::AgeGender => "연령대",
        Dimension::Payment => "결제수단",
        Dimension::Card => CARD_COMPANY,
        Dimension::Channel => "판매경로",
        Dimension::Region => "지역별",
        Dimension::Seoul => "서울지역별",
        Dimension::Gyeonggi => "경기지역별",
    }
}

/// The cell of a row in a column.
pub(super) fn at(row: u32, column: u32) -> CellAddress {
    CellAddress { row, column }
}
