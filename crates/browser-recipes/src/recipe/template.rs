//! Texts with placeholders: `{date-6:YYYY.MM.DD}`, `{param.show}`, `{secret.HANEUL_ID}`.

use std::collections::BTreeMap;
use std::fmt;
use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, TimeDelta};
use domain::collection::SecretName;
use thiserror::Error;

use super::fault::Problem;

/// Days that a placeholder may lie before or after its day: ten years.
const MAX_OFFSET_DAYS: i64 = 3_660;

/// A text of a recipe, taken apart. Values are put in as they are, and are not parsed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    /// As it is written.
    text: String,
    pieces: Vec<Piece>,
}

impl fmt::Display for Template {
    /// As it is written, placeholders included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Day { day: Day, offset_days: i64, format: String },
    Code,
    Param(String),
    Secret(SecretName),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Date,
    Today,
    SaleStart,
}

/// What placeholders stand for in one run. Secrets are apart ([`Template::fill_with_secrets`]).
#[derive(Debug, Clone, Default)]
pub(crate) struct Values {
    /// The record date that is asked for, `{date}`.
    pub(crate) date: NaiveDate,
    /// The day of the run in Seoul, `{today}`.
    pub(crate) today: NaiveDate,
    /// The first day of sale of the production, `{saleStart}`.
    pub(crate) sale_start: Option<NaiveDate>,
    /// The code of the production, `{code}`.
    pub(crate) code: Option<String>,
    /// The parameters of the source, `{param.x}`.
    pub(crate) params: BTreeMap<String, String>,
}

/// Why a placeholder has no value in this run.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum Unfilled {
    /// The source has no production, or the production has no first day of sale.
    #[error("{{saleStart}}: the production has no first day of sale")]
    SaleStart,
    /// The source has no production.
    #[error("{{code}}: the source has no production")]
    Code,
    /// The source gives no value.
    #[error("{{param.{0}}}: the source has no such parameter")]
    Param(String),
    /// A secret is not in the configuration.
    #[error("{{secret.{0}}}: not in the configuration")]
    Secret(SecretName),
    /// The day cannot be told.
    #[error("the calendar has no such day")]
    Day,
}

impl Template {
    /// Takes `text` apart.
    pub(super) fn parse(text: &str) -> Result<Self, Problem> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            plain.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('{') {
                plain.push('{');
                rest = after;
                continue;
            }
            let (inner, after) = rest.split_once('}').ok_or(Problem::OpenPlaceholder)?;
            if !plain.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
            }
            let piece = placeholder(inner).ok_or_else(|| Problem::UnknownPlaceholder(shown(inner)))?;
            pieces.push(piece);
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Ok(Self {
            text: text.to_owned(),
            pieces,
        })
    }

    /// The secrets that it names.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &SecretName> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Secret(name) => Some(name),
            _ => None,
        })
    }

    /// The parameters that it names.
    pub(crate) fn params(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Param(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Whether it names a secret.
    pub(crate) fn has_secret(&self) -> bool {
        self.secrets().next().is_some()
    }

    /// What it says where that is the same in every run.
    pub(crate) fn constant(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Whether parameters are all that changes it.
    pub(super) fn is_of_params(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.all(|piece| matches!(piece, Piece::Text(_) | Piece::Param(_)))
    }

    /// The text before the first placeholder.
    pub(super) fn beginning(&self) -> &str {
        match self.pieces.first() {
            Some(Piece::Text(text)) => text,
            _ => "",
        }
    }

    /// The text of this run. A secret, which only the text of a `fill` may name, has no value here.
    pub(crate) fn fill(&self, values: &Values) -> Result<String, Unfilled> {
        self.fill_with_secrets(values, |_| None)
    }

    /// The text of this run, with the values that `secret` knows.
    pub(crate) fn fill_with_secrets<'s>(
        &self,
        values: &Values,
        secret: impl Fn(&SecretName) -> Option<&'s str>,
    ) -> Result<String, Unfilled> {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Day {
                    day,
                    offset_days,
                    format,
                } => {
                    let day = match day {
                        Day::Date => values.date,
                        Day::Today => values.today,
                        Day::SaleStart => values.sale_start.ok_or(Unfilled::SaleStart)?,
                    };
                    let day = TimeDelta::try_days(*offset_days).and_then(|offset| day.checked_add_signed(offset));
                    write_day(&mut text, day.ok_or(Unfilled::Day)?, format);
                }
                Piece::Code => text.push_str(values.code.as_deref().ok_or(Unfilled::Code)?),
                Piece::Param(name) => {
                    let value = values.params.get(name);
                    text.push_str(value.ok_or_else(|| Unfilled::Param(name.clone()))?);
                }
                Piece::Secret(name) => text.push_str(secret(name).ok_or_else(|| Unfilled::Secret(name.clone()))?),
            }
        }
        Ok(text)
    }
}

