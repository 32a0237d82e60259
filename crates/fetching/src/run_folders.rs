//! The folders that walks through sites work in.

use std::fs::{self, DirBuilder};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use domain::collection::CollectionRunId;
use ports::driven::collection::RunFolders;
use rustix::fs::OFlags;

/// How names of these folders begin: nothing else is ever removed.
const PREFIX: &str = "run-";
/// Younger folders may be those of runs that nobody has heard of yet.
const YOUNG: Duration = Duration::from_mins(1);

/// Folders below one of the configuration.
#[derive(Debug, Clone)]
pub struct DiskRunFolders {
    root: PathBuf,
}

impl DiskRunFolders {
    /// Below this one, which is made when it is needed.
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

fn name_of(run: CollectionRunId) -> String {
    format!("{PREFIX}{run}")
}

fn make(root: &Path, run: CollectionRunId) -> io::Result<PathBuf> {
    // As root, a browser runs as another user, who has to pass; a walk's own folder is nobody else's all the same.
    let mode = if rustix::process::geteuid().is_root() {
        0o711
    } else {
        0o700
    };
    DirBuilder::new().recursive(true).mode(mode).create(root)?;
    let path = root.canonicalize()?.join(name_of(run));
    if path.symlink_metadata().is_ok() {
        // Of an attempt that ended with its server.
        fs::remove_dir_all(&path)?;
    }
    DirBuilder::new().mode(0o700).create(&path)?;
    Ok(path)
}

fn read(folder: &Path, file: &Path, max_bytes: u64) -> io::Result<Option<Vec<u8>>> {
    let above = file.parent().map(Path::canonicalize).transpose()?;
    if !above.is_some_and(|above| above.starts_with(folder)) {
        return Ok(None);
    }
    let flags = i32::try_from((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits()).unwrap_or_default();
    let opened = fs::OpenOptions::new().read(true).custom_flags(flags).open(file)?;
    if !opened.metadata()?.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    opened.take(max_bytes + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= max_bytes).then_some(bytes))
}

/// Whether something was made within the last minute, also by a clock that was set back since.
fn is_young(made: SystemTime) -> bool {
    let age = made.elapsed().unwrap_or_else(|ahead| ahead.duration());
    age < YOUNG
}

fn clear(root: &Path, but: &[String]) -> io::Result<()> {
    let entries = match root.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with(PREFIX) || but.contains(&name) {
            continue;
        }
        // One may go meanwhile, as its walk ends.
        let Ok(found) = entry.metadata() else { continue };
        if found.is_dir() && !is_young(found.modified()?) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

#[async_trait]
impl RunFolders for DiskRunFolders {
    async fn make(&self, run: CollectionRunId) -> io::Result<PathBuf> {
        let root = self.root.clone();
        blocking(move || make(&root, run)).await
    }

    async fn read(&self, folder: &Path, file: &Path, max_bytes: u64) -> io::Result<Option<Vec<u8>>> {
        let (folder, file) = (folder.to_owned(), file.to_owned());
        blocking(move || read(&folder, &file, max_bytes)).await
    }

    async fn remove(&self, folder: &Path) -> io::Result<()> {
        let folder = folder.to_owned();
        blocking(move || match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
        .await
    }

    async fn clear(&self, but: &[CollectionRunId]) -> io::Result<()> {
        let but: Vec<String> = but.iter().map(|run| name_of(*run)).collect();
        let root = self.root.clone();
        blocking(move || clear(&root, &but)).await
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn run(number: u8) -> CollectionRunId {
        let text = format!("00000000-0000-0000-0000-0000000000{number:02}");
        CollectionRunId(text.parse().unwrap())
    }

    #[tokio::test]
    async fn a_walk_has_a_folder_of_its_own_until_it_ends() {
        let above = tempfile::tempdir().unwrap();
        let folders = DiskRunFolders::new(above.path().join("collect"));
        let made = folders.make(run(1)).await.unwrap();
        assert_eq!(made.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        let file = made.join("a.xlsx");
        fs::write(&file, "1234").unwrap();
        assert_eq!(folders.read(&made, &file, 4).await.unwrap().unwrap(), b"1234");
        assert!(folders.read(&made, &file, 3).await.unwrap().is_none());
        let outside = above.path().join("secret");
        fs::write(&outside, "s").unwrap();
        assert!(folders.read(&made, &outside, 9).await.unwrap().is_none());
        std::os::unix::fs::symlink(&outside, made.join("link")).unwrap();
        assert!(folders.read(&made, &made.join("link"), 9).await.is_err());
        folders.remove(&made).await.unwrap();
        assert!(!made.exists());
        folders.remove(&made).await.unwrap();
    }

    #[tokio::test]
    async fn what_killed_servers_left_goes_and_nothing_else_does() {
        let above = tempfile::tempdir().unwrap();
        let folders = DiskRunFolders::new(above.path().to_owned());
        let (left, at_work) = (folders.make(run(1)).await.unwrap(), folders.make(run(2)).await.unwrap());
        let other = above.path().join("other");
        fs::create_dir(&other).unwrap();
        for folder in [&left, &at_work, &other] {
            let opened = fs::File::open(folder).unwrap();
            opened.set_modified(SystemTime::now() - YOUNG).unwrap();
        }
        // Of a walk that began after somebody asked which are at work.
        let begun = folders.make(run(3)).await.unwrap();
        folders.clear(&[run(2)]).await.unwrap();
        assert!(!left.exists() && at_work.exists() && other.exists() && begun.exists());
    }
}
