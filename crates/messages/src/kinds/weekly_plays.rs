//! The weekly message of plays: last week with its casts, the performances of this and next week, marketing weeks.

use domain::calendar::{monday_of, shift};
use domain::message::{Block, Fact, Message, MessageKind, Section, Text, Tone};
use domain::reports::casts::RankedCast;
use domain::reports::marketing_effect::{self, Week};
use domain::reports::outlook;
use domain::reports::weekly_casts;
use domain::reports::weekly_overview::{Answer, Overall, Row};

use super::daily_plays::performance;
use super::{begun, by_production, cast, notes, section};
use crate::words::{AsOf, UNKNOWN, attainment, change, known_percent, known_won, percent, points, won};

/// Below this occupancy a performance is low: that of `plays/outlook` where nothing else is asked.
pub(crate) const LOW_THRESHOLD: rust_decimal::Decimal = rust_decimal::Decimal::from_parts(40, 0, 0, false, 2);
/// So many casts are told.
pub(crate) const TOP_CASTS: usize = 3;

/// What the message is made of.
pub(crate) struct Answers {
    pub(crate) overview: Answer,
    pub(crate) casts: Vec<weekly_casts::Row>,
    pub(crate) outlook: Vec<outlook::Row>,
    /// Of all categories.
    pub(crate) marketing: Vec<marketing_effect::Row>,
}

/// The message.
pub(crate) fn message(answers: &Answers, as_of: AsOf) -> Message {
    let plays = &answers.overview.items;
    let mut message = begun(MessageKind::WeeklyPlays, as_of, plays.iter().map(|row| &row.production));
    if plays.len() > 1 {
        message.sections.push(totals(&answers.overview.overall, as_of));
    }
    let casts = by_production(&answers.casts, |row| &row.production);
    let outlooks = by_production(&answers.outlook, |row| &row.production);
    let marketing = by_production(&answers.marketing, |row| &row.production);
    for row in plays {
        let id = row.production.id;
        let mut section = section(&row.production, as_of);
        if row.production.record_date.is_some() {
            section = section.with(Block::Facts(week(row, as_of)));
            section = with_casts(section, casts.get(&id).map_or(&[][..], |row| &row.casts));
            if let Some(row) = outlooks.get(&id) {
                section = with_outlook(section, row, as_of);
            }
        }
        if let Some(row) = marketing.get(&id) {
            section = with_marketing(section, row, as_of);
        }
        message.sections.push(section);
    }
    message
}

fn totals(all: &Overall, as_of: AsOf) -> Section {
    let days = as_of.days(domain::calendar::DateRange::week_of(all.week_start));
    let mut revenue = Text::strong(known_won(all.revenue_krw));
    if let Some(krw) = all.change_krw {
        revenue = revenue
            .and(" ")
            .join(change(krw, all.change_ratio))
            .toned(format!(" · 두 주가 모두 찬 {}편끼리", all.compared), Tone::Faint);
    }
    let label = format!("지난주 {days} 매출 ({}편 중 {}편)", all.productions, all.counted);
    let facts = vec![Fact::new(label, revenue), target(all.due_ratio, all.target_ratio)];
    Section::headed(Text::strong("연극·뮤지컬 전체")).with(Block::Facts(facts))
}

fn week(row: &Row, as_of: AsOf) -> Vec<Fact> {
    let days = as_of.days(domain::calendar::DateRange::week_of(row.week_start));
    let is_over = row.production.knows(row.week_end);
    let mut revenue = match row.revenue_krw {
        Some(krw) => Text::strong(won(krw)),
        None => Text::from(UNKNOWN).and(" (기준일 뒤의 주)"),
    };
    // A week that is not over is not compared with a whole one.
    if let (Some(krw), true) = (row.change_krw, is_over) {
        revenue = revenue.and(" ").join(change(krw, row.change_ratio));
    } else if let (Some(record_date), Some(_)) = (row.production.record_date, row.revenue_krw) {
        revenue = revenue.toned(format!(" · {}까지", as_of.day(record_date)), Tone::Faint);
    }
    let mut occupancy = Text::from(known_percent(row.actual_share));
    if let Some(gap) = row.share_gap {
        occupancy = occupancy.and(" ").join(points(gap));
    }
    if let Some(target) = row.target_share {
        occupancy = occupancy.toned(format!(" · 목표 {}", percent(target)), Tone::Faint);
    }
    vec![
        Fact::new(format!("지난주 {days} 매출"), revenue),
        target(row.due_ratio, row.target_ratio),
        Fact::new("지난주 점유율", occupancy),
    ]
}

