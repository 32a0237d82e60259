//! What a comment is made of: figures, notes, and what is most telling of them.

mod concerts;
mod plays;

use std::collections::BTreeMap;

use domain::foresight::{BreakEven, ratio};
use domain::message::Text;
use domain::production::ProductionId;
use domain::reports::ReportedProduction;
use domain::reports::forecast::{self, Prospects};
use domain::reports::marketing_effect::{self, Week};
use ports::driving::CommentTopic;
use rust_decimal::Decimal;

use super::figure::{Figure, Value};
use super::tags;
use crate::prospect::{INTERVAL, between, chance};
use crate::words::{AsOf, percent, won};

pub(crate) use concerts::Concerts;
pub(crate) use plays::Plays;

/// What one comment is about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Material {
    pub(crate) topic: CommentTopic,
    pub(crate) figures: Vec<Figure>,
    pub(crate) notes: Vec<GivenNote>,
    /// Names of productions, in the order of their tags.
    pub(crate) names: Vec<String>,
    /// What follows from the figures by rules.
    pub(crate) facts: Vec<Telling>,
}

/// What somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenNote {
    pub(crate) of: Option<usize>,
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// A sentence that follows from figures, and how much it tells: 1 is a change by all that there was.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Telling {
    pub(crate) weight: Decimal,
    pub(crate) sentence: Text,
}

