//! `target-vs-actual`.

use domain::calendar::Grain;
use domain::reports::target_vs_actual::{Period, Row, TargetVsActual};

use super::*;

const TITLE: Words = Words("목표와 실적", "Target vs actual");

/// Its sheet.
pub static TARGET_VS_ACTUAL: Sheet<TargetVsActual> = Sheet {
    title: TITLE,
    about: Words(
        "일, 주, 월별 매출을 목표와 비교하고 누적합니다.",
        "Revenue against target by day, week or month, and cumulated.",
    ),
    example: include_str!("examples/target-vs-actual.json"),
    summary: "All: revenue against target by day, week or month",
    details: "Every period that has a target or a daily row, also cumulated.",
    parameters: &[word(
        "grain",
        Words("단위", "Grain"),
        "Length of the periods.",
        &["day", "week", "month"],
    )
    .leading_tables()],
    asked: |values| match values.word("grain") {
        "week" => Grain::Week,
        "month" => Grain::Month,
        _ => Grain::Day,
    },
    answer: object(
        "TargetVsActualReport",
        "Revenue against target by day, week or month, and cumulated.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "periods"], TITLE)],
};

static ITEM: Object<Row> = object(
    "TargetVsActualItem",
    "Periods of one production: each that has a target or a daily row.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        list("periods", BY_TIME, &Each(|row: &Row| &row.periods, &PERIOD)),
    ],
);

static PERIOD: Object<Period> = object(
    "PeriodView",
    "One period. Revenue and ratios are `null` when it begins after the record date; targets go on.",
    &[
        column("period", "Day, Monday of the week, or `YYYY-MM`.", |period: &Period| {
            period.first_day.into()
        })
        .example("2026-11-16"),
        optional("revenueKrw", "Sales, in won.", |period| period.revenue_krw.into()),
        column("targetKrw", "Target, in won.", |period| period.target_krw.into()),
        optional("ratio", "Revenue ÷ target.", |period| period.ratio.into()),
        optional(
            "cumulativeRevenueKrw",
            "Sales of this and all periods before, in won.",
            |period| period.cumulative_revenue_krw.into(),
        ),
        column(
            "cumulativeTargetKrw",
            "Targets of this and all periods before, in won.",
            |period| period.cumulative_target_krw.into(),
        ),
        optional("cumulativeRatio", "Cumulated revenue ÷ cumulated target.", |period| {
            period.cumulative_ratio.into()
        }),
    ],
);
