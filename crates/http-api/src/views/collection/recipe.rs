use ports::driven::collection::RecipeVersion;
use ports::driving::collection::RecipeView as Recipe;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::told;
use crate::views::person::UserNameView;

/// The steps through a site.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecipeView {
    #[schema(example = "haneul-ticket")]
    name: String,
    #[schema(example = "하늘티켓 파트너센터")]
    title: String,
    /// Its newest version; 0 of one that was only checked.
    #[schema(minimum = 0)]
    version: i32,
    /// Hosts that its pages may load from, as the text has them.
    hosts: Vec<String>,
    /// Parameters that a source gives.
    params: Vec<String>,
    /// Names of the secrets that it types.
    secrets: Vec<String>,
    /// TOML.
    text: String,
    /// Names of the sources that walk it.
    used_by: Vec<String>,
}

impl From<Recipe> for RecipeView {
    fn from(of: Recipe) -> Self {
        Self {
            name: of.name.to_string(),
            title: of.title,
            version: of.version,
            hosts: of.hosts,
            params: of.params,
            secrets: of.secrets.iter().map(ToString::to_string).collect(),
            text: of.text,
            used_by: of.used_by,
        }
    }
}

/// A text to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRecipe {
    /// TOML.
    #[schema(max_length = 100_000)]
    pub(crate) text: String,
}

/// Whether a recipe is only checked.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RecipeQuery {
    /// Says whether the text could be saved, and keeps nothing.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) check: bool,
}

/// One version of a recipe.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecipeVersionView {
    #[schema(minimum = 1)]
    version: i32,
    text: String,
    #[schema(format = DateTime)]
    saved_at: String,
    saved_by: Option<UserNameView>,
}

impl From<RecipeVersion> for RecipeVersionView {
    fn from(of: RecipeVersion) -> Self {
        Self {
            version: of.version,
            text: of.text,
            saved_at: told(of.saved_at),
            saved_by: of.saved_by.map(UserNameView::from),
        }
    }
}
