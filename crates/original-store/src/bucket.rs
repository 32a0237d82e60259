//! Originals in a bucket of an object store.

use std::io::{self, Seek};
use std::sync::Arc;

use async_trait::async_trait;
use domain::upload::Sha256;
use futures_util::TryStreamExt;
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use ports::driven::{IncomingFile, OriginalContents, Originals, OriginalsError, StoredFile, UploadRecord};
use tokio::io::AsyncWriteExt;

use crate::contents::{Contents, blocking, digest, hash};
use crate::draft::Draft;
use crate::reach::{self, PART_BYTES, Patience, objects};
use crate::records;

/// Bytes that a check stores.
const CHECK_BYTES: usize = 64 * 1024;

/// One object per hash, `ab/abcdef…`, and records beside it, as in a folder.
pub struct BucketStore {
    store: Arc<dyn ObjectStore>,
    prefix: Path,
}

fn failed(error: object_store::Error) -> OriginalsError {
    io::Error::other(error).into()
}

impl BucketStore {
    /// A bucket that the usual variables lead to and open (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`,
    /// `AWS_ENDPOINT_URL`, for one without TLS `AWS_ALLOW_HTTP`); on machines of Amazon the role of the machine. All names of
    /// objects begin with `prefix`. Nobody is asked yet.
    pub fn from_env(bucket: &str, prefix: &str) -> io::Result<Self> {
        Self::new(reach::from_env(bucket), prefix)
    }

    /// A bucket by its address and keys.
    pub fn of_server(endpoint: &str, bucket: &str, key_id: &str, secret: &str, prefix: &str) -> io::Result<Self> {
        Self::new(reach::of_server(endpoint, bucket, key_id, secret), prefix)
    }

    fn new(builder: AmazonS3Builder, prefix: &str) -> io::Result<Self> {
        Ok(Self {
            store: reach::open(builder, Patience::OfSomebodyWaiting)?,
            prefix: objects(prefix)?,
        })
    }

    /// Where originals lie whose hashes begin with this byte.
    fn folder(&self, first: u8) -> Path {
        self.prefix.clone().join(format!("{first:02x}"))
    }

    fn path(&self, sha256: Sha256) -> Path {
        self.folder(sha256.0[0]).join(sha256.to_string())
    }

    /// The names of what lies there.
    async fn names(&self, first: u8) -> Result<Vec<String>, OriginalsError> {
        let folder = self.folder(first);
        let found = self.store.list(Some(&folder));
        let names = found.map_ok(|object| object.location.filename().unwrap_or_default().to_owned());
        names.try_collect().await.map_err(failed)
    }

    async fn has(&self, path: &Path) -> Result<bool, OriginalsError> {
        match self.store.head(path).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }

    async fn bytes(&self, path: &Path) -> object_store::Result<bytes::Bytes> {
        self.store.get(path).await?.bytes().await
    }
}

#[async_trait]
impl Originals for BucketStore {
    async fn receive(&self) -> Result<Box<dyn IncomingFile>, OriginalsError> {
        // Without a name: nothing is left of it, whatever becomes of this program.
        let file = blocking(tempfile::tempfile).await?;
        Ok(Box::new(Incoming {
            draft: Draft::new(file),
            store: Arc::clone(&self.store),
            prefix: self.prefix.clone(),
        }))
    }

