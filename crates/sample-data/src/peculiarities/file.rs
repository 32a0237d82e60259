//! The file around the two sheets: its format, the ways of the program that wrote it, and what else is in it.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::Knob;
use crate::formats::{
    self, BinaryStyle, CsvDates, CsvEncoding, CsvSeparator, CsvStyle, DateSystem, Package, Texts, XlsxStyle,
};
use crate::workbook::{CellError, Sheet, Workbook};

/// A format of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsm,
    Xlsb,
    Xls,
    Ods,
    Csv,
}

impl Format {
    pub(super) const ALL: [Self; 6] = [Self::Xlsx, Self::Xlsm, Self::Xlsb, Self::Xls, Self::Ods, Self::Csv];

    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsm => "xlsm",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
        }
    }

    fn is_xlsx(self) -> bool {
        matches!(self, Self::Xlsx | Self::Xlsm)
    }

    fn is_binary(self) -> bool {
        matches!(self, Self::Xlsb | Self::Xls)
    }

    /// Whether the parts are those of Office Open XML, in markup or records.
    fn is_office_package(self) -> bool {
        self.is_xlsx() || self == Self::Xlsb
    }

    pub(super) fn has_formulas(self) -> bool {
        self != Self::Csv
    }

    pub(super) fn has_merges(self) -> bool {
        self != Self::Csv
    }
}

type PackageChange = fn(&mut Package);

/// What is around the cells.
#[derive(Debug, Clone)]
pub(super) struct Dress {
    pub(super) format: Format,
    pub(super) dates: DateSystem,
    /// `None` leaves an `.xlsx` to the writer library.
    xlsx: Option<XlsxStyle>,
    binary: BinaryStyle,
    csv: CsvStyle,
    before: Vec<Sheet>,
    after: Vec<Sheet>,
    changes: Vec<PackageChange>,
    /// Whether the reader may refuse the file with words.
    pub(super) may_be_refused: bool,
    story: Vec<String>,
}

impl Dress {
    pub(super) fn of(format: Format) -> Self {
        Self {
            format,
            dates: DateSystem::Since1900,
            xlsx: None,
            binary: BinaryStyle::default(),
            csv: CsvStyle::default(),
            before: Vec::new(),
            after: Vec::new(),
            changes: Vec::new(),
            may_be_refused: false,
            story: Vec::new(),
        }
    }

    /// An `.xlsx` is written here, not by the writer library.
    pub(super) fn style_xlsx(&mut self) -> &mut XlsxStyle {
        self.xlsx.get_or_insert_default()
    }

    /// Sees to it that date-typed cells can be written.
    pub(super) fn allow_iso(&mut self) -> Option<()> {
        if self.format.is_xlsx() {
            self.style_xlsx();
            return Some(());
        }
        (self.format == Format::Ods).then_some(())
    }

    /// Sees to it that formulas without a value can be written. Excel, which alone writes the binary formats, always
    /// calculates; the writer library gives each formula an empty text at least.
    pub(super) fn allow_valueless_formulas(&mut self) -> Option<()> {
        self.allow_iso()
    }

    /// Whether the workbook asks to be calculated when it is opened. The writer library always does so.
    pub(super) fn calculates_on_open(&self) -> bool {
        self.format.is_xlsx() && self.xlsx.is_none_or(|style| style.calculates_on_open)
    }

    /// The files of a workbook.
    pub(super) fn write(&self, stem: &str, daily: &Sheet, performances: &Sheet) -> Vec<(String, Vec<u8>)> {
        if self.format == Format::Csv {
            return [("daily", daily), ("performances", performances)]
                .map(|(what, sheet)| (format!("{stem}_{what}.csv"), self.csv(sheet)))
                .to_vec();
        }
        let mut workbook = Workbook::new(format!("{stem}.{}", self.format.extension()));
        workbook.sheets.extend(self.before.iter().cloned());
        workbook.sheets.extend([daily.clone(), performances.clone()]);
        workbook.sheets.extend(self.after.iter().cloned());
        let binary = BinaryStyle {
            dates: self.dates,
            ..self.binary
        };
        let bytes = match self.format {
            Format::Xlsx | Format::Xlsm => self.write_xlsx(&workbook),
            Format::Xlsb => formats::xlsb_styled(&workbook, binary),
            Format::Xls => formats::xls_styled(&workbook, binary),
            Format::Ods | Format::Csv => formats::ods(&workbook),
        };
        let bytes = if self.changes.is_empty() || self.format == Format::Xls {
            bytes
        } else {
            let mut package = Package::open(&bytes);
            for change in &self.changes {
                change(&mut package);
            }
            package.pack()
        };
        vec![(workbook.file_name, bytes)]
    }

