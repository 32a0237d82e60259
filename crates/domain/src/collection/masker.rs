use std::fmt;
use std::ops::Range;

/// What stands in the place of a secret.
pub const MASK: &str = "••••";

/// The value of a secret. It shows itself to nobody who prints it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Of this value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value: for whom it is meant, and nobody else.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Takes secrets out of what leaves a run: messages, details, names of files, pages. Each is known however a text writes its
/// characters: plain, escaped for HTML, URLs and JSON, each by itself and more than once; in base64, also as a part of
/// something longer. Letters count without case, as hosts and styles of pages change it.
#[derive(Clone, Default)]
pub struct Masker {
    /// What is looked for, character by character.
    patterns: Vec<Vec<char>>,
    /// For each byte, whether something that is looked for can begin with it.
    beginnings: Vec<bool>,
}

impl fmt::Debug for Masker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Masker({} patterns)", self.patterns.len())
    }
}

impl Masker {
    /// Of these secrets.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let mut patterns: Vec<Vec<char>> = secrets
            .into_iter()
            .flat_map(|secret| patterns_of(secret.reveal()))
            .collect();
        patterns.sort_unstable();
        patterns.dedup();
        let mut beginnings = vec![false; 256];
        for first in patterns.iter().filter_map(|pattern| pattern.first()) {
            let mut bytes = [0; 4];
            let plain = first.encode_utf8(&mut bytes).as_bytes()[0];
            for byte in [plain.to_ascii_lowercase(), plain.to_ascii_uppercase()] {
                beginnings[usize::from(byte)] = true;
            }
        }
        // What is escaped; and a blank of a form or of HTML.
        for byte in [b'&', b'%', b'\\', b'+', NO_BREAK[0]] {
            beginnings[usize::from(byte)] = !patterns.is_empty();
        }
        Self { patterns, beginnings }
    }

    /// The text without secrets.
    pub fn mask(&self, text: &str) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut taken = 0;
        let mut places = self.places(text).peekable();
        while let Some(mut place) = places.next() {
            // Of two that overlap no rest of either stays.
            while let Some(next) = places.next_if(|next| next.start < place.end) {
                place.end = place.end.max(next.end);
            }
            masked.push_str(&text[taken..place.start]);
            masked.push_str(MASK);
            taken = place.end;
        }
        masked.push_str(&text[taken..]);
        masked
    }

    /// Whether a secret is part of the text.
    pub fn finds(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// Where secrets stand, from front to back; one may begin within another.
    fn places(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let bytes = text.as_bytes();
        let begins = move |byte: u8| self.beginnings.get(usize::from(byte)).copied().unwrap_or(false);
        let starts = (0..bytes.len()).filter(move |at| begins(bytes[*at]));
        starts.filter_map(move |at| {
            let ends = self.patterns.iter().filter_map(|pattern| end_of(pattern, bytes, at));
            ends.max().map(|end| at..end)
        })
    }
}

/// Times that a text may have been escaped, one upon the other.
const MAX_LAYERS: usize = 4;
/// Backslashes in a row before one character: as many layers make them.
const MAX_BACKSLASHES: usize = 15;
/// Digits of a character by its number.
const MAX_DIGITS: usize = 8;
/// A blank at which no line ends, in UTF-8.
const NO_BREAK: [u8; 2] = [0xC2, 0xA0];
/// Characters that HTML has names for.
const NAMES: [(char, &str); 6] = [
    ('&', "amp;"),
    ('<', "lt;"),
    ('>', "gt;"),
    ('"', "quot;"),
    ('\'', "apos;"),
    (' ', "nbsp;"),
];

/// What is looked for of a secret.
fn patterns_of(secret: &str) -> Vec<Vec<char>> {
    if secret.is_empty() {
        return Vec::new();
    }
    let mut texts = in_base64(secret.as_bytes());
    texts.push(secret.to_owned());
    texts.iter().map(|text| text.chars().collect()).collect()
}

