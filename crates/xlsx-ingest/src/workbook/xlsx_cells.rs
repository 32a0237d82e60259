//! The cells and merged regions in the markup of one worksheet.

use domain::diagnostics::CellAddress;
use quick_xml::events::{BytesStart, Event};

use super::disordered::RowOrder;
use super::markup::{Markup, attributes, local_name, push_text};
use super::texts::{SharedTexts, decoded};
use super::{CellSink, Unreadable, check_regions, iso};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, MergedRegion, SheetCell};

/// Bytes that one character takes at most.
const CHAR_BYTES: usize = 4;

/// What the text of a cell's value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A number, or else a text.
    Plain,
    Number,
    SharedText,
    /// The text that a formula gave.
    Text,
    InlineText,
    Bool,
    Error,
    Iso,
}

impl Kind {
    fn of(code: &str) -> Option<Self> {
        Some(match code {
            "n" => Self::Number,
            "s" => Self::SharedText,
            "str" => Self::Text,
            "inlineStr" | "is" => Self::InlineText,
            "b" => Self::Bool,
            "e" => Self::Error,
            "d" => Self::Iso,
            _ => return None,
        })
    }
}

/// A cell that has begun.
#[derive(Debug)]
struct OpenCell {
    at: CellAddress,
    kind: Kind,
    is_formula: bool,
    /// Whether what comes is text of the value.
    is_value: bool,
    /// Elements within the one that is passed over, itself included.
    skipped: u32,
}

/// Gives the cells of a worksheet to `sink`.
pub(super) fn read_cells(
    markup: &mut Markup<'_>,
    texts: &SharedTexts,
    system: DateSystem,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    find_cells(markup)?;
    let max_bytes = limits.cell_chars * CHAR_BYTES;
    let mut next = NextCell::first();
    let mut open: Option<OpenCell> = None;
    let mut text = String::new();
    loop {
        let event = match markup.next() {
            Ok(event) => event,
            Err(error) => {
                let Some(cell) = open.filter(|cell| cell.is_value && markup.is_too_long()) else {
                    return Err(error);
                };
                // A text longer than any may be stands for one that is longer still, and ends the sheet.
                let long = "…".repeat(limits.cell_chars + 1);
                let _too_long = sink.cell(SheetCell::typed(cell.at, CellValue::Text(&long)));
                return Ok(());
            }
        };
        match (&event, &mut open) {
            (Event::Start(_), Some(cell)) if cell.skipped > 0 => cell.skipped += 1,
            (Event::End(_), Some(cell)) if cell.skipped > 0 => cell.skipped -= 1,
            (Event::Start(tag), Some(cell)) => match local_name(tag.name()) {
                "v" => cell.is_value = cell.kind != Kind::InlineText,
                "t" => cell.is_value = true,
                "f" => {
                    cell.is_formula = true;
                    cell.skipped = 1;
                }
                "is" | "r" => {}
                // How a text looks or is pronounced, and what other programs add.
                _ => cell.skipped = 1,
            },
            (Event::End(tag), Some(cell)) => match local_name(tag.name()) {
                "v" | "t" => cell.is_value = false,
                "c" => {
                    let flow = emit(cell, &text, texts, system, sink)?;
                    next.0.column = cell.at.column.saturating_add(1);
                    open = None;
                    if flow.is_break() {
                        return Ok(());
                    }
                }
                _ => {}
            },
            (Event::Start(tag), None) => match local_name(tag.name()) {
                "c" => {
                    open = Some(open_cell(tag, next.0)?);
                    text.clear();
                }
                "row" => next.begin_row(tag)?,
                _ => {}
            },
            (Event::End(tag), None) => match local_name(tag.name()) {
                "row" => next.end_row(),
                "sheetData" => return Ok(()),
                _ => {}
            },
            (Event::Eof, _) => return Err(Unreadable::damaged()),
            (event, Some(cell)) if cell.is_value && text.len() <= max_bytes => push_text(event, &mut text)?,
            _ => {}
        }
    }
}

/// Where the next cell is, unless it says so.
struct NextCell(CellAddress);

