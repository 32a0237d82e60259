//! `plays/summary`.

use domain::reports::summary::{Answer, Summary};

use super::prelude::*;
use super::{performances, weekly_occupancy, weekly_overview};

/// Its sheet.
pub static SUMMARY_SHEET: Sheet<Summary> = Sheet {
    title: Words("종합", "Summary"),
    about: Words(
        "주간 개요, 그저께부터 7일 뒤까지의 회차, 주간 점유율을 한 번에 봅니다.",
        "Weekly overview, performances from two days ago to a week ahead, and weekly occupancy.",
    ),
    example: include_str!("examples/plays-summary.json"),
    summary: "Plays: summary",
    details: "Last week, the performances from two days before `asOf` to seven after, and the weeks of each \
              run: three reports of one data version.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "SummaryReport",
        "Last week, the performances around today, the weeks of each run: all of one data version.",
        &[
            list(
                "weeklyOverview",
                "Items of `plays/weekly-overview`.",
                &Each(|answer: &Answer| &answer.weekly_overview, &weekly_overview::ITEM),
            ),
            list(
                "performances",
                "Items of `plays/performances`, from two days before `asOf` to seven after.",
                &Each(|answer: &Answer| &answer.performances, &performances::ITEM),
            ),
            list(
                "weeklyOccupancy",
                "Items of `plays/weekly-occupancy`.",
                &Each(|answer: &Answer| &answer.weekly_occupancy, &weekly_occupancy::ITEM),
            ),
        ],
    ),
    tables: &[
        table(&["weeklyOverview"], weekly_overview::TITLE),
        table(&["performances", "performances"], performances::TITLE),
        table(&["weeklyOccupancy", "weeks"], weekly_occupancy::TITLE),
    ],
};
