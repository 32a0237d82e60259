//! What KOPIS writes, without its markup: rows of names and texts.

use chrono::NaiveDate;

use super::{Bookings, Genre, GenreDay, KopisId, RankedShow, Show};
use crate::calendar::supported_days;
use crate::limits::{MAX_KRW, MAX_NAME_CHARS};

/// Larger numbers than this are none of a box office.
const MAX_NUMBER: i64 = MAX_KRW;
/// How KOPIS calls the row that sums the others up.
const TOTAL: &str = "합계";
/// The code of an answer that is none of an error.
const FINE: &str = "00";

/// One row: names in small letters with their texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record(Vec<(String, String)>);

impl Record {
    /// A row of these fields, whose names may be in any case.
    pub fn new(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let named = |(name, text): (String, String)| (name.to_lowercase(), text);
        Self(fields.into_iter().map(named).collect())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What stands in a field; `None` where that is nothing.
    pub fn text(&self, name: &str) -> Option<&str> {
        let field = self.0.iter().find(|(known, _)| known == name);
        field.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// A name of people's: what is too long is cut.
    fn named(&self, name: &str) -> Option<String> {
        let plain = |letter: &char| !letter.is_control();
        let text = self
            .text(name)?
            .chars()
            .filter(plain)
            .take(MAX_NAME_CHARS)
            .collect::<String>();
        Some(text).filter(|text| !text.is_empty())
    }

    /// A whole number, which may have commas, blanks and a sign of percent.
    pub fn number(&self, name: &str) -> Option<i64> {
        let digits: String = self
            .text(name)?
            .chars()
            .filter(|letter| !letter.is_whitespace() && !matches!(letter, ',' | '%'))
            .collect();
        let number: i64 = digits.parse().ok()?;
        (-MAX_NUMBER..=MAX_NUMBER).contains(&number).then_some(number)
    }

    /// A day, as `2026.11.30` or `20261130`.
    pub fn day(&self, name: &str) -> Option<NaiveDate> {
        day(self.text(name)?)
    }

    /// Whether it sums the other rows up.
    pub fn is_total(&self) -> bool {
        self.0.iter().any(|(_, text)| text.trim() == TOTAL)
    }

    /// The bookings of a day, one of the rows of `boxStatsCate`; `None` where a figure is missing.
    pub fn genre_day(&self, day: NaiveDate) -> Option<GenreDay> {
        Some(GenreDay {
            genre: Genre::named(self.text("catenm").or_else(|| self.text("cate"))?)?,
            day,
            bookings: Bookings {
                productions: self.number("prfcnt")?,
                performances: self.number("prfdtcnt")?,
                booked_tickets: self.number("ntssnmrssm")?,
                cancelled_tickets: self.number("cancelnmrssm")?,
                net_tickets: self.number("totnmrssm")?,
                amount_krw: self.number("ntssamountsm")?,
            },
        })
    }

    /// A place in a list, one of the rows of `boxoffice`.
    pub fn ranked_show(&self) -> Option<RankedShow> {
        let (from, to) = self.text("prfpd").map_or((None, None), |period| {
            let mut ends = period.split('~').map(day);
            (ends.next().flatten(), ends.next().flatten())
        });
        Some(RankedShow {
            rank: self.number("rnum").filter(|rank| *rank >= 1)?,
            kopis_id: self.text("mt20id")?.parse().ok()?,
            name: self.named("prfnm")?,
            place: self.named("prfplcnm"),
            area: self.named("area"),
            from,
            to,
            seats: self.number("seatcnt"),
            performances: self.number("prfdtcnt"),
        })
    }

    /// A show, one of the rows of `pblprfr`.
    pub fn show(&self) -> Option<Show> {
        let (from, to) = (self.day("prfpdfrom")?, self.day("prfpdto")?);
        let kopis_id: KopisId = self.text("mt20id")?.parse().ok()?;
        (from <= to).then_some(())?;
        Some(Show {
            kopis_id,
            name: self.named("prfnm")?,
            genre: Genre::named(self.text("genrenm")?)?,
            place: self.named("fcltynm"),
            area: self.named("area"),
            from,
            to,
            open_run: self.text("openrun").is_some_and(|told| told.eq_ignore_ascii_case("y")),
        })
    }
}

/// A day with or without signs between its numbers.
fn day(text: &str) -> Option<NaiveDate> {
    let digits: String = text
        .trim()
        .chars()
        .filter(|letter| !matches!(letter, '.' | '-' | ' '))
        .collect();
    if digits.len() != 8 {
        return None;
    }
    let day = NaiveDate::parse_from_str(&digits, "%Y%m%d").ok()?;
    supported_days().contains(day).then_some(day)
}

/// What an answer complains of, where it is an error whatever its status is.
pub fn complaint(records: &[Record]) -> Option<String> {
    records.iter().find_map(|record| {
        let code = record.text("returncode").filter(|code| *code != FINE);
        let told = record.text("errmsg");
        (code.is_some() || told.is_some()).then(|| {
            format!("{} {}", code.unwrap_or(""), told.unwrap_or(""))
                .trim()
                .to_owned()
        })
    })
}

/// The rows that are none of a total.
pub fn rows(records: Vec<Record>) -> Vec<Record> {
    records
        .into_iter()
        .filter(|record| !record.is_empty() && !record.is_total())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record(fields: &[(&str, &str)]) -> Record {
        Record::new(
            fields
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned())),
        )
    }

