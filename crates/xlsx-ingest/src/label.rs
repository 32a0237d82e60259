//! Text as people see and compare it.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Words for a line of totals.
const TOTALS: [&str; 9] = ["합계", "소계", "총계", "누계", "평균", "계", "total", "sum", "avg"];

/// A text without invisible characters and blanks at its ends, composed.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let has_invisible = text.contains(is_invisible);
    if !has_invisible && is_nfc(text) {
        return Cow::Borrowed(text);
    }
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).nfc().collect();
    Cow::Owned(seen.trim().to_owned())
}

/// Whether nothing of a text is visible.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// A marker or the name of a sheet as it is compared: what is visible of it, without case, full width as half width.
pub(crate) fn clean_label(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let seen = text.chars().filter(|c| !is_invisible(*c)).nfkc();
    // Lower case can need another form than the text had.
    let label: String = seen.flat_map(char::to_lowercase).nfkc().collect();
    label.trim().to_owned()
}

/// Whether two markers or names of sheets are the same for people.
pub(crate) fn is_same_label(one: &str, other: &str) -> bool {
    one == other || clean_label(one) == clean_label(other)
}

/// Whether a text is a word for totals, alone or at its beginning (`합계`, `소계(주말)`, `Total sales`, `합 계`).
///
/// `계` and the Latin words must end there: `계획` and `Summer` are no totals.
pub(crate) fn is_total(text: &str) -> bool {
    let label = clean_label(text);
    TOTALS.iter().any(|word| begins_with_word(&label, word)) || begins_with_spaced_word(&label)
}

fn begins_with_word(label: &str, word: &str) -> bool {
    let Some(rest) = label.strip_prefix(word) else {
        return false;
    };
    let may_go_on = !word.is_ascii() && word.chars().count() > 1;
    may_go_on || ends_word(rest)
}

/// Two syllables with blanks between them, which people write to fill a cell.
fn begins_with_spaced_word(label: &str) -> bool {
    let Some((first, rest)) = label.split_once(char::is_whitespace) else {
        return false;
    };
    TOTALS.iter().any(|word| {
        let second = word
            .strip_prefix(first)
            .filter(|second| !first.is_empty() && !second.is_empty());
        let second = second.filter(|_| !word.is_ascii());
        second.is_some_and(|second| rest.trim_start().strip_prefix(second).is_some_and(ends_word))
    })
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(char::is_alphabetic)
}

/// Characters without a shape: they join, part, turn or fill text.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_compared_as_people_see_them() {
        for label in [
            "DASH_DATE",
            "  dash_date\u{A0}",
            "\u{FEFF}dash_\u{200B}date",
            "da\u{AD}sh_date",
            "\u{202A}dash_date\u{202C}",
            "ｄａｓｈ＿ｄａｔｅ",
            "\u{3000}Dash_Date\u{2060}",
        ] {
            assert!(is_same_label(label, "dash_date"), "{label:?}");
        }
        assert!(is_same_label("\u{1112}\u{116C}\u{110E}\u{1161}", "회차"));
        for other in ["dash date", "dashdate", "dash_dates", ""] {
            assert!(!is_same_label(other, "dash_date"), "{other:?}");
        }
    }

    #[test]
    fn what_is_visible_keeps_its_case_and_its_signs() {
        assert_eq!(visible(" \u{FEFF}Ａ①\u{200B} b\u{A0}"), "Ａ① b");
        assert_eq!(visible("\u{200B} 1"), "1");
    }

    #[test]
    fn totals_are_known_by_their_word() {
        for text in [
            "합계",
            "소계",
            "총계",
            "누계",
            "계",
            "평균",
            "TOTAL",
            "Sum",
            "avg",
            " 합계 ",
            "합계(원)",
            "합계금액",
            "소계 1",
            "계:",
            "Total sales",
            "SUM(11월)",
            "Avg.",
            "합 계",
            "합   계",
            "소 계 (주말)",
            "ＴＯＴＡＬ",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "",
            "계획",
            "계약금",
            "Summer",
            "totals",
            "1 합계",
            "합",
            "합 계획",
            "전체 합계",
            "su m",
            "판매일",
        ] {
            assert!(!is_total(text), "{text}");
        }
    }
}
