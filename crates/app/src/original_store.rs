//! Original files in a folder, under their hash.

use std::fs::Permissions;
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use domain::upload::Sha256;
use ports::driven::{IncomingFile, OriginalContents, Originals, OriginalsError, StoredFile};
use sha2::Digest;
use tempfile::NamedTempFile;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

/// A file that nobody has written to for so long is received by nobody any more: a whole body has less time, and clocks
/// of servers differ by less.
const ABANDONED_AFTER: Duration = Duration::from_hours(1);
/// Bytes that a check stores.
const CHECK_BYTES: usize = 64 * 1024;
/// Length of the pieces that files are read in.
const PIECE_BYTES: u64 = 64 * 1024;

/// A folder with one file per hash, `ab/abcdef…`, and `incoming/` for what is being received.
pub(crate) struct FolderStore {
    root: PathBuf,
    /// Below so many bytes that are free, one more file may not fit.
    room_bytes: u64,
}

impl FolderStore {
    /// The store in `root`, made if it is not there. It is full when there is not room for so many bytes.
    pub(crate) fn open(root: &Path, room_bytes: u64) -> io::Result<Self> {
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
}

#[async_trait]
impl Originals for FolderStore {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, OriginalsError> {
        let root = self.root.clone();
        let file = blocking(move || new_file(&root)).await?;
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
        let path = Self::path(&self.root, sha256);
        let read = blocking(move || {
            let bytes = std::fs::read(path)?;
            let is_whole = Sha256(sha2::Sha256::digest(&bytes).into()) == sha256;
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
            let (hash, size_bytes) = digest(&mut file)?;
            file.rewind()?;
            Ok((hash == sha256).then_some((file, size_bytes)))
        });
        match opened.await {
            Ok(Some((file, left))) => Ok(Some(Box::new(Contents {
                file: tokio::fs::File::from_std(file),
                left,
            }))),
            Ok(None) => Err(OriginalsError::Damaged(sha256)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
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

/// The hash and the length of what is left of a file.
fn digest(file: &mut impl Read) -> io::Result<(Sha256, u64)> {
    let mut hash = sha2::Sha256::new();
    let mut piece = vec![0; usize::try_from(PIECE_BYTES).expect("pieces are small")];
    let mut size_bytes = 0;
    loop {
        match file.read(&mut piece)? {
            0 => return Ok((Sha256(hash.finalize().into()), size_bytes)),
            read => {
                hash.update(&piece[..read]);
                size_bytes += read as u64;
            }
        }
    }
}

/// A whole file that is being read.
struct Contents {
    file: tokio::fs::File,
    /// Bytes that are still to be read.
    left: u64,
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
        self.left -= length;
        Ok(Some(piece))
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

    async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError> {
        self.file.flush().await?;
        self.file.rewind().await?;
        let mut bytes = Vec::with_capacity(count);
        (&mut self.file).take(count as u64).read_to_end(&mut bytes).await?;
        self.file.seek(io::SeekFrom::End(0)).await?;
        Ok(bytes)
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
        let store = FolderStore::open(folder.path(), 0).unwrap();
        let mut file = store.receive().await.unwrap();
        file.write(b"ab").await.unwrap();
        assert_eq!(file.head(1).await.unwrap(), b"a");
        assert_eq!(file.head(9).await.unwrap(), b"ab");
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

    async fn pieces(store: &FolderStore, sha256: Sha256) -> Vec<Vec<u8>> {
        let (mut pieces, mut contents) = (Vec::new(), store.open(sha256).await.unwrap().unwrap());
        while let Some(piece) = contents.next().await.unwrap() {
            pieces.push(piece);
        }
        pieces
    }

    #[tokio::test]
    async fn a_file_is_opened_in_pieces_and_a_damaged_one_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path(), 0).unwrap();
        let bytes: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[0]).collect();
        let hash = stored(&store, &bytes).await;
        let read = pieces(&store, hash).await;
        assert!(read.iter().all(|piece| piece.len() <= 65_536));
        assert_eq!(read.concat(), bytes);
        std::fs::write(FolderStore::path(folder.path(), hash), vec![7; bytes.len()]).unwrap();
        let opened = store.open(hash).await.map(|_| ());
        assert!(
            matches!(opened, Err(OriginalsError::Damaged(of)) if of == hash),
            "{opened:?}"
        );
        assert!(store.open(Sha256([0; 32])).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn nobody_else_looks_into_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("uploads");
        FolderStore::open(&root, 0).unwrap();
        let mode = std::fs::metadata(&root).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[tokio::test]
    async fn a_file_that_is_not_kept_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path(), 0).unwrap();
        let mut file = store.receive().await.unwrap();
        file.write(b"abc").await.unwrap();
        drop(file);
        assert_eq!(names(&folder.path().join("incoming")), Vec::<String>::new());
        assert_eq!(names(folder.path()), ["incoming"]);
        assert_eq!(store.read(Sha256([0; 32])).await.unwrap(), None);
    }

    async fn stored(store: &FolderStore, bytes: &[u8]) -> Sha256 {
        let mut file = store.receive().await.unwrap();
        file.write(bytes).await.unwrap();
        file.keep().await.unwrap().sha256
    }

    #[tokio::test]
    async fn other_bytes_under_the_name_are_never_read_and_the_same_file_heals_them() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path(), 0).unwrap();
        let hash = stored(&store, b"abc").await;
        std::fs::write(FolderStore::path(folder.path(), hash), b"xyz").unwrap();
        let read = store.read(hash).await;
        assert!(
            matches!(read, Err(OriginalsError::Damaged(of)) if of == hash),
            "{read:?}"
        );
        assert_eq!(stored(&store, b"abc").await, hash);
        assert_eq!(store.read(hash).await.unwrap().as_deref(), Some(&b"abc"[..]));
    }

    #[tokio::test]
    async fn the_folder_of_incoming_files_is_made_again_and_the_store_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("store");
        let store = FolderStore::open(&root, 0).unwrap();
        std::fs::remove_dir(root.join("incoming")).unwrap();
        store.check().await.unwrap();
        stored(&store, b"abc").await;
        std::fs::remove_dir_all(&root).unwrap();
        assert!(store.receive().await.is_err());
        assert!(!root.exists());
    }

    #[tokio::test]
    async fn a_store_without_room_for_a_file_is_full() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path(), u64::MAX).unwrap();
        let checked = store.check().await;
        assert!(matches!(checked, Err(OriginalsError::Full { .. })), "{checked:?}");
        assert_eq!(names(&folder.path().join("incoming")), Vec::<String>::new());
    }

    #[tokio::test]
    async fn what_a_killed_server_was_receiving_is_removed_and_what_is_being_received_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = FolderStore::open(folder.path(), 0).unwrap();
        let receiving = store.receive().await.unwrap();
        let abandoned = std::fs::File::create(folder.path().join("incoming/.tmpold")).unwrap();
        let long_ago = SystemTime::now() - ABANDONED_AFTER - Duration::from_mins(1);
        abandoned.set_modified(long_ago).unwrap();
        assert_eq!(store.remove_abandoned().await.unwrap(), 1);
        assert_eq!(names(&folder.path().join("incoming")).len(), 1);
        drop(receiving);
    }
}
