//! Backups in a bucket of an object store.

use std::io::{self, Read, Write};
use std::sync::Arc;

use async_trait::async_trait;
use bytes::{Buf, Bytes};
use futures_util::TryStreamExt;
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt};
use ports::driven::{BackupFile, BackupPlace};
use tokio::runtime::Handle;

use crate::reach::{self, PART_BYTES, Patience, objects};

/// One object for each file, under its name.
///
/// What is read and written is fetched and sent by threads that may block, in parts, so that neither memory nor a disk has
/// to hold it.
pub struct BackupBucket {
    store: Arc<dyn ObjectStore>,
    /// What all names begin with, without slashes around it; empty for none.
    prefix: String,
}

impl BackupBucket {
    /// A bucket that the same variables lead to as that of originals. Nobody is asked yet.
    pub fn from_env(bucket: &str, prefix: &str) -> io::Result<Self> {
        Self::new(reach::from_env(bucket), prefix)
    }

    /// A bucket by its address and keys.
    pub fn of_server(endpoint: &str, bucket: &str, key_id: &str, secret: &str, prefix: &str) -> io::Result<Self> {
        Self::new(reach::of_server(endpoint, bucket, key_id, secret), prefix)
    }

    fn new(builder: AmazonS3Builder, prefix: &str) -> io::Result<Self> {
        objects(prefix)?;
        Ok(Self {
            store: reach::open(builder, Patience::OfTheNight)?,
            prefix: prefix.trim_matches('/').to_owned(),
        })
    }

    fn path(&self, name: &str) -> io::Result<Path> {
        objects(format!("{}/{name}", self.prefix).trim_matches('/'))
    }
}

/// What there is; `None` where the store has nothing of this name.
fn found<T>(answer: object_store::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(io::Error::other(error)),
    }
}

#[async_trait]
impl BackupPlace for BackupBucket {
    async fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        let path = self.path(folder)?;
        let listed = self.store.list_with_delimiter(Some(&path)).await;
        let listed = listed.map_err(io::Error::other)?;
        let objects = listed.objects.iter().map(|object| &object.location);
        let all = listed.common_prefixes.iter().chain(objects);
        Ok(all.filter_map(|path| path.filename().map(str::to_owned)).collect())
    }

    async fn size(&self, name: &str) -> io::Result<Option<u64>> {
        let path = self.path(name)?;
        let object = found(self.store.head(&path).await)?;
        Ok(object.map(|object| object.size))
    }

    async fn read(&self, name: &str) -> io::Result<Option<Box<dyn Read + Send>>> {
        let path = self.path(name)?;
        let Some(object) = found(self.store.head(&path).await)? else {
            return Ok(None);
        };
        Ok(Some(Box::new(Parts {
            runtime: Handle::current(),
            store: Arc::clone(&self.store),
            path,
            at: 0,
            size_bytes: object.size,
            part: Bytes::new(),
        })))
    }

    async fn write(&self, name: &str) -> io::Result<Box<dyn BackupFile>> {
        Ok(Box::new(Unfinished {
            runtime: Handle::current(),
            store: Arc::clone(&self.store),
            path: self.path(name)?,
            part: Vec::new(),
            upload: None,
        }))
    }

    async fn remove(&self, name: &str) -> io::Result<()> {
        let path = self.path(name)?;
        found(self.store.delete(&path).await).map(drop)
    }

    async fn remove_folder(&self, folder: &str) -> io::Result<()> {
        let path = self.path(folder)?;
        let all = self.store.list(Some(&path)).map_ok(|object| object.location);
        let all: Vec<Path> = all.try_collect().await.map_err(io::Error::other)?;
        for path in all {
            found(self.store.delete(&path).await)?;
        }
        Ok(())
    }
}

/// An object that is read, a part at a time: whoever reads slowly keeps no request open.
struct Parts {
    runtime: Handle,
    store: Arc<dyn ObjectStore>,
    path: Path,
    /// Where the next part begins.
    at: u64,
    size_bytes: u64,
    /// What is left of the part before.
    part: Bytes,
}

impl Read for Parts {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.part.is_empty() && self.at < self.size_bytes {
            let end = self.size_bytes.min(self.at + PART_BYTES as u64);
            let part = self.store.get_range(&self.path, self.at..end);
            self.part = self.runtime.block_on(part).map_err(io::Error::other)?;
            if self.part.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.at += self.part.len() as u64;
        }
        let length = self.part.len().min(buffer.len());
        self.part.copy_to_slice(&mut buffer[..length]);
        Ok(length)
    }
}

/// An object that is not there yet.
struct Unfinished {
    runtime: Handle,
    store: Arc<dyn ObjectStore>,
    path: Path,
    /// What is still to be sent; less than a part.
    part: Vec<u8>,
    /// Where there is more than a part.
    upload: Option<Box<dyn MultipartUpload>>,
}

impl Unfinished {
    fn send_part(&mut self) -> io::Result<()> {
        let part = std::mem::take(&mut self.part);
        let upload = if let Some(upload) = &mut self.upload {
            upload
        } else {
            let begun = self.runtime.block_on(self.store.put_multipart(&self.path));
            self.upload.insert(begun.map_err(io::Error::other)?)
        };
        let sent = self.runtime.block_on(upload.put_part(part.into()));
        sent.map_err(io::Error::other)
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = bytes.len().min(PART_BYTES - self.part.len());
        self.part.extend_from_slice(&bytes[..length]);
        if self.part.len() == PART_BYTES {
            self.send_part()?;
        }
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl BackupFile for Unfinished {
    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if self.upload.is_none() {
            let all = std::mem::take(&mut self.part);
            let put = self.runtime.block_on(self.store.put(&self.path, all.into()));
            return put.map(drop).map_err(io::Error::other);
        }
        if !self.part.is_empty() {
            self.send_part()?;
        }
        if let Some(upload) = &mut self.upload {
            // With this the object is there, whole or not at all.
            self.runtime.block_on(upload.complete()).map_err(io::Error::other)?;
        }
        self.upload = None;
        Ok(())
    }
}

impl Drop for Unfinished {
    /// A store keeps parts until somebody says that they are not wanted.
    fn drop(&mut self) {
        if let Some(mut upload) = self.upload.take() {
            self.runtime.spawn(async move {
                if let Err(error) = upload.abort().await {
                    tracing::warn!(%error, "Parts of a backup that broke off are left in the object store.");
                }
            });
        }
    }
}
