//! Which discounts were used, by agency.

use rust_decimal::Decimal;

use super::super::ratio;
use super::{Covered, Figures, OnBuyers, seats};
use crate::buyers::{Breakdown, Dimension, SellingAgency};
use crate::fraction::Fraction;

/// `buyers/discounts`.
#[derive(Debug)]
pub struct BuyersDiscounts;

impl OnBuyers for BuyersDiscounts {
    const NAME: &'static str = "buyers/discounts";
    type Parameters = ();
    type Row = Row;

    fn dimensions((): &Self::Parameters) -> &'static [Dimension] {
        &[Dimension::Discount]
    }

    fn row(figures: &Figures, (): &Self::Parameters) -> Row {
        row(figures)
    }
}

/// One production's discounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The production, and how much of its sales is told.
    pub covered: Covered,
    /// By the agency's code, then as in the sheet.
    pub discounts: Vec<Discount>,
}

/// One discount of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discount {
    /// Who sold; `None` where the sheet does not tell.
    pub agency: Option<SellingAgency>,
    /// What it is called, as written.
    pub discount: String,
    /// Seats.
    pub seats: i64,
    /// Won; `None` where the report has none.
    pub revenue_krw: Option<i64>,
    /// Seats ÷ those of all discounts.
    pub seat_ratio: Option<Decimal>,
    /// Won ÷ seats.
    pub mean_ticket_price_krw: Option<i64>,
}

/// The row of one production.
pub fn row(figures: &Figures) -> Row {
    let mut classes = figures.of(Dimension::Discount);
    let all = seats(&classes);
    // Of the same agency they stay as in the sheet.
    classes.sort_by_key(|class| class.agency.as_ref().map(|agency| agency.code.clone()));
    let discount = |class: &Breakdown| Discount {
        agency: class.agency.clone(),
        discount: class.item.clone(),
        seats: class.seats,
        revenue_krw: class.revenue_krw,
        seat_ratio: ratio(Some(class.seats), Some(all)),
        mean_ticket_price_krw: class
            .revenue_krw
            .and_then(|krw| Fraction::from(krw).over(class.seats))
            .map(Fraction::round_whole),
    };
    Row {
        covered: figures.covered(Dimension::Discount),
        discounts: classes.into_iter().map(discount).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::decimal;
    use super::super::tests::{class, figures};
    use super::*;

    #[test]
    fn discounts_come_by_agency_and_a_ticket_without_a_seat_has_no_price() {
        let sold = |agency: &str, item: &str, position, seats| Breakdown {
            agency: Some(SellingAgency {
                code: agency.parse().unwrap(),
                name: agency.to_owned(),
            }),
            revenue_krw: Some(1_000),
            ..class(Dimension::Discount, item, position, seats)
        };
        let row = row(&figures(
            10,
            vec![
                sold("yes24", "조기예매", 1, 3),
                sold("melon", "일반", 2, 1),
                sold("yes24", "일반", 3, 0),
            ],
        ));
        let told: Vec<_> = row
            .discounts
            .iter()
            .map(|of| (of.discount.as_str(), of.mean_ticket_price_krw))
            .collect();
        assert_eq!(told, [("일반", Some(1_000)), ("조기예매", Some(333)), ("일반", None)]);
        assert_eq!(row.discounts[1].seat_ratio, Some(decimal("0.75")));
        assert_eq!(row.covered.covered_ratio, Some(decimal("0.4")));
    }
}
