use std::str::FromStr;

use super::{Confirm, InvalidName, RecordDateRule};
use crate::diagnostics::DiagnosticCode;

/// Why a file waits for a person's yes. Codes are stable: they are part of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeldFor {
    /// Total revenue is less than it was.
    RevenueShrank,
    /// Total seats are less than they were.
    SeatsShrank,
    /// The two sheets are far apart.
    SheetsDisagree,
    /// A sheet has no data.
    NoDataRows,
    /// No spreadsheet has calculated its formulas.
    UncalculatedWorkbook,
    /// The figures are those of an older day: the day may be wrong.
    SameFigures,
    /// A person uploaded what it would replace.
    ReplacesManual,
    /// A person took these bytes back.
    WithdrawnBefore,
    /// The source holds everything.
    Always,
}

impl HeldFor {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::RevenueShrank,
        Self::SeatsShrank,
        Self::SheetsDisagree,
        Self::NoDataRows,
        Self::UncalculatedWorkbook,
        Self::SameFigures,
        Self::ReplacesManual,
        Self::WithdrawnBefore,
        Self::Always,
    ];

    /// The word in answers and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::RevenueShrank => "revenue_shrank",
            Self::SeatsShrank => "seats_shrank",
            Self::SheetsDisagree => "sheets_disagree",
            Self::NoDataRows => "no_data_rows",
            Self::UncalculatedWorkbook => "uncalculated_workbook",
            Self::SameFigures => "same_figures",
            Self::ReplacesManual => "replaces_manual",
            Self::WithdrawnBefore => "withdrawn_before",
            Self::Always => "always",
        }
    }

    /// In Korean, for people who decide.
    pub fn words_ko(self) -> &'static str {
        match self {
            Self::RevenueShrank => "누적 매출이 지난 기준일보다 줄었습니다.",
            Self::SeatsShrank => "누적 좌석이 지난 기준일보다 줄었습니다.",
            Self::SheetsDisagree => "두 시트의 합계가 서로 다릅니다.",
            Self::NoDataRows => "자료가 없는 시트가 있습니다.",
            Self::UncalculatedWorkbook => "수식이 계산되지 않은 파일입니다.",
            Self::SameFigures => "이전 기준일과 숫자가 모두 같습니다. 날짜가 맞는지 확인해 주세요.",
            Self::ReplacesManual => "사람이 올린 자료를 바꾸게 됩니다.",
            Self::WithdrawnBefore => "사람이 취소한 파일과 같은 파일입니다.",
            Self::Always => "이 소스의 파일은 모두 확인을 거칩니다.",
        }
    }

    fn of_warning(code: DiagnosticCode) -> Option<Self> {
        match code {
            DiagnosticCode::RevenueShrank => Some(Self::RevenueShrank),
            DiagnosticCode::SeatsShrank => Some(Self::SeatsShrank),
            DiagnosticCode::SheetsDisagree => Some(Self::SheetsDisagree),
            DiagnosticCode::NoDataRows => Some(Self::NoDataRows),
            DiagnosticCode::UncalculatedWorkbook => Some(Self::UncalculatedWorkbook),
            _ => None,
        }
    }
}

impl FromStr for HeldFor {
    type Err = InvalidName;

    fn from_str(word: &str) -> Result<Self, InvalidName> {
        let mut all = Self::ALL.into_iter();
        let known = all.find(|known| known.code() == word);
        known.ok_or(InvalidName::new("a reason to hold"))
    }
}

/// What is known of a file that could be read.
#[expect(clippy::struct_excessive_bools, reason = "facts of a file, each of its own")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HoldFacts {
    /// Whether it has errors: then it goes on, and fails as by hand.
    pub has_errors: bool,
    /// What was found, each code once.
    pub found: Vec<DiagnosticCode>,
    /// Whether its facts are those of the current snapshot of an older record date.
    pub same_as_before: bool,
    /// Whether the live upload of its record date was made by a person.
    pub replaces_manual: bool,
    /// Whether these bytes were withdrawn there.
    pub withdrawn_before: bool,
}

/// Why a file waits, in the order of the reasons; empty when it does not.
pub fn held_for(confirm: Confirm, rule: RecordDateRule, facts: &HoldFacts) -> Vec<HeldFor> {
    if facts.has_errors {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    if confirm != Confirm::Never {
        reasons.extend(facts.found.iter().filter_map(|code| HeldFor::of_warning(*code)));
        reasons.extend((rule.is_by_clock() && facts.same_as_before).then_some(HeldFor::SameFigures));
    }
    reasons.extend(facts.replaces_manual.then_some(HeldFor::ReplacesManual));
    reasons.extend(facts.withdrawn_before.then_some(HeldFor::WithdrawnBefore));
    reasons.extend((confirm == Confirm::Always).then_some(HeldFor::Always));
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> HoldFacts {
        HoldFacts {
            has_errors: false,
            found: vec![
                DiagnosticCode::SeatsShrank,
                DiagnosticCode::RevenueShrank,
                DiagnosticCode::Fraction,
            ],
            same_as_before: true,
            replaces_manual: true,
            withdrawn_before: true,
        }
    }

    #[test]
    fn what_looks_wrong_waits_and_what_a_person_did_is_never_undone() {
        let rule = RecordDateRule::Yesterday;
        assert_eq!(
            held_for(Confirm::Serious, rule, &everything()),
            [
                HeldFor::RevenueShrank,
                HeldFor::SeatsShrank,
                HeldFor::SameFigures,
                HeldFor::ReplacesManual,
                HeldFor::WithdrawnBefore
            ]
        );
        assert_eq!(
            held_for(Confirm::Never, rule, &everything()),
            [HeldFor::ReplacesManual, HeldFor::WithdrawnBefore]
        );
        assert_eq!(
            held_for(Confirm::Always, rule, &HoldFacts::default()),
            [HeldFor::Always]
        );
        assert!(held_for(Confirm::Serious, rule, &HoldFacts::default()).is_empty());
    }

    #[test]
    fn the_same_figures_are_odd_only_where_the_clock_says_the_day() {
        let facts = HoldFacts {
            same_as_before: true,
            ..HoldFacts::default()
        };
        assert!(held_for(Confirm::Serious, RecordDateRule::FileName, &facts).is_empty());
        assert_eq!(
            held_for(Confirm::Serious, RecordDateRule::Today, &facts),
            [HeldFor::SameFigures]
        );
    }

    #[test]
    fn files_with_errors_go_on_and_fail_as_by_hand() {
        let facts = HoldFacts {
            has_errors: true,
            ..everything()
        };
        assert!(held_for(Confirm::Always, RecordDateRule::Today, &facts).is_empty());
    }

    #[test]
    fn reasons_are_written_and_read_alike() {
        for reason in HeldFor::ALL {
            assert_eq!(reason.code().parse(), Ok(reason));
        }
        assert!("because".parse::<HeldFor>().is_err());
    }
}
