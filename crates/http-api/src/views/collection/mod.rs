//! Sources, their runs, what came, and recipes.

mod arrival;
mod options;
mod recipe;
mod run;
mod source;

pub(crate) use arrival::{ArrivalListQuery, ArrivalView, DiscardForm};
pub(crate) use options::OptionsView;
pub(crate) use recipe::{NewRecipe, RecipeQuery, RecipeVersionView, RecipeView};
pub(crate) use run::{CollectionRunDetailsView, CollectionRunListQuery, CollectionRunView};
pub(crate) use source::{ChangedSource, NewSource, RunForm, SourceView};

use chrono::{DateTime, Utc};
use domain::calendar::in_kst;
use domain::collection::{RunCode, SourceMark};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An instant as answers tell it.
fn told(at: DateTime<Utc>) -> String {
    in_kst(at).to_rfc3339()
}

/// The source that something was collected from.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SourceMarkView {
    /// `null` after it was deleted.
    id: Option<Uuid>,
    /// Its name by then.
    #[schema(example = "받은 파일")]
    name: String,
}

impl From<SourceMark> for SourceMarkView {
    fn from(source: SourceMark) -> Self {
        Self {
            id: source.id.map(|id| id.0),
            name: source.name,
        }
    }
}

/// What happened and what to do, in both languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CollectionMessageView {
    #[schema(example = "서버 설정(COLLECT_HOSTS)에 없는 호스트입니다.")]
    ko: String,
    #[schema(example = "The server's settings (COLLECT_HOSTS) do not name the host.")]
    en: String,
}

impl CollectionMessageView {
    /// Of a code, with what it was in particular.
    fn new(code: RunCode, detail: Option<&str>) -> Self {
        let with = |message: &str| match detail {
            Some(detail) => format!("{message} ({detail})"),
            None => message.to_owned(),
        };
        Self {
            ko: with(code.message_ko()),
            en: with(code.message_en()),
        }
    }
}
