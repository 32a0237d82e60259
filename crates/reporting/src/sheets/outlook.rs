//! `plays/outlook`.

use domain::reports::outlook::{Outlook, Performance, Row, Week};

use super::prelude::*;
use super::showing::SHOWING;

const TITLE: Words = Words("전망", "Outlook");

/// Its sheet.
pub static OUTLOOK: Sheet<Outlook> = Sheet {
    title: TITLE,
    about: Words(
        "이번 주와 다음 주 회차의 점유율과 잔여석, 예매가 저조한 회차입니다.",
        "This and next week's performances: occupancy, remaining seats, and which are low.",
    ),
    example: include_str!("examples/plays-outlook.json"),
    summary: "Plays: performances of this and next week",
    details: "How full each is, what is left, and which are low.",
    parameters: &[LOW_THRESHOLD],
    asked: |values| values.decimal("lowThreshold"),
    answer: object(
        "OutlookReport",
        "Performances of this and next week: occupancy, remaining seats, which are low.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "performances"], TITLE)],
};

static ITEM: Object<Row> = object(
    "OutlookItem",
    "This and next week of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("thisWeekStart", "Monday of this week.", |row| {
            row.this_week_start.into()
        }),
        column("nextWeekStart", "Monday of next week.", |row| {
            row.next_week_start.into()
        }),
        list(
            "performances",
            "By start.",
            &Each(|row: &Row| &row.performances, &PERFORMANCE),
        ),
        optional(
            "nextWeekOccupancy",
            "Average occupancy of next week's performances.",
            |row| row.next_week_occupancy.into(),
        ),
    ],
);

static PERFORMANCE: Object<Performance> = object(
    "OutlookPerformance",
    "A performance of this or next week.",
    &[
        flat(&Of(|performance: &Performance| Some(&performance.showing), &SHOWING)),
        column(
            "week",
            "Which of the two weeks it is in.",
            |performance: &Performance| word_of(performance.week).into(),
        )
        .one_of(&WEEK),
        column(
            "low",
            "Whether its occupancy, unrounded, is below `lowThreshold`.",
            |performance| performance.low.into(),
        ),
    ],
);

static WEEK: Choice = Choice {
    schema: "OutlookWeek",
    about: "Which of the two weeks.",
    words: &["this", "next"],
};

fn word_of(week: Week) -> &'static str {
    match week {
        Week::This => "this",
        Week::Next => "next",
    }
}
