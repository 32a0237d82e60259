//! `concerts/monthly`.

use domain::calendar::Month;
use domain::reports::concert_daily::Sold;
use domain::reports::concert_monthly::{ConcertMonthly, Row};

use super::concert_sales::SOLD;
use super::prelude::*;

const TITLE: Words = Words("월별 판매", "Monthly sales");

/// Its sheet.
pub static CONCERT_MONTHLY: Sheet<ConcertMonthly> = Sheet {
    title: TITLE,
    about: Words("월별 좌석과 매출입니다.", "Seats and revenue of each month."),
    example: include_str!("examples/concerts-monthly.json"),
    summary: "Concerts: sales by month",
    details: "Each month that has a daily row.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ConcertMonthlyReport",
        "The months of each concert.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "months"], TITLE)],
};

static ITEM: Object<Row> = object(
    "ConcertMonthlyItem",
    "Months of one concert.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "months",
            "Each month that has a daily row, in order of time.",
            &Each(|row: &Row| &row.months, &MONTH),
        ),
    ],
);

static MONTH: Object<(Month, Sold)> = object(
    "ConcertSaleMonth",
    "One month of a concert.",
    &[
        column("month", "", |month: &(Month, Sold)| month.0.into()).example("2026-11"),
        flat(&Of(|month: &(Month, Sold)| Some(&month.1), &SOLD)),
    ],
);
