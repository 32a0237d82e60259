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

/// Month, day, first year, substitute. Liberation Day 2021 was the first under the rule of August 2021.
const SOLAR: [(u32, u32, i32, Substitute); 10] = [
    (1, 1, 0, Never),
    (3, 1, 0, OfWeekendSince(2022)),
    (5, 1, 2026, OfWeekendSince(2026)),
    (5, 5, 0, OfWeekendSince(2014)),
    (6, 6, 0, Never),
    (7, 17, 2026, OfWeekendSince(2026)),
    (8, 15, 0, OfWeekendSince(2021)),
    (10, 3, 0, OfWeekendSince(2021)),
    (10, 9, 0, OfWeekendSince(2021)),
    (12, 25, 0, OfWeekendSince(2023)),
];

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

/// Decreed once, and elections.
const ONCE: [(i32, u32, u32); 11] = [
    (2020, 4, 15),
    (2020, 8, 17),
    (2022, 3, 9),
    (2022, 6, 1),
    (2023, 10, 2),
    (2024, 4, 10),
    (2024, 10, 1),
    (2025, 1, 27),
    (2025, 6, 3),
    (2026, 6, 3),
    (2028, 4, 12),
];

/// Every public holiday of the years above.
pub(super) fn of_korea() -> impl Iterator<Item = NaiveDate> {
    let once = ONCE.iter().map(|(year, month, day)| date(*year, *month, *day));
    LUNAR.iter().flat_map(of_year).chain(once)
}

/// By rule: solar and lunar holidays, and their substitutes.
fn of_year(lunar: &Lunar) -> Vec<NaiveDate> {
    let (year, seollal, buddha, chuseok) = *lunar;
    let on = |(month, day)| date(year, month, day);
    let mut feasts: Vec<(NaiveDate, Substitute)> = SOLAR
        .iter()
        .filter(|(_, _, since, _)| year >= *since)
        .map(|(month, day, _, substitute)| (on((*month, *day)), *substitute))
        .collect();
    for middle in [on(seollal), on(chuseok)] {
        feasts.extend([-1, 0, 1].map(|days| (shift(middle, days), OfSundaySince(2014))));
    }
    feasts.push((on(buddha), OfWeekendSince(2023)));
    feasts.sort_by_key(|(day, _)| *day);

    let mut days: Vec<NaiveDate> = feasts.iter().map(|(day, _)| *day).collect();
    days.dedup();
    for day in days.clone() {
        let rules: Vec<Substitute> = feasts
            .iter()
            .filter(|(of, _)| *of == day)
            .map(|(_, rule)| *rule)
            .collect();
        if rules.iter().any(|rule| is_given_back(*rule, day, rules.len() > 1)) {
            let free = |candidate: &NaiveDate| {
                !days.contains(candidate) && !matches!(candidate.weekday(), Weekday::Sat | Weekday::Sun)
            };
            days.extend(day.iter_days().skip(1).find(free));
        }
    }
    days
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
        let all: Vec<_> = of_korea().collect();
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
}
