//! `plays/revenue`.

use domain::production::Category;
use domain::reports::ReportedProduction;
use domain::reports::revenue::{Answer, Attainment, Revenue};

use super::prelude::*;
use super::production::CATEGORY;

const TITLE: Words = Words("매출 달성", "Revenue");

/// Its sheet.
pub static REVENUE: Sheet<Revenue> = Sheet {
    title: TITLE,
    about: Words(
        "누적 매출과 기준일 매출을 목표와 비교합니다.",
        "Revenue vs. target, in total and on the record date.",
    ),
    example: include_str!("examples/plays-revenue.json"),
    summary: "Plays: revenue vs. target",
    details: "In total and of the record date; by production, by category and over all.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "RevenueReport",
        "Revenue vs. target, in total and on the record date.",
        &[
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            list(
                "categories",
                "By category.",
                &Each(|answer: &Answer| &answer.categories, &GROUP),
            ),
            nested(
                "overall",
                "All together.",
                &Of(|answer: &Answer| Some(&answer.overall), &ATTAINMENT),
            ),
        ],
    ),
    tables: &[
        table(&["items"], TITLE),
        table(&["categories"], BY_CATEGORY),
        Table::of_object("overall", OVERALL),
    ],
};

static ITEM: Object<(ReportedProduction, Attainment)> = object(
    "RevenueItem",
    "Revenue of one production.",
    &[
        flat(&Of(|row: &(ReportedProduction, Attainment)| Some(&row.0), &PRODUCTION)),
        flat(&Of(|row: &(ReportedProduction, Attainment)| Some(&row.1), &ATTAINMENT)),
        optional(
            "salesReason",
            "Why sales by day are not known.",
            |row: &(ReportedProduction, Attainment)| row.0.sales_reason().into(),
        )
        .one_of(&SALES_REASON),
    ],
);

static GROUP: Object<(Category, Attainment)> = object(
    "CategoryRevenue",
    "Revenue of one category.",
    &[
        column("category", "", |row: &(Category, Attainment)| row.0.code().into()).one_of(&CATEGORY),
        flat(&Of(|row: &(Category, Attainment)| Some(&row.1), &ATTAINMENT)),
    ],
);

static ATTAINMENT: Object<Attainment> = object(
    "AttainmentView",
    "Revenue and target.",
    &[
        optional(
            "totalRevenueKrw",
            "All daily sales, in won; `null` where the workbook has no sale days.",
            |sums| sums.total_revenue_krw.into(),
        ),
        column("totalTargetKrw", "All targets, in won.", |sums| {
            sums.total_target_krw.into()
        }),
        optional("totalRatio", "Total revenue ÷ total target.", |sums| {
            sums.total_ratio.into()
        }),
        optional(
            "recordDateRevenueKrw",
            "Sales of the record date, in won; in groups each production at its own.",
            |sums| sums.record_date_revenue_krw.into(),
        ),
        optional("recordDateTargetKrw", "Target of the record date, in won.", |sums| {
            sums.record_date_target_krw.into()
        }),
        optional("recordDateRatio", "Revenue ÷ target of the record date.", |sums| {
            sums.record_date_ratio.into()
        }),
    ],
);
