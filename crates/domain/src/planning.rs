//! Targets by day and marketing notes by week, over the sale period of a production.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::calendar::{DateRange, monday_of};

/// Target revenue per sale day, in won.
pub type DailyTargets = BTreeMap<NaiveDate, i64>;

/// What was planned for one Monday-to-Sunday week. Empty texts are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekNotes {
    /// Discounts, packages, ticket openings.
    pub sales_marketing: Option<String>,
    /// Advertising and press.
    pub promotion: Option<String>,
    /// Anything else.
    pub other: Option<String>,
}

impl WeekNotes {
    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        self.sales_marketing.is_none() && self.promotion.is_none() && self.other.is_none()
    }
}

/// Notes per week, by its Monday: so they keep their dates when the sale period moves.
pub type NotesByMonday = BTreeMap<NaiveDate, WeekNotes>;

/// One week of the sale period: cut to it, and numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketingWeek {
    /// 1 for the week of `saleStart`.
    pub week_number: u32,
    /// The days of the week that lie in the sale period.
    pub days: DateRange,
    /// What was planned.
    pub notes: WeekNotes,
}

/// The marketing weeks of a sale period, with the notes of their calendar weeks.
pub fn marketing_weeks(sale_period: DateRange, notes: &NotesByMonday) -> Vec<MarketingWeek> {
    let weeks = sale_period.mondays().zip(1..);
    weeks
        .filter_map(|(monday, week_number)| {
            let days = DateRange::week_of(monday).intersection(sale_period)?;
            Some(MarketingWeek {
                week_number,
                days,
                notes: notes.get(&monday).cloned().unwrap_or_default(),
            })
        })
        .collect()
}

/// Sums of targets by calendar week.
pub fn weekly_targets(targets: &DailyTargets) -> BTreeMap<NaiveDate, i64> {
    let mut weeks = BTreeMap::new();
    for (day, target_krw) in targets {
        *weeks.entry(monday_of(*day)).or_insert(0) += target_krw;
    }
    weeks
}

/// What a change of the sale period creates, drops, and would lose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeriodChange {
    /// Days that get a target of 0.
    pub new_days: Vec<NaiveDate>,
    /// Days whose target goes.
    pub dropped_days: Vec<NaiveDate>,
    /// Mondays of weeks that get empty notes.
    pub new_weeks: Vec<NaiveDate>,
    /// Mondays of weeks whose notes go.
    pub dropped_weeks: Vec<NaiveDate>,
    /// Those of the dropped days that have a target above 0, with it.
    pub lost_targets: DailyTargets,
    /// Those of the dropped weeks that have notes, with them.
    pub lost_notes: NotesByMonday,
}

impl PeriodChange {
    /// Whether targets and weeks stay as they are.
    pub fn is_empty(&self) -> bool {
        let days = self.new_days.is_empty() && self.dropped_days.is_empty();
        days && self.new_weeks.is_empty() && self.dropped_weeks.is_empty()
    }

    /// What follows for the present `targets` and `notes` when the sale period becomes `sale_period`.
    pub fn plan(sale_period: Option<DateRange>, targets: &DailyTargets, notes: &NotesByMonday) -> Self {
        let on_sale = |day: &NaiveDate| sale_period.is_some_and(|period| period.contains(*day));
        let touched = |monday: &NaiveDate| {
            sale_period.is_some_and(|period| DateRange::week_of(*monday).intersection(period).is_some())
        };
        let days = sale_period.into_iter().flat_map(DateRange::days);
        let mondays = sale_period.into_iter().flat_map(DateRange::mondays);
        Self {
            new_days: days.filter(|day| !targets.contains_key(day)).collect(),
            dropped_days: targets.keys().filter(|day| !on_sale(day)).copied().collect(),
            new_weeks: mondays.filter(|monday| !notes.contains_key(monday)).collect(),
            dropped_weeks: notes.keys().filter(|monday| !touched(monday)).copied().collect(),
            lost_targets: targets
                .iter()
                .filter(|(day, krw)| !on_sale(day) && **krw != 0)
                .map(|(day, krw)| (*day, *krw))
                .collect(),
            lost_notes: notes
                .iter()
                .filter(|(monday, notes)| !touched(monday) && !notes.is_empty())
                .map(|(monday, notes)| (*monday, notes.clone()))
                .collect(),
        }
    }

    /// Whether something that a person entered would go.
    pub fn loses_something(&self) -> bool {
        !self.lost_targets.is_empty() || !self.lost_notes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::shift;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn note(text: &str) -> WeekNotes {
        WeekNotes {
            promotion: Some(text.to_owned()),
            ..WeekNotes::default()
        }
    }

    #[test]
    fn the_first_and_last_week_are_cut_to_the_sale_period() {
        let period = DateRange::new(day("2026-08-22"), day("2026-09-01")).unwrap();
        let notes = NotesByMonday::from([(day("2026-08-17"), note("지하철 광고"))]);
        let weeks = marketing_weeks(period, &notes);
        let spans: Vec<_> = weeks
            .iter()
            .map(|week| (week.week_number, week.days.first(), week.days.last()))
            .collect();
        assert_eq!(
            spans,
            [
                (1, day("2026-08-22"), day("2026-08-23")),
                (2, day("2026-08-24"), day("2026-08-30")),
                (3, day("2026-08-31"), day("2026-09-01")),
            ]
        );
        assert_eq!(weeks[0].notes, note("지하철 광고"));
    }

    proptest! {
        #[test]
        fn a_change_of_period_leaves_exactly_its_days_and_weeks(
            old in (0_i64..200, 0_i64..100), new in (0_i64..200, 0_i64..100),
            filled in proptest::collection::btree_set(0_i64..300, 0..20),
        ) {
            let period = |(first, len): (i64, i64)| {
                let first = shift(day("2026-01-01"), first);
                DateRange::new(first, shift(first, len)).unwrap()
            };
            let (old, new) = (period(old), period(new));
            let targets: DailyTargets = old.days().map(|day| {
                let offset = (day - super::tests::day("2026-01-01")).num_days();
                (day, i64::from(filled.contains(&offset)))
            }).collect();
            let notes: NotesByMonday = old.mondays().enumerate()
                .map(|(week, monday)| (monday, if week % 2 == 0 { note("x") } else { WeekNotes::default() }))
                .collect();

            let change = PeriodChange::plan(Some(new), &targets, &notes);

            let mut days: Vec<_> = targets.keys().copied().filter(|day| !change.dropped_days.contains(day)).collect();
            days.extend(&change.new_days);
            days.sort_unstable();
            prop_assert_eq!(days, new.days().collect::<Vec<_>>());
            let mut mondays: Vec<_> = notes.keys().copied().filter(|monday| !change.dropped_weeks.contains(monday)).collect();
            mondays.extend(&change.new_weeks);
            mondays.sort_unstable();
            prop_assert_eq!(mondays, new.mondays().collect::<Vec<_>>());
            // What goes without being called a loss was empty.
            for day in &change.dropped_days {
                prop_assert_eq!(targets[day] != 0, change.lost_targets.contains_key(day));
            }
            for monday in &change.dropped_weeks {
                prop_assert_eq!(!notes[monday].is_empty(), change.lost_notes.contains_key(monday));
            }
        }
    }
}
