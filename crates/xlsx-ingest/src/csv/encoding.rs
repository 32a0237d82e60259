//! Finding out how a text file is encoded.

use std::borrow::Cow;

use encoding_rs::{EUC_KR, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The text of a file: UTF-8, which is not copied, UTF-16 or CP949; `None` when it is none of them.
pub(crate) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (guess(bytes), bytes),
    };
    if (encoding == UTF_16LE || encoding == UTF_16BE) && bytes.len() % 2 == 1 {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{1A}' | '\u{85}');
    text.chars().all(is_text).then_some(text)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    // No text of a single byte per letter holds a zero byte, and every marker of UTF-16 holds many.
    if bytes.contains(&0) {
        let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
        if zeros(0) > zeros(1) { UTF_16BE } else { UTF_16LE }
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        // CP949 is what the web calls EUC-KR.
        EUC_KR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "dash_date,공연일\n2026-11-19,똠방각하\n";
        let marked = format!("\u{FEFF}{text}");
        for bytes in [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf_16(&marked, u16::to_le_bytes),
            utf_16(&marked, u16::to_be_bytes),
            utf_16(text, u16::to_le_bytes),
            utf_16(text, u16::to_be_bytes),
            EUC_KR.encode(text).0.into_owned(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(text));
        }
    }

    #[test]
    fn other_bytes_are_no_text() {
        for bytes in [
            &b"\xFF\xFF\xFF"[..],
            b"\x01\x02\x03",
            b"\xFF\xFEa",
            b"\xFF\xFE\x00\xD8\x00\xD8",
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
