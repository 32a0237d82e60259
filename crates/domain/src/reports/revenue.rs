//! Revenue against target, in total and of the record date.

use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::by_category;
use super::{ReportedProduction, ratio, sum_of_known};
use crate::production::Category;
use chrono::NaiveDate;

/// `plays/revenue`.
#[derive(Debug)]
pub struct Revenue;

impl Report for Revenue {
    const NAME: &'static str = "plays/revenue";
    const COVERS: Covers = Covers::Stage;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Answer;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        answer(figures)
    }
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// All its daily sales.
    pub total_revenue_krw: i64,
    /// All its targets.
    pub total_target_krw: i64,
    /// Sales of the record date; `None` without a snapshot.
    pub record_date_revenue_krw: Option<i64>,
    /// Target of the record date; `None` without a snapshot.
    pub record_date_target_krw: Option<i64>,
}

/// Revenue and target of a production, a category, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attainment {
    /// Sales in total.
    pub total_revenue_krw: i64,
    /// Targets in total.
    pub total_target_krw: i64,
    /// Total revenue ÷ total target.
    pub total_ratio: Option<Decimal>,
    /// Sales of the record date, each production at its own.
    pub record_date_revenue_krw: Option<i64>,
    /// Targets of the record date, each production at its own.
    pub record_date_target_krw: Option<i64>,
    /// Revenue ÷ target of the record date.
    pub record_date_ratio: Option<Decimal>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// By production.
    pub items: Vec<(ReportedProduction, Attainment)>,
    /// By category, of those that have a production here.
    pub categories: Vec<(Category, Attainment)>,
    /// All together.
    pub overall: Attainment,
}

/// The report over all `figures`.
pub fn answer(figures: Vec<Figures>) -> Answer {
    let categories = by_category(&figures, |figures| &figures.production, attainment);
    let overall = attainment(figures.iter());
    let items = figures
        .into_iter()
        .map(|figures| (figures.production.clone(), attainment([&figures])))
        .collect();
    Answer {
        items,
        categories,
        overall,
    }
}

fn attainment<'a>(members: impl IntoIterator<Item = &'a Figures>) -> Attainment {
    let members: Vec<_> = members.into_iter().collect();
    let total_revenue_krw = members.iter().map(|member| member.total_revenue_krw).sum();
    let total_target_krw = members.iter().map(|member| member.total_target_krw).sum();
    let record_date_revenue_krw = sum_of_known(members.iter().map(|member| member.record_date_revenue_krw));
    let record_date_target_krw = sum_of_known(members.iter().map(|member| member.record_date_target_krw));
    Attainment {
        total_revenue_krw,
        total_target_krw,
        total_ratio: ratio(Some(total_revenue_krw), Some(total_target_krw)),
        record_date_revenue_krw,
        record_date_target_krw,
        record_date_ratio: ratio(record_date_revenue_krw, record_date_target_krw),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    #[test]
    fn groups_count_the_productions_that_know_their_record_date() {
        let sold = Figures {
            production: production(Some("2026-11-18")),
            total_revenue_krw: 900,
            total_target_krw: 1_000,
            record_date_revenue_krw: Some(30),
            record_date_target_krw: Some(40),
        };
        let mut unsold = Figures {
            production: production(None),
            total_revenue_krw: 0,
            record_date_revenue_krw: None,
            record_date_target_krw: None,
            ..sold.clone()
        };
        unsold.production.category = Category::Play;
        let answer = answer(vec![sold, unsold]);
        assert_eq!(answer.overall.total_ratio, Some(decimal("0.45")));
        assert_eq!(answer.overall.record_date_ratio, Some(decimal("0.75")));
        let categories: Vec<_> = answer
            .categories
            .iter()
            .map(|(category, sums)| (*category, sums.record_date_revenue_krw))
            .collect();
        assert_eq!(categories, [(Category::Musical, Some(30)), (Category::Play, None)]);
    }
}
