//! How a report is read, by small ones.

use sample_data::{CellError, Sheet, Workbook};

use domain::production::Category;
use sample_data::formats::{XlsxStyle, xlsx_styled};

use crate::support::{context, read_bytes};

use super::{REPORT, found, read, report, told};

const CHANNELS: [&str; 3] = ["판매경로", "매수", "금액"];

#[test]
fn a_section_reaches_to_the_next_title_below_and_beside() {
    let reading = read(&report(&[
        &["1. 결제수단별 판매현황", "", "", "", "카드별 매출집계"],
        &["결제수단", "매수", "금액", "", "결제수단", "카드사", "매수", "금액"],
        &["신용카드", "3", "900", "", "신용카드", "누리카드", "2", "600"],
        &["", "", "", "", "신용카드", "바다카드", "1", "300"],
        &["2.판매경로별"],
        &["설명"],
        &CHANNELS,
        &["3.0 창구", "3", "900"],
        &["5. 등급별 판매현황"],
        &["판매경로", "매수", "금액"],
        &["R석", "7", "7"],
    ]));
    assert_eq!(found(&reading), []);
    let expected = [
        ("payment", "", "신용카드", 3, Some(900)),
        ("card", "", "누리카드", 2, Some(600)),
        ("card", "", "바다카드", 1, Some(300)),
        ("channel", "", "3.0 창구", 3, Some(900)),
    ];
    assert_eq!(told(&reading.snapshot.breakdowns), expected);
}

#[test]
fn an_agency_stands_for_the_rows_below_and_equal_classes_are_added_up() {
    let reading = read(&report(&[
        &["할인권종별 판매현황"],
        &["구분", "권종명", "매수", "금액"],
        &["인터파크티켓", "일반", "3", "900"],
        &["", " 조기  예매 ", "2", "400"],
        &["", "일반", "1", "300"],
        &["", "소계", "6", "1600"],
        &["별빛\u{3000}티켓", "일반", "-", "0"],
        &["총계", "", "6", "1600"],
    ]));
    assert_eq!(found(&reading), []);
    let expected = [
        ("discount", "interpark", "일반", 4, Some(1_200)),
        ("discount", "interpark", "조기 예매", 2, Some(400)),
        ("discount", "별빛티켓", "일반", 0, Some(0)),
    ];
    assert_eq!(told(&reading.snapshot.breakdowns), expected);
    let names = reading.snapshot.breakdowns.iter();
    let names: Vec<_> = names
        .map(|class| class.agency.as_ref().unwrap().name.as_str())
        .collect();
    assert_eq!(names, ["인터파크", "인터파크", "별빛 티켓"]);
}

#[test]
fn regions_are_up_to_three_lists() {
    let reading = read(&report(&[
        &["7. 지역별 판매현황"],
        &[],
        &["지역", "매수", "", "경기 지역별", "매수"],
        &["서울", "5", "", "수원시", "2"],
        &["경기", "2", "", "합계", "2"],
        &["합계", "7"],
    ]));
    assert_eq!(found(&reading), []);
    let expected = [
        ("region", "", "서울", 5, None),
        ("region", "", "경기", 2, None),
        ("gyeonggi", "", "수원시", 2, None),
    ];
    assert_eq!(told(&reading.snapshot.breakdowns), expected);
}

#[test]
fn totals_are_those_so_far_or_since_the_totals_before() {
    let with = |first: &str, second: &str, last: &str| {
        read(&report(&[
            &["판매경로별 판매현황"],
            &CHANNELS,
            &["PC", "3", "900"],
            &["소계", first, "900"],
            &["전화", "2", "500"],
            &["소계", second, ""],
            &["합계", last, "1400"],
        ]))
    };
    for (second, last) in [("2", "5"), ("5", "5")] {
        assert_eq!(found(&with("3", second, last)), []);
    }
    let wrong = with("4", "2", "6");
    let expected = [
        ("total_row_mismatch", "B4".to_owned()),
        ("total_row_mismatch", "B7".to_owned()),
    ];
    assert_eq!(found(&wrong), expected);
    assert!(wrong.facts().is_some());
}

#[test]
fn totals_of_what_cannot_be_read_are_not_looked_at() {
    let mut workbook = report(&[
        &["판매경로별 판매현황"],
        &CHANNELS,
        &["PC", "3", "900"],
        &["합계", "7", "900"],
    ]);
    workbook.sheet_mut(REPORT).set("C3", CellError::Ref);
    assert_eq!(found(&read(&workbook)), [("error_cell", "C3".to_owned())]);
}

