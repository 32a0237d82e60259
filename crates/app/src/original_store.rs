//! Original files in a folder, under their hash.

use std::fs::Permissions;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use domain::upload::Sha256;
use ports::driven::{IncomingFile, OriginalContents, Originals, OriginalsError, StoredFile};
use sha2::Digest;
use tempfile::NamedTempFile;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

/// Files that a killed server was receiving are removed when they are older than this.
const ABANDONED_AFTER: Duration = Duration::from_hours(24);
/// Length of the pieces that files are read in.
const PIECE_BYTES: u64 = 64 * 1024;

/// A folder with one file per hash, `ab/abcdef…`, and `incoming/` for what is being received.
pub(crate) struct FolderStore {
    root: PathBuf,
}

impl FolderStore {
    /// The store in `root`, made if it is not there.
    pub(crate) fn open(root: &Path) -> io::Result<Self> {
        let incoming = root.join("incoming");
        std::fs::create_dir_all(&incoming)?;
        // The names of files are their hashes: they are nobody else's business.
        std::fs::set_permissions(root, Permissions::from_mode(0o700))?;
        for entry in std::fs::read_dir(&incoming)? {
            let entry = entry?;
            let modified = entry.metadata().and_then(|metadata| metadata.modified());
            let age = modified
                .ok()
                .and_then(|modified| SystemTime::now().duration_since(modified).ok());
            if age.is_some_and(|age| age > ABANDONED_AFTER) {
                // Another server may have been faster.
                let _ = std::fs::remove_file(entry.path());
            }
        }
        Ok(Self { root: root.to_owned() })
    }

    fn path(root: &Path, sha256: Sha256) -> PathBuf {
        let name = sha256.to_string();
        root.join(&name[..2]).join(name)
    }
}

#[async_trait]
impl Originals for FolderStore {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, OriginalsError> {
        let root = self.root.clone();
        let file = blocking(move || NamedTempFile::new_in(root.join("incoming"))).await?;
        let (file, path) = file.into_parts();
        let incoming = Incoming {
            root: self.root.clone(),
            file: tokio::fs::File::from_std(file),
            path,
            hash: sha2::Sha256::new(),
            size_bytes: 0,
        };
        Ok(Box::new(incoming))
    }

