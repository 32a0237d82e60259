//! File names as they arrive, and as they are kept.

use domain::text::as_seen;
use percent_encoding::percent_decode_str;

/// Longest name that is kept, in characters.
const MAX_CHARS: usize = 200;

/// A file name as it looks: without percent-encoding, path, control characters and marks that turn the direction of text
/// (by which `xslx.exe` can be shown as something else), in NFC (macOS sends NFD). Never empty.
pub fn clean(raw: &str) -> String {
    // A per cent sign that encodes nothing readable stays.
    let decoded = percent_decode_str(raw)
        .decode_utf8()
        .map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned);
    let base = decoded.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = as_seen(base).chars().filter(|c| !c.is_control()).collect();
    let name: String = seen.trim().chars().take(MAX_CHARS).collect();
    if name.is_empty() || name.chars().all(|c| c == '.') {
        "workbook".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn names_from_macos_and_from_links_become_what_people_see() {
        let composed = "20261119_PL2612_두 번째 편지.xlsx";
        let decomposed: String = composed.nfd().collect();
        assert_ne!(decomposed, composed);
        assert_eq!(clean(&decomposed), composed);
        assert_eq!(
            clean("20261119_PL2612_%EB%91%90%20%EB%B2%88%EC%A7%B8%20%ED%8E%B8%EC%A7%80.xlsx"),
            composed
        );
        assert_eq!(clean("100%.xlsx"), "100%.xlsx");
    }

    #[test]
    fn names_never_become_paths_or_break_lines() {
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean(r"C:\판매\a.xlsx"), "a.xlsx");
        assert_eq!(clean("a%2Fb%0d%0a.xlsx"), "b.xlsx");
        assert_eq!(clean("..%2f.."), "workbook");
        assert_eq!(clean("\u{202E}xslx.exe"), "xslx.exe");
        assert_eq!(clean(""), "workbook");
    }
}
