//! What an upload is about, by its sheets or as somebody says.

use domain::headings::{Decisions, LayoutDocument, Role};
use domain::production::Category;
use domain::upload::UploadKind;
use sample_data::formats::{xls, xlsx};
use sample_data::world::buyers::BuyersKnobs;
use sample_data::world::labelled::Knobs;
use sample_data::{Sheet, Workbook, season};
use xlsx_ingest::{Reading, ReadingContext};

use super::{found, report};
use crate::support::{context, day, read_bytes};

/// A report beside the sheets of a play.
struct Both {
    sales: Workbook,
    together: Workbook,
    marked: Workbook,
    context: ReadingContext,
}

impl Both {
    fn new() -> Self {
        let world = season(3, day("2026-11-20"));
        let uploads = world.uploads();
        let (sample, record_date) = uploads
            .into_iter()
            .find(|(sample, _)| sample.production.category.is_stage())
            .unwrap();
        let report = sample.buyers(record_date, &BuyersKnobs::default()).workbook;
        let sales = sample.labelled(record_date, &Knobs::default()).workbook;
        let beside = |workbook: &Workbook| workbook.clone().with_sheet(report.sheets[0].clone());
        Self {
            together: beside(&sales),
            marked: beside(&sample.workbook(record_date)),
            sales,
            context: ReadingContext {
                record_date,
                ..context(Category::Play)
            },
        }
    }

    fn read(&self, workbook: &Workbook, kind: Option<UploadKind>) -> Reading {
        let context = ReadingContext {
            kind,
            ..self.context.clone()
        };
        read_bytes("a.xlsx", &xlsx(workbook), &context)
    }
}

#[test]
fn a_report_beside_sales_is_left_for_an_upload_of_its_own() {
    let both = Both::new();
    let alone = both.read(&both.sales, None);
    let reading = both.read(&both.together, None);
    assert_eq!((reading.kind, &reading.snapshot), (UploadKind::Sales, &alone.snapshot));
    let mut expected = found(&alone);
    expected.push(("other_kind", "판매 리포트".to_owned()));
    let mut have = found(&reading);
    expected.sort();
    have.sort();
    assert_eq!(have, expected);
    let buyers = both.read(&both.together, Some(UploadKind::Buyers));
    assert!(!buyers.has_errors && buyers.snapshot.daily_sales.is_empty());
    assert!(!buyers.snapshot.breakdowns.is_empty());
    let others = [
        ("other_kind", "Daily".to_owned()),
        ("other_kind", "회차별판매".to_owned()),
    ];
    assert_eq!(found(&buyers), others);
}

#[test]
fn a_workbook_with_markers_has_sales_whatever_else_it_has() {
    let both = Both::new();
    let reading = both.read(&both.marked, None);
    assert_eq!((reading.kind, reading.recognised()), (UploadKind::Sales, None));
    assert!(!found(&reading).iter().any(|(code, _)| *code == "other_kind"));
    let buyers = both.read(&both.marked, Some(UploadKind::Buyers));
    assert!(found(&buyers).contains(&("missing_sheet", "판매 리포트".to_owned())));
    assert_eq!(buyers.facts(), None);
}

#[test]
fn what_has_neither_is_taken_for_sales() {
    let workbook = Workbook::new("a.xlsx").with_sheet(Sheet::new("메모").with("A1", "1. 지역별 판매현황"));
    let reading = read_bytes("a.xlsx", &xlsx(&workbook), &context(Category::Play));
    assert_eq!(reading.kind, UploadKind::Sales);
    assert!(found(&reading).contains(&("missing_sheet", "회차별판매".to_owned())));
    let buyers = ReadingContext {
        kind: Some(UploadKind::Buyers),
        ..context(Category::Play)
    };
    for bytes in [xlsx(&workbook), xls(&workbook)] {
        let reading = read_bytes("a.xlsx", &bytes, &buyers);
        assert_eq!(found(&reading), [("missing_sheet", "판매 리포트".to_owned())]);
    }
    let csv = read_bytes("a.csv", "dash_date\n2026-11-18".as_bytes(), &buyers);
    assert_eq!(found(&csv), [("missing_sheet", "판매 리포트".to_owned())]);
}

#[test]
fn several_reports_are_in_doubt_unless_somebody_decided() {
    let mut workbook = report(&[
        &["판매경로별 판매현황"],
        &["판매경로", "매수", "금액"],
        &["PC", "3", "900"],
    ]);
    let mut other = workbook.sheets[0].clone();
    other.name = "지난 판매리포트".to_owned();
    workbook = workbook.with_sheet(other);
    let reading = read_bytes("a.xlsx", &xlsx(&workbook), &context(Category::Play));
    assert_eq!(reading.kind, UploadKind::Buyers);
    assert_eq!(found(&reading), [("ambiguous_sheet", String::new())]);
    assert_eq!(
        reading.diagnostics[0].value.as_deref(),
        Some("판매 리포트, 지난 판매리포트")
    );
    let mut decided = context(Category::Play);
    decided.house.layouts = vec![decisions("지난 판매 리포트")];
    let reading = read_bytes("a.xlsx", &xlsx(&workbook), &decided);
    assert_eq!(found(&reading), []);
    assert_eq!(reading.snapshot.breakdowns[0].seats, 3);
    // Somebody may call it as they like.
    workbook.sheets[1].name = "관객".to_owned();
    workbook.sheets.remove(0);
    decided.house.layouts = vec![decisions("관객")];
    let reading = read_bytes("a.xlsx", &xlsx(&workbook), &decided);
    assert_eq!((reading.kind, found(&reading)), (UploadKind::Buyers, Vec::new()));
}

fn decisions(name: &str) -> Decisions {
    let document = LayoutDocument {
        sheets: [(Role::Report, name.to_owned())].into(),
        labels: Vec::new(),
    };
    document.check().unwrap().decisions()
}
