//! Bounds of single figures. They lie far above anything a production sells, and keep every sum within an `i64` and
//! every [`crate::fraction::Fraction`] within 128 bits.

/// Largest amount of won in one cell, target or break-even: a trillion.
pub const MAX_KRW: i64 = 1_000_000_000_000;
/// Largest number of seats in one cell.
pub const MAX_SEATS: i64 = 10_000_000;
/// Largest number of seats of one grade of one performance.
pub const MAX_GRADE_SEATS: i64 = 1_000_000;
/// Highest price of a seat.
pub const MAX_PRICE_KRW: i64 = 1_000_000_000;
/// Most seat grades of a production.
pub const MAX_SEAT_GRADES: usize = 50;
/// Shares of the house are below this; the plausible ones lie in 0…1.2.
pub const MAX_SHARE: i64 = 1_000;
/// Decimal places of a share that are kept.
pub const SHARE_PLACES: u32 = 19;
/// Longest name of a production, venue or person, in characters.
pub const MAX_NAME_CHARS: usize = 200;
/// Longest note, in characters.
pub const MAX_NOTE_CHARS: usize = 2_000;
/// Longest sale period in days.
pub const MAX_SALE_DAYS: i64 = 1_100;
