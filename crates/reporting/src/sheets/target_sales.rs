//! `concerts/target-sales`.

use domain::reports::target_sales::{Answer, Overall, Row, TargetSales};

use super::prelude::*;

const TITLE: Words = Words("목표 대비 매출", "Target sales");

/// Its sheet.
pub static TARGET_SALES: Sheet<TargetSales> = Sheet {
    title: TITLE,
    about: Words(
        "지금까지의 매출을 전체 목표와 비교합니다.",
        "Revenue so far vs. the total target.",
    ),
    example: include_str!("examples/concerts-target-sales.json"),
    summary: "Concerts: revenue vs. total target",
    details: "The targets of the whole sale period, and all sales so far.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "TargetSalesReport",
        "Revenue of each concert vs. its total target.",
        &[
            list("items", BY_CODE, &Each(|answer: &Answer| &answer.items, &ITEM)),
            nested(
                "overall",
                "All together.",
                &Of(|answer: &Answer| Some(&answer.overall), &TOTAL),
            ),
        ],
    ),
    tables: &[table(&["items"], TITLE), Table::of_object("overall", OVERALL)],
};

static ITEM: Object<Row> = object(
    "TargetSalesItem",
    "Revenue of one concert vs. its total target.",
    &[
        flat(&Of(|row: &Row| Some(&row.figures.production), &PRODUCTION)),
        column("targetKrw", "All targets, in won.", |row| row.figures.target_krw.into()),
        column("revenueKrw", "All daily sales, in won.", |row| {
            row.figures.revenue_krw.into()
        }),
        optional("ratio", "Revenue ÷ target.", |row| row.ratio.into()),
        optional("dueTargetKrw", "Targets up to the record date, in won.", |row| {
            row.figures.due_target_krw.into()
        }),
        optional("dueRatio", "Revenue ÷ target to date.", |row| row.due_ratio.into()),
    ],
);

static TOTAL: Object<Overall> = object(
    "TargetSalesTotal",
    "All concerts together. Sums are of those that know the figure.",
    &[
        column("productions", "How many concerts there are.", |all: &Overall| {
            all.productions.into()
        })
        .minimum(0),
        column("counted", "How many of them have a snapshot.", |all: &Overall| {
            all.counted.into()
        })
        .minimum(0),
        optional("targetKrw", "All targets, in won.", |all| all.target_krw.into()),
        optional("revenueKrw", "All daily sales, in won.", |all| all.revenue_krw.into()),
        optional("ratio", "Revenue ÷ target, of those that know both.", |all| {
            all.ratio.into()
        }),
        optional("dueTargetKrw", "Targets up to the record dates, in won.", |all| {
            all.due_target_krw.into()
        }),
        optional(
            "dueRatio",
            "Revenue ÷ target to date, of those that know both.",
            |all| all.due_ratio.into(),
        ),
    ],
);