    fn write_xlsx(&self, workbook: &Workbook) -> Vec<u8> {
        let bytes = match self.xlsx {
            Some(style) => formats::xlsx_styled(
                workbook,
                XlsxStyle {
                    dates: self.dates,
                    ..style
                },
            ),
            None => formats::xlsx_with(workbook, self.dates),
        };
        if self.format == Format::Xlsx {
            return bytes;
        }
        let plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        let with_macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
        Package::open(&bytes)
            .replace("[Content_Types].xml", plain, with_macros)
            .pack()
    }

    /// In UTF-8 where the encoding lacks a character.
    fn csv(&self, sheet: &Sheet) -> Vec<u8> {
        let text = String::from_utf8(formats::csv(
            sheet,
            CsvStyle {
                encoding: CsvEncoding::Utf8,
                ..self.csv
            },
        ));
        let has_all = self.csv.encoding.has(&text.expect("UTF-8"));
        let encoding = if has_all {
            self.csv.encoding
        } else {
            CsvEncoding::Utf8Bom
        };
        formats::csv(sheet, CsvStyle { encoding, ..self.csv })
    }
}

type Change = fn(&mut Dress, &mut ChaCha8Rng);
type Fits = fn(Format) -> bool;

const KNOBS: &[(&str, Fits, Change)] = &[
    (
        "days since 1904",
        |format| format.is_office_package() || format == Format::Xls,
        |dress, _| {
            dress.dates = DateSystem::Since1904;
        },
    ),
    (
        "other sheets before",
        |format| format != Format::Csv,
        |dress, rng| {
            dress.before = other_sheets(rng, "앞");
        },
    ),
    (
        "other sheets behind",
        |format| format != Format::Csv,
        |dress, rng| {
            dress.after = other_sheets(rng, "뒤");
        },
    ),
    ("another program's plain way", Format::is_xlsx, |dress, _| {
        let _ = dress.style_xlsx();
    }),
    ("prefixed elements", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().is_prefixed = true;
    }),
    ("white space in the markup", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().is_spaced = true;
    }),
    ("cells without addresses", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().is_unaddressed = true;
    }),
    ("rows from the last to the first", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().is_backwards = true;
    }),
    ("the strict form", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().is_strict = true;
    }),
    ("relations from the root", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().has_absolute_targets = true;
    }),
    ("character references", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().has_character_references = true;
    }),
    ("a dimension", Format::is_xlsx, dimension),
    ("texts in the cells", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().texts = Texts::Inline;
    }),
    ("texts in pieces", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().texts = Texts::SharedRuns;
    }),
    ("calculated when opened", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().calculates_on_open = true;
    }),
    ("a look in the last cell", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().is_formatted_to_the_end = true;
    }),
    ("an odd state", Format::is_xlsx, odd_state),
    ("a sheet without a part", Format::is_xlsx, |dress, _| {
        dress.style_xlsx().has_dangling_sheet = true;
    }),
    ("a chart sheet", Format::is_xlsx, |dress, _| dress.change(chart_sheet)),
    ("compact cells", Format::is_binary, |dress, _| {
        dress.binary.compact = true;
    }),
    ("compact cells again", Format::is_binary, |dress, _| {
        dress.binary.compact = true;
    }),
    (
        "cells without columns",
        |format| format == Format::Xlsb,
        |dress, _| {
            dress.binary.implied_columns = true;
        },
    ),
    ("cells from the last to the first", Format::is_binary, |dress, _| {
        dress.binary.is_backwards = true;
    }),
    ("a wrong dimension", Format::is_binary, |dress, _| {
        dress.binary.wrong_dimension = true;
    }),
    ("a state", Format::is_binary, |dress, rng| {
        dress.binary.last_sheet_state = rng.random_range(0..=3);
    }),
    ("other separators of parts", Format::is_office_package, |dress, _| {
        dress.change(backslashes);
    }),
    (
        "names of parts in another case",
        Format::is_office_package,
        |dress, _| dress.change(upper_case_parts),
    ),
    ("pictures", Format::is_office_package, |dress, _| dress.change(pictures)),
    ("embedded web pages", Format::is_office_package, |dress, _| {
        dress.change(web_pages);
    }),
    ("macros", Format::is_office_package, |dress, _| dress.change(macros)),
    ("marks of byte order", Format::is_xlsx, |dress, _| {
        dress.change(byte_order_marks);
    }),
    ("comments in the markup", Format::is_xlsx, |dress, _| {
        dress.change(comments);
    }),
    ("a part in UTF-16", Format::is_xlsx, utf_16),
    (
        "no mimetype",
        |format| format == Format::Ods,
        |dress, _| dress.change(without_mimetype),
    ),
    (
        "white space between elements",
        |format| format == Format::Ods,
        |dress, _| dress.change(spaced_ods),
    ),
    (
        "objects and pictures",
        |format| format == Format::Ods,
        |dress, _| dress.change(ods_objects),
    ),
    (
        "an encoding",
        |format| format == Format::Csv,
        |dress, rng| {
            dress.csv.encoding = any(&CsvEncoding::ALL, rng);
        },
    ),
    (
        "a separator",
        |format| format == Format::Csv,
        |dress, rng| {
            dress.csv.separator = any(&CsvSeparator::ALL, rng);
        },
    ),
    (
        "a habit of days",
        |format| format == Format::Csv,
        |dress, rng| {
            dress.csv.dates = any(&CsvDates::ALL, rng);
        },
    ),
    (
        "parted thousands",
        |format| format == Format::Csv,
        |dress, _| {
            dress.csv.thousands = true;
        },
    ),
    (
        "won signs",
        |format| format == Format::Csv,
        |dress, _| {
            dress.csv.won_sign = true;
        },
    ),
    (
        "percents",
        |format| format == Format::Csv,
        |dress, _| {
            dress.csv.percent = true;
        },
    ),
    (
        "times with seconds",
        |format| format == Format::Csv,
        |dress, _| {
            dress.csv.seconds = true;
        },
    ),
    (
        "quotes everywhere",
        |format| format == Format::Csv,
        |dress, _| {
            dress.csv.quote_all = true;
        },
    ),
];

