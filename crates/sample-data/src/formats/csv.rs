//! Comma-separated text, `.csv`, in the encodings and habits of Korean offices.

use chrono::{NaiveDate, NaiveTime};
use encoding_rs::EUC_KR;

use crate::workbook::{Cell, Sheet};

/// How the text becomes bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CsvEncoding {
    /// UTF-8 without a byte order mark.
    #[default]
    Utf8,
    /// UTF-8 with a byte order mark, as Excel saves it.
    Utf8Bom,
    /// UTF-16, little end first, with a byte order mark.
    Utf16Le,
    /// UTF-16, big end first, with a byte order mark.
    Utf16Be,
    /// The code page of Korean Windows. It has no won sign: that takes the place of the backslash.
    Cp949,
}

impl CsvEncoding {
    /// Every encoding.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Utf8Bom, Self::Utf16Le, Self::Utf16Be, Self::Cp949];

    /// Whether it has all characters of `text`.
    pub fn has(self, text: &str) -> bool {
        self != Self::Cp949 || !EUC_KR.encode(&text.replace('₩', "\\")).2
    }

    fn encode(self, text: &str) -> Vec<u8> {
        let units = || std::iter::once(0xFEFF).chain(text.encode_utf16());
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            Self::Utf16Le => units().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => units().flat_map(u16::to_be_bytes).collect(),
            Self::Cp949 => EUC_KR.encode(&text.replace('₩', "\\")).0.into_owned(),
        }
    }
}

/// How days are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CsvDates {
    /// `2026-11-19`
    #[default]
    Dashes,
    /// `2026.11.19`
    Dots,
    /// `2026/11/19`
    Slashes,
    /// `20261119`
    Digits,
}

impl CsvDates {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Dashes, Self::Dots, Self::Slashes, Self::Digits];

    fn text(self, date: NaiveDate) -> String {
        let pattern = match self {
            Self::Dashes => "%Y-%m-%d",
            Self::Dots => "%Y.%m.%d",
            Self::Slashes => "%Y/%m/%d",
            Self::Digits => "%Y%m%d",
        };
        date.format(pattern).to_string()
    }
}

/// What stands between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CsvSeparator {
    /// A comma.
    #[default]
    Comma,
    /// A tab, as in Excel's "Unicode text".
    Tab,
    /// A semicolon, as where the comma is the decimal point.
    Semicolon,
}

impl CsvSeparator {
    /// Every separator.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Tab, Self::Semicolon];

    fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Semicolon => ';',
        }
    }
}

/// The habits of whoever saved the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent habits, and tests combine them freely"
)]
pub struct CsvStyle {
    /// Bytes of the text.
    pub encoding: CsvEncoding,
    /// Days.
    pub dates: CsvDates,
    /// `1,234` instead of `1234`; such fields are quoted.
    pub thousands: bool,
    /// `₩` before the numbers of columns whose marker ends in `_sales`.
    pub won_sign: bool,
    /// `85%` instead of `0.85` where the cell is shown in percent.
    pub percent: bool,
    /// `19:30:00` instead of `19:30`.
    pub seconds: bool,
    /// What parts the fields.
    pub separator: CsvSeparator,
    /// Quotes around every field, not only where they are needed.
    pub quote_all: bool,
}

/// A sheet as `.csv`: all its rows with their formulas' values, each as wide as the sheet.
pub fn csv(sheet: &Sheet, style: CsvStyle) -> Vec<u8> {
    let (rows, columns) = sheet.size();
    let is_won = |column: u32| {
        sheet
            .get((1, column))
            .as_text()
            .is_some_and(|marker| marker.ends_with("_sales"))
    };
    let mut text = String::new();
    for row in 0..rows {
        let field = |column: u32| quoted(field(sheet.get((row, column)), is_won(column), style), style);
        let fields: Vec<_> = (0..columns).map(field).collect();
        text.push_str(&fields.join(&style.separator.char().to_string()));
        text.push_str("\r\n");
    }
    style.encoding.encode(&text)
}