    async fn read(&self, sha256: Sha256) -> Result<Option<Vec<u8>>, OriginalsError> {
        match self.bytes(&self.path(sha256)).await {
            Ok(bytes) if hash(&bytes) == sha256 => Ok(Some(bytes.into())),
            Ok(_) => Err(OriginalsError::Damaged(sha256)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    async fn open(&self, sha256: Sha256) -> Result<Option<Box<dyn OriginalContents>>, OriginalsError> {
        let found = match self.store.get(&self.path(sha256)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        // Comes whole before a byte of it leaves the house.
        let mut local = tokio::fs::File::from_std(blocking(tempfile::tempfile).await?);
        let mut pieces = found.into_stream();
        while let Some(piece) = pieces.try_next().await.map_err(failed)? {
            local.write_all(&piece).await?;
        }
        local.flush().await?;
        let mut local = local.into_std().await;
        let (local, found, size_bytes) = blocking(move || {
            local.rewind()?;
            let (found, size_bytes) = digest(&mut local)?;
            local.rewind()?;
            Ok((local, found, size_bytes))
        })
        .await?;
        if found != sha256 {
            return Err(OriginalsError::Damaged(sha256));
        }
        Ok(Some(Box::new(Contents::new(local, size_bytes))))
    }

    async fn list(&self, first: u8) -> Result<Vec<Sha256>, OriginalsError> {
        let names = self.names(first).await?;
        // Records have other names.
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    async fn keep_record(&self, record: &UploadRecord) -> Result<(), OriginalsError> {
        for file in &record.files {
            let name = records::name(file.sha256, record);
            let path = self.folder(file.sha256.0[0]).join(name);
            // Whoever else writes it meanwhile writes the same.
            if !self.has(&path).await? {
                let bytes = records::to_bytes(record)?;
                self.store.put(&path, bytes.into()).await.map_err(failed)?;
            }
        }
        Ok(())
    }

    async fn records(&self, first: u8) -> Result<Vec<UploadRecord>, OriginalsError> {
        let mut read = records::Read::default();
        for name in self.names(first).await? {
            if records::is_record(&name) {
                let path = self.folder(first).join(name);
                match self.bytes(&path).await {
                    Err(object_store::Error::NotFound { .. }) => {}
                    Err(error) => return Err(failed(error)),
                    Ok(bytes) => read.add(path.as_ref(), Ok(bytes)),
                }
            }
        }
        Ok(read.into_records())
    }

    async fn check(&self) -> Result<(), OriginalsError> {
        // Of all servers the same: whichever puts or removes it, it says the same.
        let probe = self.prefix.clone().join("check");
        let stored = self.store.put(&probe, vec![0; CHECK_BYTES].into()).await;
        stored.map_err(failed)?;
        self.store.delete(&probe).await.map_err(failed)
    }

    async fn remove_abandoned(&self) -> Result<usize, OriginalsError> {
        // What is received lies in files without a name.
        Ok(0)
    }
}

struct Incoming {
    draft: Draft,
    store: Arc<dyn ObjectStore>,
    prefix: Path,
}

#[async_trait]
impl IncomingFile for Incoming {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), OriginalsError> {
        self.draft.write(bytes).await
    }

    fn size_bytes(&self) -> u64 {
        self.draft.size_bytes()
    }

    fn sha256(&self) -> Sha256 {
        self.draft.sha256()
    }

    async fn head(&mut self, count: usize) -> Result<Vec<u8>, OriginalsError> {
        self.draft.head(count).await
    }

    async fn contents(&mut self) -> Result<Vec<u8>, OriginalsError> {
        self.draft.contents().await
    }

    async fn keep(self: Box<Self>) -> Result<StoredFile, OriginalsError> {
        let Self { draft, store, prefix } = *self;
        let (mut file, stored) = draft.end().await?;
        let bucket = BucketStore { store, prefix };
        let path = bucket.path(stored.sha256);
        let mut sent = BufWriter::with_capacity(Arc::clone(&bucket.store), path, PART_BYTES);
        let copied = tokio::io::copy(&mut file, &mut sent).await;
        // With this the object is there, whole or not at all.
        let ended = match copied {
            Ok(_) => sent.shutdown().await,
            Err(error) => Err(error),
        };
        if let Err(error) = ended {
            // The store would keep its parts; what came of the attempt changes nothing for whoever sent the file.
            let _ = sent.abort().await;
            return Err(error.into());
        }
        Ok(stored)
    }
}
