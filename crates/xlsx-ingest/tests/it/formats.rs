//! Every format gives the same snapshot and the same findings.

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::{CsvStyle, DateSystem, csv, ods, xls, xls_with, xlsb, xlsb_with, xlsm, xlsx, xlsx_with};
use sample_data::{Cell, CellError, Workbook, stage_workbook};
use xlsx_ingest::{
    InProcess, Isolation, IsolationFailure, Limits, Reading, WorkbookFile, WorkbookFormat, read_workbook,
};

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
    assert!(!expected.has_errors, "{:?}", findings(&expected));
    assert_all_formats_agree(&workbook, Category::Play, &expected);
    let style = CsvStyle::default();
    let files = [DAILY, PERFORMANCES].map(|sheet| csv(workbook.sheet(sheet), style));
    let files = files.each_ref().map(|bytes| WorkbookFile { name: "a.csv", bytes });
    let reading = read_workbook(&files, &context(Category::Play), &Limits::default(), &InProcess);
    assert_eq!(reading.snapshot, expected.snapshot);
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
        &Failing(IsolationFailure::NotAWorkbook),
    );
    assert_findings(&reading, &[(Code::NotAWorkbook, "", "")]);
    let reading = read_workbook(&[file], &context(Category::Play), &Limits::default(), &Unreachable);
    assert_findings(&reading, &[]);
}

#[test]
fn what_isolation_fails_with_is_told() {
    let too_large = IsolationFailure::TooLarge("> 512 MiB".to_owned());
    let unavailable = IsolationFailure::Unavailable("no program".to_owned());
    for (failure, code, value) in [
        (IsolationFailure::NotAWorkbook, Code::NotAWorkbook, ""),
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
    let good = InProcess
        .extract(WorkbookFormat::Xls, &bytes, &Limits::default())
        .unwrap();
    for length in (0..good.len()).step_by(7) {
        let answer = Answering(good[..length].to_vec());
        let reading = read_workbook(&[file], &context(Category::Play), &Limits::default(), &answer);
        assert!(reading.has_errors, "{length}");
    }
}

/// Isolation that only fails.
pub(crate) struct Failing(pub(crate) IsolationFailure);

impl Isolation for Failing {
    fn extract(&self, _: WorkbookFormat, _: &[u8], _: &Limits) -> Result<Vec<u8>, IsolationFailure> {
        Err(self.0.clone())
    }
}

struct Answering(Vec<u8>);

impl Isolation for Answering {
    fn extract(&self, _: WorkbookFormat, _: &[u8], _: &Limits) -> Result<Vec<u8>, IsolationFailure> {
        Ok(self.0.clone())
    }
}

struct Unreachable;

impl Isolation for Unreachable {
    fn extract(&self, format: WorkbookFormat, _: &[u8], _: &Limits) -> Result<Vec<u8>, IsolationFailure> {
        panic!("a small {format} file is read in process")
    }
}
