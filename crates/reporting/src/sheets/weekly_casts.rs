//! `plays/weekly-casts`.

use domain::reports::weekly_casts::{Row, WeeklyCasts};

use super::casts::CAST;
use super::prelude::*;

const TITLE: Words = Words("주간 캐스트", "Weekly casts");

/// Its sheet.
pub static WEEKLY_CASTS: Sheet<WeeklyCasts> = Sheet {
    title: TITLE,
    about: Words(
        "지난주 매출이 가장 높은 캐스트 조합입니다.",
        "Last week's top casts (same people in the same order).",
    ),
    example: include_str!("examples/plays-weekly-casts.json"),
    summary: "Plays: last week's top casts",
    details: "The same people in the same order, by the revenue of their performances of the week before that of \
              `asOf`.",
    parameters: &[count(
        "top",
        Words("상위 건수", "Top"),
        "How many casts of each production.",
        3,
        100,
    )],
    asked: |values| usize::try_from(values.whole("top")).expect("within its bounds"),
    answer: object(
        "WeeklyCastsReport",
        "Last week's top casts.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "casts"], TITLE)],
};

static ITEM: Object<Row> = object(
    "WeeklyCastsItem",
    "Last week's top casts of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("weekStart", "Monday of last week.", |row| row.week_start.into()),
        column("weekEnd", "Sunday of last week.", |row| row.week_end.into()),
        list(
            "casts",
            "By revenue, then by names.",
            &Each(|row: &Row| &row.casts, &CAST),
        ),
    ],
);
