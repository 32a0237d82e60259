//! Binary Excel workbooks, `.xlsb`: records instead of XML in the same kind of archive as `.xlsx`.

use super::package::pack;
use super::serial::{self, BinaryStyle, DateSystem, Look};
use crate::workbook::{Address, Cell, Sheet, Workbook};

const SMALL: &str = "a sample's records are short";

/// Kinds of cells up to here have a form without a column, whose kind is so much more.
const LAST_WITH_SHORT_KIND: u16 = 0x0007;
const SHORT_KINDS: u16 = 0x000B;

const ROOT_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Target="xl/workbook.bin""#,
    r#" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"#,
);

/// The workbook as `.xlsb`.
pub fn xlsb(workbook: &Workbook) -> Vec<u8> {
    xlsb_with(workbook, DateSystem::Since1900)
}

/// The workbook as `.xlsb` that counts days in this system.
///
/// A formula is written as the constant that it had come to, for readers count cached values and nothing else.
pub fn xlsb_with(workbook: &Workbook, dates: DateSystem) -> Vec<u8> {
    let style = BinaryStyle {
        dates,
        ..BinaryStyle::default()
    };
    xlsb_styled(workbook, style)
}

/// The workbook as `.xlsb` in this style.
pub fn xlsb_styled(workbook: &Workbook, style: BinaryStyle) -> Vec<u8> {
    let mut texts = Vec::new();
    let names: Vec<String> = (1..=workbook.sheets.len())
        .map(|n| format!("xl/worksheets/sheet{n}.bin"))
        .collect();
    let mut parts = vec![
        ("[Content_Types].xml", content_types(&names, style).into_bytes()),
        ("_rels/.rels", ROOT_RELATIONS.into()),
        ("xl/workbook.bin", book(workbook, style)),
        (
            "xl/_rels/workbook.bin.rels",
            relations(workbook.sheets.len(), style).into_bytes(),
        ),
        ("xl/styles.bin", styles()),
    ];
    for (name, sheet) in names.iter().zip(&workbook.sheets) {
        parts.push((name, worksheet(sheet, style, &mut texts)));
    }
    if style.compact {
        parts.push(("xl/sharedStrings.bin", shared_texts(&texts)));
    }
    pack(&parts)
}

fn content_types(sheets: &[String], style: BinaryStyle) -> String {
    let sheets: Vec<String> = sheets
        .iter()
        .map(|name| format!(r#"<Override PartName="/{name}" ContentType="application/vnd.ms-excel.worksheet"/>"#))
        .collect();
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/>{}{}</Types>"#,
        ),
        sheets.concat(),
        if style.compact {
            r#"<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/>"#
        } else {
            ""
        }
    )
}

fn relations(sheets: usize, style: BinaryStyle) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = |n| format!(r#"<Relationship Id="rId{n}" Target="worksheets/sheet{n}.bin" Type="{kind}/worksheet"/>"#);
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}"#,
            r#"<Relationship Id="styles" Target="styles.bin" Type="{}/styles"/>{}</Relationships>"#,
        ),
        (1..=sheets).map(sheet).collect::<Vec<String>>().concat(),
        kind,
        if style.compact {
            format!(r#"<Relationship Id="texts" Target="sharedStrings.bin" Type="{kind}/sharedStrings"/>"#)
        } else {
            String::new()
        }
    )
}

/// A record: type and length in groups of seven bits, then its data.
fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
    let mut groups = |mut rest: usize| {
        while 0x7F < rest {
            out.push(u8::try_from(rest & 0x7F).expect("seven bits") | 0x80);
            rest >>= 7;
        }
        out.push(u8::try_from(rest).expect("seven bits"));
    };
    groups(usize::from(kind));
    groups(data.len());
    out.extend(data);
}

fn wide_text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut data = u32::try_from(units.len()).expect(SMALL).to_le_bytes().to_vec();
    data.extend(units.into_iter().flat_map(u16::to_le_bytes));
    data
}

