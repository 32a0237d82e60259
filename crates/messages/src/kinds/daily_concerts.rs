//! The daily message of concerts: totals, the last sale day, seats expected to remain, targets, marketing, what is
//! expected.

use domain::grade::Grade;
use domain::message::{Block, Fact, Message, MessageKind, Section, Text, Tone};
use domain::reports::break_even::{self, Seats};
use domain::reports::concert_overview::{self, Row};
use domain::reports::{forecast, marketing_week, target_sales};

use super::{begun, by_production, notes, section};
use crate::prospect;
use crate::words::{AsOf, UNKNOWN, attainment, change, grouped, known_won, percent, won};

/// What the message is made of.
pub(crate) struct Answers {
    pub(crate) overview: concert_overview::Answer,
    pub(crate) break_even: Vec<break_even::Row>,
    pub(crate) targets: target_sales::Answer,
    pub(crate) marketing: Vec<marketing_week::Row>,
    /// Of the same concerts.
    pub(crate) forecast: Vec<forecast::Row>,
}

/// The message.
pub(crate) fn message(answers: &Answers, as_of: AsOf) -> Message {
    let concerts = &answers.overview.items;
    let mut message = begun(
        MessageKind::DailyConcerts,
        as_of,
        concerts.iter().map(|row| &row.production),
    );
    if concerts.is_empty() {
        return message;
    }
    if concerts.len() > 1 {
        message.sections.push(totals(answers, as_of));
    }
    let seats = by_production(&answers.break_even, |row| &row.production);
    let targets = by_production(&answers.targets.items, |row| &row.figures.production);
    let marketing = by_production(&answers.marketing, |row| &row.production);
    let forecasts = by_production(&answers.forecast, |row| &row.production);
    for row in concerts {
        let mut section = section(&row.production, as_of);
        if row.production.record_date.is_some() {
            let id = row.production.id;
            let mut facts = vec![last_sale_day(row, as_of)];
            facts.extend(
                targets
                    .get(&id)
                    .map(|row| target(row.figures.revenue_krw, row.due_ratio, row.ratio)),
            );
            facts.extend(
                forecasts
                    .get(&id)
                    .into_iter()
                    .flat_map(|row| prospect::facts(row, as_of)),
            );
            section = section.with(Block::Facts(facts));
            section = with_seats(section, seats.get(&id).copied());
        }
        if let Some(week) = marketing.get(&row.production.id) {
            section = with_marketing(section, week, as_of);
        }
        message.sections.push(section);
    }
    message
}

fn totals(answers: &Answers, as_of: AsOf) -> Section {
    let overview = &answers.overview;
    let mut facts = vec![
        Fact::new("누적 매출", Text::strong(won(overview.total_revenue_krw))),
        Fact::new(
            format!("어제 {} 매출", as_of.day(overview.yesterday)),
            known_won(overview.yesterday_revenue_krw),
        ),
        Fact::new(
            "최근 7일 매출",
            Text::from(known_won(overview.seven_day_revenue_krw)).toned(
                format!(" · 하루 평균 {}", known_won(overview.seven_day_mean_revenue_krw)),
                Tone::Faint,
            ),
        ),
    ];
    let all = &overview.overall;
    if let Some(day) = all.last_sale_day {
        let mut value = Text::from(known_won(all.last_sale_day_revenue_krw));
        if let (Some(krw), Some(before)) = (all.change_krw, all.previous_sale_day) {
            value = value
                .and(" ")
                .join(change(krw, all.change_ratio))
                .toned(format!(" · {} 대비", as_of.day(before)), Tone::Faint);
        }
        let label = format!(
            "최근 판매일 {} ({}편 중 {}편)",
            as_of.day(day),
            all.productions,
            all.counted
        );
        facts.push(Fact::new(label, value));
    }
    let targets = &answers.targets.overall;
    facts.push(target(
        targets.revenue_krw.unwrap_or_default(),
        targets.due_ratio,
        targets.ratio,
    ));
    let prospects = forecast::prospects(&answers.forecast);
    if prospects.told > 0 {
        let label = format!("손익분기 전망 ({}편 중 {}편)", prospects.productions, prospects.told);
        let value = format!("도달 확률이 절반을 넘는 공연 {}편", prospects.likely);
        facts.push(Fact::new(label, value));
    }
    Section::headed(Text::strong("콘서트 전체")).with(Block::Facts(facts))
}

