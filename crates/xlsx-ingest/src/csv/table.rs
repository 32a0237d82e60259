//! Fields of delimited text, with the line they stand in.

use std::borrow::Cow;

use domain::diagnostics::CellAddress;

use crate::label::clean_label;
use crate::layout::DATE_MARKER;

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// One field and where it stands. The row is the first line of its record, whose quoted fields may hold line breaks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    pub(crate) at: CellAddress,
    pub(crate) text: Cow<'a, str>,
}

/// A record is longer than allowed; the field in which it becomes so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LineTooLong {
    pub(crate) at: CellAddress,
}

/// Reads delimited text field by field, and keeps none of them.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    rest: &'a str,
    delimiter: u8,
    line: u32,
    /// Where the next field stands.
    at: CellAddress,
    max_line_bytes: usize,
    /// How much of the present record has been read.
    line_bytes: usize,
    is_within_record: bool,
}

/// Lines in which the delimiter is looked for, and how much of each.
const LOOKED_AT_LINES: usize = 20;
const LOOKED_AT_BYTES: usize = 64 * 1024;

/// The delimiter that the line of the date's marker uses, or else the first line.
pub(crate) fn delimiter(text: &str) -> u8 {
    let lines = || text.lines().take(LOOKED_AT_LINES).map(beginning);
    let marked = lines().find(|line| clean_label(line).contains(DATE_MARKER));
    let line = marked.or_else(|| lines().next()).unwrap_or_default();
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, line.as_bytes()).count();
    // The first one wins when all occur as often.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

fn beginning(line: &str) -> &str {
    &line[..line.floor_char_boundary(LOOKED_AT_BYTES)]
}

impl<'a> Table<'a> {
    /// Reads `text`, of which no record may be longer than `max_line_bytes`.
    pub(crate) fn new(text: &'a str, delimiter: u8, max_line_bytes: usize) -> Self {
        Self {
            rest: text,
            delimiter,
            line: 0,
            at: CellAddress { row: 0, column: 0 },
            max_line_bytes,
            line_bytes: 0,
            is_within_record: false,
        }
    }

    /// Takes a field, and says whether it is the last of its record.
    fn field(&mut self) -> (Cow<'a, str>, bool) {
        match self.rest.strip_prefix('"') {
            Some(quoted) => self.quoted_field(quoted),
            None => self.plain_field(),
        }
    }

    fn plain_field(&mut self) -> (Cow<'a, str>, bool) {
        let field = self.up_to_delimiter();
        let is_last = self.end_field();
        (Cow::Borrowed(field), is_last)
    }

    /// Takes what follows an opening quote. A quote that is not doubled closes it; what stands behind is kept.
    fn quoted_field(&mut self, quoted: &'a str) -> (Cow<'a, str>, bool) {
        self.rest = quoted;
        let mut field = Cow::Borrowed("");
        loop {
            let Some((part, rest)) = self.rest.split_once('"') else {
                append(&mut field, self.rest);
                self.count_lines(self.rest);
                self.rest = "";
                break;
            };
            self.count_lines(part);
            append(&mut field, part);
            self.rest = rest;
            if field.len() > self.max_line_bytes {
                // The record is refused, so that its end does not matter.
                break;
            }
            if let Some(rest) = rest.strip_prefix('"') {
                append(&mut field, "\"");
                self.rest = rest;
            } else {
                append(&mut field, self.up_to_delimiter());
                break;
            }
        }
        let is_last = self.end_field();
        (field, is_last)
    }

    fn up_to_delimiter(&mut self) -> &'a str {
        let end = memchr::memchr3(self.delimiter, b'\n', b'\r', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let (field, rest) = self.rest.split_at(end);
        self.rest = rest;
        field
    }

    /// Takes the delimiter or line break behind a field.
    fn end_field(&mut self) -> bool {
        if self.rest.as_bytes().first() == Some(&self.delimiter) {
            self.rest = &self.rest[1..];
            return false;
        }
        if let Some(rest) = self
            .rest
            .strip_prefix("\r\n")
            .or_else(|| self.rest.strip_prefix(['\n', '\r']))
        {
            self.rest = rest;
            self.line = self.line.saturating_add(1);
        }
        true
    }

