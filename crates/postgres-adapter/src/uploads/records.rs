//! What stands beside the originals of uploads.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::collection::{SourceId, SourceMark};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::upload::{UploadId, UploadStatus};
use ports::driven::UploadRecord;
use uuid::Uuid;

use super::rows::{files_of, parse_kind};
use crate::errors::Work;
use crate::production_rows::parse_code;
use crate::schema::{account, production, upload, upload_file};

#[derive(Queryable)]
struct Row {
    id: Uuid,
    accepted_no: i64,
    kind: String,
    production_id: Uuid,
    production_code: String,
    record_date: NaiveDate,
    status: String,
    is_decrypted: bool,
    uploaded_by: Option<Uuid>,
    uploader_name: Option<String>,
    uploaded_at: DateTime<Utc>,
    source_id: Option<Uuid>,
    source_name: Option<String>,
}

type Columns = (
    upload::id,
    upload::accepted_no,
    upload::kind,
    upload::production_id,
    production::code,
    upload::record_date,
    upload::status,
    upload::decrypted,
    upload::uploaded_by,
    diesel::dsl::Nullable<account::name>,
    upload::uploaded_at,
    upload::source_id,
    upload::source_name,
);

fn columns() -> Columns {
    (
        upload::id,
        upload::accepted_no,
        upload::kind,
        upload::production_id,
        production::code,
        upload::record_date,
        upload::status,
        upload::decrypted,
        upload::uploaded_by,
        account::name.nullable(),
        upload::uploaded_at,
        upload::source_id,
        upload::source_name,
    )
}

/// The record of one upload.
pub(super) fn find(connection: &mut PgConnection, id: UploadId) -> Work<Option<UploadRecord>> {
    let found = upload::table
        .inner_join(production::table)
        .left_join(account::table)
        .filter(upload::id.eq(id.0));
    let row: Option<Row> = found.select(columns()).first(connection).optional()?;
    Ok(to_records(connection, row.into_iter().collect())?.pop())
}

/// The records of all uploads that have an original whose hash begins with this byte, in the order of acceptance.
pub(super) fn beginning_with(connection: &mut PgConnection, first: u8) -> Work<Vec<UploadRecord>> {
    let mut part = upload_file::table
        .filter(upload_file::sha256.ge(vec![first]))
        .select(upload_file::upload_id)
        .into_boxed();
    if let Some(next) = first.checked_add(1) {
        part = part.filter(upload_file::sha256.lt(vec![next]));
    }
    let found = upload::table
        .inner_join(production::table)
        .left_join(account::table)
        .filter(upload::id.eq_any(part))
        .order(upload::accepted_no);
    let rows: Vec<Row> = found.select(columns()).load(connection)?;
    to_records(connection, rows)
}

fn to_records(connection: &mut PgConnection, rows: Vec<Row>) -> Work<Vec<UploadRecord>> {
    let mut files = files_of(connection, rows.iter().map(|row| row.id).collect())?;
    let record = |row: Row| {
        Ok(UploadRecord {
            id: UploadId(row.id),
            accepted_no: row.accepted_no,
            kind: parse_kind(&row.kind)?,
            production_id: ProductionId(row.production_id),
            production_code: parse_code(&row.production_code)?,
            record_date: row.record_date,
            files: files.remove(&row.id).unwrap_or_default(),
            is_decrypted: row.is_decrypted,
            uploaded_by: row.uploaded_by.map(|id| UserName {
                id: UserId(id),
                name: row.uploader_name.unwrap_or_default(),
            }),
            source: row.source_name.map(|name| SourceMark {
                id: row.source_id.map(SourceId),
                name,
            }),
            uploaded_at: row.uploaded_at,
            is_withdrawn: row.status == UploadStatus::Withdrawn.code(),
        })
    };
    rows.into_iter().map(record).collect()
}
