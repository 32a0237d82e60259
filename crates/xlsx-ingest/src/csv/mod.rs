//! Sheets that come as text, one per file.

mod encoding;
mod table;

use std::borrow::Cow;
use std::ops::ControlFlow;

pub(crate) use self::encoding::decode;
pub(crate) use self::table::{LineTooLong, Table, delimiter};
use crate::label::{clean_label, visible};
use crate::layout::{DATE_MARKER, Layout, MARKER_PREFIX, SheetKind, SheetLayout, TIME_MARKER};
use crate::limits::Limits;
use crate::rows::{CellValue, MARKER_ROWS, RowRules, SheetCell, SheetReader, is_error_text};

/// One text file and what its markers say.
#[derive(Debug)]
pub(crate) struct CsvSheet<'a> {
    text: Cow<'a, str>,
    delimiter: u8,
    line_bytes: usize,
    markers: Vec<String>,
}

impl<'a> CsvSheet<'a> {
    /// Decodes a file; `None` when it is no text.
    pub(crate) fn decode(bytes: &'a [u8], limits: &Limits) -> Option<Self> {
        let text = encoding::decode(bytes)?;
        let delimiter = table::delimiter(&text);
        let markers = find_markers(Table::new(&text, delimiter, limits.line_bytes));
        Some(Self {
            text,
            delimiter,
            line_bytes: limits.line_bytes,
            markers,
        })
    }

    /// Whether it has a row of markers.
    pub(crate) fn has_markers(&self) -> bool {
        !self.markers.is_empty()
    }

    /// Which sheet it holds; `None` when it has no markers.
    pub(crate) fn kind(&self) -> Option<SheetKind> {
        let has_time = self.markers.iter().any(|marker| marker == TIME_MARKER);
        self.has_markers().then_some(if has_time {
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

    /// Gives its cells to `reader`.
    pub(crate) fn read<R: RowRules>(&self, reader: &mut SheetReader<'_, R>) {
        for field in Table::new(&self.text, self.delimiter, self.line_bytes) {
            let flow = match field {
                Ok(field) => reader.cell(SheetCell::typed(field.at, value(&field.text))),
                Err(LineTooLong { at }) => {
                    reader.end_too_large(at, &format!("> {} KiB in a line", self.line_bytes >> 10))
                }
            };
            if flow == ControlFlow::Break(()) {
                return;
            }
        }
    }
}

/// The layout that explains more markers of the files; a stage workbook when both explain as many.
pub(crate) fn layout_of(sheets: &[CsvSheet<'_>]) -> Layout {
    Layout::with_more(|layout| sheets.iter().map(|sheet| sheet.matching_markers(layout)).sum())
}

fn value(field: &str) -> CellValue<'_> {
    let text = field.trim();
    if text.is_empty() {
        CellValue::Blank
    } else if is_error_text(&visible(text)) {
        CellValue::Error(text)
    } else {
        CellValue::Text(field)
    }
}

/// The labels of the row of the markers: the first of the first rows with the date's, or else those of row 2.
fn find_markers(table: Table<'_>) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = vec![Vec::new(); MARKER_ROWS as usize];
    // What is wrong with a line is told when it is read.
    for field in table.map_while(Result::ok) {
        let Some(labels) = rows.get_mut(field.at.row as usize) else {
            break;
        };
        let label = clean_label(&field.text);
        if label.starts_with(MARKER_PREFIX) {
            labels.push(label);
        }
    }
    let marked = rows
        .iter()
        .position(|labels| labels.iter().any(|label| label == DATE_MARKER));
    rows.swap_remove(marked.unwrap_or(1))
}
