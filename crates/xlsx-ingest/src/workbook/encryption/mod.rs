//! Workbooks that are encrypted with a password that everybody knows.
//!
//! Whoever protects a workbook against changes often gets a file that is encrypted as a whole, with a password that
//! Excel tries before it asks. The work is bounded by the process in which it happens: a file may demand ten million
//! rounds of a hash.

mod agile;
mod rc4;
mod standard;
mod xor;

use std::io::Read;

use aes::cipher::{Block, BlockCipherDecrypt, KeyInit};

use super::Unreadable;
use super::binary_values::Fields;

/// The password that Excel tries before it asks.
pub(super) const USUAL_PASSWORD: &str = "VelvetSweatshop";

/// Bytes of a block of AES.
const BLOCK: usize = 16;

/// The zipped workbook in an encrypted package; `None` for any other password, before the package is read. Fails with
/// [`Unreadable::Encrypted`] for an encryption that no spreadsheet writes.
pub(super) fn decrypt_package(
    description: &[u8],
    package: impl Read,
    password: &str,
) -> Result<Option<Vec<u8>>, Unreadable> {
    let mut fields = Fields(description);
    match (fields.short()?, fields.short()?) {
        (4, 4) => {
            fields.long()?;
            agile::decrypt(fields.0, package, password)
        }
        (2..=4, 2) => standard::decrypt(fields, package, password),
        _ => Err(Unreadable::Encrypted),
    }
}

/// All of a package: its size, and whole blocks, which `decrypt` decrypts in place.
fn decrypted(mut package: impl Read, decrypt: impl FnOnce(&mut [u8])) -> Result<Vec<u8>, Unreadable> {
    let mut size = [0; 8];
    let mut bytes = Vec::new();
    package
        .read_exact(&mut size)
        .and_then(|()| package.read_to_end(&mut bytes))
        .map_err(|error| Unreadable::from_io(&error))?;
    decrypt(&mut bytes);
    let size = usize::try_from(u64::from_le_bytes(size)).ok();
    bytes.truncate(
        size.filter(|size| *size <= bytes.len())
            .ok_or_else(Unreadable::damaged)?,
    );
    Ok(bytes)
}

/// What decrypts the records of a workbook of Excel 97 to 2003.
pub(super) enum StreamCipher {
    Rc4(Box<rc4::Rc4Cipher>),
    Xor(xor::XorCipher),
}

impl StreamCipher {
    /// The cipher that a record describes. Fails with [`Unreadable::Encrypted`] for any other password.
    pub(super) fn unlock(record: &[u8], is_unicode: bool, password: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields(record);
        // Before Excel 97 there was only one way.
        if !is_unicode || fields.short()? == 0 {
            return xor::XorCipher::unlock(fields, password).map(Self::Xor);
        }
        rc4::Rc4Cipher::unlock(fields, password).map(|cipher| Self::Rc4(Box::new(cipher)))
    }

    /// A cipher without a record that describes it.
    #[cfg(test)]
    pub(super) fn rc4_for_tests(salt: &[u8], password: &str) -> Self {
        Self::Rc4(Box::new(rc4::Rc4Cipher::export(salt, password)))
    }

    /// Decrypts the fields of a record but for the first `plain` bytes; they begin at `start` of the stream.
    pub(super) fn decrypt(&mut self, start: u64, plain: usize, fields: &mut [u8]) {
        match self {
            Self::Rc4(cipher) => cipher.decrypt(start + plain as u64, &mut fields[plain..]),
            Self::Xor(cipher) => cipher.decrypt(start, plain, fields),
        }
    }
}

/// A password as it is hashed.
fn utf_16(password: &str) -> Vec<u8> {
    password.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// AES with a key of any of its sizes.
enum Aes {
    Aes128(aes::Aes128),
    Aes192(aes::Aes192),
    Aes256(aes::Aes256),
}

impl Aes {
    fn new(key: &[u8]) -> Option<Self> {
        Some(match key.len() {
            16 => Self::Aes128(aes::Aes128::new_from_slice(key).ok()?),
            24 => Self::Aes192(aes::Aes192::new_from_slice(key).ok()?),
            32 => Self::Aes256(aes::Aes256::new_from_slice(key).ok()?),
            _ => return None,
        })
    }

    /// Decrypts whole blocks, each on its own; what is left at the end stays.
    fn decrypt_blocks(&self, bytes: &mut [u8]) {
        for block in bytes.chunks_exact_mut(BLOCK) {
            let block: &mut Block<aes::Aes128> = block.try_into().expect("a whole block");
            match self {
                Self::Aes128(aes) => aes.decrypt_block(block),
                Self::Aes192(aes) => aes.decrypt_block(block),
                Self::Aes256(aes) => aes.decrypt_block(block),
            }
        }
    }

    /// Decrypts whole blocks, each of which was mixed with the one before.
    fn decrypt_chain(&self, mut before: [u8; BLOCK], bytes: &mut [u8]) {
        for block in bytes.chunks_exact_mut(BLOCK) {
            let encrypted: [u8; BLOCK] = (&*block).try_into().expect("a whole block");
            self.decrypt_blocks(block);
            for (byte, mixed) in block.iter_mut().zip(before) {
                *byte ^= mixed;
            }
            before = encrypted;
        }
    }
}
