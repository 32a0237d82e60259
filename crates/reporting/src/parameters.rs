//! What reports take: names, bounds and defaults, said once for the query, the catalogue, the document and the answer.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use domain::calendar::parse_day;
use rust_decimal::Decimal;

use crate::cell::Cell;
use crate::glossary::{Unit, Words};

/// A parameter of a query.
#[derive(Debug)]
pub struct Parameter {
    /// As in the query, and in the answer.
    pub name: &'static str,
    /// Korean and English.
    pub title: Words,
    /// What it does, in English.
    pub about: &'static str,
    /// What its values are.
    pub kind: Unit,
    /// Whether it may be given more than once.
    pub repeatable: bool,
    /// What counts when it is left out; `None`: nothing fixed.
    pub default: Option<Constant>,
    /// Least value.
    pub minimum: Option<Constant>,
    /// Greatest value.
    pub maximum: Option<Constant>,
    /// Of a whole number: what it is a multiple of.
    pub(crate) multiple_of: Option<i64>,
    /// The words that it may be; empty: others.
    pub choices: &'static [&'static str],
    /// Whether figures depend on it, so that tables repeat it in each row.
    pub(crate) leads_tables: bool,
}

/// A value in the description of a parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Constant {
    /// True or false.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// So many ten-thousandths.
    Ratio(i64),
    /// A text.
    Text(&'static str),
}

/// A value that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Given {
    Whole(i64),
    Decimal(Decimal),
    Day(NaiveDate),
    Word(&'static str),
}

/// What of the report's own parameters was asked for, defaults included. Equal where they mean the same.
#[derive(Debug, Clone)]
pub struct Values {
    parameters: &'static [Parameter],
    given: Vec<Option<Given>>,
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        self.given == other.given
    }
}

impl Eq for Values {}

impl Hash for Values {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.given.hash(state);
    }
}

/// Why a parameter does not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidParameter {
    /// Its name.
    pub name: String,
    /// Stable word for the rule.
    pub code: &'static str,
    /// What is expected.
    pub expected: String,
}

impl InvalidParameter {
    pub(crate) fn new(name: &str, code: &'static str, expected: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            code,
            expected: expected.into(),
        }
    }
}

impl Values {
    /// Those of parameters that are left out.
    pub(crate) fn defaults(parameters: &'static [Parameter]) -> Self {
        let given = parameters.iter().map(Parameter::default_value).collect();
        Self { parameters, given }
    }

    /// Sets the parameter of this name; `false`: there is none.
    pub(crate) fn set(&mut self, name: &str, text: &str) -> Result<bool, InvalidParameter> {
        let Some(index) = self.parameters.iter().position(|parameter| parameter.name == name) else {
            return Ok(false);
        };
        self.given[index] = Some(self.parameters[index].read(text)?);
        Ok(true)
    }

