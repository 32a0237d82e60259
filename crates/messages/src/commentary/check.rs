//! What of an answer of a language model is let through: one plain sentence whose numbers are the given ones.

use ports::driving::DropReason;
use unicode_normalization::UnicodeNormalization;

use super::figure::Figure;
use super::numbers;
use super::tags;

/// Length of a comment, in characters.
const CHARS: std::ops::RangeInclusive<usize> = 10..=160;
/// Words that make a promise of what is only expected; whatever is said of them, a comment can do without.
const PROMISES: [&str; 6] = ["확실", "반드시", "틀림없", "보장", "장담", "분명"];
/// Stands for a name while the sentence is judged.
const NAME: char = '◇';

/// The comment, with names in the place of their tags; or why it is dropped.
pub(super) fn checked(answer: &str, figures: &[Figure], names: &[String]) -> Result<String, DropReason> {
    // Digits of every width and script become plain ones, or are refused below.
    let sentence: String = answer.trim().trim_matches('"').trim().nfkc().collect();
    if !CHARS.contains(&sentence.chars().count()) {
        return Err(DropReason::BadForm);
    }
    let judged = tags::replaced(&sentence, names.len(), |_| NAME.to_string()).ok_or(DropReason::BadForm)?;
    if !is_plain(&judged) || !is_one_sentence(&judged) || promises(&judged) {
        return Err(DropReason::BadForm);
    }
    if !numbers::are_supported(&judged, figures) {
        return Err(DropReason::UnsupportedNumber);
    }
    tags::named(&sentence, names).ok_or(DropReason::BadForm)
}

/// Letters of Hangul, digits, and the few signs that a sentence with figures needs: no markup, no address, no other script,
/// in which numbers could hide.
fn is_plain(sentence: &str) -> bool {
    let mut before = ' ';
    let mut has_letters = false;
    for c in sentence.chars() {
        let is_letter = matches!(c, '가'..='힣');
        has_letters |= is_letter;
        let fits = is_letter
            || c.is_ascii_digit()
            || matches!(c, ' ' | '.' | ',' | '%' | '+' | '-' | '~' | '/' | '(' | ')' | '·' | NAME)
            // Of points: `%p`.
            || (c == 'p' && before == '%');
        if !fits {
            return false;
        }
        before = c;
    }
    has_letters
}

fn promises(sentence: &str) -> bool {
    PROMISES.iter().any(|word| sentence.contains(word))
}

/// Ends like a sentence, and no other does before.
fn is_one_sentence(sentence: &str) -> bool {
    let Some(body) = sentence.strip_suffix('.') else {
        return false;
    };
    let ends_politely = ["다", "요"].iter().any(|ending| body.ends_with(ending));
    let chars: Vec<char> = body.chars().collect();
    let is_point_between_digits = |place: usize| {
        let is_digit = |place: Option<usize>| {
            place
                .and_then(|place| chars.get(place))
                .is_some_and(char::is_ascii_digit)
        };
        is_digit(place.checked_sub(1)) && is_digit(place.checked_add(1))
    };
    let mut points = chars.iter().enumerate().filter(|(_, c)| **c == '.');
    ends_politely && points.all(|(place, _)| is_point_between_digits(place))
}
