//! Blank workbooks: what is in them, and that they are read when they come back.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use chrono::NaiveDate;
use domain::diagnostics::DiagnosticCode as Code;
use domain::grade::SeatsByGrade;
use domain::production::{Category, ProductionDetails, ProductionDraft};
use sample_data::Cell;
use sample_data::formats::filled;
use xlsx_ingest::{Reading, ReadingContext, workbook_template};

use crate::support::{DAILY, PERFORMANCES, assert_findings, context, day, percent, read_bytes, time};

fn play() -> ProductionDetails {
    let mut draft = ProductionDraft::new("PL2612".parse().unwrap(), "두 번째 편지", Category::Play);
    draft.sale_start = Some(day("2026-11-18"));
    draft.sale_end = Some(day("2026-12-06"));
    draft.seats_per_performance = Some(280);
    draft.check().unwrap()
}

fn concert() -> ProductionDetails {
    let mut draft = ProductionDraft::new("CO2613".parse().unwrap(), "겨울 숲 콘서트", Category::Concert);
    draft.sale_start = Some(day("2026-11-18"));
    draft.sale_end = Some(day("2026-12-20"));
    let inventory = [("r", 2_000), ("s", 1_200)];
    let inventory = inventory.map(|(grade, seats)| (grade.parse().unwrap(), seats));
    draft.seat_inventory = Some(SeatsByGrade::from(inventory));
    draft.check().unwrap()
}

fn template(details: &ProductionDetails) -> Vec<u8> {
    workbook_template(details, details.sale_period().unwrap(), day("2026-11-19"))
}

fn read(details: &ProductionDetails, bytes: &[u8], record_date: NaiveDate) -> Reading {
    let context = ReadingContext {
        kind: None,
        record_date,
        sale_start: details.sale_start,
        ..context(details.category)
    };
    read_bytes("a.xlsx", bytes, &context)
}

fn sheets(details: &ProductionDetails) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(template(details))).unwrap()
}

/// The cell at an address like `C5`, of the first 26 columns.
fn at<T: calamine::CellType>(range: &Range<T>, address: &str) -> T {
    let (column, row) = address.split_at(1);
    let column = u32::from(column.as_bytes()[0] - b'A');
    let row: u32 = row.parse().unwrap();
    range.get_value((row - 1, column)).cloned().unwrap_or_default()
}

/// The texts of a row, as the file has them.
fn texts(range: &Range<Data>, row: u32) -> Vec<String> {
    let width = range.get_size().1;
    let cells = (0..u32::try_from(width).unwrap()).map(|column| range.get_value((row - 1, column)));
    let texts = cells.filter_map(|cell| cell.map(ToString::to_string));
    texts.filter(|text| !text.is_empty()).collect()
}

#[test]
fn an_untouched_template_says_nothing_before_its_sale() {
    for details in [play(), concert()] {
        let reading = read(&details, &template(&details), day("2026-11-17"));
        // The days of sale are there, no performance is.
        let performances = xlsx_ingest::Layout::of(details.category).is_stage();
        let performances = if performances {
            "회차별판매"
        } else {
            "Seat details"
        };
        assert_findings(&reading, &[(Code::NoDataRows, performances, "")]);
        assert!(reading.snapshot.daily_sales.is_empty());
        assert!(reading.snapshot.performance_sales.is_empty());
    }
}

#[test]
fn days_that_were_not_filled_in_are_blank_numbers() {
    let reading = read(&concert(), &template(&concert()), day("2026-11-18"));
    let blank = |place| (Code::BlankNumber, place, "");
    assert_findings(
        &reading,
        &[
            blank("일일 판매!D5"),
            blank("일일 판매!E5"),
            blank("일일 판매!F5"),
            (Code::NoDataRows, "Seat details", ""),
        ],
    );
    assert_eq!(reading.snapshot.daily_sales.len(), 1);
}

#[test]
fn a_filled_in_play_is_read_without_findings() {
    let daily: [(&str, Cell); 12] = [
        ("D5", 1.into()),
        ("E5", 4.into()),
        ("F5", 2.into()),
        ("G5", 3.into()),
        ("H5", 10.into()),
        ("I5", 800_000.into()),
        ("D6", 0.into()),
        ("E6", 0.into()),
        ("F6", 0.into()),
        ("G6", 2.into()),
        ("H6", 2.into()),
        ("I6", 100_000.into()),
    ];
    let performance: [(&str, Cell); 19] = [
        ("B5", day("2026-11-29").into()),
        ("D5", time(19, 30).into()),
        ("E5", "김지유".into()),
        ("F5", "강준호".into()),
        ("G5", 1.into()),
        ("H5", 4.into()),
        ("I5", 2.into()),
        ("J5", 5.into()),
        ("K5", 12.into()),
        ("L5", 900_000.into()),
        ("M5", 0.into()),
        ("N5", 1.into()),
        ("O5", 0.into()),
        ("P5", 0.into()),
        ("Q5", 1.into()),
        ("S5", 2.into()),
        ("T5", percent(0.0357)),
        ("U5", percent(0.0429)),
        ("V5", percent(0.0036)),
    ];
    let bytes = filled(&filled(&template(&play()), 1, daily), 2, performance);
    let reading = read(&play(), &bytes, day("2026-11-19"));
    assert_findings(&reading, &[]);
    let facts = reading.facts().unwrap();
    assert_eq!(
        (
            facts.daily.as_ref().unwrap().rows,
            facts.daily.as_ref().unwrap().seats,
            facts.daily.as_ref().unwrap().revenue_krw
        ),
        (2, 12, 900_000)
    );
    let sales = &reading.snapshot.performance_sales;
    assert_eq!(sales.len(), 1);
    assert_eq!(sales[0].cast, ["김지유", "강준호"]);
    assert_eq!((sales[0].paid_seats, sales[0].complimentary_seats), (12, 1));
    assert_eq!(sales[0].paid_seats_by_grade[&"r".parse().unwrap()], 4);
}

