//! The profit forecast of plays, as a table.

use domain::message::{Block, Message, MessageKind, Section, Table, Text, Tone};
use domain::reports::profit_forecast::{Answer, Overall, Reason, Row};

use super::begun;
use crate::words::{AsOf, UNKNOWN, grouped};

const COLUMNS: [&str; 6] = [
    "공연",
    "지난 + 남은",
    "지난 회차 매출(원)",
    "예상 매출(원)",
    "손익분기(원)",
    "예상 손익(원)",
];

/// The message.
pub(crate) fn message(answer: &Answer, as_of: AsOf) -> Message {
    let plays = &answer.items;
    let productions = plays.iter().map(|row| &row.figures.production);
    let message = begun(MessageKind::WeeklyProfit, as_of, productions);
    if plays.is_empty() {
        return message;
    }
    let mut rows: Vec<_> = plays.iter().map(|play| row(play, as_of)).collect();
    if plays.len() > 1 {
        rows.push(total(&answer.overall));
    }
    let table = Table {
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows,
    };
    message.with(
        Section::plain()
            .with(Block::Table(table))
            .with(Block::small("남은 회차가 지난 회차의 평균만큼 팔린다고 본 전망입니다.")),
    )
}

fn row(row: &Row, as_of: AsOf) -> Vec<Text> {
    let figures = &row.figures;
    let production = &figures.production;
    let name = Text::from(production.name.as_str());
    let name = match production.record_date {
        Some(day) if as_of.is_old(day) => name.toned(format!(" (기준일 {}, 오래됨)", as_of.day(day)), Tone::Bad),
        Some(_) => name,
        None => name.toned(" (자료 없음)", Tone::Faint),
    };
    vec![
        name,
        performances(figures.played_performances, figures.to_come_performances),
        Text::from(grouped(figures.played_revenue_krw)),
        krw(row.projected_revenue_krw),
        krw(figures.break_even_krw),
        profit(row.projected_profit_krw, row.reason),
    ]
}

fn total(all: &Overall) -> Vec<Text> {
    vec![
        Text::strong("전체").toned(
            format!(" (손익 {}편 중 {}편)", all.productions, all.counted),
            Tone::Faint,
        ),
        performances(all.played_performances, all.to_come_performances),
        krw(all.played_revenue_krw),
        krw(all.projected_revenue_krw),
        krw(all.break_even_krw),
        profit(all.projected_profit_krw, None),
    ]
}

fn performances(played: i64, to_come: i64) -> Text {
    Text::from(format!("{} + {}회", grouped(played), grouped(to_come)))
}

fn krw(krw: Option<i64>) -> Text {
    Text::from(krw.map_or_else(|| UNKNOWN.to_owned(), grouped))
}

fn profit(krw: Option<i64>, reason: Option<Reason>) -> Text {
    let Some(krw) = krw else {
        return Text::from(match reason {
            None => UNKNOWN,
            Some(Reason::NoSnapshot) => "자료 없음",
            Some(Reason::NoPlayedPerformance) => "개막 전",
            Some(Reason::NoBreakEven) => "손익분기점 미입력",
        });
    };
    let tone = if krw < 0 { Tone::Bad } else { Tone::Good };
    Text::new().toned(grouped(krw), tone)
}
