//! Reports of productions of any category.

use super::concerts::ACTIONS;
use super::parameters::{count, words};
use super::{AS_OF, PRODUCTION, Report, WEEK, Words, nested};

const TARGET_VS_ACTUAL_TITLE: Words = Words("목표와 실적", "Target vs actual");
const MARKETING_EFFECT_TITLE: Words = Words("마케팅 효과", "Marketing effect");
const UPLOAD_COVERAGE_TITLE: Words = Words("누락 현황", "Upload coverage");

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "target-vs-actual",
        title: TARGET_VS_ACTUAL_TITLE,
        description: Words(
            "일, 주, 월별 매출을 목표와 비교하고 누적합니다.",
            "Revenue against target by day, week or month, and cumulated.",
        ),
        own_parameters: &[words("grain", Words("단위", "Grain"), "day", &["day", "week", "month"])],
        tables: &[nested(
            "items",
            "periods",
            TARGET_VS_ACTUAL_TITLE,
            &[
                &[&["asOf", "grain"]],
                &[PRODUCTION],
                &[&[
                    "period",
                    "revenueKrw",
                    "targetKrw",
                    "ratio",
                    "cumulativeRevenueKrw",
                    "cumulativeTargetKrw",
                    "cumulativeRatio",
                ]],
            ],
        )],
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
                    &["revenueKrw", "previousRevenueKrw", "changeKrw", "changeRatio"],
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
];
