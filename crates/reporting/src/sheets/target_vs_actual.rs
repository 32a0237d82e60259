//! `target-vs-actual`.

use domain::production::Category;
use domain::reports::target_vs_actual::{Answer, Period, Row, TargetVsActual, Total};

use super::by_grain;
use super::prelude::*;
use super::production::CATEGORY;

const TITLE: Words = Words("목표와 실적", "Target vs actual");

/// Its sheet.
pub static TARGET_VS_ACTUAL: Sheet<TargetVsActual> = Sheet {
    title: TITLE,
    about: Words(
        "일, 주, 월별 매출을 목표와 비교하고 누적합니다.",
        "Revenue vs. target by day, week or month, and cumulative.",
    ),
    example: include_str!("examples/target-vs-actual.json"),
    summary: "All: revenue vs. target by day, week or month",
    details: "Every period that has a target or a daily row, also cumulative.",
    parameters: by_grain::PARAMETERS,
    asked: by_grain::asked,
    answer: object(
        "TargetVsActualReport",
        "Revenue vs. target by day, week or month, and cumulative.",
        &[
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            list(
                "categories",
                "By category.",
                &Each(|answer: &Answer| &answer.categories, &CATEGORY_PERIODS),
            ),
            list(
                "overall",
                "Each period that a production has, in order of time.",
                &Each(|answer: &Answer| &answer.overall, &TOTAL),
            ),
        ],
    ),
    tables: &[
        table(&["items", "periods"], TITLE),
        table(&["categories", "periods"], BY_CATEGORY),
        table(&["overall"], OVERALL),
    ],
};

static ITEM: Object<Row> = object(
    "TargetVsActualItem",
    "Periods of one production: each that has a target or a daily row.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("salesReason", "Why sales by day are not known.", |row: &Row| {
            row.production.sales_reason().into()
        })
        .one_of(&SALES_REASON),
        list("periods", BY_TIME, &Each(|row: &Row| &row.periods, &PERIOD)),
    ],
);

static PERIOD: Object<Period> = object(
    "PeriodView",
    "One period. Revenue and ratios are `null` when it begins after the record date; targets go on.",
    &[
        column("period", "Day, Monday of the week, or `YYYY-MM`.", |period: &Period| {
            period.period.into()
        })
        .example("2026-11-16"),
        optional("revenueKrw", "Sales, in won.", |period| period.revenue_krw.into()),
        column("targetKrw", "Target, in won.", |period| period.target_krw.into()),
        optional("ratio", "Revenue ÷ target.", |period| period.ratio.into()),
        optional(
            "cumulativeRevenueKrw",
            "Sales of this and all earlier periods, in won.",
            |period| period.cumulative_revenue_krw.into(),
        ),
        column(
            "cumulativeTargetKrw",
            "Targets of this and all earlier periods, in won.",
            |period| period.cumulative_target_krw.into(),
        ),
        optional("cumulativeRatio", "Cumulative revenue ÷ cumulative target.", |period| {
            period.cumulative_ratio.into()
        }),
        optional(
            "dueTargetKrw",
            "Target of the days up to the record date, in won; `null` without one.",
            |period| period.due_target_krw.into(),
        ),
        optional(
            "dueRatio",
            "Revenue ÷ target to date; used for periods still running.",
            |period| period.due_ratio.into(),
        ),
        optional(
            "cumulativeDueTargetKrw",
            "Targets to date of this and all earlier periods, in won.",
            |period| period.cumulative_due_target_krw.into(),
        ),
        optional(
            "cumulativeDueRatio",
            "Cumulative revenue ÷ cumulative target to date.",
            |period| period.cumulative_due_ratio.into(),
        ),
    ],
);

static CATEGORY_PERIODS: Object<(Category, Vec<Total>)> = object(
    "CategoryPeriods",
    "Periods of one category.",
    &[
        column("category", "", |group: &(Category, Vec<Total>)| group.0.code().into()).one_of(&CATEGORY),
        list(
            "periods",
            BY_TIME,
            &Each(|group: &(Category, Vec<Total>)| &group.1, &TOTAL),
        ),
    ],
);

static TOTAL: Object<Total> = object(
    "PeriodTotal",
    "One period of several productions, each at its own record date. Where none knows it, only targets are known.",
    &[
        column("period", "Day, Monday of the week, or `YYYY-MM`.", |total: &Total| {
            total.period.into()
        })
        .example("2026-11-16"),
        column(
            "productions",
            "How many productions have the period.",
            |total: &Total| total.productions.into(),
        )
        .minimum(0),
        column("counted", "How many of them know its sales.", |total: &Total| {
            total.counted.into()
        })
        .minimum(0),
        optional("revenueKrw", "Sales of the counted, in won.", |total| {
            total.revenue_krw.into()
        }),
        column("targetKrw", "Target of all, in won.", |total| total.target_krw.into()),
        optional("ratio", "Revenue ÷ target, of those that know both.", |total| {
            total.ratio.into()
        }),
        optional(
            "cumulativeRevenueKrw",
            "Sales of this and all earlier periods, in won.",
            |total| total.cumulative_revenue_krw.into(),
        ),
        column(
            "cumulativeTargetKrw",
            "Targets of this and all earlier periods, in won.",
            |total| total.cumulative_target_krw.into(),
        ),
        optional(
            "cumulativeRatio",
            "Cumulative revenue ÷ cumulative target, of those that know both.",
            |total| total.cumulative_ratio.into(),
        ),
        optional(
            "dueTargetKrw",
            "Target of the days up to the record date of each of the counted, in won.",
            |total| total.due_target_krw.into(),
        ),
        optional(
            "dueRatio",
            "Revenue ÷ target to date, of those that know both.",
            |total| total.due_ratio.into(),
        ),
        optional(
            "cumulativeDueTargetKrw",
            "Targets to date of this and all earlier periods, in won.",
            |total| total.cumulative_due_target_krw.into(),
        ),
        optional(
            "cumulativeDueRatio",
            "Cumulative revenue ÷ cumulative target to date, of those that know both.",
            |total| total.cumulative_due_ratio.into(),
        ),
    ],
);
