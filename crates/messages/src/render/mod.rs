//! A message as each channel gets it.

pub(crate) mod html;
pub(crate) mod plain;
pub(crate) mod safe;
pub(crate) mod slack;

use domain::message::{Fact, Message, Text};
use ports::driving::Rendering;

use crate::words::{AsOf, shortened};

/// Longest subject of a mail, in characters.
const MAX_SUBJECT_CHARS: usize = 150;

/// The message for every channel.
pub(crate) fn render(message: &Message) -> Rendering {
    Rendering {
        subject: shortened(safe::harmless(&message.title).trim(), MAX_SUBJECT_CHARS),
        text: plain::text(message),
        html: html::document(message),
        slack: slack::posts(message),
    }
}

/// The line that tells which time of a schedule a message is for.
fn slot_line(message: &Message) -> Option<String> {
    let slot = message.slot?;
    Some(format!("정기 발송 {}", AsOf(slot.date_naive()).instant(slot)))
}

/// A row of a table as a line: what it is about, then each figure with its name.
fn row_line(columns: &[String], row: &[Text]) -> Text {
    let mut cells = row.iter().zip(columns);
    let mut line = Text::new();
    if let Some((subject, _)) = cells.next() {
        line = line.and_strong(subject.plain());
    }
    for (place, (cell, column)) in cells.enumerate() {
        let part = if place == 0 { "  " } else { " · " };
        // In a table the unit stands above the figures, in a line behind them.
        let (name, unit) = match column.strip_suffix("(원)") {
            Some(name) if is_number(cell) => (name, "원"),
            Some(name) => (name, ""),
            None => (column.as_str(), ""),
        };
        line = line.and(format!("{part}{name} ")).join(cell.clone()).and(unit);
    }
    line
}

fn is_number(cell: &Text) -> bool {
    cell.plain().ends_with(|c: char| c.is_ascii_digit())
}

/// A figure as a line.
fn fact_line(fact: &Fact) -> Text {
    Text::from(format!("{} ", fact.label)).join(fact.value.clone())
}
