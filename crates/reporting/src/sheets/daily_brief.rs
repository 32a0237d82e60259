//! `plays/daily-brief`.

use domain::reports::daily_brief::{DailyBrief, Row};

use super::prelude::*;
use super::showing::SHOWING;

const TITLE: Words = Words("일일 요약", "Daily brief");

/// Its sheet.
pub static DAILY_BRIEF: Sheet<DailyBrief> = Sheet {
    title: TITLE,
    about: Words(
        "최근 판매일, 최근 두 공연일, 앞으로 7일의 회차입니다.",
        "The last sale day, the last two performance days, and the next seven days.",
    ),
    example: include_str!("examples/plays-daily-brief.json"),
    summary: "Plays: the day in brief",
    details: "The last sale day, the last two performance days, the performances of the next seven days.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "DailyBriefReport",
        "The last days and the next ones of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "nextPerformances"], TITLE)],
};

static ITEM: Object<Row> = object(
    "DailyBriefItem",
    "The last days and the next ones of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("lastSaleDay", "Day of the last daily row.", |row| {
            row.last_sale_day.map(|sale| sale.day).into()
        }),
        optional("lastSaleDayRevenueKrw", "Its sales, in won.", |row| {
            row.last_sale_day.map(|sale| sale.revenue_krw).into()
        }),
        optional(
            "latestPerformanceDay",
            "The last day with a performance up to `asOf`.",
            |row| row.latest_performance_day.into(),
        ),
        optional("latestOccupancy", "Average occupancy (점유율) of that day.", |row| {
            row.latest_occupancy.into()
        }),
        optional(
            "previousPerformanceDay",
            "The day with a performance before that one.",
            |row| row.previous_performance_day.into(),
        ),
        optional("previousOccupancy", "Average occupancy of that day.", |row| {
            row.previous_occupancy.into()
        }),
        optional("occupancyChange", "Latest − previous occupancy.", |row| {
            row.occupancy_change.into()
        }),
        optional("salesReason", "Why sales by day are not known.", |row: &Row| {
            row.production.sales_reason().into()
        })
        .one_of(&SALES_REASON),
        list(
            "nextPerformances",
            "The performances of the seven days after `asOf`, by start.",
            &Each(|row: &Row| &row.next_performances, &SHOWING),
        ),
    ],
);
