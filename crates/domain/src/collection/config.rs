use std::collections::BTreeMap;

use super::{FolderName, RecipeName, SecretName, SourceKind};

/// Where a source gets its files from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceConfig {
    /// A folder of the server, or one that it has mounted.
    Folder(FolderConfig),
    /// One address.
    Url(UrlConfig),
    /// A site that is walked through by a recipe.
    Browser(BrowserConfig),
}

/// A folder that files are put into.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FolderConfig {
    /// The folder, as the configuration calls it.
    pub root: FolderName,
    /// The folder below it, relative and plain; `None` for itself.
    pub path: Option<String>,
    /// Names of files that are taken, with `*` and `?`, without case; empty: those of workbooks.
    pub patterns: Vec<String>,
}

/// An address that one file is fetched from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlConfig {
    /// The address, as it was typed.
    pub url: String,
    /// The name that the file gets where its server gives none.
    pub file_name: Option<String>,
    /// A header that proves who asks; for the first host only.
    pub secret_header: Option<SecretHeader>,
}

/// A header whose value is a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretHeader {
    /// Name of the header.
    pub name: String,
    /// Name of the secret.
    pub secret: SecretName,
}

/// A site, and the steps through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserConfig {
    /// The recipe; its newest version is walked.
    pub recipe: RecipeName,
    /// Values for the parameters that the recipe names.
    pub params: BTreeMap<String, String>,
}

impl SourceConfig {
    /// Of which kind.
    pub fn kind(&self) -> SourceKind {
        match self {
            Self::Folder(_) => SourceKind::Folder,
            Self::Url(_) => SourceKind::Url,
            Self::Browser(_) => SourceKind::Browser,
        }
    }
}
