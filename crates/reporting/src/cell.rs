//! Values as they leave the house.

use std::borrow::Cow;
use std::io::Write;

use chrono::{Datelike, NaiveDate};
use domain::calendar::{Grain, KstInstant, Month, Period};
use domain::grade::SeatsByGrade;
use rust_decimal::Decimal;
use uuid::Uuid;

/// One value of a row: what JSON, CSV and workbooks are written from.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nobody knows.
    Null,
    /// Won, seats, counts.
    Whole(i64),
    /// Ratios and shares, exact.
    Decimal(Decimal),
    /// True or false.
    Flag(bool),
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
    /// Date and time, in Seoul's.
    Instant(KstInstant),
    /// Any text.
    Text(Cow<'a, str>),
    /// Names in order.
    Names(&'a [String]),
    /// Seats by the codes of grades.
    Seats(&'a SeatsByGrade),
}

impl Cell<'_> {
    /// Appends the value as JSON.
    pub(crate) fn write_json(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Whole(number) => write(out, format_args!("{number}")),
            Self::Decimal(decimal) => write_decimal(*decimal, out),
            Self::Flag(flag) => write(out, format_args!("{flag}")),
            Self::Day(day) => write_date(&iso(*day), out),
            Self::Month(month) => write_date(&iso(month.first_day())[..7], out),
            Self::Instant(instant) => write(out, format_args!("\"{}\"", instant.to_rfc3339())),
            Self::Text(text) => write_text(text, out),
            Self::Names(names) => {
                out.push(b'[');
                for name in *names {
                    separate(out);
                    write_text(name, out);
                }
                out.push(b']');
            }
            Self::Seats(seats) => {
                out.push(b'{');
                for (grade, count) in *seats {
                    separate(out);
                    write_text(grade.code(), out);
                    write(out, format_args!(":{count}"));
                }
                out.push(b'}');
            }
        }
    }
}

/// A comma, unless this is the first in its list or object.
pub(crate) fn separate(out: &mut Vec<u8>) {
    if !matches!(out.last(), Some(b'[' | b'{') | None) {
        out.push(b',');
    }
}

/// A text as JSON.
pub(crate) fn write_text(text: &str, out: &mut Vec<u8>) {
    serde_json::to_writer(out, text).expect("memory takes every text");
}

fn write_date(digits: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(digits);
    out.push(b'"');
}

/// `YYYY-MM-DD` of a day in the years with four digits. chrono writes a day a character at a time, which took a fifth of
/// the time of an answer that is a long list of days.
fn iso(day: NaiveDate) -> [u8; 10] {
    let (year, month, day) = (day.year().unsigned_abs(), day.month(), day.day());
    let numbers = [
        year / 1000,
        year / 100,
        year / 10,
        year,
        month / 10,
        month,
        day / 10,
        day,
    ];
    let [y1, y2, y3, y4, m1, m2, d1, d2] = numbers.map(|number| b"0123456789"[number as usize % 10]);
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}

fn write(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("memory takes what is written");
}

/// Its digits, with a place behind the point also where it is whole: clients see that it is no count.
fn write_decimal(decimal: Decimal, out: &mut Vec<u8>) {
    let decimal = decimal.normalize();
    let point = if decimal.scale() == 0 { ".0" } else { "" };
    write(out, format_args!("{decimal}{point}"));
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! cell {
    ($($kind:ty => $make:expr;)+) => {
        $(impl<'a> From<$kind> for Cell<'a> {
            fn from(value: $kind) -> Self {
                $make(value)
            }
        })+
    };
}

cell! {
    i64 => Cell::Whole;
    u32 => |number| Cell::Whole(i64::from(number));
    usize => |number| Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    Decimal => Cell::Decimal;
    bool => Cell::Flag;
    NaiveDate => Cell::Day;
    Month => Cell::Month;
    KstInstant => Cell::Instant;
    &'a str => |text| Cell::Text(Cow::Borrowed(text));
    &'a String => |text: &'a String| Cell::Text(Cow::Borrowed(text));
    Uuid => |id: Uuid| Cell::Text(Cow::Owned(id.to_string()));
    &'a Vec<String> => |names: &'a Vec<String>| Cell::Names(names);
    &'a SeatsByGrade => Cell::Seats;
    Period => |period: Period| match period.grain {
        Grain::Day | Grain::Week => Cell::Day(period.first_day),
        Grain::Month => Cell::Month(Month::of(period.first_day)),
    };
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn json(cell: &Cell<'_>) -> String {
        let mut out = Vec::new();
        cell.write_json(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_whole_decimal_keeps_a_place_behind_the_point() {
        for (text, expected) in [
            ("1", "1.0"),
            ("0.6700", "0.67"),
            ("-0.0133", "-0.0133"),
            ("0.0000", "0.0"),
        ] {
            assert_eq!(json(&Cell::Decimal(text.parse().unwrap())), expected);
        }
    }

    #[test]
    fn lists_and_maps_are_separated() {
        let names = ["김하나".to_owned(), "a\"b".to_owned()];
        assert_eq!(json(&Cell::Names(&names)), r#"["김하나","a\"b"]"#);
        assert_eq!(json(&Cell::Names(&[])), "[]");
        let seats: SeatsByGrade = [("vip".parse().unwrap(), 3), ("r".parse().unwrap(), 4)].into();
        assert_eq!(json(&Cell::Seats(&seats)), r#"{"vip":3,"r":4}"#);
    }

    #[test]
    fn every_day_is_written_as_chrono_writes_it() {
        for day in domain::calendar::supported_days().days() {
            assert_eq!(json(&Cell::Day(day)), format!("\"{day}\""));
            assert_eq!(json(&Cell::Month(Month::of(day))), day.format("\"%Y-%m\"").to_string());
        }
    }

    proptest! {
        #[test]
        fn a_ratio_is_written_as_its_double_is(places in -99_999_999_i64..=99_999_999) {
            let ratio = Decimal::new(places, 4);
            let double: f64 = ratio.to_string().parse().unwrap();
            prop_assert_eq!(json(&Cell::Decimal(ratio)), serde_json::to_string(&double).unwrap());
        }

        #[test]
        fn any_text_is_json(text in any::<String>()) {
            let read: String = serde_json::from_str(&json(&Cell::from(&text))).unwrap();
            prop_assert_eq!(read, text);
        }
    }
}
