//! Spreadsheets of the Open Document Format, `.ods`, as LibreOffice writes them.

use std::fmt::Write;

use chrono::Timelike;

use super::package::{escape, pack};
use crate::workbook::{Address, Cell, Sheet, Workbook};

const MIME_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

const CONTENT_OPEN: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3""#,
    r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2""#,
    r#" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">"#,
    r"<office:body><office:spreadsheet>",
);

/// The workbook as `.ods`. An error has no value of its own in this format: it is an empty text that is marked as error
/// and shows `#REF!`.
pub fn ods(workbook: &Workbook) -> Vec<u8> {
    let mut content = CONTENT_OPEN.to_owned();
    for sheet in &workbook.sheets {
        table(&mut content, sheet);
    }
    content.push_str("</office:spreadsheet></office:body></office:document-content>");
    let manifest = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3""#,
            r#" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">"#,
            r#"<manifest:file-entry manifest:full-path="/" manifest:media-type="{0}"/>"#,
            r#"<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>"#,
            r"</manifest:manifest>",
        ),
        MIME_TYPE
    );
    pack(&[
        ("mimetype", MIME_TYPE.into()),
        ("META-INF/manifest.xml", manifest.into_bytes()),
        ("content.xml", content.into_bytes()),
    ])
}

fn table(out: &mut String, sheet: &Sheet) {
    append(
        out,
        format_args!(r#"<table:table table:name="{}">"#, escape(&sheet.name)),
    );
    let (rows, _) = sheet.size();
    let covered = Merges::of(sheet);
    let rows = rows.max(covered.rows);
    let mut empty_rows = 0;
    for row in 0..rows {
        let cells = covered.with_merged(row, sheet.row(row).collect());
        if cells.is_empty() {
            empty_rows += 1;
            continue;
        }
        flush_empty_rows(out, &mut empty_rows);
        out.push_str("<table:table-row>");
        table_row(out, row, &cells, &covered);
        out.push_str("</table:table-row>");
    }
    if rows == 0 {
        out.push_str("<table:table-row><table:table-cell/></table:table-row>");
    }
    out.push_str("</table:table>");
}

fn flush_empty_rows(out: &mut String, empty_rows: &mut u32) {
    if 0 < *empty_rows {
        let repeat = repeated("rows", *empty_rows);
        append(
            out,
            format_args!("<table:table-row{repeat}><table:table-cell/></table:table-row>"),
        );
        *empty_rows = 0;
    }
}

/// Neighbours that are alike are written once, with their number: readers must repeat them.
fn table_row(out: &mut String, row: u32, cells: &[(u32, &Cell)], merges: &Merges) {
    let mut column = 0;
    let alike = |left: &(u32, &Cell), right: &(u32, &Cell)| {
        let is_merged = [left, right].into_iter().any(|(column, _)| merges.has(row, *column));
        left.0 + 1 == right.0 && left.1 == right.1 && left.1.value() == left.1 && !is_merged
    };
    for run in cells.chunk_by(alike) {
        let (start, cell) = run[0];
        if column < start {
            append(
                out,
                format_args!("<table:table-cell{}/>", repeated("columns", start - column)),
            );
        }
        let length = u32::try_from(run.len()).expect("a row is short");
        if merges.covers(row, start) {
            out.push_str("<table:covered-table-cell/>");
        } else {
            let attributes = repeated("columns", length) + &merges.span(row, start);
            table_cell(out, cell, &attributes);
        }
        column = start + length;
    }
}

/// Which cells are merged.
struct Merges {
    regions: Vec<(Address, Address)>,
    /// One past the last merged row.
    rows: u32,
}

impl Merges {
    fn of(sheet: &Sheet) -> Self {
        let regions = sheet.merged().to_vec();
        let rows = regions.iter().map(|(_, last)| last.row + 1).max().unwrap_or(0);
        Self { regions, rows }
    }

    fn region(&self, row: u32, column: u32) -> Option<(Address, Address)> {
        let holds = |(first, last): &&(Address, Address)| {
            (first.row..=last.row).contains(&row) && (first.column..=last.column).contains(&column)
        };
        self.regions.iter().find(holds).copied()
    }

    fn has(&self, row: u32, column: u32) -> bool {
        self.region(row, column).is_some()
    }

    /// Whether the cell is behind the first of its region.
    fn covers(&self, row: u32, column: u32) -> bool {
        self.region(row, column)
            .is_some_and(|(first, _)| first != Address::new(row, column))
    }

    fn span(&self, row: u32, column: u32) -> String {
        self.region(row, column).map_or_else(String::new, |(first, last)| {
            format!(
                r#" table:number-columns-spanned="{}" table:number-rows-spanned="{}""#,
                last.column - first.column + 1,
                last.row - first.row + 1
            )
        })
    }

    /// The cells of a row, and those merged ones that hold nothing.
    fn with_merged<'a>(&self, row: u32, mut cells: Vec<(u32, &'a Cell)>) -> Vec<(u32, &'a Cell)> {
        for (first, last) in &self.regions {
            if (first.row..=last.row).contains(&row) {
                for column in first.column..=last.column {
                    if let Err(place) = cells.binary_search_by_key(&column, |(column, _)| *column) {
                        cells.insert(place, (column, &Cell::Empty));
                    }
                }
            }
        }
        cells
    }
}

