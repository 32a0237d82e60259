use domain::schedule::DeliveryState;
use ports::driven::{Attachment, Delivery};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::destination::DestinationKindView;
use super::told;
use crate::views::paging::OrderParam;

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DeliveryStateView {
    /// Waits for a server, or for its next attempt.
    Pending,
    /// A server sends it.
    Sending,
    /// The other side has taken it.
    Sent,
    /// It is not tried any more, until somebody asks.
    Failed,
    /// There was nothing to send, or nowhere to send it; `reason` says which.
    Skipped,
}

impl From<DeliveryState> for DeliveryStateView {
    fn from(state: DeliveryState) -> Self {
        match state {
            DeliveryState::Pending => Self::Pending,
            DeliveryState::Sending => Self::Sending,
            DeliveryState::Sent => Self::Sent,
            DeliveryState::Failed => Self::Failed,
            DeliveryState::Skipped => Self::Skipped,
        }
    }
}

impl From<DeliveryStateView> for DeliveryState {
    fn from(state: DeliveryStateView) -> Self {
        match state {
            DeliveryStateView::Pending => Self::Pending,
            DeliveryStateView::Sending => Self::Sending,
            DeliveryStateView::Sent => Self::Sent,
            DeliveryStateView::Failed => Self::Failed,
            DeliveryStateView::Skipped => Self::Skipped,
        }
    }
}

/// One message on its way to one receiver.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeliveryView {
    id: Uuid,
    /// What it tells: the kind of a message, `alert`, `snapshot`, `test`.
    #[schema(example = "daily-plays")]
    kind: String,
    /// The time of the schedule that it is for.
    #[schema(value_type = Option<String>, format = DateTime)]
    slot: Option<String>,
    run_id: Option<Uuid>,
    channel: DestinationKindView,
    /// Who gets it: name of the destination, of the production whose webhook it is, or of the user.
    #[schema(example = "회사 Slack")]
    receiver: String,
    /// Of mail: where to.
    address: Option<String>,
    destination_id: Option<Uuid>,
    production_id: Option<Uuid>,
    #[schema(example = "연극·뮤지컬 일일 보고 11/29(일)")]
    subject: String,
    /// What is sent, as plain text.
    text: String,
    state: DeliveryStateView,
    /// Code of why it failed or was skipped: `not_configured`, `nothing_to_see`, `timed_out`, …
    reason: Option<String>,
    /// Why the last attempt failed, in words.
    last_error: Option<String>,
    /// How many attempts failed.
    #[schema(minimum = 0)]
    failures: u32,
    /// Whether a server ended between sending it and recording that: it may have arrived more than once.
    may_have_arrived_twice: bool,
    #[schema(format = DateTime)]
    next_attempt_at: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was sent, given up or skipped.
    #[schema(format = DateTime)]
    finished_at: Option<String>,
}

impl From<Delivery> for DeliveryView {
    fn from(of: Delivery) -> Self {
        Self {
            id: of.id.0,
            kind: of.kind,
            slot: of.slot.map(told),
            run_id: of.run.map(|id| id.0),
            channel: of.receiver.kind.into(),
            receiver: of.receiver.name,
            address: of.receiver.address.map(|address| address.to_string()),
            destination_id: of.receiver.destination.map(|id| id.0),
            production_id: of.receiver.production.map(|id| id.0),
            subject: of.content.subject,
            text: of.content.text,
            state: of.state.into(),
            reason: of.reason,
            last_error: of.last_error,
            failures: of.failures,
            may_have_arrived_twice: of.interruptions > 0,
            next_attempt_at: of.next_attempt_at.map(told),
            created_at: told(of.created_at),
            finished_at: of.finished_at.map(told),
        }
    }
}

/// One delivery, with all that is sent.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeliveryDetailsView {
    #[serde(flatten)]
    delivery: DeliveryView,
    /// Of mail: the document.
    html: Option<String>,
    /// What is sent one after the other: posts of Slack, the event of a webhook.
    #[schema(value_type = Vec<Object>)]
    parts: Vec<Value>,
    /// Of mail: the files that come with it, until 30 days after it was sent.
    attachments: Vec<AttachmentView>,
}

/// A file that comes with a mail.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttachmentView {
    #[schema(example = "plays-weekly-overview_2026-12-01.xlsx")]
    file_name: String,
    #[schema(minimum = 0)]
    size_bytes: usize,
}

impl From<Attachment> for AttachmentView {
    fn from(of: Attachment) -> Self {
        Self {
            file_name: of.file_name,
            size_bytes: of.bytes.len(),
        }
    }
}

impl From<Delivery> for DeliveryDetailsView {
    fn from(mut of: Delivery) -> Self {
        let html = of.content.html.take();
        let parts = std::mem::take(&mut of.content.parts);
        let attachments = std::mem::take(&mut of.content.attachments);
        Self {
            delivery: of.into(),
            html,
            parts,
            attachments: attachments.into_iter().map(AttachmentView::from).collect(),
        }
    }
}

/// Which deliveries to list, by the time when they were made.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeliveryListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// Direction, by time.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: OrderParam,
    /// Only those that stand there.
    #[param(inline, nullable = false)]
    pub(crate) state: Option<DeliveryStateView>,
    /// Only those to this destination.
    #[param(nullable = false)]
    pub(crate) destination_id: Option<Uuid>,
    /// Only those of this run.
    #[param(nullable = false)]
    pub(crate) run_id: Option<Uuid>,
}