    async fn read(&self, sha256: Sha256) -> Result<Option<Vec<u8>>, OriginalsError> {
        match tokio::fs::read(Self::path(&self.root, sha256)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn open(&self, sha256: Sha256) -> Result<Option<Box<dyn OriginalContents>>, OriginalsError> {
        match tokio::fs::File::open(Self::path(&self.root, sha256)).await {
            Ok(file) => Ok(Some(Box::new(Contents {
                left: file.metadata().await?.len(),
                file,
                sha256,
                hash: sha2::Sha256::new(),
            }))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// A file that is being read, and hashed on the way.
struct Contents {
    file: tokio::fs::File,
    left: u64,
    sha256: Sha256,
    hash: sha2::Sha256,
}

#[async_trait]
impl OriginalContents for Contents {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, OriginalsError> {
        if self.left == 0 {
            return Ok(None);
        }
        let length = self.left.min(PIECE_BYTES);
        let mut piece = vec![0; usize::try_from(length).expect("pieces are small")];
        self.file.read_exact(&mut piece).await?;
        self.hash.update(&piece);
        self.left -= length;
        if self.left == 0 && <[u8; 32]>::from(self.hash.finalize_reset()) != self.sha256.0 {
            tracing::error!(sha256 = %self.sha256, "An original file in the store is damaged.");
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is not the one that was stored").into());
        }
        Ok(Some(piece))
    }
}

struct Incoming {
    root: PathBuf,
    file: tokio::fs::File,
    /// Removes the file when it is dropped.
    path: tempfile::TempPath,
    hash: sha2::Sha256,
    size_bytes: u64,
}

#[async_trait]
impl IncomingFile for Incoming {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError> {
        self.file.write_all(bytes).await?;
        self.hash.update(bytes);
        self.size_bytes += bytes.len() as u64;
        Ok(())
    }

    fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError> {
        self.file.flush().await?;
        self.file.rewind().await?;
        let mut bytes = Vec::with_capacity(usize::try_from(self.size_bytes).unwrap_or_default());
        self.file.read_to_end(&mut bytes).await?;
        Ok(bytes)
    }

    async fn keep(mut self: Box<Self>) -> Result<StoredFile, OriginalsError> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        let sha256 = Sha256(self.hash.finalize().into());
        let size_bytes = i64::try_from(self.size_bytes).expect("files are far below 8 EiB");
        let (root, path) = (self.root, self.path);
        blocking(move || persist(&root, path, sha256)).await?;
        Ok(StoredFile { sha256, size_bytes })
    }
}

/// Moves a file to its place, durably. The same bytes that are there already are the same file.
fn persist(root: &Path, path: tempfile::TempPath, sha256: Sha256) -> io::Result<()> {
    let target = FolderStore::path(root, sha256);
    let folder = target.parent().expect("a file of the store lies in a folder");
    if !folder.exists() {
        std::fs::create_dir_all(folder)?;
        std::fs::File::open(root)?.sync_all()?;
    }
    path.persist(&target)?;
    std::fs::File::open(folder)?.sync_all()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[tokio::test]
    async fn a_kept_file_is_found_under_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path()).unwrap();
        let mut file = store.receive().await.unwrap();
        file.write(b"ab").await.unwrap();
        file.write(b"c").await.unwrap();
        assert_eq!(file.contents().await.unwrap(), b"abc");
        let kept = file.keep().await.unwrap();
        assert_eq!(
            kept.sha256.to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(kept.size_bytes, 3);
        assert_eq!(store.read(kept.sha256).await.unwrap().as_deref(), Some(&b"abc"[..]));
        assert_eq!(names(&folder.path().join("incoming")), Vec::<String>::new());
    }

    /// The pieces of a file, until their end or an error.
    async fn pieces(store: &FolderStore, sha256: Sha256) -> (Vec<Vec<u8>>, bool) {
        let (mut pieces, mut contents) = (Vec::new(), store.open(sha256).await.unwrap().unwrap());
        loop {
            match contents.next().await {
                Ok(Some(piece)) => pieces.push(piece),
                Ok(None) => return (pieces, true),
                Err(_) => return (pieces, false),
            }
        }
    }

    #[tokio::test]
    async fn a_file_is_read_in_pieces_and_a_damaged_one_has_no_end() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path()).unwrap();
        let bytes: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
        let mut file = store.receive().await.unwrap();
        file.write(&bytes).await.unwrap();
        let kept = file.keep().await.unwrap();
        let (read, ended) = pieces(&store, kept.sha256).await;
        assert!(ended && read.iter().all(|piece| piece.len() <= 65_536));
        assert_eq!(read.concat(), bytes);
        let place = FolderStore::path(folder.path(), kept.sha256);
        std::fs::write(&place, vec![7; bytes.len()]).unwrap();
        let (read, ended) = pieces(&store, kept.sha256).await;
        assert!(!ended && read.concat().len() < bytes.len());
        assert!(store.open(Sha256([0; 32])).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn nobody_else_looks_into_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("uploads");
        FolderStore::open(&root).unwrap();
        let mode = std::fs::metadata(&root).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[tokio::test]
    async fn a_file_that_is_not_kept_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path()).unwrap();
        let mut file = store.receive().await.unwrap();
        file.write(b"abc").await.unwrap();
        drop(file);
        assert_eq!(names(&folder.path().join("incoming")), Vec::<String>::new());
        assert_eq!(names(folder.path()), ["incoming"]);
        assert_eq!(store.read(Sha256([0; 32])).await.unwrap(), None);
    }
}
