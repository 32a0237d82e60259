//! `plays/weekly-occupancy`.

use domain::reports::weekly_occupancy::{Row, Week, WeeklyOccupancy};

use super::prelude::*;

pub(super) const TITLE: Words = Words("주간 점유율", "Weekly occupancy");

/// Its sheet.
pub static WEEKLY_OCCUPANCY: Sheet<WeeklyOccupancy> = Sheet {
    title: TITLE,
    about: Words(
        "첫 회차부터 마지막 회차까지 주별 평균 유료 점유율입니다.",
        "Average paid share by week, from the first to the last performance.",
    ),
    example: include_str!("examples/plays-weekly-occupancy.json"),
    summary: "Plays: average paid share by week",
    details: "From the week of the first to that of the last performance; weeks without one are left out.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "WeeklyOccupancyReport",
        "The weeks of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "weeks"], TITLE)],
};

pub(super) static ITEM: Object<Row> = object(
    "OccupancyItem",
    "Weeks of one production, from the first to the last performance.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list("weeks", BY_TIME, &Each(|row: &Row| &row.weeks, &WEEK)),
    ],
);

static WEEK: Object<Week> = object(
    "OccupancyWeek",
    "One week with performances.",
    &[
        column("weekStart", "Monday.", |week| week.week_start.into()),
        column("weekEnd", "Sunday.", |week| week.week_end.into()),
        column("performances", "Number of performances.", |week: &Week| {
            week.performances.into()
        })
        .minimum(0),
        optional(
            "paidShare",
            "Average paid share (유료 점유율) of the performances.",
            |week| week.paid_share.into(),
        ),
    ],
);
