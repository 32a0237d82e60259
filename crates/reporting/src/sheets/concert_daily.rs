//! `concerts/daily`.

use domain::reports::concert_daily::{ConcertDaily, Day, Row};

use super::concert_sales::SOLD;
use super::prelude::*;

const TITLE: Words = Words("일별 판매", "Daily sales");

/// Its sheet.
pub static CONCERT_DAILY: Sheet<ConcertDaily> = Sheet {
    title: TITLE,
    about: Words("판매일별 좌석과 매출입니다.", "Seats and revenue of each sale day."),
    example: include_str!("examples/concerts-daily.json"),
    summary: "Concerts: sales by day",
    details: "Paid and complimentary seats and revenue of each sale day.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ConcertDailyReport",
        "The sale days of each concert.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "days"], TITLE)],
};

static ITEM: Object<Row> = object(
    "ConcertDailyItem",
    "Sale days of one concert.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "days",
            "Each daily row, in order of time.",
            &Each(|row: &Row| &row.days, &DAY),
        ),
    ],
);

static DAY: Object<Day> = object(
    "ConcertSaleDay",
    "One sale day (판매일) of a concert.",
    &[
        column("day", "", |day| day.day.into()),
        column("weekStart", "Monday of its week.", |day| day.week_start.into()),
        column("month", "Its month.", |day: &Day| day.month.into()).example("2026-11"),
        flat(&Of(|day: &Day| Some(&day.sold), &SOLD)),
    ],
);
