//! Concerts: the marketing week of a day.

use chrono::NaiveDate;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::calendar::DateRange;
use crate::planning::{NotesByMonday, WeekNotes, marketing_weeks};

/// `concerts/marketing-week`.
#[derive(Debug)]
pub struct MarketingWeek;

impl Report for MarketingWeek {
    const NAME: &'static str = "concerts/marketing-week";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = NaiveDate;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        as_of
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(|figures| row(figures, as_of)).collect()
    }
}

/// What was planned for one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// First to last day of sale.
    pub sale_period: Option<DateRange>,
    /// Notes of the calendar week that holds the day; other weeks do not matter.
    pub notes: NotesByMonday,
}

/// One concert's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Its number from 1; `None` outside the sale period.
    pub week_number: Option<u32>,
    /// Its days within the sale period; outside, the calendar week.
    pub days: DateRange,
    /// What was planned; nothing outside the sale period.
    pub notes: WeekNotes,
}

/// The row of one concert as of a day.
pub fn row(figures: Figures, as_of: NaiveDate) -> Row {
    let weeks = figures
        .sale_period
        .map(|period| marketing_weeks(period, &figures.notes));
    let week = weeks.into_iter().flatten().find(|week| week.days.contains(as_of));
    match week {
        Some(week) => Row {
            production: figures.production,
            week_number: Some(week.week_number),
            days: week.days,
            notes: week.notes,
        },
        None => Row {
            production: figures.production,
            week_number: None,
            days: DateRange::week_of(as_of),
            notes: WeekNotes::default(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, production};
    use super::*;

    fn as_of(text: &str) -> Row {
        let planned = WeekNotes {
            other: Some("2차 티켓오픈".to_owned()),
            ..WeekNotes::default()
        };
        let figures = Figures {
            production: production(None),
            sale_period: DateRange::new(day("2026-11-11"), day("2026-11-30")),
            notes: NotesByMonday::from([(day("2026-11-09"), planned)]),
        };
        row(figures, day(text))
    }

    fn span(first: &str, last: &str) -> DateRange {
        DateRange::new(day(first), day(last)).unwrap()
    }

    #[test]
    fn the_week_is_cut_to_the_sale_period() {
        let row = as_of("2026-11-11");
        assert_eq!((row.week_number, row.days), (Some(1), span("2026-11-11", "2026-11-15")));
        assert_eq!(row.notes.other.as_deref(), Some("2차 티켓오픈"));
        let last = as_of("2026-11-30");
        assert_eq!(
            (last.week_number, last.days, last.notes),
            (Some(4), span("2026-11-30", "2026-11-30"), WeekNotes::default())
        );
    }

    #[test]
    fn outside_the_sale_period_there_is_only_the_calendar_week() {
        for (outside, days) in [
            ("2026-11-10", span("2026-11-09", "2026-11-15")),
            ("2026-12-01", span("2026-11-30", "2026-12-06")),
        ] {
            let row = as_of(outside);
            assert_eq!((row.week_number, row.days), (None, days), "{outside}");
            assert_eq!(row.notes, WeekNotes::default(), "{outside}");
        }
    }
}
