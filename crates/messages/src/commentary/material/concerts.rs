use domain::message::Text;
use domain::reports::{break_even, concert_profit_forecast, marketing_effect};
use ports::driving::CommentTopic;
use rust_decimal::Decimal;

use super::{Material, by_weight, marketing, prospect};
use crate::commentary::figure::{Figure, Value};
use crate::words::{AsOf, grouped, percent};

/// What comments on concerts are made of.
pub(crate) struct Concerts<'a> {
    /// Of all categories.
    pub(crate) marketing: Vec<marketing_effect::Row>,
    pub(crate) seats: &'a [break_even::Row],
    pub(crate) forecast: &'a concert_profit_forecast::Answer,
}

impl Concerts<'_> {
    pub(crate) fn material(&self, topic: CommentTopic, as_of: AsOf) -> Material {
        match topic {
            CommentTopic::Marketing => marketing(&self.marketing, |production| !production.category.is_stage(), as_of),
            CommentTopic::Occupancy => seats(self.seats),
            CommentTopic::Profit => profit(self.forecast),
        }
    }
}

/// Of concerts: what is sold, and what is expected to remain.
fn seats(rows: &[break_even::Row]) -> Material {
    let mut material = Material::new(CommentTopic::Occupancy);
    let known = rows.iter().filter(|row| row.total.expected_sales_ratio.is_some());
    for row in by_weight(known, |row| row.total.expected_remaining_ratio) {
        let Some(of) = material.tagged(&row.production.name) else {
            break;
        };
        let of = Some(of);
        let total = &row.total;
        let seats = [
            ("판매한 좌석", Some(total.sold_seats)),
            ("남은 좌석", Some(total.remaining_seats)),
            ("판매 종료 때 예상 잔여석", total.expected_remaining_seats),
        ];
        let seats = seats
            .into_iter()
            .filter_map(|(name, seats)| Some(Figure::new(of, name, Value::Seats(seats?))));
        material.figures.extend(seats);
        if let (Some(sold), Some(left)) = (total.expected_sales_ratio, total.expected_remaining_ratio) {
            material
                .figures
                .push(Figure::new(of, "예상 판매율", Value::Ratio(sold)));
            let sentence = Text::strong(row.production.name.as_str()).and(format!(
                " 판매가 끝날 때 {}석({})이 남을 전망입니다.",
                grouped(total.expected_remaining_seats.unwrap_or_default()),
                percent(left)
            ));
            material.tell(left.abs(), sentence);
        }
    }
    material
}

/// Of concerts whose sale has a steady pace.
fn profit(answer: &concert_profit_forecast::Answer) -> Material {
    let mut material = Material::new(CommentTopic::Profit);
    let weight = |row: &concert_profit_forecast::Row| {
        let whole = Decimal::from(row.break_even_krw.unwrap_or_default().max(1));
        Some(Decimal::from(row.expected_profit_krw?) / whole)
    };
    let known = answer
        .items
        .iter()
        .filter(|row| row.steady && row.expected_profit_krw.is_some());
    for row in by_weight(known, weight) {
        let Some(of) = material.tagged(&row.production.name) else {
            break;
        };
        let of = Some(of);
        let figures = [
            ("예상 매출", row.expected_revenue_krw),
            ("손익분기점", row.break_even_krw),
            ("예상 손익", row.expected_profit_krw),
        ];
        let known = figures
            .into_iter()
            .filter_map(|(name, krw)| Some(Figure::new(of, name, Value::Won(krw?))));
        material.figures.extend(known);
        material.figures.extend(
            row.days_left
                .map(|days| Figure::new(of, "판매 종료까지", Value::NumberOfDays(days))),
        );
        if let Some(krw) = row.expected_profit_krw {
            let (weight, sentence) = prospect(&row.production.name, krw, row.break_even_krw);
            material.tell(weight, sentence);
        }
    }
    material
}
