//! The words of people's headings. All texts here are normalised: no blanks, no capitals.

use super::State;
use super::normal::shown;
use crate::agency::AgencyCode;
use crate::grade::Grade;

/// What a label means whatever stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    Number,
    Date,
    Weekday,
    Time,
    Remark,
}

/// What a label says under a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sub {
    Count,
    Won,
    Share,
    Grade(Grade),
    /// Another text.
    Text(String),
}

/// What a label of a group says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum GroupLabel {
    Cast,
    Paid(State),
    Complimentary,
    All(State),
    /// It holds a word that figures do not need.
    Ignored,
    /// It speaks of paid or complimentary seats in a way that nobody knows.
    Strange,
    /// Any other text, which is an agency if figures stand below: its name without blanks, and its state.
    Other {
        name: String,
        state: State,
    },
}

const NUMBER: &[&str] = &["no.", "no", "회차"];
const DATE: &[&str] = &["date", "날짜", "일자", "공연일", "공연일자", "판매일", "판매일자"];
const WEEKDAY: &[&str] = &["day", "요일"];
const TIME: &[&str] = &["time", "시간", "공연시간"];
const REMARK: &[&str] = &["비고", "remark"];
const PAID: &[&str] = &["유료", "유료계", "유료합계", "유료소계", "유료총계"];
const ALL: &[&str] = &["합계", "총계", "총합계", "전체"];
const COUNT: &[&str] = &[
    "tot",
    "tot.",
    "total",
    "합계",
    "총계",
    "총매수",
    "계",
    "소계",
    "매수",
    "수량",
];
const WON: &[&str] = &["금액", "금액(원)", "매출", "매출액", "판매금액", "판매액"];
const SHARE: &[&str] = &["%", "비율"];
/// What makes a row one of figures, besides grades.
const FIGURES: &[&str] = &["매수", "수량", "금액", "매출", "매출액", "tot", "total", "%", "비율"];
const IGNORED: &[&str] = &[
    "점유율",
    "잔여",
    "객단가",
    "단가",
    "할인율",
    "bep",
    "목표",
    "추가필요",
    "미입금내역",
    "누적",
    "누계",
    "전일",
    "전주",
    "대비",
    "증감",
    "평균",
    "판매가능",
    "총좌석",
];
const IGNORED_GROUPS: &[&str] = &["미", "계", "total"];
const NEVER_AGENCY: &[&str] = &["유료", "초대", "무료", "합계", "총계"];
const CHECK: &[&str] = &["total", "합계", "총계", "총합계", "계", "소계", "공연계", "누계"];
const CHECK_ENDS: &[&str] = &["소계", "합계", "누계", "total"];
const LEADING: &[&str] = &["유료", "초대", "무료"];

/// Whether a normalised text is a word for a row of totals.
pub fn is_check_word(text: &str) -> bool {
    CHECK.contains(&text) || CHECK_ENDS.iter().any(|end| text.ends_with(end))
}

pub(super) fn plain(text: &str) -> Option<Plain> {
    [
        (NUMBER, Plain::Number),
        (DATE, Plain::Date),
        (WEEKDAY, Plain::Weekday),
        (TIME, Plain::Time),
        (REMARK, Plain::Remark),
    ]
    .into_iter()
    .find(|(words, _)| words.contains(&text))
    .map(|(_, plain)| plain)
}

/// Whether a text holds a word that figures do not need.
pub(super) fn is_ignored(text: &str) -> bool {
    IGNORED.iter().any(|word| text.contains(word))
}

/// The share that a label of its own names: of the deposited, of the booked or of the complimentary seats.
pub(super) fn own_share(text: &str) -> Option<(bool, State)> {
    match text {
        "입금점유율" | "예매점유율" => Some((true, State::Deposited)),
        "유료점유율" => Some((true, State::Booked)),
        "초대점유율" | "무료점유율" => Some((false, State::Booked)),
        _ => None,
    }
}

pub(super) fn is_cast(text: &str) -> bool {
    text.contains("cast") || text.contains("캐스트") || text.starts_with("배역")
}

