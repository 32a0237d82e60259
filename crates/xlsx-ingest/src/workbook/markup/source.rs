//! Where markup comes from: whatever its encoding is, as UTF-8, and no event of it without end.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use crate::workbook::Unreadable;

/// What is judged of a part to find out how it is encoded.
const HEAD_BYTES: usize = 256;
const BUFFER_BYTES: usize = 64 * 1024;

#[derive(Debug, thiserror::Error)]
#[error("a tag or text without end")]
pub(super) struct TooLong;

/// Where markup comes from, as UTF-8.
pub(super) enum Source<'a> {
    Held(&'a [u8]),
    Streamed(BufReader<Box<dyn Read + 'a>>),
    Decoded(Box<Decoded<'a>>),
}

impl<'a> Source<'a> {
    /// Markup that is in memory.
    pub(super) fn held(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        Self::Held(bytes).decoded()
    }

    /// Markup that comes in.
    pub(super) fn streamed(part: impl Read + 'a) -> Result<Self, Unreadable> {
        let part: Box<dyn Read + 'a> = Box::new(part);
        Self::Streamed(BufReader::with_capacity(BUFFER_BYTES, part)).decoded()
    }

    fn decoded(mut self) -> Result<Self, Unreadable> {
        let head = self.fill_buf().map_err(|error| Unreadable::from_io(&error))?;
        let encoding = encoding_of_part(head)?;
        if encoding == UTF_8 {
            return Ok(self);
        }
        Ok(Self::Decoded(Box::new(Decoded {
            source: self,
            decoder: encoding.new_decoder_with_bom_removal(),
            text: Vec::new(),
            at: 0,
            is_at_end: false,
        })))
    }

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
pub(super) struct Decoded<'a> {
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
pub(super) struct Metered<'a> {
    source: Source<'a>,
    left: usize,
}

impl<'a> Metered<'a> {
    /// Lets so many bytes pass.
    pub(super) fn new(source: Source<'a>, left: usize) -> Self {
        Self { source, left }
    }

    /// Lets so many bytes pass from here on.
    pub(super) fn refill(&mut self, left: usize) {
        self.left = left;
    }
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

/// Whether a part that begins with `bytes` is in UTF-8.
pub(super) fn is_utf_8(bytes: &[u8]) -> Result<bool, Unreadable> {
    Ok(encoding_of_part(bytes)? == UTF_8)
}

/// The encoding of a part that begins with `bytes`.
fn encoding_of_part(bytes: &[u8]) -> Result<&'static Encoding, Unreadable> {
    encoding(&bytes[..bytes.len().min(HEAD_BYTES)]).ok_or_else(Unreadable::damaged)
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
