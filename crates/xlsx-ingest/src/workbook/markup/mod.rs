//! XML as a stream of events, in bounded memory and any encoding that Excel reads.

mod source;

use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use self::source::{Metered, Source, TooLong, is_utf_8};
use super::Unreadable;

/// Most bytes of a tag or of a text in one piece. A cell holds at most 32 767 characters.
const EVENT_BYTES: usize = 1 << 20;

/// The markup of one part. Empty elements come as a start and an end; a document type is refused.
pub(super) struct Markup<'a> {
    events: Events<'a>,
    is_too_long: bool,
}

/// Who finds the events.
enum Events<'a> {
    /// In UTF-8 that is in memory, where nothing needs to be copied.
    Held(Reader<&'a [u8]>),
    /// In anything else, through a buffer.
    Streamed {
        reader: Reader<Metered<'a>>,
        buffer: Vec<u8>,
    },
}

impl<'a> Markup<'a> {
    /// Markup that is in memory.
    pub(super) fn held(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        if !is_utf_8(bytes)? {
            return Source::held(bytes).map(Self::through_buffer);
        }
        let mut reader = Reader::from_reader(bytes);
        configure(&mut reader);
        Ok(Self::from_events(Events::Held(reader)))
    }

    /// Markup that comes in.
    pub(super) fn streamed(part: impl Read + 'a) -> Result<Self, Unreadable> {
        Source::streamed(part).map(Self::through_buffer)
    }

    fn through_buffer(source: Source<'a>) -> Self {
        let mut reader = Reader::from_reader(Metered::new(source, EVENT_BYTES));
        configure(&mut reader);
        let buffer = Vec::with_capacity(1024);
        Self::from_events(Events::Streamed { reader, buffer })
    }

    fn from_events(events: Events<'a>) -> Self {
        Self {
            events,
            is_too_long: false,
        }
    }

    /// The next event.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "moving each event once more takes a tenth of the time of reading"
    )]
    pub(super) fn next(&mut self) -> Result<Event<'_>, Unreadable> {
        let event = match &mut self.events {
            Events::Held(reader) => {
                let end = reader.buffer_position() + EVENT_BYTES as u64;
                match reader.read_event() {
                    _ if reader.buffer_position() > end => return Err(failure(None, &mut self.is_too_long)),
                    event => event,
                }
            }
            Events::Streamed { reader, buffer } => {
                buffer.clear();
                reader.get_mut().refill(EVENT_BYTES);
                reader.read_event_into(buffer)
            }
        };
        match event {
            Ok(Event::DocType(_)) => Err(Unreadable::damaged()),
            Ok(event) => Ok(event),
            Err(error) => Err(failure(Some(&error), &mut self.is_too_long)),
        }
    }

    /// Whether the last event failed for its length.
    pub(super) fn is_too_long(&self) -> bool {
        self.is_too_long
    }
}

fn configure<R>(reader: &mut Reader<R>) {
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.check_comments = false;
}

/// Why there is no next event: for the error, or else for its length.
#[cold]
fn failure(error: Option<&quick_xml::Error>, is_too_long: &mut bool) -> Unreadable {
    *is_too_long = error.is_none_or(is_cut);
    match error {
        _ if *is_too_long => Unreadable::TooLarge(format!("> {} MiB of markup", EVENT_BYTES >> 20)),
        Some(quick_xml::Error::Io(error)) => Unreadable::from_io(error),
        _ => Unreadable::damaged(),
    }
}

/// Whether [`Metered`] has ended an event.
fn is_cut(error: &quick_xml::Error) -> bool {
    let quick_xml::Error::Io(error) = error else {
        return false;
    };
    error
        .get_ref()
        .is_some_and(<dyn std::error::Error + Send + Sync>::is::<TooLong>)
}