    const BOX: [(&str, &str); 7] = [
        ("CATENM", "뮤지컬"),
        ("prfcnt", "12"),
        ("prfdtcnt", " 34 "),
        ("ntssnmrssm", "1,234"),
        ("cancelnmrssm", "234"),
        ("totnmrssm", "1 000"),
        ("ntssamountsm", "64,000,010"),
    ];

    #[test]
    fn figures_are_read_in_any_dress() {
        let read = record(&BOX).genre_day("2026-11-29".parse().unwrap()).unwrap();
        assert_eq!(read.genre.code(), "GGGA");
        assert_eq!(
            (read.bookings.booked_tickets, read.bookings.net_tickets),
            (1_234, 1_000)
        );
        assert_eq!(read.bookings.amount_krw, 64_000_010);
        let mut lacking = BOX;
        for figure in [" ", "1000000000001"] {
            lacking[6].1 = figure;
            assert_eq!(record(&lacking).genre_day("2026-11-29".parse().unwrap()), None);
        }
    }

    #[test]
    fn days_have_points_or_none() {
        let read = record(&[("a", "2026.11.30"), ("b", "20261130"), ("c", "2026.13.01"), ("d", "")]);
        assert_eq!(read.day("a"), read.day("b"));
        assert_eq!((read.day("c"), read.day("d"), read.day("e")), (None, None, None));
    }

    #[test]
    fn totals_are_no_rows_and_errors_are_told() {
        let all = vec![
            record(&BOX),
            record(&[("catenm", " 합계 "), ("prfcnt", "12")]),
            Record::default(),
        ];
        assert_eq!(rows(all).len(), 1);
        assert_eq!(complaint(&[record(&[("returncode", "00"), ("a", "b")])]), None);
        let told = complaint(&[record(&[("returncode", "02"), ("errmsg", "NOT REGISTERED")])]);
        assert_eq!(told.as_deref(), Some("02 NOT REGISTERED"));
        assert!(complaint(&[record(&[("errmsg", "x")])]).is_some());
    }

    #[test]
    fn shows_and_ranks_are_read() {
        let show = record(&[
            ("mt20id", "PF900001"),
            ("prfnm", "달빛 정원"),
            ("prfpdfrom", "2026.11.01"),
            ("prfpdto", "2027.01.31"),
            ("fcltynm", "가온예술극장"),
            ("genrenm", "뮤지컬"),
            ("openrun", "Y"),
        ]);
        let read = show.show().unwrap();
        assert_eq!(
            (read.place.as_deref(), read.area, read.open_run),
            (Some("가온예술극장"), None, true)
        );
        let ranked = record(&[
            ("rnum", "3"),
            ("mt20id", "PF900001"),
            ("prfnm", "달빛 정원"),
            ("prfpd", "2026.11.01~2027.01.31"),
        ]);
        let ranked = ranked.ranked_show().unwrap();
        assert_eq!(
            (ranked.rank, ranked.from, ranked.to),
            (3, Some(read.from), Some(read.to))
        );
        assert_eq!(
            record(&[("rnum", "0"), ("mt20id", "PF1"), ("prfnm", "x")]).ranked_show(),
            None
        );
    }

    proptest! {
        #[test]
        fn a_number_is_the_same_with_and_without_commas(number in -MAX_NUMBER..=MAX_NUMBER) {
            let plain = number.unsigned_abs().to_string();
            let sign = if number < 0 { "-" } else { "" };
            let mut dressed = String::new();
            for (index, digit) in plain.chars().enumerate() {
                if index > 0 && (plain.len() - index) % 3 == 0 {
                    dressed.push(',');
                }
                dressed.push(digit);
            }
            let read = record(&[("n", &format!(" {sign}{dressed} "))]);
            prop_assert_eq!(read.number("n"), Some(number));
        }

        #[test]
        fn no_text_breaks_the_reading(text in any::<String>()) {
            let read = record(&[("n", &text), ("mt20id", &text), ("prfnm", &text), ("prfpd", &text), ("rnum", "1")]);
            let _ = (read.number("n"), read.day("n"), read.show(), read.ranked_show());
        }
    }
}
