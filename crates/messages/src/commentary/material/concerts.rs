use domain::message::Text;
use domain::reports::{break_even, forecast, marketing_effect};
use ports::driving::CommentTopic;

use super::{Material, by_weight, marketing, prospects};
use crate::commentary::figure::{Figure, Value};
use crate::words::{AsOf, grouped, percent};

/// What comments on concerts are made of.
pub(crate) struct Concerts<'a> {
    /// Of all categories.
    pub(crate) marketing: Vec<marketing_effect::Row>,
    pub(crate) seats: &'a [break_even::Row],
    pub(crate) forecast: &'a [forecast::Row],
}

impl Concerts<'_> {
    pub(crate) fn material(&self, topic: CommentTopic, as_of: AsOf) -> Material {
        match topic {
            CommentTopic::Marketing => marketing(&self.marketing, |production| !production.category.is_stage(), as_of),
            CommentTopic::Occupancy => seats(self.seats),
            CommentTopic::Profit => prospects(self.forecast),
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
            ("잔여석", Some(total.remaining_seats)),
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
                " 지금까지의 속도라면 판매가 끝날 때 {}석({})이 남습니다.",
                grouped(total.expected_remaining_seats.unwrap_or_default()),
                percent(left)
            ));
            material.tell(left.abs(), sentence);
        }
    }
    material
}
