//! Where a total comes from, and what stands in columns that are too many or too few.

use domain::diagnostics::DiagnosticCode as Code;
use sample_data::{Cell, Workbook};

use super::{Play, sheet};
use crate::support::{DAILY, PERFORMANCES};

#[test]
fn a_total_of_all_seats_is_paid_and_given_ones() {
    let all = |first| Play::new().beside(["합계|", "매수|금액", first, "3|300000"]);
    all("7|500000").gives(&[]);
    all("8|500000").gives(&[(Code::BlockSumMismatch, "회차별판매!N5", "8")]);
}

#[test]
fn without_seats_given_away_there_are_none_and_it_is_told() {
    let mut play = Play::new();
    for row in 3..=6 {
        play = play.with(&format!("회차별판매!J{row}"), Cell::Empty);
    }
    let reading = play.gives(&[(Code::TotalMissing, "회차별판매", "초대")]);
    assert_eq!(reading.facts().unwrap().performances.complimentary_seats, 0);
}

#[test]
fn what_is_paid_for_tells_no_total_where_an_agency_waits_for_payment() {
    let play = Play::new()
        .with("회차별판매!K3", "유료 계(입금)")
        .with("회차별판매!K5", 4)
        .with("회차별판매!L5", 400_000);
    let reading = play.gives(&[(Code::TotalMissing, "회차별판매", "유료 계")]);
    let facts = reading.facts().unwrap().performances;
    assert_eq!((facts.paid_seats, facts.revenue_krw), (8, Some(800_000)));
    assert_eq!(facts.deposits.deposited_seats, Some(7));
    // It still is held against its parts.
    play.with("회차별판매!K5", 5).gives(&[
        (Code::TotalMissing, "회차별판매", "유료 계"),
        (Code::BlockSumMismatch, "회차별판매!K5", "5"),
    ]);
}

#[test]
fn a_total_of_nothing_is_missing_and_the_rows_are_not_read() {
    let mut play = Play::new();
    for column in ["F", "G", "H", "I", "K"] {
        play = play.with(&format!("회차별판매!{column}4"), "합계 없음");
    }
    // What else is wrong with its rows is not told.
    let reading = play
        .with("회차별판매!D5", "품절")
        .tells(Code::MissingColumn, "회차별판매");
    assert_eq!(reading.snapshot.performance_sales, []);
    Play::new()
        .with("회차별판매!D4", Cell::Empty)
        .with("회차별판매!F5", "품절")
        .gives(&[(Code::MissingColumn, "회차별판매", "시간")]);
}

#[test]
fn three_figures_that_disagree_are_told_and_the_booked_one_counts() {
    let booked = |first| Play::new().beside(["인터파크(미입금 포함)|", "매수|금액", first, "3|300000"]);
    booked("5|500000").gives(&[]);
    let reading = booked("6|500000").tells(Code::DepositMismatch, "회차별판매!N5");
    let sold = &reading.snapshot.agencies.performances[0].sold;
    assert_eq!((sold.seats, sold.deposited_seats), (6, Some(4)));
}

#[test]
fn shares_without_a_column_are_seats_of_the_house() {
    let reading = Play::new().read();
    let stage = reading.snapshot.performance_sales[0].stage.unwrap();
    // Five, two and four of seven seats, to nineteen places.
    assert_eq!(stage.paid_share.to_string(), "0.7142857142857142857");
    assert_eq!(stage.complimentary_share.to_string(), "0.2857142857142857143");
    assert_eq!(stage.deposit_share.unwrap().to_string(), "0.5714285714285714286");
    let mut play = Play::new();
    play.context.house.seats = None;
    play.gives(&[(Code::CapacityUnknown, "회차별판매", "")]);
}

