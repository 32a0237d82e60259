//! What a query asks of a report.

use chrono::NaiveDate;
use domain::access::Visible;
use domain::production::ProductionId;
use ports::driven::ReportScope;
use thiserror::Error;
use uuid::Uuid;

use crate::parameters::{InvalidParameter, OF_EVERY_REPORT, Values, read_required_day};
use crate::report::{Question, Served};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The whole answer.
    Json,
    /// One table, by its place in the report.
    Csv(usize),
    /// All tables.
    Xlsx,
}

/// A query that was understood.
#[derive(Debug, Clone)]
pub struct Request {
    /// `None`: today.
    as_of: Option<NaiveDate>,
    production_ids: Vec<ProductionId>,
    include_inactive: bool,
    /// How the answer is written.
    pub format: Format,
    values: Values,
}

/// Why a query is not understood.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RequestError {
    /// A parameter breaks a rule.
    #[error("{}: {}", .0.name, .0.expected)]
    Invalid(InvalidParameter),
    /// Named is what cannot be a production.
    #[error("there is no such production")]
    UnknownProduction,
}

impl From<InvalidParameter> for RequestError {
    fn from(error: InvalidParameter) -> Self {
        Self::Invalid(error)
    }
}

impl Request {
    /// Reads the parameters of a query: names and values, in the order in which they came.
    pub fn parse(report: &dyn Served, query: &[(String, String)]) -> Result<Self, RequestError> {
        let mut reading = Reading::new(report);
        for (name, text) in query {
            reading.take(name, text)?;
        }
        reading.finish(report)
    }

    /// The question about what is `visible`.
    pub fn question(&self, report: &'static dyn Served, visible: Visible, today: NaiveDate) -> Question {
        Question {
            report,
            scope: ReportScope {
                visible,
                production_ids: self.production_ids.clone(),
                include_inactive: self.include_inactive,
            },
            as_of: self.as_of.unwrap_or(today),
            values: self.values.clone(),
            hour: None,
        }
    }
}

/// What was read so far.
struct Reading<'q> {
    /// Names that may be there once.
    names: Vec<&'q str>,
    as_of: Option<NaiveDate>,
    production_ids: Vec<Option<ProductionId>>,
    include_inactive: bool,
    format: &'q str,
    table: Option<&'q str>,
    values: Values,
}

impl<'q> Reading<'q> {
    fn new(report: &dyn Served) -> Self {
        Self {
            names: Vec::new(),
            as_of: None,
            production_ids: Vec::new(),
            include_inactive: false,
            format: "json",
            table: None,
            values: Values::defaults(report.parameters()),
        }
    }

    fn take(&mut self, name: &'q str, text: &'q str) -> Result<(), InvalidParameter> {
        if name != "productionId" {
            if self.names.contains(&name) {
                return Err(InvalidParameter::new(name, "duplicate", "this field once"));
            }
            self.names.push(name);
        }
        let malformed = |expected: &str| InvalidParameter::new(name, "malformed", expected);
        if text.is_empty() {
            let known = OF_EVERY_REPORT.iter().any(|parameter| parameter.name == name);
            if known || self.values.has(name) {
                return Err(malformed("a value"));
            }
        }
        match name {
            "asOf" => self.as_of = Some(read_required_day(name, text)?),
            // What is no id names nothing that the caller may see.
            "productionId" => self.production_ids.push(Uuid::try_parse(text).ok().map(ProductionId)),
            "includeInactive" => self.include_inactive = text.parse().map_err(|_| malformed("true or false"))?,
            "format" if matches!(text, "json" | "csv" | "xlsx") => self.format = text,
            "format" => return Err(malformed("one of json, csv, xlsx")),
            "table" => self.table = Some(text),
            _ if self.values.set(name, text)? => {}
            _ => {
                let expected = "there is no such parameter";
                return Err(InvalidParameter::new(name, "unknown_parameter", expected));
            }
        }
        Ok(())
    }

    fn finish(self, report: &dyn Served) -> Result<Request, RequestError> {
        let ids: Option<Vec<_>> = self.production_ids.into_iter().collect();
        let mut production_ids = ids.ok_or(RequestError::UnknownProduction)?;
        // In whatever order they are named, it is the same question.
        production_ids.sort_unstable();
        production_ids.dedup();
        let format = format(report, self.format, self.table)?;
        if let (Some(from), Some(to)) = (self.values.day("from"), self.values.day("to"))
            && to < from
        {
            let expected = "a day not before 'from'";
            return Err(InvalidParameter::new("to", "before_start", expected).into());
        }
        Ok(Request {
            as_of: self.as_of,
            production_ids,
            include_inactive: self.include_inactive,
            format,
            values: self.values,
        })
    }
}

/// How the answer is written: in a CSV the table named, else the first.
fn format(report: &dyn Served, format: &str, table: Option<&str>) -> Result<Format, InvalidParameter> {
    let tables = report.tables();
    match (format, table) {
        ("csv", None) => Ok(Format::Csv(0)),
        ("csv", Some(name)) => {
            let names = || tables.iter().map(|table| table.name).collect::<Vec<_>>().join(", ");
            let index = tables.iter().position(|table| table.name == name);
            let unknown = || InvalidParameter::new("table", "unknown", format!("one of {}", names()));
            index.map(Format::Csv).ok_or_else(unknown)
        }
        (_, Some(_)) => Err(InvalidParameter::new(
            "table",
            "not_csv",
            "a table only with format=csv",
        )),
        ("xlsx", None) => Ok(Format::Xlsx),
        (_, None) => Ok(Format::Json),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0197c1a0-0000-7000-8000-000000000001";

    fn parse(query: &[(&str, &str)]) -> Result<Request, RequestError> {
        let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        let query: Vec<_> = query.iter().map(own).collect();
        Request::parse(crate::named("plays/performances").unwrap(), &query)
    }

    fn code(query: &[(&str, &str)]) -> &'static str {
        match parse(query) {
            Err(RequestError::Invalid(error)) => error.code,
            other => panic!("{query:?} is refused by a rule: {other:?}"),
        }
    }

    #[test]
    fn productions_may_be_named_again_and_everything_else_once() {
        let request = parse(&[("productionId", ID), ("productionId", ID)]).unwrap();
        assert_eq!(request.production_ids.len(), 1);
        assert_eq!(code(&[("asOf", "2026-11-20"), ("asOf", "2026-11-20")]), "duplicate");
        assert_eq!(code(&[("from", "2026-11-20"), ("from", "2026-11-21")]), "duplicate");
    }

    #[test]
    fn what_is_no_id_is_no_production() {
        let refused = parse(&[("productionId", "1")]);
        assert_eq!(refused.unwrap_err(), RequestError::UnknownProduction);
    }

    #[test]
    fn each_rule_has_its_code() {
        let cases = [
            ([("from", "2026-11-21"), ("to", "2026-11-20")], "before_start"),
            ([("format", "csv"), ("table", "nothing")], "unknown"),
            ([("format", "xlsx"), ("table", "items")], "not_csv"),
            ([("format", "pdf"), ("asOf", "2026-11-20")], "malformed"),
            ([("asOf", ""), ("format", "csv")], "malformed"),
            ([("top", "1"), ("format", "csv")], "unknown_parameter"),
        ];
        for (query, expected) in cases {
            assert_eq!(code(&query), expected, "{query:?}");
        }
        let format = parse(&[("format", "csv"), ("table", "items")]).unwrap().format;
        assert_eq!(format, Format::Csv(0));
    }
}
