//! The encryption of packages of Excel 2007: AES, block by block.

use std::io::Read;

use sha1::{Digest, Sha1};

use super::{Aes, decrypted, utf_16};
use crate::workbook::Unreadable;
use crate::workbook::binary_values::Fields;

const SPINS: u32 = 50_000;
/// Bytes over which a hash is stretched to a key.
const STRETCHED: usize = 64;

pub(super) fn decrypt(
    mut fields: Fields<'_>,
    package: impl Read,
    password: &str,
) -> Result<Option<Vec<u8>>, Unreadable> {
    fields.long()?;
    let header_bytes = fields.long()? as usize;
    let mut header = Fields(fields.take(header_bytes)?);
    // Flags, a size, the cipher and the hash.
    header.take(16)?;
    let key_bytes = header.long()? as usize / 8;
    let salt_bytes = fields.long()? as usize;
    let salt = fields.take(salt_bytes)?;
    let mut verifier = fields.take(16)?.to_vec();
    fields.long()?;
    let mut expected = fields.take(32)?.to_vec();

    let aes = Aes::new(&key(salt, password, key_bytes)).ok_or(Unreadable::Encrypted)?;
    aes.decrypt_blocks(&mut verifier);
    aes.decrypt_blocks(&mut expected);
    if expected[..20] != Sha1::digest(&verifier)[..] {
        return Ok(None);
    }
    decrypted(package, |bytes| aes.decrypt_blocks(bytes)).map(Some)
}

fn key(salt: &[u8], password: &str, length: usize) -> Vec<u8> {
    let hash = |pieces: [&[u8]; 2]| Sha1::new().chain_update(pieces[0]).chain_update(pieces[1]).finalize();
    let mut spun = hash([salt, &utf_16(password)]);
    for round in 0..SPINS {
        spun = hash([&round.to_le_bytes(), &spun]);
    }
    let spun = hash([&spun, &[0; 4]]);
    let stretched = |filling: u8| {
        let mut bytes = [filling; STRETCHED];
        for (byte, mixed) in bytes.iter_mut().zip(spun) {
            *byte ^= mixed;
        }
        Sha1::digest(bytes)
    };
    let mut key = [stretched(0x36), stretched(0x5C)].concat();
    key.truncate(length);
    key
}
