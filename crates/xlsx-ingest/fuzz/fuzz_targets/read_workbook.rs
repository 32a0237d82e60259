//! Whatever the bytes are, reading answers, and answers the same when asked again.
//!
//! Formats that need a process of their own are left out: their reader may ask for a terabyte, which is what that process
//! is for.

#![no_main]

use std::io::Read;

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use xlsx_ingest::{House, Isolation, IsolationFailure, Limits, ReadingContext, WorkbookFile, read_workbook};

struct Elsewhere;

impl Isolation for Elsewhere {
    fn extract(&self, _: &[u8], _: &[String], _: &Limits) -> Result<Box<dyn Read>, IsolationFailure> {
        Err(IsolationFailure::TooLarge(String::new()))
    }
}

fuzz_target!(|bytes: &[u8]| {
    let context = ReadingContext {
        kind: None,
        category: None,
        record_date: NaiveDate::from_ymd_opt(2026, 11, 19).expect("a day of the calendar"),
        sale_start: NaiveDate::from_ymd_opt(2026, 9, 1),
        previous_totals: None,
        previous_agencies: Vec::new(),
        house: House::default(),
    };
    let limits = Limits {
        inflated_bytes: 4 << 20,
        ..Limits::default()
    };
    let file = WorkbookFile { name: "a.csv", bytes };
    let reading = read_workbook(&[file], &context, &limits, &Elsewhere);
    assert_eq!(reading.has_errors, reading.facts().is_none());
    assert_eq!(reading, read_workbook(&[file], &context, &limits, &Elsewhere));
});
