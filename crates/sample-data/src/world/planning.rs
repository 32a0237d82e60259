//! What staff plan: targets by the day and marketing by the week.

use chrono::{Datelike, NaiveDate, Weekday};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::demand::DemandModel;
use super::ledger::{Ledger, days};
use super::names;
use super::production::{DailyTarget, MarketingWeek, MonthlyNote};

/// Won that the performances should come to, discounts and cancellations included.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a plan, not a sum"
)]
pub(super) fn expected_revenue_krw(ledger: &Ledger, model: &DemandModel) -> i64 {
    let full_house_krw: i64 = ledger.grades.iter().map(|grade| grade.seats * grade.price_krw).sum();
    let sold = |factor: f64| (model.expected_share * factor).min(0.96);
    let houses: f64 = ledger
        .performances
        .iter()
        .map(|performance| sold(performance.factor))
        .sum();
    (full_house_krw as f64 * houses * 0.85) as i64
}

/// A target for every day of sale: high at its beginning, higher while it plays, in the wave of the week.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a plan, rounded to 10 000 won"
)]
pub(super) fn daily_targets(
    model: &DemandModel,
    sale: (NaiveDate, NaiveDate),
    run_start: NaiveDate,
    total_krw: i64,
) -> Vec<DailyTarget> {
    let weight = |day: NaiveDate| {
        let to_go = if run_start <= day {
            0
        } else {
            (run_start - day).num_days()
        };
        model.weight((day - sale.0).num_days(), to_go, day)
    };
    let weights: f64 = days(sale.0, sale.1).map(weight).sum();
    let target = |day| (total_krw as f64 * weight(day) / weights / 10_000.0).round() as i64 * 10_000;
    days(sale.0, sale.1)
        .map(|date| DailyTarget {
            date,
            target_krw: target(date),
        })
        .collect()
}

/// Notes on about two weeks in three.
pub(super) fn marketing_weeks(rng: &mut ChaCha8Rng, sale: (NaiveDate, NaiveDate)) -> Vec<MarketingWeek> {
    let starts = days(sale.0, sale.1).filter(|day| *day == sale.0 || day.weekday() == Weekday::Mon);
    let mut weeks = Vec::new();
    for week_start in starts {
        let mut note = |probability: f64, choices: &[&str]| {
            rng.random_bool(probability)
                .then(|| names::pick(rng, choices).to_owned())
        };
        let week = MarketingWeek {
            week_start,
            sales_marketing: note(0.5, &names::SALES_MARKETING),
            promotion: note(0.4, &names::PROMOTIONS),
            other: note(0.15, &names::OTHERS),
        };
        if week.sales_marketing.is_some() || week.promotion.is_some() || week.other.is_some() {
            weeks.push(week);
        }
    }
    weeks
}

/// A note on each month from one day's to another's.
pub(super) fn monthly_notes(first: NaiveDate, last: NaiveDate) -> Vec<MonthlyNote> {
    let months = days(first, last).filter(|day| *day == first || day.day() == 1);
    let note = |day: NaiveDate| MonthlyNote {
        month: day.format("%Y-%m").to_string(),
        note: names::MONTHS[day.month0() as usize].to_owned(),
    };
    months.map(note).collect()
}