impl Material {
    fn new(topic: CommentTopic) -> Self {
        Self {
            topic,
            figures: Vec::new(),
            notes: Vec::new(),
            names: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// Whether there is nothing to comment on.
    pub(crate) fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// The tag of one more production; `None` when there are no more tags.
    fn tagged(&mut self, name: &str) -> Option<usize> {
        (self.names.len() < tags::MAX_TAGS).then(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }

    fn tell(&mut self, weight: Decimal, sentence: Text) {
        self.facts.push(Telling { weight, sentence });
    }
}

/// Rows that tell most first; those of equal weight stay in their order.
fn by_weight<'r, R>(rows: impl Iterator<Item = &'r R>, weight: impl Fn(&R) -> Option<Decimal>) -> Vec<&'r R> {
    let mut weighted: Vec<_> = rows
        .map(|row| (weight(row).map_or(-Decimal::ONE, |weight| weight.abs()), row))
        .collect();
    weighted.sort_by(|(a, _), (b, _)| b.cmp(a));
    weighted.into_iter().map(|(_, row)| row).collect()
}

/// Last week's marketing against the change in sales.
fn marketing(rows: &[marketing_effect::Row], is_about: impl Fn(&ReportedProduction) -> bool, as_of: AsOf) -> Material {
    use domain::calendar::{monday_of, shift};
    let monday = shift(monday_of(as_of.0), -7);
    let last_week = |row: &marketing_effect::Row| {
        let mut weeks = row.weeks.iter();
        weeks.find(|week| monday_of(week.days.first()) == monday).cloned()
    };
    let weeks: BTreeMap<ProductionId, Week> = rows
        .iter()
        .filter(|row| is_about(&row.production))
        .filter_map(|row| {
            Some((
                row.production.id,
                last_week(row).filter(|week| week.change_krw.is_some())?,
            ))
        })
        .collect();
    let about = rows.iter().filter(|row| weeks.contains_key(&row.production.id));
    let mut material = Material::new(CommentTopic::Marketing);
    for row in by_weight(about, |row| weeks[&row.production.id].change_ratio) {
        let (Some(of), week) = (material.tagged(&row.production.name), &weeks[&row.production.id]) else {
            break;
        };
        add_week(&mut material, of, &row.production, week);
    }
    material
}

fn add_week(material: &mut Material, of: usize, production: &ReportedProduction, week: &Week) {
    let of = Some(of);
    let days = if week.comparable {
        "지난주".to_owned()
    } else {
        // Only the days that are known are compared.
        let days = week.compared_days.unwrap_or_default();
        material
            .figures
            .push(Figure::new(of, "지난주 가운데 비교한 날", Value::NumberOfDays(days)));
        format!("지난주 앞 {days}일")
    };
    material.figures.push(Figure::new(of, "지난주", Value::Days(week.days)));
    if let (true, Some(krw)) = (week.comparable, week.revenue_krw) {
        material.figures.push(Figure::new(of, "지난주 매출", Value::Won(krw)));
        let before = week.previous_revenue_krw.map(Value::Won);
        material
            .figures
            .extend(before.map(|before| Figure::new(of, "전주 매출", before)));
    }
    if let Some(krw) = week.change_krw {
        material
            .figures
            .push(Figure::change(of, format!("{days} 매출 증감액"), Value::Won(krw)));
    }
    if let Some(ratio) = week.change_ratio {
        material
            .figures
            .push(Figure::change(of, format!("{days} 매출 증감률"), Value::Ratio(ratio)));
        let verb = if ratio.is_sign_negative() {
            "줄었습니다"
        } else {
            "늘었습니다"
        };
        let krw = week.change_krw.unwrap_or_default().saturating_abs();
        let sentence = Text::strong(production.name.as_str()).and(format!(
            " {days} 매출이 전주보다 {}({}) {verb}.",
            won(krw),
            percent(ratio.abs())
        ));
        if !ratio.is_zero() {
            material.tell(ratio.abs(), sentence);
        }
    }
    let notes = [
        ("판매", &week.notes.sales_marketing),
        ("홍보", &week.notes.promotion),
        ("기타", &week.notes.other),
    ];
    for (kind, text) in notes {
        if let Some(text) = text.clone() {
            material.notes.push(GivenNote { of, kind, text });
        }
    }
}

/// What runs are expected to earn: probabilities of break-even and intervals of profit, nothing that is certain.
fn prospects(rows: &[forecast::Row]) -> Material {
    let mut material = Material::new(CommentTopic::Profit);
    let told = rows.iter().filter(|row| row.break_even().is_some());
    for row in by_weight(told, |row| Some(weight_of(row.break_even()?))) {
        let Some(one) = row.break_even() else { continue };
        let Some(of) = material.tagged(&row.production.name) else {
            break;
        };
        let of = Some(of);
        let profit = &one.profit_krw;
        let to_come = row
            .performances
            .iter()
            .filter(|one| one.forecast.days_to_go > 0)
            .count();
        let figures = [
            Some(likelihood(of, one.probability_by_closing)),
            Some(Figure::new(of, "손익 구간의 아래 끝", Value::Bound(profit.p10))),
            Some(Figure::new(of, "손익 구간의 위 끝", Value::Bound(profit.p90))),
            profit
                .p50
                .map(|krw| Figure::new(of, "손익 구간의 중앙", Value::Bound(krw))),
            Some(Figure::new(of, "손익분기점", Value::Won(one.break_even_krw))),
            i64::try_from(to_come)
                .ok()
                .map(|count| Figure::new(of, "남은 회차", Value::Performances(count))),
        ];
        material.figures.extend(figures.into_iter().flatten());
        let sentence = Text::strong(row.production.name.as_str()).and(format!(
            " 손익분기 도달 확률은 {}이고, 손익의 {INTERVAL}은 {}입니다.",
            chance(ratio(one.probability_by_closing)),
            between(profit)
        ));
        material.tell(weight_of(one), sentence);
    }
    if !material.is_empty() {
        let Prospects { told, likely, .. } = forecast::prospects(rows);
        material.figures.extend([
            Figure::new(None, "손익 구간이 뜻하는 확률", Value::Coverage(Decimal::new(8, 1))),
            Figure::new(None, "손익분기 전망을 아는 공연", Value::Productions(told)),
            Figure::new(
                None,
                "그 가운데 손익분기 도달 확률이 절반을 넘는 공연",
                Value::Productions(likely),
            ),
        ]);
    }
    material
}

/// A probability, no more finely than it is known.
fn likelihood(of: Option<usize>, probability: f64) -> Figure {
    let probability = ratio(probability);
    let (least, most) = (Decimal::new(1, 2), Decimal::new(99, 2));
    if probability < least {
        Figure::new(of, "손익분기 도달 확률의 위 끝(이보다 낮음)", Value::Ratio(least))
    } else if probability > most {
        Figure::new(of, "손익분기 도달 확률의 아래 끝(이보다 높음)", Value::Ratio(most))
    } else {
        Figure::new(of, "손익분기 도달 확률", Value::Ratio(probability))
    }
}

/// What is expected in the middle against the break-even: to choose by only, it is told to nobody.
fn weight_of(one: &BreakEven) -> Decimal {
    let profit = &one.profit_krw;
    let middle = profit.p50.map_or_else(
        || (Decimal::from(profit.p10) + Decimal::from(profit.p90)) / Decimal::TWO,
        Decimal::from,
    );
    let whole = Decimal::from(one.break_even_krw.max(1));
    (middle.abs() / whole).min(Decimal::from(100))
}
