//! What lies beside a file that failed, or that waits: in Korean, as people open it with Notepad.

use chrono::{DateTime, Utc};
use domain::calendar::in_kst;
use domain::collection::{Arrival, ArrivalState, Masker};
use domain::diagnostics::{Diagnostic, DiagnosticCode, Severity};

/// Findings that are listed, at most.
const MAX_FINDINGS: usize = 200;

/// The text beside a file; `findings` are those of its upload, where that failed.
pub(crate) fn beside(arrival: &Arrival, findings: &[Diagnostic], now: DateTime<Utc>, masker: &Masker) -> String {
    let mut lines = vec![
        format!("파일: {}", names(arrival)),
        format!("소스: {}", arrival.source_name),
        format!("시각: {}", in_kst(now).format("%Y-%m-%d %H:%M (한국 시간)")),
    ];
    if let Some(code) = &arrival.production_code {
        lines.push(format!("공연 코드: {code}"));
    }
    if let Some(day) = arrival.record_date {
        lines.push(format!("기준일: {day}"));
    }
    let (outcome, remedy) = match arrival.state {
        ArrivalState::Held => (
            "확인을 기다립니다.",
            "Fullhouse의 수집 → 확인 대기에서 업로드하거나 버려 주세요. 14일이 지나면 버려집니다.",
        ),
        ArrivalState::Refused if arrival.code.as_deref() == Some("unknown_production") => (
            "공연을 찾을 수 없어 받지 않았습니다.",
            "파일 이름의 공연 코드를 확인하거나 공연을 먼저 등록하고, 파일을 폴더에 다시 넣어 주세요.",
        ),
        ArrivalState::Refused if arrival.code.as_deref() == Some(DiagnosticCode::InternalError.code()) => (
            "서버 문제로 읽지 못해 받지 않았습니다.",
            "파일을 폴더에 다시 넣어 주세요. 또 이렇게 되면 서버 관리자에게 파일과 함께 알려 주세요.",
        ),
        ArrivalState::Refused => (
            "받지 않았습니다.",
            "파일 이름을 '기준일_공연코드_이름.xlsx' 꼴로 고치거나 아래 내용을 바로잡아 폴더에 다시 넣어 주세요.",
        ),
        _ => (
            "읽을 수 없는 곳이 있어 보고서에 들어가지 않았습니다.",
            "아래 칸을 고쳐 저장한 뒤 폴더에 다시 넣어 주세요.",
        ),
    };
    lines.push(format!("결과: {outcome}"));
    let reasons = arrival.held_for.iter().map(|reason| format!("- {}", reason.words_ko()));
    lines.extend(reasons);
    let own = arrival
        .dry_run
        .as_ref()
        .map_or(&arrival.diagnostics, |dry_run| &dry_run.diagnostics);
    let findings = if findings.is_empty() { own.as_slice() } else { findings };
    if !findings.is_empty() {
        lines.push(String::new());
        lines.extend(findings.iter().take(MAX_FINDINGS).map(finding));
        if findings.len() > MAX_FINDINGS {
            lines.push(format!("외 {}건", findings.len() - MAX_FINDINGS));
        }
    }
    lines.extend([String::new(), format!("할 일: {remedy}"), String::new()]);
    format!("\u{FEFF}{}", masker.mask(&lines.join("\r\n")))
}

fn names(arrival: &Arrival) -> String {
    let names: Vec<_> = arrival.files.iter().map(|file| file.file_name.as_str()).collect();
    names.join(", ")
}

fn finding(of: &Diagnostic) -> String {
    let severity = match of.severity() {
        Severity::Error => "오류",
        Severity::Warning => "주의",
    };
    let place = of.cell.as_deref().or(of.sheet.as_deref()).unwrap_or("파일 전체");
    let value = of.value.as_deref().unwrap_or("-");
    format!("{severity} · {place} · {} · {value}", of.message_ko())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::collection::{ArrivalFile, ArrivalId};
    use domain::diagnostics::CellAddress;
    use domain::upload::Sha256;
    use uuid::Uuid;

    use super::*;

    fn arrival() -> Arrival {
        Arrival {
            id: ArrivalId(Uuid::nil()),
            source: None,
            source_name: "받은 파일".to_owned(),
            run: None,
            files: vec![ArrivalFile {
                file_name: "20261119_NOPE_x.xlsx".to_owned(),
                sha256: Sha256([0; 32]),
                size_bytes: 1,
            }],
            state: ArrivalState::Uploaded,
            code: None,
            production_id: None,
            production_code: "NOPE".parse().ok(),
            record_date: "2026-11-19".parse().ok(),
            upload_id: None,
            held_for: Vec::new(),
            diagnostics: Vec::new(),
            diagnostic_counts: BTreeMap::new(),
            dry_run: None,
            at: DateTime::UNIX_EPOCH,
            decided_by: None,
            decided_at: None,
            reason: None,
        }
    }

    #[test]
    fn a_text_says_what_when_where_and_what_to_do() {
        let cell = CellAddress { row: 36, column: 3 };
        let findings = [Diagnostic::of_cell(
            DiagnosticCode::ErrorCell,
            "회차별판매",
            cell,
            Some("#REF!"),
        )];
        let text = beside(&arrival(), &findings, DateTime::UNIX_EPOCH, &Masker::default());
        assert!(text.starts_with('\u{FEFF}'));
        assert!(text.contains("파일: 20261119_NOPE_x.xlsx\r\n"), "{text}");
        assert!(text.contains("오류 · 회차별판매!D37 · "), "{text}");
        assert!(text.contains(" · #REF!\r\n") && text.contains("할 일: "), "{text}");
        assert!(!text.replace("\r\n", "").contains('\n'));
    }

    #[test]
    fn whoever_misses_a_production_is_told_its_code() {
        let refused = Arrival {
            state: ArrivalState::Refused,
            code: Some("unknown_production".to_owned()),
            ..arrival()
        };
        let text = beside(&refused, &[], DateTime::UNIX_EPOCH, &Masker::default());
        assert!(
            text.contains("공연 코드: NOPE") && text.contains("공연을 먼저 등록"),
            "{text}"
        );
    }
}
