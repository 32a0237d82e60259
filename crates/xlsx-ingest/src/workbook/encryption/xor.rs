//! The obfuscation of Excel 95 and earlier, which Excel 97 to 2003 still offered.

use super::Fields;
use crate::workbook::Unreadable;

/// What a short password is filled up with.
const FILLING: [u8; 15] = [
    0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00,
];
/// Where the key begins, by the length of the password.
const INITIAL: [u16; 15] = [
    0xE1F0, 0x1D0F, 0xCC9C, 0x84C0, 0x110C, 0x0E10, 0xF1CE, 0x313E, 0x1872, 0xE139, 0xD40F, 0x84F9, 0x280C, 0xA96A,
    0x4EC3,
];
/// What each bit of a password adds to the key: seven for each letter, the last letter first.
const MATRIX: [u16; 105] = [
    0xAEFC, 0x4DD9, 0x9BB2, 0x2745, 0x4E8A, 0x9D14, 0x2A09, 0x7B61, 0xF6C2, 0xFDA5, 0xEB6B, 0xC6F7, 0x9DCF, 0x2BBF,
    0x4563, 0x8AC6, 0x05AD, 0x0B5A, 0x16B4, 0x2D68, 0x5AD0, 0x0375, 0x06EA, 0x0DD4, 0x1BA8, 0x3750, 0x6EA0, 0xDD40,
    0xD849, 0xA0B3, 0x5147, 0xA28E, 0x553D, 0xAA7A, 0x44D5, 0x6F45, 0xDE8A, 0xAD35, 0x4A4B, 0x9496, 0x390D, 0x721A,
    0xEB23, 0xC667, 0x9CEF, 0x29FF, 0x53FE, 0xA7FC, 0x5FD9, 0x47D3, 0x8FA6, 0x0F6D, 0x1EDA, 0x3DB4, 0x7B68, 0xF6D0,
    0xB861, 0x60E3, 0xC1C6, 0x93AD, 0x377B, 0x6EF6, 0xDDEC, 0x45A0, 0x8B40, 0x06A1, 0x0D42, 0x1A84, 0x3508, 0x6A10,
    0xAA51, 0x4483, 0x8906, 0x022D, 0x045A, 0x08B4, 0x1168, 0x76B4, 0xED68, 0xCAF1, 0x85C3, 0x1BA7, 0x374E, 0x6E9C,
    0x3730, 0x6E60, 0xDCC0, 0xA9A1, 0x4363, 0x86C6, 0x1DAD, 0x3331, 0x6662, 0xCCC4, 0x89A9, 0x0373, 0x06E6, 0x0DCC,
    0x1021, 0x2042, 0x4084, 0x8108, 0x1231, 0x2462, 0x48C4,
];

/// Decrypts any place of a stream.
pub(in super::super) struct XorCipher([u8; 16]);

impl XorCipher {
    /// From a record that has a key and a hash of the password.
    pub(super) fn unlock(mut fields: Fields<'_>, password: &str) -> Result<Self, Unreadable> {
        let found = (fields.short()?, fields.short()?);
        let password = password.as_bytes();
        if !(1..=INITIAL.len()).contains(&password.len()) || found != (key(password), verifier(password)) {
            return Err(Unreadable::Encrypted);
        }
        Ok(Self(array(password)))
    }

    /// Decrypts the fields of a record that begin at `start` of the stream, but for the first `plain` bytes.
    pub(super) fn decrypt(&self, start: u64, plain: usize, fields: &mut [u8]) {
        let length = fields.len() as u64;
        let first = start + length + plain as u64;
        for (at, byte) in (first..).zip(&mut fields[plain..]) {
            let mixed = self.0[usize::try_from(at % 16).expect("below 16")];
            *byte = (*byte ^ mixed).rotate_right(5);
        }
    }
}

fn key(password: &[u8]) -> u16 {
    let mut key = INITIAL[password.len() - 1];
    let bits = MATRIX.rchunks_exact(7).zip(password.iter().rev());
    for (bits, letter) in bits {
        for (bit, mixed) in bits.iter().rev().enumerate() {
            if letter & (0x40 >> bit) != 0 {
                key ^= mixed;
            }
        }
    }
    key
}

fn verifier(password: &[u8]) -> u16 {
    let length = u8::try_from(password.len()).expect("at most 15");
    let mut verifier = 0_u16;
    for byte in password.iter().rev().chain([&length]) {
        verifier = (verifier >> 14 & 1) | (verifier << 1 & 0x7FFF);
        verifier ^= u16::from(*byte);
    }
    verifier ^ 0xCE4B
}

fn array(password: &[u8]) -> [u8; 16] {
    let key = key(password).to_le_bytes();
    let mut array = [0; 16];
    let letters = password.iter().chain(&FILLING);
    for (at, (byte, letter)) in array.iter_mut().zip(letters).enumerate() {
        *byte = (letter ^ key[at % 2]).rotate_right(1);
    }
    array
}

#[cfg(test)]
mod tests {
    use super::super::USUAL_PASSWORD;
    use super::*;

    #[test]
    fn key_and_array_are_those_of_other_programs() {
        let password = USUAL_PASSWORD.as_bytes();
        assert_eq!(key(password), 0xB359);
        assert_eq!(verifier(password), 0x9A0A);
        assert_eq!(
            array(password),
            0x876B_9AE2_1EE3_0562_1E69_9660_986E_9404_u128.to_be_bytes()
        );
    }

    #[test]
    fn only_the_right_password_opens() {
        let record = [0x59, 0xB3, 0x0A, 0x9A];
        assert!(XorCipher::unlock(Fields(&record), USUAL_PASSWORD).is_ok());
        for (record, password) in [(&record[..], "1234"), (&record, ""), (&[0, 0, 0, 0], USUAL_PASSWORD)] {
            let outcome = XorCipher::unlock(Fields(record), password);
            assert_eq!(outcome.err(), Some(Unreadable::Encrypted), "{password}");
        }
    }
}
