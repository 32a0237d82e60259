use domain::calendar::{DateRange, monday_of};
use domain::message::Text;
use domain::reports::{marketing_effect, profit_forecast, weekly_occupancy};
use ports::driving::CommentTopic;
use rust_decimal::Decimal;

use super::{Material, by_weight, marketing, prospect};
use crate::commentary::figure::{Figure, Value};
use crate::words::{AsOf, percent};

/// So many weeks make a trend.
const TREND_WEEKS: usize = 4;

/// What comments on plays are made of.
pub(crate) struct Plays {
    /// Of all categories.
    pub(crate) marketing: Vec<marketing_effect::Row>,
    pub(crate) occupancy: Vec<weekly_occupancy::Row>,
    pub(crate) forecast: profit_forecast::Answer,
}

impl Plays {
    pub(crate) fn material(&self, topic: CommentTopic, as_of: AsOf) -> Material {
        match topic {
            CommentTopic::Marketing => marketing(&self.marketing, |production| production.category.is_stage(), as_of),
            CommentTopic::Occupancy => occupancy(&self.occupancy, as_of),
            CommentTopic::Profit => profit(&self.forecast),
        }
    }
}

/// Weeks that are over, the last ones of each production.
fn trend(row: &weekly_occupancy::Row, as_of: AsOf) -> Vec<(DateRange, Decimal)> {
    let monday = monday_of(as_of.0);
    // A week that the snapshot does not know whole is no part of a trend.
    let is_known = |week: &weekly_occupancy::Week| week.week_start < monday && row.production.knows(week.week_end);
    let over = row.weeks.iter().filter(|week| is_known(week));
    let mut weeks: Vec<_> = over
        .filter_map(|week| Some((DateRange::week_of(week.week_start), week.paid_share?)))
        .collect();
    weeks.split_off(weeks.len().saturating_sub(TREND_WEEKS))
}

/// How far the last two weeks are apart: to choose by only, it is told to nobody.
fn swing(weeks: &[(DateRange, Decimal)]) -> Option<Decimal> {
    let [.., (_, before), (_, last)] = weeks else {
        return None;
    };
    Some(*last - *before)
}

fn occupancy(rows: &[weekly_occupancy::Row], as_of: AsOf) -> Material {
    let mut material = Material::new(CommentTopic::Occupancy);
    let told = rows.iter().filter(|row| !trend(row, as_of).is_empty());
    for row in by_weight(told, |row| swing(&trend(row, as_of))) {
        let Some(of) = material.tagged(&row.production.name) else {
            break;
        };
        let weeks = trend(row, as_of);
        for (days, share) in &weeks {
            let name = format!("{} 주 유료 점유율", as_of.days(*days).replace('–', "~"));
            material.figures.push(Figure::new(Some(of), "주", Value::Days(*days)));
            material.figures.push(Figure::new(Some(of), name, Value::Ratio(*share)));
        }
        if let ([.., (_, before), (days, last)], Some(swing)) = (&weeks[..], swing(&weeks)) {
            let verb = match (swing.is_zero(), swing.is_sign_negative()) {
                (true, _) => "그대로입니다",
                (false, true) => "내렸습니다",
                (false, false) => "올랐습니다",
            };
            let sentence = Text::strong(row.production.name.as_str()).and(format!(
                " 유료 점유율이 {} 주에 {}에서 {}로 {verb}.",
                as_of.days(*days),
                percent(*before),
                percent(*last)
            ));
            material.tell(swing.abs(), sentence);
        }
    }
    material
}

fn profit(answer: &profit_forecast::Answer) -> Material {
    let mut material = Material::new(CommentTopic::Profit);
    let weight = |row: &profit_forecast::Row| {
        let whole = Decimal::from(row.figures.break_even_krw.unwrap_or_default().max(1));
        Some(Decimal::from(row.projected_profit_krw?) / whole)
    };
    let known = answer.items.iter().filter(|row| row.projected_profit_krw.is_some());
    for row in by_weight(known, weight) {
        let Some(of) = material.tagged(&row.figures.production.name) else {
            break;
        };
        let of = Some(of);
        let figures = [
            ("예상 매출", row.projected_revenue_krw),
            ("손익분기점", row.figures.break_even_krw),
            ("예상 손익", row.projected_profit_krw),
        ];
        let known = figures
            .into_iter()
            .filter_map(|(name, krw)| Some(Figure::new(of, name, Value::Won(krw?))));
        material.figures.extend(known);
        let to_come = Value::Performances(row.figures.to_come_performances);
        material.figures.push(Figure::new(of, "남은 회차", to_come));
        if let Some(krw) = row.projected_profit_krw {
            let (weight, sentence) = prospect(&row.figures.production.name, krw, row.figures.break_even_krw);
            material.tell(weight, sentence);
        }
    }
    let all = &answer.overall;
    if let (false, Some(krw)) = (material.is_empty(), all.projected_profit_krw) {
        material.figures.push(Figure::new(None, "예상 손익", Value::Won(krw)));
        material.figures.push(Figure::new(
            None,
            "예상 손익을 아는 공연",
            Value::Productions(all.counted),
        ));
    }
    material
}