/// Judged by the targets that are due; the whole week's stand beside where they differ.
fn target(due: Option<rust_decimal::Decimal>, whole: Option<rust_decimal::Decimal>) -> Fact {
    let Some(due) = due else {
        return Fact::new("목표 달성", UNKNOWN);
    };
    let whole = whole.filter(|whole| *whole != due);
    let whole = whole.map_or_else(String::new, |whole| format!(" · 한 주 목표의 {}", percent(whole)));
    Fact::new("목표 달성", attainment(due).toned(whole, Tone::Faint))
}

fn with_casts(section: Section, casts: &[RankedCast]) -> Section {
    if casts.is_empty() {
        return section;
    }
    let line = |ranked: &RankedCast| {
        let figures = &ranked.figures;
        Text::from(format!("{}위 ", ranked.rank))
            .and(cast(&figures.cast))
            .and("  ")
            .and_strong(won(figures.revenue_krw))
            .toned(format!(" · {}회", figures.performances), Tone::Faint)
    };
    section
        .with(Block::Paragraph(
            Text::new().toned("지난주 매출 상위 캐스트", Tone::Faint),
        ))
        .with(Block::List(casts.iter().map(line).collect()))
}

fn with_outlook(section: Section, row: &outlook::Row, as_of: AsOf) -> Section {
    let of = |week| {
        row.performances
            .iter()
            .filter(move |performance| performance.week == week)
            .count()
    };
    let (this, next) = (of(outlook::Week::This), of(outlook::Week::Next));
    let low: Vec<_> = row.performances.iter().filter(|performance| performance.low).collect();
    let mut line = Text::from(format!("이번 주 {this}회 · 다음 주 {next}회"));
    if let Some(occupancy) = row.next_week_occupancy {
        line = line.and(format!(" · 다음 주 예매 점유율 {}", percent(occupancy)));
    }
    let section = section.with(Block::Paragraph(line));
    if low.is_empty() {
        return section;
    }
    let warning = format!("점유율 {} 미만 {}회", percent(LOW_THRESHOLD), low.len());
    section.with(Block::warning(warning)).with(Block::List(
        low.iter().map(|low| performance(&low.showing, as_of)).collect(),
    ))
}

fn with_marketing(mut section: Section, row: &marketing_effect::Row, as_of: AsOf) -> Section {
    let monday = monday_of(as_of.0);
    for (name, days) in [("지난주", -7), ("이번 주", 0), ("다음 주", 7)] {
        let week = row
            .weeks
            .iter()
            .find(|week| monday_of(week.days.first()) == shift(monday, days));
        let Some(week) = week else {
            continue;
        };
        let lines = notes(&week.notes);
        let effect = effect(week);
        if lines.is_empty() {
            continue;
        }
        let heading = Text::new()
            .toned(
                format!("{name} 마케팅 {} {}주차 ", as_of.days(week.days), week.week_number),
                Tone::Faint,
            )
            .join(effect);
        section = section.with(Block::Paragraph(heading)).with(Block::List(lines));
    }
    section
}

/// How sales changed in the week: of one that is not over, on the days that are known.
fn effect(week: &Week) -> Text {
    let (Some(krw), Some(days)) = (week.change_krw, week.compared_days) else {
        return Text::new();
    };
    let text = Text::from("매출 ").join(change(krw, week.change_ratio));
    if week.comparable {
        return text;
    }
    text.toned(format!(" · 앞 {days}일끼리 비교"), Tone::Faint)
}
