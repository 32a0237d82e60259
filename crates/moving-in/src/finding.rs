//! What did not fit, and what is worth knowing.

use std::collections::HashMap;

use ports::driven::{OldRow, OldTable};

/// Whether somebody has to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Somebody has to.
    Attention,
    /// Only to be known.
    Remark,
}

impl Severity {
    /// The word in the report.
    pub fn code(self) -> &'static str {
        match self {
            Self::Attention => "attention",
            Self::Remark => "remark",
        }
    }
}

macro_rules! finding_codes {
    ($($variant:ident = $code:literal, $severity:ident, $ko:literal, $en:literal;)+) => {
        /// What a finding is; its English message says it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "their messages say what they are")]
        pub enum FindingCode { $($variant,)+ }

        impl FindingCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable text.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Whether somebody has to look.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// In Korean.
            pub fn message_ko(self) -> &'static str {
                match self { $(Self::$variant => $ko,)+ }
            }

            /// In English.
            pub fn message_en(self) -> &'static str {
                match self { $(Self::$variant => $en,)+ }
            }
        }
    };
}

finding_codes! {
    BadEmail = "bad_email", Attention,
        "이메일 주소가 아니어서 사용자를 옮기지 않았습니다.",
        "This is no e-mail address; the user was left out.";
    DuplicateEmail = "duplicate_email", Attention,
        "같은 이메일 주소의 다른 사용자가 있어 이 사용자는 옮기지 않았습니다.",
        "Another user has this address; this one was left out.";
    RoleUnknown = "role_unknown", Attention,
        "알 수 없는 역할입니다. 구성원으로 옮깁니다.",
        "The role is unknown; the user is a member.";
    UnknownProduction = "unknown_production", Attention,
        "사용자의 공연 목록에 있는 이름의 공연이 없습니다. 권한을 주지 않았습니다.",
        "No production has a name in the user's list; nothing was granted by it.";
    AmbiguousProduction = "ambiguous_production", Attention,
        "사용자의 공연 목록에 있는 이름의 공연이 여럿입니다. 권한을 주지 않았습니다.",
        "Several productions have a name in the user's list; nothing was granted by it.";
    CategoryGuessed = "category_guessed", Attention,
        "카테고리를 알 수 없어 이전 시스템처럼 연극으로 옮깁니다.",
        "The category is unknown; it is a play, as the old system read it.";
    PeriodReversed = "period_reversed", Attention,
        "기간의 끝이 시작보다 빨라 비워 두었습니다.",
        "A period ends before it begins; it was left empty.";
    PeriodTooLong = "period_too_long", Attention,
        "판매 기간이 1,100일보다 길어 비워 두었습니다.",
        "The sale period has more than 1,100 days; it was left empty.";
    OutOfRange = "out_of_range", Attention,
        "값이 허용 범위를 벗어나 옮기지 않았습니다.",
        "A value is beyond what is kept; it was left out.";
    OddShare = "odd_share", Attention,
        "목표 점유율이 1 % 이하입니다. 비율로 입력한 값인지 확인하세요.",
        "The target share is 1 % or less; it may have been meant as a ratio.";
    OutsideSalePeriod = "outside_sale_period", Attention,
        "판매 기간 밖이어서 옮기지 않았습니다.",
        "It lies outside the sale period, and was left out.";
    Cut = "cut", Attention,
        "글이 너무 길어 잘랐습니다.",
        "A text was too long, and was cut.";
    MissingOriginal = "missing_original", Attention,
        "원본 파일이 폴더에 없어 업로드를 옮기지 못했습니다.",
        "The original is not in the folder; the upload was not moved.";
    UnreadableOriginal = "unreadable_original", Attention,
        "원본 파일을 읽을 수 없어 업로드를 옮기지 못했습니다.",
        "The original cannot be read; the upload was not moved.";
    Refused = "refused", Attention,
        "업로드가 거절되어 남은 것이 없습니다.",
        "The upload was refused; nothing of it is kept.";
    Failed = "failed", Attention,
        "엑셀 파일에 오류가 있습니다. 업로드에서 확인하세요.",
        "The workbook has errors; the upload tells them.";
    Conflict = "conflict", Attention,
        "같은 기준일에 Fullhouse에서 올린 다른 파일이 있어 옮기지 않았습니다.",
        "Another file was uploaded in Fullhouse for this record date; this one was not moved.";
    Kept = "kept", Attention,
        "Fullhouse에 이미 있는 값을 그대로 두었습니다.",
        "What is in Fullhouse already was kept.";
    CurrentDiffers = "current_differs", Attention,
        "이전 시스템이 보여 주던 최신 매출과 다릅니다.",
        "The present sales are not those that the old reports showed.";
    Unexplained = "unexplained", Attention,
        "이전 시스템의 합계와 다르며 이유를 찾지 못했습니다.",
        "The sums are not those of the old system, for no reason that is known.";
    CodeChanged = "code_changed", Remark,
        "코드를 그대로 쓸 수 없어 바꾸었습니다.",
        "The code could not be kept.";
    NameChanged = "name_changed", Remark,
        "이름을 그대로 쓸 수 없어 바꾸었습니다.",
        "The name could not be kept.";
    OddTime = "odd_time", Remark,
        "시각이 특이합니다. 날짜나 시각이 하루 또는 9시간 어긋났을 수 있습니다.",
        "A time is peculiar; it may be off by a day, or by nine hours.";
    TargetDoubled = "target_doubled", Remark,
        "같은 날의 목표가 여럿이어서 더했습니다.",
        "Several targets of one day were added up.";
    WeeksMerged = "weeks_merged", Remark,
        "같은 주의 메모가 여럿이어서 합쳤습니다.",
        "Several notes of one week were put together.";
    WeekRenumbered = "week_renumbered", Remark,
        "주차 번호가 판매 시작일에 맞게 바뀌었습니다.",
        "Weeks are numbered from the start of sale.";
    DoubledRecordDate = "doubled_record_date", Remark,
        "같은 기준일의 업로드가 또 있습니다. 이전 보고서는 모두 더했습니다.",
        "There is another upload of this record date; the old reports counted all.";
    Orphan = "orphan", Remark,
        "공연이나 업로드에 속하지 않아 옮기지 않았습니다.",
        "It belongs to nothing, and was left out.";
    OrphanFile = "orphan_file", Remark,
        "어느 업로드의 파일도 아닙니다.",
        "This file belongs to no upload.";
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub code: FindingCode,
    /// Where it stands.
    pub table: Option<OldTable>,
    /// The row's id.
    pub source_id: Option<i64>,
    /// How often.
    pub count: i64,
    /// The old value.
    pub value: Option<String>,
}

