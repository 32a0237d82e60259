//! The folder of one walk: profile, downloads, and whatever else a browser puts down.

use std::fs::{self, DirBuilder, Metadata};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, lchown};
use std::path::{Path, PathBuf};

use crate::walk::Incoming;

/// Who a browser runs as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) uid: u32,
    pub(crate) gid: u32,
}

impl Account {
    /// `nobody`, where we are root: a browser never is. `None`: ourselves.
    pub(crate) fn choose() -> io::Result<Option<Self>> {
        if !nix::unistd::geteuid().is_root() {
            return Ok(None);
        }
        let user = nix::unistd::User::from_name("nobody")?;
        let user =
            user.ok_or_else(|| io::Error::other("we are root, and there is no user 'nobody' for the browser"))?;
        Ok(Some(Self {
            uid: user.uid.as_raw(),
            gid: user.gid.as_raw(),
        }))
    }

    /// The first folder on the way to `path` that does not let this user through.
    pub(crate) fn stopped_at(self, path: &Path) -> io::Result<Option<PathBuf>> {
        let existing = path.ancestors().find(|dir| dir.exists()).unwrap_or(Path::new("/"));
        for dir in existing.canonicalize()?.ancestors() {
            let metadata = dir.metadata()?;
            let execute = match (metadata.uid() == self.uid, metadata.gid() == self.gid) {
                (true, _) => 0o100,
                (false, true) => 0o010,
                (false, false) => 0o001,
            };
            if metadata.mode() & execute == 0 {
                return Ok(Some(dir.to_owned()));
            }
        }
        Ok(None)
    }
}

/// The folder, with its parts made.
#[derive(Debug)]
pub(crate) struct WalkFolder {
    root: PathBuf,
    account: Option<Account>,
}

impl WalkFolder {
    /// Makes the parts in an empty folder, and gives it all to `account`: the folder last, as whoever has it could put
    /// links in the place of its parts.
    pub(crate) fn prepare(root: &Path, account: Option<Account>) -> io::Result<Self> {
        // Chromium takes no relative folder for downloads.
        let folder = Self {
            root: root.canonicalize()?,
            account,
        };
        if let Some(account) = account {
            let above = folder.root.parent();
            let stopped = above.and_then(|above| account.stopped_at(above).transpose());
            if let Some(dir) = stopped.transpose()? {
                let why = format!(
                    "the browser's user cannot pass {}: let others pass it (711), or set COLLECT_DIR to another folder",
                    dir.display()
                );
                return Err(io::Error::new(io::ErrorKind::PermissionDenied, why));
            }
        }
        fs::set_permissions(&folder.root, fs::Permissions::from_mode(0o700))?;
        for part in [folder.profile(), folder.downloads(), folder.temporary()] {
            DirBuilder::new().mode(0o700).create(&part)?;
            folder.give_away(&part)?;
        }
        folder.give_away(&folder.root)?;
        Ok(folder)
    }

    /// Gives a folder to the browser's user, and never what a link leads to.
    fn give_away(&self, path: &Path) -> io::Result<()> {
        match self.account {
            Some(Account { uid, gid }) => lchown(path, Some(uid), Some(gid)),
            None => Ok(()),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn account(&self) -> Option<Account> {
        self.account
    }

    /// Cookies, cache, settings.
    pub(crate) fn profile(&self) -> PathBuf {
        self.root.join("profile")
    }

    /// What is downloaded, and nothing else.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.root.join("downloads")
    }

    /// What would go to `/tmp`.
    pub(crate) fn temporary(&self) -> PathBuf {
        self.root.join("tmp")
    }

    /// The same as a browser is told of it that works in its folder: short. It puts a socket there, and the path of a
    /// socket has 107 bytes at most, however long that of our folder is.
    pub(crate) fn temporary_from_within(&self) -> PathBuf {
        let here = Path::new("/proc/self/cwd");
        if here.exists() {
            here.join("tmp")
        } else {
            self.temporary()
        }
    }

    /// The file that came, out of reach of whatever the browser left: when its processes are gone, it is ours alone.
    pub(crate) fn keep(&self, file: &Path) -> io::Result<(PathBuf, u64)> {
        let is_inside = file.parent() == Some(self.downloads().as_path());
        let metadata = fs::symlink_metadata(file)?;
        if !is_inside || !is_plain(&metadata) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "what came is no plain file"));
        }
        if self.account.is_some() {
            lchown(&self.root, Some(0), Some(0))?;
        }
        let kept = self.root.join("file");
        fs::rename(file, &kept)?;
        let metadata = fs::symlink_metadata(&kept)?;
        if !is_plain(&metadata) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "what came is no plain file"));
        }
        Ok((kept, metadata.len()))
    }
}

