//! Who PostgreSQL runs as, and where that user can go.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use nix::unistd::{Uid, User, getegid, geteuid};

use super::error::EmbeddedError;

/// The user the server runs as. Never root.
#[derive(Debug, Clone)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) uid: u32,
    pub(super) gid: u32,
    /// Whether we are root and must become this user.
    pub(super) switch: bool,
}

impl Account {
    /// Ourselves, or, as root, `postgres`, or else `nobody`.
    pub(super) fn choose() -> Result<Self, EmbeddedError> {
        let uid = geteuid();
        if !uid.is_root() {
            return Ok(Self {
                name: uid.to_string(),
                uid: uid.as_raw(),
                gid: getegid().as_raw(),
                switch: false,
            });
        }
        let user = ["postgres", "nobody"]
            .iter()
            .find_map(|name| User::from_name(name).ok().flatten());
        user.map(Self::become_user).ok_or(EmbeddedError::NoUser)
    }

    /// The owner of the cluster in `dir`, which may be another than [`Self::choose`] finds: a folder that was made by an
    /// ordinary user, and is now served by root.
    pub(super) fn owner_of(dir: &Path) -> Result<Self, EmbeddedError> {
        let metadata = dir.metadata().map_err(super::error::cannot("read", dir))?;
        let us = geteuid();
        if metadata.uid() == us.as_raw() && !us.is_root() {
            return Self::choose();
        }
        if !us.is_root() {
            return Err(EmbeddedError::ForeignOwner {
                dir: dir.to_owned(),
                owner: metadata.uid(),
                user: us.as_raw(),
            });
        }
        if metadata.uid() == 0 {
            return Err(EmbeddedError::OwnedByRoot(dir.to_owned()));
        }
        let user = User::from_uid(Uid::from_raw(metadata.uid())).ok().flatten();
        Ok(user.map_or_else(
            || Self {
                name: metadata.uid().to_string(),
                uid: metadata.uid(),
                gid: metadata.gid(),
                switch: true,
            },
            Self::become_user,
        ))
    }

    fn become_user(user: User) -> Self {
        Self {
            name: user.name,
            uid: user.uid.as_raw(),
            gid: user.gid.as_raw(),
            switch: true,
        }
    }

    /// Whether every folder on the way to `path` lets this user through. What does not exist yet is not in the way.
    pub(super) fn can_reach(&self, path: &Path) -> io::Result<bool> {
        let existing = path.ancestors().find(|dir| dir.exists()).unwrap_or(Path::new("/"));
        for dir in existing.canonicalize()?.ancestors() {
            let metadata = dir.metadata()?;
            let execute = match (metadata.uid() == self.uid, metadata.gid() == self.gid) {
                (true, _) => 0o100,
                (false, true) => 0o010,
                (false, false) => 0o001,
            };
            if metadata.mode() & execute == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
