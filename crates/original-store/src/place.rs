//! Where originals or backups lie, as it is written.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use ports::driven::{BackupPlace, Originals};
use thiserror::Error;

use crate::{BackupBucket, BackupFolder, BucketStore, FolderStore};

/// A folder, or `s3://bucket/prefix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine, or one that it reaches.
    Folder(PathBuf),
    /// A bucket of an object store that speaks as S3 does.
    Bucket {
        /// Its name.
        name: String,
        /// What the names of all objects begin with, without slashes around it; empty for none.
        prefix: String,
    },
}

/// What is no place of originals or backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadPlace {
    /// `s3://` alone.
    #[error("an object store is written s3://bucket or s3://bucket/prefix")]
    NoBucket,
    /// Another kind of address.
    #[error("of object stores only s3:// is known")]
    UnknownScheme,
}

impl FromStr for Place {
    type Err = BadPlace;

    fn from_str(text: &str) -> Result<Self, BadPlace> {
        let Some((scheme, rest)) = text.split_once("://") else {
            return Ok(Self::Folder(text.into()));
        };
        if scheme != "s3" {
            return Err(BadPlace::UnknownScheme);
        }
        let (name, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        if name.is_empty() {
            return Err(BadPlace::NoBucket);
        }
        Ok(Self::Bucket {
            name: name.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(formatter, "{}", folder.display()),
            Self::Bucket { name, prefix } if prefix.is_empty() => write!(formatter, "s3://{name}"),
            Self::Bucket { name, prefix } => write!(formatter, "s3://{name}/{prefix}"),
        }
    }
}

impl Place {
    /// The store there. A folder is made if it is not there, and full when there is not room for so many bytes; a bucket has
    /// to be there, and is reached by the usual variables (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`,
    /// `AWS_ENDPOINT_URL` …).
    pub fn open(&self, room_bytes: u64) -> io::Result<Arc<dyn Originals>> {
        Ok(match self {
            Self::Folder(folder) => Arc::new(FolderStore::open(folder, room_bytes)?),
            Self::Bucket { name, prefix } => Arc::new(BucketStore::from_env(name, prefix)?),
        })
    }

    /// The backups there. A folder is made when something is written; a bucket has to be there, and is reached as that of
    /// originals.
    pub fn open_backups(&self) -> io::Result<Arc<dyn BackupPlace>> {
        Ok(match self {
            Self::Folder(folder) => Arc::new(BackupFolder::new(folder)?),
            Self::Bucket { name, prefix } => Arc::new(BackupBucket::from_env(name, prefix)?),
        })
    }

    /// What has this name there.
    #[must_use]
    pub fn within(&self, name: &str) -> Self {
        match self {
            Self::Folder(folder) => Self::Folder(folder.join(name)),
            Self::Bucket { name: bucket, prefix } => Self::Bucket {
                name: bucket.clone(),
                prefix: if prefix.is_empty() {
                    name.to_owned()
                } else {
                    format!("{prefix}/{name}")
                },
            },
        }
    }

    /// The place around it, and its own name there; `None` where nothing is around it. The reverse of [`within`](Self::within).
    pub fn apart(&self) -> Option<(Self, &str)> {
        match self {
            Self::Folder(folder) => {
                let name = folder.file_name()?.to_str()?;
                Some((Self::Folder(folder.parent()?.to_owned()), name))
            }
            Self::Bucket { name, prefix } => {
                let (around, own) = prefix.rsplit_once('/').unwrap_or(("", prefix));
                let around = Self::Bucket {
                    name: name.clone(),
                    prefix: around.to_owned(),
                };
                (!own.is_empty()).then_some((around, own))
            }
        }
    }

    /// The folder, where it is one.
    pub fn folder(&self) -> Option<&std::path::Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Bucket { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bucket(name: &str, prefix: &str) -> Place {
        Place::Bucket {
            name: name.to_owned(),
            prefix: prefix.to_owned(),
        }
    }

    #[test]
    fn a_place_is_a_folder_or_a_bucket() {
        for (text, place) in [
            ("data/uploads", Place::Folder("data/uploads".into())),
            ("s3/uploads", Place::Folder("s3/uploads".into())),
            ("s3://house", bucket("house", "")),
            ("s3://house/", bucket("house", "")),
            ("s3://house/full/originals/", bucket("house", "full/originals")),
        ] {
            assert_eq!(text.parse(), Ok(place), "{text}");
        }
        assert_eq!("s3://".parse::<Place>(), Err(BadPlace::NoBucket));
        assert_eq!("s3:///prefix".parse::<Place>(), Err(BadPlace::NoBucket));
        assert_eq!("gs://house".parse::<Place>(), Err(BadPlace::UnknownScheme));
    }

    #[test]
    fn what_lies_within_a_place_is_taken_apart_again() {
        for (place, inner) in [
            ("data/backups", "data/backups/a"),
            ("s3://house", "s3://house/a"),
            ("s3://house/full/backups", "s3://house/full/backups/a"),
        ] {
            let place: Place = place.parse().unwrap();
            let within = place.within("a");
            assert_eq!(within.to_string(), inner);
            assert_eq!(within.apart(), Some((place, "a")));
        }
        assert_eq!(bucket("house", "").apart(), None);
    }

    #[test]
    fn a_place_is_told_as_it_is_written() {
        for text in ["data/uploads", "s3://house", "s3://house/originals"] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
    }
}
