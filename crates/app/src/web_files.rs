//! The web application inside of the program.

use ports::driven::{WebFile, WebFiles};
use rust_embed::RustEmbed;

/// Where `just web` builds it. A program built without has no files.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/dist"]
#[exclude = ".vite/*"]
#[allow_missing = true]
struct Built;

/// The files as they were built.
pub(crate) struct EmbeddedWeb;

impl WebFiles for EmbeddedWeb {
    fn find(&self, path: &str) -> Option<WebFile> {
        let file = Built::get(path)?;
        Some(WebFile {
            bytes: file.data,
            sha256: file.metadata.sha256_hash(),
            media_type: file.metadata.mimetype().to_owned(),
        })
    }
}
