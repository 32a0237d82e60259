//! Text in Slack's `mrkdwn`, in which nothing of it is markup.

use domain::message::{Run, Text};

use super::super::safe::harmless;
use super::length;

/// A piece of text as it is.
pub(super) fn literal(text: &str) -> String {
    let harmless = harmless(text);
    let mut out = String::with_capacity(harmless.len());
    for c in without_pictures(&harmless).chars() {
        push_escaped(c, &mut out);
    }
    out
}

/// A text within a length, cut at its end where it must be.
pub(super) fn fitting(text: &Text, most: usize) -> String {
    let mut out = String::new();
    for run in text.runs() {
        let piece = piece(run, most.saturating_sub(length(&out)));
        if piece.is_cut {
            // Without its end there is nothing more to say.
            out.push_str(&piece.text);
            return out;
        }
        out.push_str(&piece.text);
    }
    out
}

struct Piece {
    text: String,
    is_cut: bool,
}

fn piece(run: &Run, most: usize) -> Piece {
    let whole = literal(&run.text);
    let marks = if run.strong { 2 } else { 0 };
    if length(&whole) + marks <= most {
        let text = if run.strong { bold(&whole) } else { whole };
        return Piece { text, is_cut: false };
    }
    let mut text = String::new();
    // The ellipsis needs a place, and so do the marks.
    let most = most.saturating_sub(1 + marks);
    for c in without_pictures(&harmless(&run.text)).chars() {
        let mut next = String::new();
        push_escaped(c, &mut next);
        if length(&text) + length(&next) > most {
            break;
        }
        text.push_str(&next);
    }
    if most > 0 {
        text.push('…');
    }
    let text = if run.strong { bold(&text) } else { text };
    Piece { text, is_cut: true }
}

/// In bold; blanks at the ends stay outside, or Slack would show the signs.
fn bold(text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let lead = text.len() - text.trim_start().len();
    let tail = text.trim_end().len();
    format!("{}*{inner}*{}", &text[..lead], &text[tail..])
}

/// `&`, `<` and `>` have a notation of their own. The signs of formatting have none: signs that look alike stand for them.
fn push_escaped(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '*' => out.push('∗'),
        '_' => out.push('ˍ'),
        '~' => out.push('∼'),
        '`' => out.push('ˋ'),
        other => out.push(other),
    }
}

/// Names of pictures between colons, parted from the first.
fn without_pictures(text: &str) -> String {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '\'');
    let parts: Vec<&str> = text.split(':').collect();
    let mut out = String::with_capacity(text.len());
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            out.push(':');
            let has_colon_behind = place + 1 < parts.len();
            if has_colon_behind && !part.is_empty() && part.chars().all(is_name) {
                out.push('\u{200B}');
            }
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_people_typed_is_markup() {
        let hostile = "<!channel> <@U1> <https://evil.example|봄밤> *굵게* _기울임_ ~줄~ `코드` & :fire: @here";
        let written = literal(hostile);
        for sign in ['<', '*', '_', '~', '`'] {
            assert!(!written.contains(sign), "{written}");
        }
        assert!(!written.contains(":fire:") && !written.contains("@here") && !written.contains("https://"));
        assert!(written.starts_with("&lt;!channel&gt;"));
    }

    #[test]
    fn times_stay_as_they_are() {
        assert_eq!(literal("7/9(목) 19:30"), "7/9(목) 19:30");
    }

    #[test]
    fn a_text_is_cut_between_characters_and_stays_within_its_length() {
        for most in 0..40 {
            let text = Text::from("가<나>&").and_strong("다&라&마&바&사&아&자&차&카").and("끝");
            let written = fitting(&text, most);
            assert!(length(&written) <= most.max(1), "{most}: {written}");
            let rest = written.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "");
            assert!(!rest.contains('&'), "{written}");
        }
    }

    #[test]
    fn bold_leaves_blanks_outside() {
        assert_eq!(fitting(&Text::strong(" 봄*밤 "), 100), " *봄∗밤* ");
    }
}
