//! Folders of the configuration, and what lies below them: never out of them.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use domain::collection::{FolderConfig, FolderName};
use ports::driven::collection::FolderError;

/// Where files go that were taken over.
pub(crate) const DONE: &str = "done";
/// Where files go that somebody has to correct.
pub(crate) const FAILED: &str = "failed";

/// The folders that the configuration names.
#[derive(Debug, Clone)]
pub(crate) struct Roots(pub(crate) BTreeMap<FolderName, PathBuf>);

impl Roots {
    /// The folder that is meant, as it really is. A link on the way may not lead out of the folder that is named.
    pub(crate) fn find(&self, of: &FolderConfig) -> Result<PathBuf, FolderError> {
        let root = self.0.get(&of.root).ok_or(FolderError::NotAllowed)?;
        let root = root.canonicalize().map_err(|error| missing(&error))?;
        let Some(path) = &of.path else {
            return Ok(root);
        };
        let below = Path::new(path);
        let is_plain = below.components().all(|part| matches!(part, Component::Normal(_)));
        if !is_plain {
            return Err(FolderError::NotAllowed);
        }
        let found = root.join(below).canonicalize().map_err(|error| missing(&error))?;
        if !found.starts_with(&root) {
            return Err(FolderError::NotAllowed);
        }
        Ok(found)
    }
}

fn missing(error: &io::Error) -> FolderError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FolderError::Unreachable,
        kind => FolderError::Failed(kind.into()),
    }
}

/// A folder in a folder, which is no link.
pub(crate) fn plain_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_dir())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    fn config(root: &str, path: Option<&str>) -> FolderConfig {
        FolderConfig {
            root: root.parse().unwrap(),
            path: path.map(str::to_owned),
            patterns: Vec::new(),
        }
    }

    #[test]
    fn no_path_and_no_link_leads_out_of_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        fs::create_dir_all(root.join("하위/안")).unwrap();
        fs::create_dir(folder.path().join("outside")).unwrap();
        symlink(folder.path().join("outside"), root.join("link")).unwrap();
        symlink(root.join("하위"), root.join("inside")).unwrap();
        let roots = Roots([("inbox".parse().unwrap(), root.clone())].into());
        let find = |path| roots.find(&config("inbox", path));
        assert_eq!(find(None).unwrap(), root.canonicalize().unwrap());
        assert!(find(Some("하위/안")).unwrap().ends_with("하위/안"));
        assert!(find(Some("inside")).is_ok());
        for path in ["..", "../outside", "/etc", "link", "하위/../.."] {
            assert!(matches!(find(Some(path)), Err(FolderError::NotAllowed)), "{path}");
        }
        assert!(matches!(find(Some("nowhere")), Err(FolderError::Unreachable)));
        assert!(matches!(
            roots.find(&config("other", None)),
            Err(FolderError::NotAllowed)
        ));
    }
}
