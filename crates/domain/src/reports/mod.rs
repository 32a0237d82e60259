//! Reports: from sums over the current snapshots to ratios, comparisons and projections.
//!
//! Each report has a module with its figures (what the database sums up) and its rows (what is answered). A row is
//! computed exactly from the figures, and rounded once. `None` stands for what nobody knows: a ratio to nothing, a mean
//! of nothing, the sales of a period that begins after the record date.

pub mod agencies_daily;
pub mod agencies_sales;
pub mod break_even;
pub mod buyers;
pub mod cast_effects;
pub mod cast_revenue;
pub mod casts;
pub mod concert_daily;
pub mod concert_monthly;
pub mod concert_overview;
pub mod concert_profit_forecast;
pub mod concert_weekly;
pub mod daily_brief;
pub mod deposits;
pub mod forecast;
pub mod forecast_scorecard;
pub mod grades;
pub mod market;
pub mod marketing_effect;
pub mod marketing_lift;
pub mod marketing_week;
pub mod monthly;
pub mod monthly_by_production;
pub mod occupancy;
pub mod outlook;
pub mod overview;
pub mod pace;
pub mod performances;
pub mod profit_forecast;
pub mod report;
pub mod revenue;
pub mod showing;
pub mod snapshot_changes;
pub mod summary;
mod sums;
pub mod target_sales;
pub mod target_vs_actual;
pub mod upload_coverage;
pub mod weekly_capacity;
pub mod weekly_casts;
pub mod weekly_occupancy;
pub mod weekly_overview;
pub mod what_if;

pub use report::{Covers, Report};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::fraction::Fraction;
use crate::production::{Category, ProductionCode, ProductionId};

/// Which production a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedProduction {
    /// Its identity.
    pub id: ProductionId,
    /// Its code.
    pub code: ProductionCode,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: Category,
    /// Record date of its current snapshot; `None` without one.
    pub record_date: Option<NaiveDate>,
    /// Whether its current snapshot tells sale days. Without, nobody knows what was sold when; without a snapshot nothing
    /// was sold on any day.
    pub has_sale_days: bool,
}

impl ReportedProduction {
    /// The sales of a period that begins on `first_day`: unknown when that is after the record date, and where the snapshot
    /// tells no sale days. Without a snapshot there is no record date, and nothing is sold: 0.
    pub fn known_sales(&self, first_day: NaiveDate, sum: i64) -> Option<i64> {
        self.record_date
            .is_none_or(|record_date| self.has_sale_days && first_day <= record_date)
            .then_some(sum)
    }

    /// The sales of all days: unknown where the snapshot tells no sale days.
    pub fn all_sales(&self, sum: i64) -> Option<i64> {
        self.sales_reason().is_none().then_some(sum)
    }

    /// What of a period that begins on `first_day` counts in sums over productions: nothing that is known when that is after
    /// the record date, without a snapshot, and without sale days.
    pub fn counted(&self, first_day: NaiveDate, sum: i64) -> Option<i64> {
        self.tells_sales(first_day).then_some(sum)
    }

    /// The targets of a period that begins on `first_day`, up to the record date: unknown when that is before, and without a
    /// snapshot.
    pub fn due(&self, first_day: NaiveDate, sum: i64) -> Option<i64> {
        self.knows(first_day).then_some(sum)
    }

    /// Whether there is a snapshot that tells of `day`.
    pub fn knows(&self, day: NaiveDate) -> bool {
        self.record_date.is_some_and(|record_date| day <= record_date)
    }

    /// Whether there is a snapshot that tells what was sold on `day`.
    pub fn tells_sales(&self, day: NaiveDate) -> bool {
        self.has_sale_days && self.knows(day)
    }

    /// Why sales by day are not known, where they are not.
    pub fn sales_reason(&self) -> Option<&'static str> {
        (self.record_date.is_some() && !self.has_sale_days).then_some("no_sale_days")
    }
}

/// `part` ÷ `whole`, rounded as a ratio; `None` when either is unknown or there is nothing to divide by.
fn ratio(part: Option<i64>, whole: Option<i64>) -> Option<Decimal> {
    Some(Fraction::from(part?).over(whole?)?.round_ratio())
}

/// `a` − `b` where both are known.
fn difference(a: Option<i64>, b: Option<i64>) -> Option<i64> {
    Some(a? - b?)
}

/// The mean of `count` shares that add up to `sum`.
fn mean_share(sum: Decimal, count: i64) -> Option<Fraction> {
    Fraction::from(sum).over(count)
}

/// A sum over several productions: of those that know the figure; unknown only when there are some and none does.
fn sum_of_known(figures: impl IntoIterator<Item = Option<i64>>) -> Option<i64> {
    let (mut known, mut unknown, mut sum) = (false, false, 0);
    for figure in figures {
        match figure {
            Some(figure) => (known, sum) = (true, sum + figure),
            None => unknown = true,
        }
    }
    (known || !unknown).then_some(sum)
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(crate) fn production(record_date: Option<&str>) -> ReportedProduction {
        ReportedProduction {
            id: ProductionId(Uuid::nil()),
            code: "MU2611".parse().unwrap(),
            name: "봄밤의 왈츠".to_owned(),
            category: Category::Musical,
            record_date: record_date.map(day),
            has_sale_days: true,
        }
    }

    pub(crate) fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn sales_after_the_record_date_are_unknown_and_without_a_snapshot_nothing() {
        assert_eq!(
            production(Some("2026-11-18")).known_sales(day("2026-11-18"), 5),
            Some(5)
        );
        assert_eq!(production(Some("2026-11-18")).known_sales(day("2026-11-19"), 5), None);
        assert_eq!(production(None).known_sales(day("2026-11-19"), 0), Some(0));
    }

    #[test]
    fn without_a_snapshot_a_production_knows_no_period() {
        let counted = |record_date| production(record_date).counted(day("2026-11-18"), 5);
        assert_eq!(counted(Some("2026-11-18")), Some(5));
        assert_eq!((counted(Some("2026-11-17")), counted(None)), (None, None));
    }

    #[test]
    fn without_sale_days_nobody_knows_what_was_sold_and_targets_are_due() {
        let silent = ReportedProduction {
            has_sale_days: false,
            ..production(Some("2026-11-18"))
        };
        let first = day("2026-11-16");
        assert_eq!(
            (
                silent.known_sales(first, 0),
                silent.counted(first, 0),
                silent.all_sales(0)
            ),
            (None, None, None)
        );
        assert_eq!(silent.due(first, 7), Some(7));
        assert_eq!(silent.sales_reason(), Some("no_sale_days"));
        assert!(silent.knows(first) && !silent.tells_sales(first));
        let told = production(Some("2026-11-18"));
        assert_eq!((told.sales_reason(), told.all_sales(0)), (None, Some(0)));
        assert_eq!(production(None).sales_reason(), None);
    }

    #[test]
    fn a_sum_is_unknown_only_when_none_of_some_is_known() {
        assert_eq!(sum_of_known([Some(1), None, Some(2)]), Some(3));
        assert_eq!(sum_of_known([None, None]), None);
        assert_eq!(sum_of_known([]), Some(0));
    }
}
