//! RC4, as Excel 97 to 2003 encrypt: a new key for each kilobyte.

use md5::Md5;
use rc4::{KeyInit, Rc4, StreamCipher};
use sha1::{Digest, Sha1};

use super::utf_16;
use crate::workbook::Unreadable;
use crate::workbook::binary_values::Fields;

/// Bytes of the stream that have one key.
const BLOCK_BYTES: u64 = 1_024;

/// Decrypts any place of a stream; cheap from front to back.
pub(in super::super) struct Rc4Cipher {
    base: KeyBase,
    block: Option<(u32, Rc4)>,
    /// Bytes of the block that have been passed.
    passed: u64,
}

/// What the keys of the blocks are made of.
enum KeyBase {
    /// Of Excel 97, in the strength that could be exported.
    Export([u8; 5]),
    /// Of the programming interface that came later.
    Interface { hash: Vec<u8>, key_bits: u32 },
}

impl Rc4Cipher {
    /// From the fields that follow the kind of encryption.
    pub(super) fn unlock(mut fields: Fields<'_>, password: &str) -> Result<Self, Unreadable> {
        let version = (fields.short()?, fields.short()?);
        let (base, hash_bytes) = match version {
            (1, 1) => (KeyBase::export(fields.take(16)?, password), 16),
            (2..=4, 2) => {
                fields.long()?;
                let header_bytes = fields.long()? as usize;
                let mut header = Fields(fields.take(header_bytes)?);
                header.take(16)?;
                let key_bits = match header.long()? {
                    0 => 40,
                    bits => bits,
                };
                let salt_bytes = fields.long()? as usize;
                let salt = fields.take(salt_bytes)?;
                let hash = Sha1::new().chain_update(salt).chain_update(utf_16(password)).finalize();
                let hash = hash.to_vec();
                (KeyBase::Interface { hash, key_bits }, 20)
            }
            _ => return Err(Unreadable::Encrypted),
        };
        let mut verifier = fields.take(16)?.to_vec();
        if hash_bytes == 20 {
            fields.long()?;
        }
        let mut expected = fields.take(hash_bytes)?.to_vec();
        let mut keystream = base.keystream(0).ok_or(Unreadable::Encrypted)?;
        keystream.apply_keystream(&mut verifier);
        keystream.apply_keystream(&mut expected);
        let found = if hash_bytes == 16 {
            Md5::digest(&verifier).to_vec()
        } else {
            Sha1::digest(&verifier).to_vec()
        };
        if found != expected {
            return Err(Unreadable::Encrypted);
        }
        Ok(Self {
            base,
            block: None,
            passed: 0,
        })
    }

    /// A cipher of Excel 97 whose password nobody checks.
    #[cfg(test)]
    pub(super) fn export(salt: &[u8], password: &str) -> Self {
        Self {
            base: KeyBase::export(salt, password),
            block: None,
            passed: 0,
        }
    }

    /// Decrypts bytes that begin at `start` of the stream.
    pub(super) fn decrypt(&mut self, mut start: u64, mut bytes: &mut [u8]) {
        while !bytes.is_empty() {
            let Ok(number) = u32::try_from(start / BLOCK_BYTES) else {
                return;
            };
            let offset = start % BLOCK_BYTES;
            if self.passed > offset || self.block.as_ref().is_none_or(|(block, _)| *block != number) {
                self.block = self.base.keystream(number).map(|keystream| (number, keystream));
                self.passed = 0;
            }
            let Some((_, keystream)) = &mut self.block else {
                return;
            };
            let skipped = usize::try_from(offset - self.passed).expect("within a block");
            keystream.apply_keystream(&mut vec![0; skipped]);
            let left = usize::try_from(BLOCK_BYTES - offset).expect("within a block");
            let (now, later) = bytes.split_at_mut(left.min(bytes.len()));
            keystream.apply_keystream(now);
            self.passed = offset + now.len() as u64;
            start += now.len() as u64;
            bytes = later;
        }
    }
}

impl KeyBase {
    fn export(salt: &[u8], password: &str) -> Self {
        let first = Md5::digest(utf_16(password));
        let repeated = [&first[..5], salt].concat().repeat(16);
        let hash = Md5::digest(repeated);
        Self::Export([hash[0], hash[1], hash[2], hash[3], hash[4]])
    }

    fn keystream(&self, block: u32) -> Option<Rc4> {
        let number = block.to_le_bytes();
        match self {
            Self::Export(base) => {
                let hash = Md5::digest([&base[..], &number].concat());
                Rc4::new_from_slice(&hash).ok()
            }
            Self::Interface { hash, key_bits } => {
                let hash = Sha1::digest([&hash[..], &number].concat());
                let mut key = hash.get(..usize::try_from(key_bits / 8).ok()?)?.to_vec();
                // The weakest key is filled up.
                if *key_bits == 40 {
                    key.resize(16, 0);
                }
                Rc4::new_from_slice(&key).ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::USUAL_PASSWORD;
    use super::*;

    #[test]
    fn keys_are_those_of_other_programs() {
        let salt: Vec<u8> = (0..16).collect();
        let hash = Sha1::new()
            .chain_update(&salt)
            .chain_update(utf_16(USUAL_PASSWORD))
            .finalize();
        let interface = |key_bits| KeyBase::Interface {
            hash: hash.to_vec(),
            key_bits,
        };
        for (base, key) in [
            (
                KeyBase::export(&salt, USUAL_PASSWORD),
                0x4B83_C57D_54F1_7F82_BB08_C65A_9E66_476D_u128,
            ),
            (interface(40), 0x0773_35A0_0F00_0000_0000_0000_0000_0000),
            (interface(128), 0x0773_35A0_0FF9_288B_88A7_1EE2_479D_D601),
        ] {
            let (mut found, mut expected) = ([0; 64], [0; 64]);
            base.keystream(3).unwrap().apply_keystream(&mut found);
            Rc4::new_from_slice(&key.to_be_bytes())
                .unwrap()
                .apply_keystream(&mut expected);
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn any_place_is_decrypted_alike() {
        let cipher = || Rc4Cipher::export(&[7; 16], USUAL_PASSWORD);
        let mut whole = vec![0; 5_000];
        cipher().decrypt(0, &mut whole);
        let mut pieces = cipher();
        for start in [4_000, 0, 1_000, 1_020, 1_024, 500, 3_071] {
            let mut piece = vec![0; 900];
            pieces.decrypt(start as u64, &mut piece);
            assert_eq!(piece, whole[start..start + 900], "{start}");
        }
    }
}
