//! Days and months of answers that are long lists of them: chrono writes a day a character at a time, which took a fifth
//! of such an answer's time.
#![expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]

use chrono::{Datelike, NaiveDate};
use domain::calendar::Month;
use serde::Serializer;

/// Writes `YYYY-MM-DD`.
pub(super) fn day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text(&iso(*day)))
}

/// Writes `YYYY-MM`.
pub(super) fn month<S: Serializer>(month: &Month, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text(&iso(month.first_day())[..7]))
}

/// `YYYY-MM-DD` of a day in the years with four digits.
fn iso(day: NaiveDate) -> [u8; 10] {
    let (year, month, day) = (day.year().unsigned_abs(), day.month(), day.day());
    let numbers = [
        year / 1000,
        year / 100,
        year / 10,
        year,
        month / 10,
        month,
        day / 10,
        day,
    ];
    let [y1, y2, y3, y4, m1, m2, d1, d2] = numbers.map(|number| b"0123456789"[number as usize % 10]);
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}

fn text(digits: &[u8]) -> &str {
    std::str::from_utf8(digits).expect("digits and dashes")
}

#[cfg(test)]
mod tests {
    use domain::calendar::supported_days;
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    struct Ours {
        #[serde(serialize_with = "day")]
        day: NaiveDate,
        #[serde(serialize_with = "month")]
        month: Month,
    }

    #[derive(Serialize)]
    struct Theirs {
        day: NaiveDate,
        month: String,
    }

    #[test]
    fn every_day_is_written_as_chrono_writes_it() {
        for day in supported_days().days() {
            let month = Month::of(day);
            let theirs = Theirs {
                day,
                month: day.format("%Y-%m").to_string(),
            };
            assert_eq!(
                serde_json::to_string(&Ours { day, month }).unwrap(),
                serde_json::to_string(&theirs).unwrap()
            );
        }
    }
}
