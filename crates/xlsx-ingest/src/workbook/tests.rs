//! What reaches the rules of a workbook, whatever packs it.

mod calamine;
mod encrypted;

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;

use domain::diagnostics::{CellAddress, FileKind};
use sample_data::formats::{ods, xls, xlsb, xlsx};
use sample_data::{Cell, Sheet, Workbook as Written};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::isolation::InProcess;
use super::{CellSink, Unreadable, Workbook};
use crate::layout::{Layout, SheetLayout};
use crate::limits::Limits;
use crate::rows::{CellValue, MergedRegion, SheetCell};

/// Everything of a sheet as text: `B2 text`, `C3 = 5` for a formula, `B2:B3` for a region.
#[derive(Default)]
struct Seen(Vec<String>);

fn name(at: CellAddress) -> String {
    format!("{}{}", char::from(b'A' + u8::try_from(at.column).unwrap()), at.row + 1)
}

impl CellSink for Seen {
    fn merged(&mut self, region: MergedRegion) -> ControlFlow<()> {
        self.0.push(format!("{}:{}", name(region.first), name(region.last)));
        ControlFlow::Continue(())
    }

    fn cell(&mut self, SheetCell { at, value, is_formula }: SheetCell<'_>) -> ControlFlow<()> {
        let made = if is_formula { "= " } else { "" };
        let value = match value {
            CellValue::Uncalculated => "?".to_owned(),
            CellValue::Error(text) => format!("error {text}"),
            other => other.text().into_owned(),
        };
        self.0.push(format!("{} {made}{value}", name(at)));
        ControlFlow::Continue(())
    }
}

fn daily() -> &'static SheetLayout {
    Layout::Stage.daily()
}

fn seen_within(bytes: &[u8], limits: &Limits) -> Result<Vec<String>, Unreadable> {
    let mut workbook = Workbook::open(bytes, &[], limits, &InProcess)?.expect("a workbook");
    let mut seen = Seen::default();
    workbook.read(daily(), &mut seen)?;
    Ok(seen.0)
}

/// What is seen in this process and in isolation, which is the same.
#[track_caller]
fn seen(bytes: &[u8]) -> Vec<String> {
    let here = seen_within(bytes, &Limits::default()).unwrap();
    let isolated = Limits {
        in_process_bytes: 0,
        ..Limits::default()
    };
    assert_eq!(seen_within(bytes, &isolated).unwrap(), here);
    here
}

fn small() -> Written {
    let mut sheet = Sheet::new("Daily");
    sheet
        .set("A1", "표")
        .set("B2", 5)
        .set("C2", Cell::formula("B2", 5))
        .set("B3", true);
    Written::new("a.xlsx").with_sheet(sheet)
}

const SMALL: [&str; 4] = ["A1 표", "B2 5", "C2 = 5", "B3 TRUE"];

