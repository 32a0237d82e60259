//! Reports of productions of any category.

use super::concerts::ACTIONS;
use super::parameters::{count, day, share, words};
use super::plays::PERFORMANCE;
use super::{
    AS_OF, BY_CATEGORY, COUNTS, OVERALL, PRODUCTION, Report, Source, Table, WEEK, Words, items, list, nested, object,
};

const TARGET_VS_ACTUAL_TITLE: Words = Words("목표와 실적", "Target vs actual");
const MARKETING_EFFECT_TITLE: Words = Words("마케팅 효과", "Marketing effect");
const UPLOAD_COVERAGE_TITLE: Words = Words("누락 현황", "Upload coverage");

const OVERVIEW_TITLE: Words = Words("현황", "Overview");

const GRAIN: &[&[&str]] = &[&["asOf", "grain"]];
/// A period against its targets.
const ATTAINED: &[&str] = &[
    "revenueKrw",
    "targetKrw",
    "ratio",
    "cumulativeRevenueKrw",
    "cumulativeTargetKrw",
    "cumulativeRatio",
    "dueTargetKrw",
    "dueRatio",
    "cumulativeDueTargetKrw",
    "cumulativeDueRatio",
];
/// Where a production or a group of them stands.
const STANDING: &[&str] = &[
    "revenueKrw",
    "bookedKrw",
    "depositedKrw",
    "seats",
    "openSeats",
    "seatRatio",
    "targetKrw",
    "targetRatio",
    "breakEvenKrw",
    "breakEvenRatio",
    "breakEvenOnTarget",
    "profitKrw",
    "revenueShare",
    "yesterdayRevenueKrw",
    "yesterdayChangeKrw",
    "sevenDayRevenueKrw",
    "sevenDayChangeRatio",
    "weekRevenueKrw",
    "weekDueTargetKrw",
    "weekDueRatio",
    "weekChangeRatio",
    "monthRevenueKrw",
    "monthTargetKrw",
    "monthDueTargetKrw",
    "monthDueRatio",
    "sevenDayPerformances",
    "sevenDayOccupancy",
];

/// A list in each item, as a table of its own.
const fn list_of_items(
    name: &'static str,
    title: Words,
    levels: &'static [&'static [&'static [&'static str]]],
) -> Table {
    Table {
        name,
        title,
        source: Source::Lists {
            outer: "items",
            inner: name,
            further: None,
        },
        levels,
    }
}

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "target-vs-actual",
        title: TARGET_VS_ACTUAL_TITLE,
        description: Words(
            "일, 주, 월별 매출을 목표와 비교하고 누적합니다.",
            "Revenue against target by day, week or month, and cumulated.",
        ),
        own_parameters: &[
            words("grain", Words("단위", "Grain"), "day", &["day", "week", "month"]),
            day("from", Words("시작일", "From")),
            day("to", Words("종료일", "To")),
        ],
        tables: &[
            nested(
                "items",
                "periods",
                TARGET_VS_ACTUAL_TITLE,
                &[GRAIN, &[PRODUCTION], &[&["period"], ATTAINED]],
            ),
            nested(
                "categories",
                "periods",
                BY_CATEGORY,
                &[GRAIN, &[&["category"]], &[&["period"], COUNTS, ATTAINED]],
            ),
            list("overall", OVERALL, &[GRAIN, &[&["period"], COUNTS, ATTAINED]]),
        ],
    },
    Report {
        name: "marketing-effect",
        title: MARKETING_EFFECT_TITLE,
        description: Words(
            "마케팅을 한 주의 매출을 그 전주와 비교합니다.",
            "What changed in the week of each action.",
        ),
        own_parameters: &[],
        tables: &[nested(
            "items",
            "weeks",
            MARKETING_EFFECT_TITLE,
            &[
                AS_OF,
                &[PRODUCTION],
                &[
                    &["weekNumber"],
                    WEEK,
                    ACTIONS,
                    &[
                        "revenueKrw",
                        "previousRevenueKrw",
                        "changeKrw",
                        "changeRatio",
                        "comparable",
                        "comparedDays",
                    ],
                ],
            ],
        )],
    },
    Report {
        name: "upload-coverage",
        title: UPLOAD_COVERAGE_TITLE,
        description: Words(
            "날짜별로 기준일 자료가 올라왔는지 보여 줍니다.",
            "Of which record dates there is a workbook, and of which not.",
        ),
        own_parameters: &[count("days", Words("일수", "Days"), 90, 400)],
        tables: &[nested(
            "items",
            "coverage",
            UPLOAD_COVERAGE_TITLE,
            &[AS_OF, &[PRODUCTION], &[&["day", "uploaded", "fileName"]]],
        )],
    },
    Report {
        name: "overview",
        title: OVERVIEW_TITLE,
        description: Words(
            "공연, 카테고리, 전체가 지금 어디까지 왔는지 한 번에 봅니다.",
            "Where everything stands: each production, each category, and all of them.",
        ),
        own_parameters: &[share("lowThreshold", Words("낮음 기준", "Low threshold"), 0.4)],
        tables: &[
            items(
                OVERVIEW_TITLE,
                &[
                    AS_OF,
                    &[PRODUCTION, &["state", "missing", "basis", "salesReason"], STANDING],
                ],
            ),
            list("categories", BY_CATEGORY, &[AS_OF, &[&["category"], COUNTS, STANDING]]),
            object("overall", OVERALL, &[AS_OF, &[COUNTS, STANDING]]),
            Table {
                name: "totals",
                title: Words("도착 현황", "Arrivals"),
                source: Source::Answer,
                levels: &[&[&["asOf", "due", "arrived"]]],
            },
            object(
                "completeDay",
                Words("마감된 날", "Complete day"),
                &[AS_OF, &[&["day", "revenueKrw", "changeRatio"]]],
            ),
            list_of_items(
                "lastDays",
                Words("일별 매출", "Days"),
                &[AS_OF, &[PRODUCTION], &[&["day", "revenueKrw", "targetKrw"]]],
            ),
            list_of_items(
                "lowPerformances",
                Words("점유율 낮은 회차", "Low performances"),
                &[&[&["asOf", "lowThreshold"]], &[PRODUCTION], &[PERFORMANCE]],
            ),
        ],
    },
];
