//! The prepared sample workbooks beside the workspace.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The folder of samples, which lies beside the workspace where there is one.
pub(crate) fn samples() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    if !folder.exists() {
        println!("No samples at {}: nothing to compare with.", folder.display());
        return None;
    }
    Some(folder)
}

/// A file of them that holds JSON.
pub(crate) fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}
