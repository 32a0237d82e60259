//! `concerts/marketing-week`.

use domain::reports::marketing_week::{MarketingWeek, Row};

use super::marketing::ACTIONS;
use super::prelude::*;

const TITLE: Words = Words("이번 주 마케팅", "Marketing this week");

/// Its sheet.
pub static MARKETING_WEEK: Sheet<MarketingWeek> = Sheet {
    title: TITLE,
    about: Words("이번 주의 마케팅 계획입니다.", "This week's marketing plan."),
    example: include_str!("examples/concerts-marketing-week.json"),
    summary: "Concerts: the marketing week of a day",
    details: "What was planned for the week containing `asOf`.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "MarketingWeekReport",
        "The marketing week of each concert.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items"], TITLE)],
};

static ITEM: Object<Row> = object(
    "MarketingWeekItem",
    "The marketing week (주간 마케팅) of one concert that holds `asOf`, cut to the sale period. Outside the sale period \
     number and notes are `null`, and the days are those of the calendar week.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("weekNumber", "From 1.", |row| row.week_number.into()),
        column("weekStart", "", |row| row.days.first().into()),
        column("weekEnd", "", |row| row.days.last().into()),
        flat(&Of(|row: &Row| Some(&row.notes), &ACTIONS)),
    ],
);
