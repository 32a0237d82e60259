//! `plays/occupancy`.

use domain::reports::occupancy::{Occupancy, Part, Row};

use super::prelude::*;

const TITLE: Words = Words("점유율 비교", "Occupancy");

/// Its sheet.
pub static OCCUPANCY: Sheet<Occupancy> = Sheet {
    title: TITLE,
    about: Words(
        "예매 점유율과 유료 점유율을 지난 회차와 앞으로의 회차로 나누어 봅니다.",
        "Deposit and paid share of past and upcoming performances.",
    ),
    example: include_str!("examples/plays-occupancy.json"),
    summary: "Plays: deposit and paid share",
    details: "Averages of the whole run, of the performances up to the record date, and of those after it.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "OccupancyReport",
        "Deposit and paid share of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items"], TITLE)],
};

static ITEM: Object<Row> = object(
    "RunOccupancyItem",
    "Deposit and paid share of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("targetShare", "Target share of the house.", |row| {
            row.target_share.into()
        }),
        flat(&Of(|row: &Row| Some(&row.whole), &MEAN_SHARES)),
        nested(
            "past",
            "Performances up to the record date.",
            &Of(|row: &Row| Some(&row.past), &MEAN_SHARES),
        ),
        nested(
            "future",
            "Performances after the record date.",
            &Of(|row: &Row| Some(&row.future), &MEAN_SHARES),
        ),
    ],
);

static MEAN_SHARES: Object<Part> = object(
    "MeanShares",
    "Average shares of some performances.",
    &[
        column("performances", "Number of performances.", |part: &Part| {
            part.performances.into()
        })
        .minimum(0),
        optional("depositShare", "Average deposit share (예매 점유율).", |part| {
            part.deposit_share.into()
        }),
        optional("paidShare", "Average paid share (유료 점유율).", |part| {
            part.paid_share.into()
        }),
        optional("unpaidShare", "Paid − deposit share.", |part| {
            part.unpaid_share.into()
        }),
    ],
);