/// The grade that a label means.
pub(super) fn grade(text: &str, grades: &[(Grade, Option<String>)]) -> Option<Grade> {
    let seatless: String = text.replace('석', "");
    let usual = match text.strip_suffix('석').unwrap_or(text) {
        "vip" => Some(Grade::Vip),
        "r" => Some(Grade::R),
        "s" => Some(Grade::S),
        "a" => Some(Grade::A),
        "b" => Some(Grade::B),
        "휠체어" | "장애인" if text != "장애인" => Some(Grade::Accessible),
        _ => None,
    };
    let restricted = match seatless.as_str() {
        "시야제한r" | "r시야제한" => Some(Grade::BadR),
        "시야제한s" | "s시야제한" => Some(Grade::BadS),
        "시야제한a" | "a시야제한" => Some(Grade::BadA),
        _ => None,
    };
    let own = || {
        let found = grades.iter().find(|(grade, label)| {
            grade.code() == text || label.as_ref().is_some_and(|label| super::normalised(label) == text)
        });
        found.map(|(grade, _)| grade.clone())
    };
    let other = || {
        let code = text.strip_suffix('석').filter(|_| leading(text).is_none())?;
        code.parse().ok()
    };
    usual.or(restricted).or_else(own).or_else(other)
}

/// The leading word of a label and what follows: of paid (`true`) or of complimentary seats.
pub(super) fn leading(text: &str) -> Option<(bool, &str)> {
    let found = LEADING
        .iter()
        .find_map(|word| text.strip_prefix(word).map(|rest| (*word, rest)));
    found.map(|(word, rest)| (word == "유료", rest))
}

/// Whether a label makes its row one of figures.
pub(super) fn is_figure(text: &str, grades: &[(Grade, Option<String>)]) -> bool {
    let alone = |text: &str| FIGURES.contains(&text) || grade(text, grades).is_some();
    alone(text) || leading(text).is_some_and(|(_, rest)| alone(rest))
}

/// What a label says under a group.
pub(super) fn sub(text: &str, grades: &[(Grade, Option<String>)]) -> Sub {
    if COUNT.contains(&text) {
        Sub::Count
    } else if WON.contains(&text) {
        Sub::Won
    } else if SHARE.contains(&text) {
        Sub::Share
    } else if let Some(grade) = grade(text, grades) {
        Sub::Grade(grade)
    } else {
        Sub::Text(text.to_owned())
    }
}

/// Whether a label is one for all agencies, or for all seats.
pub(super) fn is_paid_or_all(text: &str) -> bool {
    matches!(group(text), GroupLabel::Paid(_) | GroupLabel::All(_))
}

/// What a label of a group says.
pub(super) fn group(text: &str) -> GroupLabel {
    let state = state(text);
    let base = without_state(text);
    let booked = state.unwrap_or(State::Booked);
    if is_cast(text) {
        GroupLabel::Cast
    } else if is_ignored(text) || IGNORED_GROUPS.contains(&text) {
        GroupLabel::Ignored
    } else if ALL.contains(&&*base) || text.contains("유료") && (text.contains("초대") || text.contains("무료")) {
        GroupLabel::All(booked)
    } else if PAID.contains(&&*base) || base.is_empty() && state.is_some() {
        GroupLabel::Paid(booked)
    } else if text.starts_with("초대") || text.starts_with("무료") {
        GroupLabel::Complimentary
    } else if NEVER_AGENCY.iter().any(|word| text.contains(word)) {
        GroupLabel::Strange
    } else {
        GroupLabel::Other {
            name: base,
            state: booked,
        }
    }
}

/// Whether a label of a group has a word for a state.
pub(super) fn has_state(text: &str) -> bool {
    state(text).is_some()
}

/// The state that a label names. `입금` is a part of `미입금`, which comes first.
pub(super) fn state(text: &str) -> Option<State> {
    let has = |word| text.contains(word);
    if has("입금+미입금") || has("미입금+입금") || has("미입금포함") {
        Some(State::Booked)
    } else if has("미입금") {
        Some(State::Pending)
    } else if has("입금") {
        Some(State::Deposited)
    } else {
        None
    }
}

/// Words of states, the longer ones first.
const STATE_WORDS: [&str; 5] = ["입금+미입금", "미입금+입금", "미입금포함", "미입금", "입금"];

/// A normalised label without its state and the brackets around it.
fn without_state(text: &str) -> String {
    let mut base = without_brackets(text);
    for word in STATE_WORDS {
        base = base.replace(word, "");
    }
    base
}

