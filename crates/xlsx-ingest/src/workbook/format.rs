//! Telling files apart by their first bytes; extensions are not trusted.

use domain::diagnostics::FileKind;
use memchr::memmem;

/// How much of a file says what it is.
const HEAD_BYTES: usize = 4_096;

/// What a workbook is packed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole2,
}

impl Container {
    /// The container that the first bytes announce.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Some(Self::Zip)
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            Some(Self::Ole2)
        } else {
            None
        }
    }
}

/// What a file evidently is that is neither a workbook nor a table in plain text; `None` when it may be one.
pub(crate) fn stranger(bytes: &[u8]) -> Option<FileKind> {
    if bytes.is_empty() {
        return Some(FileKind::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    by_signature(head)
        .or_else(|| is_rights_managed(head).then_some(FileKind::RightsManaged))
        .or_else(|| by_markup(&as_text(head)))
}

fn by_signature(head: &[u8]) -> Option<FileKind> {
    let starts = |signatures: &[&[u8]]| signatures.iter().any(|signature| head.starts_with(signature));
    let is_riff = |kind: &[u8]| head.starts_with(b"RIFF") && head.get(8..12) == Some(kind);
    let is_base_media = |brands: &[&[u8]]| {
        head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| brands.contains(&brand))
    };
    // Viewers look for it in the first kilobyte.
    if memmem::find(&head[..head.len().min(1_024)], b"%PDF-").is_some_and(|at| at == 0 || !is_texty(&head[..at])) {
        Some(FileKind::Pdf)
    } else if starts(&[
        b"\x89PNG\r\n\x1A\n",
        b"\xFF\xD8\xFF",
        b"GIF87a",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
    ]) || is_riff(b"WEBP")
        || is_base_media(&[b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"])
        || is_bitmap(head)
    {
        Some(FileKind::Picture)
    } else if starts(&[b"HWP Document File"]) {
        Some(FileKind::Hancom)
    } else if starts(&[b"{\\rtf"]) {
        Some(FileKind::OtherOffice)
    } else if starts(&[
        b"\x1F\x8B",
        b"Rar!\x1A\x07",
        b"7z\xBC\xAF\x27\x1C",
        b"BZh",
        b"\xFD7zXZ\0",
        b"ALZ\x01",
        b"EGGA",
    ]) {
        Some(FileKind::Archive)
    } else if starts(&[b"PK"]) && head.get(2).is_some_and(|byte| *byte < b' ') {
        Some(FileKind::Damaged)
    } else {
        None
    }
}

/// Whether these bytes could be of a text.
fn is_texty(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte >= b' ' || byte.is_ascii_whitespace())
}

/// `BM`, a size, and four bytes that are 0: a text begins otherwise.
fn is_bitmap(head: &[u8]) -> bool {
    head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4])
}

/// Whether the wrapping of a rights management that is in use in Korean offices is there.
fn is_rights_managed(head: &[u8]) -> bool {
    // Fasoo, Softcamp, MarkAny, NASCA. Each names itself in the first bytes, which no table does.
    let head = &head[..head.len().min(512)];
    let names: [&[u8]; 6] = [
        b"DRMONE",
        b"Fasoo DRM",
        b"MarkAny",
        b"DOCUMENT SAFER",
        b"NASCA DRM",
        b"SCDRM",
    ];
    head.starts_with(b"SCDSA") || names.iter().any(|name| memmem::find(head, name).is_some())
}

fn by_markup(head: &str) -> Option<FileKind> {
    let text = head.trim_start_matches('\u{FEFF}').trim_start();
    if text.starts_with('<') {
        let lower = text.to_ascii_lowercase();
        let has = |word: &str| lower.contains(word);
        return if has("urn:schemas-microsoft-com:office:spreadsheet") && lower.starts_with("<?xml") {
            Some(FileKind::SpreadsheetXml)
        } else if [
            "<!doctype html",
            "<html",
            "<table",
            "<head",
            "<body",
            "<meta",
            "<style",
            "<div",
            "<script",
        ]
        .into_iter()
        .any(has)
        {
            Some(FileKind::WebPage)
        } else if has("mso-application progid=\"word") || has("opendocument:xmlns:office") {
            Some(FileKind::OtherOffice)
        } else {
            lower.starts_with("<?xml").then_some(FileKind::Unknown)
        };
    }
    let lower = text.to_ascii_lowercase();
    let is_archive = (lower.starts_with("mime-version:") || lower.starts_with("from:"))
        && (lower.contains("multipart/related") || lower.contains("text/html"));
    is_archive.then_some(FileKind::WebArchive)
}

/// The letters of ASCII in a beginning of whatever encoding, and others where it is UTF-8 or UTF-16.
fn as_text(head: &[u8]) -> String {
    let encoding = match head {
        [0xFE, 0xFF, ..] | [0, b'<', ..] => encoding_rs::UTF_16BE,
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => encoding_rs::UTF_16LE,
        _ => encoding_rs::UTF_8,
    };
    encoding.decode(head).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_workbooks_are_told_apart() {
        let utf_16: Vec<u8> = "<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], FileKind); 22] = [
            (b"", FileKind::Empty),
            (b"<!DOCTYPE HTML><html><table>", FileKind::WebPage),
            (
                b"\xEF\xBB\xBF\r\n <html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
                FileKind::WebPage,
            ),
            (b"<table border=1><tr><td>dash_date</td>", FileKind::WebPage),
            (&utf_16, FileKind::WebPage),
            (
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
                  <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                FileKind::SpreadsheetXml,
            ),
            (
                b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x",
                FileKind::WebArchive,
            ),
            (b"%PDF-1.7\n", FileKind::Pdf),
            (b"\0\0%PDF-1.4", FileKind::Pdf),
            (b"\x89PNG\r\n\x1A\n", FileKind::Picture),
            (b"\xFF\xD8\xFF\xE0", FileKind::Picture),
            (b"GIF89a", FileKind::Picture),
            (b"RIFF\0\0\0\0WEBP", FileKind::Picture),
            (b"BM\x01\x02\x03\0\0\0\0\0", FileKind::Picture),
            (b"\0\0\0\x18ftypheic", FileKind::Picture),
            (b"HWP Document File V3.00", FileKind::Hancom),
            (b"\x9B DRMONE  This Document is encrypted", FileKind::RightsManaged),
            (b"SCDSA002\0\0", FileKind::RightsManaged),
            (b"\x01\x02MarkAny", FileKind::RightsManaged),
            (b"{\\rtf1", FileKind::OtherOffice),
            (b"7z\xBC\xAF\x27\x1C", FileKind::Archive),
            (b"PK\x07\x08", FileKind::Damaged),
        ];
        for (bytes, kind) in cases {
            assert_eq!(stranger(bytes), Some(kind), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn tables_in_plain_text_are_no_strangers() {
        for text in [
            "dash_date,dash_seat_paid_tot\n",
            "BM,1,2",
            "PK-12,3",
            "<없음>,dash_date",
            "%PDF 아님,1",
        ] {
            assert_eq!(stranger(text.as_bytes()), None, "{text}");
        }
    }
}
