use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::people::Email;
use domain::schedule::{Destination, DestinationKind, Productions};
use domain::validation::{Breach, Field, Place};
use ports::driven::{Patch, WebhookSecret, WebhookUrl};
use ports::driving::{DestinationChange, NewDestination as NewDestinationRequest};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{named, productions};
use crate::extract::{bounded, patched, required, word};
use crate::problem::ApiError;

/// How something is sent.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DestinationKindView {
    /// A webhook of Slack: one of its own, or the company's, which is configured.
    Slack,
    /// Each production's own webhook of Slack, which gets that production's part.
    ProductionSlack,
    /// Mail.
    Mail,
    /// A webhook of another system, signed as Standard Webhooks says.
    Webhook,
}

impl From<DestinationKind> for DestinationKindView {
    fn from(kind: DestinationKind) -> Self {
        match kind {
            DestinationKind::Slack => Self::Slack,
            DestinationKind::ProductionSlack => Self::ProductionSlack,
            DestinationKind::Mail => Self::Mail,
            DestinationKind::Webhook => Self::Webhook,
        }
    }
}

impl From<DestinationKindView> for DestinationKind {
    fn from(kind: DestinationKindView) -> Self {
        match kind {
            DestinationKindView::Slack => Self::Slack,
            DestinationKindView::ProductionSlack => Self::ProductionSlack,
            DestinationKindView::Mail => Self::Mail,
            DestinationKindView::Webhook => Self::Webhook,
        }
    }
}

/// Where something is sent. Secrets are never answered.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "what people tick, and what is there")]
pub(crate) struct DestinationView {
    id: Uuid,
    #[schema(example = "회사 Slack")]
    name: String,
    kind: DestinationKindView,
    /// Of mail: to whom.
    addresses: Vec<String>,
    /// Whether it may be told of all productions, also future ones, or of those named.
    all_productions: bool,
    #[schema(value_type = Vec<Uuid>)]
    production_ids: Vec<Uuid>,
    /// Whether alerts are sent to it.
    takes_alerts: bool,
    /// Of webhooks: whether it is told of each new snapshot.
    takes_snapshots: bool,
    /// Whether it has an address of its own.
    has_address: bool,
    /// Of webhooks: whether it has something to sign with.
    has_secret: bool,
}

impl From<Destination> for DestinationView {
    fn from(of: Destination) -> Self {
        let (all_productions, production_ids) = named(of.productions);
        Self {
            id: of.id.0,
            name: of.name,
            kind: of.kind.into(),
            addresses: of.addresses.iter().map(ToString::to_string).collect(),
            all_productions,
            production_ids,
            takes_alerts: of.takes_alerts,
            takes_snapshots: of.takes_snapshots,
            has_address: of.has_address,
            has_secret: of.has_secret,
        }
    }
}

/// A destination to be made.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewDestination {
    #[schema(example = "매니저 메일", min_length = 1, max_length = 200)]
    name: String,
    #[serde(deserialize_with = "word")]
    kind: DestinationKindView,
    /// Of mail: to whom. Somebody with an account gets what they see of it; somebody without, what is named.
    #[schema(required = false, max_items = 50)]
    #[serde(default)]
    addresses: Vec<String>,
    /// Of Slack and webhooks: where. Secret: it is not answered. Of Slack, left out: the company's.
    url: Option<String>,
    /// Of webhooks: what they are signed with, `whsec_` and 24 to 64 bytes in Base64. Secret: it is not answered.
    #[schema(example = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")]
    secret: Option<String>,
    /// Whether it may be told of all productions. Left out: true, unless productions are named.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    all_productions: Option<bool>,
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default)]
    production_ids: Vec<String>,
    #[schema(required = false)]
    #[serde(default)]
    takes_alerts: bool,
    #[schema(required = false)]
    #[serde(default)]
    takes_snapshots: bool,
}

/// Changes to a destination; a field left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangedDestination {
    #[schema(nullable = false, min_length = 1, max_length = 200)]
    #[serde(default, deserialize_with = "required")]
    name: Option<String>,
    /// All addresses, those before included.
    #[schema(required = false, nullable = false, max_items = 50)]
    #[serde(default, deserialize_with = "required")]
    addresses: Option<Vec<String>>,
    /// Another address of the webhook; `null` of Slack: the company's.
    #[schema(value_type = Option<String>)]
    #[serde(default, deserialize_with = "patched")]
    url: Patch<String>,
    /// Another secret.
    #[schema(value_type = Option<String>)]
    #[serde(default, deserialize_with = "patched")]
    secret: Patch<String>,
    /// With `true` no production is named any more.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    all_productions: Option<bool>,
    /// All productions, those before included.
    #[schema(value_type = Vec<Uuid>, required = false, max_items = 2000)]
    #[serde(default, deserialize_with = "required")]
    production_ids: Option<Vec<String>>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    takes_alerts: Option<bool>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    takes_snapshots: Option<bool>,
}

fn addresses(texts: &[String]) -> Result<Vec<Email>, ApiError> {
    bounded(texts, "/addresses")?;
    let parsed = |(index, text): (usize, &String)| {
        Email::parse_new(text).map_err(|rule| vec![Breach::new(Place::item(Field::Addresses, index), rule)].into())
    };
    texts.iter().enumerate().map(parsed).collect()
}

fn secret(text: &str) -> Result<WebhookSecret, ApiError> {
    let bytes = text.strip_prefix("whsec_").and_then(|text| STANDARD.decode(text).ok());
    let wrong = || ApiError::invalid("/secret", "malformed", "whsec_ and 24 to 64 bytes in Base64");
    bytes.map(WebhookSecret).ok_or_else(wrong)
}

fn patched_with<T, U>(patch: Patch<T>, make: impl FnOnce(T) -> Result<U, ApiError>) -> Result<Patch<U>, ApiError> {
    Ok(match patch {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(value) => Patch::Set(make(value)?),
    })
}

impl TryFrom<NewDestination> for NewDestinationRequest {
    type Error = ApiError;

    fn try_from(new: NewDestination) -> Result<Self, ApiError> {
        let named = (!new.production_ids.is_empty()).then_some(new.production_ids.as_slice());
        Ok(Self {
            name: new.name,
            kind: new.kind.into(),
            addresses: addresses(&new.addresses)?,
            url: new.url.map(WebhookUrl),
            secret: new.secret.as_deref().map(secret).transpose()?,
            productions: productions(new.all_productions, named)?.unwrap_or(Productions::AllActive),
            takes_alerts: new.takes_alerts,
            takes_snapshots: new.takes_snapshots,
        })
    }
}

impl TryFrom<ChangedDestination> for DestinationChange {
    type Error = ApiError;

    fn try_from(changed: ChangedDestination) -> Result<Self, ApiError> {
        Ok(Self {
            name: changed.name,
            addresses: changed.addresses.as_deref().map(addresses).transpose()?,
            url: patched_with(changed.url, |url| Ok(WebhookUrl(url)))?,
            secret: patched_with(changed.secret, |text| secret(&text))?,
            productions: productions(changed.all_productions, changed.production_ids.as_deref())?,
            takes_alerts: changed.takes_alerts,
            takes_snapshots: changed.takes_snapshots,
        })
    }
}
