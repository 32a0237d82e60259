//! A total of targets, spread over days by weights so that the days add up to it exactly.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::calendar::DateRange;
use crate::planning::DailyTargets;
use crate::production::ProductionId;

/// Weights are whole numbers of this fineness, so that no day's share depends on binary floating point.
const FINENESS: i128 = 1_000_000_000_000;
/// Decimal places of a weekday's weight that count.
const WEIGHT_PLACES: u32 = 6;

/// Largest weight of a weekday; keeps every product within 128 bits.
pub const MAX_WEIGHT: i64 = 1_000_000;

/// What a production sold, as of its current snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleHistory {
    /// The production.
    pub production_id: ProductionId,
    /// Its sale period; `None` while it is not known.
    pub sale_period: Option<DateRange>,
    /// Revenue by sale day; a day without sales may be missing.
    pub revenue_krw: BTreeMap<NaiveDate, i64>,
}

/// How much of a total each day gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weights {
    /// Each day the same.
    Even,
    /// By weekday, Monday first; each from 0 to [`MAX_WEIGHT`].
    Weekday([Decimal; 7]),
    /// As past productions sold: the mean of their curves.
    Curve(Vec<SaleCurve>),
}

/// How the revenue of a past production came in over its sale period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleCurve {
    /// Share of the revenue at the close of each day, from 0 to [`FINENESS`].
    cumulative: Vec<i128>,
}

impl SaleCurve {
    /// From the revenue of each day of the sale period, in order; a day of refunds lowers the curve. `None` when
    /// nothing was sold.
    pub fn new(revenue_krw: &[i64]) -> Option<Self> {
        let total: i128 = revenue_krw.iter().map(|krw| i128::from(*krw)).sum();
        if total <= 0 {
            return None;
        }
        let mut sold = 0;
        let close = |krw: &i64| {
            sold += i128::from(*krw);
            sold * FINENESS / total
        };
        Some(Self {
            cumulative: revenue_krw.iter().map(close).collect(),
        })
    }

    /// The curve of a production over its sale period. `None` when nothing was sold in it.
    pub fn of(history: &SaleHistory) -> Option<Self> {
        let sold = |day| history.revenue_krw.get(&day).copied().unwrap_or(0);
        Self::new(&history.sale_period?.days().map(sold).collect::<Vec<_>>())
    }

    /// Share of the revenue after `numerator` ÷ `denominator` of the sale period, straight between the days' closes.
    fn at(&self, numerator: i128, denominator: i128) -> i128 {
        let days = i128::try_from(self.cumulative.len()).expect("a sale period is short");
        let (day, rest) = (numerator * days / denominator, numerator * days % denominator);
        let close = |day: i128| {
            let index = usize::try_from(day - 1).ok();
            index.map_or(0, |index| self.cumulative.get(index).copied().unwrap_or(FINENESS))
        };
        close(day) + (close(day + 1) - close(day)) * rest / denominator
    }
}

/// Spreads `total_krw` over `days`, which lie in `sale_period`. The sum is exact: what division leaves over goes to the
/// days with the largest remainders, the earlier first (Hamilton's method). `None` when every day has weight 0.
pub fn distribute(total_krw: i64, days: DateRange, sale_period: DateRange, weights: &Weights) -> Option<DailyTargets> {
    let weighted: Vec<(NaiveDate, i128)> = days
        .days()
        .map(|day| (day, weight(day, sale_period, weights)))
        .collect();
    let sum: i128 = weighted.iter().map(|(_, weight)| weight).sum();
    if sum == 0 {
        return None;
    }
    let total = i128::from(total_krw);
    let mut shares: Vec<_> = weighted
        .into_iter()
        .map(|(day, weight)| (day, total * weight / sum, total * weight % sum))
        .collect();
    let given: i128 = shares.iter().map(|(_, krw, _)| krw).sum();
    let left_over = usize::try_from(total - given).expect("fewer won are left over than there are days");
    // A stable sort: of equal remainders the earlier day comes first.
    shares.sort_by_key(|(_, _, remainder)| std::cmp::Reverse(*remainder));
    let krw = |(place, (day, krw, _)): (usize, (NaiveDate, i128, i128))| {
        (
            day,
            i64::try_from(krw + i128::from(place < left_over)).expect("a part of the total"),
        )
    };
    Some(shares.into_iter().enumerate().map(krw).collect())
}

