//! Workbooks that are encrypted as a whole. What the descriptions of Microsoft say ([MS-OFFCRYPTO], [MS-XLS]) is done
//! here once more, but for RC4, of which the tests stand with its cipher.

use std::io::{Cursor, Read, Write};

use aes::Aes128;
use aes::cipher::{Block, BlockCipherEncrypt, KeyInit};
use sample_data::formats::{xls, xlsx};
use sha1::{Digest, Sha1};

use super::{SMALL, seen, seen_within, small};
use crate::limits::Limits;
use crate::workbook::encryption::StreamCipher;
use crate::workbook::isolation::InProcess;
use crate::workbook::{Unreadable, is_locked, may_be_locked, unlock};

const USUAL: &str = "VelvetSweatshop";

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn ole2(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// The key of 128 bits of the standard encryption (2.3.4.7).
fn standard_key(salt: &[u8], password: &str) -> Vec<u8> {
    let mut hash = Sha1::digest([salt, &utf_16(password)].concat());
    for round in 0..50_000_u32 {
        hash = Sha1::digest([&round.to_le_bytes()[..], &hash].concat());
    }
    let hash = Sha1::digest([&hash[..], &[0; 4]].concat());
    let mixed: Vec<u8> = (0..64).map(|at| 0x36 ^ hash.get(at).unwrap_or(&0)).collect();
    Sha1::digest(mixed)[..16].to_vec()
}

/// Each block on its own, the last one filled up.
fn in_blocks(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let aes = Aes128::new_from_slice(key).unwrap();
    let mut encrypted = bytes.to_vec();
    encrypted.resize(bytes.len().next_multiple_of(16), 0);
    for block in encrypted.chunks_exact_mut(16) {
        let block: &mut Block<Aes128> = block.try_into().unwrap();
        aes.encrypt_block(block);
    }
    encrypted
}

/// The package of a workbook as Excel 2007 encrypts it.
fn standard_xlsx(password: &str) -> Vec<u8> {
    let (salt, verifier) = ([7; 16], [5; 16]);
    let key = standard_key(&salt, password);
    let provider = utf_16("Microsoft Enhanced RSA and AES Cryptographic Provider\0");
    // Flags for AES, a size that is unused, AES-128, SHA-1, bits of the key, an AES provider, two reserved.
    let numbers = [0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0]
        .map(u32::to_le_bytes)
        .concat();
    let header = [numbers, provider].concat();
    let header_bytes = u32::try_from(header.len()).unwrap();
    let description = [
        // Version 3.2.
        &[3, 0, 2, 0][..],
        &0x24_u32.to_le_bytes(),
        &header_bytes.to_le_bytes(),
        &header,
        &16_u32.to_le_bytes(),
        &salt,
        &in_blocks(&key, &verifier),
        &20_u32.to_le_bytes(),
        &in_blocks(&key, &Sha1::digest(verifier)),
    ]
    .concat();
    let package = xlsx(&small());
    let size = (package.len() as u64).to_le_bytes();
    let encrypted = [&size[..], &in_blocks(&key, &package)].concat();
    ole2(&[("EncryptionInfo", &description), ("EncryptedPackage", &encrypted)])
}

/// A workbook of Excel 97 with the record `pass`. `encrypt` takes the place of a record's fields in the stream, how many
/// bytes of them stay plain, and the fields.
fn locked_xls(pass: &[u8], mut encrypt: impl FnMut(u64, usize, &mut [u8])) -> Vec<u8> {
    let mut stream = Vec::new();
    let mut file = cfb::CompoundFile::open(Cursor::new(xls(&small()))).unwrap();
    file.open_stream("/Workbook").unwrap().read_to_end(&mut stream).unwrap();
    let added = u32::try_from(4 + pass.len()).unwrap();
    let mut locked = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let kind = u16::from_le_bytes([stream[at], stream[at + 1]]);
        let length = usize::from(u16::from_le_bytes([stream[at + 2], stream[at + 3]]));
        let mut fields = stream[at + 4..at + 4 + length].to_vec();
        let mut plain = 0;
        if kind == 0x0085 {
            let start = u32::from_le_bytes(fields[..4].try_into().unwrap()) + added;
            fields[..4].copy_from_slice(&start.to_le_bytes());
            plain = 4;
        }
        locked.extend_from_slice(&stream[at..at + 4]);
        // Where a part begins is always plain.
        if kind != 0x0809 {
            encrypt(locked.len() as u64, plain, &mut fields);
        }
        locked.extend_from_slice(&fields);
        if at == 0 {
            locked.extend([0x2F, 0, u8::try_from(pass.len()).unwrap(), 0]);
            locked.extend_from_slice(pass);
        }
        at += 4 + length;
    }
    ole2(&[("Workbook", &locked)])
}

