//! A workbook as a person sees it: sheets of cells, before any file format.
//!
//! Tests build faulty workbooks from good ones with a few calls:
//!
//! ```
//! use sample_data::{Cell, CellError, Sheet, Workbook};
//!
//! let mut workbook = Workbook::new("20261119_PL2612_x.xlsx").with_sheet(Sheet::new("Daily").with("B2", "dash_date"));
//! workbook.sheet_mut("Daily").set("G64", CellError::Ref).set("A1", "제목");
//! assert_eq!(workbook.sheet("Daily").get("G64"), &Cell::Error(CellError::Ref));
//! ```

mod address;
mod cell;
mod sheet;

pub use address::Address;
pub use cell::{Cell, CellError};
pub use sheet::Sheet;

/// Sheets under a file name.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The name under which it is uploaded; its extension is `.xlsx` until a test says otherwise.
    pub file_name: String,
    /// In the order of the tabs.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// A workbook without sheets.
    pub fn new(file_name: impl Into<String>) -> Self {
        Self {
            file_name: file_name.into(),
            sheets: Vec::new(),
        }
    }

    /// The same with one more sheet.
    #[must_use]
    pub fn with_sheet(mut self, sheet: Sheet) -> Self {
        self.sheets.push(sheet);
        self
    }

    /// The sheet of this name. Panics without one: the test that asks is wrong.
    pub fn sheet(&self, name: &str) -> &Sheet {
        self.find_sheet(name)
            .unwrap_or_else(|| panic!("no sheet {name} in {}", self.file_name))
    }

    /// The sheet of this name, to be changed. Panics without one: the test that asks is wrong.
    pub fn sheet_mut(&mut self, name: &str) -> &mut Sheet {
        let file_name = &self.file_name;
        let found = self.sheets.iter_mut().find(|sheet| sheet.name == name);
        found.unwrap_or_else(|| panic!("no sheet {name} in {file_name}"))
    }

    /// The sheet of this name, if there is one.
    pub fn find_sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }

    /// Takes the sheet of this name out.
    pub fn remove_sheet(&mut self, name: &str) -> Option<Sheet> {
        let position = self.sheets.iter().position(|sheet| sheet.name == name)?;
        Some(self.sheets.remove(position))
    }

    /// The file name with another extension, such as `ods`.
    pub fn file_name_as(&self, extension: &str) -> String {
        let stem = self
            .file_name
            .rsplit_once('.')
            .map_or(self.file_name.as_str(), |(stem, _)| stem);
        format!("{stem}.{extension}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_sheet_is_gone() {
        let mut workbook = Workbook::new("a.b.xlsx")
            .with_sheet(Sheet::new("one"))
            .with_sheet(Sheet::new("two"));
        assert_eq!(workbook.remove_sheet("one").unwrap().name, "one");
        assert!(workbook.find_sheet("one").is_none() && workbook.remove_sheet("one").is_none());
        assert_eq!(workbook.sheet("two").name, "two");
        assert_eq!(workbook.file_name_as("ods"), "a.b.ods");
    }
}
