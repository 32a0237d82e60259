//! Files that are downloaded.

use std::io;
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use actix_web::web::Bytes;
use futures_util::stream::unfold;
use ports::driving::Download;
use tokio::time::Instant;

/// Longest time that a download may take.
const LONGEST_DOWNLOAD: Duration = Duration::from_mins(10);

/// A file that browsers save under its name, and never run.
pub(crate) fn answer(file_name: &str, media_type: &'static str, bytes: Vec<u8>) -> HttpResponse {
    as_attachment(HttpResponse::Ok().content_type(media_type).body(bytes), file_name)
}

/// An original, piece by piece: memory is taken for what the client takes, and a client that takes too long is left.
pub(crate) fn stream(download: Download) -> HttpResponse {
    let Download { file, contents } = download;
    let end = Instant::now() + LONGEST_DOWNLOAD;
    let pieces = unfold(contents, move |mut contents| async move {
        let piece = if Instant::now() > end {
            Err(io::ErrorKind::TimedOut.into())
        } else {
            contents.next().await.map_err(io::Error::other).transpose()?
        };
        Some((piece.map(Bytes::from), contents))
    });
    let length = u64::try_from(file.size_bytes).unwrap_or_default();
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/octet-stream").no_chunking(length);
    as_attachment(answer.streaming(pieces), &file.file_name)
}

/// The same of an answer that is made already.
pub(crate) fn as_attachment(mut answer: HttpResponse, file_name: &str) -> HttpResponse {
    let headers = answer.headers_mut();
    let disposition = attachment(file_name);
    headers.insert(
        CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition).expect("percent-encoded"),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'"),
    );
    answer
}

/// A file name of any script (RFC 6266, RFC 8187), with one of plain letters for old programs.
fn attachment(file_name: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
            c
        } else {
            '_'
        }
    };
    let fallback: String = file_name.chars().map(plain).collect();
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~');
    let encoded: String = file_name
        .bytes()
        .map(|byte| {
            if unreserved(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{fallback}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_korean_file_name_survives_the_header() {
        let header = attachment("20261119_PL2612_편지\".xlsx");
        assert!(
            header.starts_with("attachment; filename=\"20261119_PL2612___"),
            "{header}"
        );
        assert!(
            header.ends_with("filename*=UTF-8''20261119_PL2612_%ED%8E%B8%EC%A7%80%22.xlsx"),
            "{header}"
        );
    }
}
