//! Which rows of the predecessor are in.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Uuid as SqlUuid};
use domain::upload::{UploadId, UploadStatus};
use ports::driven::{MovedInUpload, NewUpload, OldRow, OldTable, Remembered, StorageError};
use uuid::Uuid;

use super::WHAT;
use crate::errors::{Work, broken_row};
use crate::schema::{moved_in, upload};

/// Remembers these rows; one that is in already is somebody else's, who was quicker.
pub(crate) fn remember(connection: &mut PgConnection, rows: &[Remembered]) -> Work<()> {
    let remembered = diesel::sql_query(
        "INSERT INTO moved_in (source_table, source_id, source_key, subject_id, brought)
         SELECT * FROM unnest($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    )
    .bind::<Array<Text>, _>(rows.iter().map(|row| row.row.table.name()).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(rows.iter().map(|row| row.row.id).collect::<Vec<_>>())
    .bind::<Array<Nullable<Text>>, _>(rows.iter().map(|row| row.key.as_deref()).collect::<Vec<_>>())
    .bind::<Array<Nullable<SqlUuid>>, _>(rows.iter().map(|row| row.subject).collect::<Vec<_>>())
    .bind::<Array<Bool>, _>(rows.iter().map(|row| row.brought).collect::<Vec<_>>())
    .execute(connection)?;
    if remembered < rows.len() {
        return Err(StorageError::Stale(WHAT).into());
    }
    Ok(())
}

/// Remembers rows that become part of something.
pub(super) fn remember_parts(connection: &mut PgConnection, rows: &[OldRow]) -> Work<()> {
    let part = |row: &OldRow| Remembered {
        row: *row,
        key: None,
        subject: None,
        brought: true,
    };
    remember(connection, &rows.iter().map(part).collect::<Vec<_>>())
}

/// Remembers what an upload of the predecessor became.
pub(crate) fn remember_upload(connection: &mut PgConnection, row: OldRow, id: UploadId) -> Work<()> {
    let arrived = Remembered {
        row,
        key: None,
        subject: Some(id.0),
        brought: true,
    };
    remember(connection, &[arrived])
}

/// Remembers that an upload of the predecessor has the bytes of one that is live. One that is still pending may fail: its
/// end is waited for.
pub(crate) fn remember_same(connection: &mut PgConnection, row: OldRow, id: UploadId) -> Work<()> {
    let status: String = upload::table.find(id.0).select(upload::status).first(connection)?;
    if status != UploadStatus::Completed.code() {
        return Ok(());
    }
    let same = Remembered {
        row,
        key: None,
        subject: Some(id.0),
        brought: false,
    };
    remember(connection, &[same])
}

/// Refuses an upload whose row is in already, or whose place is taken by one that was made here. The production is locked.
pub(crate) fn check_slot(
    connection: &mut PgConnection,
    new: &NewUpload,
    moving: &MovedInUpload,
    content_key: &[u8],
) -> Work<()> {
    let known = moved_in::table.find((moving.row.table.name(), moving.row.id));
    let is_known: bool = diesel::select(diesel::dsl::exists(known)).get_result(connection)?;
    let standing = [UploadStatus::Queued, UploadStatus::Processing, UploadStatus::Completed];
    let others: Vec<Uuid> = upload::table
        .filter(upload::production_id.eq(new.production_id.0))
        .filter(upload::kind.eq(new.kind.code()))
        .filter(upload::record_date.eq(new.record_date))
        .filter(upload::content_key.ne(content_key))
        .filter(upload::status.eq_any(standing.map(UploadStatus::code)))
        .select(upload::id)
        .load(connection)?;
    for other in others {
        if source_of(connection, UploadId(other))?.is_none() {
            return Err(StorageError::Stale("upload").into());
        }
    }
    if is_known {
        return Err(StorageError::Stale("upload").into());
    }
    Ok(())
}

/// The row of the predecessor that made this upload; `None` of one that was made here.
pub(crate) fn source_of(connection: &mut PgConnection, id: UploadId) -> QueryResult<Option<OldRow>> {
    let row = moved_in::table
        .filter(moved_in::subject_id.eq(id.0))
        .filter(moved_in::brought)
        .filter(moved_in::source_table.eq(OldTable::Uploads.name()));
    let id: Option<i64> = row.select(moved_in::source_id).first(connection).optional()?;
    Ok(id.map(|id| OldRow::new(OldTable::Uploads, id)))
}

type MemoryRow = (String, i64, Option<String>, Option<Uuid>, bool);

/// All that is in.
pub(super) fn load(connection: &mut PgConnection) -> Work<Vec<Remembered>> {
    let columns = (
        moved_in::source_table,
        moved_in::source_id,
        moved_in::source_key,
        moved_in::subject_id,
        moved_in::brought,
    );
    let rows: Vec<MemoryRow> = moved_in::table.select(columns).load(connection)?;
    let parse = |(table, id, key, subject, brought): MemoryRow| {
        let table = OldTable::named(&table).ok_or_else(|| broken_row(WHAT, table))?;
        Ok(Remembered {
            row: OldRow::new(table, id),
            key,
            subject,
            brought,
        })
    };
    rows.into_iter().map(parse).collect()
}
