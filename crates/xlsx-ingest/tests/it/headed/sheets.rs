//! Which workbooks and sheets are read by their headings.

use domain::diagnostics::DiagnosticCode as Code;
use domain::headings::{Decisions, LayoutDocument, Role};
use domain::production::Category;
use sample_data::formats::xlsx;
use xlsx_ingest::{InProcess, Layout, Limits, ReadingContext, WorkbookFile, read_workbook};

use super::Play;
use crate::support::{DAILY, PERFORMANCES, context, findings, read_bytes};

#[test]
fn a_marker_among_the_first_twenty_rows_makes_a_workbook_marked() {
    let reading = Play::new().with("Daily!A20", "dash_date").read();
    assert_eq!(reading.recognised(), None);
    assert!(findings(&reading).iter().any(|(code, ..)| *code == "missing_marker"));
    let reading = Play::new().with("Daily!A21", "dash_date").gives(&[]);
    assert_eq!(reading.recognised().map(<[_]>::len), Some(2));
    // On a sheet that the format does not name, it says nothing.
    let mut play = Play::new();
    play.workbook.sheet_mut(DAILY).name = "일일판매".to_owned();
    play.with("일일판매!A20", "dash_date").gives(&[]);
}

#[test]
fn text_files_need_markers() {
    let text = "회차,공연일,시간,매수,금액\n1,2026-11-20,19:30,5,500000\n";
    let reading = read_bytes("a.csv", text.as_bytes(), &context(Category::Play));
    assert!(reading.has_errors, "{:?}", reading.diagnostics);
    assert_eq!((reading.recognised(), reading.facts()), (None, None));
}

#[test]
fn names_are_compared_without_blanks_and_what_shows_nothing() {
    for (days, performances) in [
        ("일일\u{A0}판매", "회차별 판매\u{200B}"),
        ("DAILY SALES", "Episode Sales"),
        ("일일판매", "1. 회차별 판매 (마감)"),
    ] {
        let mut play = Play::new();
        play.workbook.sheet_mut(DAILY).name = days.to_owned();
        play.workbook.sheet_mut(PERFORMANCES).name = performances.to_owned();
        let reading = read_bytes("a.xlsx", &xlsx(&play.workbook), &play.context);
        assert!(!reading.has_errors, "{days:?}: {:?}", reading.diagnostics);
        assert_eq!(reading.snapshot, Play::new().read().snapshot, "{days:?}");
    }
}

#[test]
fn a_sheet_that_is_not_required_must_be_called_by_its_name() {
    let mut play = Play::new();
    play.workbook.sheet_mut(DAILY).name = "일일판매 (지난달)".to_owned();
    let reading = play.gives(&[]);
    assert!(reading.snapshot.lacks_sale_days);
    play.workbook.sheet_mut(PERFORMANCES).name = "표".to_owned();
    play.gives(&[(Code::MissingSheet, "회차별판매", "")]);
}

#[test]
fn of_several_sheets_the_one_counts_that_a_layout_names() {
    let mut play = Play::new();
    let mut other = play.workbook.sheet(PERFORMANCES).clone();
    play.workbook.sheet_mut(PERFORMANCES).name = "10월 회차별판매".to_owned();
    other.name = "11월 회차별판매".to_owned();
    play.workbook.sheets.push(other);
    play.gives(&[(Code::AmbiguousSheet, "", "10월 회차별판매, 11월 회차별판매")]);
    play.workbook.sheet_mut("10월 회차별판매").set("F5", "품절");
    play.context.house.layouts = vec![named("11월회차별 판매")];
    let reading = play.gives(&[]);
    assert_eq!(reading.snapshot, Play::new().read().snapshot);
    // Two sheets of its name are in doubt, whatever else there is.
    let mut copy = play.workbook.sheet("11월 회차별판매").clone();
    copy.name = "11월회차별판매".to_owned();
    play.workbook.sheets.push(copy);
    play.tells(Code::AmbiguousSheet, "");
}

fn named(name: &str) -> Decisions {
    let document = LayoutDocument {
        sheets: [(Role::Performances, name.to_owned())].into(),
        labels: Vec::new(),
    };
    document.check().unwrap().decisions()
}

#[test]
fn offline_the_names_of_sheets_tell_the_category() {
    let read = |workbook: &sample_data::Workbook| {
        let bytes = xlsx(workbook);
        let context = ReadingContext {
            category: None,
            ..Play::new().context
        };
        let file = WorkbookFile {
            name: "a.xlsx",
            bytes: &bytes,
        };
        read_workbook(&[file], &context, &Limits::default(), &InProcess)
    };
    let play = Play::new();
    assert_eq!(read(&play.workbook).layout, Layout::Stage);
    let mut concert = Play::new().workbook;
    concert.sheet_mut(PERFORMANCES).name = "Show Sales".to_owned();
    assert_eq!(read(&concert).layout, Layout::Concert);
}
