//! The folder with everything the embedded server keeps.
//!
//! ```text
//! data/postgres/          ours: 0700, or 0711 when we are root and PostgreSQL is not
//!   lock                  held while an instance runs
//!   cluster/              PostgreSQL's own, 0700
//!   socket/               PostgreSQL's own, 0700; in /tmp when the path is too long for a socket
//!   pg_hba.conf           who may connect, written at each start
//!   server.log            of this run; server.log.old of the one before
//! ```
//!
//! Root writes only into the outer folder, never into what belongs to PostgreSQL's user, so that user cannot lead root
//! astray with a link.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use nix::fcntl::OFlag;
use sha2::{Digest, Sha256};

use super::account::Account;
use super::error::{EmbeddedError, cannot};

/// Where the data go when we are root and PostgreSQL's user cannot reach the folder that was asked for.
const FALLBACK: &str = "/var/lib/fullhouse/postgres";

/// How folders begin that `initdb` works in; one becomes the cluster when it is whole.
const NEW_CLUSTER: &str = "cluster.new";

/// The longest path of a socket that the system takes.
const SOCKET_PATH_BYTES: usize = if cfg!(target_os = "linux") { 107 } else { 103 };

/// What PostgreSQL puts after the folder, with the longest port number.
const SOCKET_NAME_BYTES: usize = "/.s.PGSQL.65535".len();

/// A locked data folder.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    pub(super) account: Account,
    pub(super) socket_dir: PathBuf,
    /// Released by the system when this process ends, however it ends.
    _lock: File,
}

impl Folder {
    /// Creates what is missing and takes the lock.
    pub(super) fn open(asked: &Path) -> Result<Self, EmbeddedError> {
        let root = std::path::absolute(asked).map_err(cannot("find", asked))?;
        let (root, account) = reachable(root)?;
        create(&root, &account).map_err(cannot("create", &root))?;
        // Without links, as the system shows it of a running server.
        let root = root.canonicalize().map_err(cannot("find", &root))?;
        let lock = lock(&root)?;
        let socket_dir = socket_dir(&root);
        create_private(&socket_dir, &account)?;
        Ok(Self {
            root,
            account,
            socket_dir,
            _lock: lock,
        })
    }

    /// Where the server of a folder that somebody else holds takes connections; `None` where nobody holds it.
    pub(super) fn socket_of_running(asked: &Path) -> Result<Option<PathBuf>, EmbeddedError> {
        let root = std::path::absolute(asked).map_err(cannot("find", asked))?;
        let (root, _) = reachable(root)?;
        let Ok(root) = root.canonicalize() else {
            return Ok(None);
        };
        match lock(&root) {
            Ok(_) => Ok(None),
            Err(EmbeddedError::Locked(_)) => Ok(Some(socket_dir(&root))),
            Err(error) => Err(error),
        }
    }

    /// Whether a folder has a cluster. Nothing is made, and whoever may not look is told so.
    pub(super) fn has_cluster(asked: &Path) -> Result<bool, EmbeddedError> {
        let root = std::path::absolute(asked).map_err(cannot("find", asked))?;
        let (root, _) = reachable(root)?;
        let cluster = root.join("cluster");
        cluster.try_exists().map_err(cannot("read", &cluster))
    }

