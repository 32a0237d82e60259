//! `plays/performances`.

use domain::calendar::OpenRange;
use domain::reports::performances::{Performance, Performances, Row};

use super::deposits::DEPOSITS;
use super::prelude::*;
use super::showing::SHOWING;

pub(super) const TITLE: Words = Words("회차별 판매", "Performances");

/// Its sheet.
pub static PERFORMANCES: Sheet<Performances> = Sheet {
    title: TITLE,
    about: Words(
        "회차마다 점유율, 등급별 좌석, 매출, 평균 단가입니다.",
        "Each performance: occupancy, seats by grade, revenue, average ticket price.",
    ),
    example: include_str!("examples/plays-performances.json"),
    summary: "Plays: each performance",
    details: "Shares, seats by grade, revenue and average ticket price of the performances from `from` to `to`.",
    parameters: &[
        day(
            "from",
            Words("시작일", "From"),
            "First day of performances; default: all.",
        ),
        day("to", Words("종료일", "To"), "Last day of performances; default: all."),
    ],
    asked: |values| OpenRange {
        from: values.day("from"),
        to: values.day("to"),
    },
    answer: object(
        "PerformancesReport",
        "Each performance: occupancy, remaining seats, seats by grade, revenue, average ticket price.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "performances"], TITLE)],
};

pub(super) static ITEM: Object<Row> = object(
    "PerformancesItem",
    "Performances of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "performances",
            "By start.",
            &Each(|row: &Row| &row.performances, &PERFORMANCE),
        ),
    ],
);

static PERFORMANCE: Object<Performance> = object(
    "PerformanceView",
    "A performance with its seats per grade and its revenue.",
    &[
        flat(&Of(|performance: &Performance| Some(&performance.showing), &SHOWING)),
        by_grade("paidSeatsByGrade", "Seats sold per grade.", |performance| {
            (&performance.paid_seats_by_grade).into()
        }),
        by_grade(
            "complimentarySeatsByGrade",
            "Seats given away per grade.",
            |performance| (&performance.complimentary_seats_by_grade).into(),
        ),
        optional("depositShare", "Deposit share, as in the workbook.", |performance| {
            performance.deposit_share.into()
        }),
        column("revenueKrw", "Won.", |performance| performance.revenue_krw.into()),
        optional("meanTicketPriceKrw", "Revenue ÷ seats sold, in won.", |performance| {
            performance.mean_ticket_price_krw.into()
        }),
        optional(
            "number",
            "Which performance of the run it is.",
            |performance: &Performance| performance.number.into(),
        )
        .minimum(1),
        optional("remark", "The remark in the workbook.", |performance: &Performance| {
            performance.remark.as_ref().into()
        }),
        optional(
            "roles",
            "What each of the cast plays, in their order; `null` where the workbook does not tell.",
            |performance: &Performance| performance.roles.as_ref().into(),
        ),
        flat(&Of(|performance: &Performance| Some(&performance.deposits), &DEPOSITS)),
    ],
);
