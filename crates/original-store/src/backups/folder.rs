//! Backups in a folder.

use std::fs::{DirBuilder, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use ports::driven::{BackupFile, BackupPlace};
use tempfile::NamedTempFile;

use crate::contents::blocking;

/// How names begin of what is being written.
const UNFINISHED: &str = ".new-";

/// A folder that only its owner looks into: a backup holds all that the database does.
pub struct BackupFolder(PathBuf);

impl BackupFolder {
    /// This folder, which is made when something is written.
    pub fn new(root: &Path) -> io::Result<Self> {
        Ok(Self(std::path::absolute(root)?))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

#[async_trait]
impl BackupPlace for BackupFolder {
    async fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        let folder = self.path(folder);
        blocking(move || {
            let entries = match std::fs::read_dir(folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
                entries => entries?,
            };
            let name = |entry: io::Result<std::fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
            entries.map(name).collect()
        })
        .await
    }

    async fn size(&self, name: &str) -> io::Result<Option<u64>> {
        let path = self.path(name);
        blocking(move || match std::fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            metadata => Ok(Some(metadata?.len())),
        })
        .await
    }

    async fn read(&self, name: &str) -> io::Result<Option<Box<dyn Read + Send>>> {
        let path = self.path(name);
        blocking(move || match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            file => Ok(Some(Box::new(file?) as Box<dyn Read + Send>)),
        })
        .await
    }

    async fn write(&self, name: &str) -> io::Result<Box<dyn BackupFile>> {
        let target = self.path(name);
        blocking(move || {
            let folder = target.parent().expect("it lies in the folder").to_owned();
            DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
            let file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&folder)?;
            Ok(Box::new(Unfinished { file, folder, target }) as Box<dyn BackupFile>)
        })
        .await
    }

    async fn remove(&self, name: &str) -> io::Result<()> {
        let path = self.path(name);
        blocking(move || match std::fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        })
        .await
    }

    async fn remove_folder(&self, folder: &str) -> io::Result<()> {
        let folder = self.path(folder);
        blocking(move || match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        })
        .await
    }
}

/// A file beside its place.
struct Unfinished {
    file: NamedTempFile,
    folder: PathBuf,
    target: PathBuf,
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl BackupFile for Unfinished {
    fn finish(self: Box<Self>) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(&self.target)?;
        // Its own entry, and that of its folder, which may be new.
        File::open(&self.folder)?.sync_all()?;
        match self.folder.parent() {
            Some(parent) => File::open(parent)?.sync_all(),
            None => Ok(()),
        }
    }
}
