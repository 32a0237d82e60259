//! The public holidays of Korea, 2019 to 2032.
//!
//! Sources: the regulation on holidays of public offices (관공서의 공휴일에 관한 규정, articles 2 and 3: solar holidays and
//! substitutes, as amended in 2013, 2021 and 2023; Constitution Day and Labour Day from 2026) as rules; lunar holidays as
//! days of the Korean calendar (한국천문연구원 월력요항, later years by calculation), listed; days that were decreed once, and
//! elections on their legal days, listed up to 2028. Compared with the tables of the Python package `holidays`.
//! What is decreed later belongs into the configuration.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::shift;

/// When a holiday is given back on a later day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Substitute {
    Never,
    /// From this year on, when it falls on a Sunday or on another holiday.
    OfSundaySince(i32),
    /// From this year on, on a Saturday, too.
    OfWeekendSince(i32),
}

use Substitute::{Never, OfSundaySince, OfWeekendSince};

/// What a holiday is called, in Korean and English.
type Name = (&'static str, &'static str);

/// Month, day, first year, substitute, name. Liberation Day 2021 was the first under the rule of August 2021.
const SOLAR: [(u32, u32, i32, Substitute, Name); 10] = [
    (1, 1, 0, Never, ("신정", "New Year's Day")),
    (3, 1, 0, OfWeekendSince(2022), ("삼일절", "Independence Movement Day")),
    (5, 1, 2026, OfWeekendSince(2026), ("노동절", "Labour Day")),
    (5, 5, 0, OfWeekendSince(2014), ("어린이날", "Children's Day")),
    (6, 6, 0, Never, ("현충일", "Memorial Day")),
    (7, 17, 2026, OfWeekendSince(2026), ("제헌절", "Constitution Day")),
    (8, 15, 0, OfWeekendSince(2021), ("광복절", "Liberation Day")),
    (10, 3, 0, OfWeekendSince(2021), ("개천절", "National Foundation Day")),
    (10, 9, 0, OfWeekendSince(2021), ("한글날", "Hangul Day")),
    (12, 25, 0, OfWeekendSince(2023), ("성탄절", "Christmas Day")),
];

const SEOLLAL: [Name; 3] = [
    ("설날 연휴", "Seollal holiday"),
    ("설날", "Seollal"),
    ("설날 연휴", "Seollal holiday"),
];
const CHUSEOK: [Name; 3] = [
    ("추석 연휴", "Chuseok holiday"),
    ("추석", "Chuseok"),
    ("추석 연휴", "Chuseok holiday"),
];
const BUDDHA: Name = ("부처님 오신 날", "Buddha's Birthday");
const SUBSTITUTE: Name = ("대체공휴일", "Substitute holiday");

/// Year, then month and day of Seollal, of Buddha's Birthday, of Chuseok.
type Lunar = (i32, (u32, u32), (u32, u32), (u32, u32));

const LUNAR: [Lunar; 14] = [
    (2019, (2, 5), (5, 12), (9, 13)),
    (2020, (1, 25), (4, 30), (10, 1)),
    (2021, (2, 12), (5, 19), (9, 21)),
    (2022, (2, 1), (5, 8), (9, 10)),
    (2023, (1, 22), (5, 27), (9, 29)),
    (2024, (2, 10), (5, 15), (9, 17)),
    (2025, (1, 29), (5, 5), (10, 6)),
    (2026, (2, 17), (5, 24), (9, 25)),
    (2027, (2, 7), (5, 13), (9, 15)),
    (2028, (1, 27), (5, 2), (10, 3)),
    (2029, (2, 13), (5, 20), (9, 22)),
    (2030, (2, 3), (5, 9), (9, 12)),
    (2031, (1, 23), (5, 28), (10, 1)),
    (2032, (2, 11), (5, 16), (9, 19)),
];

const DECREED: Name = ("임시공휴일", "Temporary holiday");
const OF_THE_ASSEMBLY: Name = ("국회의원 선거일", "Election of the National Assembly");
const OF_THE_PRESIDENT: Name = ("대통령 선거일", "Presidential election");
const LOCAL: Name = ("지방선거일", "Local elections");

/// Decreed once, and elections.
const ONCE: [(i32, u32, u32, Name); 11] = [
    (2020, 4, 15, OF_THE_ASSEMBLY),
    (2020, 8, 17, DECREED),
    (2022, 3, 9, OF_THE_PRESIDENT),
    (2022, 6, 1, LOCAL),
    (2023, 10, 2, DECREED),
    (2024, 4, 10, OF_THE_ASSEMBLY),
    (2024, 10, 1, DECREED),
    (2025, 1, 27, DECREED),
    (2025, 6, 3, OF_THE_PRESIDENT),
    (2026, 6, 3, LOCAL),
    (2028, 4, 12, OF_THE_ASSEMBLY),
];

