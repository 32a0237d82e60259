//! The report of an import, in a file that only its owner reads.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use ports::driven::ReportKeeper;

/// Nobody but its owner: links to set passwords stand in it.
const OWNER_ONLY: u32 = 0o600;

/// A file that is replaced as a whole.
pub(crate) struct ReportFile {
    path: PathBuf,
    /// What is being written.
    next: PathBuf,
}

impl ReportFile {
    /// A new file; one that is there is somebody's.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let Some(name) = path.file_name() else {
            bail!("{} cannot be a report", path.display());
        };
        match new_file(path) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                bail!("{} is there already: give another --report", path.display());
            }
            Err(error) => {
                return Err(error).with_context(|| format!("the report {} cannot be written", path.display()));
            }
        }
        let mut next = std::ffi::OsString::from(".");
        next.push(name);
        next.push(".next");
        Ok(Self {
            path: path.to_owned(),
            next: path.with_file_name(next),
        })
    }

    /// Takes the file away again, where nothing came of it.
    pub(crate) fn discard(&self) {
        // It is empty, or tells of nothing that was done.
        let _ = std::fs::remove_file(&self.path);
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

fn new_file(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(OWNER_ONLY)
        .open(path)
}

impl ReportKeeper for ReportFile {
    fn keep(&self, document: &[u8]) -> io::Result<()> {
        // What a run that was killed left behind.
        match std::fs::remove_file(&self.next) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = new_file(&self.next)?;
        file.write_all(document)?;
        file.sync_all()?;
        std::fs::rename(&self.next, &self.path)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_report_is_its_owners_alone_and_never_written_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let report = ReportFile::create(&path).unwrap();
        report.keep(b"first").unwrap();
        report.keep(b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        let told = ReportFile::create(&path).map(drop).unwrap_err().to_string();
        assert!(told.contains("is there already"), "{told}");
        report.discard();
        assert!(!path.exists());
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let told = ReportFile::create(&folder.path().join("none/report.json")).map(drop);
        assert!(format!("{:#}", told.unwrap_err()).contains("cannot be written"));
    }
}