    /// Gives the cluster another name, so that the next start makes a new one; answers where it is. `None` without one.
    pub(super) fn set_aside(&self, suffix: &str) -> Result<Option<PathBuf>, EmbeddedError> {
        let cluster = self.cluster();
        if !cluster.exists() {
            return Ok(None);
        }
        let aside = self.root.join(format!("cluster{suffix}"));
        fs::rename(&cluster, &aside).map_err(cannot("rename", &cluster))?;
        Ok(Some(aside))
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn cluster(&self) -> PathBuf {
        self.root.join("cluster")
    }

    pub(super) fn hba_file(&self) -> PathBuf {
        self.root.join("pg_hba.conf")
    }

    pub(super) fn log_file(&self) -> PathBuf {
        self.root.join("server.log")
    }

    /// The major version that wrote the cluster, or `None` when there is none yet.
    pub(super) fn cluster_version(&self) -> Result<Option<String>, EmbeddedError> {
        let path = self.cluster().join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(version) => Ok(Some(version.trim().to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !self.cluster().exists() => Ok(None),
            Err(error) => Err(cannot("read", &path)(error)),
        }
    }

    /// An empty folder of PostgreSQL's user for `initdb`, with a name of its own: one that was interrupted may still be
    /// removing what it made. What others left is removed, as far as it stands still.
    pub(super) fn make_new_cluster(&self) -> Result<PathBuf, EmbeddedError> {
        for entry in fs::read_dir(&self.root).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(NEW_CLUSTER) {
                // The next start tries again.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let new = self
            .root
            .join(format!("{NEW_CLUSTER}{}-{}", process::id(), since.as_nanos()));
        create_private(&new, &self.account)?;
        Ok(new)
    }

    /// From here on the cluster exists.
    pub(super) fn adopt_new_cluster(&self, new: &Path) -> Result<(), EmbeddedError> {
        fs::rename(new, self.cluster()).map_err(cannot("rename", new))?;
        File::open(&self.root)
            .and_then(|dir| dir.sync_all())
            .map_err(cannot("write", &self.root))
    }

    /// Writes the rules of who may connect.
    pub(super) fn write_hba(&self, text: &str) -> Result<(), EmbeddedError> {
        let path = self.hba_file();
        // It holds no secret, and PostgreSQL's user must read it.
        let file = open(&path, 0o644).map_err(cannot("write", &path))?;
        fs::set_permissions(&path, Permissions::from_mode(0o644)).map_err(cannot("write", &path))?;
        (&file).write_all(text.as_bytes()).map_err(cannot("write", &path))
    }

    /// An empty log; that of the run before is kept beside it, and no more, so that logs stay bounded.
    pub(super) fn new_log(&self) -> Result<File, EmbeddedError> {
        let path = self.log_file();
        match fs::rename(&path, path.with_extension("log.old")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(cannot("rename", &path)(error)),
            // Appended to, so that it can be cut short while PostgreSQL writes.
            _ => open_with(&path, 0o600, OFlag::O_APPEND).map_err(cannot("write", &path)),
        }
    }

    /// Begins the log anew when it is longer than `max_bytes`; what it said is kept beside it.
    pub(super) fn bound_log(&self, max_bytes: u64) -> io::Result<()> {
        cut_short(&self.log_file(), max_bytes)
    }

    /// The end of the log, for an error.
    pub(super) fn log_tail(&self) -> String {
        let text = fs::read(self.log_file()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

/// The folder asked for, or the fallback when PostgreSQL's user cannot reach that; and that user.
fn reachable(root: PathBuf) -> Result<(PathBuf, Account), EmbeddedError> {
    let account = account_for(&root)?;
    if !account.switch || account.can_reach(&root).map_err(cannot("read", &root))? {
        return Ok((root, account));
    }
    if root.join("cluster").exists() {
        // An empty database in another place would look like lost data.
        return Err(EmbeddedError::Unreachable {
            dir: root,
            user: account.name,
        });
    }
    tracing::warn!(
        data_dir = FALLBACK,
        "The database is kept in {FALLBACK}, because {}, the user that PostgreSQL runs as, cannot reach {}.",
        account.name,
        root.display(),
    );
    let fallback = PathBuf::from(FALLBACK);
    let account = account_for(&fallback)?;
    if account.can_reach(&fallback).map_err(cannot("read", &fallback))? {
        return Ok((fallback, account));
    }
    Err(EmbeddedError::Unreachable {
        dir: fallback,
        user: account.name,
    })
}

fn account_for(root: &Path) -> Result<Account, EmbeddedError> {
    let cluster = root.join("cluster");
    if cluster.exists() {
        Account::owner_of(&cluster)
    } else {
        Account::choose()
    }
}

/// Creates `root`; when PostgreSQL is another user, so that it can pass through all that was created.
fn create(root: &Path, account: &Account) -> io::Result<()> {
    let mode = if account.switch { 0o711 } else { 0o700 };
    let missing: Vec<&Path> = root.ancestors().take_while(|dir| !dir.exists()).collect();
    for dir in missing.into_iter().rev() {
        DirBuilder::new().create(dir)?;
        // After the fact, as the umask of root may take away the right to pass.
        if account.switch || dir == root {
            fs::set_permissions(dir, Permissions::from_mode(mode))?;
        }
    }
    Ok(())
}

fn lock(root: &Path) -> Result<File, EmbeddedError> {
    let path = root.join("lock");
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .custom_flags(OFlag::O_NOFOLLOW.bits())
        .open(&path)
        .map_err(cannot("open", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(EmbeddedError::Locked(root.to_owned())),
        Err(TryLockError::Error(error)) => Err(cannot("lock", &path)(error)),
    }
}

fn open(path: &Path, mode: u32) -> io::Result<File> {
    open_with(path, mode, OFlag::empty())
}

/// Whoever has the file open goes on writing to it; what is written between the copy and the cut is lost.
fn cut_short(log: &Path, max_bytes: u64) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .custom_flags(OFlag::O_NOFOLLOW.bits())
        .open(log)?;
    if file.metadata()?.len() <= max_bytes {
        return Ok(());
    }
    let mut old = open(&log.with_extension("log.old"), 0o600)?;
    io::copy(&mut file, &mut old)?;
    file.set_len(0)
}

fn open_with(path: &Path, mode: u32, flags: OFlag) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(mode)
        .custom_flags((OFlag::O_NOFOLLOW | flags).bits())
        .open(path)
}

/// In the folder, unless a socket there would have a path that is too long, or that a connection string cannot hold.
fn socket_dir(root: &Path) -> PathBuf {
    let inside = root.join("socket");
    let plain = inside.to_str().is_some_and(|path| !path.contains([',', '"', '\\']));
    if plain && inside.as_os_str().len() + SOCKET_NAME_BYTES <= SOCKET_PATH_BYTES {
        return inside;
    }
    let digest = Sha256::digest(root.as_os_str().as_encoded_bytes());
    let name = digest
        .iter()
        .take(8)
        .fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
    PathBuf::from(format!("/tmp/fullhouse-{name}"))
}

/// Creates `dir` for PostgreSQL's user alone; one that is there already must be just that.
fn create_private(dir: &Path, account: &Account) -> Result<(), EmbeddedError> {
    match DirBuilder::new().mode(0o700).create(dir) {
        Ok(()) if account.switch => chown(dir, Some(account.uid), Some(account.gid)).map_err(cannot("give away", dir)),
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let metadata = dir.symlink_metadata().map_err(cannot("read", dir))?;
            let private = metadata.is_dir() && metadata.mode() & 0o777 == 0o700;
            match metadata.uid() {
                owner if private && owner == account.uid => Ok(()),
                // Left by a start that was interrupted before it gave the folder away.
                0 if private && account.switch => {
                    chown(dir, Some(account.uid), Some(account.gid)).map_err(cannot("give away", dir))
                }
                _ => Err(EmbeddedError::SocketDir(dir.to_owned())),
            }
        }
        Err(error) => Err(cannot("create", dir)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_became_long_is_begun_anew_under_its_writer() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.log");
        let mut log = open_with(&path, 0o600, OFlag::O_APPEND).unwrap();
        let line = "FATAL:  no such database\n";
        for _ in 0..10 {
            log.write_all(line.as_bytes()).unwrap();
        }
        cut_short(&path, 250).unwrap();
        assert_eq!(
            fs::read_to_string(&path).unwrap().len(),
            250,
            "not longer than it may be"
        );
        log.write_all(line.as_bytes()).unwrap();
        cut_short(&path, 250).unwrap();
        log.write_all(b"later\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "later\n");
        let old = fs::read_to_string(path.with_extension("log.old")).unwrap();
        assert_eq!(old, line.repeat(11));
    }

    #[test]
    fn a_short_path_keeps_its_socket_inside() {
        assert_eq!(
            socket_dir(Path::new("/srv/data/postgres")),
            PathBuf::from("/srv/data/postgres/socket")
        );
    }

    #[test]
    fn a_long_path_has_its_socket_in_tmp() {
        let long = PathBuf::from(format!("/srv/{}", "x".repeat(100)));
        let socket = socket_dir(&long);
        assert!(socket.starts_with("/tmp"));
        assert_eq!(socket, socket_dir(&long));
        assert_ne!(socket, socket_dir(&long.join("other")));
    }

    #[test]
    fn a_comma_which_separates_hosts_in_a_connection_string_is_kept_out() {
        assert!(socket_dir(Path::new("/srv/a,b")).starts_with("/tmp"));
    }
}
