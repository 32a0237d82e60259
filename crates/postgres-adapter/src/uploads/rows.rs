//! Uploads as rows.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use domain::access::Visible;
use domain::collection::{SourceId, SourceMark};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::upload::{OriginalFile, Sha256, Upload, UploadId, UploadKind};
use ports::driven::{UploadQuery, UploadSort};
use ports::paging::{Order, Page};
use serde_json::Value;
use uuid::Uuid;

use super::WHAT;
use crate::errors::{Work, broken_row};
use crate::like::contains;
use crate::production_rows::parse_code;
use crate::schema::{account, production, upload, upload_file};
use crate::stored::{counts_from_json, diagnostics_from_json, facts_from_json, recognised_from_json};

/// Whether reports read the upload's snapshot: live, with its rows, and none of its production and kind has a later record
/// date.
const IS_CURRENT: &str = "(upload.status = 'completed' AND upload.evicted_at IS NULL AND NOT EXISTS (
    SELECT FROM upload later
    WHERE later.production_id = upload.production_id AND later.kind = upload.kind AND later.status = 'completed'
      AND later.evicted_at IS NULL AND later.record_date > upload.record_date))";

#[derive(Queryable)]
struct UploadRow {
    id: Uuid,
    kind: String,
    production_id: Uuid,
    production_code: String,
    record_date: NaiveDate,
    status: String,
    uploaded_by: Option<Uuid>,
    uploader_name: Option<String>,
    uploaded_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    diagnostic_counts: Value,
    facts: Option<Value>,
    current: bool,
    is_labelled: bool,
    is_decrypted: bool,
    source_id: Option<Uuid>,
    source_name: Option<String>,
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = upload_file, check_for_backend(diesel::pg::Pg))]
pub(super) struct FileRow {
    upload_id: Uuid,
    part: i16,
    file_name: String,
    sha256: Vec<u8>,
    size_bytes: i64,
}

impl FileRow {
    pub(super) fn new(id: UploadId, part: i16, file: &OriginalFile) -> Self {
        Self {
            upload_id: id.0,
            part,
            file_name: file.file_name.clone(),
            sha256: file.sha256.0.to_vec(),
            size_bytes: file.size_bytes,
        }
    }
}

impl TryFrom<FileRow> for OriginalFile {
    type Error = crate::errors::WorkError;

    fn try_from(row: FileRow) -> Work<Self> {
        let sha256 = row
            .sha256
            .try_into()
            .map_err(|_| broken_row(WHAT, "a SHA-256 has 32 bytes"))?;
        Ok(Self {
            file_name: row.file_name,
            sha256: Sha256(sha256),
            size_bytes: row.size_bytes,
        })
    }
}

type Columns = (
    upload::id,
    upload::kind,
    upload::production_id,
    production::code,
    upload::record_date,
    upload::status,
    upload::uploaded_by,
    diesel::dsl::Nullable<account::name>,
    upload::uploaded_at,
    upload::finished_at,
    upload::diagnostic_counts,
    upload::facts,
    diesel::expression::SqlLiteral<Bool>,
    diesel::dsl::IsNotNull<upload::recognised>,
    upload::decrypted,
    upload::source_id,
    upload::source_name,
);

fn columns() -> Columns {
    (
        upload::id,
        upload::kind,
        upload::production_id,
        production::code,
        upload::record_date,
        upload::status,
        upload::uploaded_by,
        account::name.nullable(),
        upload::uploaded_at,
        upload::finished_at,
        upload::diagnostic_counts,
        upload::facts,
        sql(IS_CURRENT),
        upload::recognised.is_not_null(),
        upload::decrypted,
        upload::source_id,
        upload::source_name,
    )
}

/// What only one upload by itself tells: findings, and what its headings were taken for.
#[derive(Queryable)]
struct Details {
    diagnostics: Value,
    recognised: Option<Value>,
}

impl Details {
    /// Those of an upload in a list.
    fn none() -> Self {
        Self {
            diagnostics: Value::Array(Vec::new()),
            recognised: None,
        }
    }
}

/// The kind of an upload.
pub(super) fn parse_kind(code: &str) -> Work<UploadKind> {
    code.parse().map_err(|error| broken_row(WHAT, error))
}

