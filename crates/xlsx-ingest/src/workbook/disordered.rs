//! Sheets whose rows some program has written in another order than they are shown.

use std::ops::ControlFlow;

use domain::diagnostics::CellAddress;
use memchr::{memchr, memmem};

use super::CellSink;
use crate::rows::{MergedRegion, OwnedValue, SheetCell};

/// Keeps the cells of a sheet until all are there. Meant for a process whose memory is bounded.
#[derive(Default)]
pub(super) struct DisorderedCells(Vec<(CellAddress, bool, OwnedValue)>);

impl DisorderedCells {
    /// Gives the cells to `sink` as they are shown. Of several at one place the last one comes last.
    pub(super) fn give_in_order(mut self, sink: &mut impl CellSink) {
        self.0.sort_by_key(|(at, ..)| (at.row, at.column));
        for (at, is_formula, value) in &self.0 {
            let (at, value, is_formula) = (*at, value.borrowed(), *is_formula);
            if sink.cell(SheetCell { at, value, is_formula }).is_break() {
                return;
            }
        }
    }
}

impl CellSink for DisorderedCells {
    fn merged(&mut self, _: MergedRegion) -> ControlFlow<()> {
        // Those have been given to whoever takes the cells in order.
        ControlFlow::Continue(())
    }

    fn cell(&mut self, SheetCell { at, value, is_formula }: SheetCell<'_>) -> ControlFlow<()> {
        self.0.push((at, is_formula, value.into()));
        ControlFlow::Continue(())
    }
}

/// Whether rows come in the order in which they are shown.
pub(super) struct RowOrder {
    last_row: u32,
    pub(super) is_kept: bool,
}

impl RowOrder {
    pub(super) fn new() -> Self {
        Self {
            last_row: 0,
            is_kept: true,
        }
    }

    /// Notes the row of the next cell.
    pub(super) fn note(&mut self, row: u32) {
        self.is_kept &= row >= self.last_row;
        self.last_row = row;
    }
}

/// Whether the markup of a sheet evidently has its rows in order: each says its number, which is above that of the one
/// before. Looks at nothing else, and takes far less time than reading the cells does.
pub(super) fn has_rows_in_order(markup: &[u8]) -> bool {
    // Markup of two bytes a letter is not looked into.
    if memchr(0, markup).is_some() {
        return false;
    }
    let mut last = 0;
    for at in memmem::find_iter(markup, b"row") {
        let (before, tag) = (markup[..at].last(), &markup[at + 3..]);
        // Of another name, or in a text.
        if !matches!(before, Some(b'<' | b':'))
            || !tag
                .first()
                .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'>')
        {
            continue;
        }
        match told_row(tag) {
            Some(row) if row > last => last = row,
            _ => return false,
        }
    }
    true
}

/// The number in `r="7"` of a tag that begins with its attributes.
fn told_row(tag: &[u8]) -> Option<u32> {
    let tag = std::str::from_utf8(&tag[..memchr(b'>', tag)?]).ok()?;
    let attributes = tag.split_ascii_whitespace();
    let number = attributes
        .into_iter()
        .find_map(|attribute| attribute.strip_prefix("r="))?;
    number.trim_matches(['"', '\'', '/']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_in_order_only_where_they_say_so() {
        for ordered in [
            "<sheetData/>",
            "<row r=\"1\" spans=\"1:2\"><c/></row><row spans='1' r='3'/><x:row\nr=\"4\"/>",
            "<row r=\"2\"><t>row r=1</t><rowBreaks r=\"1\"/></row>",
        ] {
            assert!(has_rows_in_order(ordered.as_bytes()), "{ordered}");
        }
        for doubtful in [
            "<row r=\"2\"/><row r=\"1\"/>",
            "<row r=\"2\"/><row r=\"2\"/>",
            "<row><c r=\"A1\"/></row>",
            "<row r = \"1\"/>",
            "<row r=\"one\"/>",
            "<row r=\"1\"",
            "<\0r\0o\0w\0",
        ] {
            assert!(!has_rows_in_order(doubtful.as_bytes()), "{doubtful}");
        }
    }
}