fn book(workbook: &Workbook, style: BinaryStyle) -> Vec<u8> {
    let mut out = Vec::new();
    record(&mut out, 0x0083, &[]); // BrtBeginBook
    let mut properties = u32::from(style.dates == DateSystem::Since1904).to_le_bytes().to_vec();
    properties.extend(0_u32.to_le_bytes());
    properties.extend(wide_text("ThisWorkbook"));
    record(&mut out, 0x0099, &properties); // BrtWbProp
    record(&mut out, 0x008F, &[]); // BrtBeginBundleShs
    for (index, sheet) in (1_u32..).zip(&workbook.sheets) {
        let is_last = workbook.sheets.len() == usize::try_from(index).expect(SMALL);
        let state = if is_last { style.last_sheet_state } else { 0 };
        let mut bundle = u32::from(state).to_le_bytes().to_vec();
        bundle.extend(index.to_le_bytes());
        bundle.extend(wide_text(&format!("rId{index}")));
        bundle.extend(wide_text(&sheet.name));
        record(&mut out, 0x009C, &bundle); // BrtBundleSh
    }
    record(&mut out, 0x0090, &[]); // BrtEndBundleShs
    record(&mut out, 0x0084, &[]); // BrtEndBook
    out
}

/// Number formats and cell formats only: fonts, fills and borders say nothing to a reader of values.
fn styles() -> Vec<u8> {
    let mut out = Vec::new();
    record(&mut out, 0x0116, &[]); // BrtBeginStyleSheet
    let custom: Vec<Look> = Look::custom().collect();
    record(
        &mut out,
        0x0267,
        &u32::try_from(custom.len()).expect(SMALL).to_le_bytes(),
    ); // BrtBeginFmts
    for look in custom {
        let mut format = look.format_id().to_le_bytes().to_vec();
        format.extend(wide_text(look.code()));
        record(&mut out, 0x002C, &format); // BrtFmt
    }
    record(&mut out, 0x0268, &[]); // BrtEndFmts
    record(
        &mut out,
        0x0269,
        &u32::try_from(Look::ALL.len()).expect(SMALL).to_le_bytes(),
    ); // BrtBeginCellXFs
    for look in Look::ALL {
        let mut format = 0_u16.to_le_bytes().to_vec();
        format.extend(look.format_id().to_le_bytes());
        format.extend([0; 12]);
        record(&mut out, 0x002F, &format); // BrtXF
    }
    record(&mut out, 0x026A, &[]); // BrtEndCellXFs
    record(&mut out, 0x0117, &[]); // BrtEndStyleSheet
    out
}

/// The table of texts of a workbook.
fn shared_texts(texts: &[String]) -> Vec<u8> {
    let mut out = Vec::new();
    let count = u32::try_from(texts.len()).expect(SMALL).to_le_bytes();
    record(&mut out, 0x009F, &[count, count].concat()); // BrtBeginSst
    for text in texts {
        let mut item = vec![0];
        item.extend(wide_text(text));
        record(&mut out, 0x0013, &item); // BrtSSTItem
    }
    record(&mut out, 0x00A0, &[]); // BrtEndSst
    out
}

