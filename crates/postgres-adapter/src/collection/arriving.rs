//! What came, in the transaction that accepts its upload.

use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Bool, Date, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use domain::collection::{Arrival, ArrivalFile, ArrivalId, ArrivalState, SourceId};
use domain::diagnostics::{DiagnosticCode, Severity};
use domain::production::ProductionId;
use domain::upload::{OriginalFile, Sha256, UploadId};
use ports::driven::collection::{CollectedArrival, CollectedUpload, NewArrival};
use ports::driven::{AuditAction, NewUpload, StorageError};
use serde_json::json;
use uuid::Uuid;

use super::ARRIVAL;
use super::json::{dry_run_to_json, files_to_json, origin_to_json};
use crate::audit::{Entry, record};
use crate::authority::Permit;
use crate::content_key::content_key;
use crate::errors::{Work, broken_row};
use crate::stored::{counts_to_json, diagnostics_to_json};

/// Of `upload u`: a person sent it, and it is live or may come to be.
pub(super) const BY_A_PERSON: &str = "u.source_name IS NULL AND u.status IN ('queued', 'processing', 'completed')";

/// The upload of an arrival that is kept already: its files are those of one that was not put away yet. The lock of the
/// upload's production keeps others from entering it meanwhile.
pub(crate) fn taken_before(connection: &mut PgConnection, collected: &CollectedUpload) -> Work<Option<UploadId>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Nullable<SqlUuid>)]
        upload_id: Option<Uuid>,
    }
    let CollectedArrival::New(new) = &collected.arrival else {
        return Ok(None);
    };
    let Some((_, key)) = origin_to_json(&new.origin.files) else {
        return Ok(None);
    };
    let row: Option<Row> =
        diesel::sql_query("SELECT upload_id FROM arrival WHERE source_id = $1 AND disk_key = $2 AND moved_at IS NULL")
            .bind::<Nullable<SqlUuid>, _>(collected.source.id.map(|id| id.0))
            .bind::<Text, _>(key)
            .get_result(connection)
            .optional()?;
    Ok(row.and_then(|row| row.upload_id).map(UploadId))
}

/// Whether something that just came would undo what a person did: take the place of what a person sent for that day, be
/// it read or not yet, or bring back what was withdrawn there. One with errors does neither: it fails as by hand; but
/// one that could not be tried out may be read all the same. Asked under the lock of the upload's production, so that
/// nobody sends or withdraws anything meanwhile.
pub(crate) fn needs_a_yes(
    connection: &mut PgConnection,
    upload: &NewUpload,
    collected: &CollectedUpload,
) -> Work<bool> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Bool)]
        undoes: bool,
    }
    let CollectedArrival::New(new) = &collected.arrival else {
        return Ok(false);
    };
    let is_untried = |code: &DiagnosticCode| *code == DiagnosticCode::InternalError;
    if has_errors(&new.arrival) && !new.arrival.diagnostic_counts.keys().any(is_untried) {
        return Ok(false);
    }
    let row: Row = diesel::sql_query(format!(
        "SELECT EXISTS (SELECT FROM upload u WHERE u.production_id = $1 AND u.record_date = $2 AND u.kind = $3
                        AND {BY_A_PERSON})
             OR EXISTS (SELECT FROM upload u WHERE u.production_id = $1 AND u.record_date = $2
                        AND u.status = 'withdrawn'
                        AND (u.content_key = $4
                             OR EXISTS (SELECT FROM arrival a WHERE a.upload_id = u.id AND a.content_key = $4))) AS undoes"
    ))
    .bind::<SqlUuid, _>(upload.production_id.0)
    .bind::<Date, _>(upload.record_date)
    .bind::<Text, _>(upload.kind.code())
    .bind::<Binary, _>(key_of(&new.arrival.files))
    .get_result(connection)?;
    Ok(row.undoes)
}

/// The hashes of held files that begin with this byte.
pub(crate) fn held_files(connection: &mut PgConnection, first: u8) -> Work<Vec<Sha256>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Binary)]
        sha256: Vec<u8>,
    }
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT DISTINCT decode(f ->> 'sha256', 'hex') AS sha256
         FROM arrival a, jsonb_array_elements(a.files) AS f
         WHERE a.state = 'held' AND left(f ->> 'sha256', 2) = $1",
    )
    .bind::<Text, _>(format!("{first:02x}"))
    .load(connection)?;
    let hash = |row: Row| match row.sha256.try_into() {
        Ok(bytes) => Ok(Sha256(bytes)),
        Err(_) => Err(broken_row(ARRIVAL, "a SHA-256 has 32 bytes")),
    };
    rows.into_iter().map(hash).collect()
}

