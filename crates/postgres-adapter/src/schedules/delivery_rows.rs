//! Deliveries and destinations as rows.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Uuid as SqlUuid};
use domain::people::{Email, UserId};
use domain::production::ProductionId;
use domain::schedule::{DeliveryId, DeliveryState, Destination, DestinationId, DestinationKind, RunId};
use ports::driven::{Attachment, Content, Delivery, Receiver};
use serde_json::Value;
use uuid::Uuid;

use super::{named, productions_of};
use crate::errors::{Work, broken_row};
use crate::schema::{delivery, delivery_attachment};

pub(super) const DELIVERY: &str = "delivery";
pub(super) const DESTINATION: &str = "destination";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = delivery, check_for_backend(diesel::pg::Pg))]
pub(super) struct DeliveryRow {
    id: Uuid,
    cause: String,
    run_id: Option<Uuid>,
    kind: String,
    slot: Option<DateTime<Utc>>,
    destination_id: Option<Uuid>,
    account_id: Option<Uuid>,
    channel: String,
    receiver_key: String,
    receiver_name: String,
    address: Option<String>,
    production_id: Option<Uuid>,
    about: Vec<Uuid>,
    is_named: bool,
    subject: String,
    text: String,
    html: Option<String>,
    parts: Value,
    parts_sent: i32,
    state: String,
    reason: Option<String>,
    last_error: Option<String>,
    failures: i32,
    interruptions: i32,
    tried_since: DateTime<Utc>,
    next_attempt_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
}

impl From<&Delivery> for DeliveryRow {
    fn from(of: &Delivery) -> Self {
        let Delivery { receiver, content, .. } = of;
        Self {
            id: of.id.0,
            cause: of.cause.clone(),
            run_id: of.run.map(|id| id.0),
            kind: of.kind.clone(),
            slot: of.slot,
            destination_id: receiver.destination.map(|id| id.0),
            account_id: receiver.user.map(|id| id.0),
            channel: receiver.kind.code().to_owned(),
            receiver_key: receiver.key(),
            receiver_name: receiver.name.clone(),
            address: receiver.address.as_ref().map(ToString::to_string),
            production_id: receiver.production.map(|id| id.0),
            about: of.about.iter().map(|id| id.0).collect(),
            is_named: of.is_named,
            subject: content.subject.clone(),
            text: content.text.clone(),
            html: content.html.clone(),
            parts: Value::Array(content.parts.clone()),
            parts_sent: count(of.parts_sent),
            state: of.state.code().to_owned(),
            reason: of.reason.clone(),
            last_error: of.last_error.clone(),
            failures: i32::try_from(of.failures).unwrap_or(i32::MAX),
            interruptions: of.interruptions,
            tried_since: of.tried_since,
            next_attempt_at: of.next_attempt_at,
            created_at: of.created_at,
            finished_at: of.finished_at,
        }
    }
}

impl TryFrom<DeliveryRow> for Delivery {
    type Error = crate::errors::WorkError;

    fn try_from(row: DeliveryRow) -> Work<Self> {
        let state = DeliveryState::ALL.into_iter().find(|state| state.code() == row.state);
        let Value::Array(parts) = row.parts else {
            return Err(broken_row(DELIVERY, "its parts are no list"));
        };
        Ok(Self {
            id: DeliveryId(row.id),
            cause: row.cause,
            run: row.run_id.map(RunId),
            kind: row.kind,
            slot: row.slot,
            receiver: Receiver {
                destination: row.destination_id.map(DestinationId),
                kind: row.channel.parse().map_err(|error| broken_row(DELIVERY, error))?,
                production: row.production_id.map(ProductionId),
                address: row.address.as_deref().map(parse_email).transpose()?,
                user: row.account_id.map(UserId),
                name: row.receiver_name,
            },
            about: row.about.into_iter().map(ProductionId).collect(),
            is_named: row.is_named,
            content: Content {
                subject: row.subject,
                text: row.text,
                html: row.html,
                parts,
                attachments: Vec::new(),
            },
            parts_sent: usize::try_from(row.parts_sent).unwrap_or_default(),
            state: state.ok_or_else(|| broken_row(DELIVERY, "an unknown state"))?,
            reason: row.reason,
            last_error: row.last_error,
            failures: u32::try_from(row.failures).unwrap_or_default(),
            interruptions: row.interruptions,
            tried_since: row.tried_since,
            next_attempt_at: row.next_attempt_at,
            created_at: row.created_at,
            finished_at: row.finished_at,
        })
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = delivery_attachment, check_for_backend(diesel::pg::Pg))]
pub(super) struct AttachmentRow {
    delivery_id: Uuid,
    position: i32,
    file_name: String,
    media_type: String,
    content: Vec<u8>,
}

