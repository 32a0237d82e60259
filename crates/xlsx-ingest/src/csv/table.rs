//! Fields of delimited text, with the line they stand in.

use std::borrow::Cow;

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// One record: a line, unless quoted fields hold line breaks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TableRow<'a> {
    /// Its first line, counted from 0.
    pub(crate) line: u32,
    pub(crate) fields: Vec<Cow<'a, str>>,
}

/// Reads delimited text record by record.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    rest: &'a str,
    delimiter: u8,
    line: u32,
}

/// The delimiter that the line of the date's marker uses, or else the first line.
pub(crate) fn delimiter(text: &str) -> u8 {
    let marked = text.lines().find(|line| line.contains(crate::layout::DATE_MARKER));
    let line = marked.or_else(|| text.lines().next()).unwrap_or_default();
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, line.as_bytes()).count();
    // The first one wins when all occur as often.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

impl<'a> Table<'a> {
    pub(crate) fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            rest: text,
            delimiter,
            line: 0,
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
    type Item = TableRow<'a>;

    fn next(&mut self) -> Option<TableRow<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut fields = Vec::new();
        loop {
            let (field, is_last) = self.field();
            fields.push(field);
            if is_last {
                return Some(TableRow { line, fields });
            }
        }
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
        let table = Table::new(text, b',');
        table
            .map(|row| (row.line, row.fields.iter().map(ToString::to_string).collect()))
            .collect()
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
        assert_eq!(delimiter("dash_date"), b',');
        assert_eq!(delimiter(""), b',');
    }
}
