//! Every format gives the same snapshot and the same findings.

use std::io::{Cursor, Read};

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{
    BinaryStyle, CsvStyle, DateSystem, XlsxStyle, csv, ods, xls, xls_styled, xls_with, xlsb, xlsb_styled, xlsb_with,
    xlsm, xlsx, xlsx_styled, xlsx_with,
};
use sample_data::{Cell, CellError, Workbook, stage_workbook};
use xlsx_ingest::{InProcess, Isolation, IsolationFailure, Limits, Reading, WorkbookFile, read_workbook};

use crate::support::{
    DAILY, PERFORMANCES, assert_findings, concert, context, day, findings, play, read_bytes, read_concert, read_play,
    time,
};

fn in_every_format(workbook: &Workbook) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("xlsx", xlsx(workbook)),
        ("xlsx of 1904", xlsx_with(workbook, DateSystem::Since1904)),
        ("xlsm", xlsm(workbook)),
        ("xlsb", xlsb(workbook)),
        ("xlsb of 1904", xlsb_with(workbook, DateSystem::Since1904)),
        ("xls", xls(workbook)),
        ("xls of 1904", xls_with(workbook, DateSystem::Since1904)),
        ("ods", ods(workbook)),
    ]
}

#[track_caller]
fn assert_all_formats_agree(workbook: &Workbook, category: Category, expected: &Reading) {
    for (format, bytes) in in_every_format(workbook) {
        // The extension says nothing.
        let reading = read_bytes("a.bin", &bytes, &context(category));
        assert_eq!(findings(&reading), findings(expected), "{format}");
        assert_eq!(reading.snapshot, expected.snapshot, "{format}");
    }
}

#[test]
fn all_formats_agree_about_a_play() {
    let expected = read_play(&play());
    assert_findings(&expected, &[]);
    assert_all_formats_agree(&play(), Category::Play, &expected);
}

#[test]
fn all_formats_agree_about_a_concert() {
    assert_all_formats_agree(&concert(), Category::Concert, &read_concert(&concert()));
}

#[test]
fn all_formats_agree_about_what_is_wrong() {
    let mut workbook = play();
    workbook
        .sheet_mut(DAILY)
        .set("E4", CellError::Ref)
        .set("E5", "5")
        .set("B6", CellError::Div0)
        .set("F5", 0.5);
    workbook
        .sheet_mut(PERFORMANCES)
        .clear("C4")
        .set("D5", Cell::formula("1/0", CellError::Div0))
        .set("F5", true);
    let expected = read_play(&workbook);
    assert_eq!(expected.diagnostics.len(), 7, "{:?}", findings(&expected));
    assert_all_formats_agree(&workbook, Category::Play, &expected);
}

#[test]
fn all_formats_agree_about_times() {
    let mut workbook = play();
    workbook
        .sheet_mut(PERFORMANCES)
        .set("C4", day("2026-11-20").and_time(time(9, 59)))
        .set("C5", time(0, 0));
    assert_all_formats_agree(&workbook, Category::Play, &read_play(&workbook));
}

#[test]
fn all_formats_agree_about_a_long_run() {
    let workbook = stage_workbook(7, 60, 40, day("2026-11-19"));
    let expected = read_play(&workbook);
    assert_findings(&expected, &[]);
    assert_all_formats_agree(&workbook, Category::Play, &expected);
    let style = CsvStyle::default();
    let files = [DAILY, PERFORMANCES].map(|sheet| csv(workbook.sheet(sheet), style));
    let files = files.each_ref().map(|bytes| WorkbookFile { name: "a.csv", bytes });
    let reading = read_workbook(&files, &context(Category::Play), &Limits::default(), &InProcess);
    assert_eq!(reading.snapshot, expected.snapshot);
}

#[test]
fn rows_and_cells_out_of_order_are_read_all_the_same() {
    let mut workbook = stage_workbook(7, 60, 40, day("2026-11-19"));
    workbook.sheet_mut(DAILY).set("C9", "5").clear("C8");
    workbook
        .sheet_mut(PERFORMANCES)
        .set("Z12", Cell::formula("1/0", CellError::Div0))
        .merge("A7", "A8");
    let expected = read_play(&workbook);
    assert!(!expected.diagnostics.is_empty() && expected.snapshot.performance_sales.len() > 30);
    let (markup, binary) = (XlsxStyle::default(), BinaryStyle::default());
    let markup = XlsxStyle {
        is_backwards: true,
        ..markup
    };
    let binary = BinaryStyle {
        is_backwards: true,
        ..binary
    };
    for bytes in [
        xlsx_styled(&workbook, markup),
        xlsb_styled(&workbook, binary),
        xls_styled(&workbook, binary),
    ] {
        let reading = read_bytes("a.bin", &bytes, &context(Category::Play));
        assert_eq!(findings(&reading), findings(&expected));
        assert_eq!(reading.snapshot, expected.snapshot);
    }
}

#[test]
fn a_workbook_that_is_not_evidently_harmless_is_read_in_isolation() {
    let limits = Limits {
        in_process_bytes: 0,
        ..Limits::default()
    };
    let bytes = xlsx(&play());
    let file = WorkbookFile {
        name: "a.xlsx",
        bytes: &bytes,
    };
    let reading = read_workbook(&[file], &context(Category::Play), &limits, &InProcess);
    assert_eq!(reading, read_play(&play()));
    let reading = read_workbook(
        &[file],
        &context(Category::Play),
        &limits,
        &Failing(IsolationFailure::TooLarge("> 60 s".to_owned())),
    );
    assert_findings(&reading, &[(Code::TooLarge, "", "> 60 s")]);
    let reading = read_workbook(&[file], &context(Category::Play), &Limits::default(), &Unreachable);
    assert_findings(&reading, &[]);
}

#[test]
fn what_isolation_fails_with_is_told() {
    let too_large = IsolationFailure::TooLarge("> 512 MiB".to_owned());
    let unavailable = IsolationFailure::Unavailable("no program".to_owned());
    for (failure, code, value) in [
        (too_large, Code::TooLarge, "> 512 MiB"),
        (unavailable, Code::InternalError, ""),
    ] {
        let bytes = xls(&play());
        let file = WorkbookFile {
            name: "a.xls",
            bytes: &bytes,
        };
        let reading = read_workbook(&[file], &context(Category::Play), &Limits::default(), &Failing(failure));
        assert_findings(&reading, &[(code, "", value)]);
        assert!(reading.has_errors);
    }
}

#[test]
fn nonsense_from_isolation_is_an_internal_error() {
    let bytes = xls(&play());
    let file = WorkbookFile {
        name: "a.xls",
        bytes: &bytes,
    };
    let mut good = Vec::new();
    let mut records = InProcess.extract(&bytes, &[], &Limits::default()).unwrap();
    records.read_to_end(&mut good).unwrap();
    for length in (0..good.len()).step_by(7) {
        let answer = Answering(good[..length].to_vec());
        let reading = read_workbook(&[file], &context(Category::Play), &Limits::default(), &answer);
        assert!(reading.has_errors, "{length}");
    }
}

/// Isolation that only fails.
struct Failing(IsolationFailure);

impl Isolation for Failing {
    fn extract(&self, _: &[u8], _: &[String], _: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        Err(self.0.clone())
    }
}

struct Answering(Vec<u8>);

impl Isolation for Answering {
    fn extract(&self, _: &[u8], _: &[String], _: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        Ok(Box::new(Cursor::new(self.0.clone())))
    }
}

struct Unreachable;

impl Isolation for Unreachable {
    fn extract(&self, _: &[u8], _: &[String], _: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        panic!("a small xlsx file is read in process")
    }
}
