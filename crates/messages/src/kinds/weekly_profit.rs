//! What plays are expected to earn, as a table.

use domain::foresight::ratio;
use domain::message::{Block, Message, MessageKind, Section, Table, Text, Tone};
use domain::reports::profit_forecast::{Answer, Overall, Row};
use domain::reports::{ReportedProduction, forecast};

use super::{begun, by_production};
use crate::prospect::{self, INTERVAL, chance};
use crate::words::{AsOf, UNKNOWN, grouped};

/// What the message is made of.
pub(crate) struct Answers {
    /// Of what was played; its projection is told of runs that are over only, of which it is what came.
    pub(crate) played: Answer,
    /// Of the same plays.
    pub(crate) forecast: Vec<forecast::Row>,
}

/// The message.
pub(crate) fn message(answers: &Answers, as_of: AsOf) -> Message {
    let plays = &answers.played.items;
    let productions = plays.iter().map(|row| &row.figures.production);
    let message = begun(MessageKind::WeeklyProfit, as_of, productions);
    if plays.is_empty() {
        return message;
    }
    let forecasts = by_production(&answers.forecast, |row| &row.production);
    let expected = |play: &Row| forecasts.get(&play.figures.production.id).copied();
    let mut rows: Vec<_> = plays.iter().map(|play| row(play, expected(play), as_of)).collect();
    if plays.len() > 1 {
        rows.push(total(&answers.played.overall, forecast::prospects(&answers.forecast)));
    }
    let columns = ["공연", "지난 + 남은", "지난 회차 매출(원)", "손익분기(원)", "도달 확률"];
    let columns = columns.map(str::to_owned).into_iter();
    let table = Table {
        columns: columns.chain([format!("손익 {INTERVAL}(원)")]).collect(),
        rows,
    };
    message.with(Section::plain().with(Block::Table(table)).with(Block::small(format!(
        "{INTERVAL}: 열 번 가운데 여덟 번은 이 사이에 듭니다. 공연마다의 구간은 더하지 않습니다."
    ))))
}

fn row(row: &Row, expected: Option<&forecast::Row>, as_of: AsOf) -> Vec<Text> {
    let figures = &row.figures;
    let mut cells = vec![
        name(&figures.production, as_of),
        performances(figures.played_performances, figures.to_come_performances),
        Text::from(grouped(figures.played_revenue_krw)),
        krw(figures.break_even_krw),
    ];
    cells.extend(expectation(row, expected));
    cells
}

fn name(production: &ReportedProduction, as_of: AsOf) -> Text {
    let name = Text::from(production.name.as_str());
    match production.record_date {
        Some(day) if as_of.is_old(day) => name.toned(format!(" (기준일 {}, 오래됨)", as_of.day(day)), Tone::Bad),
        Some(_) => name,
        None => name.toned(" (자료 없음)", Tone::Faint),
    }
}

/// Probability and interval. Of a run that is over it is known what came.
fn expectation(row: &Row, expected: Option<&forecast::Row>) -> [Text; 2] {
    let Some(expected) = expected else {
        return [Text::from(UNKNOWN), Text::from(UNKNOWN)];
    };
    if let (true, Some(krw)) = (prospect::is_over(expected), row.projected_profit_krw) {
        let (reached, tone) = if krw < 0 {
            ("미도달", Tone::Bad)
        } else {
            ("도달", Tone::Good)
        };
        return [
            Text::from(reached).toned(" (공연 종료)", Tone::Faint),
            Text::new().toned(grouped(krw), tone),
        ];
    }
    match expected.break_even() {
        Some(one) => {
            let profit = &one.profit_krw;
            let written = format!("{} ~ {}", grouped(profit.p10), grouped(profit.p90));
            [
                Text::strong(chance(ratio(one.probability_by_closing))),
                prospect::profit(profit, written),
            ]
        }
        None => [prospect::cannot_tell(expected), Text::from(UNKNOWN)],
    }
}

fn total(all: &Overall, prospects: forecast::Prospects) -> Vec<Text> {
    vec![
        Text::strong("전체").toned(
            format!(" (전망 {}편 중 {}편)", prospects.productions, prospects.told),
            Tone::Faint,
        ),
        performances(all.played_performances, all.to_come_performances),
        krw(all.played_revenue_krw),
        krw(all.break_even_krw),
        Text::from(format!("절반 넘는 공연 {}편", prospects.likely)),
        Text::from(UNKNOWN),
    ]
}

fn performances(played: i64, to_come: i64) -> Text {
    Text::from(format!("{} + {}회", grouped(played), grouped(to_come)))
}

fn krw(krw: Option<i64>) -> Text {
    Text::from(krw.map_or_else(|| UNKNOWN.to_owned(), grouped))
}