/// The identity of a source, unless it was deleted meanwhile; it cannot be while the transaction lasts.
pub(crate) fn source_still_there(connection: &mut PgConnection, id: Option<SourceId>) -> Work<Option<Uuid>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
    }
    let Some(id) = id else {
        return Ok(None);
    };
    let row: Option<Row> = diesel::sql_query("SELECT id FROM source WHERE id = $1 FOR KEY SHARE")
        .bind::<SqlUuid, _>(id.0)
        .get_result(connection)
        .optional()?;
    Ok(row.map(|row| row.id))
}

/// Keeps the arrival of an upload, or ends the waiting of one that was held.
pub(crate) fn arrive(
    connection: &mut PgConnection,
    collected: &CollectedUpload,
    upload: UploadId,
    was_there: bool,
    permit: &Permit,
) -> Work<()> {
    match &collected.arrival {
        CollectedArrival::New(new) => {
            let state = if was_there {
                ArrivalState::Unchanged
            } else {
                ArrivalState::Uploaded
            };
            if insert(connection, new, state, Some(upload))? {
                take_the_place(connection, &new.arrival, Some(upload))?;
            }
            Ok(())
        }
        CollectedArrival::Held(id) => confirm(connection, *id, upload, permit),
        CollectedArrival::BroughtBack => Ok(()),
    }
}

/// Whether an upload of it fails, as far as that was found by trying it out.
fn has_errors(arrival: &Arrival) -> bool {
    let mut found = arrival.diagnostic_counts.keys();
    found.any(|code| code.severity() == Severity::Error)
}

/// What waits of the same source, production, record date and kind is discarded: a newer file came, which is held
/// itself or this upload. One that brings nothing leaves it waiting: without an upload, or with errors.
pub(super) fn take_the_place(
    connection: &mut PgConnection,
    newer: &Arrival,
    upload: Option<UploadId>,
) -> QueryResult<()> {
    let brings_nothing = upload.is_none() && newer.state != ArrivalState::Held;
    if brings_nothing || has_errors(newer) {
        return Ok(());
    }
    diesel::sql_query(
        "UPDATE arrival SET state = 'discarded', decided_at = $5
         WHERE state = 'held' AND source_id = $1 AND production_id = $2 AND record_date = $3 AND id <> $4
           AND dry_run ->> 'kind' = coalesce((SELECT u.kind FROM upload u WHERE u.id = $6), $7)",
    )
    .bind::<Nullable<SqlUuid>, _>(newer.source.map(|id| id.0))
    .bind::<Nullable<SqlUuid>, _>(newer.production_id.map(|id| id.0))
    .bind::<Nullable<Date>, _>(newer.record_date)
    .bind::<SqlUuid, _>(newer.id.0)
    .bind::<Timestamptz, _>(newer.at)
    .bind::<Nullable<SqlUuid>, _>(upload.map(|id| id.0))
    .bind::<Nullable<Text>, _>(newer.dry_run.as_ref().map(|dry_run| dry_run.kind.code()))
    .execute(connection)
    .map(drop)
}

/// What waits and is of a production that goes is discarded: nobody could say yes to it any more. Answers whether there
/// was any.
pub(super) fn discard_with(connection: &mut PgConnection, production: ProductionId) -> QueryResult<bool> {
    let discarded = diesel::sql_query(
        "UPDATE arrival SET state = 'discarded', decided_at = now() WHERE state = 'held' AND production_id = $1",
    )
    .bind::<SqlUuid, _>(production.0)
    .execute(connection)?;
    Ok(discarded > 0)
}

/// Keeps a production from being deleted until the transaction ends. Before its sources: whoever deletes it locks them
/// in this order.
pub(super) fn keep_production(connection: &mut PgConnection, id: Option<ProductionId>) -> QueryResult<()> {
    let Some(id) = id else {
        return Ok(());
    };
    diesel::sql_query("SELECT FROM production WHERE id = $1 FOR KEY SHARE")
        .bind::<SqlUuid, _>(id.0)
        .execute(connection)
        .map(drop)
}

/// What tells repeats.
fn key_of(files: &[ArrivalFile]) -> Vec<u8> {
    let original = |file: &ArrivalFile| OriginalFile {
        file_name: file.file_name.clone(),
        sha256: file.sha256,
        size_bytes: file.size_bytes,
    };
    content_key(&files.iter().map(original).collect::<Vec<_>>())
}

