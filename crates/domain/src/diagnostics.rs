//! What is wrong or peculiar about a workbook, by sheet and cell.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many diagnostics of one workbook are kept; the counts stay complete.
pub const KEPT: usize = 1_000;
/// Longest value that a diagnostic repeats, in characters.
const MAX_VALUE_CHARS: usize = 100;

/// Whether a finding stops the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The workbook changes no data.
    Error,
    /// The workbook counts; somebody should look.
    Warning,
}

impl Severity {
    /// The word in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! diagnostic_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $severity:ident;)+) => {
        /// The stable codes of findings. Their order is that of the specification.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DiagnosticCode { $($(#[doc = $doc])+ $variant,)+ }

        impl DiagnosticCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable text of this code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Whether it stops the workbook.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }
        }
    };
}

diagnostic_codes! {
    /// Not a file that can be read as a workbook of its kind.
    NotAWorkbook = "not_a_workbook", Error;
    /// A sheet of the layout is not there.
    MissingSheet = "missing_sheet", Error;
    /// A column of the layout is not marked.
    MissingMarker = "missing_marker", Error;
    /// Two columns carry the same marker.
    DuplicateMarker = "duplicate_marker", Error;
    /// `#REF!` and the like where a figure belongs.
    ErrorCell = "error_cell", Error;
    /// Text, or something beyond all bounds, where a number belongs.
    NotANumber = "not_a_number", Error;
    /// Something that is no time of day where one belongs.
    NotATime = "not_a_time", Error;
    /// A performance without a time.
    MissingTime = "missing_time", Error;
    /// A performance with fewer than no seats.
    NegativeSeats = "negative_seats", Error;
    /// Two rows of the same sale day.
    DuplicateSaleDay = "duplicate_sale_day", Error;
    /// Two performances with the same start.
    DuplicatePerformance = "duplicate_performance", Error;
    /// Larger than the server reads.
    TooLarge = "too_large", Error;
    /// The file name names another production.
    WrongProduction = "wrong_production", Error;
    /// Production or record date are said neither by the request nor by the file name.
    BadFileName = "bad_file_name", Error;
    /// The record date lies in the future.
    FutureRecordDate = "future_record_date", Error;
    /// The server could not finish, through no fault of the workbook.
    InternalError = "internal_error", Error;
    /// A blank cell that counts as 0.
    BlankNumber = "blank_number", Warning;
    /// Seats or won with a fraction, rounded.
    Fraction = "fraction", Warning;
    /// Refunds above sales.
    NegativeSale = "negative_sale", Warning;
    /// The grades do not add up to the total.
    GradeSumMismatch = "grade_sum_mismatch", Warning;
    /// A share outside 0…1.2.
    ShareOutOfRange = "share_out_of_range", Warning;
    /// A blank name in a cast column.
    MissingCast = "missing_cast", Warning;
    /// Sales before the sale began.
    SaleBeforeStart = "sale_before_start", Warning;
    /// Won without a seat.
    RevenueWithoutSeats = "revenue_without_seats", Warning;
    /// Total revenue more than 5 % under the record date before.
    RevenueShrank = "revenue_shrank", Warning;
    /// Total seats more than 5 % under the record date before.
    SeatsShrank = "seats_shrank", Warning;
}

impl std::str::FromStr for DiagnosticCode {
    type Err = UnknownDiagnosticCode;

    fn from_str(code: &str) -> Result<Self, UnknownDiagnosticCode> {
        Self::ALL
            .iter()
            .find(|known| known.code() == code)
            .copied()
            .ok_or(UnknownDiagnosticCode)
    }
}

/// A text that is no diagnostic code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a diagnostic code")]
pub struct UnknownDiagnosticCode;

/// A cell of a sheet, counted from 0; written `F37`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [0_u8; 8];
        let mut start = letters.len();
        let mut column = u64::from(self.column) + 1;
        while column > 0 {
            start -= 1;
            letters[start] = b'A' + u8::try_from((column - 1) % 26).expect("less than 26");
            column = (column - 1) / 26;
        }
        let letters = std::str::from_utf8(&letters[start..]).expect("letters A to Z");
        write!(f, "{letters}{}", u64::from(self.row) + 1)
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub code: DiagnosticCode,
    /// The sheet it concerns; `None` for the whole file.
    pub sheet: Option<String>,
    /// `회차별판매!F37`; `None` for a whole sheet or file.
    pub cell: Option<String>,
    /// The offending value as the workbook has it, cut to 100 characters.
    pub value: Option<String>,
}

impl Diagnostic {
    /// A finding about the whole file.
    pub fn of_file(code: DiagnosticCode, value: Option<&str>) -> Self {
        Self {
            code,
            sheet: None,
            cell: None,
            value: value.map(cut),
        }
    }

    /// A finding about a whole sheet.
    pub fn of_sheet(code: DiagnosticCode, sheet: &str, value: Option<&str>) -> Self {
        Self {
            code,
            sheet: Some(sheet.to_owned()),
            cell: None,
            value: value.map(cut),
        }
    }

