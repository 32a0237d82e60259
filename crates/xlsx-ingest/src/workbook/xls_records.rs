//! The records of a stream of Excel 5 to 2003: kind, length, fields; a long one goes on in records behind it.

use std::io::{BufReader, Read, Seek, SeekFrom};

use super::Unreadable;
use super::encryption::{StreamCipher, USUAL_PASSWORD};

/// Kinds of records.
pub(super) mod kinds {
    pub(in super::super) const END: u16 = 0x000A;
    pub(in super::super) const DATE_MODE: u16 = 0x0022;
    pub(in super::super) const FILE_PASS: u16 = 0x002F;
    pub(in super::super) const CONTINUE: u16 = 0x003C;
    pub(in super::super) const CODE_PAGE: u16 = 0x0042;
    pub(in super::super) const SHEET: u16 = 0x0085;
    pub(in super::super) const COMPRESSED_NUMBERS: u16 = 0x00BD;
    pub(in super::super) const RICH_TEXT: u16 = 0x00D6;
    pub(in super::super) const MERGED: u16 = 0x00E5;
    pub(in super::super) const SHARED_STRINGS: u16 = 0x00FC;
    pub(in super::super) const SHARED_TEXT: u16 = 0x00FD;
    pub(in super::super) const NUMBER: u16 = 0x0203;
    pub(in super::super) const TEXT: u16 = 0x0204;
    pub(in super::super) const BOOL_OR_ERROR: u16 = 0x0205;
    pub(in super::super) const FORMULA_TEXT: u16 = 0x0207;
    pub(in super::super) const COMPRESSED_NUMBER: u16 = 0x027E;
    pub(in super::super) const BEGIN: u16 = 0x0809;
    /// Programs differ in which of them they write.
    pub(in super::super) const FORMULAS: [u16; 3] = [0x0006, 0x0206, 0x0406];

    /// Whether a record of this kind begins with the place of a cell that has a value.
    pub(in super::super) fn is_cell(kind: u16) -> bool {
        FORMULAS.contains(&kind)
            || [
                COMPRESSED_NUMBERS,
                RICH_TEXT,
                SHARED_TEXT,
                NUMBER,
                TEXT,
                BOOL_OR_ERROR,
                COMPRESSED_NUMBER,
            ]
            .contains(&kind)
    }

    /// Records that are never encrypted.
    pub(super) const PLAIN: [u16; 8] = [BEGIN, FILE_PASS, 0x00E1, 0x00E2, 0x0194, 0x0195, 0x0196, 0x0138];
}

/// Bytes of a sheet's record that are never encrypted: where it begins.
const PLAIN_SHEET_BYTES: usize = 4;

/// A stream of records.
pub(super) struct Records<R> {
    stream: BufReader<R>,
    cipher: Option<StreamCipher>,
    /// Where the next record begins.
    position: u64,
    data: Vec<u8>,
    /// The kind of a record that was read ahead, to see that it continues nothing.
    ahead: Option<u16>,
}

