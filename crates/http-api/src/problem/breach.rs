//! Broken rules as the contract tells them: here alone a place becomes a JSON pointer.

use std::fmt::Write;

use domain::validation::{Breach, Field, Part, Place};
use serde::Serialize;
use utoipa::ToSchema;

/// One rule that the request breaks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FieldErrorView {
    /// JSON pointer into the body; for a parameter its name.
    #[schema(example = "/saleEnd")]
    pointer: String,
    /// Stable word for the rule.
    #[schema(example = "before_start")]
    code: &'static str,
    /// What is expected.
    #[schema(example = "the sale ends before it begins")]
    message: String,
    /// Of a list: the cell of the file that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "B7")]
    cell: Option<String>,
    /// Of a list: what is wrong, and what belongs there, in Korean.
    #[serde(rename = "messageKo", skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "시작일보다 빠릅니다.")]
    message_ko: Option<String>,
}

impl FieldErrorView {
    /// A rule that the request itself breaks, before anybody looks at what it asks for.
    pub(crate) fn new(pointer: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code,
            message: message.into(),
            cell: None,
            message_ko: None,
        }
    }
}

impl From<&Breach> for FieldErrorView {
    fn from(breach: &Breach) -> Self {
        Self {
            cell: breach.cell.clone(),
            message_ko: breach.message_ko.clone(),
            ..Self::new(pointer(&breach.place), breach.rule.code(), breach.rule.to_string())
        }
    }
}

/// A place as the JSON pointer (RFC 6901) of what was sent.
fn pointer(place: &Place) -> String {
    let mut pointer = String::new();
    for part in place.parts() {
        let written = match part {
            Part::Field(field) => write!(pointer, "/{}", name(*field)),
            Part::Item(index) => write!(pointer, "/{index}"),
            Part::Rows => write!(pointer, "/rows"),
            Part::Row(row) => write!(pointer, "/rows/{row}"),
            Part::Column(name) => write!(pointer, "/columns/{}", escaped(name)),
        };
        written.expect("a text grows");
    }
    pointer
}

/// A name as a part of a JSON pointer (RFC 6901).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// How a field is called in the contract.
fn name(field: Field) -> &'static str {
    match field {
        Field::Code | Field::FactorCode => "code",
        Field::Name => "name",
        Field::Category => "category",
        Field::Active => "active",
        Field::Venue => "venue",
        Field::RunStart => "runStart",
        Field::RunEnd => "runEnd",
        Field::SaleStart => "saleStart",
        Field::SaleEnd => "saleEnd",
        Field::RunningMinutes => "runningMinutes",
        Field::TargetShare => "targetShare",
        Field::BreakEven => "breakEvenKrw",
        Field::SeatsPerPerformance => "seatsPerPerformance",
        Field::PreviewEnd => "previewEnd",
        Field::ConcertAt => "concertAt",
        Field::SeatInventory => "seatInventory",
        Field::SeatGrades => "seatGrades",
        Field::Grade => "grade",
        Field::Price => "priceKrw",
        Field::Seats => "seats",
        Field::ProductionCost => "productionCostKrw",
        Field::RevenueBasis => "revenueBasis",
        Field::SlackWebhook => "slackWebhookUrl",
        Field::Targets => "targets",
        Field::Target => "targetKrw",
        Field::Date => "date",
        Field::From => "from",
        Field::To => "to",
        Field::Total => "totalKrw",
        Field::WeekdayWeights => "weekdayWeights",
        Field::Productions => "productionIds",
        Field::FromProduction => "fromProductionId",
        Field::Factor => "factor",
        Field::Weeks => "weeks",
        Field::WeekStart => "weekStart",
        Field::SalesMarketing => "salesMarketing",
        Field::Promotion => "promotion",
        Field::Other => "other",
        Field::Notes => "notes",
        Field::Note => "note",
        Field::Month => "month",
        Field::Email => "email",
        Field::Password => "password",
        Field::CurrentPassword => "currentPassword",
        Field::NewPassword => "newPassword",
        Field::ExpiresAt => "expiresAt",
        Field::Kind => "kind",
        Field::Cron => "cron",
        Field::Destinations => "destinationIds",
        Field::Addresses => "addresses",
        Field::Url | Field::SourceUrl => "url",
        Field::Secret => "secret",
        Field::TakesSnapshots => "takesSnapshots",
        Field::Mutes => "mutes",
        Field::Until => "until",
        Field::Views => "views",
        Field::Path | Field::FolderPath => "path",
        Field::Paths => "paths",
        Field::HiddenColumns => "hiddenColumns",
        Field::Wall => "wall",
        Field::Seconds => "seconds",
        Field::SeenRelease => "seenRelease",
        Field::Sheets => "sheets",
        Field::DaysSheet => "days",
        Field::PerformancesSheet => "performances",
        Field::ReportSheet => "report",
        Field::Labels => "labels",
        Field::Label => "label",
        Field::Means => "means",
        Field::Text => "text",
        Field::Agency => "agency",
        Field::Rate => "rate",
        Field::Grades => "grades",
        Field::Production => "productionId",
        Field::RecordDate => "recordDate",
        Field::Schedule => "schedule",
        Field::Config => "config",
        Field::Patterns => "patterns",
        Field::FileName => "fileName",
        Field::SecretHeader => "secretHeader",
        Field::Params => "params",
        Field::Reason => "reason",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_as_a_pointer_into_what_was_sent() {
        for (place, expected) in [
            (Place::WHOLE, ""),
            (Place::from(Field::SaleEnd), "/saleEnd"),
            (Place::from(Field::Target).in_row(7), "/rows/7/targetKrw"),
            (
                Place::item(Field::Weeks, 2).field(Field::WeekStart),
                "/weeks/2/weekStart",
            ),
            (Place::rows(), "/rows"),
            (Place::column("메모/~"), "/columns/메모~1~0"),
        ] {
            assert_eq!(pointer(&place), expected);
        }
    }
}
