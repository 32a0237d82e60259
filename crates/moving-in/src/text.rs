//! Texts of the predecessor, as they are kept here.

use domain::text::{as_seen, composed};

/// A text that was cleaned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// `None` where nothing is left.
    pub text: Option<String>,
    /// Whether it was longer than is kept.
    pub was_cut: bool,
}

/// A text of one line: composed, on one line, without control characters, trimmed, and cut to its limit.
pub fn line(raw: &str, max_chars: usize) -> Cleaned {
    let spaced = breaks(raw).replace(['\n', '\t'], " ");
    cut(&spaced.replace(char::is_control, ""), max_chars)
}

/// A text that keeps its lines, and no other control characters.
pub fn lines(raw: &str) -> Option<String> {
    let text = breaks(raw).replace(|c: char| c.is_control() && c != '\n', "");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Texts one below the other, equal ones once.
pub fn joined(texts: impl IntoIterator<Item = String>) -> Option<String> {
    let mut once: Vec<String> = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    (!once.is_empty()).then(|| once.join("\n"))
}

/// A text cut to its limit, and as it looks: what shows nothing is not kept.
pub fn cut(text: &str, max_chars: usize) -> Cleaned {
    let text = text.trim();
    let was_cut = text.chars().count() > max_chars;
    let kept: String = text.chars().take(max_chars).collect();
    let seen = as_seen(&kept);
    let seen = seen.trim();
    Cleaned {
        text: (!seen.is_empty()).then(|| seen.to_owned()),
        was_cut,
    }
}

/// Composed, with every line break as one.
fn breaks(raw: &str) -> String {
    composed(raw).replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use domain::limits::{MAX_NAME_CHARS, MAX_NOTE_CHARS};
    use domain::validation::{clean_line, clean_text};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn a_line_is_composed_trimmed_and_has_no_breaks() {
        let apart: String = " 등대의\r\n노래\u{0}\t ".nfd().collect();
        assert_eq!(line(&apart, 200).text.as_deref(), Some("등대의 노래"));
        assert_eq!(line(" \n\t", 200), Cleaned::default());
    }

    #[test]
    fn lines_keep_their_breaks() {
        assert_eq!(
            lines(" 수능 할인\r\n재관람\r\t할인\u{7} ").as_deref(),
            Some("수능 할인\n재관람\n할인")
        );
        assert_eq!(lines(" \r\n"), None);
    }

    #[test]
    fn what_is_too_long_is_cut_and_says_so() {
        let cut = line(&"가".repeat(201), 200);
        assert_eq!((cut.text.unwrap().chars().count(), cut.was_cut), (200, true));
        assert!(!line(&"가".repeat(200), 200).was_cut);
    }

    #[test]
    fn equal_texts_stand_once() {
        let texts = ["타임세일", "인스타그램", "타임세일"].map(str::to_owned);
        assert_eq!(joined(texts).as_deref(), Some("타임세일\n인스타그램"));
        assert_eq!(joined([]), None);
    }

    proptest! {
        #[test]
        fn whatever_it_was_it_keeps_the_rules_of_what_is_entered(raw in any::<String>()) {
            let name = line(&raw, MAX_NAME_CHARS).text;
            prop_assert_eq!(clean_line(name.as_deref().unwrap_or(""), MAX_NAME_CHARS), Ok(name));
            let note = cut(&lines(&raw).unwrap_or_default(), MAX_NOTE_CHARS).text;
            prop_assert_eq!(clean_text(note.as_deref().unwrap_or(""), MAX_NOTE_CHARS), Ok(note));
        }
    }
}
