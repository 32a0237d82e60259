//! What is wrong with a list, at its cell and in the words of those who keep it.

use domain::diagnostics::CellAddress;
use domain::validation::{Breach, Form, Rule};
use ports::driven::{ListCell, ListRow};

/// Longest value that is repeated, in characters.
const MAX_VALUE_CHARS: usize = 100;

/// The address of a cell as spreadsheets write it: `B7`. `column` counts from 0.
pub(crate) fn address(row: &ListRow, column: usize) -> String {
    let column = u32::try_from(column).unwrap_or(u32::MAX);
    let row = row.number.saturating_sub(1);
    CellAddress { row, column }.to_string()
}

/// The breach as one about this cell, also in Korean. `expected` says in Korean what belongs there.
pub(crate) fn in_cell(breach: Breach, address: Option<String>, value: &ListCell, expected: &str) -> Breach {
    let korean = korean(&breach.rule, value, expected);
    Breach {
        cell: address,
        message_ko: Some(korean),
        ..breach
    }
}

/// What a value that cannot be read should look like, in Korean.
pub(crate) fn example(form: Form) -> &'static str {
    match form {
        Form::Code => "영문자, 숫자, -, .으로 32자까지 적어 주세요.",
        Form::Category => "콘서트, 뮤지컬, 연극 가운데 하나를 적어 주세요.",
        Form::Basis => "예매, 입금 가운데 하나를 적어 주세요.",
        Form::Text => "수식 오류가 아닌 글자를 적어 주세요.",
        Form::Flag => "예 또는 아니오를 적어 주세요.",
        Form::Day => "2026-11-19처럼 연·월·일을 모두 적어 주세요.",
        Form::Number => "숫자를 적어 주세요.",
        Form::WholeNumber => "정수를 적어 주세요.",
        Form::Instant => "2026-12-19 18:00처럼 날짜와 시각을 적어 주세요.",
        Form::Email | Form::Word | Form::Path => "",
    }
}

fn korean(rule: &Rule, value: &ListCell, expected: &str) -> String {
    let value: String = value.text().chars().take(MAX_VALUE_CHARS).collect();
    let said = match rule {
        Rule::UnknownColumn => format!("‘{value}’은(는) 이 목록의 열이 아닙니다. 열 이름을 고치거나 열을 지워 주세요."),
        Rule::Required | Rule::NotADate | Rule::NotANumber | Rule::Malformed(_) if value.is_empty() => {
            "비어 있습니다.".to_owned()
        }
        Rule::Required => format!("‘{value}’ 열이 없습니다."),
        Rule::NotADate | Rule::NotANumber | Rule::Malformed(_) => format!("‘{value}’을(를) 읽을 수 없습니다."),
        Rule::Fraction => format!("소수({value})는 쓸 수 없습니다."),
        Rule::OutOfRange(..) | Rule::DayOutOfRange => "허용하는 범위를 벗어났습니다.".to_owned(),
        Rule::OutsideSalePeriod => format!("‘{value}’은(는) 판매 기간이 아닙니다."),
        Rule::BeforeStart => "시작일보다 빠릅니다.".to_owned(),
        Rule::Duplicate => format!("‘{value}’이(가) 두 번 있습니다."),
        Rule::Taken => format!("‘{value}’은(는) 이미 쓰고 있습니다."),
        Rule::TooLong(_) | Rule::PeriodTooLong(_) => "너무 깁니다.".to_owned(),
        Rule::TooPrecise(_) => "소수점 아래는 넷째 자리까지입니다.".to_owned(),
        Rule::ControlCharacter | Rule::LineBreak => "줄바꿈이나 제어 문자는 쓸 수 없습니다.".to_owned(),
        _ => "값을 확인해 주세요.".to_owned(),
    };
    if expected.is_empty() {
        said
    } else {
        format!("{said} {expected}")
    }
}
