//! What changed in the week of each marketing action.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, difference, ratio};
use crate::calendar::{DateRange, monday_of, shift};
use crate::campaign::{CampaignId, CampaignKind};
use crate::planning::{MarketingWeek, NotesByMonday, WeekNotes, marketing_weeks};

/// `marketing-effect`.
#[derive(Debug)]
pub struct MarketingEffect;

impl Report for MarketingEffect {
    const NAME: &'static str = "marketing-effect";
    const COVERS: Covers = Covers::All;
    type Parameters = ();
    type Window = ();
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (): &Self::Parameters) -> Self::Window {}

    fn answer(figures: Self::Figures, _: NaiveDate, (): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// Plan and sales of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// First to last day of sale.
    pub sale_period: Option<DateRange>,
    /// What was planned.
    pub notes: NotesByMonday,
    /// What was done when, by beginning, end and identity.
    pub campaigns: Vec<CampaignMark>,
    /// Sales of calendar weeks, by their Mondays; a week that is not there sold nothing.
    pub revenue_krw: BTreeMap<NaiveDate, i64>,
    /// Sales of the week of the record date, as far as it tells.
    pub running: RunningWeek,
}

/// Sales of the week that holds the record date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunningWeek {
    /// Of the days from Monday to the record date.
    pub revenue_krw: i64,
    /// Of the same weekdays of the week before.
    pub previous_revenue_krw: i64,
}

/// A campaign as it is drawn beside the weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignMark {
    /// Which.
    pub id: CampaignId,
    /// Its days.
    pub days: DateRange,
    /// What kind of thing.
    pub kind: CampaignKind,
    /// What was done.
    pub text: String,
}

/// One production's marketing weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// Each week of the sale period, in order of time.
    pub weeks: Vec<Week>,
}

/// One marketing week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// From 1.
    pub week_number: u32,
    /// Its days within the sale period.
    pub days: DateRange,
    /// What was planned.
    pub notes: WeekNotes,
    /// Sales of the calendar week.
    pub revenue_krw: Option<i64>,
    /// Sales of the calendar week before.
    pub previous_revenue_krw: Option<i64>,
    /// Sales of the days compared − those of the same weekdays of the week before.
    pub change_krw: Option<i64>,
    /// Change ÷ sales of the same weekdays of the week before.
    pub change_ratio: Option<Decimal>,
    /// Whether the calendar week is over at the record date.
    pub comparable: bool,
    /// How many days of it are compared: 7, or those from Monday to the record date.
    pub compared_days: Option<i64>,
    /// Campaigns that touch its days.
    pub campaigns: Vec<CampaignMark>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let sold = |monday: NaiveDate| {
        let sum = figures.revenue_krw.get(&monday).copied().unwrap_or_default();
        figures.production.known_sales(monday, sum)
    };
    let week = |week: MarketingWeek| {
        let monday = monday_of(week.days.first());
        let (revenue_krw, previous_revenue_krw) = (sold(monday), sold(shift(monday, -7)));
        let compared_days = compared_days(&figures.production, monday);
        let comparable = compared_days == Some(7);
        let (so_far, until_then) = if compared_days.is_some() && !comparable {
            let production = &figures.production;
            (
                production.all_sales(figures.running.revenue_krw),
                production.all_sales(figures.running.previous_revenue_krw),
            )
        } else {
            (revenue_krw, previous_revenue_krw)
        };
        let change_krw = difference(so_far, until_then);
        Week {
            week_number: week.week_number,
            days: week.days,
            notes: week.notes,
            revenue_krw,
            previous_revenue_krw,
            change_krw,
            change_ratio: ratio(change_krw, until_then),
            comparable,
            compared_days,
            campaigns: figures
                .campaigns
                .iter()
                .filter(|of| touch(of.days, week.days))
                .cloned()
                .collect(),
        }
    };
    let weeks = figures
        .sale_period
        .map(|period| marketing_weeks(period, &figures.notes));
    let weeks = weeks.into_iter().flatten().map(week).collect();
    Row {
        production: figures.production,
        weeks,
    }
}

fn touch(one: DateRange, other: DateRange) -> bool {
    one.first() <= other.last() && other.first() <= one.last()
}

