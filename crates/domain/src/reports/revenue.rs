//! Revenue against target, in total and of the record date.

use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::sums::{Sides, by_category};
use super::{ReportedProduction, sum_of_known};
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
    /// Sales in total, of those that know them.
    pub total_revenue_krw: Option<i64>,
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
        .map(|figures| (figures.production.clone(), own_attainment(&figures)))
        .collect();
    Answer {
        items,
        categories,
        overall,
    }
}

/// That of one production. Without a snapshot it has no record date; what would be sold and due on it is known all the same
/// where nothing is due on any day: nothing.
fn own_attainment(figures: &Figures) -> Attainment {
    let is_known = figures.production.record_date.is_none() && figures.total_target_krw == 0;
    let nothing = is_known.then_some(0);
    attainment([&Figures {
        record_date_revenue_krw: figures.record_date_revenue_krw.or(nothing),
        record_date_target_krw: figures.record_date_target_krw.or(nothing),
        ..figures.clone()
    }])
}

fn attainment<'a>(members: impl IntoIterator<Item = &'a Figures>) -> Attainment {
    let total = |member: &Figures| {
        let revenue_krw = member.production.all_sales(member.total_revenue_krw);
        (revenue_krw, Some(member.total_target_krw))
    };
    let of_record_date = |member: &Figures| {
        let revenue_krw = member.record_date_revenue_krw;
        let revenue_krw = revenue_krw.and_then(|krw| member.production.all_sales(krw));
        (revenue_krw, member.record_date_target_krw)
    };
    let members: Vec<_> = members.into_iter().collect();
    let (totals, of_record_dates): (Vec<_>, Vec<_>) = members
        .iter()
        .map(|member| (total(member), of_record_date(member)))
        .unzip();
    let (record_date_ratio, total_ratio): (Sides, Sides) = (
        of_record_dates.iter().copied().collect(),
        totals.iter().copied().collect(),
    );
    Attainment {
        total_revenue_krw: sum_of_known(totals.iter().map(|(revenue_krw, _)| *revenue_krw)),
        total_target_krw: members.iter().map(|member| member.total_target_krw).sum(),
        total_ratio: total_ratio.ratio(),
        record_date_revenue_krw: sum_of_known(of_record_dates.iter().map(|(revenue_krw, _)| *revenue_krw)),
        record_date_target_krw: sum_of_known(of_record_dates.iter().map(|(_, target_krw)| *target_krw)),
        record_date_ratio: record_date_ratio.ratio(),
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

    #[test]
    fn without_a_snapshot_and_targets_nothing_is_sold_or_due_on_the_record_date() {
        let unsold = |total_target_krw| Figures {
            production: production(None),
            total_revenue_krw: 0,
            total_target_krw,
            record_date_revenue_krw: None,
            record_date_target_krw: None,
        };
        let answer = answer(vec![unsold(0), unsold(1_000)]);
        let of_record_date = |place: usize| {
            let row = &answer.items[place].1;
            (
                row.record_date_revenue_krw,
                row.record_date_target_krw,
                row.record_date_ratio,
            )
        };
        assert_eq!(of_record_date(0), (Some(0), Some(0), None));
        assert_eq!(of_record_date(1), (None, None, None));
        assert_eq!(answer.items[1].1.total_ratio, Some(decimal("0")));
        assert_eq!(answer.overall.record_date_revenue_krw, None);
    }

    #[test]
    fn groups_count_those_that_tell_sale_days() {
        let told = Figures {
            production: production(Some("2026-11-18")),
            total_revenue_krw: 900,
            total_target_krw: 1_000,
            record_date_revenue_krw: Some(30),
            record_date_target_krw: Some(40),
        };
        let mut silent = Figures {
            total_revenue_krw: 0,
            record_date_revenue_krw: Some(0),
            ..told.clone()
        };
        silent.production.has_sale_days = false;
        let answer = answer(vec![told, silent.clone()]);
        let (_, row) = &answer.items[1];
        assert_eq!((row.total_revenue_krw, row.total_ratio), (None, None));
        assert_eq!(
            (row.record_date_revenue_krw, row.record_date_target_krw),
            (None, Some(40))
        );
        assert_eq!(answer.overall.total_revenue_krw, Some(900));
        assert_eq!(
            (answer.overall.total_ratio, answer.overall.record_date_ratio),
            (Some(decimal("0.9")), Some(decimal("0.75")))
        );
        assert_eq!(super::answer(vec![silent]).overall.total_revenue_krw, None);
    }
}
