//! Which sheets of a workbook are read.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};
use std::ops::ControlFlow;

use domain::headings::normalised;

use super::package::Package;
use super::{CellSink, Unreadable};
use crate::label::is_same_label;
use crate::layout::{LIST, SHEETS, SheetLayout, all_sheets, labelled_sheets};
use crate::rows::{CellValue, MARKER_ROWS, MergedRegion, SheetCell, is_marker};

/// Most sheets of which a workbook is believed that they could be the ones.
const MAX_CANDIDATES: usize = 4_096;

/// The known sheet with this name: exactly, or as people compare names.
fn known(name: &str) -> Option<(usize, Likeness)> {
    let sheets = || {
        all_sheets()
            .into_iter()
            .enumerate()
            .filter(|(_, sheet)| !sheet.name.is_empty())
    };
    if let Some((number, _)) = sheets().find(|(_, sheet)| sheet.name == name) {
        return Some((number, Likeness::Exact));
    }
    // No label of ours is as long, whatever is invisible in it.
    if name.len() > MAX_NAME_BYTES {
        return None;
    }
    sheets()
        .find(|(_, sheet)| is_same_label(name, sheet.name))
        .map(|(number, _)| (number, Likeness::Label))
}

/// How well a name agrees with that of a known sheet; the better one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Exact,
    Label,
}

/// Sheets that a package lists, in its order.
#[derive(Debug, Default)]
pub(super) struct ListedSheets {
    sheets: Vec<ListedSheet>,
}

#[derive(Debug)]
struct ListedSheet {
    name: String,
    relation: String,
}

/// The parts that may be read.
#[derive(Debug, Default)]
pub(super) struct NeededParts {
    /// The names of all sheets that have a part.
    pub(super) names: Vec<String>,
    /// Their parts.
    pub(super) parts: Vec<String>,
    /// Which of them are read.
    pub(super) chosen: Chosen,
    pub(super) shared_strings: Option<String>,
}

/// Which of the sheets of a workbook are read, by their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Chosen {
    /// Of each known sheet that is there.
    pub(super) known: [Option<usize>; SHEETS],
    /// Further ones of a workbook without markers.
    pub(super) others: Vec<usize>,
}

impl Chosen {
    /// What is read of a workbook with sheets of these names. `further` are names that layouts give, normalised.
    pub(super) fn of(names: &[String], further: &[String]) -> Self {
        let mut found: [Option<(usize, Likeness)>; SHEETS] = [None; SHEETS];
        for (place, name) in names.iter().enumerate() {
            if let Some((number, likeness)) = known(name)
                && found[number].is_none_or(|(_, before)| likeness < before)
            {
                found[number] = Some((place, likeness));
            }
        }
        let mut known = found.map(|sheet| sheet.map(|(place, _)| place));
        let normal: Vec<String> = names.iter().map(|name| comparable(name)).collect();
        let mut others = labelled_sheets(&normal, further);
        others.retain(|place| !known.contains(&Some(*place)));
        let is_first_wanted = others.is_empty() || others.contains(&0);
        if known.iter().all(Option::is_none) && !names.is_empty() && is_first_wanted {
            known[usize::from(LIST.number)] = Some(0);
            others.retain(|place| *place != 0);
        }
        Self { known, others }
    }

    /// The places of the sheets, each with the number under which it is read.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, usize)> {
        let known = self.known.iter().enumerate();
        let known = known.filter_map(|(number, place)| place.map(|place| (number, place)));
        known.chain((SHEETS..).zip(self.others.iter().copied()))
    }

    /// The number under which the sheet at a place is read.
    pub(super) fn number(&self, place: usize) -> Option<usize> {
        let mut numbered = self.numbered();
        numbered.find(|(_, other)| *other == place).map(|(number, _)| number)
    }
}

/// The name of a sheet as labelled ones are compared; none is as long as those that are cut.
pub(crate) fn comparable(name: &str) -> String {
    if name.len() > MAX_NAME_BYTES {
        String::new()
    } else {
        normalised(name)
    }
}

/// No sheet of ours has a longer name, whatever is invisible in it.
const MAX_NAME_BYTES: usize = 1_024;

impl ListedSheets {
    /// Notes a sheet and the relation to its part.
    pub(super) fn push(&mut self, name: &str, relation: &str) {
        if self.sheets.len() < MAX_CANDIDATES {
            self.sheets.push(ListedSheet {
                name: name.to_owned(),
                relation: relation.to_owned(),
            });
        }
    }

    /// Finds the parts of the known sheets, or that of the first sheet. A sheet without a part is none.
    pub(super) fn parts<R: Read + Seek>(
        self,
        main: &str,
        package: &mut Package<R>,
        further: &[String],
    ) -> Result<NeededParts, Unreadable> {
        let mut worksheets: HashMap<String, String> = HashMap::new();
        let wanted: HashSet<&str> = self.sheets.iter().map(|sheet| &*sheet.relation).collect();
        let mut shared_strings = None;
        package.relations(main, |relation| {
            if relation.kind.ends_with("/worksheet") && wanted.contains(relation.id) {
                worksheets.insert(relation.id.to_owned(), relation.target);
            } else if relation.kind.ends_with("/sharedStrings") {
                shared_strings = Some(relation.target);
            }
        })?;
        let mut needed = NeededParts {
            shared_strings: shared_strings.filter(|part| package.has(part)),
            ..NeededParts::default()
        };
        for sheet in self.sheets {
            if let Some(part) = worksheets.get(&sheet.relation).filter(|part| package.has(part)) {
                needed.names.push(sheet.name);
                needed.parts.push(part.clone());
            }
        }
        needed.chosen = Chosen::of(&needed.names, further);
        Ok(needed)
    }
}

/// Looks for markers in the first rows of a sheet.
#[derive(Debug, Default)]
pub(super) struct MarkerPeek {
    is_among_first: bool,
    pub(super) found: bool,
}

impl CellSink for MarkerPeek {
    fn merged(&mut self, _: MergedRegion) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn cell(&mut self, cell: SheetCell<'_>) -> ControlFlow<()> {
        if cell.at.row < MARKER_ROWS {
            self.is_among_first = true;
            self.found |= matches!(cell.value, CellValue::Text(text) if is_marker(text));
        } else if self.is_among_first {
            // Rows that some program has written from the last to the first end with these.
            return ControlFlow::Break(());
        }
        if self.found {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// Which known sheets of sales have markers. `peek` shows a sheet, by its number, to who looks for them.
pub(super) fn marked_sheets(
    known: &[Option<usize>; SHEETS],
    mut peek: impl FnMut(usize, &mut MarkerPeek) -> Result<(), Unreadable>,
) -> Result<[bool; SHEETS], Unreadable> {
    let mut marked = [false; SHEETS];
    for (number, place) in known.iter().enumerate() {
        if place.is_some() && number != usize::from(LIST.number) {
            let mut looking = MarkerPeek::default();
            peek(number, &mut looking)?;
            marked[number] = looking.found;
        }
    }
    Ok(marked)
}

/// The place of a known sheet among all of them.
pub(super) fn index(sheet: &SheetLayout) -> Option<usize> {
    all_sheets().iter().position(|known| known.name == sheet.name)
}