    /// A finding about one cell.
    pub fn of_cell(code: DiagnosticCode, sheet: &str, cell: CellAddress, value: Option<&str>) -> Self {
        Self {
            code,
            sheet: Some(sheet.to_owned()),
            cell: Some(format!("{sheet}!{cell}")),
            value: value.map(cut),
        }
    }

    /// Whether it stops the workbook.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The finding in Korean, for the staff.
    pub fn message_ko(&self) -> String {
        use DiagnosticCode as Code;
        let value = self.value.as_deref().unwrap_or_default();
        let sheet = self.sheet.as_deref().unwrap_or_default();
        match self.code {
            Code::NotAWorkbook => "엑셀 파일로 읽을 수 없습니다. 파일이 손상되었거나 다른 형식입니다.".to_owned(),
            Code::MissingSheet => format!("‘{sheet}’ 시트가 없습니다."),
            Code::MissingMarker => format!("‘{sheet}’ 시트의 2행에 ‘{value}’ 표시가 없습니다."),
            Code::DuplicateMarker => format!("‘{value}’ 표시가 두 번 있습니다."),
            Code::ErrorCell => format!("수식 오류({value})가 있습니다. 수식을 고친 뒤 다시 저장해 주세요."),
            Code::NotANumber => format!("숫자가 있어야 할 곳에 ‘{value}’이(가) 있습니다."),
            Code::NotATime => format!("시간이 있어야 할 곳에 ‘{value}’이(가) 있습니다."),
            Code::MissingTime => "공연 시간이 비어 있습니다.".to_owned(),
            Code::NegativeSeats => format!("공연의 좌석 수가 음수({value})입니다."),
            Code::DuplicateSaleDay => format!("판매일 {value}이(가) 두 번 있습니다."),
            Code::DuplicatePerformance => format!("같은 일시({value})의 회차가 두 번 있습니다."),
            Code::TooLarge => format!("파일이 너무 큽니다: {value}"),
            Code::WrongProduction => format!("파일 이름의 공연 코드 ‘{value}’이(가) 선택한 공연과 다릅니다."),
            Code::BadFileName => {
                "파일 이름에서 기준일과 공연 코드를 읽을 수 없습니다. 예: 20261119_PL2612_공연명.xlsx".to_owned()
            }
            Code::FutureRecordDate => format!("기준일 {value}이(가) 오늘보다 뒤입니다."),
            Code::InternalError => "서버 문제로 처리를 끝내지 못했습니다. 잠시 뒤 다시 올려 주세요.".to_owned(),
            Code::BlankNumber => "빈 칸을 0으로 읽었습니다.".to_owned(),
            Code::Fraction => format!("소수 {value}을(를) 반올림했습니다."),
            Code::NegativeSale => format!("음수({value})입니다. 환불이 판매보다 많은지 확인해 주세요."),
            Code::GradeSumMismatch => format!("등급별 합계가 총계({value})와 다릅니다."),
            Code::ShareOutOfRange => format!("점유율 {value}이(가) 0~120% 범위를 벗어났습니다."),
            Code::MissingCast => "배우 이름이 비어 있습니다.".to_owned(),
            Code::SaleBeforeStart => format!("판매일 {value}이(가) 판매 시작일보다 앞섭니다."),
            Code::RevenueWithoutSeats => format!("판매 좌석 없이 매출({value})이 있습니다."),
            Code::RevenueShrank => format!("총매출이 이전 기준일보다 5% 넘게 줄었습니다: {value}"),
            Code::SeatsShrank => format!("총 판매 좌석이 이전 기준일보다 5% 넘게 줄었습니다: {value}"),
        }
    }