/// Where the longest writing of `pattern` ends that begins at `at`.
fn end_of(pattern: &[char], text: &[u8], at: usize) -> Option<usize> {
    let (first, rest) = pattern.split_first()?;
    let mut places = Vec::new();
    written(*first, text, at, &mut places);
    for c in rest {
        let mut next = Vec::new();
        for place in places {
            written(*c, text, place, &mut next);
        }
        // As many ways may lead to one place.
        next.sort_unstable();
        next.dedup();
        places = next;
        if places.is_empty() {
            return None;
        }
    }
    places.into_iter().max()
}

/// Notes each place at which `c` ends if it begins at `at`, in whatever way it is written.
fn written(c: char, text: &[u8], at: usize, ends: &mut Vec<usize>) {
    without_backslash(c, text, at, ends);
    let backslashes = run_of(b'\\', text, at, MAX_BACKSLASHES);
    for behind in at + 1..=at + backslashes {
        without_backslash(c, text, behind, ends);
        let is_letter = matches!(
            (c, text.get(behind)),
            ('\n', Some(b'n'))
                | ('\r', Some(b'r'))
                | ('\t', Some(b't'))
                | ('\u{8}', Some(b'b'))
                | ('\u{c}', Some(b'f'))
        );
        if is_letter {
            ends.push(behind + 1);
        }
        let is_number = text.get(behind) == Some(&b'x') && hex(text, behind + 1, 2).is_some_and(|code| is(c, code));
        if is_number {
            ends.push(behind + 3);
        }
    }
    if backslashes > 0 {
        ends.extend(in_units(c, b'\\', text, at));
    }
}

/// The same of a character that stands for itself, or is escaped for HTML or an address.
fn without_backslash(c: char, text: &[u8], at: usize, ends: &mut Vec<usize>) {
    let mut bytes = [0; 4];
    let plain = c.encode_utf8(&mut bytes).as_bytes();
    let behind = at + plain.len();
    if text
        .get(at..behind)
        .is_some_and(|found| found.eq_ignore_ascii_case(plain))
    {
        ends.push(behind);
    }
    match text.get(at) {
        Some(b'+') if c == ' ' => ends.push(at + 1),
        Some(_) if c == ' ' && text[at..].starts_with(&NO_BREAK) => ends.push(at + NO_BREAK.len()),
        Some(b'&') => in_html(c, text, at, ends),
        Some(b'%') => {
            in_url(c, text, at, ends);
            ends.extend(in_units(c, b'%', text, at));
        }
        _ => {}
    }
}

/// `&amp;`, `&#38;`, `&#x26;`; of what was escaped before, `&amp;#38;`.
fn in_html(c: char, text: &[u8], at: usize, ends: &mut Vec<usize>) {
    let mut behind = at + 1;
    for _ in 0..MAX_LAYERS {
        ends.extend(reference(c, text, behind));
        if !text[behind..].starts_with(b"amp;") {
            break;
        }
        behind += 4;
    }
}

/// What follows the `&` of a character in HTML.
fn reference(c: char, text: &[u8], at: usize) -> Option<usize> {
    let rest = &text[at..];
    let Some(number) = rest.strip_prefix(b"#") else {
        let mut names = NAMES.iter();
        let found = names.find(|(named, name)| *named == c && rest.starts_with(name.as_bytes()));
        return found.map(|(_, name)| at + name.len());
    };
    let (digits, radix) = match number.first() {
        Some(b'x' | b'X') => (&number[1..], 16),
        _ => (number, 10),
    };
    let is_digit = |digit: &&u8| char::from(**digit).is_digit(radix);
    let count = digits.iter().take(MAX_DIGITS).take_while(is_digit).count();
    let code = number_of(&digits[..count], radix)?;
    if count == 0 || !is(c, code) {
        return None;
    }
    let end = text.len() - digits.len() + count;
    Some(end + usize::from(text.get(end) == Some(&b';')))
}

