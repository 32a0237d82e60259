//! `.xlsx` as other programs than our writer library write it.

use std::fmt::Write;

use super::package::{escape, pack};
use super::serial::{self, DateSystem, Look};
use crate::workbook::{Address, Cell, Sheet, Workbook};

/// Where the texts of cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Texts {
    /// In a table of the workbook, as Excel has it.
    #[default]
    Shared,
    /// In that table, in pieces of several looks, with how to say them.
    SharedRuns,
    /// In the cells, as programs write that do not look back.
    Inline,
}

/// The ways of the program that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent ways, and tests combine them freely"
)]
pub struct XlsxStyle {
    /// From when it counts days.
    pub dates: DateSystem,
    /// Where texts stand.
    pub texts: Texts,
    /// What elements of sheets are called: `x:row` instead of `row`.
    pub is_prefixed: bool,
    /// Elements on lines of their own.
    pub is_spaced: bool,
    /// Rows and cells do not say where they are: each is behind the one before.
    pub is_unaddressed: bool,
    /// Rows, and the cells of each, from the last to the first. Needs their addresses.
    pub is_backwards: bool,
    /// The names of the strict form of the format.
    pub is_strict: bool,
    /// Relations say where a part is from the root of the package.
    pub has_absolute_targets: bool,
    /// Letters beyond ASCII as numbers: `&#45824;`.
    pub has_character_references: bool,
    /// What sheets say about their size.
    pub dimension: Option<&'static str>,
    /// The workbook asks to be calculated when it is opened.
    pub calculates_on_open: bool,
    /// A cell without value, but with a look, in the last cell of each sheet.
    pub is_formatted_to_the_end: bool,
    /// The state of the last sheet, such as `veryHidden`.
    pub last_sheet_state: Option<&'static str>,
    /// A further sheet that has no part.
    pub has_dangling_sheet: bool,
}

