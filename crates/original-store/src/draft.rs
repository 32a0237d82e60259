//! A file that is being received.

use std::io;

use domain::upload::Sha256;
use ports::driven::{OriginalsError, StoredFile};
use sha2::Digest;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

/// What came so far, in a file that is nowhere yet.
pub(crate) struct Draft {
    file: tokio::fs::File,
    hash: sha2::Sha256,
    size_bytes: u64,
}

impl Draft {
    /// Nothing so far, in an empty file.
    pub(crate) fn new(file: std::fs::File) -> Self {
        Self {
            file: tokio::fs::File::from_std(file),
            hash: sha2::Sha256::new(),
            size_bytes: 0,
        }
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError> {
        self.file.write_all(bytes).await?;
        self.hash.update(bytes);
        self.size_bytes += bytes.len() as u64;
        Ok(())
    }

    pub(crate) fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// The hash of the bytes so far.
    pub(crate) fn sha256(&self) -> Sha256 {
        Sha256(self.hash.clone().finalize().into())
    }

    /// The first bytes so far, at most `count`.
    pub(crate) async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError> {
        self.rewind().await?;
        let mut bytes = Vec::with_capacity(count);
        (&mut self.file).take(count as u64).read_to_end(&mut bytes).await?;
        self.file.seek(io::SeekFrom::End(0)).await?;
        Ok(bytes)
    }

    /// All bytes so far.
    pub(crate) async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError> {
        self.rewind().await?;
        let mut bytes = Vec::with_capacity(usize::try_from(self.size_bytes).unwrap_or_default());
        self.file.read_to_end(&mut bytes).await?;
        Ok(bytes)
    }

    async fn rewind(&mut self) -> io::Result<()> {
        self.file.flush().await?;
        self.file.rewind().await?;
        Ok(())
    }

    /// The whole file, from its beginning, and what it is.
    pub(crate) async fn end(mut self) -> Result<(tokio::fs::File, StoredFile), OriginalsError> {
        self.rewind().await?;
        let stored = StoredFile {
            sha256: self.sha256(),
            size_bytes: i64::try_from(self.size_bytes).expect("files are far below 8 EiB"),
        };
        Ok((self.file, stored))
    }
}