    /// The finding in English.
    pub fn message_en(&self) -> String {
        use DiagnosticCode as Code;
        let value = self.value.as_deref().unwrap_or_default();
        let sheet = self.sheet.as_deref().unwrap_or_default();
        match self.code {
            Code::NotAWorkbook => "The file cannot be read as a workbook: it is damaged or of another kind.".to_owned(),
            Code::MissingSheet => format!("The sheet '{sheet}' is missing."),
            Code::MissingMarker => format!("Row 2 of the sheet '{sheet}' lacks the marker '{value}'."),
            Code::DuplicateMarker => format!("The marker '{value}' is there twice."),
            Code::ErrorCell => format!("The cell holds the error {value}; correct its formula and save again."),
            Code::NotANumber => format!("'{value}' stands where a number belongs."),
            Code::NotATime => format!("'{value}' stands where a time of day belongs."),
            Code::MissingTime => "The time of the performance is blank.".to_owned(),
            Code::NegativeSeats => format!("A performance cannot have {value} seats."),
            Code::DuplicateSaleDay => format!("The sale day {value} is there twice."),
            Code::DuplicatePerformance => format!("There are two performances at {value}."),
            Code::TooLarge => format!("The file is too large: {value}"),
            Code::WrongProduction => format!("The file name says production '{value}', not the one chosen."),
            Code::BadFileName => {
                "The file name does not say record date and production, as in 20261119_PL2612_name.xlsx.".to_owned()
            }
            Code::FutureRecordDate => format!("The record date {value} lies in the future."),
            Code::InternalError => "The server could not finish; please upload the file again.".to_owned(),
            Code::BlankNumber => "The blank cell was read as 0.".to_owned(),
            Code::Fraction => format!("The fraction {value} was rounded."),
            Code::NegativeSale => format!("The figure is negative ({value}): refunds above sales?"),
            Code::GradeSumMismatch => format!("The grades do not add up to the total ({value})."),
            Code::ShareOutOfRange => format!("The share {value} lies outside 0 to 120 %."),
            Code::MissingCast => "The name is blank.".to_owned(),
            Code::SaleBeforeStart => format!("The sale day {value} lies before the first day of sale."),
            Code::RevenueWithoutSeats => format!("There is revenue ({value}) without a seat."),
            Code::RevenueShrank => format!("Total revenue is more than 5 % under the record date before: {value}"),
            Code::SeatsShrank => format!("Total seats are more than 5 % under the record date before: {value}"),
        }
    }
}

fn cut(value: &str) -> String {
    value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(MAX_VALUE_CHARS)
        .collect()
}

/// How often each code was found.
pub type DiagnosticCounts = BTreeMap<DiagnosticCode, u64>;

/// Where a finding belongs in the list: by sheet, in the order of the layout, then by cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the sheet in its layout; 0 for the whole file.
    pub sheet: u8,
    /// The cell; `None`, for a whole sheet or file, comes first.
    pub cell: Option<CellAddress>,
}

/// Collects findings in bounded memory: the first [`KEPT`], errors before warnings, by sheet and cell; and all counts.
#[derive(Debug, Default)]
pub struct DiagnosticLog {
    kept: BTreeSet<Entry>,
    counts: DiagnosticCounts,
}

#[derive(Debug, PartialEq, Eq)]
struct Entry(Place, Diagnostic);

impl Entry {
    fn key(&self) -> (Severity, Place, DiagnosticCode, Option<&str>) {
        (self.1.severity(), self.0, self.1.code, self.1.value.as_deref())
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl DiagnosticLog {
    /// Notes a finding.
    pub fn push(&mut self, place: Place, diagnostic: Diagnostic) {
        *self.counts.entry(diagnostic.code).or_default() += 1;
        self.kept.insert(Entry(place, diagnostic));
        if self.kept.len() > KEPT {
            self.kept.pop_last();
        }
    }

    /// Whether anything stops the workbook.
    pub fn has_errors(&self) -> bool {
        self.counts.keys().any(|code| code.severity() == Severity::Error)
    }

    /// The findings in order, and how often each code was found.
    pub fn into_parts(self) -> (Vec<Diagnostic>, DiagnosticCounts) {
        (self.kept.into_iter().map(|entry| entry.1).collect(), self.counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u32, column: u32) -> CellAddress {
        CellAddress { row, column }
    }

    #[test]
    fn cells_are_written_as_in_a_spreadsheet() {
        assert_eq!(cell(36, 5).to_string(), "F37");
        assert_eq!(cell(0, 25).to_string(), "Z1");
        assert_eq!(cell(0, 26).to_string(), "AA1");
        assert_eq!(cell(1_048_575, 16_383).to_string(), "XFD1048576");
        assert_eq!(cell(u32::MAX, u32::MAX).to_string(), "MWLQKWV4294967296");
    }

    #[test]
    fn errors_come_first_and_the_counts_stay_complete() {
        let mut log = DiagnosticLog::default();
        let at = |row| Place {
            sheet: 1,
            cell: Some(cell(row, 0)),
        };
        for row in 0..1_500 {
            log.push(
                at(row),
                Diagnostic::of_cell(DiagnosticCode::BlankNumber, "Daily", cell(row, 0), None),
            );
        }
        log.push(
            at(2_000),
            Diagnostic::of_cell(DiagnosticCode::ErrorCell, "Daily", cell(2_000, 0), Some("#REF!")),
        );
        assert!(log.has_errors());
        let (kept, counts) = log.into_parts();
        assert_eq!(kept.len(), KEPT);
        assert_eq!(kept[0].cell.as_deref(), Some("Daily!A2001"));
        assert_eq!(kept[999].cell.as_deref(), Some("Daily!A999"));
        assert_eq!(counts[&DiagnosticCode::BlankNumber], 1_500);
    }

    #[test]
    fn a_repeated_value_is_short_and_on_one_line() {
        let long = "가\n".repeat(500);
        let finding = Diagnostic::of_file(DiagnosticCode::NotANumber, Some(&long));
        assert_eq!(finding.value.unwrap().chars().filter(|c| !c.is_control()).count(), 100);
    }
}
