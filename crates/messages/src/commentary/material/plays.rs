use domain::calendar::{DateRange, monday_of};
use domain::message::Text;
use domain::reports::{forecast, marketing_effect, weekly_occupancy};
use ports::driving::CommentTopic;
use rust_decimal::Decimal;

use super::{Material, by_weight, marketing, prospects};
use crate::commentary::figure::{Figure, Value};
use crate::words::{AsOf, percent};

/// So many weeks make a trend.
const TREND_WEEKS: usize = 4;

/// What comments on plays are made of.
pub(crate) struct Plays {
    /// Of all categories.
    pub(crate) marketing: Vec<marketing_effect::Row>,
    pub(crate) occupancy: Vec<weekly_occupancy::Row>,
    pub(crate) forecast: Vec<forecast::Row>,
}

impl Plays {
    pub(crate) fn material(&self, topic: CommentTopic, as_of: AsOf) -> Material {
        match topic {
            CommentTopic::Marketing => marketing(&self.marketing, |production| production.category.is_stage(), as_of),
            CommentTopic::Occupancy => occupancy(&self.occupancy, as_of),
            CommentTopic::Profit => prospects(&self.forecast),
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
