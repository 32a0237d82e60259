//! What staff enter of a production besides its plan: prices of its grades, what it may cost, and what they did to sell it.

use chrono::NaiveDate;
use serde::Serialize;

use super::demand::DiscountDay;
use super::sample::SampleProduction;

/// The JSON body that changes a production to have prices and a budget.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Details {
    /// The grades of its house, the dearest first.
    pub seat_grades: Vec<SeatGrade>,
    /// What the run should come to: the sum of its daily targets; `None` without any.
    pub target_krw: Option<i64>,
    /// What the run costs; `None` where nobody has said what it breaks even at.
    pub production_cost_krw: Option<i64>,
    /// Whether it is judged by what is `booked` or by what is `deposited`.
    pub revenue_basis: &'static str,
}

/// A grade of a house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SeatGrade {
    /// Its code.
    pub grade: String,
    /// What people call it.
    pub label: String,
    /// Price without discount.
    pub price_krw: i64,
    /// Seats of one performance.
    pub seats: i64,
}

/// The JSON body that enters what was done on some days.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Campaign {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// `memo`, `discount` or `press`.
    pub kind: &'static str,
    /// What was done.
    pub text: String,
    /// Share of the price that was taken off.
    pub rate: Option<f64>,
}

impl SampleProduction {
    /// Its grades, target and cost, judged by what is deposited where its workbooks tell that.
    pub fn details(&self, tells_deposits: bool) -> Details {
        let grades = self.ledger.grades.iter().map(|of| SeatGrade {
            grade: of.grade.code.clone(),
            label: of.grade.label.clone(),
            price_krw: of.price_krw,
            seats: of.seats,
        });
        let target_krw: i64 = self.daily_targets.iter().map(|target| target.target_krw).sum();
        Details {
            seat_grades: grades.collect(),
            target_krw: (target_krw > 0).then_some(target_krw),
            production_cost_krw: self.production.break_even_krw,
            revenue_basis: if tells_deposits { "deposited" } else { "booked" },
        }
    }

    /// What was done for it until the last record date, by its days: the opening of sales, days of special offers, which are
    /// causes of its sales, and the opening night.
    pub fn campaigns(&self) -> Vec<Campaign> {
        let Some(last) = self.record_dates.last().copied() else {
            return Vec::new();
        };
        let on = |day: NaiveDate, kind, text: String| Campaign {
            from: day,
            to: day,
            kind,
            text,
            rate: None,
        };
        let opening = self
            .production
            .sale_start
            .map(|day| on(day, "memo", "티켓 오픈".to_owned()));
        let night = self
            .production
            .run_start
            .map(|day| on(day, "press", "첫 공연 언론 초대".to_owned()));
        let offers = self
            .model
            .discount_days
            .iter()
            .map(|DiscountDay { date, price_factor, .. }| {
                let rate = ((1.0 - price_factor) * 100.0).round() / 100.0;
                let text = format!("하루 특가 {:.0}%", rate * 100.0);
                Campaign {
                    rate: Some(rate),
                    ..on(*date, "discount", text)
                }
            });
        let mut campaigns: Vec<Campaign> = opening.into_iter().chain(offers).chain(night).collect();
        campaigns.retain(|campaign| campaign.to <= last);
        campaigns.sort_by_key(|campaign| campaign.from);
        campaigns
    }
}
