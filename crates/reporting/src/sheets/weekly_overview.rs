//! `plays/weekly-overview`.

use domain::reports::weekly_overview::{Answer, Overall, Row, WeeklyOverview};

use super::prelude::*;

pub(super) const TITLE: Words = Words("주간 개요", "Weekly overview");

/// Its sheet.
pub static WEEKLY_OVERVIEW: Sheet<WeeklyOverview> = Sheet {
    title: TITLE,
    about: Words(
        "지난주 점유율과 매출을 목표, 전주와 비교합니다.",
        "Last week's occupancy and revenue vs. target and the week before.",
    ),
    example: include_str!("examples/plays-weekly-overview.json"),
    summary: "Plays: last week vs. target and the week before",
    details: "Occupancy and revenue of the week before that of `asOf`, Monday to Sunday.",
    parameters: &[],
    asked: |_| (),
    answer: object(
        "WeeklyOverviewReport",
        "Last week of each production.",
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

pub(super) static ITEM: Object<Row> = object(
    "WeeklyOverviewItem",
    "Last week of one production.",
    &[
        flat(&Of(|row: &Row| Some(&row.production), &PRODUCTION)),
        column("weekStart", "Monday of last week.", |row| row.week_start.into()),
        column("weekEnd", "Sunday of last week.", |row| row.week_end.into()),
        optional("targetShare", "Target share of the house.", |row| {
            row.target_share.into()
        }),
        optional(
            "actualShare",
            "Average occupancy (점유율) of the week's performances.",
            |row| row.actual_share.into(),
        ),
        optional("shareGap", "Actual − target share.", |row| row.share_gap.into()),
        optional("shareRatio", "Actual ÷ target share.", |row| row.share_ratio.into()),
        column("targetKrw", "Targets of the week's days, in won.", |row| {
            row.target_krw.into()
        }),
        optional("revenueKrw", "Sales of the week's days, in won.", |row| {
            row.revenue_krw.into()
        }),
        optional("targetGapKrw", "Revenue − target, in won.", |row| {
            row.target_gap_krw.into()
        }),
        optional("targetRatio", "Revenue ÷ target.", |row| row.target_ratio.into()),
        optional("previousRevenueKrw", "Sales of the week before, in won.", |row| {
            row.previous_revenue_krw.into()
        }),
        optional("changeKrw", "Revenue − that of the week before, in won.", |row| {
            row.change_krw.into()
        }),
        optional("changeRatio", "Change ÷ revenue of the week before.", |row| {
            row.change_ratio.into()
        }),
        optional(
            "dueTargetKrw",
            "Targets of the week's days up to the record date, in won.",
            |row| row.due_target_krw.into(),
        ),
        optional(
            "dueRatio",
            "Revenue ÷ target to date; used for weeks still running.",
            |row| row.due_ratio.into(),
        ),
        optional("salesReason", "Why sales by day are not known.", |row: &Row| {
            row.production.sales_reason().into()
        })
        .one_of(&SALES_REASON),
    ],
);

static TOTAL: Object<Overall> = object(
    "WeeklyOverviewTotal",
    "Last week of all productions together. Sums are of those that know the figure.",
    &[
        column("weekStart", "Monday of last week.", |all| all.week_start.into()),
        column("weekEnd", "Sunday of last week.", |all| all.week_end.into()),
        column("productions", "How many productions there are.", |all: &Overall| {
            all.productions.into()
        })
        .minimum(0),
        column("counted", "How many of them know the week's sales.", |all: &Overall| {
            all.counted.into()
        })
        .minimum(0),
        optional("targetKrw", "Targets of the week's days, of all, in won.", |all| {
            all.target_krw.into()
        }),
        optional(
            "revenueKrw",
            "Sales of the week's days, of the counted, in won.",
            |all| all.revenue_krw.into(),
        ),
        optional(
            "targetGapKrw",
            "Revenue − target, of those that know both, in won.",
            |all| all.target_gap_krw.into(),
        ),
        optional("targetRatio", "Revenue ÷ target, of those that know both.", |all| {
            all.target_ratio.into()
        }),
        optional("dueTargetKrw", "Targets to date of the counted, in won.", |all| {
            all.due_target_krw.into()
        }),
        optional(
            "dueRatio",
            "Revenue ÷ target to date, of those that know both.",
            |all| all.due_ratio.into(),
        ),
        optional(
            "previousRevenueKrw",
            "Sales of the week before, of those that know it, in won.",
            |all| all.previous_revenue_krw.into(),
        ),
        column("compared", "How many know both weeks whole.", |all: &Overall| {
            all.compared.into()
        })
        .minimum(0),
        optional(
            "changeKrw",
            "Revenue − that of the week before, of the compared, in won.",
            |all| all.change_krw.into(),
        ),
        optional(
            "changeRatio",
            "Change ÷ revenue of the week before, of the compared.",
            |all| all.change_ratio.into(),
        ),
    ],
);
