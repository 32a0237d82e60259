use std::borrow::Cow;

use chrono::{DateTime, NaiveDate};
use domain::calendar::{KstInstant, Month, in_kst, parse_day, supported_days};
use ports::driven::Patch;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;
use serde::{Deserialize, Deserializer, de};
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// A day, strictly `YYYY-MM-DD`, between 2000 and 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day(pub(crate) NaiveDate);

/// A month, strictly `YYYY-MM`, between 2000 and 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MonthText(pub(crate) Month);

/// An instant in RFC 3339 with any offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Instant(pub(crate) KstInstant);

/// A decimal ratio: the shortest decimal that is this number, which is what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ratio(pub(crate) Decimal);

/// Any decimal number: the shortest decimal that is this number, which is what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number(pub(crate) Decimal);

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'de, str>, D::Error> {
    Cow::deserialize(deserializer)
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let day = parse_day(&text(deserializer)?);
        day.map(Self)
            .ok_or_else(|| de::Error::custom("a day between 2000-01-01 and 2100-12-31, as YYYY-MM-DD"))
    }
}

impl<'de> Deserialize<'de> for MonthText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let month = Month::parse(&text(deserializer)?);
        let month = month.filter(|month| supported_days().contains(month.first_day()));
        month
            .map(Self)
            .ok_or_else(|| de::Error::custom("a month between 2000-01 and 2100-12, as YYYY-MM"))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let instant = DateTime::parse_from_rfc3339(&text(deserializer)?);
        let expected = |_| de::Error::custom("an instant in RFC 3339, 2026-12-19T18:00:00+09:00");
        instant.map(|instant| Self(in_kst(instant.to_utc()))).map_err(expected)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decimal(deserializer, "a ratio, where 1 is 100 %").map(Self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decimal(deserializer, "a decimal below 10^28").map(Self)
    }
}

fn decimal<'de, D: Deserializer<'de>>(deserializer: D, expected: &str) -> Result<Decimal, D::Error> {
    let number = f64::deserialize(deserializer)?;
    Decimal::from_str_exact(&number.to_string()).map_err(|_| de::Error::custom(expected))
}

/// A field of a change that is there: `null` clears it.
pub(crate) fn patched<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Patch<T>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map_or(Patch::Clear, Patch::Set))
}

/// A field of a change that may be left out, but not cleared.
pub(crate) fn required<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// One word of a few; a derived implementation also takes `{"play": null}`.
pub(crate) fn word<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let word = text(deserializer)?;
    T::deserialize(StrDeserializer::new(&word))
}

/// The same of a change, where it may be left out, but not cleared.
pub(crate) fn required_word<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    word(deserializer).map(Some)
}

macro_rules! string_schema {
    ($type:ty, $name:literal, $($build:tt)+) => {
        impl PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::String)$($build)+.build().into()
            }
        }

        impl ToSchema for $type {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    };
}

string_schema!(Day, "Day", .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).examples(["2026-11-19"]));
string_schema!(MonthText, "Month", .pattern(Some(r"^20[0-9]{2}-(0[1-9]|1[0-2])$")).examples(["2026-11"]));
string_schema!(
    Instant, "Instant",
    .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))).examples(["2026-12-19T18:00:00+09:00"])
);

impl PartialSchema for Ratio {
    fn schema() -> RefOr<Schema> {
        let ratio = ObjectBuilder::new()
            .schema_type(Type::Number)
            .minimum(Some(0))
            .maximum(Some(1));
        ratio.multiple_of(Some(0.0001)).examples([0.68]).build().into()
    }
}

impl ToSchema for Ratio {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Ratio")
    }
}
