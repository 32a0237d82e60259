//! `pace`.

use domain::foresight::NoForecast;
use domain::reports::pace::{Among, Choice as Chosen, Comparable, Pace, Point, Row};

use super::interval::RATIO;
use super::prelude::*;

const TITLE: Words = Words("판매 속도", "Pace");

/// Its sheet.
pub static PACE: Sheet<Pace> = Sheet {
    title: TITLE,
    about: Words(
        "남은 날에 따라 팔린 좌석의 비율을, 판매가 비슷했던 지난 공연들과 견줍니다.",
        "Share of all seats sold by days to go, compared with similar past productions.",
    ),
    example: include_str!("examples/pace.json"),
    summary: "How each run paces compared with past ones",
    details: "The share of all seats sold, day by day on an axis of days to go to the last performance, and what past productions had sold \
              by then. Compared is with those whose curves were nearest to this one so far, of the same category or of all (`among`); each is listed with its \
              distance. Only productions that the caller sees are compared with. `asOf` is the day at whose close was known what is told.",
    parameters: &[
        word(
            "among",
            Words("비교 범위", "Compare within"),
            "Which past productions are considered: those of the same `category`, or `all`.",
            &["category", "all"],
        ),
        count(
            "most",
            Words("비교 공연 수", "Productions compared"),
            "Largest number of past productions to compare with.",
            10,
            10,
        ),
    ],
    asked: |values| Chosen {
        among: match values.word("among") {
            "all" => Among::All,
            _ => Among::Category,
        },
        most: usize::try_from(values.whole("most")).unwrap_or(usize::MAX),
    },
    answer: object(
        "PaceReport",
        "How each run paces compared with past ones.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[
        named_table("points", &["items", "points"], TITLE).of_heads(),
        named_table(
            "comparables",
            &["items", "comparables"],
            Words("비교한 공연", "Compared with"),
        )
        .of_heads(),
    ],
};

static ITEM: Object<Row> = object(
    "PaceItem",
    "How one run paces compared with past ones.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("reason", "Why there is no curve.", |row: &Row| {
            row.reason.map(NoForecast::code).into()
        })
        .one_of(&REASON),
        optional(
            "origin",
            "Record date of the newest snapshot up to `asOf`.",
            |row: &Row| row.origin.into(),
        ),
        optional("daysToGo", "Days from then to the last performance.", |row: &Row| {
            row.days_to_go.into()
        }),
        list(
            "comparables",
            "Those that it is compared with, nearest first.",
            &Each(|row: &Row| &row.comparables, &COMPARABLE),
        ),
        list(
            "points",
            "From the earliest sale start to the last performance.",
            &Each(|row: &Row| &row.points, &POINT),
        ),
    ],
);

static COMPARABLE: Object<Comparable> = object(
    "PaceComparable",
    "A past production that a run is compared with.",
    &[
        column("comparableCode", "Its code.", |one: &Comparable| {
            one.production.code.as_str().into()
        })
        .example("MU2511"),
        column("comparableName", "Its name.", |one: &Comparable| {
            (&one.production.name).into()
        })
        .example("겨울의 노래"),
        optional(
            "distance",
            "Average distance of its curve from this run's so far, in share of all seats; `null` where they have no day in common.",
            |one: &Comparable| one.distance.into(),
        ),
        column("comparableId", "Its identity.", |one: &Comparable| {
            one.production.id.0.into()
        })
        .last_in_tables(),
    ],
);

static POINT: Object<Point> = object(
    "PacePoint",
    "One day of the axis.",
    &[
        column("daysToGo", "Days to go to the last performance.", |one: &Point| {
            one.days_to_go.into()
        }),
        optional(
            "soldShare",
            "Share of all seats sold; `null` for days to come, and for days on sale before the first record where that came more than a week after the sale start.",
            |one: &Point| one.share.into(),
        ),
        optional_nested(
            "usual",
            "The same of the past productions, from low to high; `null` without any.",
            &Of(|one: &Point| one.usual.as_ref(), &RATIO),
        ),
    ],
);

static REASON: Choice = Choice {
    schema: "NoPace",
    about: "Why there is no curve.",
    words: &["no_snapshot", "no_capacity", "not_on_sale", "run_over"],
};
