//! `concerts/target-sales`.

use domain::reports::target_sales::{Row, TargetSales};

use super::*;

const TITLE: Words = Words("목표 대비 매출", "Target sales");

/// Its sheet.
pub static TARGET_SALES: Sheet<TargetSales> = Sheet {
    title: TITLE,
    about: Words(
        "지금까지의 매출을 전체 목표와 비교합니다.",
        "Revenue so far against all targets.",
    ),
    example: include_str!("examples/concerts-target-sales.json"),
    summary: "Concerts: revenue against all targets",
    details: "The targets of the whole sale period, and all sales so far.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "TargetSalesReport",
        "Revenue of each concert against all its targets.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items"], TITLE)],
};

static ITEM: Object<Row> = object(
    "TargetSalesItem",
    "Revenue of one concert against all its targets.",
    &[
        flat(&Of(|row: &Row| Some(&row.figures.production), &PRODUCTION)),
        column("targetKrw", "All targets, in won.", |row| row.figures.target_krw.into()),
        column("revenueKrw", "All daily sales, in won.", |row| {
            row.figures.revenue_krw.into()
        }),
        optional("ratio", "Revenue ÷ target.", |row| row.ratio.into()),
    ],
);
