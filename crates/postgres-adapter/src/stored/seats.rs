//! Seats per grade as JSON: `{"vip": 86}`.

use std::borrow::Cow;
use std::fmt;

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::Jsonb;
use domain::grade::SeatsByGrade;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Read from the column's text at once: long reports have two in each of thousands of rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromSqlRow, AsExpression)]
#[diesel(sql_type = Jsonb)]
pub(crate) struct StoredSeats(pub(crate) SeatsByGrade);

/// PostgreSQL's binary form of `jsonb`: this byte, then the text.
const JSONB_VERSION: u8 = 1;

impl FromSql<Jsonb, Pg> for StoredSeats {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes() {
            [JSONB_VERSION, json @ ..] => Ok(serde_json::from_slice(json)?),
            _ => Err("jsonb of an unknown version".into()),
        }
    }
}

impl ToSql<Jsonb, Pg> for StoredSeats {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        std::io::Write::write_all(out, &[JSONB_VERSION])?;
        serde_json::to_writer(out, self)?;
        Ok(IsNull::No)
    }
}

impl Serialize for StoredSeats {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(grade, seats)| (grade.code(), seats)))
    }
}

impl<'de> Deserialize<'de> for StoredSeats {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader)
    }
}

struct Reader;

/// The code of a grade, not copied where that can be helped.
#[derive(Deserialize)]
struct Code<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Visitor<'de> for Reader {
    type Value = StoredSeats;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("seats by grade")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<StoredSeats, A::Error> {
        let mut seats = SeatsByGrade::new();
        while let Some((Code(code), count)) = map.next_entry()? {
            seats.insert(code.parse().map_err(de::Error::custom)?, count);
        }
        Ok(StoredSeats(seats))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_come_back_as_they_were_stored() {
        let seats = StoredSeats(
            [("vip", 86), ("스탠딩", 3)]
                .map(|(grade, seats)| (grade.parse().unwrap(), seats))
                .into(),
        );
        let json = serde_json::to_string(&seats).unwrap();
        assert_eq!(json, r#"{"vip":86,"스탠딩":3}"#);
        assert_eq!(serde_json::from_str::<StoredSeats>(&json).unwrap(), seats);
        let value = serde_json::to_value(&seats).unwrap();
        assert_eq!(serde_json::from_value::<StoredSeats>(value).unwrap(), seats);
    }

    #[test]
    fn what_is_no_grade_is_refused() {
        assert!(serde_json::from_str::<StoredSeats>(r#"{"a b":1}"#).is_err());
        assert!(serde_json::from_str::<StoredSeats>(r#"{"vip":"1"}"#).is_err());
        assert!(serde_json::from_str::<StoredSeats>("[]").is_err());
    }
}
