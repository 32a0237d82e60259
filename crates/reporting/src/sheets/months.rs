//! One month.

use domain::reports::monthly::MonthRow;

use super::prelude::*;

pub(super) static MONTH: Object<MonthRow> = object(
    "MonthView",
    "One month.",
    &[
        column("month", "`YYYY-MM`.", |row: &MonthRow| row.month.into()).example("2026-11"),
        optional(
            "revenueKrw",
            "Sales, in won; `null` when the month begins after the record date.",
            |row| row.revenue_krw.into(),
        ),
        optional("changeKrw", "Sales − those of the month before, in won.", |row| {
            row.change_krw.into()
        }),
        optional("changeRatio", "Change ÷ sales of the month before.", |row| {
            row.change_ratio.into()
        }),
        optional(
            "note",
            "The company's note of the month (월별 기타).",
            |row: &MonthRow| row.note.as_ref().into(),
        )
        .example("수능 마케팅"),
    ],
);
