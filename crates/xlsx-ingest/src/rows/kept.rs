//! What rows take in memory, estimated.

use domain::grade::SeatsByGrade;

/// A node of a map of grades.
const MAP_BYTES: usize = 280;
/// Its share of a grade, when nodes are half full.
const GRADE_BYTES: usize = 48;
/// What the allocator adds to each text.
const TEXT_BYTES: usize = 16;
/// A day or start that is known, in its set.
const KNOWN_BYTES: usize = 32;

/// Bytes of a row of type `T`, which the growing list can hold twice, with what its grades and names take.
pub(crate) fn row_bytes<T>(grades: &[&SeatsByGrade], names: &[String]) -> usize {
    let grades = grades.iter().filter(|grades| !grades.is_empty());
    let grades: usize = grades.map(|grades| MAP_BYTES + grades.len() * GRADE_BYTES).sum();
    2 * size_of::<T>() + KNOWN_BYTES + grades + text_bytes(names)
}

/// Bytes that some texts take.
pub(crate) fn text_bytes(texts: &[String]) -> usize {
    let bytes = |text: &String| size_of::<String>() + TEXT_BYTES + text.len();
    texts.iter().map(bytes).sum()
}