#[test]
fn without_a_word_on_payment_nothing_is_known_of_it() {
    let mut play = Play::new()
        .with("회차별판매!F3", "인터파크")
        .with("회차별판매!F5", 5)
        .with("회차별판매!G5", 500_000);
    for row in 3..=6 {
        for column in ["H", "I"] {
            play = play.with(&format!("회차별판매!{column}{row}"), Cell::Empty);
        }
    }
    let reading = play.gives(&[]);
    let facts = reading.facts().unwrap();
    assert_eq!(facts.performances.deposits.pending_seats, None);
    assert_eq!(reading.snapshot.performance_sales[0].stage.unwrap().deposit_share, None);
    let sold = &reading.snapshot.agencies.performances[0].sold;
    assert_eq!((sold.seats, sold.deposited_seats, sold.deposited_krw), (5, None, None));
}

#[test]
fn invitations_are_booked_whatever_their_label_says_of_payment() {
    let reading = Play::new().with("회차별판매!J3", "초대(미입금)").gives(&[]);
    assert_eq!(reading.snapshot, Play::new().read().snapshot);
}

#[test]
fn a_second_column_of_a_meaning_must_say_the_same_and_blank_is_nothing() {
    Play::new().beside(["유료 계", "수량", "5", "3"]).gives(&[]);
    // Told once, at the first row that differs.
    let twice = Play::new().beside(["유료 계", "수량", "", "7"]);
    twice.gives(&[(Code::AmbiguousColumn, "회차별판매!N5", "0")]);
}

#[test]
fn an_unknown_column_is_told_where_it_holds_a_number() {
    let beside = |label: &str, cell: &str| {
        let (labels, cells) = (format!("매수|{label}"), format!("0|{cell}"));
        Play::new().beside(["멜론|", &labels, &cells, "0|"]).read()
    };
    let within = beside("발코니B열", "1");
    crate::support::assert_findings(&within, &[(Code::UnknownLabel, "회차별판매!O4", "발코니B열")]);
    assert!(within.has_errors);
    crate::support::assert_findings(&beside("발코니B열", "담당 김"), &[]);
    crate::support::assert_findings(&beside("발코니B열", ""), &[]);
    // Beside all groups it is in nobody's way.
    let advertising = Play::new().beside(["|", "|광고비", "|70000", "|"]);
    let reading = advertising.gives(&[(Code::UnrecognisedColumn, "회차별판매!O4", "광고비")]);
    assert_eq!(reading.snapshot, Play::new().read().snapshot);
    Play::new().beside(["|", "|광고비", "|미정", "|"]).gives(&[]);
}

#[test]
fn grades_that_are_not_their_count_are_told_unless_a_column_is_unknown() {
    let grades = |first: &str| Play::new().beside(["멜론| | ", "R석|S석|매수", first, "0|0|0"]);
    grades("0|0|0").gives(&[]);
    let reading = grades("1|0|2").tells(Code::GradeSumMismatch, "회차별판매!P5");
    assert!(!reading.has_errors);
    let unknown = Play::new()
        .beside(["멜론| | ", "R석|발코니B열|매수", "1||2", "0||0"])
        .read();
    let codes: Vec<_> = unknown.diagnostics.iter().map(|finding| finding.code).collect();
    assert!(!codes.contains(&Code::GradeSumMismatch), "{codes:?}");
}

#[test]
fn more_than_200_agencies_are_too_many() {
    let days = |count: usize| {
        let labels: Vec<String> = (1..=count).map(|number| format!("예매처{number}")).collect();
        let groups = format!(" |{}|유료 계| ", labels.join("|"));
        let subs = format!("판매일|{}매수|금액", "매수|".repeat(count));
        let cells = format!("@2026-11-18|{}8|800000", "0|".repeat(count));
        let rows = ["", "", groups.as_str(), subs.as_str(), cells.as_str()];
        let mut play = Play::new();
        let performances = play.workbook.sheet(PERFORMANCES).clone();
        play.workbook = Workbook::new("a.xlsx")
            .with_sheet(sheet(DAILY, &rows))
            .with_sheet(performances);
        play.read()
    };
    let codes = |count| -> Vec<Code> { days(count).diagnostics.iter().map(|finding| finding.code).collect() };
    assert!(!codes(200).contains(&Code::TooLarge));
    assert!(codes(201).contains(&Code::TooLarge));
}
