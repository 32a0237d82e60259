//! Finds the PostgreSQL that is installed.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::error::EmbeddedError;

/// The oldest major version whose features the migrations use.
const OLDEST: u32 = 14;

/// Folders that hold one sub-folder per version. Debian puts only the client programs on the PATH, hence this list.
const PLACES: [(&str, &str, &str); 6] = [
    ("/usr/lib/postgresql", "", "bin"),
    ("/usr", "pgsql-", "bin"),
    ("/opt/homebrew/opt", "postgresql", "bin"),
    ("/usr/local/opt", "postgresql", "bin"),
    ("/home/linuxbrew/.linuxbrew/opt", "postgresql", "bin"),
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
];

/// Asks a `postgres` for its version.
pub(super) type Version<'a> = &'a dyn Fn(&Path) -> Option<String>;

/// One installed version: a folder with `initdb` and `postgres`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Installation {
    pub(super) bin_dir: PathBuf,
    pub(super) major: u32,
}

impl Installation {
    pub(super) fn initdb(&self) -> PathBuf {
        self.bin_dir.join("initdb")
    }

    pub(super) fn pg_basebackup(&self) -> PathBuf {
        self.bin_dir.join("pg_basebackup")
    }

    pub(super) fn postgres(&self) -> PathBuf {
        self.bin_dir.join("postgres")
    }

    fn at(bin_dir: &Path, version: Version<'_>) -> Option<Self> {
        if !bin_dir.join("initdb").is_file() {
            return None;
        }
        // A link in /usr/local/bin leads to the folder that holds the rest of that version.
        let postgres = bin_dir.join("postgres").canonicalize().ok()?;
        let major = major_of(&version(&postgres)?)?;
        let bin_dir = postgres
            .parent()
            .filter(|real| real.join("initdb").is_file())
            .unwrap_or(bin_dir);
        (major >= OLDEST).then(|| Self {
            bin_dir: bin_dir.to_owned(),
            major,
        })
    }
}

/// The installation for a cluster in `dir` that was written by `cluster`, or the preferred one for a new cluster.
pub(super) fn find(dir: &Path, cluster: Option<&str>, version: Version<'_>) -> Result<Installation, EmbeddedError> {
    let installed = installations(version)?;
    let Some(cluster) = cluster else {
        return installed.into_iter().next().ok_or(EmbeddedError::NotInstalled);
    };
    if installed.is_empty() {
        return Err(EmbeddedError::NotInstalled);
    }
    let versions: Vec<String> = installed.iter().map(|found| found.major.to_string()).collect();
    installed
        .into_iter()
        .find(|found| found.major.to_string() == cluster)
        .ok_or_else(|| EmbeddedError::OtherVersion {
            dir: dir.to_owned(),
            cluster: cluster.to_owned(),
            installed: versions.join(", "),
        })
}

/// Everything usable, best first: `PG_BIN_DIR` and nothing else when that is set, else the PATH, else the newest.
fn installations(version: Version<'_>) -> Result<Vec<Installation>, EmbeddedError> {
    if let Some(dir) = env::var_os("PG_BIN_DIR")
        .filter(|dir| !dir.is_empty())
        .map(PathBuf::from)
    {
        return Installation::at(&dir, version)
            .map(|found| vec![found])
            .ok_or(EmbeddedError::WrongBinDir(dir));
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let mut found: Vec<Installation> = env::split_paths(&path)
        .filter_map(|dir| Installation::at(&dir, version))
        .collect();
    let mut elsewhere: Vec<Installation> = PLACES
        .iter()
        .flat_map(|place| versions_in(*place))
        .filter_map(|dir| Installation::at(&dir, version))
        .collect();
    elsewhere.sort_by_key(|found| std::cmp::Reverse(found.major));
    found.append(&mut elsewhere);
    Ok(found)
}

/// Folders that may hold client programs, best first: `PG_BIN_DIR` and nothing else when that is set; else those of each
/// version, and then the PATH, where Debian has a program that chooses a version by itself.
pub(crate) fn program_folders() -> Vec<PathBuf> {
    if let Some(dir) = env::var_os("PG_BIN_DIR").filter(|dir| !dir.is_empty()) {
        return vec![PathBuf::from(dir)];
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let of_versions = PLACES.iter().flat_map(|place| versions_in(*place));
    of_versions.chain(env::split_paths(&path)).collect()
}

fn versions_in((parent, prefix, bin): (&str, &str, &str)) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
        .map(|entry| entry.path().join(bin))
        .collect()
}

/// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` is 15; `17beta2` is 17.
fn major_of(version: &str) -> Option<u32> {
    let number = version.strip_prefix("postgres (PostgreSQL) ")?;
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_the_program_says() {
        assert_eq!(
            major_of("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(major_of("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(major_of("postgres (EnterpriseDB) 15.1\n"), None);
    }

    #[test]
    fn a_folder_without_the_programs_is_no_installation() {
        assert_eq!(Installation::at(Path::new("/"), &|_| None), None);
    }
}
