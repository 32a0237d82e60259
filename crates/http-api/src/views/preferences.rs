use std::collections::BTreeMap;

use domain::preferences::{Preferences, SavedView, Wall};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::extract::Object;

/// A page of the web with its filters, columns and order, kept under a name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedViewBody {
    /// No two are called alike.
    #[schema(example = "지난달 뮤지컬", min_length = 1, max_length = 60)]
    name: String,
    /// Its address in the web.
    #[schema(example = "/plays/weekly?period=lastMonth", max_length = 1000, pattern = "^/")]
    path: String,
    /// Whether it stands in the menu.
    pinned: bool,
}

/// The pages that a screen on the wall shows in turn.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WallBody {
    /// Their addresses in the web.
    #[schema(max_items = 20)]
    paths: Vec<String>,
    /// How long each stays.
    #[schema(example = 20, minimum = 5, maximum = 600)]
    seconds: u32,
}

/// What somebody has chosen for oneself.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreferencesView {
    views: Vec<SavedViewBody>,
    /// The columns that are not shown, by table.
    hidden_columns: BTreeMap<String, Vec<String>>,
    #[schema(required = true)]
    wall: Option<WallBody>,
    /// The release whose news were seen last.
    #[schema(required = true)]
    seen_release: Option<String>,
}

/// What somebody chooses, in the place of all that was chosen before; what is left out is not chosen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewPreferences {
    #[serde(default)]
    #[schema(value_type = Vec<SavedViewBody>, max_items = 50)]
    views: Vec<Object<SavedViewBody>>,
    /// The columns that are not shown, by table: at most 60 of each of 100 tables.
    #[serde(default)]
    hidden_columns: BTreeMap<String, Vec<String>>,
    #[schema(value_type = Option<WallBody>)]
    wall: Option<Object<WallBody>>,
    /// The release whose news were seen last.
    #[schema(max_length = 100)]
    seen_release: Option<String>,
}

impl From<Preferences> for PreferencesView {
    fn from(chosen: Preferences) -> Self {
        let view = |SavedView { name, path, pinned }| SavedViewBody { name, path, pinned };
        Self {
            views: chosen.views.into_iter().map(view).collect(),
            hidden_columns: chosen.hidden_columns,
            wall: chosen.wall.map(|Wall { paths, seconds }| WallBody { paths, seconds }),
            seen_release: chosen.seen_release,
        }
    }
}

impl From<NewPreferences> for Preferences {
    fn from(new: NewPreferences) -> Self {
        let view = |Object(SavedViewBody { name, path, pinned })| SavedView { name, path, pinned };
        Self {
            views: new.views.into_iter().map(view).collect(),
            hidden_columns: new.hidden_columns,
            wall: new
                .wall
                .map(|Object(WallBody { paths, seconds })| Wall { paths, seconds }),
            seen_release: new.seen_release,
        }
    }
}
