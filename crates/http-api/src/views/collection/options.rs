use ports::driving::collection::CollectionOptions;
use serde::Serialize;
use utoipa::ToSchema;

/// What the configuration allows, by name: never a path, never a value.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OptionsView {
    folders: Vec<FolderOptionView>,
    /// As the configuration writes them.
    #[schema(example = json!(["share.example.com", "*.partner.example.com"]))]
    hosts: Vec<String>,
    secrets: Vec<SecretOptionView>,
    browser: BrowserOptionView,
    /// Names of recipes.
    recipes: Vec<String>,
}

/// A folder that may be chosen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FolderOptionView {
    #[schema(example = "inbox")]
    name: String,
    /// Whether it is there.
    reachable: bool,
}

/// A secret that may be chosen.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecretOptionView {
    #[schema(example = "HANEUL_PASSWORD")]
    name: String,
    /// Whether it has a value.
    present: bool,
    /// Names of the sources that use it.
    used_by: Vec<String>,
}

/// Whether there is a browser.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BrowserOptionView {
    available: bool,
    version: Option<String>,
    /// Why there is none.
    reason: Option<String>,
}

impl From<CollectionOptions> for OptionsView {
    fn from(options: CollectionOptions) -> Self {
        Self {
            folders: options
                .folders
                .into_iter()
                .map(|folder| FolderOptionView {
                    name: folder.name.to_string(),
                    reachable: folder.is_reachable,
                })
                .collect(),
            hosts: options.hosts,
            secrets: options
                .secrets
                .into_iter()
                .map(|secret| SecretOptionView {
                    name: secret.name.to_string(),
                    present: secret.is_present,
                    used_by: secret.used_by,
                })
                .collect(),
            browser: BrowserOptionView {
                available: options.browser.is_available(),
                version: options.browser.version,
                reason: options.browser.reason,
            },
            recipes: options.recipes.iter().map(ToString::to_string).collect(),
        }
    }
}
