//! `agencies/daily`.

use domain::reports::agencies_daily::{AgenciesDaily, Agency, Period, Row};

use super::by_grain;
use super::prelude::*;

const TITLE: Words = Words("예매처별 추이", "Agencies over time");

/// Its sheet.
pub static AGENCIES_DAILY: Sheet<AgenciesDaily> = Sheet {
    title: TITLE,
    about: Words(
        "예매처마다 일, 주, 월별로 팔린 좌석과 매출을 누적과 함께 봅니다.",
        "What each ticket agency sold by day, week or month, and cumulative.",
    ),
    example: include_str!("examples/agencies-daily.json"),
    summary: "All: what ticket agencies sold by day, week or month",
    details: "Every period that has a sale day, also cumulative.",
    parameters: by_grain::PARAMETERS,
    asked: by_grain::asked,
    answer: object(
        "AgenciesDailyReport",
        "What each ticket agency sold by day, week or month.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "agencies", "periods"], TITLE)],
};

static ITEM: Object<Row> = object(
    "AgenciesDailyItem",
    "Ticket agencies of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list("agencies", "By code.", &Each(|row: &Row| &row.agencies, &AGENCY)),
    ],
);

static AGENCY: Object<Agency> = object(
    "AgencyPeriods",
    "Periods of one agency: each that has a sale day.",
    &[
        column(
            "agency",
            "`interpark`, `nol`, `yes24`, `melon`, `ticketlink`, or the code of another one.",
            |agency: &Agency| agency.code.code().into(),
        )
        .example("interpark"),
        column("name", "Its name.", |agency: &Agency| (&agency.name).into()).example("인터파크"),
        list("periods", BY_TIME, &Each(|agency: &Agency| &agency.periods, &PERIOD)),
    ],
);

static PERIOD: Object<Period> = object(
    "AgencyPeriod",
    "What an agency sold in one period.",
    &[
        column("period", "Day, Monday of the week, or `YYYY-MM`.", |period: &Period| {
            period.period.into()
        })
        .example("2026-11-16"),
        column("seats", "Booked seats.", |period| period.sold.seats.into()),
        column("revenueKrw", "Won.", |period| period.sold.revenue_krw.into()),
        column("cumulativeRevenueKrw", "Won from the first sale day on.", |period| {
            period.cumulative_revenue_krw.into()
        }),
    ],
);