/// How many days of the week from `monday` on the snapshot tells of; unknown when it begins after the record date, and
/// without a snapshot.
fn compared_days(production: &ReportedProduction, monday: NaiveDate) -> Option<i64> {
    let days = (production.record_date? - monday).num_days() + 1;
    (days > 0).then_some(days.min(7))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, decimal, production};
    use super::*;

    fn figures(record_date: Option<&str>) -> Figures {
        let planned = WeekNotes {
            sales_marketing: Some("조기 예매 할인".to_owned()),
            ..WeekNotes::default()
        };
        Figures {
            production: production(record_date),
            sale_period: DateRange::new(day("2026-11-04"), day("2026-11-25")),
            notes: NotesByMonday::from([(day("2026-11-09"), planned)]),
            campaigns: Vec::new(),
            revenue_krw: BTreeMap::from([
                (day("2026-10-26"), 10),
                (day("2026-11-02"), 40),
                (day("2026-11-09"), 50),
            ]),
            running: RunningWeek {
                revenue_krw: 24,
                previous_revenue_krw: 16,
            },
        }
    }

    #[test]
    fn each_week_is_compared_with_the_calendar_week_before() {
        let weeks = row(figures(Some("2026-11-22"))).weeks;
        assert_eq!(
            (
                weeks[0].days.first(),
                weeks[0].revenue_krw,
                weeks[0].previous_revenue_krw
            ),
            (day("2026-11-04"), Some(40), Some(10)),
            "sales before the sale period belong to their calendar weeks"
        );
        assert_eq!(
            (weeks[1].week_number, weeks[1].change_krw, weeks[1].change_ratio),
            (2, Some(10), Some(decimal("0.25")))
        );
        assert_eq!(weeks[1].notes.sales_marketing.as_deref(), Some("조기 예매 할인"));
        assert_eq!((weeks[2].revenue_krw, weeks[2].change_krw), (Some(0), Some(-50)));
        assert!(
            weeks[..3]
                .iter()
                .all(|week| week.comparable && week.compared_days == Some(7))
        );
    }

    #[test]
    fn campaigns_stand_in_each_week_that_they_touch() {
        let campaign = |number, first: &str, last: &str| CampaignMark {
            id: CampaignId(uuid::Uuid::from_u128(number)),
            days: DateRange::new(day(first), day(last)).unwrap(),
            kind: CampaignKind::Discount,
            text: "수험생 할인".to_owned(),
        };
        let weeks = row(Figures {
            campaigns: vec![
                campaign(1, "2026-10-01", "2026-11-03"),
                campaign(2, "2026-11-03", "2026-11-09"),
                campaign(3, "2026-11-08", "2026-11-08"),
            ],
            ..figures(None)
        })
        .weeks;
        let ids = |week: &Week| -> Vec<u128> { week.campaigns.iter().map(|of| of.id.0.as_u128()).collect() };
        let touched: Vec<_> = weeks.iter().map(ids).collect();
        // The sale, and so its first week, begins on the 4th.
        assert_eq!(touched, [vec![2, 3], vec![2], vec![], vec![]]);
    }

    #[test]
    fn a_week_that_is_not_over_is_compared_with_the_same_weekdays() {
        let week = |record_date, place: usize| row(figures(Some(record_date))).weeks.remove(place);
        let running = week("2026-11-12", 1);
        assert_eq!(
            (running.revenue_krw, running.previous_revenue_krw),
            (Some(50), Some(40))
        );
        assert_eq!((running.comparable, running.compared_days), (false, Some(4)));
        assert_eq!(
            (running.change_krw, running.change_ratio),
            (Some(8), Some(decimal("0.5")))
        );
        assert!(week("2026-11-12", 0).comparable);
        assert_eq!(week("2026-11-12", 2).compared_days, None);
        assert_eq!(week("2026-11-09", 1).compared_days, Some(1));
        let over = week("2026-11-15", 1);
        assert_eq!(
            (over.comparable, over.compared_days, over.change_krw),
            (true, Some(7), Some(10))
        );
    }

    #[test]
    fn weeks_that_begin_after_the_record_date_are_unknown() {
        let weeks = row(figures(Some("2026-11-15"))).weeks;
        assert_eq!(
            (weeks[2].revenue_krw, weeks[2].previous_revenue_krw, weeks[2].change_krw),
            (None, Some(50), None)
        );
        assert_eq!((weeks[3].revenue_krw, weeks[3].previous_revenue_krw), (None, None));
    }

    #[test]
    fn without_a_snapshot_nothing_was_sold_and_without_a_sale_period_there_are_no_weeks() {
        let unsold = Figures {
            revenue_krw: BTreeMap::new(),
            running: RunningWeek::default(),
            ..figures(None)
        };
        let weeks = row(unsold).weeks;
        assert_eq!(
            (weeks.len(), weeks[3].change_krw, weeks[3].change_ratio),
            (4, Some(0), None)
        );
        assert!(
            weeks
                .iter()
                .all(|week| !week.comparable && week.compared_days.is_none())
        );
        let unplanned = Figures {
            sale_period: None,
            ..figures(None)
        };
        assert_eq!(row(unplanned).weeks, []);
    }
}
