//! Which ticket agency sold what, by the days of sale or of the performances.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::report::{Covers, Report};
use super::{ReportedProduction, difference, ratio};
use crate::agency::AgencyCode;
use crate::calendar::OpenRange;
use crate::fraction::Fraction;
use crate::sales::DepositFacts;

/// `agencies/sales` of the days asked for.
#[derive(Debug)]
pub struct AgenciesSales;

impl Report for AgenciesSales {
    const NAME: &'static str = "agencies/sales";
    const COVERS: Covers = Covers::All;
    type Parameters = (Option<By>, OpenRange);
    type Window = (Option<By>, OpenRange);
    type Figures = Vec<Figures>;
    type Answer = Vec<Row>;

    fn window(_: NaiveDate, asked: &Self::Parameters) -> Self::Window {
        *asked
    }

    fn answer(figures: Self::Figures, _: NaiveDate, _: &Self::Parameters) -> Self::Answer {
        figures.into_iter().map(row).collect()
    }
}

/// By which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// Those of the purchase.
    SaleDay,
    /// Those of the performances.
    PerformanceDay,
}

impl By {
    /// Both, in the order in which they are looked for.
    pub const ALL: [Self; 2] = [Self::SaleDay, Self::PerformanceDay];

    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::SaleDay => "sale_day",
            Self::PerformanceDay => "performance_day",
        }
    }
}

/// What was sold on some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sold {
    /// Booked seats.
    pub seats: i64,
    /// Their won; `None` where one row does not tell.
    pub revenue_krw: Option<i64>,
    /// What of it is paid for, and what is not yet; unknown by sale day, and where one row does not tell.
    pub deposits: DepositFacts,
}

/// What agencies and all together sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// By which days.
    pub by: By,
    /// Each agency with its name.
    pub agencies: Vec<(AgencyCode, String, Sold)>,
    /// The sheet's own totals of the same days.
    pub total: Sold,
}

/// Sums of one production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The production.
    pub production: ReportedProduction,
    /// `None` where the workbook does not tell agencies.
    pub sheet: Option<Sheet>,
}

/// One production's agencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production.
    pub production: ReportedProduction,
    /// By which days; `None` where the workbook does not tell agencies.
    pub by: Option<By>,
    /// By revenue, then seats, then code.
    pub agencies: Vec<Agency>,
    /// All together, as the sheet says.
    pub total: Option<Share>,
    /// What no agency sold.
    pub rest: Option<Rest>,
}

/// One agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its code.
    pub code: AgencyCode,
    /// Its name.
    pub name: String,
    /// What it sold.
    pub share: Share,
}

/// What somebody sold, and how much of the whole it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// What was sold.
    pub sold: Sold,
    /// Seats ÷ those of all.
    pub seat_ratio: Option<Decimal>,
    /// Revenue ÷ that of all.
    pub revenue_ratio: Option<Decimal>,
    /// Revenue ÷ seats, whole won.
    pub mean_ticket_price_krw: Option<i64>,
}

/// The total without the agencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rest {
    /// Seats.
    pub seats: i64,
    /// Won.
    pub revenue_krw: Option<i64>,
}

/// The row of one production.
pub fn row(figures: Figures) -> Row {
    let Some(Sheet {
        by,
        mut agencies,
        total,
    }) = figures.sheet
    else {
        return Row {
            production: figures.production,
            by: None,
            agencies: Vec::new(),
            total: None,
            rest: None,
        };
    };
    agencies.sort_by(|(code, _, sold), (other_code, _, other)| {
        let most_first = (other.revenue_krw, other.seats).cmp(&(sold.revenue_krw, sold.seats));
        most_first.then_with(|| code.cmp(other_code))
    });
    let rest = rest(&agencies, total);
    let agencies = agencies.into_iter().map(|(code, name, sold)| Agency {
        code,
        name,
        share: share(sold, total),
    });
    Row {
        production: figures.production,
        by: Some(by),
        agencies: agencies.collect(),
        total: Some(share(total, total)),
        rest,
    }
}

