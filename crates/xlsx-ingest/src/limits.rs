//! How large a workbook may be, and how long it may take.

use std::time::{Duration, Instant};

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
    /// Columns of grades of a sheet.
    pub grade_columns: usize,
    /// Columns of names of a sheet.
    pub cast_columns: usize,
    /// Merged regions of a sheet.
    pub merged_regions: usize,
    /// Characters of a cell.
    pub cell_chars: usize,
    /// Bytes of a line of CSV, as UTF-8.
    pub line_bytes: usize,
    /// Bytes that the rows of both sheets may take in memory, estimated.
    pub kept_bytes: usize,
    /// How long the cells of a file may take.
    pub reading_seconds: u64,
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
            grade_columns: 40,
            cast_columns: 40,
            merged_regions: 200_000,
            cell_chars: 32_767,
            line_bytes: MIB_BYTES,
            kept_bytes: 24 * MIB_BYTES,
            reading_seconds: 60,
            in_process_bytes: 32 * MIB,
            in_process_part_bytes: 64 * 1024,
            record_bytes: 128 * MIB,
        }
    }
}

const MIB: u64 = 1024 * 1024;
const MIB_BYTES: usize = 1024 * 1024;

/// The instant at which a file has taken too long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    /// Counted from now on.
    pub(crate) fn of(limits: &Limits) -> Self {
        Self(Instant::now().checked_add(Duration::from_secs(limits.reading_seconds)))
    }

    /// Whether it is over.
    pub(crate) fn is_over(self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }
}
