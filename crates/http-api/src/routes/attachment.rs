//! Files that are downloaded.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, HeaderValue, X_CONTENT_TYPE_OPTIONS};

/// The media type of `.xlsx`.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file that browsers save under its name, and never run.
pub(super) fn answer(file_name: &str, media_type: &'static str, bytes: Vec<u8>) -> HttpResponse {
    as_attachment(HttpResponse::Ok().content_type(media_type).body(bytes), file_name)
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
