//! Paid shares of plays by week, of this month and the last: the weeks whose Monday lies in it.

use domain::calendar::{DateRange, Month};
use domain::message::{Block, Message, MessageKind, Section, Table, Text};
use domain::reports::weekly_occupancy::{Row, Week};

use super::{begun, section};
use crate::words::{AsOf, known_percent};

/// The message.
pub(crate) fn message(rows: &[Row], as_of: AsOf) -> Message {
    let mut message = begun(
        MessageKind::WeeklyOccupancy,
        as_of,
        rows.iter().map(|row| &row.production),
    );
    message.sections.extend(rows.iter().map(|row| production(row, as_of)));
    message
}

/// The weeks that the message tells of.
pub(crate) fn told(row: &Row, as_of: AsOf) -> impl Iterator<Item = &Week> {
    let this = Month::of(as_of.0);
    let last = this.earlier(1);
    row.weeks
        .iter()
        .filter(move |week| [this, last].contains(&Month::of(week.week_start)))
}

fn production(row: &Row, as_of: AsOf) -> Section {
    let section = section(&row.production, as_of);
    if row.production.record_date.is_none() {
        return section;
    }
    let weeks: Vec<_> = told(row, as_of).map(|week| line(week, as_of)).collect();
    if weeks.is_empty() {
        return section.with(Block::small("지난달과 이번 달에 공연이 없습니다."));
    }
    section.with(Block::Table(Table {
        columns: ["주", "공연", "유료 점유율"].map(str::to_owned).to_vec(),
        rows: weeks,
    }))
}

fn line(week: &Week, as_of: AsOf) -> Vec<Text> {
    let days = DateRange::week_of(week.week_start);
    vec![
        Text::from(as_of.days(days)),
        Text::from(format!("{}회", week.performances)),
        Text::strong(known_percent(week.paid_share)),
    ]
}
