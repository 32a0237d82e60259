//! The daily brief of plays.

use domain::message::{Block, Fact, Message, MessageKind, Section, Text, Tone};
use domain::reports::daily_brief::Row;
use domain::reports::showing::Showing;

use super::{begun, cast, section};
use crate::words::{AsOf, UNKNOWN, grouped, percent, points, won};

/// The message.
pub(crate) fn message(brief: &[Row], as_of: AsOf) -> Message {
    let mut message = begun(MessageKind::DailyPlays, as_of, brief.iter().map(|row| &row.production));
    message.sections.extend(brief.iter().map(|row| production(row, as_of)));
    message
}

fn production(row: &Row, as_of: AsOf) -> Section {
    let section = section(&row.production, as_of);
    if row.production.record_date.is_none() {
        return section;
    }
    let section = section.with(Block::Facts(vec![sales(row, as_of), occupancy(row, as_of)]));
    if row.next_performances.is_empty() {
        return section.with(Block::small("앞으로 7일 동안 공연이 없습니다."));
    }
    let next = row.next_performances.iter();
    let count = row.next_performances.len();
    section
        .with(Block::Paragraph(
            Text::new().toned(format!("앞으로 7일 {count}회"), Tone::Faint),
        ))
        .with(Block::List(next.map(|showing| performance(showing, as_of)).collect()))
}

fn sales(row: &Row, as_of: AsOf) -> Fact {
    match row.last_sale_day {
        Some(sale) => Fact::new(
            format!("최근 판매일 {}", as_of.day(sale.day)),
            Text::strong(won(sale.revenue_krw)),
        ),
        None => Fact::new("최근 판매일", UNKNOWN),
    }
}

fn occupancy(row: &Row, as_of: AsOf) -> Fact {
    let (Some(day), Some(occupancy)) = (row.latest_performance_day, row.latest_occupancy) else {
        return Fact::new("최근 공연일 점유율", Text::from(UNKNOWN).and(" (개막 전)"));
    };
    let label = format!("최근 공연일 {} 점유율", as_of.day(day));
    let mut value = Text::strong(percent(occupancy));
    if let Some(change) = row.occupancy_change {
        value = value.and(" ").join(points(change));
    }
    if let Some((day, occupancy)) = row.previous_performance_day.zip(row.previous_occupancy) {
        value = value.toned(
            format!(" · 직전 {} {}", as_of.day(day), percent(occupancy)),
            Tone::Faint,
        );
    }
    Fact::new(label, value)
}

/// `11/21(토) 19:00  65.2% · 잔여 120석 · 김하늘, 이바다`.
pub(crate) fn performance(showing: &Showing, as_of: AsOf) -> Text {
    let line = Text::from(format!("{}  ", as_of.instant(showing.starts_at))).and_strong(percent(showing.occupancy));
    let line = match showing.remaining_seats {
        Some(seats) => line.and(format!(" · 잔여 {}석", grouped(seats))),
        None => line,
    };
    if showing.cast.is_empty() {
        return line;
    }
    line.toned(format!(" · {}", cast(&showing.cast)), Tone::Faint)
}
