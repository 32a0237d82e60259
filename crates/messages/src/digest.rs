//! What somebody ought to know of a day or a week.

use domain::calendar::{KstInstant, in_kst};
use domain::foresight::Interval;
use domain::message::{Block, Message, Section, Text, Tone};
use domain::schedule::DigestFrequency;
use ports::driven::{Notice, NoticeNews, NoticedProspect};
use ports::driving::Digest;

use crate::prospect::{INTERVAL, between, chance};
use crate::words::AsOf;

/// Lines of a section, at most; the web has all.
const MAX_LINES: usize = 40;

/// The message.
pub(crate) fn message(digest: &Digest) -> Message {
    let as_of = AsOf(digest.as_of.date_naive());
    let title = match digest.frequency {
        DigestFrequency::Daily => format!("하루 소식 {}", as_of.day(as_of.0)),
        DigestFrequency::Weekly => format!("한 주 소식 {}", as_of.day(as_of.0)),
    };
    let is = |kind: usize| {
        let of_kind = digest.notices.iter().filter(move |notice| section(notice) == kind);
        of_kind.collect::<Vec<_>>()
    };
    let headings = [
        "알림",
        "도착한 자료",
        "바뀐 것",
        "보내지 못한 것",
        "끝내지 못한 예약 작업",
    ];
    let parts: Vec<_> = headings
        .iter()
        .enumerate()
        .map(|(kind, heading)| (heading, is(kind)))
        .collect();
    let counts = parts.iter().filter(|(_, notices)| !notices.is_empty());
    let counts: Vec<_> = counts
        .map(|(heading, notices)| format!("{heading} {}건", notices.len()))
        .collect();
    let mut message = Message::new(title, counts.join(", ")).for_slot(digest.as_of);
    for (heading, notices) in parts {
        if notices.is_empty() {
            continue;
        }
        let lines = notices.iter().take(MAX_LINES).map(|notice| line(notice, as_of));
        let section = Section::headed(Text::strong(*heading)).with(Block::List(lines.collect()));
        let section = match notices.len().saturating_sub(MAX_LINES) {
            0 => section,
            more => section.with(Block::small(format!("외 {more}건"))),
        };
        message = message.with(section);
    }
    if digest.left_out > 0 {
        let more = format!("그보다 오래된 소식 {}건은 Fullhouse에 있습니다.", digest.left_out);
        message = message.with(Section::plain().with(Block::small(more)));
    }
    message
}

/// Which section it is in.
fn section(notice: &Notice) -> usize {
    match notice.news {
        NoticeNews::Alert { .. } | NoticeNews::Source { .. } => 0,
        NoticeNews::Arrived { .. } => 1,
        NoticeNews::Changed { .. } => 2,
        NoticeNews::DeliveryFailed { .. } => 3,
        NoticeNews::RunFailed { .. } => 4,
    }
}

fn line(notice: &Notice, as_of: AsOf) -> Text {
    let at: KstInstant = in_kst(notice.at);
    let begun = Text::new().toned(format!("{}  ", as_of.instant(at)), Tone::Faint);
    let production = notice
        .production
        .as_ref()
        .map(|of| of.name.as_str())
        .unwrap_or_default();
    let by =
        |by: &Option<domain::people::UserName>| by.as_ref().map_or_else(String::new, |by| format!(" · {}", by.name));
    match &notice.news {
        NoticeNews::Alert { title, .. } => begun.and_strong(title.as_str()),
        NoticeNews::Arrived {
            record_date,
            by: who,
            prospect,
            ..
        } => begun
            .and_strong(production)
            .and(format!(" 기준일 {}", as_of.day(*record_date)))
            .toned(by(who), Tone::Faint)
            .toned(prospect.as_ref().map_or_else(String::new, expected), Tone::Faint),
        NoticeNews::Changed { action, by: who, .. } => begun
            .and_strong(production)
            .and(format!(" {}", act(action)))
            .toned(by(who), Tone::Faint),
        NoticeNews::DeliveryFailed { title, receiver, .. } => begun
            .and_strong(title.as_str())
            .toned(format!(" → {receiver}"), Tone::Faint),
        NoticeNews::Source { kind, name, code, .. } => {
            let why = code.map_or_else(String::new, |code| format!(" · {}", code.message_ko()));
            begun
                .and_strong(format!("{}: {name}", kind.words_ko()))
                .toned(why, Tone::Faint)
        }
        NoticeNews::RunFailed { task, error, .. } => {
            begun.and_strong(job(task)).toned(format!(" · {error}"), Tone::Faint)
        }
    }
}

/// ` · 손익분기 도달 확률 73%, 손익 80% 구간 -1,000원 ~ 2,000원`.
fn expected(of: &NoticedProspect) -> String {
    let interval = Interval {
        p10: of.profit_p10_krw,
        p50: None,
        p90: of.profit_p90_krw,
    };
    format!(
        " · 손익분기 도달 확률 {}, 손익 {INTERVAL} {}",
        chance(of.break_even_probability),
        between(&interval)
    )
}

/// What a schedule does, in words.
fn job(code: &str) -> &str {
    match code {
        "backup" => "백업",
        "backup-verification" => "백업 시험 복원",
        "check" => "원본 점검",
        "snapshot-retention" => "오래된 스냅숏 정리",
        "kopis" => "시장 자료 읽기",
        other => other,
    }
}

/// An act of the audit in words.
fn act(code: &str) -> &str {
    match code {
        "production.created" => "공연 등록",
        "production.changed" => "공연 정보 변경",
        "targets.set" => "목표 설정",
        "marketing-weeks.set" => "주간 마케팅 메모",
        "alerts.muted" => "알림 끄기·켜기",
        "upload.withdrawn" => "업로드 취소",
        other => other,
    }
}
