//! What the predecessor left: the address of its database, and its folder of originals.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use async_trait::async_trait;
use domain::upload::Sha256;
use percent_encoding::percent_decode_str;
use ports::driven::{IncomingFile, OldOriginals, OriginalCopyError};
use sha2::Digest;
use tokio::io::AsyncReadExt;

use crate::config::{Url, checked_url};

/// Length of the pieces that files are copied in.
const PIECE_BYTES: usize = 64 * 1024;

/// The address of the old database, as it is used and as it is shown.
pub(crate) struct OldAddress {
    pub(crate) url: Url,
    /// Without a password.
    pub(crate) shown: String,
    /// The password, in each spelling.
    secrets: Vec<String>,
}

impl OldAddress {
    /// Reads an address; `None` and one that is empty are told alike.
    pub(crate) fn read(given: Option<String>) -> Result<Self> {
        let Some(url) = given.filter(|url| !url.trim().is_empty()) else {
            bail!("say where the old database is: --database-url, or PREDECESSOR_DATABASE_URL");
        };
        let url = checked_url(Url(url.trim().to_owned()), "--database-url")?;
        let (shown, secrets) = without_password(&url.0);
        Ok(Self { url, shown, secrets })
    }

    /// A text without the password, should it hold it.
    pub(crate) fn redacted(&self, text: &str) -> String {
        let secrets = self.secrets.iter().filter(|secret| !secret.is_empty());
        secrets.fold(text.to_owned(), |text, secret| text.replace(secret.as_str(), "…"))
    }
}

/// The address without its password and its query, and the password as it is written and as it is meant.
fn without_password(url: &str) -> (String, Vec<String>) {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    // A password may hold a slash or an at sign that nobody encoded.
    let (user, place) = rest.rsplit_once('@').unwrap_or(("", rest));
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    let in_query = query.split('&').filter_map(|pair| pair.strip_prefix("password="));
    let written = std::iter::once(password).chain(in_query);
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let secrets = written.flat_map(|text| [text.to_owned(), decoded(text)]).collect();
    let at = if user.is_empty() { "" } else { "@" };
    (format!("{scheme}://{user}{at}{place}"), secrets)
}

/// The folder `uploads` of the old server.
pub(crate) struct OldFolder {
    /// By the names that they are told under.
    files: BTreeMap<String, PathBuf>,
    /// The longest file that is taken.
    max_bytes: u64,
}

impl OldFolder {
    /// Looks into the folder once; what is added later is for the next time.
    pub(crate) fn open(path: &Path, max_bytes: u64) -> Result<Self> {
        let told = || format!("the folder of originals, {}", path.display());
        let entries = std::fs::read_dir(path).with_context(told)?;
        let mut files = BTreeMap::new();
        for entry in entries {
            let entry = entry.with_context(told)?;
            // Through links, as the old server read them. One that leads nowhere is a file that cannot be read.
            let is_folder = entry.path().is_dir();
            if !is_folder {
                files.insert(entry.file_name().to_string_lossy().into_owned(), entry.path());
            }
        }
        Ok(Self { files, max_bytes })
    }
}

#[async_trait]
impl OldOriginals for OldFolder {
    async fn names(&self) -> Result<Vec<String>, io::Error> {
        Ok(self.files.keys().cloned().collect())
    }

    async fn copy(&self, name: &str, into: &mut dyn IncomingFile) -> Result<Sha256, OriginalCopyError> {
        let path = self
            .files
            .get(name)
            .ok_or_else(|| OriginalCopyError::Unreadable(io::ErrorKind::NotFound.into()))?;
        // A pipe would be waited for without an end.
        let is_file = tokio::fs::metadata(path)
            .await
            .map_err(OriginalCopyError::Unreadable)?
            .is_file();
        if !is_file {
            return Err(OriginalCopyError::Unreadable(io::Error::other("not a file")));
        }
        let mut file = tokio::fs::File::open(path)
            .await
            .map_err(OriginalCopyError::Unreadable)?;
        let mut hash = sha2::Sha256::new();
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            match file.read(&mut piece).await.map_err(OriginalCopyError::Unreadable)? {
                0 => return Ok(Sha256(hash.finalize().into())),
                read => {
                    let piece = &piece[..read];
                    hash.update(piece);
                    into.write(piece).await?;
                    if into.size_bytes() > self.max_bytes {
                        return Err(OriginalCopyError::TooLarge);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(url: &str) -> String {
        OldAddress::read(Some(url.to_owned())).unwrap().shown
    }

    #[test]
    fn an_address_is_shown_without_its_password() {
        assert_eq!(
            shown("postgres://mover:secret@db:5433/old"),
            "postgres://mover@db:5433/old"
        );
        assert_eq!(shown("postgresql://mover@db/old"), "postgresql://mover@db/old");
        assert_eq!(
            shown("postgres://db/old?user=mover&password=secret"),
            "postgres://db/old"
        );
        assert_eq!(shown("postgres://mover:se@cr/et@db/old"), "postgres://mover@db/old");
    }

    #[test]
    fn a_password_is_taken_out_of_whatever_holds_it() {
        let address = OldAddress::read(Some("postgres://mover:p%40ss@db/old?password=other".to_owned())).unwrap();
        assert_eq!(address.redacted("p%40ss, p@ss and other"), "…, … and …");
        let without = OldAddress::read(Some("postgres://mover@db/old".to_owned())).unwrap();
        assert_eq!(without.redacted("as it is"), "as it is");
    }

    #[test]
    fn an_address_that_is_none_is_told_without_it() {
        for given in [None, Some(String::new()), Some("predecessor:secret".to_owned())] {
            let told = OldAddress::read(given).map(drop).unwrap_err().to_string();
            assert!(told.contains("--database-url") && !told.contains("secret"), "{told}");
        }
    }
}
