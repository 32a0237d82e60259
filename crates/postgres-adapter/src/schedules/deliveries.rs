//! Messages on their way.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Double, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::schedule::{DeliveryId, DeliveryState, Destination, DestinationKind, MAX_INTERRUPTIONS};
use ports::actor::Actor;
use ports::driven::{
    Attachment, AuditAction, Delivery, DeliveryOutcome, DeliveryQuery, DeliveryQueue, DeliveryRetry, Lease,
    LeasedDelivery, StorageError, Topic, WebhookSecret, WebhookUrl,
};
use ports::paging::{Order, Page};
use serde_json::json;
use uuid::Uuid;

use super::delivery_rows::{
    AttachmentRow, DELIVERY, DESTINATION_COLUMNS, DeliveryRow, DestinationRow, SecretsRow, count,
};
use super::leasing::take;
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::Work;
use crate::pool::PgPool;
use crate::schema::{delivery, delivery_attachment, production};

/// Messages on their way, in PostgreSQL.
pub struct PgDeliveryQueue {
    pool: PgPool,
}

impl PgDeliveryQueue {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// Puts messages on their way, in a transaction of its caller. Answers how many are new.
pub(crate) fn insert_deliveries(connection: &mut PgConnection, deliveries: &[Delivery]) -> QueryResult<usize> {
    let mut new = 0;
    // One after the other: a text of a mail may be long, and a statement has room for so many parameters.
    for of in deliveries {
        let inserted = diesel::insert_into(delivery::table)
            .values(DeliveryRow::from(of))
            .on_conflict_do_nothing()
            .execute(connection)?;
        if inserted > 0 {
            diesel::insert_into(delivery_attachment::table)
                .values(AttachmentRow::of(of))
                .execute(connection)?;
        }
        new += inserted;
    }
    Ok(new)
}

/// Takes what waits and is due, or what its holder has not come back to.
const TAKE: &str = "
    UPDATE delivery
    SET state = 'sending', leased_by = $1, leased_until = clock_timestamp() + make_interval(secs => $2),
        interruptions = interruptions + (state = 'sending')::int
    WHERE id = (
        SELECT id FROM delivery
        WHERE (state = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= $3 OR next_attempt_at > $4))
           OR (state = 'sending' AND leased_until < clock_timestamp())
        ORDER BY next_attempt_at NULLS FIRST, created_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, interruptions";

fn lease(connection: &mut PgConnection, lease: Lease, now: DateTime<Utc>) -> Work<Option<LeasedDelivery>> {
    while let Some(taken) = take(connection, TAKE, lease, now)? {
        let id = DeliveryId(taken.id);
        if taken.interruptions <= MAX_INTERRUPTIONS {
            return addressed(connection, id).map(Some);
        }
        let outcome = DeliveryOutcome::Failed {
            reason: "interrupted".to_owned(),
            error: "its servers ended while they sent it".to_owned(),
        };
        finish(connection, id, lease.holder, &outcome, now)?;
    }
    Ok(None)
}

/// A delivery with where it goes.
fn addressed(connection: &mut PgConnection, id: DeliveryId) -> Work<LeasedDelivery> {
    let delivery = find(connection, id)?.ok_or(diesel::result::Error::NotFound)?;
    let receiver = &delivery.receiver;
    let (mut destination, mut secrets) = (None, SecretsRow::default());
    if let Some(id) = receiver.destination {
        let row: DestinationRow = diesel::sql_query(format!(
            "SELECT {DESTINATION_COLUMNS} FROM destination d WHERE d.id = $1"
        ))
        .bind::<SqlUuid, _>(id.0)
        .get_result(connection)?;
        destination = Some(Destination::try_from(row)?);
        secrets = diesel::sql_query("SELECT url, secret FROM destination WHERE id = $1")
            .bind::<SqlUuid, _>(id.0)
            .get_result(connection)?;
    }
    if receiver.kind == DestinationKind::ProductionSlack {
        let own = production::table.filter(production::id.eq(receiver.production.map(|id| id.0).unwrap_or_default()));
        let url: Option<Option<String>> = own.select(production::slack_webhook_url).first(connection).optional()?;
        secrets.url = url.flatten();
    }
    Ok(LeasedDelivery {
        delivery,
        destination,
        url: secrets.url.map(WebhookUrl),
        secret: secrets.secret.map(WebhookSecret),
    })
}

fn finish(
    connection: &mut PgConnection,
    id: DeliveryId,
    holder: Uuid,
    outcome: &DeliveryOutcome,
    now: DateTime<Utc>,
) -> Work<bool> {
    let (state, failed, next, reason, error) = match outcome {
        DeliveryOutcome::Sent => (DeliveryState::Sent, 0, None, None, None),
        DeliveryOutcome::Again { at, reason, error } => (
            DeliveryState::Pending,
            1,
            Some(*at),
            Some(reason.as_str()),
            Some(error.as_str()),
        ),
        DeliveryOutcome::Failed { reason, error } => (
            DeliveryState::Failed,
            1,
            None,
            Some(reason.as_str()),
            Some(error.as_str()),
        ),
        DeliveryOutcome::Skipped(reason) => (DeliveryState::Skipped, 0, None, Some(reason.code()), None),
    };
    let ended = state != DeliveryState::Pending;
    let held = diesel::sql_query(
        "UPDATE delivery
         SET state = $3, failures = failures + $4, next_attempt_at = $5, reason = $6, last_error = $7,
             finished_at = $8, leased_by = NULL, leased_until = NULL,
             parts_sent = CASE WHEN $3 = 'sent' THEN jsonb_array_length(parts) ELSE parts_sent END
         WHERE id = $1 AND leased_by = $2",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<SqlUuid, _>(holder)
    .bind::<Text, _>(state.code())
    .bind::<Integer, _>(failed)
    .bind::<Nullable<Timestamptz>, _>(next)
    .bind::<Nullable<Text>, _>(reason)
    .bind::<Nullable<Text>, _>(error)
    .bind::<Nullable<Timestamptz>, _>(ended.then_some(now))
    .execute(connection)?;
    if held > 0 {
        announce(connection, &[Topic::Delivery])?;
    }
    Ok(held > 0)
}

fn list(connection: &mut PgConnection, query: &DeliveryQuery) -> Work<Page<Delivery>> {
    let filtered = || {
        let mut rows = delivery::table.into_boxed();
        if let Some(state) = query.state {
            rows = rows.filter(delivery::state.eq(state.code()));
        }
        if let Some(id) = query.destination {
            rows = rows.filter(delivery::destination_id.eq(id.0));
        }
        if let Some(id) = query.run {
            rows = rows.filter(delivery::run_id.eq(id.0));
        }
        rows
    };
    let total = filtered().count().get_result(connection)?;
    let rows = filtered().select(DeliveryRow::as_select());
    let rows = match query.order {
        Order::Ascending => rows.order((delivery::created_at.asc(), delivery::id.asc())),
        Order::Descending => rows.order((delivery::created_at.desc(), delivery::id.desc())),
    };
    let rows: Vec<DeliveryRow> = rows
        .offset(query.paging.offset())
        .limit(i64::from(query.paging.per_page))
        .load(connection)?;
    let items = rows.into_iter().map(Delivery::try_from).collect::<Work<_>>()?;
    Ok(Page { items, total })
}

fn find(connection: &mut PgConnection, id: DeliveryId) -> Work<Option<Delivery>> {
    let row = delivery::table.find(id.0).select(DeliveryRow::as_select());
    let Some(row) = row.first(connection).optional()? else {
        return Ok(None);
    };
    let attachments: Vec<AttachmentRow> = delivery_attachment::table
        .filter(delivery_attachment::delivery_id.eq(id.0))
        .order(delivery_attachment::position)
        .select(AttachmentRow::as_select())
        .load(connection)?;
    let mut delivery = Delivery::try_from(row)?;
    delivery.content.attachments = attachments.into_iter().map(Attachment::from).collect();
    Ok(Some(delivery))
}

fn retry(connection: &mut PgConnection, id: DeliveryId, permit: &Permit, now: DateTime<Utc>) -> Work<DeliveryRetry> {
    let retried = diesel::sql_query(
        "UPDATE delivery
         SET state = 'pending', failures = 0, interruptions = 0, tried_since = $2, next_attempt_at = NULL,
             finished_at = NULL
         WHERE id = $1 AND state IN ('failed', 'skipped')",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Timestamptz, _>(now)
    .execute(connection)?;
    let Some(delivery) = find(connection, id)? else {
        return Ok(DeliveryRetry::NotFound);
    };
    if retried == 0 {
        return Ok(DeliveryRetry::NotFailed);
    }
    let entry = Entry {
        action: AuditAction::DeliveryRetried,
        subject_id: id.to_string(),
        production_id: None,
        before: None,
        after: Some(json!({ "kind": delivery.kind, "receiver": delivery.receiver.name })),
    };
    record(connection, entry, permit)?;
    announce(connection, &[Topic::Delivery])?;
    Ok(DeliveryRetry::Pending(Box::new(delivery)))
}

#[async_trait]
impl DeliveryQueue for PgDeliveryQueue {
    async fn insert(&self, deliveries: &[Delivery]) -> Result<usize, StorageError> {
        let deliveries = deliveries.to_vec();
        let write = move |connection: &mut PgConnection, _: &Permit| {
            let new = insert_deliveries(connection, &deliveries)?;
            if new > 0 {
                announce(connection, &[Topic::Delivery])?;
            }
            Ok(new)
        };
        self.pool.write(DELIVERY, &Actor::SYSTEM, write).await
    }

    async fn order(
        &self,
        deliveries: &[Delivery],
        act: AuditAction,
        subject_id: &str,
        by: &Actor,
    ) -> Result<usize, StorageError> {
        let (deliveries, subject_id) = (deliveries.to_vec(), subject_id.to_owned());
        let write = move |connection: &mut PgConnection, permit: &Permit| {
            let new = insert_deliveries(connection, &deliveries)?;
            let entry = Entry {
                action: act,
                subject_id,
                production_id: None,
                before: None,
                after: Some(json!({ "deliveries": new })),
            };
            record(connection, entry, permit)?;
            announce(connection, &[Topic::Delivery])?;
            Ok(new)
        };
        self.pool.write(DELIVERY, by, write).await
    }

    async fn lease(&self, of: Lease, now: DateTime<Utc>) -> Result<Option<LeasedDelivery>, StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| lease(connection, of, now);
        self.pool.write(DELIVERY, &Actor::SYSTEM, write).await
    }

    async fn advance(&self, id: DeliveryId, lease: Lease, parts_sent: usize) -> Result<bool, StorageError> {
        let write = move |connection: &mut PgConnection, _: &Permit| {
            let held = diesel::sql_query(
                "UPDATE delivery
                 SET parts_sent = $3, leased_until = clock_timestamp() + make_interval(secs => $4)
                 WHERE id = $1 AND leased_by = $2",
            )
            .bind::<SqlUuid, _>(id.0)
            .bind::<SqlUuid, _>(lease.holder)
            .bind::<Integer, _>(count(parts_sent))
            .bind::<Double, _>(lease.length.as_secs_f64())
            .execute(connection)?;
            Ok(held > 0)
        };
        self.pool.write(DELIVERY, &Actor::SYSTEM, write).await
    }

    async fn finish(
        &self,
        id: DeliveryId,
        holder: Uuid,
        outcome: &DeliveryOutcome,
        now: DateTime<Utc>,
    ) -> Result<bool, StorageError> {
        let outcome = outcome.clone();
        let write = move |connection: &mut PgConnection, _: &Permit| finish(connection, id, holder, &outcome, now);
        self.pool.write(DELIVERY, &Actor::SYSTEM, write).await
    }

    async fn list(&self, query: &DeliveryQuery) -> Result<Page<Delivery>, StorageError> {
        let query = query.clone();
        let load = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(DELIVERY, load).await
    }

    async fn find(&self, id: DeliveryId) -> Result<Option<Delivery>, StorageError> {
        self.pool
            .look_up(DELIVERY, move |connection| find(connection, id))
            .await
    }

    async fn retry(&self, id: DeliveryId, by: &Actor, now: DateTime<Utc>) -> Result<DeliveryRetry, StorageError> {
        let write = move |connection: &mut PgConnection, permit: &Permit| retry(connection, id, permit, now);
        self.pool.write(DELIVERY, by, write).await
    }
}