impl NextCell {
    fn first() -> Self {
        Self(CellAddress { row: 0, column: 0 })
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Unreadable> {
        if let Some((_, row)) = attributes(tag).find(|(name, _)| *name == "r") {
            let row: u32 = row.trim().parse().map_err(|_| Unreadable::damaged())?;
            self.0.row = row.checked_sub(1).ok_or_else(Unreadable::damaged)?;
        }
        self.0.column = 0;
        Ok(())
    }

    fn end_row(&mut self) {
        self.0 = CellAddress {
            row: self.0.row.saturating_add(1),
            column: 0,
        };
    }
}

/// Goes to the first row.
fn find_cells(markup: &mut Markup<'_>) -> Result<(), Unreadable> {
    loop {
        match markup.next()? {
            Event::Start(tag) if local_name(tag.name()) == "sheetData" => return Ok(()),
            Event::Eof => return Err(Unreadable::damaged()),
            _ => {}
        }
    }
}

#[inline]
fn open_cell(tag: &BytesStart<'_>, next: CellAddress) -> Result<OpenCell, Unreadable> {
    let mut cell = OpenCell {
        at: next,
        kind: Kind::Plain,
        is_formula: false,
        is_value: false,
        skipped: 0,
    };
    for (name, value) in attributes(tag) {
        match name {
            "r" => cell.at = address(value).ok_or_else(Unreadable::damaged)?,
            "t" => cell.kind = Kind::of(value).ok_or_else(Unreadable::damaged)?,
            _ => {}
        }
    }
    Ok(cell)
}

fn emit(
    cell: &OpenCell,
    text: &str,
    texts: &SharedTexts,
    system: DateSystem,
    sink: &mut impl CellSink,
) -> Result<std::ops::ControlFlow<()>, Unreadable> {
    let OpenCell { at, is_formula, .. } = *cell;
    let plain;
    let trimmed = text.trim_ascii();
    let value = match cell.kind {
        Kind::Text | Kind::InlineText => {
            plain = decoded(text);
            CellValue::Text(plain.as_deref().unwrap_or(text))
        }
        _ if trimmed.is_empty() => CellValue::Blank,
        Kind::SharedText => {
            let shared = trimmed.parse().ok().and_then(|number| texts.get(number));
            CellValue::Text(shared.ok_or_else(Unreadable::damaged)?)
        }
        Kind::Bool => CellValue::Bool(match trimmed {
            "0" | "false" => false,
            "1" | "true" => true,
            _ => return Err(Unreadable::damaged()),
        }),
        Kind::Error => CellValue::Error(trimmed),
        Kind::Iso => iso::serial(trimmed, system).map_or(CellValue::Text(trimmed), CellValue::Number),
        Kind::Number => CellValue::Number(number(trimmed).ok_or_else(Unreadable::damaged)?),
        Kind::Plain => number(trimmed).map_or(CellValue::Text(trimmed), CellValue::Number),
    };
    let value = match value {
        CellValue::Blank if is_formula => CellValue::Uncalculated,
        CellValue::Blank => return Ok(std::ops::ControlFlow::Continue(())),
        value => value,
    };
    Ok(sink.cell(SheetCell { at, value, is_formula }))
}

/// A number as a spreadsheet writes it; words that Rust takes for numbers are none.
fn number(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    number.is_finite().then_some(number)
}

/// Gives the merged regions of a worksheet to `sink`; its markup may begin after the cells. Answers whether those that it
/// has come row by row.
pub(super) fn first_pass(
    markup: &mut Markup<'_>,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<bool, Unreadable> {
    let mut count = 0;
    let mut next = NextCell::first();
    let mut order = RowOrder::new();
    loop {
        let event = match markup.next() {
            Ok(event) => event,
            Err(error) => {
                // A text without end is told with its cell, when the cells are read.
                return if markup.is_too_long() {
                    Ok(order.is_kept)
                } else {
                    Err(error)
                };
            }
        };
        match event {
            Event::Start(tag) => match local_name(tag.name()) {
                "row" => next.begin_row(&tag)?,
                "c" => order.note(open_cell(&tag, next.0)?.at.row),
                "mergeCell" => {
                    let reference = attributes(&tag).find(|(name, _)| *name == "ref");
                    let Some(region) = reference.and_then(|(_, value)| region(value)) else {
                        continue;
                    };
                    count += 1;
                    check_regions(count, limits)?;
                    if sink.merged(region).is_break() {
                        return Ok(order.is_kept);
                    }
                }
                _ => {}
            },
            Event::End(tag) => match local_name(tag.name()) {
                "row" => next.end_row(),
                "mergeCells" => return Ok(order.is_kept),
                _ => {}
            },
            Event::Eof => return Ok(order.is_kept),
            _ => {}
        }
    }
}

fn region(text: &str) -> Option<MergedRegion> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (address(first)?, address(last)?);
    (first.row <= last.row && first.column <= last.column).then_some(MergedRegion { first, last })
}

/// `BC12`, also with signs for what stays when it is copied.
fn address(text: &str) -> Option<CellAddress> {
    let mut column = 0_u32;
    let mut row = 0_u32;
    let (mut has_row, mut has_column) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if !has_row => {
                has_column = true;
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' if has_column => {
                has_row = true;
                row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
            }
            b'$' => {}
            _ => return None,
        }
    }
    Some(CellAddress {
        row: row.checked_sub(1)?,
        column: column.checked_sub(1)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        let at = |row, column| Some(CellAddress { row, column });
        assert_eq!(address("A1"), at(0, 0));
        assert_eq!(address("$XFD$1048576"), at(1_048_575, 16_383));
        for wrong in ["", "A", "1", "A0", "1A", "A1B", "!", "A99999999999", "ZZZZZZZZZZ1"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for word in ["inf", "NaN", "infinity", "1e999"] {
            assert_eq!(number(word), None, "{word}");
        }
        assert_eq!(number("1E-3"), Some(0.001));
    }
}
