use domain::seat_grades::{SeatGrade, SeatGrades};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::extract::Object;
use crate::problem::{ApiError, FieldErrorView};

/// A seat grade of a production.
#[derive(Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SeatGradeBody {
    /// Its code: 1 to 32 letters, digits, `-`, `_`, `.`.
    #[schema(example = "vip", min_length = 1, max_length = 32)]
    grade: String,
    /// What people call it, where that is another word than its code.
    #[serde(default)]
    #[schema(required = false, example = "테라스", max_length = 200)]
    label: Option<String>,
    /// Price of a seat without discount, in won.
    #[serde(default)]
    #[schema(required = false, example = 110_000, minimum = 0, maximum = 1_000_000_000)]
    price_krw: Option<i64>,
    /// Seats of one performance.
    #[serde(default)]
    #[schema(required = false, example = 420, minimum = 0, maximum = 1_000_000)]
    seats: Option<i64>,
}

impl From<SeatGrade> for SeatGradeBody {
    fn from(of: SeatGrade) -> Self {
        Self {
            grade: of.grade.code().to_owned(),
            label: of.label,
            price_krw: of.price_krw,
            seats: of.seats,
        }
    }
}

/// Grades as a production's answer has them.
pub(super) fn told(grades: SeatGrades) -> Vec<SeatGradeBody> {
    grades.0.into_iter().map(Into::into).collect()
}

/// The grades that somebody wrote; their rules are the domain's.
pub(super) fn grades(written: Vec<Object<SeatGradeBody>>) -> Result<SeatGrades, ApiError> {
    let mut breaches = Vec::new();
    let mut grades = SeatGrades::default();
    for (index, Object(of)) in written.into_iter().enumerate() {
        match of.grade.parse() {
            Ok(grade) => grades.0.push(SeatGrade {
                grade,
                label: of.label,
                price_krw: of.price_krw,
                seats: of.seats,
            }),
            Err(error) => {
                let error: domain::grade::InvalidGrade = error;
                let pointer = format!("/seatGrades/{index}/grade");
                breaches.push(FieldErrorView::new(pointer, "malformed", error.to_string()));
            }
        }
    }
    if breaches.is_empty() {
        Ok(grades)
    } else {
        Err(ApiError::Invalid(breaches))
    }
}
