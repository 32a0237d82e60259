//! What each ticket agency sold by day, week or month, and cumulated.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ReportedProduction;
use super::report::{Covers, Report};
use crate::agency::AgencyCode;
use crate::calendar::{self, Grain, OpenRange};

/// `agencies/daily`: the periods of a length that touch the days asked for.
#[derive(Debug)]
pub struct AgenciesDaily;

impl Report for AgenciesDaily {
    const NAME: &'static str = "agencies/daily";
    const COVERS: Covers = Covers::All;
    type Parameters = (Grain, OpenRange);
    type Window = Grain;
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, (grain, _): &Self::Parameters) -> Self::Window {
        *grain
    }

    fn answer(figures: Self::Figures, _: NaiveDate, (grain, days): &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(|figures| row(figures, *grain, *days)).collect()
    }
}

/// What was sold in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sold {
    /// Booked seats.
    pub seats: i64,
    /// Won.
    pub revenue_krw: i64,
}

/// Sums of one agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyFigures {
    /// Its code.
    pub code: AgencyCode,
    /// Its name.
    pub name: String,
    /// By the first day of the period; one that is missing sold nothing.
    pub sold: BTreeMap<NaiveDate, Sold>,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// First days of the periods that have a sale day, in order of time.
    pub periods: Vec<NaiveDate>,
    /// By code.
    pub agencies: Vec<AgencyFigures>,
}

/// One production's agencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// By code.
    pub agencies: Vec<Agency>,
}

/// One agency's periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its code.
    pub code: AgencyCode,
    /// Its name.
    pub name: String,
    /// In order of time.
    pub periods: Vec<Period>,
}

/// One period of an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day, week or month.
    pub period: calendar::Period,
    /// What was sold in it.
    pub sold: Sold,
    /// Won of this and all periods before.
    pub cumulative_revenue_krw: i64,
}

/// The row of one production. What is cumulated begins with the first sale day, whatever the window.
pub fn row(figures: Figures, grain: Grain, days: OpenRange) -> Row {
    let periods = figures.periods;
    let agencies = figures.agencies.into_iter();
    Row {
        production: figures.production,
        agencies: agencies
            .map(|agency| of_agency(agency, &periods, grain, days))
            .collect(),
    }
}

fn of_agency(figures: AgencyFigures, periods: &[NaiveDate], grain: Grain, days: OpenRange) -> Agency {
    let mut cumulative_revenue_krw = 0;
    let period = |first_day: &NaiveDate| {
        let sold = figures.sold.get(first_day).copied().unwrap_or_default();
        cumulative_revenue_krw += sold.revenue_krw;
        Period {
            period: calendar::Period {
                grain,
                first_day: *first_day,
            },
            sold,
            cumulative_revenue_krw,
        }
    };
    let periods = periods.iter().map(period);
    Agency {
        periods: periods.filter(|period| days.touches(period.period.days())).collect(),
        code: figures.code,
        name: figures.name,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, production};
    use super::*;

    #[test]
    fn every_period_of_sale_is_there_and_sums_begin_with_the_first() {
        let sold = |seats, revenue_krw| Sold { seats, revenue_krw };
        let figures = Figures {
            production: production(Some("2026-11-18")),
            periods: vec![day("2026-11-02"), day("2026-11-09"), day("2026-11-16")],
            agencies: vec![AgencyFigures {
                code: "yes24".parse().unwrap(),
                name: "예스24".to_owned(),
                sold: [(day("2026-11-02"), sold(2, 200)), (day("2026-11-16"), sold(-1, -100))].into(),
            }],
        };
        let asked = |from: Option<&str>| {
            let days = OpenRange {
                from: from.map(day),
                to: None,
            };
            let row = row(figures.clone(), Grain::Week, days);
            let periods = row.agencies[0].periods.iter();
            periods
                .map(|period| (period.sold.seats, period.cumulative_revenue_krw))
                .collect::<Vec<_>>()
        };
        assert_eq!(asked(None), [(2, 200), (0, 200), (-1, 100)]);
        // The week that the day is in.
        assert_eq!(asked(Some("2026-11-12")), [(0, 200), (-1, 100)]);
    }
}
