//! Seat grades as JSON, in their order: `[{"grade": "r", "label": null, "priceKrw": 110000, "seats": 1152}]`.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Jsonb;
use domain::seat_grades::{SeatGrade, SeatGrades};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The grades of a production.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromSqlRow, AsExpression)]
#[diesel(sql_type = Jsonb)]
pub(crate) struct StoredSeatGrades(pub(crate) SeatGrades);

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stored {
    grade: String,
    label: Option<String>,
    price_krw: Option<i64>,
    seats: Option<i64>,
}

impl StoredSeatGrades {
    /// As they are stored, and as the API tells them.
    pub(crate) fn to_json(&self) -> Value {
        let stored = self.0.0.iter().map(|of| Stored {
            grade: of.grade.code().to_owned(),
            label: of.label.clone(),
            price_krw: of.price_krw,
            seats: of.seats,
        });
        stored
            .map(|of| serde_json::to_value(of).expect("plain values"))
            .collect()
    }

    fn of_json(json: Value) -> deserialize::Result<Self> {
        let stored: Vec<Stored> = serde_json::from_value(json)?;
        let grade = |of: Stored| {
            Ok(SeatGrade {
                grade: of.grade.parse()?,
                label: of.label,
                price_krw: of.price_krw,
                seats: of.seats,
            })
        };
        let grades: deserialize::Result<Vec<_>> = stored.into_iter().map(grade).collect();
        Ok(Self(SeatGrades(grades?)))
    }
}

impl FromSql<Jsonb, Pg> for StoredSeatGrades {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Self::of_json(<Value as FromSql<Jsonb, Pg>>::from_sql(value)?)
    }
}

impl ToSql<Jsonb, Pg> for StoredSeatGrades {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        <Value as ToSql<Jsonb, Pg>>::to_sql(&self.to_json(), &mut out.reborrow())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn grades_come_back_in_their_order() {
        let grade = |code: &str, price_krw, seats| SeatGrade {
            price_krw,
            seats,
            ..SeatGrade::new(code.parse().unwrap())
        };
        let terrace = SeatGrade {
            label: Some("테라스".to_owned()),
            ..grade("terrace", Some(90_000), None)
        };
        let stored = StoredSeatGrades(SeatGrades(vec![terrace, grade("vip", None, Some(86))]));
        let json = stored.to_json();
        let first = json!({ "grade": "terrace", "label": "테라스", "priceKrw": 90_000, "seats": null });
        assert_eq!(json[0], first);
        assert_eq!(StoredSeatGrades::of_json(json).unwrap(), stored);
    }

    #[test]
    fn what_is_no_grade_is_refused() {
        assert!(StoredSeatGrades::of_json(json!([{ "grade": "a b" }])).is_err());
        assert!(StoredSeatGrades::of_json(json!({})).is_err());
    }
}
