//! From record date to record date: what the totals of live uploads say, and how they changed.
//!
//! A difference of two snapshots is not what was sold between: refunds, late payments and corrections are in it as well.
//! So it never stands where sale days stand, and says between which record dates it lies.

use chrono::NaiveDate;

use super::report::{Covers, Report};
use super::{ReportedProduction, difference};
use crate::calendar::OpenRange;

/// `snapshot-changes` of the record dates asked for.
#[derive(Debug)]
pub struct SnapshotChanges;

impl Report for SnapshotChanges {
    const NAME: &'static str = "snapshot-changes";
    const COVERS: Covers = Covers::All;
    type Parameters = OpenRange;
    type Window = OpenRange;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, days: &Self::Parameters) -> Self::Window {
        *days
    }

    fn answer(figures: Self::Figures, _: NaiveDate, days: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(|figures| row(figures, *days)).collect()
    }
}

/// What the totals of a snapshot are sums of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Its sale days.
    SaleDays,
    /// Its performances, where it tells no sale days.
    Performances,
}

impl Source {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::SaleDays => "sale_days",
            Self::Performances => "performances",
        }
    }
}

/// The totals of one live upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// The day whose close it describes.
    pub record_date: NaiveDate,
    /// What they are sums of.
    pub source: Source,
    /// Paid seats.
    pub seats: i64,
    /// Won.
    pub revenue_krw: i64,
    /// Won that is paid for, of all performances; `None` unless each tells.
    pub deposited_krw: Option<i64>,
}

/// Live uploads of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// By record date: those asked for, and at least the one before.
    pub totals: Vec<Totals>,
}

/// One production's record dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// By record date.
    pub changes: Vec<Change>,
}

/// One record date against the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What it says.
    pub totals: Totals,
    /// Days since the one before; unknown of the first.
    pub days: Option<i64>,
    /// Seats − those before.
    pub change_seats: Option<i64>,
    /// Won − that before.
    pub change_krw: Option<i64>,
    /// Deposited won − that before.
    pub change_deposited_krw: Option<i64>,
}

/// The row of one production.
pub fn row(figures: Figures, days: OpenRange) -> Row {
    let before = std::iter::once(None).chain(figures.totals.iter().copied().map(Some));
    let changes = figures
        .totals
        .iter()
        .zip(before)
        .map(|(totals, before)| change(*totals, before));
    Row {
        changes: changes
            .filter(|change| days.contains(change.totals.record_date))
            .collect(),
        production: figures.production,
    }
}

fn change(totals: Totals, before: Option<Totals>) -> Change {
    let since = |of: fn(&Totals) -> Option<i64>| difference(of(&totals), before.as_ref().and_then(of));
    Change {
        totals,
        days: before.map(|before| (totals.record_date - before.record_date).num_days()),
        change_seats: since(|totals| Some(totals.seats)),
        change_krw: since(|totals| Some(totals.revenue_krw)),
        change_deposited_krw: since(|totals| totals.deposited_krw),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, production};
    use super::*;

    fn totals(on: &str, seats: i64, deposited_krw: Option<i64>) -> Totals {
        Totals {
            record_date: day(on),
            source: Source::Performances,
            seats,
            revenue_krw: seats * 1_000,
            deposited_krw,
        }
    }

    #[test]
    fn each_record_date_is_held_against_the_one_before_also_where_that_is_not_asked_for() {
        let figures = Figures {
            production: production(Some("2026-11-18")),
            totals: vec![
                totals("2026-11-10", 5, None),
                totals("2026-11-13", 9, Some(4_000)),
                totals("2026-11-14", 7, Some(5_000)),
            ],
        };
        let asked = |from: Option<&str>, to: Option<&str>| {
            let (from, to) = (from.map(day), to.map(day));
            let changes = row(figures.clone(), OpenRange { from, to }).changes.into_iter();
            changes
                .map(|change| (change.days, change.change_seats, change.change_deposited_krw))
                .collect::<Vec<_>>()
        };
        let all = [
            (None, None, None),
            (Some(3), Some(4), None),
            (Some(1), Some(-2), Some(1_000)),
        ];
        assert_eq!(asked(None, None), all);
        assert_eq!(asked(Some("2026-11-11"), Some("2026-11-13")), all[1..2]);
        assert_eq!(asked(Some("2026-11-15"), None), []);
    }
}
