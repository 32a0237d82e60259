//! How buckets are reached.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{ObjectStore, RetryConfig};

/// Up to so many bytes a file is sent or fetched in one request; larger ones in parts of this size. A store takes 10 000
/// parts: 80 GiB.
pub(crate) const PART_BYTES: usize = 8 * 1024 * 1024;

/// How long a store that does not answer is asked again.
#[derive(Clone, Copy)]
pub(crate) enum Patience {
    /// Whoever waits for an upload waits with it.
    OfSomebodyWaiting,
    /// Nobody waits, and whatever was done so far would be lost.
    OfTheNight,
}

impl Patience {
    fn retry(self) -> RetryConfig {
        let (max_retries, seconds) = match self {
            Self::OfSomebodyWaiting => (3, 20),
            Self::OfTheNight => (10, 180),
        };
        RetryConfig {
            max_retries,
            retry_timeout: Duration::from_secs(seconds),
            ..RetryConfig::default()
        }
    }
}

/// A bucket that the usual variables lead to and open.
pub(crate) fn from_env(bucket: &str) -> AmazonS3Builder {
    AmazonS3Builder::from_env().with_bucket_name(bucket)
}

/// A bucket by its address and keys.
pub(crate) fn of_server(endpoint: &str, bucket: &str, key_id: &str, secret: &str) -> AmazonS3Builder {
    AmazonS3Builder::new()
        .with_endpoint(endpoint)
        .with_allow_http(true)
        .with_bucket_name(bucket)
        .with_access_key_id(key_id)
        .with_secret_access_key(secret)
}

/// Nobody is asked yet.
pub(crate) fn open(builder: AmazonS3Builder, patience: Patience) -> io::Result<Arc<dyn ObjectStore>> {
    let store = builder.with_retry(patience.retry()).build();
    Ok(Arc::new(store.map_err(io::Error::other)?))
}

/// A name of objects, or what such names begin with.
pub(crate) fn objects(name: &str) -> io::Result<Path> {
    Path::parse(name).map_err(io::Error::other)
}
