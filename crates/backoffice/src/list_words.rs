//! What is wrong with a list, at its cell and in the words of those who keep it.

use domain::diagnostics::CellAddress;
use domain::validation::FieldError;
use ports::driven::{ListCell, ListRow};

/// Longest value that is repeated, in characters.
const MAX_VALUE_CHARS: usize = 100;

/// The address of a cell as spreadsheets write it: `B7`. `column` counts from 0.
pub(crate) fn address(row: &ListRow, column: usize) -> String {
    let column = u32::try_from(column).unwrap_or(u32::MAX);
    let row = row.number.saturating_sub(1);
    CellAddress { row, column }.to_string()
}

/// The finding as one about this cell, also in Korean. `expected` says in Korean what belongs there.
pub(crate) fn in_cell(error: FieldError, address: Option<String>, value: &ListCell, expected: &str) -> FieldError {
    let korean = korean(error.code, value, expected);
    FieldError {
        cell: address,
        message_ko: Some(korean),
        ..error
    }
}

fn korean(code: &str, value: &ListCell, expected: &str) -> String {
    let value: String = value.text().chars().take(MAX_VALUE_CHARS).collect();
    let said = match code {
        "unknown_column" => format!("‘{value}’은(는) 이 목록의 열이 아닙니다. 열 이름을 고치거나 열을 지워 주세요."),
        "required" | "not_a_date" | "not_a_number" | "malformed" if value.is_empty() => "비어 있습니다.".to_owned(),
        "required" => format!("‘{value}’ 열이 없습니다."),
        "not_a_date" | "not_a_number" | "malformed" => format!("‘{value}’을(를) 읽을 수 없습니다."),
        "fraction" => format!("소수({value})는 쓸 수 없습니다."),
        "out_of_range" => "허용하는 범위를 벗어났습니다.".to_owned(),
        "outside_sale_period" => format!("‘{value}’은(는) 판매 기간이 아닙니다."),
        "before_start" => "시작일보다 빠릅니다.".to_owned(),
        "duplicate" => format!("‘{value}’이(가) 두 번 있습니다."),
        "taken" => format!("‘{value}’은(는) 이미 쓰고 있습니다."),
        "too_long" => "너무 깁니다.".to_owned(),
        "too_precise" => "소수점 아래는 넷째 자리까지입니다.".to_owned(),
        "control_character" => "줄바꿈이나 제어 문자는 쓸 수 없습니다.".to_owned(),
        _ => "값을 확인해 주세요.".to_owned(),
    };
    if expected.is_empty() {
        said
    } else {
        format!("{said} {expected}")
    }
}
