//! The stable codes of findings.

use super::Severity;

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
    /// A workbook that opens with a password only.
    EncryptedWorkbook = "encrypted_workbook", Error;
    /// A workbook that opens with another password than the one that came with it.
    WrongPassword = "wrong_password", Error;
    /// A sheet of the layout is not there.
    MissingSheet = "missing_sheet", Error;
    /// A column of the layout is not marked.
    MissingMarker = "missing_marker", Error;
    /// Two columns carry the same marker.
    DuplicateMarker = "duplicate_marker", Error;
    /// Several sheets could have the same role.
    AmbiguousSheet = "ambiguous_sheet", Error;
    /// A sheet without a heading that can be read.
    NoHeader = "no_header", Error;
    /// A figure that is needed has no column.
    MissingColumn = "missing_column", Error;
    /// Two columns of the same meaning hold different figures.
    AmbiguousColumn = "ambiguous_column", Error;
    /// A label among figures that nobody knows.
    UnknownLabel = "unknown_label", Error;
    /// A performance or a row with figures without a date.
    MissingDate = "missing_date", Error;
    /// A share that may be meant in per cent or not.
    PercentUnclear = "percent_unclear", Error;
    /// Neither shares of the house nor its seats are known.
    CapacityUnknown = "capacity_unknown", Error;
    /// A class of buyers with figures and without a name.
    MissingItem = "missing_item", Error;
    /// Something that is no day where one belongs, in a row with figures.
    NotADate = "not_a_date", Error;
    /// `#REF!` and the like where a figure belongs.
    ErrorCell = "error_cell", Error;
    /// A formula that no spreadsheet has calculated, where a figure belongs.
    FormulaWithoutValue = "formula_without_value", Error;
    /// A figure that is merged over several data rows.
    MergedFigure = "merged_figure", Error;
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
    /// A number that the workbook holds as text: the sums of a spreadsheet leave it out.
    TextNumber = "text_number", Warning;
    /// A date or time that a labelled workbook holds as text, told once for a column.
    TextDate = "text_date", Warning;
    /// Seats or won with a fraction, rounded.
    Fraction = "fraction", Warning;
    /// Refunds above sales.
    NegativeSale = "negative_sale", Warning;
    /// The grades do not add up to the total.
    GradeSumMismatch = "grade_sum_mismatch", Warning;
    /// A total that is not the sum of its parts.
    BlockSumMismatch = "block_sum_mismatch", Warning;
    /// Paid seats and others do not add up to all that are booked.
    DepositMismatch = "deposit_mismatch", Warning;
    /// A row of totals that is no sum of the rows.
    TotalRowMismatch = "total_row_mismatch", Warning;
    /// A total without a column, which was added up.
    TotalMissing = "total_missing", Warning;
    /// A column with figures that was not read.
    UnrecognisedColumn = "unrecognised_column", Warning;
    /// A sheet of another kind than the upload.
    OtherKind = "other_kind", Warning;
    /// An agency that was not there before.
    NewAgency = "new_agency", Warning;
    /// An agency of the record date before that is not there any more.
    AgencyMissing = "agency_missing", Warning;
    /// A share outside 0…1.2.
    ShareOutOfRange = "share_out_of_range", Warning;
    /// A blank name in a cast column.
    MissingCast = "missing_cast", Warning;
    /// Sales before the sale began.
    SaleBeforeStart = "sale_before_start", Warning;
    /// Days of sale after the record date that hold figures, told once for a sheet.
    SaleAfterRecordDate = "sale_after_record_date", Warning;
    /// A row with figures whose date is blank or a count: it is left out.
    RowWithoutDate = "row_without_date", Warning;
    /// A weekday that is not that of its day.
    WeekdayMismatch = "weekday_mismatch", Warning;
    /// A sheet without a data row.
    NoDataRows = "no_data_rows", Warning;
    /// A workbook whose formulas no spreadsheet has calculated.
    UncalculatedWorkbook = "uncalculated_workbook", Warning;
    /// Won without a seat.
    RevenueWithoutSeats = "revenue_without_seats", Warning;
    /// Paid seats of a performance without revenue.
    SeatsWithoutRevenue = "seats_without_revenue", Warning;
    /// Seats or won of the two sheets that are more than 5 % apart.
    SheetsDisagree = "sheets_disagree", Warning;
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
