//! An object store on loopback, with a bucket `house`, whose objects are files of a folder.

use std::path::PathBuf;

use domain::upload::Sha256;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use original_store::{BackupBucket, BucketStore};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;

const KEY_ID: &str = "office";
const SECRET: &str = "a secret that only this test knows";

/// Ends when it is dropped, with all that it has.
pub(crate) struct Server {
    folder: TempDir,
    address: String,
    serving: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Server {
    pub(crate) async fn start() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("house")).unwrap();
        let service = {
            let mut builder = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
            builder.set_auth(SimpleAuth::from_single(KEY_ID, SECRET));
            builder.build()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let serving = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let http = Builder::new(TokioExecutor::new());
                    let _ = http.serve_connection(TokioIo::new(socket), service).await;
                });
            }
        });
        Self {
            folder,
            address,
            serving,
        }
    }

    pub(crate) fn store(&self, prefix: &str) -> BucketStore {
        BucketStore::of_server(&self.address, "house", KEY_ID, SECRET, prefix).unwrap()
    }

    pub(crate) fn with_other_secret(&self) -> BucketStore {
        BucketStore::of_server(&self.address, "house", KEY_ID, "another", "").unwrap()
    }

    pub(crate) fn backups(&self, prefix: &str) -> BackupBucket {
        BackupBucket::of_server(&self.address, "house", KEY_ID, SECRET, prefix).unwrap()
    }

    pub(crate) fn backups_in(&self, bucket: &str) -> BackupBucket {
        BackupBucket::of_server(&self.address, bucket, KEY_ID, SECRET, "").unwrap()
    }

    /// Where the server keeps an original of a store with this prefix.
    pub(crate) fn file(&self, prefix: &str, hash: Sha256) -> PathBuf {
        let name = hash.to_string();
        self.folder
            .path()
            .join("house")
            .join(prefix)
            .join(&name[..2])
            .join(&name)
    }
}