fn field(cell: &Cell, is_won: bool, style: CsvStyle) -> String {
    match cell.value() {
        Cell::Empty | Cell::Formula { .. } => String::new(),
        Cell::Text(text) | Cell::Iso(text) => text.clone(),
        Cell::Number(number) => {
            let sign = if is_won && style.won_sign { "₩" } else { "" };
            let digits = if style.thousands {
                with_thousands(*number)
            } else {
                number.to_string()
            };
            format!("{sign}{digits}")
        }
        Cell::Percent(share) if style.percent => format!("{}%", share * 100.0),
        Cell::Percent(share) => share.to_string(),
        Cell::Date(date) => style.dates.text(*date),
        Cell::Time(time) => clock(*time, style),
        Cell::DateTime(moment) => format!("{} {}", style.dates.text(moment.date()), clock(moment.time(), style)),
        Cell::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        Cell::Error(error) => error.text().to_owned(),
    }
}

fn clock(time: NaiveTime, style: CsvStyle) -> String {
    time.format(if style.seconds { "%H:%M:%S" } else { "%H:%M" })
        .to_string()
}

fn with_thousands(number: f64) -> String {
    let text = number.to_string();
    let (sign, rest) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
    let groups: Vec<&[u8]> = whole.as_bytes().rchunks(3).rev().collect();
    let whole = String::from_utf8(groups.join(&b',')).expect("digits and commas");
    format!("{sign}{whole}{fraction}")
}

fn quoted(field: String, style: CsvStyle) -> String {
    if style.quote_all || field.contains([style.separator.char(), '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let day = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
        let time = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        Sheet::new("s")
            .with("A1", "제목, \"인용\"")
            .with("A2", "dash_date")
            .with("B2", "dash_seat_paid_sales")
            .with("A3", day)
            .with("B3", 1_234_567)
            .with("C3", Cell::Percent(0.5))
            .with("D3", time)
            .with("E3", Cell::formula("A1", -12_000.5))
            .with("F3", crate::CellError::Ref)
    }

    fn line(bytes: &[u8], number: usize) -> String {
        String::from_utf8(bytes.to_vec())
            .unwrap()
            .split("\r\n")
            .nth(number)
            .unwrap()
            .to_owned()
    }

    #[test]
    fn a_plain_file_has_plain_numbers() {
        let bytes = csv(&sheet(), CsvStyle::default());
        assert_eq!(line(&bytes, 0), r#""제목, ""인용""",,,,,"#);
        assert_eq!(line(&bytes, 2), "2026-11-19,1234567,0.5,19:30,-12000.5,#REF!");
    }

    #[test]
    fn an_office_file_has_won_percent_and_quotes() {
        let style = CsvStyle {
            thousands: true,
            won_sign: true,
            percent: true,
            seconds: true,
            ..CsvStyle::default()
        };
        assert_eq!(
            line(&csv(&sheet(), style), 2),
            r#"2026-11-19,"₩1,234,567",50%,19:30:00,"-12,000.5",#REF!"#
        );
        let style = CsvStyle {
            quote_all: true,
            dates: CsvDates::Digits,
            ..CsvStyle::default()
        };
        assert_eq!(
            line(&csv(&sheet(), style), 2),
            r#""20261119","1234567","0.5","19:30","-12000.5","#.to_owned() + r##""#REF!""##
        );
    }

    #[test]
    fn every_encoding_is_decoded_to_the_same_text() {
        let plain = String::from_utf8(csv(&sheet(), CsvStyle::default())).unwrap();
        for encoding in CsvEncoding::ALL {
            let bytes = csv(
                &sheet(),
                CsvStyle {
                    encoding,
                    ..CsvStyle::default()
                },
            );
            let decoder = match encoding {
                CsvEncoding::Cp949 => EUC_KR,
                _ => encoding_rs::UTF_8, // A byte order mark decides otherwise.
            };
            assert_eq!(decoder.decode(&bytes).0, plain, "{encoding:?}");
        }
    }

    #[test]
    fn every_date_style_is_one_that_staff_use() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 9).unwrap();
        assert_eq!(
            CsvDates::ALL.map(|style| style.text(day)),
            ["2026-01-09", "2026.01.09", "2026/01/09", "20260109"]
        );
    }

    #[test]
    fn the_won_sign_of_cp949_is_the_backslash() {
        let style = CsvStyle {
            encoding: CsvEncoding::Cp949,
            won_sign: true,
            ..CsvStyle::default()
        };
        assert!(csv(&sheet(), style).windows(8).any(|bytes| bytes == b"\\1234567"));
    }
}