#[test]
fn a_filled_in_concert_is_read_without_findings() {
    let daily: [(&str, Cell); 3] = [("D5", 11.into()), ("E5", 1_100_000.into()), ("F5", 1.into())];
    let seats: [(&str, Cell); 8] = [
        ("B5", day("2026-12-19").into()),
        ("D5", time(18, 0).into()),
        ("E5", 7.into()),
        ("F5", 4.into()),
        ("G5", 11.into()),
        ("H5", 1.into()),
        ("I5", 0.into()),
        ("J5", 1.into()),
    ];
    let bytes = filled(&filled(&template(&concert()), 1, daily), 2, seats);
    let reading = read(&concert(), &bytes, day("2026-11-18"));
    assert_findings(&reading, &[]);
    let facts = reading.facts().unwrap();
    assert_eq!(
        (facts.daily.as_ref().unwrap().rows, facts.daily.as_ref().unwrap().seats),
        (1, 11)
    );
    assert_eq!(reading.snapshot.performance_sales[0].paid_seats, 11);
}

#[test]
fn the_daily_sheet_has_a_row_for_each_sale_day_and_a_total() {
    let mut workbook = sheets(&play());
    let values = workbook.worksheet_range(DAILY).unwrap();
    assert_eq!(
        texts(&values, 4),
        [
            "No.",
            "판매일",
            "요일",
            "VIP",
            "R",
            "S",
            "A",
            "총매수",
            "매출액",
            "객단가",
            "누적매수",
            "누적매출",
            "비고"
        ]
    );
    let days = (5..).map_while(|row| match at(&values, &format!("B{row}")) {
        Data::DateTime(moment) => moment.as_datetime().map(|moment| moment.date()),
        _ => None,
    });
    let days: Vec<_> = days.collect();
    assert_eq!(days.len(), 19);
    assert_eq!((days[0], days[18]), (day("2026-11-18"), day("2026-12-06")));
    assert_eq!(at(&values, "C5"), Data::String("수".to_owned()));
    assert_eq!(at(&values, "H5"), Data::Float(0.0));
    assert_eq!(at(&values, "B25"), Data::String("합계".to_owned()));

    let formulas = workbook.worksheet_formula(DAILY).unwrap();
    for (cell, formula) in [
        ("H6", "SUM(D6:G6)"),
        ("J6", "IF(H6=0,0,INT(I6/H6))"),
        ("K6", "SUM(H$5:H6)"),
        ("L6", "SUM(I$5:I6)"),
        ("D25", "SUM(D5:D24)"),
        ("H25", "SUM(H5:H24)"),
        ("I25", "SUM(I5:I24)"),
        ("K25", ""),
    ] {
        assert_eq!(at(&formulas, cell), formula, "{cell}");
    }
}

#[test]
fn the_sheet_of_performances_has_rows_without_a_day() {
    let mut workbook = sheets(&play());
    let values = workbook.worksheet_range(PERFORMANCES).unwrap();
    assert_eq!(at(&values, "A64"), Data::Float(60.0));
    assert_eq!(at(&values, "B64"), Data::Empty);
    assert_eq!(at(&values, "R5"), Data::Float(280.0));
    assert_eq!(at(&values, "W5"), Data::Float(280.0));
    let formulas = workbook.worksheet_formula(PERFORMANCES).unwrap();
    for (cell, formula) in [
        ("C5", "IF(B5=\"\",\"\",MID(\"일월화수목금토\",WEEKDAY(B5),1))"),
        ("K5", "SUM(G5:J5)"),
        ("Q5", "SUM(M5:P5)"),
        ("T5", "IF(R5=0,0,(K5-S5)/R5)"),
        ("U5", "IF(R5=0,0,K5/R5)"),
        ("V5", "IF(R5=0,0,Q5/R5)"),
        ("W5", "R5-K5-Q5"),
        ("L66", "SUM(L5:L65)"),
    ] {
        assert_eq!(at(&formulas, cell), formula, "{cell}");
    }
}

#[test]
fn a_concert_has_the_grades_and_the_seats_of_its_inventory() {
    let mut workbook = sheets(&concert());
    let values = workbook.worksheet_range("Seat details").unwrap();
    assert_eq!(
        texts(&values, 2),
        [
            "dash_date",
            "dash_time",
            "dash_seat_paid_r",
            "dash_seat_paid_s",
            "dash_seat_paid_tot",
            "dash_seat_invite_r",
            "dash_seat_invite_s",
            "dash_seat_invite_tot"
        ]
    );
    assert_eq!(
        texts(&values, 4),
        [
            "회차",
            "공연일",
            "요일",
            "시간",
            "R",
            "S",
            "유료합계",
            "초대R",
            "초대S",
            "초대합계",
            "총좌석",
            "잔여석"
        ]
    );
    assert_eq!(at(&values, "K5"), Data::Float(3_200.0));
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    assert!(template(&play()) == template(&play()));
}
