//! Values of collection as JSON columns.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use domain::collection::{
    Arrival, ArrivalDryRun, ArrivalFile, ArrivalId, BrowserConfig, FolderConfig, SecretHeader, SourceConfig,
    SourceKind, Step, StepState, UrlConfig,
};
use domain::production::ProductionId;
use domain::upload::UploadId;
use ports::driven::collection::OriginFile;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{ARRIVAL, RUN, SOURCE};
use crate::errors::{Work, broken_row};
use crate::production_rows::parse_code;
use crate::stored::{
    counts_from_json, counts_to_json, diagnostics_from_json, diagnostics_to_json, facts_from_json, facts_to_json,
};

fn read<T: for<'de> Deserialize<'de>>(what: &'static str, json: Value) -> Work<T> {
    serde_json::from_value(json).map_err(|error| broken_row(what, error))
}

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("plain texts and numbers")
}

#[derive(Serialize, Deserialize)]
struct StoredFolder {
    root: String,
    path: Option<String>,
    patterns: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StoredUrl {
    url: String,
    file_name: Option<String>,
    secret_header: Option<StoredHeader>,
}

#[derive(Serialize, Deserialize)]
struct StoredHeader {
    name: String,
    secret: String,
}

#[derive(Serialize, Deserialize)]
struct StoredBrowser {
    recipe: String,
    params: BTreeMap<String, String>,
}

/// Where a source gets its files from; names of secrets only.
pub(super) fn config_to_json(config: &SourceConfig) -> Value {
    match config {
        SourceConfig::Folder(of) => written(&StoredFolder {
            root: of.root.to_string(),
            path: of.path.clone(),
            patterns: of.patterns.clone(),
        }),
        SourceConfig::Url(of) => written(&StoredUrl {
            url: of.url.clone(),
            file_name: of.file_name.clone(),
            secret_header: of.secret_header.as_ref().map(|header| StoredHeader {
                name: header.name.clone(),
                secret: header.secret.to_string(),
            }),
        }),
        SourceConfig::Browser(of) => written(&StoredBrowser {
            recipe: of.recipe.to_string(),
            params: of.params.clone(),
        }),
    }
}

/// Reads where a source gets its files from.
pub(super) fn config_from_json(kind: SourceKind, json: Value) -> Work<SourceConfig> {
    Ok(match kind {
        SourceKind::Folder => {
            let of: StoredFolder = read(SOURCE, json)?;
            SourceConfig::Folder(FolderConfig {
                root: of.root.parse().map_err(|error| broken_row(SOURCE, error))?,
                path: of.path,
                patterns: of.patterns,
            })
        }
        SourceKind::Url => {
            let of: StoredUrl = read(SOURCE, json)?;
            let header = of.secret_header.map(|header| {
                let secret = header.secret.parse().map_err(|error| broken_row(SOURCE, error))?;
                Work::Ok(SecretHeader {
                    name: header.name,
                    secret,
                })
            });
            SourceConfig::Url(UrlConfig {
                url: of.url,
                file_name: of.file_name,
                secret_header: header.transpose()?,
            })
        }
        SourceKind::Browser => {
            let of: StoredBrowser = read(SOURCE, json)?;
            SourceConfig::Browser(BrowserConfig {
                recipe: of.recipe.parse().map_err(|error| broken_row(SOURCE, error))?,
                params: of.params,
            })
        }
    })
}

#[derive(Serialize, Deserialize)]
struct StoredStep {
    index: u32,
    kind: String,
    note: Option<String>,
    state: String,
    ms: u32,
    detail: Option<String>,
    picture: bool,
    page: bool,
}

/// What became of the steps of a recipe.
pub(super) fn steps_to_json<'a>(steps: impl Iterator<Item = &'a Step>) -> Value {
    let stored = steps.map(|step| {
        written(&StoredStep {
            index: step.index,
            kind: step.kind.clone(),
            note: step.note.clone(),
            state: step.state.code().to_owned(),
            ms: step.took_ms,
            detail: step.detail.clone(),
            picture: step.has_picture,
            page: step.has_page,
        })
    });
    stored.collect()
}

/// Reads what became of the steps of a recipe.
pub(super) fn steps_from_json(json: Value) -> Work<Vec<Step>> {
    let stored: Vec<StoredStep> = read(RUN, json)?;
    let step = |of: StoredStep| {
        let state = StepState::ALL.into_iter().find(|state| state.code() == of.state);
        Ok(Step {
            index: of.index,
            kind: of.kind,
            note: of.note,
            state: state.ok_or_else(|| broken_row(RUN, "an unknown state of a step"))?,
            took_ms: of.ms,
            detail: of.detail,
            has_picture: of.picture,
            has_page: of.page,
        })
    };
    stored.into_iter().map(step).collect()
}

