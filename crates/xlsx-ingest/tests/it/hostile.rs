//! Files made to do harm.

use std::io::{Cursor, Read, Write};
use std::time::Duration;

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{xls, xlsx};
use xlsx_ingest::{InProcess, Isolation, IsolationFailure, Limits, Reading, WorkbookFile, read_workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{assert_findings, context, play, read_bytes, read_play};

const DAILY_PART: &str = "xl/worksheets/sheet1.xml";
const STRINGS_PART: &str = "xl/sharedStrings.xml";

/// The same zip file with one part rewritten, added if it is not there.
pub(crate) fn rewrite_part(bytes: &[u8], part: &str, rewrite: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let mut is_done = false;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().to_string();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        writer.start_file(&*name, options).unwrap();
        if name == part {
            content = rewrite(String::from_utf8(content).unwrap()).into_bytes();
            is_done = true;
        }
        writer.write_all(&content).unwrap();
    }
    if !is_done {
        writer.start_file(part, options).unwrap();
        writer.write_all(rewrite(String::new()).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Reading {
    read_bytes("a.xlsx", bytes, &context(Category::Play))
}

fn read_rewritten(part: &str, rewrite: impl Fn(String) -> String) -> Reading {
    read(&rewrite_part(&xlsx(&play()), part, rewrite))
}

const FAR: &str = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";

#[test]
fn a_cell_at_the_end_of_a_sheet_is_too_large() {
    let reading = read_rewritten(DAILY_PART, |sheet| sheet.replace("</sheetData>", FAR));
    assert_findings(&reading, &[(Code::TooLarge, "Daily!XFD1048576", "> 200000 rows")]);
    let reading = read_rewritten(DAILY_PART, |sheet| {
        sheet.replace(
            "</sheetData>",
            "<row r=\"99\"><c r=\"XFD99\"><v>1</v></c></row></sheetData>",
        )
    });
    assert_findings(&reading, &[(Code::TooLarge, "Daily!XFD99", "> 500 columns")]);
}

#[test]
fn a_cell_at_the_end_of_another_sheet_is_not_looked_at() {
    let mut workbook = play();
    workbook.sheets.insert(0, sample_data::Sheet::new("memo").with("A1", 1));
    let bytes = rewrite_part(&xlsx(&workbook), DAILY_PART, |sheet| sheet.replace("</sheetData>", FAR));
    assert_eq!(read(&bytes), read_play(&play()));
}

#[test]
fn blank_cells_far_away_count_for_nothing() {
    for blank in [
        "<is><t> </t></is>",
        "<is><t></t></is>",
        "<is><t>\u{200B}\u{A0}</t></is>",
    ] {
        let far = format!("<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\">{blank}</c></row></sheetData>");
        let reading = read_rewritten(DAILY_PART, |sheet| sheet.replace("</sheetData>", &far));
        assert_eq!(reading, read_play(&play()));
    }
}

#[test]
fn rows_that_take_too_much_memory_are_too_large() {
    let mut workbook = play();
    let daily = workbook.sheet_mut(crate::support::DAILY);
    let first = crate::support::day("1960-01-01");
    for row in 0..3_000_u32 {
        daily.set((row + 10, 1), first + chrono::Days::new(row.into()));
        for column in 2..6 {
            daily.set((row + 10, column), 1);
        }
    }
    let bytes = xlsx(&workbook);
    let file = WorkbookFile {
        name: "a.xlsx",
        bytes: &bytes,
    };
    let limits = Limits {
        kept_bytes: 1 << 20,
        ..Limits::default()
    };
    let reading = read_workbook(&[file], &context(Category::Play), &limits, &InProcess);
    let finding = &reading.diagnostics[0];
    assert_eq!(
        (finding.code, finding.value.as_deref()),
        (Code::TooLarge, Some("> 1 MiB of rows"))
    );
    assert!(finding.cell.as_deref().unwrap().starts_with("Daily!B"));
    assert!(!read(&bytes).has_errors);
}

#[test]
fn cells_that_take_too_long_are_too_large() {
    let bytes = xlsx(&play());
    let file = WorkbookFile {
        name: "a.xlsx",
        bytes: &bytes,
    };
    let limits = Limits {
        reading_seconds: 0,
        ..Limits::default()
    };
    let reading = read_workbook(&[file], &context(Category::Play), &limits, &InProcess);
    let found: Vec<_> = reading
        .diagnostics
        .iter()
        .map(|finding| (finding.code, finding.value.as_deref()))
        .collect();
    assert_eq!(
        found,
        [(Code::TooLarge, Some("> 0 s")), (Code::TooLarge, Some("> 0 s"))]
    );
}

/// A process that others have first.
struct Awaited(Duration);

impl Isolation for Awaited {
    fn extract(&self, bytes: &[u8], named: &[String], limits: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        std::thread::sleep(self.0);
        InProcess.extract(bytes, named, limits)
    }
}

#[test]
fn what_waits_for_others_has_not_taken_too_long() {
    let bytes = xls(&play());
    let file = WorkbookFile {
        name: "a.xls",
        bytes: &bytes,
    };
    let limits = Limits {
        reading_seconds: 2,
        ..Limits::default()
    };
    let others = Awaited(Duration::from_millis(2_050));
    let reading = read_workbook(&[file], &context(Category::Play), &limits, &others);
    assert_findings(&reading, &[]);
}

#[test]
fn a_bomb_is_too_large() {
    let reading = read_rewritten("xl/media/image1.bmp", |_| "\0".repeat(300 << 20));
    assert_findings(&reading, &[(Code::TooLarge, "", "> 256 MiB")]);
}

#[test]
fn millions_of_texts_are_too_large() {
    let reading = read_rewritten(STRINGS_PART, |strings| {
        strings.replace("</sst>", &("<si/>".repeat(40_000_000) + "</sst>"))
    });
    assert_findings(&reading, &[(Code::TooLarge, "", "> 2000000 texts")]);
    let reading = read_rewritten(STRINGS_PART, |strings| {
        strings.replace("</sst>", &format!("<si><t>{}</t></si></sst>", "x".repeat(65 << 20)))
    });
    assert_findings(&reading, &[(Code::TooLarge, "", "> 1 MiB of markup")]);
    let text = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let reading = read_rewritten(STRINGS_PART, |strings| {
        strings.replace("</sst>", &(text.repeat(2_300) + "</sst>"))
    });
    assert_findings(&reading, &[(Code::TooLarge, "", "> 64 MiB")]);
}

#[test]
fn a_declared_number_of_texts_is_not_believed() {
    for count in ["99999999999", "18446744073709551615", "2000001"] {
        let reading = read_rewritten(STRINGS_PART, |strings| {
            strings.replacen("uniqueCount=\"", &format!("uniqueCount=\"{count}\" x=\""), 1)
        });
        assert_findings(&reading, &[(Code::TooLarge, "", "> 2000000 texts")]);
    }
}

#[test]
fn one_giant_text_is_too_large() {
    for length in [40_000, 80 << 20] {
        let text = "x".repeat(length);
        let cell = format!("<row r=\"99\"><c r=\"A99\" t=\"inlineStr\"><is><t>{text}</t></is></c></row></sheetData>");
        let reading = read_rewritten(DAILY_PART, |sheet| sheet.replace("</sheetData>", &cell));
        assert_findings(&reading, &[(Code::TooLarge, "Daily!A99", "> 32767 characters")]);
    }
}

#[test]
fn deep_nesting_does_not_overflow() {
    let deep = "<a>".repeat(3_000_000);
    let reading = read_rewritten(DAILY_PART, |sheet| {
        sheet.replace("<sheetData>", &format!("{deep}<sheetData>"))
    });
    assert_findings(&reading, &[]);
    let reading = read_rewritten(DAILY_PART, |sheet| sheet.replace("</sheetData>", &deep));
    assert_findings(&reading, &[(Code::NotAWorkbook, "", "damaged")]);
}

#[test]
fn broken_markup_is_no_workbook() {
    for broken in [
        "<row r=\"9\"><c r=\"A9\"><v>1",
        "<row r=\"9\"><c r=\"!\"><v>1</v></c>",
        "<c r=\"A9\" t=\"zzz\"><v>1</v></c>",
    ] {
        let reading = read_rewritten(DAILY_PART, |sheet| {
            let start = sheet.find("</sheetData>").unwrap();
            format!("{}{broken}", &sheet[..start])
        });
        assert_findings(&reading, &[(Code::NotAWorkbook, "", "damaged")]);
    }
}

#[test]
fn a_document_type_is_refused() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let reading = read_rewritten(STRINGS_PART, |strings| strings.replace("<sst", &format!("{bomb}<sst")));
    assert_findings(&reading, &[(Code::NotAWorkbook, "", "damaged")]);
}

#[test]
fn parts_that_nobody_needs_and_names_that_nobody_writes_do_not_matter() {
    let large = "x".repeat(70_000);
    let padded = |text: String| format!("{text}<!--{large}-->");
    let elsewhere = |relations: String| relations.replace("xl/workbook.xml", "./xl/workbook.xml");
    let utf_16 = |strings: String| strings.replace("UTF-8", "UTF-16");
    for bytes in [
        rewrite_part(&xlsx(&play()), "xl/styles.xml", padded),
        rewrite_part(&xlsx(&play()), "xl/_rels/workbook.xml.rels", padded),
        rewrite_part(&xlsx(&play()), "xl/workbook.xml", padded),
        rewrite_part(&xlsx(&play()), "_rels/.rels", elsewhere),
        rewrite_part(&xlsx(&play()), STRINGS_PART, utf_16),
    ] {
        assert_eq!(read(&bytes), read_play(&play()));
    }
}

#[test]
fn a_large_file_is_not_even_opened() {
    let bytes = vec![b'x'; Limits::default().file_bytes + 1];
    assert_findings(&read(&bytes), &[(Code::TooLarge, "", "> 20 MiB")]);
}

#[test]
fn many_parts_are_too_large() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_001 {
        writer
            .start_file(format!("{number}"), SimpleFileOptions::default())
            .unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert_findings(&read(&bytes), &[(Code::TooLarge, "", "> 10000 parts")]);
}

#[test]
fn other_files_are_no_workbooks() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("hello.txt", SimpleFileOptions::default()).unwrap();
    let zip = writer.finish().unwrap().into_inner();
    for (bytes, kind) in [
        (&b""[..], "empty"),
        (b"hello", "unknown"),
        (b"PK\x03\x04", "damaged"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "damaged"),
        (&zip, "archive"),
    ] {
        assert_findings(&read(bytes), &[(Code::NotAWorkbook, "", kind)]);
    }
}

#[test]
fn a_cut_file_is_no_workbook() {
    for bytes in [xlsx(&play()), xls(&play())] {
        for percent in [10, 60, 99] {
            let reading = read(&bytes[..bytes.len() * percent / 100]);
            assert!(reading.has_errors, "{percent}");
        }
    }
}