/// The attributes of a tag by their local names, as they are written. What is no attribute ends them.
#[inline]
pub(super) fn attributes<'t>(tag: &'t BytesStart<'_>) -> impl Iterator<Item = (&'t str, &'t str)> {
    let mut rest = tag.attributes_raw();
    std::iter::from_fn(move || {
        let (name, after) = split_at_byte(rest, b'=')?;
        let name = local_name(QName(name.trim_ascii()));
        let after = after.trim_ascii_start();
        let quote = *after.as_bytes().first()?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let (value, after) = split_at_byte(&after[1..], quote)?;
        rest = after;
        Some((name, value))
    })
}

/// The name of a tag without its prefix.
#[inline]
pub(super) fn local_name(name: QName<'_>) -> &str {
    split_at_byte(name.0, b':').map_or(name.0, |(_, local)| local)
}

/// What stands before and after the first such byte, which is ASCII. Names and most values are so short that looking at
/// each byte is the fastest.
#[inline]
fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((&text[..at], &text[at + 1..]))
}

/// Appends the text of an event, if it is one. Fails for an entity that XML does not know.
#[inline]
pub(super) fn push_text(event: &Event<'_>, text: &mut String) -> Result<(), Unreadable> {
    match event {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(reference) => {
            let character = reference.resolve_char_ref().map_err(|_| Unreadable::damaged())?;
            match character {
                Some(character) => text.push(character),
                None => text.push_str(
                    quick_xml::escape::resolve_predefined_entity(&reference.xml10_content())
                        .ok_or_else(Unreadable::damaged)?,
                ),
            }
        }
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Result<String, Unreadable> {
        let mut markup = Markup::held(bytes)?;
        let mut text = String::new();
        loop {
            match markup.next()? {
                Event::Eof => return Ok(text),
                event => push_text(&event, &mut text)?,
            }
        }
    }

    #[test]
    fn every_encoding_of_xml_is_read() {
        let utf_8 = "<?xml version=\"1.0\"?><a>회차별 &amp; &#xD310;매</a>";
        assert_eq!(texts(utf_8.as_bytes()).unwrap(), "회차별 & 판매");
        assert_eq!(
            texts(&[b"\xEF\xBB\xBF", utf_8.as_bytes()].concat()).unwrap(),
            "회차별 & 판매"
        );
        let declared = utf_8.replace("\"?>", "\" encoding='UTF-16'?>");
        for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
            let units: Vec<u8> = declared.encode_utf16().flat_map(bytes_of).collect();
            assert_eq!(texts(&units).unwrap(), "회차별 & 판매");
            let marked = [&bytes_of(0xFEFF)[..], &units].concat();
            assert_eq!(texts(&marked).unwrap(), "회차별 & 판매");
        }
        let korean = encoding_rs::EUC_KR
            .encode("<?xml version=\"1.0\" encoding = \"euc-kr\"?><a>회차</a>")
            .0;
        assert_eq!(texts(&korean).unwrap(), "회차");
        assert_eq!(
            texts(b"<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"),
            Err(Unreadable::damaged())
        );
    }

    #[test]
    fn document_types_and_their_entities_are_refused() {
        assert_eq!(texts(b"<!DOCTYPE a><a/>"), Err(Unreadable::damaged()));
        assert_eq!(texts(b"<a>&b;</a>"), Err(Unreadable::damaged()));
    }

    #[test]
    fn an_event_without_end_is_too_large() {
        for start in ["<a b=\"", "<a>", "<!--"] {
            let long = format!("<a/>{start}{}", "x".repeat(EVENT_BYTES + 1));
            assert!(
                matches!(texts(long.as_bytes()), Err(Unreadable::TooLarge(_))),
                "{start}"
            );
        }
    }

    #[test]
    fn attributes_are_named_without_their_prefix() {
        let mut markup = Markup::held(b"<c r:id = 'rId1'\n name=\"a&amp;b\" odd>").unwrap();
        let Event::Start(tag) = markup.next().unwrap() else {
            panic!("a tag")
        };
        let found: Vec<_> = attributes(&tag).collect();
        assert_eq!(found, [("id", "rId1"), ("name", "a&amp;b")]);
    }
}