pub(super) fn knobs() -> impl Iterator<Item = Knob> {
    KNOBS
        .iter()
        .map(|(name, fits, change)| Knob::file(name, *fits, *change))
}

fn any<T: Copy>(all: &[T], rng: &mut ChaCha8Rng) -> T {
    *all.choose(rng).expect("some ways")
}

impl Dress {
    fn change(&mut self, change: PackageChange) {
        self.changes.push(change);
    }

    /// What was done to the file.
    pub(super) fn story(&self) -> &[String] {
        &self.story
    }
}

fn dimension(dress: &mut Dress, rng: &mut ChaCha8Rng) {
    let dimensions = ["A:K", "A1", "B2", "A1:XFD1048576", "1:9", "", "A1:B2"];
    let dimension = any(&dimensions, rng);
    dress.style_xlsx().dimension = Some(dimension);
    dress.story.push(format!("dimension {dimension:?}"));
}

fn odd_state(dress: &mut Dress, rng: &mut ChaCha8Rng) {
    let state = any(&["hidden", "veryHidden", "visible", "gone", ""], rng);
    dress.style_xlsx().last_sheet_state = Some(state);
    dress.story.push(format!("state {state:?}"));
}

/// Sheets that nobody reads, with all that would matter in others.
fn other_sheets(rng: &mut ChaCha8Rng, place: &str) -> Vec<Sheet> {
    let mut junk = Sheet::new(format!("메모 {place}"));
    junk.set("A1", "dash_date")
        .set("B2", "dash_date")
        .set("B3", "미정")
        .set("C3", 12)
        .set("D9", CellError::Spill)
        .set("E9", CellError::Ref)
        .set("AB400", " ");
    let mut copy = Sheet::new(format!("Daily ({place})"));
    copy.set("B2", "dash_date")
        .set("C2", "dash_seat_deposit_tot")
        .set("B3", "2026-11-01")
        .set("C3", 5);
    let empty = Sheet::new(format!("빈 시트 {place}"));
    let mut sheets = vec![junk, copy, empty];
    sheets.truncate(rng.random_range(1..=3));
    // `#SPILL!` is beyond the writer library.
    sheets[0].set("D9", CellError::Value);
    sheets
}

