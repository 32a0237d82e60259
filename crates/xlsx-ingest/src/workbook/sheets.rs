//! Which sheets of a workbook are read.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};

use super::Unreadable;
use super::package::Package;
use crate::label::is_same_label;
use crate::layout::{LIST, SHEETS, SheetLayout, all_sheets};

/// Most sheets of which a workbook is believed that they could be the ones.
const MAX_CANDIDATES: usize = 4_096;

/// The known sheet with this name: exactly, or as people compare names.
pub(super) fn known(name: &str) -> Option<(usize, Likeness)> {
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
    if name.len() > 1_024 {
        return None;
    }
    sheets()
        .find(|(_, sheet)| is_same_label(name, sheet.name))
        .map(|(number, _)| (number, Likeness::Label))
}

/// How well a name agrees with that of a known sheet; the better one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
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
    known: Option<(usize, Likeness)>,
    relation: String,
}

/// The parts that are read.
#[derive(Debug, Default)]
pub(super) struct NeededParts {
    /// Of each known sheet that is there.
    pub(super) sheets: [Option<String>; SHEETS],
    pub(super) shared_strings: Option<String>,
}

impl ListedSheets {
    /// Notes a sheet and the relation to its part.
    pub(super) fn push(&mut self, name: &str, relation: &str) {
        if self.sheets.len() < MAX_CANDIDATES {
            self.sheets.push(ListedSheet {
                known: known(name),
                relation: relation.to_owned(),
            });
        }
    }

    /// Finds the parts of the known sheets, or that of the first sheet. A sheet without a part is none.
    pub(super) fn parts<R: Read + Seek>(self, main: &str, package: &mut Package<R>) -> Result<NeededParts, Unreadable> {
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
        let mut parts = NeededParts {
            shared_strings: shared_strings.filter(|part| package.has(part)),
            ..NeededParts::default()
        };
        let part_of = |sheet: &ListedSheet| worksheets.get(&sheet.relation).filter(|part| package.has(part));
        for likeness in [Likeness::Exact, Likeness::Label] {
            for sheet in &self.sheets {
                if let Some((number, found)) = sheet.known
                    && found == likeness
                    && parts.sheets[number].is_none()
                {
                    parts.sheets[number] = part_of(sheet).cloned();
                }
            }
        }
        if parts.sheets.iter().all(Option::is_none) {
            parts.sheets[usize::from(LIST.number)] = self.sheets.iter().find_map(part_of).cloned();
        }
        Ok(parts)
    }
}

/// The place of a known sheet among all of them.
pub(super) fn index(sheet: &SheetLayout) -> Option<usize> {
    all_sheets().iter().position(|known| known.name == sheet.name)
}
