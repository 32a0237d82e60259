//! What an alert tells: what is the matter, and why, with figures.

use chrono::NaiveDate;
use domain::alert::{HeldFile, LOW_THRESHOLD, News, UnusualPerformance};
use domain::message::{Block, Fact, Message, Section, Text, Tone};
use domain::reports::ReportedProduction;
use domain::sales::SaleTotals;
use rust_decimal::Decimal;

use crate::kinds::performance;
use crate::words::{AsOf, change, grouped, percent, won};

/// The message.
pub(crate) fn message(production: &ReportedProduction, news: &News, as_of: AsOf) -> Message {
    let told = told(production, news, as_of);
    let title = format!("{}: {}", told.what, production.name);
    let heading = Text::strong(production.name.as_str());
    let heading = match production.record_date {
        Some(day) => heading.toned(format!("  기준일 {}", as_of.day(day)), Tone::Faint),
        None => heading.toned("  자료 없음", Tone::Faint),
    };
    let section = Section::headed(heading).with(told.opening);
    let section = told.blocks.into_iter().fold(section, Section::with);
    Message::new(title, told.why).with(section)
}

struct Told {
    /// What is the matter, in two or three words.
    what: &'static str,
    /// Why, in a sentence.
    why: String,
    /// The same, as the message has it.
    opening: Block,
    blocks: Vec<Block>,
}

fn told(production: &ReportedProduction, news: &News, as_of: AsOf) -> Told {
    match news {
        News::WorkbookMissing { day } => missing(production.record_date, *day, as_of),
        News::LowPerformances(performances) => {
            let count = performances.len();
            let threshold = percent(LOW_THRESHOLD);
            let lines = performances.iter().map(|showing| performance(showing, as_of));
            bad(
                "예매 저조 회차",
                format!("앞으로 7일 공연 중 {count}회의 점유율이 {threshold} 미만입니다."),
                vec![Block::List(lines.collect())],
            )
        }
        News::FiguresShrank { before, now } => shrunk(*before, *now, as_of),
        News::UnusualDay {
            day,
            sold_seats,
            expected_seats,
            difference_krw,
            performances,
        } => unusual(
            (*day, *sold_seats, *expected_seats),
            *difference_krw,
            performances,
            as_of,
        ),
        News::BreakEvenReached {
            day,
            revenue_krw,
            break_even_krw,
        } => {
            let why = format!(
                "기준일 {}에 매출이 손익분기 {}에 이르렀습니다.",
                as_of.day(*day),
                won(*break_even_krw)
            );
            Told {
                what: "손익분기 도달",
                opening: Block::paragraph(why.clone()),
                why,
                blocks: vec![Block::Facts(vec![
                    Fact::new("누적 매출", Text::strong(won(*revenue_krw))),
                    Fact::new("손익분기", won(*break_even_krw)),
                    Fact::new("넘은 금액", won(revenue_krw.saturating_sub(*break_even_krw))),
                ])],
            }
        }
        News::ArrivalsHeld(files) => held(files, as_of),
    }
}

fn bad(what: &'static str, why: String, blocks: Vec<Block>) -> Told {
    Told {
        what,
        opening: Block::warning(why.clone()),
        why,
        blocks,
    }
}

fn held(files: &[HeldFile], as_of: AsOf) -> Told {
    let line = |file: &HeldFile| {
        let reasons: Vec<_> = file.reasons.iter().map(|reason| reason.words_ko()).collect();
        Text::strong(file.file_name.as_str())
            .toned(
                format!("  {} · 기준일 {}", file.source, as_of.day(file.record_date)),
                Tone::Faint,
            )
            .and(format!("  {}", reasons.join(" ")))
    };
    let why = format!(
        "수집한 파일 {}개가 확인을 기다립니다. 수집 → 확인 대기에서 업로드하거나 버려 주세요.",
        files.len()
    );
    bad("확인 대기", why, vec![Block::List(files.iter().map(line).collect())])
}

fn missing(record_date: Option<NaiveDate>, day: NaiveDate, as_of: AsOf) -> Told {
    let day_told = as_of.day(day);
    let why = match record_date {
        Some(last) => {
            let days = (day - last).num_days();
            format!(
                "{day_told} 판매 자료가 아직 올라오지 않았습니다. 마지막 기준일은 {}이고, {days}일분이 없습니다.",
                as_of.day(last)
            )
        }
        None => format!("{day_told} 판매 자료가 아직 올라오지 않았습니다. 올라온 자료가 하나도 없습니다."),
    };
    bad("자료 미도착", why, Vec::new())
}

fn shrunk(before: (NaiveDate, SaleTotals), now: (NaiveDate, SaleTotals), as_of: AsOf) -> Told {
    let ((old_day, old), (new_day, new)) = (before, now);
    let why = format!(
        "기준일 {}의 합계가 직전 기준일 {}보다 5% 넘게 줄었습니다.",
        as_of.day(new_day),
        as_of.day(old_day)
    );
    let share = |before: i64, now: i64| {
        let difference = Decimal::from(now) - Decimal::from(before);
        (before != 0).then(|| (difference / Decimal::from(before)).round_dp(4))
    };
    let krw = new.revenue_krw.saturating_sub(old.revenue_krw);
    let revenue = Text::from(format!("{} → ", won(old.revenue_krw)))
        .and_strong(won(new.revenue_krw))
        .and(" ")
        .join(change(krw, share(old.revenue_krw, new.revenue_krw)));
    let seats = Text::from(format!("{}석 → ", grouped(old.seats))).and_strong(format!("{}석", grouped(new.seats)));
    let facts = vec![Fact::new("누적 매출", revenue), Fact::new("누적 좌석", seats)];
    bad("합계 감소", why, vec![Block::Facts(facts)])
}

fn unusual(
    (day, sold, expected): (NaiveDate, i64, i64),
    difference_krw: i64,
    performances: &[UnusualPerformance],
    as_of: AsOf,
) -> Told {
    let more = sold > expected;
    let why = format!(
        "{} 하루 판매가 {}석으로, 전날까지의 흐름으로 예상한 {}석보다 크게 {}.",
        as_of.day(day),
        grouped(sold),
        grouped(expected),
        if more { "많습니다" } else { "적습니다" }
    );
    let facts = vec![
        Fact::new("판매", Text::strong(format!("{}석", grouped(sold)))),
        Fact::new("예상", format!("{}석", grouped(expected))),
        Fact::new("차이 (평균 단가로)", change(difference_krw, None)),
    ];
    let line = |one: &UnusualPerformance| {
        let sign = if one.seats < 0 { "▼" } else { "▲" };
        Text::from(format!(
            "{}  {sign} {}석",
            as_of.instant(one.starts_at),
            grouped(one.seats.saturating_abs())
        ))
    };
    let mut blocks = vec![Block::Facts(facts)];
    if !performances.is_empty() {
        blocks.push(Block::small("차이가 가장 큰 회차"));
        blocks.push(Block::List(performances.iter().map(line).collect()));
    }
    let opening = if more {
        Block::paragraph(why.clone())
    } else {
        Block::warning(why.clone())
    };
    Told {
        what: "평소와 다른 판매",
        why,
        opening,
        blocks,
    }
}