/// A label without brackets that hold a state.
fn without_brackets(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some(open) = rest.find(['(', '[']) {
        let close = if rest[open..].starts_with('(') { ')' } else { ']' };
        let Some(length) = rest[open..].find(close) else { break };
        let end = open + length + 1;
        let is_state = has_state(&super::normalised(&rest[open..end]));
        kept.push_str(if is_state { &rest[..open] } else { &rest[..end] });
        rest = &rest[end..];
    }
    kept + rest
}

/// The name of an agency in answers: that which everybody knows, or else its label without a state.
pub(super) fn agency_name(code: &AgencyCode, label: &str) -> String {
    if let Some(name) = code.known_name() {
        return name.to_owned();
    }
    let mut name = without_brackets(&shown(label));
    for word in ["입금 + 미입금", "미입금 + 입금", "미입금 포함"]
        .into_iter()
        .chain(STATE_WORDS)
    {
        name = name.replace(word, " ");
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { code.code().to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_known_in_every_spelling() {
        let own = [("terrace".parse().unwrap(), Some("테라 스".to_owned()))];
        for (text, code) in [
            ("vip", "vip"),
            ("vip석", "vip"),
            ("r석", "r"),
            ("시야제한s", "bad_s"),
            ("시야제한s석", "bad_s"),
            ("r석시야제한", "bad_r"),
            ("휠체어석", "accessible"),
            ("휠체어", "accessible"),
            ("장애인석", "accessible"),
            ("스탠딩석", "스탠딩"),
            ("테라스", "terrace"),
            ("terrace", "terrace"),
        ] {
            assert_eq!(grade(text, &own).unwrap().code(), code, "{text}");
        }
        for none in ["", "석", "발코니b열", "유료석", "초대석", "매수", "장애인"] {
            assert_eq!(grade(none, &own), None, "{none}");
        }
    }

    #[test]
    fn a_state_is_not_found_inside_of_another() {
        for (text, found) in [
            ("인터파크(입금)", Some(State::Deposited)),
            ("인터파크(미입금)", Some(State::Pending)),
            ("미입금", Some(State::Pending)),
            ("인터파크(미입금포함)", Some(State::Booked)),
            ("인터파크(입금+미입금)", Some(State::Booked)),
            ("미입금+입금", Some(State::Booked)),
            ("인터파크", None),
        ] {
            assert_eq!(state(text), found, "{text}");
        }
    }

    #[test]
    fn totals_are_no_agencies() {
        assert_eq!(group("유료계(미입금)"), GroupLabel::Paid(State::Pending));
        assert_eq!(group("입금"), GroupLabel::Paid(State::Deposited));
        assert_eq!(group("합계(입금)"), GroupLabel::All(State::Deposited));
        assert_eq!(group("유료+초대"), GroupLabel::All(State::Booked));
        assert_eq!(group("초대권"), GroupLabel::Complimentary);
        assert_eq!(group("유료예상"), GroupLabel::Strange);
        assert_eq!(group("총합계금액"), GroupLabel::Strange);
        assert_eq!(group("계"), GroupLabel::Ignored);
        assert_eq!(group("석별유료점유율"), GroupLabel::Ignored);
        let other = GroupLabel::Other {
            name: "별빛티켓".to_owned(),
            state: State::Pending,
        };
        assert_eq!(group("별빛티켓[미입금]"), other);
        assert_eq!(
            group("별빛티켓-미입금"),
            GroupLabel::Other {
                name: "별빛티켓-".to_owned(),
                state: State::Pending
            }
        );
    }

    #[test]
    fn an_agency_is_called_by_its_label_without_its_state() {
        let name = |label: &str| {
            let GroupLabel::Other { name, .. } = group(&super::super::normalised(label)) else {
                panic!("{label}");
            };
            agency_name(&AgencyCode::of_name(&name).unwrap(), label)
        };
        assert_eq!(name("별빛\u{3000}티켓\n（미입금 포함）"), "별빛 티켓");
        assert_eq!(name("현장(주말) 입금"), "현장(주말)");
    }

    #[test]
    fn words_for_totals_of_rows() {
        for word in ["total", "합계", "공연계", "9월소계", "grandtotal", "누계"] {
            assert!(is_check_word(word), "{word}");
        }
        for word in ["합계는참고용입니다.", "계획", "totals", "1회", ""] {
            assert!(!is_check_word(word), "{word}");
        }
    }
}