    /// Whether there is a parameter of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parameters.iter().any(|parameter| parameter.name == name)
    }

    /// Each parameter with what was given.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static Parameter, Cell<'static>)> {
        let cell = |given: &Option<Given>| match given {
            None => Cell::Null,
            Some(Given::Whole(number)) => Cell::Whole(*number),
            Some(Given::Decimal(decimal)) => Cell::Decimal(*decimal),
            Some(Given::Day(day)) => Cell::Day(*day),
            Some(Given::Word(word)) => Cell::from(*word),
        };
        self.parameters.iter().zip(self.given.iter().map(cell))
    }

    /// A day; `None` where it was left out.
    pub(crate) fn day(&self, name: &str) -> Option<NaiveDate> {
        match self.named(name) {
            Some(Given::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// A whole number that has a default.
    pub(crate) fn whole(&self, name: &str) -> i64 {
        match self.named(name) {
            Some(Given::Whole(number)) => number,
            other => unreachable!("{name} is a number with a default: {other:?}"),
        }
    }

    /// A decimal that has a default.
    pub(crate) fn decimal(&self, name: &str) -> Decimal {
        match self.named(name) {
            Some(Given::Decimal(decimal)) => decimal,
            other => unreachable!("{name} is a decimal with a default: {other:?}"),
        }
    }

    /// A word that has a default.
    pub(crate) fn word(&self, name: &str) -> &'static str {
        match self.named(name) {
            Some(Given::Word(word)) => word,
            other => unreachable!("{name} is a word with a default: {other:?}"),
        }
    }

    /// A word; `None` where it was left out.
    pub(crate) fn chosen(&self, name: &str) -> Option<&'static str> {
        match self.named(name) {
            Some(Given::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn named(&self, name: &str) -> Option<Given> {
        let index = self.parameters.iter().position(|parameter| parameter.name == name);
        index.and_then(|index| self.given[index])
    }
}

impl Parameter {
    fn default_value(&self) -> Option<Given> {
        Some(match self.default? {
            Constant::Whole(number) => Given::Whole(number),
            Constant::Ratio(parts) => Given::Decimal(ratio(parts)),
            Constant::Text(word) => Given::Word(word),
            Constant::Flag(_) => return None,
        })
    }

    /// A text of the query, within the bounds.
    fn read(&self, text: &str) -> Result<Given, InvalidParameter> {
        let malformed = |expected: &str| InvalidParameter::new(self.name, "malformed", expected);
        let given = match self.kind {
            Unit::Day => Given::Day(parse_day(text).ok_or_else(|| malformed(DAY))?),
            Unit::Ratio => Given::Decimal(read_decimal(text).ok_or_else(|| malformed(DECIMAL))?),
            Unit::Count => {
                let number: Result<u32, _> = text.parse();
                Given::Whole(
                    number
                        .map_err(|_| malformed("a whole number within its bounds"))?
                        .into(),
                )
            }
            _ => {
                let word = self.choices.iter().find(|word| **word == text);
                let expected = || format!("one of {}", self.choices.join(", "));
                Given::Word(word.ok_or_else(|| malformed(&expected()))?)
            }
        };
        if self.is_within(given) {
            let step = self.multiple_of.unwrap_or(1);
            return match given {
                Given::Whole(number) if number % step != 0 => {
                    let expected = format!("a multiple of {step}");
                    Err(InvalidParameter::new(self.name, "out_of_range", expected))
                }
                given => Ok(given),
            };
        }
        let bound = |bound: Option<Constant>| bound.map_or_else(String::new, Constant::text);
        let expected = format!("between {} and {}", bound(self.minimum), bound(self.maximum));
        Err(InvalidParameter::new(self.name, "out_of_range", expected))
    }

    fn is_within(&self, given: Given) -> bool {
        let number = match given {
            Given::Whole(number) => Decimal::from(number),
            Given::Decimal(decimal) => decimal,
            Given::Day(_) | Given::Word(_) => return true,
        };
        let least = self.minimum.and_then(Constant::number);
        let most = self.maximum.and_then(Constant::number);
        least.is_none_or(|least| least <= number) && most.is_none_or(|most| number <= most)
    }
}

const DAY: &str = "a day between 2000-01-01 and 2100-12-31, as YYYY-MM-DD";
const DECIMAL: &str = "a decimal of at most 28 places, 0.4";

pub(crate) fn read_required_day(name: &str, text: &str) -> Result<NaiveDate, InvalidParameter> {
    parse_day(text).ok_or_else(|| InvalidParameter::new(name, "malformed", DAY))
}

/// Taken at its digits, of which there may be more than a floating-point number holds.
fn read_decimal(text: &str) -> Option<Decimal> {
    // What the reader takes beside a number's characters, `1_000` among it, nobody means.
    let shaped = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let exact = shaped.then(|| Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)));
    exact.and_then(Result::ok)
}

fn ratio(parts: i64) -> Decimal {
    Decimal::new(parts, 4).normalize()
}

impl Constant {
    fn number(self) -> Option<Decimal> {
        match self {
            Self::Whole(number) => Some(number.into()),
            Self::Ratio(parts) => Some(ratio(parts)),
            Self::Flag(_) | Self::Text(_) => None,
        }
    }

    fn text(self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Ratio(parts) => ratio(parts).to_string(),
            Self::Text(text) => text.to_owned(),
        }
    }
}

impl From<Constant> for serde_json::Value {
    fn from(constant: Constant) -> Self {
        match constant {
            Constant::Flag(flag) => flag.into(),
            Constant::Whole(number) => number.into(),
            Constant::Ratio(parts) => {
                let text = ratio(parts).to_string();
                text.parse::<f64>().expect("a ratio is a number").into()
            }
            Constant::Text(text) => text.into(),
        }
    }
}

/// The parameters of every report. `table` is here as well: its words are the names of the report's tables.
pub static OF_EVERY_REPORT: &[Parameter] = &[
    day(
        "asOf",
        Words("조회 기준일", "As of"),
        "The day that moves the report's windows, never the snapshot; default: today.",
    ),
    Parameter {
        repeatable: true,
        ..new(
            "productionId",
            Words("공연", "Production"),
            "Only these productions, active or not; repeatable. One of another category is left out.",
            Unit::Id,
        )
    },
    Parameter {
        default: Some(Constant::Flag(false)),
        ..new(
            "includeInactive",
            Words("종료된 공연 포함", "Include inactive"),
            "Without named productions: inactive ones as well.",
            Unit::Flag,
        )
    },
    Parameter {
        about: "How the answer is written: `csv` is one table, `xlsx` all of them, a sheet each.",
        ..word("format", Words("형식", "Format"), "", &["json", "csv", "xlsx"])
    },
    new(
        "table",
        Words("표", "Table"),
        "With `format=csv`: which table, by its name in the catalogue; default: the first.",
        Unit::Word,
    ),
];

const fn new(name: &'static str, title: Words, about: &'static str, kind: Unit) -> Parameter {
    Parameter {
        name,
        title,
        about,
        kind,
        repeatable: false,
        default: None,
        minimum: None,
        maximum: None,
        multiple_of: None,
        choices: &[],
        leads_tables: false,
    }
}