impl<R: Read + Seek> Records<R> {
    pub(super) fn new(stream: R) -> Self {
        Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            cipher: None,
            position: 0,
            data: Vec::new(),
            ahead: None,
        }
    }

    /// The next record is the one that begins here.
    pub(super) fn go_to(&mut self, position: u64) -> Result<(), Unreadable> {
        self.ahead = None;
        self.position = position;
        self.stream
            .seek(SeekFrom::Start(position))
            .map_err(|_| Unreadable::damaged())?;
        Ok(())
    }

    /// Reads the next record; `None` at the end of the stream. One that is cut short is damaged.
    pub(super) fn next(&mut self) -> Result<Option<u16>, Unreadable> {
        if let Some(kind) = self.ahead.take() {
            return Ok(Some(kind));
        }
        let mut head = [0; 4];
        let mut filled = 0;
        while filled < head.len() {
            match self.stream.read(&mut head[filled..]) {
                Ok(0) if filled == 0 => return Ok(None),
                Ok(0) => return Err(Unreadable::damaged()),
                Ok(read) => filled += read,
                Err(error) => return Err(Unreadable::from_io(&error)),
            }
        }
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        self.data.resize(length, 0);
        self.stream
            .read_exact(&mut self.data)
            .map_err(|error| Unreadable::from_io(&error))?;
        let start = self.position + head.len() as u64;
        self.position = start + length as u64;
        if let Some(cipher) = &mut self.cipher
            && !kinds::PLAIN.contains(&kind)
        {
            let plain = if kind == kinds::SHEET {
                PLAIN_SHEET_BYTES.min(length)
            } else {
                0
            };
            cipher.decrypt(start, plain, &mut self.data);
        }
        Ok(Some(kind))
    }

    /// The fields of the last record.
    pub(super) fn data(&self) -> &[u8] {
        &self.data
    }

    /// Reads what follows with the usual password, of which the last record says how it encrypts.
    pub(super) fn unlock(&mut self, is_unicode: bool) -> Result<(), Unreadable> {
        self.cipher = Some(StreamCipher::unlock(&self.data, is_unicode, USUAL_PASSWORD)?);
        Ok(())
    }

    /// The fields of the last record from `at` on, and of those that continue it.
    pub(super) fn continued(&mut self, at: usize) -> Continued<'_, R> {
        Continued { records: self, at }
    }
}

/// Fields that may go on in further records.
pub(super) struct Continued<'a, R> {
    records: &'a mut Records<R>,
    at: usize,
}

impl<R: Read + Seek> Continued<'_, R> {
    /// The first bytes of the record, where this begins.
    pub(super) fn first(&self, count: usize) -> Result<&[u8], Unreadable> {
        self.records.data.get(..count).ok_or_else(Unreadable::damaged)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Unreadable> {
        self.fill()?;
        let byte = *self.records.data.get(self.at).ok_or_else(Unreadable::damaged)?;
        self.at += 1;
        Ok(byte)
    }

    pub(super) fn short(&mut self) -> Result<u16, Unreadable> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn long(&mut self) -> Result<u32, Unreadable> {
        Ok(u32::from(self.short()?) | u32::from(self.short()?) << 16)
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Result<(), Unreadable> {
        while count > 0 {
            self.fill()?;
            let step = count.min(self.records.data.len() - self.at);
            self.at += step;
            count -= step;
        }
        Ok(())
    }

    pub(super) fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Unreadable> {
        (0..count).map(|_| self.byte()).collect()
    }

    /// Appends a text of this many units, of two bytes each or of one. Where it goes on in another record, that says anew
    /// how wide its units are.
    pub(super) fn text(&mut self, count: usize, mut is_wide: bool, text: &mut String) -> Result<(), Unreadable> {
        let mut units = Vec::with_capacity(count);
        while units.len() < count {
            if self.at >= self.records.data.len() {
                self.fill()?;
                is_wide = self.byte()? & 1 == 1;
                continue;
            }
            units.push(if is_wide {
                self.short()?
            } else {
                u16::from(self.byte()?)
            });
        }
        text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
        Ok(())
    }

    /// Whether neither this record nor one that continues it has more.
    pub(super) fn is_at_end(&mut self) -> Result<bool, Unreadable> {
        while self.at >= self.records.data.len() {
            if !self.go_on()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn fill(&mut self) -> Result<(), Unreadable> {
        if self.is_at_end()? {
            return Err(Unreadable::damaged());
        }
        Ok(())
    }

    /// Goes to the record that continues this one, if the next one does.
    fn go_on(&mut self) -> Result<bool, Unreadable> {
        if self.records.ahead.is_some() {
            return Ok(false);
        }
        match self.records.next()? {
            Some(kinds::CONTINUE) => {
                self.at = 0;
                Ok(true)
            }
            other => {
                self.records.ahead = other;
                self.at = self.records.data.len();
                Ok(false)
            }
        }
    }
}