fn worksheet(sheet: &Sheet, style: BinaryStyle, texts: &mut Vec<String>) -> Vec<u8> {
    let mut out = Vec::new();
    record(&mut out, 0x0081, &[]); // BrtBeginSheet
    let (rows, columns) = if style.wrong_dimension { (1, 1) } else { sheet.size() };
    let bounds = [0, rows.saturating_sub(1), 0, columns.saturating_sub(1)];
    record(&mut out, 0x0094, &bounds.map(u32::to_le_bytes).concat()); // BrtWsDim
    record(&mut out, 0x0091, &[]); // BrtBeginSheetData
    let mut row = None;
    let mut before = None;
    for (address, cell) in style.cells(sheet) {
        if row != Some(address.row) {
            row = Some(address.row);
            let mut header = address.row.to_le_bytes().to_vec();
            header.extend([0, 0, 0, 0, 0x2C, 0x01, 0, 0, 0, 0, 0, 0, 0]);
            record(&mut out, 0x0000, &header); // BrtRowHdr
        }
        let (kind, data) = record_of(address, cell, style, texts);
        let is_behind = |before: Address| (before.row, before.column + 1) == (address.row, address.column);
        if style.implied_columns && before.is_some_and(is_behind) && kind <= LAST_WITH_SHORT_KIND {
            record(&mut out, kind + SHORT_KINDS, &data[4..]);
        } else {
            record(&mut out, kind, &data);
        }
        before = Some(address);
    }
    record(&mut out, 0x0092, &[]); // BrtEndSheetData
    if !sheet.merged().is_empty() {
        let count = u32::try_from(sheet.merged().len()).expect(SMALL);
        record(&mut out, 0x00B1, &count.to_le_bytes()); // BrtBeginMergeCells
        for (first, last) in sheet.merged() {
            let bounds = [first.row, last.row, first.column, last.column];
            record(&mut out, 0x00B0, &bounds.map(u32::to_le_bytes).concat()); // BrtMergeCell
        }
        record(&mut out, 0x00B2, &[]); // BrtEndMergeCells
    }
    record(&mut out, 0x0082, &[]); // BrtEndSheet
    out
}

/// Kind and fields of a cell's record; the first four bytes are its column.
fn record_of(at: Address, cell: &Cell, style: BinaryStyle, texts: &mut Vec<String>) -> (u16, Vec<u8>) {
    let is_formula = matches!(cell, Cell::Formula { .. });
    assert!(!matches!(cell, Cell::Iso(_)), "the format has no such cells");
    let number = serial::number(cell.value(), style.dates);
    let look = number.map_or(Look::General, |(_, look)| look);
    let mut data = at.column.to_le_bytes().to_vec();
    data.extend(u32::from(look.index()).to_le_bytes());
    if let (Some((number, _)), false) = (number, is_formula)
        && let Some(short) = style.short(number)
    {
        data.extend(short.to_le_bytes());
        return (0x0002, data); // BrtCellRk
    }
    if let Cell::Text(text) = cell
        && style.compact
    {
        let known = texts.iter().position(|known| known == text);
        let number = known.unwrap_or_else(|| {
            texts.push(text.clone());
            texts.len() - 1
        });
        data.extend(u32::try_from(number).expect(SMALL).to_le_bytes());
        return (0x0007, data); // BrtCellIsst
    }
    // Types of a constant and of a formula, the value, and the token that stands for that value in a formula.
    let (constant, formula, value, tokens) = match (number, cell.value()) {
        (Some((number, _)), _) => (
            0x0005,
            0x0009,
            number.to_le_bytes().to_vec(),
            [&[0x1F][..], &number.to_le_bytes()].concat(),
        ),
        (None, Cell::Text(text)) => (0x0006, 0x0008, wide_text(text), text_token(text)),
        (None, Cell::Bool(value)) => (0x0004, 0x000A, vec![u8::from(*value)], vec![0x1D, u8::from(*value)]),
        (None, Cell::Error(error)) => (0x0003, 0x000B, vec![error.byte()], vec![0x1C, error.byte()]),
        (None, _) => return (0x0001, data), // BrtCellBlank
    };
    data.extend(value);
    if is_formula {
        data.extend(0_u16.to_le_bytes());
        data.extend(u32::try_from(tokens.len()).expect(SMALL).to_le_bytes());
        data.extend(tokens);
        data.extend(0_u32.to_le_bytes());
    }
    (if is_formula { formula } else { constant }, data)
}

fn text_token(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().take(255).collect();
    let mut token = vec![0x17];
    token.extend(u16::try_from(units.len()).expect("at most 255").to_le_bytes());
    token.extend(units.into_iter().flat_map(u16::to_le_bytes));
    token
}