/// A holiday with its name. A day of two feasts comes twice.
pub(super) type Named = (NaiveDate, Name);

/// Every public holiday of the years above.
pub(super) fn of_korea() -> impl Iterator<Item = Named> {
    let once = ONCE
        .iter()
        .map(|(year, month, day, name)| (date(*year, *month, *day), *name));
    LUNAR.iter().flat_map(of_year).chain(once)
}

/// By rule: solar and lunar holidays, and their substitutes.
fn of_year(lunar: &Lunar) -> Vec<Named> {
    let (year, seollal, buddha, chuseok) = *lunar;
    let on = |(month, day)| date(year, month, day);
    let mut feasts: Vec<(NaiveDate, Substitute, Name)> = SOLAR
        .iter()
        .filter(|(_, _, since, ..)| year >= *since)
        .map(|(month, day, _, substitute, name)| (on((*month, *day)), *substitute, *name))
        .collect();
    for (middle, names) in [(on(seollal), SEOLLAL), (on(chuseok), CHUSEOK)] {
        let around = [-1, 0, 1].into_iter().zip(names);
        feasts.extend(around.map(|(days, name)| (shift(middle, days), OfSundaySince(2014), name)));
    }
    feasts.push((on(buddha), OfWeekendSince(2023), BUDDHA));
    feasts.sort_by_key(|(day, ..)| *day);

    let mut days: Vec<NaiveDate> = feasts.iter().map(|(day, ..)| *day).collect();
    days.dedup();
    let mut named: Vec<Named> = feasts.iter().map(|(day, _, name)| (*day, *name)).collect();
    for day in days.clone() {
        let rules: Vec<Substitute> = feasts
            .iter()
            .filter(|(of, ..)| *of == day)
            .map(|(_, rule, _)| *rule)
            .collect();
        if rules.iter().any(|rule| is_given_back(*rule, day, rules.len() > 1)) {
            let free = |candidate: &NaiveDate| {
                !days.contains(candidate) && !matches!(candidate.weekday(), Weekday::Sat | Weekday::Sun)
            };
            if let Some(substitute) = day.iter_days().skip(1).find(free) {
                days.push(substitute);
                named.push((substitute, SUBSTITUTE));
            }
        }
    }
    named
}

fn is_given_back(rule: Substitute, day: NaiveDate, is_shared: bool) -> bool {
    match rule {
        Never => false,
        OfSundaySince(year) => day.year() >= year && (is_shared || day.weekday() == Weekday::Sun),
        OfWeekendSince(year) => {
            day.year() >= year && (is_shared || matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        }
    }
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the tables hold days of the calendar")
}

#[cfg(test)]
mod tests {
    use super::{date, of_korea};

    #[test]
    fn substitutes_fall_where_they_fell() {
        let mut all: Vec<_> = of_korea().map(|(day, _)| day).collect();
        all.sort_unstable();
        all.dedup();
        let of = |year: i32, days: &[(u32, u32)], total: usize| {
            for (month, day) in days {
                assert!(
                    all.contains(&date(year, *month, *day)),
                    "{year}-{month}-{day} is a holiday"
                );
            }
            let count = all.iter().filter(|day| chrono::Datelike::year(*day) == year).count();
            assert_eq!(count, total, "holidays of {year}");
        };
        of(2019, &[(5, 6)], 16);
        of(2020, &[(1, 27), (8, 17)], 18);
        of(2021, &[(8, 16), (10, 4), (10, 11)], 18);
        of(2022, &[(9, 12), (10, 10)], 19);
        of(2023, &[(1, 24), (5, 29)], 18);
        of(2024, &[(2, 12), (5, 6)], 19);
        of(2025, &[(3, 3), (5, 6), (10, 8)], 19);
        of(2026, &[(3, 2), (5, 25), (8, 17), (10, 5)], 22);
        of(
            2027,
            &[(2, 9), (5, 3), (7, 19), (8, 16), (10, 4), (10, 11), (12, 27)],
            24,
        );
        of(2028, &[(10, 5)], 18);
        of(2029, &[(5, 7), (5, 21), (9, 24)], 20);
        of(
            2032,
            &[(5, 3), (5, 17), (7, 19), (8, 16), (9, 21), (10, 4), (10, 11), (12, 27)],
            25,
        );
    }

    #[test]
    fn a_day_of_two_feasts_has_both_names() {
        let of = |day| -> Vec<&str> {
            let named = of_korea().filter(|(of, _)| *of == day);
            named.map(|(_, (ko, _))| ko).collect()
        };
        assert_eq!(of(date(2025, 5, 5)), ["어린이날", "부처님 오신 날"]);
        assert_eq!(of(date(2025, 5, 6)), ["대체공휴일"]);
        assert_eq!(of(date(2026, 9, 25)), ["추석"]);
    }
}
