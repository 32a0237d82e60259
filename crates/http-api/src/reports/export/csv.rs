//! A table as CSV, piece by piece: the next one is written when the client has taken the one before.

use std::borrow::Cow;
use std::convert::Infallible;

use actix_web::web::Bytes;
use chrono::DateTime;
use csv::{Terminator, Writer, WriterBuilder};
use domain::calendar::in_kst;
use serde::Serialize;
use serde_json::Value;

use super::rows::{Heading, Sheet, Writing};
use crate::reports::catalogue::{Table, Unit};

/// Without it Excel takes UTF-8 for the code page of the machine.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// A piece ends with the item with which it becomes as long.
const PIECE_BYTES: usize = 64 * 1024;

/// The pieces of a table.
pub(super) struct CsvPieces<R> {
    report: R,
    sheet: Sheet,
    /// The item that the next piece begins with; `None`: all is written.
    next: Option<usize>,
}

impl<R: Serialize> CsvPieces<R> {
    pub(super) fn new(report: R, table: &'static Table) -> Self {
        let sheet = Sheet::new(&report, table);
        Self {
            report,
            sheet,
            next: Some(0),
        }
    }
}

impl<R: Serialize> Iterator for CsvPieces<R> {
    type Item = Result<Bytes, Infallible>;

    fn next(&mut self) -> Option<Self::Item> {
        let from = self.next?;
        let mut piece = Piece::new(&self.sheet.headings);
        if from == 0 {
            piece.record(self.sheet.headings.iter().map(|heading| guarded(&heading.title)));
        }
        let Ok(next) = self.sheet.write(&self.report, from, &mut piece);
        self.next = next;
        let mut bytes = if from == 0 {
            BYTE_ORDER_MARK.to_vec()
        } else {
            Vec::new()
        };
        bytes.append(&mut piece.into_bytes());
        Some(Ok(bytes.into()))
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

impl Writing for Piece<'_> {
    type Error = Infallible;

    fn row(&mut self, cells: &[&Value]) -> Result<(), Infallible> {
        let units = self.headings.iter().map(|heading| heading.unit);
        let units = units.chain(std::iter::repeat(Unit::Text));
        self.record(cells.iter().zip(units).map(|(cell, unit)| field(cell, unit)));
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.writer.get_ref().len() >= PIECE_BYTES
    }
}

/// A value as text: numbers plain, instants as spreadsheets read them, lists of names as one text, what is unknown empty.
fn field(value: &Value, unit: Unit) -> Cow<'_, str> {
    match value {
        Value::String(text) if unit == Unit::Instant => local_time(text).map_or_else(|| guarded(text), Cow::Owned),
        Value::Null => Cow::Borrowed(""),
        Value::Bool(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        // Written by Rust and not as JSON: 1 and not 1.0, never with an exponent; and 0 has no sign.
        Value::Number(number) if number.is_f64() => Cow::Owned((number.as_f64().unwrap_or_default() + 0.0).to_string()),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::String(text) => guarded(text),
        Value::Array(_) | Value::Object(_) => Cow::Owned(guarded(&super::joined(value)).into_owned()),
    }
}

/// `2026-11-20 19:30` in Seoul: Excel reads that as a time, and RFC 3339 as a text.
fn local_time(text: &str) -> Option<String> {
    let instant = in_kst(DateTime::parse_from_rfc3339(text).ok()?.to_utc());
    Some(instant.format("%Y-%m-%d %H:%M").to_string())
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
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::reports::catalogue::Report;

    fn written(rows: &[Vec<Value>]) -> Vec<u8> {
        let mut piece = Piece::new(&[]);
        for row in rows {
            let Ok(()) = piece.row(&row.iter().collect::<Vec<_>>());
        }
        piece.into_bytes()
    }

    fn line(row: Vec<Value>) -> String {
        String::from_utf8(written(&[row])).unwrap()
    }

    #[test]
    fn numbers_are_plain_and_the_unknown_is_empty() {
        let row = vec![
            json!(1_234_567),
            json!(-5),
            json!(0.6875),
            json!(1.0),
            json!(-0.0001),
            json!(null),
            json!(true),
        ];
        assert_eq!(line(row), "1234567,-5,0.6875,1,-0.0001,,true\r\n");
    }

    #[test]
    fn an_instant_is_a_time_of_seoul_as_spreadsheets_read_it() {
        for text in ["2026-11-20T10:30:00Z", "2026-11-20T19:30:00+09:00"] {
            assert_eq!(field(&json!(text), Unit::Instant), "2026-11-20 19:30");
        }
        assert_eq!(field(&json!("=1"), Unit::Instant), "'=1");
        assert_eq!(field(&json!(null), Unit::Instant), "");
        assert_eq!(
            field(&json!("2026-11-20T10:30:00Z"), Unit::Text),
            "2026-11-20T10:30:00Z"
        );
    }

    #[test]
    fn only_what_needs_it_is_quoted() {
        let row = vec![
            json!("a,b"),
            json!("\"c\""),
            json!("d\r\ne"),
            json!(["김하나", "이두리"]),
            json!("봄밤"),
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
            for value in [json!(text), json!([text, "b"])] {
                let line = line(vec![value]);
                assert!(
                    line.trim_start_matches('"').starts_with(&format!("'{start}")),
                    "{line:?}"
                );
            }
        }
    }

    #[test]
    fn a_long_table_comes_in_pieces() {
        let items: Vec<_> = (0..5_000)
            .map(|number| json!({"month": "2026-11", "revenueKrw": number}))
            .collect();
        let table = &Report::named("plays/monthly").unwrap().tables[0];
        let pieces: Vec<_> = CsvPieces::new(json!({"asOf": "2026-11-20", "items": items}), table).collect();
        assert!(pieces.len() > 1);
        assert!(pieces.iter().flatten().all(|piece| piece.len() < PIECE_BYTES + 10_000));
        let bytes: Vec<_> = pieces.into_iter().flatten().flatten().collect();
        let lines: Vec<_> = std::str::from_utf8(&bytes).unwrap().split_terminator("\r\n").collect();
        assert_eq!(lines.len(), 5_001);
        assert_eq!(lines[0], "\u{feff}조회 기준일,월,매출,증감,증감률,메모");
        assert_eq!(
            (lines[1], lines[5_000]),
            ("2026-11-20,2026-11,0,,,", "2026-11-20,2026-11,4999,,,")
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back_save_for_the_apostrophe(
            rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 1..20)
        ) {
            let values: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(|text| json!(text)).collect()).collect();
            let bytes = written(&values);
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
        fn a_number_comes_back_as_it_was(number in any::<i64>(), places in -99_999_i32..=99_999) {
            let ratio = f64::from(places) / 10_000.0;
            let line = line(vec![json!(number), json!(ratio)]);
            let (whole, decimal) = line.trim_end().split_once(',').unwrap();
            prop_assert_eq!(whole.parse::<i64>().unwrap(), number);
            prop_assert!((decimal.parse::<f64>().unwrap() - ratio).abs() < f64::EPSILON);
            prop_assert!(!decimal.contains('e'));
        }
    }
}
