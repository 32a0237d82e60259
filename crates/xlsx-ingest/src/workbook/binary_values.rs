//! Values as the binary formats of Excel write them.

use super::Unreadable;

/// The text of an error as a spreadsheet shows it.
pub(super) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERROR!",
    }
}

/// A number in four bytes: an integer or the upper half of a fraction, perhaps a hundredth of it.
pub(super) fn compressed_number(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// The fields of one record. What is missing at its end means that the file is damaged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(Unreadable::damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        self.take(N)?.try_into().map_err(|_| Unreadable::damaged())
    }

    pub(super) fn byte(&mut self) -> Result<u8, Unreadable> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(super) fn short(&mut self) -> Result<u16, Unreadable> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn long(&mut self) -> Result<u32, Unreadable> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn float(&mut self) -> Result<f64, Unreadable> {
        self.array().map(f64::from_le_bytes)
    }

    /// A number of units of UTF-16.
    pub(super) fn wide(&mut self, count: usize) -> Result<String, Unreadable> {
        let bytes = self.take(count.checked_mul(2).ok_or_else(Unreadable::damaged)?)?;
        let units = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        Ok(char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_numbers_are_whole_or_fractions_or_hundredths() {
        let bits = f64::to_bits;
        assert_eq!(bits(compressed_number(0x3FF0_0000)), bits(1.0));
        assert_eq!(bits(compressed_number(0x3FF0_0001)), bits(0.01));
        assert_eq!(bits(compressed_number((100 << 2) | 2)), bits(100.0));
        assert_eq!(bits(compressed_number((123 << 2) | 3)), bits(1.23));
        assert_eq!(bits(compressed_number((-5_i32).cast_unsigned() << 2 | 2)), bits(-5.0));
    }

    #[test]
    fn a_record_that_is_cut_short_is_damaged() {
        assert_eq!(Fields(&[1]).short(), Err(Unreadable::damaged()));
        assert_eq!(Fields(&[1, 2, 3]).wide(2), Err(Unreadable::damaged()));
        assert_eq!(Fields(&[0x40, 0xBE, 0xFC, 0xB1]).wide(2).unwrap(), "빀뇼");
    }
}