#[derive(Serialize, Deserialize)]
struct StoredFile {
    name: String,
    sha256: String,
    size: i64,
}

/// The files of an arrival.
pub(super) fn files_to_json(files: &[ArrivalFile]) -> Value {
    let stored = files.iter().map(|file| {
        written(&StoredFile {
            name: file.file_name.clone(),
            sha256: file.sha256.to_string(),
            size: file.size_bytes,
        })
    });
    stored.collect()
}

/// Reads the files of an arrival.
pub(super) fn files_from_json(json: Value) -> Work<Vec<ArrivalFile>> {
    let stored: Vec<StoredFile> = read(ARRIVAL, json)?;
    let file = |of: StoredFile| {
        Ok(ArrivalFile {
            file_name: of.name,
            sha256: of.sha256.parse().map_err(|error| broken_row(ARRIVAL, error))?,
            size_bytes: of.size,
        })
    };
    stored.into_iter().map(file).collect()
}

#[derive(Serialize, Deserialize)]
struct StoredOrigin {
    /// Names need not be texts: byte for byte, in hexadecimal.
    name: String,
    size: u64,
    modified_ns: i64,
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn bytes_of(text: &str) -> Work<Vec<u8>> {
    let digits = text.as_bytes().chunks(2);
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).map_err(|error| broken_row(ARRIVAL, error))?;
        u8::from_str_radix(pair, 16).map_err(|error| broken_row(ARRIVAL, error))
    };
    digits.map(byte).collect()
}

/// A text without what PostgreSQL keeps in none.
pub(super) fn storable_text(text: &str) -> String {
    text.replace('\0', "")
}

/// The same of several.
pub(super) fn storable_texts(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| storable_text(text)).collect()
}

/// The same of all texts of a document.
pub(super) fn storable(json: Value) -> Value {
    match json {
        Value::String(text) => Value::String(storable_text(&text)),
        Value::Array(items) => items.into_iter().map(storable).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(key, value)| (storable_text(&key), storable(value)))
                .collect(),
        ),
        plain => plain,
    }
}

/// The files of an arrival as they lay in their folder, and the same as one text; `None` of others.
pub(super) fn origin_to_json(files: &[OriginFile]) -> Option<(Value, String)> {
    let stored = files.iter().map(|file| StoredOrigin {
        name: hexadecimal(&file.disk_name),
        size: file.size_bytes,
        modified_ns: file.modified_ns,
    });
    let stored: Vec<_> = stored.collect();
    let key: Vec<_> = stored
        .iter()
        .map(|file| format!("{} {} {}", file.name, file.size, file.modified_ns))
        .collect();
    (!stored.is_empty()).then(|| (written(&stored), key.join(",")))
}

/// Reads the files of an arrival as they lay in their folder.
pub(super) fn origin_from_json(json: Value) -> Work<Vec<OriginFile>> {
    let stored: Vec<StoredOrigin> = read(ARRIVAL, json)?;
    let file = |of: StoredOrigin| {
        Ok(OriginFile {
            disk_name: bytes_of(&of.name)?,
            size_bytes: of.size,
            modified_ns: of.modified_ns,
        })
    };
    stored.into_iter().map(file).collect()
}

#[derive(Serialize, Deserialize)]
struct StoredDryRun {
    kind: String,
    diagnostics: Value,
    facts: Option<Value>,
    current_facts: Option<Value>,
    replaces: Option<Uuid>,
    becomes_current: bool,
}

/// What an upload would do.
pub(super) fn dry_run_to_json(of: &ArrivalDryRun) -> Value {
    written(&StoredDryRun {
        kind: of.kind.code().to_owned(),
        diagnostics: diagnostics_to_json(&of.diagnostics),
        facts: of.facts.as_ref().map(facts_to_json),
        current_facts: of.current_facts.as_ref().map(facts_to_json),
        replaces: of.replaces.map(|id| id.0),
        becomes_current: of.becomes_current,
    })
}