fn chart_sheet(package: &mut Package) {
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let book = names.iter().find(|name| name.as_str() == "xl/workbook.xml");
    if book.is_none() {
        return;
    }
    package.edit("xl/workbook.xml", |xml| {
        let xml = String::from_utf8(xml.to_vec()).expect("markup");
        let p = if xml.contains("<x:sheets>") { "x:" } else { "" };
        let chart = format!(r#"<{p}sheets><{p}sheet name="차트" sheetId="77" r:id="rIdChart"/>"#);
        xml.replacen(&format!("<{p}sheets>"), &chart, 1).into_bytes()
    });
    package.edit("xl/_rels/workbook.xml.rels", |xml| {
        let xml = String::from_utf8(xml.to_vec()).expect("markup");
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet";
        let relation =
            format!(r#"<Relationship Id="rIdChart" Type="{kind}" Target="chartsheets/sheet1.xml"/></Relationships>"#);
        xml.replacen("</Relationships>", &relation, 1).into_bytes()
    });
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let chart = format!(r#"<?xml version="1.0"?><chartsheet xmlns="{main}"><sheetViews/></chartsheet>"#);
    package.add("xl/chartsheets/sheet1.xml", chart);
}

fn backslashes(package: &mut Package) {
    package.rename(|name| name.replace('/', "\\"));
}

fn upper_case_parts(package: &mut Package) {
    package.rename(|name| {
        name.replace("sharedStrings", "SharedStrings")
            .replace("worksheets/sheet", "worksheets/Sheet")
    });
}

fn pictures(package: &mut Package) {
    package.add("xl/media/image1.png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]);
    let svg = concat!(
        r#"<?xml version="1.0" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN""#,
        r#" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY a "b">]>"#,
        r#"<svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>"#,
    );
    package.add("xl/media/image2.svg", svg);
    package.add("xl/drawings/drawing1.xml", "<broken");
}

fn web_pages(package: &mut Package) {
    let page = "<!DOCTYPE html><html><body><table><tr><td>dash_date</td></tr></table></body></html>";
    package.add("xl/embeddings/oleObject1.bin", page);
    package.add("customXml/item1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
    package.add("docProps/custom.xml", "<!DOCTYPE html>");
}

fn macros(package: &mut Package) {
    package.add(
        "xl/vbaProject.bin",
        &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0<!DOCTYPE"[..],
    );
    package.add("xl/printerSettings/printerSettings1.bin", &[0xFF; 300][..]);
}

/// Names of parts that a reader must parse.
const PARSED: [&str; 5] = [
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/_rels/workbook.xml.rels",
];

fn byte_order_marks(package: &mut Package) {
    for part in PARSED {
        package.edit(part, |xml| [b"\xEF\xBB\xBF", xml].concat());
    }
}

fn comments(package: &mut Package) {
    for part in PARSED {
        package.edit(part, |xml| {
            let xml = String::from_utf8(xml.to_vec()).expect("markup");
            xml.replacen(
                "?>",
                "?>\r\n<?mso-application progid=\"Excel.Sheet\"?><!-- <row> & 합계 -->\r\n",
                1,
            )
            .into_bytes()
        });
    }
}

fn utf_16(dress: &mut Dress, _: &mut ChaCha8Rng) {
    dress.may_be_refused = true;
    dress.change(|package| {
        for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"] {
            package.edit(part, |xml| {
                let xml = String::from_utf8(xml.to_vec()).expect("markup");
                let xml = xml.trim_start_matches('\u{feff}').replacen("UTF-8", "UTF-16", 1);
                let units = std::iter::once(0xFEFF).chain(xml.encode_utf16());
                units.flat_map(u16::to_le_bytes).collect()
            });
        }
    });
}

fn without_mimetype(package: &mut Package) {
    package.remove("mimetype");
}

fn spaced_ods(package: &mut Package) {
    package.edit("content.xml", |xml| {
        let xml = String::from_utf8(xml.to_vec()).expect("markup");
        xml.replace("<table:", "\r\n   <table:")
            .replace("</table:", "\r\n </table:")
            .into_bytes()
    });
}

fn ods_objects(package: &mut Package) {
    package.add("Pictures/1.png", &b"\x89PNG\r\n\x1a\n"[..]);
    package.add("Object 1/content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
    package.add("Thumbnails/thumbnail.png", &b"\x89PNG"[..]);
    package.add("Configurations2/accelerator/current.xml", "");
}
