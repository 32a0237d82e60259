use std::io::Write;
use std::sync::OnceLock;

use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Shorter answers are not worth compressing.
const LEAST_COMPRESSED_BYTES: usize = 1_000;
/// Of a long list of days this level leaves two thirds of what level 4 does, in a quarter more time.
const COMPRESSION: Compression = Compression::new(6);

/// A finished answer, and the data version that it is of.
pub(crate) struct Answer {
    pub(crate) data_version: i64,
    pub(crate) tag: HeaderValue,
    json: Bytes,
    gzip: OnceLock<Option<Bytes>>,
}

impl Answer {
    pub(crate) fn new(data_version: i64, tag: HeaderValue, json: Vec<u8>) -> Self {
        Self {
            data_version,
            tag,
            json: json.into(),
            gzip: OnceLock::new(),
        }
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Bytes {
        self.json.clone()
    }

    /// The body compressed, once for all who ask; `None` where that is not worth it.
    pub(crate) fn gzip(&self) -> Option<Bytes> {
        self.gzip.get_or_init(|| compressed(&self.json)).clone()
    }

    /// Bytes that it takes in memory, at most: a compressed body is smaller than the plain one.
    pub(crate) fn size_bytes(&self) -> usize {
        self.json.len() * 2 + self.tag.len()
    }
}

fn compressed(json: &[u8]) -> Option<Bytes> {
    if json.len() < LEAST_COMPRESSED_BYTES {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(json.len() / 4), COMPRESSION);
    encoder
        .write_all(json)
        .and_then(|()| encoder.finish())
        .ok()
        .filter(|gzip| gzip.len() < json.len())
        .map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn tag() -> HeaderValue {
        HeaderValue::from_static("W/\"0\"")
    }

    #[test]
    fn a_long_body_is_compressed_and_a_short_one_is_not() {
        let json = "[1,2,3]".repeat(1_000).into_bytes();
        let answer = Answer::new(1, tag(), json.clone());
        let gzip = answer.gzip().unwrap();
        let mut inflated = Vec::new();
        flate2::read::GzDecoder::new(&gzip[..])
            .read_to_end(&mut inflated)
            .unwrap();
        assert_eq!(inflated, json);
        assert!(gzip.len() + json.len() <= answer.size_bytes());
        assert_eq!(Answer::new(1, tag(), b"[]".to_vec()).gzip(), None);
    }
}
