//! `plays/weekly-capacity`.

use domain::reports::weekly_capacity::{Answer, Row, Week, WeeklyCapacity};

use super::prelude::*;

const TITLE: Words = Words("주간 좌석 판매", "Weekly capacity");

/// Its sheet.
pub static WEEKLY_CAPACITY: Sheet<WeeklyCapacity> = Sheet {
    title: TITLE,
    about: Words(
        "주별 판매 가능 좌석과 유료 좌석입니다.",
        "Seats offered and paid by week.",
    ),
    example: include_str!("examples/plays-weekly-capacity.json"),
    summary: "Plays: seats offered and paid by week",
    details: "Of each production, and of all together.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "WeeklyCapacityReport",
        "Seats offered and paid per week.",
        &[
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            list(
                "overall",
                "All productions together, in order of time.",
                &Each(|answer: &Answer| &answer.overall, &WEEK),
            ),
        ],
    ),
    tables: &[table(&["items", "weeks"], TITLE), table(&["overall"], OVERALL)],
};

static ITEM: Object<Row> = object(
    "CapacityItem",
    "The weeks of one production that have performances.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list("weeks", BY_TIME, &Each(|row: &Row| &row.weeks, &WEEK)),
    ],
);

static WEEK: Object<Week> = object(
    "CapacityWeek",
    "Seats of one week.",
    &[
        column("weekStart", "Monday.", |week| week.week_start.into()),
        column("weekEnd", "Sunday.", |week| week.week_end.into()),
        column("performances", "Number of performances.", |week: &Week| {
            week.performances.into()
        })
        .minimum(1),
        optional(
            "offeredSeats",
            "Performances × seats per performance; `null` while a capacity is not known.",
            |week| week.offered_seats.into(),
        ),
        column("paidSeats", "Seats sold.", |week| week.paid_seats.into()),
        optional("paidRatio", "Paid ÷ offered seats.", |week| week.paid_ratio.into()),
        column("revenueKrw", "Won.", |week| week.revenue_krw.into()),
        optional("meanTicketPriceKrw", "Revenue ÷ paid seats, in won.", |week| {
            week.mean_ticket_price_krw.into()
        }),
    ],
);
