//! Steps of the state machine of uploads. Each runs in a transaction of its caller.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::production::ProductionId;
use domain::sales::Facts;
use domain::upload::{UploadId, UploadKind, UploadStatus};
use ports::driven::{AuditAction, NewUpload, Publication, Topic, Verdict, Withdrawal};
use serde_json::{Value, json};
use uuid::Uuid;

use super::snapshots::Rows;
use super::{WHAT, rows};
use crate::alerts::arrive;
use crate::announcement::announce;
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::errors::{Work, broken_row};
use crate::moving_in;
use crate::production_rows::lock_production;
use crate::schedules::tell_of_snapshot;
use crate::schema::upload;
use crate::stored::{counts_to_json, diagnostics_to_json, facts_to_json, recognised_to_json};

/// A record date of a production, and a kind: one upload of it is live.
#[derive(Clone, Copy)]
struct Slot {
    production_id: ProductionId,
    kind: UploadKind,
    record_date: NaiveDate,
}

/// Locks the upload's production and answers where the upload stands; `None` without such an upload.
fn lock(connection: &mut PgConnection, id: UploadId) -> Work<Option<(Slot, UploadStatus)>> {
    let place = upload::table
        .find(id.0)
        .select((upload::production_id, upload::kind, upload::record_date));
    let Some((production_id, kind, record_date)) = place.first::<(Uuid, String, NaiveDate)>(connection).optional()?
    else {
        return Ok(None);
    };
    let slot = Slot {
        production_id: ProductionId(production_id),
        kind: rows::parse_kind(&kind)?,
        record_date,
    };
    lock_production(connection, slot.production_id)?;
    let status: String = upload::table
        .find(id.0)
        .select(upload::status)
        .for_no_key_update()
        .first(connection)?;
    Ok(Some((slot, status.parse().map_err(|error| broken_row(WHAT, error))?)))
}

/// Stores the snapshot unless the upload has ended meanwhile, and chooses which upload is live.
pub(super) fn publish(
    connection: &mut PgConnection,
    id: UploadId,
    rows: Rows,
    facts: &Facts,
    verdict: &Verdict,
    finished_at: DateTime<Utc>,
    permit: &Permit,
) -> Work<Publication> {
    let Some((slot, status)) = lock(connection, id)? else {
        return Ok(Publication::AlreadyEnded);
    };
    if !status.is_pending() {
        return Ok(Publication::AlreadyEnded);
    }
    let before = current(connection, slot)?;
    rows.store(connection, slot.production_id, id)?;
    // Stored; `choose_live` makes it live if it is the last accepted.
    diesel::update(upload::table.find(id.0))
        .set((
            upload::status.eq(UploadStatus::Superseded.code()),
            upload::facts.eq(facts_to_json(facts)),
            upload::diagnostics.eq(diagnostics_to_json(&verdict.diagnostics)),
            upload::diagnostic_counts.eq(counts_to_json(&verdict.diagnostic_counts)),
            upload::recognised.eq(verdict.recognised.as_deref().map(recognised_to_json)),
            upload::finished_at.eq(finished_at),
        ))
        .execute(connection)?;
    let mut topics = choose_live(connection, slot, before, false)?;
    let (status, action) = if topics.contains(&Topic::Upload(id, slot.production_id)) {
        (UploadStatus::Completed, AuditAction::UploadCompleted)
    } else {
        topics.push(Topic::Upload(id, slot.production_id));
        (UploadStatus::Superseded, AuditAction::UploadSuperseded)
    };
    let source = moving_in::source_of(connection, id)?;
    let moving_in = source.map(|row| permit.moving_in(row));
    let by = moving_in.as_ref().unwrap_or(permit);
    enter(connection, action, id, slot, &facts_to_json(facts), by)?;
    // Nobody is told of what the predecessor was told long ago.
    // Alerts and news of snapshots are about sales.
    let tells = source.is_none() && slot.kind == UploadKind::Sales;
    let is_current = tells && topics.contains(&Topic::Snapshot(slot.production_id));
    if is_current {
        arrive(connection, slot.production_id, finished_at)?;
    }
    if is_current && tell_of_snapshot(connection, id, slot.production_id, finished_at)? {
        topics.push(Topic::Delivery);
    }
    announce(connection, &topics)?;
    Ok(Publication::Stored(status))
}

/// Ends a pending upload as failed; `false` when it had ended meanwhile.
pub(super) fn fail(
    connection: &mut PgConnection,
    id: UploadId,
    verdict: &Verdict,
    finished_at: DateTime<Utc>,
    permit: &Permit,
) -> Work<bool> {
    let Some((slot, status)) = lock(connection, id)? else {
        return Ok(false);
    };
    if !status.is_pending() {
        return Ok(false);
    }
    diesel::update(upload::table.find(id.0))
        .set((
            upload::status.eq(UploadStatus::Failed.code()),
            upload::diagnostics.eq(diagnostics_to_json(&verdict.diagnostics)),
            upload::diagnostic_counts.eq(counts_to_json(&verdict.diagnostic_counts)),
            upload::recognised.eq(verdict.recognised.as_deref().map(recognised_to_json)),
            upload::finished_at.eq(finished_at),
        ))
        .execute(connection)?;
    let counts = counts_to_json(&verdict.diagnostic_counts);
    let moving_in = moving_in::source_of(connection, id)?.map(|row| permit.moving_in(row));
    let by = moving_in.as_ref().unwrap_or(permit);
    enter(connection, AuditAction::UploadFailed, id, slot, &counts, by)?;
    announce(connection, &[Topic::Upload(id, slot.production_id)])?;
    Ok(true)
}

