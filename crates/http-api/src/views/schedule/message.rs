use chrono::NaiveDate;
use domain::message::MessageKind;
use domain::production::ProductionId;
use domain::schedule::DestinationId;
use ports::driving::{CommentaryRecord, MessagePreview, MessageRequest};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::ids;
use crate::extract::{Day, required};
use crate::problem::ApiError;

/// A message as it would be sent now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MessagePreviewView {
    #[schema(example = "daily-plays")]
    kind: String,
    /// The day that moves the windows of its reports.
    #[schema(value_type = String, format = Date)]
    as_of: NaiveDate,
    /// Subject of a mail.
    subject: String,
    /// Plain text.
    text: String,
    /// The document of a mail.
    html: String,
    /// The posts of Slack, one after the other.
    #[schema(value_type = Vec<Object>)]
    slack: Vec<Value>,
    /// Whether it tells of no production: it would not be sent.
    is_empty: bool,
    commentary: CommentaryView,
}

/// What became of the comments.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CommentaryView {
    /// How many were added.
    #[schema(minimum = 0)]
    added: usize,
    /// Whether a language model was asked; otherwise they follow from rules.
    by_model: bool,
    /// What was left out.
    dropped: Vec<DroppedCommentView>,
}

/// A comment that was left out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DroppedCommentView {
    /// `marketing`, `occupancy` or `profit`.
    #[schema(value_type = String, example = "marketing")]
    topic: &'static str,
    /// `too_late`, `failed`, `unsupported_number` or `bad_form`.
    #[schema(value_type = String, example = "unsupported_number")]
    reason: &'static str,
}

impl From<CommentaryRecord> for CommentaryView {
    fn from(record: CommentaryRecord) -> Self {
        let dropped = record.dropped.into_iter().map(|dropped| DroppedCommentView {
            topic: dropped.topic.code(),
            reason: dropped.reason.code(),
        });
        Self {
            added: record.added,
            by_model: record.by_model,
            dropped: dropped.collect(),
        }
    }
}

impl MessagePreviewView {
    /// Of a message of this kind.
    pub(crate) fn new(kind: MessageKind, preview: MessagePreview) -> Self {
        Self {
            kind: kind.code().to_owned(),
            as_of: preview.as_of,
            subject: preview.rendering.subject,
            text: preview.rendering.text,
            html: preview.rendering.html,
            slack: preview.rendering.slack,
            is_empty: preview.composed.is_empty,
            commentary: preview.composed.commentary.into(),
        }
    }
}

/// What a preview is of.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PreviewQuery {
    /// The day that moves the windows of its reports; default: today.
    #[param(inline, nullable = false)]
    pub(crate) as_of: Option<Day>,
    /// Only of these productions; default: all active ones. May be repeated.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) production_id: Vec<Uuid>,
    /// Whether comments are made, which takes up to 20 seconds.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) commentary: bool,
}

impl PreviewQuery {
    /// What is asked for.
    pub(crate) fn request(&self) -> MessageRequest {
        let ids: Vec<_> = self.production_id.iter().copied().map(ProductionId).collect();
        MessageRequest {
            as_of: self.as_of.map(|day| day.0),
            productions: (!ids.is_empty()).then_some(ids),
            destinations: None,
            attaches_xlsx: false,
        }
    }
}

/// A message to be sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewMessage {
    /// The day that moves the windows of its reports; default: today.
    #[schema(value_type = String, format = Date, required = false, nullable = false)]
    #[serde(default, deserialize_with = "required")]
    as_of: Option<Day>,
    /// Only of these productions; default: all active ones.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default, deserialize_with = "required")]
    production_ids: Option<Vec<String>>,
    /// To these; default: where the schedules of this kind send it.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default, deserialize_with = "required")]
    destination_ids: Option<Vec<String>>,
    /// Whether mails come with the reports that they are made of, as workbooks.
    #[schema(required = false)]
    #[serde(default)]
    attach_xlsx: bool,
}

impl TryFrom<NewMessage> for MessageRequest {
    type Error = ApiError;

    fn try_from(new: NewMessage) -> Result<Self, ApiError> {
        let productions = new.production_ids.as_deref();
        let destinations = new.destination_ids.as_deref();
        Ok(Self {
            as_of: new.as_of.map(|day| day.0),
            productions: productions
                .map(|texts| ids(texts, "/productionIds", ProductionId))
                .transpose()?,
            destinations: destinations
                .map(|texts| ids(texts, "/destinationIds", DestinationId))
                .transpose()?,
            attaches_xlsx: new.attach_xlsx,
        })
    }
}