/// The workbook as `.xlsx` in this style.
pub fn xlsx_styled(workbook: &Workbook, style: XlsxStyle) -> Vec<u8> {
    let mut writer = Writer {
        style,
        texts: Vec::new(),
    };
    let sheets: Vec<String> = workbook.sheets.iter().map(|sheet| writer.worksheet(sheet)).collect();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), writer.root_relations()),
        ("xl/workbook.xml".to_owned(), writer.book(workbook)),
        ("xl/_rels/workbook.xml.rels".to_owned(), writer.relations(sheets.len())),
        ("xl/styles.xml".to_owned(), writer.styles()),
    ];
    parts.extend(
        (1..)
            .zip(sheets)
            .map(|(n, sheet)| (format!("xl/worksheets/sheet{n}.xml"), sheet)),
    );
    if style.texts != Texts::Inline {
        parts.push(("xl/sharedStrings.xml".to_owned(), writer.shared_texts()));
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone().into_bytes()))
        .collect();
    pack(&parts)
}

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn content_types(sheets: usize) -> String {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut out = format!(
        concat!(
            r#"{}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#,
            r#"<Override PartName="/xl/workbook.xml" ContentType="{1}.sheet.main+xml"/>"#,
            r#"<Override PartName="/xl/styles.xml" ContentType="{1}.styles+xml"/>"#,
            r#"<Override PartName="/xl/sharedStrings.xml" ContentType="{1}.sharedStrings+xml"/>"#,
        ),
        DECLARATION, office
    );
    for n in 1..=sheets {
        append(
            &mut out,
            format_args!(r#"<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{office}.worksheet+xml"/>"#),
        );
    }
    out + "</Types>"
}

struct Writer {
    style: XlsxStyle,
    texts: Vec<String>,
}

impl Writer {
    fn prefix(&self) -> &'static str {
        if self.style.is_prefixed { "x:" } else { "" }
    }

    /// Between two elements.
    fn gap(&self) -> &'static str {
        if self.style.is_spaced { "\r\n    " } else { "" }
    }

    fn namespace(&self) -> &'static str {
        if self.style.is_strict {
            "http://purl.oclc.org/ooxml/spreadsheetml/main"
        } else {
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        }
    }

    fn relation_kind(&self) -> &'static str {
        if self.style.is_strict {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        }
    }

    fn open(&self, root: &str, attributes: &str) -> String {
        let (p, declared) = if self.style.is_prefixed {
            ("x:", "xmlns:x")
        } else {
            ("", "xmlns")
        };
        let (main, relations) = (self.namespace(), self.relation_kind());
        format!(r#"{DECLARATION}<{p}{root} {declared}="{main}" xmlns:r="{relations}"{attributes}>"#)
    }

    fn escaped(&self, text: &str) -> String {
        let text = escape(text);
        if !self.style.has_character_references {
            return text;
        }
        let mut out = String::new();
        for c in text.chars() {
            if c.is_ascii() {
                out.push(c);
            } else {
                append(&mut out, format_args!("&#{};", u32::from(c)));
            }
        }
        out
    }

    fn root_relations(&self) -> String {
        let (kind, root) = (
            self.relation_kind(),
            if self.style.has_absolute_targets { "/" } else { "" },
        );
        format!(
            concat!(
                r#"{}<Relationships xmlns="{}"><Relationship Id="rId1" Type="{}/officeDocument""#,
                r#" Target="{}xl/workbook.xml"/></Relationships>"#,
            ),
            DECLARATION, RELATIONS, kind, root
        )
    }

    fn relations(&self, sheets: usize) -> String {
        let (kind, root) = (
            self.relation_kind(),
            if self.style.has_absolute_targets { "/xl/" } else { "" },
        );
        let mut out = format!(r#"{DECLARATION}<Relationships xmlns="{RELATIONS}">"#);
        let mut relation = |id: &str, what: &str, target: &str| {
            let relation = format!(r#"<Relationship Id="{id}" Type="{kind}/{what}" Target="{root}{target}"/>"#);
            out.push_str(&relation);
        };
        for n in 1..=sheets {
            relation(&format!("rId{n}"), "worksheet", &format!("worksheets/sheet{n}.xml"));
        }
        relation("rIdStyles", "styles", "styles.xml");
        if self.style.texts != Texts::Inline {
            relation("rIdTexts", "sharedStrings", "sharedStrings.xml");
        }
        out + "</Relationships>"
    }

    fn book(&self, workbook: &Workbook) -> String {
        let p = self.prefix();
        let conformance = if self.style.is_strict {
            r#" conformance="strict""#
        } else {
            ""
        };
        let mut out = self.open("workbook", conformance);
        if self.style.dates == DateSystem::Since1904 {
            append(&mut out, format_args!(r#"<{p}workbookPr date1904="1"/>"#));
        }
        append(&mut out, format_args!("<{p}sheets>"));
        if self.style.has_dangling_sheet {
            append(
                &mut out,
                format_args!(r#"<{p}sheet name="옛 메모" sheetId="99" r:id="rId99"/>"#),
            );
        }
        for (n, sheet) in (1..).zip(&workbook.sheets) {
            let state = self.style.last_sheet_state.filter(|_| n == workbook.sheets.len());
            let state = state.map_or_else(String::new, |state| format!(r#" state="{state}""#));
            let name = self.escaped(&sheet.name);
            append(
                &mut out,
                format_args!(
                    r#"{}<{p}sheet name="{name}" sheetId="{n}"{state} r:id="rId{n}"/>"#,
                    self.gap()
                ),
            );
        }
        append(&mut out, format_args!("</{p}sheets>"));
        if self.style.calculates_on_open {
            append(
                &mut out,
                format_args!(r#"<{p}calcPr calcId="124519" fullCalcOnLoad="1"/>"#),
            );
        }
        append(&mut out, format_args!("</{p}workbook>"));
        out
    }

    fn styles(&self) -> String {
        let p = self.prefix();
        let mut out = self.open("styleSheet", "");
        append(
            &mut out,
            format_args!(r#"<{p}numFmts count="{}">"#, Look::custom().count()),
        );
        for look in Look::custom() {
            let (id, code) = (look.format_id(), escape(look.code()));
            append(
                &mut out,
                format_args!(r#"<{p}numFmt numFmtId="{id}" formatCode="{code}"/>"#),
            );
        }
        append(
            &mut out,
            format_args!(
                concat!(
                    r#"</{p}numFmts><{p}fonts count="1"><{p}font><{p}sz val="11"/></{p}font></{p}fonts>"#,
                    r#"<{p}fills count="2"><{p}fill><{p}patternFill patternType="none"/></{p}fill>"#,
                    r#"<{p}fill><{p}patternFill patternType="gray125"/></{p}fill></{p}fills>"#,
                    r#"<{p}borders count="1"><{p}border/></{p}borders>"#,
                    r#"<{p}cellStyleXfs count="1"><{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></{p}cellStyleXfs>"#,
                    r#"<{p}cellXfs count="{count}">"#,
                ),
                p = p,
                count = Look::ALL.len()
            ),
        );
        for look in Look::ALL {
            let id = look.format_id();
            append(
                &mut out,
                format_args!(
                    r#"<{p}xf numFmtId="{id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
                ),
            );
        }
        append(&mut out, format_args!("</{p}cellXfs></{p}styleSheet>"));
        out
    }

    fn shared_texts(&self) -> String {
        let p = self.prefix();
        let count = self.texts.len();
        let mut out = self.open("sst", &format!(r#" count="{count}" uniqueCount="{count}""#));
        for text in &self.texts {
            let piece = |text: &str| format!(r#"<{p}t xml:space="preserve">{}</{p}t>"#, self.escaped(text));
            append(&mut out, format_args!("{}<{p}si>", self.gap()));
            if self.style.texts == Texts::SharedRuns {
                let middle = text
                    .char_indices()
                    .nth(text.chars().count() / 2)
                    .map_or(0, |(at, _)| at);
                let (left, right) = text.split_at(middle);
                append(
                    &mut out,
                    format_args!(
                        concat!(
                            "<{p}r>{left}</{p}r><{p}r><{p}rPr><{p}b/></{p}rPr>{right}</{p}r>",
                            r#"<{p}rPh sb="0" eb="1"><{p}t>ヨミ</{p}t></{p}rPh><{p}phoneticPr fontId="0"/>"#,
                        ),
                        p = p,
                        left = piece(left),
                        right = piece(right)
                    ),
                );
            } else {
                out.push_str(&piece(text));
            }
            append(&mut out, format_args!("</{p}si>"));
        }
        append(&mut out, format_args!("</{p}sst>"));
        out
    }

    fn worksheet(&mut self, sheet: &Sheet) -> String {
        let (p, gap) = (self.prefix(), self.gap());
        let mut out = self.open("worksheet", "");
        if let Some(dimension) = self.style.dimension {
            append(&mut out, format_args!(r#"<{p}dimension ref="{dimension}"/>"#));
        }
        append(&mut out, format_args!("<{p}sheetData>"));
        let mut rows: Vec<u32> = sheet.cells().map(|(address, _)| address.row).collect();
        rows.dedup();
        if self.style.is_unaddressed {
            rows = (0..sheet.size().0).collect();
        }
        let is_backwards = self.style.is_backwards && !self.style.is_unaddressed;
        if is_backwards {
            rows.reverse();
        }
        for row in rows {
            let mut cells: Vec<(u32, &Cell)> = sheet.row(row).collect();
            if is_backwards {
                cells.reverse();
            }
            if self.style.is_unaddressed {
                append(&mut out, format_args!("{gap}<{p}row>"));
            } else {
                append(&mut out, format_args!(r#"{gap}<{p}row r="{}">"#, row + 1));
            }
            let mut next = 0;
            for (column, cell) in cells {
                let address = if self.style.is_unaddressed {
                    (next..column).for_each(|_| append(&mut out, format_args!("<{p}c/>")));
                    next = column + 1;
                    String::new()
                } else {
                    format!(r#" r="{}""#, Address::new(row, column))
                };
                let cell = self.cell(&address, cell);
                append(&mut out, format_args!("{gap}{cell}"));
            }
            append(&mut out, format_args!("{gap}</{p}row>"));
        }
        if self.style.is_formatted_to_the_end && !self.style.is_unaddressed {
            append(
                &mut out,
                format_args!(r#"<{p}row r="1048576"><{p}c r="XFD1048576" s="1"/></{p}row>"#),
            );
        }
        append(&mut out, format_args!("{gap}</{p}sheetData>"));
        if !sheet.merged().is_empty() {
            append(
                &mut out,
                format_args!(r#"<{p}mergeCells count="{}">"#, sheet.merged().len()),
            );
            for (first, last) in sheet.merged() {
                append(&mut out, format_args!(r#"<{p}mergeCell ref="{first}:{last}"/>"#));
            }
            append(&mut out, format_args!("</{p}mergeCells>"));
        }
        append(&mut out, format_args!("</{p}worksheet>"));
        out
    }

    fn cell(&mut self, address: &str, cell: &Cell) -> String {
        let p = self.prefix();
        let (formula, is_formula) = match cell {
            Cell::Formula { formula, .. } => (format!("<{p}f>{}</{p}f>", self.escaped(formula)), true),
            _ => (String::new(), false),
        };
        let value = cell.value();
        if let Some((number, look)) = serial::number(value, self.style.dates) {
            let look = look.index();
            return format!(r#"<{p}c{address} s="{look}">{formula}<{p}v>{number}</{p}v></{p}c>"#);
        }
        let (kind, content) = match value {
            Cell::Text(text) if is_formula => ("str", self.escaped(text)),
            Cell::Text(text) if self.style.texts == Texts::Inline => {
                let text = self.escaped(text);
                return format!(
                    r#"<{p}c{address} t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>"#
                );
            }
            Cell::Text(text) => ("s", self.shared(text).to_string()),
            Cell::Iso(text) => {
                let look = Look::Date.index();
                return format!(r#"<{p}c{address} s="{look}" t="d"><{p}v>{text}</{p}v></{p}c>"#);
            }
            Cell::Bool(value) => ("b", u8::from(*value).to_string()),
            Cell::Error(error) => ("e", error.text().to_owned()),
            // Some programs leave the value out, others write an empty one.
            _ if self.style.texts == Texts::Inline => return format!("<{p}c{address}>{formula}<{p}v/></{p}c>"),
            _ => return format!("<{p}c{address}>{formula}</{p}c>"),
        };
        format!(r#"<{p}c{address} t="{kind}">{formula}<{p}v>{content}</{p}v></{p}c>"#)
    }

    fn shared(&mut self, text: &str) -> usize {
        let known = self.texts.iter().position(|known| known == text);
        known.unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        })
    }
}

fn append(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("writing to a string does not fail");
}
