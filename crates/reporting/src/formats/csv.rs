//! A table as CSV, piece by piece: the next one is written when the client has taken the one before.

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use csv::{Terminator, Writer, WriterBuilder};

use super::headings::{Heading, headings};
use super::joined;
use crate::blocking::run_blocking;
use crate::cell::Cell;
use crate::object::RowVisitor;
use crate::report::{Answer, Table};

/// Without it Excel takes UTF-8 for the code page of the machine.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// A piece ends with the item with which it becomes as long.
const PIECE_BYTES: usize = 64 * 1024;

/// The pieces of a table.
pub struct CsvPieces {
    answer: Arc<dyn Answer>,
    table: &'static Table,
    /// Known with the first piece: to find them the answer may be looked through.
    headings: Vec<Heading>,
    /// The element that the next piece begins with; `None`: all is written.
    next: Option<usize>,
}

impl CsvPieces {
    /// Of a table of this answer.
    pub fn new(answer: Arc<dyn Answer>, table: &'static Table) -> Self {
        Self {
            headings: Vec::new(),
            answer,
            table,
            next: Some(0),
        }
    }

    /// The next piece with those that follow, written away from the threads that answer requests; `None`: that was all.
    pub async fn next(self) -> Option<(Bytes, Self)> {
        let from = self.next?;
        Some(run_blocking(move || self.write(from)).await)
    }

    fn write(mut self, from: usize) -> (Bytes, Self) {
        if from == 0 {
            self.headings = headings(self.answer.as_ref(), self.table);
        }
        let mut piece = Piece::new(&self.headings);
        if from == 0 {
            piece.record(self.headings.iter().map(|heading| guarded(&heading.title)));
        }
        self.next = self.answer.visit_rows(self.table, from, &mut piece);
        let mark = if from == 0 { BYTE_ORDER_MARK } else { &[] };
        let bytes = [mark, &piece.into_bytes()].concat();
        (bytes.into(), self)
    }
}

struct Piece<'h> {
    writer: Writer<Vec<u8>>,
    headings: &'h [Heading],
}

impl<'h> Piece<'h> {
    fn new(headings: &'h [Heading]) -> Self {
        let writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(Vec::new());
        Self { writer, headings }
    }

    fn record<'a>(&mut self, fields: impl Iterator<Item = Cow<'a, str>>) {
        let write = || {
            for field in fields {
                self.writer.write_field(field.as_bytes())?;
            }
            self.writer.write_record(None::<&[u8]>)
        };
        write().expect("memory takes what is written, and every record has the fields of the header");
    }

    fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner().expect("memory takes what is written")
    }
}

impl RowVisitor for Piece<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) {
        let headings = self.headings;
        self.record(headings.iter().map(|heading| field(heading.value(cells))));
    }

    fn is_full(&self) -> bool {
        self.writer.get_ref().len() >= PIECE_BYTES
    }
}

/// A value as text: numbers plain, instants as spreadsheets read them, lists of names as one text, what is unknown empty.
fn field(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Null => Cow::Borrowed(""),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Decimal(decimal) => Cow::Owned(decimal.normalize().to_string()),
        Cell::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
        Cell::Day(day) => Cow::Owned(day.to_string()),
        Cell::Month(month) => Cow::Owned(month.to_string()),
        // Excel reads that as a time, and RFC 3339 as a text.
        Cell::Instant(instant) => Cow::Owned(instant.format("%Y-%m-%d %H:%M").to_string()),
        Cell::Text(text) => match text {
            Cow::Borrowed(text) => guarded(text),
            Cow::Owned(text) => Cow::Owned(guarded(&text).into_owned()),
        },
        Cell::Names(names) => Cow::Owned(guarded(&joined(names)).into_owned()),
        Cell::Seats(_) => unreachable!("a map has a column for each of its keys"),
    }
}

