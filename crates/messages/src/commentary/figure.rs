//! Figures that a comment may name, as they are given.

use domain::calendar::DateRange;
use rust_decimal::Decimal;

use crate::words::{AsOf, grouped, percent, won};

/// A figure with what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The tag of a production; `None`: of all together.
    pub(crate) of: Option<usize>,
    /// What it is.
    pub(crate) name: String,
    pub(crate) value: Value,
    /// Whether its sign says that something rose or fell.
    pub(crate) is_change: bool,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    Won(i64),
    /// Won that may be lost or earned: its sign is never left out.
    Bound(i64),
    /// 1 = 100 %.
    Ratio(Decimal),
    /// Share of outcomes within an interval: named with the word for it only.
    Coverage(Decimal),
    Seats(i64),
    Performances(i64),
    Productions(i64),
    NumberOfDays(i64),
    Days(DateRange),
}

impl Figure {
    pub(crate) fn new(of: Option<usize>, name: impl Into<String>, value: Value) -> Self {
        Self {
            of,
            name: name.into(),
            value,
            is_change: false,
        }
    }

    pub(crate) fn change(of: Option<usize>, name: impl Into<String>, value: Value) -> Self {
        Self {
            is_change: true,
            ..Self::new(of, name, value)
        }
    }

    /// As it is given to whoever comments.
    pub(crate) fn written(&self, as_of: AsOf) -> String {
        match self.value {
            Value::Won(krw) | Value::Bound(krw) => won(krw),
            Value::Ratio(ratio) => percent(ratio),
            Value::Coverage(ratio) => format!("{}% 구간", (ratio * Decimal::ONE_HUNDRED).normalize()),
            Value::Seats(seats) => format!("{}석", grouped(seats)),
            Value::Performances(count) => format!("{}회", grouped(count)),
            Value::Productions(count) => format!("{}편", grouped(count)),
            Value::NumberOfDays(days) => format!("{}일", grouped(days)),
            Value::Days(days) => as_of.days(days).replace('–', "~"),
        }
    }
}
