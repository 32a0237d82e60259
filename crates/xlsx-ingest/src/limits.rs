//! How large a workbook may be.

/// Bounds of what is read; beyond one of them a workbook is `too_large`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file as it is sent.
    pub file_bytes: usize,
    /// Bytes of all parts of one file together, inflated.
    pub inflated_bytes: u64,
    /// Bytes of the shared strings, inflated.
    pub shared_strings_bytes: u64,
    /// Number of shared strings.
    pub shared_strings: u64,
    /// Parts of one zipped workbook.
    pub parts: usize,
    /// Rows of a sheet.
    pub rows: u32,
    /// Columns of a sheet.
    pub columns: u32,
    /// Characters of a cell.
    pub cell_chars: usize,
    /// Inflated bytes up to which a workbook is read without a process of its own.
    pub in_process_bytes: u64,
    /// Inflated bytes up to which each of styles, relations and list of sheets is read without a process of its own.
    pub in_process_part_bytes: u64,
    /// Bytes that a process of its own may answer.
    pub record_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 20 * MIB_BYTES,
            inflated_bytes: 256 * MIB,
            shared_strings_bytes: 64 * MIB,
            shared_strings: 2_000_000,
            parts: 10_000,
            rows: 200_000,
            columns: 500,
            cell_chars: 32_767,
            in_process_bytes: 32 * MIB,
            in_process_part_bytes: 64 * 1024,
            record_bytes: 128 * MIB,
        }
    }
}

const MIB: u64 = 1024 * 1024;
const MIB_BYTES: usize = 1024 * 1024;
