//! Where a cell is.

use std::fmt;
use std::str::FromStr;

/// A cell by zero-based row and column. The order is that of reading: row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub column: u32,
}

impl Address {
    /// The cell in this row and column, both counted from zero.
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// The letters of a zero-based column: `A`, `Z`, `AA`.
    pub fn column_letters(column: u32) -> String {
        let mut letters = Vec::new();
        let mut rest = column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).expect("less than 26")));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::column_letters(self.column), self.row + 1)
    }
}

/// A text that is no address such as `F37`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAddress;

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let digits = text.find(|c: char| c.is_ascii_digit()).ok_or(NoAddress)?;
        let (letters, row) = text.split_at(digits);
        if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(NoAddress);
        }
        let column = letters
            .bytes()
            .fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
        let row: u32 = row.parse().map_err(|_| NoAddress)?;
        Ok(Self {
            row: row.checked_sub(1).ok_or(NoAddress)?,
            column: column - 1,
        })
    }
}

/// Lets `sheet.set("F37", ..)` and `sheet.set((36, 5), ..)` both be written. A text that is no address panics: it
/// stands in the source of a test.
impl From<&str> for Address {
    fn from(text: &str) -> Self {
        text.parse().unwrap_or_else(|_| panic!("'{text}' is no address"))
    }
}

impl From<(u32, u32)> for Address {
    fn from((row, column): (u32, u32)) -> Self {
        Self { row, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for (text, row, column) in [
            ("A1", 0, 0),
            ("Z9", 8, 25),
            ("AA10", 9, 26),
            ("F37", 36, 5),
            ("XFD1048576", 1_048_575, 16_383),
        ] {
            assert_eq!(text.parse(), Ok(Address { row, column }));
            assert_eq!(Address { row, column }.to_string(), text);
        }
    }

    #[test]
    fn other_texts_are_no_addresses() {
        for text in ["", "A", "1", "A0", "a1", "A1B", "ABCD1", "A-1"] {
            assert_eq!(text.parse::<Address>(), Err(NoAddress), "{text}");
        }
    }
}
