use chrono::NaiveDate;
use domain::planning::PeriodChange;
use serde::Serialize;
use utoipa::ToSchema;

/// Target of one day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetView {
    #[schema(example = "2026-11-19")]
    pub(crate) date: NaiveDate,
    /// Won.
    #[schema(example = 28_560_000)]
    pub(crate) target_krw: i64,
}

/// What a change of the sale period would lose.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LossView {
    /// Targets above 0 of days that would go.
    targets: Vec<TargetView>,
    /// Mondays of weeks that would go, with notes.
    weeks: Vec<NaiveDate>,
}

/// The losses of a change.
pub(crate) fn losses(change: &PeriodChange) -> LossView {
    let target = |(date, target_krw): (&NaiveDate, &i64)| TargetView {
        date: *date,
        target_krw: *target_krw,
    };
    LossView {
        targets: change.lost_targets.iter().map(target).collect(),
        weeks: change.lost_notes.keys().copied().collect(),
    }
}
