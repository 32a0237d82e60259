//! `plays/monthly-by-production`.

use domain::reports::monthly_by_production::{MonthlyByProduction, Row};

use super::months::MONTH;
use super::prelude::*;

const TITLE: Words = Words("공연별 월 매출", "Monthly by production");

/// Its sheet.
pub static MONTHLY_BY_PRODUCTION: Sheet<MonthlyByProduction> = Sheet {
    title: TITLE,
    about: Words(
        "공연별 최근 13개월 매출입니다.",
        "Revenue of each production by month: this month and the twelve before.",
    ),
    example: include_str!("examples/plays-monthly-by-production.json"),
    summary: "Plays: each production by month",
    details: "The month of `asOf` and the twelve before, of plays active or not, with the company's notes.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "MonthlyByProductionReport",
        "The months of each production.",
        &[list("items", BY_CODE, &Each(|rows: &Vec<Row>| rows, &ITEM))],
    ),
    tables: &[table(&["items", "months"], TITLE)],
};

static ITEM: Object<Row> = object(
    "MonthlyItem",
    "The months of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        optional("salesReason", "Why sales by day are not known.", |row: &Row| {
            row.production.sales_reason().into()
        })
        .one_of(&SALES_REASON),
        list(
            "months",
            "The month of `asOf` and the twelve before, in order of time.",
            &Each(|row: &Row| &row.months, &MONTH),
        ),
    ],
);
