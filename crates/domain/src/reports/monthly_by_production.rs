//! Each production by month: revenue, its change, the company's note.

use super::ReportedProduction;
use super::monthly::{Figures, MonthRow, Months, series};
use super::report::{Covers, Report};
use chrono::NaiveDate;

/// `plays/monthly-by-production`.
#[derive(Debug)]
pub struct MonthlyByProduction;

impl Report for MonthlyByProduction {
    const NAME: &'static str = "plays/monthly-by-production";
    const COVERS: Covers = Covers::Stage;
    const ACTIVE_OR_NOT: bool = true;
    type Parameters = ();
    type Window = Months;
    type Figures = Figures;
    type Answer = Vec<Row>;

    fn window(as_of: NaiveDate, (): &Self::Parameters) -> Self::Window {
        Months::as_of(as_of)
    }

    fn answer(figures: Self::Figures, as_of: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        rows(figures, Months::as_of(as_of))
    }
}

/// One production's months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// In order of time.
    pub months: Vec<MonthRow>,
}

/// The rows of all productions.
pub fn rows(figures: Figures, months: Months) -> Vec<Row> {
    let notes = figures.notes;
    let productions = figures.productions.into_iter();
    productions
        .map(|figures| Row {
            months: series(months, &notes, |month| figures.sales(month)),
            production: figures.production,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::monthly::tests::{month, sold};
    use super::super::tests::day;
    use super::*;

    #[test]
    fn each_production_knows_the_months_up_to_its_record_date_and_has_every_note() {
        let figures = Figures {
            productions: vec![sold(Some("2026-10-31"), &[("2026-10", 30)]), sold(None, &[])],
            notes: [(month("2026-11"), "수능".to_owned())].into(),
        };
        let rows = rows(figures, Months::as_of(day("2026-11-20")));
        let last_two = |row: &Row| row.months[11..].iter().map(|row| row.revenue_krw).collect::<Vec<_>>();
        assert_eq!(last_two(&rows[0]), [Some(30), None]);
        assert_eq!(last_two(&rows[1]), [Some(0), Some(0)]);
        for row in rows {
            assert_eq!(row.months.len(), 13);
            assert_eq!(row.months[12].note.as_deref(), Some("수능"));
        }
    }
}