/// What lies in a folder for downloads. Links and folders are nobody's download.
pub(crate) fn incoming(folder: &Path) -> io::Result<Vec<Incoming>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // It may have got its last name in between.
        let Ok(metadata) = fs::symlink_metadata(&path) else {
            continue;
        };
        if !is_plain(&metadata) {
            continue;
        }
        let file_name = entry.file_name().to_string_lossy().into_owned();
        let is_partial = file_name.starts_with('.') || file_name.ends_with(".crdownload");
        files.push(Incoming {
            file_name,
            path,
            size_bytes: metadata.len(),
            is_partial,
        });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// A file of one name.
fn is_plain(metadata: &Metadata) -> bool {
    metadata.file_type().is_file() && metadata.nlink() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn downloads_are_plain_files_and_partial_ones_are_told() {
        let root = tempfile::tempdir().unwrap();
        let folder = WalkFolder::prepare(root.path(), None).unwrap();
        let downloads = folder.downloads();
        fs::write(downloads.join("a.xlsx"), "abc").unwrap();
        fs::write(downloads.join("b.xlsx.crdownload"), "").unwrap();
        fs::create_dir(downloads.join("folder")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", downloads.join("link")).unwrap();
        let files = incoming(&downloads).unwrap();
        let seen: Vec<_> = files
            .iter()
            .map(|file| (file.file_name.as_str(), file.size_bytes, file.is_partial))
            .collect();
        assert_eq!(seen, [("a.xlsx", 3, false), ("b.xlsx.crdownload", 0, true)]);
        assert!(folder.keep(&downloads.join("link")).is_err());
        assert!(folder.keep(Path::new("/etc/passwd")).is_err());
        let (kept, size_bytes) = folder.keep(&files[0].path).unwrap();
        assert_eq!(
            (fs::read(&kept).unwrap().as_slice(), size_bytes),
            (b"abc".as_slice(), 3)
        );
    }

    #[test]
    fn the_folder_is_nobody_elses() {
        let root = tempfile::tempdir().unwrap();
        let folder = WalkFolder::prepare(root.path(), None).unwrap();
        for part in [
            folder.root().to_owned(),
            folder.profile(),
            folder.downloads(),
            folder.temporary(),
        ] {
            assert_eq!(fs::metadata(part).unwrap().permissions().mode() & 0o777, 0o700);
        }
    }

    #[test]
    fn the_folder_is_given_away_last() {
        // Where anybody passes.
        let root = tempfile::tempdir_in("/tmp").unwrap();
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let before = fs::metadata(root.path()).unwrap().uid();
        // Something is in the place of the last part, or we may give nothing away at all.
        fs::create_dir(root.path().join("tmp")).unwrap();
        let stranger = Account {
            uid: 4_000_000_000,
            gid: 4_000_000_000,
        };
        WalkFolder::prepare(root.path(), Some(stranger)).unwrap_err();
        let after = fs::metadata(root.path()).unwrap();
        assert_eq!((after.uid(), after.mode() & 0o777), (before, 0o700));
        assert!(root.path().join("profile").is_dir());
    }

    #[test]
    fn a_folder_that_a_user_cannot_pass_is_named() {
        let root = tempfile::tempdir().unwrap();
        let closed = root.path().join("closed");
        DirBuilder::new().mode(0o700).create(&closed).unwrap();
        let stranger = Account {
            uid: 4_000_000_000,
            gid: 4_000_000_000,
        };
        let inside = closed.join("not/yet/there");
        let stopped = stranger.stopped_at(&inside).unwrap().unwrap();
        assert!(closed.canonicalize().unwrap().starts_with(&stopped));
    }
}
