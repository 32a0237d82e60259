//! ods files, cell by cell.
//!
//! Rows and cells that repeat are given as often as they stand there, as long as somebody wants them: blanks never, so
//! that a sheet of a million formatted rows costs nothing.

use std::io::{Read, Seek, Write};
use std::ops::ControlFlow;

use domain::diagnostics::CellAddress;
use memchr::memmem;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::markup::{Markup, attributes, local_name, push_text};
use super::package::{Package, unescaped};
use super::records::{RecordWriter, RecordsHeader};
use super::sheets::{Chosen, marked_sheets};
use super::{CellSink, Unreadable, check_regions, iso};
use crate::limits::Limits;
use crate::rows::dates::DateSystem;
use crate::rows::{CellValue, ERROR_TEXTS, MergedRegion, SheetCell};

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "meta-inf/manifest.xml";
/// A manifest that is longer is not looked through for encryption.
const MANIFEST_BYTES: u64 = 4 << 20;
/// Most tables of which one is believed to be meant.
const MAX_TABLES: usize = 4_096;

/// Writes the cells of the tables that may be read.
pub(super) fn read_ods<R: Read + Seek, W: Write>(
    package: &mut Package<R>,
    further: &[String],
    out: &mut RecordWriter<'_, W>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let manifest = package.inflate(MANIFEST, MANIFEST_BYTES)?.unwrap_or_default();
    if memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(Unreadable::Encrypted);
    }
    out.open();
    let names = table_names(&mut content(package)?)?;
    let mut chosen = Chosen::of(&names, further);
    let known = chosen.known;
    let marked = marked_sheets(&known, |number, peek| {
        let table = known[number].ok_or(Unreadable::Internal)?;
        let mut markup = content(package)?;
        go_to_table(&mut markup, table)?;
        read_table(&mut markup, Pass::Cells, limits, peek)
    })?;
    if marked.contains(&true) {
        chosen.others.clear();
    }
    out.header(&RecordsHeader {
        system: DateSystem::Since1900,
        calculates_on_open: false,
        marked,
        names,
    });
    for (number, table) in chosen.numbered() {
        out.sheet(number, |out| {
            let mut markup = content(package)?;
            go_to_table(&mut markup, table)?;
            read_table(&mut markup, Pass::Merged, limits, out)?;
            drop(markup);
            let mut markup = content(package)?;
            go_to_table(&mut markup, table)?;
            read_table(&mut markup, Pass::Cells, limits, out)
        })?;
    }
    Ok(())
}

fn content<R: Read + Seek>(package: &mut Package<R>) -> Result<Markup<'_>, Unreadable> {
    Markup::streamed(package.reader(CONTENT)?.ok_or_else(Unreadable::damaged)?)
}

/// The names of the outer tables of the file.
fn table_names(markup: &mut Markup<'_>) -> Result<Vec<String>, Unreadable> {
    let mut names = Vec::new();
    let mut outer = OuterTables::default();
    loop {
        match markup.next()? {
            Event::Start(tag) if outer.begin(&tag).is_some() && names.len() < MAX_TABLES => {
                let name = attributes(&tag).find(|(name, _)| *name == "name");
                names.push(name.map(|(_, value)| unescaped(value).into()).unwrap_or_default());
            }
            Event::End(tag) if outer.end(&tag) => return Ok(names),
            Event::Eof => return Err(Unreadable::damaged()),
            _ => {}
        }
    }
}

/// Reads until the outer table with this number has begun.
fn go_to_table(markup: &mut Markup<'_>, wanted: usize) -> Result<(), Unreadable> {
    let mut outer = OuterTables::default();
    loop {
        match markup.next()? {
            Event::Start(tag) if outer.begin(&tag) == Some(wanted) => return Ok(()),
            Event::End(tag) if outer.end(&tag) => return Err(Unreadable::damaged()),
            Event::Eof => return Err(Unreadable::damaged()),
            _ => {}
        }
    }
}

/// Counts the tables of a spreadsheet, but not those within others.
#[derive(Default)]
struct OuterTables {
    is_spreadsheet: bool,
    depth: u32,
    count: usize,
}

impl OuterTables {
    /// Takes the beginning of an element; the place of the outer table that it begins.
    fn begin(&mut self, tag: &BytesStart<'_>) -> Option<usize> {
        match local_name(tag.name()) {
            "spreadsheet" => self.is_spreadsheet = true,
            "table" if self.is_spreadsheet => {
                self.depth += 1;
                if self.depth == 1 {
                    self.count += 1;
                    return Some(self.count - 1);
                }
            }
            _ => {}
        }
        None
    }

    /// Takes the end of an element; whether it is that of the spreadsheet.
    fn end(&mut self, tag: &BytesEnd<'_>) -> bool {
        let name = local_name(tag.name());
        if self.is_spreadsheet && name == "table" {
            self.depth = self.depth.saturating_sub(1);
        }
        self.is_spreadsheet && name == "spreadsheet"
    }
}

