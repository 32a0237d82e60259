//! An object store for tests, on loopback, with a bucket `house`, whose objects are files of a folder.

use std::path::PathBuf;

use domain::upload::Sha256;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::{BackupBucket, BucketStore};

const BUCKET: &str = "house";
const KEY_ID: &str = "office";
const SECRET: &str = "a secret that only this test knows";

/// Ends when it is dropped, with all that it has.
pub struct TestObjectStore {
    folder: TempDir,
    address: String,
    serving: tokio::task::JoinHandle<()>,
}

impl Drop for TestObjectStore {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl TestObjectStore {
    /// Serves on threads of this runtime, which must have some while programs are waited for.
    pub async fn start() -> Self {
        // Fails only where it is installed already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join(BUCKET)).expect("the folder is ours");
        let service = {
            let mut builder = S3ServiceBuilder::new(FileSystem::new(folder.path()).expect("the folder is there"));
            builder.set_auth(SimpleAuth::from_single(KEY_ID, SECRET));
            builder.build()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("a bound port has an address"));
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

    /// What leads a program to it.
    pub fn variables(&self) -> [(&'static str, &str); 5] {
        [
            ("AWS_ENDPOINT_URL", &self.address),
            ("AWS_ALLOW_HTTP", "true"),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", KEY_ID),
            ("AWS_SECRET_ACCESS_KEY", SECRET),
        ]
    }

    /// A store of originals in the bucket.
    pub fn store(&self, prefix: &str) -> BucketStore {
        self.store_with(SECRET, prefix)
    }

    /// The same for whoever says another secret.
    pub fn store_with(&self, secret: &str, prefix: &str) -> BucketStore {
        BucketStore::of_server(&self.address, BUCKET, KEY_ID, secret, prefix).expect("the prefix is a name")
    }

    /// A place of backups in the bucket.
    pub fn backups(&self, prefix: &str) -> BackupBucket {
        self.backups_in(BUCKET, prefix)
    }

    /// A place of backups in a bucket that need not be there.
    pub fn backups_in(&self, bucket: &str, prefix: &str) -> BackupBucket {
        BackupBucket::of_server(&self.address, bucket, KEY_ID, SECRET, prefix).expect("the prefix is a name")
    }

    /// Where the objects are whose names begin so.
    pub fn objects(&self, prefix: &str) -> PathBuf {
        self.folder.path().join(BUCKET).join(prefix)
    }

    /// Where an original is of a store with this prefix.
    pub fn original(&self, prefix: &str, hash: Sha256) -> PathBuf {
        let name = hash.to_string();
        self.objects(prefix).join(&name[..2]).join(&name)
    }
}
