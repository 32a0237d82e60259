//! Workbooks by people's own headings, small enough to be read at a glance: what each rule makes of one cell.

mod columns;
mod rows;
mod sheets;

use domain::diagnostics::DiagnosticCode as Code;
use domain::production::Category;
use sample_data::formats::xlsx;
use sample_data::{Cell, Sheet, Workbook};
use xlsx_ingest::{Reading, ReadingContext};

use crate::support::{DAILY, PERFORMANCES, context, day, findings, read_bytes, time};

/// A sheet whose rows are written one below the other, with `|` between cells. `@2026-11-18` is a day and `@19:30` a time;
/// digits are a number, and anything else is a text.
pub(super) fn sheet(name: &str, rows: &[&str]) -> Sheet {
    let mut sheet = Sheet::new(name);
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells.split('|')) {
            sheet.set((row, column), written(text.trim()));
        }
    }
    sheet
}

fn written(text: &str) -> Cell {
    match text.strip_prefix('@') {
        Some(clock) if clock.contains(':') => {
            let (hour, minute) = clock.split_once(':').unwrap();
            time(hour.parse().unwrap(), minute.parse().unwrap()).into()
        }
        Some(date) => day(date).into(),
        None if text.is_empty() => Cell::Empty,
        None => text.parse::<i64>().map_or_else(|_| text.into(), Cell::from),
    }
}

/// A play with one agency that tells what is paid for. Labels are in rows 3 and 4, data begin in row 5.
pub(super) struct Play {
    pub(super) workbook: Workbook,
    pub(super) context: ReadingContext,
}

impl Play {
    /// Without any finding: two sale days and two performances, eight seats in each sheet.
    pub(super) fn new() -> Self {
        let performances = sheet(
            PERFORMANCES,
            &[
                "푸른 계단 회차별 판매현황",
                "",
                "   |          |    |      |CAST  |인터파크(입금)|      |인터파크(미입금)|      |초대|유료 계|      |",
                "No.|공연일    |요일|시간  |배역1 |매수          |금액  |매수            |금액  |매수|매수   |금액  |비고",
                "1  |@2026-11-20|금 |@19:30|김지유|4             |400000|1               |100000|2   |5      |500000|첫 공연",
                "2  |@2026-11-21|토 |@14:00|강준호|3             |300000|0               |0     |0   |3      |300000|12",
            ],
        );
        let days = sheet(
            DAILY,
            &[
                "푸른 계단 일일 판매",
                "",
                "           |인터파크|      |유료 계|      ",
                "판매일     |매수    |금액  |매수   |금액  ",
                "@2026-11-18|5       |500000|5      |500000",
                "@2026-11-19|3       |300000|3      |300000",
            ],
        );
        let mut context = context(Category::Play);
        context.house.seats = Some(7);
        Self {
            workbook: Workbook::new("20261119_PL2612_x.xlsx")
                .with_sheet(days)
                .with_sheet(performances),
            context,
        }
    }

    /// The same with another value in a cell: `회차별판매!F5`.
    #[must_use]
    pub(super) fn with(mut self, place: &str, value: impl Into<Cell>) -> Self {
        let (sheet, cell) = place.split_once('!').unwrap();
        self.workbook.sheet_mut(sheet).set(cell, value);
        self
    }

    /// The same with further columns of performances from `N3` on, beside all others: labels of groups, labels, and two
    /// rows of cells.
    #[must_use]
    pub(super) fn beside(mut self, rows: [&str; 4]) -> Self {
        let target = self.workbook.sheet_mut(PERFORMANCES);
        for (row, cells) in (2..).zip(rows) {
            for (column, text) in (13..).zip(cells.split('|')) {
                target.set((row, column), written(text.trim()));
            }
        }
        self
    }

    pub(super) fn read(&self) -> Reading {
        read_bytes("a.xlsx", &xlsx(&self.workbook), &self.context)
    }

    /// Fails unless these are all findings, each with its place and value.
    #[track_caller]
    pub(super) fn gives(&self, expected: &[(Code, &str, &str)]) -> Reading {
        let reading = self.read();
        crate::support::assert_findings(&reading, expected);
        reading
    }

    /// Fails unless this is among the findings; others may follow from it.
    #[track_caller]
    pub(super) fn tells(&self, code: Code, place: &str) -> Reading {
        let reading = self.read();
        let found = findings(&reading);
        let is_told = found.iter().any(|(other, at, _)| *other == code.code() && at == place);
        assert!(is_told, "{} at {place}: {found:?}", code.code());
        reading
    }
}

#[test]
fn the_small_workbook_says_what_it_is_about() {
    let reading = Play::new().gives(&[]);
    let facts = reading.facts().unwrap();
    let days = facts.daily.as_ref().unwrap();
    assert_eq!((days.rows, days.seats, days.revenue_krw), (2, 8, 800_000));
    let performances = &facts.performances;
    assert_eq!(
        (
            performances.paid_seats,
            performances.complimentary_seats,
            performances.revenue_krw
        ),
        (8, 2, Some(800_000))
    );
    assert_eq!(performances.deposits.pending_seats, Some(1));
    assert_eq!(performances.deposits.deposited_krw, Some(700_000));
    let [first, second] = reading.snapshot.performance_sales.as_slice() else {
        panic!("two performances");
    };
    assert_eq!(first.details.number, Some(1));
    assert_eq!(first.details.remark.as_deref(), Some("첫 공연"));
    assert_eq!(second.details.remark, None, "digits are no remark");
    assert_eq!(first.details.roles.as_deref(), Some(["배역1".to_owned()].as_slice()));
}