/// A text that spreadsheets would take for a formula gets an apostrophe, by which they know it for a text.
fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use csv::ReaderBuilder;
    use domain::calendar::kst_instant;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::REPORTS;
    use crate::sheets::fixtures;

    fn written(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
        let mut piece = Piece::new(&[]);
        for row in rows {
            piece.record(row.iter().map(|cell| field(cell.clone())));
        }
        piece.into_bytes()
    }

    fn line(row: Vec<Cell<'_>>) -> String {
        String::from_utf8(written(&[row])).unwrap()
    }

    #[test]
    fn numbers_are_plain_and_the_unknown_is_empty() {
        let row = vec![
            Cell::from(1_234_567_i64),
            Cell::from(-5_i64),
            Cell::from(Decimal::new(6875, 4)),
            Cell::from(Decimal::new(10_000, 4)),
            Cell::from(Decimal::new(-1, 4)),
            Cell::Null,
            Cell::from(true),
        ];
        assert_eq!(line(row), "1234567,-5,0.6875,1,-0.0001,,true\r\n");
    }

    #[test]
    fn an_instant_is_a_time_of_seoul_as_spreadsheets_read_it() {
        let day: chrono::NaiveDate = "2026-11-20".parse().unwrap();
        let evening = kst_instant(day.and_hms_opt(19, 30, 0).unwrap());
        assert_eq!(field(Cell::from(evening)), "2026-11-20 19:30");
    }

    #[test]
    fn only_what_needs_it_is_quoted() {
        let names = ["김하나".to_owned(), "이두리".to_owned()];
        let row = vec![
            Cell::from("a,b"),
            Cell::from("\"c\""),
            Cell::from("d\r\ne"),
            Cell::Names(&names),
            Cell::from("봄밤"),
        ];
        assert_eq!(
            line(row),
            "\"a,b\",\"\"\"c\"\"\",\"d\r\ne\",\"김하나, 이두리\",봄밤\r\n"
        );
    }

    #[test]
    fn a_text_is_never_a_formula() {
        for start in ["=", "+", "-", "@", "\t", "\r"] {
            let text = format!("{start}cmd|' /C calc'!A0");
            let names = [text.clone(), "b".to_owned()];
            for cell in [Cell::from(&text), Cell::Names(&names)] {
                let line = line(vec![cell]);
                let field = line.trim_start_matches('"');
                assert!(field.starts_with(&format!("'{start}")), "{line:?}");
            }
        }
    }

    #[tokio::test]
    async fn a_long_table_comes_in_pieces() {
        let answer = fixtures::months(5_000);
        let table = &answer.report().tables()[0];
        let (mut pieces, mut rest) = (Vec::new(), CsvPieces::new(answer, table));
        while let Some((piece, next)) = rest.next().await {
            assert!(piece.len() < PIECE_BYTES + 10_000);
            pieces.push(piece);
            rest = next;
        }
        assert!(pieces.len() > 1);
        let bytes = pieces.concat();
        let lines: Vec<_> = std::str::from_utf8(&bytes).unwrap().split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 5_001);
        assert_eq!(lines[0], "\u{feff}조회 기준일,월,매출,증감,증감률,메모");
        assert_eq!(
            (lines[1], lines[5_000]),
            ("2026-11-20,2026-11,0,,,", "2026-11-20,2026-11,4999,,,")
        );
    }

    #[tokio::test]
    async fn a_table_is_looked_through_and_written_on_another_thread_than_the_one_that_sends_it() {
        for report in REPORTS {
            for table in report.tables() {
                let answer = fixtures::watched(*report);
                let mut rest = CsvPieces::new(answer.clone(), table);
                while let Some((_, next)) = rest.next().await {
                    rest = next;
                }
                answer.assert_was_elsewhere();
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_save_for_the_apostrophe(
            rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 1..20)
        ) {
            let cells: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(Cell::from).collect()).collect();
            let bytes = written(&cells);
            let mut reader = ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
            let back: Vec<_> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(back.len(), rows.len());
            for (back, row) in back.iter().zip(&rows) {
                for (back, text) in back.iter().zip(row) {
                    let dangerous = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
                    let expected = if dangerous { format!("'{text}") } else { text.clone() };
                    prop_assert_eq!(back, expected);
                }
            }
        }

        #[test]
        fn a_number_comes_back_as_it_was(number in any::<i64>(), places in -99_999_i64..=99_999) {
            let ratio = Decimal::new(places, 4);
            let line = line(vec![Cell::from(number), Cell::from(ratio)]);
            let (whole, decimal) = line.trim_end().split_once(',').unwrap();
            prop_assert_eq!(whole.parse::<i64>().unwrap(), number);
            prop_assert_eq!(decimal.parse::<Decimal>().unwrap(), ratio);
        }
    }
}
