//! Tags in the place of names: a name, which people typed, never reaches a language model, nor can it bring a number along.

/// So many productions have a tag.
pub(super) const MAX_TAGS: usize = 10;

/// `{A}`, `{B}`, …
pub(super) fn tag(place: usize) -> String {
    format!("{{{}}}", letter(place))
}

fn letter(place: usize) -> char {
    const LETTERS: [char; MAX_TAGS] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
    LETTERS[place]
}

/// The sentence with something in the place of each tag; `None` when a tag stands for nothing.
pub(super) fn replaced(sentence: &str, count: usize, by: impl Fn(usize) -> String) -> Option<String> {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(start) = rest.find(['{', '}']) {
        out.push_str(&rest[..start]);
        let place = (0..count.min(MAX_TAGS)).find(|place| rest[start..].starts_with(&tag(*place)))?;
        out.push_str(&by(place));
        rest = &rest[start + tag(place).len()..];
    }
    out.push_str(rest);
    Some(out)
}

/// The sentence with names, and with the particles that fit them.
pub(super) fn named(sentence: &str, names: &[String]) -> Option<String> {
    const OPEN: char = '\u{E000}';
    const CLOSE: char = '\u{E001}';
    let marked = replaced(sentence, names.len(), |place| format!("{OPEN}{place}{CLOSE}"))?;
    let mut out = String::with_capacity(marked.len());
    let mut parts = marked.split(OPEN);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (place, rest) = part.split_once(CLOSE)?;
        let name = names.get(place.parse::<usize>().ok()?)?;
        out.push_str(name);
        out.push_str(&with_particle(name, rest));
    }
    Some(out)
}

/// What follows a name, beginning with the particle that fits its last sound.
fn with_particle(name: &str, rest: &str) -> String {
    const PAIRS: [(&str, &str); 4] = [("은", "는"), ("이", "가"), ("을", "를"), ("과", "와")];
    let Some(closes) = closes(name) else {
        return rest.to_owned();
    };
    for (closed, open) in PAIRS {
        for written in [
            format!("{closed}({open})"),
            format!("{open}({closed})"),
            closed.to_owned(),
            open.to_owned(),
        ] {
            let Some(tail) = rest.strip_prefix(&written) else {
                continue;
            };
            // Only a particle by itself: `이` may begin a word.
            if tail.starts_with([' ', ',', '.']) || tail.is_empty() {
                return format!("{}{tail}", if closes { closed } else { open });
            }
        }
    }
    rest.to_owned()
}

/// Whether a name ends with a consonant; `None` where it does not end with a syllable of Hangul.
fn closes(name: &str) -> Option<bool> {
    let last = name.trim_end().chars().next_back()?;
    matches!(last, '가'..='힣').then(|| !(u32::from(last) - u32::from('가')).is_multiple_of(28))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        ["봄밤의 왈츠", "편지봉투 집", "Hello"].map(str::to_owned).to_vec()
    }

    #[test]
    fn names_come_with_the_particles_that_fit_them() {
        for (sentence, named) in [
            ("{A}은 올랐습니다.", "봄밤의 왈츠는 올랐습니다."),
            ("{B}가 {A}와 함께", "편지봉투 집이 봄밤의 왈츠와 함께"),
            ("{A}은(는) 내렸고", "봄밤의 왈츠는 내렸고"),
            ("{C}은 그대로", "Hello은 그대로"),
            ("{A} 이어서", "봄밤의 왈츠 이어서"),
        ] {
            assert_eq!(super::named(sentence, &names()).as_deref(), Some(named));
        }
    }

    #[test]
    fn a_tag_that_stands_for_nothing_is_refused() {
        for sentence in ["{D}는", "{", "}", "{A", "{{A}}", "{a}"] {
            assert_eq!(named(sentence, &names()), None, "{sentence}");
        }
    }
}
