//! What stands beside originals: one record for an upload, and one more when it is withdrawn.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use domain::collection::{SourceId, SourceMark};
use domain::people::{UserId, UserName};
use domain::production::ProductionId;
use domain::upload::{OriginalFile, Sha256, UploadId, UploadKind};
use ports::driven::UploadRecord;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A record, as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    upload_id: Uuid,
    accepted_no: i64,
    /// Records of sales have none, as those of releases that knew nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    production_id: Uuid,
    production_code: String,
    record_date: NaiveDate,
    files: Vec<WrittenFile>,
    decrypted: bool,
    uploaded_by: Option<WrittenUser>,
    /// Records of what people sent have none, as those of releases that collected nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<WrittenSource>,
    uploaded_at: DateTime<Utc>,
    withdrawn: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenFile {
    name: String,
    sha256: String,
    size_bytes: i64,
}

#[derive(Serialize, Deserialize)]
struct WrittenUser {
    id: Uuid,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct WrittenSource {
    id: Option<Uuid>,
    name: String,
}

impl From<&UploadRecord> for Written {
    fn from(record: &UploadRecord) -> Self {
        let file = |file: &OriginalFile| WrittenFile {
            name: file.file_name.clone(),
            sha256: file.sha256.to_string(),
            size_bytes: file.size_bytes,
        };
        Self {
            upload_id: record.id.0,
            accepted_no: record.accepted_no,
            kind: (record.kind != UploadKind::Sales).then(|| record.kind.code().to_owned()),
            production_id: record.production_id.0,
            production_code: record.production_code.to_string(),
            record_date: record.record_date,
            files: record.files.iter().map(file).collect(),
            decrypted: record.is_decrypted,
            uploaded_by: record.uploaded_by.as_ref().map(|user| WrittenUser {
                id: user.id.0,
                name: user.name.clone(),
            }),
            source: record.source.as_ref().map(|source| WrittenSource {
                id: source.id.map(|id| id.0),
                name: source.name.clone(),
            }),
            uploaded_at: record.uploaded_at,
            withdrawn: record.is_withdrawn,
        }
    }
}

impl TryFrom<Written> for UploadRecord {
    type Error = io::Error;

    fn try_from(written: Written) -> io::Result<Self> {
        let files = written.files.into_iter().map(|file| {
            Ok(OriginalFile {
                file_name: file.name,
                sha256: file.sha256.parse().map_err(io::Error::other)?,
                size_bytes: file.size_bytes,
            })
        });
        Ok(Self {
            id: UploadId(written.upload_id),
            accepted_no: written.accepted_no,
            kind: match written.kind {
                Some(kind) => kind.parse().map_err(io::Error::other)?,
                None => UploadKind::Sales,
            },
            production_id: ProductionId(written.production_id),
            production_code: written.production_code.parse().map_err(io::Error::other)?,
            record_date: written.record_date,
            files: files.collect::<io::Result<_>>()?,
            is_decrypted: written.decrypted,
            uploaded_by: written.uploaded_by.map(|user| UserName {
                id: UserId(user.id),
                name: user.name,
            }),
            source: written.source.map(|source| SourceMark {
                id: source.id.map(SourceId),
                name: source.name,
            }),
            uploaded_at: written.uploaded_at,
            is_withdrawn: written.withdrawn,
        })
    }
}

/// `abcdef….UPLOAD.json`, or `abcdef….UPLOAD.withdrawn.json`: neither ever changes, so servers need not take turns.
pub(crate) fn name(sha256: Sha256, record: &UploadRecord) -> String {
    let end = if record.is_withdrawn { "withdrawn.json" } else { "json" };
    format!("{sha256}.{}.{end}", record.id)
}

/// Whether a name in the store is a record's.
pub(crate) fn is_record(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "json")
}

/// A record as it is kept.
pub(crate) fn to_bytes(record: &UploadRecord) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(&Written::from(record))?)
}

fn from_bytes(bytes: &[u8]) -> io::Result<UploadRecord> {
    UploadRecord::try_from(serde_json::from_slice::<Written>(bytes)?)
}

/// Records as they are read: one per upload, withdrawn where any of it says so.
#[derive(Default)]
pub(crate) struct Read(BTreeMap<UploadId, UploadRecord>);

impl Read {
    /// One more, which was found there. One that cannot be read is as good as none, and is told.
    pub(crate) fn add(&mut self, place: &str, bytes: io::Result<impl AsRef<[u8]>>) {
        match bytes.and_then(|bytes| from_bytes(bytes.as_ref())) {
            Ok(record) => {
                let known = self.0.entry(record.id).or_insert_with(|| record.clone());
                known.is_withdrawn |= record.is_withdrawn;
            }
            Err(error) => tracing::warn!(place, %error, "The record beside an original cannot be read."),
        }
    }

    /// All of them.
    pub(crate) fn into_records(self) -> Vec<UploadRecord> {
        self.0.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// A record as it was written before anything was collected.
    fn old() -> Value {
        json!({
            "uploadId": Uuid::from_u128(7),
            "acceptedNo": 512,
            "productionId": Uuid::from_u128(1),
            "productionCode": "PL2612",
            "recordDate": "2026-11-19",
            "files": [{ "name": "20261119_PL2612.xlsx", "sha256": "07".repeat(32), "sizeBytes": 4 }],
            "decrypted": false,
            "uploadedBy": null,
            "uploadedAt": "2026-11-20T04:41:00Z",
            "withdrawn": false,
        })
    }

    fn read(record: &Value) -> UploadRecord {
        from_bytes(record.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn a_record_from_before_sources_is_read_and_written_as_it_was() {
        let record = read(&old());
        assert_eq!(record.source, None);
        let written: Value = serde_json::from_slice(&to_bytes(&record).unwrap()).unwrap();
        assert_eq!(written, old());
    }

    #[test]
    fn a_record_names_its_source_also_where_that_is_gone() {
        for (id, kept) in [
            (Some(SourceId(Uuid::from_u128(3))), json!(Uuid::from_u128(3))),
            (None, Value::Null),
        ] {
            let record = UploadRecord {
                source: Some(SourceMark {
                    id,
                    name: "받은 파일".to_owned(),
                }),
                ..read(&old())
            };
            let written: Value = serde_json::from_slice(&to_bytes(&record).unwrap()).unwrap();
            assert_eq!(written["source"], json!({ "id": kept, "name": "받은 파일" }));
            assert_eq!(read(&written), record);
        }
    }
}
