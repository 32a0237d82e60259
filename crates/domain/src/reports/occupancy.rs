//! Deposit and paid share of the whole run, of the performances played, and of those to come.

use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, mean_share};
use crate::fraction::Fraction;
use chrono::NaiveDate;

/// `plays/occupancy`.
#[derive(Debug)]
pub struct Occupancy;

impl Report for Occupancy {
    const NAME: &'static str = "plays/occupancy";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Sums over some of the performances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartFigures {
    /// Number of performances.
    pub performances: i64,
    /// Their deposit shares, added up; `None` where one is not known.
    pub deposit_share_sum: Option<Decimal>,
    /// Their paid shares, added up.
    pub paid_share_sum: Decimal,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// Performances up to the record date.
    pub past: PartFigures,
    /// Performances after the record date.
    pub future: PartFigures,
}

/// Means over some of the performances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Number of performances.
    pub performances: i64,
    /// Mean deposit share.
    pub deposit_share: Option<Decimal>,
    /// Mean paid share.
    pub paid_share: Option<Decimal>,
    /// Paid − deposit share: sold, and not paid for yet.
    pub unpaid_share: Option<Decimal>,
}

/// One production's occupancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Share of the house that is aimed at.
    pub target_share: Option<Decimal>,
    /// The whole run.
    pub whole: Part,
    /// Performances up to the record date.
    pub past: Part,
    /// Performances after the record date.
    pub future: Part,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let (past, future) = (figures.past, figures.future);
    let whole = PartFigures {
        performances: past.performances + future.performances,
        deposit_share_sum: past
            .deposit_share_sum
            .zip(future.deposit_share_sum)
            .map(|(past, future)| past + future),
        paid_share_sum: past.paid_share_sum + future.paid_share_sum,
    };
    Row {
        production: figures.production,
        target_share: figures.target_share.map(|share| Fraction::from(share).round_ratio()),
        whole: part(whole),
        past: part(past),
        future: part(future),
    }
}

fn part(figures: PartFigures) -> Part {
    let deposit = figures.deposit_share_sum;
    let deposit = deposit.and_then(|sum| mean_share(sum, figures.performances));
    let paid = mean_share(figures.paid_share_sum, figures.performances);
    Part {
        performances: figures.performances,
        deposit_share: deposit.map(Fraction::round_ratio),
        paid_share: paid.map(Fraction::round_ratio),
        unpaid_share: paid.zip(deposit).map(|(paid, deposit)| (paid - deposit).round_ratio()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    fn part(performances: i64, deposit_share_sum: &str, paid_share_sum: &str) -> PartFigures {
        PartFigures {
            performances,
            deposit_share_sum: Some(decimal(deposit_share_sum)),
            paid_share_sum: decimal(paid_share_sum),
        }
    }

    #[test]
    fn where_one_performance_does_not_tell_its_deposits_nothing_is_said_of_all() {
        let row = row(Figures {
            production: production(None),
            target_share: None,
            past: part(2, "0.8", "1.0"),
            future: PartFigures {
                deposit_share_sum: None,
                ..part(1, "0", "0.5")
            },
        });
        assert_eq!(row.past.deposit_share, Some(decimal("0.4")));
        assert_eq!((row.whole.deposit_share, row.whole.unpaid_share), (None, None));
        assert_eq!(row.future.paid_share, Some(decimal("0.5")));
    }

    #[test]
    fn the_whole_run_is_the_mean_over_all_performances_not_of_the_means() {
        let row = row(Figures {
            production: production(Some("2026-11-18")),
            target_share: Some(decimal("0.68")),
            past: part(2, "1.2", "1.2"),
            future: part(1, "0.1", "0.8"),
        });
        assert_eq!(
            (row.whole.performances, row.whole.paid_share),
            (3, Some(decimal("0.6667")))
        );
        assert_eq!(row.whole.deposit_share, Some(decimal("0.4333")));
        // 0.2334 by the rounded ones.
        assert_eq!(row.whole.unpaid_share, Some(decimal("0.2333")));
        assert_eq!(row.past.unpaid_share, Some(decimal("0")));
        assert_eq!(row.future.unpaid_share, Some(decimal("0.7")));
    }

    #[test]
    fn of_no_performance_nothing_is_known() {
        let row = row(Figures {
            production: production(None),
            target_share: None,
            past: part(0, "0", "0"),
            future: part(0, "0", "0"),
        });
        assert_eq!((row.whole.performances, row.whole.paid_share), (0, None));
        assert_eq!((row.past.deposit_share, row.future.unpaid_share), (None, None));
    }
}
