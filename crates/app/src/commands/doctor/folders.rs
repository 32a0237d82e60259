//! Folders: whether they can be written to, by whom else, under which names, and how much room is left.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use domain::system::{Backlog, Stored, Warning, rooms, warnings};
use ports::driven::Machine;
use rustix::fs::{Access, access};
use rustix::process::geteuid;

use super::finding::Finding;
use crate::clock::SystemClock;
use crate::machine::ThisMachine;

/// A name as people give them to workbooks.
const KOREAN_NAME: &str = "두번째편지";

/// What a folder is for.
#[derive(Debug, Clone, Copy)]
struct Purpose {
    of: &'static str,
    setting: &'static str,
    /// What makes it where it is not there yet.
    made_with: &'static str,
}

const ORIGINALS: Purpose = Purpose {
    of: "originals",
    setting: "UPLOAD_STORE",
    made_with: "the first start",
};
const BACKUPS: Purpose = Purpose {
    of: "backups",
    setting: "BACKUP_DIR",
    made_with: "the first backup",
};

/// The folder of the original files.
pub(super) fn store(folder: &Path) -> Vec<Finding> {
    look_at(folder, ORIGINALS)
}

/// The folder of the backups.
pub(super) fn backups(folder: &Path) -> Vec<Finding> {
    look_at(folder, BACKUPS)
}

fn look_at(folder: &Path, purpose: Purpose) -> Vec<Finding> {
    let Purpose { of, setting, made_with } = purpose;
    let shown = folder.display();
    let Ok(found) = folder.metadata() else {
        let above = folder
            .ancestors()
            .skip(1)
            .find(|above| above.exists() || above.as_os_str().is_empty());
        let above = above
            .filter(|above| !above.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        return vec![if access(above, Access::WRITE_OK | Access::EXEC_OK).is_ok() {
            Finding::good(of, format!("{shown} is not there yet, and is made with {made_with}"))
        } else {
            Finding::bad(
                of,
                format!("{shown} is not there, and cannot be made in {}", above.display()),
                format!("make it and give it to the user that Fullhouse runs as, or name another one as {setting}"),
            )
        }];
    };
    if !found.is_dir() {
        let remedy = format!("name a folder as {setting}");
        return vec![Finding::bad(of, format!("{shown} is no folder"), remedy)];
    }
    let mut findings = vec![writes(folder, of)];
    if geteuid().is_root() && found.uid() != 0 {
        findings.push(Finding::doubtful(
            of,
            format!("{shown} belongs to user {}, and root may write anywhere", found.uid()),
            "run the doctor as the user that Fullhouse runs as",
        ));
    }
    if found.permissions().mode() & 0o007 != 0 {
        findings.push(Finding::doubtful(
            of,
            format!("{shown} is open to every user of this machine"),
            format!("chmod o-rwx '{shown}'"),
        ));
    }
    findings
}

/// Writes a file with a Korean name, and looks whether it is listed by it.
fn writes(folder: &Path, of: &'static str) -> Finding {
    let shown = folder.display();
    let written = tempfile::Builder::new().prefix(KOREAN_NAME).tempfile_in(folder);
    let written = match written {
        Ok(written) => written,
        Err(error) => {
            return Finding::bad(
                of,
                format!("{shown} cannot be written to: {error}"),
                "give it to the user that Fullhouse runs as (chown), and see that its disk is not mounted read-only",
            );
        }
    };
    let name = written.path().file_name();
    let is_listed = folder.read_dir().is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| Some(entry.file_name().as_os_str()) == name)
    });
    if is_listed {
        Finding::good(of, format!("{shown} can be written to"))
    } else {
        Finding::doubtful(
            of,
            format!("{shown} changes Korean names of files"),
            "mount its disk with UTF-8 names (iocharset=utf8)",
        )
    }
}

/// The room on the disks.
pub(super) fn room(store: Option<&Path>, database: Option<&Path>) -> Vec<Finding> {
    const OF: &str = "disk";
    let machine = ThisMachine::new(
        &SystemClock,
        store.map(|store| nearest(store).to_owned()),
        database.map(Path::to_owned),
    );
    let rooms = rooms(machine.figures().disks, Stored::default());
    let full: Vec<_> = warnings(&rooms, Backlog::default(), false)
        .into_iter()
        .map(|warning: Warning| Finding::doubtful(OF, warning.to_string(), "make room, or enlarge the disk"))
        .collect();
    let free = rooms.iter().map(|room| {
        let gigabytes = room.disk.free_bytes / 1_000_000_000;
        Finding::good(OF, format!("{gigabytes} GB are free for the {}", room.place.code()))
    });
    if full.is_empty() { free.collect() } else { full }
}

/// The folder, or the one that it will be made in.
fn nearest(folder: &Path) -> &Path {
    let there = folder.ancestors().find(|above| above.exists());
    there.unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn told(folder: &Path) -> Vec<String> {
        store(folder).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_folder_of_ones_own_is_good_and_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let told = told(folder.path());
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("ok") && told[0].ends_with("can be written to"),
            "{told:?}"
        );
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_everybody_may_read_is_doubtful() {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let told = told(folder.path());
        assert!(
            told[1].starts_with("warning") && told[1].contains("chmod o-rwx"),
            "{told:?}"
        );
    }

    #[test]
    fn what_is_not_there_will_be_made_and_a_file_is_no_folder() {
        let folder = tempfile::tempdir().unwrap();
        let (missing, file) = (folder.path().join("a/b"), folder.path().join("file"));
        assert!(told(&missing)[0].contains("made with the first start"));
        assert!(!folder.path().join("a").exists());
        fs::write(&file, "").unwrap();
        assert!(told(&file)[0].starts_with("problem"));
    }

    #[test]
    fn a_folder_of_backups_is_told_as_such() {
        let folder = tempfile::tempdir().unwrap();
        let told = |folder: &Path| backups(folder)[0].to_string();
        let missing = told(&folder.path().join("backups"));
        assert!(missing.starts_with("ok       backups"), "{missing}");
        assert!(missing.ends_with("made with the first backup"), "{missing}");
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(told(&file).contains("BACKUP_DIR"), "{}", told(&file));
    }

    #[test]
    fn the_room_is_told_also_of_a_folder_that_is_to_be_made() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(room(Some(&folder.path().join("a/b")), None).len(), 1);
    }
}
