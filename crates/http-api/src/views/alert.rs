use chrono::{DateTime, Utc};
use domain::alert::AlertKind;
use domain::calendar::in_kst;
use ports::driven::{ListedAlert, Mute};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::person::UserNameView;
use crate::extract::{Instant, Object};
use crate::views::paging::NewestFirst;

/// What an alert is about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AlertKindView {
    /// On sale yesterday, and no workbook tells of that day at the hour of the schedule `alerts`.
    WorkbookMissing,
    /// Performances of the next seven days that are sold below 40 %.
    LowPerformance,
    /// Totals more than 5 % under those of the record date before.
    FiguresShrank,
    /// A day that sold far more or less than was to be expected the evening before.
    UnusualDay,
    /// The revenue has met the costs.
    BreakEvenReached,
    /// A file was collected and waits for somebody's yes.
    ArrivalHeld,
}

impl From<AlertKind> for AlertKindView {
    fn from(kind: AlertKind) -> Self {
        match kind {
            AlertKind::WorkbookMissing => Self::WorkbookMissing,
            AlertKind::LowPerformance => Self::LowPerformance,
            AlertKind::FiguresShrank => Self::FiguresShrank,
            AlertKind::UnusualDay => Self::UnusualDay,
            AlertKind::BreakEvenReached => Self::BreakEvenReached,
            AlertKind::ArrivalHeld => Self::ArrivalHeld,
        }
    }
}

impl From<AlertKindView> for AlertKind {
    fn from(kind: AlertKindView) -> Self {
        match kind {
            AlertKindView::WorkbookMissing => Self::WorkbookMissing,
            AlertKindView::LowPerformance => Self::LowPerformance,
            AlertKindView::FiguresShrank => Self::FiguresShrank,
            AlertKindView::UnusualDay => Self::UnusualDay,
            AlertKindView::BreakEvenReached => Self::BreakEvenReached,
            AlertKindView::ArrivalHeld => Self::ArrivalHeld,
        }
    }
}

/// Something that was told.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AlertView {
    id: Uuid,
    kind: AlertKindView,
    production_id: Uuid,
    #[schema(example = "MU2611")]
    production_code: String,
    #[schema(example = "봄밤의 왈츠")]
    production_name: String,
    #[schema(format = DateTime)]
    found_at: String,
    /// What is the matter, in one line, in Korean.
    #[schema(example = "자료 미도착: 봄밤의 왈츠")]
    title: String,
    /// Why, with figures, in Korean: what destinations are sent as plain text.
    text: String,
}

impl From<ListedAlert> for AlertView {
    fn from(listed: ListedAlert) -> Self {
        let ListedAlert {
            alert,
            production_code,
            production_name,
        } = listed;
        Self {
            id: alert.id.0,
            kind: alert.kind.into(),
            production_id: alert.production.0,
            production_code: production_code.to_string(),
            production_name,
            found_at: in_kst(alert.found_at).to_rfc3339(),
            title: alert.title,
            text: alert.text,
        }
    }
}

/// Which alerts to list, by the time when they were found.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AlertListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// Direction, by time.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: NewestFirst,
    /// Only those of this production.
    #[param(nullable = false)]
    pub(crate) production_id: Option<Uuid>,
    /// Only those of this kind.
    #[param(inline, nullable = false)]
    pub(crate) kind: Option<AlertKindView>,
}

/// A kind that is not told for a time.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AlertMuteView {
    kind: AlertKindView,
    /// When it is told again.
    #[schema(format = DateTime)]
    until: String,
    /// Who muted it; `null` when that user is gone.
    by: Option<UserNameView>,
}

/// The kinds that are not told of a production for a time.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AlertMutesView {
    mutes: Vec<AlertMuteView>,
}

impl From<Vec<Mute>> for AlertMutesView {
    fn from(mutes: Vec<Mute>) -> Self {
        let view = |mute: Mute| AlertMuteView {
            kind: mute.kind.into(),
            until: in_kst(mute.until).to_rfc3339(),
            by: mute.by.map(UserNameView::from),
        };
        Self {
            mutes: mutes.into_iter().map(view).collect(),
        }
    }
}

/// Kinds to mute, or to tell again; the others stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAlertMutes {
    #[schema(value_type = Vec<NewAlertMute>, max_items = 2000)]
    pub(crate) mutes: Vec<Object<NewAlertMute>>,
}

/// A kind to mute until then; `null`: to tell again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAlertMute {
    kind: AlertKindView,
    /// At most 366 days ahead.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    until: Option<Instant>,
}

impl From<NewAlertMute> for (AlertKind, Option<DateTime<Utc>>) {
    fn from(new: NewAlertMute) -> Self {
        (new.kind.into(), new.until.map(|until| until.0.to_utc()))
    }
}
