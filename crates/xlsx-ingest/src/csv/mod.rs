//! Sheets that come as text, one per file.

mod encoding;
mod table;

use std::ops::ControlFlow;

use domain::diagnostics::CellAddress;

pub(crate) use self::encoding::decode;
pub(crate) use self::table::{Table, delimiter};
use crate::layout::{DATE_MARKER, Layout, MARKER_PREFIX, SheetKind, SheetLayout, TIME_MARKER};
use crate::rows::{CellValue, ERROR_TEXTS, RowRules, SheetCell, SheetReader, clean_label};

/// One text file and what its markers say.
#[derive(Debug)]
pub(crate) struct CsvSheet {
    text: String,
    delimiter: u8,
    /// The line of the markers, counted from 0; `None` when there is no marker at all.
    pub(crate) marker_row: Option<u32>,
    markers: Vec<String>,
}

impl CsvSheet {
    /// Decodes a file; `None` when it is no text.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let text = encoding::decode(bytes)?;
        let delimiter = table::delimiter(&text);
        let markers = find_markers(&text, delimiter);
        let (marker_row, markers) = markers.unzip();
        Some(Self {
            text,
            delimiter,
            marker_row,
            markers: markers.unwrap_or_default(),
        })
    }

    /// Which sheet it holds; `None` when it has no markers.
    pub(crate) fn kind(&self) -> Option<SheetKind> {
        self.marker_row?;
        let has_time = self.markers.iter().any(|marker| marker == TIME_MARKER);
        Some(if has_time {
            SheetKind::Performances
        } else {
            SheetKind::Daily
        })
    }

    /// How many required markers of `sheet` it has; 0 when it holds another kind of sheet.
    pub(crate) fn matching_markers(&self, sheet: &SheetLayout) -> usize {
        if self.kind() != Some(sheet.kind) {
            return 0;
        }
        let has = |marker: &str| self.markers.iter().any(|found| found == marker);
        sheet.markers.iter().filter(|(marker, _)| has(marker)).count()
    }

    /// Gives its cells from the markers on to `reader`.
    pub(crate) fn read<R: RowRules>(&self, reader: &mut SheetReader<'_, R>) {
        for row in Table::new(&self.text, self.delimiter) {
            if self.marker_row.is_some_and(|marker_row| row.line < marker_row) {
                continue;
            }
            for (column, field) in (0..).zip(&row.fields) {
                let at = CellAddress { row: row.line, column };
                if let ControlFlow::Break(()) = reader.cell(SheetCell::typed(at, value(field))) {
                    return;
                }
            }
        }
    }
}

/// The layout that explains more markers of the files; a stage workbook when both explain as many.
pub(crate) fn layout_of(sheets: &[CsvSheet]) -> Layout {
    Layout::with_more(|layout| sheets.iter().map(|sheet| sheet.matching_markers(layout)).sum())
}

fn value(field: &str) -> CellValue<'_> {
    let text = field.trim();
    if text.is_empty() {
        CellValue::Blank
    } else if text.starts_with('#') && ERROR_TEXTS.contains(&text) {
        CellValue::Error(text)
    } else {
        CellValue::Text(field)
    }
}

/// The first row with the date's marker, or else the first with any.
fn find_markers(text: &str, delimiter: u8) -> Option<(u32, Vec<String>)> {
    let mut any = None;
    for row in Table::new(text, delimiter) {
        if !row.fields.iter().any(|field| field.contains(MARKER_PREFIX)) {
            continue;
        }
        let labels = row.fields.iter().map(|field| clean_label(field));
        let markers: Vec<String> = labels.filter(|label| label.starts_with(MARKER_PREFIX)).collect();
        if markers.iter().any(|marker| marker == DATE_MARKER) {
            return Some((row.line, markers));
        }
        if any.is_none() && !markers.is_empty() {
            any = Some((row.line, markers));
        }
    }
    any
}