/// The same archive with names and contents changed.
fn repacked(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Option<(String, Vec<u8>)>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if let Some((name, content)) = change(&name, content) {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(&content).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn with_part(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    repacked(bytes, |name, content| {
        let content = if name == part {
            change(String::from_utf8(content).unwrap()).into_bytes()
        } else {
            content
        };
        Some((name.to_owned(), content))
    })
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn with_sheet(change: impl Fn(String) -> String) -> Vec<u8> {
    with_part(&xlsx(&small()), SHEET, change)
}

#[test]
fn every_format_gives_the_same_cells() {
    assert_eq!(seen(&xlsx(&small())), SMALL);
    assert_eq!(seen(&xls(&small())), SMALL);
    assert_eq!(seen(&ods(&small())), SMALL);
    // Its writer of samples has no formulas.
    assert_eq!(seen(&xlsb(&small())).len(), SMALL.len());
}

#[test]
fn names_of_parts_may_be_written_in_any_way() {
    let bytes = repacked(&xlsx(&small()), |name, content| {
        Some((name.replace('/', "\\").to_uppercase(), content))
    });
    assert_eq!(seen(&bytes), SMALL);
}

#[test]
fn what_no_figure_needs_does_not_matter() {
    let bytes = xlsx(&small());
    for (part, from, to) in [
        (
            "xl/workbook.xml",
            "<sheets>",
            "<sheets><sheet name=\"memo\" sheetId=\"99\" state=\"odd\" r:id=\"rId99\"/>",
        ),
        ("xl/styles.xml", "<styleSheet", "<!DOCTYPE html><styleSheet"),
        ("docProps/app.xml", "<", "<<<"),
        (SHEET, "<sheetData>", "<sheetViews odd=\"1\"/><sheetData>"),
    ] {
        let changed = with_part(&bytes, part, |text| text.replacen(from, to, 1));
        assert_eq!(seen(&changed), SMALL, "{part}");
    }
    let dimension = with_sheet(|sheet| {
        let (before, rest) = sheet.split_once("<dimension").unwrap();
        let (_, after) = rest.split_once("/>").unwrap();
        format!("{before}<dimension ref=\"A:K\"/>{after}")
    });
    assert_eq!(seen(&dimension), SMALL);
    let without_styles = repacked(&bytes, |name, content| {
        (!name.ends_with("styles.xml")).then(|| (name.to_owned(), content))
    });
    assert_eq!(seen(&without_styles), SMALL);
    let extended =
        with_sheet(|sheet| sheet.replacen("</c>", "<extLst><ext><x:v xmlns:x=\"y\">7</x:v></ext></extLst></c>", 1));
    assert_eq!(seen(&extended), SMALL);
}

#[test]
fn markup_of_a_document_type_is_refused_where_it_is_read() {
    let bytes = with_sheet(|sheet| sheet.replacen("<worksheet", "<!DOCTYPE a><worksheet", 1));
    assert_eq!(seen_within(&bytes, &Limits::default()), Err(Unreadable::damaged()));
}

#[test]
fn a_sheet_in_another_encoding_is_read() {
    let bytes = repacked(&xlsx(&small()), |name, content| {
        if name != SHEET {
            return Some((name.to_owned(), content));
        }
        let text = String::from_utf8(content).unwrap().replace("UTF-8", "UTF-16");
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        Some((name.to_owned(), units.flat_map(u16::to_le_bytes).collect()))
    });
    assert_eq!(seen(&bytes), SMALL);
}

#[test]
fn a_prefix_of_names_does_not_matter() {
    let bytes = with_sheet(|sheet| {
        let sheet = sheet.replace("xmlns=", "xmlns:x=").replace("</", "</x:");
        let mut prefixed = String::new();
        for (index, piece) in sheet.split('<').enumerate() {
            if index > 0 {
                prefixed.push_str(if piece.starts_with(['/', '?']) { "<" } else { "<x:" });
            }
            prefixed.push_str(piece);
        }
        prefixed
    });
    assert_eq!(seen(&bytes), SMALL);
}

#[test]
fn errors_and_formulas_without_a_value_are_told_at_their_cell() {
    let bytes = with_sheet(|sheet| {
        sheet.replace(
            "</sheetData>",
            "<row r=\"5\"><c r=\"A5\" t=\"e\"><v>#SPILL!</v></c><c r=\"B5\"><f>A1</f><v/></c>\
             <c r=\"C5\" t=\"str\"><f>A1</f><v></v></c><c r=\"D5\" t=\"d\"><v>1899-12-30T19:30:00</v></c></row></sheetData>",
        )
    });
    assert_eq!(seen(&bytes)[4..], ["A5 error #SPILL!", "B5 = ?", "C5 = ", "D5 0.8125"]);
}

#[test]
fn merged_regions_come_before_the_cells() {
    let bytes = with_sheet(|sheet| {
        let merged =
            "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:B3\"/></mergeCells>";
        sheet.replace("</sheetData>", merged)
    });
    assert_eq!(seen(&bytes), [&["A1:C1", "B2:B3"][..], &SMALL].concat());
    let few = Limits {
        merged_regions: 1,
        ..Limits::default()
    };
    assert_eq!(
        seen_within(&bytes, &few),
        Err(Unreadable::TooLarge("> 1 merged regions".to_owned()))
    );
}

fn ods_table(rows: &str) -> Vec<u8> {
    repacked(&ods(&small()), |name, content| {
        let text = match name {
            // Excel opens a package without it.
            "mimetype" => return None,
            "content.xml" => String::from_utf8(content).unwrap(),
            _ => return Some((name.to_owned(), content)),
        };
        let start = text.find("<table:table-row").unwrap();
        let end = text.find("</table:table>").unwrap();
        Some((
            name.to_owned(),
            format!("{}{rows}{}", &text[..start], &text[end..]).into_bytes(),
        ))
    })
}

#[test]
fn an_ods_table_is_read_as_it_is_shown() {
    let bytes = ods_table(
        "\n <table:table-row table:number-rows-repeated=\"2\">\n  <table:table-cell table:number-columns-repeated=\"1000\"/>\n </table:table-row>
         <table:table-row>
          <table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"date\" office:date-value=\"2026-11-18\"><text:p>x</text:p></table:table-cell>
          <table:table-cell office:value-type=\"string\">
            <text:p>\n   합계 <text:span>a</text:span></text:p>
            <office:annotation><text:p>note</text:p></office:annotation>
          </table:table-cell>
          <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/>
          <table:table-cell office:value-type=\"date\" office:date-value=\"1899-12-30T19:30:00\"/>
         </table:table-row>
         <table:table-row>
          <table:covered-table-cell/>
          <table:table-cell table:formula=\"of:=[.A1]\"/>
          <table:table-cell table:formula=\"of:=[.A1]\" office:value-type=\"string\" office:string-value=\"\"/>
         </table:table-row>
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>",
    );
    assert_eq!(
        seen(&bytes),
        [
            "A3:A4",
            "A3 46344",
            "B3 합계 a",
            "C3 7",
            "D3 7",
            "E3 0.8125",
            "B4 = ?",
            "C4 = "
        ]
    );
}

#[test]
fn a_repeated_row_ends_at_the_limit() {
    let cell =
        "<table:table-cell table:number-columns-repeated=\"20000\" office:value-type=\"float\" office:value=\"7\"/>";
    let bytes = ods_table(&format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"
    ));
    let limits = Limits {
        rows: 3,
        columns: 2,
        ..Limits::default()
    };
    // The first cell beyond says it all.
    assert_eq!(seen_within(&bytes, &limits).unwrap(), ["A1 7", "B1 7", "C1 7"]);
}

#[test]
fn records_that_are_cut_short_are_damaged() {
    let bytes = xlsb(&small());
    let whole = seen(&bytes);
    let mut damaged = 0;
    for cut in 1..200 {
        let cut = repacked(&bytes, |name, mut content| {
            if name.ends_with("sheet1.bin") {
                content.truncate(content.len().saturating_sub(cut));
            }
            Some((name.to_owned(), content))
        });
        match seen_within(&cut, &Limits::default()) {
            Ok(cells) => assert_eq!(cells, whole),
            Err(error) => {
                assert_eq!(error, Unreadable::damaged());
                damaged += 1;
            }
        }
    }
    assert!(damaged > 50, "{damaged}");
}

/// An OLE2 file whose table of sectors says of those behind the end of the file that each ends a chain.
fn with_table_behind_the_end(mut bytes: Vec<u8>) -> Vec<u8> {
    let number = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let sector_bytes = 1 << bytes[30];
    let sectors = bytes.len() / sector_bytes - 1;
    let entries = sector_bytes / 4;
    assert_eq!(number(&bytes, 44), 1, "a table of one sector");
    let table = (number(&bytes, 76) + 1) * sector_bytes;
    assert!(sectors < entries);
    for entry in sectors..entries {
        bytes[table + entry * 4..][..4].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    }
    bytes
}

#[test]
fn a_table_of_sectors_that_goes_on_behind_the_end_does_not_matter() {
    let bytes = with_table_behind_the_end(xls(&small()));
    assert!(
        cfb::CompoundFile::open(Cursor::new(&bytes)).is_err(),
        "the test is of no use"
    );
    assert_eq!(seen(&bytes), SMALL);
    // What is cut off is missing all the same.
    let mut file = cfb::CompoundFile::open(Cursor::new(xls(&small()))).unwrap();
    let stream = file.open_stream("/Workbook").unwrap().len();
    let kept = bytes.len() - usize::try_from(stream).unwrap();
    assert_eq!(
        seen_within(&bytes[..kept], &Limits::default()),
        Err(Unreadable::damaged())
    );
}

#[test]
fn documents_in_the_container_of_excel_are_called_what_they_are() {
    for (stream, kind) in [
        ("WordDocument", FileKind::OtherOffice),
        ("PowerPoint Document", FileKind::OtherOffice),
        ("FileHeader", FileKind::Hancom),
        ("\u{9}DRMContent", FileKind::RightsManaged),
        ("EncryptedPackage", FileKind::RightsManaged),
        ("Odd", FileKind::Unknown),
    ] {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(stream).unwrap().write_all(b"x").unwrap();
        file.flush().unwrap();
        let bytes = file.into_inner().into_inner();
        let outcome = seen_within(&bytes, &Limits::default());
        assert_eq!(outcome, Err(Unreadable::NotAWorkbook(kind)), "{stream}");
    }
}