impl AttachmentRow {
    /// The files that come with a delivery, in their order.
    pub(super) fn of(delivery: &Delivery) -> Vec<Self> {
        let attachments = delivery.content.attachments.iter().enumerate();
        let row = |(index, of): (usize, &Attachment)| Self {
            delivery_id: delivery.id.0,
            position: count(index),
            file_name: of.file_name.clone(),
            media_type: of.media_type.clone(),
            content: of.bytes.to_vec(),
        };
        attachments.map(row).collect()
    }
}

impl From<AttachmentRow> for Attachment {
    fn from(row: AttachmentRow) -> Self {
        Self {
            file_name: row.file_name,
            media_type: row.media_type,
            bytes: row.content.into(),
        }
    }
}

/// A number of parts as it is stored.
pub(super) fn count(parts: usize) -> i32 {
    i32::try_from(parts).unwrap_or(i32::MAX)
}

fn parse_email(address: &str) -> Work<Email> {
    Email::parse(address).map_err(|error| broken_row(DELIVERY, error))
}

/// The columns of [`DestinationRow`], of `destination AS d`.
pub(super) const DESTINATION_COLUMNS: &str = "d.id, d.name, d.kind, d.addresses, d.all_productions, d.takes_alerts,
    d.takes_snapshots, d.url IS NOT NULL AS has_url, d.secret IS NOT NULL AS has_secret, d.revision,
    ARRAY(SELECT p.production_id FROM destination_production p WHERE p.destination_id = d.id ORDER BY 1)
        AS production_ids";

#[derive(QueryableByName)]
#[expect(clippy::struct_excessive_bools, reason = "a row as the statement answers it")]
pub(super) struct DestinationRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Array<Text>)]
    addresses: Vec<String>,
    #[diesel(sql_type = Bool)]
    all_productions: bool,
    #[diesel(sql_type = Bool)]
    takes_alerts: bool,
    #[diesel(sql_type = Bool)]
    takes_snapshots: bool,
    #[diesel(sql_type = Bool)]
    has_url: bool,
    #[diesel(sql_type = Bool)]
    has_secret: bool,
    #[diesel(sql_type = BigInt)]
    revision: i64,
    #[diesel(sql_type = Array<SqlUuid>)]
    production_ids: Vec<Uuid>,
}

impl TryFrom<DestinationRow> for Destination {
    type Error = crate::errors::WorkError;

    fn try_from(row: DestinationRow) -> Work<Self> {
        let kind: DestinationKind = row.kind.parse().map_err(|error| broken_row(DESTINATION, error))?;
        let addresses = row.addresses.iter().map(|address| parse_email(address));
        let addresses: Vec<Email> = addresses.collect::<Work<_>>()?;
        Ok(Self {
            id: DestinationId(row.id),
            name: row.name,
            kind,
            productions: productions_of(row.all_productions, row.production_ids),
            takes_alerts: row.takes_alerts,
            takes_snapshots: row.takes_snapshots,
            has_address: row.has_url || !addresses.is_empty(),
            has_secret: row.has_secret,
            addresses,
            revision: row.revision,
        })
    }
}

/// A destination as the audit tells it: without secrets.
pub(super) fn told(of: &Destination) -> Value {
    let (all_productions, production_ids) = named(&of.productions);
    serde_json::json!({
        "name": of.name,
        "kind": of.kind.code(),
        "addresses": of.addresses.iter().map(Email::as_str).collect::<Vec<_>>(),
        "allProductions": all_productions,
        "productionIds": production_ids,
        "takesAlerts": of.takes_alerts,
        "takesSnapshots": of.takes_snapshots,
        "hasAddress": of.has_address,
        "hasSecret": of.has_secret,
    })
}

/// Secrets as they are kept beside a destination.
#[derive(QueryableByName, Default)]
pub(super) struct SecretsRow {
    #[diesel(sql_type = Nullable<Text>)]
    pub(super) url: Option<String>,
    #[diesel(sql_type = Nullable<diesel::sql_types::Binary>)]
    pub(super) secret: Option<Vec<u8>>,
}
