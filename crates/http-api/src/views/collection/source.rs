use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::collection::{
    BrowserConfig, Confirm, FolderConfig, RecordDateRule, SecretHeader, SecretName, SourceConfig, SourceKind, UrlConfig,
};
use domain::production::ProductionId;
use domain::schedule::{Cron, clean_cron};
use domain::validation::{Breach, Field};
use ports::driven::Patch;
use ports::driving::collection::SourceChange;
use ports::driving::collection::{NewSource as NewSourceRequest, SourceView as Standing};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{CollectionMessageView, CollectionRunView, told};
use crate::extract::{Day, patched, required};
use crate::problem::ApiError;

/// Where a source gets its files from, by its kind.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum SourceConfigView {
    /// Of `folder`.
    Folder(FolderConfigView),
    /// Of `url`.
    Url(UrlConfigView),
    /// Of `browser`.
    Browser(BrowserConfigView),
}

/// A folder of the server.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FolderConfigView {
    /// Its name in the configuration.
    #[schema(example = "inbox")]
    root: String,
    /// The folder below it.
    #[schema(example = "하늘티켓")]
    path: Option<String>,
    /// Names of files, with `*` and `?`, without case; empty: those of workbooks.
    #[schema(example = json!(["*판매*.xlsx"]))]
    patterns: Vec<String>,
}

/// One address.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UrlConfigView {
    /// As it was typed.
    url: String,
    /// The address that is really asked: share links lead to pages.
    effective_url: Option<String>,
    /// The name of the file where its server gives none.
    file_name: Option<String>,
    secret_header: Option<SecretHeaderView>,
}

/// A header whose value is a secret of the configuration; sent to the first host only.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SecretHeaderView {
    /// Name of the header.
    #[schema(example = "X-Token")]
    name: String,
    /// Name of the secret.
    #[schema(example = "FILE_TOKEN")]
    secret: String,
}

/// A site, and the recipe through it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BrowserConfigView {
    /// Name of the recipe.
    #[schema(example = "haneul-ticket")]
    recipe: String,
    /// Values for its parameters.
    params: BTreeMap<String, String>,
}

/// A folder of the server, as a request has it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFolderConfig {
    /// Its name in the configuration.
    #[schema(example = "inbox", max_length = 40)]
    root: String,
    /// The folder below it.
    #[schema(example = "하늘티켓", max_length = 200)]
    #[serde(default)]
    path: Option<String>,
    /// Names of files, with `*` and `?`, without case; empty: those of workbooks.
    #[schema(example = json!(["*판매*.xlsx"]), max_items = 20)]
    #[serde(default)]
    patterns: Vec<String>,
}

/// One address, as a request has it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewUrlConfig {
    /// `https`; plain `http` only within the networks of the configuration.
    #[schema(example = "https://share.example.com/sales.xlsx", max_length = 2000)]
    url: String,
    /// The name of the file where its server gives none.
    #[schema(max_length = 200)]
    #[serde(default)]
    file_name: Option<String>,
    #[serde(default)]
    secret_header: Option<NewSecretHeader>,
    /// As answered; not looked at.
    #[serde(default, rename = "effectiveUrl")]
    _effective_url: Option<String>,
}

/// A header whose value is a secret of the configuration.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSecretHeader {
    /// Name of the header.
    #[schema(example = "X-Token", max_length = 100)]
    name: String,
    /// Name of the secret.
    #[schema(example = "FILE_TOKEN", max_length = 60)]
    secret: String,
}

/// A site and the recipe through it, as a request has it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewBrowserConfig {
    /// Name of the recipe.
    #[schema(example = "haneul-ticket", max_length = 40)]
    recipe: String,
    /// Values for its parameters.
    #[serde(default)]
    params: BTreeMap<String, String>,
}

/// Where a source gets its files from, as a request has it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "stands for the three in the OpenAPI document only")]
pub(crate) enum NewSourceConfig {
    /// Of `folder`.
    Folder(NewFolderConfig),
    /// Of `url`.
    Url(NewUrlConfig),
    /// Of `browser`.
    Browser(NewBrowserConfig),
}