fn share(sold: Sold, total: Sold) -> Share {
    let price = sold.revenue_krw.map(Fraction::from);
    Share {
        sold,
        seat_ratio: ratio(Some(sold.seats), Some(total.seats)),
        revenue_ratio: ratio(sold.revenue_krw, total.revenue_krw),
        mean_ticket_price_krw: price
            .and_then(|revenue| revenue.over(sold.seats))
            .map(Fraction::round_whole),
    }
}

/// `None` where nothing is left.
fn rest(agencies: &[(AgencyCode, String, Sold)], total: Sold) -> Option<Rest> {
    let seats: i64 = agencies.iter().map(|(.., sold)| sold.seats).sum();
    let revenue_krw: Option<i64> = agencies.iter().map(|(.., sold)| sold.revenue_krw).sum();
    let rest = Rest {
        seats: total.seats - seats,
        revenue_krw: difference(total.revenue_krw, revenue_krw),
    };
    (rest.seats != 0 || rest.revenue_krw.is_some_and(|krw| krw != 0)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{decimal, production};
    use super::*;

    fn sold(seats: i64, revenue_krw: Option<i64>) -> Sold {
        Sold {
            seats,
            revenue_krw,
            ..Sold::default()
        }
    }

    fn row_of(agencies: &[(&str, i64, Option<i64>)], total: Sold) -> Row {
        let agencies = agencies
            .iter()
            .map(|(code, seats, krw)| (code.parse().unwrap(), (*code).to_owned(), sold(*seats, *krw)));
        row(Figures {
            production: production(Some("2026-11-18")),
            sheet: Some(Sheet {
                by: By::PerformanceDay,
                agencies: agencies.collect(),
                total,
            }),
        })
    }

    fn codes(row: &Row) -> Vec<&str> {
        row.agencies.iter().map(|agency| agency.code.code()).collect()
    }

    #[test]
    fn agencies_come_by_revenue_and_what_none_sold_is_the_rest() {
        let row = row_of(
            &[
                ("b", 1, Some(100)),
                ("a", 1, Some(100)),
                ("c", 3, Some(500)),
                ("d", 2, Some(100)),
            ],
            sold(10, Some(1_000)),
        );
        assert_eq!(codes(&row), ["c", "d", "a", "b"]);
        let share = row.agencies[0].share;
        assert_eq!(
            (share.seat_ratio, share.revenue_ratio, share.mean_ticket_price_krw),
            (Some(decimal("0.3")), Some(decimal("0.5")), Some(167))
        );
        assert_eq!(row.total.unwrap().seat_ratio, Some(decimal("1")));
        assert_eq!(
            row.rest,
            Some(Rest {
                seats: 3,
                revenue_krw: Some(200)
            })
        );
    }

    #[test]
    fn without_won_agencies_come_by_seats() {
        let row = row_of(&[("a", 1, None), ("b", 2, None)], sold(3, None));
        assert_eq!(codes(&row), ["b", "a"]);
        let share = row.agencies[0].share;
        assert_eq!((share.revenue_ratio, share.mean_ticket_price_krw), (None, None));
        assert_eq!((row.by, row.rest), (Some(By::PerformanceDay), None));
    }

    #[test]
    fn a_rest_of_won_alone_is_one() {
        let row = row_of(&[("a", 3, Some(900))], sold(3, Some(901)));
        assert_eq!(
            row.rest,
            Some(Rest {
                seats: 0,
                revenue_krw: Some(1)
            })
        );
        assert_eq!(row_of(&[("a", 3, Some(900))], sold(3, Some(900))).rest, None);
    }

    #[test]
    fn without_agencies_there_is_no_total() {
        let row = row(Figures {
            production: production(None),
            sheet: None,
        });
        assert_eq!((row.by, row.agencies.len(), row.total, row.rest), (None, 0, None, None));
    }
}
