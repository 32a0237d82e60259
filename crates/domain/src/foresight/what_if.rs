//! What would be if prices, performances, complimentary seats or costs were others.
//!
//! Nothing is assumed to answer to a change unless an elasticity says so; at elasticity 0 the answer is exact: the same
//! seats are expected, and only what they bring changes.

use chrono::NaiveDate;

use super::NoForecast;
use super::answer::{Forecast, Interval};
use super::data::{Performance, Run};
use super::outlook::Outlook;
use super::prior::Experience;

/// A grade's new price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriceChange {
    /// The grade's share of the revenue to come, from 0 to 1.
    pub revenue_share: f64,
    /// New price against the old one minus 1: 0.1 is ten percent more. More than −1.
    pub change_ratio: f64,
}

/// A performance that is added.
#[derive(Debug, Clone, PartialEq)]
pub struct FurtherPerformance {
    /// When, and for how many seats; after the origin.
    pub performance: Performance,
    /// Share of its seats that the other performances lose, from 0 (all buyers are new) to 1 (all would have come anyway).
    pub displacement_share: f64,
}

/// Changes that are tried out together; the default changes nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// New prices of seats to come; grades that are not named keep theirs.
    pub prices: Vec<PriceChange>,
    /// Percent of seats that one percent of the mean price brings; usually negative. 0: demand stays.
    pub price_elasticity: f64,
    /// A performance more.
    pub further: Option<FurtherPerformance>,
    /// Seats of each performance to come that are given away besides; negative: fewer. Those sold stay sold.
    pub complimentary_seats: i32,
    /// Percent of seats that one percent of the house, given away, brings. 0: demand stays.
    pub complimentary_elasticity: f64,
    /// Costs on top of the break-even amount, in won.
    pub cost_krw: i64,
}

/// A forecast as it is, and as it would be.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// Without the change.
    pub before: Forecast,
    /// With it. A further performance stands last.
    pub after: Forecast,
}

impl WhatIf {
    /// Tries a change out on what was known at the close of `as_of`.
    pub fn of(
        run: &Run,
        experience: &Experience,
        as_of: NaiveDate,
        break_even_krw: Option<i64>,
        change: &Change,
    ) -> Result<Self, NoForecast> {
        let before = Outlook::new(run, experience, as_of)?;
        let changed_run = change.run(run);
        let after = change.outlook(&changed_run, experience, as_of, &before)?;
        let changed_break_even_krw = break_even_krw.map(|krw| krw.saturating_add(change.cost_krw));
        Ok(Self {
            before: Forecast::rounded(run, experience, as_of, &before, break_even_krw),
            after: Forecast::rounded(&changed_run, experience, as_of, &after, changed_break_even_krw),
        })
    }

    /// By how much the quantiles of profit move; `None` without break-even or prices, and a median without one.
    pub fn profit_shift_krw(&self) -> Option<Interval<i64>> {
        let before = self.before.run.break_even.as_ref().ok()?.profit_krw;
        let after = self.after.run.break_even.as_ref().ok()?.profit_krw;
        Some(Interval {
            p10: after.p10 - before.p10,
            p50: after.p50.zip(before.p50).map(|(after, before)| after - before),
            p90: after.p90 - before.p90,
        })
    }
}

impl Change {
    fn run(&self, run: &Run) -> Run {
        let further = self.further.iter().map(|further| further.performance.clone());
        run.with_performances(run.performances().iter().cloned().chain(further).collect())
    }

    fn outlook(
        &self,
        run: &Run,
        experience: &Experience,
        as_of: NaiveDate,
        before: &Outlook,
    ) -> Result<Outlook, NoForecast> {
        let mut after = Outlook::new(run, experience, as_of)?;
        // A later end would make the last weeks a little less uncertain, and so move the others.
        for (one, unchanged) in after.upcoming.iter_mut().zip(&before.upcoming) {
            one.expect_as(unchanged);
        }
        self.displace(&mut after, before.upcoming.len());
        let price_factor = (1.0
            + self
                .prices
                .iter()
                .map(|price| price.revenue_share * price.change_ratio)
                .sum::<f64>())
        .max(0.0);
        for one in &mut after.upcoming {
            one.price_krw = one.price_krw.map(|krw| krw * price_factor);
            let given_away = f64::from(self.complimentary_seats).min(one.seats_left());
            let given_share = if one.house > 0.0 { given_away / one.house } else { 0.0 };
            one.house -= given_away;
            after.house -= given_away;
            let demand = elastic(price_factor, self.price_elasticity)
                * elastic((1.0 + given_share).max(0.0), self.complimentary_elasticity);
            one.rescale(demand);
        }
        Ok(after)
    }

    /// A further performance takes some of its seats from the first `others`.
    fn displace(&self, after: &mut Outlook, others: usize) {
        let Some(further) = &self.further else { return };
        let (others, added) = after.upcoming.split_at_mut(others);
        let Some(added) = added.first() else { return };
        let total: f64 = others.iter().map(|one| one.total).sum();
        if total > 0.0 {
            let kept = (1.0 - further.displacement_share * added.total / total).max(0.0);
            for one in others {
                one.rescale(kept);
            }
        }
    }
}

/// factor^elasticity, and exactly 1 without elasticity.
fn elastic(factor: f64, elasticity: f64) -> f64 {
    if elasticity == 0.0 {
        1.0
    } else {
        factor.max(f64::MIN_POSITIVE).powf(elasticity).min(100.0)
    }
}
