//! The names of weekdays.

use chrono::Weekday;

const SYLLABLES: [(char, Weekday); 7] = [
    ('월', Weekday::Mon),
    ('화', Weekday::Tue),
    ('수', Weekday::Wed),
    ('목', Weekday::Thu),
    ('금', Weekday::Fri),
    ('토', Weekday::Sat),
    ('일', Weekday::Sun),
];

/// Reads `수`, `수요일`, `Wed` or `Wednesday`, also in brackets.
pub(super) fn parse_weekday(text: &str) -> Option<Weekday> {
    let text = text.trim();
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let word = inner.unwrap_or(text).trim();
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return word.parse().ok();
    }
    let mut syllables = word.strip_suffix("요일").unwrap_or(word).chars();
    let syllable = syllables.next().filter(|_| syllables.next().is_none())?;
    let known = SYLLABLES.iter().find(|(known, _)| *known == syllable);
    known.map(|(_, weekday)| *weekday)
}

/// The weekday that a text begins with, whatever follows: `수`, `수요일 낮`, `Wed.`.
pub(crate) fn weekday_of(text: &str) -> Option<Weekday> {
    const LATIN: [(&str, Weekday); 7] = [
        ("mon", Weekday::Mon),
        ("tue", Weekday::Tue),
        ("wed", Weekday::Wed),
        ("thu", Weekday::Thu),
        ("fri", Weekday::Fri),
        ("sat", Weekday::Sat),
        ("sun", Weekday::Sun),
    ];
    let text = text.trim_start();
    let first = text.chars().next()?;
    let latin = || {
        let start = text.get(..3)?.to_ascii_lowercase();
        LATIN.iter().find(|(name, _)| *name == start)
    };
    let syllable = SYLLABLES.iter().find(|(known, _)| *known == first);
    syllable
        .map(|(_, weekday)| *weekday)
        .or_else(|| latin().map(|(_, weekday)| *weekday))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_go_on_behind_its_weekday() {
        for text in ["수", "수요일 낮", "wed.", "WEDNESDAY", " 수(마티네)"] {
            assert_eq!(weekday_of(text), Some(Weekday::Wed), "{text}");
        }
        for none in ["", "휴관", "we", "(수)"] {
            assert_eq!(weekday_of(none), None, "{none}");
        }
    }

    #[test]
    fn weekdays_are_read_in_korean_and_english() {
        for text in ["수", "수요일", "(수)", "( 수요일 )", "Wed", "wednesday", "(WED)"] {
            assert_eq!(parse_weekday(text), Some(Weekday::Wed), "{text}");
        }
        assert_eq!(parse_weekday("일"), Some(Weekday::Sun));
        for none in ["", "()", "요일", "수목", "We", "휴관", "(수", "Wed."] {
            assert_eq!(parse_weekday(none), None, "{none}");
        }
    }
}