/// Reads what an upload would do.
pub(super) fn dry_run_from_json(json: Value) -> Work<ArrivalDryRun> {
    let of: StoredDryRun = read(ARRIVAL, json)?;
    Ok(ArrivalDryRun {
        kind: of.kind.parse().map_err(|error| broken_row(ARRIVAL, error))?,
        diagnostics: diagnostics_from_json(of.diagnostics)?,
        facts: of.facts.map(facts_from_json).transpose()?,
        current_facts: of.current_facts.map(facts_from_json).transpose()?,
        replaces: of.replaces.map(UploadId),
        becomes_current: of.becomes_current,
    })
}

/// An arrival that would come of a dry run: what is not told by its run.
#[derive(Serialize, Deserialize)]
struct StoredWouldBe {
    id: Uuid,
    files: Value,
    state: String,
    code: Option<String>,
    production_id: Option<Uuid>,
    production_code: Option<String>,
    record_date: Option<NaiveDate>,
    upload_id: Option<Uuid>,
    held_for: Vec<String>,
    diagnostics: Value,
    diagnostic_counts: Value,
    dry_run: Option<Value>,
    at: DateTime<Utc>,
}

/// What would come of a dry run.
pub(super) fn would_be_to_json(arrivals: &[Arrival]) -> Value {
    let stored = arrivals.iter().map(|of| {
        written(&StoredWouldBe {
            id: of.id.0,
            files: files_to_json(&of.files),
            state: of.state.code().to_owned(),
            code: of.code.clone(),
            production_id: of.production_id.map(|id| id.0),
            production_code: of.production_code.as_ref().map(ToString::to_string),
            record_date: of.record_date,
            upload_id: of.upload_id.map(|id| id.0),
            held_for: of.held_for.iter().map(|reason| reason.code().to_owned()).collect(),
            diagnostics: diagnostics_to_json(&of.diagnostics),
            diagnostic_counts: counts_to_json(&of.diagnostic_counts),
            dry_run: of.dry_run.as_ref().map(dry_run_to_json),
            at: of.at,
        })
    });
    stored.collect()
}

/// Reads what would come of a dry run; what its run tells is to be filled in.
pub(super) fn would_be_from_json(json: Value) -> Work<Vec<Arrival>> {
    let stored: Vec<StoredWouldBe> = read(RUN, json)?;
    let arrival = |of: StoredWouldBe| {
        let reason = |word: String| word.parse().map_err(|error| broken_row(ARRIVAL, error));
        Ok(Arrival {
            id: ArrivalId(of.id),
            source: None,
            source_name: String::new(),
            run: None,
            files: files_from_json(of.files)?,
            state: of.state.parse().map_err(|error| broken_row(ARRIVAL, error))?,
            code: of.code,
            production_id: of.production_id.map(ProductionId),
            production_code: of.production_code.as_deref().map(parse_code).transpose()?,
            record_date: of.record_date,
            upload_id: of.upload_id.map(UploadId),
            held_for: of.held_for.into_iter().map(reason).collect::<Work<_>>()?,
            diagnostics: diagnostics_from_json(of.diagnostics)?,
            diagnostic_counts: counts_from_json(of.diagnostic_counts)?,
            dry_run: of.dry_run.map(dry_run_from_json).transpose()?,
            at: of.at,
            decided_by: None,
            decided_at: None,
            reason: None,
        })
    };
    stored.into_iter().map(arrival).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_kept_byte_for_byte() {
        let file = OriginFile {
            disk_name: vec![0xB0, 0xA1, b'.', 0xFF],
            size_bytes: 7,
            modified_ns: -3,
        };
        let (json, key) = origin_to_json(std::slice::from_ref(&file)).unwrap();
        assert_eq!(key, "b0a12eff 7 -3");
        assert_eq!(origin_from_json(json).unwrap(), [file]);
        assert!(origin_to_json(&[]).is_none());
    }

    #[test]
    fn a_configuration_is_read_as_it_is_written() {
        let configs = [
            SourceConfig::Folder(FolderConfig {
                root: "inbox".parse().unwrap(),
                path: Some("하위/폴더".to_owned()),
                patterns: vec!["*.xls".to_owned()],
            }),
            SourceConfig::Url(UrlConfig {
                url: "https://example.com/a".to_owned(),
                file_name: None,
                secret_header: Some(SecretHeader {
                    name: "X-Token".to_owned(),
                    secret: "TOKEN".parse().unwrap(),
                }),
            }),
            SourceConfig::Browser(BrowserConfig {
                recipe: "site".parse().unwrap(),
                params: [("show".to_owned(), "달빛".to_owned())].into(),
            }),
        ];
        for config in configs {
            assert_eq!(
                config_from_json(config.kind(), config_to_json(&config)).unwrap(),
                config
            );
        }
    }
}
