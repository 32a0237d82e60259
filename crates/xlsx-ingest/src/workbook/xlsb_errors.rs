//! Errors of formulas in xlsb files.
//!
//! calamine 0.38 passes over the record of a formula that ended in an error, as if the cell were blank: `#REF!` would
//! count as 0. The record of an error without a formula, which calamine knows, begins with the same fields. So the one
//! is turned into the other before calamine reads the file.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::Unreadable;

const CELL_ERROR: u8 = 0x03;
const FORMULA_ERROR: u8 = 0x0B;
const CONTINUES: u8 = 0x80;

/// The same file with the errors of formulas as plain errors. Holds all of its inflated parts in memory.
pub(super) fn with_plain_errors(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotAWorkbook)?;
    let mut plain = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| Unreadable::NotAWorkbook)?;
        let name = part.name().map_err(|_| Unreadable::NotAWorkbook)?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).map_err(|_| Unreadable::NotAWorkbook)?;
        if name.to_ascii_lowercase().ends_with(".bin") {
            make_errors_plain(&mut content);
        }
        plain.start_file(name, options).map_err(|_| Unreadable::NotAWorkbook)?;
        plain.write_all(&content).map_err(|_| Unreadable::NotAWorkbook)?;
    }
    plain
        .finish()
        .map(Cursor::into_inner)
        .map_err(|_| Unreadable::NotAWorkbook)
}

/// Walks over the records of a part: a type of one or two bytes, a length of one to four, and the fields.
fn make_errors_plain(records: &mut [u8]) {
    let mut at = 0;
    while let Some(first) = records.get(at).copied() {
        if first == FORMULA_ERROR {
            records[at] = CELL_ERROR;
        }
        at += if first & CONTINUES == 0 { 1 } else { 2 };
        let mut length = 0;
        for index in 0..4 {
            let Some(byte) = records.get(at).copied() else { return };
            at += 1;
            length |= usize::from(byte & !CONTINUES) << (7 * index);
            if byte & CONTINUES == 0 {
                break;
            }
        }
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_types_of_records_change() {
        let mut records = vec![0x0B, 1, 0x0B, 0x8B, 0x0B, 2, 0x0B, 0x0B, 0x0B, 0x80, 0x00];
        make_errors_plain(&mut records);
        assert_eq!(records, [0x03, 1, 0x0B, 0x8B, 0x0B, 2, 0x0B, 0x0B, 0x03, 0x80, 0x00]);
    }

    #[test]
    fn cut_records_are_left_alone() {
        for length in 0..4 {
            make_errors_plain(&mut vec![0xFF; length]);
        }
    }
}
