//! `concerts/weekly`.

use domain::reports::concert_weekly::{ConcertWeekly, Row, Week};

use super::concert_sales::SOLD;
use super::marketing::ACTIONS;
use super::prelude::*;

const TITLE: Words = Words("주간 판매", "Weekly sales");

/// Its sheet.
pub static CONCERT_WEEKLY: Sheet<ConcertWeekly> = Sheet {
    title: TITLE,
    about: Words(
        "주별 좌석과 매출, 그 주의 마케팅입니다.",
        "Seats and revenue of each week, with its marketing.",
    ),
    example: include_str!("examples/concerts-weekly.json"),
    summary: "Concerts: sales by week",
    details: "Each week that has a daily row, with what was planned for it.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "ConcertWeeklyReport",
        "The weeks of each concert.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "weeks"], TITLE)],
};

static ITEM: Object<Row> = object(
    "ConcertWeeklyItem",
    "Weeks of one concert.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "weeks",
            "Each week that has a daily row, in order of time.",
            &Each(|row: &Row| &row.weeks, &WEEK),
        ),
    ],
);

static WEEK: Object<Week> = object(
    "ConcertSaleWeek",
    "One calendar week of a concert, with what was planned for it.",
    &[
        column("weekStart", "Monday.", |week| week.days.first().into()),
        column("weekEnd", "Sunday.", |week| week.days.last().into()),
        flat(&Of(|week: &Week| Some(&week.sold), &SOLD)),
        flat(&Of(|week: &Week| Some(&week.notes), &ACTIONS)),
    ],
);