    fn count_lines(&mut self, text: &str) {
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
    }
}

impl<'a> Iterator for Table<'a> {
    type Item = Result<Field<'a>, LineTooLong>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() && !self.is_within_record {
            return None;
        }
        let (at, before) = (self.at, self.rest.len());
        let (text, is_last) = self.field();
        self.line_bytes += before - self.rest.len();
        if self.line_bytes > self.max_line_bytes {
            self.rest = "";
            self.is_within_record = false;
            return Some(Err(LineTooLong { at }));
        }
        self.is_within_record = !is_last;
        if is_last {
            self.line_bytes = 0;
            self.at = CellAddress {
                row: self.line,
                column: 0,
            };
        } else {
            self.at.column = self.at.column.saturating_add(1);
        }
        Some(Ok(Field { at, text }))
    }
}

/// Appends without copying as long as there is one part only.
fn append<'a>(field: &mut Cow<'a, str>, part: &'a str) {
    if field.is_empty() {
        *field = Cow::Borrowed(part);
    } else if !part.is_empty() {
        field.to_mut().push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
        for field in Table::new(text, b',', 1_000) {
            let Field { at, text } = field.unwrap();
            if at.column == 0 {
                rows.push((at.row, Vec::new()));
            }
            let fields = &mut rows.last_mut().unwrap().1;
            assert_eq!(u32::try_from(fields.len()), Ok(at.column));
            fields.push(text.into_owned());
        }
        rows
    }

    #[test]
    fn a_long_record_ends_the_table_at_the_field_that_makes_it_so() {
        for (text, column) in [
            ("a,b\n12345,12345,1\nc", 1),
            ("a,b\n1,\"12345\"\"12345\",1\nc", 1),
            ("a\n,,,,,,,,,,,,,,\n", 10),
        ] {
            let fields: Vec<_> = Table::new(text, b',', 10).collect();
            let at = CellAddress { row: 1, column };
            assert_eq!(fields.last(), Some(&Err(LineTooLong { at })), "{text}");
            assert!(fields[..fields.len() - 1].iter().all(Result::is_ok));
        }
    }

    #[test]
    fn lines_are_counted_also_blank_ones_and_those_within_quotes() {
        let expected = [
            (0, vec!["a", "b"]),
            (1, vec![""]),
            (2, vec!["1\n2", "x\"y", ""]),
            (4, vec!["last"]),
        ];
        for ending in ["\n", "\r\n"] {
            let text = ["a,b", "", "\"1\n2\",\"x\"\"y\",", "last"].join(ending);
            let expected = expected
                .clone()
                .map(|(line, fields)| (line, fields.into_iter().map(String::from).collect()));
            assert_eq!(rows(&text), expected);
        }
    }

    #[test]
    fn broken_quotes_lose_nothing() {
        assert_eq!(rows("\"ab\"c,d"), [(0, vec!["abc".to_owned(), "d".to_owned()])]);
        assert_eq!(rows("\"open,1\n2"), [(0, vec!["open,1\n2".to_owned()])]);
        assert_eq!(rows("a\"b,c"), [(0, vec!["a\"b".to_owned(), "c".to_owned()])]);
    }

    #[test]
    fn the_delimiter_is_that_of_the_markers() {
        assert_eq!(delimiter("일별 판매, 공연\ndash_date;dash_seat_deposit_tot\n"), b';');
        assert_eq!(delimiter("dash_date\tdash_time"), b'\t');
        assert_eq!(delimiter("dash_date,dash_time"), b',');
        assert_eq!(delimiter("a,b,c\n\u{FEFF}DASH_DATE;dash_time"), b';');
        assert_eq!(delimiter("dash_date"), b',');
        assert_eq!(delimiter(""), b',');
    }
}