fn last_sale_day(row: &Row, as_of: AsOf) -> Fact {
    let Some(last) = row.last_sale_day else {
        return Fact::new("최근 판매일", UNKNOWN);
    };
    let mut value = Text::strong(won(last.revenue_krw));
    if let (Some(krw), Some(before)) = (row.change_krw, row.previous_sale_day) {
        value = value
            .and(" ")
            .join(change(krw, row.change_ratio))
            .toned(format!(" · {} 대비", as_of.day(before.day)), Tone::Faint);
    }
    Fact::new(format!("최근 판매일 {}", as_of.day(last.day)), value)
}

/// Judged by the targets that are due; those of the whole sale stand beside.
fn target(revenue_krw: i64, due: Option<rust_decimal::Decimal>, whole: Option<rust_decimal::Decimal>) -> Fact {
    let value = match due {
        Some(due) => attainment(due),
        None => Text::from(UNKNOWN),
    };
    let whole = whole.map_or_else(String::new, |whole| format!(" · 전체 목표의 {}", percent(whole)));
    let value = value.and(format!(" · {}", won(revenue_krw))).toned(whole, Tone::Faint);
    Fact::new("기준일까지 목표 달성", value)
}

fn with_seats(section: Section, row: Option<&break_even::Row>) -> Section {
    let Some(row) = row else {
        return section;
    };
    let mut lines: Vec<_> = row
        .grades
        .iter()
        .map(|(grade, seats)| seats_line(&name(grade), seats))
        .collect();
    if lines.len() > 1 {
        lines.push(seats_line("전체", &row.total));
    }
    if lines.is_empty() {
        return section;
    }
    section
        .with(Block::Paragraph(
            Text::new().toned("판매 종료 때 예상 잔여석", Tone::Faint),
        ))
        .with(Block::List(lines))
}

fn seats_line(name: &str, seats: &Seats) -> Text {
    let line = Text::from(format!("{name}  "));
    let line = match seats.expected_remaining_seats {
        Some(expected) => line.and_strong(format!("{}석", grouped(expected))),
        None => line.and(UNKNOWN),
    };
    let line = match seats.expected_remaining_ratio {
        Some(ratio) => line.and(format!(" ({})", percent(ratio))),
        None => line,
    };
    let now = format!(
        " · 지금 잔여 {}석 / {}석",
        grouped(seats.remaining_seats),
        grouped(seats.seats)
    );
    line.toned(now, Tone::Faint)
}

/// Grades as staff write them.
fn name(grade: &Grade) -> String {
    match grade {
        Grade::Vip => "VIP석".to_owned(),
        Grade::R => "R석".to_owned(),
        Grade::S => "S석".to_owned(),
        Grade::A => "A석".to_owned(),
        Grade::B => "B석".to_owned(),
        Grade::BadR => "시야제한 R석".to_owned(),
        Grade::BadS => "시야제한 S석".to_owned(),
        Grade::BadA => "시야제한 A석".to_owned(),
        Grade::Accessible => "휠체어석".to_owned(),
        Grade::Other(_) => grade.code().to_owned(),
    }
}

fn with_marketing(section: Section, week: &marketing_week::Row, as_of: AsOf) -> Section {
    let lines = notes(&week.notes);
    if lines.is_empty() {
        return section;
    }
    let number = week
        .week_number
        .map_or_else(String::new, |number| format!(" {number}주차"));
    let heading = format!("이번 주 마케팅 {}{number}", as_of.days(week.days));
    section
        .with(Block::Paragraph(Text::new().toned(heading, Tone::Faint)))
        .with(Block::List(lines))
}