/// Takes an upload back, and makes live the one that it had replaced.
pub(super) fn withdraw(connection: &mut PgConnection, id: UploadId, permit: &Permit) -> Work<Withdrawal> {
    let Some((slot, status)) = lock(connection, id)? else {
        return Ok(Withdrawal::NotFound);
    };
    match status {
        UploadStatus::Failed => return Ok(Withdrawal::Failed),
        UploadStatus::Withdrawn => {}
        UploadStatus::Queued | UploadStatus::Processing | UploadStatus::Completed | UploadStatus::Superseded => {
            let before = current(connection, slot)?;
            let withdrawn = upload::status.eq(UploadStatus::Withdrawn.code());
            diesel::update(upload::table.find(id.0))
                .set(withdrawn)
                .execute(connection)?;
            let mut topics = choose_live(connection, slot, before, status == UploadStatus::Completed)?;
            topics.push(Topic::Upload(id, slot.production_id));
            enter(connection, AuditAction::UploadWithdrawn, id, slot, &Value::Null, permit)?;
            announce(connection, &topics)?;
        }
    }
    Ok(Withdrawal::Withdrawn(Box::new(rows::find_existing(connection, id)?)))
}

/// The upload of a kind that reports read: the live one with the greatest record date whose rows are there.
fn current(connection: &mut PgConnection, slot: Slot) -> QueryResult<Option<Uuid>> {
    let live = upload::table
        .filter(upload::production_id.eq(slot.production_id.0))
        .filter(upload::kind.eq(slot.kind.code()))
        .filter(upload::status.eq(UploadStatus::Completed.code()))
        .filter(upload::evicted_at.is_null());
    let newest = live.order(upload::record_date.desc());
    newest.select(upload::id).first(connection).optional()
}

/// Of the stored uploads of a record date, makes the last accepted live and the others superseded; answers what changed.
/// `before` was current when the transaction began, and `lost_live` says that the transaction ended a live one.
fn choose_live(connection: &mut PgConnection, slot: Slot, before: Option<Uuid>, lost_live: bool) -> Work<Vec<Topic>> {
    let of_slot = || {
        let of_production = upload::table.filter(upload::production_id.eq(slot.production_id.0));
        let of_kind = of_production.filter(upload::kind.eq(slot.kind.code()));
        of_kind.filter(upload::record_date.eq(slot.record_date))
    };
    let stored = [UploadStatus::Completed, UploadStatus::Superseded].map(UploadStatus::code);
    let live: Option<Uuid> = of_slot()
        .filter(upload::status.eq_any(stored))
        .order(upload::accepted_no.desc())
        .select(upload::id)
        .first(connection)
        .optional()?;
    let mut changed = Vec::<Uuid>::new();
    if let Some(live) = live {
        // First the others: never are two of them live.
        let others = of_slot()
            .filter(upload::status.eq(UploadStatus::Completed.code()))
            .filter(upload::id.ne(live));
        changed = diesel::update(others)
            .set(upload::status.eq(UploadStatus::Superseded.code()))
            .returning(upload::id)
            .get_results(connection)?;
        let not_yet = upload::table
            .find(live)
            .filter(upload::status.eq(UploadStatus::Superseded.code()));
        let completed: Vec<Uuid> = diesel::update(not_yet)
            .set(upload::status.eq(UploadStatus::Completed.code()))
            .returning(upload::id)
            .get_results(connection)?;
        changed.extend(completed);
    }
    let others_are_live = lost_live || !changed.is_empty();
    let of_upload = |id| Topic::Upload(UploadId(id), slot.production_id);
    let mut topics: Vec<_> = changed.into_iter().map(of_upload).collect();
    if current(connection, slot)? != before {
        topics.push(Topic::Snapshot(slot.production_id));
    } else if others_are_live {
        topics.push(Topic::LiveUploads(slot.production_id));
    }
    Ok(topics)
}

/// Enters the acceptance of an upload into the audit.
pub(super) fn record_acceptance(connection: &mut PgConnection, new: &NewUpload, permit: &Permit) -> QueryResult<()> {
    let slot = Slot {
        production_id: new.production_id,
        kind: new.kind,
        record_date: new.record_date,
    };
    let files: Vec<_> = new.files.iter().map(|file| file.file_name.as_str()).collect();
    enter(
        connection,
        AuditAction::UploadAccepted,
        new.id,
        slot,
        &json!(files),
        permit,
    )
}

/// Enters what happened into the audit.
fn enter(
    connection: &mut PgConnection,
    action: AuditAction,
    id: UploadId,
    slot: Slot,
    outcome: &Value,
    permit: &Permit,
) -> QueryResult<()> {
    let mut after = json!({ "recordDate": slot.record_date, "outcome": outcome });
    if slot.kind != UploadKind::Sales {
        after["kind"] = slot.kind.code().into();
    }
    let source = upload::table
        .find(id.0)
        .select((upload::source_id, upload::source_name));
    let source: Option<(Option<Uuid>, Option<String>)> = source.first(connection).optional()?;
    if let Some((source_id, Some(name))) = source {
        after["source"] = json!({ "id": source_id, "name": name });
    }
    let entry = Entry {
        action,
        subject_id: id.to_string(),
        production_id: Some(slot.production_id),
        before: None,
        after: Some(after),
    };
    record(connection, entry, permit)
}
