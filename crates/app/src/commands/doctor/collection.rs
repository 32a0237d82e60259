//! What is collected from: whether the folders are there and can be written to.

use rustix::fs::{Access, access};

use super::finding::Finding;
use crate::config::CollectSettings;

const OF: &str = "collection";

/// The folders that files are put into, and the one of secrets.
pub(super) fn folders(settings: &CollectSettings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, path) in &settings.folders {
        let shown = path.display();
        findings.push(if !path.is_dir() {
            Finding::bad(
                OF,
                format!("{name}: {shown} is not there"),
                "make it, or connect the share, or name another one in COLLECT_FOLDERS",
            )
        } else if access(path, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK).is_err() {
            Finding::bad(
                OF,
                format!("{name}: {shown} cannot be read and written"),
                "give it to the user that Fullhouse runs as, who moves files within it",
            )
        } else {
            Finding::good(OF, format!("{name}: {shown} can be read and written"))
        });
    }
    if let Some(folder) = &settings.secrets_folder
        && folder.read_dir().is_err()
    {
        findings.push(Finding::bad(
            OF,
            format!("secrets cannot be read in {}", folder.display()),
            "see that COLLECT_SECRETS_DIR is right, and that the user that Fullhouse runs as may read it",
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use domain::collection::AddressRules;

    use super::*;

    #[test]
    fn folders_that_are_not_there_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let second = Duration::from_secs(1);
        let settings = CollectSettings {
            addresses: AddressRules::default(),
            folders: [
                ("inbox".parse().unwrap(), folder.path().to_owned()),
                ("nas".parse().unwrap(), folder.path().join("nowhere")),
            ]
            .into(),
            secrets_folder: Some(folder.path().join("none")),
            folder: folder.path().to_owned(),
            stable: second,
            retry: second,
            timeout: second,
            host_pause: second,
        };
        let told: Vec<_> = folders(&settings).iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].starts_with("ok") && told[0].contains("inbox"), "{told:?}");
        assert!(told[1].starts_with("problem") && told[1].contains("nas"), "{told:?}");
        assert!(told[2].contains("COLLECT_SECRETS_DIR"), "{told:?}");
    }
}
