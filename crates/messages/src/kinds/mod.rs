//! What each kind of message says, as pure functions of the answers of reports.

pub(crate) mod daily_concerts;
pub(crate) mod daily_plays;
pub(crate) mod weekly_occupancy;
pub(crate) mod weekly_plays;
pub(crate) mod weekly_profit;

pub(crate) use daily_plays::performance;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::message::{Block, Message, MessageKind, Section, Text, Tone};
use domain::planning::WeekNotes;
use domain::production::ProductionId;
use domain::reports::ReportedProduction;

use crate::words::{AsOf, shortened};

/// Longest part of a note that a message repeats; the whole is in the web.
const MAX_NOTE_CHARS: usize = 160;

/// What it is called.
pub(crate) fn title(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::DailyPlays => "연극·뮤지컬 일일 브리핑",
        MessageKind::DailyConcerts => "콘서트 일일 브리핑",
        MessageKind::WeeklyPlays => "연극·뮤지컬 주간 보고",
        MessageKind::WeeklyProfit => "연극·뮤지컬 손익 전망",
        MessageKind::WeeklyOccupancy => "연극·뮤지컬 주간 점유율",
    }
}

/// The beginning of a message about these productions: how many, and their record dates.
fn begun<'p>(
    kind: MessageKind,
    as_of: AsOf,
    productions: impl Iterator<Item = &'p ReportedProduction> + Clone,
) -> Message {
    let count = productions.clone().count();
    let title = format!("{} {}", title(kind), as_of.day(as_of.0));
    if count == 0 {
        let nothing = "알릴 공연이 없습니다.";
        return Message::new(title, nothing).with(Section::plain().with(Block::paragraph(nothing)));
    }
    let dates = record_dates(as_of, productions);
    let opening = Section::plain().with(Block::small(dates.clone()));
    Message::new(title, format!("공연 {count}편, {dates}")).with(opening)
}

/// `기준일 11/19(목) 5편, 11/12(목) 1편(오래됨), 자료 없음 1편`.
fn record_dates<'p>(as_of: AsOf, productions: impl Iterator<Item = &'p ReportedProduction>) -> String {
    let mut counts: BTreeMap<Option<NaiveDate>, usize> = BTreeMap::new();
    for production in productions {
        *counts.entry(production.record_date).or_default() += 1;
    }
    // The newest first, those without at the end.
    let parts = counts.iter().rev().map(|(date, count)| match date {
        Some(date) if as_of.is_old(*date) => format!("{} {count}편(오래됨)", as_of.day(*date)),
        Some(date) => format!("{} {count}편", as_of.day(*date)),
        None => format!("자료 없음 {count}편"),
    });
    format!("기준일 {}", parts.collect::<Vec<_>>().join(", "))
}

/// The section of one production: its name and record date, and whether that is old.
fn section(production: &ReportedProduction, as_of: AsOf) -> Section {
    let heading = Text::strong(production.name.as_str());
    let Some(record_date) = production.record_date else {
        return Section::headed(heading).with(Block::warning("올라온 자료가 없습니다."));
    };
    let heading = heading.toned(format!("  기준일 {}", as_of.day(record_date)), Tone::Faint);
    let section = Section::headed(heading);
    if as_of.is_old(record_date) {
        let days = (as_of.0 - record_date).num_days();
        return section.with(Block::warning(format!(
            "기준일이 어제보다 오래되었습니다({days}일 전)."
        )));
    }
    section
}

/// The notes of a week, a line each.
fn notes(notes: &WeekNotes) -> Vec<Text> {
    let kinds = [
        ("판매", &notes.sales_marketing),
        ("홍보", &notes.promotion),
        ("기타", &notes.other),
    ];
    let line = |(kind, note): (&str, &Option<String>)| {
        let note = on_one_line(note.as_deref()?);
        Some(Text::new().toned(format!("{kind} "), Tone::Faint).and(note))
    };
    kinds.into_iter().filter_map(line).collect()
}

fn on_one_line(note: &str) -> String {
    let lines = note.lines().map(str::trim).filter(|line| !line.is_empty());
    shortened(&lines.collect::<Vec<_>>().join(" / "), MAX_NOTE_CHARS)
}

/// Names of a cast, shortened where they are many.
fn cast(names: &[String]) -> String {
    shortened(&names.join(", "), 60)
}

/// Rows by production.
fn by_production<R>(rows: &[R], production: impl Fn(&R) -> &ReportedProduction) -> BTreeMap<ProductionId, &R> {
    rows.iter().map(|row| (production(row).id, row)).collect()
}
