//! The secrets of sources: variables `COLLECT_SECRET_<NAME>`, and files of a folder. Read when they are used.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use domain::collection::{Secret, SecretName};
use ports::driven::collection::SecretStore;

/// How names of variables begin.
const PREFIX: &str = "COLLECT_SECRET_";
/// Longest secret, in bytes.
const MAX_BYTES: u64 = 10_000;

/// Secrets of the environment and of a folder; a file goes before a variable.
pub(crate) struct ConfiguredSecrets {
    /// `COLLECT_SECRETS_DIR`.
    pub(crate) folder: Option<PathBuf>,
}

impl ConfiguredSecrets {
    fn of_file(&self, name: &SecretName) -> Option<String> {
        let path = self.folder.as_ref()?.join(name.as_str());
        let found = fs::metadata(&path).ok()?;
        if !found.is_file() || found.len() > MAX_BYTES {
            return None;
        }
        let text = fs::read_to_string(path).ok()?;
        // An editor's line break is no part of it.
        let text = text.strip_suffix('\n').unwrap_or(&text);
        Some(text.strip_suffix('\r').unwrap_or(text).to_owned())
    }
}

impl SecretStore for ConfiguredSecrets {
    fn names(&self) -> Vec<SecretName> {
        let of_variables = std::env::vars_os().filter_map(|(name, _)| {
            let name = name.into_string().ok()?;
            name.strip_prefix(PREFIX)?.parse().ok()
        });
        let mut names: BTreeSet<SecretName> = of_variables.collect();
        let entries = self.folder.as_ref().and_then(|folder| folder.read_dir().ok());
        let of_files = entries.into_iter().flatten().flatten();
        names.extend(of_files.filter_map(|entry| entry.file_name().into_string().ok()?.parse().ok()));
        names.into_iter().collect()
    }

    fn read(&self, name: &SecretName) -> Option<Secret> {
        let value = self
            .of_file(name)
            .or_else(|| std::env::var(format!("{PREFIX}{name}")).ok());
        value.filter(|value| !value.is_empty()).map(Secret::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_of_a_file_ends_before_its_line_break() {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in [
            ("A", "one\n"),
            ("B", "two\r\n"),
            ("C", "three\n\n"),
            ("D", ""),
            ("lower", "x"),
        ] {
            fs::write(folder.path().join(name), content).unwrap();
        }
        let secrets = ConfiguredSecrets {
            folder: Some(folder.path().to_owned()),
        };
        let read = |name: &str| {
            let secret = secrets.read(&name.parse().unwrap());
            secret.map(|secret| secret.reveal().to_owned())
        };
        assert_eq!(read("A").as_deref(), Some("one"));
        assert_eq!(read("B").as_deref(), Some("two"));
        assert_eq!(read("C").as_deref(), Some("three\n"));
        assert_eq!(read("D"), None);
        assert_eq!(read("E"), None);
        let names: Vec<_> = secrets.names().iter().map(ToString::to_string).collect();
        assert!(names.contains(&"A".to_owned()) && !names.contains(&"lower".to_owned()));
        // Changed while the server runs.
        fs::write(folder.path().join("A"), "four").unwrap();
        assert_eq!(read("A").as_deref(), Some("four"));
    }
}
