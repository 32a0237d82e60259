//! Labels as they are compared.

use unicode_normalization::UnicodeNormalization;

use crate::text::shows_nothing;

/// A label or the name of a sheet as it is compared: NFKC, without blanks and what shows nothing, in lower case.
pub fn normalised(text: &str) -> String {
    if text.is_ascii() {
        return text
            .bytes()
            .filter(|byte| !byte.is_ascii_whitespace() && *byte != 0x0B)
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    let folded = text.nfkc().flat_map(char::to_lowercase).nfkc();
    folded.filter(|c| !c.is_whitespace() && !shows_nothing(*c)).collect()
}

/// A name as people see it: composed, with wide brackets as narrow ones, and single blanks.
pub(super) fn shown(text: &str) -> String {
    let visible: String = text
        .nfc()
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            other => other,
        })
        .filter(|c| !shows_nothing(*c))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_alike() {
        for text in [
            "회차별판매",
            "회차별 판매",
            "회차별\n판매",
            "회차별\u{3000}판매\u{200B}",
            "회차별\u{A0}판매",
        ] {
            assert_eq!(normalised(text), "회차별판매", "{text:?}");
        }
        assert_eq!(
            normalised("회차별판매".nfd().collect::<String>().as_str()),
            "회차별판매"
        );
        assert_eq!(normalised(" Seat  Details\t"), "seatdetails");
        assert_eq!(normalised("ＹＥＳ２４（미입금）"), "yes24(미입금)");
        assert_eq!(shown(" NOL\u{3000}티켓（주）\n"), "NOL 티켓(주)");
    }
}