/// Characters of a value that are told.
const MAX_VALUE_CHARS: usize = 4_000;

/// Findings in their order: one of each row and code, its values one below the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Finding>,
    places: HashMap<(FindingCode, OldRow), usize>,
}

impl Findings {
    /// Notes a finding about a row.
    pub fn note(&mut self, code: FindingCode, row: OldRow, value: impl Into<Option<String>>) {
        let value = value.into();
        if let Some(place) = self.places.get(&(code, row)) {
            let noted = &mut self.list[*place];
            noted.count += 1;
            noted.value = match (noted.value.take(), value) {
                (Some(noted), Some(value)) => Some(cut(&format!("{noted}\n{value}"))),
                (noted, value) => noted.or(value),
            };
            return;
        }
        self.places.insert((code, row), self.list.len());
        self.list.push(Finding {
            code,
            table: Some(row.table),
            source_id: Some(row.id),
            count: 1,
            value: value.map(|value| cut(&value)),
        });
    }

    /// Notes a finding about so many rows of a table.
    pub fn note_rows(&mut self, code: FindingCode, table: OldTable, count: i64) {
        self.list.push(Finding {
            code,
            table: Some(table),
            source_id: None,
            count,
            value: None,
        });
    }

    /// Notes a file.
    pub fn note_file(&mut self, name: &str) {
        self.list.push(Finding {
            code: FindingCode::OrphanFile,
            table: None,
            source_id: None,
            count: 1,
            value: Some(name.to_owned()),
        });
    }

    /// All of them, in the order in which they were noted.
    pub fn list(&self) -> &[Finding] {
        &self.list
    }

    /// Whether somebody has to look at something.
    pub fn need_attention(&self) -> bool {
        let is_attention = |finding: &Finding| finding.code.severity() == Severity::Attention;
        self.list.iter().any(is_attention)
    }
}

fn cut(value: &str) -> String {
    value.chars().take(MAX_VALUE_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_told_in_both_languages() {
        let codes: std::collections::BTreeSet<_> = FindingCode::ALL.iter().map(|code| code.code()).collect();
        assert_eq!(codes.len(), FindingCode::ALL.len());
        let attentions = FindingCode::ALL
            .iter()
            .filter(|code| code.severity() == Severity::Attention);
        assert_eq!((attentions.count(), FindingCode::ALL.len()), (20, 29));
        for code in FindingCode::ALL {
            assert!(code.message_ko().ends_with('.') && code.message_en().ends_with('.'));
        }
    }

    #[test]
    fn one_finding_of_a_row_and_code_is_enough() {
        let row = OldRow::new(OldTable::Lives, 3);
        let mut findings = Findings::default();
        assert!(!findings.need_attention());
        findings.note(FindingCode::OutOfRange, row, "bep: -1".to_owned());
        findings.note(FindingCode::OutOfRange, row, "runningTime: 2000".to_owned());
        findings.note(FindingCode::NameChanged, row, None);
        let [first, second] = findings.list() else {
            panic!("{findings:?}")
        };
        assert_eq!(
            (first.count, first.value.as_deref()),
            (2, Some("bep: -1\nrunningTime: 2000"))
        );
        assert_eq!((second.count, second.value.as_deref()), (1, None));
        assert!(findings.need_attention());
    }
}