/// Something that figures come from by themselves.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SourceView {
    id: Uuid,
    #[schema(example = "받은 파일")]
    name: String,
    /// `folder`, `url` or `browser`.
    #[schema(example = "folder")]
    kind: &'static str,
    /// Whose figures it brings; `null`: the code in the file name says.
    production_id: Option<Uuid>,
    /// How the record date is found: `file_name`, `name_tail`, `yesterday` or `today`.
    #[schema(example = "file_name")]
    record_date: &'static str,
    /// When: minute, hour, day of the month, month, weekday, in Asia/Seoul; `null`: by hand, and of a folder when a file is
    /// put there.
    #[schema(example = "30 9 * * *")]
    schedule: Option<String>,
    active: bool,
    /// What waits for somebody's yes: `serious`, `always` or `never`.
    #[schema(example = "serious")]
    confirm: &'static str,
    /// Name of the secret that opens locked workbooks.
    password_secret: Option<String>,
    config: SourceConfigView,
    /// `paused`, `running`, `stopped` (a person must act), `blocked`, `failing` or `ready`.
    #[schema(example = "ready")]
    state: &'static str,
    /// Why.
    #[schema(example = "login_failed")]
    code: Option<&'static str>,
    /// What happened and what to do.
    message: Option<CollectionMessageView>,
    /// Of `blocked`: until when.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// Its last run that was no dry run.
    last_run: Option<CollectionRunView>,
    #[schema(format = DateTime)]
    last_success_at: Option<String>,
    #[schema(format = DateTime)]
    next_run_at: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    updated_at: String,
    /// Counts its changes.
    #[schema(minimum = 0)]
    revision: i64,
}

impl From<Standing> for SourceView {
    fn from(of: Standing) -> Self {
        let source = of.record.source;
        let (kind, config) = (source.kind(), source.config);
        let detail = of.record.last_run.as_ref().and_then(|run| run.detail.clone());
        let is_last = of.record.standing.last.and_then(|(_, code)| code) == of.code;
        let message = of
            .code
            .map(|code| CollectionMessageView::new(code, detail.as_deref().filter(|_| is_last)));
        Self {
            id: source.id.0,
            name: source.name,
            kind: kind.code(),
            production_id: source.production.map(|id| id.0),
            record_date: source.record_date.code(),
            schedule: source.schedule.as_ref().map(ToString::to_string),
            active: source.is_active,
            confirm: source.confirm.code(),
            password_secret: source.password_secret.as_ref().map(ToString::to_string),
            config: match config {
                SourceConfig::Folder(of) => SourceConfigView::Folder(FolderConfigView {
                    root: of.root.to_string(),
                    path: of.path,
                    patterns: of.patterns,
                }),
                SourceConfig::Url(url) => SourceConfigView::Url(UrlConfigView {
                    url: url.url,
                    effective_url: of.effective_url,
                    file_name: url.file_name,
                    secret_header: url.secret_header.map(|header| SecretHeaderView {
                        name: header.name,
                        secret: header.secret.to_string(),
                    }),
                }),
                SourceConfig::Browser(of) => SourceConfigView::Browser(BrowserConfigView {
                    recipe: of.recipe.to_string(),
                    params: of.params,
                }),
            },
            state: of.state.code(),
            code: of.code.map(domain::collection::RunCode::code),
            message,
            until: of.until.map(told),
            last_run: of.record.last_run.map(CollectionRunView::from),
            last_success_at: of.record.last_success_at.map(told),
            next_run_at: of.next_run_at.map(told),
            created_at: told(source.created_at),
            updated_at: told(source.updated_at),
            revision: source.revision,
        }
    }
}

/// A source to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewSource {
    #[schema(example = "받은 파일", min_length = 1, max_length = 80)]
    name: String,
    /// `folder`, `url` or `browser`; for good.
    #[schema(example = "folder")]
    kind: String,
    /// Whose figures it brings; `null`: the code in the file name says, and `recordDate` is `file_name`.
    #[serde(default)]
    production_id: Option<Uuid>,
    /// `file_name`, `name_tail`, `yesterday` or `today`.
    #[schema(example = "file_name")]
    record_date: String,
    /// At least 15 minutes between times, 60 of `browser`.
    #[schema(example = "30 9 * * *", max_length = 200)]
    #[serde(default)]
    schedule: Option<String>,
    /// Default: true.
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    active: Option<bool>,
    /// `serious` (default), `always` or `never`.
    #[schema(nullable = false, example = "serious")]
    #[serde(default, deserialize_with = "required")]
    confirm: Option<String>,
    /// Name of the secret that opens locked workbooks.
    #[schema(max_length = 60)]
    #[serde(default)]
    password_secret: Option<String>,
    #[schema(value_type = NewSourceConfig)]
    config: Value,
}

/// Changes to a source: a field left out stays, `null` clears it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangedSource {
    #[schema(nullable = false, min_length = 1, max_length = 80)]
    #[serde(default, deserialize_with = "required")]
    name: Option<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<Uuid>)]
    production_id: Patch<Uuid>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    record_date: Option<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 200)]
    schedule: Patch<String>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    active: Option<bool>,
    #[schema(nullable = false)]
    #[serde(default, deserialize_with = "required")]
    confirm: Option<String>,
    #[serde(default, deserialize_with = "patched")]
    #[schema(value_type = Option<String>, max_length = 60)]
    password_secret: Patch<String>,
    /// Whole, of the kind that the source has.
    #[schema(value_type = Option<NewSourceConfig>, nullable = false)]
    #[serde(default, deserialize_with = "required")]
    config: Option<Value>,
}