fn weight(day: NaiveDate, sale_period: DateRange, weights: &Weights) -> i128 {
    match weights {
        Weights::Even => 1,
        Weights::Weekday(weights) => {
            let mut weight = weights[day.weekday().num_days_from_monday() as usize];
            weight.rescale(WEIGHT_PLACES);
            weight.mantissa().max(0)
        }
        Weights::Curve(curves) => {
            let number = i128::from((day - sale_period.first()).num_days());
            let length = i128::from(sale_period.len_days());
            let grown = |curve: &SaleCurve| curve.at(number + 1, length) - curve.at(number, length);
            // A day on which refunds outweighed sales asks for no target.
            curves.iter().map(grown).sum::<i128>().max(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::shift;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(first: &str, last: &str) -> DateRange {
        DateRange::new(day(first), day(last)).unwrap()
    }

    #[test]
    fn what_division_leaves_over_goes_to_the_first_days() {
        let range = days("2026-11-16", "2026-11-18");
        let targets = distribute(100, range, range, &Weights::Even).unwrap();
        assert_eq!(targets.into_values().collect::<Vec<_>>(), [34, 33, 33]);
    }

    #[test]
    fn weekdays_get_their_weight() {
        let range = days("2026-11-16", "2026-11-22");
        let weights = [1, 1, 1, 1, 2, 3, 1].map(|weight| Decimal::new(weight, 1));
        let targets = distribute(1_000, range, range, &Weights::Weekday(weights)).unwrap();
        assert_eq!(
            targets.into_values().collect::<Vec<_>>(),
            [100, 100, 100, 100, 200, 300, 100]
        );
    }

    #[test]
    fn a_curve_is_stretched_to_the_sale_period() {
        // Half on the first of two days, half on the second: over four days a quarter each; then weighted 3 : 1.
        let curve = |krw: &[i64]| Weights::Curve(vec![SaleCurve::new(krw).unwrap()]);
        let range = days("2026-11-16", "2026-11-19");
        let even = distribute(400, range, range, &curve(&[50, 50])).unwrap();
        assert_eq!(even.into_values().collect::<Vec<_>>(), [100, 100, 100, 100]);
        let steep = distribute(400, range, range, &curve(&[75, 25])).unwrap();
        assert_eq!(steep.into_values().collect::<Vec<_>>(), [150, 150, 50, 50]);
    }

    #[test]
    fn days_of_refunds_get_nothing_and_nothing_sold_is_no_curve() {
        let range = days("2026-11-16", "2026-11-18");
        let curve = SaleCurve::new(&[60, -10, 50]).unwrap();
        let targets = distribute(110, range, range, &Weights::Curve(vec![curve])).unwrap();
        assert_eq!(targets.into_values().collect::<Vec<_>>(), [60, 0, 50]);
        assert_eq!(SaleCurve::new(&[0, 0]), None);
        assert_eq!(distribute(1, range, range, &Weights::Weekday([Decimal::ZERO; 7])), None);
    }

    #[test]
    fn a_curve_is_made_of_the_days_of_the_sale_period() {
        let history = |sale_period| SaleHistory {
            production_id: ProductionId(uuid::Uuid::nil()),
            sale_period,
            revenue_krw: [("2026-11-15", 70), ("2026-11-16", 10), ("2026-11-18", 30)]
                .map(|(of, krw)| (day(of), krw))
                .into(),
        };
        let curve = SaleCurve::of(&history(Some(days("2026-11-16", "2026-11-18"))));
        assert_eq!(curve, SaleCurve::new(&[10, 0, 30]));
        assert_eq!(SaleCurve::of(&history(Some(days("2026-11-19", "2026-11-20")))), None);
        assert_eq!(SaleCurve::of(&history(None)), None);
    }

    #[test]
    fn the_largest_total_and_weights_do_not_overflow() {
        let range = days("2026-01-01", "2028-12-31");
        let total = crate::limits::MAX_KRW;
        let weights = Weights::Weekday([Decimal::from(MAX_WEIGHT); 7]);
        let targets = distribute(total, range, range, &weights).unwrap();
        assert_eq!(targets.values().sum::<i64>(), total);
    }

    proptest! {
        #[test]
        fn the_days_add_up_to_the_total(
            total in 0_i64..1_000_000_000_000,
            length in 1_i64..1_100,
            skipped in 0_i64..200,
            sold in proptest::collection::vec(-1_000_i64..1_000_000_000, 1..400),
            weekday in proptest::array::uniform7(0_i64..1_000),
        ) {
            let period = DateRange::new(day("2026-01-01"), shift(day("2026-01-01"), length - 1)).unwrap();
            let range = DateRange::new(shift(period.first(), skipped.min(length - 1)), period.last()).unwrap();
            let weekday = Weights::Weekday(weekday.map(|weight| Decimal::new(weight, 3)));
            let curve = SaleCurve::new(&sold).map(|curve| Weights::Curve(vec![curve.clone(), curve]));
            for weights in [Some(Weights::Even), Some(weekday), curve].into_iter().flatten() {
                if let Some(targets) = distribute(total, range, period, &weights) {
                    prop_assert_eq!(targets.values().sum::<i64>(), total);
                    prop_assert_eq!(i64::try_from(targets.len()), Ok(range.len_days()));
                    prop_assert!(targets.values().all(|krw| *krw >= 0));
                }
            }
        }
    }
}
