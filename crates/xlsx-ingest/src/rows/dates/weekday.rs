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
pub(crate) fn parse_weekday(text: &str) -> Option<Weekday> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
