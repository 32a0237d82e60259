//! What reports take.

use super::{Unit, Words};

/// A parameter of a query.
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) title: Words,
    pub(crate) kind: Unit,
    pub(crate) repeatable: bool,
    /// What counts when it is left out; `None`: nothing fixed.
    pub(crate) default: Option<Value>,
    pub(crate) minimum: Option<Value>,
    pub(crate) maximum: Option<Value>,
    /// The words that it may be; empty: others.
    pub(crate) choices: &'static [&'static str],
}

/// A value as in JSON.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value {
    Flag(bool),
    Whole(i64),
    Decimal(f64),
    Text(&'static str),
}

impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Flag(flag) => flag.into(),
            Value::Whole(number) => number.into(),
            Value::Decimal(number) => number.into(),
            Value::Text(text) => text.into(),
        }
    }
}

/// `table` is here as well: its words are the names of the report's tables.
pub(super) const OF_EVERY_REPORT: &[Parameter] = &[
    day("asOf", Words("조회 기준일", "As of")),
    Parameter {
        repeatable: true,
        ..new("productionId", Words("공연", "Production"), Unit::Id)
    },
    Parameter {
        default: Some(Value::Flag(false)),
        ..new(
            "includeInactive",
            Words("종료된 공연 포함", "Include inactive"),
            Unit::Flag,
        )
    },
    words("format", Words("형식", "Format"), "json", &["json", "csv", "xlsx"]),
    new("table", Words("표", "Table"), Unit::Word),
];

pub(super) const fn new(name: &'static str, title: Words, kind: Unit) -> Parameter {
    Parameter {
        name,
        title,
        kind,
        repeatable: false,
        default: None,
        minimum: None,
        maximum: None,
        choices: &[],
    }
}

/// A day of the years that the server knows.
pub(super) const fn day(name: &'static str, title: Words) -> Parameter {
    Parameter {
        minimum: Some(Value::Text("2000-01-01")),
        maximum: Some(Value::Text("2100-12-31")),
        ..new(name, title, Unit::Day)
    }
}

/// One of a few words.
pub(super) const fn words(
    name: &'static str,
    title: Words,
    default: &'static str,
    choices: &'static [&'static str],
) -> Parameter {
    Parameter {
        default: Some(Value::Text(default)),
        choices,
        ..new(name, title, Unit::Word)
    }
}

/// A whole number between bounds.
pub(super) const fn count(name: &'static str, title: Words, default: i64, maximum: i64) -> Parameter {
    Parameter {
        default: Some(Value::Whole(default)),
        minimum: Some(Value::Whole(1)),
        maximum: Some(Value::Whole(maximum)),
        ..new(name, title, Unit::Count)
    }
}

/// A share of the house, from nothing to all.
pub(super) const fn share(name: &'static str, title: Words, default: f64) -> Parameter {
    Parameter {
        default: Some(Value::Decimal(default)),
        minimum: Some(Value::Whole(0)),
        maximum: Some(Value::Whole(1)),
        ..new(name, title, Unit::Ratio)
    }
}
