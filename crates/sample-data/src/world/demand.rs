//! What makes people buy: the known causes behind the simulated sales.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::Serialize;

/// The parameters behind the sales of one production. An analysis of the workbooks should find them again.
///
/// A performance is expected to sell `expectedShare` of the house, times its slot's and its cast's factors, times
/// `previewFactor` during previews, spread over its days of sale by `(1 + onSaleSpike · e^(−age / spikeDecayDays) +
/// lateRise · e^(−daysToGo / lateRiseDays)) · weekday`. On a discount day that volume is multiplied and prices fall.
/// A full grade sells nothing more.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DemandModel {
    /// Share of the house an average performance sells before its other factors.
    pub expected_share: f64,
    /// Sales of the first day above the level in between, as a multiple of that level.
    pub on_sale_spike: f64,
    /// Days after which the spike has fallen to its e-th part.
    pub spike_decay_days: f64,
    /// Sales just before a performance above the level in between, as a multiple of that level.
    pub late_rise: f64,
    /// Days before a performance at which its rise has come to the e-th part.
    pub late_rise_days: f64,
    /// Monday to Sunday: the wave of the week.
    pub weekday_factors: [f64; 7],
    /// Days of special offers.
    pub discount_days: Vec<DiscountDay>,
    /// Strength of performances in the previews.
    pub preview_factor: f64,
    /// Orders cancelled per order sold, as far as figures allow.
    pub refund_ratio: f64,
    /// Sale days whose figures a later workbook states otherwise, per sale day.
    pub restatement_ratio: f64,
    /// When performances take place in a week, and how strong each is.
    pub slots: Vec<Slot>,
    /// Everybody's effect; a performance has the product of those who play.
    pub cast_effects: Vec<CastEffect>,
}

/// A day on which tickets are cheaper and more of them are sold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DiscountDay {
    /// The sale day.
    pub date: NaiveDate,
    /// Tickets sold are multiplied by this.
    pub volume_factor: f64,
    /// Prices are multiplied by this.
    pub price_factor: f64,
}

/// A performance's place in the week.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// Day of the week.
    pub weekday: Weekday,
    /// When it begins.
    pub time: NaiveTime,
    /// Tickets sold are multiplied by this.
    pub factor: f64,
}

/// One person's effect on sales.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CastEffect {
    /// Who.
    pub name: String,
    /// Column of the workbook, from 1.
    pub role: usize,
    /// Tickets sold are multiplied by this.
    pub factor: f64,
}

impl DemandModel {
    /// Demand of a day relative to the level in between, without discounts.
    pub(super) fn weight(&self, age_days: i64, days_to_go: i64, day: NaiveDate) -> f64 {
        let spike = self.on_sale_spike * decay(age_days, self.spike_decay_days);
        let late = self.late_rise * decay(days_to_go, self.late_rise_days);
        (1.0 + spike + late) * self.weekday_factors[day.weekday().num_days_from_monday() as usize]
    }

    /// What a special offer does on this day: volume and price factor.
    pub(super) fn discount(&self, day: NaiveDate) -> (f64, f64) {
        let offer = self.discount_days.iter().find(|offer| offer.date == day);
        offer.map_or((1.0, 1.0), |offer| (offer.volume_factor, offer.price_factor))
    }
}

fn decay(days: i64, scale_days: f64) -> f64 {
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    (-f64::from(days) / scale_days).exp()
}
