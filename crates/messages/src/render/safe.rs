//! Text from people as data: nothing of it acts, whatever reads it.

use domain::text::shows_nothing;

/// Shows nothing, and parts what programs would otherwise take for a link or a mention.
const PART: char = '\u{200B}';

/// The text on one line, without what shows nothing or turns the direction of text, and with links, addresses and mentions
/// parted: readers of mail and Slack make links of plain text by themselves.
pub(crate) fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut chars = text.chars().filter(|c| !shows_nothing(*c)).peekable();
    while let Some(c) = chars.next() {
        if c.is_control() || c.is_whitespace() {
            // A space may stand at the end: another run follows.
            if before != Some(' ') {
                out.push(' ');
            }
            before = Some(' ');
            continue;
        }
        out.push(c);
        let next = chars.peek().copied();
        let parts = match c {
            '@' => true,
            ':' => next == Some('/'),
            '.' => before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic),
            _ => false,
        };
        if parts {
            out.push(PART);
        }
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_goes_and_lines_become_one() {
        assert_eq!(harmless("봄\u{202E}밤\u{200B}\n\n의\t왈츠\u{7}"), "봄밤 의 왈츠 ");
    }

    #[test]
    fn links_addresses_and_mentions_are_parted() {
        for text in [
            "https://evil.example/x",
            "evil.example",
            "www.evil.kr",
            "mailto:a@b.example",
            "@channel",
            "한글.한국",
        ] {
            let harmless = harmless(text);
            assert!(harmless.contains(PART), "{harmless}");
            assert_eq!(harmless.replace(PART, ""), text);
        }
        for text in ["19:30", "3.5%", "11/9–11/15", "끝났습니다.", "1,234.5"] {
            assert_eq!(harmless(text), text);
        }
    }
}