fn repeated(what: &str, count: u32) -> String {
    if count == 1 {
        String::new()
    } else {
        format!(r#" table:number-{what}-repeated="{count}""#)
    }
}

fn table_cell(out: &mut String, cell: &Cell, repeat: &str) {
    let formula = match cell {
        Cell::Formula { formula, .. } => format!(r#" table:formula="of:={}""#, escape(&open_formula(formula))),
        _ => String::new(),
    };
    let (attributes, paragraphs) = content(cell.value());
    append(
        out,
        format_args!("<table:table-cell{repeat}{formula}{attributes}>{paragraphs}</table:table-cell>"),
    );
}

/// Type and value as attributes, and the text that is shown.
fn content(cell: &Cell) -> (String, String) {
    match cell {
        Cell::Empty | Cell::Formula { .. } => (String::new(), String::new()),
        Cell::Text(text) => (r#" office:value-type="string""#.to_owned(), paragraphs(text)),
        Cell::Number(number) => (
            format!(r#" office:value-type="float" office:value="{number}""#),
            paragraphs(&number.to_string()),
        ),
        Cell::Percent(number) => (
            format!(r#" office:value-type="percentage" office:value="{number}""#),
            paragraphs(&format!("{:.1}%", number * 100.0)),
        ),
        Cell::Date(date) => (
            format!(r#" office:value-type="date" office:date-value="{date}""#),
            paragraphs(&date.format("%Y.%m.%d").to_string()),
        ),
        Cell::DateTime(moment) => (
            format!(
                r#" office:value-type="date" office:date-value="{}""#,
                moment.format("%Y-%m-%dT%H:%M:%S")
            ),
            paragraphs(&moment.format("%Y.%m.%d %H:%M").to_string()),
        ),
        Cell::Time(time) => (
            format!(
                r#" office:value-type="time" office:time-value="PT{:02}H{:02}M{:02}S""#,
                time.hour(),
                time.minute(),
                time.second()
            ),
            paragraphs(&time.format("%H:%M").to_string()),
        ),
        Cell::Iso(text) => (
            format!(r#" office:value-type="date" office:date-value="{text}""#),
            paragraphs(text),
        ),
        Cell::Bool(value) => (
            format!(r#" office:value-type="boolean" office:boolean-value="{value}""#),
            paragraphs(if *value { "TRUE" } else { "FALSE" }),
        ),
        Cell::Error(error) => (
            r#" office:value-type="string" office:string-value="" calcext:value-type="error""#.to_owned(),
            paragraphs(error.text()),
        ),
    }
}

/// XML folds white space, so that further blanks, tabs and line ends have elements of their own.
fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        out.push_str("<text:p>");
        let mut before_is_text = false;
        for c in line.chars() {
            match c {
                ' ' if before_is_text => out.push(' '),
                ' ' => out.push_str("<text:s/>"),
                '\t' => out.push_str("<text:tab/>"),
                other => out.push_str(&escape(other.encode_utf8(&mut [0; 4]))),
            }
            before_is_text = !matches!(c, ' ' | '\t');
        }
        out.push_str("</text:p>");
    }
    out
}

/// `SUM(D5:I5)` as this format has it: `SUM([.D5:.I5])`.
fn open_formula(formula: &str) -> String {
    let mut out = String::new();
    let mut rest = formula;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != ':')
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let mut parts = word.split(':');
        if parts.all(|part| part.parse::<Address>().is_ok()) {
            append(&mut out, format_args!("[.{}]", word.replace(':', ":.")));
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out.push_str(rest);
    out.replace(',', ";")
}

fn append(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_bracketed() {
        assert_eq!(open_formula("SUM(D5:I5)"), "SUM([.D5:.I5])");
        assert_eq!(open_formula("IF(J5=0,0,INT(K5/J5))"), "IF([.J5]=0;0;INT([.K5]/[.J5]))");
        assert_eq!(open_formula("(N5-X5)/W5"), "([.N5]-[.X5])/[.W5]");
    }

    #[test]
    fn blanks_survive_the_folding_of_white_space() {
        assert_eq!(
            paragraphs(" a  b\t c\nd"),
            "<text:p><text:s/>a <text:s/>b<text:tab/><text:s/>c</text:p><text:p>d</text:p>"
        );
    }
}
