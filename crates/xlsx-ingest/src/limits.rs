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
    /// Inflated bytes of the needed parts up to which a workbook is read without a process of its own.
    pub in_process_bytes: u64,
    /// Merged regions of a sheet.
    pub merged_regions: usize,
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
            in_process_bytes: 12 * MIB,
            merged_regions: 100_000,
        }
    }
}

const MIB: u64 = 1024 * 1024;
const MIB_BYTES: usize = 1024 * 1024;