/// `%26`; of what was encoded before, `%2526`.
fn in_url(c: char, text: &[u8], at: usize, ends: &mut Vec<usize>) {
    let mut bytes = [0; 4];
    let mut places = vec![at];
    for byte in c.encode_utf8(&mut bytes).bytes() {
        for place in std::mem::take(&mut places) {
            octet(byte, text, place, &mut places);
        }
    }
    ends.extend(places);
}

fn octet(byte: u8, text: &[u8], at: usize, ends: &mut Vec<usize>) {
    if text.get(at) != Some(&b'%') {
        return;
    }
    let mut behind = at + 1;
    for _ in 0..MAX_LAYERS {
        if hex(text, behind, 2).is_some_and(|code| is(char::from(byte), code)) {
            ends.push(behind + 2);
        }
        if !text[behind..].starts_with(b"25") {
            break;
        }
        behind += 2;
    }
}

/// `\u0026`, and as old pages do it in addresses: `%u0026`.
fn in_units(c: char, mark: u8, text: &[u8], mut at: usize) -> Option<usize> {
    let mut buffer = [0; 2];
    let units: &[u16] = c.encode_utf16(&mut buffer);
    for unit in units {
        let marks = run_of(mark, text, at, MAX_BACKSLASHES);
        at += marks;
        if marks == 0 || text.get(at) != Some(&b'u') {
            return None;
        }
        let code = hex(text, at + 1, 4)?;
        if code != u32::from(*unit) && !is(c, code) {
            return None;
        }
        at += 5;
    }
    Some(at)
}

/// Whether a number is that of a character, whose case does not count.
fn is(c: char, code: u32) -> bool {
    char::from_u32(code).is_some_and(|other| other.eq_ignore_ascii_case(&c))
}

fn run_of(byte: u8, text: &[u8], at: usize, most: usize) -> usize {
    let run = text[at..].iter().take(most);
    run.take_while(|found| **found == byte).count()
}

fn hex(text: &[u8], at: usize, digits: usize) -> Option<u32> {
    number_of(text.get(at..at + digits)?, 16)
}

fn number_of(digits: &[u8], radix: u32) -> Option<u32> {
    digits.iter().try_fold(0_u32, |number, digit| {
        let digit = char::from(*digit).to_digit(radix)?;
        number.checked_mul(radix)?.checked_add(digit)
    })
}

