//! Days and cells for the other modules.

use chrono::NaiveDate;
use sample_data::{Cell, Sheet, World};

/// Days on which worlds are looked at: in the samples' year, around a new year and a leap day.
pub(crate) const TODAYS: [&str; 3] = ["2026-11-20", "2027-01-02", "2028-03-01"];

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn seasons() -> impl Iterator<Item = World> {
    (1_u64..)
        .zip(TODAYS)
        .map(|(seed, today)| sample_data::season(seed, day(today)))
}

pub(crate) fn random_worlds() -> impl Iterator<Item = World> {
    (0..150).map(|seed| sample_data::random_world(seed, day("2026-11-20")))
}

/// The number that a marked column has in a zero-based row.
pub(crate) fn number(sheet: &Sheet, marker: &str, row: u32) -> f64 {
    let cell = sheet.get(sheet.at(marker, row + 1));
    cell.as_number()
        .unwrap_or_else(|| panic!("{}: {marker} in row {} is {cell:?}", sheet.name, row + 1))
}

/// The same as a whole number of seats or won.
#[expect(clippy::cast_possible_truncation, reason = "checked to be whole")]
pub(crate) fn whole(sheet: &Sheet, marker: &str, row: u32) -> i64 {
    let number = number(sheet, marker, row);
    assert!(number.fract() == 0.0, "{marker} in row {} is {number}", row + 1);
    number as i64
}

/// All markers of a sheet that begin like this, and what follows.
pub(crate) fn markers(sheet: &Sheet, prefix: &str) -> Vec<String> {
    let texts = sheet.row(1).filter_map(|(_, cell)| cell.as_text());
    texts
        .filter_map(|marker| marker.strip_prefix(prefix))
        .map(str::to_owned)
        .collect()
}

/// Markers of grades that begin like this: without the totals.
pub(crate) fn grades(sheet: &Sheet, prefix: &str) -> Vec<String> {
    markers(sheet, prefix)
        .into_iter()
        .filter(|grade| grade != "tot" && grade != "sales")
        .collect()
}

/// The code of a grade in answers.
pub(crate) fn code(marker: &str) -> &str {
    match marker {
        "badr" => "bad_r",
        "bads" => "bad_s",
        "bada" => "bad_a",
        "disable" => "accessible",
        other => other,
    }
}

/// The day in the `dash_date` column of a zero-based row.
pub(crate) fn date(sheet: &Sheet, row: u32) -> NaiveDate {
    sheet.get(sheet.at("dash_date", row + 1)).as_date().unwrap()
}

pub(crate) fn text<'a>(sheet: &'a Sheet, marker: &str, row: u32) -> &'a str {
    sheet.get(sheet.at(marker, row + 1)).as_text().unwrap()
}

pub(crate) fn value<'a>(sheet: &'a Sheet, marker: &str, row: u32) -> &'a Cell {
    sheet.get(sheet.at(marker, row + 1)).value()
}
