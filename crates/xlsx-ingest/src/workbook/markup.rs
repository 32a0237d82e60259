//! XML as a stream of events, in bounded memory and any encoding that Excel reads.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use super::Unreadable;

/// Most bytes of a tag or of a text in one piece. A cell holds at most 32 767 characters.
const EVENT_BYTES: usize = 1 << 20;
/// What is judged of a part to find out how it is encoded.
const HEAD_BYTES: usize = 256;
const BUFFER_BYTES: usize = 64 * 1024;

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
        if encoding_of_part(bytes)? != UTF_8 {
            return Self::of(Source::Held(bytes));
        }
        let mut reader = Reader::from_reader(bytes);
        configure(&mut reader);
        Ok(Self::from_events(Events::Held(reader)))
    }

    /// Markup that comes in.
    pub(super) fn streamed(part: impl Read + 'a) -> Result<Self, Unreadable> {
        let part: Box<dyn Read + 'a> = Box::new(part);
        Self::of(Source::Streamed(BufReader::with_capacity(BUFFER_BYTES, part)))
    }

    fn of(mut source: Source<'a>) -> Result<Self, Unreadable> {
        let head = source.fill_buf().map_err(|error| Unreadable::from_io(&error))?;
        let encoding = encoding_of_part(head)?;
        if encoding != UTF_8 {
            source = Source::Decoded(Box::new(Decoded {
                source,
                decoder: encoding.new_decoder_with_bom_removal(),
                text: Vec::new(),
                at: 0,
                is_at_end: false,
            }));
        }
        let left = EVENT_BYTES;
        let mut reader = Reader::from_reader(Metered { source, left });
        configure(&mut reader);
        let buffer = Vec::with_capacity(1024);
        Ok(Self::from_events(Events::Streamed { reader, buffer }))
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
                reader.get_mut().left = EVENT_BYTES;
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

/// The encoding of a part that begins with `bytes`.
fn encoding_of_part(bytes: &[u8]) -> Result<&'static Encoding, Unreadable> {
    encoding(&bytes[..bytes.len().min(HEAD_BYTES)]).ok_or_else(Unreadable::damaged)
}

#[derive(Debug, thiserror::Error)]
#[error("a tag or text without end")]
struct TooLong;

/// Where markup comes from.
enum Source<'a> {
    Held(&'a [u8]),
    Streamed(BufReader<Box<dyn Read + 'a>>),
    Decoded(Box<Decoded<'a>>),
}

impl Source<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Self::Held(bytes) => Ok(bytes),
            Self::Streamed(reader) => reader.fill_buf(),
            Self::Decoded(decoded) => decoded.fill_buf(),
        }
    }

    fn consume(&mut self, count: usize) {
        match self {
            Self::Held(bytes) => *bytes = &bytes[count..],
            Self::Streamed(reader) => reader.consume(count),
            Self::Decoded(decoded) => decoded.at += count,
        }
    }
}

/// Markup of another encoding as UTF-8.
struct Decoded<'a> {
    source: Source<'a>,
    decoder: Decoder,
    text: Vec<u8>,
    at: usize,
    is_at_end: bool,
}

impl Decoded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at == self.text.len() && !self.is_at_end {
            let bytes = self.source.fill_buf()?;
            let is_last = bytes.is_empty();
            self.text.resize(BUFFER_BYTES, 0);
            let (result, read, written, _) = self.decoder.decode_to_utf8(bytes, &mut self.text, is_last);
            self.source.consume(read);
            self.text.truncate(written);
            self.at = 0;
            self.is_at_end = is_last && result == encoding_rs::CoderResult::InputEmpty;
        }
        Ok(&self.text[self.at..])
    }
}

/// Ends an event that is longer than any that a spreadsheet writes.
struct Metered<'a> {
    source: Source<'a>,
    left: usize,
}

impl BufRead for Metered<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let bytes = self.source.fill_buf()?;
        if self.left == 0 && !bytes.is_empty() {
            return Err(io::Error::other(TooLong));
        }
        Ok(&bytes[..bytes.len().min(self.left)])
    }

    fn consume(&mut self, count: usize) {
        self.left -= count;
        self.source.consume(count);
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

/// The encoding that the first bytes of a part show; `None` when they name one that nobody knows.
fn encoding(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Some(UTF_16BE),
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Some(UTF_16LE),
        _ => {}
    }
    let declaration = memchr::memchr(b'>', head).map_or(head, |end| &head[..end]);
    let Some(at) = memmem::find(declaration, b"encoding") else {
        return Some(UTF_8);
    };
    let value = declaration[at + b"encoding".len()..].trim_ascii_start();
    let value = value.strip_prefix(b"=").unwrap_or(value).trim_ascii_start();
    let (quote, value) = value.split_first()?;
    let name = &value[..memchr::memchr(*quote, value)?];
    // A text of single bytes that calls itself UTF-16 is UTF-8: so do browsers take it.
    Encoding::for_label_no_replacement(name).map(Encoding::output_encoding)
}

/// The attributes of a tag by their local names, as they are written. What is no attribute ends them.
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
pub(super) fn local_name(name: QName<'_>) -> &str {
    split_at_byte(name.0, b':').map_or(name.0, |(_, local)| local)
}

/// What stands before and after the first such byte, which is ASCII. Names and most values are so short that looking at
/// each byte is the fastest.
fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((&text[..at], &text[at + 1..]))
}

/// Appends the text of an event, if it is one. Fails for an entity that XML does not know.
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
