//! `plays/deposits`.

use domain::reports::deposits::{Deposits, Part, Performance, Row};
use domain::sales::DepositFacts;

use super::prelude::*;

const TITLE: Words = Words("입금 현황", "Deposits");

/// Its sheet.
pub static DEPOSITS_SHEET: Sheet<Deposits> = Sheet {
    title: TITLE,
    about: Words(
        "회차마다 입금된 좌석과 아직 입금되지 않은 좌석입니다.",
        "What is paid for each performance, and what is still pending.",
    ),
    example: include_str!("examples/plays-deposits.json"),
    summary: "Plays: what is booked but not yet paid for",
    details: "Of each performance, of those up to the record date, and of those after it.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "DepositsReport",
        "What is paid for each performance, and what is still pending.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "performances"], TITLE)],
};

static ITEM: Object<Row> = object(
    "DepositsItem",
    "What is paid for one production, and what is still pending.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list(
            "performances",
            "By start.",
            &Each(|row: &Row| &row.performances, &PERFORMANCE),
        ),
        nested(
            "past",
            "Performances up to the record date.",
            &Of(|row: &Row| Some(&row.past), &PART),
        ),
        nested(
            "future",
            "Performances after the record date.",
            &Of(|row: &Row| Some(&row.future), &PART),
        ),
    ],
);

static PERFORMANCE: Object<Performance> = object(
    "PerformanceDeposits",
    "What of one performance is paid for.",
    &[
        column("startsAt", "", |performance: &Performance| {
            performance.told.starts_at.into()
        }),
        optional(
            "number",
            "Which performance of the run it is.",
            |performance: &Performance| performance.told.number.into(),
        )
        .minimum(1),
        flat(&Of(
            |performance: &Performance| Some(&performance.told.deposits),
            &DEPOSITS,
        )),
        optional("pendingRatio", "Seats not paid for ÷ seats booked.", |performance| {
            performance.pending_ratio.into()
        }),
        column(
            "daysToPerformance",
            "From `asOf` to its day; 0 afterwards.",
            |performance: &Performance| performance.days_to_performance.into(),
        )
        .minimum(0),
    ],
);

static PART: Object<Part> = object(
    "DepositsPart",
    "What of some performances is paid for: sums of those that know; `null` where there are some and none knows.",
    &[
        column("performances", "How many there are.", |part: &Part| {
            part.performances.into()
        })
        .minimum(0),
        flat(&Of(|part: &Part| Some(&part.deposits), &DEPOSITS)),
        optional("pendingRatio", "Seats not paid for ÷ seats booked.", |part| {
            part.pending_ratio.into()
        }),
    ],
);

pub(super) static DEPOSITS: Object<DepositFacts> = object(
    "DepositsView",
    "What is paid for, and what is booked and not yet; `null` where the workbook does not tell.",
    &[
        optional("depositedSeats", "Seats that are paid for (입금).", |deposits| {
            deposits.deposited_seats.into()
        }),
        optional("depositedKrw", "Their won.", |deposits| deposits.deposited_krw.into()),
        optional(
            "pendingSeats",
            "Seats that are booked and not paid for (미입금).",
            |deposits| deposits.pending_seats.into(),
        ),
        optional("pendingKrw", "Their won.", |deposits| deposits.pending_krw.into()),
    ],
);
