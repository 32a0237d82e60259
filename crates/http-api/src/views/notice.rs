use chrono::NaiveDate;
use domain::calendar::in_kst;
use domain::collection::SourceAlertKind;
use ports::driven::{Notice, NoticeNews, NoticePage, NoticedProspect};
use ports::paging::Paging;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::alert::AlertKindView;
use super::number;
use super::person::UserNameView;
use crate::extract::Instant;

/// What happened.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NoticeKindView {
    /// A workbook was read, and its figures are in the reports: `uploadId`, `recordDate`, `by`; and `prospect`, where the
    /// forecast that was kept of it says something.
    Arrived,
    /// An alert was told, also that something is late: `alertId`, `alertKind`, `title`, `text`.
    Alert,
    /// Somebody else changed something: `action`, `by`.
    Changed,
    /// Something could not be sent, for admins: `deliveryId`, `deliveryKind`, `title`, `receiver`.
    DeliveryFailed,
    /// A run of a schedule could not be done, for admins: `runId`, `task`, `text`.
    RunFailed,
    /// A source of figures is stopped until somebody acts, for admins: `sourceId`, `title`, `text`.
    SourceStopped,
    /// The host of a source refused it and is left alone, likewise.
    SourceBlocked,
    /// A source failed three times in a row, likewise.
    SourceFailed,
}

/// What was expected of a run with a workbook: a probability and an interval, no promise.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NoticeProspectView {
    /// Probability that break-even is reached by the last performance, from 0 to 1.
    #[schema(minimum = 0, maximum = 1, example = 0.73)]
    break_even_probability: f64,
    /// Profit that is exceeded in 9 of 10 cases, in won.
    #[schema(example = -12_000_000)]
    profit_p10_krw: i64,
    /// Profit that is exceeded in 1 of 10 cases, in won.
    #[schema(example = 34_000_000)]
    profit_p90_krw: i64,
}

impl From<NoticedProspect> for NoticeProspectView {
    fn from(of: NoticedProspect) -> Self {
        Self {
            break_even_probability: number(of.break_even_probability),
            profit_p10_krw: of.profit_p10_krw,
            profit_p90_krw: of.profit_p90_krw,
        }
    }
}

/// Something that one ought to know. Fields that its kind does not name are `null`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NoticeView {
    /// Tells notices apart.
    #[schema(example = "change:512")]
    id: String,
    kind: NoticeKindView,
    /// When it happened.
    #[schema(format = DateTime)]
    at: String,
    /// Whether one has read that far.
    read: bool,
    /// The production concerned; `null` of a delivery and of a run.
    production_id: Option<Uuid>,
    #[schema(example = "MU2611")]
    production_code: Option<String>,
    #[schema(example = "봄밤의 왈츠")]
    production_name: Option<String>,
    upload_id: Option<Uuid>,
    record_date: Option<NaiveDate>,
    prospect: Option<NoticeProspectView>,
    alert_id: Option<Uuid>,
    alert_kind: Option<AlertKindView>,
    delivery_id: Option<Uuid>,
    /// What the delivery tells: the kind of a message, `alert`, `snapshot`, `test`.
    delivery_kind: Option<String>,
    run_id: Option<Uuid>,
    /// What the run was to do: the kind of a schedule.
    #[schema(example = "backup")]
    task: Option<String>,
    /// The source; `null` after it was deleted.
    source_id: Option<Uuid>,
    /// What was done, as the audit names it.
    #[schema(example = "targets.set")]
    action: Option<String>,
    /// Who did it.
    by: Option<UserNameView>,
    /// One line, in Korean.
    title: Option<String>,
    /// Why, with figures, in Korean; of a run in English.
    text: Option<String>,
    /// Who was to get it.
    receiver: Option<String>,
}

impl NoticeView {
    fn new(of: &Notice, kind: NoticeKindView) -> Self {
        let production = of.production.as_ref();
        Self {
            id: of.news.key(),
            kind,
            at: in_kst(of.at).to_rfc3339(),
            read: of.is_read,
            production_id: production.map(|of| of.id.0),
            production_code: production.map(|of| of.code.to_string()),
            production_name: production.map(|of| of.name.clone()),
            upload_id: None,
            record_date: None,
            prospect: None,
            alert_id: None,
            alert_kind: None,
            delivery_id: None,
            delivery_kind: None,
            run_id: None,
            task: None,
            source_id: None,
            action: None,
            by: None,
            title: None,
            text: None,
            receiver: None,
        }
    }
}

impl From<Notice> for NoticeView {
    fn from(of: Notice) -> Self {
        let view = |kind| Self::new(&of, kind);
        match of.news.clone() {
            NoticeNews::Arrived {
                upload,
                record_date,
                by,
                prospect,
            } => Self {
                upload_id: Some(upload.0),
                record_date: Some(record_date),
                prospect: prospect.map(NoticeProspectView::from),
                by: by.map(UserNameView::from),
                ..view(NoticeKindView::Arrived)
            },
            NoticeNews::Alert {
                alert,
                kind,
                title,
                text,
            } => Self {
                alert_id: Some(alert.0),
                alert_kind: Some(kind.into()),
                title: Some(title),
                text: Some(text),
                ..view(NoticeKindView::Alert)
            },
            NoticeNews::Changed { action, by, .. } => Self {
                action: Some(action),
                by: by.map(UserNameView::from),
                ..view(NoticeKindView::Changed)
            },
            NoticeNews::DeliveryFailed {
                delivery,
                kind,
                title,
                receiver,
                ..
            } => Self {
                delivery_id: Some(delivery.0),
                delivery_kind: Some(kind),
                title: Some(title),
                receiver: Some(receiver),
                ..view(NoticeKindView::DeliveryFailed)
            },
            NoticeNews::Source {
                kind,
                source,
                name,
                code,
                ..
            } => Self {
                source_id: source.map(|id| id.0),
                title: Some(format!("{}: {name}", kind.words_ko())),
                text: code.map(|code| code.message_ko().to_owned()),
                ..view(match kind {
                    SourceAlertKind::Stopped => NoticeKindView::SourceStopped,
                    SourceAlertKind::Blocked => NoticeKindView::SourceBlocked,
                    SourceAlertKind::Failed => NoticeKindView::SourceFailed,
                })
            },
            NoticeNews::RunFailed { run, task, error } => Self {
                run_id: Some(run.0),
                task: Some(task),
                text: Some(error),
                ..view(NoticeKindView::RunFailed)
            },
        }
    }
}

/// One page of what one ought to know, of the last 30 days, the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NoticesView {
    items: Vec<NoticeView>,
    /// Page number, from 1.
    #[schema(example = 1)]
    page: u32,
    /// Items per page.
    #[schema(example = 50)]
    per_page: u32,
    /// Number of items on all pages.
    #[schema(minimum = 0)]
    total: i64,
    /// How many of them one has not read.
    #[schema(minimum = 0)]
    unread: i64,
}

impl NoticesView {
    pub(crate) fn new(page: NoticePage, paging: Paging) -> Self {
        Self {
            items: page.items.into_iter().map(NoticeView::from).collect(),
            page: paging.page,
            per_page: paging.per_page,
            total: page.total,
            unread: page.unread,
        }
    }
}

/// Which notices to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct NoticeListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
}

/// How far one has read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewReading {
    /// The `at` of the newest notice that one has seen. It never goes back.
    pub(crate) until: Instant,
}
