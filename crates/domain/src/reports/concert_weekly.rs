//! Concerts: seats and revenue of each week, beside what was planned for it.

use chrono::NaiveDate;

use super::ReportedProduction;
use super::concert_daily::Sold;
use super::report::{Covers, Report};
use crate::calendar::DateRange;
use crate::planning::{NotesByMonday, WeekNotes};

/// `concerts/weekly`.
#[derive(Debug)]
pub struct ConcertWeekly;

impl Report for ConcertWeekly {
    const NAME: &'static str = "concerts/weekly";
    const COVERS: Covers = Covers::Concerts;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Weeks of one concert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Each week that has a daily row, by its Monday, in order of time.
    pub weeks: Vec<(NaiveDate, Sold)>,
    /// What was planned for the weeks of the sale period.
    pub notes: NotesByMonday,
}

/// One concert's weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub weeks: Vec<Week>,
}

/// One week that has a daily row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Monday to Sunday, also where the sale begins or ends within.
    pub days: DateRange,
    /// What was sold.
    pub sold: Sold,
    /// What was planned; nothing outside the sale period.
    pub notes: WeekNotes,
}

/// The row of one concert.
pub fn row(figures: Figures) -> Row {
    let mut notes = figures.notes;
    let week = |(monday, sold)| Week {
        days: DateRange::week_of(monday),
        sold,
        notes: notes.remove(&monday).unwrap_or_default(),
    };
    Row {
        production: figures.production,
        weeks: figures.weeks.into_iter().map(week).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::concert_daily::tests::sold;
    use super::super::tests::{day, production};
    use super::*;

    #[test]
    fn a_week_tells_what_was_planned_for_it_where_something_was() {
        let planned = WeekNotes {
            promotion: Some("지하철 광고".to_owned()),
            ..WeekNotes::default()
        };
        let row = row(Figures {
            production: production(Some("2026-11-18")),
            weeks: vec![(day("2026-11-09"), sold(4)), (day("2026-11-16"), sold(6))],
            notes: NotesByMonday::from([(day("2026-11-16"), planned.clone())]),
        });
        assert_eq!(row.weeks[0].notes, WeekNotes::default());
        let this_week = Week {
            days: DateRange::new(day("2026-11-16"), day("2026-11-22")).unwrap(),
            sold: sold(6),
            notes: planned,
        };
        assert_eq!(row.weeks[1], this_week);
    }
}