/// Keeps an arrival; `false` where its files are those of one that is kept and not put away.
pub(super) fn insert(
    connection: &mut PgConnection,
    new: &NewArrival,
    state: ArrivalState,
    upload: Option<UploadId>,
) -> Work<bool> {
    let Arrival {
        id,
        source,
        source_name,
        run,
        files,
        code,
        production_id,
        production_code,
        record_date,
        held_for,
        diagnostics,
        diagnostic_counts,
        dry_run,
        at,
        ..
    } = &new.arrival;
    let (disk_files, disk_key) = origin_to_json(&new.origin.files).unzip();
    let held_for: Vec<_> = held_for.iter().map(|reason| reason.code()).collect();
    let inserted = diesel::sql_query(
        "INSERT INTO arrival (id, source_id, source_name, run_id, state, code, production_id, production_code, record_date,
                              upload_id, held_for, diagnostics, diagnostic_counts, dry_run, files, content_key, disk_files,
                              disk_key, fetched_from, etag, last_modified, password_secret, arrived_at)
         VALUES ($1, (SELECT s.id FROM source s WHERE s.id = $2), $3,
                 (SELECT r.id FROM collection_run r WHERE r.id = $4), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
                 $16, $17, $18, $19, $20, $21, $22, $23)
         ON CONFLICT DO NOTHING",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<Nullable<SqlUuid>, _>(source.map(|id| id.0))
    .bind::<Text, _>(source_name)
    .bind::<Nullable<SqlUuid>, _>(run.map(|id| id.0))
    .bind::<Text, _>(state.code())
    .bind::<Nullable<Text>, _>(code.as_deref())
    .bind::<Nullable<SqlUuid>, _>(production_id.map(|id| id.0))
    .bind::<Nullable<Text>, _>(production_code.as_ref().map(ToString::to_string))
    .bind::<Nullable<Date>, _>(*record_date)
    .bind::<Nullable<SqlUuid>, _>(upload.or(new.arrival.upload_id).map(|id| id.0))
    .bind::<Array<Text>, _>(held_for)
    .bind::<Jsonb, _>(diagnostics_to_json(diagnostics))
    .bind::<Jsonb, _>(counts_to_json(diagnostic_counts))
    .bind::<Nullable<Jsonb>, _>(dry_run.as_ref().map(dry_run_to_json))
    .bind::<Jsonb, _>(files_to_json(files))
    .bind::<Binary, _>(key_of(files))
    .bind::<Nullable<Jsonb>, _>(disk_files)
    .bind::<Nullable<Text>, _>(disk_key)
    .bind::<Nullable<Text>, _>(new.origin.fetched_from.as_deref())
    .bind::<Nullable<Text>, _>(new.origin.validators.etag.as_deref())
    .bind::<Nullable<Text>, _>(new.origin.validators.last_modified.as_deref())
    .bind::<Nullable<Text>, _>(new.origin.password_secret.as_ref().map(ToString::to_string))
    .bind::<Timestamptz, _>(*at)
    .execute(connection)?;
    Ok(inserted > 0)
}

fn confirm(connection: &mut PgConnection, id: ArrivalId, upload: UploadId, permit: &Permit) -> Work<()> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Nullable<SqlUuid>)]
        production_id: Option<Uuid>,
        #[diesel(sql_type = Nullable<SqlUuid>)]
        source_id: Option<Uuid>,
        #[diesel(sql_type = Text)]
        source_name: String,
    }
    let confirmed: Option<Row> = diesel::sql_query(
        "UPDATE arrival SET state = 'uploaded', upload_id = $2, decided_by = $3, decided_at = now()
         WHERE id = $1 AND state = 'held' RETURNING production_id, source_id, source_name",
    )
    .bind::<SqlUuid, _>(id.0)
    .bind::<SqlUuid, _>(upload.0)
    .bind::<Nullable<SqlUuid>, _>(permit.recorded_as().map(|id| id.0))
    .get_result(connection)
    .optional()?;
    let row = confirmed.ok_or(StorageError::Stale(ARRIVAL))?;
    let entry = Entry {
        action: AuditAction::ArrivalConfirmed,
        subject_id: id.to_string(),
        production_id: row.production_id.map(ProductionId),
        before: Some(json!({ "state": "held" })),
        after: Some(json!({
            "state": "uploaded",
            "uploadId": upload.0,
            "source": { "id": row.source_id, "name": row.source_name },
        })),
    };
    record(connection, entry, permit)?;
    Ok(())
}