impl ChangedSource {
    /// The change of a source of this kind.
    pub(crate) fn of_kind(self, kind: SourceKind) -> Result<SourceChange, ApiError> {
        let patch = |of: Patch<String>| match of {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(text) => Patch::Set(text),
        };
        Ok(SourceChange {
            name: self.name,
            production: match self.production_id {
                Patch::Keep => Patch::Keep,
                Patch::Clear => Patch::Clear,
                Patch::Set(id) => Patch::Set(ProductionId(id)),
            },
            record_date: self.record_date.as_deref().map(record_date).transpose()?,
            schedule: match patch(self.schedule) {
                Patch::Keep => Patch::Keep,
                Patch::Clear => Patch::Clear,
                Patch::Set(text) => Patch::Set(cron(&text)?),
            },
            is_active: self.active,
            confirm: self.confirm.as_deref().map(confirm).transpose()?,
            password_secret: match patch(self.password_secret) {
                Patch::Keep => Patch::Keep,
                Patch::Clear => Patch::Clear,
                Patch::Set(text) => Patch::Set(secret(&text, "/passwordSecret")?),
            },
            config: self.config.map(|value| config(kind, value)).transpose()?,
        })
    }
}

impl TryFrom<NewSource> for NewSourceRequest {
    type Error = ApiError;

    fn try_from(new: NewSource) -> Result<Self, ApiError> {
        let kind: SourceKind = word(&new.kind, "/kind")?;
        Ok(Self {
            name: new.name,
            production: new.production_id.map(ProductionId),
            record_date: record_date(&new.record_date)?,
            schedule: new.schedule.as_deref().map(cron).transpose()?,
            is_active: new.active.unwrap_or(true),
            confirm: new
                .confirm
                .as_deref()
                .map(confirm)
                .transpose()?
                .unwrap_or(Confirm::Serious),
            password_secret: new
                .password_secret
                .as_deref()
                .map(|name| secret(name, "/passwordSecret"))
                .transpose()?,
            config: config(kind, new.config)?,
        })
    }
}

/// One word of a few.
fn word<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str, pointer: &str) -> Result<T, ApiError> {
    text.parse()
        .map_err(|error: T::Err| ApiError::invalid(pointer, "malformed", error.to_string()))
}

fn record_date(text: &str) -> Result<RecordDateRule, ApiError> {
    word(text, "/recordDate")
}

fn confirm(text: &str) -> Result<Confirm, ApiError> {
    word(text, "/confirm")
}

fn secret(text: &str, pointer: &str) -> Result<SecretName, ApiError> {
    word(text, pointer)
}

fn cron(text: &str) -> Result<Cron, ApiError> {
    clean_cron(text).map_err(|rule| vec![Breach::new(Field::Schedule, rule)].into())
}

fn config(kind: SourceKind, value: Value) -> Result<SourceConfig, ApiError> {
    fn read<T: DeserializeOwned>(value: Value) -> Result<T, ApiError> {
        if !value.is_object() {
            return Err(ApiError::invalid("/config", "malformed", "an object"));
        }
        serde_json::from_value(value).map_err(|error| ApiError::invalid("/config", "malformed", error.to_string()))
    }
    Ok(match kind {
        SourceKind::Folder => {
            let of: NewFolderConfig = read(value)?;
            SourceConfig::Folder(FolderConfig {
                root: word(&of.root, "/config/root")?,
                path: of.path,
                patterns: of.patterns,
            })
        }
        SourceKind::Url => {
            let of: NewUrlConfig = read(value)?;
            let header = |header: NewSecretHeader| {
                Ok::<_, ApiError>(SecretHeader {
                    name: header.name,
                    secret: secret(&header.secret, "/config/secretHeader/secret")?,
                })
            };
            SourceConfig::Url(UrlConfig {
                url: of.url,
                file_name: of.file_name,
                secret_header: of.secret_header.map(header).transpose()?,
            })
        }
        SourceKind::Browser => {
            let of: NewBrowserConfig = read(value)?;
            SourceConfig::Browser(BrowserConfig {
                recipe: word(&of.recipe, "/config/recipe")?,
                params: of.params,
            })
        }
    })
}

/// How a run by hand differs.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RunForm {
    /// Of `yesterday` and `today`: another day.
    #[serde(default)]
    record_date: Option<Day>,
}

impl RunForm {
    /// The day that is asked for.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.record_date.map(|day| day.0)
    }
}
