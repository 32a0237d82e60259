//! What the machine tells of this process and its disks.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::system::{Disk, Disks};
use ports::driven::{Clock, Machine, ProcessFigures};
use rustix::fs::{stat, statvfs};

/// This machine.
pub(crate) struct ThisMachine {
    started_at: DateTime<Utc>,
    /// The folder of the original files, where they are in one.
    originals: Option<PathBuf>,
    /// The folder of the database that the program runs itself.
    database: Option<PathBuf>,
}

impl ThisMachine {
    /// From now on, with what is in these folders.
    pub(crate) fn new(clock: &dyn Clock, originals: Option<PathBuf>, database: Option<PathBuf>) -> Self {
        Self {
            started_at: clock.now(),
            originals,
            database,
        }
    }

    fn disks(&self) -> Disks {
        let originals = self.originals.as_deref();
        let is_shared = self
            .database
            .as_deref()
            .zip(originals)
            .is_some_and(|(database, originals)| is_same_disk(database, originals));
        Disks {
            originals: originals.and_then(disk),
            database: self.database.as_deref().filter(|_| !is_shared).and_then(disk),
            is_shared,
        }
    }
}

impl Machine for ThisMachine {
    fn figures(&self) -> ProcessFigures {
        ProcessFigures {
            started_at: self.started_at,
            resident_bytes: resident_bytes(),
            disks: self.disks(),
        }
    }
}

fn disk(path: &Path) -> Option<Disk> {
    let disk = statvfs(path).ok()?;
    Some(Disk {
        total_bytes: disk.f_blocks.saturating_mul(disk.f_frsize),
        // What the system keeps for its own use is not free for this program.
        free_bytes: disk.f_bavail.saturating_mul(disk.f_frsize),
    })
}

fn is_same_disk(one: &Path, other: &Path) -> bool {
    let device = |path| stat(path).ok().map(|found| found.st_dev);
    device(one).is_some_and(|of_one| device(other) == Some(of_one))
}

/// The memory that this process holds; `None` where the system has no `/proc`.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    #[test]
    fn two_folders_of_one_disk_are_counted_once() {
        let folder = tempfile::tempdir().unwrap();
        let (originals, database) = (folder.path().join("uploads"), folder.path().join("postgres"));
        std::fs::create_dir(&originals).unwrap();
        std::fs::create_dir(&database).unwrap();
        let machine = ThisMachine::new(&SystemClock, Some(originals.clone()), Some(database.clone()));
        let figures = machine.figures();
        let disk = figures.disks.originals.unwrap();
        assert!(disk.total_bytes >= disk.free_bytes && disk.free_bytes > 0, "{disk:?}");
        assert_eq!((figures.disks.database, figures.disks.is_shared), (None, true));
        let elsewhere = ThisMachine::new(&SystemClock, Some(originals), None).figures().disks;
        assert_eq!((elsewhere.database, elsewhere.is_shared), (None, false));
        let in_a_bucket = ThisMachine::new(&SystemClock, None, Some(database)).figures().disks;
        assert_eq!((in_a_bucket.originals, in_a_bucket.is_shared), (None, false));
        assert!(in_a_bucket.database.is_some());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn this_process_holds_some_memory() {
        let bytes = resident_bytes().unwrap();
        assert!((1_000_000..100_000_000_000).contains(&bytes), "{bytes}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_on_no_disk() {
        let figures = ThisMachine::new(&SystemClock, Some("/nowhere/at/all".into()), None).figures();
        assert_eq!(figures.disks, Disks::default());
    }
}