/// The secret in base64, by itself and as part of something longer, at each of the three places where it may begin.
fn in_base64(secret: &[u8]) -> Vec<String> {
    let mut forms = Vec::new();
    for alphabet in [STANDARD, URL_SAFE] {
        forms.push(base64(secret, alphabet, true));
        for before in 0..3 {
            let mut bytes = vec![0; before];
            bytes.extend_from_slice(secret);
            let whole = base64(&bytes, alphabet, false);
            // The first and last letters depend on what stands beside.
            let start = [0, 2, 3][before];
            let end = bytes.len() * 8 / 6;
            // Less would be found in anything.
            if end >= start + 6 {
                forms.push(whole[start..end].to_owned());
                // With nothing behind it, its last letter is its own, too.
                forms.push(whole[start..].to_owned());
            }
        }
    }
    forms
}

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn base64(bytes: &[u8], alphabet: &[u8; 64], is_padded: bool) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..=chunk.len() {
            let letter = bits >> (18 - 6 * index) & 0x3f;
            text.push(char::from(alphabet[letter as usize]));
        }
        if is_padded {
            text.extend(std::iter::repeat_n('=', 3 - chunk.len()));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_in_each_form_that_texts_carry_it_in() {
        let secret = Secret::new("sky&full<house>");
        let masker = Masker::new([&secret]);
        for form in [
            "sky&full<house>",
            "sky&amp;full&lt;house&gt;",
            "sky%26full%3Chouse%3E",
            "sky%26full%3chouse%3e",
            "c2t5JmZ1bGw8aG91c2U+",
        ] {
            assert_eq!(masker.mask(&format!("a {form} b")), format!("a {MASK} b"), "{form}");
            assert!(masker.finds(form));
        }
        assert_eq!(masker.mask("sky full house"), "sky full house");
        assert_eq!(format!("{secret:?} {masker:?}").find("sky"), None);
    }

    #[test]
    fn base64_of_something_longer_shows_nothing_of_a_secret() {
        let secret = Secret::new("file-host-token-7731");
        let masker = Masker::new([&secret]);
        for before in ["", "u:", "user:", "name:x"] {
            let whole = base64(format!("{before}{}:after", secret.reveal()).as_bytes(), STANDARD, true);
            let told = masker.mask(&whole);
            assert!(told.contains(MASK), "{whole}");
            assert!(told.len() < whole.len(), "{told}");
        }
    }

    #[test]
    fn words_of_other_letters_and_signs_are_masked_in_json() {
        let masker = Masker::new([&Secret::new("비밀\"값\\/")]);
        for form in ["비밀\\\"값\\\\/", "\\ube44\\ubc00\\\"\\uac12\\\\/", "비밀\\\"값\\\\\\/"] {
            assert_eq!(masker.mask(form), MASK, "{form}");
        }
    }

    #[test]
    fn a_secret_with_signs_is_found_however_each_of_them_is_escaped() {
        let masker = Masker::new([&Secret::new("it's (\"b\") &<c>~!")]);
        for form in [
            // As browsers write texts and attributes, and as others do.
            "it's (\"b\") &amp;&lt;c&gt;~!",
            "it's (&quot;b&quot;) &amp;<c>~!",
            "it&apos;s (&#34;b\") &<c>~!",
            "it&#039;s&nbsp;(&#34;b&#x22;) &amp;&lt;c&gt;~!",
            "it&amp;#39;s (&amp;quot;b&amp;quot;) &amp;amp;&amp;lt;c&amp;gt;~!",
            // encodeURIComponent, a form, and one address within another.
            "it's%20(%22b%22)%20%26%3Cc%3E~!",
            "it%27s+%28%22b%22%29+%26%3cc%3E%7E%21",
            "it%2527s%2520%2528%2522b%2522%2529%2520%2526%253Cc%253E%257E%2521",
            "it%u0027s (%u0022b\") &<c>~!",
            // Of servers that escape for a page within a page.
            "it's (\\\"b\\\") \\u0026\\u003cc\\u003E~!",
            "it\\'s (\\x22b\\x22) &<c>~!",
            "it's (\\&quot;b\\&quot;) &amp;&lt;c&gt;~!",
            "it's (\\\\\\\"b\\\\\\\") \\\\u0026<c>~!",
            // Hosts have no capitals, and titles nothing else.
            "IT'S (\"B\") &<C>~!",
        ] {
            let told = masker.mask(&format!("a {form} b"));
            assert_eq!(told, format!("a {MASK} b"), "{form}");
        }
        for other in [
            "it's (\"b\") &<d>~!",
            "it's",
            "it&lt;s (\"b\") &<c>~!",
            "%",
            "&",
            "\\",
            "&#",
            "\\u12",
        ] {
            assert_eq!(masker.mask(other), other);
        }
    }

    #[test]
    fn letters_beyond_the_first_plane_are_found() {
        let masker = Masker::new([&Secret::new("열쇠🗝")]);
        for form in [
            "열쇠🗝",
            "\\uc5f4\\uc1e0\\ud83d\\udddd",
            "%EC%97%B4%ec%87%a0%F0%9F%97%9D",
            "&#50676;&#xC1E0;&#128477;",
        ] {
            assert_eq!(masker.mask(form), MASK, "{form}");
        }
    }

    #[test]
    fn no_rest_of_two_secrets_stays_that_overlap() {
        let masker = Masker::new([&Secret::new("xabc"), &Secret::new("abcdefgh")]);
        assert_eq!(masker.mask("(xabcdefgh)"), format!("({MASK})"));
    }

    #[test]
    fn longer_secrets_go_first_and_empty_ones_mask_nothing() {
        let masker = Masker::new([&Secret::new("abc"), &Secret::new("abcdef"), &Secret::new("")]);
        assert_eq!(masker.mask("abcdef abc ab"), format!("{MASK} {MASK} ab"));
    }
}
