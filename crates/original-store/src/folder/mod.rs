//! Originals in a folder.

#[cfg(test)]
mod tests;

use std::fs::Permissions;
use std::io::{self, Seek, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use domain::upload::Sha256;
use ports::driven::{IncomingFile, OriginalContents, Originals, OriginalsError, StoredFile, UploadRecord};
use tempfile::NamedTempFile;

use crate::contents::{Contents, blocking, digest, hash};
use crate::draft::Draft;
use crate::records;

/// A file that nobody has written to for so long is received by nobody any more: a whole body has less time, and clocks
/// of servers differ by less.
const ABANDONED_AFTER: Duration = Duration::from_hours(1);
/// Bytes that a check stores.
const CHECK_BYTES: usize = 64 * 1024;

/// A folder with one file per hash, `ab/abcdef…`, records beside it, and `incoming/` for what is being received.
pub struct FolderStore {
    root: PathBuf,
    /// Below so many bytes that are free, one more file may not fit.
    room_bytes: u64,
}

impl FolderStore {
    /// The store in `root`, made if it is not there. It is full when there is not room for so many bytes.
    pub fn open(root: &Path, room_bytes: u64) -> io::Result<Self> {
        let incoming = root.join("incoming");
        std::fs::create_dir_all(&incoming)?;
        // The names of files are their hashes: they are nobody else's business.
        std::fs::set_permissions(root, Permissions::from_mode(0o700))?;
        remove_abandoned(&incoming)?;
        Ok(Self {
            root: root.to_owned(),
            room_bytes,
        })
    }

    fn path(root: &Path, sha256: Sha256) -> PathBuf {
        let name = sha256.to_string();
        root.join(&name[..2]).join(name)
    }

    /// Where originals lie whose hashes begin with this byte.
    fn folder(&self, first: u8) -> PathBuf {
        self.root.join(format!("{first:02x}"))
    }
}

#[async_trait]
impl Originals for FolderStore {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, OriginalsError> {
        let root = self.root.clone();
        let file = blocking(move || new_file(&root)).await?;
        let (file, path) = file.into_parts();
        Ok(Box::new(Incoming {
            root: self.root.clone(),
            path,
            draft: Draft::new(file),
        }))
    }

    async fn read(&self, sha256: Sha256) -> Result<Option<Vec<u8>>, OriginalsError> {
        let path = Self::path(&self.root, sha256);
        let read = blocking(move || {
            let bytes = std::fs::read(path)?;
            let is_whole = hash(&bytes) == sha256;
            Ok(is_whole.then_some(bytes))
        });
        match read.await {
            Ok(Some(bytes)) => Ok(Some(bytes)),
            Ok(None) => Err(OriginalsError::Damaged(sha256)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn open(&self, sha256: Sha256) -> Result<Option<Box<dyn OriginalContents>>, OriginalsError> {
        let path = Self::path(&self.root, sha256);
        // Read twice: once to see that it is whole, before a byte of it leaves the house.
        let opened = blocking(move || {
            let mut file = std::fs::File::open(path)?;
            let (found, size_bytes) = digest(&mut file)?;
            file.rewind()?;
            Ok((found == sha256).then_some((file, size_bytes)))
        });
        match opened.await {
            Ok(Some((file, size_bytes))) => Ok(Some(Box::new(Contents::new(file, size_bytes)))),
            Ok(None) => Err(OriginalsError::Damaged(sha256)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn list(&self, first: u8) -> Result<Vec<Sha256>, OriginalsError> {
        let folder = self.folder(first);
        let names = blocking(move || names(&folder)).await?;
        // Records have other names.
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    async fn keep_record(&self, record: &UploadRecord) -> Result<(), OriginalsError> {
        let (root, record) = (self.root.clone(), record.clone());
        Ok(blocking(move || keep_record(&root, &record)).await?)
    }

    async fn records(&self, first: u8) -> Result<Vec<UploadRecord>, OriginalsError> {
        let folder = self.folder(first);
        Ok(blocking(move || read_records(&folder)).await?)
    }

    async fn check(&self) -> Result<(), OriginalsError> {
        let root = self.root.clone();
        let free_bytes = blocking(move || {
            let mut file = new_file(&root)?;
            file.write_all(&vec![0; CHECK_BYTES])?;
            file.as_file().sync_all()?;
            let free = rustix::fs::fstatvfs(file.as_file())?;
            Ok(free.f_bavail.saturating_mul(free.f_frsize))
        });
        let free_bytes = free_bytes.await?;
        if free_bytes < self.room_bytes {
            return Err(OriginalsError::Full { free_bytes });
        }
        Ok(())
    }

    async fn remove_abandoned(&self) -> Result<usize, OriginalsError> {
        let incoming = self.root.join("incoming");
        Ok(blocking(move || remove_abandoned(&incoming)).await?)
    }
}

/// A file that is removed unless it is kept. The folder for it is made again where somebody removed it; the store itself is
/// not, as its disk may only be away.
fn new_file(root: &Path) -> io::Result<NamedTempFile> {
    let incoming = root.join("incoming");
    match NamedTempFile::new_in(&incoming) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir(&incoming)?;
            NamedTempFile::new_in(&incoming)
        }
        file => file,
    }
}

/// Removes what nobody receives any more; answers how many files.
fn remove_abandoned(incoming: &Path) -> io::Result<usize> {
    let mut removed = 0;
    for entry in std::fs::read_dir(incoming)? {
        let entry = entry?;
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified
            .ok()
            .and_then(|modified| SystemTime::now().duration_since(modified).ok());
        // Another server may be faster.
        if age.is_some_and(|age| age > ABANDONED_AFTER) && std::fs::remove_file(entry.path()).is_ok() {
            removed += 1;
        }
    }
    Ok(removed)
}

struct Incoming {
    root: PathBuf,
    /// Removes the file when it is dropped.
    path: tempfile::TempPath,
    draft: Draft,
}

#[async_trait]
impl IncomingFile for Incoming {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError> {
        self.draft.write(bytes).await
    }

    fn size_bytes(&self) -> u64 {
        self.draft.size_bytes()
    }

    fn sha256(&self) -> Sha256 {
        self.draft.sha256()
    }

    async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError> {
        self.draft.head(count).await
    }

    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError> {
        self.draft.contents().await
    }

    async fn keep(self: Box<Self>) -> Result<StoredFile, OriginalsError> {
        let Self { root, path, draft } = *self;
        let (file, stored) = draft.end().await?;
        file.sync_all().await?;
        blocking(move || persist(&root, path, stored.sha256)).await?;
        Ok(stored)
    }
}

/// Moves a file to its place, durably. The same bytes that are there already are the same file.
fn persist(root: &Path, path: tempfile::TempPath, sha256: Sha256) -> io::Result<()> {
    persist_as(root, path, &FolderStore::path(root, sha256))
}

/// Moves a file to a place in the store, durably.
fn persist_as(root: &Path, path: tempfile::TempPath, target: &Path) -> io::Result<()> {
    let folder = target.parent().expect("a file of the store lies in a folder");
    if !folder.exists() {
        std::fs::create_dir_all(folder)?;
        std::fs::File::open(root)?.sync_all()?;
    }
    path.persist(target)?;
    std::fs::File::open(folder)?.sync_all()
}

/// The names in a folder, which need not be there.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    // Names of ours are of ASCII.
    let name = |entry: io::Result<std::fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    entries.map(name).collect()
}

/// Puts a record beside each original of its upload, unless it is there.
fn keep_record(root: &Path, record: &UploadRecord) -> io::Result<()> {
    for file in &record.files {
        let target = FolderStore::path(root, file.sha256).with_file_name(records::name(file.sha256, record));
        if target.exists() {
            continue;
        }
        let mut new = new_file(root)?;
        new.write_all(&records::to_bytes(record)?)?;
        new.as_file().sync_all()?;
        persist_as(root, new.into_temp_path(), &target)?;
    }
    Ok(())
}

/// The records beside the originals of one folder.
fn read_records(folder: &Path) -> io::Result<Vec<UploadRecord>> {
    let mut read = records::Read::default();
    for name in names(folder)?.into_iter().filter(|name| records::is_record(name)) {
        let path = folder.join(name);
        read.add(&path.to_string_lossy(), std::fs::read(&path));
    }
    Ok(read.into_records())
}