/// What stands between braces.
fn placeholder(inner: &str) -> Option<Piece> {
    if inner == "code" {
        return Some(Piece::Code);
    }
    if let Some(name) = inner.strip_prefix("param.") {
        return is_param_name(name).then(|| Piece::Param(name.to_owned()));
    }
    if let Some(name) = inner.strip_prefix("secret.") {
        return name.parse().ok().map(Piece::Secret);
    }
    let (head, format) = match inner.split_once(':') {
        Some((_, "")) => return None,
        Some((head, format)) => (head, format),
        None => (inner, "YYYY-MM-DD"),
    };
    let (name, offset_days) = match head.find(['+', '-']) {
        Some(at) => (&head[..at], offset(&head[at..])?),
        None => (head, 0),
    };
    let day = match name {
        "date" => Day::Date,
        "today" => Day::Today,
        "saleStart" => Day::SaleStart,
        _ => return None,
    };
    Some(Piece::Day {
        day,
        offset_days,
        format: format.to_owned(),
    })
}

fn offset(text: &str) -> Option<i64> {
    let digits = &text[1..];
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let days: i64 = is_number.then(|| text.parse().ok()).flatten()?;
    (days.abs() <= MAX_OFFSET_DAYS).then_some(days)
}

/// Whether a parameter may be called so.
pub(super) fn is_param_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_alphanumeric())
        && name.len() <= 30
}

/// The parts of a day that a format names, longest first; everything else stands for itself.
fn write_day(text: &mut String, day: NaiveDate, format: &str) {
    let mut rest = format;
    while let Some(first) = rest.chars().next() {
        let parts: [(&str, String); 6] = [
            ("YYYY", format!("{:04}", day.year())),
            ("YY", format!("{:02}", day.year().rem_euclid(100))),
            ("MM", format!("{:02}", day.month())),
            ("M", day.month().to_string()),
            ("DD", format!("{:02}", day.day())),
            ("D", day.day().to_string()),
        ];
        if let Some((name, part)) = parts.iter().find(|(name, _)| rest.starts_with(name)) {
            text.push_str(part);
            rest = &rest[name.len()..];
        } else {
            text.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
}

/// The beginning of a placeholder, for a message.
fn shown(inner: &str) -> String {
    let mut shown = String::from("{");
    shown.extend(inner.chars().take(40));
    let _ = write!(shown, "}}");
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn values() -> Values {
        Values {
            date: day("2026-03-01"),
            today: day("2026-03-02"),
            sale_start: Some(day("2026-01-09")),
            code: Some("HN01".to_owned()),
            params: BTreeMap::from([("show".to_owned(), "{date} 달빛".to_owned())]),
        }
    }

    fn filled(text: &str) -> String {
        Template::parse(text).unwrap().fill(&values()).unwrap()
    }

    #[test]
    fn days_have_an_offset_and_a_format() {
        assert_eq!(filled("{date}"), "2026-03-01");
        assert_eq!(filled("{date-1:YYYY.MM.DD}"), "2026.02.28");
        assert_eq!(filled("{today+30:YY년 M월 D일}"), "26년 4월 1일");
        assert_eq!(filled("{saleStart:YYYYMMDD}-{saleStart:D/M}"), "20260109-9/1");
    }

    #[test]
    fn values_are_not_parsed_again() {
        assert_eq!(filled("{param.show}!"), "{date} 달빛!");
        assert_eq!(filled("{{date}"), "{date}");
        assert_eq!(filled("a}b{code}"), "a}bHN01");
    }

    #[test]
    fn what_nobody_knows_is_a_problem() {
        for text in [
            "{dat}",
            "{}",
            "{date:}",
            "{date-}",
            "{date-1x}",
            "{date+99999}",
            "{param.}",
            "{param.A}",
            "{param.a-b}",
            "{secret.lower}",
            "{code:YY}",
            "{ date}",
        ] {
            let problem = Template::parse(text).unwrap_err();
            assert_eq!(problem, Problem::UnknownPlaceholder(text.to_owned()));
        }
        assert_eq!(Template::parse("a {date").unwrap_err(), Problem::OpenPlaceholder);
    }

    #[test]
    fn a_secret_is_only_filled_in_where_it_is_given() {
        let template = Template::parse("x{secret.A_1}").unwrap();
        let name: SecretName = "A_1".parse().unwrap();
        assert!(template.has_secret());
        assert_eq!(template.fill(&values()), Err(Unfilled::Secret(name.clone())));
        let filled = template.fill_with_secrets(&values(), |asked| (*asked == name).then_some("{date}"));
        assert_eq!(filled.unwrap(), "x{date}");
    }

    #[test]
    fn without_a_production_some_placeholders_have_no_value() {
        let empty = Values {
            sale_start: None,
            code: None,
            ..values()
        };
        let of = |text| Template::parse(text).unwrap().fill(&empty);
        assert_eq!(of("{saleStart}"), Err(Unfilled::SaleStart));
        assert_eq!(of("{code}"), Err(Unfilled::Code));
        assert_eq!(of("{param.other}"), Err(Unfilled::Param("other".to_owned())));
    }

    #[test]
    fn a_constant_is_told_from_what_changes() {
        assert_eq!(Template::parse("#id").unwrap().constant(), Some("#id"));
        assert_eq!(Template::parse("").unwrap().constant(), Some(""));
        assert_eq!(Template::parse("a{code}").unwrap().constant(), None);
        assert_eq!(Template::parse("a{code}").unwrap().beginning(), "a");
    }
}
