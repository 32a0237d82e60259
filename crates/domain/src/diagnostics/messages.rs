//! What a finding says to people.

use super::{Diagnostic, DiagnosticCode, FileKind};

impl Diagnostic {
    /// The finding in Korean, for the staff.
    pub fn message_ko(&self) -> String {
        use DiagnosticCode as Code;
        let value = self.value.as_deref().unwrap_or_default();
        let sheet = self.sheet.as_deref().unwrap_or_default();
        match self.code {
            Code::NotAWorkbook => self.file_kind().message_ko().to_owned(),
            Code::EncryptedWorkbook => "암호로 잠긴 파일입니다. 암호를 입력해 주세요.".to_owned(),
            Code::WrongPassword => "암호가 맞지 않습니다.".to_owned(),
            Code::MissingSheet => format!("‘{sheet}’ 시트가 없습니다."),
            Code::MissingMarker => format!("‘{sheet}’ 시트에 ‘{value}’ 표시가 없습니다."),
            Code::DuplicateMarker => format!("‘{value}’ 표시가 두 번 있습니다."),
            Code::AmbiguousSheet => format!("같은 역할의 시트가 여럿입니다: {value}"),
            Code::NoHeader => "머리글(날짜, 매수, 금액)을 찾을 수 없습니다.".to_owned(),
            Code::MissingColumn => format!("‘{value}’ 열이 없습니다."),
            Code::AmbiguousColumn => format!("같은 뜻의 두 열이 다른 값({value})을 가집니다."),
            Code::UnknownLabel => format!("‘{value}’이(가) 무엇인지 정해 주세요."),
            Code::MissingDate => "날짜가 비어 있습니다.".to_owned(),
            Code::MissingItem => "항목 이름이 비어 있습니다.".to_owned(),
            Code::OtherKind => format!("‘{sheet}’ 시트는 읽지 않았습니다. 따로 올려 주세요."),
            Code::PercentUnclear => format!("비율 {value}을(를) 0~1 또는 85%처럼 적어 주세요."),
            Code::CapacityUnknown => "점유율 열도 회당 좌석 수도 없습니다.".to_owned(),
            Code::TextDate => format!("글자로 적힌 날짜나 시간 ‘{value}’을(를) 읽었습니다."),
            Code::BlockSumMismatch => format!("합계({value})가 각 항목의 합과 다릅니다."),
            Code::DepositMismatch => format!("입금과 미입금의 합이 {value}과(와) 다릅니다."),
            Code::TotalRowMismatch => format!("합계 행의 값({value})이 위의 합과 다릅니다."),
            Code::TotalMissing => format!("‘{value}’ 열이 없어 합계를 계산했습니다."),
            Code::UnrecognisedColumn => format!("‘{value}’ 열은 읽지 않았습니다."),
            Code::NewAgency => format!("처음 보는 예매처 ‘{value}’입니다."),
            Code::AgencyMissing => format!("이전 자료의 예매처 ‘{value}’이(가) 없습니다."),
            Code::NotADate if value.is_empty() => {
                "숫자가 있는 행의 날짜 칸에 날짜가 나오지 않는 수식이 있습니다. 2026-11-18처럼 연·월·일을 모두 적어 주세요.".to_owned()
            }
            Code::NotADate => format!("날짜가 있어야 할 곳에 ‘{value}’이(가) 있습니다. 2026-11-18처럼 연·월·일을 모두 적어 주세요."),
            Code::ErrorCell => format!("수식 오류({value})가 있습니다. 수식을 고친 뒤 다시 저장해 주세요."),
            Code::FormulaWithoutValue => {
                "계산된 적이 없는 수식입니다. 엑셀에서 파일을 열어 저장한 뒤 다시 올려 주세요.".to_owned()
            }
            Code::MergedFigure => format!(
                "숫자 칸({value})이 여러 회차나 판매일에 걸쳐 병합되어 있습니다. 병합을 풀고 행마다 숫자를 적어 주세요."
            ),
            Code::NotANumber => format!("숫자가 있어야 할 곳에 ‘{value}’이(가) 있습니다."),
            Code::NotATime => format!("시간이 있어야 할 곳에 ‘{value}’이(가) 있습니다. 19:30처럼 적어 주세요."),
            Code::MissingTime => "공연 시간이 비어 있습니다.".to_owned(),
            Code::NegativeSeats => format!("공연의 좌석 수가 음수({value})입니다."),
            Code::DuplicateSaleDay => format!("판매일 {value}이(가) 두 번 있습니다."),
            Code::DuplicatePerformance => format!("같은 일시({value})의 회차가 두 번 있습니다."),
            Code::TooLarge => format!("읽을 수 있는 크기를 넘었습니다: {}", limit_ko(value)),
            Code::WrongProduction => format!("파일 이름의 공연 코드 ‘{value}’이(가) 선택한 공연과 다릅니다."),
            Code::BadFileName => {
                "파일 이름에서 기준일과 공연 코드를 읽을 수 없습니다. 예: 20261119_PL2612_공연명.xlsx".to_owned()
            }
            Code::FutureRecordDate => format!("기준일 {value}이(가) 오늘보다 뒤입니다."),
            Code::InternalError => "서버 문제로 처리를 끝내지 못했습니다. 잠시 뒤 다시 올려 주세요.".to_owned(),
            Code::BlankNumber => "빈 칸을 0으로 읽었습니다.".to_owned(),
            Code::TextNumber => format!("텍스트로 저장된 숫자 ‘{value}’을(를) 숫자로 읽었습니다. 엑셀의 합계에는 들어가지 않습니다."),
            Code::Fraction => format!("소수 {value}을(를) 반올림했습니다."),
            Code::NegativeSale => format!("음수({value})입니다. 환불이 판매보다 많은지 확인해 주세요."),
            Code::GradeSumMismatch => format!("등급별 합계가 총계({value})와 다릅니다."),
            Code::ShareOutOfRange => format!("점유율 {value}이(가) 0~120% 범위를 벗어났습니다."),
            Code::MissingCast => "배우 이름이 비어 있습니다.".to_owned(),
            Code::SaleBeforeStart => format!("판매일 {value}이(가) 판매 시작일보다 앞섭니다."),
            Code::SaleAfterRecordDate => format!("기준일 뒤의 판매일에 숫자가 있는 행 {value}개를 읽지 않았습니다. 연도와 기준일을 확인해 주세요."),
            Code::RowWithoutDate => format!(
                "날짜가 없는 행에 숫자({value})가 있어 이 행을 읽지 않았습니다. 합계 행이면 ‘합계’라고 적고, 아니면 날짜를 적어 주세요."
            ),
            Code::WeekdayMismatch => format!("‘{value}’의 요일이 날짜와 맞지 않습니다. 날짜대로 읽었습니다."),
            Code::NoDataRows => format!("‘{sheet}’ 시트에 날짜가 적힌 행이 없습니다."),
            Code::UncalculatedWorkbook => {
                "엑셀로 계산하여 저장한 적이 없는 파일입니다. 엑셀에서 열어 저장한 뒤 다시 올려 주세요.".to_owned()
            }
            Code::RevenueWithoutSeats => format!("판매 좌석 없이 매출({value})이 있습니다."),
            Code::SeatsWithoutRevenue => format!("유료 좌석({value})이 있는데 매출이 0입니다."),
            Code::SheetsDisagree => format!("두 시트의 합계가 5% 넘게 다릅니다: {value}"),
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
            Code::NotAWorkbook => self.file_kind().message_en().to_owned(),
            Code::EncryptedWorkbook => "The file is locked; enter its password.".to_owned(),
            Code::WrongPassword => "The password is wrong.".to_owned(),
            Code::MissingSheet => format!("The sheet '{sheet}' is missing."),
            Code::MissingMarker => format!("The sheet '{sheet}' lacks the marker '{value}'."),
            Code::DuplicateMarker => format!("The marker '{value}' is there twice."),
            Code::AmbiguousSheet => format!("Several sheets have the same role: {value}"),
            Code::NoHeader => "No heading (date, seats, won) was found.".to_owned(),
            Code::MissingColumn => format!("The column '{value}' is missing."),
            Code::AmbiguousColumn => format!("Two columns of the same meaning differ ({value})."),
            Code::UnknownLabel => format!("Please say what '{value}' means."),
            Code::MissingDate => "The date is blank.".to_owned(),
            Code::MissingItem => "The name of the item is blank.".to_owned(),
            Code::OtherKind => format!("The sheet '{sheet}' was not read; upload it separately."),
            Code::PercentUnclear => format!("Write the share {value} as 0…1 or like 85%."),
            Code::CapacityUnknown => "There are neither shares nor seats per performance.".to_owned(),
            Code::TextDate => format!("The date or time '{value}' is written as text."),
            Code::BlockSumMismatch => format!("The total ({value}) is not the sum of its parts."),
            Code::DepositMismatch => format!("Deposited and pending do not make {value}."),
            Code::TotalRowMismatch => format!("The row of totals ({value}) differs from the rows."),
            Code::TotalMissing => format!("'{value}' is not there; its total was added up."),
            Code::UnrecognisedColumn => format!("The column '{value}' was not read."),
            Code::NewAgency => format!("'{value}' is an agency not seen before."),
            Code::AgencyMissing => format!("The agency '{value}' of the snapshot before is gone."),
            Code::NotADate if value.is_empty() => {
                "A formula that gives no day stands in the date cell of a row with figures; write year, month and day, as \
                 in 2026-11-18."
                    .to_owned()
            }
            Code::NotADate => {
                format!("'{value}' stands where a day belongs; write year, month and day, as in 2026-11-18.")
            }
            Code::ErrorCell => format!("The cell holds the error {value}; correct its formula and save again."),
            Code::FormulaWithoutValue => {
                "No spreadsheet has calculated this formula: open the file in Excel, save it, and upload it again."
                    .to_owned()
            }
            Code::MergedFigure => {
                format!(
                    "The figure {value} is merged over several data rows: unmerge the cells and write a figure into each row."
                )
            }
            Code::NotANumber => format!("'{value}' stands where a number belongs."),
            Code::NotATime => format!("'{value}' stands where a time of day belongs, as in 19:30."),
            Code::MissingTime => "The time of the performance is blank.".to_owned(),
            Code::NegativeSeats => format!("A performance cannot have {value} seats."),
            Code::DuplicateSaleDay => format!("The sale day {value} is there twice."),
            Code::DuplicatePerformance => format!("There are two performances at {value}."),
            Code::TooLarge => format!("The file is larger than what is read: {value}"),
            Code::WrongProduction => format!("The file name says production '{value}', not the one chosen."),
            Code::BadFileName => {
                "The file name does not say record date and production, as in 20261119_PL2612_name.xlsx.".to_owned()
            }
            Code::FutureRecordDate => format!("The record date {value} lies in the future."),
            Code::InternalError => "The server could not finish; please upload the file again.".to_owned(),
            Code::BlankNumber => "The blank cell was read as 0.".to_owned(),
            Code::TextNumber => format!("The text '{value}' was read as a number; Excel's own sums leave it out."),
            Code::Fraction => format!("The fraction {value} was rounded."),
            Code::NegativeSale => format!("The figure is negative ({value}): refunds above sales?"),
            Code::GradeSumMismatch => format!("The grades do not add up to the total ({value})."),
            Code::ShareOutOfRange => format!("The share {value} lies outside 0 to 120 %."),
            Code::MissingCast => "The name is blank.".to_owned(),
            Code::SaleBeforeStart => format!("The sale day {value} lies before the first day of sale."),
            Code::SaleAfterRecordDate => format!(
                "Rows with figures after the record date were left out ({value}); check the year and the record date."
            ),
            Code::RowWithoutDate => {
                format!(
                    "The row has figures ({value}) and no date, and was left out; call it a total, or give it a date."
                )
            }
            Code::WeekdayMismatch => format!("The weekday in '{value}' is not that of the day; the day was taken."),
            Code::NoDataRows => format!("No row of the sheet '{sheet}' has a date."),
            Code::UncalculatedWorkbook => {
                "No spreadsheet has calculated this workbook: open it in Excel, save it, and upload it again."
                    .to_owned()
            }
            Code::RevenueWithoutSeats => format!("There is revenue ({value}) without a seat."),
            Code::SeatsWithoutRevenue => format!("There are paid seats ({value}) without revenue."),
            Code::SheetsDisagree => format!("The totals of the two sheets are more than 5 % apart: {value}"),
            Code::RevenueShrank => format!("Total revenue is more than 5 % under the record date before: {value}"),
            Code::SeatsShrank => format!("Total seats are more than 5 % under the record date before: {value}"),
        }
    }