fn to_upload(row: UploadRow, files: Vec<OriginalFile>, details: Details) -> Work<Upload> {
    Ok(Upload {
        id: UploadId(row.id),
        kind: parse_kind(&row.kind)?,
        production_id: ProductionId(row.production_id),
        production_code: parse_code(&row.production_code)?,
        record_date: row.record_date,
        files,
        uploaded_by: row.uploaded_by.map(|id| UserName {
            id: UserId(id),
            name: row.uploader_name.unwrap_or_default(),
        }),
        uploaded_at: row.uploaded_at,
        finished_at: row.finished_at,
        status: row.status.parse().map_err(|error| broken_row(WHAT, error))?,
        current: row.current,
        diagnostics: diagnostics_from_json(details.diagnostics)?,
        diagnostic_counts: counts_from_json(row.diagnostic_counts)?,
        facts: row.facts.map(facts_from_json).transpose()?,
        is_labelled: row.is_labelled,
        is_decrypted: row.is_decrypted,
        recognised: details.recognised.map(recognised_from_json).transpose()?,
        source: row.source_name.map(|name| SourceMark {
            id: row.source_id.map(SourceId),
            name,
        }),
    })
}

/// One upload with its findings.
pub(super) fn find(connection: &mut PgConnection, id: UploadId) -> Work<Option<Upload>> {
    let found = upload::table
        .inner_join(production::table)
        .left_join(account::table)
        .filter(upload::id.eq(id.0));
    let row = found
        .select((columns(), (upload::diagnostics, upload::recognised)))
        .first::<(UploadRow, Details)>(connection)
        .optional()?;
    let Some((row, details)) = row else { return Ok(None) };
    let files = upload_file::table
        .filter(upload_file::upload_id.eq(id.0))
        .order(upload_file::part);
    let files = files.select(FileRow::as_select()).load(connection)?;
    let files = files.into_iter().map(OriginalFile::try_from).collect::<Work<_>>()?;
    to_upload(row, files, details).map(Some)
}

/// One upload that is known to be there.
pub(super) fn find_existing(connection: &mut PgConnection, id: UploadId) -> Work<Upload> {
    find(connection, id)?.ok_or_else(|| broken_row(WHAT, "an upload that was just written is gone"))
}

/// One page of uploads, without their findings.
pub(super) fn list(connection: &mut PgConnection, query: &UploadQuery) -> Work<Page<Upload>> {
    let filtered = || {
        let mut rows = upload::table
            .inner_join(production::table)
            .left_join(account::table)
            .into_boxed();
        if let Visible::Only(ids) = &query.visible {
            rows = rows.filter(upload::production_id.eq_any(ids.iter().map(|id| id.0).collect::<Vec<_>>()));
        }
        if let Some(id) = query.production_id {
            rows = rows.filter(upload::production_id.eq(id.0));
        }
        if let Some(record_date) = query.record_date {
            rows = rows.filter(upload::record_date.eq(record_date));
        }
        if let Some(kind) = query.kind {
            rows = rows.filter(upload::kind.eq(kind.code()));
        }
        if let Some(status) = query.status {
            rows = rows.filter(upload::status.eq(status.code()));
        }
        if let Some(text) = &query.text {
            let named = upload_file::table
                .filter(upload_file::upload_id.eq(upload::id))
                .filter(upload_file::file_name.ilike(contains(text)));
            rows = rows.filter(diesel::dsl::exists(named));
        }
        rows
    };
    let total = filtered().count().get_result(connection)?;
    let first_file = "(SELECT file_name FROM upload_file WHERE upload_id = upload.id AND part = 1)";
    let mut rows = filtered().select(columns());
    macro_rules! sorted {
        ($column:expr) => {
            match query.order {
                Order::Ascending => rows.order($column.asc()).then_order_by(upload::accepted_no.asc()),
                Order::Descending => rows
                    .order($column.desc())
                    .then_order_by(upload::accepted_no.desc()),
            }
        };
    }
    rows = match query.sort {
        UploadSort::UploadedAt => sorted!(upload::accepted_no),
        UploadSort::RecordDate => sorted!(upload::record_date),
        UploadSort::FileName => sorted!(sql::<diesel::sql_types::Text>(first_file)),
        UploadSort::Status => sorted!(upload::status),
    };
    let rows = rows
        .offset(query.paging.offset())
        .limit(i64::from(query.paging.per_page));
    let rows: Vec<UploadRow> = rows.load(connection)?;
    let mut files = files_of(connection, rows.iter().map(|row| row.id).collect())?;
    let items = rows
        .into_iter()
        .map(|row| {
            let files = files.remove(&row.id).unwrap_or_default();
            to_upload(row, files, Details::none())
        })
        .collect::<Work<_>>()?;
    Ok(Page { items, total })
}

pub(super) fn files_of(connection: &mut PgConnection, ids: Vec<Uuid>) -> Work<HashMap<Uuid, Vec<OriginalFile>>> {
    let rows = upload_file::table
        .filter(upload_file::upload_id.eq_any(ids))
        .order(upload_file::part);
    let mut files = HashMap::<Uuid, Vec<OriginalFile>>::new();
    for row in rows.select(FileRow::as_select()).load(connection)? {
        files.entry(row.upload_id).or_default().push(row.try_into()?);
    }
    Ok(files)
}
