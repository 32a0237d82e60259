//! The encryption of packages since Excel 2010: AES in chains, described in XML.

use std::io::Read;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use quick_xml::events::{BytesStart, Event};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::{Aes, BLOCK, decrypted, utf_16};
use crate::workbook::Unreadable;
use crate::workbook::markup::{Markup, attributes, local_name};

/// Bytes of the package that are one chain.
const SEGMENT: usize = 4_096;
/// Most rounds that are made; spreadsheets demand a tenth of it, the format allows ten times as many.
const MAX_SPINS: u32 = 1_000_000;
/// What fills a hash up that is shorter than a key.
const FILLING: u8 = 0x36;

const VERIFIER: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
const VERIFIER_HASH: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

/// How something is encrypted.
#[derive(Debug, Default)]
struct Scheme {
    salt: Vec<u8>,
    hash: Option<Hash>,
    key_bytes: usize,
    spins: u32,
    verifier: Vec<u8>,
    verifier_hash: Vec<u8>,
    key: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn of(self, pieces: &[&[u8]]) -> Vec<u8> {
        fn digest<D: Digest>(pieces: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            for piece in pieces {
                digest.update(piece);
            }
            digest.finalize().to_vec()
        }
        match self {
            Self::Sha1 => digest::<Sha1>(pieces),
            Self::Sha256 => digest::<Sha256>(pieces),
            Self::Sha384 => digest::<Sha384>(pieces),
            Self::Sha512 => digest::<Sha512>(pieces),
        }
    }
}

pub(super) fn decrypt(description: &[u8], package: impl Read, password: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    let (data, lock) = schemes(description)?;
    let (Some(data_hash), Some(hash)) = (data.hash, lock.hash) else {
        return Err(Unreadable::Encrypted);
    };
    if lock.spins > MAX_SPINS {
        return Err(Unreadable::TooLarge(format!("> {MAX_SPINS} rounds of a hash")));
    }
    let mut spun = hash.of(&[&lock.salt, &utf_16(password)]);
    for round in 0..lock.spins {
        spun = hash.of(&[&round.to_le_bytes(), &spun]);
    }
    let unlocked = |purpose: [u8; 8], encrypted: &[u8]| {
        let key = fitted(hash.of(&[&spun, &purpose]), lock.key_bytes);
        let aes = Aes::new(&key).ok_or(Unreadable::Encrypted)?;
        let mut bytes = encrypted.to_vec();
        aes.decrypt_chain(first_block(lock.salt.clone()), &mut bytes);
        Ok::<_, Unreadable>(bytes)
    };
    let verifier = unlocked(VERIFIER, &lock.verifier)?;
    let expected = unlocked(VERIFIER_HASH, &lock.verifier_hash)?;
    let verifier = verifier.get(..lock.salt.len()).unwrap_or(&verifier);
    let found = hash.of(&[verifier]);
    if expected.get(..found.len()) != Some(&found[..]) {
        return Ok(None);
    }
    let key = fitted(unlocked(KEY, &lock.key)?, data.key_bytes);
    let aes = Aes::new(&key).ok_or(Unreadable::Encrypted)?;
    decrypted(package, |bytes| {
        for (number, segment) in (0_u32..).zip(bytes.chunks_mut(SEGMENT)) {
            let start = data_hash.of(&[&data.salt, &number.to_le_bytes()]);
            aes.decrypt_chain(first_block(start), segment);
        }
    })
    .map(Some)
}

/// How the data and how their key is encrypted.
fn schemes(description: &[u8]) -> Result<(Scheme, Scheme), Unreadable> {
    let mut markup = Markup::held(description)?;
    let (mut data, mut lock) = (Scheme::default(), Scheme::default());
    loop {
        match markup.next()? {
            Event::Start(tag) => match local_name(tag.name()) {
                "keyData" => data = scheme(&tag)?,
                "encryptedKey" => lock = scheme(&tag)?,
                _ => {}
            },
            // What stands behind it in the stream is no markup.
            Event::End(tag) if local_name(tag.name()) == "encryption" => return Ok((data, lock)),
            Event::Eof => return Err(Unreadable::damaged()),
            _ => {}
        }
    }
}

fn scheme(tag: &BytesStart<'_>) -> Result<Scheme, Unreadable> {
    let bytes = |value: &str| BASE64_STANDARD.decode(value.trim()).map_err(|_| Unreadable::damaged());
    let mut scheme = Scheme::default();
    for (name, value) in attributes(tag) {
        match name {
            "saltValue" => scheme.salt = bytes(value)?,
            "hashAlgorithm" => {
                scheme.hash = match value {
                    "SHA1" | "SHA-1" => Some(Hash::Sha1),
                    "SHA256" | "SHA-256" => Some(Hash::Sha256),
                    "SHA384" | "SHA-384" => Some(Hash::Sha384),
                    "SHA512" | "SHA-512" => Some(Hash::Sha512),
                    _ => None,
                }
            }
            "keyBits" => scheme.key_bytes = value.parse::<usize>().map_or(0, |bits| bits / 8),
            "spinCount" => scheme.spins = value.parse().map_err(|_| Unreadable::damaged())?,
            "encryptedVerifierHashInput" => scheme.verifier = bytes(value)?,
            "encryptedVerifierHashValue" => scheme.verifier_hash = bytes(value)?,
            "encryptedKeyValue" => scheme.key = bytes(value)?,
            // Anything but AES in chains is written by no spreadsheet.
            "cipherAlgorithm" if value != "AES" => return Err(Unreadable::Encrypted),
            "cipherChaining" if value != "ChainingModeCBC" => return Err(Unreadable::Encrypted),
            _ => {}
        }
    }
    Ok(scheme)
}

fn fitted(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length.min(64), FILLING);
    bytes
}

fn first_block(bytes: Vec<u8>) -> [u8; BLOCK] {
    fitted(bytes, BLOCK).try_into().expect("as long as a block")
}
