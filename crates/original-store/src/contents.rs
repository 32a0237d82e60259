//! A whole file that is being read.

use std::io::{self, Read};

use async_trait::async_trait;
use domain::upload::Sha256;
use ports::driven::{OriginalContents, OriginalsError};
use sha2::Digest;
use tokio::io::AsyncReadExt;

/// Length of the pieces that files are read in.
const PIECE_BYTES: u64 = 64 * 1024;

/// A file, from where it stands, whose bytes were found to be whole.
pub(crate) struct Contents {
    file: tokio::fs::File,
    /// Bytes that are still to be read.
    left: u64,
}

impl Contents {
    pub(crate) fn new(file: std::fs::File, size_bytes: u64) -> Self {
        Self {
            file: tokio::fs::File::from_std(file),
            left: size_bytes,
        }
    }
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

/// The hash and the length of what is left of a file.
pub(crate) fn digest(file: &mut impl Read) -> io::Result<(Sha256, u64)> {
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

/// The hash of bytes.
pub(crate) fn hash(bytes: &[u8]) -> Sha256 {
    Sha256(sha2::Sha256::digest(bytes).into())
}

/// Work that waits for a disk.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}