#[test]
fn figures_are_told_as_elsewhere() {
    let mut workbook = report(&[
        &["판매경로별 판매현황"],
        &CHANNELS,
        &["PC", "-3", "900"],
        &["전화", "", "1,200원"],
        &["창구", "1", "₩1,300"],
    ]);
    workbook.sheet_mut(REPORT).set("C3", 900.4);
    let reading = read(&workbook);
    let expected = [
        ("negative_sale", "B3".to_owned()),
        ("fraction", "C3".to_owned()),
        ("text_number", "C4".to_owned()),
    ];
    assert_eq!(found(&reading), expected);
    let expected = [
        ("channel", "", "PC", -3, Some(900)),
        ("channel", "", "전화", 0, Some(1_200)),
        ("channel", "", "창구", 1, Some(1_300)),
    ];
    assert_eq!(told(&reading.snapshot.breakdowns), expected);
}

#[test]
fn a_row_with_figures_is_never_dropped() {
    let mut workbook = report(&[
        &["판매경로별 판매현황"],
        &CHANNELS,
        &["", "3", "900"],
        &["20", "0", "0"],
        &["21", "1", "0"],
        &["", "", ""],
        &["PC", "1", "1"],
        &["", "2", "2"],
    ]);
    workbook.sheet_mut(REPORT).set("A8", CellError::Ref);
    let expected = [
        ("missing_item", "A3".to_owned()),
        ("missing_item", "A5".to_owned()),
        ("error_cell", "A8".to_owned()),
    ];
    let mut have = found(&read(&workbook));
    have.sort_by(|one, other| one.1.cmp(&other.1));
    assert_eq!(have, expected);
}

#[test]
fn a_list_without_a_column_is_not_guessed() {
    let of = |head: &[&str]| {
        let rows: [&[&str]; 3] = [&["연령대별 판매현황"], head, &["20대", "3", "4", "7"]];
        found(&read(&report(&rows)))
    };
    let missing = |count: usize| vec![("missing_column", REPORT.to_owned()); count];
    assert_eq!(of(&["연령대", "남", "녀", "계"]), []);
    assert_eq!(of(&["연령대", "남", "계"]), missing(1));
    assert_eq!(of(&["남", "녀"]), missing(1));
    assert_eq!(of(&["나이", "남성", "여성"]), missing(1));
    let rows: [&[&str]; 3] = [&["판매경로별 판매현황"], &["판매경로", "금액"], &["PC", "3"]];
    assert_eq!(found(&read(&report(&rows))), missing(1));
    let empty: [&[&str]; 3] = [&["판매경로별 판매현황"], &["(자료 없음)"], &[]];
    assert_eq!(found(&read(&report(&empty))), [("no_data_rows", REPORT.to_owned())]);
}

#[test]
fn a_sheet_without_a_title_has_no_heading() {
    let reading = read(&report(&[&CHANNELS, &["PC", "3", "900"]]));
    assert_eq!(found(&reading), [("no_header", REPORT.to_owned())]);
    assert_eq!(reading.facts(), None);
}

#[test]
fn a_report_has_at_most_5000_classes() {
    let with = |classes: u32| {
        let mut sheet = Sheet::new(REPORT);
        sheet.set("A1", "판매경로별 판매현황");
        for (column, label) in (0..).zip(CHANNELS) {
            sheet.set((1, column), label);
        }
        for row in 2..2 + classes {
            sheet.set((row, 0), format!("경로 {row}번"));
            sheet.set((row, 1), 1);
        }
        found(&read(&Workbook::new("a.xlsx").with_sheet(sheet)))
    };
    assert_eq!(with(5_000), []);
    assert_eq!(with(5_001), [("too_large", "A5003".to_owned())]);
}

#[test]
fn formulas_that_nobody_calculated_are_told() {
    let mut workbook = report(&[&["판매경로별 판매현황"], &CHANNELS, &["PC", "3", "900"]]);
    workbook
        .sheet_mut(REPORT)
        .set("B3", sample_data::Cell::formula("1+2", sample_data::Cell::Empty));
    // Without a value, and with the 0 of a program that does not calculate.
    let without = xlsx_styled(&workbook, XlsxStyle::default());
    let reading = read_bytes("a.xlsx", &without, &context(Category::Play));
    assert_eq!(found(&reading)[0], ("formula_without_value", "B3".to_owned()));
    assert_eq!(found(&read(&workbook)), [("uncalculated_workbook", String::new())]);
}
