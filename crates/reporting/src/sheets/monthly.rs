//! `plays/monthly`.

use domain::reports::monthly::{MonthRow, Monthly};

use super::months::MONTH;
use super::prelude::*;

const TITLE: Words = Words("월별 매출", "Monthly");

/// Its sheet.
pub static MONTHLY: Sheet<Monthly> = Sheet {
    title: TITLE,
    about: Words(
        "모든 연극과 뮤지컬의 최근 13개월 매출입니다.",
        "Revenue of all plays by month: this month and the twelve before.",
    ),
    example: include_str!("examples/plays-monthly.json"),
    summary: "Plays: all together by month",
    details: "The month of `asOf` and the twelve before, of plays active or not, with the company's notes.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "MonthlyReport",
        "All plays together by month.",
        &[list(
            "items",
            "The month of `asOf` and the twelve before, in order of time.",
            &Each(|rows: &Vec<MonthRow>| rows, &MONTH),
        )],
    ),
    tables: &[table(&["items"], TITLE)],
};