/// In the strength that could be exported.
fn rc4_xls(password: &str) -> Vec<u8> {
    let (salt, verifier) = ([9; 16], [5; 16]);
    let mut cipher = StreamCipher::rc4_for_tests(&salt, password);
    let mut both = [&verifier[..], &md5::Md5::digest(verifier)].concat();
    cipher.decrypt(0, 0, &mut both);
    let pass = [&[1, 0, 1, 0, 1, 0][..], &salt, &both].concat();
    locked_xls(&pass, |start, plain, fields| cipher.decrypt(start, plain, fields))
}

/// Obfuscated with the usual password, whose key, verifier and bytes other programs have come to as well.
fn xor_xls() -> Vec<u8> {
    const BYTES: [u8; 16] = 0x876B_9AE2_1EE3_0562_1E69_9660_986E_9404_u128.to_be_bytes();
    let pass = [0, 0, 0x59, 0xB3, 0x0A, 0x9A];
    locked_xls(&pass, |start, plain, fields| {
        // Data begins anew in each record, by where it ends (2.2.10).
        let end = usize::try_from(start).unwrap() + fields.len();
        for (at, byte) in fields.iter_mut().enumerate().skip(plain) {
            *byte = byte.rotate_left(5) ^ BYTES[(end + at) % 16];
        }
    })
}

#[test]
fn a_workbook_under_the_usual_password_is_read() {
    for (name, bytes) in [
        ("standard", standard_xlsx(USUAL)),
        ("RC4", rc4_xls(USUAL)),
        ("XOR", xor_xls()),
    ] {
        assert_eq!(seen(&bytes), SMALL, "{name}");
        assert_eq!(is_locked(&bytes, &Limits::default(), &InProcess), Ok(false), "{name}");
    }
    let cells = seen(include_bytes!("../../../tests/fixtures/write-protected.xlsx"));
    assert!(cells.contains(&"B2 dash_date".to_owned()), "{cells:?}");
}

#[test]
fn a_workbook_under_another_password_is_encrypted() {
    let agile = include_bytes!("../../../tests/fixtures/password-1234.xlsx").to_vec();
    let xor = locked_xls(&[0, 0, 1, 2, 3, 4], |_, _, _| {});
    for (name, bytes) in [
        ("agile", agile),
        ("standard", standard_xlsx("1234")),
        ("RC4", rc4_xls("1234")),
        ("XOR", xor),
    ] {
        let outcome = seen_within(&bytes, &Limits::default());
        assert_eq!(outcome, Err(Unreadable::Encrypted), "{name}");
        assert!(may_be_locked(&bytes), "{name}");
        assert_eq!(is_locked(&bytes, &Limits::default(), &InProcess), Ok(true), "{name}");
    }
    assert!(!may_be_locked(&xlsx(&small())));
}

#[test]
fn a_package_is_opened_with_its_password_and_an_old_workbook_is_not() {
    let opened = |bytes: &[u8], password: &str| unlock(bytes, password, &Limits::default(), &InProcess);
    let agile = include_bytes!("../../../tests/fixtures/password-1234.xlsx").to_vec();
    for (name, bytes) in [("agile", agile), ("standard", standard_xlsx("1234"))] {
        assert_eq!(opened(&bytes, "4321"), Ok(None), "{name}");
        let workbook = opened(&bytes, "1234").unwrap().unwrap();
        assert!(workbook.starts_with(b"PK"), "{name}");
    }
    assert_eq!(
        opened(&standard_xlsx("열쇠🔑"), "열쇠🔑").unwrap().unwrap(),
        xlsx(&small())
    );
    assert_eq!(opened(&rc4_xls("1234"), "1234"), Err(Unreadable::Encrypted));
}

#[test]
fn more_rounds_than_a_spreadsheet_demands_are_not_made() {
    let description = |spins: u32| {
        let markup = format!(
            r#"<encryption><keyData saltValue="AA==" hashAlgorithm="SHA1" keyBits="128"/><keyEncryptors><keyEncryptor><p:encryptedKey
               xmlns:p="p" spinCount="{spins}" saltValue="AAAAAAAAAAAAAAAAAAAAAA==" hashAlgorithm="SHA1" keyBits="128"
               encryptedVerifierHashInput="AAAAAAAAAAAAAAAAAAAAAA==" encryptedVerifierHashValue="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
               encryptedKeyValue="AAAAAAAAAAAAAAAAAAAAAA=="/></keyEncryptor></keyEncryptors></encryption>"#
        );
        let description = [&[4, 0, 4, 0, 0x40, 0, 0, 0][..], markup.as_bytes()].concat();
        ole2(&[("EncryptionInfo", &description), ("EncryptedPackage", &[0; 24])])
    };
    let opened = |spins| unlock(&description(spins), "1234", &Limits::default(), &InProcess);
    assert_eq!(opened(1), Ok(None));
    assert!(matches!(opened(1_000_001), Err(Unreadable::TooLarge(_))));
}
