//! Text as people see it: what looks alike is alike, however a keyboard, a file system or a copied cell wrote it.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text in NFC: each letter as one character where there is one. macOS takes Korean syllables apart.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The text as it looks: composed, without characters that show nothing, and with every blank that is as wide as a space
/// as a space. What is written this way is compared by its characters.
pub fn as_seen(text: &str) -> String {
    let visible = text.chars().filter(|c| !is_invisible(*c));
    visible
        .map(|c| if is_narrow_blank(c) { ' ' } else { c })
        .nfc()
        .collect()
}

/// Characters that show nothing and join nothing. Those that join letters or pictures (U+200C, U+200D) stay.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}')
}

/// Whether a character shows nothing by itself, or turns the direction of text: those of Unicode's category "format", and
/// the fillers of Hangul. [`as_seen`] leaves those that may join letters or pictures; names of people do without.
pub fn shows_nothing(c: char) -> bool {
    is_invisible(c)
        || matches!(c,
            '\u{0600}'..='\u{0605}' | '\u{061C}' | '\u{06DD}' | '\u{070F}' | '\u{115F}' | '\u{1160}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E007F}')
}

/// Blanks that no eye tells from a space.
fn is_narrow_blank(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn syllables_that_were_taken_apart_are_put_together() {
        let apart: String = "두 번째 편지".nfd().collect();
        assert_ne!(apart, "두 번째 편지");
        assert_eq!(composed(&apart), "두 번째 편지");
        assert_eq!(as_seen(&apart), "두 번째 편지");
        assert_eq!(as_seen("e\u{301}"), "é");
    }

    #[test]
    fn what_shows_nothing_is_left_out_and_blanks_are_spaces() {
        assert_eq!(as_seen("\u{FEFF}봄밤의\u{A0}왈\u{200B}츠\u{202E}"), "봄밤의 왈츠");
        assert_eq!(as_seen("\u{3164}"), "");
    }

    #[test]
    fn what_joins_letters_and_pictures_stays() {
        for text in ["👩\u{200D}🎤", "می\u{200C}خواهم", "전각　공백"] {
            assert_eq!(as_seen(text), text);
        }
    }

    proptest! {
        #[test]
        fn seen_twice_is_seen_once(text in any::<String>()) {
            let seen = as_seen(&text);
            prop_assert_eq!(as_seen(&seen), seen.clone());
            prop_assert!(is_nfc(&seen));
        }
    }
}
