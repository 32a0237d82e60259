use domain::calendar::in_kst;
use ports::driven::AuditEntry;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::person::UserNameView;
use crate::extract::Instant;
use crate::views::paging::NewestFirst;

/// Who did what to which thing, when and from where.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuditEntryView {
    /// Order of entry.
    id: i64,
    #[schema(format = DateTime)]
    at: String,
    /// `null` for the server itself, and for strangers.
    by: Option<UserNameView>,
    /// Network address.
    #[schema(example = "203.0.113.7")]
    address: Option<String>,
    /// The kind of thing and the act.
    #[schema(example = "production.changed")]
    action: String,
    /// The thing's identity.
    subject_id: String,
    /// The production concerned.
    production_id: Option<Uuid>,
    /// What was there, as far as it was changed.
    #[schema(value_type = Option<Object>)]
    before: Option<Value>,
    /// What is there since. `movedIn: {table, id}` names the row of the predecessor that a change comes from.
    #[schema(value_type = Option<Object>)]
    after: Option<Value>,
}

impl From<AuditEntry> for AuditEntryView {
    fn from(entry: AuditEntry) -> Self {
        Self {
            id: entry.id,
            at: in_kst(entry.at).to_rfc3339(),
            by: entry.by.map(UserNameView::from),
            address: entry.address.map(|address| address.to_string()),
            action: entry.action,
            subject_id: entry.subject_id,
            production_id: entry.production_id.map(|id| id.0),
            before: entry.before,
            after: entry.after,
        }
    }
}

/// Which entries to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AuditListQuery {
    /// Page number, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1, nullable = false)]
    pub(crate) page: Option<u32>,
    /// Items per page.
    #[param(minimum = 1, maximum = 200, default = 50, nullable = false)]
    pub(crate) per_page: Option<u32>,
    /// Direction, by the order of entry; default: the newest first.
    #[serde(default)]
    #[param(inline, required = false)]
    pub(crate) order: NewestFirst,
    /// Only what this user did.
    #[param(value_type = Option<Uuid>, nullable = false)]
    pub(crate) user_id: Option<String>,
    /// Only this act, or all of a kind: `production.changed`, `production`.
    #[param(max_length = 200, nullable = false, example = "production")]
    pub(crate) action: Option<String>,
    /// Only what was done to this thing.
    #[param(max_length = 200, nullable = false)]
    pub(crate) subject_id: Option<String>,
    /// Only what concerns this production, deleted ones included.
    #[param(value_type = Option<Uuid>, nullable = false)]
    pub(crate) production_id: Option<String>,
    /// Only from this instant on.
    #[param(inline, nullable = false)]
    pub(crate) from: Option<Instant>,
    /// Only before this instant.
    #[param(inline, nullable = false)]
    pub(crate) to: Option<Instant>,
}
