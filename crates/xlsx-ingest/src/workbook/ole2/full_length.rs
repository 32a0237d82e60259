//! OLE2 files whose table of sectors goes on behind their end.

use std::io::{self, Read, Seek, SeekFrom};

/// Bytes before the first sector that say how the file is laid out.
const HEADER_BYTES: usize = 48;
/// Bytes of an entry of the table, as a power of 2.
const ENTRY_SHIFT: u32 = 2;

/// A file that calls itself as long as its table of sectors.
///
/// The table consists of whole sectors, so that most often it has entries behind the end of the file. They should be
/// free; `SheetJS` marks them as used, which Excel does not mind and `cfb` refuses in a file of the length that it has.
/// There is nothing to read behind the end.
pub(in super::super) struct FullLength<R> {
    file: R,
    length: u64,
}

impl<R: Read + Seek> FullLength<R> {
    pub(super) fn new(mut file: R) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        let mut header = [0; HEADER_BYTES];
        file.seek(SeekFrom::Start(0))?;
        file.read_exact(&mut header)?;
        file.seek(SeekFrom::Start(0))?;
        let length = length.max(table_length(&header, length));
        Ok(Self { file, length })
    }
}

/// The length of a file that has each sector of its table; 0 where the header makes no sense.
fn table_length(header: &[u8; HEADER_BYTES], length: u64) -> u64 {
    let shift = u32::from(u16::from_le_bytes([header[30], header[31]]));
    // Sectors of 512 bytes or of 4 KiB: there are no others.
    if !matches!(shift, 9 | 12) {
        return 0;
    }
    let table_sectors = u32::from_le_bytes([header[44], header[45], header[46], header[47]]);
    // The table itself is in the file.
    let table_sectors = u64::from(table_sectors).min(length >> shift);
    let sectors = table_sectors << (shift - ENTRY_SHIFT);
    // The header takes as much as a sector.
    (sectors + 1) << shift
}

impl<R: Read> Read for FullLength<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl<R: Seek> Seek for FullLength<R> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        match position {
            SeekFrom::End(offset) => {
                let position = self.length.checked_add_signed(offset);
                let position = position.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
                self.file.seek(SeekFrom::Start(position))
            }
            position => self.file.seek(position),
        }
    }
}