/// A day of the years that the server knows.
pub(crate) const fn day(name: &'static str, title: Words, about: &'static str) -> Parameter {
    Parameter {
        minimum: Some(Constant::Text("2000-01-01")),
        maximum: Some(Constant::Text("2100-12-31")),
        ..new(name, title, about, Unit::Day)
    }
}

/// One of a few words, the first where it is left out.
pub(crate) const fn word(
    name: &'static str,
    title: Words,
    about: &'static str,
    choices: &'static [&'static str],
) -> Parameter {
    Parameter {
        default: Some(Constant::Text(choices[0])),
        choices,
        ..new(name, title, about, Unit::Word)
    }
}

/// One of a few words; what counts where it is left out, the report says.
pub(crate) const fn choice(
    name: &'static str,
    title: Words,
    about: &'static str,
    choices: &'static [&'static str],
) -> Parameter {
    Parameter {
        choices,
        ..new(name, title, about, Unit::Word)
    }
}

/// A whole number between 1 and `maximum`.
pub(crate) const fn count(
    name: &'static str,
    title: Words,
    about: &'static str,
    default: i64,
    maximum: i64,
) -> Parameter {
    Parameter {
        default: Some(Constant::Whole(default)),
        minimum: Some(Constant::Whole(1)),
        maximum: Some(Constant::Whole(maximum)),
        ..new(name, title, about, Unit::Count)
    }
}

/// A number of whole weeks, as days.
pub(crate) const fn weeks(name: &'static str, title: Words, about: &'static str, most: i64) -> Parameter {
    Parameter {
        minimum: Some(Constant::Whole(7)),
        multiple_of: Some(7),
        ..count(name, title, about, 7, 7 * most)
    }
}

/// A share of the house, from nothing to all; the default in ten-thousandths.
pub(crate) const fn share(name: &'static str, title: Words, about: &'static str, default: i64) -> Parameter {
    Parameter {
        default: Some(Constant::Ratio(default)),
        minimum: Some(Constant::Whole(0)),
        maximum: Some(Constant::Whole(1)),
        ..new(name, title, about, Unit::Ratio)
    }
}

impl Parameter {
    /// Figures depend on it: tables repeat it in each row.
    pub(crate) const fn leading_tables(self) -> Self {
        Self {
            leads_tables: true,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static OWN: &[Parameter] = &[
        count("top", Words("상위", "Top"), "", 3, 100),
        share("lowThreshold", Words("저조 기준", "Low threshold"), "", 4_000),
        word("grain", Words("단위", "Grain"), "", &["day", "week"]),
        day("from", Words("시작일", "From"), ""),
    ];

    #[test]
    fn whole_weeks_are_days_in_sevens() {
        static WEEKS: &[Parameter] = &[weeks("days", Words("일수", "Days"), "", 4)];
        let given = |text: &str| {
            let mut values = Values::defaults(WEEKS);
            values.set("days", text).map(|_| values.whole("days"))
        };
        assert_eq!(Values::defaults(WEEKS).whole("days"), 7);
        assert_eq!(given("28").unwrap(), 28);
        for text in ["0", "8", "35"] {
            assert_eq!(given(text).unwrap_err().code, "out_of_range", "{text}");
        }
    }

    fn refused(name: &str, text: &str) -> (&'static str, String) {
        let error = Values::defaults(OWN).set(name, text).unwrap_err();
        assert_eq!(error.name, name);
        (error.code, error.expected)
    }

    #[test]
    fn defaults_count_for_what_is_left_out() {
        let mut values = Values::defaults(OWN);
        assert_eq!((values.whole("top"), values.word("grain")), (3, "day"));
        assert_eq!(values.decimal("lowThreshold"), Decimal::new(4, 1));
        assert_eq!(values.day("from"), None);
        assert!(values.set("lowThreshold", "0.40").unwrap());
        assert_eq!(values, Values::defaults(OWN), "the same number");
        assert!(!values.set("rank", "1").unwrap());
    }

    #[test]
    fn bounds_and_forms_are_told() {
        assert_eq!(refused("top", "0"), ("out_of_range", "between 1 and 100".to_owned()));
        assert_eq!(refused("top", "101").0, "out_of_range");
        assert_eq!(
            (refused("top", "x").0, refused("top", "-1").0),
            ("malformed", "malformed")
        );
        assert_eq!(
            refused("lowThreshold", "1.01"),
            ("out_of_range", "between 0 and 1".to_owned())
        );
        assert_eq!(refused("lowThreshold", "1_0").0, "malformed");
        assert_eq!(refused("grain", "year"), ("malformed", "one of day, week".to_owned()));
        for text in ["2026-11-31", "1999-12-31", "2026-1-1", "+2026-1-01", "\0"] {
            assert_eq!(refused("from", text).0, "malformed", "{text}");
        }
    }
}