/// What a cell is, and how often it stands there.
#[derive(Debug, Clone, PartialEq)]
struct TableCell {
    column: u32,
    repeated: u32,
    columns_spanned: u32,
    rows_spanned: u32,
    is_formula: bool,
    /// Whether it says that its value is a text.
    is_text: bool,
    value: TableValue,
}

#[derive(Debug, Clone, PartialEq)]
enum TableValue {
    /// Nothing, or the text that is shown.
    Shown,
    Number(f64),
    Text(String),
    Bool(bool),
    Error,
}

/// What is taken of a table: regions come before cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Merged,
    Cells,
}

/// Gives a table's merged regions or cells, row by row.
fn read_table(
    markup: &mut Markup<'_>,
    pass: Pass,
    limits: &Limits,
    sink: &mut impl CellSink,
) -> Result<(), Unreadable> {
    let max_bytes = limits.cell_chars * 4;
    let mut row = 0_u32;
    let mut row_repeated = 1;
    let mut cells: Vec<(TableCell, String)> = Vec::new();
    let mut column = 0_u32;
    let mut merged = 0;
    loop {
        match markup.next()? {
            Event::Start(tag) => match local_name(tag.name()) {
                "table-row" => {
                    row_repeated = count(&tag, "number-rows-repeated");
                    column = 0;
                    cells.clear();
                }
                "table-cell" => {
                    let cell = table_cell(&tag, column);
                    column = column.saturating_add(cell.repeated);
                    let text = shown_text(markup, max_bytes)?;
                    let is_wanted = match pass {
                        Pass::Merged => cell.is_merged(),
                        Pass::Cells => !cell.is_blank(&text),
                    };
                    if is_wanted {
                        if cells.len() >= MAX_CELLS {
                            return Err(Unreadable::TooLarge(format!("> {} columns", limits.columns)));
                        }
                        cells.push((cell, text));
                    }
                }
                "covered-table-cell" => {
                    column = column.saturating_add(count(&tag, "number-columns-repeated"));
                    skip(markup)?;
                }
                // A table within a shape is none of the sheet's.
                "shapes" | "forms" | "table" | "further-expressions" => skip(markup)?,
                _ => {}
            },
            Event::End(tag) => match local_name(tag.name()) {
                "table-row" => {
                    // The first row beyond the limit says all that those after it could.
                    let end = row.saturating_add(row_repeated);
                    let rows = if cells.is_empty() {
                        row..row
                    } else {
                        row..end.min(limits.rows.max(row) + 1)
                    };
                    for row in rows {
                        let flow = match pass {
                            Pass::Merged => {
                                merged += cells.len();
                                check_regions(merged, limits)?;
                                give_regions(row, &cells, sink)
                            }
                            Pass::Cells => give_cells(row, &cells, limits, sink),
                        };
                        if flow.is_break() {
                            return Ok(());
                        }
                    }
                    row = end;
                    cells.clear();
                }
                "table" => return Ok(()),
                _ => {}
            },
            Event::Eof => return Err(Unreadable::damaged()),
            _ => {}
        }
    }
}

/// Most different cells of a row; a sheet has no more columns.
const MAX_CELLS: usize = 16_384;

fn give_regions(row: u32, cells: &[(TableCell, String)], sink: &mut impl CellSink) -> ControlFlow<()> {
    for (cell, _) in cells {
        let first = CellAddress {
            row,
            column: cell.column,
        };
        let last = CellAddress {
            row: row.saturating_add(cell.rows_spanned - 1),
            column: cell.column.saturating_add(cell.columns_spanned - 1),
        };
        sink.merged(MergedRegion { first, last })?;
    }
    ControlFlow::Continue(())
}

fn give_cells(row: u32, cells: &[(TableCell, String)], limits: &Limits, sink: &mut impl CellSink) -> ControlFlow<()> {
    for (cell, text) in cells {
        let value = match &cell.value {
            TableValue::Number(number) => CellValue::Number(*number),
            TableValue::Text(text) => text_or_error(text),
            TableValue::Bool(flag) => CellValue::Bool(*flag),
            TableValue::Error => CellValue::Error(text.trim()),
            TableValue::Shown if text.is_empty() && !cell.is_text => CellValue::Uncalculated,
            TableValue::Shown => text_or_error(text),
        };
        let end = cell.column.saturating_add(cell.repeated);
        for column in cell.column..end.min(limits.columns.max(cell.column) + 1) {
            let at = CellAddress { row, column };
            let is_formula = cell.is_formula;
            sink.cell(SheetCell { at, value, is_formula })?;
        }
    }
    ControlFlow::Continue(())
}

impl TableCell {
    fn is_merged(&self) -> bool {
        self.rows_spanned > 1 || self.columns_spanned > 1
    }

