//! The texts that cells of an xlsx or xlsb file share, one after the other in one piece of memory.

use quick_xml::events::Event;

use super::Unreadable;
use super::markup::{Markup, attributes, local_name, push_text};
use super::package::too_large_bytes;
use crate::limits::Limits;

/// Texts by number.
#[derive(Debug, Default)]
pub(super) struct SharedTexts {
    text: String,
    ends: Vec<u32>,
}

impl SharedTexts {
    /// The text with this number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        Some(&self.text[start..end])
    }

    /// Ends the text that was begun.
    pub(super) fn end(&mut self, limits: &Limits) -> Result<(), Unreadable> {
        if self.ends.len() as u64 >= limits.shared_strings {
            return Err(too_many(limits));
        }
        let end = u32::try_from(self.text.len()).ok();
        let end = end.filter(|end| u64::from(*end) <= limits.shared_strings_bytes);
        self.ends
            .push(end.ok_or_else(|| too_large_bytes(limits.shared_strings_bytes))?);
        Ok(())
    }

    /// The text that is being written.
    pub(super) fn begun(&mut self) -> &mut String {
        &mut self.text
    }

    /// Reads the shared strings of an xlsx file.
    pub(super) fn read(markup: &mut Markup<'_>, limits: &Limits) -> Result<Self, Unreadable> {
        let mut texts = Self::default();
        let mut is_text = false;
        let mut is_reading_aid = false;
        loop {
            match markup.next()? {
                Event::Start(tag) => match local_name(tag.name()) {
                    "t" => is_text = !is_reading_aid,
                    // How to pronounce it.
                    "rPh" => is_reading_aid = true,
                    "sst" if declares_more(attributes(&tag), limits.shared_strings) => return Err(too_many(limits)),
                    _ => {}
                },
                Event::End(tag) => match local_name(tag.name()) {
                    "t" => is_text = false,
                    "rPh" => is_reading_aid = false,
                    "si" => {
                        texts.decode_last();
                        texts.end(limits)?;
                    }
                    "sst" => return Ok(texts),
                    _ => {}
                },
                Event::Eof => return Err(Unreadable::damaged()),
                event if is_text => push_text(&event, &mut texts.text)?,
                _ => {}
            }
        }
    }

    /// Decodes `_x000D_` and the like in the text that is being written.
    fn decode_last(&mut self) {
        let start = self.ends.last().map_or(0, |end| *end as usize);
        if let Some(decoded) = decoded(&self.text[start..]) {
            self.text.truncate(start);
            self.text.push_str(&decoded);
        }
    }
}

fn too_many(limits: &Limits) -> Unreadable {
    Unreadable::TooLarge(format!("> {} texts", limits.shared_strings))
}

/// Whether `uniqueCount` is beyond the limit, or is no number.
fn declares_more<'t>(mut attributes: impl Iterator<Item = (&'t str, &'t str)>, limit: u64) -> bool {
    let count = attributes.find(|(name, _)| *name == "uniqueCount");
    count.is_some_and(|(_, value)| value.trim().parse::<u64>().map_or(true, |count| count > limit))
}

/// A text in which Excel has written characters as `_xHHHH_`; `None` when there are none.
pub(super) fn decoded(text: &str) -> Option<String> {
    text.contains("_x").then(|| {
        let mut units = Vec::new();
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(unit) = escape(rest) {
                units.push(unit);
                rest = &rest[ESCAPE_LENGTH..];
                continue;
            }
            flush(&mut units, &mut out);
            let next = rest.char_indices().skip(1).find(|(_, c)| *c == '_');
            let (plain, after) = rest.split_at(next.map_or(rest.len(), |(at, _)| at));
            out.push_str(plain);
            rest = after;
        }
        flush(&mut units, &mut out);
        out
    })
}

const ESCAPE_LENGTH: usize = "_xHHHH_".len();

/// The unit of UTF-16 that a text begins with as an escape.
fn escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let is_escape = digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && text.as_bytes().get(6) == Some(&b'_');
    is_escape.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_from_their_pieces() {
        let markup = b"<sst uniqueCount='3'><si><t>a</t><phoneticPr/><rPh><t>x</t></rPh></si><si/>\
            <si><r><rPr/><t>b_x000D_</t></r><r><t>c&lt;</t></r></si></sst>";
        let texts = SharedTexts::read(&mut Markup::held(markup).unwrap(), &Limits::default()).unwrap();
        assert_eq!(
            [0, 1, 2, 3].map(|number| texts.get(number)),
            [Some("a"), Some(""), Some("b\rc<"), None]
        );
    }

    #[test]
    fn escaped_characters_are_decoded() {
        for (text, plain) in [
            ("a_x000A_b", "a\nb"),
            ("_x005F_x000A_", "_x000A_"),
            ("_xD83C__xDFAD_", "🎭"),
            ("김_x_지_x00_유", "김_x_지_x00_유"),
            ("_xD83C_", "\u{FFFD}"),
            ("__x0041_", "_A"),
        ] {
            assert_eq!(decoded(text).as_deref(), Some(plain), "{text}");
        }
        assert_eq!(decoded("김지유"), None);
    }
}