    /// What a file is that is no workbook.
    fn file_kind(&self) -> FileKind {
        let code = self.value.as_deref().unwrap_or_default();
        FileKind::from_code(code).unwrap_or(FileKind::Unknown)
    }
}

/// A limit such as `> 500 columns` in Korean; one with another unit as it is.
fn limit_ko(limit: &str) -> String {
    let known = limit.strip_prefix("> ").and_then(|rest| rest.split_once(' '));
    let counted = known.and_then(|(number, unit)| {
        let counted = match unit {
            "rows" => format!("행 {number}개"),
            "columns" => format!("열 {number}개"),
            "grade columns" => format!("등급 열 {number}개"),
            "cast columns" => format!("배우 열 {number}개"),
            "items" => format!("항목 {number}개"),
            "merged regions" => format!("병합된 칸 {number}개"),
            "characters" => format!("한 칸 {number}자"),
            "KiB in a line" => format!("한 줄 {number}KiB"),
            "MiB of rows" => format!("읽은 행 {number}MiB"),
            "MiB" => format!("{number}MiB"),
            "s" => format!("{number}초"),
            _ => return None,
        };
        Some(format!("{counted} 초과"))
    });
    counted.unwrap_or_else(|| limit.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_says_something_in_both_languages() {
        for code in DiagnosticCode::ALL {
            for value in [None, Some("7")] {
                let finding = Diagnostic::of_sheet(*code, "Daily", value);
                let (korean, english) = (finding.message_ko(), finding.message_en());
                assert!(korean.contains(|c| ('가'..='힣').contains(&c)), "{korean}");
                assert!(
                    english.starts_with(|c: char| c.is_ascii_uppercase() || c == '\''),
                    "{english}"
                );
            }
        }
    }

    #[test]
    fn a_limit_is_told_with_its_unit() {
        let told = |limit| Diagnostic::of_file(DiagnosticCode::TooLarge, Some(limit)).message_ko();
        assert_eq!(
            told("> 40 cast columns"),
            "읽을 수 있는 크기를 넘었습니다: 배우 열 40개 초과"
        );
        assert_eq!(told("> 60 s"), "읽을 수 있는 크기를 넘었습니다: 60초 초과");
        assert_eq!(told("> 9 parts"), "읽을 수 있는 크기를 넘었습니다: > 9 parts");
    }
}