    fn is_blank(&self, shown: &str) -> bool {
        let text = match &self.value {
            TableValue::Shown => shown,
            TableValue::Text(text) => text,
            TableValue::Number(_) | TableValue::Bool(_) | TableValue::Error => return false,
        };
        text.trim().is_empty() && !self.is_formula
    }
}

/// This format has no other way to say that a cell is an error.
fn text_or_error(text: &str) -> CellValue<'_> {
    let code = text.strip_prefix("Err:").and_then(|code| code.parse::<u16>().ok());
    if ERROR_TEXTS.contains(&text) || code.is_some() {
        CellValue::Error(text)
    } else {
        CellValue::Text(text)
    }
}

fn table_cell(tag: &BytesStart<'_>, column: u32) -> TableCell {
    let mut cell = TableCell {
        column,
        repeated: 1,
        columns_spanned: 1,
        rows_spanned: 1,
        is_formula: false,
        is_text: false,
        value: TableValue::Shown,
    };
    let mut is_error = false;
    // `office:value-type` before `calcext:value-type`, which says the same or that it is an error.
    for (name, value) in attributes(tag) {
        match name {
            "number-columns-repeated" => cell.repeated = positive(value),
            "number-columns-spanned" => cell.columns_spanned = positive(value),
            "number-rows-spanned" => cell.rows_spanned = positive(value),
            "formula" => cell.is_formula = true,
            "value-type" => {
                is_error |= value == "error";
                cell.is_text |= value == "string";
            }
            "value" => {
                if let Some(number) = value.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
                    cell.value = TableValue::Number(number);
                }
            }
            "date-value" | "time-value" => {
                cell.value = iso::serial(value, DateSystem::Since1900)
                    .map_or_else(|| TableValue::Text(value.to_owned()), TableValue::Number);
            }
            "boolean-value" => cell.value = TableValue::Bool(value == "true"),
            "string-value" => cell.value = TableValue::Text(unescaped(value).into_owned()),
            _ => {}
        }
    }
    if is_error {
        cell.value = TableValue::Error;
    }
    cell
}

fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    let found = attributes(tag).find(|(found, _)| *found == name);
    found.map_or(1, |(_, value)| positive(value))
}

fn positive(text: &str) -> u32 {
    text.trim().parse().ok().filter(|number| *number > 0).unwrap_or(1)
}

/// The paragraphs of a cell that has begun, up to its end. White space in the markup is folded, as it is shown.
fn shown_text(markup: &mut Markup<'_>, max_bytes: usize) -> Result<String, Unreadable> {
    let mut text = String::new();
    let mut piece = String::new();
    let mut paragraphs = 0;
    // Elements that have begun within the cell, and how many of them belong to a paragraph or to a note.
    let (mut depth, mut paragraph, mut note) = (0_u32, None, None);
    loop {
        let event = markup.next()?;
        match &event {
            Event::Start(tag) => {
                depth += 1;
                let name = local_name(tag.name());
                match name {
                    // What is noted on a cell and what lies over it is not in it.
                    "annotation" | "frame" | "custom-shape" | "shape" | "table" if note.is_none() => note = Some(depth),
                    _ if note.is_some() || text.len() > max_bytes => {}
                    "p" if paragraph.is_none() => {
                        paragraph = Some(depth);
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "s" if paragraph.is_some() => {
                        let blanks = attributes(tag).find(|(name, _)| *name == "c");
                        let blanks = blanks.map_or(1, |(_, value)| positive(value)) as usize;
                        text.extend(std::iter::repeat_n(' ', blanks.min(max_bytes)));
                    }
                    "tab" if paragraph.is_some() => text.push('\t'),
                    "line-break" if paragraph.is_some() => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                if paragraph == Some(depth) {
                    paragraph = None;
                }
                if note == Some(depth) {
                    note = None;
                }
                depth -= 1;
            }
            Event::Eof => return Err(Unreadable::damaged()),
            event if paragraph.is_some() && note.is_none() && text.len() <= max_bytes => {
                piece.clear();
                push_text(event, &mut piece)?;
                push_folded(&piece, &mut text);
            }
            _ => {}
        }
    }
}

/// Blanks and line ends in a row count as one blank, at the beginning of a line as none.
fn push_folded(piece: &str, text: &mut String) {
    for c in piece.chars() {
        if !matches!(c, ' ' | '\n' | '\r' | '\t') {
            text.push(c);
        } else if !text.is_empty() && !text.ends_with([' ', '\n', '\t']) {
            text.push(' ');
        }
    }
}

/// Passes over the element that has begun.
fn skip(markup: &mut Markup<'_>) -> Result<(), Unreadable> {
    let mut depth = 0_u32;
    loop {
        match markup.next()? {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(Unreadable::damaged()),
            _ => {}
        }
    }
}
